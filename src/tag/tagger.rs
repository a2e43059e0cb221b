//! The tagger.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::tag::{Pos, Tag};
use crate::token::{Token, TokenKind};

/// Tags every token.
#[must_use]
pub fn tags(_lex: &Lexicon, text: &str, tokens: &[Token], _sentences: &[Range<usize>]) -> Vec<Tag> {
    tokens
        .iter()
        .map(|token| {
            let word = token.span.of(text);
            let pos = match token.kind {
                TokenKind::Number => Pos::Num,
                TokenKind::Punctuation | TokenKind::QuoteMark => Pos::Punct,
                TokenKind::Symbol => Pos::Sym,
                TokenKind::Word if word.starts_with(char::is_uppercase) => Pos::Propn,
                TokenKind::Word => Pos::Noun,
            };
            Tag { pos, lemma: word.to_lowercase() }
        })
        .collect()
}
