//! What every rule says of a passage: where it stands, who speaks, how it is named to the reader.

use std::ops::Range;

use crate::align::Group;
pub use crate::align::Said;
use crate::contradiction::evidence;
use crate::corpus::{Corpus, Document};
use crate::report::Evidence;
use crate::span::Span;
use crate::token::TokenKind;

/// Evidence longer than this many words shows nothing; the clause stands for its sentence then.
const LONGEST: usize = 40;

impl Said<'_> {
    /// The sentence, or the clause where the sentence is long, with the tokens of `focus` marked.
    #[must_use]
    pub fn evidence(&self, corpus: &Corpus, focus: Range<usize>) -> Evidence {
        sentence_evidence(corpus, self.article, self.claim.sentence, self.claim.span, Some(focus))
    }

    /// The predicate with the words that may govern it, within the clause: what a rule on certainty shows.
    #[must_use]
    pub fn governed(&self) -> Range<usize> {
        self.claim.tokens.start.max(self.claim.head.saturating_sub(4))..self.claim.head + 1
    }
}

/// A sentence as evidence; `clause` stands for it where it is too long.
#[must_use]
pub fn sentence_evidence(
    corpus: &Corpus,
    article: usize,
    sentence: usize,
    clause: Span,
    focus: Option<Range<usize>>,
) -> Evidence {
    let Some(document) = corpus.documents.get(article) else { return evidence(article, clause, None) };
    let whole = document.prose.sentence_span(sentence);
    let is_long = document.text(whole).split_whitespace().count() > LONGEST;
    let focus = focus.map(|tokens| document.prose.cover(tokens)).filter(|span| !span.is_empty());
    let span = match (is_long, focus) {
        (true, Some(focus)) => shortened(document.text(whole), whole, clause.cover(focus)),
        (true, None) => shortened(document.text(whole), whole, clause),
        _ => whole,
    };
    evidence(article, span, focus)
}

/// The sentence of a stretch of tokens, the stretch in focus.
#[must_use]
pub fn stretch_evidence(corpus: &Corpus, article: usize, tokens: &Range<usize>) -> Evidence {
    let document = corpus.documents.get(article);
    let sentence = document.map_or(0, |d| d.prose.sentence_of(tokens.start));
    let span = document.map(|d| d.prose.cover(tokens.clone())).unwrap_or_default();
    sentence_evidence(corpus, article, sentence, span, Some(tokens.clone()))
}

/// Words of two sentences that stand against each other, each with its article and sentence: their texts, and the sentences as evidence, in order.
#[must_use]
pub fn opposed(corpus: &Corpus, sides: [(usize, usize, &Range<usize>); 2]) -> ([String; 2], Vec<Evidence>) {
    let clause = |article: usize, focus: &Range<usize>| {
        corpus.documents.get(article).map(|document| document.prose.cover(focus.clone()))
    };
    let text = |(article, _, focus): (usize, usize, &Range<usize>)| {
        let document = corpus.documents.get(article).zip(clause(article, focus));
        document.map_or_else(String::new, |(document, span)| document.text(span).trim().to_owned())
    };
    let shown = sides.iter().filter_map(|&(article, sentence, focus)| {
        Some(sentence_evidence(corpus, article, sentence, clause(article, focus)?, Some(focus.clone())))
    });
    let mut shown: Vec<Evidence> = shown.collect();
    shown.sort();
    (sides.map(text), shown)
}

/// At most `LONGEST` words of a sentence around its core.
fn shortened(text: &str, whole: Span, core: Span) -> Span {
    let offset = whole.start;
    let words: Vec<Span> = text
        .split_whitespace()
        .map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            Span::new(offset as usize + start, offset as usize + start + word.len())
        })
        .collect();
    let first = words.iter().position(|w| w.end > core.start).unwrap_or(0);
    let last = words.iter().rposition(|w| w.start < core.end).unwrap_or(first).min(first + LONGEST - 1);
    let spare = LONGEST.saturating_sub(last + 1 - first);
    let end = (last + spare / 2).min(words.len().saturating_sub(1));
    let start = end.saturating_sub(LONGEST - 1).max(first.saturating_sub(spare / 2));
    match (words.get(start), words.get(end)) {
        (Some(a), Some(b)) => a.cover(*b),
        _ => core,
    }
}

/// A text of no more tokens is a summary or a claim.
pub const BRIEF: usize = 90;

/// Whether the reader checks one text against one other. Only then is a short one taken for a summary or claim, all of which should stand in the
/// other: among several articles a short one is a report like the rest, and each knows what others do not.
#[must_use]
pub fn is_check(corpus: &Corpus) -> bool {
    corpus.documents.len() == 2
}

/// Whether a stretch stands inside quotation marks.
#[must_use]
pub fn is_quoted(document: &Document, range: &Range<usize>) -> bool {
    let span = document.prose.cover(range.clone());
    document.quotations.iter().any(|q| {
        q.content.contains(span)
            && document.prose.kind(document.prose.tokens_in(q.span).start) == TokenKind::QuoteMark
    })
}

/// Names joined for a title: "Smith, Brown".
#[must_use]
pub fn names(corpus: &Corpus, entities: impl Iterator<Item = usize>) -> String {
    entities.map(|e| corpus.name(e)).collect::<Vec<_>>().join(", ")
}

/// The first step of a trace: which event both passages tell of.
#[must_use]
pub fn same_event(group: &Group) -> String {
    format!("same event: {}", group.name)
}

/// The second step of a trace: who takes part in it.
#[must_use]
pub fn same_parties(corpus: &Corpus, group: &Group) -> String {
    format!("same parties: {}", names(corpus, group.parties.iter().copied()))
}
