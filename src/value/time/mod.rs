//! Times: dates, weekdays, relative expressions and times of day, resolved against the day of publication.
//!
//! In: [`Prose`], the day of publication as `YYYY-MM-DD`. Out: [`TimeExpr`]s in order, none overlapping. Example: in an article of Thursday 7 August 2025,
//! "met on Wednesday" gives 2025-08-06 and "as early as next week" gives the week 2025-W33, not before.
//! Limits: without a day of publication relative expressions stay unresolved; seasons and quarters get a value but no border; feasts of the moon are not known.

mod absolute;
mod anchor;
mod bound;
mod clock;
mod figures;
mod holiday;
mod relative;
mod years;

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;
use crate::value::{Clock, Day, Grain, TimeBound, TimeExpr, calendar};

/// What a reader of one family of expressions finds at a token.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    end: usize,
    days: Option<(Day, Day)>,
    clock: Option<Clock>,
    grain: Grain,
    bound: Option<TimeBound>,
    value: Option<String>,
    is_vague: bool,
    is_wrong_weekday: bool,
}

impl Found {
    fn new(end: usize, grain: Grain) -> Found {
        Found {
            end,
            days: None,
            clock: None,
            grain,
            bound: None,
            value: None,
            is_vague: false,
            is_wrong_weekday: false,
        }
    }

    fn day(end: usize, day: Option<Day>) -> Found {
        Found { days: day.map(|d| (d, d)), value: day.map(calendar::iso), ..Found::new(end, Grain::Day) }
    }

    fn vague(end: usize, grain: Grain) -> Found {
        Found { is_vague: true, ..Found::new(end, grain) }
    }
}

/// What every reader needs.
struct Reader<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    date: Option<Day>,
    quoted: Vec<bool>,
}

/// All time expressions of the text.
#[must_use]
pub fn times(lex: &Lexicon, prose: &Prose, date: Option<&str>) -> Vec<TimeExpr> {
    let reader = Reader { lex, prose, date: date.and_then(calendar::parse), quoted: quoted(prose) };
    let mut out: Vec<TimeExpr> = Vec::new();
    let mut at = 0;
    while at < prose.len() {
        let Some(found) = reader.find(at) else {
            at += 1;
            continue;
        };
        let end = found.end.max(at + 1);
        let previous = out.last().map(|t| (t.tokens.end, t.bound));
        out.push(reader.expression(at, found, previous));
        at = end;
    }
    clock::join_days(prose, &mut out);
    out
}

/// For each token whether a time expression covers it; lengths of time ("eight months later") stay free.
pub(super) fn taken(prose: &Prose, times: &[TimeExpr]) -> Vec<bool> {
    let mut taken = vec![false; prose.len()];
    for time in times {
        let is_length = matches!(prose.lower(time.tokens.end.saturating_sub(1)), "later" | "earlier");
        for slot in taken.iter_mut().take(time.tokens.end).skip(time.tokens.start) {
            *slot = !is_length;
        }
    }
    taken
}

/// For each token whether it stands between quotation marks; every block begins outside.
fn quoted(prose: &Prose) -> Vec<bool> {
    let mut out = Vec::with_capacity(prose.len());
    let mut is_open = false;
    let mut blocks = prose.blocks.iter().map(|b| b.span.end).peekable();
    for at in 0..prose.len() {
        while blocks.peek().is_some_and(|&end| end <= prose.span(at).start) {
            blocks.next();
            is_open = false;
        }
        if prose.kind(at) == TokenKind::QuoteMark {
            is_open = match prose.raw(at) {
                "“" | "„" | "«" | "``" => true,
                "”" | "»" | "''" => false,
                "\"" => !is_open,
                _ => is_open,
            };
        }
        out.push(is_open);
    }
    out
}

impl Reader<'_> {
    fn find(&self, at: usize) -> Option<Found> {
        match self.prose.kind(at) {
            TokenKind::Number => self
                .run_of_figures(at)
                .or_else(|| self.clock(at))
                .or_else(|| self.absolute(at))
                .or_else(|| self.ago(at)),
            TokenKind::Word => self.in_words(at),
            _ => None,
        }
    }

    fn in_words(&self, at: usize) -> Option<Found> {
        let word = self.prose.lower(at);
        if let Some(found) = self.holiday(at).or_else(|| self.fiscal_year(at)) {
            return Some(found);
        }
        if self.lex.months.has(word.trim_end_matches('.'))
            || self.lex.weekdays.has(word)
            || self.lex.time_words.has(word)
        {
            let found = self.absolute(at).or_else(|| self.relative(at)).or_else(|| self.clock(at));
            return found.map(|f| self.part_of_day(f));
        }
        if self.lex.number_words.has(word) || matches!(word, "a" | "an") {
            return self.clock(at).or_else(|| self.ago(at));
        }
        if matches!(word, "q1" | "q2" | "q3" | "q4" | "recent") || self.lex.ordinals.has(word) {
            self.absolute(at).or_else(|| self.relative(at))
        } else {
            None
        }
    }

    fn expression(&self, at: usize, found: Found, previous: Option<(usize, TimeBound)>) -> TimeExpr {
        let end = found.end.max(at + 1);
        let bound = found.bound.unwrap_or_else(|| self.bound(at, end, previous));
        let mut time = TimeExpr {
            span: self.prose.cover(at..end),
            tokens: at..end,
            from: found.days.map(|d| d.0),
            to: found.days.map(|d| d.1),
            clock: found.clock,
            grain: found.grain,
            bound,
            value: found.value,
            is_vague: found.is_vague,
            is_wrong_weekday: found.is_wrong_weekday,
        };
        self.widen_rolling(&mut time);
        time
    }

    fn column(&self, at: usize, column: usize) -> &str {
        self.lex.time_words.column(self.prose.lower(at), column).unwrap_or("")
    }

    fn figure(&self, at: usize, column: usize) -> i32 {
        self.column(at, column).parse().unwrap_or(0)
    }
}
