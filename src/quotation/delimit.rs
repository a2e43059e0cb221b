//! What stands between quotation marks.
//!
//! In: [`Prose`]. Out: [`Marked`] runs of tokens in order, not overlapping; marks inside marks stay inside.
//! Example: in `'We won,' she said` the run is the five tokens `'We won,'`.
//!
//! Where a mark stands decides whether it opens or closes; its glyph only where the place leaves it open, so that straight and curly text give
//! the same runs. Single marks are apostrophes until a partner is found. A run that never closes ends with its paragraph, unless the next
//! paragraph opens with a mark again: then the quotation goes on. Limits: runs in the same kind of mark inside each other are one run.

use std::ops::Range;

use crate::kind::BlockRole;
use crate::prose::Prose;
use crate::token::TokenKind;

/// A run of text in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Tokens with the marks.
    pub outer: Range<usize>,
    /// Tokens without them.
    pub inner: Range<usize>,
    /// Whether the closing mark is there.
    pub is_closed: bool,
}

/// A single mark looks this many tokens ahead for its partner.
const LONGEST_SINGLE: usize = 250;
/// Words that drop their beginning and so begin with an apostrophe.
const ELISIONS: &[&str] =
    &["em", "til", "till", "cause", "tis", "twas", "n", "bout", "cuz", "neath", "round", "nuff"];

/// The runs in marks of an article.
#[must_use]
pub fn marked(prose: &Prose) -> Vec<Marked> {
    let mut scan = Scan { prose, open: None, out: Vec::new() };
    for (n, block) in prose.blocks.iter().enumerate() {
        let range = prose.tokens_in(block.span);
        scan.block(range.clone());
        if let Some(open) = scan.open {
            let next = prose.blocks.get(n + 1).filter(|b| b.role == BlockRole::Body);
            let goes_on = next.is_some_and(|b| {
                let tokens = prose.tokens_in(b.span);
                is_double(prose.raw(tokens.start)) && touches_next(prose, tokens.start, tokens.end)
            });
            if !goes_on {
                scan.push(open, range.end, range.end, false);
            }
        }
    }
    scan.out
}

/// Whether a token is a double mark, in any style.
#[must_use]
pub fn is_double(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "``" | "''")
}

fn is_single(mark: &str) -> bool {
    matches!(mark, "'" | "‘" | "’" | "‚" | "‛" | "‹" | "›" | "`")
}

/// Whether nothing lies between the token and the one before it in the block.
fn touches_previous(prose: &Prose, at: usize, start: usize) -> bool {
    at > start && !prose.is_spaced(at)
}

fn touches_next(prose: &Prose, at: usize, end: usize) -> bool {
    at + 1 < end && !prose.is_spaced(at + 1)
}

struct Scan<'a> {
    prose: &'a Prose,
    open: Option<usize>,
    out: Vec<Marked>,
}

