//! Quotation marks one by one: their styles, what they touch, and the partner of a single one.
//!
//! In: [`Prose`] and the place of a mark. Out: what the mark can be. Example: in "the allies' plan" the mark has no partner and is an apostrophe.
//! Limits: a single mark is an apostrophe until a partner is found.

use std::ops::Range;

use crate::prose::Prose;
use crate::token::TokenKind;

/// A single mark looks this many tokens ahead for its partner.
const LONGEST_SINGLE: usize = 250;
/// An inch mark is looked for a true end of the quotation so many tokens ahead.
const LONGEST_INCH: usize = 250;
/// Words that drop their beginning and so begin with an apostrophe.
const ELISIONS: &[&str] =
    &["em", "til", "till", "cause", "tis", "twas", "n", "bout", "cuz", "neath", "round", "nuff"];

/// The family of a double mark; a mark closes one of its own family or is a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `"`
    Straight,
    /// “ ” „ ‟
    Curly,
    /// « »
    Angle,
    /// Two grave accents, two apostrophes.
    Doubled,
    /// No double mark.
    None,
}

impl Style {
    /// The style of a glyph.
    #[must_use]
    pub fn of(mark: &str) -> Style {
        match mark {
            "\"" => Style::Straight,
            "“" | "”" | "„" | "‟" => Style::Curly,
            "«" | "»" => Style::Angle,
            "``" | "''" => Style::Doubled,
            _ => Style::None,
        }
    }
}

/// Whether a token is a double mark, in any style.
#[must_use]
pub fn is_double(mark: &str) -> bool {
    Style::of(mark) != Style::None
}

/// Whether a token is a single mark or an apostrophe.
#[must_use]
pub fn is_single(mark: &str) -> bool {
    matches!(mark, "'" | "‘" | "’" | "‚" | "‛" | "‹" | "›" | "`")
}

/// Whether nothing lies between the token and the one before it in the block.
#[must_use]
pub fn touches_previous(prose: &Prose, at: usize, start: usize) -> bool {
    at > start && !prose.is_spaced(at)
}

/// Whether nothing lies between the token and the one behind it in the block.
#[must_use]
pub fn touches_next(prose: &Prose, at: usize, end: usize) -> bool {
    at + 1 < end && !prose.is_spaced(at + 1)
}

/// Punctuation that may follow a closing mark.
#[must_use]
pub fn precedes_closer(prose: &Prose, at: usize, end: usize) -> bool {
    at + 1 < end && matches!(prose.raw(at + 1), "," | "." | ";" | ":" | "?" | "!" | ")" | "]" | "’")
}

/// Whether a word stands behind the token in its block.
#[must_use]
pub fn next_is_word(prose: &Prose, at: usize, end: usize) -> bool {
    at + 1 < end && prose.kind(at + 1) == TokenKind::Word
}

/// `a 2" pipe` inside a quotation: a figure before the mark and a true end of the quotation behind it.
#[must_use]
pub fn is_inch(prose: &Prose, at: usize, end: usize) -> bool {
    if prose.kind(at.saturating_sub(1)) != TokenKind::Number || !next_is_word(prose, at, end) {
        return false;
    }
    let later = (at + 1..end.min(at + LONGEST_INCH)).find(|&i| is_double(prose.raw(i)));
    later.is_some_and(|i| !prose.is_spaced(i))
}

/// The closing partner of a single mark in its block, where there is one.
#[must_use]
pub fn single_partner(prose: &Prose, at: usize, range: &Range<usize>) -> Option<usize> {
    let before = prose.raw(at.saturating_sub(1));
    let follows_opener = matches!(before, "(" | "[" | "{" | "‘" | "/" | "—" | "–" | "--" | ":");
    let opens = !touches_previous(prose, at, range.start) || follows_opener;
    let is_closer = matches!(prose.raw(at), "’" | "›");
    if !opens || !touches_next(prose, at, range.end) || is_closer || is_elision(prose, at) {
        return None;
    }
    let mut weak = None;
    for i in at + 2..range.end.min(at + LONGEST_SINGLE) {
        if !is_single(prose.raw(i)) {
            continue;
        }
        let starts = prose.is_spaced(i) && touches_next(prose, i, range.end);
        if starts && weak.is_some() {
            break;
        }
        if prose.is_spaced(i) || is_word_inside(prose, i, range.end) {
            continue;
        }
        if !may_be_possessive(prose, i, range.end) {
            // A strong end in a later sentence does not outweigh a possible one in this.
            let is_far = weak.is_some_and(|w| prose.sentence_of(w) != prose.sentence_of(i));
            return if is_far { weak } else { Some(i) };
        }
        weak = weak.or(Some(i));
    }
    weak
}

fn is_elision(prose: &Prose, at: usize) -> bool {
    let next = prose.lower(at + 1);
    let is_year = prose.kind(at + 1) == TokenKind::Number
        && next.trim_end_matches('s').len() == 2
        && next.starts_with(|c: char| c.is_ascii_digit());
    ELISIONS.contains(&next) || is_year
}

fn is_word_inside(prose: &Prose, at: usize, end: usize) -> bool {
    touches_next(prose, at, end) && matches!(prose.kind(at + 1), TokenKind::Word | TokenKind::Number)
}

/// "the allies' plan": a mark behind a final s with a word after it.
fn may_be_possessive(prose: &Prose, at: usize, end: usize) -> bool {
    prose.lower(at.saturating_sub(1)).ends_with('s') && next_is_word(prose, at, end)
}
