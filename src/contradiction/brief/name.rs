//! "Launched in France" where the article knows only Italy; "Mayor Ann Lee" where it names Ann Moore.

use std::ops::Range;

use crate::contradiction::brief::{Clash, Line};
use crate::contradiction::naming::is_alike;
use crate::corpus::Document;
use crate::entity::Mention;
use crate::kind::{ContradictionKind, EntityKind, MentionForm};
use crate::tag::Pos;
use crate::token::{TokenKind, fold};

/// So much of the sentence, in percent, stands somewhere in the article,
const LEAST_COVERAGE: u32 = 74;
/// and so much in one sentence of it.
const LEAST_BEST: u32 = 34;
/// So much of it where a word of a name stands in the place of another.
const SWAPPED_COVERAGE: u32 = 80;

/// A name that the article has otherwise.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    if !line.is_full() {
        return None;
    }
    named(line.own, &line.tokens).find_map(|m| {
        let is_said = line.coverage(&m.tokens) >= LEAST_COVERAGE && line.best() >= LEAST_BEST;
        is_said.then(|| other_word(line, m).or_else(|| other_name(line, m))).flatten()
    })
}

/// A capitalised word of which the article knows nothing, beside words that there stand beside another capitalised word.
pub fn swapped(line: &Line<'_>) -> Option<Clash> {
    let (own, other) = (&line.own.prose, &line.other.prose);
    if !line.is_full() {
        return None;
    }
    let is_name = |d: &Document, at: usize| {
        d.prose.pos(at) == Pos::Propn && d.prose.kind(at) == TokenKind::Word && d.prose.is_capitalised(at)
    };
    let foreign =
        line.content().filter(|&i| is_name(line.own, i) && !line.is_known(i) && own.lower(i).len() > 2);
    for i in foreign.filter(|&i| line.coverage(&(i..i + 1)) >= SWAPPED_COVERAGE) {
        for near in &line.near {
            let open = near.parallel.other.iter().copied().filter(|&j| !near.parallel.is_met(j));
            let mut rivals = open.filter(|&j| is_name(line.other, j) && !own.has_word(other.lower(j)));
            let is_placed =
                |j: &usize| near.parallel.anchors(&(i..i + 1), &(*j..*j + 1)).contains(&Some(true));
            if let Some(j) = rivals.find(is_placed) {
                return Some(Clash {
                    kind: ContradictionKind::Participants,
                    own: i..i + 1,
                    other: j..j + 1,
                    what: "the long text names another there",
                    confidence: 60,
                });
            }
        }
    }
    None
}

fn found(kind: EntityKind, own: &Mention, other: &Mention) -> Clash {
    Clash {
        kind: match kind {
            EntityKind::Place => ContradictionKind::Location,
            _ => ContradictionKind::Participants,
        },
        own: own.tokens.clone(),
        other: other.tokens.clone(),
        what: "the long text names another there",
        confidence: 60,
    }
}

/// Names of people, bodies and places in a stretch.
fn named<'d>(document: &'d Document, tokens: &Range<usize>) -> impl Iterator<Item = &'d Mention> + use<'d> {
    let mentions = &document.names.mentions;
    let start = mentions.partition_point(|m| m.tokens.start < tokens.start);
    let end = mentions.partition_point(|m| m.tokens.start < tokens.end);
    mentions
        .get(start..end)
        .unwrap_or_default()
        .iter()
        .filter(|m| !m.nested && m.form == MentionForm::Name && is_who(m.kind))
}

fn is_who(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place)
}

/// "Ann Lee" beside "Ann Moore": a name shares a word with one of the article, and each has another word that the other text has nowhere.
fn other_word(line: &Line<'_>, m: &Mention) -> Option<Clash> {
    let (own, other) = (&line.own.prose, &line.other.prose);
    let is_foreign = |i: usize| own.lower(i).len() > 2 && !other.has_word(own.lower(i));
    if m.tokens.len() < 2 || !m.tokens.clone().any(is_foreign) {
        return None;
    }
    let rival = named(line.other, &(0..other.len())).find(|n| {
        let is_shared = |j: usize| m.tokens.clone().any(|i| own.lower(i) == other.lower(j));
        let is_alone = |j: usize| other.lower(j).len() > 2 && !own.has_word(other.lower(j));
        n.tokens.len() == m.tokens.len() && n.tokens.clone().any(is_shared) && n.tokens.clone().any(is_alone)
    })?;
    Some(found(m.kind, m, rival))
}

/// A name of which the article knows no word, where a sentence on the matter has another of its kind.
fn other_name(line: &Line<'_>, m: &Mention) -> Option<Clash> {
    if is_known(line, m) {
        return None;
    }
    let rivals = || {
        let near = line.near.iter().flat_map(|n| named(line.other, &n.tokens));
        near.filter(|n| n.kind == m.kind && (m.kind != EntityKind::Place || is_apart(line, m, n)))
    };
    let is_told = |n: &Mention| n.tokens.clone().any(|j| line.own.prose.has_word(line.other.prose.lower(j)));
    let rival = rivals().find(|n| !is_told(n)).or_else(|| rivals().find(|n| n.kind == EntityKind::Place))?;
    Some(found(m.kind, m, rival))
}

/// Whether the article has a word of a name, the name in other letters, or the state that it is of.
fn is_known(line: &Line<'_>, name: &Mention) -> bool {
    let has_word = name.tokens.clone().any(|i| {
        let word = line.own.prose.lower(i);
        word.len() > 2 && line.other.prose.has_word(word)
    });
    // Whoever holds an office goes by it: two names for its holder are still two names.
    let is_linked = name.kind != EntityKind::Person
        && name.tokens.clone().any(|i| line.near.iter().any(|n| n.parallel.link(i).is_some()));
    let state = |word: &str| line.lex.countries.column(word, 0).or_else(|| line.lex.demonyms.column(word, 0));
    let own = state(&fold(line.own.text(name.span)));
    let is_state =
        own.is_some() && (0..line.other.prose.len()).any(|j| state(line.other.prose.lower(j)) == own);
    has_word
        || is_linked
        || is_state
        || line.other.names.mentions.iter().any(|n| is_alike((line.own, name), (line.other, n)))
}

/// Whether neither place lies in the other, as far as lists know.
fn is_apart(line: &Line<'_>, m: &Mention, n: &Mention) -> bool {
    let state = |d: &Document, m: &Mention| {
        let name = fold(d.text(m.span));
        line.lex.countries.column(&name, 0).or_else(|| line.lex.cities.column(&name, 0))
    };
    let (x, y) = (state(line.own, m), state(line.other, n));
    x.is_some() && y.is_some() && x != y
}
