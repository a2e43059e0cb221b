//! Sums of money whose currency is written onto the figures.
//!
//! In: a word. Out: the number, and the code of its currency. Example: "RM20,000" is 20,000 MYR, "N200 billion" 200 billion NGN.
//! Limits: the tokens part the figures at commas and points, so only groups that touch each other are joined.

use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::token::TokenKind;
use crate::value::number::{Number, figures, is_triple, scaled};

/// A sum whose currency is written onto its figures ("RM20,000", "N200 billion", "Rs300"): the number, and the code.
/// One letter alone is a currency only before thousands ("R2,000"), since it names models too ("N95").
pub(super) fn glued_sum(lex: &Lexicon, prose: &Prose, at: usize) -> Option<(Number, &'static str)> {
    let raw = prose.raw(at);
    if prose.kind(at) != TokenKind::Word
        || !raw.ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
    {
        return None;
    }
    let letters = raw.find(|c: char| c.is_ascii_digit()).filter(|&n| n > 0)?;
    let (sign, first) = raw.split_at_checked(letters)?;
    let row = lex.currencies.get(sign.to_lowercase().as_str())?;
    let place = row.get(2).copied().unwrap_or("after");
    if !sign.starts_with(char::is_uppercase) || place == "after" {
        return None;
    }
    let mut text = first.to_owned();
    let mut end = at + 1;
    while prose.raw(end) == ","
        && !prose.is_spaced(end)
        && !prose.is_spaced(end + 1)
        && is_triple(prose.raw(end + 1))
    {
        text.push(',');
        text.push_str(prose.raw(end + 1));
        end += 2;
    }
    if prose.raw(end) == "."
        && !prose.is_spaced(end)
        && !prose.is_spaced(end + 1)
        && prose.kind(end + 1) == TokenKind::Number
    {
        text.push('.');
        text.push_str(prose.raw(end + 1));
        end += 2;
    }
    let number = figures(&text, at).filter(|n| n.suffix.as_deref().is_none_or(|s| s == "m"))?;
    let number = scaled(lex, prose, Number { end, ..number });
    let is_large = number.scale > 1.0 || number.suffix.is_some() || end > at + 1;
    (place != "glued" || is_large).then(|| row.first().map(|&code| (number, code)))?
}
