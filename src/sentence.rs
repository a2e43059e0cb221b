//! Sentences.
//!
//! In: text, its tokens and blocks. Out: for each sentence the range of its tokens, in order, every token in exactly one. A sentence never crosses a block.
//! A full stop inside an abbreviation ends one only before a word that begins sentences ("left the U.S. The army …").
//! What runs on for hundreds of words without a stop is cut by length.
//! Known limit: a sentence that begins in lower case is not seen.

use std::ops::Range;

use crate::block::Block;
use crate::lexicon::Lexicon;
use crate::token::{Token, TokenKind};

/// A sentence of more tokens than this is none: lists and debris are cut, so that the work on a sentence stays within bounds.
const LONGEST: usize = 300;

/// Token ranges of the sentences.
#[must_use]
pub fn sentences(lex: &Lexicon, text: &str, tokens: &[Token], blocks: &[Block]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    for block in blocks {
        let end = from
            + tokens.get(from..).unwrap_or(&[]).iter().take_while(|t| t.span.start < block.span.end).count();
        let mut start = from;
        for at in from..end {
            if ends_sentence(lex, text, tokens, at, end) || at + 1 - start >= LONGEST {
                out.push(start..at + 1);
                start = at + 1;
            }
        }
        if start < end {
            out.push(start..end);
        }
        from = end;
    }
    if from < tokens.len() {
        out.push(from..tokens.len());
    }
    out
}

/// Whether the sentence ends behind token `at`. Closing marks behind a stop belong to the sentence that they close.
fn ends_sentence(lex: &Lexicon, text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let next = at + 1;
    if next >= end {
        return false;
    }
    let glued = tokens.get(at).zip(tokens.get(next)).is_some_and(|(a, b)| a.span.end == b.span.start);
    if glued && is_closing(text, tokens, next) {
        return false;
    }
    let mut stop = at;
    while stop > 0 && is_closing(text, tokens, stop) && touches(tokens, stop) {
        stop -= 1;
    }
    let mark = word(text, tokens, stop);
    let is_terminal = matches!(mark, "." | "!" | "?" | "…") || (mark.starts_with("..") && stop == at);
    if !is_terminal && !ends_with_abbreviation(lex, text, tokens, stop, next) {
        return false;
    }
    if glued && !is_closing(text, tokens, at) {
        return false;
    }
    begins_sentence(text, tokens, next, end)
}

fn word<'a>(text: &'a str, tokens: &[Token], at: usize) -> &'a str {
    tokens.get(at).map_or("", |t| t.span.of(text))
}

fn touches(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens.get(at - 1).zip(tokens.get(at)).is_some_and(|(a, b)| a.span.end == b.span.start)
}

/// A mark that can close: not an opening curly mark, and a straight one only where it touches what stands before.
fn is_closing(text: &str, tokens: &[Token], at: usize) -> bool {
    let mark = word(text, tokens, at);
    match mark {
        ")" | "]" | "”" | "’" | "»" | "''" => true,
        "\"" | "'" => touches(tokens, at),
        _ => false,
    }
}

/// "… in the U.S. The …": the stop of an abbreviation may be the sentence's too.
fn ends_with_abbreviation(lex: &Lexicon, text: &str, tokens: &[Token], at: usize, next: usize) -> bool {
    let abbreviation = word(text, tokens, at);
    if abbreviation.len() < 2 || !abbreviation.ends_with('.') {
        return false;
    }
    let key = abbreviation.trim_end_matches('.').to_lowercase();
    let is_title = lex.abbreviations.column(&key, 0) == Some("title");
    !is_title && lex.sentence_starters.has(&word(text, tokens, next).to_lowercase())
}

fn begins_sentence(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let mut i = at;
    while i < end
        && tokens.get(i).is_some_and(|t| {
            t.kind == TokenKind::QuoteMark || matches!(t.span.of(text), "(" | "[" | "—" | "–")
        })
    {
        i += 1;
    }
    match tokens.get(i) {
        Some(token) if i < end => token
            .span
            .of(text)
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_numeric() || !c.is_lowercase() && c.is_alphabetic()),
        _ => i > at && i >= end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::blocks;
    use crate::span::Span;
    use crate::token::tokens;

    fn split(text: &str) -> Vec<String> {
        let lex = Lexicon::builtin();
        let tokens = tokens(lex, text);
        let cover = |r: Range<usize>| {
            Span { start: tokens[r.start].span.start, end: tokens[r.end - 1].span.end }.of(text).to_owned()
        };
        sentences(lex, text, &tokens, &blocks(lex, text)).into_iter().map(cover).collect()
    }

    #[test]
    fn table() {
        let rows: &[&[&str]] = &[
            &["The U.S. Senate met.", "It left the U.S.", "The army stayed."],
            &["Mr. Smith spoke to J.D. Brown.", "\"We won.\"", "He left."],
            &["\"We won!\" he said.", "“They lost,” she said.", "Both left (at 5 p.m. on Friday)."],
            &["Is it over?", "No."],
            &["He paid $1.5 million to Acme Inc. for it.", "Then he left."],
        ];
        for want in rows {
            assert_eq!(split(&want.join(" ")), *want);
        }
    }
}
