//! "Lee got nine months" where the article has "Lee and Moore got six and nine months respectively": to each his own.

use std::ops::Range;

use crate::contradiction::brief::party::{has_party, parties};
use crate::contradiction::brief::{Clash, Line};
use crate::kind::ContradictionKind;
use crate::token::TokenKind;
use crate::value::{Quantity, Verdict, quantities_exclude};

/// A figure that the article gives to the other of those whom it names in a row.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    let prose = &line.other.prose;
    line.near.iter().find_map(|near| {
        let end = near.tokens.clone().find(|&j| prose.lower(j) == "respectively")?;
        let inside = line.other.quantities.iter();
        let figures: Vec<&Quantity> =
            inside.filter(|q| q.tokens.start >= near.tokens.start && q.tokens.end <= end).collect();
        let names = (2..=figures.len()).rev().find_map(|n| row(line, near.tokens.start..end, n))?;
        let figures = figures.get(figures.len().checked_sub(names.len())?..)?;
        let is_meant = |&j: &usize| has_party(line.own, line.tokens.clone(), (line.other, j));
        let mut meant = names.iter().enumerate().filter(|(_, j)| is_meant(j));
        let (place, _) = meant.next().filter(|_| meant.next().is_none())?;
        let right = *figures.get(place)?;
        let mut own = line.own.quantities.iter().filter(|q| line.tokens.contains(&q.tokens.start));
        let is_same = |x: &Quantity, y: &Quantity| matches!(quantities_exclude(x, y), Verdict::Same);
        let wrong = own.find(|x| !is_same(x, right) && figures.iter().any(|y| is_same(x, y)))?;
        Some(Clash {
            kind: ContradictionKind::Numeric,
            own: wrong.tokens.clone(),
            other: right.tokens.clone(),
            what: "the long text gives that figure to another",
            confidence: 66,
        })
    })
}

/// The first so many names that stand in a row, joined by commas and "and".
fn row(line: &Line<'_>, tokens: Range<usize>, many: usize) -> Option<Vec<usize>> {
    let prose = &line.other.prose;
    let all = parties(line.other, tokens);
    let is_joined = |pair: &[usize]| {
        let &[a, b] = pair else { return false };
        matches!(prose.lower(a + 1), "and" | ",")
            && (a + 1..b).all(|j| {
                matches!(prose.lower(j), "and" | ",")
                    || prose.kind(j) == TokenKind::Word && prose.is_capitalised(j)
            })
    };
    all.windows(many).find(|names| names.windows(2).all(is_joined)).map(<[usize]>::to_vec)
}
