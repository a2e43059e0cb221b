//! Names: who and what is named, where, and under which office.
//!
//! In: [`Prose`]. Out: [`Mention`]s and [`Office`]s, then [`Entity`]s within one article. Linking across articles is `corpus::link`.

mod evidence;
mod piece;
mod recognize;
mod resolve;
mod run;
mod vote;

use std::ops::Range;

use crate::kind::{EntityKind, MentionForm, OfficeStatus};
use crate::lexicon::Lexicon;
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
}

/// Reads the names of an article.
#[must_use]
pub fn names(lex: &Lexicon, prose: &Prose) -> Names {
    let mut mentions = recognize::mentions(lex, prose);
    let entities = resolve::entities(lex, prose, &mut mentions);
    Names { mentions, entities, offices: Vec::new() }
}

impl Names {
    /// Index of the mention (of form name, not nested, unless there is no other) that covers the token.
    #[must_use]
    pub fn mention_at(&self, prose: &Prose, token: usize) -> Option<usize> {
        let at = prose.span(token);
        let end = self.mentions.partition_point(|m| m.span.start <= at.start);
        let covering =
            (0..end).rev().take(12).filter(|&i| self.mentions.get(i).is_some_and(|m| m.span.contains(at)));
        covering.min_by_key(|&i| self.mentions.get(i).is_none_or(|m| m.nested))
    }
}
