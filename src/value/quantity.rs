//! Quantities: numbers with bound, unit and what they count.
//!
//! In: [`Prose`]. Out: [`Quantity`]s in order, none overlapping. Example: "at least 12 people were killed" gives 12, at least, unit "1", target "death".
//! Not here: years, dates, times of day, numbers that are names ("Flight 12", "No. 5"), telephone numbers, bylines and page furniture.

use crate::kind::{BlockRole, EntityKind};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;
use crate::value::measure::{Measure, currency_before, measure};
use crate::value::number::{Number, Sense, number};
use crate::value::range::{Pair, pair, scale_of};
use crate::value::{Bound, Quantity, target, time};

/// A person's age in figures behind the name is at most this.
const OLDEST: f64 = 120.0;
/// The longest phrase that bounds a number has this many words.
const BOUND_WORDS: usize = 4;

/// All quantities of the text.
#[must_use]
pub fn quantities(lex: &Lexicon, prose: &Prose) -> Vec<Quantity> {
    let taken = time::taken(lex, prose);
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
struct Reading {
    start: usize,
    number: Number,
    pair: Option<Pair>,
    measure: Option<Measure>,
}

fn quantity(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Quantity> {
    let reading = length_in_words(lex, prose, at).or_else(|| read(lex, prose, at))?;
    if matches!(prose.role_of(at), BlockRole::Boilerplate | BlockRole::Byline) {
        return None;
    }
    build(lex, prose, reading)
}

fn read(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Reading> {
    let number = number(lex, prose, at)?;
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
        None => measure(lex, prose, last),
    };
    Some(Reading { start, number, pair, measure })
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

/// Lengths of time without a number: "an hour", "a year and a half", "week-long".
fn length_in_words(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Reading> {
    let is_article = matches!(prose.lower(at), "a" | "an");
    let unit = at + usize::from(is_article);
    let row = lex.units.get(prose.lower(unit)).filter(|row| row.first() == Some(&"hour"))?;
    let hyphen = prose.raw(unit + 1) == "-" && !prose.is_spaced(unit + 1);
    let is_long = hyphen && prose.lower(unit + 2) == "long";
    let is_singular = !prose.lower(unit).ends_with('s') && prose.lower(unit) != "second";
    let plain = is_article && is_singular && !hyphen && is_length(prose, at, unit);
    if !is_long && !plain {
        return None;
    }
    let has_half = plain
        && (prose.lower(unit + 1), prose.lower(unit + 2), prose.lower(unit + 3)) == ("and", "a", "half");
    let end = if has_half { unit + 4 } else { unit + 1 };
    let value = if has_half { 1.5 } else { 1.0 };
    let number = Number { end: unit, value, step: 0.5, scale: 1.0, sense: Sense::Lump, suffix: None };
    let measure = Measure {
        end,
        unit: "hour".to_owned(),
        factor: row.get(1)?.parse().ok()?,
        kind: EntityKind::Duration,
        designator: row.get(2).copied().unwrap_or(""),
        is_tied: is_long,
    };
    Some(Reading { start: if is_long { unit } else { at }, number, pair: None, measure: Some(measure) })
}

/// "for an hour", "after a week of talks", but not "twice a week", "$5 an hour", "a day that", "a year ago".
fn is_length(prose: &Prose, at: usize, unit: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| prose.lower(i));
    let behind = prose.lower(unit + 1);
    let is_measured = matches!(
        before,
        "for"
            | "after"
            | "about"
            | "nearly"
            | "almost"
            | "within"
            | "over"
            | "than"
            | "least"
            | "around"
            | "lasted"
            | "took"
            | "takes"
            | "last"
            | "roughly"
            | "just"
            | "to"
            | "under"
            | "half"
    );
    is_measured && !matches!(behind, "ago" | "earlier" | "later" | "when" | "that")
}

/// Whether the number is a name, an address or part of a telephone number.
fn is_name(lex: &Lexicon, prose: &Prose, at: usize, is_money: bool) -> bool {
    if is_money {
        return false;
    }
    let Some(before) = at.checked_sub(1).filter(|&i| prose.sentence_of(i) == prose.sentence_of(at)) else {
        return is_telephone(prose, at);
    };
    let is_figure = prose.kind(at) == TokenKind::Number;
    let word = prose.lower(before);
    if lex.number_labels.has(word)
        && (is_figure || prose.is_capitalised(at) || prose.is_capitalised(before))
        && !follows_people(lex, prose, at)
    {
        return true;
    }
    // "COVID-19", "F-16", and what a hyphen ties behind a number that was no quantity.
    if is_figure && matches!(word, "-" | "–") && !prose.is_spaced(at) && !prose.is_spaced(before) {
        return before.checked_sub(1).is_some_and(|i| prose.kind(i) != TokenKind::Symbol);
    }
    if is_figure && matches!(word, "#" | "+" | "@" | "/" | "№") && !prose.is_spaced(at) {
        return true;
    }
    is_figure && is_named(lex, prose, before, at) || is_telephone(prose, at)
}

fn follows_people(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    lex.people_words.has(prose.lower(at + 1)) || lex.count_states.has(prose.lower(at + 1))
}

/// "Boeing 737", "Channel 4": a capital stands before the figures and no noun behind them.
fn is_named(lex: &Lexicon, prose: &Prose, before: usize, at: usize) -> bool {
    let is_first = prose.sentence_at(at).is_some_and(|s| s.start == before);
    let is_word = prose.kind(before) == TokenKind::Word && prose.is_capitalised(before) && !is_first;
    let is_calendar = lex.months.has(prose.lower(before)) || lex.weekdays.has(prose.lower(before));
    let has_noun = prose.pos(at + 1) == Pos::Noun && prose.kind(at + 1) == TokenKind::Word;
    let has_sign = matches!(prose.raw(at + 1), "%" | "-" | "€" | "°")
        || lex.number_words.has(prose.lower(at + 1))
        || lex.units.has(prose.lower(at + 1));
    is_word && !is_calendar && prose.pos(before) == Pos::Propn && !has_noun && !has_sign
}

/// Three or more groups of figures tied by hyphens: "555-012-3456".
fn is_telephone(prose: &Prose, at: usize) -> bool {
    let is_tied = |i: usize| {
        prose.raw(i) == "-"
            && !prose.is_spaced(i)
            && !prose.is_spaced(i + 1)
            && prose.kind(i + 1) == TokenKind::Number
    };
    is_tied(at + 1)
        && (is_tied(at + 3) || at >= 2 && is_tied(at - 1) && prose.kind(at - 2) == TokenKind::Number)
        || prose.kind(at) == TokenKind::Number
            && prose.raw(at).len() == 3
            && is_tied(at + 1)
            && prose.raw(at + 2).len() == 4
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
    let is_adjective = measure
        .as_ref()
        .is_some_and(|m| m.is_tied || matches!(m.kind, EntityKind::Money | EntityKind::Percent));
    let target = match (&measure, unit.as_str()) {
        (None, "1" | "ordinal" | "percent") | (Some(_), "barrel") => {
            target::counted(lex, prose, before, behind)
        }
        (None, _) => target::measured(lex, prose, before, behind, true),
        (Some(_), _) => target::measured(lex, prose, before, behind, is_adjective),
    };
    if !is_told(prose, start, &number, measure.as_ref(), target.as_deref()) {
        return None;
    }
    let (low, high, step) = extent(&number, pair.as_ref(), measure.as_ref());
    let bound = match bound {
        _ if is_score => Bound::Exactly,
        _ if pair.is_some() => Bound::Between,
        Bound::Exactly if matches!(number.sense, Sense::Lump | Sense::Part) => Bound::About,
        bound => bound,
    };
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

fn unit_of(number: &Number, measure: Option<&Measure>, is_score: bool) -> String {
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
fn extent(number: &Number, pair: Option<&Pair>, measure: Option<&Measure>) -> (f64, f64, f64) {
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

/// The bound words around the number: where they begin, what they say, where they end.
fn bounds(lex: &Lexicon, prose: &Prose, start: usize, end: usize) -> (usize, Bound, usize) {
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
        Sense::Rank => target.is_some() && behind != "of" || prose.kind(start) == TokenKind::Number,
        Sense::Vague => target.is_some(),
        Sense::Part => behind == "of" || target.is_some() || number.end > start + 1,
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

/// "Ann Smyth, 40, …": a name, a comma, figures, and the end of the apposition.
fn age_behind_name(prose: &Prose, start: usize, number: &Number, has_more: bool) -> Option<Quantity> {
    let comma = start.checked_sub(1)?;
    let name = comma.checked_sub(1)?;
    let is_aged = matches!(prose.lower(comma), "aged" | "age");
    let is_name = prose.raw(comma) == ","
        && prose.kind(name) == TokenKind::Word
        && prose.is_capitalised(name)
        && prose.pos(name) == Pos::Propn;
    let closes = matches!(prose.raw(start + 1), "," | "." | ";" | ")" | "")
        || prose.sentence_of(start) != prose.sentence_of(start + 1);
    let is_figure = prose.kind(start) == TokenKind::Number
        && number.sense == Sense::Plain
        && number.step <= 1.0
        && number.value.fract() == 0.0;
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

/// A value as the report shows it.
fn normal(
    number: &Number,
    pair: Option<&Pair>,
    measure: Option<&Measure>,
    unit: &str,
    low: f64,
    high: f64,
) -> String {
    let span =
        if low == high || pair.is_none() { figure(low) } else { format!("{}-{}", figure(low), figure(high)) };
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
fn figure(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e18 {
        return format!("{value:.0}");
    }
    let text = format!("{value:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
