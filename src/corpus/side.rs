//! Sides: the state for which a person, body, people or place stands in a report.
//!
//! "The Russians", "Moscow", "the Kremlin" and the president of Russia are four entities and one side. Sides are only used to see that two
//! passages speak of the same party; entities are never merged by them.

use std::collections::BTreeMap;

use crate::corpus::{Document, Linked};
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::token::fold;

/// For each shared entity its side, where one is known.
#[must_use]
pub fn sides(lex: &Lexicon, documents: &[Document], entities: &[Linked]) -> Vec<Option<String>> {
    entities
        .iter()
        .map(|entity| match entity.kind {
            EntityKind::Person => by_office(lex, documents, entity),
            _ => by_name(lex, &entity.name),
        })
        .collect()
}

/// The state that most of a person's offices belong to.
fn by_office(lex: &Lexicon, documents: &[Document], entity: &Linked) -> Option<String> {
    let mut votes: BTreeMap<String, usize> = BTreeMap::new();
    for &(article, local) in &entity.members {
        let Some(names) = documents.get(article).map(|d| &d.names) else { continue };
        let held =
            names.offices.iter().filter(|o| names.mentions.get(o.mention).is_some_and(|m| m.entity == local));
        for side in held.filter_map(|office| by_name(lex, office.of.as_deref()?)) {
            *votes.entry(side).or_default() += 1;
        }
    }
    let most = votes.values().copied().max()?;
    votes.into_iter().find(|(_, n)| *n == most).map(|(side, _)| side)
}

/// The state that a name stands for: its own names, its people, its seats of government.
#[must_use]
pub fn by_name(lex: &Lexicon, name: &str) -> Option<String> {
    let key = fold(name).replace('-', " - ").replace("  ", " ");
    let key = key.strip_prefix("the ").unwrap_or(&key);
    let tables = [&lex.countries, &lex.demonyms, &lex.seats];
    tables.iter().find_map(|table| table.column(key, 0)).map(str::to_owned)
}
