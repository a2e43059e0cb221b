//! The list of rules, once. Help, documentation, report and tests take it from here.

use crate::contradiction::{
    Findings, Rule, antonym, attribution_source, certainty_modality, conflicting_sources, date_time,
    headline_body, instrument, location, negation, numeric, participants, scope_qualifier_drop,
    self_contradiction,
};
use crate::corpus::Corpus;
use crate::lexicon::Lexicon;

/// Every rule, in the order of the taxonomy.
pub const RULES: &[Rule] = &[
    antonym::RULE,
    negation::RULE,
    numeric::RULE,
    date_time::RULE,
    location::RULE,
    participants::RULE,
    instrument::RULE,
    certainty_modality::RULE,
    scope_qualifier_drop::RULE,
    attribution_source::RULE,
    conflicting_sources::RULE,
    headline_body::RULE,
    self_contradiction::RULE,
];

/// Runs every rule over the corpus.
#[must_use]
pub fn contradictions(lex: &Lexicon, corpus: &Corpus) -> Findings {
    let mut findings = Findings::default();
    for rule in RULES {
        (rule.detect)(lex, corpus, &mut findings);
    }
    findings
}
