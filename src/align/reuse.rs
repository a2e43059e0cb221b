//! Long runs of words that two articles share to the letter, quoted or not.
//!
//! In: the corpus. Out: [`Run`]s, each as long as it can be, in order. Runs of [`SHINGLE`] words are looked up in an index and extended both ways, so
//! the work grows with the text; each stretch is told once, with the earlier article that shares most of it, so that the runs do too. Example: a
//! paragraph of agency copy in two papers is one run. Limits: a word that differs ends the run.

use std::cmp::Reverse;
use std::collections::hash_map::Entry as MapEntry;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::corpus::Corpus;
use crate::kind::BlockRole;
use crate::prose::Prose;
use crate::token::TokenKind;

/// A run has at least this many words.
const SHINGLE: usize = 7;
/// A shingle that occurs more often than this is a formula, not copy.
const FORMULA: usize = 24;

/// A stretch that two articles share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Number of words.
    pub words: usize,
    /// Article and tokens on one side.
    pub a: (usize, Range<usize>),
    /// Article and tokens on the other, a later article.
    pub b: (usize, Range<usize>),
    /// Whether most of it stands in quotation marks.
    pub is_quoted: bool,
}

/// Words of an article, as numbers, with their tokens.
struct Words {
    words: Vec<u32>,
    places: Vec<usize>,
}

/// Where each shingle stands: the first places of each, in order.
#[derive(Default)]
struct Index<'a> {
    /// The first and the last entry of a shingle, and how many there are.
    chains: FxHashMap<&'a [u32], Chain>,
    entries: Vec<Entry>,
}

struct Chain {
    first: usize,
    last: usize,
    length: usize,
}

/// A place with the next entry of its shingle; chains cost less than a list for each of many shingles that stand once.
struct Entry {
    article: usize,
    place: usize,
    next: Option<usize>,
}

impl<'a> Index<'a> {
    fn add(&mut self, shingle: &'a [u32], article: usize, place: usize) {
        let at = self.entries.len();
        match self.chains.entry(shingle) {
            MapEntry::Vacant(slot) => {
                slot.insert(Chain { first: at, last: at, length: 1 });
            }
            MapEntry::Occupied(mut slot) => {
                let chain = slot.get_mut();
                if chain.length >= FORMULA {
                    return;
                }
                if let Some(last) = self.entries.get_mut(chain.last) {
                    last.next = Some(at);
                }
                *chain = Chain { last: at, length: chain.length + 1, ..*chain };
            }
        }
        self.entries.push(Entry { article, place, next: None });
    }

    fn places(&self, shingle: &[u32]) -> impl Iterator<Item = (usize, usize)> {
        let first = self.chains.get(shingle).and_then(|chain| self.entries.get(chain.first));
        std::iter::successors(first, |entry| entry.next.and_then(|next| self.entries.get(next)))
            .map(|entry| (entry.article, entry.place))
    }
}

/// The runs of each article that an earlier one holds.
#[must_use]
pub fn reuse(corpus: &Corpus) -> Vec<Run> {
    let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
    let texts: Vec<Words> = corpus.documents.iter().map(|d| words(&d.prose, &mut numbers)).collect();
    let mut index = Index::default();
    // Nearly every word begins a shingle of its own.
    index.chains.reserve(texts.iter().map(|text| text.words.len()).sum());
    let mut out = Vec::new();
    for (article, text) in texts.iter().enumerate() {
        let mut at = 0;
        while let Some(shingle) = text.words.get(at..at + SHINGLE) {
            // Of several places the one that goes on longest, the first of those: the others are copies of it too.
            let length = |&(other, place): &(usize, usize)| {
                let source = texts.get(other).and_then(|source| source.words.get(place..)).unwrap_or(&[]);
                source.iter().zip(text.words.iter().skip(at)).take_while(|(x, y)| x == y).count()
            };
            let places = index.places(shingle).map(|place| (length(&place), place));
            let best = places.max_by_key(|&(length, place)| (length, Reverse(place)));
            let Some((length, (other, place))) = best else {
                at += 1;
                continue;
            };
            if let Some(source) = texts.get(other) {
                out.push(run(corpus, (other, source, place), (article, text, at), length));
            }
            at += length.max(1);
        }
        for at in 0..text.words.len().saturating_sub(SHINGLE - 1) {
            let Some(shingle) = text.words.get(at..at + SHINGLE) else { continue };
            index.add(shingle, article, at);
        }
    }
    out.sort_by_key(|run| (run.a.0, run.b.0, run.a.1.start, run.b.1.start));
    out
}

