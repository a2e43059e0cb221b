//! Copies in which a figure, a date, a weekday or a place is another one.
//!
//! In: a [`Source`]. Out: one edit for each such fact of its text. Example: "three hours" becomes "seven hours", "in June 2021" once
//! "in November 2021" and once "in June 2018".
//! Limits: ordinals, vague counts ("several") and clock times stay as they are.

use std::ops::Range;

use crosscheck::kind::EntityKind;
use crosscheck::lexicon::Lexicon;
use crosscheck::tag::Pos;
use crosscheck::token::TokenKind;

use crate::source::{Edit, Source};
use crate::vocabulary::{
    BEFORE_PLACES, CITIES, COUNTRIES, FIGURES, MONTH_WORDS, MONTHS, RELATIVE, UNITS, WEEKDAYS,
};

/// The first digit of a figure in the copy is so many later, round the nine.
const DIGITS_LATER: [u32; 2] = [1, 4];

/// A date in the copy is so many years earlier.
const YEARS: u32 = 3;

/// A month in the copy is so many later, round the year.
const MONTHS_LATER: usize = 5;

/// A weekday in the copy is so many days later, round the week: once the day before, once one in the middle between.
const DAYS_LATER: [usize; 2] = [6, 3];

/// Figures with what they count or measure, each once as a near and once as a far one.
#[must_use]
pub fn figures(source: &Source) -> Vec<Edit> {
    let places = source.narrated().filter(|&at| !is_of_date(source, at) && counts(source, at));
    places
        .flat_map(|at| {
            let others = match source.prose.kind(at) {
                TokenKind::Number => {
                    DIGITS_LATER.iter().filter_map(|&by| other_digits(source.prose.raw(at), by)).collect()
                }
                TokenKind::Word => other_words(source, at),
                _ => Vec::new(),
            };
            others.into_iter().map(move |other| source.replacing(at..at + 1, &other)).collect::<Vec<_>>()
        })
        .collect()
}

/// The same number of digits, the first of them another.
fn other_digits(number: &str, by: u32) -> Option<String> {
    let first = number.chars().next()?.to_digit(10).filter(|&digit| digit > 0)?;
    let rest: String = number.chars().skip(1).collect();
    rest.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        .then(|| format!("{}{rest}", (first - 1 + by) % 9 + 1))
}

fn other_words(source: &Source, at: usize) -> Vec<String> {
    let prose = &source.prose;
    let word = prose.lower(at);
    let unit = if prose.raw(at + 1) == "-" { at + 2 } else { at + 1 };
    let others = FIGURES
        .iter()
        .find(|(figure, ..)| *figure == word && (word != "one" || UNITS.contains(&prose.lemma(unit))));
    others.map(|(_, near, far)| vec![(*near).to_owned(), (*far).to_owned()]).unwrap_or_default()
}

/// Whether a noun, a unit or a sign that is counted follows, and no idiom ("two-way", "24/7").
fn counts(source: &Source, at: usize) -> bool {
    let prose = &source.prose;
    let glued = |token: usize| matches!(prose.raw(token), "/" | ":" | "#");
    if glued(at + 1) || (at > 0 && (glued(at - 1) || prose.raw(at - 1) == "-")) {
        return false;
    }
    if prose.raw(at + 1) == "-" {
        return UNITS.contains(&prose.lemma(at + 2));
    }
    prose.raw(at + 1) == "%" || matches!(prose.pos(at + 1), Pos::Noun | Pos::Adj | Pos::Num | Pos::Propn)
}

