//! The small words of every export: letters of articles, counts, and texts made fit to show.
//!
//! In: an index, a count, or a text as an article has it. Out: words on one line. Example: `clean("a\n b")` is `"a b"`.
//! Limits: English plurals in "s" only; steering characters are shown, not kept.

use std::ops::Range;

/// "A" for the first article, "AA" for the 27th.
pub fn letter(article: u32) -> String {
    let last = char::from(b'A' + (article % 26) as u8);
    match article / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

/// "A, C".
pub fn letters(articles: &[u32]) -> String {
    articles.iter().map(|&article| letter(article)).collect::<Vec<_>>().join(", ")
}

/// "1 finding", "2 findings".
pub fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The text on one line, without characters that steer a display.
pub fn clean(text: &str) -> String {
    fold(text, 0..0).0
}

/// Folds white space, shows steering characters as `�`, leaves out invisible ones; the focus moves along.
pub fn fold(text: &str, focus: Range<usize>) -> (String, Range<usize>) {
    let mut out = String::with_capacity(text.len());
    let (mut space, mut start, mut end) = (false, None, None);
    for (offset, character) in text.char_indices() {
        if offset >= focus.end {
            end.get_or_insert(out.len());
        }
        if character.is_whitespace() {
            space = !out.is_empty();
        } else if let Some(shown) = shown(character) {
            if std::mem::take(&mut space) {
                out.push(' ');
            }
            if offset >= focus.start {
                start.get_or_insert(out.len());
            }
            out.push(shown);
        }
    }
    let end = end.unwrap_or(out.len());
    (out, start.unwrap_or(end).min(end)..end)
}

fn shown(character: char) -> Option<char> {
    match character {
        // Soft hyphen, zero-width space, word joiner, byte-order mark: nothing to see.
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => None,
        // Overrides of writing direction could show other words than those that stand in the text.
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some('\u{FFFD}')
        }
        _ if character.is_control() => Some('\u{FFFD}'),
        _ => Some(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::flow::slice;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 52].map(letter), ["A", "Z", "AA", "BA"]);
    }

    #[test]
    fn folding_moves_the_focus() {
        let (text, focus) = fold(" The \n\tmayor\u{AD}  of\u{A0}Lund ", 7..18);
        assert_eq!((text.as_str(), slice(&text, focus)), ("The mayor of Lund", "mayor of"));
        assert_eq!(fold("abc", 3..3), ("abc".into(), 3..3));
        assert_eq!(fold("abc", 9..12), ("abc".into(), 3..3));
    }

    #[test]
    fn steering_characters_are_shown() {
        assert_eq!(clean("a\u{1b}[31mb\u{202E}c\u{0}"), "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}");
    }
}
