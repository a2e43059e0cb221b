//! Words that are quoted without a pair of marks around each speech: turns of a transcript, and a text that a colon announces.
//!
//! In: [`Prose`] and the token ranges of its blocks. Out: where in a block the speech begins. Example: in "LEE: We will pay." it begins behind the colon.
//! Limits: labels are in capitals; a transcript without marks needs three turns, one speaker of whom comes back.

use std::ops::Range;

use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::quotation::mark::is_double;
use crate::token::TokenKind;

/// A label has at most this many tokens before its colon.
const LONGEST_LABEL: usize = 7;
/// A stage direction has at most this many tokens.
const LONGEST_DIRECTION: usize = 12;
/// A transcript without marks has at least this many turns.
const LEAST_TURNS: usize = 3;
/// An announced text has at least this many tokens.
const LEAST_TEXT: usize = 8;
/// The verb that announces a text stands among the last tokens of its sentence.
const LONGEST_ANNOUNCEMENT: usize = 30;

/// Where the blocks of an article hold speech without marks.
#[derive(Clone, Debug, Default)]
pub struct Transcript {
    /// First token of the speech, for each block.
    turns: Vec<Option<usize>>,
}

impl Transcript {
    /// Finds the turns.
    #[must_use]
    pub fn of(lex: &Lexicon, prose: &Prose, ranges: &[Range<usize>]) -> Transcript {
        let labels: Vec<Option<usize>> =
            ranges.iter().map(|range| label_end(prose, range.start, range.end)).collect();
        let names: Vec<&str> = ranges
            .iter()
            .zip(&labels)
            .filter(|(_, label)| label.is_some())
            .map(|(range, _)| prose.raw(range.start))
            .collect();
        let comes_back =
            names.iter().enumerate().any(|(n, name)| names.iter().skip(n + 1).any(|x| x == name));
        let is_dialogue =
            names.len() >= LEAST_TURNS && comes_back && names.iter().any(|name| names.first() != Some(name));
        let turns = ranges.iter().enumerate().map(|(n, range)| {
            let label = labels.get(n).copied().flatten().filter(|_| is_dialogue);
            label.or_else(|| {
                let before = n.checked_sub(1).and_then(|n| ranges.get(n))?;
                (is_announced(lex, prose, before) && is_text(prose, range)).then_some(range.start)
            })
        });
        Transcript { turns: turns.collect() }
    }

    /// First token of the speech in block `n`, where it is one without marks.
    #[must_use]
    pub fn turn(&self, n: usize) -> Option<usize> {
        self.turns.get(n).copied().flatten()
    }
}

/// Where the speech begins behind a speaker's label in capitals at `at`.
#[must_use]
pub fn label_end(prose: &Prose, at: usize, end: usize) -> Option<usize> {
    let is_upper = |at: usize| {
        prose.kind(at) == TokenKind::Word
            && prose.raw(at).chars().all(|c| !c.is_lowercase())
            && prose.raw(at).starts_with(char::is_uppercase)
    };
    if !is_upper(at) {
        return None;
    }
    let colon = (at + 1..end.min(at + LONGEST_LABEL)).find(|&i| prose.raw(i) == ":")?;
    let bracket = (at..colon).find(|&i| matches!(prose.raw(i), "(" | "[")).unwrap_or(colon);
    let is_label = (at..bracket).all(|i| is_upper(i) || matches!(prose.raw(i), "." | "-"));
    let is_name = (at..bracket).any(|i| prose.raw(i).chars().count() > 2);
    (is_label && is_name && colon + 1 < end).then_some(colon + 1)
}

/// "(Applause.)": a bracket that fills its paragraph.
#[must_use]
pub fn is_stage_direction(prose: &Prose, tokens: Range<usize>) -> bool {
    let words =
        tokens.start..tokens.clone().rev().find(|&at| !is_double(prose.raw(at))).map_or(0, |at| at + 1);
    let last = words.clone().rev().find(|&at| prose.raw(at) != ".");
    words.len() <= LONGEST_DIRECTION
        && matches!(prose.raw(words.start), "(" | "[")
        && last.is_some_and(|at| matches!(prose.raw(at), ")" | "]"))
}

/// Whether the block ends with a colon behind words that announce somebody's text: "He wrote:", "The statement read in full:".
fn is_announced(lex: &Lexicon, prose: &Prose, range: &Range<usize>) -> bool {
    let Some(colon) = range.end.checked_sub(1).filter(|&at| prose.raw(at) == ":") else { return false };
    if prose.role_of(colon) != BlockRole::Body {
        return false;
    }
    let start = prose.sentence_at(colon).map_or(colon, |s| s.start).max(range.start);
    let start = start.max(colon.saturating_sub(LONGEST_ANNOUNCEMENT));
    let says = |at: usize| {
        let row = lex.reporting_verbs.get(prose.lower(at));
        row.is_some_and(|row| row.get(3).is_some_and(|f| f.contains('q')) && row.get(1) != Some(&"ing"))
    };
    let is_paper = |at: usize| lex.attribution_nouns.column(prose.lower(at), 0) == Some("document");
    let Some(verb) = (start..colon).rev().find(|&at| says(at)) else { return false };
    let is_last =
        verb + 1 == colon || (verb + 1..colon).all(|at| matches!(prose.lower(at), "in" | "full" | "part"));
    // "He wrote on Monday:", "She said in the letter:"
    let is_placed = matches!(prose.lower(verb + 1), "on" | "in" | "to") && colon - verb <= LONGEST_LABEL;
    is_last || is_placed || (verb + 1..colon).any(is_paper) && colon - verb <= LONGEST_LABEL
}

/// Whether a paragraph is whole sentences without a double mark.
fn is_text(prose: &Prose, range: &Range<usize>) -> bool {
    let ends = matches!(prose.raw(range.end.saturating_sub(1)), "." | "!" | "?" | "…");
    range.len() >= LEAST_TEXT
        && ends
        && prose.role_of(range.start) == BlockRole::Body
        && prose.is_capitalised(range.start)
        && !range.clone().any(|at| is_double(prose.raw(at)))
}