/// Whether the number is a day, a year or a time of day.
fn is_of_date(source: &Source, at: usize) -> bool {
    let prose = &source.prose;
    let is_month = |token: usize| MONTHS.contains(&prose.raw(token));
    is_year(prose.raw(at)) || is_month(at + 1) || (at > 0 && is_month(at - 1)) || prose.raw(at).contains(':')
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

/// Years, months, days of the month, and days told from the article's own.
#[must_use]
pub fn dates(source: &Source) -> Vec<Edit> {
    let named = source.narrated().filter_map(|at| {
        let other =
            other_year(source, at).or_else(|| other_month(source, at)).or_else(|| other_day(source, at))?;
        Some(source.replacing(at..at + 1, &other))
    });
    let relative = source
        .phrases(RELATIVE)
        .into_iter()
        .filter(|(range, _)| source.prose.lower(range.end) != "and")
        .map(|(range, other)| source.replacing(range, other));
    let mut edits: Vec<Edit> = named.chain(relative).collect();
    edits.sort_by_key(|edit| edit.span);
    edits
}

fn other_year(source: &Source, at: usize) -> Option<String> {
    let word = source.prose.raw(at);
    let before = at.checked_sub(1)?;
    let stands = matches!(source.prose.pos(before), Pos::Adp | Pos::Sconj)
        || source.prose.raw(before) == ","
        || MONTHS.contains(&source.prose.raw(before));
    let year: u32 = word.parse().ok().filter(|_| stands && is_year(word))?;
    Some((year - YEARS).to_string())
}

fn other_month(source: &Source, at: usize) -> Option<String> {
    let prose = &source.prose;
    let word = prose.raw(at);
    let place = MONTHS.iter().position(|month| *month == word)?;
    let before = at.checked_sub(1)?;
    let beside = prose.kind(before) == TokenKind::Number || prose.kind(at + 1) == TokenKind::Number;
    let told =
        matches!(prose.lower(before), "by" | "during" | "early" | "in" | "last" | "late" | "since" | "until");
    (!MONTH_WORDS.contains(&word) || beside || told)
        .then(|| MONTHS.get((place + MONTHS_LATER) % MONTHS.len()).map(|month| (*month).to_owned()))
        .flatten()
}

fn other_day(source: &Source, at: usize) -> Option<String> {
    let prose = &source.prose;
    let day: usize = prose.raw(at).parse().ok().filter(|day| (1..=31).contains(day))?;
    let is_month = |token: usize| MONTHS.contains(&prose.raw(token));
    (is_month(at + 1) || at.checked_sub(1).is_some_and(is_month)).then(|| (day % 28 + 9).min(28).to_string())
}

/// Days of the week, each once as the day before and once as another.
#[must_use]
pub fn weekdays(source: &Source) -> Vec<Edit> {
    let mut edits = Vec::new();
    for at in source.narrated() {
        let Some(day) = WEEKDAYS.iter().position(|day| *day == source.prose.raw(at)) else { continue };
        let others = DAYS_LATER.iter().filter_map(|later| WEEKDAYS.get((day + later) % WEEKDAYS.len()));
        edits.extend(others.map(|other| source.replacing(at..at + 1, other)));
    }
    edits
}

/// Cities and countries in, from or to which something is.
#[must_use]
pub fn places(source: &Source) -> Vec<Edit> {
    let names = source.names(EntityKind::Place).into_iter();
    let told = names.map(|(_, span)| source.prose.tokens_in(span)).filter(|range| is_told(source, range));
    let mut edits = Vec::new();
    for (index, range) in told.enumerate() {
        if let Some(other) = other_place(source, &range, index) {
            edits.push(Edit { span: source.prose.cover(range), text: other.to_owned() });
        }
    }
    edits
}

/// Whether a preposition leads to the name, the name is narrated, and no larger place follows.
fn is_told(source: &Source, range: &Range<usize>) -> bool {
    let prose = &source.prose;
    let leads = |at: usize| BEFORE_PLACES.contains(&prose.lower(at));
    let before = range
        .start
        .checked_sub(1)
        .is_some_and(|at| leads(at) || (prose.lower(at) == "the" && at.checked_sub(1).is_some_and(leads)));
    let larger = prose.raw(range.end) == ","
        && prose.pos(range.end + 1) == Pos::Propn
        && prose.raw(range.end + 2) != ",";
    before && !larger && prose.raw(range.end) != "-" && source.is_narrated(range.start)
}

fn other_place(source: &Source, range: &Range<usize>, index: usize) -> Option<&'static str> {
    let lex = Lexicon::builtin();
    let name: Vec<&str> = range.clone().map(|at| source.prose.lower(at)).collect();
    let name = name.join(" ");
    if lex.countries.has(&name) {
        COUNTRIES.get(index % COUNTRIES.len()).copied()
    } else if lex.cities.has(&name) || lex.places.has(&name) {
        CITIES.get(index % CITIES.len()).copied()
    } else {
        None
    }
}
