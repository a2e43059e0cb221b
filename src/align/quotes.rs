//! Quotations of one utterance: which belong together, and how each stands to the wording that most articles print.
//!
//! In: the corpus. Out: [`Quotes`]: utterances, pairs with their [`Wording`], clusters with statuses. Candidates come from an index of word pairs, so
//! the work grows with the text. Example: two papers print "we will not pay" and "we won't pay a cent": one cluster, a reference and a fragment.
//! Limits: the same thing said in wholly other words is no pair here.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::align::utterance::{Utterance, is_content, utterances};
use crate::align::wording::Wording;
use crate::corpus::Corpus;
use crate::kind::{EntityKind, QuoteStatus};
use crate::lexicon::Lexicon;
use crate::token::fold;

/// A word pair that more utterances than this hold tells nothing.
const COMMON_PAIR: usize = 40;
/// Another wording shares at least this many words …
const LEAST_SHARED: usize = 5;
/// … as many of them with meaning …
const LEAST_CONTENT: usize = 3;
/// … and at least this many beside names, for a long name alone is no utterance …
const LEAST_PLAIN: usize = 2;
/// … this many without a break …
const LEAST_RUN: usize = 3;
/// … and this share of the shorter side, in percent.
const LEAST_COVER: usize = 60;
/// A longer unbroken run makes up for a smaller share.
const LONG_RUN: usize = 6;
/// See `LONG_RUN`.
const COVER_OF_LONG_RUN: usize = 45;
/// One word with meaning less is enough where this share is the same, in percent.
const COVER_OF_POOR: usize = 75;
/// Utterances whose speaker is not known on both sides must share this much, in percent.
const COVER_UNKNOWN: usize = 80;

/// A list of at most this many words may be told in another order.
const LONGEST_LIST: usize = 11;

/// How two utterances relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same words, but for marks, case, contractions.
    Same,
    /// The first is a part of the second.
    Part,
    /// The second is a part of the first.
    Whole,
    /// Another wording of one utterance.
    Altered,
    /// The same but for articles and fillers.
    Light,
}

/// Two utterances that hold the same words or nearly so.
#[derive(Clone, Debug)]
pub struct QuotePair {
    /// Index of the first utterance.
    pub a: usize,
    /// Index of the second, always later in the list.
    pub b: usize,
    /// How they relate.
    pub likeness: Likeness,
    /// Word by word.
    pub wording: Wording,
    /// Whether one and the same speaker may stand behind both.
    pub is_one_speaker: bool,
}

/// Quotations of the whole corpus, compared.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    /// Sentences in marks.
    pub utterances: Vec<Utterance>,
    /// Those that hold the same words, in order.
    pub pairs: Vec<QuotePair>,
}

/// Compares the quotations of all articles.
#[must_use]
pub fn quotes(lex: &Lexicon, corpus: &Corpus) -> Quotes {
    let utterances = utterances(lex, corpus);
    let mut pairs = Vec::new();
    for (a, b) in candidates(&utterances) {
        let (Some(first), Some(second)) = (utterances.get(a), utterances.get(b)) else { continue };
        let wording = Wording::new(lex, first, second);
        let is_one_speaker = is_one_speaker(corpus, first, second);
        if let Some(likeness) = likeness(lex, first, second, &wording, is_one_speaker) {
            pairs.push(QuotePair { a, b, likeness, wording, is_one_speaker });
        }
    }
    Quotes { utterances, pairs }
}

/// Pairs of utterances that share a rare pair of words, or a word where one of them has no more.
fn candidates(utterances: &[Utterance]) -> BTreeSet<(usize, usize)> {
    let mut index: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
    for (n, utterance) in utterances.iter().enumerate() {
        let mut keys: BTreeSet<(&str, &str)> = utterance
            .words
            .windows(2)
            .filter_map(|w| Some((w.first()?.as_str(), w.get(1)?.as_str())))
            .collect();
        // A fragment of one word meets every utterance that holds it, and the other way round.
        keys.extend(utterance.words.iter().filter(|w| w.len() > 3).map(|w| (w.as_str(), "")));
        for key in keys {
            index.entry(key).or_default().push(n);
        }
    }
    let mut out = reordered(utterances);
    for (key, list) in &index {
        if list.len() > COMMON_PAIR {
            continue;
        }
        for (i, &a) in list.iter().enumerate() {
            for &b in list.iter().skip(i + 1) {
                let is_short = |n: usize| utterances.get(n).is_some_and(|u| u.words.len() == 1);
                if may_compare(utterances, a, b) && (!key.1.is_empty() || is_short(a) || is_short(b)) {
                    out.insert((a.min(b), a.max(b)));
                }
            }
        }
    }
    out
}

