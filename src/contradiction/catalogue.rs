//! The list of rules, once. Help, documentation, report and tests take it from here.

use crate::align::{Aligned, Relation};
use crate::contradiction::{
    Draft, Findings, Rule, antonym, attribution_source, certainty_modality, changed_speaker,
    conflicting_sources, date_time, headline_body, instrument, location, misquotation, name_error,
    name_spelling_variant, near, negation, numeric, paraphrase_as_quote, participants, quote_context_shift,
    quote_splicing, quote_truncation, scope_qualifier_drop, self_contradiction, title_role,
};

/// Every rule, in the order of the taxonomy.
pub const RULES: &[Rule] = &[
    antonym::RULE,
    negation::RULE,
    numeric::RULE,
    date_time::RULE,
    location::RULE,
    participants::RULE,
    instrument::RULE,
    misquotation::RULE,
    quote_truncation::RULE,
    quote_splicing::RULE,
    paraphrase_as_quote::RULE,
    changed_speaker::RULE,
    quote_context_shift::RULE,
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

/// Runs every rule over the corpus; articles that are not about one matter are not set against each other.
#[must_use]
pub fn contradictions(aligned: &Aligned<'_>) -> Findings {
    let mut findings = Findings::default();
    for rule in RULES {
        (rule.detect)(aligned, &mut findings);
    }
    near::detect(aligned.lex, aligned.corpus, &aligned.passages, &mut findings);
    let strangers = aligned.relations.iter().filter(|(_, relation)| *relation == Relation::Strangers);
    let strangers: Vec<(usize, usize)> = strangers.map(|(pair, _)| *pair).collect();
    findings.drafts.retain(|draft| !crosses(draft, &strangers) && !both_say_both(aligned, draft));
    findings
}

/// Whether the clearest pair of a finding lies between articles that are not about one matter.
fn crosses(draft: &Draft, strangers: &[(usize, usize)]) -> bool {
    let [a, b, ..] = draft.evidence.as_slice() else { return false };
    let pair = (a.article.min(b.article) as usize, a.article.max(b.article) as usize);
    strangers.contains(&pair)
}

/// Whether each of two articles holds both passages: then it is no difference between them, whatever it is within each.
fn both_say_both(aligned: &Aligned<'_>, draft: &Draft) -> bool {
    let [a, b, ..] = draft.evidence.as_slice() else { return false };
    let text =
        |article: u32| aligned.corpus.documents.get(article as usize).map_or("", |d| d.prose.text.as_str());
    let (left, right) = (text(a.article), text(b.article));
    a.article != b.article && right.contains(a.span.of(left)) && left.contains(b.span.of(right))
}
