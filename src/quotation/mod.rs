//! Quotations: content, cue and speaker.
//!
//! In: [`crate::prose::Prose`] and the article's [`crate::entity::Names`]. Out: [`Quotation`]s in order of their start. Comparing them across articles is `align`.

use std::ops::Range;

use crate::kind::{QuoteKind, SourceClass};
use crate::span::Span;

/// Words that the article ascribes to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Without them.
    pub content: Span,
    /// Tokens of the content.
    pub tokens: Range<usize>,
    /// Direct, mixed, indirect, partial, headline.
    pub kind: QuoteKind,
    /// The words that ascribe ("said", "according to").
    pub cue: Option<Span>,
    /// The words that name the source ("a White House official", "he").
    pub source: Option<Span>,
    /// Index of the speaker's mention in the article's names; `None` where it is not known or unnamed.
    pub speaker: Option<usize>,
    /// Mention of the outlet or document through which it came ("told the Associated Press").
    pub via: Option<usize>,
    /// Class of the source.
    pub source_class: SourceClass,
    /// How sure the attribution is, in percent.
    pub confidence: u8,
}

/// Quotations of one article.
#[must_use]
pub fn quotations(
    _lex: &crate::lexicon::Lexicon,
    _prose: &crate::prose::Prose,
    _names: &crate::entity::Names,
) -> Vec<Quotation> {
    Vec::new()
}
