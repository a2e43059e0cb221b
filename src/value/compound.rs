//! Measures in two units: feet and inches, hours and minutes.
//!
//! In: a number with its unit, and what stands behind it. Out: the whole in the finer unit. Example: "5ft 9in" is 69 inches, "two hours and
//! 15 minutes" 135 minutes, "6-foot-3" 75 inches.
//! Limits: "two years, six months" without a third part stays two measures, since the second may begin another phrase.

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;
use crate::value::measure::{Measure, measure};
use crate::value::number::{Number, Sense, number};

/// Units whose parts differ by more are told apart from each other ("two years and five minutes").
const LARGEST_RATIO: f64 = 61.0;

/// The number and unit of the whole; the same again where nothing finer follows.
pub(super) fn compound(lex: &Lexicon, prose: &Prose, number: Number, measure: Measure) -> (Number, Measure) {
    let (mut whole, mut unit) = (number, measure);
    while let Some((next, finer)) = part(lex, prose, &whole, &unit) {
        let ratio = unit.factor / finer.factor;
        whole = Number { value: whole.value * ratio.round() + next.value, step: next.step, ..next };
        unit = Measure { is_tied: unit.is_tied, ..finer };
    }
    (whole, unit)
}

/// The finer part that begins behind the unit.
fn part(lex: &Lexicon, prose: &Prose, number: &Number, unit: &Measure) -> Option<(Number, Measure)> {
    if number.sense != Sense::Plain || number.value.fract() != 0.0 || number.scale > 1.0 || unit.factor <= 0.0
    {
        return None;
    }
    if let Some(inches) = inches(lex, prose, unit) {
        return Some(inches);
    }
    let joined = |at: usize| finer(lex, prose, at, unit);
    match prose.lower(unit.end) {
        "and" => joined(unit.end + 1),
        // "24 hours, 30 minutes and 10 seconds"
        "," => joined(unit.end + 1)
            .filter(|(_, m)| prose.lower(m.end) == "and" && finer(lex, prose, m.end + 1, m).is_some()),
        _ => joined(unit.end),
    }
}

/// A plain number with a unit of the same kind, less than one of the coarser.
fn finer(lex: &Lexicon, prose: &Prose, at: usize, unit: &Measure) -> Option<(Number, Measure)> {
    let next = number(lex, prose, at).filter(|n| n.sense == Sense::Plain && n.scale <= 1.0)?;
    let finer = measure(lex, prose, &next).filter(|m| m.unit == unit.unit && m.kind == unit.kind)?;
    let ratio = unit.factor / finer.factor;
    (ratio > 1.5 && ratio < LARGEST_RATIO && next.value < ratio).then_some((next, finer))
}

/// "6-foot-3", "6ft 3": inches without their word.
fn inches(lex: &Lexicon, prose: &Prose, unit: &Measure) -> Option<(Number, Measure)> {
    let is_foot = matches!(prose.lower(unit.end.checked_sub(1)?), "foot");
    let is_tied = prose.raw(unit.end) == "-" && !prose.is_spaced(unit.end) && !prose.is_spaced(unit.end + 1);
    let at = unit.end + 1;
    if !is_foot || !is_tied || prose.kind(at) != TokenKind::Number {
        return None;
    }
    let next = number(lex, prose, at).filter(|n| n.value < 12.0)?;
    let inch = lex.units.column("inch", 1)?.parse().ok()?;
    Some((next.clone(), Measure { end: next.end, factor: inch, ..unit.clone() }))
}
