//! Values: quantities with unit, bound and what they count; times as intervals of days.
//!
//! In: [`Prose`] and the day of publication. Out: [`Quantity`]s and [`TimeExpr`]s in order of their start.

mod bound;
pub mod calendar;
mod compare;
mod compound;
mod glued;
mod length;
mod measure;
mod mention;
mod named;
mod normal;
mod number;
mod quantity;
mod range;
mod target;
mod time;

use std::ops::Range;

pub use calendar::iso as iso_date;
pub use compare::{Reason, Step, Verdict, quantities_exclude, times_exclude};
pub use mention::{ValueMention, mentions};
pub use quantity::{quantities, quantities_beside};
pub use time::times;

use crate::kind::EntityKind;
use crate::span::Span;

/// How a number bounds what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "twelve".
    Exactly,
    /// "about twelve", "some twelve", "a dozen or so".
    About,
    /// "nearly twelve", "almost twelve", "just under twelve": a little less.
    Nearly,
    /// "just over twelve", "slightly more than twelve": a little more.
    JustOver,
    /// "at least twelve", "more than twelve", "over twelve".
    AtLeast,
    /// "at most twelve", "up to twelve", "fewer than twelve".
    AtMost,
    /// "between ten and twelve", "10-12".
    Between,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the bound word to the unit ("at least 12 people" without "people": the counted noun is `target`).
    pub span: Span,
    /// Tokens of the span.
    pub tokens: Range<usize>,
    /// The part of the span without the words that bound: "12", "$82 million", "three-hour".
    pub number: Span,
    /// `Quantity`, `Percent`, `Money` or `Duration`.
    pub kind: EntityKind,
    /// The least and the most value as written ("between 10 and 12": 10 and 12; "12": 12 twice), in the base unit.
    /// A score ("88-72") has its first figure here and its second in `high`.
    pub low: f64,
    /// See `low`.
    pub high: f64,
    /// The place of the last written digit, in the base unit: 100,000 for "1.5 million". Rounding is judged by it.
    pub step: f64,
    /// How the number bounds.
    pub bound: Bound,
    /// "several", "hundreds of": `low` is the least it can be, and there is no most.
    pub is_vague: bool,
    /// Base unit: "1" for counts, "percent", a currency code, "hour" for durations, "age" in years, "km", …; ordinals have "ordinal", scores "score".
    pub unit: String,
    /// Lemma of the counted or measured noun ("person", "tariff"), where one follows or governs; people who came to harm or were held
    /// have one word whatever the text says ("death", "injury", "arrest").
    pub target: Option<String>,
    /// Normalised value for the report: "12", "USD 82000000", "PT3H"; empty where it is vague.
    pub value: String,
}

/// A day as days since 1 January 1970 in the proleptic Gregorian calendar.
pub type Day = i32;

/// How fine a time expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Grain {
    /// A time of day, whose day may be known or not.
    Clock,
    Day,
    Week,
    Month,
    Year,
    Longer,
}

/// How a time expression bounds the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimeBound {
    /// "on Friday", "in June".
    In,
    /// "as early as next week", "as soon as next week": not before.
    Earliest,
    /// "within the next week", "by Friday": not after.
    Within,
    /// "since June", "from June".
    Since,
    /// "until Friday": it ends then.
    Until,
    /// "before Friday".
    Before,
    /// "after Friday".
    After,
}

/// A part of the day, in minutes from its beginning; beyond 1440 is the next morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// First minute.
    pub from: i32,
    /// Last minute.
    pub to: i32,
    /// Minutes ahead of universal time, where the text names a zone.
    pub zone: Option<i32>,
}

/// A time as the text gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpr {
    /// The expression without its preposition ("next week", "June 2021").
    pub span: Span,
    /// Tokens of the span.
    pub tokens: Range<usize>,
    /// First day, where the expression could be resolved.
    pub from: Option<Day>,
    /// Last day, inclusive.
    pub to: Option<Day>,
    /// The time of day: of "5 p.m.", "Friday night"; `None` where none is said or it can be read in two ways ("at 3:59").
    pub clock: Option<Clock>,
    /// How fine it is.
    pub grain: Grain,
    /// How it bounds the event.
    pub bound: TimeBound,
    /// Normalised value: "2021-06", "2025-08-07", "2025-W33", "2019"; `None` where it is vague or not resolved.
    pub value: Option<String>,
    /// "in the coming days", "last summer": no border to hold anyone to.
    pub is_vague: bool,
    /// The weekday that stands with the date is not that day's ("Monday, 7 August 2025", a Thursday).
    pub is_wrong_weekday: bool,
}

impl TimeExpr {
    /// Its kind in the report.
    #[must_use]
    pub fn kind(&self) -> EntityKind {
        if self.grain == Grain::Clock { EntityKind::Time } else { EntityKind::Date }
    }
}