/// Pairs of short utterances with the same words in any order.
fn reordered(utterances: &[Utterance]) -> BTreeSet<(usize, usize)> {
    let mut bags: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    for (n, utterance) in utterances.iter().enumerate() {
        if (LEAST_CONTENT..=LONGEST_LIST).contains(&utterance.words.len()) {
            let mut bag: Vec<&str> =
                utterance.words.iter().map(String::as_str).filter(|w| *w != "and").collect();
            bag.sort_unstable();
            bags.entry(bag).or_default().push(n);
        }
    }
    let pairs = bags.values().filter(|list| list.len() <= COMMON_PAIR).flat_map(|list| {
        list.iter().enumerate().flat_map(|(i, &a)| list.iter().skip(i + 1).map(move |&b| (a, b)))
    });
    pairs.filter(|&(a, b)| may_compare(utterances, a, b)).collect()
}

/// Within an article only what stands in a heading is compared with the text below.
fn may_compare(utterances: &[Utterance], a: usize, b: usize) -> bool {
    let (Some(a), Some(b)) = (utterances.get(a), utterances.get(b)) else { return false };
    a.article != b.article || a.is_heading != b.is_heading
}

fn likeness(
    lex: &Lexicon,
    a: &Utterance,
    b: &Utterance,
    wording: &Wording,
    is_one: bool,
) -> Option<Likeness> {
    if wording.is_same(a, b) {
        return Some(Likeness::Same);
    }
    if wording.is_part(a, b) {
        return Some(Likeness::Part);
    }
    if wording.shared == b.words.len() && wording.longest == b.words.len() && wording.partings.is_empty() {
        return Some(Likeness::Whole);
    }
    let cover = wording.cover(a, b);
    let is_close = cover >= LEAST_COVER && wording.longest >= LEAST_RUN
        || cover >= COVER_OF_LONG_RUN && wording.longest >= LONG_RUN;
    let is_rich =
        wording.content >= LEAST_CONTENT || wording.content + 1 >= LEAST_CONTENT && cover >= COVER_OF_POOR;
    let is_rich = is_rich && (wording.plain >= LEAST_PLAIN || wording.longest >= LONG_RUN);
    let is_enough = wording.shared >= LEAST_SHARED && is_rich || is_reordered(lex, a, b);
    let is_known = a.speaker.is_some() && b.speaker.is_some() && is_one || cover >= COVER_UNKNOWN;
    if !(is_close || is_reordered(lex, a, b))
        || !is_enough
        || !is_known
        || wording.partings.is_empty() && !is_reordered(lex, a, b)
    {
        return None;
    }
    Some(if wording.is_weighty(a, b) || is_reordered(lex, a, b) {
        Likeness::Altered
    } else {
        Likeness::Light
    })
}

/// "Red, Blue and Green" beside "Blue, Red and Green": the same words of meaning in another order.
fn is_reordered(lex: &Lexicon, a: &Utterance, b: &Utterance) -> bool {
    let bag = |u: &Utterance| {
        let mut words: Vec<String> = u.words.iter().filter(|word| is_content(lex, word)).cloned().collect();
        words.sort_unstable();
        words
    };
    let may_be = a.words.len() <= LONGEST_LIST
        && b.words.len() <= LONGEST_LIST
        && a.speaker == b.speaker
        && a.speaker.is_some();
    if !may_be {
        return false;
    }
    let (x, y) = (bag(a), bag(b));
    x.len() >= LEAST_CONTENT && x == y
}

/// Whether the two may come from one mouth: the same entity, the same last name, a body and a person, or one not known.
fn is_one_speaker(corpus: &Corpus, a: &Utterance, b: &Utterance) -> bool {
    let (Some(x), Some(y)) = (a.speaker, b.speaker) else { return true };
    if x == y {
        return true;
    }
    let last = |id: usize| corpus.name(id).split(' ').next_back().map(fold);
    let is_person = |id: usize| corpus.entities.get(id).is_some_and(|e| e.kind == EntityKind::Person);
    is_person(x) != is_person(y) || last(x) == last(y)
}

/// A quotation's place in its cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Number of the cluster.
    pub cluster: usize,
    /// How it stands to the reference.
    pub status: QuoteStatus,
}

