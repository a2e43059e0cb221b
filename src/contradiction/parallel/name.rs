//! "An outbreak in Hong Kong" beside "an outbreak in Thailand": two names in one place; and "his" beside "her".

use std::ops::Range;

use crate::contradiction::location::apart;
use crate::contradiction::naming::is_alike;
use crate::contradiction::parallel::{Clash, Sides};
use crate::corpus::Document;
use crate::entity::Mention;
use crate::kind::{ContradictionKind, EntityKind, MentionForm};
use crate::tag::Pos;
use crate::token::{TokenKind, fold};

/// So much of the sentence, in percent, stands in the other where an article names nowhere whom the other names.
const LEAST_COVERAGE: u32 = 65;
/// Fewer words in common make no common matter.
const LEAST_LINKS: usize = 4;

/// Two names of one kind, or pronouns of two people, in one place.
pub fn clash(sides: &Sides<'_>) -> Option<Clash> {
    if sides.parallel.links.len() < LEAST_LINKS {
        return None;
    }
    let own = names(sides.own, &sides.own_tokens);
    let other = names(sides.other, &sides.other_tokens);
    let pairs = own.iter().flat_map(|x| other.iter().map(move |y| (*x, *y)));
    pairs.filter_map(|(x, y)| conflict(sides, x, y)).next().or_else(|| pronouns(sides))
}

fn names(document: &Document, tokens: &Range<usize>) -> Vec<usize> {
    let mentions = &document.names.mentions;
    let start = mentions.partition_point(|m| m.tokens.start < tokens.start);
    let end = mentions.partition_point(|m| m.tokens.start < tokens.end);
    (start..end)
        .filter(|&m| mentions.get(m).is_some_and(|m| !m.nested && m.form == MentionForm::Name))
        .collect()
}

fn conflict(sides: &Sides<'_>, x: usize, y: usize) -> Option<Clash> {
    let (m, n) = (sides.own.names.mentions.get(x)?, sides.other.names.mentions.get(y)?);
    let (a, b) = (sides.corpus.entity(sides.own_at.0, x)?, sides.corpus.entity(sides.other_at.0, y)?);
    let is_met = m.tokens.clone().any(|i| sides.parallel.link(i).is_some())
        || n.tokens.clone().any(|j| sides.parallel.is_met(j));
    let is_body =
        |k: EntityKind| !matches!(k, EntityKind::Person | EntityKind::Organization | EntityKind::Place);
    let side = |e: usize| sides.corpus.side(e);
    let is_one_side = side(a).is_some() && side(a) == side(b);
    if a == b
        || is_met
        || is_body(m.kind)
        || is_body(n.kind)
        || is_one_side
        || is_listed(sides.own, m)
        || is_listed(sides.other, n)
        || !(is_put_in_place(sides, m, n) || is_copied(sides, m, n))
        || are_nested(sides, m, n)
        // Last, since it compares every name of the one sentence with those of the other.
        || is_known(sides, x, y)
    {
        return None;
    }
    let kind = match (m.kind, n.kind) {
        _ if is_source(sides, m, n) => ContradictionKind::ChangedSpeaker,
        (EntityKind::Place, EntityKind::Place) => ContradictionKind::Location,
        _ => ContradictionKind::Participants,
    };
    Some(Clash {
        kind,
        own: m.tokens.clone(),
        other: n.tokens.clone(),
        what: format!("each article names another ({}, {})", sides.corpus.name(a), sides.corpus.name(b)),
        confidence: 68,
    })
}

/// Whether the one article puts a name that the other knows nothing of where the other has a name that the one knows nothing of.
fn is_put_in_place(sides: &Sides<'_>, m: &Mention, n: &Mention) -> bool {
    let anchors = sides.parallel.anchors(&m.tokens, &n.tokens);
    m.kind == n.kind
        && !is_source(sides, m, n)
        && (m.kind != EntityKind::Place || are_apart(sides, m, n))
        && preposition(sides.own, m) == preposition(sides.other, n)
        && !knows(sides.other, sides.own, m)
        && (sides.is_brief || !knows(sides.own, sides.other, n) && has_figures(sides))
        && anchors.contains(&Some(true))
        && !anchors.contains(&Some(false))
        && (sides.is_brief || sides.has_names(&m.tokens))
        && sides.coverage(&m.tokens) >= LEAST_COVERAGE
}

/// Whether the sentences are copies but for the names.
fn is_copied(sides: &Sides<'_>, m: &Mention, n: &Mention) -> bool {
    sides.is_near_copy(&m.tokens, &n.tokens)
        && (m.kind == n.kind || sides.is_mutual())
        && ((m.kind, n.kind) != (EntityKind::Place, EntityKind::Place) || are_apart(sides, m, n))
        && preposition(sides.own, m) == preposition(sides.other, n)
        && !(is_source(sides, m, n) && has_marks(sides.own, m) && has_marks(sides.other, n))
        && !m.tokens.clone().any(|i| sides.is_told_elsewhere(i))
}

/// Whether nothing can be in both places.
pub fn are_apart(sides: &Sides<'_>, m: &Mention, n: &Mention) -> bool {
    let at = |d: &Document, article: usize, name: &Mention| {
        d.names.mention_at(name.tokens.start).and_then(|m| sides.corpus.entity(article, m))
    };
    let (a, b) = (at(sides.own, sides.own_at.0, m), at(sides.other, sides.other_at.0, n));
    a.zip(b).is_some_and(|(a, b)| apart(sides.lex, sides.corpus, a, b).is_some())
}

