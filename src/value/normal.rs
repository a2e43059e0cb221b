//! The value of a quantity: in the base unit, and as the report shows it.
//!
//! In: number, range and unit as read. Out: least, most and step; the text of the value. Example: "$5-10 million" is 5,000,000 to 10,000,000, "USD 5000000-10000000".
//! Limits: temperatures are turned to degrees Celsius, sums of money are never converted.

use crate::kind::EntityKind;
use crate::value::measure::Measure;
use crate::value::number::{Number, Sense};
use crate::value::range::{Pair, scale_of};

pub(super) fn unit_of(number: &Number, measure: Option<&Measure>, is_score: bool) -> String {
    match measure {
        Some(m) if m.unit == "fahrenheit" => "celsius".to_owned(),
        Some(m) => m.unit.clone(),
        None if is_score => "score".to_owned(),
        None if number.sense == Sense::Rank => "ordinal".to_owned(),
        None if number.sense == Sense::Part => "percent".to_owned(),
        None => "1".to_owned(),
    }
}

/// Least, most and step in the base unit.
pub(super) fn extent(number: &Number, pair: Option<&Pair>, measure: Option<&Measure>) -> (f64, f64, f64) {
    let million = |n: &Number| {
        if n.suffix.as_deref() == Some("m") && measure.is_none_or(|m| m.kind == EntityKind::Money) {
            1e6
        } else {
            1.0
        }
    };
    let factor = match measure {
        Some(m) => m.factor,
        None if number.sense == Sense::Part => 100.0,
        None => 1.0,
    };
    let shared = pair.map_or(1.0, |p| {
        scale_of(number, &p.second) * if number.suffix.is_none() { million(&p.second) } else { 1.0 }
    });
    let low = number.value * million(number) * factor * shared;
    let high = pair.map_or(low, |p| p.second.value * million(&p.second) * factor);
    let is_share = measure.is_some_and(|m| m.kind == EntityKind::Percent);
    let step = if is_share {
        number.step.min(1.0)
    } else {
        number.step.min(if million(number) > 1.0 { 1.0 } else { f64::INFINITY })
    };
    let step = step * million(number) * factor * shared;
    if measure.is_some_and(|m| m.unit == "fahrenheit") {
        let celsius = |f: f64| (f - 32.0) / 1.8;
        return (celsius(low), celsius(high), step / 1.8);
    }
    (low, high, step)
}

/// A value as the report shows it.
pub(super) fn normal(
    number: &Number,
    pair: Option<&Pair>,
    measure: Option<&Measure>,
    unit: &str,
    low: f64,
    high: f64,
) -> String {
    let span = if pair.is_none() { figure(low) } else { format!("{}-{}", figure(low), figure(high)) };
    let Some(measure) = measure else { return span };
    match measure.kind {
        EntityKind::Duration => duration(number, pair, measure.designator),
        EntityKind::Money => format!("{unit} {span}"),
        EntityKind::Percent => span,
        _ => format!("{span} {unit}"),
    }
}

/// ISO 8601: "PT3H", "P2Y"; of a range, both ends.
fn duration(number: &Number, pair: Option<&Pair>, designator: &str) -> String {
    let (clock, rest) = designator.strip_prefix('T').map_or(("", designator), |rest| ("T", rest));
    let letters = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let factor = rest.strip_suffix(letters).and_then(|f| f.parse::<f64>().ok()).unwrap_or(1.0);
    let one = |n: &Number| format!("P{clock}{}{letters}", figure(n.value * factor));
    pair.map_or_else(|| one(number), |p| format!("{}/{}", one(number), one(&p.second)))
}

/// A number without needless noughts, to four decimals.
pub(super) fn figure(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e18 {
        return format!("{value:.0}");
    }
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
