//! Pairs of passages about the same thing.
//!
//! In: the corpus. Out: sentences that share rare words and names ([`passages`]), mentions of one event ([`events`]),
//! quotations of one utterance ([`quotes`]) in [`clusters`], copied words ([`reuse`]) and what verbs say of whom ([`statements`]).
//! Everything goes through indexes, so the work grows with the text and not with its square.

mod cluster;
mod difference;
mod event;
mod group;
mod heading;
mod loss;
mod matter;
mod parallel;
mod passage;
mod quotes;
mod reported;
mod restated;
mod reuse;
mod said;
mod splice;
mod standing;
mod statement;
mod utterance;
mod wording;

pub use cluster::{Cluster, Clusters, Version, clusters};
pub use difference::Difference;
pub use event::{EventMention, Group, MUTUAL, events};
pub use group::{join, root};
pub use heading::{Reworded, changed};
pub use loss::{Loss, Lost, loss};
pub use matter::{Relation, Strangers, relations};
pub use parallel::{Outlines, Parallel, american};
pub use passage::{Pair, Passages, passages};
pub use quotes::{Likeness, QuotePair, Quotes, quotes};
pub use reported::Reported;
pub use reuse::{Run, reuse};
pub use said::Said;
pub use splice::{Parts, Splice, Splices, splices};
pub use standing::Standing;
pub use statement::{Party, Statement, statements};
pub use utterance::{Utterance, is_content};
pub use wording::{Parting, Wording};

use std::collections::BTreeSet;

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
    /// Pairs of articles that are not compared.
    pub strangers: Strangers,
    /// Pairs of articles that are versions of one text.
    pub versions: BTreeSet<(usize, usize)>,
    /// How every two articles stand to each other.
    pub relations: Vec<((usize, usize), Relation)>,
    /// Utterances that several quotations print.
    pub quotes: Quotes,
    /// Statements that an article joins.
    pub splices: Splices,
    /// The versions of each utterance.
    pub clusters: Clusters,
    /// Verbatim runs that two articles share.
    pub reuse: Vec<Run>,
    /// What is said outright of whom, in the order of its words.
    pub statements: Vec<Statement<'a>>,
}

/// Aligns everything once.
#[must_use]
pub fn align<'a>(lex: &'a Lexicon, corpus: &'a Corpus) -> Aligned<'a> {
    let reuse = reuse(corpus);
    let relations = relations(corpus);
    let strangers = Strangers::new(&relations);
    let quotes = quotes(lex, corpus, &strangers, &reuse);
    let splices = splices(corpus, &quotes);
    Aligned {
        lex,
        corpus,
        events: events(lex, corpus),
        passages: passages(corpus),
        strangers,
        versions: relations.iter().filter(|(_, r)| *r == Relation::Versions).map(|(pair, _)| *pair).collect(),
        relations,
        clusters: clusters(lex, corpus, &quotes, &splices),
        splices,
        quotes,
        reuse,
        statements: statements(lex, corpus),
    }
}
