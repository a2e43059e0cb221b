//! What two sentences that are nearly the same differ in.
//!
//! In: two sentences. Out: the stretches that are left when the longest common run of words is taken away; nothing where too little is common.

use std::ops::Range;

use crate::corpus::Document;
use crate::prose::Prose;
use crate::token::TokenKind;

/// This part of the shorter one's words, in percent, must stand in the other in the same order.
const LEAST_COMMON: usize = 78;
/// Shorter sentences say too little.
const LEAST_WORDS: usize = 7;
/// Longer ones are no sentences but lists.
const MOST_WORDS: usize = 80;

/// A stretch of each sentence that the other has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// Words of a sentence, without marks.
pub fn words(prose: &Prose, sentence: &Range<usize>) -> Vec<usize> {
    sentence
        .clone()
        .filter(|&i| !matches!(prose.kind(i), TokenKind::Punctuation | TokenKind::QuoteMark))
        .collect()
}

/// What is left when the longest common run of words is taken away; nothing where too little is common.
pub fn changes(a: &Prose, b: &Prose, left: &Range<usize>, right: &Range<usize>) -> Option<Vec<Change>> {
    let (x, y) = (words(a, left), words(b, right));
    let shorter = x.len().min(y.len());
    if shorter < LEAST_WORDS || x.len().max(y.len()) > MOST_WORDS {
        return None;
    }
    let common = common(a, b, &x, &y);
    if common.len() * 100 < shorter * LEAST_COMMON || common.len() == x.len().max(y.len()) {
        return None;
    }
    let mut out = Vec::new();
    let mut last = (left.start, right.start);
    for (i, j) in common.into_iter().chain([(left.end, right.end)]) {
        let has_word = |prose: &Prose, range: Range<usize>| !words(prose, &range).is_empty();
        if has_word(a, last.0..i) || has_word(b, last.1..j) {
            out.push(Change { a: last.0..i, b: last.1..j });
        }
        last = (i + 1, j + 1);
    }
    Some(joined(out))
}

/// "Secretary of State" beside "Treasury Secretary": what one sentence has before a common word and the other behind it is one change.
fn joined(changes: Vec<Change>) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::new();
    for change in changes {
        match out.last_mut() {
            Some(last) if is_turned(last, &change) => {
                last.a.end = change.a.end;
                last.b.end = change.b.end;
            }
            _ => out.push(change),
        }
    }
    out
}

/// Whether one of two changes only leaves out, the other only adds, and one word lies between them.
fn is_turned(first: &Change, second: &Change) -> bool {
    let between = (second.a.start.saturating_sub(first.a.end), second.b.start.saturating_sub(first.b.end));
    between == (1, 1)
        && (first.a.is_empty() && second.b.is_empty() || first.b.is_empty() && second.a.is_empty())
}

/// Pairs of equal words in order: the longest common subsequence.
fn common(a: &Prose, b: &Prose, x: &[usize], y: &[usize]) -> Vec<(usize, usize)> {
    let left: Vec<&str> = x.iter().map(|&i| a.lower(i)).collect();
    let right: Vec<&str> = y.iter().map(|&j| b.lower(j)).collect();
    let is_equal = |i: usize, j: usize| left.get(i) == right.get(j);
    let width = y.len() + 1;
    let mut best = vec![0u16; (x.len() + 1) * width];
    let at = |best: &[u16], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or(0);
    for (i, word) in left.iter().enumerate().rev() {
        for (j, other) in right.iter().enumerate().rev() {
            let value = if word == other {
                at(&best, i + 1, j + 1) + 1
            } else {
                at(&best, i + 1, j).max(at(&best, i, j + 1))
            };
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < x.len() && j < y.len() {
        if is_equal(i, j) {
            out.extend(x.get(i).copied().zip(y.get(j).copied()));
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// A stretch without the marks around its words.
pub fn trimmed(document: &Document, range: &Range<usize>) -> Range<usize> {
    let own = words(&document.prose, range);
    own.first().zip(own.last()).map_or(range.start..range.start, |(&first, &last)| first..last + 1)
}
