//! Excerpts: paragraphs of another text, each opened by a straight mark that never closes, with its own quotations inside.
//!
//! In: [`Prose`] and the token ranges of its blocks. Out: for each block whether its first mark only sets the paragraph off. Example: `"He left. “It is over,”
//! he said.` holds one quotation, the inner one. Limits: told by the two styles of mark; an excerpt with one style throughout reads as one quotation.

use std::ops::Range;

use crate::prose::Prose;
use crate::quotation::mark::{Style, is_double, touches_next, touches_previous};
use crate::quotation::transcript::label_end;

/// What the straight marks of a paragraph say.
#[derive(Default)]
struct Shape {
    /// It opens with a straight mark.
    opens: bool,
    /// No other straight mark follows.
    is_open: bool,
    /// It opens with curly ones.
    is_curly: bool,
    /// It opens with a straight mark and ends with the only other one.
    closes: bool,
    /// A pair of curly marks stands inside.
    has_pair: bool,
    /// One of them ends in a comma, as speech does before its attribution.
    has_speech: bool,
    /// A speaker's label follows the mark.
    has_label: bool,
}

/// Which blocks are paragraphs of an excerpt.
#[must_use]
pub fn excerpts(prose: &Prose, ranges: &[Range<usize>]) -> Vec<bool> {
    let shapes: Vec<Shape> = ranges.iter().map(|range| shape(prose, range)).collect();
    let mut out = vec![false; ranges.len()];
    let mut start = 0;
    while start < shapes.len() {
        let len = shapes.iter().skip(start).take_while(|s| s.opens && s.is_open).count();
        let group = start..start + len;
        let next_is_curly = len > 0 && shapes.get(group.end).is_some_and(|s| s.is_curly);
        let all = shapes.get(group.clone()).unwrap_or(&[]);
        // Paragraphs that close at last are one long quotation, unless somebody is quoted in them.
        let closes = shapes.get(group.end).is_some_and(|s| s.closes);
        let is_excerpt = next_is_curly || all.iter().any(|s| if closes { s.has_speech } else { s.has_pair });
        if is_excerpt && !all.iter().any(|s| s.has_label) {
            for flag in out.get_mut(group).into_iter().flatten() {
                *flag = true;
            }
        }
        start += len + 1;
    }
    out
}

fn shape(prose: &Prose, range: &Range<usize>) -> Shape {
    let style = |at: usize| Style::of(prose.raw(at));
    let mut shape = Shape { is_curly: style(range.start) == Style::Curly, ..Shape::default() };
    if style(range.start) != Style::Straight || !touches_next(prose, range.start, range.end) {
        return shape;
    }
    let marks: Vec<usize> = (range.start + 1..range.end).filter(|&at| is_double(prose.raw(at))).collect();
    let is_pair = |pair: &&[usize]| {
        let &&[left, right] = pair else { return false };
        prose.raw(left) == "“" && prose.raw(right) == "”" && touches_previous(prose, right, range.start)
    };
    let straight: Vec<usize> = marks.iter().copied().filter(|&at| style(at) == Style::Straight).collect();
    // A closing curly mark before any opening one is a slip for the straight one.
    let is_slip = marks.first().is_some_and(|&at| prose.raw(at) == "”");
    shape.opens = true;
    shape.is_open = !is_slip && straight.is_empty();
    shape.closes = straight.len() == 1 && straight.last() == range.end.checked_sub(1).as_ref();
    shape.has_pair = marks.windows(2).any(|pair| is_pair(&pair));
    shape.has_speech = marks
        .windows(2)
        .filter(is_pair)
        .any(|pair| pair.last().and_then(|at| at.checked_sub(1)).is_some_and(|at| prose.raw(at) == ","));
    shape.has_label = label_end(prose, range.start + 1, range.end).is_some();
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_straight_mark_before_curly_pairs_sets_a_paragraph_off() {
        let lex = Lexicon::builtin();
        let flags = |text: &str| {
            let prose = Prose::read(lex, text);
            let ranges: Vec<_> = prose.blocks.iter().map(|b| prose.tokens_in(b.span)).collect();
            excerpts(&prose, &ranges)
        };
        assert_eq!(
            flags(
                "The old dam broke in the night.\n\n\"Hale was asleep.\n\n\"He woke. “It broke,” he said.\n\nThat is all."
            ),
            [false, true, true, false]
        );
        assert_eq!(flags("\"He woke. “It broke,” he said.\" That is all."), [false]);
    }
}
