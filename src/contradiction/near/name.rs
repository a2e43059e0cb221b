//! Names, offices and pronouns as the words that differ.

use std::ops::Range;

use crate::contradiction::naming::is_alike;
use crate::contradiction::near::diff::{Change, trimmed, words};
use crate::contradiction::near::{Copies, overlaps};
use crate::corpus::Document;
use crate::entity::{Mention, Office};
use crate::kind::{ContradictionKind, EntityKind, MentionForm};
use crate::tag::Pos;
use crate::token::{TokenKind, fold};

/// Words that say when a person held an office.
const STATUS: [&str; 9] =
    ["former", "ex", "then", "acting", "outgoing", "incoming", "late", "deputy", "interim"];

/// Words for whoever leads.
const LEADERS: [&str; 6] = ["boss", "chief", "director", "head", "leader", "official"];

/// The kind of a change of name or office, and what it is.
pub fn clash(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    office(copies, change).or_else(|| names(copies, change))
}

/// "Prime Minister Lee" beside "Foreign Minister Lee".
fn office(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let held = |d: &Document, range: &Range<usize>| -> Option<Office> {
        let of_range = |o: &&Office| overlaps(&d.prose.tokens_in(o.span), range);
        d.names.offices.iter().find(of_range).cloned()
    };
    let (x, y) = (trimmed(copies.a, &change.a), trimmed(copies.b, &change.b));
    let differ = match (held(copies.a, &change.a), held(copies.b, &change.b)) {
        (Some(x), Some(y)) => {
            let are_two =
                x.title != y.title && (copies.are_versions || is_one(copies, &x) && is_one(copies, &y));
            are_two || x.status != y.status
        }
        _ => copies.are_versions && is_title(copies, copies.a, &x) && is_title(copies, copies.b, &y),
    };
    let full = |d: &Document, range: &Range<usize>| {
        let word = d.prose.lower(range.start);
        copies.lex.titles.column(word, 2).unwrap_or(word).to_owned()
    };
    let is_style = full(copies.a, &x) == full(copies.b, &y);
    (differ && !is_style).then(|| (ContradictionKind::TitleRole, "the office is not the same".to_owned()))
}

/// Whether an office is one that nobody holds with another: a chief is a head, and an inspector speaks for the police.
fn is_one(copies: &Copies<'_>, office: &Office) -> bool {
    let is_office = |words: &str| copies.lex.titles.column(words, 0) == Some("office");
    let last = office.title.split(' ').next_back().unwrap_or("");
    !LEADERS.contains(&last) && (is_office(&office.title) || is_office(last))
}

fn is_title(copies: &Copies<'_>, document: &Document, range: &Range<usize>) -> bool {
    let phrase = copies.lex.titles.phrase(range.clone().map(|i| document.prose.lower(i)));
    phrase.is_some_and(|(length, row)| {
        length == range.len() && row.first().is_some_and(|c| matches!(*c, "office" | "role"))
    })
}

/// "Former US President" beside "US President": a word that only says when.
pub fn status(copies: &Copies<'_>, change: &Change) -> bool {
    let own = |d: &Document, range: &Range<usize>| words(&d.prose, range);
    let (x, y) = (own(copies.a, &change.a), own(copies.b, &change.b));
    let is_status = |d: &Document, list: &[usize]| {
        !list.is_empty() && list.iter().all(|&i| STATUS.contains(&d.prose.lower(i)))
    };
    let is_held = |d: &Document, at: usize| {
        let span = d.prose.span(at);
        d.names
            .offices
            .iter()
            .any(|o| o.span.start >= span.start && o.span.start < span.end + 24 || o.span.contains(span))
    };
    is_status(copies.a, &x) && y.is_empty() && x.iter().any(|&i| is_held(copies.a, i))
        || is_status(copies.b, &y) && x.is_empty() && y.iter().any(|&i| is_held(copies.b, i))
}

