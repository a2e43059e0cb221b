//! Names: who and what is named, where, and under which office.
//!
//! In: [`Prose`]. Out: [`Mention`]s and [`Office`]s, then [`Entity`]s within one article. Linking across articles is `corpus::link`.

mod agree;
mod correct;
mod echo;
mod evidence;
pub mod features;
mod form;
pub mod keyed;
mod known;
pub mod label;
pub mod model;
pub(crate) mod namesake;
mod office;
mod other;
mod people;
pub mod person;
mod recognize;
mod refer;
pub(crate) mod resolve;
pub mod scene;
mod tenure;

pub use correct::{Bond, Corrections};
pub use people::is_relative;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::kind::{EntityKind, MentionForm, OfficeStatus};
use crate::lexicon::Lexicon;
use crate::order::sort_by_key;
use crate::prose::Prose;
use crate::span::Span;

/// One naming in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where the name stands: without titles, honorifics, articles and the possessive ending.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What is named.
    pub kind: EntityKind,
    /// A name, a title ("the president"), a pronoun, a description.
    pub form: MentionForm,
    /// Whether it lies inside a longer mention.
    pub nested: bool,
    /// Normalised value of a date, duration, number or sum.
    pub value: Option<String>,
    /// Index of its entity in the article's list; set by `entities`.
    pub entity: usize,
}

/// A thing that is named in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest form.
    pub name: String,
    /// Its mentions, by index, in order.
    pub mentions: Vec<usize>,
}

/// A person's office as one passage gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The mention of the person who holds it.
    pub mention: usize,
    /// The office in lower case, without polity and status ("president", "press secretary").
    pub title: String,
    /// Country, body or place of the office as written ("Ukraine", "White House"), adjectives turned into their country.
    pub of: Option<String>,
    /// Whether held now, before, or to be held.
    pub status: OfficeStatus,
    /// Where the title stands, status word included.
    pub span: Span,
}

/// The names of one article.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Mentions in order of their start; the longer of two that start together comes first.
    pub mentions: Vec<Mention>,
    /// Entities in order of their first mention.
    pub entities: Vec<Entity>,
    /// Offices in order of their start.
    pub offices: Vec<Office>,
    /// For each token the mention that covers it, or [`NOBODY`].
    covering: Vec<u32>,
}

/// Stands for no mention.
const NOBODY: u32 = u32::MAX;
/// So many mentions before a token are looked at for one that covers it.
const DEEPEST: usize = 12;

/// Reads the names of an article, as the reader has corrected them.
#[must_use]
pub fn names(lex: &Lexicon, prose: &Prose, corrections: &Corrections) -> Names {
    who_is_who(lex, prose, recognize::mentions(lex, prose), corrections)
}

/// From the mentions of names, whoever found them, to entities, offices and references.
#[must_use]
pub fn who_is_who(lex: &Lexicon, prose: &Prose, mentions: Vec<Mention>, corrections: &Corrections) -> Names {
    let mut mentions = corrections.apply(lex, prose, mentions);
    resolve::resolve(lex, prose, corrections, &mut mentions);
    let mut offices = office::offices(lex, prose, &mentions);
    let (more, implied) = refer::references(lex, prose, &mentions, &offices);
    mentions.extend(more);
    offices.extend(implied);
    ordered(prose, corrections, mentions, offices)
}

/// Sorts mentions and offices and lists the entities.
fn ordered(
    prose: &Prose,
    corrections: &Corrections,
    mut mentions: Vec<Mention>,
    mut offices: Vec<Office>,
) -> Names {
    let mut order: Vec<usize> = (0..mentions.len()).collect();
    sort_by_key(&mut order, |&at| mentions.get(at).map(|m| (m.span.start, std::cmp::Reverse(m.span.end))));
    let mut place = vec![0; mentions.len()];
    for (new, &old) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(old) {
            *slot = new;
        }
    }
    for office in &mut offices {
        office.mention = place.get(office.mention).copied().unwrap_or(0);
    }
    sort_by_key(&mut offices, |o| (o.span.start, o.mention));
    sort_by_key(&mut mentions, |m| (m.span.start, std::cmp::Reverse(m.span.end)));
    let mut entities = entities(prose, &mut mentions);
    if !corrections.is_empty() {
        corrected(prose, corrections, &mut entities, &mut mentions);
    }
    let covering = covering(prose, &mentions);
    Names { mentions, entities, offices, covering }
}

