//! Excerpts: paragraphs of another text, each opened by a straight mark that never closes, with its own quotations inside.
//!
//! In: [`Prose`] and the token ranges of its blocks. Out: for each block whether its first mark only sets the paragraph off. Example: `"He left. “It is over,”
//! he said.` holds one quotation, the inner one. Limits: told by the two styles of mark; an excerpt with one style throughout reads as one quotation.

use std::ops::Range;

use crate::prose::Prose;
use crate::quotation::mark::{Style, is_double, touches_next, touches_previous};
use crate::quotation::transcript::label_end;

/// What the straight marks of a paragraph say.
struct Shape {
    /// It opens with a straight mark.
    opens: bool,
    /// No other straight mark follows.
    is_open: bool,
    /// It opens with curly ones.
    is_curly: bool,
    /// A pair of curly marks stands inside.
    has_pair: bool,
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
        let is_excerpt = next_is_curly || all.iter().any(|s| s.has_pair);
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
    let opens =
        Style::of(prose.raw(range.start)) == Style::Straight && touches_next(prose, range.start, range.end);
    if !opens {
        let is_curly = Style::of(prose.raw(range.start)) == Style::Curly;
        return Shape { opens, is_open: false, is_curly, has_pair: false, has_label: false };
    }
    let marks: Vec<usize> = (range.start + 1..range.end).filter(|&at| is_double(prose.raw(at))).collect();
    // A closing curly mark before any opening one is a slip for the straight one.
    let is_slip = marks.first().is_some_and(|&at| prose.raw(at) == "”");
    let is_open = !is_slip && marks.iter().all(|&at| Style::of(prose.raw(at)) != Style::Straight);
    let has_pair = marks.windows(2).any(|pair| {
        let &[left, right] = pair else { return false };
        prose.raw(left) == "“" && prose.raw(right) == "”" && touches_previous(prose, right, range.start)
    });
    let has_label = label_end(prose, range.start + 1, range.end).is_some();
    Shape { opens, is_open, is_curly: false, has_pair, has_label }
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
