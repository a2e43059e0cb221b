//! The list of rules, once. Help, documentation, report and tests take it from here.

use crate::contradiction::{Findings, Rule};
use crate::corpus::Corpus;
use crate::lexicon::Lexicon;

/// Every rule, in the order of the taxonomy.
pub const RULES: &[Rule] = &[];

/// Runs every rule over the corpus.
#[must_use]
pub fn contradictions(lex: &Lexicon, corpus: &Corpus) -> Findings {
    let mut findings = Findings::default();
    for rule in RULES {
        (rule.detect)(lex, corpus, &mut findings);
    }
    findings
}
