//! "Left Hull on 3 May" where the article has "left for Hull on 3 May"; "the vote is on 3 May" where it has "set for 9 June": the time of another event.

use std::ops::Range;

use crate::contradiction::brief::party::parties;
use crate::contradiction::brief::{Clash, Line};
use crate::corpus::Document;
use crate::kind::ContradictionKind;
use crate::prose::Prose;
use crate::value::TimeExpr;

/// A place stands within so many words behind the verb of going,
const PLACE: usize = 5;
/// and the time within so many behind that.
const TIME: usize = 6;

/// A time at which the article has the contrary, or other than the one for which it has the event set.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    journey(line).or_else(|| appointed(line))
}

/// Where somebody goes to or comes from.
struct Journey {
    verb: usize,
    place: usize,
    is_toward: bool,
}

fn journey(line: &Line<'_>) -> Option<Clash> {
    let (own, other) = (&line.own.prose, &line.other.prose);
    let mine = journeys(line.own, &line.tokens).into_iter().next()?;
    let time = times(line.own, &line.tokens).next()?;
    let mut met = line.near.iter().flat_map(|near| {
        let all = journeys(line.other, &near.tokens).into_iter();
        all.filter(|j| {
            let behind = j.place + 1..near.tokens.end.min(j.place + 1 + TIME);
            other.lower(j.place) == own.lower(mine.place)
                && times(line.other, &behind).any(|t| is_one((line.own, time), (line.other, t)))
        })
    });
    let first = met.next()?;
    let is_contrary = first.is_toward != mine.is_toward && met.all(|j| j.is_toward != mine.is_toward);
    is_contrary.then_some(Clash {
        kind: ContradictionKind::Lexical,
        own: mine.verb..mine.verb + 1,
        other: first.verb..first.verb + 1,
        what: "the long text has them go the other way at that time",
        confidence: 62,
    })
}

/// Verbs of going with the place that they lead to or from.
fn journeys(document: &Document, tokens: &Range<usize>) -> Vec<Journey> {
    let prose = &document.prose;
    let all = tokens.clone().filter_map(|verb| {
        let is_toward = match prose.lemma(verb) {
            "arrive" | "enter" | "reach" => true,
            "depart" | "leave" | "quit" => false,
            _ => return None,
        };
        let place = parties(document, verb + 1..tokens.end.min(verb + 1 + PLACE)).first().copied()?;
        let has = |word: &str| (verb + 1..place).any(|i| prose.lower(i) == word);
        // "Left for Hull", "arrived from Hull".
        let is_turned = if is_toward { has("from") } else { has("for") };
        Some(Journey { verb, place, is_toward: is_toward != is_turned })
    });
    all.collect()
}

fn appointed(line: &Line<'_>) -> Option<Clash> {
    let (own, other) = (&line.own.prose, &line.other.prose);
    if !line.tokens.clone().any(|i| matches!(own.lower(i), "will" | "scheduled" | "set" | "slated")) {
        return None;
    }
    let time = times(line.own, &line.tokens).next()?;
    line.near.iter().find_map(|near| {
        let all = || times(line.other, &near.tokens);
        let is_set = |t: &&TimeExpr| is_appointed(other, t.tokens.start);
        let set = all().find(is_set).filter(|t| !is_one((line.own, time), (line.other, t)))?;
        let is_of_other = all().any(|t| !is_set(&t) && is_one((line.own, time), (line.other, t)));
        is_of_other.then(|| Clash {
            kind: ContradictionKind::DateTime,
            own: time.tokens.clone(),
            other: set.tokens.clone(),
            what: "the long text has that time of something else",
            confidence: 62,
        })
    })
}

/// "Set for 3 May".
fn is_appointed(prose: &Prose, at: usize) -> bool {
    at > 1
        && prose.lower(at - 1) == "for"
        && matches!(prose.lower(at - 2), "due" | "planned" | "scheduled" | "set" | "slated")
}

fn times<'d>(document: &'d Document, tokens: &Range<usize>) -> impl Iterator<Item = &'d TimeExpr> + use<'d> {
    let tokens = tokens.clone();
    document.times.iter().filter(move |t| tokens.contains(&t.tokens.start) && !t.is_vague)
}

/// Whether two times are written with the same words.
fn is_one((a, t): (&Document, &TimeExpr), (b, u): (&Document, &TimeExpr)) -> bool {
    let (x, y) = (t.tokens.clone().map(|i| a.prose.lower(i)), u.tokens.clone().map(|i| b.prose.lower(i)));
    x.eq(y)
}
