//! Marks in headings around words that no quotation holds, each with the quotation that comes nearest.
//!
//! In: utterances and their pairs. Out: [`Reworded`] headings in order. Example: the heading 'must wait' over "we will have to wait" in the text.
//! Limits: fewer than three words, or words that lie far apart in the quotation, are no rewording.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::align::quotes::{Likeness, QuotePair};
use crate::align::utterance::Utterance;
use crate::align::wording::Wording;
use crate::corpus::Corpus;
use crate::lexicon::Lexicon;

/// A heading with the quotation that it words anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// Index of the heading's utterance.
    pub heading: usize,
    /// Index of the quotation's.
    pub body: usize,
    /// Word by word, the heading first.
    pub wording: Wording,
}

/// A heading's fragment has at least this many words.
const LEAST_WORDS: usize = 3;
/// … at most this many.
const MOST_WORDS: usize = 14;
/// Share of them that a quotation holds in order, in percent.
const LEAST_COVER: usize = 60;
/// So many words and no fewer are shared.
const LEAST_SHARED: usize = 3;
/// The shared words may lie this many words apart in all.
const WIDEST_STRETCH: usize = 4;

/// Every heading of that kind with its quotation.
#[must_use]
pub fn headings(
    lex: &Lexicon,
    corpus: &Corpus,
    utterances: &[Utterance],
    pairs: &[QuotePair],
) -> Vec<Reworded> {
    let verbatim = verbatim(pairs);
    let index = Index::new(utterances);
    let mut out = Vec::new();
    for (n, heading) in utterances.iter().enumerate() {
        let fits = heading.is_heading && (LEAST_WORDS..=MOST_WORDS).contains(&heading.words.len());
        if fits && !verbatim.contains(&n) {
            let found = nearest(lex, corpus, utterances, &index, heading);
            out.extend(found.map(|(body, wording)| Reworded { heading: n, body, wording }));
        }
    }
    out
}

/// The utterances whose words some quotation holds unbroken.
fn verbatim(pairs: &[QuotePair]) -> FxHashSet<usize> {
    let held = pairs.iter().flat_map(|p| match p.likeness {
        Likeness::Same | Likeness::Light => [Some(p.a), Some(p.b)],
        Likeness::Part => [Some(p.a), None],
        Likeness::Whole => [None, Some(p.b)],
        Likeness::Altered | Likeness::Edited | Likeness::Restated => [None, None],
    });
    held.flatten().collect()
}

/// The utterances that hold each word, so that a heading is compared only with those that can share enough of its words.
struct Index<'a> {
    holders: FxHashMap<&'a str, Vec<usize>>,
    /// Utterances with a masked word, which may be any.
    masked: Vec<usize>,
    count: usize,
}

impl<'a> Index<'a> {
    fn new(utterances: &'a [Utterance]) -> Index<'a> {
        let mut index = Index { holders: FxHashMap::default(), masked: Vec::new(), count: utterances.len() };
        for (n, utterance) in utterances.iter().enumerate().filter(|(_, u)| !u.is_heading) {
            for word in &utterance.words {
                let list = index.holders.entry(word).or_default();
                if list.last() != Some(&n) {
                    list.push(n);
                }
            }
            if has_mask(utterance) {
                index.masked.push(n);
            }
        }
        index
    }

    /// The utterances that may share enough with a heading, in order.
    fn candidates(&self, heading: &Utterance) -> Vec<usize> {
        if has_mask(heading) {
            return (0..self.count).collect();
        }
        let mut shared = vec![0; self.count];
        for &n in heading.words.iter().filter_map(|word| self.holders.get(word.as_str())).flatten() {
            if let Some(slot) = shared.get_mut(n) {
                *slot += 1;
            }
        }
        for &n in &self.masked {
            if let Some(slot) = shared.get_mut(n) {
                *slot = heading.words.len();
            }
        }
        let is_enough =
            |&shared: &usize| shared >= LEAST_SHARED && 100 * shared >= LEAST_COVER * heading.words.len();
        shared.iter().enumerate().filter(|(_, shared)| is_enough(shared)).map(|(n, _)| n).collect()
    }
}

fn has_mask(utterance: &Utterance) -> bool {
    utterance.words.iter().any(|word| word.ends_with('*'))
}

/// The quotation that comes nearest, of the same article first.
fn nearest(
    lex: &Lexicon,
    corpus: &Corpus,
    utterances: &[Utterance],
    index: &Index<'_>,
    heading: &Utterance,
) -> Option<(usize, Wording)> {
    let near = |m: usize| {
        let body = utterances.get(m)?;
        let is_own = body.article == heading.article;
        let is_known = heading.speaker.is_none() && is_own
            || heading.speaker.is_some()
                && (body.speaker == heading.speaker || is_own && body.speaker.is_none());
        if body.is_heading || !is_known {
            return None;
        }
        let wording = Wording::new(lex, heading, body);
        let gap: usize = wording.partings.iter().map(|p| p.b.len()).sum();
        let changed = changed(heading, &wording);
        let fits = wording.shared >= LEAST_SHARED
            && 100 * wording.shared >= LEAST_COVER * heading.words.len()
            && wording.content > 0
            && gap <= WIDEST_STRETCH
            && changed.clone().any(|n| weighs(lex, heading, n) || !wording.partings.is_empty());
        fits.then_some((is_own, wording.shared, m, wording))
    };
    let found = index.candidates(heading).into_iter().filter_map(near);
    let text = |m: usize| utterances.get(m).map_or("", |u| u.printed(corpus));
    found
        .max_by_key(|(is_own, shared, m, _)| (*is_own, *shared, Reverse(text(*m))))
        .map(|(_, _, m, wording)| (m, wording))
}

/// A word of meaning, or one that says how surely or whether at all.
fn weighs(lex: &Lexicon, heading: &Utterance, n: usize) -> bool {
    let class = heading.words.get(n).and_then(|word| lex.word_classes.column(word, 0));
    heading.is_content(lex, n) || matches!(class, Some("modal" | "neg"))
}

/// Words of the heading that the quotation does not hold, from the first to the last of them.
#[must_use]
pub fn changed(heading: &Utterance, wording: &Wording) -> Range<usize> {
    let inside = wording.partings.iter().filter(|p| !p.a.is_empty());
    let start = if wording.a.start > 0 { Some(0) } else { inside.clone().map(|p| p.a.start).min() };
    let end = if wording.a.end < heading.words.len() {
        Some(heading.words.len())
    } else {
        inside.map(|p| p.a.end).max()
    };
    match (start, end) {
        (Some(start), Some(end)) => start..end,
        (Some(start), None) => start..wording.a.start,
        (None, Some(end)) => wording.a.end..end,
        (None, None) => 0..0,
    }
}
