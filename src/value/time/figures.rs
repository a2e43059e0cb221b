//! Dates and clock times that are one run of figures.
//!
//! In: a token. Out: what is found there. Example: "25/12/2024", "25.12.2024", "2021/22", "11:47:35", "FY2023".
//! Limits: of "7/8/2025" the order is not known, so it is a day without a value; with full stops the day always stands first.

use crate::value::time::clock::half_day;
use crate::value::time::{Found, Reader};
use crate::value::{Grain, calendar};

impl Reader<'_> {
    /// "25/12/2024", "12/25/2024", "25.12.2024", "2021/22", "11:47:35".
    pub(super) fn run_of_figures(&self, at: usize) -> Option<Found> {
        let raw = self.prose.raw(at);
        if raw.len() < 6 || !raw.contains(['/', '.', ':']) {
            return None;
        }
        if let Some((hour, rest)) = raw.split_once(':') {
            let (minute, second) = rest.split_once(':')?;
            let (hour, minute) = (part(hour, 2, 23)?, part(minute, 2, 59)?);
            part(second, 2, 59)?;
            return Some(match half_day(self.prose, at + 1) {
                Some(half) if hour <= 12 => {
                    self.at_minute(at, at + 2, (hour % 12 + if half == "pm" { 12 } else { 0 }) * 60 + minute)
                }
                _ => self.at_minute(at, at + 1, hour * 60 + minute),
            });
        }
        if let Some(years) = season(raw) {
            return Some(Found { end: at + 1, ..years });
        }
        let sign = if raw.contains('/') { '/' } else { '.' };
        let mut parts = raw.split(sign);
        let (first, second, year) = (part(parts.next()?, 2, 31)?, part(parts.next()?, 2, 31)?, parts.next()?);
        if year.len() != 4 || parts.next().is_some() {
            return None;
        }
        let year = part(year, 4, 2100).filter(|y| *y >= 1000)?;
        let (day, month) = match (first, second) {
            _ if sign == '.' || first > 12 || first == second => (first, second),
            _ if second > 12 => (second, first),
            _ => return Some(Found::new(at + 1, Grain::Day)),
        };
        calendar::day(year, month, day).map(|day| Found::day(at + 1, Some(day)))
    }

    /// "FY2023", "FY23": a year of accounts, which begins when its owner likes.
    pub(super) fn fiscal_year(&self, at: usize) -> Option<Found> {
        let figures = self.prose.lower(at).strip_prefix("fy")?;
        let year = part(figures, 4, 2100)?;
        matches!(figures.len(), 2 | 4).then(|| {
            let year = if year < 100 { year + 2000 } else { year };
            Found { value: Some(format!("{year:04}")), ..Found::vague(at + 1, Grain::Year) }
        })
    }
}

/// "2021/22", "2021/2022": two years that follow each other.
fn season(raw: &str) -> Option<Found> {
    let (first, last) = raw.split_once('/')?;
    let year = part(first, 4, 2100).filter(|y| *y >= 1000)?;
    let is_next = match last.len() {
        2 => part(last, 2, 99)? == (year + 1) % 100,
        _ => part(last, 4, 2101)? == year + 1,
    };
    (first.len() == 4 && is_next).then(|| Found {
        days: Some(calendar::years(year, year + 1)),
        value: Some(format!("{year}/{}", year + 1)),
        ..Found::new(0, Grain::Longer)
    })
}

/// A number of at most so many figures and at most so large.
fn part(text: &str, longest: usize, most: i32) -> Option<i32> {
    let is_plain = !text.is_empty() && text.len() <= longest && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|n| is_plain && *n <= most)
}
