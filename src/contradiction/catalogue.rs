//! The list of rules, once. Help, documentation, report and tests take it from here.

use crate::align::{Aligned, Strangers};
use crate::contradiction::confidence::calibrated;
use crate::contradiction::{
    Draft, Findings, Rule, antonym, attribution_source, attribution_upgrade, certainty_modality,
    changed_speaker, conflicting_sources, date_time, headline_body, instrument, lexical, location,
    misquotation, name_error, name_spelling_variant, negation, numeric, paraphrase_as_quote,
    paraphrase_drift, participants, quote_context_shift, quote_splicing, quote_truncation,
    scope_qualifier_drop, self_contradiction, stance_conflict, stance_reversal, structural,
    temporal_impossibility, title_role,
};
use crate::corpus::Document;
use crate::span::Span;

/// Every rule, in the order of the taxonomy; the last sees what the others have found.
pub const RULES: &[Rule] = &[
    antonym::RULE,
    negation::RULE,
    numeric::RULE,
    date_time::RULE,
    location::RULE,
    participants::RULE,
    structural::RULE,
    instrument::RULE,
    misquotation::RULE,
    quote_truncation::RULE,
    quote_splicing::RULE,
    paraphrase_as_quote::RULE,
    changed_speaker::RULE,
    quote_context_shift::RULE,
    paraphrase_drift::RULE,
    name_error::RULE,
    name_spelling_variant::RULE,
    title_role::RULE,
    certainty_modality::RULE,
    scope_qualifier_drop::RULE,
    attribution_source::RULE,
    attribution_upgrade::RULE,
    conflicting_sources::RULE,
    stance_conflict::RULE,
    stance_reversal::RULE,
    headline_body::RULE,
    self_contradiction::RULE,
    temporal_impossibility::RULE,
    lexical::RULE,
];

/// Runs every rule over the corpus; articles that are not about one matter are not set against each other.
#[must_use]
pub fn contradictions(aligned: &Aligned<'_>) -> Findings {
    let mut findings = Findings::default();
    for rule in RULES {
        let known = findings.drafts.len();
        (rule.detect)(aligned, &mut findings);
        for draft in findings.drafts.iter_mut().skip(known) {
            draft.confidence = calibrated(rule.kind, draft.confidence);
        }
    }
    findings.drafts.retain(|draft| !crosses(draft, &aligned.strangers) && !both_say_both(aligned, draft));
    findings
}

/// Whether the clearest pair of a finding lies between articles that are not about one matter.
fn crosses(draft: &Draft, strangers: &Strangers) -> bool {
    let [a, b, ..] = draft.evidence.as_slice() else { return false };
    strangers.are(a.article as usize, b.article as usize)
}

/// Whether each of two articles holds both sentences: then it is no difference between them, whatever it is within each.
fn both_say_both(aligned: &Aligned<'_>, draft: &Draft) -> bool {
    let [a, b, ..] = draft.evidence.as_slice() else { return false };
    let documents = &aligned.corpus.documents;
    let (Some(left), Some(right)) = (documents.get(a.article as usize), documents.get(b.article as usize))
    else {
        return false;
    };
    let sentence = |document: &Document, span: Span| {
        let sentences = document.prose.tokens_in(span).map(|token| document.prose.sentence_of(token));
        sentences.map(|s| document.prose.sentence_span(s)).fold(span, Span::cover)
    };
    a.article != b.article
        && holds(right, left.text(sentence(left, a.span)))
        && holds(left, right.text(sentence(right, b.span)))
}

/// Whether the article's text holds the words as they are written.
fn holds(document: &Document, text: &str) -> bool {
    // A word in small letters between blanks is a token wherever it stands, but for one; an article without the word need not be searched.
    let is_plain = |word: &&str| *word != "cannot" && word.bytes().all(|b| b.is_ascii_lowercase());
    let mut inner = text.split_whitespace().skip(1).collect::<Vec<_>>();
    inner.pop();
    inner.iter().filter(|word| is_plain(word)).all(|word| document.prose.has_word(word))
        && document.prose.text.contains(text)
}