fn words<'a>(prose: &'a Prose, numbers: &mut FxHashMap<&'a str, u32>) -> Words {
    let is_word = |&at: &usize| {
        matches!(prose.kind(at), TokenKind::Word | TokenKind::Number)
            && prose.role_of(at) != BlockRole::Boilerplate
    };
    let places: Vec<usize> = (0..prose.len()).filter(is_word).collect();
    let mut number = |word| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        *numbers.entry(word).or_insert(next)
    };
    Words { words: places.iter().map(|&at| number(prose.lower(at))).collect(), places }
}

fn run(corpus: &Corpus, a: (usize, &Words, usize), b: (usize, &Words, usize), length: usize) -> Run {
    let tokens = |side: &(usize, &Words, usize)| {
        let first = side.1.places.get(side.2).copied().unwrap_or(0);
        let last = side.1.places.get(side.2 + length.saturating_sub(1)).copied().unwrap_or(first);
        first..last + 1
    };
    let range = tokens(&a);
    let document = corpus.documents.get(a.0);
    let quoted = document.map_or(0, |d| {
        let inside = |at: usize| {
            let before = d.quotations.partition_point(|q| q.tokens.start <= at);
            let near = before.saturating_sub(6)..before;
            let near = d.quotations.get(near).unwrap_or(&[]);
            near.iter().any(|q| q.span != q.content && q.tokens.contains(&at))
        };
        let step = (range.len() / 8).max(1);
        range.clone().step_by(step).filter(|&at| inside(at)).count() * step
    });
    Run { words: length, a: (a.0, range.clone()), b: (b.0, tokens(&b)), is_quoted: 2 * quoted > range.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::lexicon::Lexicon;

    fn runs(texts: [&str; 2]) -> Vec<(usize, String, bool)> {
        let articles = texts.map(|text| Article { text: text.to_owned(), ..Article::default() });
        let corpus = Corpus::analyze(Lexicon::builtin(), &articles, &[], &mut |_| {});
        let text = |run: &Run| corpus.documents[run.b.0].prose.cover(run.b.1.clone()).of(texts[1]).to_owned();
        reuse(&corpus).iter().map(|run| (run.words, text(run), run.is_quoted)).collect()
    }

    #[test]
    fn runs_are_as_long_as_they_can_be() {
        let found = runs([
            "Rain fell. The old bridge over the river was closed on Monday. Nobody came.",
            "Snow fell when the old bridge over the river was closed on Monday by the town.",
        ]);
        assert_eq!(found, [(10, "the old bridge over the river was closed on Monday".to_owned(), false)]);
    }

    #[test]
    fn short_or_broken_runs_are_none() {
        assert!(runs(["The old bridge was closed today.", "The old bridge was closed again."]).is_empty());
    }

    #[test]
    fn each_copy_is_told_once() {
        let text = "The old bridge over the river was closed on Monday after the storm.";
        let articles = [text; 12].map(|text| Article { text: text.to_owned(), ..Article::default() });
        let corpus = Corpus::analyze(Lexicon::builtin(), &articles, &[], &mut |_| {});
        let found = reuse(&corpus);
        assert_eq!(found.len(), 11);
        assert!(found.iter().all(|run| run.words == 13 && run.a.0 == 0));
    }
}
