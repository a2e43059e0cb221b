//! Times of day.
//!
//! In: a token. Out: what is found there. Example: "5 p.m.", "17:00 GMT", "five o'clock", "midnight", "Friday night".
//! Limits: "at 3:59" without "a.m." or a zone can be read in two ways and gets no value.

use crate::prose::Prose;
use crate::token::TokenKind;
use crate::value::number::{Sense, number};
use crate::value::time::{Found, Reader};
use crate::value::{Clock, Grain, TimeExpr, calendar};

/// Minutes in a day.
const DAY: i32 = 1440;
/// "around 5 p.m.", "just after 5 p.m." may be this many minutes away.
const LOOSE: i32 = 20;
/// A day belongs to a time of day when at most this many tokens lie between.
const NEAR: usize = 3;

impl Reader<'_> {
    /// The time of day that begins at the token.
    pub(super) fn clock(&self, at: usize) -> Option<Found> {
        if self.column(at, 0) == "clock" {
            return Some(self.at_minute(at, at + 1, self.figure(at, 1)));
        }
        let (minute, end) = self.twelve_hours(at).or_else(|| self.oclock(at)).or_else(|| self.bare(at))?;
        match minute {
            Some(minute) => Some(self.at_minute(at, end, minute)),
            None => Some(Found::new(end, Grain::Clock)),
        }
    }

    pub(super) fn at_minute(&self, at: usize, end: usize, minute: i32) -> Found {
        let (end, zone) = self.zone(end);
        let before: Vec<&str> = (at.saturating_sub(2)..at).map(|i| self.prose.lower(i)).collect();
        let last = before.last().copied().unwrap_or("");
        let is_about = matches!(
            last,
            "around" | "about" | "approximately" | "roughly" | "circa" | "nearly" | "almost" | "past"
        );
        let is_near = matches!(last, "after" | "before" | "past")
            && matches!(
                before.first(),
                Some(&("just" | "shortly" | "soon" | "right" | "minutes" | "little"))
            );
        let slack = if is_about || is_near { LOOSE } else { 0 };
        let clock = Clock { from: minute - slack, to: minute + slack, zone };
        let value =
            format!("T{:02}:{:02}{}", minute % DAY / 60, minute % 60, zone.map(offset).unwrap_or_default());
        Found {
            clock: Some(clock),
            value: Some(value),
            bound: is_near.then_some(crate::value::TimeBound::In),
            ..Found::new(end, Grain::Clock)
        }
    }

    /// "5 p.m.", "5:30pm", "5.30 pm".
    fn twelve_hours(&self, at: usize) -> Option<(Option<i32>, usize)> {
        if self.prose.kind(at) != TokenKind::Number {
            return None;
        }
        let raw = self.prose.lower(at);
        let glued =
            ["am", "pm"].iter().find_map(|half| raw.strip_suffix(half).map(|figures| (figures, *half)));
        let (figures, half, end) = match glued {
            Some((figures, half)) => (figures, half, at + 1),
            None => (raw, half_day(self.prose, at + 1)?, at + 2),
        };
        let (hour, minute) = hour_minute(figures)?;
        if !(1..=12).contains(&hour) {
            return None;
        }
        let hour = hour % 12 + if half == "pm" { 12 } else { 0 };
        Some((Some(hour * 60 + minute), end))
    }

    /// "five o'clock": morning or evening is not said.
    fn oclock(&self, at: usize) -> Option<(Option<i32>, usize)> {
        let behind = self.prose.lower(at + 1);
        let is_clock = behind == "o'clock";
        let hour = number(self.lex, self.prose, at)
            .filter(|n| is_clock && n.sense == Sense::Plain && n.end == at + 1)?;
        (1.0..=24.0).contains(&hour.value).then_some((None, at + 2))
    }

    /// "04:49", "17:00", "0900 GMT", "at 3:59".
    fn bare(&self, at: usize) -> Option<(Option<i32>, usize)> {
        let raw = self.prose.raw(at);
        let has_zone = self.lex.time_zones.has(self.prose.lower(at + 1))
            && self.prose.raw(at + 1).chars().all(char::is_uppercase);
        let before = at.checked_sub(1).map_or("", |i| self.prose.lower(i));
        // "1930 local time", "at 1930 hours"
        let is_military = (self.prose.lower(at + 1), self.prose.lower(at + 2)) == ("local", "time")
            || matches!(self.prose.lower(at + 1), "hours" | "hrs")
                && matches!(before, "at" | "around" | "about" | "until");
        let has_zone = has_zone || is_military;
        let (hour, minute) = match raw.len() {
            4 if has_zone && raw.bytes().all(|b| b.is_ascii_digit()) => {
                (raw.get(..2)?.parse().ok()?, raw.get(2..)?.parse().ok()?)
            }
            4 | 5 if raw.contains(':') || has_zone => {
                hour_minute(raw).filter(|_| raw.contains([':', '.']))?
            }
            _ => return None,
        };
        let is_clear = has_zone || raw.starts_with('0') || hour > 12;
        let is_led = matches!(
            before,
            "at" | "until" | "by" | "around" | "about" | "from" | "after" | "before" | "since" | "till"
        );
        let is_time = (0..24).contains(&hour) && (0..60).contains(&minute);
        if !is_time || !is_clear && !is_led {
            return None;
        }
        Some((is_clear.then_some(hour * 60 + minute), at + 1))
    }

    /// The zone behind a time of day: one past it, and its minutes ahead of universal time.
    fn zone(&self, at: usize) -> (usize, Option<i32>) {
        let word = self.prose.lower(at);
        if word == "local" && self.prose.lower(at + 1) == "time" {
            return (at + 2, None);
        }
        if matches!(word, "hours" | "hrs") {
            return (at + 1, None);
        }
        if !self.lex.time_zones.has(word) || !self.prose.is_capitalised(at) {
            return (at, None);
        }
        let is_name = word.len() > 4;
        let behind = self.prose.lower(at + 1);
        let time = match behind {
            "time" => 1,
            "standard" | "daylight" if self.prose.lower(at + 2) == "time" => 2,
            _ if is_name => return (at, None),
            _ => 0,
        };
        (at + 1 + time, self.lex.time_zones.column(word, 0).and_then(|m| m.parse().ok()))
    }

    /// Takes in the part of the day behind a day: "Friday night", "yesterday morning".
    pub(super) fn part_of_day(&self, found: Found) -> Found {
        if found.grain != Grain::Day || found.clock.is_some() || self.column(found.end, 0) != "part" {
            return found;
        }
        let (clock, suffix) = self.part(found.end);
        Found { end: found.end + 1, clock: Some(clock), value: found.value.map(|v| v + suffix), ..found }
    }

    /// The part of the day named at the token, and how its value is written.
    pub(super) fn part(&self, at: usize) -> (Clock, &'static str) {
        let suffix = match self.prose.lower(at) {
            "morning" => "TMO",
            "afternoon" | "lunchtime" => "TAF",
            "evening" => "TEV",
            _ => "TNI",
        };
        (Clock { from: self.figure(at, 1), to: self.figure(at, 2), zone: None }, suffix)
    }
}

