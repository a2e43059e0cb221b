//! What stands between quotation marks.
//!
//! In: [`Prose`]. Out: [`Marked`] runs of tokens in order, not overlapping; marks inside marks stay inside.
//! Example: in `'We won,' she said` the run is the five tokens `'We won,'`.
//!
//! Where a mark stands decides whether it opens or closes; its style only where the place leaves it open, so that straight and curly text give
//! the same runs. A run that never closes ends with its paragraph, unless the next paragraph opens with a mark again or holds the missing end: then it
//! goes on. Turns of a transcript and texts that a colon announces are runs without marks. Limits: runs in the same kind of mark inside each other
//! are one run.

use std::ops::Range;

use crate::kind::BlockRole;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::quotation::excerpt::excerpts;
use crate::quotation::mark::{
    Style, is_double, is_inch, is_single, next_is_word, precedes_closer, single_partner, touches_next,
    touches_previous,
};
use crate::quotation::transcript::{Transcript, is_stage_direction, label_end};
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
    /// Whether the words name something (a work, a programme) and quote nobody.
    pub is_title: bool,
}

/// A run whose paragraph does not close it may end in one of so many next lines.
const MOST_LINES: usize = 3;

/// A verb of saying stands so near behind a quotation that it belongs to.
const ATTRIBUTION: usize = 5;

/// The runs in marks of an article.
#[must_use]
pub fn marked(lex: &Lexicon, prose: &Prose) -> Vec<Marked> {
    let ranges: Vec<Range<usize>> = prose.blocks.iter().map(|b| prose.tokens_in(b.span)).collect();
    let is_excerpt = excerpts(prose, &ranges);
    let transcript = Transcript::of(lex, prose, &ranges);
    let mut scan = Scan { lex, prose, ranges: &ranges, open: None, out: Vec::new() };
    for (n, range) in ranges.iter().enumerate() {
        if let Some(start) = transcript.turn(n) {
            scan.close_at(n);
            scan.push(Open { outer: start, inner: start }, range.end, range.end, false);
        } else if is_excerpt.get(n) == Some(&true) {
            scan.close_at(n);
            scan.block(range.start + 1..range.end);
            scan.open = None;
        } else {
            scan.paragraph(n, range.clone());
        }
        if scan.open.is_some() && !scan.goes_on(n) {
            scan.close_at(n + 1);
        }
    }
    scan.out
}

/// An opening mark that waits for its end.
#[derive(Clone, Copy)]
struct Open {
    /// First token with the mark.
    outer: usize,
    /// First token behind it.
    inner: usize,
}

struct Scan<'a> {
    lex: &'a Lexicon,
    prose: &'a Prose,
    /// Token ranges of the blocks.
    ranges: &'a [Range<usize>],
    open: Option<Open>,
    out: Vec<Marked>,
}

