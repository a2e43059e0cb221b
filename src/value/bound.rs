//! The words that bound a number.
//!
//! In: the tokens of a number with its unit. Out: where the bound words begin and end, and what they say. Example: "at least 12", "12 or more", "90-plus percent".
//! Limits: a bound away from its number ("12 people, at least") is not seen.

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::value::Bound;

/// The longest phrase that bounds a number has this many words.
const BOUND_WORDS: usize = 4;

/// The bound words around the number: where they begin, what they say, where they end.
pub(super) fn bounds(lex: &Lexicon, prose: &Prose, start: usize, end: usize) -> (usize, Bound, usize) {
    let sentence = prose.sentence_at(start).map_or(start, |s| s.start);
    let mut before = start;
    let mut bound = None;
    for length in (1..=BOUND_WORDS.min(start - sentence.min(start))).rev() {
        let words: Vec<&str> = (start - length..start).map(|i| prose.lower(i)).collect();
        if let Some(code) = placed(lex, &words.join(" "), "before") {
            (before, bound) = (start - length, Some(code));
            break;
        }
    }
    let glue = usize::from(matches!(prose.raw(end), "-" | "+") && !prose.is_spaced(end));
    if prose.raw(end) == "+" && glue == 1 {
        return (before, Bound::AtLeast, end + 1);
    }
    for length in (1..=3).rev() {
        let words: Vec<&str> = (end + glue..end + glue + length).map(|i| prose.lower(i)).collect();
        let is_lone_plus = length == 1 && glue == 0;
        if let Some(code) = placed(lex, &words.join(" "), "after").filter(|_| !is_lone_plus) {
            return (before, code, end + glue + length);
        }
    }
    (before, bound.unwrap_or(Bound::Exactly), end)
}

/// "90-plus percent", "90+ days".
pub(super) fn bound_between(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Bound> {
    let word = if prose.raw(at) == "-" { prose.lower(at + 1) } else { prose.lower(at) };
    if word == "+" { Some(Bound::AtLeast) } else { placed(lex, word, "after") }
}

fn placed(lex: &Lexicon, phrase: &str, place: &str) -> Option<Bound> {
    let row = lex.bounds.get(phrase)?;
    if row.get(1) != Some(&place) {
        return None;
    }
    Some(match *row.first()? {
        "about" => Bound::About,
        "nearly" => Bound::Nearly,
        "just-over" => Bound::JustOver,
        "at-least" => Bound::AtLeast,
        "at-most" => Bound::AtMost,
        _ => Bound::Exactly,
    })
}
