//! Recognition: from words to mentions of names.
//!
//! In: [`Prose`]. Out: mentions of form name, in order, their entities not yet set. Word lists, the words of the name and the words around it vote;
//! the whole article decides. Example: "Smith" in a headline is a person because "Ann Smith" stands below.
//! Limit: names that share their letters with everyday words are only seen where the text shows them to be names.

use crate::entity::Mention;
use crate::entity::evidence::{Evidence, is_acronym, is_common};
use crate::entity::piece::{Certainty, Piece, pieces, without_stop};
use crate::entity::run::runs;
use crate::entity::vote::Ballot;
use crate::kind::{EntityKind, MentionForm};
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// The mentions of names.
pub(super) fn mentions(lex: &Lexicon, prose: &Prose) -> Vec<Mention> {
    let evidence = Evidence::new(lex, prose);
    let mut all: Vec<Piece> = Vec::new();
    for sentence in &prose.sentences {
        for run in runs(lex, prose, &evidence, sentence.clone()) {
            all.extend(pieces(lex, prose, &evidence, run));
        }
    }
    let ballot = Ballot::count(lex, prose, &evidence, &all);
    all.iter().filter_map(|piece| mention(lex, prose, &evidence, &ballot, piece)).collect()
}

fn mention(
    lex: &Lexicon,
    prose: &Prose,
    evidence: &Evidence,
    ballot: &Ballot,
    piece: &Piece,
) -> Option<Mention> {
    let (kind, points) = ballot.kind(prose, piece);
    if !is_name(lex, prose, evidence, piece, kind, points) {
        return None;
    }
    let kind = seat(prose, piece, kind);
    let mut tokens = piece.tokens.clone();
    if tokens.start > 0 && prose.raw(tokens.start - 1) == "The" && keeps_article(lex, prose, tokens.start) {
        tokens.start -= 1;
    }
    Some(Mention {
        span: prose.cover(tokens.clone()),
        tokens,
        kind,
        form: MentionForm::Name,
        nested: false,
        value: None,
        entity: 0,
    })
}

/// Whether the capitalised words are a name at all.
fn is_name(
    lex: &Lexicon,
    prose: &Prose,
    evidence: &Evidence,
    piece: &Piece,
    kind: EntityKind,
    points: i32,
) -> bool {
    let start = piece.tokens.start;
    if piece.tokens.len() > 1 {
        return true;
    }
    if lex.other_names.column(without_stop(prose.lower(start)), 0) == Some("none")
        && kind != EntityKind::Person
        || prose.raw(piece.tokens.end) == "$"
    {
        return false;
    }
    let (raw, word) = (prose.raw(start), prose.lower(start));
    if prose.kind(start) != TokenKind::Word || raw.chars().count() < 2 {
        return false;
    }
    if piece.known.is_some_and(|(_, certainty)| certainty == Certainty::Sure) {
        return true;
    }
    if is_acronym(raw) && (raw.len() < 4 || !is_common(lex, word)) {
        return true;
    }
    if !is_common(lex, word) {
        return points > 0;
    }
    if evidence.small(word) > 0 {
        return evidence.named(word) > evidence.small(word) && points > 4;
    }
    piece.known.is_some() && points > 3 || kind == EntityKind::Person && points > 5
}

/// "The Independent": an outlet whose listed name begins with its article.
fn keeps_article(lex: &Lexicon, prose: &Prose, at: usize) -> bool {
    lex.organizations.has(&format!("the {}", prose.lower(at)))
}

/// A seat of power is an organization when it acts and a place when somebody is there.
fn seat(prose: &Prose, piece: &Piece, kind: EntityKind) -> EntityKind {
    if kind != EntityKind::Organization || piece.tokens.start < 2 {
        return kind;
    }
    let last = prose.lower(piece.tokens.end - 1);
    if !matches!(last, "house" | "kremlin" | "pentagon" | "capitol" | "parliament") {
        return kind;
    }
    let the = usize::from(prose.lower(piece.tokens.start - 1) == "the");
    let before = prose.lower(piece.tokens.start - 1 - the);
    if matches!(before, "at" | "in" | "inside" | "outside" | "near" | "into") {
        EntityKind::Place
    } else {
        kind
    }
}
