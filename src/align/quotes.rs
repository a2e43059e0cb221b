//! Pairs of quotations that hold one utterance.
//!
//! In: the corpus. Out: [`Quotes`]: utterances and pairs with their [`Wording`]. Candidates come from an index of word pairs, so the work grows with
//! the text. Example: two papers print "we will not pay" and "we won't pay a cent": the first is a part of the second.
//! Limits: the same thing said in wholly other words is a pair only where both weigh the chances of one event.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::align::heading::{Reworded, headings};
use crate::align::matter::Strangers;
use crate::align::reported::{Reported, reported};
use crate::align::restated::restated;
use crate::align::reuse::Run;
use crate::align::utterance::{Utterance, is_content, utterances};
use crate::align::wording::Wording;
use crate::corpus::Corpus;
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::token::{TokenKind, fold};

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

/// A copied run holds at least this many words outside all marks.
const BESIDE: usize = 6;
/// So many quotations before a place may reach over it: a clause, and the words in marks in it.
const NESTED: usize = 6;
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
    /// The same but for marked omissions and the writer's brackets.
    Edited,
    /// One statement in other words throughout.
    Restated,
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

impl QuotePair {
    /// The pair with its sides exchanged.
    #[must_use]
    pub fn swapped(&self) -> QuotePair {
        let mut wording = self.wording.clone();
        std::mem::swap(&mut wording.a, &mut wording.b);
        for parting in wording.partings.iter_mut().chain(&mut wording.gaps) {
            std::mem::swap(&mut parting.a, &mut parting.b);
        }
        let likeness = match self.likeness {
            Likeness::Part => Likeness::Whole,
            Likeness::Whole => Likeness::Part,
            other => other,
        };
        QuotePair { a: self.b, b: self.a, likeness, wording, is_one_speaker: self.is_one_speaker }
    }
}

/// Quotations of the whole corpus, compared.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    /// Sentences in marks.
    pub utterances: Vec<Utterance>,
    /// Those that hold the same words, in order.
    pub pairs: Vec<QuotePair>,
    /// Headings that word a quotation anew inside marks.
    pub headings: Vec<Reworded>,
    /// Pairs whose articles share the words around the marks too: one has copied from the other, or both from a third.
    pub copies: BTreeSet<(usize, usize)>,
    /// Indirect reports of words that a passage prints in marks.
    pub reported: Vec<Reported>,
}

/// Compares the quotations of all articles.
#[must_use]
pub fn quotes(lex: &Lexicon, corpus: &Corpus, strangers: &Strangers, runs: &[Run]) -> Quotes {
    let utterances = utterances(lex, corpus);
    let mut pairs = Vec::new();
    for (a, b) in candidates(&utterances) {
        let (Some(first), Some(second)) = (utterances.get(a), utterances.get(b)) else { continue };
        if strangers.are(first.article, second.article) {
            continue;
        }
        let wording = Wording::new(lex, first, second);
        let is_one_speaker = is_one_speaker(corpus, first, second);
        if let Some(likeness) = likeness(lex, first, second, &wording, is_one_speaker) {
            pairs.push(QuotePair { a, b, likeness, wording, is_one_speaker });
        }
    }
    let known: BTreeSet<(usize, usize)> = pairs.iter().map(|p: &QuotePair| (p.a, p.b)).collect();
    for (a, b) in restated(lex, corpus, &utterances) {
        let (Some(first), Some(second)) = (utterances.get(a), utterances.get(b)) else { continue };
        if !known.contains(&(a, b)) && !strangers.are(first.article, second.article) {
            let wording = Wording::new(lex, first, second);
            pairs.push(QuotePair { a, b, likeness: Likeness::Restated, wording, is_one_speaker: true });
        }
    }
    let copies = copies(corpus, &utterances, &pairs, runs);
    let headings = headings(lex, corpus, &utterances, &pairs);
    let reported = reported(lex, corpus, strangers, &utterances);
    Quotes { utterances, pairs, headings, copies, reported }
}

