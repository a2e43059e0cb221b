//! Quantities: numbers with bound, unit and what they count.
//!
//! In: [`Prose`]. Out: [`Quantity`]s in order, none overlapping. Example: "at least 12 people were killed" gives 12, at least, unit "1", target "death".
//! Not here: years, dates, times of day, numbers that are names ("Flight 12", "No. 5"), telephone numbers, bylines and page furniture.

use std::ops::Range;

use crate::kind::{BlockRole, EntityKind};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;
use crate::value::bound::{bound_between, bounds};
use crate::value::compound::compound;
use crate::value::glued::glued_sum;
use crate::value::length::length_in_words;
use crate::value::measure::{Measure, currency_before, measure, measure_before};
use crate::value::named::is_name;
use crate::value::normal::{extent, figure, normal, unit_of};
use crate::value::number::{Number, Sense, number};
use crate::value::range::{Pair, pair};
use crate::value::{Bound, Quantity, TimeExpr, target, time};

/// A person's age in figures behind the name is at most this.
const OLDEST: f64 = 120.0;

/// All quantities of the text.
#[must_use]
pub fn quantities(lex: &Lexicon, prose: &Prose) -> Vec<Quantity> {
    quantities_beside(lex, prose, &time::times(lex, prose, None))
}

/// All quantities of the text beside its times, which are read already.
#[must_use]
pub fn quantities_beside(lex: &Lexicon, prose: &Prose, times: &[TimeExpr]) -> Vec<Quantity> {
    let taken = time::taken(prose, times);
    let mut out = Vec::new();
    let mut at = 0;
    while at < prose.len() {
        let found = if taken.get(at) == Some(&true) { None } else { quantity(lex, prose, at) };
        let end = found.as_ref().map_or(at + 1, |q: &Quantity| q.tokens.end.max(at + 1));
        let is_free = (at..end).all(|i| taken.get(i) != Some(&true));
        out.extend(found.filter(|_| is_free));
        at = if is_free { end } else { at + 1 };
    }
    out
}

/// A number with what was read around it.
pub(super) struct Reading {
    /// First token, the currency's sign included.
    pub start: usize,
    /// The number, or the first of two.
    pub number: Number,
    /// The second of two.
    pub pair: Option<Pair>,
    /// The unit.
    pub measure: Option<Measure>,
}

