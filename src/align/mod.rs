//! Pairs of passages about the same thing.
//!
//! In: the corpus. Out: sentences that share rare words and names ([`passages`]), and mentions of one event ([`events`]).
//! Everything goes through indexes, so the work grows with the text and not with its square.

mod event;
mod matter;
mod passage;

pub use event::{EventMention, Group, MUTUAL, events};
pub use matter::{Relation, relations};
pub use passage::{Pair, Passages, passages};

use crate::corpus::Corpus;
use crate::lexicon::Lexicon;

/// The corpus with all that is aligned in it: what every rule reads.
#[derive(Debug)]
pub struct Aligned<'a> {
    /// Word lists.
    pub lex: &'a Lexicon,
    /// The articles.
    pub corpus: &'a Corpus,
    /// Mentions of one event.
    pub events: Vec<Group>,
    /// Sentences about one thing.
    pub passages: Passages,
    /// How every two articles stand to each other.
    pub relations: Vec<((usize, usize), Relation)>,
}

/// Aligns everything once.
#[must_use]
pub fn align<'a>(lex: &'a Lexicon, corpus: &'a Corpus) -> Aligned<'a> {
    Aligned {
        lex,
        corpus,
        events: events(lex, corpus),
        passages: passages(corpus),
        relations: relations(corpus),
    }
}
