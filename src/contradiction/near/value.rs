//! Figures, times, opposites and places as the words that differ.

use std::ops::Range;

use crate::contradiction::date_time::is_dateline;
use crate::contradiction::figure::{is_casualty, is_update};
use crate::contradiction::location::apart;
use crate::contradiction::near::diff::{Change, words};
use crate::contradiction::near::name::says;
use crate::contradiction::near::{Copies, overlaps};
use crate::corpus::Document;
use crate::entity::Mention;
use crate::kind::{ContradictionKind, EntityKind};
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::{TokenKind, fold};
use crate::value::{Bound, Grain, Quantity, TimeExpr, Verdict, quantities_exclude, times_exclude};

/// The kind of a change in a value, and why the two exclude each other. A figure or place must be all that changes: "12,000 cars in Slovakia" beside
/// "90,000 cars worldwide".
pub fn clash(copies: &Copies<'_>, change: &Change, is_alone: bool) -> Option<(ContradictionKind, String)> {
    is_alone
        .then(|| figures(copies, change))
        .flatten()
        .or_else(|| times(copies, change))
        .or_else(|| opposites(copies, change))
        .or_else(|| is_alone.then(|| places(copies, change)).flatten())
}

/// "12" beside "twelve": one value in other words.
pub fn is_same(copies: &Copies<'_>, change: &Change) -> bool {
    let (a, b) = (copies.a, copies.b);
    let x = a.quantities.iter().find(|q| overlaps(&q.tokens, &change.a));
    let y = b.quantities.iter().find(|q| overlaps(&q.tokens, &change.b));
    let t = a.times.iter().find(|t| overlaps(&t.tokens, &change.a));
    let u = b.times.iter().find(|t| overlaps(&t.tokens, &change.b));
    x.zip(y).is_some_and(|(x, y)| quantities_exclude(x, y) == Verdict::Same)
        || t.zip(u).is_some_and(|(t, u)| times_exclude(t, u) == Verdict::Same)
}

fn figures(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let (a, b) = (copies.a, copies.b);
    // "2, 000ft": a number torn apart.
    let is_torn = |d: &Document, r: &Range<usize>| {
        r.clone().filter(|&i| d.prose.kind(i) == TokenKind::Number).count() > 1
    };
    if is_torn(a, &change.a) || is_torn(b, &change.b) {
        return None;
    }
    let x = a.quantities.iter().find(|q| overlaps(&q.tokens, &change.a))?;
    let y = b.quantities.iter().find(|q| overlaps(&q.tokens, &change.b))?;
    // "Injured 30" beside "killed three": more than the figure differs.
    let has_more = |d: &Document, q: &Quantity, r: &Range<usize>| {
        words(&d.prose, r)
            .into_iter()
            .any(|i| !q.tokens.contains(&i) && matches!(d.prose.pos(i), Pos::Verb | Pos::Adj | Pos::Propn))
    };
    let is_other_thing = x.target.is_some() && y.target.is_some() && x.target != y.target;
    let is_open = has_more(a, x, &change.a)
        || has_more(b, y, &change.b)
        || is_other_thing
        || x.unit != y.unit
        || x.kind != y.kind
        || is_casualty(x) && is_update(copies.corpus, copies.pair, x, y);
    match quantities_exclude(x, y) {
        Verdict::Excludes(reason) if !is_open => Some((ContradictionKind::Numeric, reason.to_string())),
        Verdict::Compatible(_) if !is_open && is_one_bound(copies, x, y) => {
            Some((ContradictionKind::Numeric, "one bound with two figures".to_owned()))
        }
        _ => None,
    }
}

/// "Up to 4,000" leaves room for "up to 1,000", but one sentence does not say both.
fn is_one_bound(copies: &Copies<'_>, x: &Quantity, y: &Quantity) -> bool {
    let is_bounded = !matches!(x.bound, Bound::Exactly | Bound::About) || copies.are_versions;
    let unit = |d: &Document, q: &Quantity| {
        let written = q.tokens.clone().filter(|&i| d.prose.kind(i) != TokenKind::Number);
        written.map(|i| d.prose.lower(i).to_owned()).collect::<Vec<_>>()
    };
    let is_converted = x.unit != "1" && unit(copies.a, x) != unit(copies.b, y);
    is_bounded
        && !is_converted
        && x.bound == y.bound
        && !x.is_vague
        && !y.is_vague
        && (x.low, x.high) != (y.low, y.high)
}

fn times(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let (a, b) = (copies.a, copies.b);
    let x = a.times.iter().find(|t| overlaps(&t.tokens, &change.a))?;
    let y = b.times.iter().find(|t| overlaps(&t.tokens, &change.b))?;
    let is_other = match times_exclude(x, y) {
        Verdict::Excludes(reason) if !is_dateline(a, x, b, y) => {
            return Some((ContradictionKind::DateTime, reason.to_string()));
        }
        Verdict::Compatible(_) if x.bound == y.bound => {
            has_other_day(copies, x, y)
                || is_other_unit(a, x, b, y)
                || copies.are_versions && is_other_value(x, y)
        }
        _ => false,
    };
    is_other.then(|| (ContradictionKind::DateTime, "two times of different names".to_owned()))
}

