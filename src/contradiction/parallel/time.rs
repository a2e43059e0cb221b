//! "Was caught on Tuesday" beside "was caught on Monday": one doing, two times.

use std::ops::Range;

use crate::contradiction::date_time::is_dateline;
use crate::contradiction::parallel::doing::{Doing, doing};
use crate::contradiction::parallel::{Clash, Sides};
use crate::corpus::Document;
use crate::kind::ContradictionKind;
use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::token::fold;
use crate::value::{Grain, TimeExpr, Verdict, calendar, times_exclude};

/// So much of the sentence, in percent, stands in the other.
const LEAST_COVERAGE: u32 = 60;
/// So much where both times are as fine as each other.
const ALIKE_COVERAGE: u32 = 50;
/// So much where one of the two does not name who does it.
const OPEN_COVERAGE: u32 = 70;
/// Fewer words in common make no common matter.
const LEAST_LINKS: usize = 3;

/// Two times that exclude each other.
pub fn clash(sides: &Sides<'_>) -> Option<Clash> {
    let own = inside(sides.own, &sides.own_tokens);
    let other = inside(sides.other, &sides.other_tokens);
    let pairs = own.iter().flat_map(|x| other.iter().map(move |y| (*x, *y)));
    pairs.filter_map(|(x, y)| conflict(sides, x, y)).next()
}

fn inside<'d>(document: &'d Document, tokens: &Range<usize>) -> Vec<&'d TimeExpr> {
    let start = document.times.partition_point(|t| t.tokens.start < tokens.start);
    let found = document.times.iter().skip(start).take_while(|t| t.tokens.start < tokens.end);
    // "His 2008 sedan": the year of a make, not of a doing.
    let is_make = |t: &TimeExpr| t.grain == Grain::Year && document.prose.pos(t.tokens.end) == Pos::Propn;
    // "Patch Tuesday": a name.
    let is_name = |t: &TimeExpr| {
        let before = t.tokens.start.wrapping_sub(1);
        t.grain == Grain::Day
            && t.tokens.len() == 1
            && document.prose.pos(before) == Pos::Propn
            && document.names.mention_at(before).is_none()
    };
    found.filter(|t| !t.is_vague && !is_make(t) && !is_name(t)).collect()
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

fn conflict(sides: &Sides<'_>, x: &TimeExpr, y: &TimeExpr) -> Option<Clash> {
    let what = exclude(sides.lex, (sides.own, x), (sides.other, y))?;
    // A time of the other article that goes with this one is told on the matter.
    let goes = |(d, t): (&Document, &TimeExpr), (e, u): (&Document, &TimeExpr)| {
        t.grain == u.grain && exclude(sides.lex, (d, t), (e, u)).is_none()
    };
    let is_copy = sides.is_near_copy(&x.tokens, &y.tokens);
    let has = |d: &Document, tokens: &Range<usize>, (e, u): (&Document, &TimeExpr)| {
        inside(d, tokens).into_iter().any(|t| goes((d, t), (e, u)))
    };
    let is_told = has(sides.other, &sides.other_tokens, (sides.own, x))
        || has(sides.own, &sides.own_tokens, (sides.other, y))
        || !is_copy && sides.matter().any(|tokens| has(sides.other, &tokens, (sides.own, x)));
    // Two times of one grain tell more surely of one thing than a day beside a month.
    let is_alike = x.grain == y.grain;
    let least = if is_alike { ALIKE_COVERAGE } else { LEAST_COVERAGE };
    let has_names =
        |skipped: &Range<usize>| sides.has_names(skipped) || is_alike && sides.knows_names(skipped);
    let is_tied = match doing(sides, &x.tokens, &y.tokens) {
        Doing::Same | Doing::Open if sides.is_brief => sides.coverage(&x.tokens) >= LEAST_COVERAGE,
        Doing::Same => sides.coverage(&x.tokens) >= least && has_names(&x.tokens),
        Doing::Open if is_alike => sides.own_coverage(&x.tokens) >= ALIKE_COVERAGE && has_names(&x.tokens),
        Doing::Open => {
            sides.own_coverage(&x.tokens) >= OPEN_COVERAGE
                && sides.has_names(&x.tokens)
                && sides.shares_name()
        }
        Doing::Other => false,
    };
    // "From 1978-89" beside "in 1978".
    let holds = |(d, t): (&Document, &TimeExpr), (e, u): (&Document, &TimeExpr), tokens: &Range<usize>| {
        let year = t.tokens.clone().map(|i| d.prose.lower(i)).find(|w| is_year(w));
        let is_own = |year: &str| u.tokens.clone().any(|i| e.prose.lower(i) == year);
        year.is_some_and(|year| !is_own(year) && tokens.clone().any(|i| e.prose.lower(i).contains(year)))
    };
    let is_held = holds((sides.own, x), (sides.other, y), &sides.other_tokens)
        || holds((sides.other, y), (sides.own, x), &sides.own_tokens);
    let is_one_text = fold(sides.own.text(x.span)) == fold(sides.other.text(y.span));
    let has_zone = !is_copy && (x.grain == Grain::Clock || y.grain == Grain::Clock);
    if is_told
        || is_held
        || is_one_text
        || has_zone
        || !(is_tied || is_copy && has_names(&x.tokens))
        || sides.parallel.links.len() < LEAST_LINKS
    {
        return None;
    }
    Some(Clash {
        kind: ContradictionKind::DateTime,
        own: x.tokens.clone(),
        other: y.tokens.clone(),
        what,
        confidence: 74,
    })
}

