//! "Monday, 7 August 2025", a Thursday; "on 31 June", which no year has.

use crate::contradiction::temporal_impossibility::{Impossible, is_text};
use crate::corpus::Document;
use crate::kind::Severity;
use crate::lexicon::Lexicon;
use crate::value::calendar::{month_length, parse, spoken, weekday};
use crate::value::{Grain, TimeExpr};

/// A date without its year, this many days from publication, can be of that year only.
const NEAR: i32 = 60;
/// A year with a day more.
const LEAP: i32 = 2024;
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Dates of an article that no calendar has.
pub fn wrong(lex: &Lexicon, article: usize, document: &Document) -> Vec<Impossible> {
    let days = document.times.iter().filter(|t| t.grain == Grain::Day && is_text(document, t.tokens.start));
    days.filter_map(|time| {
        wrong_weekday(article, document, time).or_else(|| no_such_day(lex, article, document, time))
    })
    .collect()
}

fn wrong_weekday(article: usize, document: &Document, time: &TimeExpr) -> Option<Impossible> {
    let day = time.from.filter(|_| time.is_wrong_weekday)?;
    // "The Norton Sun, August 16, 2008": a short weekday behind a name is the end of it.
    let first = time.tokens.start;
    let is_short = document.prose.lower(first).len() < WEEKDAYS[0].len();
    if is_short && document.prose.is_capitalised(first.wrapping_sub(1)) {
        return None;
    }
    let published = document.head.date.as_deref().and_then(parse);
    let is_near = published.is_some_and(|date| (day - date).abs() <= NEAR);
    if year(document, time).is_none() && !is_near {
        return None;
    }
    let sentence = document.prose.sentence_of(time.tokens.start);
    let date = time.tokens.start + 1..time.tokens.end;
    let comma = usize::from(document.prose.raw(date.start) == ",");
    let of_week = usize::try_from(weekday(day) - 1).ok().and_then(|n| WEEKDAYS.get(n))?;
    Some(Impossible {
        sides: [
            (article, sentence, time.tokens.start..time.tokens.start + 1),
            (article, sentence, date.start + comma..date.end),
        ],
        severity: Severity::Medium,
        confidence: 90,
        topic: "Weekday and date",
        why: format!("The weekday and the date do not go together: {} was or is a {of_week}.", spoken(day)),
        who: None,
    })
}

/// "31 June": the day and the month stand against each other.
fn no_such_day(lex: &Lexicon, article: usize, document: &Document, time: &TimeExpr) -> Option<Impossible> {
    let prose = &document.prose;
    if time.from.is_some() {
        return None;
    }
    let named = |i: usize| -> Option<i32> {
        lex.months
            .column(prose.lower(i).trim_end_matches('.'), 0)
            .filter(|_| prose.is_capitalised(i))?
            .parse()
            .ok()
    };
    let (month_at, month) = time.tokens.clone().find_map(|i| Some((i, named(i)?)))?;
    let (day_at, day) = time.tokens.clone().find_map(|i| {
        let figures = prose.raw(i).trim_end_matches(|c: char| c.is_ascii_alphabetic());
        Some((i, figures.parse::<i32>().ok().filter(|_| figures.len() <= 2)?))
    })?;
    let year = year(document, time);
    // "In June 31 schools closed" has no day: the preposition or the year must say that it is a date.
    let is_date = year.is_some() || prose.lower(time.tokens.start.wrapping_sub(1)) == "on";
    let longest = month_length(year.unwrap_or(LEAP), month);
    (is_date && day > longest).then(|| {
        let sentence = prose.sentence_of(day_at);
        Impossible {
            sides: [
                (article, sentence, day_at..day_at + 1),
                (article, sentence, month_at..time.tokens.end.max(month_at + 1)),
            ],
            severity: Severity::Medium,
            confidence: 90,
            topic: "Days of the month",
            why: format!("That month has {longest} days."),
            who: None,
        }
    })
}

/// The year that stands in the expression itself.
pub fn year(document: &Document, time: &TimeExpr) -> Option<i32> {
    let raw = time.tokens.clone().map(|i| document.prose.raw(i));
    raw.filter(|raw| raw.len() == 4).find_map(|raw| raw.parse().ok())
}