impl Quotes {
    /// Cluster and status of each quotation that has utterances, by article and index.
    #[must_use]
    pub fn standings(&self, corpus: &Corpus) -> BTreeMap<(usize, usize), Standing> {
        let key = |n: usize| self.utterances.get(n).map(|u| (u.article, u.quotation)).unwrap_or_default();
        let all: Vec<(usize, usize)> =
            (0..self.utterances.len()).map(key).collect::<BTreeSet<_>>().into_iter().collect();
        let place = |k: (usize, usize)| all.binary_search(&k).unwrap_or(0);
        let mut group: Vec<usize> = (0..all.len()).collect();
        let is_bond =
            |p: &&QuotePair| p.is_one_speaker && (p.wording.content > 0 || p.likeness == Likeness::Same);
        for pair in self.pairs.iter().filter(is_bond) {
            let (x, y) = (root(&group, place(key(pair.a))), root(&group, place(key(pair.b))));
            if let Some(slot) = group.get_mut(x.max(y)) {
                *slot = x.min(y);
            }
        }
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for n in 0..all.len() {
            members.entry(root(&group, n)).or_default().push(n);
        }
        let mut out = BTreeMap::new();
        for (cluster, list) in members.values().enumerate() {
            let quotations: Vec<(usize, usize)> = list.iter().filter_map(|&n| all.get(n).copied()).collect();
            let reference = self.reference(&quotations);
            for &quotation in &quotations {
                let status = self.status(corpus, quotation, reference, quotations.len());
                out.insert(quotation, Standing { cluster, status });
            }
        }
        out
    }

    fn words(&self, quotation: (usize, usize)) -> Vec<&str> {
        let first = self.utterances.partition_point(|u| (u.article, u.quotation) < quotation);
        let own = self.utterances.iter().skip(first).take_while(|u| (u.article, u.quotation) == quotation);
        own.flat_map(|u| u.words.iter().map(String::as_str)).collect()
    }

    /// The wording that most articles print; the longest of those, then the first by its words.
    fn reference(&self, quotations: &[(usize, usize)]) -> (usize, usize) {
        let mut versions: BTreeMap<Vec<&str>, BTreeSet<usize>> = BTreeMap::new();
        for &quotation in quotations {
            versions.entry(self.words(quotation)).or_default().insert(quotation.0);
        }
        let best = versions
            .iter()
            .max_by(|x, y| (x.1.len(), x.0.len()).cmp(&(y.1.len(), y.0.len())).then(y.0.cmp(x.0)));
        let best = best.map(|(words, _)| words.clone()).unwrap_or_default();
        quotations.iter().copied().find(|&q| self.words(q) == best).unwrap_or_default()
    }

    fn status(
        &self,
        corpus: &Corpus,
        quotation: (usize, usize),
        reference: (usize, usize),
        size: usize,
    ) -> QuoteStatus {
        if size == 1 {
            return QuoteStatus::Singleton;
        }
        if quotation == reference {
            return QuoteStatus::Reference;
        }
        let (own, other) = (self.words(quotation), self.words(reference));
        if own == other {
            let text = |q: (usize, usize)| {
                let document = corpus.documents.get(q.0);
                document.and_then(|d| d.quotations.get(q.1).map(|x| d.text(x.content))).unwrap_or("")
            };
            return if text(quotation) == text(reference) {
                QuoteStatus::Exact
            } else {
                QuoteStatus::GlyphOnly
            };
        }
        let contains =
            |big: &[&str], small: &[&str]| !small.is_empty() && big.windows(small.len()).any(|w| w == small);
        if contains(&other, &own) || contains(&own, &other) {
            QuoteStatus::Fragment
        } else {
            QuoteStatus::Altered
        }
    }
}

fn root(group: &[usize], mut n: usize) -> usize {
    while let Some(&up) = group.get(n) {
        if up == n {
            break;
        }
        n = up;
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    fn statuses(texts: &[&str]) -> Vec<(usize, QuoteStatus)> {
        let lex = Lexicon::builtin();
        let make = |text: &&str| Article { text: (*text).to_owned(), ..Article::default() };
        let articles: Vec<Article> = texts.iter().map(make).collect();
        let corpus = Corpus::analyze(lex, &articles, &[], &mut |_| {});
        let standings = quotes(lex, &corpus).standings(&corpus);
        let mut placed: Vec<_> = standings.iter().map(|(&(a, q), s)| (corpus.given[a], q, s)).collect();
        placed.sort_by_key(|(article, quotation, _)| (*article, *quotation));
        placed.into_iter().map(|(_, _, s)| (s.cluster, s.status)).collect()
    }

    #[test]
    fn standings_in_a_cluster() {
        let got = statuses(&[
            "\"We will never sell the old harbour to them,\" Ann Lee said.",
            "“We will never sell the old harbour to them.” Ann Lee left.",
            "\"We will never give the old harbour to them,\" Ann Lee said.",
            "\"The weather was fine on the island,\" Tom Hale said.",
        ]);
        let mut status: Vec<QuoteStatus> = got.iter().map(|s| s.1).collect();
        status.sort_unstable();
        assert_eq!(
            status,
            [QuoteStatus::Reference, QuoteStatus::GlyphOnly, QuoteStatus::Altered, QuoteStatus::Singleton]
        );
        let clusters: BTreeSet<usize> = got.iter().map(|s| s.0).collect();
        assert_eq!(clusters.len(), 2);
    }
}