/// Another name, or a name where the other has a pronoun that is known to be somebody else.
pub fn names(copies: &Copies<'_>, change: &Change) -> Option<(ContradictionKind, String)> {
    let (x, y) = (mention(copies.a, &change.a)?, mention(copies.b, &change.b)?);
    let (m, n) = (copies.a.names.mentions.get(x)?, copies.b.names.mentions.get(y)?);
    let (e, f) = (copies.corpus.entity(copies.pair.a.0, x), copies.corpus.entity(copies.pair.b.0, y));
    if !fills(copies, copies.a, &change.a, m) || !fills(copies, copies.b, &change.b, n) {
        return None;
    }
    let is_pronoun = |m: &Mention| m.form == MentionForm::Pronoun;
    if is_pronoun(m) != is_pronoun(n) && !copies.are_versions
        || is_pronoun(m) && is_pronoun(n)
        || e.is_none()
        || f.is_none()
    {
        return None;
    }
    let is_named = !is_pronoun(m) && !is_pronoun(n);
    if e == f && !(is_named && is_other_part(copies, change, m, n))
        || is_named && is_spelt_alike(copies, change)
    {
        return None;
    }
    if is_named && is_alike((copies.a, m), (copies.b, n)) && m.tokens.len() != n.tokens.len() {
        return None;
    }
    let side = |e: Option<usize>| e.and_then(|e| copies.corpus.side(e));
    if side(e).is_some() && side(e) == side(f) && !copies.are_versions {
        return None;
    }
    let are_places = m.kind == EntityKind::Place && n.kind == EntityKind::Place;
    let is_said = says(copies, copies.a, m) && says(copies, copies.b, n);
    if are_places && !is_said && !copies.are_versions {
        return None;
    }
    let is_part = |m: &Mention, range: &Range<usize>| is_named && m.tokens.len() > range.len();
    let kind = if is_part(m, &change.a) && is_part(n, &change.b) && m.kind == EntityKind::Person {
        ContradictionKind::NameError
    } else if is_said {
        // Whether words in marks are anybody's or one speaker's is for the rules on quotations.
        let has_marks = |d: &Document, name: &Mention| {
            let sentence = d.prose.sentence_at(name.tokens.start).unwrap_or_default();
            sentence.into_iter().any(|i| d.prose.kind(i) == TokenKind::QuoteMark)
        };
        if !copies.are_versions && has_marks(copies.a, m) && has_marks(copies.b, n) {
            return None;
        }
        ContradictionKind::ChangedSpeaker
    } else if are_places {
        ContradictionKind::Location
    } else {
        ContradictionKind::Participants
    };
    Some((kind, "each names another".to_owned()))
}

/// Whether a stretch is a name, but for titles, or a part of a person's.
fn fills(copies: &Copies<'_>, document: &Document, range: &Range<usize>, name: &Mention) -> bool {
    let outside = words(&document.prose, range).into_iter().filter(|i| !name.tokens.contains(i));
    let is_title = |i: usize| {
        copies.lex.titles.has(document.prose.lower(i)) || matches!(document.prose.pos(i), Pos::Det)
    };
    let is_whole = name.tokens.clone().all(|i| range.contains(&i));
    outside.into_iter().all(is_title) && (is_whole || name.kind == EntityKind::Person)
}

/// The longest mention that a stretch lies in, or that lies in it.
fn mention(document: &Document, range: &Range<usize>) -> Option<usize> {
    range.clone().find_map(|i| document.names.mention_at(i)).filter(|&m| {
        document.names.mentions.get(m).is_some_and(|m| {
            matches!(m.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place)
        })
    })
}

/// "Ann Lee" beside "Mary Lee": the part of the name that differs is a word of the name on both sides.
fn is_other_part(copies: &Copies<'_>, change: &Change, m: &Mention, n: &Mention) -> bool {
    let is_inside = |range: &Range<usize>, m: &Mention| {
        !range.is_empty() && m.tokens.start <= range.start && range.end <= m.tokens.end
    };
    let is_initial = |d: &Document, range: &Range<usize>| d.text(d.prose.cover(range.clone())).len() < 3;
    is_inside(&change.a, m)
        && is_inside(&change.b, n)
        && !is_initial(copies.a, &change.a)
        && !is_initial(copies.b, &change.b)
}

/// Spellings of one name ("Iosif", "Yosif"; "Steve", "Steven"), or its letters.
fn is_spelt_alike(copies: &Copies<'_>, change: &Change) -> bool {
    let letters = |d: &Document, r: &Range<usize>| -> String {
        fold(d.text(d.prose.cover(r.clone()))).chars().filter(|c| c.is_alphabetic()).collect()
    };
    let (x, y) = (letters(copies.a, &change.a), letters(copies.b, &change.b));
    let full = |name: &str| copies.lex.nicknames.column(name, 0).map(str::to_owned);
    let shared = x.chars().filter(|c| y.contains(*c)).count() * 100 / x.chars().count().max(1);
    let is_close = x.chars().next() == y.chars().next() && shared >= 70 && x.len().abs_diff(y.len()) <= 3;
    x.contains(&y)
        || y.contains(&x)
        || is_close
        || full(&x).is_some_and(|f| f.split(' ').any(|f| f == y))
        || full(&y).is_some_and(|f| f.split(' ').any(|f| f == x))
}

/// Whether a name stands beside a verb of saying.
pub fn says(copies: &Copies<'_>, document: &Document, name: &Mention) -> bool {
    let near = name.tokens.start.saturating_sub(2)..name.tokens.end + 3;
    near.into_iter().any(|i| copies.lex.reporting_verbs.has(document.prose.lower(i)))
}
