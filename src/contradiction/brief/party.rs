//! Who stands in a sentence: "Lee" in "Ann Lee", "CIA", "Lumber" in "Blue Mountain Lumber".
//!
//! In a claim of five words most names stand once and first, where a capital tells nothing: they are read by form, and two of them are one where their last words are.

use std::ops::Range;

use crate::corpus::Document;
use crate::tag::Pos;
use crate::token::TokenKind;

/// The last word of every run of capitalised words in a stretch.
pub fn parties(document: &Document, tokens: Range<usize>) -> Vec<usize> {
    let end = tokens.end;
    tokens.filter(|&i| is_part(document, i) && !(i + 1 < end && is_part(document, i + 1))).collect()
}

/// Whether a stretch has a name that ends as one of another text does.
pub fn has_party(document: &Document, tokens: Range<usize>, (other, at): (&Document, usize)) -> bool {
    parties(document, tokens).into_iter().any(|i| document.prose.lower(i) == other.prose.lower(at))
}

fn is_part(document: &Document, at: usize) -> bool {
    let prose = &document.prose;
    matches!(prose.kind(at), TokenKind::Word | TokenKind::Number)
        && prose.is_capitalised(at)
        && matches!(prose.pos(at), Pos::Propn | Pos::Noun | Pos::Adj | Pos::Num)
}
