//! Calendar dates: days, months, weekdays.
//!
//! In: a token. Out: what is found there. Example: "Thursday 07 August 2025", "Dec. 11", "June 2021", "January-March", "Friday".
//! Limits: a month or day without its year takes the tense's side.

use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;
use crate::value::time::anchor::Way;
use crate::value::time::{Found, Reader};
use crate::value::{Day, Grain, calendar};

/// A month or day without a year is left open when the two readings differ in distance by less than this many days.
const CLOSE_CALL: i32 = 60;
/// Words before a month whose name is a common word as well ("May", "March"), and before a year of long ago.
pub(super) const CUES: &[&str] = &[
    "in", "last", "next", "since", "until", "till", "by", "this", "early", "late", "mid", "of", "every",
    "from", "during", "before", "after", "through", "-", "around", "circa", "between", "end", "on", "each",
    "to", "year",
];

impl Reader<'_> {
    /// The calendar date that begins at the token.
    pub(super) fn absolute(&self, at: usize) -> Option<Found> {
        let prose = self.prose;
        if let Some(day) = calendar::parse(prose.raw(at)).filter(|_| prose.kind(at) == TokenKind::Number) {
            return Some(Found::day(at + 1, Some(day)));
        }
        if let Some(of_week) = self.weekday_at(at) {
            let comma = usize::from(prose.raw(at + 1) == ",");
            if let Some(found) = self.dated(at + 1 + comma, at) {
                return Some(with_weekday(found, of_week));
            }
            return self.weekday(at, of_week);
        }
        self.dated(at, at).or_else(|| self.month(at)).or_else(|| self.year(at)).or_else(|| self.quarter(at))
    }

    /// The number of the weekday named at the token.
    fn weekday_at(&self, at: usize) -> Option<i32> {
        let word = self.prose.lower(at);
        let is_whole = self.prose.is_capitalised(at);
        self.lex.weekdays.column(word, 0).filter(|_| is_whole)?.parse().ok()
    }

    /// "7 August 2025", "August 7", "7-9 August"; the clause begins at `start`.
    fn dated(&self, at: usize, start: usize) -> Option<Found> {
        let (first, last, month, end) = self.day_month(at).or_else(|| self.month_day(at))?;
        let comma = usize::from(self.prose.raw(end) == ",");
        if let Some(year) = self.year_figures(end + comma) {
            let days = calendar::day(year, month, first).zip(calendar::day(year, month, last));
            let value = days.map(|(a, b)| {
                if a == b { calendar::iso(a) } else { format!("{}/{}", calendar::iso(a), calendar::iso(b)) }
            });
            return Some(Found { days, value, ..Found::new(end + comma + 1, Grain::Day) });
        }
        let of_year = |year| calendar::day(year, month, first).zip(calendar::day(year, month, last));
        let told = self.told_year(end, month);
        let (end, days) = match told {
            Some((end, year)) => (end, year.and_then(of_year)),
            None => (end, self.nearest(self.way(start, end), of_year)),
        };
        let value = days.map(|(a, b)| {
            if a == b { calendar::iso(a) } else { format!("{}/{}", calendar::iso(a), calendar::iso(b)) }
        });
        Some(Found { days, value, ..Found::new(end, Grain::Day) })
    }

    fn day_month(&self, at: usize) -> Option<(i32, i32, i32, usize)> {
        let first = self.day_figures(at)?;
        let is_range = is_link(self.prose, at + 1);
        let last = if is_range { self.day_figures(at + 2).filter(|&d| d > first)? } else { first };
        let behind = if is_range { at + 3 } else { at + 1 };
        let of = usize::from(self.prose.lower(behind) == "of");
        let month = self.month_name(behind + of)?;
        Some((first, last, month, behind + of + 1))
    }

    fn month_day(&self, at: usize) -> Option<(i32, i32, i32, usize)> {
        let month = self.month_name(at)?;
        let the = usize::from(self.prose.lower(at + 1) == "the");
        let day = at + 1 + the;
        let first = self.day_figures(day)?;
        // "June 12 people were hurt" counts people; "in June 12 people" too.
        if self.lex.people_words.has(self.prose.lower(day + 1))
            || matches!(self.prose.raw(day + 1), "%" | "percent")
        {
            return None;
        }
        let is_range = self.is_tied(day + 1) || is_link(self.prose, day + 1) && self.is_free(day + 3);
        match self.day_figures(day + 2).filter(|&d| is_range && d > first) {
            Some(last) => Some((first, last, month, day + 3)),
            None => Some((first, first, month, day + 1)),
        }
    }

    /// Whether nothing is counted or measured at the token: "June 3 to 5, …", but not "June 3 and 5 people".
    pub(super) fn is_free(&self, at: usize) -> bool {
        let word = self.prose.lower(at);
        !matches!(self.prose.pos(at), Pos::Noun | Pos::Adj | Pos::Num | Pos::Sym)
            && !self.lex.units.has(word)
            && !self.lex.number_words.has(word)
            && self.month_name(at).is_none()
            && self.prose.raw(at) != "-"
    }

    /// The month named at the token: "August", "Aug.".
    pub(super) fn month_name(&self, at: usize) -> Option<i32> {
        let word = self.prose.lower(at).trim_end_matches('.');
        self.lex.months.column(word, 0).filter(|_| self.prose.is_capitalised(at))?.parse().ok()
    }

    /// The year of a month or day that a word behind it tells: "March last year", "from March to May 2023". One past the expression, and the year.
    fn told_year(&self, end: usize, month: i32) -> Option<(usize, Option<i32>)> {
        let prose = self.prose;
        let of = usize::from(prose.lower(end) == "of");
        let shift = match prose.lower(end + of) {
            "last" => Some(-1),
            "this" => Some(0),
            "next" => Some(1),
            _ => None,
        };
        if let Some(shift) = shift.filter(|_| prose.lower(end + of + 1) == "year") {
            return Some((end + of + 2, self.date.map(|date| calendar::civil(date).0 + shift)));
        }
        // The second month of a range has the year for both; only one that comes earlier in the year lies in the next.
        let is_linked = is_link(prose, end) || matches!(prose.lower(end), "or" | "/");
        let day = usize::from(self.day_figures(end + 1).is_some());
        let second = self.month_name(end + 1 + day).filter(|_| is_linked)?;
        let behind = end + 2 + day;
        let day = usize::from(day == 0 && self.day_figures(behind).is_some());
        let comma = usize::from(prose.raw(behind + day) == ",");
        let year = self.year_figures(behind + day + comma)?;
        Some((end, Some(if month > second { year - 1 } else { year })))
    }

    fn day_figures(&self, at: usize) -> Option<i32> {
        let raw = self.prose.raw(at);
        let figures = ["st", "nd", "rd", "th"].iter().find_map(|s| raw.strip_suffix(s)).unwrap_or(raw);
        let day = figures
            .parse::<i32>()
            .ok()
            .filter(|_| figures.len() <= 2 && figures.bytes().all(|b| b.is_ascii_digit()))?;
        (1..=31).contains(&day).then_some(day)
    }

    pub(super) fn year_figures(&self, at: usize) -> Option<i32> {
        let raw = self.prose.raw(at);
        let year =
            raw.parse::<i32>().ok().filter(|_| raw.len() == 4 && raw.bytes().all(|b| b.is_ascii_digit()))?;
        (1000..=2100).contains(&year).then_some(year)
    }

    /// "June 2021", "in June".
    fn month(&self, at: usize) -> Option<Found> {
        let month = self.month_name(at)?;
        let link = usize::from(matches!(self.prose.lower(at + 1), "of" | ","));
        if let Some(year) = self
            .year_figures(at + 1 + link)
            .filter(|_| self.prose.sentence_of(at) == self.prose.sentence_of(at + 1 + link))
        {
            return Some(month_of(at + 2 + link, year, month));
        }
        if !self.is_month(at) || self.is_compound(at) {
            return None;
        }
        let (last, tied) = match self.month_name(at + 2).filter(|_| self.is_tied(at + 1)) {
            Some(last) => (last, at + 2),
            None => (month, at),
        };
        let of_year = |year| {
            let next = if last < month { year + 1 } else { year };
            Some((calendar::month(year, month).0, calendar::month(next, last).1))
        };
        let (end, days) = match self.told_year(tied + 1, month) {
            Some((end, year)) => (end, year.and_then(of_year)),
            None => match self.year_figures(tied + 1).filter(|_| tied > at) {
                Some(year) => (tied + 2, of_year(if last < month { year - 1 } else { year })),
                None => (tied + 1, self.nearest(self.way(at, tied + 1), of_year)),
            },
        };
        let value = days.map(|(first, end)| {
            if tied > at {
                format!("{}/{}", month_value(first), month_value(end))
            } else {
                month_value(first)
            }
        });
        Some(Found { days, value, ..Found::new(end, Grain::Month) })
    }

    /// Whether a hyphen or dash at the token touches the words on both sides.
    pub(super) fn is_tied(&self, at: usize) -> bool {
        matches!(self.prose.raw(at), "-" | "–") && !self.prose.is_spaced(at) && !self.prose.is_spaced(at + 1)
    }

    /// "Mar-a-Lago", but not "January-March" and "May-6".
    fn is_compound(&self, at: usize) -> bool {
        self.is_tied(at + 1)
            && self.month_name(at + 2).is_none()
            && self.prose.kind(at + 2) == TokenKind::Word
    }

    /// A month name alone: no name of a person, no verb, no short form.
    fn is_month(&self, at: usize) -> bool {
        let word = self.prose.lower(at);
        let before = at.checked_sub(1).map_or("", |i| self.prose.lower(i));
        if CUES.contains(&before) && word.len() > 2 && before != "to" {
            return true;
        }
        let is_common = matches!(word.trim_end_matches('.'), "may" | "march");
        let is_name = self.prose.is_capitalised(at + 1)
            && self.prose.pos(at + 1) == Pos::Propn
            && self.prose.raw(at + 1).len() > 1
            || at
                .checked_sub(1)
                .is_some_and(|i| self.prose.is_capitalised(i) && self.prose.pos(i) == Pos::Propn);
        let is_short = word.trim_end_matches('.').len() == 3;
        !is_common && !is_name && !is_short
    }

    /// Of the years around the day of publication, the one that the way asks for.
    fn nearest(&self, way: Way, days: impl Fn(i32) -> Option<(Day, Day)>) -> Option<(Day, Day)> {
        let date = self.date?;
        let (year, _, _) = calendar::civil(date);
        let candidates = (year - 1..=year + 1).filter_map(days);
        match way {
            Way::Back => candidates.filter(|&(first, _)| first <= date).max(),
            Way::Ahead => candidates.filter(|&(_, last)| last >= date).min(),
            Way::Unknown => {
                let mut near: Vec<(i32, (Day, Day))> =
                    candidates.map(|days| ((days.0 - date).max(date - days.1).max(0), days)).collect();
                near.sort_unstable();
                let is_clear = near.len() < 2
                    || near.get(1).zip(near.first()).is_some_and(|(b, a)| b.0 - a.0 >= CLOSE_CALL);
                near.first().filter(|_| is_clear).map(|&(_, days)| days)
            }
        }
    }

    /// "Monday last week", "Friday of next week": one past it, and the weeks from the present one.
    fn told_week(&self, at: usize) -> Option<(usize, i32)> {
        let of = usize::from(self.prose.lower(at) == "of");
        let shift = match self.prose.lower(at + of) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        (self.prose.lower(at + of + 1) == "week").then_some((at + of + 2, shift))
    }

    /// "every Friday", "the second Tuesday of the month".
    fn is_recurrent(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|i| {
            let word = self.prose.lower(i);
            self.lex.ordinals.has(word)
                || matches!(word, "every" | "each" | "any" | "one" | "per" | "another" | "most")
        })
    }

    /// "Friday", to the side that the tense points to.
    fn weekday(&self, at: usize, of_week: i32) -> Option<Found> {
        if self.lex.weekdays.column(self.prose.lower(at), 1).is_some()
            || is_name_part(self.prose, at)
            || self.is_recurrent(at)
        {
            return None;
        }
        if let Some((end, shift)) = self.told_week(at + 1) {
            return Some(Found::day(
                end,
                self.date.map(|date| calendar::week(date).0 + 7 * shift + of_week - 1),
            ));
        }
        let Some(date) = self.date else { return Some(Found::day(at + 1, None)) };
        let back = date - (calendar::weekday(date) - of_week).rem_euclid(7);
        let ahead = date + (of_week - calendar::weekday(date)).rem_euclid(7);
        Some(match self.way(at, at + 1) {
            Way::Back => Found::day(at + 1, Some(back)),
            Way::Ahead => Found::day(at + 1, Some(ahead)),
            Way::Unknown if back == ahead => Found::day(at + 1, Some(back)),
            Way::Unknown => Found { days: Some((back, ahead)), ..Found::new(at + 1, Grain::Day) },
        })
    }
}

/// "Black Friday", "Good Friday", "Super Tuesday": a name, whose day is not known.
fn is_name_part(prose: &Prose, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|i| {
        matches!(
            prose.lower(i),
            "black"
                | "good"
                | "super"
                | "ash"
                | "bloody"
                | "palm"
                | "easter"
                | "cyber"
                | "shrove"
                | "maundy"
                | "holy"
        )
    })
}

/// Words and signs between the two ends of a range.
pub(super) fn is_link(prose: &Prose, at: usize) -> bool {
    matches!(prose.lower(at), "-" | "–" | "to" | "and" | "through" | "until")
}

fn with_weekday(found: Found, of_week: i32) -> Found {
    let is_single = found.days.is_some_and(|(first, last)| first == last);
    let has_year = found.days.is_some_and(|(first, _)| calendar::weekday(first) == of_week);
    Found { is_wrong_weekday: is_single && !has_year, ..found }
}

fn month_of(end: usize, year: i32, month: i32) -> Found {
    let days = calendar::month(year, month);
    Found { days: Some(days), value: Some(month_value(days.0)), ..Found::new(end, Grain::Month) }
}

fn month_value(first: Day) -> String {
    let (year, month, _) = calendar::civil(first);
    format!("{year:04}-{month:02}")
}
