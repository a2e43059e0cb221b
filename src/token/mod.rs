//! Words, numbers, punctuation and quote marks.
//!
//! In: text. Out: [`Token`]s in order, none empty, none overlapping; what lies between them is white space. Clitics stand alone ("is|n't",
//! "Smith|'s"), hyphens between letters split ("three|-|hour"), numbers keep their grouping ("1,200", "04:49", "2025-08-07"), and an abbreviation keeps its
//! full stops ("U.S.", "Mr."). A name glued to a date as web pages glue bylines ("Rai7 August") is taken apart.

mod number;
mod tokenize;

pub use number::{cardinal, parse_number};
pub use tokenize::tokens;

use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with what belongs inside them.
    Word,
    /// Begins with a digit.
    Number,
    /// Sentence and phrase punctuation, brackets, dashes.
    Punctuation,
    /// Any mark that may open or close a quotation; apostrophes that belong to no word among them.
    QuoteMark,
    /// Everything else: currency, percent, emoji.
    Symbol,
}

/// A unit of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// Folds a word for look-up: lower case, plain apostrophe.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).map(|c| if matches!(c, '’' | '‘') { '\'' } else { c }).collect()
}
