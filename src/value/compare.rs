//! Whether two values can both hold.
//!
//! In: two [`Quantity`]s or two [`TimeExpr`]s said of the same thing; whether it is the same thing is for the caller to know. Out: [`Verdict`].
//! Example: "at least 12" and 15 are compatible, "at least 12" and 7 exclude each other; June 2021 lies within 2021.
//! Limits: different units never compare, and what is vague or not resolved excludes nothing, but for one thing against several.

use crate::kind::EntityKind;
use crate::value::{Bound, Clock, Grain, Quantity, TimeBound, TimeExpr, calendar};

/// Whether two values can both hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They say the same.
    Same,
    /// Both can hold, and why.
    Compatible(Reason),
    /// They can not both hold, and why.
    Excludes(Reason),
}

/// Why two values go together or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What decided.
    pub step: Step,
    /// In words for the reader.
    pub text: String,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.text)
    }
}

/// What decided a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The units differ.
    Unit,
    /// One side is vague.
    Vague,
    /// One side could not be resolved to days.
    Unresolved,
    /// One side is the other rounded, or as good as.
    Rounding,
    /// The bounds leave room for the other value.
    Bounds,
    /// One side lies within the other.
    Granularity,
    /// The zones of two times of day differ or are not said.
    Zone,
    /// The values lie apart.
    Value,
    /// One against several.
    Number,
    /// One side gives the earliest time, the other the latest.
    BoundDirection,
}

impl Step {
    /// The word for it in the trace of a report.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Step::Unit => "unit",
            Step::Vague => "vague",
            Step::Unresolved => "unresolved",
            Step::Rounding => "rounding",
            Step::Bounds => "bounds",
            Step::Granularity => "granularity",
            Step::Zone => "zone",
            Step::Value => "value",
            Step::Number => "number",
            Step::BoundDirection => "bound direction",
        }
    }
}

/// "about twelve" reaches this share to both sides, and so does a lump ("a dozen").
const ABOUT: f64 = 0.10;
/// Lengths of time are rounded more freely: "about two hours".
const ABOUT_TIME: f64 = 0.20;
/// "nearly three" reaches this share down, "just over three" up.
const NEARLY: f64 = 0.15;
/// A number rounded to fewer digits stands for others up to this share away, never more than half its last place.
const ROUNDED: f64 = 0.05;
/// The same for lengths of time, whose units do not fit each other ("two years", "25 months").
const ROUNDED_TIME: f64 = 0.10;
/// Slack for arithmetic, as a share.
const HAIR: f64 = 1e-9;
/// Two times of day of one event may lie this many minutes apart: the call, the arrival, the report.
const CLOCK_SLACK: i32 = 30;

/// Whether two quantities of the same thing exclude each other.
#[must_use]
pub fn quantities_exclude(a: &Quantity, b: &Quantity) -> Verdict {
    if a.unit != b.unit {
        return compatible(Step::Unit, "the two are measured in different units");
    }
    if a.is_vague || b.is_vague {
        return vague(a, b);
    }
    // "-0.3%" and "fell 0.3%" say one thing.
    if a.unit == "percent" && (a.low < 0.0) != (b.low < 0.0) {
        let size = |q: &Quantity| Quantity { low: q.low.abs(), high: q.high.abs(), ..q.clone() };
        return quantities_exclude(&size(a), &size(b));
    }
    if a.unit == "score" {
        let ends = |q: &Quantity| (q.low.min(q.high), q.low.max(q.high));
        return if ends(a) == ends(b) { Verdict::Same } else { apart(a, b) };
    }
    if near(a.low, b.low) && near(a.high, b.high) && a.bound == b.bound {
        return Verdict::Same;
    }
    let (left, right) = (interval(a, b.step), interval(b, a.step));
    let (most_low, least_high) = (left.0.max(right.0), left.1.min(right.1));
    if most_low > least_high && !near(most_low, least_high) {
        return apart(a, b);
    }
    let is_open = |q: &Quantity| matches!(q.bound, Bound::AtLeast | Bound::AtMost | Bound::Between);
    if is_open(a) || is_open(b) {
        return compatible(Step::Bounds, &format!("“{}” leaves room for “{}”", say(a), say(b)));
    }
    compatible(Step::Rounding, &format!("“{}” and “{}” are the same but for rounding", say(a), say(b)))
}

fn compatible(step: Step, text: &str) -> Verdict {
    Verdict::Compatible(Reason { step, text: text.to_owned() })
}

