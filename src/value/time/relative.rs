//! Expressions that count from the day of publication.
//!
//! In: a token. Out: what is found there. Example: "yesterday", "next week", "last three months", "two days ago", "this weekend", "the coming days".
//! Limits: "a week later" and "the previous year" hang on another time of the text and stay vague. Words of a quotation were said at most a day before
//! publication, so that its "today" is one of two days.

use crate::kind::BlockRole;
use crate::tag::Pos;
use crate::value::number::{Sense, number};
use crate::value::time::anchor::Way;
use crate::value::time::{Found, Reader};
use crate::value::{Day, Grain, calendar};

/// A weekday at most this many days back is rather called by its name alone, so "last Monday" may be the one before.
const CLOSE: i32 = 2;

impl Reader<'_> {
    /// The relative expression that begins at the token.
    pub(super) fn relative(&self, at: usize) -> Option<Found> {
        match self.column(at, 0) {
            "day" if self.is_title(at) => None,
            "day" => Some(self.near_day(at)),
            "shift" => self.shifted(at),
            "period" => self.period(at),
            "season" => self.season_of_year(at),
            _ if self.prose.lower(at) == "recent" => {
                self.plural(at + 1).map(|(end, grain)| Found::vague(end, grain))
            }
            _ => None,
        }
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at) == Some(&true)
    }

    /// "USA Today", "Acme Tonight": a capital inside the sentence behind another makes a name of it.
    fn is_title(&self, at: usize) -> bool {
        let is_upper = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        let is_body = self.prose.role_of(at) == BlockRole::Body;
        let is_first = self.prose.sentence_at(at).is_none_or(|s| s.start == at);
        let follows = |i: usize| is_upper(self.prose.raw(i)) || is_body && self.prose.is_capitalised(i);
        !is_first && self.prose.is_capitalised(at) && follows(at - 1)
    }

    /// "yesterday", "today", "tomorrow", "tonight".
    fn near_day(&self, at: usize) -> Found {
        let day = self.date.map(|date| date + self.figure(at, 1));
        let mut found = if self.is_quoted(at) {
            Found { days: day.map(|d| (d - 1, d)), ..Found::new(at + 1, Grain::Day) }
        } else {
            Found::day(at + 1, day)
        };
        if self.prose.lower(at) == "tonight" {
            found.clock = Some(crate::value::Clock { from: 1020, to: 1800, zone: None });
            found.value = found.value.map(|v| v + "TNI");
        }
        found
    }

    /// "next week", "last Friday", "this June", "last night", "the past three months", "the coming days".
    fn shifted(&self, at: usize) -> Option<Found> {
        let prose = self.prose;
        let mut word = at;
        // "this coming Friday", "this past weekend"
        if prose.lower(at) == "this" && self.column(at + 1, 0) == "shift" {
            word = at + 1;
        }
        let shift = self.figure(word, 1);
        let next = word + 1;
        match self.column(next, 0) {
            "period" => self
                .calendar_period(word, shift)
                .or_else(|| self.plural(next).map(|(end, grain)| Found::vague(end, grain))),
            "season" => self.shifted_season(next, shift),
            "part" => self.shifted_part(word, shift),
            _ => self
                .shifted_weekday(word, shift)
                .or_else(|| self.shifted_month(next, shift))
                .or_else(|| self.rolling(word, shift)),
        }
    }

    /// A single week, month or year of the calendar. "the previous year", "the following week" hang on another time.
    fn calendar_period(&self, word: usize, shift: i32) -> Option<Found> {
        let prose = self.prose;
        let end = word + 2;
        let grain = match prose.lower(word + 1) {
            "day" => {
                return matches!(prose.lower(word), "next" | "following" | "previous")
                    .then(|| Found::vague(end, Grain::Day));
            }
            // "the last week of November" is no week of ours.
            "week" | "month" | "year"
                if prose.lower(end) == "of" && matches!(prose.lower(word), "last" | "next") =>
            {
                return None;
            }
            "week" => Grain::Week,
            "weekend" => return Some(self.weekend(end, Some(shift), word)),
            "month" | "quarter" => Grain::Month,
            "year" => Grain::Year,
            "decade" | "century" => Grain::Longer,
            _ => return None,
        };
        let is_loose = grain == Grain::Longer
            || matches!(prose.lower(word), "previous" | "following")
            || prose.lower(word + 1) == "quarter";
        let Some(date) = self.date.filter(|_| !is_loose) else {
            return Some(if is_loose { Found::vague(end, grain) } else { Found::new(end, grain) });
        };
        if prose.lower(word) == "past" {
            let days = (date - length(grain), date);
            return Some(Found { days: Some(days), ..Found::new(end, grain) });
        }
        let (mut days, value) = unit(date, grain, shift);
        match word.checked_sub(1).map_or("", |i| prose.lower(i)) {
            "earlier" if shift == 0 => days.1 = date,
            "later" if shift == 0 => days.0 = date,
            _ => {}
        }
        Some(Found { days: Some(days), value: Some(value), ..Found::new(end, grain) })
    }

    fn weekend(&self, end: usize, shift: Option<i32>, at: usize) -> Found {
        let Some(date) = self.date else { return Found::new(end, Grain::Week) };
        let saturday = calendar::week(date).0 + 5;
        let is_begun = date >= saturday;
        let last = if is_begun { saturday } else { saturday - 7 };
        let coming = saturday;
        let days = match (shift, self.way(at, end)) {
            (Some(-1), _) if is_begun => saturday - 7,
            (Some(-1), _) | (_, Way::Back) => last,
            (Some(1), _) if is_begun => saturday + 7,
            (Some(1), _) | (_, Way::Ahead) => coming,
            _ => return Found { days: Some((last, coming + 1)), ..Found::new(end, Grain::Week) },
        };
        let (year, week) = calendar::iso_week(days);
        Found {
            days: Some((days, days + 1)),
            value: Some(format!("{year:04}-W{week:02}-WE")),
            ..Found::new(end, Grain::Week)
        }
    }

    fn shifted_season(&self, at: usize, shift: i32) -> Option<Found> {
        let value = self.date.map(|date| {
            format!("{:04}-{}", calendar::civil(date).0 + shift, season_code(self.prose.lower(at)))
        });
        Some(Found { value: value.filter(|_| shift == 0), ..Found::vague(at + 1, Grain::Month) })
    }

    /// "this morning", "last night".
    fn shifted_part(&self, word: usize, shift: i32) -> Option<Found> {
        if self.is_title(word) || shift > 0 || shift < 0 && self.prose.lower(word + 1) != "night" {
            return None;
        }
        let (clock, suffix) = self.part(word + 1);
        let day = self.date.map(|date| date + shift);
        let found = Found { clock: Some(clock), ..Found::day(word + 2, day) };
        if self.is_quoted(word) {
            return Some(Found { days: day.map(|d| (d - 1, d)), value: None, ..found });
        }
        Some(Found { value: found.value.map(|v| v + suffix), ..found })
    }

    fn shifted_weekday(&self, word: usize, shift: i32) -> Option<Found> {
        let day = word + 1;
        if matches!(self.prose.lower(word), "following" | "previous" | "current")
            || !self.prose.is_capitalised(day)
        {
            return None;
        }
        let of_week: i32 = self.lex.weekdays.column(self.prose.lower(day), 0)?.parse().ok()?;
        let end = day + 1;
        let Some(date) = self.date else { return Some(Found::day(end, None)) };
        let distance = (calendar::weekday(date) - of_week).rem_euclid(7);
        let back = date - if distance == 0 { 7 } else { distance };
        let ahead = date + (of_week - calendar::weekday(date)).rem_euclid(7);
        let is_plain = matches!(self.prose.lower(word), "coming" | "upcoming");
        Some(match shift {
            -1 if distance == 0 || distance > CLOSE => Found::day(end, Some(back)),
            -1 => Found { days: Some((back - 7, back)), ..Found::new(end, Grain::Day) },
            1 if is_plain => Found::day(end, Some(ahead)),
            1 => Found { days: Some((ahead, ahead + 7)), ..Found::new(end, Grain::Day) },
            // "this Friday" is the coming one, unless it was just gone.
            _ if distance > 0 && distance <= CLOSE && self.way(word, end) == Way::Back => {
                Found { days: Some((back, ahead)), ..Found::new(end, Grain::Day) }
            }
            _ => Found::day(end, Some(ahead)),
        })
    }

    fn shifted_month(&self, at: usize, shift: i32) -> Option<Found> {
        let month = self.month_name(at)?;
        let Some(date) = self.date else { return Some(Found::new(at + 1, Grain::Month)) };
        let (year, now, _) = calendar::civil(date);
        let year = match shift {
            -1 if month < now => year,
            -1 => year - 1,
            1 if month > now => year,
            1 => year + 1,
            _ => year,
        };
        let (days, value) = (calendar::month(year, month), format!("{year:04}-{month:02}"));
        Some(Found { days: Some(days), value: Some(value), ..Found::new(at + 1, Grain::Month) })
    }

    /// "the last three months", "the next 10 days"; "the next few days" is vague.
    fn rolling(&self, word: usize, shift: i32) -> Option<Found> {
        if matches!(self.prose.lower(word), "following" | "current") {
            return None;
        }
        let next = word + 1;
        let few = matches!(self.prose.lower(next), "few" | "several" | "couple" | "many");
        if few {
            let of = usize::from(self.prose.lower(next + 1) == "of");
            return self.plural(next + 1 + of).map(|(end, grain)| Found::vague(end, grain));
        }
        let count = number(self.lex, self.prose, next).filter(|n| n.sense == Sense::Plain && shift != 0)?;
        let (end, grain) = self.plural(count.end)?;
        let days = self.date.map(|date| {
            let away = reach(count.value, grain);
            if shift < 0 { (date.saturating_sub(away), date) } else { (date, date.saturating_add(away)) }
        });
        let letter = letter(grain);
        Some(Found {
            days,
            value: Some(format!("P{}{letter}", count.value)),
            is_vague: grain == Grain::Longer || self.prose.lower(word) == "previous",
            ..Found::new(end, grain)
        })
    }

    /// "days", "days and weeks", "days and weeks to come" behind a word that makes them vague: the end, and the finest grain.
    fn plural(&self, at: usize) -> Option<(usize, Grain)> {
        let grain = plural_grain(self.prose.lower(at))?;
        let has_more = matches!(self.prose.lower(at + 1), "and" | "or")
            && plural_grain(self.prose.lower(at + 2)).is_some();
        Some((if has_more { at + 3 } else { at + 1 }, grain))
    }

    /// "the weekend", "days to come", "day before yesterday".
    fn period(&self, at: usize) -> Option<Found> {
        let prose = self.prose;
        let before = at.checked_sub(1).map_or("", |i| prose.lower(i));
        match prose.lower(at) {
            "weekend" if before == "the" => Some(self.weekend(at + 1, None, at)),
            "day" if prose.lower(at + 1) == "before" && prose.lower(at + 2) == "yesterday" => {
                Some(Found::day(at + 3, self.date.map(|d| d - 2)))
            }
            "day" if prose.lower(at + 1) == "after" && prose.lower(at + 2) == "tomorrow" => {
                Some(Found::day(at + 3, self.date.map(|d| d + 2)))
            }
            "week" | "month" | "year" if before == "the" => self.part_of_period(at),
            _ => {
                let (end, grain) = self.plural(at)?;
                match (prose.lower(end), prose.lower(end + 1)) {
                    ("to", "come") => Some(Found::vague(end + 2, grain)),
                    ("ahead", _) => Some(Found::vague(end + 1, grain)),
                    _ => None,
                }
            }
        }
    }

    /// "the end of the year", "by the start of the month": the present one, where something lies ahead in it or is bounded by it.
    fn part_of_period(&self, at: usize) -> Option<Found> {
        let prose = self.prose;
        let part = at.checked_sub(3).filter(|&i| {
            prose.lower(i + 1) == "of"
                && matches!(prose.lower(i), "end" | "start" | "beginning" | "middle" | "close" | "rest")
        })?;
        let grain = match prose.lower(at) {
            "week" => Grain::Week,
            "month" => Grain::Month,
            _ => Grain::Year,
        };
        let is_told = !prose.is_spaced(at + 1) || prose.pos(at + 1) != Pos::Noun;
        let way = self.way(part, at + 1);
        if !is_told || matches!(prose.lower(at + 1), "of" | "-" | "before" | "after") {
            return None;
        }
        let Some(date) = self.date.filter(|_| way == Way::Ahead) else {
            return Some(Found::vague(at + 1, grain));
        };
        let (mut days, value) = unit(date, grain, 0);
        days.0 = days.0.max(date);
        Some(Found { days: Some(days), value: Some(value), ..Found::new(at + 1, grain) })
    }

    /// "summer of 2019", "spring 2024".
    fn season_of_year(&self, at: usize) -> Option<Found> {
        let of = usize::from(self.prose.lower(at + 1) == "of");
        let raw = self.prose.raw(at + 1 + of);
        let year = raw.parse::<i32>().ok().filter(|y| raw.len() == 4 && (1000..=2100).contains(y))?;
        let (first, last) =
            (calendar::month(year, self.figure(at, 1)).0, calendar::month(year, self.figure(at, 2)).1);
        let value = Some(format!("{year:04}-{}", season_code(self.prose.lower(at))));
        Some(Found { days: Some((first, last)), value, ..Found::vague(at + 2 + of, Grain::Month) })
    }

    /// "two days ago", "a week from now", "eight months later".
    pub(super) fn ago(&self, at: usize) -> Option<Found> {
        let prose = self.prose;
        let (count, unit) = if matches!(prose.lower(at), "a" | "an")
            && plural_grain(&format!("{}s", prose.lower(at + 1))).is_some()
        {
            (Some(1.0), at + 1)
        } else {
            let count = number(self.lex, prose, at)?;
            let of = usize::from(prose.lower(count.end) == "of");
            (Some(count.value).filter(|_| count.sense == Sense::Plain), count.end + of)
        };
        let word = prose.lower(unit);
        let grain = plural_grain(word).or_else(|| plural_grain(&format!("{word}s")))?;
        let (end, sign) = match (prose.lower(unit + 1), prose.lower(unit + 2)) {
            ("ago", _) => (unit + 2, -1),
            ("from", "now") => (unit + 3, 1),
            ("'" | "'s", "time") if at > 0 && prose.lower(at - 1) == "in" => (unit + 3, 1),
            ("later" | "earlier", next) if next != "than" => return Some(Found::vague(unit + 2, grain)),
            _ => return None,
        };
        let before = at.checked_sub(1).map_or("", |i| prose.lower(i));
        let is_loose = matches!(
            before,
            "than"
                | "over"
                | "about"
                | "around"
                | "nearly"
                | "almost"
                | "some"
                | "least"
                | "roughly"
                | "under"
        );
        let Some(count) = count.filter(|_| !is_loose && grain != Grain::Longer) else {
            return Some(Found::vague(end, grain));
        };
        let Some(date) = self.date else { return Some(Found::new(end, grain)) };
        Some(away(end, date, count, grain, sign))
    }
}

