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
    let states: Vec<Vec<Vec<String>>> = documents.iter().map(|document| states(lex, document)).collect();
    entities
        .iter()
        .map(|entity| match entity.kind {
            EntityKind::Person => by_office(&states, entity),
            _ => by_name(lex, &entity.name),
        })
        .collect()
}

/// For each entity of an article the states of its offices.
fn states(lex: &Lexicon, document: &Document) -> Vec<Vec<String>> {
    let names = &document.names;
    let mut out = vec![Vec::new(); names.entities.len()];
    for office in &names.offices {
        let holder = names.mentions.get(office.mention).and_then(|m| out.get_mut(m.entity));
        if let Some(states) = holder {
            states.extend(office.of.as_deref().and_then(|of| by_name(lex, of)));
        }
    }
    out
}

/// The state that most of a person's offices belong to.
fn by_office(states: &[Vec<Vec<String>>], entity: &Linked) -> Option<String> {
    let mut votes: BTreeMap<&String, usize> = BTreeMap::new();
    for &(article, local) in &entity.members {
        for side in states.get(article).and_then(|own| own.get(local)).into_iter().flatten() {
            *votes.entry(side).or_default() += 1;
        }
    }
    let most = votes.values().copied().max()?;
    votes.into_iter().find(|(_, n)| *n == most).map(|(side, _)| side.clone())
}

/// The state that a name stands for: its own names, its people, its seats of government.
#[must_use]
pub fn by_name(lex: &Lexicon, name: &str) -> Option<String> {
    let key = fold(name).replace('-', " - ").replace("  ", " ");
    let key = key.strip_prefix("the ").unwrap_or(&key);
    let tables = [&lex.countries, &lex.demonyms, &lex.seats];
    tables.iter().find_map(|table| table.column(key, 0)).map(str::to_owned)
}