/// For each token the last mention that covers it, one that is not nested if there is any.
fn covering(prose: &Prose, mentions: &[Mention]) -> Vec<u32> {
    let mut begun = 0;
    let tokens = prose.tokens.iter().map(|token| {
        begun += mentions.iter().skip(begun).take_while(|m| m.span.start <= token.span.start).count();
        let near = mentions.get(begun.saturating_sub(DEEPEST)..begun).unwrap_or(&[]).iter().enumerate();
        let inside = near.rev().filter(|(_, m)| m.span.contains(token.span));
        let best = inside.min_by_key(|(_, m)| m.nested);
        best.and_then(|(n, _)| u32::try_from(begun.saturating_sub(DEEPEST) + n).ok()).unwrap_or(NOBODY)
    });
    tokens.collect()
}

/// Lists entities in order of first mention and numbers the mentions' entities anew.
fn entities(prose: &Prose, mentions: &mut [Mention]) -> Vec<Entity> {
    let mut number: FxHashMap<usize, usize> = FxHashMap::default();
    let mut out: Vec<Entity> = Vec::new();
    for (at, mention) in mentions.iter_mut().enumerate() {
        let id = *number.entry(mention.entity).or_insert_with(|| {
            out.push(Entity { kind: mention.kind, name: String::new(), mentions: Vec::new() });
            out.len() - 1
        });
        mention.entity = id;
        if let Some(entity) = out.get_mut(id) {
            entity.mentions.push(at);
        }
    }
    for entity in &mut out {
        let names =
            entity.mentions.iter().filter_map(|&at| mentions.get(at)).filter(|m| m.form == MentionForm::Name);
        let forms: Vec<(EntityKind, &str)> = names.map(|m| (m.kind, m.span.of(&prose.text))).collect();
        if let Some(name) = fullest(&forms) {
            name.clone_into(&mut entity.name);
        }
        let count = |kind: EntityKind| forms.iter().filter(|(k, _)| *k == kind).count();
        if count(EntityKind::Organization) > 0 && count(EntityKind::Place) <= count(EntityKind::Organization)
        {
            entity.kind = EntityKind::Organization;
        } else if let Some((kind, _)) = forms.first() {
            entity.kind = *kind;
        }
    }
    out
}

/// Gives the entities of aliases the kind and name that the reader wants.
fn corrected(prose: &Prose, corrections: &Corrections, entities: &mut [Entity], mentions: &mut [Mention]) {
    for entity in entities {
        let bonds = entity.mentions.iter().filter_map(|&at| mentions.get(at));
        let Some(alias) = bonds
            .filter(|m| m.form == MentionForm::Name)
            .find_map(|m| corrections.bond(m.span.of(&prose.text)).alias)
        else {
            continue;
        };
        if let Some(kind) = corrections.kind(alias) {
            entity.kind = kind;
            for &at in &entity.mentions {
                if let Some(mention) = mentions.get_mut(at) {
                    mention.kind = kind;
                }
            }
        }
    }
}

/// The form with most words; of those the most frequent; of those the first.
fn fullest<'a>(forms: &[(EntityKind, &'a str)]) -> Option<&'a str> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (_, form) in forms {
        *counts.entry(form).or_default() += 1;
    }
    let rank = |form: &str| (form.split_whitespace().count(), counts.get(form).copied().unwrap_or(0));
    let (_, mut best) = forms.first().copied()?;
    for &(_, form) in forms {
        if rank(form) > rank(best) {
            best = form;
        }
    }
    Some(best)
}

impl Names {
    /// The mentions that begin in a range of tokens, each with its index.
    pub fn beginning_in(
        &self,
        tokens: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = (usize, &Mention)> + Clone {
        let first = self.mentions.partition_point(|m| m.tokens.start < tokens.start);
        let end = self.mentions.partition_point(|m| m.tokens.start < tokens.end);
        (first..end).filter_map(|at| self.mentions.get(at).map(|mention| (at, mention)))
    }

    /// Index of the mention (of form name, not nested, unless there is no other) that covers the token.
    #[must_use]
    pub fn mention_at(&self, token: usize) -> Option<usize> {
        self.covering.get(token).filter(|&&mention| mention != NOBODY).map(|&mention| mention as usize)
    }
}
