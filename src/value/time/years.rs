//! Years and what is counted in them: seasons of two years, decades, centuries, halves and quarters.
//!
//! In: a token. Out: what is found there. Example: "2019", "2004-05", "the 1990s", "18th and 19th centuries", "second half of 2024".
//! Limits: a year behind a capital ("Agenda 2030") belongs to a name; halves and quarters without their year have no border.

use crate::tag::Pos;
use crate::token::TokenKind;
use crate::value::time::absolute::{CUES, is_link};
use crate::value::time::{Found, Reader};
use crate::value::{Grain, calendar};

/// Years that a bare number of four figures is taken for without a preposition.
const PLAIN_YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;
/// From here on a bare number of four figures is a year where nothing is counted.
const OLD_YEARS: i32 = 1500;
/// Two years tied by a hyphen lie at most this far apart where no preposition says that they are years.
const LONGEST_LIFE: i32 = 120;

impl Reader<'_> {
    /// "2019", "2004-05", "1990s".
    pub(super) fn year(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.decade(at) {
            return Some(found);
        }
        let year = self.year_figures(at)?;
        if self.is_tied(at + 1) {
            let full = self.year_figures(at + 2);
            // "Plan 2011-2020", "(1882-1951)" are years wherever they stand, "1500-2000 goats" nowhere.
            let is_counted = !self.is_free(at + 3) && year % 100 == 0;
            let is_life = full.is_some_and(|last| last - year <= LONGEST_LIFE && !is_counted);
            if !is_life && !self.is_year(at, year) {
                return None;
            }
            let last = full.or_else(|| second_year(year, self.prose.raw(at + 2)));
            if let Some(last) = last.filter(|&last| last > year) {
                return Some(Found {
                    days: Some(calendar::years(year, last)),
                    value: Some(format!("{year}/{last}")),
                    ..Found::new(at + 3, Grain::Longer)
                });
            }
        }
        if !self.is_year(at, year) {
            return None;
        }
        // Companies and states begin their years of accounts when they like.
        let is_fiscal = (1..=2).any(|n| at.checked_sub(n).is_some_and(|i| self.prose.lower(i) == "fiscal"));
        Some(Found {
            days: Some(calendar::years(year, year)),
            value: Some(format!("{year:04}")),
            is_vague: is_fiscal,
            ..Found::new(at + 1, Grain::Year)
        })
    }

    fn is_year(&self, at: usize, year: i32) -> bool {
        let prose = self.prose;
        let before = at.checked_sub(1).map_or("", |i| prose.lower(i));
        let behind = prose.lower(at + 1);
        let counts = self.lex.people_words.has(behind)
            || self.lex.units.has(behind)
            || self.lex.count_states.has(behind)
            || self.lex.number_words.has(behind);
        let is_round = year % 100 == 0 && prose.pos(at + 1) == Pos::Noun && behind.ends_with('s');
        if counts
            || is_round
            || matches!(self.lex.currencies.column(before, 2), Some("before" | "both"))
            || self.lex.number_labels.has(before)
            || before == "#"
        {
            return false;
        }
        if CUES.contains(&before) {
            return before != "-"
                || at >= 2 && matches!(prose.lower(at - 2), "mid" | "early" | "late" | "pre" | "post");
        }
        let is_first = prose.sentence_at(at).is_none_or(|s| s.start + 1 >= at);
        let is_titled = at > 0
            && !is_first
            && prose.kind(at - 1) == TokenKind::Word
            && prose.is_capitalised(at - 1)
            && !self.lex.word_classes.has(before)
            && !self.lex.weekdays.has(before);
        let counts_nothing = !matches!(prose.pos(at + 1), Pos::Noun | Pos::Adj | Pos::Propn)
            && prose.raw(at + 1) != "-"
            && year > OLD_YEARS;
        (PLAIN_YEARS.contains(&year) || counts_nothing)
            && !is_titled
            && !matches!(
                before,
                "than" | "nearly" | "about" | "some" | "least" | "over" | "almost" | "roughly"
            )
    }

    /// "1990s", "'90s".
    fn decade(&self, at: usize) -> Option<Found> {
        let figures = self.prose.raw(at).strip_suffix('s')?;
        let first = figures.parse::<i32>().ok().filter(|n| n % 10 == 0)?;
        let follows = at >= 2 && is_link(self.prose, at - 1) && is_decade(self.prose.raw(at - 2));
        let is_short =
            figures.len() == 2 && at > 0 && (follows || matches!(self.prose.raw(at - 1), "'" | "’" | "‘"));
        let first = match figures.len() {
            4 if (1000..=2100).contains(&first) => first,
            2 if is_short => {
                if first >= 30 {
                    1900 + first
                } else {
                    2000 + first
                }
            }
            _ => return None,
        };
        let days = Some(calendar::years(first, first + 9));
        Some(Found { days, value: Some((first / 10).to_string()), ..Found::new(at + 1, Grain::Longer) })
    }

    /// "first quarter of 2024", "Q3 2024", "19th century".
    pub(super) fn quarter(&self, at: usize) -> Option<Found> {
        let prose = self.prose;
        let word = prose.lower(at);
        let by_letter =
            word.strip_prefix('q').and_then(|n| n.parse::<i32>().ok()).filter(|n| (1..=4).contains(n));
        if let Some(rank) = by_letter {
            let year = self.year_figures(at + 1);
            return Some(quarter_of(at + 1 + usize::from(year.is_some()), rank, year));
        }
        let rank = self.rank(at)?;
        let behind = at + 1 + usize::from(prose.raw(at + 1) == "-");
        if let Some(found) = self.centuries(behind, rank) {
            return Some(found);
        }
        match prose.lower(behind) {
            "half" if rank <= 2 => self.half_year(behind + 1, rank),
            "quarter" if rank <= 4 => {
                let of = behind + 1 + usize::from(prose.lower(behind + 1) == "of");
                let year = self.year_figures(of);
                Some(quarter_of(if year.is_some() { of + 1 } else { behind + 1 }, rank, year))
            }
            _ => None,
        }
    }

    /// "19th century", "18th and 19th centuries"; before Christ there is no day to name.
    fn centuries(&self, at: usize, rank: i32) -> Option<Found> {
        let prose = self.prose;
        let second = if is_link(prose, at) { self.rank(at + 1).filter(|&n| n > rank)? } else { rank };
        let end = if second > rank { at + 2 } else { at };
        let end = end + usize::from(prose.raw(end) == "-");
        if !matches!(prose.lower(end), "century" | "centuries") || !(1..=22).contains(&rank) {
            return None;
        }
        if matches!(prose.lower(end + 1), "bc" | "bce" | "b.c.") {
            return Some(Found::vague(end + 2, Grain::Longer));
        }
        let first = format!("{:02}", rank - 1);
        Some(Found {
            days: Some(calendar::years(rank * 100 - 99, second * 100)),
            value: Some(if second > rank { format!("{first}/{:02}", second - 1) } else { first }),
            ..Found::new(end + 1, Grain::Longer)
        })
    }

    /// "first half of 2024", "second half of the year"; without a year it may be the half of a match.
    fn half_year(&self, of: usize, rank: i32) -> Option<Found> {
        let prose = self.prose;
        if prose.lower(of) != "of" {
            return None;
        }
        let year = self.year_figures(of + 1);
        let is_year =
            prose.lower(of + 2) == "year" && matches!(prose.lower(of + 1), "the" | "this" | "last" | "next");
        let end = if year.is_some() { of + 2 } else { of + 3 };
        (year.is_some() || is_year).then(|| Found {
            days: year.map(|y| (calendar::month(y, rank * 6 - 5).0, calendar::month(y, rank * 6).1)),
            value: year.map(|y| format!("{y:04}-H{rank}")),
            ..Found::vague(end, Grain::Month)
        })
    }

    /// "third", "19th".
    fn rank(&self, at: usize) -> Option<i32> {
        let word = self.prose.lower(at);
        match self.prose.kind(at) {
            TokenKind::Number => {
                ["st", "nd", "rd", "th"].iter().find_map(|s| word.strip_suffix(s))?.parse().ok()
            }
            _ => self.lex.ordinals.column(word, 0)?.parse().ok(),
        }
    }
}

fn is_decade(raw: &str) -> bool {
    raw.strip_suffix("0s")
        .is_some_and(|figures| figures.len() == 3 && figures.bytes().all(|b| b.is_ascii_digit()))
}

fn second_year(first: i32, raw: &str) -> Option<i32> {
    let short = raw.parse::<i32>().ok().filter(|_| raw.len() == 2)?;
    let last = first - first % 100 + short;
    Some(if last > first { last } else { last + 100 })
}

/// Companies and states begin their years when they like, so a quarter has a value but no border.
fn quarter_of(end: usize, rank: i32, year: Option<i32>) -> Found {
    let days = year.map(|y| (calendar::month(y, rank * 3 - 2).0, calendar::month(y, rank * 3).1));
    Found {
        days,
        value: year.map(|y| format!("{y:04}-Q{rank}")),
        is_vague: true,
        ..Found::new(end, Grain::Month)
    }
}