fn excludes(step: Step, text: String) -> Verdict {
    Verdict::Excludes(Reason { step, text })
}

fn apart(a: &Quantity, b: &Quantity) -> Verdict {
    excludes(Step::Value, format!("“{}” and “{}” can not both be so", say(a), say(b)))
}

/// Exactly one thing is not several; beyond that a vague number excludes nothing.
fn vague(a: &Quantity, b: &Quantity) -> Verdict {
    let is_one = |q: &Quantity| !q.is_vague && q.unit == "1" && q.high == 1.0 && q.bound == Bound::Exactly;
    if is_one(a) != is_one(b) && (a.is_vague != b.is_vague) {
        return excludes(Step::Number, "one side speaks of one, the other of several".to_owned());
    }
    compatible(Step::Vague, "one of the two gives no exact number")
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= HAIR * (a.abs() + b.abs())
}

/// The least and the most that the quantity can mean beside one whose last written digit has the place `other`.
fn interval(q: &Quantity, other: f64) -> (f64, f64) {
    let is_time = q.kind == EntityKind::Duration && q.unit == "hour";
    let (about, rounded) = if is_time { (ABOUT_TIME, ROUNDED_TIME) } else { (ABOUT, ROUNDED) };
    let slack =
        |v: f64| if q.step > other * (1.0 + HAIR) { (q.step / 2.0).min(v.abs() * rounded) } else { 0.0 };
    let (low, high) = (q.low.min(q.high), q.low.max(q.high));
    match q.bound {
        Bound::Exactly | Bound::Between => (low - slack(low), high + slack(high)),
        Bound::About => (low - low.abs() * about, high + high.abs() * about),
        Bound::Nearly => (low - low.abs() * NEARLY, high),
        Bound::JustOver => (low, high + high.abs() * NEARLY),
        Bound::AtLeast => (low - slack(low), f64::INFINITY),
        Bound::AtMost => (f64::NEG_INFINITY, high + slack(high)),
    }
}

fn say(q: &Quantity) -> String {
    let bound = match q.bound {
        Bound::Exactly | Bound::Between => "",
        Bound::About => "about ",
        Bound::Nearly => "nearly ",
        Bound::JustOver => "just over ",
        Bound::AtLeast => "at least ",
        Bound::AtMost => "at most ",
    };
    let percent = if q.unit == "percent" { "%" } else { "" };
    format!("{bound}{}{percent}", plain(q))
}

/// Lengths of time and sums in words, all else as in the report.
fn plain(q: &Quantity) -> String {
    if q.kind == EntityKind::Money && q.low == q.high {
        return format!("{} {}", q.unit, large(q.low));
    }
    if q.kind != EntityKind::Duration {
        return q.value.clone();
    }
    let hours = if q.unit == "age" { q.low * 8766.0 } else { q.low };
    let units = [
        (8766.0, "year"),
        (730.5, "month"),
        (168.0, "week"),
        (24.0, "day"),
        (1.0, "hour"),
        (1.0 / 60.0, "minute"),
        (1.0 / 3600.0, "second"),
    ];
    let fitting = units.iter().find(|(size, _)| near(hours / size, (hours / size).round()) && hours >= *size);
    let (size, name) = fitting.copied().unwrap_or((1.0, "hour"));
    let count = (hours / size * 100.0).round() / 100.0;
    format!("{count} {name}{}", if count == 1.0 { "" } else { "s" })
}

/// "82 million", "1.2 billion", "84000".
fn large(value: f64) -> String {
    let named = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];
    match named.iter().find(|(size, _)| value >= *size) {
        Some((size, name)) => format!("{} {name}", (value / size * 1000.0).round() / 1000.0),
        None => format!("{}", (value * 100.0).round() / 100.0),
    }
}