/// Whether words in marks stand in the sentence of a name: whose they are is for the rules on quotations.
fn has_marks(document: &Document, name: &Mention) -> bool {
    let sentence = document.prose.sentence_at(name.tokens.start).unwrap_or_default();
    sentence.into_iter().any(|i| document.prose.kind(i) == TokenKind::QuoteMark)
}

/// The preposition before a name, articles and titles skipped.
fn preposition<'d>(document: &'d Document, name: &Mention) -> Option<&'d str> {
    let prose = &document.prose;
    let before = (name.tokens.start.saturating_sub(3)..name.tokens.start).rev();
    let mut open =
        before.take_while(|&i| matches!(prose.pos(i), Pos::Det | Pos::Adj | Pos::Propn | Pos::Adp));
    open.find(|&i| prose.pos(i) == Pos::Adp).map(|i| prose.lower(i))
}

/// "Smith said" beside "Jones said": each article has its own source.
fn is_source(sides: &Sides<'_>, m: &Mention, n: &Mention) -> bool {
    let says = |d: &Document, name: &Mention| {
        let near = name.tokens.start.saturating_sub(2)..name.tokens.end + 2;
        near.into_iter()
            .any(|i| sides.lex.reporting_verbs.has(d.prose.lower(i)) || d.prose.lower(i) == "according")
    };
    says(sides.own, m) && says(sides.other, n)
}

/// "In Egypt, India and Dubai": one of several names, which may as well be left out.
fn is_listed(document: &Document, name: &Mention) -> bool {
    let is_name = |at: usize| document.names.mention_at(at).is_some();
    let is_link = |at: usize| matches!(document.prose.lower(at), "," | "and" | "or");
    let (before, behind) = (name.tokens.start.wrapping_sub(1), name.tokens.end);
    is_link(before) && is_name(before.wrapping_sub(1)) || is_link(behind) && is_name(behind + 1)
}

/// "Vancouver" beside "Canada": a town and where it lies, as far as lists know.
fn are_nested(sides: &Sides<'_>, m: &Mention, n: &Mention) -> bool {
    let state =
        |d: &Document, m: &Mention| sides.lex.cities.column(&fold(d.text(m.span)), 0).map(str::to_owned);
    let own =
        |d: &Document, m: &Mention| sides.lex.countries.column(&fold(d.text(m.span)), 0).map(str::to_owned);
    let is_in = |city: Option<String>, land: Option<String>| city.is_some() && city == land;
    is_in(state(sides.own, m), own(sides.other, n)) || is_in(state(sides.other, n), own(sides.own, m))
}

/// Whether all figures of the first sentence stand in the second: "A scored 20" and "B scored 16" tell of two things.
fn has_figures(sides: &Sides<'_>) -> bool {
    let figures = sides.parallel.own.iter().filter(|&&i| sides.own.prose.pos(i) == Pos::Num);
    figures.into_iter().all(|&i| sides.parallel.link(i).is_some())
}

/// Whether one of two names stands in the other sentence after all, in short or spelt otherwise.
fn is_known(sides: &Sides<'_>, x: usize, y: usize) -> bool {
    let (mine, theirs) = (&sides.own.names.mentions, &sides.other.names.mentions);
    let own = names(sides.own, &sides.own_tokens).into_iter().filter_map(|m| mine.get(m));
    let other = names(sides.other, &sides.other_tokens).into_iter().filter_map(|m| theirs.get(m));
    let (Some(m), Some(n)) = (mine.get(x), theirs.get(y)) else { return true };
    other.into_iter().any(|o| is_alike((sides.own, m), (sides.other, o)))
        || own.into_iter().any(|o| is_alike((sides.own, o), (sides.other, n)))
}

/// Whether an article has a word of a name anywhere.
fn knows(article: &Document, holder: &Document, name: &Mention) -> bool {
    name.tokens.clone().any(|i| {
        let word = holder.prose.lower(i);
        word.len() > 2 && word.chars().next().is_some_and(char::is_alphabetic) && article.prose.has_word(word)
    })
}

/// "Found by his wife" beside "found by her husband": he or she, in the same words.
fn pronouns(sides: &Sides<'_>) -> Option<Clash> {
    let all = |d: &Document, tokens: &Range<usize>| -> Vec<(usize, bool)> {
        let sexed = tokens.clone().filter_map(|i| match d.prose.lower(i) {
            "he" | "him" | "his" | "himself" => Some((i, false)),
            "she" | "her" | "hers" | "herself" => Some((i, true)),
            _ => None,
        });
        sexed.collect()
    };
    let (own, other) = (all(sides.own, &sides.own_tokens), all(sides.other, &sides.other_tokens));
    let pairs = own.iter().flat_map(|x| other.iter().map(move |y| (x, y))).filter(|(x, y)| x.1 != y.1);
    let found = pairs.map(|(x, y)| (x.0..x.0 + 1, y.0..y.0 + 1)).find(|(x, y)| sides.is_near_copy(x, y));
    found.map(|(x, y)| Clash {
        kind: ContradictionKind::Participants,
        own: x,
        other: y,
        what: "one speaks of a man, the other of a woman".to_owned(),
        confidence: 66,
    })
}