/// Some number of periods away from a day; as fine as the period.
fn away(end: usize, date: Day, count: f64, grain: Grain, sign: i32) -> Found {
    if count > 9999.0 {
        return Found::vague(end, grain);
    }
    let whole = count.round() as i32 * sign;
    match grain {
        Grain::Day => Found::day(end, Some(date + whole)),
        Grain::Week => {
            let day = date + whole * 7;
            let (year, week) = calendar::iso_week(day);
            Found {
                days: Some((day - 3, day + 3)),
                value: Some(format!("{year:04}-W{week:02}")),
                ..Found::new(end, grain)
            }
        }
        Grain::Month => {
            let (year, month, _) = calendar::civil(date);
            let (first, last) = calendar::month(year, month + whole);
            let (year, month, _) = calendar::civil(first);
            Found {
                days: Some((first - 15, last + 15)),
                value: Some(format!("{year:04}-{month:02}")),
                ..Found::new(end, grain)
            }
        }
        _ => {
            let (year, month, _) = calendar::civil(date);
            let (first, last) =
                (calendar::month(year + whole, month - 6).0, calendar::month(year + whole, month + 6).1);
            Found {
                days: Some((first, last)),
                value: Some(format!("{:04}", year + whole)),
                ..Found::new(end, grain)
            }
        }
    }
}

