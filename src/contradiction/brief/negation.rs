//! "Has found proof" beside "has not found proof"; "did not lose" where nothing in the article is denied.

use std::ops::Range;

use crate::contradiction::brief::{Clash, Line, Near, denies};
use crate::corpus::Document;
use crate::kind::ContradictionKind;
use crate::prose::Prose;
use crate::tag::Pos;
use crate::token::TokenKind;

/// So much of a summary's sentence that asserts, in percent, stands in the sentence that denies.
const LEAST_BEST: u32 = 62;
/// So much of a summary's sentence that denies stands somewhere in the article,
const LEAST_COVERAGE: u32 = 70;
/// and so much in one sentence of it.
const LEAST_DENIED: u32 = 40;
/// So much of it where only the verb and what it bears on are compared.
const LEAST_TURNED: u32 = 50;
/// So much of a summary's sentence that asserts where all that the verb bears on stands in both.
const LEAST_MET: u32 = 40;
/// A negator bears on the next word of weight within so many tokens.
const REACH: usize = 6;

/// A word that one text denies and the other asserts.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    let own = denied(line.own, &line.tokens);
    match own.as_slice() {
        [] if !has_denial(&line.own.prose, &line.tokens) => {
            line.near.iter().find_map(|near| asserted(line, near))
        }
        [only] => contrary(line, only).or_else(|| turned(line, only)),
        list => list.iter().find_map(|denial| turned(line, denial)),
    }
}

/// A word that the summary denies, and that a sentence of the article has without a word that denies before it.
fn turned(line: &Line<'_>, denial: &Range<usize>) -> Option<Clash> {
    let prose = &line.other.prose;
    let is_verb = line.own.prose.pos(denial.end - 1) == Pos::Verb;
    if !is_verb
        || line.coverage(&(0..0)) < LEAST_COVERAGE
        || is_bound(&line.own.prose, denial, line.tokens.end)
    {
        return None;
    }
    let links = line
        .near
        .iter()
        .filter(|n| n.coverage >= LEAST_TURNED)
        .filter_map(|n| Some((n, n.parallel.link(denial.end - 1)?)));
    let all: Vec<(&Near, usize)> = links.collect();
    let is_denied = |near: &Near, at: usize| {
        (near.tokens.start.max(at.saturating_sub(REACH + 2))..at).any(|i| denies(prose, i))
    };
    if all.iter().any(|(near, at)| is_denied(near, *at)) {
        return None;
    }
    let (near, at) = all.first()?;
    let end = clause_end(&line.own.prose, denial.end, line.tokens.end);
    let object: Vec<usize> =
        near.parallel.own.iter().copied().filter(|i| (denial.end..end).contains(i)).collect();
    let is_met = !object.is_empty() && object.iter().all(|&i| near.parallel.link(i).is_some());
    is_met.then(|| found(denial.clone(), *at..*at + 1))
}

fn found(own: Range<usize>, other: Range<usize>) -> Clash {
    Clash { kind: ContradictionKind::Negation, own, other, what: "one of the two denies it", confidence: 66 }
}

/// What the summary asserts and a sentence of the article denies.
fn asserted(line: &Line<'_>, near: &Near) -> Option<Clash> {
    let list = denied(line.other, &near.tokens);
    let [only] = list.as_slice() else { return None };
    let denied = only.end - 1;
    let linked = near.parallel.links.iter().find(|l| l.1 == denied).map(|l| l.0);
    let own = linked.or_else(|| {
        let is_form = |i: &usize| is_made_of(line.own.prose.lemma(*i), line.other.prose.lemma(denied));
        near.parallel.own.iter().copied().find(is_form)
    })?;
    // "Without" bears on its noun alone.
    let end = if line.other.prose.lower(only.start) == "without" {
        only.end
    } else {
        clause_end(&line.other.prose, only.end, near.tokens.end)
    };
    let content = || near.parallel.other.iter().copied().filter(|j| (only.end..end).contains(j));
    // What is denied of one thing may be so of another.
    let is_met = content().all(|j| near.parallel.is_met(j))
        || content().filter(|&j| near.parallel.is_met(j)).count() > 1;
    let is_whole = content().count() > 1 && content().all(|j| near.parallel.is_met(j));
    let least = if is_whole { LEAST_MET } else { LEAST_BEST };
    let is_said = near.coverage >= least && near.parallel.links.len() > 2 && is_met;
    (is_said && !is_bound(&line.other.prose, only, near.tokens.end))
        .then(|| found(own..own + 1, only.clone()))
}

/// What the summary denies, where no sentence of the article on the matter denies anything.
fn contrary(line: &Line<'_>, denial: &Range<usize>) -> Option<Clash> {
    let is_plain = line.near.iter().all(|n| !has_denial(&line.other.prose, &n.tokens));
    let is_said = line.coverage(&(0..0)) >= LEAST_COVERAGE && line.best() >= LEAST_DENIED;
    let near = line.near.first()?;
    let focus = near.parallel.link(denial.end - 1).or_else(|| near.parallel.links.first().map(|l| l.1))?;
    (is_plain && is_said && !is_bound(&line.own.prose, denial, line.tokens.end))
        .then(|| found(denial.clone(), focus..focus + 1))
}

/// "Agreement" beside "agree", "easily" beside "easy": short words whose stems do not tell it.
fn is_made_of(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let is_stem = |stem: &str| stem == short || short.strip_suffix('y') == Some(stem);
    short.len() > 2 && ["ily", "ly", "ment"].into_iter().any(|e| long.strip_suffix(e).is_some_and(is_stem))
}

/// Each word that denies, with the word that it bears on.
fn denied(document: &Document, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let prose = &document.prose;
    let heads = tokens
        .clone()
        .filter(|&i| denies(prose, i) && !matches!(prose.lower(i + 1), "-" | "doubt"))
        .filter_map(|i| {
            let head = (i + 1..tokens.end.min(i + 1 + REACH)).find(|&j| {
                matches!(prose.pos(j), Pos::Verb | Pos::Adj | Pos::Noun)
                    && !matches!(prose.lemma(j), "be" | "have" | "do" | "get" | "any")
                    // "A delay in reaching agreement" is one of the agreement.
                    && !matches!(prose.lower(j), "making" | "reaching" | "taking")
            })?;
            Some(i..head + 1)
        });
    heads.collect()
}

/// Whether a sentence has a word that denies, or one that begins with "un".
fn has_denial(prose: &Prose, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|i| {
        denies(prose, i) && prose.lower(i + 1) != "-"
            || matches!(
                prose.lower(i),
                "none" | "nothing" | "nobody" | "neither" | "hardly" | "barely" | "yet" | "unless"
            )
    })
}

/// "Not only", "not … until": the negator denies a part, and the rest stands.
fn is_bound(prose: &Prose, denial: &Range<usize>, end: usize) -> bool {
    let is_focus = matches!(
        prose.lower(denial.start + 1),
        "only"
            | "just"
            | "merely"
            | "simply"
            | "necessarily"
            | "least"
            | "all"
            | "every"
            | "always"
            | "yet"
            | "so"
            | "longer"
            | "immediately"
    );
    is_focus
        || (denial.end..end)
            .any(|i| matches!(prose.lower(i), "until" | "unless" | "except" | "yet" | "alone"))
}

fn clause_end(prose: &Prose, from: usize, end: usize) -> usize {
    let is_end = |&i: &usize| {
        prose.kind(i) == TokenKind::Punctuation
            || matches!(prose.lower(i), "and" | "but" | "because" | "when" | "after")
    };
    (from..end).find(is_end).unwrap_or(end)
}
