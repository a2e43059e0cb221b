//! What kind of thing a name stands for that is no person, body, place or group.
//!
//! In: the name's tokens. Out: event, law, product or work, where its words tell. Lists and head words decide: "Nobel Prize", "Clean Air Act", "Boeing 737".
//! Limit: most titles of works have no such word.

use std::ops::Range;

use crate::entity::known::without_stop;
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;

/// First words of events.
const LEADS_EVENT: [&str; 7] =
    ["hurricane", "typhoon", "cyclone", "operation", "storm", "tropical", "battle"];

/// The kind, where a word shows it.
pub(super) fn other(lex: &Lexicon, prose: &Prose, tokens: &Range<usize>) -> Option<EntityKind> {
    let words: Vec<&str> = tokens.clone().map(|at| prose.lower(at)).collect();
    let listed = lex.other_names.get(&words.join(" ")).and_then(|row| row.first()?.parse().ok());
    let head =
        |at: usize| words.get(at).and_then(|word| lex.name_heads.column(without_stop(word), 0)?.parse().ok());
    let cut =
        words.iter().position(|word| matches!(*word, "of" | "for" | "on")).and_then(|at| at.checked_sub(1));
    let kind: Option<EntityKind> =
        listed.or_else(|| cut.and_then(head)).or_else(|| (0..words.len()).rev().find_map(head));
    match kind {
        Some(EntityKind::Event | EntityKind::Law | EntityKind::Product | EntityKind::Work) => kind,
        _ if words.first().is_some_and(|first| LEADS_EVENT.contains(first)) => Some(EntityKind::Event),
        _ if prose.kind(tokens.end.saturating_sub(1)) == TokenKind::Number => Some(EntityKind::Product),
        _ => None,
    }
}
