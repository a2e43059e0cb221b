//! Entities across articles.

use crate::entity::Names;
use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;

/// A thing that is named in one or more articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form.
    pub name: String,
    /// Article and index of the entity there, in order.
    pub members: Vec<(usize, usize)>,
}

/// Joins what several articles name.
#[must_use]
pub fn link(_lex: &Lexicon, articles: &[(&Prose, &Names)]) -> Vec<Linked> {
    let all = articles
        .iter()
        .enumerate()
        .flat_map(|(a, (_, names))| names.entities.iter().enumerate().map(move |(e, entity)| (a, e, entity)));
    all.map(|(a, e, entity)| Linked { kind: entity.kind, name: entity.name.clone(), members: vec![(a, e)] })
        .collect()
}
