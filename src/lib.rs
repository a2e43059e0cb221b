//! Crosscheck reads news articles and shows where they differ: names, quotations, contradictions.
//!
//! In: articles. Out: a [`report::Report`] with every name, every quotation with its speaker, and every place where two passages
//! do not say the same thing, each with the passages and the steps that led there. It never says which passage is right.
//!
//! ```
//! use crosscheck::{Article, Options, check};
//!
//! let article = |text: &str| Article { text: text.to_owned(), ..Article::default() };
//! let report = check(&[article("The bridge was closed on Monday."), article("The bridge was open.")], &Options::default());
//! assert_eq!(report.articles.len(), 2);
//! ```
//!
//! # Architecture
//!
//! The modules below stand in the order in which data flows; each uses only those above it (a test reads the imports). Stages from `block` to
//! `contradiction` accept any text and return values, never errors; they know no clock, no randomness and no hash order. Offsets are bytes;
//! only `wire` knows UTF-16. `export` stands behind `wire`, because the page hands back the report that it holds. Words live in `lexicon`,
//! expectations in `tests/cases`, reasoning in code.
//!
//! - `prose` keeps blocks, tokens, sentences and tags of one article together, so that later stages need one argument for them. `value` reads figures and
//!   times before names, because a rule compares values and the report lists them beside names.
//! - `corpus` holds the articles in the order of their texts, whatever order they were given in: what is found can then not hang on the order.
//!   `assemble` puts the report back into the order given.
//! - `align` brings together mentions of one event, sentences that share rare words, and printed versions of one utterance. All go through indexes, so the
//!   work grows with the text and not with its square; sentences that never end are cut by length for the same reason.
//! - `order` sorts lists of large items, because the library's sort is compiled anew for each type and made a fifth of the code.
//! - `contradiction` never compares articles about different matters, and drops what both articles say alike.

// Foundations.
pub mod kind;
pub mod lexicon;
pub mod options;
pub mod order;
pub mod pattern;
pub mod span;
pub mod weights;
// One article.
pub mod block;
pub mod article;
pub mod token;
pub mod sentence;
pub mod tag;
pub mod prose;
pub mod language;
pub mod value;
pub mod entity;
pub mod quotation;
pub mod claim;
// All articles.
pub mod corpus;
pub mod align;
pub mod report;
pub mod contradiction;
// Results.
pub mod assemble;
pub mod wire;
pub mod export;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use article::Article;
pub use corpus::Memory;
pub use options::Options;

use corpus::Corpus;
use lexicon::Lexicon;

/// Checks the articles against each other and each against itself.
#[must_use]
pub fn check(articles: &[Article], options: &Options) -> report::Report {
    check_observed(articles, options, &mut |_| {})
}

/// The same as [`check`], to the letter, for who checks nearly the same articles again: those that `memory` holds from the last check are not read anew.
pub fn check_again(articles: &[Article], options: &Options, memory: &mut Memory) -> report::Report {
    let lex = Lexicon::builtin();
    let corpus = Corpus::of(lex, articles, &options.aliases, memory, &mut |_| {});
    let report = compared(lex, &corpus, options, &mut |_| {});
    memory.keep(articles, corpus);
    report
}

/// The same as [`check`]; `observe` is called with a stage's name each time the stage has ended for an article or for all.
pub fn check_observed(
    articles: &[Article],
    options: &Options,
    observe: &mut dyn FnMut(&'static str),
) -> report::Report {
    let lex = Lexicon::builtin();
    observe("lexicon");
    let corpus = Corpus::analyze(lex, articles, &options.aliases, observe);
    compared(lex, &corpus, options, observe)
}

/// The stages after reading.
fn compared(
    lex: &Lexicon,
    corpus: &Corpus,
    options: &Options,
    observe: &mut dyn FnMut(&'static str),
) -> report::Report {
    let aligned = align::align(lex, corpus);
    observe("align");
    let findings = contradiction::contradictions(&aligned);
    observe("contradiction");
    let report = assemble::report(&aligned, findings, options);
    observe("report");
    report
}

/// Every rule: code, title, when it speaks, what it passes over.
#[must_use]
pub fn rules() -> &'static [contradiction::Rule] {
    contradiction::RULES
}