impl Scan<'_> {
    fn push(&mut self, open: usize, close: usize, end: usize, is_closed: bool) {
        self.open = None;
        if close > open + 1 {
            self.out.push(Marked { outer: open..end, inner: open + 1..close, is_closed });
        }
    }

    fn block(&mut self, range: Range<usize>) {
        let mut at = range.start;
        // The first mark of a paragraph opens anew a quotation that the last one left open.
        if self.open.is_some() {
            at += 1;
        }
        while at < range.end {
            if self.prose.kind(at) == TokenKind::QuoteMark {
                at = self.mark(at, &range);
            } else {
                at += 1;
            }
        }
    }

    fn mark(&mut self, at: usize, range: &Range<usize>) -> usize {
        let glyph = self.prose.raw(at);
        if is_double(glyph) {
            self.double(at, glyph, range);
        } else if self.open.is_none() && is_single(glyph) {
            if let Some(close) = self.single_partner(at, glyph, range) {
                self.push(at, close, close + 1, true);
                return close + 1;
            }
        }
        at + 1
    }

    fn double(&mut self, at: usize, glyph: &str, range: &Range<usize>) {
        let before = touches_previous(self.prose, at, range.start) && !self.follows_opener(at);
        let after = touches_next(self.prose, at, range.end) && !self.precedes_closer(at, range.end);
        match (self.open, before, after) {
            (None, false, true) => self.open = Some(at),
            (None, true, true) if matches!(glyph, "“" | "„" | "«" | "``") => self.open = Some(at),
            (None, false, false) if !matches!(glyph, "”" | "»") || self.next_is_word(at, range.end) => {
                self.open = Some(at);
            }
            (Some(open), true, _) if !self.is_inch(at, range.end) => self.push(open, at, at + 1, true),
            (Some(open), false, false) => self.push(open, at, at + 1, true),
            (Some(open), false, true) if self.prose.raw(open) != "„" => self.reopen(open, at),
            (Some(open), false, true) => self.push(open, at, at + 1, true),
            _ => {}
        }
    }

    /// Brackets, dashes and other marks before an opening mark count as blanks.
    fn follows_opener(&self, at: usize) -> bool {
        let before = self.prose.raw(at.saturating_sub(1));
        matches!(before, "(" | "[" | "{" | "‘" | "/" | "—" | "–" | "--" | ":") && self.open.is_none()
    }

    fn precedes_closer(&self, at: usize, end: usize) -> bool {
        let next = self.prose.raw(at + 1);
        at + 1 < end && matches!(next, "," | "." | ";" | ":" | "?" | "!" | ")" | "]" | "’")
    }

    fn next_is_word(&self, at: usize, end: usize) -> bool {
        at + 1 < end && self.prose.kind(at + 1) == TokenKind::Word
    }

    /// `a 2" pipe` inside a quotation: a figure before the mark and a true end of the quotation behind it.
    fn is_inch(&self, at: usize, end: usize) -> bool {
        if self.prose.kind(at.saturating_sub(1)) != TokenKind::Number || !self.next_is_word(at, end) {
            return false;
        }
        let later = (at + 1..end.min(at + LONGEST_SINGLE)).find(|&i| is_double(self.prose.raw(i)));
        later.is_some_and(|i| !self.prose.is_spaced(i))
    }

    /// A new opening mark while one is open: the first never closed and ends with its sentence.
    fn reopen(&mut self, open: usize, at: usize) {
        let end = self.prose.sentence_at(open).map_or(at, |s| s.end).min(at);
        self.push(open, end, end, false);
        self.open = Some(at);
    }

    /// The closing partner of a single mark, where there is one.
    fn single_partner(&self, at: usize, glyph: &str, range: &Range<usize>) -> Option<usize> {
        let prose = self.prose;
        let opens = !touches_previous(prose, at, range.start) || self.follows_opener(at);
        if !opens || !touches_next(prose, at, range.end) || matches!(glyph, "’" | "›") || self.is_elision(at)
        {
            return None;
        }
        let mut weak = None;
        for i in at + 2..range.end.min(at + LONGEST_SINGLE) {
            if !is_single(prose.raw(i)) {
                continue;
            }
            let starts = prose.is_spaced(i) && touches_next(prose, i, range.end);
            if starts && weak.is_some() {
                break;
            }
            if prose.is_spaced(i) || self.is_word_inside(i, range.end) {
                continue;
            }
            if !self.may_be_possessive(i, range.end) {
                // A strong end in a later sentence does not outweigh a possible one in this.
                let is_far = weak.is_some_and(|w| prose.sentence_of(w) != prose.sentence_of(i));
                return if is_far { weak } else { Some(i) };
            }
            weak = weak.or(Some(i));
        }
        weak
    }

    fn is_elision(&self, at: usize) -> bool {
        let next = self.prose.lower(at + 1);
        let is_year = self.prose.kind(at + 1) == TokenKind::Number
            && next.trim_end_matches('s').len() == 2
            && next.starts_with(|c: char| c.is_ascii_digit());
        ELISIONS.contains(&next) || is_year
    }

    fn is_word_inside(&self, at: usize, end: usize) -> bool {
        touches_next(self.prose, at, end)
            && matches!(self.prose.kind(at + 1), TokenKind::Word | TokenKind::Number)
    }

    /// "the allies' plan": a mark behind a final s with a word after it.
    fn may_be_possessive(&self, at: usize, end: usize) -> bool {
        self.prose.lower(at.saturating_sub(1)).ends_with('s') && self.next_is_word(at, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn runs(text: &str) -> Vec<String> {
        let prose = Prose::read(Lexicon::builtin(), text);
        marked(&prose).iter().map(|m| prose.cover(m.inner.clone()).of(text).to_owned()).collect()
    }

    #[test]
    fn one_run_in_every_style() {
        for text in [
            "She said \"we won it\" twice.",
            "She said “we won it” twice.",
            "She said 'we won it' twice.",
            "She said ‘we won it’ twice.",
            "She said «we won it» twice.",
            "She said „we won it“ twice.",
            "She said ``we won it'' twice.",
            "She said ''we won it'' twice.",
            "She said \"we won it” twice.",
            "She said “we won it\" twice.",
            "She said \" we won it \" twice.",
            "She said (“we won it”) twice.",
        ] {
            assert_eq!(runs(text), ["we won it"], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in [
            "The allies' plan wasn't the mayors' idea, they'd said.",
            "Rock 'n' roll of the '90s told 'em so.",
            "The leaders’ summit is the towns’ hope.",
            "He is 6' 2\" tall and the pipe is 3\" wide.",
        ] {
            assert!(runs(text).is_empty(), "{text}");
        }
        assert_eq!(runs("'The allies' plan is bad,' he said."), ["The allies' plan is bad,"]);
        assert_eq!(runs("The 'allies' plan and the 'big one' failed."), ["allies", "big one"]);
        assert_eq!(
            runs("“A 2\" pipe and a leaders’ summit,” he said, “is it.”"),
            ["A 2\" pipe and a leaders’ summit,", "is it."]
        );
    }

    #[test]
    fn nested_marks_stay_inside() {
        assert_eq!(runs("“He said, ‘I hope so,’” she told us."), ["He said, ‘I hope so,’"]);
        assert_eq!(runs("'He said \"no\" to it,' she told us."), ["He said \"no\" to it,"]);
    }

    #[test]
    fn paragraphs_that_open_again_go_on() {
        let text = "“It was cold that night and nobody came.\n\n“Then we left,” he said.\n\n“It was over and done with for good.\n\nHe went home.";
        assert_eq!(
            runs(text),
            [
                "It was cold that night and nobody came.\n\n“Then we left,",
                "It was over and done with for good."
            ]
        );
    }
}
