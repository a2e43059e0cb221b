//! Quotations: content, cue and speaker.
//!
//! In: [`crate::prose::Prose`] and the article's [`crate::entity::Names`]. Out: [`Quotation`]s in order of their start. Comparing them across articles is `align`.
//! Example: `Ann Smith said the bridge is "quite safe".` gives the mixed quotation `the bridge is "quite safe"` and the partial one `quite safe`, both by Ann Smith.
//! Limits: marks inside marks are not taken apart; what nobody is told to have said has no speaker.

mod attribute;
mod beside;
mod carry;
mod clause;
mod content;
mod cue;
mod delimit;
mod excerpt;
mod mark;
mod noun;
mod passage;
mod phrase;
mod preceding;
mod speaker;
mod subject;
mod title;
mod transcript;

use std::ops::Range;

use crate::entity::Names;
use crate::kind::{BlockRole, QuoteKind, SourceClass};
use crate::lexicon::Lexicon;
use crate::order::sort_by_key;
use crate::prose::Prose;
use crate::span::Span;

use attribute::{Attribution, UNKNOWN, attributions};
use delimit::{Marked, marked};
use passage::passages;
use speaker::Speakers;
use title::note_titles;

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

/// A run in marks of at least this many words, or with an end of its own, is a whole utterance.
const WHOLE_WORDS: usize = 8;

/// A run that nobody is told to have said is a quotation only when it has more tokens than this.
const SCARE_WORDS: usize = 3;

/// The quotations of an article.
#[must_use]
pub fn quotations(lex: &Lexicon, prose: &Prose, names: &Names) -> Vec<Quotation> {
    let mut runs = marked(lex, prose);
    note_titles(lex, prose, &mut runs);
    let runs = runs;
    let passages = passages(lex, prose, &runs);
    let mut found = attributions(&passages);
    let mut is_known = vec![false; runs.len()];
    for run in found.iter().filter_map(|a| a.run) {
        if let Some(known) = is_known.get_mut(run) {
            *known = true;
        }
    }
    let unknown = (0..runs.len()).filter(|&run| is_known.get(run) == Some(&false));
    let unknown = unknown.filter(|&run| runs.get(run).is_some_and(|m| !m.is_title && !is_scare(prose, m)));
    found.extend(unknown.map(|run| Attribution {
        run: Some(run),
        clause: 0..0,
        cue: None,
        source: None,
        addressee: None,
        confidence: UNKNOWN,
    }));
    let start = |a: &Attribution| match a.run.and_then(|run| runs.get(run)) {
        Some(run) => (run.outer.start, run.outer.end),
        None => (a.clause.start, a.clause.end),
    };
    sort_by_key(&mut found, |a| (start(a).0, usize::MAX - start(a).1, a.run));
    let mut speakers = Speakers::new(lex, prose, names);
    found.iter().map(|a| quotation(prose, &runs, &mut speakers, a)).collect()
}

fn quotation(prose: &Prose, runs: &[Marked], speakers: &mut Speakers, a: &Attribution) -> Quotation {
    let run = a.run.and_then(|run| runs.get(run));
    let (outer, tokens) =
        run.map_or((a.clause.clone(), a.clause.clone()), |run| (run.outer.clone(), run.inner.clone()));
    let kind = match run {
        Some(run) => run_kind(prose, run),
        None if runs_inside(runs, &a.clause) => QuoteKind::Mixed,
        None => QuoteKind::Indirect,
    };
    let speaker = speakers.speaker(a.source.as_ref());
    Quotation {
        span: prose.cover(outer),
        content: prose.cover(tokens.clone()),
        tokens,
        kind,
        cue: a.cue.clone().map(|range| prose.cover(range)),
        source: a.source.clone().map(|range| prose.cover(range)),
        speaker: speaker.mention,
        via: speakers.via(a.addressee.as_ref(), a.cue.as_ref()),
        source_class: speaker.class,
        confidence: a.confidence,
    }
}

/// A few words in marks in running text that nobody is told to have said: irony, a title, a nickname.
fn is_scare(prose: &Prose, run: &Marked) -> bool {
    prose.role_of(run.outer.start) == BlockRole::Body && run.inner.len() <= SCARE_WORDS
}

fn run_kind(prose: &Prose, run: &Marked) -> QuoteKind {
    let role = prose.role_of(run.outer.start);
    let last = prose.raw(run.inner.end.saturating_sub(1));
    let is_sentence = prose.is_capitalised(run.inner.start) && matches!(last, "." | "," | "!" | "?" | "…");
    // A short line that is all speech has the shape of a heading.
    let is_heading = matches!(role, BlockRole::Headline | BlockRole::Standfirst)
        || role == BlockRole::Subhead && !is_sentence;
    if is_heading {
        return QuoteKind::Headline;
    }
    if is_sentence || run.inner.len() >= WHOLE_WORDS { QuoteKind::Direct } else { QuoteKind::Partial }
}

/// Whether a run in marks lies in the tokens.
fn runs_inside(runs: &[Marked], tokens: &Range<usize>) -> bool {
    let first = runs.partition_point(|run| run.outer.start < tokens.start);
    let inside = runs.iter().skip(first).take_while(|run| run.outer.end <= tokens.end);
    inside.into_iter().any(|run| !run.is_title)
}
