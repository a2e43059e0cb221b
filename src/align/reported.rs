//! Indirect reports of words that another passage prints in marks.
//!
//! In: the corpus and its utterances. Out: [`Reported`] pairs in order, one for an indirect quotation. Example: "He said the war had to end" beside "'The
//! war must come to an end,' he said". Both name one speaker and share two words of meaning or more. Limits: a report in other words is missed; reports
//! of a speaker who is not known, and those beside the words in their own article, are not looked at.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::align::matter::Strangers;
use crate::align::utterance::Utterance;
use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, QuoteKind};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;

/// Words of meaning that both sides have, where they are most of the shorter side …
const LEAST_SHARED: usize = 2;
/// … this share of it, in percent.
const LEAST_COVER: usize = 60;
/// More shared words need a smaller share …
const MANY_SHARED: usize = 3;
/// … this one.
const COVER_OF_MANY: usize = 40;
/// A word that more utterances of one speaker hold tells nothing.
const COMMON_WORD: usize = 40;
/// Verbs that go with anything.
const LIGHT_VERBS: &[&str] = &[
    "be", "have", "do", "say", "make", "get", "go", "come", "take", "tell", "think", "want", "know", "see",
    "let", "put", "give",
];

/// An indirect report with the utterance that it tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Article and index of the indirect quotation.
    pub quotation: (usize, usize),
    /// Index of the utterance, of another article.
    pub utterance: usize,
}

/// For each indirect report of a known speaker the utterance that it shares most with.
#[must_use]
pub fn reported(
    lex: &Lexicon,
    corpus: &Corpus,
    strangers: &Strangers,
    utterances: &[Utterance],
) -> Vec<Reported> {
    let mut held: Vec<BTreeMap<&str, Pos>> = Vec::with_capacity(utterances.len());
    let mut index: FxHashMap<(usize, &str), Vec<usize>> = FxHashMap::default();
    for (n, utterance) in utterances.iter().enumerate() {
        let prose = corpus.documents.get(utterance.article).map(|d| &d.prose);
        let words = prose.map(|p| meaning(lex, p, utterance.places.iter().copied())).unwrap_or_default();
        if let Some(speaker) = utterance.speaker.filter(|_| !utterance.is_heading) {
            words.keys().for_each(|word| index.entry((speaker, *word)).or_default().push(n));
        }
        held.push(words);
    }
    let mut out = Vec::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        for (at, quotation) in document.quotations.iter().enumerate() {
            let is_report = matches!(quotation.kind, QuoteKind::Indirect | QuoteKind::Mixed)
                && document.prose.role_at(quotation.span.start) == BlockRole::Body;
            let speaker = quotation.speaker.filter(|_| is_report).and_then(|m| corpus.entity(article, m));
            let Some(speaker) = speaker else { continue };
            let words = meaning(lex, &document.prose, unquoted(document, at));
            let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
            for list in words.keys().filter_map(|word| index.get(&(speaker, *word))) {
                list.iter()
                    .filter(|_| list.len() <= COMMON_WORD)
                    .for_each(|&n| *counts.entry(n).or_default() += 1);
            }
            let fits = |&(n, shared): &(usize, usize)| {
                let other = utterances.get(n).map_or(article, |u| u.article);
                let is_near = other != article && !strangers.are(article, other);
                is_near && held.get(n).is_some_and(|utterance| is_told(&words, utterance, shared))
            };
            let best =
                counts.into_iter().filter(fits).max_by_key(|&(n, shared)| (shared, std::cmp::Reverse(n)));
            out.extend(best.map(|(utterance, _)| Reported { quotation: (article, at), utterance }));
        }
    }
    out
}

/// Whether the words that both have are enough, and more than names and things: what was done is among them.
fn is_told(report: &BTreeMap<&str, Pos>, utterance: &BTreeMap<&str, Pos>, shared: usize) -> bool {
    let both = || report.iter().filter(|(word, _)| utterance.contains_key(*word)).map(|(_, pos)| *pos);
    let least = report.len().min(utterance.len());
    let is_enough = shared >= LEAST_SHARED && 100 * shared >= LEAST_COVER * least
        || shared >= MANY_SHARED && 100 * shared >= COVER_OF_MANY * least;
    is_enough
        && both().any(|pos| matches!(pos, Pos::Verb | Pos::Adj))
        && both().filter(|pos| *pos != Pos::Propn).count() >= LEAST_SHARED
}

/// Tokens of a quotation outside the marks inside it.
fn unquoted(document: &Document, at: usize) -> impl Iterator<Item = usize> + '_ {
    let tokens = document.quotations.get(at).map_or(0..0, |q| q.tokens.clone());
    let inside = document.quotations.iter().skip(at + 1).take_while({
        let end = tokens.end;
        move |q| q.tokens.start < end
    });
    let quoted: Vec<std::ops::Range<usize>> =
        inside.filter(|q| q.kind.is_verbatim()).map(|q| q.tokens.clone()).collect();
    tokens.filter(move |token| !quoted.iter().any(|range| range.contains(token)))
}

/// Dictionary forms of the words that carry meaning.
fn meaning<'a>(
    lex: &Lexicon,
    prose: &'a Prose,
    tokens: impl Iterator<Item = usize>,
) -> BTreeMap<&'a str, Pos> {
    let is_meaning = |&at: &usize| {
        matches!(prose.pos(at), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num)
            && !lex.word_classes.has(prose.lower(at))
            && !LIGHT_VERBS.contains(&prose.lemma(at))
            && prose.lower(at).len() > 2
    };
    tokens.filter(is_meaning).map(|at| (prose.lemma(at), prose.pos(at))).collect()
}
