//! Long runs of words that two articles share to the letter, quoted or not.
//!
//! In: the corpus. Out: [`Run`]s, each as long as it can be, in order. Runs of [`SHINGLE`] words are looked up in an index and extended both ways, so
//! the work grows with the text. Example: a paragraph of agency copy in two papers is one run. Limits: a word that differs ends the run.

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

/// Words of an article with their tokens.
struct Words<'a> {
    words: Vec<&'a str>,
    places: Vec<usize>,
}

/// The runs between all pairs of articles.
#[must_use]
pub fn reuse(corpus: &Corpus) -> Vec<Run> {
    let texts: Vec<Words> = corpus.documents.iter().map(|d| words(&d.prose)).collect();
    let mut index: FxHashMap<&[&str], Vec<(usize, usize)>> = FxHashMap::default();
    let mut out = Vec::new();
    for (article, text) in texts.iter().enumerate() {
        // Up to where a run with an earlier article already reaches, by that article and the distance between the two places.
        let mut reached: FxHashMap<(usize, usize), usize> = FxHashMap::default();
        for at in 0..text.words.len().saturating_sub(SHINGLE - 1) {
            let Some(shingle) = text.words.get(at..at + SHINGLE) else { continue };
            let earlier = index.get(shingle).map_or(&[][..], Vec::as_slice);
            for &(other, place) in earlier.iter().take(FORMULA) {
                let line = (other, place.wrapping_sub(at));
                if reached.get(&line).is_some_and(|&end| at < end) {
                    continue;
                }
                let Some(source) = texts.get(other) else { continue };
                let length = source
                    .words
                    .iter()
                    .skip(place)
                    .zip(text.words.iter().skip(at))
                    .take_while(|(x, y)| x == y)
                    .count();
                reached.insert(line, at + length);
                out.push(run(corpus, (other, source, place), (article, text, at), length));
            }
        }
        for at in 0..text.words.len().saturating_sub(SHINGLE - 1) {
            let Some(shingle) = text.words.get(at..at + SHINGLE) else { continue };
            let list = index.entry(shingle).or_default();
            if list.len() <= FORMULA {
                list.push((article, at));
            }
        }
    }
    out.sort_by_key(|run| (run.a.0, run.b.0, run.a.1.start, run.b.1.start));
    out
}

fn words(prose: &Prose) -> Words<'_> {
    let is_word = |&at: &usize| {
        matches!(prose.kind(at), TokenKind::Word | TokenKind::Number)
            && prose.role_of(at) != BlockRole::Boilerplate
    };
    let places: Vec<usize> = (0..prose.len()).filter(is_word).collect();
    Words { words: places.iter().map(|&at| prose.lower(at)).collect(), places }
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
}
