//! Half-open ranges of bytes in an article's text.
//!
//! In: two byte offsets. Out: a `Span`, two `u32`s that can be copied, sorted and hashed.
//! Example: `Span::new(4, 9).of("the mayor said")` is `"mayor"`.
//! Limits: texts beyond 4 GiB; offsets are cut to `u32::MAX`.

use std::ops::Range;

/// A half-open range `start..end` of bytes; ordered by start, then by end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never before `start` in a span made by [`Span::new`].
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`; empty at `start` when `end` lies before it.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let start = offset(start);
        Self { start, end: offset(end).max(start) }
    }

    /// The text under the span, or `""` when the span leaves the text or cuts a character.
    /// This is the only place that slices text, so no stage can panic on an offset.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `inner` lies wholly within this span; both may be the same.
    #[must_use]
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two share at least one byte; touching or empty spans do not.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same range as indexes of a byte slice.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

fn offset(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_under_a_span() {
        let text = "née Smyth";
        assert_eq!(Span::new(0, 4).of(text), "née");
        assert_eq!(Span::new(5, 10).of(text), "Smyth");
    }

    #[test]
    fn a_span_that_does_not_fit_gives_no_text() {
        let text = "née";
        for (start, end) in [(0, 2), (2, 4), (0, 5), (9, 12), (usize::MAX, usize::MAX)] {
            assert_eq!(Span::new(start, end).of(text), "", "{start}..{end}");
        }
        assert_eq!(Span { start: 3, end: 1 }.of(text), "");
    }

    #[test]
    fn a_reversed_span_is_empty() {
        let span = Span::new(5, 2);
        assert_eq!((span.start, span.end, span.len()), (5, 5, 0));
        assert!(span.is_empty());
        assert_eq!(Span { start: 5, end: 2 }.len(), 0);
    }

    #[test]
    fn containing_and_overlapping() {
        let span = Span::new(2, 6);
        let table = [
            (Span::new(2, 6), true, true),
            (Span::new(3, 4), true, true),
            (Span::new(0, 3), false, true),
            (Span::new(6, 8), false, false),
            (Span::new(0, 2), false, false),
            (Span::new(4, 4), true, false),
        ];
        for (other, contains, overlaps) in table {
            assert_eq!(span.contains(other), contains, "{other:?}");
            assert_eq!(span.overlaps(other), overlaps, "{other:?}");
            assert_eq!(other.overlaps(span), overlaps, "{other:?}");
        }
    }

    #[test]
    fn covering() {
        assert_eq!(Span::new(2, 4).cover(Span::new(7, 9)), Span::new(2, 9));
        assert_eq!(Span::new(7, 9).cover(Span::new(2, 4)), Span::new(2, 9));
    }
}