/// Whether two times of the same event exclude each other.
#[must_use]
pub fn times_exclude(a: &TimeExpr, b: &TimeExpr) -> Verdict {
    if a.is_vague || b.is_vague {
        return compatible(Step::Vague, "one of the two names no certain time");
    }
    let (Some(left), Some(right)) = (days(a), days(b)) else { return undated(a, b) };
    if left == right && a.bound == b.bound && a.clock == b.clock {
        return Verdict::Same;
    }
    if a.bound != b.bound
        && [a.bound, b.bound].iter().all(|bound| matches!(bound, TimeBound::Earliest | TimeBound::Within))
    {
        return excludes(
            Step::BoundDirection,
            "one side gives the earliest time, the other the latest".to_owned(),
        );
    }
    let is_anchored = a.bound == b.bound && matches!(a.bound, TimeBound::Since | TimeBound::Until);
    let (left, right) =
        if is_anchored { (left, right) } else { (reach(left, a.bound), reach(right, b.bound)) };
    if left.0 > right.1 || right.0 > left.1 {
        return excludes(Step::Value, format!("{} and {} do not overlap", when(a), when(b)));
    }
    if let (Some(x), Some(y), true) = (a.clock, b.clock, is_one_day(a, b)) {
        return clocks(x, y);
    }
    let is_within = left.0 <= right.0 && right.1 <= left.1 || right.0 <= left.0 && left.1 <= right.1;
    if is_within && a.bound == TimeBound::In && b.bound == TimeBound::In {
        return compatible(
            Step::Granularity,
            &format!("{} and {} name one time more and less exactly", when(a), when(b)),
        );
    }
    compatible(Step::Bounds, &format!("{} leaves room for {}", when(a), when(b)))
}

/// Days of the expression; a week may begin on the Sunday before.
fn days(time: &TimeExpr) -> Option<(i32, i32)> {
    let slack = i32::from(time.grain == Grain::Week);
    Some((time.from?.saturating_sub(slack), time.to?))
}

/// The days that the bound leaves open.
fn reach(days: (i32, i32), bound: TimeBound) -> (i32, i32) {
    match bound {
        TimeBound::In => days,
        TimeBound::Earliest | TimeBound::Since | TimeBound::After => (days.0, i32::MAX),
        TimeBound::Within | TimeBound::Until | TimeBound::Before => (i32::MIN, days.1),
    }
}

fn is_one_day(a: &TimeExpr, b: &TimeExpr) -> bool {
    a.from == a.to
        && a.from == b.from
        && b.from == b.to
        && a.bound == TimeBound::In
        && b.bound == TimeBound::In
}

/// Without days only two times of day say anything of each other.
fn undated(a: &TimeExpr, b: &TimeExpr) -> Verdict {
    match (a.clock, b.clock) {
        (Some(x), Some(y)) if a.grain == Grain::Clock && b.grain == Grain::Clock && a.bound == b.bound => {
            clocks(x, y)
        }
        _ => compatible(Step::Unresolved, "one of the two could not be tied to a day"),
    }
}

fn clocks(a: Clock, b: Clock) -> Verdict {
    let shift = match (a.zone, b.zone) {
        (Some(x), Some(y)) => y - x,
        (None, None) => 0,
        _ if a.from == b.from && a.to == b.to => 0,
        _ => return compatible(Step::Zone, "only one of the two names its time zone"),
    };
    let (from, to) = (b.from.saturating_sub(shift), b.to.saturating_sub(shift));
    if (a.from, a.to) == (from, to) {
        return Verdict::Same;
    }
    if a.from > to.saturating_add(CLOCK_SLACK) || from > a.to.saturating_add(CLOCK_SLACK) {
        return excludes(Step::Value, "the two times of day lie apart".to_owned());
    }
    compatible(Step::Rounding, "the two times of day lie close together")
}

fn when(time: &TimeExpr) -> String {
    let bound = match time.bound {
        TimeBound::In => "",
        TimeBound::Earliest => "at the earliest ",
        TimeBound::Within => "by ",
        TimeBound::Since => "since ",
        TimeBound::Until => "until ",
        TimeBound::Before => "before ",
        TimeBound::After => "after ",
    };
    let day = match (time.from, time.to) {
        (Some(from), Some(to)) if from == to => calendar::spoken(from),
        (Some(from), Some(to)) => named_or_span(time, from, to),
        _ => "a time that is not known".to_owned(),
    };
    format!("{bound}{day}")
}

fn named_or_span(time: &TimeExpr, from: i32, to: i32) -> String {
    match (time.grain, &time.value) {
        (Grain::Year, Some(year)) => year.clone(),
        (Grain::Month, Some(_)) => {
            calendar::spoken(from).split_once(' ').map_or_else(String::new, |(_, month)| month.to_owned())
        }
        _ => format!("{} to {}", calendar::spoken(from), calendar::spoken(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_said_in_words() {
        assert_eq!([large(82e6), large(1.215e9), large(84_000.0)], ["82 million", "1.215 billion", "84000"]);
    }
}