fn quantity(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Quantity> {
    let reading = length_in_words(lex, prose, at).or_else(|| read(lex, prose, at))?;
    if matches!(prose.role_of(at), BlockRole::Boilerplate | BlockRole::Byline) {
        return None;
    }
    build(lex, prose, reading)
}

fn read(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Reading> {
    let Some(number) = number(lex, prose, at) else {
        let (number, code) = glued_sum(lex, prose, at)?;
        return Some(Reading { start: at, measure: Some(sum(code, &number)), pair: None, number });
    };
    let money = currency_before(lex, prose, at);
    let start = money.map_or(at, |(start, _)| start);
    if is_name(lex, prose, at, money.is_some()) {
        return None;
    }
    let pair = pair(lex, prose, start, &number);
    let last = pair.as_ref().map_or(&number, |p| &p.second);
    let measure = match money {
        Some((_, code)) => Some(sum(code, last)),
        None if pair.as_ref().is_some_and(|p| p.is_score) => None,
        None => measure(lex, prose, last)
            .or_else(|| loosely_tied(lex, prose, last))
            .or_else(|| measure_before(prose, start, last)),
    };
    if let (None, Some(unit)) = (&pair, measure.clone()) {
        let (number, unit) = compound(lex, prose, number, unit);
        return Some(signed(prose, Reading { start, number, pair, measure: Some(unit) }));
    }
    Some(Reading { start, number, pair, measure })
}

/// Takes in the minus before a temperature or a rate.
fn signed(prose: &Prose, reading: Reading) -> Reading {
    let falls = reading.measure.as_ref().is_some_and(Measure::falls_below_nought);
    if !falls || !follows_minus(prose, reading.start) {
        return reading;
    }
    let number = Number { value: -reading.number.value, ..reading.number };
    Reading { start: reading.start - 1, number, ..reading }
}

/// "minus 12", "-5" behind a space or a bracket.
fn follows_minus(prose: &Prose, start: usize) -> bool {
    let Some(sign) = start.checked_sub(1) else { return false };
    let is_sign = matches!(prose.raw(sign), "-" | "−" | "–")
        && !prose.is_spaced(start)
        && (prose.is_spaced(sign) || sign.checked_sub(1).is_none_or(|i| prose.raw(i) == "("));
    is_sign || prose.lower(sign) == "minus"
}

/// A unit behind "-plus", "-odd" ("90-plus percent"), or behind the "of" of a lump ("a couple of years").
fn loosely_tied(lex: &Lexicon, prose: &Prose, number: &Number) -> Option<Measure> {
    let end = number.end;
    let is_lump = number.sense != Sense::Plain || number.scale > 1.0;
    let skipped = match (prose.lower(end), prose.lower(end + 1)) {
        ("of", _) if is_lump && number.sense != Sense::Part => 1,
        ("+", _) => 1,
        ("-", "plus" | "odd") => 2,
        ("plus" | "odd", _) => 1,
        _ => return None,
    };
    measure(lex, prose, &Number { end: end + skipped, ..number.clone() })
}

/// A sum of money; the "m" written onto it is a million.
fn sum(code: &str, number: &Number) -> Measure {
    Measure {
        end: number.end,
        unit: code.to_owned(),
        factor: 1.0,
        kind: EntityKind::Money,
        designator: "",
        is_tied: false,
    }
}

fn build(lex: &Lexicon, prose: &Prose, reading: Reading) -> Option<Quantity> {
    let Reading { start, number, pair, measure } = reading;
    if number.suffix.as_deref().is_some_and(|suffix| suffix != "m" && measure.is_none()) {
        return None;
    }
    let last = pair.as_ref().map_or(&number, |p| &p.second);
    let end = measure.as_ref().map_or(last.end, |m| m.end.max(last.end));
    if let Some(age) = age_behind_name(prose, start, &number, measure.is_some() || pair.is_some()) {
        return Some(age);
    }
    let is_score = pair.as_ref().is_some_and(|p| p.is_score);
    let unit = unit_of(&number, measure.as_ref(), is_score);
    let (before, bound, behind) = bounds(lex, prose, start, end);
    let (before, bound, behind) =
        if number.sense == Sense::Rank { (start, Bound::Exactly, end) } else { (before, bound, behind) };
    let inner = measure.as_ref().and_then(|_| bound_between(lex, prose, last.end));
    let bound = settled(inner.unwrap_or(bound), &number, pair.as_ref());
    let target = target_of(lex, prose, before..behind, &unit, measure.as_ref());
    if !is_told(prose, start, &number, measure.as_ref(), target.as_deref()) {
        return None;
    }
    // "100m" alone may be metres or a million.
    if number.suffix.as_deref() == Some("m") && measure.is_none() && target.is_none() && number.step >= 1.0 {
        return None;
    }
    let (low, high, step) = extent(&number, pair.as_ref(), measure.as_ref());
    // "between 10 and 12": the word belongs to the range.
    let is_led = pair.is_some() && before.checked_sub(1).is_some_and(|i| prose.lower(i) == "between");
    let before = if is_led { before - 1 } else { before };
    let is_vague = number.sense == Sense::Vague;
    let value = if is_vague {
        String::new()
    } else {
        normal(&number, pair.as_ref(), measure.as_ref(), &unit, low, high)
    };
    Some(Quantity {
        span: prose.cover(before..behind.max(start + 1)),
        tokens: before..behind.max(start + 1),
        number: prose.cover(start..end.max(start + 1)),
        kind: measure.as_ref().map_or(EntityKind::Quantity, |m| m.kind),
        low,
        high,
        step,
        bound,
        is_vague,
        unit,
        target,
        value,
    })
}

/// A range bounds by itself, a score never, and a lump is about its number.
fn settled(bound: Bound, number: &Number, pair: Option<&Pair>) -> Bound {
    match bound {
        _ if pair.is_some_and(|p| p.is_score) => Bound::Exactly,
        _ if pair.is_some() => Bound::Between,
        Bound::Exactly if matches!(number.sense, Sense::Lump | Sense::Part) => Bound::About,
        bound => bound,
    }
}

/// What the number at the tokens counts or measures; an age before a name measures nobody in common.
fn target_of(
    lex: &Lexicon,
    prose: &Prose,
    tokens: Range<usize>,
    unit: &str,
    measure: Option<&Measure>,
) -> Option<String> {
    let (start, end) = (tokens.start, tokens.end);
    let Some(measure) = measure else {
        return match unit {
            "1" | "ordinal" | "percent" => target::counted(lex, prose, start, end),
            _ => target::measured(lex, prose, start, end, true),
        };
    };
    let is_adjective = measure.is_tied || matches!(measure.kind, EntityKind::Money | EntityKind::Percent);
    match unit {
        "barrel" => target::counted(lex, prose, start, end),
        "age" if target::is_named(lex, prose, end) => None,
        _ => target::measured(lex, prose, start, end, is_adjective),
    }
}

/// Whether the number says how much: not "one of", "no one", "the first of all", "at first".
fn is_told(
    prose: &Prose,
    start: usize,
    number: &Number,
    measure: Option<&Measure>,
    target: Option<&str>,
) -> bool {
    if measure.is_some() {
        return !(number.sense == Sense::Rank);
    }
    let before = start.checked_sub(1).map_or("", |i| prose.lower(i));
    let behind = prose.lower(number.end);
    match number.sense {
        Sense::Rank if prose.is_capitalised(number.end) => false,
        Sense::Rank => target.is_some() && behind != "of" || prose.kind(start) == TokenKind::Number,
        Sense::Vague => target.is_some() || number.end > start + 2,
        Sense::Part => is_part(prose, start, number),
        Sense::Plain if prose.lower(start) == "one" => {
            let is_other = matches!(
                before,
                "no" | "any"
                    | "every"
                    | "each"
                    | "this"
                    | "that"
                    | "which"
                    | "the"
                    | "some"
                    | "day"
                    | "-"
                    | "another"
                    | "or"
            );
            let is_pronoun = matches!(
                behind,
                "of" | "another"
                    | "day"
                    | "thing"
                    | "time"
                    | "way"
                    | "point"
                    | "hand"
                    | "side"
                    | "-"
                    | "that"
                    | "who"
            );
            target.is_some() && !is_other && !is_pronoun
        }
        _ => true,
    }
}

/// "half of", "more than half", "half the town", but not "the first half" or "half-time".
fn is_part(prose: &Prose, start: usize, number: &Number) -> bool {
    let before = start.checked_sub(1).map_or("", |i| prose.lower(i));
    let behind = prose.lower(number.end);
    let takes = matches!(
        behind,
        "of" | "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "those" | "all" | "that"
    );
    let is_bounded = matches!(
        before,
        "than"
            | "about"
            | "nearly"
            | "almost"
            | "over"
            | "under"
            | "least"
            | "around"
            | "roughly"
            | "by"
            | "in"
    );
    // "the first half", "a second-half goal"
    let is_ranked = matches!(before, "first" | "second" | "-" | "other" | "top" | "bottom");
    prose.lower(start) != "half" || !is_ranked && (takes || is_bounded)
}

/// "Ann Smyth, 40, …": a name, a comma, figures, and the end of the apposition.
fn age_behind_name(prose: &Prose, start: usize, number: &Number, has_more: bool) -> Option<Quantity> {
    let comma = start.checked_sub(1)?;
    let name = comma.checked_sub(1)?;
    let is_aged = matches!(prose.lower(comma), "aged" | "age")
        || prose.lower(comma) == "of" && prose.lower(name) == "age";
    let is_one = prose.kind(name) == TokenKind::Word
        && (prose.is_capitalised(name) && prose.pos(name) == Pos::Propn
            || prose.raw(start + 1) == ","
                && prose.pos(name) == Pos::Noun
                && prose.lower(name) == prose.lemma(name));
    let is_name = is_one && prose.raw(comma) == ",";
    let closes = matches!(prose.raw(start + 1), "," | "." | ";" | ")" | "")
        || prose.sentence_of(start) != prose.sentence_of(start + 1);
    let is_figure = prose.kind(start) == TokenKind::Number
        && number.sense == Sense::Plain
        && number.step <= 1.0
        && number.value.fract() == 0.0;
    // "the numbers, 12, 13 and 14"
    let has_more = has_more || prose.raw(start + 1) == "," && prose.kind(start + 2) == TokenKind::Number;
    let is_age =
        !has_more && (1.0..=OLDEST).contains(&number.value) && (is_aged || is_name && closes && is_figure);
    is_age.then(|| Quantity {
        span: prose.span(start),
        tokens: start..start + 1,
        number: prose.span(start),
        kind: EntityKind::Duration,
        low: number.value,
        high: number.value,
        step: 1.0,
        bound: Bound::Exactly,
        is_vague: false,
        unit: "age".to_owned(),
        target: None,
        value: format!("P{}Y", figure(number.value)),
    })
}
