//! Whether the verbs, or nouns for events, that two stretches hang on tell of one doing by one party.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::contradiction::parallel::Sides;
use crate::corpus::Document;
use crate::kind::EntityKind;
use crate::tag::Pos;

/// How the doings of two stretches stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// One doing, by a party that both name.
    Same,
    /// One doing; who does it one of the two does not name.
    Open,
    /// Another doing, or another party.
    Other,
}

/// Compares what two stretches hang on.
pub fn doing(sides: &Sides<'_>, own: &Range<usize>, other: &Range<usize>) -> Doing {
    let (Some(x), Some(y)) = (governor(sides, sides.own, own), governor(sides, sides.other, other)) else {
        return Doing::Other;
    };
    if sides.parallel.link(x) != Some(y) {
        return Doing::Other;
    }
    // A noun has no subject of its own: whose deal it is the verb before it tells.
    let verb = |d: &Document, at: usize| {
        let sentence = d.prose.sentence_at(at).unwrap_or_default();
        (sentence.start..at + 1).rev().find(|&i| d.prose.pos(i) == Pos::Verb)
    };
    match (verb(sides.own, x), verb(sides.other, y)) {
        (Some(v), Some(w)) if v != x && of_heads(sides, v, w) == Doing::Other => Doing::Other,
        _ => of_heads(sides, x, y),
    }
}

/// Compares the parties of two predicates that stand for each other.
pub fn of_heads(sides: &Sides<'_>, own: usize, other: usize) -> Doing {
    let left = parties(sides, sides.own_at.0, sides.own, own);
    let right = parties(sides, sides.other_at.0, sides.other, other);
    let are_apart =
        |x: &BTreeSet<usize>, y: &BTreeSet<usize>| !x.is_empty() && !y.is_empty() && x.is_disjoint(y);
    let is_shared = |x: &BTreeSet<usize>, y: &BTreeSet<usize>| !x.is_disjoint(y);
    if are_apart(&left.doers, &right.doers) || are_apart(&left.things, &right.things) {
        Doing::Other
    } else if is_shared(&left.doers, &right.doers) || is_shared(&left.things, &right.things) {
        Doing::Same
    } else {
        Doing::Open
    }
}

/// The last doing before a stretch, verb or noun ("charged after a shooting on Friday"), else the first behind it.
fn governor(sides: &Sides<'_>, document: &Document, stretch: &Range<usize>) -> Option<usize> {
    let prose = &document.prose;
    let sentence = prose.sentence_at(stretch.start)?;
    let is_doing = |&i: &usize| match prose.pos(i) {
        Pos::Verb => !matches!(prose.lemma(i), "be" | "have" | "do"),
        Pos::Noun => sides.lex.events.has(prose.lemma(i)),
        _ => false,
    };
    let before = (sentence.start..stretch.start).rev().find(is_doing);
    // "Said on Wednesday that": what follows at once on a verb of saying is when it was said.
    let is_next = |at: usize| (at + 1..stretch.start).all(|i| prose.pos(i) == Pos::Adp);
    let is_subject = |at: usize| {
        // "Said that 12 people died": what stands between a verb of saying and its clause belongs to the clause.
        sides.lex.reporting_verbs.has(prose.lower(at))
            || (at + 1..stretch.start)
                .any(|i| matches!(prose.lower(i), "that" | "," | ";" | "and" | "as" | "while"))
    };
    let behind = || (stretch.end..sentence.end).find(is_doing);
    match before {
        Some(at) if is_subject(at) && !is_next(at) => behind().or(before),
        Some(_) => before,
        None => behind(),
    }
}

/// Who is named as doing something, and to whom it is done.
#[derive(Default)]
struct Parties {
    doers: BTreeSet<usize>,
    things: BTreeSet<usize>,
}

fn parties(sides: &Sides<'_>, article: usize, document: &Document, head: usize) -> Parties {
    let start = document.claims.partition_point(|c| c.head < head);
    let near = document.claims.get(start.saturating_sub(2)..).unwrap_or_default().iter().take(6);
    let Some(claim) = near.into_iter().find(|c| c.head == head) else { return Parties::default() };
    let named = |mentions: &mut dyn Iterator<Item = usize>| -> BTreeSet<usize> {
        let kept = mentions.filter(|&m| {
            document.names.mentions.get(m).is_some_and(|m| {
                matches!(
                    m.kind,
                    EntityKind::Person | EntityKind::Organization | EntityKind::Group | EntityKind::Place
                )
            })
        });
        kept.filter_map(|m| sides.corpus.entity(article, m)).collect()
    };
    let behind = |preposition: &str| {
        named(&mut claim.others.iter().filter(|a| a.preposition == preposition).map(|a| a.mention))
    };
    let subject = named(&mut claim.agents.iter().copied());
    if claim.is_passive {
        Parties { doers: behind("by"), things: subject }
    } else {
        Parties { doers: subject, things: behind("") }
    }
}