/// The calendar's own period some steps away, and its value.
fn unit(date: Day, grain: Grain, shift: i32) -> ((Day, Day), String) {
    let (year, month, _) = calendar::civil(date);
    match grain {
        Grain::Week => {
            let days = calendar::week(date + 7 * shift);
            let (year, week) = calendar::iso_week(days.0);
            (days, format!("{year:04}-W{week:02}"))
        }
        Grain::Month => {
            let days = calendar::month(year, month + shift);
            let (year, month, _) = calendar::civil(days.0);
            (days, format!("{year:04}-{month:02}"))
        }
        _ => (calendar::years(year + shift, year + shift), format!("{:04}", year + shift)),
    }
}

/// Days of a rolling period.
fn length(grain: Grain) -> i32 {
    match grain {
        Grain::Clock | Grain::Day => 1,
        Grain::Week => 7,
        Grain::Month => 31,
        Grain::Year | Grain::Longer => 366,
    }
}

fn reach(count: f64, grain: Grain) -> i32 {
    (count.min(9999.0) * f64::from(length(grain))).ceil() as i32
}

fn plural_grain(word: &str) -> Option<Grain> {
    Some(match word {
        "days" => Grain::Day,
        "weeks" => Grain::Week,
        "months" => Grain::Month,
        "years" => Grain::Year,
        "decades" | "centuries" => Grain::Longer,
        _ => return None,
    })
}

fn letter(grain: Grain) -> &'static str {
    match grain {
        Grain::Clock | Grain::Day => "D",
        Grain::Week => "W",
        Grain::Month => "M",
        Grain::Year | Grain::Longer => "Y",
    }
}

fn season_code(word: &str) -> &'static str {
    match word {
        "spring" => "SP",
        "summer" => "SU",
        "winter" => "WI",
        _ => "FA",
    }
}
