//! Holidays with a day of their own.
//!
//! In: a token. Out: what is found there. Example: "Christmas Eve", "New Year's Day 2024", "Easter Sunday", "by Christmas".
//! Limits: "Christmas" and "Easter" alone may be a day or two off, and stand only behind a word of time ("at Christmas", not "Christmas trees");
//! feasts of the moon are not known, and Thanksgiving is the American one.

use crate::value::time::anchor::Way;
use crate::value::time::{Found, Reader};
use crate::value::{Day, Grain, calendar};

/// A season of feasts reaches this many days to either side of its day.
const AROUND: i32 = 2;
/// A feast that neither tense nor word points to is the one at most this many days away.
const NEAR: i32 = 60;
/// Words before a feast that stands alone.
const CUES: &[&str] = &[
    "at", "by", "before", "after", "since", "until", "till", "over", "during", "on", "last", "next", "this",
    "around", "past", "for",
];

/// How the day of a feast is found.
enum Rule {
    /// Month and day.
    Fixed(i32, i32),
    /// Days from Easter Sunday.
    Easter(i32),
    /// The fourth Thursday of November.
    Thanksgiving,
}

impl Reader<'_> {
    /// The holiday named at the token.
    pub(super) fn holiday(&self, at: usize) -> Option<Found> {
        let prose = self.prose;
        if !prose.is_capitalised(at) || !self.lex.holidays.has(prose.lower(at)) {
            return None;
        }
        let (words, row) = self.lex.holidays.phrase(prose.lowers(at))?;
        let end = at + words;
        let is_season = row.get(3) == Some(&"season");
        let figure = |n: usize| row.get(n).and_then(|cell| cell.parse::<i32>().ok()).unwrap_or(0);
        let rule = match *row.first()? {
            "fixed" => Rule::Fixed(figure(1), figure(2)),
            "easter" => Rule::Easter(figure(1)),
            "thanksgiving" => Rule::Thanksgiving,
            _ => return None,
        };
        let before = at.checked_sub(1).map_or("", |i| prose.lower(i));
        let is_name = prose.is_capitalised(end) || before == "every";
        let year = prose
            .raw(end)
            .parse::<i32>()
            .ok()
            .filter(|y| (1900..=2100).contains(y) && prose.raw(end).len() == 4);
        if is_season && year.is_none() && !(CUES.contains(&before) && stands_alone(self, end)) || is_name {
            return None;
        }
        let slack = if is_season { AROUND } else { 0 };
        let (end, day) = match year {
            Some(year) => (end + 1, rule.day(year)),
            None => (end, self.feast(&rule, before, at, end)),
        };
        let days = day.map(|day| (day - slack, day + slack));
        Some(Found { days, value: day.map(calendar::iso), ..Found::new(end, Grain::Day) })
    }

    /// The feast that the tense or "last" and "next" point to.
    fn feast(&self, rule: &Rule, before: &str, at: usize, end: usize) -> Option<Day> {
        let date = self.date?;
        let (year, _, _) = calendar::civil(date);
        let way = match before {
            "last" | "past" => Way::Back,
            "next" => Way::Ahead,
            "this" => return rule.day(year),
            _ => self.way(at, end),
        };
        let mut days = (year - 1..=year + 1).filter_map(|year| rule.day(year));
        match way {
            Way::Back => days.rfind(|day| *day <= date),
            Way::Ahead => days.find(|day| *day >= date),
            Way::Unknown => days.find(|day| (day - date).abs() <= NEAR),
        }
    }
}

/// "before Christmas." and "by Easter the", but not "at Christmas markets".
fn stands_alone(reader: &Reader, end: usize) -> bool {
    use crate::tag::Pos;
    !matches!(reader.prose.pos(end), Pos::Noun | Pos::Propn | Pos::Adj) && reader.prose.raw(end) != "-"
}

impl Rule {
    fn day(&self, year: i32) -> Option<Day> {
        match *self {
            Rule::Fixed(month, day) => calendar::day(year, month, day),
            Rule::Easter(away) => calendar::easter(year).map(|day| day + away),
            Rule::Thanksgiving => {
                let first = calendar::day(year, 11, 1)?;
                Some(first + (4 - calendar::weekday(first)).rem_euclid(7) + 21)
            }
        }
    }
}