impl Scan<'_> {
    fn push(&mut self, open: Open, close: usize, end: usize, is_closed: bool) {
        self.open = None;
        if close > open.inner {
            self.out.push(Marked {
                outer: open.outer..end,
                inner: open.inner..close,
                is_closed,
                is_title: false,
            });
        }
    }

    /// Ends what is open with the block before block `n`.
    fn close_at(&mut self, n: usize) {
        let end = n.checked_sub(1).and_then(|n| self.ranges.get(n)).map_or(0, |r| r.end);
        if let Some(open) = self.open {
            self.push(open, end, end, false);
        }
    }

    /// Whether the run that block `n` leaves open goes on in the next: that one opens with a mark again, or holds the end.
    fn goes_on(&self, n: usize) -> bool {
        let is_body = |n: usize| self.prose.blocks.get(n).is_some_and(|b| b.role == BlockRole::Body);
        let Some(next) = self.ranges.get(n + 1).filter(|_| is_body(n + 1)) else { return false };
        if is_double(self.prose.raw(next.start)) && touches_next(self.prose, next.start, next.end) {
            return true;
        }
        for n in n + 1..=n + MOST_LINES {
            let Some(range) = self.ranges.get(n).filter(|_| is_body(n) && self.is_next_line(n)) else {
                break;
            };
            let first = range.clone().find(|&at| is_double(self.prose.raw(at)));
            if let Some(at) = first {
                return touches_previous(self.prose, at, range.start)
                    && !touches_next(self.prose, at, range.end)
                    || self.closes_loosely(at, range);
            }
        }
        false
    }

    /// Whether the block follows the one before it without an empty line.
    fn is_next_line(&self, n: usize) -> bool {
        let before = n.checked_sub(1).and_then(|n| self.prose.blocks.get(n)).map(|b| b.span.end);
        let start = self.prose.blocks.get(n).map(|b| b.span.start);
        before.zip(start).is_some_and(|(end, start)| start == end + 1)
    }

    fn paragraph(&mut self, n: usize, range: Range<usize>) {
        let prose = self.prose;
        let has_mark = is_double(prose.raw(range.start)) && touches_next(prose, range.start, range.end);
        if !has_mark {
            return self.block(range);
        }
        if is_stage_direction(prose, range.start + 1..range.end) {
            return self.close_at(n);
        }
        if let Some(start) = label_end(prose, range.start + 1, range.end) {
            self.close_at(n);
            self.open = Some(Open { outer: start, inner: start });
            return self.block(start..range.end);
        }
        // The first mark of a paragraph opens anew a quotation that the last one left open.
        let from = range.start + usize::from(self.open.is_some());
        self.block(from..range.end);
    }

    fn block(&mut self, range: Range<usize>) {
        let mut at = range.start;
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
            return self.double(at, glyph, range);
        }
        if let Some(open) = self.open {
            if self.is_doubled(at, range) && Style::of(self.prose.raw(open.outer)) == Style::Curly {
                self.push(open, at, at + 2, true);
                return at + 2;
            }
        } else if is_single(glyph) {
            if let Some(close) = single_partner(self.prose, at, range) {
                self.push(Open { outer: at, inner: at + 1 }, close, close + 1, true);
                return close + 1;
            }
        }
        at + 1
    }

    /// Two single marks that stand for a closing double one.
    fn is_doubled(&self, at: usize, range: &Range<usize>) -> bool {
        let prose = self.prose;
        prose.raw(at) == "’"
            && prose.raw(at + 1) == "’"
            && touches_next(prose, at, range.end)
            && touches_previous(prose, at, range.start)
            && !touches_next(prose, at + 1, range.end)
    }

    fn double(&mut self, at: usize, glyph: &str, range: &Range<usize>) -> usize {
        let before = touches_previous(self.prose, at, range.start) && !self.follows_opener(at);
        let after = touches_next(self.prose, at, range.end) && !precedes_closer(self.prose, at, range.end);
        let fresh = Open { outer: at, inner: at + 1 };
        match (self.open, before, after) {
            (None, false, true) => self.open = Some(fresh),
            (None, true, true) if matches!(glyph, "“" | "„" | "«" | "``") => self.open = Some(fresh),
            (None, false, false)
                if !matches!(glyph, "”" | "»") || next_is_word(self.prose, at, range.end) =>
            {
                self.open = Some(fresh);
            }
            (Some(open), true, _) if !is_inch(self.prose, at, range.end) => self.push(open, at, at + 1, true),
            (Some(open), false, false) => self.push(open, at, at + 1, true),
            (Some(open), false, true)
                if self.prose.raw(open.outer) == "„"
                    || self.prose.raw(open.outer) == glyph && self.closes_loosely(at, range) =>
            {
                self.push(open, at, at + 1, true);
            }
            (Some(open), false, true) => match self.nested_end(open, at, range) {
                Some(end) => return end,
                None => self.reopen(open, at),
            },
            _ => {}
        }
        at + 1
    }

    /// `We won, "she said`: a straight mark that has slipped to the attribution. Before it stands a comma or a stop, behind it a verb of saying with whoever says it.
    fn closes_loosely(&self, at: usize, range: &Range<usize>) -> bool {
        let prose = self.prose;
        let says = |i: usize| self.lex.reporting_verbs.has(prose.lower(i));
        let ends = at > range.start && matches!(prose.raw(at - 1), "," | "." | "!" | "?");
        let mut attribution =
            (at + 1..range.end.min(at + ATTRIBUTION)).take_while(|&i| prose.kind(i) == TokenKind::Word);
        prose.raw(at) == "\"" && ends && attribution.any(says)
    }

    /// Marks of another style inside a run that closes later in the paragraph: one past the inner closing mark.
    fn nested_end(&self, open: Open, at: usize, range: &Range<usize>) -> Option<usize> {
        let prose = self.prose;
        let style = |at: usize| Style::of(prose.raw(at));
        let closes = |at: usize| touches_previous(prose, at, range.start) && !self.follows_opener(at);
        if style(open.outer) == style(at) || open.outer == open.inner {
            return None;
        }
        let mut later = (at + 1..range.end).filter(|&i| is_double(prose.raw(i)));
        let inner = later.next().filter(|&i| style(i) == style(at) && closes(i))?;
        let block = self.ranges.partition_point(|r| r.end <= at);
        let outer = later.find(|&i| style(i) == style(open.outer));
        outer.map_or_else(|| self.goes_on(block), closes).then_some(inner + 1)
    }

    /// Brackets, dashes and other marks before an opening mark count as blanks.
    fn follows_opener(&self, at: usize) -> bool {
        let before = self.prose.raw(at.saturating_sub(1));
        matches!(before, "(" | "[" | "{" | "‘" | "/" | "—" | "–" | "--" | ":") && self.open.is_none()
    }

    /// A new opening mark while one is open: the first never closed and ends with its sentence.
    fn reopen(&mut self, open: Open, at: usize) {
        let end = self.prose.sentence_at(open.inner).map_or(at, |s| s.end).min(at);
        self.push(open, end, end, false);
        self.open = Some(Open { outer: at, inner: at + 1 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn runs(text: &str) -> Vec<String> {
        let lex = Lexicon::builtin();
        let prose = Prose::read(lex, text);
        marked(lex, &prose).iter().map(|m| prose.cover(m.inner.clone()).of(text).to_owned()).collect()
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
    fn a_mark_that_has_slipped_to_the_attribution_closes() {
        let text = "\"We saw five boats, \"the officer said, adding that they fled. \"Two got away, \"said Captain Lee.";
        assert_eq!(runs(text), ["We saw five boats,", "Two got away,"]);
        assert_eq!(
            runs("\"We saw boats.\nTwo of them got away, \"said Captain Lee."),
            ["We saw boats.\nTwo of them got away,"]
        );
        assert_eq!(
            runs("\"We won,\" he said. \"We said so, and we won.\""),
            ["We won,", "We said so, and we won."]
        );
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