impl Quotes {
    /// How many articles print the utterances, where those that copied one passage count once.
    #[must_use]
    pub fn independent(&self, members: &[usize]) -> usize {
        self.origins(members).into_iter().collect::<BTreeSet<_>>().len()
    }

    /// For each utterance the place in the list of the first that stands in its article or in one of which its passage is a copy.
    #[must_use]
    pub fn origins(&self, members: &[usize]) -> Vec<usize> {
        let article = |n: usize| self.utterances.get(n).map(|u| u.article);
        let mut origins: Vec<usize> = Vec::with_capacity(members.len());
        for (k, &own) in members.iter().enumerate() {
            let is_origin = |&(_, &other): &(usize, &usize)| {
                article(other) == article(own) || self.copies.contains(&(other.min(own), other.max(own)))
            };
            let first = members.iter().take(k).enumerate().find(is_origin);
            origins.push(first.and_then(|(j, _)| origins.get(j).copied()).unwrap_or(k));
        }
        origins
    }
}

/// Pairs of the same words that a copied run holds together with words outside the marks.
fn copies(
    corpus: &Corpus,
    utterances: &[Utterance],
    pairs: &[QuotePair],
    runs: &[Run],
) -> BTreeSet<(usize, usize)> {
    let runs: Vec<&Run> = runs.iter().filter(|run| goes_beyond(corpus, run)).collect();
    let is_copy = |pair: &&QuotePair| {
        let (Some(a), Some(b)) = (utterances.get(pair.a), utterances.get(pair.b)) else { return false };
        let key = (a.article, b.article);
        let first = runs.partition_point(|run| (run.a.0, run.b.0) < key);
        let shared = runs.iter().skip(first).take_while(|run| (run.a.0, run.b.0) == key);
        shared.into_iter().any(|run| covers(&run.a.1, &a.tokens) && covers(&run.b.1, &b.tokens))
    };
    pairs.iter().filter(|pair| pair.likeness == Likeness::Same).filter(is_copy).map(|p| (p.a, p.b)).collect()
}

/// Whether a run holds enough words that no marks hold: what somebody said is printed alike without being copied.
fn goes_beyond(corpus: &Corpus, run: &Run) -> bool {
    let Some(document) = corpus.documents.get(run.a.0) else { return false };
    let first = document.quotations.partition_point(|q| q.tokens.start < run.a.1.start);
    let near = document.quotations.iter().skip(first.saturating_sub(NESTED));
    let mut quoted = near.filter(|q| q.kind.is_verbatim()).map(|q| &q.tokens).peekable();
    let mut outside = 0;
    for at in run.a.1.clone() {
        while quoted.peek().is_some_and(|tokens| tokens.end <= at) {
            quoted.next();
        }
        let is_inside = quoted.peek().is_some_and(|tokens| tokens.contains(&at));
        outside += usize::from(!is_inside && document.prose.kind(at) == TokenKind::Word);
        if outside >= BESIDE {
            return true;
        }
    }
    false
}

/// Whether two ranges have a token in common.
fn covers(run: &Range<usize>, tokens: &Range<usize>) -> bool {
    run.start < tokens.end && tokens.start < run.end
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
    if !(is_close || is_reordered(lex, a, b)) || !is_enough || !is_known {
        return None;
    }
    if wording.partings.is_empty() && !is_reordered(lex, a, b) {
        return (!wording.gaps.is_empty()).then_some(Likeness::Edited);
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
pub(super) fn is_one_speaker(corpus: &Corpus, a: &Utterance, b: &Utterance) -> bool {
    let (Some(x), Some(y)) = (a.speaker, b.speaker) else { return true };
    if x == y {
        return true;
    }
    let last = |id: usize| corpus.name(id).split(' ').next_back().map(fold);
    let is_bare = |id: usize| !corpus.name(id).contains(' ');
    let is_person = |id: usize| corpus.entities.get(id).is_some_and(|e| e.kind == EntityKind::Person);
    // Two full names with one last name are two members of a family.
    is_person(x) != is_person(y) || last(x) == last(y) && (is_bare(x) || is_bare(y))
}
