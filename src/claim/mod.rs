//! Claims: who did what, when, where, how much, said by whom and how surely.
//!
//! In: the layers of one article. Out: [`Claim`]s in order of their predicate. A claim is a verb with its arguments ("Smith will meet Brown") or a noun that
//! names an event ("a meeting between Smith and Brown"). There is no parser: clauses are cut at conjunctions and marks, and arguments are the
//! mentions beside the predicate. Known limit: an argument far from its verb is lost, which costs recall and not precision.

mod certainty;
mod clause;
mod nominal;
mod verbal;

use std::ops::Range;

use crate::entity::Names;
use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::order::sort_by_key;
use crate::prose::Prose;
use crate::quotation::Quotation;
use crate::span::Span;
use crate::value::{Quantity, TimeExpr};

pub use certainty::Certainty;

/// The layers of one article that claims are read from.
#[derive(Clone, Copy, Debug)]
pub struct Layers<'a> {
    /// Word lists.
    pub lex: &'a Lexicon,
    /// Tokens, sentences, tags.
    pub prose: &'a Prose,
    /// Who is named.
    pub names: &'a Names,
    /// What is quoted.
    pub quotations: &'a [Quotation],
    /// Numbers.
    pub quantities: &'a [Quantity],
    /// Times.
    pub times: &'a [TimeExpr],
}

/// How the clause stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Asserted, by the narrator or a source.
    Plain,
    /// Behind "if", "whether", "unless", or with "would".
    Conditional,
    /// A question.
    Question,
}

/// A mention that takes part, with the preposition that brings it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// Index of the mention.
    pub mention: usize,
    /// The preposition in lower case; empty for a bare object.
    pub preposition: String,
}

/// One statement of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Index of the sentence.
    pub sentence: usize,
    /// Tokens of the clause.
    pub tokens: Range<usize>,
    /// Where the clause stands.
    pub span: Span,
    /// Token of the predicate.
    pub head: usize,
    /// Class of the event where the lexicon knows one, else the predicate's lemma.
    pub event: String,
    /// Whether `event` comes from the lexicon.
    pub is_known_event: bool,
    /// Whether the predicate is a noun.
    pub is_nominal: bool,
    /// Whether the verb is in the passive: its subject is acted upon.
    pub is_passive: bool,
    /// Mentions of the subject.
    pub agents: Vec<usize>,
    /// Mentions behind the predicate.
    pub others: Vec<Argument>,
    /// Indexes of the quantities in the clause.
    pub quantities: Vec<usize>,
    /// Indexes of the times in the clause.
    pub times: Vec<usize>,
    /// How surely it happens.
    pub certainty: Certainty,
    /// Whether it is said not to be so.
    pub is_negated: bool,
    /// "Reportedly", "allegedly", "apparently".
    pub is_hedged: bool,
    /// Plain, conditional or a question.
    pub frame: Frame,
    /// Index of the innermost quotation that holds the predicate.
    pub quotation: Option<usize>,
    /// Role of the block.
    pub role: BlockRole,
}

impl Claim {
    /// All mentions that take part: subject first.
    pub fn mentions(&self) -> impl Iterator<Item = usize> {
        self.agents.iter().copied().chain(self.others.iter().map(|argument| argument.mention))
    }
}

/// Claims of one article.
#[must_use]
pub fn claims(layers: Layers<'_>) -> Vec<Claim> {
    let mut out = Vec::new();
    for (sentence, tokens) in layers.prose.sentences.iter().enumerate() {
        if layers.prose.role_of(tokens.start) == BlockRole::Boilerplate {
            continue;
        }
        let clauses = clause::clauses(layers.prose, tokens.clone());
        let mut found = verbal::claims(layers, sentence, &clauses);
        found.extend(nominal::claims(layers, sentence, &clauses, &found));
        sort_by_key(&mut found, |claim| claim.head);
        out.extend(found);
    }
    out
}

/// Index of the shortest quotation whose content holds the token.
fn quotation_of(layers: Layers<'_>, token: usize) -> Option<usize> {
    let at = layers.prose.span(token);
    let end = layers.quotations.partition_point(|q| q.content.start <= at.start);
    let holding = (end.saturating_sub(24)..end)
        .filter(|&i| layers.quotations.get(i).is_some_and(|q| q.content.contains(at)));
    holding.min_by_key(|&i| layers.quotations.get(i).map_or(usize::MAX, |q| q.content.len()))
}

/// Indexes of the values whose tokens lie in the range; `items` are in order of their start.
fn within<T>(items: &[T], tokens: &Range<usize>, range: impl Fn(&T) -> &Range<usize>) -> Vec<usize> {
    let start = items.partition_point(|item| range(item).start < tokens.start);
    let end = items.partition_point(|item| range(item).start < tokens.end);
    (start..end).filter(|&i| items.get(i).is_some_and(|item| range(item).end <= tokens.end)).collect()
}

/// The frame of a clause: question mark, "if", "would".
fn frame(prose: &Prose, sentence: &Range<usize>, clause: &Range<usize>, chain: &Range<usize>) -> Frame {
    let is_question = (sentence.end.saturating_sub(3)..sentence.end).any(|i| prose.lower(i) == "?");
    let before = clause.start.saturating_sub(1);
    let opens = (before..chain.start.max(clause.start))
        .take(8)
        .any(|i| matches!(prose.lower(i), "if" | "whether" | "unless"));
    let is_would = chain.clone().any(|i| matches!(prose.lower(i), "would" | "'d" | "should"));
    if is_question {
        Frame::Question
    } else if opens || is_would {
        Frame::Conditional
    } else {
        Frame::Plain
    }
}
