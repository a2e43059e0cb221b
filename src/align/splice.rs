//! Two sentences of one article that another prints as one.
//!
//! In: the pairs of quotations. Out: [`Splice`]s in the order of their words. Example: "It was cold. We left." in one article, "It was cold and we left"
//! in one pair of marks of another. Limits: a joint of more than three words is a sentence of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::align::quotes::{Likeness, QuotePair, Quotes};
use crate::align::utterance::Utterance;
use crate::corpus::Corpus;

/// Each part has at least this many words.
const LEAST_PART: usize = 3;
/// The joint has at most this many.
const LONGEST_JOINT: usize = 3;

/// A joined sentence with its two parts, as indexes of utterances.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The joined sentence.
    pub whole: usize,
    /// Its first part, a sentence of another article.
    pub first: usize,
    /// Its second part, another sentence of that article.
    pub second: usize,
    /// Words of the whole between them that neither holds.
    pub joint: Range<usize>,
}

/// Utterances that are parts of another, by that one and by their article.
pub type Parts = BTreeMap<(usize, usize), Vec<QuotePair>>;

/// The parts of each utterance.
#[must_use]
pub fn parts(quotes: &Quotes) -> Parts {
    let mut parts = Parts::new();
    for pair in &quotes.pairs {
        let pair = match pair.likeness {
            Likeness::Part => pair.clone(),
            Likeness::Whole => pair.swapped(),
            _ => continue,
        };
        let article = quotes.utterances.get(pair.a).map_or(0, |u| u.article);
        if pair.is_one_speaker && pair.wording.shared >= LEAST_PART {
            parts.entry((pair.b, article)).or_default().push(pair);
        }
    }
    parts
}

/// Every joined sentence with each article that keeps its parts asunder.
#[must_use]
pub fn splices(corpus: &Corpus, quotes: &Quotes, parts: &Parts) -> Vec<Splice> {
    parts.iter().filter_map(|((whole, _), list)| splice(corpus, quotes, *whole, list)).collect()
}

/// Two parts in order, with a few words between them that neither holds.
fn splice(corpus: &Corpus, quotes: &Quotes, whole: usize, list: &[QuotePair]) -> Option<Splice> {
    let joined = quotes.utterances.get(whole)?;
    for first in list {
        for second in list {
            let joint = first.wording.b.end..second.wording.b.start;
            let is_joined = !joint.is_empty()
                && joint.len() <= LONGEST_JOINT
                && !joined.edits.iter().any(|e| (joint.start..=joint.end).contains(e));
            let (Some(x), Some(y)) = (quotes.utterances.get(first.a), quotes.utterances.get(second.a)) else {
                continue;
            };
            let is_heading = x.is_heading || y.is_heading || joined.is_heading;
            let are_sentences = (ends_sentence(corpus, x) || are_apart(corpus, x, y))
                && begins_sentence(corpus, x)
                && begins_sentence(corpus, y);
            if is_joined && !is_heading && are_sentences && x.article != joined.article {
                return Some(Splice { whole, first: first.a, second: second.a, joint });
            }
        }
    }
    None
}

/// A fragment in the writer's own sentence begins without a capital.
fn begins_sentence(corpus: &Corpus, utterance: &Utterance) -> bool {
    let prose = corpus.documents.get(utterance.article).map(|d| &d.prose);
    let first = utterance.places.first().copied().unwrap_or(utterance.tokens.start);
    prose.is_some_and(|p| p.is_capitalised(first))
}

fn ends_sentence(corpus: &Corpus, utterance: &Utterance) -> bool {
    let prose = corpus.documents.get(utterance.article).map(|d| &d.prose);
    prose.is_some_and(|p| matches!(p.raw(utterance.tokens.end.saturating_sub(1)), "." | "!" | "?"))
}

/// Whether the article prints the two parts in different sentences.
fn are_apart(corpus: &Corpus, x: &Utterance, y: &Utterance) -> bool {
    let prose = corpus.documents.get(x.article).map(|d| &d.prose);
    prose.is_some_and(|p| p.sentence_of(x.tokens.end.saturating_sub(1)) < p.sentence_of(y.tokens.start))
}
