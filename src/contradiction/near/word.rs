//! Other words as those that differ: inside quotation marks, words of certainty, and in versions of one text any word of weight.

use std::ops::Range;

use crate::contradiction::near::diff::{Change, words};
use crate::contradiction::near::{Copies, name};
use crate::corpus::Document;
use crate::kind::ContradictionKind;
use crate::tag::Pos;

/// Words that say how sure a doing is, by their rung on the ladder of certainty.
const MODALS: [(&str, i32); 12] = [
    ("can", 2),
    ("could", 2),
    ("may", 2),
    ("might", 2),
    ("perhaps", 2),
    ("should", 3),
    ("would", 3),
    ("must", 4),
    ("shall", 4),
    ("will", 4),
    ("wo", 4),
    ("'ll", 4),
];
/// The rung of what is done.
const DONE: i32 = 6;
/// In two articles, rungs closer than this are shades of one meaning.
const LEAST_GAP: i32 = 2;

/// Words in marks of which each article prints others.
pub fn quoted(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let (x, y) = (words(&copies.a.prose, &change.a), words(&copies.b.prose, &change.b));
    (copies.are_versions && !x.is_empty() && !y.is_empty())
        .then(|| (ContradictionKind::Misquotation, "the words in quotation marks differ".to_owned()))
}

/// A change of words without weight: another modal, a word that says when an office was held.
pub fn unweighty(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    if name::status(copies, change) {
        return Some((ContradictionKind::TitleRole, "one says when the office was held".to_owned()));
    }
    certainty(copies, change).or_else(|| name::names(copies, change)).or_else(|| negated(copies, change))
}

/// In versions of one text, a negator that only one has: "has not yet commented" beside "has commented".
fn negated(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let is_negated = |d: &Document, range: &Range<usize>| {
        range.clone().any(|i| matches!(d.prose.lower(i), "not" | "n't" | "never" | "no"))
    };
    (copies.are_versions && is_negated(copies.a, &change.a) != is_negated(copies.b, &change.b))
        .then(|| (ContradictionKind::Negation, "one of the two is negated".to_owned()))
}

/// Another word of weight.
pub fn clash(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    certainty(copies, change).or_else(|| lexical(copies, change))
}

/// "May" beside "will", "is considering" beside "has decided". What may come in one article may have come in another.
fn certainty(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let (x, y) = (rung(copies, copies.a, &change.a)?, rung(copies, copies.b, &change.b)?);
    let is_other =
        if copies.are_versions { x != y } else { (x - y).abs() >= LEAST_GAP && x != DONE && y != DONE };
    is_other.then(|| (ContradictionKind::CertaintyModality, "the two are not equally sure".to_owned()))
}

/// The rung of a stretch that only says how sure a doing is; plain tenses stand for what is done.
fn rung(copies: &Copies<'_>, document: &Document, range: &Range<usize>) -> Option<i32> {
    let prose = &document.prose;
    let own = words(prose, range);
    let modal = own.iter().find_map(|&i| MODALS.iter().find(|m| m.0 == prose.lower(i)).map(|m| m.1));
    let listed = || {
        let likelihood = own.iter().find_map(|&i| copies.lex.likelihoods.column(prose.lower(i), 0));
        let phrase = own.iter().find_map(|&i| {
            copies.lex.certainty.phrase((i..range.end + 1).map(|j| prose.lemma(j)))?.1.first().copied()
        });
        likelihood.or(phrase).map(level)
    };
    let is_plain = !own.is_empty() && own.iter().all(|&i| matches!(prose.pos(i), Pos::Aux | Pos::Part));
    modal.or_else(listed).or_else(|| is_plain.then_some(DONE))
}

fn level(rung: &str) -> i32 {
    match rung {
        "denied" => 0,
        "unlikely" | "unsettled" => 1,
        "possible" => 2,
        "likely" => 3,
        "planned" => 4,
        "scheduled" => 5,
        _ => DONE,
    }
}

/// In versions of one text, and in a claim beside an article, any other word of the same sort; what only introduces speech is style.
fn lexical(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let kinds = |d: &Document, range: &Range<usize>| -> Vec<usize> {
        let weighty = words(&d.prose, range).into_iter();
        weighty
            .filter(|&i| matches!(d.prose.pos(i), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num))
            .collect()
    };
    let (x, y) = (kinds(copies.a, &change.a), kinds(copies.b, &change.b));
    let is_speech = || {
        let manner = |d: &Document, list: &[usize]| -> Option<Vec<&'static str>> {
            list.iter().map(|&i| manner_of(copies, d.prose.lower(i))).collect()
        };
        manner(copies.a, &x).is_some_and(|own| manner(copies.b, &y) == Some(own))
    };
    let is_form = x.len() == y.len()
        && x.iter().zip(&y).all(|(&i, &j)| copies.a.prose.lemma(i) == copies.b.prose.lemma(j));
    let is_style = is_form || is_speech();
    ((copies.are_versions || copies.is_brief) && !is_style)
        .then(|| (ContradictionKind::Lexical, "one version has other words".to_owned()))
}

/// How a verb of saying takes the words: "indicated", "confirmed" and "said" differ in style, "claimed" and "denied" do not.
fn manner_of(copies: &Copies<'_>, form: &str) -> Option<&'static str> {
    let lemma = copies.lex.reporting_verbs.column(form, 0)?;
    let class = copies.lex.reporting_verbs.column(form, 2)?;
    let is_plain =
        matches!(class, "say" | "claim" | "confirm") && !matches!(lemma, "claim" | "allege" | "insist");
    Some(if is_plain { "say" } else { class })
}
