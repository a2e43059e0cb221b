//! "Won" beside "did not win": a negator that only one of two like sentences has.

use std::ops::Range;

use crate::contradiction::near::diff::{Change, words};
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;

/// "Won" against "did not win": a negator more on one side and, but for auxiliaries, the same words.
pub fn is_negation(a: &Prose, b: &Prose, change: &Change) -> bool {
    let negators = |prose: &Prose, range: &Range<usize>| {
        range
            .clone()
            .filter(|&i| matches!(prose.lower(i), "not" | "n't" | "never") && !is_focus(prose, i + 1))
            .count()
    };
    let content = |prose: &Prose, range: &Range<usize>| -> Vec<String> {
        let kept = range.clone().filter(|&i| {
            prose.kind(i) == TokenKind::Word
                && prose.pos(i) != Pos::Aux
                && !matches!(prose.lower(i), "not" | "n't" | "never" | "ca" | "wo" | "do" | "does" | "did")
        });
        kept.map(|i| prose.lemma(i).to_owned()).collect()
    };
    negators(a, &change.a) % 2 != negators(b, &change.b) % 2 && content(a, &change.a) == content(b, &change.b)
}

/// Whether the negated side says no more than the other, which would narrow what it denies, and both have one modal.
pub fn is_bare(a: &Prose, b: &Prose, changes: &[Change], negation: &Change) -> bool {
    let is_no = |prose: &Prose, range: &Range<usize>| {
        range.clone().any(|i| matches!(prose.lower(i), "not" | "n't" | "never"))
    };
    let is_left = is_no(a, &negation.a);
    let others = changes.iter().filter(|c| c.a != negation.a || c.b != negation.b);
    let no_more = others.into_iter().all(|c| {
        let (prose, range) = if is_left { (a, &c.a) } else { (b, &c.b) };
        words(prose, range).into_iter().all(|i| prose.pos(i) == Pos::Aux)
    });
    no_more && modals(a, changes.iter().map(|c| &c.a)) == modals(b, changes.iter().map(|c| &c.b))
}

/// The modal words of some stretches, sorted: two sentences with different ones speak of different worlds.
fn modals<'p, 'r>(prose: &'p Prose, stretches: impl Iterator<Item = &'r Range<usize>>) -> Vec<&'p str> {
    let lower = stretches.flat_map(Clone::clone).map(|i| match prose.lower(i) {
        "wo" => "will",
        "ca" => "can",
        word => word,
    });
    let is_modal = |w: &&str| {
        matches!(*w, "will" | "can" | "could" | "may" | "might" | "would" | "should" | "must" | "to" | "if")
    };
    let mut found: Vec<&str> = lower.filter(is_modal).collect();
    found.sort_unstable();
    found
}

/// "Not only": the negator denies nothing.
fn is_focus(prose: &Prose, at: usize) -> bool {
    matches!(prose.lower(at), "only" | "just" | "merely" | "simply" | "solely" | "necessarily" | "least")
}