/// "p.m.", "pm", "P.M." at the token; a letter alone ("p .m .") does not count.
pub(super) fn half_day(prose: &Prose, at: usize) -> Option<&'static str> {
    match prose.lower(at) {
        "a.m." | "am" | "a.m" => Some("am"),
        "p.m." | "pm" | "p.m" => Some("pm"),
        _ => None,
    }
}

fn hour_minute(figures: &str) -> Option<(i32, i32)> {
    let (hour, minute) = figures.split_once([':', '.']).unwrap_or((figures, "0"));
    let is_clock = (1..=2).contains(&hour.len()) && (minute.len() == 2 || minute == "0");
    let (hour, minute) = (hour.parse::<i32>().ok()?, minute.parse::<i32>().ok()?);
    (is_clock && (0..=24).contains(&hour) && (0..60).contains(&minute)).then_some((hour, minute))
}

fn offset(zone: i32) -> String {
    let sign = if zone < 0 { '-' } else { '+' };
    if zone == 0 { "Z".to_owned() } else { format!("{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60) }
}

/// Gives every time of day the day that stands beside it: "Friday at 5 p.m.", "5 p.m. on Friday".
pub(super) fn join_days(prose: &Prose, times: &mut [TimeExpr]) {
    for at in 0..times.len() {
        let Some(time) = times.get(at).filter(|t| t.grain == Grain::Clock) else { continue };
        let tokens = time.tokens.clone();
        let before =
            at.checked_sub(1).and_then(|i| times.get(i)).filter(|t| t.tokens.end + NEAR >= tokens.start);
        let behind = times.get(at + 1).filter(|t| tokens.end + NEAR >= t.tokens.start);
        let fits = |t: &&TimeExpr| {
            t.grain == Grain::Day
                && t.from.is_some()
                && t.from == t.to
                && prose.sentence_of(t.tokens.start) == prose.sentence_of(tokens.start)
        };
        let Some(day) = before.filter(fits).or_else(|| behind.filter(fits)).and_then(|t| t.from) else {
            continue;
        };
        if let Some(time) = times.get_mut(at) {
            time.from = Some(day);
            time.to = Some(day);
            time.value = time.value.take().map(|clock| format!("{}{clock}", calendar::iso(day)));
        }
    }
}
