//! Two numbers that belong together: ranges and scores.
//!
//! In: a number and what stands behind it. Out: the [`Pair`] the two make. Example: "10-12 people" is a range, "an 88-72 win" a score.
//! Limits: "rose from 5 to 10" is a change, hence two numbers; "5-10" with nothing behind it is taken as a score.

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;
use crate::value::number::{Number, Sense, number};

/// What two numbers make.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    /// The second number.
    pub second: Number,
    /// Whether it is a score and not a range.
    pub is_score: bool,
}

/// Nouns that a score stands before.
const SCORE_NOUNS: &[&str] = &[
    "win",
    "victory",
    "loss",
    "defeat",
    "rout",
    "lead",
    "record",
    "vote",
    "margin",
    "score",
    "start",
    "run",
    "setback",
    "draw",
    "tie",
    "decision",
    "advantage",
    "triumph",
    "thrashing",
    "majority",
    "split",
    "ruling",
    "deficit",
    "finish",
    "drubbing",
    "mark",
];
/// Words before a score: "voted 9-2", "won 3-1", "a vote of 52 to 48".
const SCORE_WORDS: &[&str] = &[
    "vote", "votes", "voted", "won", "win", "lost", "beat", "beaten", "score", "record", "passed", "trailed",
    "led", "leads", "ruled", "defeated", "by", "victory", "margin", "defeat",
];
/// The word may stand at most this many tokens before the score.
const SCORE_REACH: usize = 4;

/// The pair that the number makes with what stands behind it.
pub(super) fn pair(lex: &Lexicon, prose: &Prose, start: usize, first: &Number) -> Option<Pair> {
    if !matches!(first.sense, Sense::Plain) || first.suffix.is_some() {
        return None;
    }
    // "between 40% and 45%"
    let unit = lex.units.phrase(prose.lowers(first.end)).map_or(0, |(length, _)| length);
    let link = first.end + if is_between(prose, start) { unit } else { 0 };
    let is_glued = !prose.is_spaced(link) && !prose.is_spaced(link + 1);
    let mut next = link + 1;
    // "$5-$10 million"
    if prose.kind(next) == TokenKind::Symbol
        && lex.currencies.has(prose.lower(next))
        && !prose.is_spaced(next + 1)
    {
        next += 1;
    }
    let second = number(lex, prose, next).filter(|n| n.sense == Sense::Plain)?;
    match prose.raw(link) {
        "-" | "–" | "—" if is_glued => hyphenated(prose, start, first, second),
        "to" => spelt(prose, start, first, second),
        "and" => is_between(prose, start).then_some(Pair { second, is_score: false }),
        "or" => (second.value - first.value == 1.0).then_some(Pair { second, is_score: false }),
        _ => None,
    }
}

fn is_between(prose: &Prose, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|i| prose.lower(i) == "between")
}

fn hyphenated(prose: &Prose, start: usize, first: &Number, second: Number) -> Option<Pair> {
    let is_whole =
        first.step >= 1.0 && second.value.fract() == 0.0 && second.scale <= 1.0 && second.suffix.is_none();
    let behind = prose.lower(second.end);
    let is_age = start.checked_sub(1).is_some_and(|i| {
        matches!(
            prose.lower(i),
            "aged"
                | "ages"
                | "between"
                | "age"
                | "adults"
                | "women"
                | "men"
                | "children"
                | "people"
                | "those"
        )
    });
    let has_unit =
        second.suffix.is_some() || second.scale > 1.0 || matches!(behind, "%" | "percent" | "per" | "-");
    let is_counted = prose.kind(second.end) == TokenKind::Word
        && matches!(prose.pos(second.end), Pos::Noun | Pos::Adj)
        && !SCORE_NOUNS.contains(&behind);
    // Nobody scores in thousands.
    let has_unit = has_unit || first.value >= 1000.0 && second.value > first.value;
    let falls = first.value > second.value && !has_unit;
    let is_range = !falls && (is_age || has_unit || is_counted && !follows_score_word(prose, start));
    (is_range || is_whole).then_some(Pair { second, is_score: !is_range })
}

fn spelt(prose: &Prose, start: usize, first: &Number, second: Number) -> Option<Pair> {
    let before = start.checked_sub(1).map_or("", |i| prose.lower(i));
    if follows_score_word(prose, start)
        && first.step <= 1.0
        && second.step <= 1.0
        && first.scale <= 1.0
        && !is_unit_like(prose, second.end)
    {
        return Some(Pair { second, is_score: true });
    }
    let is_change = before == "from" || follows_change(prose, start);
    (!is_change && first.value < second.value * scale_of(first, &second))
        .then_some(Pair { second, is_score: false })
}

fn is_unit_like(prose: &Prose, at: usize) -> bool {
    matches!(prose.lower(at), "%" | "percent" | "per" | "people" | "years" | "months")
}

/// "rose 5 to 12 percent": what changes goes from one to the other.
fn follows_change(prose: &Prose, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|i| {
        let word = prose.lower(i);
        ["rose", "fell", "grew", "rising", "up", "down", "dropped", "climbed", "increased", "slipped"]
            .contains(&word)
    })
}

fn follows_score_word(prose: &Prose, start: usize) -> bool {
    let sentence = prose.sentence_at(start).map_or(start, |s| s.start);
    let from = sentence.max(start.saturating_sub(SCORE_REACH));
    (from..start).rev().take_while(|&i| prose.raw(i) != ",").any(|i| SCORE_WORDS.contains(&prose.lower(i)))
}

/// "5 to 10 million" means "5 million to 10 million": the factor the first number takes over from the second.
pub(super) fn scale_of(first: &Number, second: &Number) -> f64 {
    let is_shared = first.scale <= 1.0 && second.scale > 1.0 && first.value < second.value / second.scale;
    if is_shared { second.scale } else { 1.0 }
}
