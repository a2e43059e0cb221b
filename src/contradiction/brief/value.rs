//! "In June 2021" where the article knows only 2022; "five people" where it counts seven.

use std::ops::Range;

use crate::contradiction::brief::{Clash, Line};
use crate::corpus::Document;
use crate::kind::ContradictionKind;
use crate::token::TokenKind;
use crate::value::{Bound, Grain, Quantity, TimeExpr, Verdict, quantities_exclude, times_exclude};

/// So much of the sentence, in percent, stands somewhere in the article,
const LEAST_COVERAGE: u32 = 70;
/// and so much in one sentence of it.
const LEAST_BEST: u32 = 38;

/// So much where the words before and behind the figure are the same.
const ANCHORED_COVERAGE: u32 = 55;

/// A figure or time that the article has otherwise.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    figures(line).or_else(|| times(line))
}

fn is_said(line: &Line<'_>, skipped: &Range<usize>) -> bool {
    line.coverage(skipped) >= LEAST_COVERAGE && line.best() >= LEAST_BEST
}

fn figures(line: &Line<'_>) -> Option<Clash> {
    let is_plain = |q: &Quantity| !q.is_vague && !matches!(q.unit.as_str(), "score" | "ordinal");
    let own = line.own.quantities.iter().filter(|q| line.tokens.contains(&q.tokens.start) && is_plain(q));
    for x in own {
        let is_meant = |y: &Quantity| {
            let is_open = matches!(y.bound, Bound::AtLeast | Bound::AtMost) && y.bound != x.bound;
            let is_rank = y.unit == "ordinal" && x.low <= y.low;
            is_rank
                || y.unit == x.unit && !is_open && !matches!(quantities_exclude(x, y), Verdict::Excludes(_))
        };
        if line.other.quantities.iter().any(is_meant)
            || has_digits(line, x)
            || line.coverage(&x.tokens) < ANCHORED_COVERAGE
        {
            continue;
        }
        let rival = line.near.iter().find_map(|near| {
            let inside = line.other.quantities.iter().filter(|q| near.tokens.contains(&q.tokens.start));
            inside.filter(|y| is_plain(y) && y.unit == x.unit && y.kind == x.kind).find(|y| {
                let is_anchored = near.parallel.anchors(&x.tokens, &y.tokens) == [Some(true), Some(true)];
                let is_other = !is_anchored
                    && (x.target.is_some() && y.target.is_some() && x.target != y.target
                        || !is_said(line, &x.tokens));
                let is_told = line
                    .own
                    .quantities
                    .iter()
                    .any(|q| q.unit == y.unit && matches!(quantities_exclude(q, y), Verdict::Same));
                !is_other && !is_told && matches!(quantities_exclude(x, y), Verdict::Excludes(_))
            })
        });
        if let Some(y) = rival {
            return Some(Clash {
                kind: ContradictionKind::Numeric,
                own: x.tokens.clone(),
                other: y.tokens.clone(),
                what: "the long text has another figure there",
                confidence: 64,
            });
        }
    }
    None
}

/// Whether the article has the figure's digits somewhere, as in a name or a date.
fn has_digits(line: &Line<'_>, quantity: &Quantity) -> bool {
    let numbers = quantity.tokens.clone().filter(|&i| line.own.prose.kind(i) == TokenKind::Number);
    numbers.into_iter().any(|i| line.other.prose.has_word(line.own.prose.lower(i)))
}

fn times(line: &Line<'_>) -> Option<Clash> {
    let is_plain = |t: &TimeExpr| !t.is_vague && matches!(t.grain, Grain::Day | Grain::Month | Grain::Year);
    let own = line.own.times.iter().filter(|t| line.tokens.contains(&t.tokens.start) && is_plain(t));
    for t in own {
        if !line.is_full() || !is_foreign(line, t) || !is_said(line, &t.tokens) {
            continue;
        }
        let is_told =
            |u: &TimeExpr| line.own.times.iter().any(|o| words(line.own, o) == words(line.other, u));
        let is_rival = |u: &&TimeExpr| {
            is_plain(u)
                && !is_told(u)
                && u.grain == t.grain
                && is_same_sort(line, t, u)
                && !matches!(times_exclude(t, u), Verdict::Same)
        };
        let inside = |u: &&TimeExpr| line.near.iter().any(|n| n.tokens.contains(&u.tokens.start));
        let rivals = || line.other.times.iter().filter(is_rival);
        if let Some(u) = rivals().find(inside).or_else(|| rivals().next()) {
            return Some(Clash {
                kind: ContradictionKind::DateTime,
                own: t.tokens.clone(),
                other: u.tokens.clone(),
                what: "the long text has another time there",
                confidence: 62,
            });
        }
    }
    None
}

fn words<'d>(document: &'d Document, time: &TimeExpr) -> Vec<&'d str> {
    time.tokens.clone().map(|i| document.prose.lower(i)).collect()
}

/// The words of a time that name it: weekdays, months, figures.
fn names<'d>(line: &Line<'_>, document: &'d Document, time: &TimeExpr) -> Vec<&'d str> {
    let mut all = words(document, time);
    all.retain(|w| {
        line.lex.weekdays.has(w) || line.lex.months.has(w) || w.starts_with(|c: char| c.is_ascii_digit())
    });
    all
}

/// Whether a time has a name that the article has nowhere.
fn is_foreign(line: &Line<'_>, time: &TimeExpr) -> bool {
    let full = |word: &str| line.lex.months.column(word, 0).or_else(|| line.lex.weekdays.column(word, 0));
    let is_known = |word: &str| {
        line.other.prose.has_word(word)
            || full(word).is_some_and(|number| {
                (0..line.other.prose.len()).any(|j| full(line.other.prose.lower(j)) == Some(number))
            })
    };
    let all = names(line, line.own, time);
    !all.is_empty() && all.iter().any(|w| !is_known(w))
}

/// Whether both times are named by weekday, or both by month or year.
fn is_same_sort(line: &Line<'_>, t: &TimeExpr, u: &TimeExpr) -> bool {
    let sort = |d: &Document, time: &TimeExpr| {
        let all = names(line, d, time);
        (!all.is_empty()).then(|| all.iter().any(|w| line.lex.weekdays.has(w)))
    };
    let (x, y) = (sort(line.own, t), sort(line.other, u));
    x.is_some() && x == y
}
