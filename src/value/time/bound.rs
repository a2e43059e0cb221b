//! What a time expression bounds: the words before and behind it.
//!
//! In: the tokens of the expression. Out: its [`TimeBound`]. Example: "as early as next week" is `Earliest`, "by Friday" `Within`.
//! Limits: "to Friday" bounds only behind "from Monday"; elsewhere ("moved to Friday") it says when.

use crate::tag::Pos;
use crate::value::time::Reader;
use crate::value::{Grain, TimeBound, TimeExpr};

/// The longest phrase before a time has this many words.
const LONGEST: usize = 5;
/// "from Monday to Friday": the second time begins at most this many tokens behind the first.
const NEAR: usize = 3;
/// "between" stands at most this many tokens before the second time.
const BETWEEN: usize = 7;

impl Reader<'_> {
    /// The bound of the expression at the tokens; `previous` is the end and the bound of the one before it.
    pub(super) fn bound(&self, start: usize, end: usize, previous: Option<(usize, TimeBound)>) -> TimeBound {
        let sentence = self.prose.sentence_at(start);
        let first = sentence.as_ref().map_or(start, |s| s.start);
        let last = sentence.map_or(end, |s| s.end);
        let behind: Vec<&str> = (end..last.min(end + 3)).map(|i| self.prose.lower(i)).collect();
        if let Some(bound) =
            (1..=behind.len()).rev().find_map(|n| self.placed(&behind.get(..n)?.join(" "), "after"))
        {
            return bound;
        }
        let mut edge = start;
        while edge > first
            && matches!(
                self.prose.lower(edge - 1),
                "the" | "this" | "early" | "late" | "mid" | "-" | "about" | "around"
            )
        {
            edge -= 1;
        }
        if let Some(bound) = self.between(edge, end, previous) {
            return bound;
        }
        for length in (1..=LONGEST.min(edge - first)).rev() {
            let words: Vec<&str> = (edge - length..edge).map(|i| self.prose.lower(i)).collect();
            let Some(bound) = self.placed(&words.join(" "), "before") else { continue };
            let follows_from =
                previous.is_some_and(|(at, bound)| bound == TimeBound::Since && start <= at + NEAR);
            // "in the run-up to 2016"
            if edge - length > first && self.prose.raw(edge - length - 1) == "-" {
                return TimeBound::In;
            }
            if words == ["to"] && !follows_from {
                return TimeBound::In;
            }
            return self.settled(bound, edge - length, start, end);
        }
        TimeBound::In
    }

    /// "between 2014 and 2022" begins with the first and ends with the second.
    fn between(&self, edge: usize, end: usize, previous: Option<(usize, TimeBound)>) -> Option<TimeBound> {
        let word = |i: Option<usize>| i.map_or("", |i| self.prose.lower(i));
        if word(edge.checked_sub(1)) == "between" {
            return (self.prose.lower(end) == "and" && !self.is_range(edge, end)).then_some(TimeBound::Since);
        }
        let follows = word(edge.checked_sub(1)) == "and"
            && (edge.saturating_sub(BETWEEN)..edge).any(|i| self.prose.lower(i) == "between")
            && previous.is_some_and(|(at, bound)| at + 1 == edge && bound == TimeBound::Since);
        follows.then_some(TimeBound::Until)
    }

    /// Whether the expression itself goes from one day to another.
    fn is_range(&self, start: usize, end: usize) -> bool {
        (start + 1..end)
            .any(|i| matches!(self.prose.lower(i), "-" | "–" | "to" | "and" | "through" | "until"))
    }

    /// "not … before June" is no earlier than June; "from 7-9 August" and "dates from 1900" say when.
    fn settled(&self, bound: TimeBound, link: usize, start: usize, end: usize) -> TimeBound {
        let word = |n: usize| link.checked_sub(n).map_or("", |i| self.prose.lower(i));
        let is_denied = (1..=4).any(|n| matches!(word(n), "not" | "n't" | "never"));
        let is_from = self.prose.lower(link) == "from";
        // "from the June 14 shooting": the date only says which one.
        let is_attribute = self.prose.lower(link + 1) == "the" && self.prose.pos(end) == Pos::Noun;
        let is_range = self.is_range(start, end) || is_attribute;
        match bound {
            TimeBound::Before | TimeBound::Until if is_denied => TimeBound::Earliest,
            TimeBound::Since if is_from && (is_range || matches!(word(1), "dates" | "dating" | "dated")) => {
                TimeBound::In
            }
            _ => bound,
        }
    }

    fn placed(&self, phrase: &str, place: &str) -> Option<TimeBound> {
        let row = self.lex.time_bounds.get(phrase).filter(|row| row.get(1) == Some(&place))?;
        Some(match *row.first()? {
            "earliest" => TimeBound::Earliest,
            "within" => TimeBound::Within,
            "since" => TimeBound::Since,
            "until" => TimeBound::Until,
            "before" => TimeBound::Before,
            "after" => TimeBound::After,
            _ => TimeBound::In,
        })
    }

    /// "within the next week" runs from today for seven days, not from Monday to Sunday.
    pub(super) fn widen_rolling(&self, time: &mut TimeExpr) {
        let Some(date) = self.date else { return };
        let is_next =
            time.tokens.len() == 2 && matches!(self.prose.lower(time.tokens.start), "next" | "coming");
        if time.bound != TimeBound::Within
            || !is_next
            || self.prose.lower(time.tokens.start.saturating_sub(1)) != "the"
        {
            return;
        }
        let (days, value) = match time.grain {
            Grain::Week => (7, "P1W"),
            Grain::Month => (31, "P1M"),
            Grain::Year => (366, "P1Y"),
            _ => return,
        };
        time.from = Some(date);
        time.to = Some(date.saturating_add(days));
        time.value = Some(value.to_owned());
    }
}
