//! Lines of a given width, with styles and with carets under some of the words.
//!
//! In: a text without line breaks. Out: ranges of bytes, one a line, or painted lines. Example: `"one two"` in 4 columns
//! is `"one"`, `"two"`. Limits: columns are those of the Unicode tables; a terminal with older tables may differ by one
//! at a new emoji. Right-to-left text is laid out in the order it is stored.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Joins the characters before and after it into one picture, so no line may break there.
const JOINER: char = '\u{200D}';

/// How a run of text looks in a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Titles and names.
    Bold,
    /// What matters less.
    Dim,
    /// High severity.
    Red,
    /// Medium severity.
    Yellow,
    /// Low severity.
    Blue,
    /// The words that differ.
    Focus,
}

impl Style {
    fn code(self) -> &'static str {
        match self {
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Red => "1;31",
            Self::Yellow => "1;33",
            Self::Blue => "1;34",
            Self::Focus => "1;35",
        }
    }

    /// The text between the codes that switch the style on and off.
    pub fn paint(self, text: &str) -> String {
        format!("\u{1b}[{}m{text}\u{1b}[0m", self.code())
    }
}

/// A text with styled runs; runs are sorted and do not overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    text: String,
    runs: Vec<(Range<usize>, Style)>,
}

impl Flow {
    /// Adds plain words.
    pub fn plain(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// Adds words in a style.
    pub fn styled(mut self, style: Style, text: &str) -> Self {
        let start = self.text.len();
        self.text.push_str(text);
        self.runs.push((start..self.text.len(), style));
        self
    }

    /// The words alone.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The flow in lines of at most that many columns.
    pub fn wrap(&self, columns: usize) -> Vec<Range<usize>> {
        wrap(&self.text, columns)
    }

    /// One line of it, with color codes.
    pub fn paint(&self, line: Range<usize>) -> String {
        let mut out = String::new();
        let mut at = line.start;
        for (run, style) in &self.runs {
            let (start, end) = (run.start.max(at), run.end.min(line.end));
            if start < end {
                out.push_str(slice(&self.text, at..start));
                out.push_str(&style.paint(slice(&self.text, start..end)));
                at = end;
            }
        }
        out.push_str(slice(&self.text, at..line.end));
        out
    }
}

/// The columns a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A part of the text; empty when the range does not fit it.
pub fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

/// The ranges of lines, filled word by word; a word longer than a line is cut between characters.
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut line = 0..0;
    for piece in words(text).flat_map(|word| pieces(text, word, columns)) {
        if line.is_empty() {
            line = piece;
        } else if width(slice(text, line.start..piece.end)) <= columns {
            line.end = piece.end;
        } else {
            lines.push(std::mem::replace(&mut line, piece));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Where carets stand under the focus: columns from the line's beginning, and how many; none when it is elsewhere.
pub fn carets(text: &str, line: Range<usize>, focus: Range<usize>) -> Option<(usize, usize)> {
    let start = focus.start.max(line.start);
    let under = slice(text, start..focus.end.min(line.end)).trim_end();
    if under.is_empty() {
        return None;
    }
    let before = width(slice(text, line.start..start));
    let through = width(slice(text, line.start..start + under.len()));
    Some((before, through.saturating_sub(before).max(1)))
}

/// Byte ranges of the words between spaces.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    let ranges = text.split(' ').map(move |word| {
        let start = next;
        next += word.len() + 1;
        start..start + word.len()
    });
    ranges.filter(|range| !range.is_empty())
}

/// A word in parts that each fit the line; characters without width stay with what they belong to.
fn pieces(text: &str, word: Range<usize>, columns: usize) -> Vec<Range<usize>> {
    if width(slice(text, word.clone())) <= columns {
        return vec![word];
    }
    let (mut out, mut piece, mut used, mut joined) = (Vec::new(), word.start..word.start, 0, false);
    for (offset, character) in slice(text, word.clone()).char_indices() {
        let wide = character.width().unwrap_or_default();
        if wide > 0 && used + wide > columns && !joined && !piece.is_empty() {
            out.push(piece.clone());
            piece.start = piece.end;
            used = 0;
        }
        used += wide;
        joined = character == JOINER;
        piece.end = word.start + offset + character.len_utf8();
    }
    out.push(piece);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns).into_iter().map(|line| slice(text, line)).collect()
    }

    #[test]
    fn lines_are_filled_word_by_word() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one two three", 6), ["one", "two", "three"]);
        assert_eq!(lines("  one   two ", 20), ["one   two"]);
        assert_eq!(lines("", 10), Vec::<&str>::new());
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(lines("a abcdefgh b", 3), ["a", "abc", "def", "gh", "b"]);
        assert_eq!(lines("日本語の文", 4), ["日本", "語の", "文"]);
        assert_eq!(lines("日本", 1), ["日", "本"], "a line too narrow for anything still moves on");
    }

    #[test]
    fn joined_and_combining_characters_stay_whole() {
        let accent = "e\u{301}".repeat(3);
        assert_eq!(lines(&accent, 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        let family = "👩\u{200D}👧👩\u{200D}👧";
        assert!(lines(family, 2).iter().all(|line| !line.starts_with(JOINER) && !line.ends_with(JOINER)));
    }

    #[test]
    fn carets_stand_under_the_focus() {
        for (text, focus, expected) in [
            ("The mayor said no", "mayor", (4, 5)),
            ("日本の mayor", "mayor", (7, 5)),
            ("Cafe\u{301} mayor", "mayor", (5, 5)),
            ("😀 mayor", "mayor", (3, 5)),
            ("in 東京 today", "東京", (3, 4)),
        ] {
            let start = text.find(focus).unwrap();
            assert_eq!(carets(text, 0..text.len(), start..start + focus.len()), Some(expected), "{text}");
        }
    }

    #[test]
    fn carets_follow_the_focus_over_lines() {
        let text = "The mayor of Lund said no today";
        let carets: Vec<_> = wrap(text, 12).into_iter().map(|line| carets(text, line, 4..17)).collect();
        assert_eq!(carets, [Some((4, 8)), Some((0, 4)), None]);
    }

    #[test]
    fn styles_begin_and_end_within_the_line() {
        let flow = Flow::default().plain("The ").styled(Style::Bold, "mayor of Lund").plain(" said");
        let painted: Vec<_> = flow.wrap(9).into_iter().map(|line| flow.paint(line)).collect();
        assert_eq!(painted, ["The \u{1b}[1mmayor\u{1b}[0m", "\u{1b}[1mof Lund\u{1b}[0m", "said"]);
    }
}
