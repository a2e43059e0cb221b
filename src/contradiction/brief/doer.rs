//! "The police found it" where the article has "the firm found it, according to the police"; "Lee died" where it has "Moore, who died": who did it.

use crate::contradiction::brief::party::parties;
use crate::contradiction::brief::{Clash, Line, Near};
use crate::kind::ContradictionKind;
use crate::tag::Pos;

/// So much of the sentence, in percent, stands in one of the article.
const LEAST_BEST: u32 = 74;

/// A doer of whom the article says that another did it.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    let prose = &line.own.prose;
    let verb = line.tokens.clone().find(|&i| prose.pos(i) == Pos::Verb)?;
    let who = parties(line.own, line.tokens.start..verb).last().copied()?;
    // Only the doer may stand before the verb, with nothing between.
    let is_plain = (who + 1..verb).all(|i| matches!(prose.lower(i), "has" | "have" | "had"));
    if !is_plain || line.best() < LEAST_BEST {
        return None;
    }
    line.near.iter().filter(|n| n.coverage >= LEAST_BEST).find_map(|near| {
        let done = near.parallel.link(verb)?;
        let at = told_by(line, near, who, done).or_else(|| other_doer(line, near, who, done))?;
        Some(Clash {
            kind: ContradictionKind::Participants,
            own: who..who + 1,
            other: at..at + 1,
            what: "the long text has another doing it",
            confidence: 60,
        })
    })
}

/// The only place of a name in a sentence of the article.
fn only(line: &Line<'_>, near: &Near, who: usize) -> Option<usize> {
    let (own, other) = (&line.own.prose, &line.other.prose);
    let mut places = near.tokens.clone().filter(|&j| other.lower(j) == own.lower(who));
    places.next().filter(|_| places.next().is_none())
}

/// The name is only the source of what another did.
fn told_by(line: &Line<'_>, near: &Near, who: usize, done: usize) -> Option<usize> {
    let prose = &line.other.prose;
    let at = only(line, near, who)?;
    let is_source = (at.saturating_sub(4)..at).any(|j| prose.lower(j) == "according");
    // "Was found, according to the police": the police may well have found it.
    let is_passive = (done.saturating_sub(3)..done).any(|j| prose.lemma(j) == "be");
    let doer = done.checked_sub(1).filter(|&j| matches!(prose.pos(j), Pos::Noun | Pos::Propn))?;
    (is_source && !is_passive && near.tokens.contains(&doer)).then_some(doer)
}

/// "Moore, who would die": the one before "who" did it.
fn other_doer(line: &Line<'_>, near: &Near, who: usize, done: usize) -> Option<usize> {
    let prose = &line.other.prose;
    only(line, near, who)?;
    let relative =
        (done.saturating_sub(4).max(near.tokens.start)..done).find(|&j| prose.lower(j) == "who")?;
    let is_joined = (relative + 1..done).all(|j| matches!(prose.pos(j), Pos::Aux | Pos::Adv));
    let doer = parties(line.other, near.tokens.start..relative).last().copied()?;
    let is_next = (doer + 1..relative).all(|j| prose.lower(j) == ",");
    (is_joined && is_next && prose.lower(doer) != line.own.prose.lower(who)).then_some(doer)
}