/// Without a day of publication weekdays and days of a month still have their names.
fn has_other_day(copies: &Copies<'_>, x: &TimeExpr, y: &TimeExpr) -> bool {
    let lex = copies.lex;
    let named = |d: &Document, t: &TimeExpr| {
        let kept = t.tokens.clone().map(|i| d.prose.lower(i).to_owned());
        kept.filter(|w| lex.weekdays.has(w) || lex.months.has(w) || w.parse::<u8>().is_ok())
            .collect::<Vec<_>>()
    };
    let (left, right) = (named(copies.a, x), named(copies.b, y));
    let are_named =
        left.len() == x.tokens.len() && right.len() == y.tokens.len() && left.len() == right.len();
    let are_dated = copies.a.head.date.is_some() || copies.b.head.date.is_some();
    x.from.is_none() && y.from.is_none() && are_named && left != right && !are_dated
}

/// "In the coming weeks" beside "in the coming years": the same words around another unit.
fn is_other_unit(a: &Document, x: &TimeExpr, b: &Document, y: &TimeExpr) -> bool {
    let split = |d: &Document, t: &TimeExpr| {
        let at = t.tokens.clone().find(|&i| is_unit(d.prose.lemma(i)));
        let around: Vec<String> =
            t.tokens.clone().filter(|i| Some(*i) != at).map(|i| d.prose.lower(i).to_owned()).collect();
        at.map(|i| (d.prose.lemma(i).to_owned(), around))
    };
    let (left, right) = (split(a, x), split(b, y));
    left.zip(right).is_some_and(|(l, r)| l.0 != r.0 && l.1 == r.1 && !l.1.is_empty())
}

fn is_unit(lemma: &str) -> bool {
    matches!(lemma, "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year" | "decade" | "century")
}

/// Two values of one grain.
fn is_other_value(x: &TimeExpr, y: &TimeExpr) -> bool {
    x.value.is_some()
        && y.value.is_some()
        && x.value != y.value
        && x.grain == y.grain
        && x.grain != Grain::Clock
}

fn opposites(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let (a, b) = (copies.a, copies.b);
    let (x, y) = (words(&a.prose, &change.a), words(&b.prose, &change.b));
    let ([x], [y]) = (x.as_slice(), y.as_slice()) else { return None };
    let keys = |prose: &Prose, at: usize| [prose.lemma(at).to_owned(), prose.lower(at).to_owned()];
    let (left, right) = (keys(&a.prose, *x), keys(&b.prose, *y));
    let is_opposite = left.iter().any(|l| {
        let list = copies.lex.antonyms.column(l, 0);
        list.is_some_and(|list| list.split(' ').any(|o| right.iter().any(|r| r == o)))
    });
    is_opposite.then(|| {
        (ContradictionKind::Antonym, format!("{} and {} are opposites", a.prose.lower(*x), b.prose.lower(*y)))
    })
}

fn places(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let is_bare = |d: &Document, m: &Mention, range: &Range<usize>| {
        words(&d.prose, range).into_iter().all(|i| m.tokens.contains(&i) || d.prose.pos(i) == Pos::Det)
    };
    let fills = |d: &Document, m: &Mention, range: &Range<usize>| {
        range.start <= m.tokens.start && m.tokens.end <= range.end && is_bare(d, m, range)
    };
    let place = |d: &Document, article: usize, range: &Range<usize>| {
        let mentions = &d.names.mentions;
        let found =
            mentions.iter().position(|m| m.kind == EntityKind::Place && !m.nested && fills(d, m, range))?;
        copies.corpus.entity(article, found)
    };
    // "Italy says" beside "Malta says": who says it is for the rule on names.
    let says = |d: &Document, range: &Range<usize>| {
        let named = d.names.mentions.iter().find(|m| fills(d, m, range));
        named.is_some_and(|m| says(copies, d, m))
    };
    if says(copies.a, &change.a) && says(copies.b, &change.b) {
        return None;
    }
    let (x, y) = (place(copies.a, copies.pair.a.0, &change.a)?, place(copies.b, copies.pair.b.0, &change.b)?);
    let reason = apart(copies.lex, copies.corpus, x, y).or_else(|| {
        let names = (fold(copies.corpus.name(x)), fold(copies.corpus.name(y)));
        (copies.are_versions && x != y && names.0 != names.1)
            .then(|| "each version names another place".to_owned())
    });
    reason.map(|reason| (ContradictionKind::Location, reason))
}
