//! "Ann Lee succeeded Tom Moore" where the article calls her his predecessor; "Veltro is based in Spain" where it has "Munich-based Veltro".

use std::ops::Range;

use crate::contradiction::brief::party::{has_party, parties};
use crate::contradiction::brief::{Clash, Line};
use crate::kind::ContradictionKind;
use crate::tag::Pos;

/// What the first party does to the second one, with what it then can not be to that party.
const CONTRARY: [(&str, &str); 12] = [
    ("acquire", "subsidiary"),
    ("control", "subsidiary"),
    ("employ", "employee"),
    ("follow", "predecessor"),
    ("own", "division"),
    ("own", "subsidiary"),
    ("own", "unit"),
    ("precede", "successor"),
    ("replace", "predecessor"),
    ("succeed", "predecessor"),
    ("teach", "pupil"),
    ("teach", "student"),
];
/// Parties stand within so many words of the noun.
const REACH: usize = 10;
/// The people of a company's country stand within so many words before its name.
const NEAR: usize = 6;

/// A relation that the article has the other way, or a seat that it has elsewhere.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    turned(line).or_else(|| seat(line))
}

fn turned(line: &Line<'_>) -> Option<Clash> {
    let prose = &line.own.prose;
    line.tokens.clone().filter(|&i| prose.pos(i) == Pos::Verb).find_map(|i| {
        let nouns: Vec<&str> =
            CONTRARY.iter().filter(|(verb, _)| *verb == prose.lemma(i)).map(|(_, noun)| *noun).collect();
        // "Is owned by": the parties stand the other way.
        let is_plain = !nouns.is_empty() && !(i.saturating_sub(2)..i).any(|j| prose.lemma(j) == "be");
        let doer = is_plain.then(|| parties(line.own, line.tokens.start..i).last().copied()).flatten()?;
        let thing = parties(line.own, i + 1..line.tokens.end).first().copied()?;
        let at = line.near.iter().find_map(|near| {
            near.tokens.clone().find(|&j| {
                nouns.contains(&line.other.prose.lemma(j)) && is_of(line, &near.tokens, j, doer, thing)
            })
        })?;
        Some(found(ContradictionKind::Structural, i..i + 1, at..at + 1))
    })
}

fn found(kind: ContradictionKind, own: Range<usize>, other: Range<usize>) -> Clash {
    Clash { kind, own, other, what: "the long text has the two related otherwise", confidence: 64 }
}

/// "Moore's predecessor, Ann Lee", "Ann Lee, a predecessor of Moore", "Veltro is a subsidiary of Carrow".
fn is_of(line: &Line<'_>, sentence: &Range<usize>, noun: usize, doer: usize, thing: usize) -> bool {
    let prose = &line.other.prose;
    let has = |range: Range<usize>, name: usize| has_party(line.other, range, (line.own, name));
    let before = noun.saturating_sub(REACH).max(sentence.start)..noun;
    let behind = noun + 1..(noun + REACH).min(sentence.end);
    let is_owned = (noun.saturating_sub(2)..noun).any(|i| matches!(prose.lower(i), "'s" | "’s" | "'" | "’"));
    if is_owned {
        has(noun.saturating_sub(5).max(sentence.start)..noun, thing) && has(behind, doer)
    } else {
        prose.lower(noun + 1) == "of" && has(behind, thing) && has(before, doer)
    }
}

fn seat(line: &Line<'_>) -> Option<Clash> {
    let prose = &line.own.prose;
    let at = line.tokens.clone().find(|&i| {
        matches!(prose.lower(i), "based" | "headquarters" | "headquartered")
            && prose.lower(i.wrapping_sub(1)) != "-"
    })?;
    let inside = (at + 1..line.tokens.end.min(at + 4)).find(|&i| prose.lower(i) == "in")?;
    let place = parties(line.own, inside + 1..line.tokens.end.min(inside + 4)).first().copied()?;
    let state = |word: &str| {
        let lists = [&line.lex.countries, &line.lex.cities, &line.lex.demonyms];
        lists.into_iter().find_map(|list| list.column(word, 0))
    };
    let own = state(prose.lower(place))?;
    let body = parties(line.own, line.tokens.start..at).first().copied()?;
    let all = parties(line.other, 0..line.other.prose.len());
    all.into_iter().filter(|&n| line.other.prose.lower(n) == prose.lower(body)).find_map(|n| {
        let start = line.other.prose.sentence_at(n)?.start;
        let before = n.saturating_sub(NEAR).max(start)..n;
        let is_apart =
            |i: usize| line.other.prose.pos(i) == Pos::Verb && line.other.prose.lower(i) != "based";
        let words = before.rev().take_while(|&i| !is_apart(i) && line.other.prose.pos(i) != Pos::Adp);
        let other = words.into_iter().find(|&i| state(line.other.prose.lower(i)).is_some())?;
        (state(line.other.prose.lower(other)) != Some(own))
            .then(|| found(ContradictionKind::Location, place..place + 1, other..other + 1))
    })
}
