//! The list of rules, once. Help, documentation, report and tests take it from here.

use crate::align::{Relation, passages, relations};
use crate::contradiction::{
    Draft, Findings, Rule, antonym, attribution_source, certainty_modality, conflicting_sources, date_time,
    headline_body, instrument, location, name_error, name_spelling_variant, near, negation, numeric,
    participants, scope_qualifier_drop, self_contradiction, title_role,
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
    name_error::RULE,
    name_spelling_variant::RULE,
    title_role::RULE,
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
    near::detect(lex, corpus, &passages(corpus), &mut findings);
    let strangers: Vec<(usize, usize)> = relations(corpus)
        .into_iter()
        .filter(|(_, r)| *r == Relation::Strangers)
        .map(|(pair, _)| pair)
        .collect();
    findings.drafts.retain(|draft| !crosses(draft, &strangers));
    findings
}

/// Whether the clearest pair of a finding lies between articles that are not about one matter.
fn crosses(draft: &Draft, strangers: &[(usize, usize)]) -> bool {
    let [a, b, ..] = draft.evidence.as_slice() else { return false };
    let pair = (a.article.min(b.article) as usize, a.article.max(b.article) as usize);
    strangers.contains(&pair)
}
