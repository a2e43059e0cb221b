//! What the rules on quotations share: passages, speakers, and where the words part.
//!
//! In: utterances and their [`Wording`]. Out: evidence and short texts for findings. Limits: an utterance of more than [`LONGEST`] words is
//! shown by the stretch around the words that differ.

use std::ops::Range;

use crate::align::{Quotes, Utterance, Wording};
use crate::contradiction::evidence;
use crate::corpus::Corpus;
use crate::report::Evidence;

/// Evidence holds at most this many words.
const LONGEST: usize = 40;
/// Words that tell of speech carried over from another language.
const TRANSLATED: &[&str] =
    &["interpreter", "translator", "translated", "translation", "translators", "interpreters"];

/// The utterance as evidence, with the words of `focus` marked.
#[must_use]
pub fn utterance_evidence(corpus: &Corpus, utterance: &Utterance, focus: &Range<usize>) -> Evidence {
    let Some(document) = corpus.documents.get(utterance.article) else {
        return evidence(utterance.article, crate::span::Span::default(), None);
    };
    let count = utterance.words.len();
    let tokens = if count <= LONGEST {
        utterance.tokens.clone()
    } else {
        let spare = LONGEST.saturating_sub(focus.len()) / 2;
        let end = (focus.end + spare).clamp(LONGEST, count);
        utterance.tokens_of(&(end - LONGEST..end))
    };
    let marked = (!focus.is_empty()).then(|| document.prose.cover(utterance.tokens_of(focus)));
    evidence(utterance.article, document.prose.cover(tokens), marked)
}

/// Words of each side that differ, from the first parting to the last.
#[must_use]
pub fn partings(wording: &Wording) -> (Range<usize>, Range<usize>) {
    let (Some(first), Some(last)) = (wording.partings.first(), wording.partings.last()) else {
        return (0..0, 0..0);
    };
    (first.a.start..last.a.end, first.b.start..last.b.end)
}

/// The speaker's name, or "somebody".
#[must_use]
pub fn speaker<'a>(corpus: &'a Corpus, quotes: &Quotes, members: &[usize]) -> &'a str {
    let known = members.iter().find_map(|&n| quotes.utterances.get(n)?.speaker);
    known.map_or("the same speaker", |id| corpus.name(id))
}

/// Whether a passage says that the words were carried over from another language.
#[must_use]
pub fn is_translated(corpus: &Corpus, utterance: &Utterance) -> bool {
    let Some(prose) = corpus.documents.get(utterance.article).map(|d| &d.prose) else { return false };
    let sentence = prose.sentence_of(utterance.tokens.start);
    let from = prose.sentences.get(sentence.saturating_sub(1)).map_or(0, |s| s.start);
    let to = prose.sentences.get(sentence + 1).map_or(prose.len(), |s| s.end);
    (from..to).any(|at| TRANSLATED.contains(&prose.lower(at)))
}

/// The quotations behind utterances, for a finding.
#[must_use]
pub fn sources(quotes: &Quotes, members: &[usize]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> =
        members.iter().filter_map(|&n| quotes.utterances.get(n)).map(|u| (u.article, u.quotation)).collect();
    out.dedup();
    out
}

/// Speakers of utterances, for a finding.
#[must_use]
pub fn speakers(quotes: &Quotes, members: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = members.iter().filter_map(|&n| quotes.utterances.get(n)?.speaker).collect();
    out.sort_unstable();
    out.dedup();
    out
}
