//! Two words of which only one can be so of one thing, as lists know: opposites, and values of one set (wheat, barley).
//!
//! In: two words of two texts. Out: the kind of difference that they make. Whether they stand in one place is for the rules that ask.

use crate::kind::ContradictionKind;
use crate::lexicon::{Lexicon, Table};
use crate::prose::Prose;
use crate::tag::Pos;

/// Prefixes that make a word its opposite.
const PREFIXES: [&str; 8] = ["un", "in", "im", "ir", "il", "dis", "non", "non-"];

/// A word with what the lists know of it.
#[derive(Debug)]
pub struct Word<'a> {
    pos: Pos,
    /// Its dictionary form, and as it stands.
    keys: [&'a str; 2],
    /// Lists of its opposites, words between blanks.
    opposites: [Option<&'static str>; 4],
    /// Its values in contrast sets, by key, between blanks.
    values: [Option<&'static str>; 2],
}

impl<'a> Word<'a> {
    /// Nothing for names and ordinals, which have no opposites.
    #[must_use]
    pub fn new(lex: &Lexicon, prose: &'a Prose, at: usize) -> Option<Word<'a>> {
        let keys = [prose.lemma(at), prose.lower(at)];
        if prose.pos(at) == Pos::Propn || lex.ordinals.has(keys[1]) {
            return None;
        }
        let [lemma, lower] = keys;
        // Most words stand in their dictionary form, which is looked up once.
        let second = Some(lower).filter(|lower| *lower != lemma);
        let both = |table: &Table| [table.column(lemma, 0), second.and_then(|lower| table.column(lower, 0))];
        let ([a, b], [c, d]) = (both(&lex.antonyms), both(&lex.opposites));
        let [value, other] = both(&lex.contrast_sets);
        let values = [value, if second.is_some() { other } else { value }];
        Some(Word { pos: prose.pos(at), keys, opposites: [a, b, c, d], values })
    }

    /// Whether both have one value of one set: they mean much the same.
    #[must_use]
    pub fn shares(&self, other: &Word<'_>) -> bool {
        let all = |word: &Word<'_>| word.values.into_iter().flatten().flat_map(|list| list.split(' '));
        all(self).any(|value| all(other).any(|o| o == value))
    }

    fn has_opposite(&self, other: &Word<'_>) -> bool {
        let lists = self.opposites.into_iter().flatten();
        lists.flat_map(|list| list.split(' ')).any(|word| other.keys.contains(&word))
    }

    /// "Uncontrolled" beside "controlled".
    fn is_prefixed(&self, other: &Word<'_>) -> bool {
        other.keys.iter().any(|word| {
            let is_made_of =
                |key: &str| key.strip_suffix(word).is_some_and(|prefix| PREFIXES.contains(&prefix));
            word.len() > 3 && self.keys.iter().any(|key| is_made_of(key))
        })
    }
}

/// How two words exclude each other, if they do.
#[must_use]
pub fn opposite(a: &Word<'_>, b: &Word<'_>) -> Option<ContradictionKind> {
    (a.pos == b.pos).then(|| excluded(a, b)).flatten()
}

/// The same of a verb and a noun too: "lost" beside "earnings".
#[must_use]
pub fn opposite_doings(a: &Word<'_>, b: &Word<'_>) -> Option<ContradictionKind> {
    let is_doing = |word: &Word<'_>| matches!(word.pos, Pos::Verb | Pos::Noun);
    let are_doings = is_doing(a) && is_doing(b) && !a.is_prefixed(b) && !b.is_prefixed(a);
    (a.pos == b.pos || are_doings).then(|| excluded(a, b)).flatten()
}

fn excluded(a: &Word<'_>, b: &Word<'_>) -> Option<ContradictionKind> {
    if a.has_opposite(b) || b.has_opposite(a) || a.is_prefixed(b) || b.is_prefixed(a) {
        return Some(ContradictionKind::Antonym);
    }
    let pairs = a.values.iter().flat_map(|x| b.values.iter().filter_map(move |y| x.zip(*y)));
    pairs.into_iter().any(|(x, y)| are_other_values(x, y)).then_some(ContradictionKind::Lexical)
}

/// Whether two lists of values have one of one set each, in none the same.
fn are_other_values(left: &'static str, right: &'static str) -> bool {
    let set = |value: &'static str| value.split(':').next();
    let (left, right) = (|| left.split(' '), || right.split(' '));
    let is_same = left().any(|l| right().any(|r| l == r));
    !is_same && left().any(|l| right().any(|r| set(l) == set(r)))
}

/// Whether a word right before another, within so many, turns it into its contrary.
#[must_use]
pub fn is_denied(prose: &Prose, at: usize, reach: usize) -> bool {
    let from = at.saturating_sub(reach).max(prose.sentence_at(at).map_or(0, |s| s.start));
    (from..at)
        .any(|i| matches!(prose.lower(i), "not" | "n't" | "never" | "no" | "without" | "failed" | "refused"))
}
