//! A name, time or figure of a summary or claim that the article knows nothing of, where all the rest stands in the article, and the article has
//! another of its kind there.
//!
//! Example: "The group moved $1.8bn to funds in August, Bloomberg found" beside an article in which only Forbes found it. Only of short texts beside longer
//! ones: of two articles of like length each knows what the other does not.

use std::ops::Range;

use crate::contradiction::naming::is_alike;
use crate::contradiction::parallel::name::are_apart;
use crate::contradiction::parallel::{Clash, Sides};
use crate::corpus::Document;
use crate::entity::Mention;
use crate::kind::{ContradictionKind, EntityKind, MentionForm};
use crate::value::{Grain, Quantity, TimeExpr, Verdict, quantities_exclude, times_exclude};

/// So much of the sentence, in percent, stands somewhere in the article.
const LEAST_COVERAGE: u32 = 70;
/// So much in the very sentence that is compared.
const OWN_COVERAGE: u32 = 35;

/// What only the summary has, with what the article has instead.
pub fn clash(sides: &Sides<'_>) -> Option<Clash> {
    if !sides.is_brief || sides.own.prose.len() * 2 > sides.other.prose.len() {
        return None;
    }
    names(sides).or_else(|| times(sides)).or_else(|| figures(sides))
}

/// Whether the article says the rest of the sentence.
fn is_covered(sides: &Sides<'_>, skipped: &Range<usize>) -> bool {
    sides.wide_coverage(skipped) >= LEAST_COVERAGE && sides.own_coverage(skipped) >= OWN_COVERAGE
}

fn found(kind: ContradictionKind, own: &Range<usize>, other: &Range<usize>) -> Clash {
    Clash {
        kind,
        own: own.clone(),
        other: other.clone(),
        what: "the article has the rest, and another of this kind".to_owned(),
        confidence: 60,
    }
}

fn names(sides: &Sides<'_>) -> Option<Clash> {
    let own = named(sides.own, &sides.own_tokens).filter(|m| !knows(sides, m));
    for m in own.filter(|m| is_covered(sides, &m.tokens)) {
        let rivals =
            named(sides.other, &sides.other_tokens).filter(|n| n.kind == m.kind && !is_told(sides, n));
        let apart_from = |n: &&Mention| m.kind != EntityKind::Place || are_apart(sides, m, n);
        let kind = match m.kind {
            EntityKind::Place => ContradictionKind::Location,
            _ => ContradictionKind::Participants,
        };
        if let Some(n) = rivals.into_iter().find(apart_from) {
            return Some(found(kind, &m.tokens, &n.tokens));
        }
    }
    None
}

fn named<'d>(document: &'d Document, tokens: &Range<usize>) -> impl Iterator<Item = &'d Mention> + use<'d> {
    let mentions = &document.names.mentions;
    let start = mentions.partition_point(|m| m.tokens.start < tokens.start);
    let end = mentions.partition_point(|m| m.tokens.start < tokens.end);
    let inside = mentions.get(start..end).unwrap_or_default().iter();
    inside.filter(|m| {
        !m.nested
            && m.form == MentionForm::Name
            && matches!(m.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place)
    })
}

/// Whether the article has a word of a name, or the name in other letters.
fn knows(sides: &Sides<'_>, name: &Mention) -> bool {
    let has_word = name.tokens.clone().any(|i| {
        let word = sides.own.prose.lower(i);
        word.len() > 2 && sides.other.prose.has_word(word)
    });
    let mentions = sides.other.names.mentions.iter();
    has_word || mentions.into_iter().any(|n| is_alike((sides.own, name), (sides.other, n)))
}

/// Whether the summary has a name of the article too.
fn is_told(sides: &Sides<'_>, name: &Mention) -> bool {
    let has_word = name.tokens.clone().any(|j| {
        let word = sides.other.prose.lower(j);
        word.len() > 2 && sides.own.prose.has_word(word)
    });
    let own = sides.own.names.mentions.iter();
    has_word || own.into_iter().any(|m| is_alike((sides.own, m), (sides.other, name)))
}

fn times(sides: &Sides<'_>) -> Option<Clash> {
    let inside = |d: &Document, tokens: &Range<usize>| -> Vec<TimeExpr> {
        let kept = d.times.iter().filter(|t| tokens.contains(&t.tokens.start) && !t.is_vague);
        kept.filter(|t| t.grain != Grain::Clock).cloned().collect()
    };
    let all = 0..sides.other.prose.len();
    let article = inside(sides.other, &all);
    let summary = inside(sides.own, &(0..sides.own.prose.len()));
    let has_words =
        |d: &Document, t: &TimeExpr| t.tokens.clone().all(|i| d.prose.has_word(sides.own.prose.lower(i)));
    let own = inside(sides.own, &sides.own_tokens).into_iter();
    for t in own.filter(|t| !has_words(sides.other, t) && is_covered(sides, &t.tokens)) {
        let is_out = |u: &TimeExpr| match times_exclude(&t, u) {
            Verdict::Excludes(_) => true,
            Verdict::Compatible(_) => t.from.is_none() && u.from.is_none() && t.grain == u.grain,
            Verdict::Same => false,
        };
        let is_kept = |u: &&TimeExpr| t.grain == u.grain && is_out(u) && summary.iter().all(&is_out_of(u));
        if !article.iter().filter(|u| u.grain == t.grain).all(&is_out) {
            continue;
        }
        let rivals = inside(sides.other, &sides.other_tokens);
        if let Some(u) = rivals.iter().find(is_kept) {
            return Some(found(ContradictionKind::DateTime, &t.tokens, &u.tokens));
        }
    }
    None
}

/// Whether a time is another than those given.
fn is_out_of(time: &TimeExpr) -> impl Fn(&TimeExpr) -> bool + '_ {
    |other| !matches!(times_exclude(time, other), Verdict::Same)
}

fn figures(sides: &Sides<'_>) -> Option<Clash> {
    let inside = |d: &Document, tokens: &Range<usize>| -> Vec<Quantity> {
        let kept = d.quantities.iter().filter(|q| tokens.contains(&q.tokens.start));
        kept.filter(|q| q.unit != "score" && !q.is_vague).cloned().collect()
    };
    let article = inside(sides.other, &(0..sides.other.prose.len()));
    let own = inside(sides.own, &sides.own_tokens).into_iter().filter(|x| x.unit != "ordinal");
    let is_out = |x: &Quantity, y: &Quantity| {
        // "His seventh title" makes seven.
        let is_rank = y.unit == "ordinal" && x.low <= y.low;
        !is_rank && (x.unit != y.unit || matches!(quantities_exclude(x, y), Verdict::Excludes(_)))
    };
    for x in own.filter(|x| article.iter().all(|y| is_out(x, y)) && is_covered(sides, &x.tokens)) {
        let rivals = inside(sides.other, &sides.other_tokens);
        let rival = rivals.iter().find(|y| {
            y.unit == x.unit && y.kind == x.kind && sides.own.quantities.iter().all(|q| is_out(q, y))
        });
        if let Some(y) = rival {
            return Some(found(ContradictionKind::Numeric, &x.tokens, &y.tokens));
        }
    }
    None
}