/// Why two times exclude each other; without days of publication weekdays and dates still have their names.
pub fn exclude(
    lex: &Lexicon,
    (a, x): (&Document, &TimeExpr),
    (b, y): (&Document, &TimeExpr),
) -> Option<String> {
    match times_exclude(x, y) {
        Verdict::Excludes(_)
            if is_dateline(a, x, b, y)
                || is_day_of(lex, (a, x), (b, y))
                || is_day_of(lex, (b, y), (a, x)) =>
        {
            None
        }
        Verdict::Excludes(reason) => Some(reason.to_string()),
        Verdict::Compatible(_) if x.from.is_none() && y.from.is_none() && x.bound == y.bound => {
            let is_dated = a.head.date.is_some() || b.head.date.is_some();
            let part = |is_part: &dyn Fn(&str) -> bool| {
                let find = |d: &Document, t: &TimeExpr| {
                    t.tokens.clone().map(|i| d.prose.lower(i).to_owned()).find(|w| is_part(w))
                };
                find(a, x).zip(find(b, y))
            };
            let weekdays = part(&|w| lex.weekdays.has(w));
            let months = part(&|w| lex.months.has(w));
            let days = part(&|w| w.parse::<u8>().is_ok());
            let differ = |pair: &Option<(String, String)>| pair.as_ref().is_some_and(|(x, y)| x != y);
            let is_other = differ(&weekdays) || differ(&months) || months.is_some() && differ(&days);
            (is_other && !is_dated).then(|| "two days of different names".to_owned())
        }
        _ => None,
    }
}

/// Whether a time gives the weekday of the other's date: "Thursday" and "Dec. 11", where that day was a Thursday.
fn is_day_of(lex: &Lexicon, (a, weekday): (&Document, &TimeExpr), (b, date): (&Document, &TimeExpr)) -> bool {
    let number = |word: &str| lex.weekdays.column(word, 0).and_then(|n| n.parse::<i32>().ok());
    let named = weekday.tokens.clone().find_map(|i| number(a.prose.lower(i)));
    let is_dated = date.tokens.clone().any(|i| lex.months.has(b.prose.lower(i)));
    named.zip(date.from).is_some_and(|(named, day)| is_dated && calendar::weekday(day) == named)
}
