//! Findings: one rule a file, each a constant that says what it flags and what it spares, and a function that looks for it.
//!
//! In: the corpus with its alignments. Out: [`Findings`]: what to report, and what looked like it and was dropped, with the step that stopped it.
//! Rules see the whole corpus and report each discrepancy once, with the clearest pair of passages first. `catalogue` lists them once.

mod antonym;
mod attribution_source;
mod attribution_upgrade;
mod bearing;
mod brief;
mod catalogue;
mod certainty_modality;
mod changed_speaker;
mod confidence;
mod conflicting_sources;
mod counted;
mod course;
mod date_time;
mod denial;
mod denied_words;
mod figure;
mod headline_body;
mod instrument;
mod lexical;
mod location;
mod misquotation;
mod name_error;
mod name_slip;
mod name_spelling_variant;
mod naming;
mod near;
mod negation;
mod numeric;
mod opposing;
mod own_figures;
mod own_harm;
mod parallel;
mod paraphrase_as_quote;
mod paraphrase_drift;
mod participants;
mod passage;
mod performed;
mod phase;
mod quote;
mod quote_context_shift;
mod quote_splicing;
mod quote_truncation;
mod residence;
mod scope_qualifier_drop;
mod self_contradiction;
mod silence;
mod source;
mod stance;
mod stance_conflict;
mod stance_reversal;
mod structural;
mod temporal_impossibility;
mod title_role;
mod told_time;
mod verdict;

pub use catalogue::{RULES, contradictions};

use crate::align::Aligned;
use crate::kind::{ContradictionKind, Scope, Severity};
use crate::report::Evidence;
use crate::span::Span;

/// A detector with what the reader is told of it.
#[derive(Debug)]
pub struct Rule {
    /// The code and title of what it finds.
    pub kind: ContradictionKind,
    /// One sentence: when it speaks.
    pub summary: &'static str,
    /// One sentence: what it deliberately passes over.
    pub spares: &'static str,
    /// Looks for it in all articles.
    pub detect: fn(&Aligned<'_>, &mut Findings),
}

/// A finding as its rule makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it is.
    pub kind: ContradictionKind,
    /// How much it matters, before the place it stands in is weighed.
    pub severity: Severity,
    /// How sure it is, in percent.
    pub confidence: u8,
    /// Title of the matter it belongs to; findings of one title are shown together.
    pub topic: String,
    /// One line that names both sides and takes none.
    pub summary: String,
    /// One or two sentences.
    pub explanation: String,
    /// Two or more passages, the clearest pair first.
    pub evidence: Vec<Evidence>,
    /// Shared entities it is about.
    pub entities: Vec<usize>,
    /// Article and index of the quotations it is about.
    pub quotations: Vec<(usize, usize)>,
    /// The steps that led to it, in order.
    pub trace: Vec<String>,
}

/// A pair that was looked at and not reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spared {
    /// What it looked like.
    pub kind: ContradictionKind,
    /// The passages.
    pub evidence: Vec<Evidence>,
    /// The step that stopped it.
    pub step: &'static str,
    /// Why, in a sentence.
    pub reason: String,
}

/// What the rules have found so far.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// To report.
    pub drafts: Vec<Draft>,
    /// Looked at and dropped.
    pub dropped: Vec<Spared>,
}

/// The first two of a list, in its order, that do not go together.
#[must_use]
pub fn first_pair<T>(list: &[T], clash: impl Fn(&T, &T) -> bool) -> Option<(&T, &T)> {
    list.iter().enumerate().find_map(|(i, a)| {
        let other = list.iter().skip(i + 1).find(|b| clash(a, b));
        other.map(|b| (a, b))
    })
}

impl Findings {
    /// Whether one finding shows something of all these passages already.
    #[must_use]
    pub fn tells(&self, evidence: &[Evidence]) -> bool {
        let shows = |known: &Draft, e: &Evidence| {
            known.evidence.iter().any(|k| k.article == e.article && k.span.overlaps(e.span))
        };
        self.drafts.iter().any(|known| evidence.iter().all(|e| shows(known, e)))
    }

    /// Keeps a pair among those that were looked at and dropped.
    pub fn drop_pair(
        &mut self,
        kind: ContradictionKind,
        pair: [Evidence; 2],
        step: &'static str,
        reason: String,
    ) {
        self.dropped.push(Spared { kind, evidence: pair.to_vec(), step, reason });
    }
}

impl Draft {
    /// Across articles, or within one.
    #[must_use]
    pub fn scope(&self) -> Scope {
        let first = self.evidence.first().map(|e| e.article);
        let is_one = self.evidence.iter().take(2).all(|e| Some(e.article) == first);
        if is_one { Scope::Within } else { Scope::Cross }
    }
}

/// Evidence from an article's index, span and focus.
#[must_use]
pub fn evidence(article: usize, span: Span, focus: Option<Span>) -> Evidence {
    Evidence { article: u32::try_from(article).unwrap_or(u32::MAX), span, focus }
}
