//! Which utterances are one: sentences of one wording or nearly so, their fragments, and sentences that stand side by side in every version.
//!
//! In: the pairs of [`Quotes`]. Out: groups, each a list of sentences with their members in order. Example: "We won. It is over." in two articles is one group of
//! two sentences; a third article with "It is over" alone makes two groups of it. Limits: a fragment of two statements goes to one of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::align::quotes::{Likeness, QuotePair, Quotes};
use crate::align::utterance::Utterance;
use crate::corpus::Corpus;
use crate::lexicon::Lexicon;

/// A phrase of at most this many words may be anybody's …
const LONGEST_PHRASE: usize = 3;
/// … unless so many of its words have a meaning and are no names.
const LEAST_PLAIN: usize = 2;
/// … or one of them is a long word, which few use by chance.
const LONG_WORD: usize = 10;

/// Members of one sentence's cluster, in order.
pub type Sentence = Vec<usize>;

/// Every group of two members or more, or with an indirect report.
#[must_use]
pub fn groups(lex: &Lexicon, corpus: &Corpus, quotes: &Quotes) -> Vec<Vec<Sentence>> {
    let reported = quotes.reported.iter().map(|report| report.utterance).collect();
    Grouping { lex, corpus, quotes, reported }.passages()
}

struct Grouping<'a> {
    lex: &'a Lexicon,
    corpus: &'a Corpus,
    quotes: &'a Quotes,
    /// Utterances that somebody reports.
    reported: BTreeSet<usize>,
}

impl<'a> Grouping<'a> {
    fn utterance(&self, n: usize) -> Option<&'a Utterance> {
        self.quotes.utterances.get(n)
    }

    fn article(&self, n: usize) -> usize {
        self.utterance(n).map_or(0, |u| u.article)
    }

    /// Sentences of one wording or nearly so, then each group of fragments with the sentence that holds it.
    fn sentences(&self) -> Vec<Sentence> {
        let mut group: Vec<usize> = (0..self.quotes.utterances.len()).collect();
        for pair in self.quotes.pairs.iter().filter(|pair| self.is_version(pair)) {
            join(&mut group, pair.a, pair.b);
        }
        for found in &self.quotes.headings {
            join(&mut group, found.heading, found.body);
        }
        let whole = group.clone();
        let mut articles: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for n in 0..whole.len() {
            articles.entry(root(&whole, n)).or_default().insert(self.article(n));
        }
        let mut holders: BTreeMap<usize, (usize, usize, Reverse<usize>)> = BTreeMap::new();
        for pair in self.quotes.pairs.iter().filter(|pair| self.is_fragment(pair)) {
            let (part, holder) =
                if pair.likeness == Likeness::Part { (pair.a, pair.b) } else { (pair.b, pair.a) };
            let (part, holder) = (root(&whole, part), root(&whole, holder));
            let weight =
                (articles.get(&holder).map_or(0, BTreeSet::len), pair.wording.shared, Reverse(holder));
            let slot = holders.entry(part).or_insert(weight);
            *slot = weight.max(*slot);
        }
        for (part, (_, _, Reverse(holder))) in holders {
            join(&mut group, part, holder);
        }
        let mut members: BTreeMap<usize, Sentence> = BTreeMap::new();
        for n in 0..group.len() {
            members.entry(root(&group, n)).or_default().push(n);
        }
        let is_reported = |list: &Sentence| list.iter().any(|n| self.reported.contains(n));
        members.into_values().filter(|list| list.len() > 1 || is_reported(list)).collect()
    }

    /// Two wordings of the whole sentence.
    fn is_version(&self, pair: &QuotePair) -> bool {
        !matches!(pair.likeness, Likeness::Part | Likeness::Whole)
            && (self.is_bond(pair) || pair.likeness == Likeness::Restated)
    }

    /// A part and the sentence that holds it.
    fn is_fragment(&self, pair: &QuotePair) -> bool {
        matches!(pair.likeness, Likeness::Part | Likeness::Whole) && self.is_bond(pair)
    }

    /// Whether the shared words are more than chance: of one named speaker any with a meaning, or two in a row; of speakers who only may be one, no short
    /// name and no short word by itself.
    fn is_bond(&self, pair: &QuotePair) -> bool {
        let (Some(a), Some(b)) = (self.utterance(pair.a), self.utterance(pair.b)) else { return false };
        let shorter = if a.words.len() <= b.words.len() { a } else { b };
        if a.speaker.is_some() && a.speaker == b.speaker {
            return pair.wording.content > 0 || pair.likeness == Likeness::Same && a.words.len() > 1;
        }
        if !pair.is_one_speaker || pair.wording.content == 0 {
            return false;
        }
        let plain = (0..shorter.words.len())
            .filter(|&n| shorter.is_content(self.lex, n) && !self.is_capital(shorter, n))
            .filter_map(|n| shorter.words.get(n));
        let lengths: Vec<usize> = plain.map(String::len).collect();
        shorter.words.len() > LONGEST_PHRASE
            || lengths.len() >= LEAST_PLAIN
            || lengths.iter().any(|&length| length >= LONG_WORD)
    }

    fn is_capital(&self, utterance: &Utterance, n: usize) -> bool {
        let prose = self.corpus.documents.get(utterance.article).map(|d| &d.prose);
        utterance.places.get(n).zip(prose).is_some_and(|(&at, prose)| prose.is_capitalised(at))
    }

    /// Sentences that follow each other in every version are one passage.
    fn passages(&self) -> Vec<Vec<Sentence>> {
        let mut out: Vec<Vec<Sentence>> = Vec::new();
        // The passage that ends with a sentence, by that sentence's first member.
        let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
        for sentence in self.sentences() {
            let Some(&first) = sentence.first() else { continue };
            let open = first.checked_sub(1).and_then(|before| ends.get(&before)).copied();
            let follows = |n: &usize| {
                out.get(*n)
                    .and_then(|passage| passage.last())
                    .is_some_and(|last| self.follows(last, &sentence))
            };
            let at = open.filter(follows).unwrap_or(out.len());
            ends.insert(first, at);
            match out.get_mut(at) {
                Some(passage) => passage.push(sentence),
                None => out.push(vec![sentence]),
            }
        }
        out
    }

    fn follows(&self, first: &Sentence, second: &Sentence) -> bool {
        let quotation = |n: usize| self.utterance(n).map(|u| (u.article, u.quotation));
        first.len() == second.len()
            && first.iter().zip(second).all(|(&a, &b)| a + 1 == b && quotation(a) == quotation(b))
    }
}

/// Joins the groups of two members; in `group` each member points to an earlier one of its group, the first to itself.
pub fn join(group: &mut [usize], a: usize, b: usize) {
    let (x, y) = (root(group, a), root(group, b));
    if let Some(slot) = group.get_mut(x.max(y)) {
        *slot = x.min(y);
    }
}

/// The first member of a group.
#[must_use]
pub fn root(group: &[usize], mut n: usize) -> usize {
    while let Some(&up) = group.get(n).filter(|&&up| up != n) {
        n = up;
    }
    n
}
