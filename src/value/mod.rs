//! Values: quantities with unit, bound and what they count; times as intervals of days.
//!
//! In: [`Prose`] and the day of publication. Out: [`Quantity`]s and [`TimeExpr`]s in order of their start.

use std::ops::Range;

use crate::kind::EntityKind;
use crate::span::Span;

/// How a number bounds what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "twelve".
    Exactly,
    /// "about twelve", "nearly twelve", "almost twelve".
    About,
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
    /// `Quantity`, `Percent`, `Money` or `Duration`.
    pub kind: EntityKind,
    /// The least and the most value as written ("between 10 and 12": 10 and 12; "12": 12 twice), in the base unit.
    pub low: f64,
    /// See `low`.
    pub high: f64,
    /// How the number bounds.
    pub bound: Bound,
    /// Base unit: "1" for counts, "percent", a currency code, "hour" for durations, "km", …; ordinals have "ordinal".
    pub unit: String,
    /// Lemma of the counted or measured noun ("people", "tariff"), where one follows or governs.
    pub target: Option<String>,
    /// Normalised value for the report.
    pub value: String,
}

/// A day as days since 1 January 1970 in the proleptic Gregorian calendar.
pub type Day = i32;

/// How fine a time expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Grain {
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
    /// "since June".
    Since,
    /// "until Friday", "before Friday".
    Until,
    /// "after Friday".
    After,
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
    /// How fine it is.
    pub grain: Grain,
    /// How it bounds the event.
    pub bound: TimeBound,
    /// Normalised value: "2021-06", "2025-08-07", "2025-W33", "2019"; `None` where it is vague or not resolved.
    pub value: Option<String>,
    /// "soon", "in the coming days": no border to hold anyone to.
    pub is_vague: bool,
}

/// Quantities of one article.
#[must_use]
pub fn quantities(_lex: &crate::lexicon::Lexicon, _prose: &crate::prose::Prose) -> Vec<Quantity> {
    Vec::new()
}

/// Times of one article.
#[must_use]
pub fn times(
    _lex: &crate::lexicon::Lexicon,
    _prose: &crate::prose::Prose,
    _date: Option<&str>,
) -> Vec<TimeExpr> {
    Vec::new()
}

/// A value as the report lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueMention {
    /// Where it stands.
    pub span: Span,
    /// Date, duration, time, quantity, percent or money.
    pub kind: EntityKind,
    /// Normalised value.
    pub value: Option<String>,
}

/// Quantities and times as the report lists them, in order of their start.
#[must_use]
pub fn mentions(_quantities: &[Quantity], _times: &[TimeExpr]) -> Vec<ValueMention> {
    Vec::new()
}

/// What comparing two values says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// One value.
    Same,
    /// Both can hold, and why.
    Compatible(String),
    /// Both can not hold, and why.
    Excludes(String),
}

/// Compares two quantities.
#[must_use]
pub fn quantities_exclude(_a: &Quantity, _b: &Quantity) -> Verdict {
    Verdict::Same
}

/// Compares two times.
#[must_use]
pub fn times_exclude(_a: &TimeExpr, _b: &TimeExpr) -> Verdict {
    Verdict::Same
}
