//! Two statements of one article that another prints as one: by a word between them, or by dots that bridge distant parts.
//!
//! In: the pairs of quotations. Out: [`Splices`]. Example: "It was cold. We left." in one article, "It was cold and we left"
//! in one pair of marks of another. Limits: a joint of more than three words is a sentence of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::align::quotes::{Likeness, QuotePair, Quotes, is_one_speaker};
use crate::align::utterance::Utterance;
use crate::corpus::Corpus;

/// Each part has at least this many words.
const LEAST_PART: usize = 3;
/// The joint has at most this many.
const LONGEST_JOINT: usize = 3;

/// Parts that stand this many tokens apart, or in the other order, are no omission.
const DISTANT: usize = 40;

/// A joined sentence with its two parts, as indexes of utterances.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The joined sentence.
    pub whole: usize,
    /// Its first part, a sentence of another article.
    pub first: usize,
    /// Its second part, another sentence of that article.
    pub second: usize,
    /// Words of the whole between them that neither holds; none where dots join them.
    pub joint: Range<usize>,
}

/// Utterances that are parts of another, by that one and by their article.
pub type Parts = BTreeMap<(usize, usize), Vec<QuotePair>>;

/// The joined sentences with all that lies in them.
#[derive(Clone, Debug, Default)]
pub struct Splices {
    /// Every joined sentence with each article that keeps its parts asunder.
    pub all: Vec<Splice>,
    /// The parts of each utterance.
    pub parts: Parts,
}

/// Finds the joined sentences.
#[must_use]
pub fn splices(corpus: &Corpus, quotes: &Quotes) -> Splices {
    let parts = parts(quotes);
    let mut all: Vec<Splice> =
        parts.iter().filter_map(|((whole, _), list)| splice(corpus, quotes, *whole, list)).collect();
    all.extend(bridged(corpus, &quotes.utterances));
    Splices { all, parts }
}

fn parts(quotes: &Quotes) -> Parts {
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

/// A stretch of words between two omissions.
type Stretch = Range<usize>;

/// Sentences with an omission whose two sides other articles print only far apart or in the other order.
fn bridged(corpus: &Corpus, utterances: &[Utterance]) -> Vec<Splice> {
    let mut wanted: Vec<(usize, Stretch, Stretch)> = Vec::new();
    for (n, utterance) in utterances.iter().enumerate().filter(|(_, u)| !u.edits.is_empty() && !u.is_heading)
    {
        let ends = utterance.edits.iter().copied().chain([utterance.words.len()]);
        let starts = [0].into_iter().chain(utterance.edits.iter().copied());
        let stretches: Vec<Stretch> = starts.zip(ends).map(|(a, b)| a..b).filter(|s| !s.is_empty()).collect();
        for pair in stretches.windows(2) {
            if let [left, right] = pair {
                if left.len().min(right.len()) >= LEAST_PART {
                    wanted.push((n, left.clone(), right.clone()));
                }
            }
        }
    }
    let index = index(utterances, &wanted);
    wanted
        .iter()
        .filter_map(|(whole, left, right)| bridge(corpus, utterances, &index, *whole, left, right))
        .collect()
}

/// Where the first two words of each stretch stand: utterance and word.
type Index<'a> = FxHashMap<(&'a str, &'a str), Vec<(usize, usize)>>;

fn opening(utterance: &Utterance, at: usize) -> Option<(&str, &str)> {
    Some((utterance.words.get(at)?, utterance.words.get(at + 1)?))
}

fn index<'a>(utterances: &'a [Utterance], wanted: &[(usize, Stretch, Stretch)]) -> Index<'a> {
    let mut index = Index::default();
    for (whole, left, right) in wanted {
        let Some(utterance) = utterances.get(*whole) else { continue };
        for at in [left.start, right.start] {
            opening(utterance, at).into_iter().for_each(|key| _ = index.entry(key).or_default());
        }
    }
    if index.is_empty() {
        return index;
    }
    for (n, utterance) in utterances.iter().enumerate() {
        for at in 0..utterance.words.len() {
            if let Some(list) = opening(utterance, at).and_then(|key| index.get_mut(&key)) {
                list.push((n, at));
            }
        }
    }
    index
}

fn bridge(
    corpus: &Corpus,
    utterances: &[Utterance],
    index: &Index<'_>,
    whole: usize,
    left: &Stretch,
    right: &Stretch,
) -> Option<Splice> {
    let own = utterances.get(whole)?;
    let holders = |stretch: &Stretch| -> Vec<(usize, Range<usize>)> {
        let words = own.words.get(stretch.clone()).unwrap_or(&[]);
        let places = opening(own, stretch.start).and_then(|key| index.get(&key));
        let holds = |&&(n, at): &&(usize, usize)| {
            utterances.get(n).is_some_and(|u| {
                u.article != own.article
                    && !u.is_heading
                    && is_one_speaker(corpus, own, u)
                    && u.words.get(at..at + words.len()) == Some(words)
            })
        };
        let tokens =
            |&(n, at): &(usize, usize)| Some((n, utterances.get(n)?.tokens_of(&(at..at + words.len()))));
        places.into_iter().flatten().filter(holds).filter_map(tokens).collect()
    };
    let (first, second) = (holders(left), holders(right));
    let article = |n: usize| utterances.get(n).map(|u| u.article);
    let pairs: Vec<_> = first
        .iter()
        .flat_map(|x| second.iter().map(move |y| (x, y)))
        .filter(|(x, y)| article(x.0) == article(y.0))
        .collect();
    let is_near = |x: &Range<usize>, y: &Range<usize>| y.start >= x.end && y.start < x.end + DISTANT;
    if pairs.iter().any(|(x, y)| is_near(&x.1, &y.1)) {
        return None;
    }
    pairs.first().map(|(x, y)| Splice { whole, first: x.0, second: y.0, joint: right.start..right.start })
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
