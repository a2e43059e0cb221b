//! Claims: who did what, when, where, how much, said by whom and how surely.

use crate::entity::Names;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::quotation::Quotation;
use crate::value::{Quantity, TimeExpr};

/// One statement of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {}

/// Claims of one article.
#[must_use]
pub fn claims(
    _lex: &Lexicon,
    _prose: &Prose,
    _names: &Names,
    _quotations: &[Quotation],
    _quantities: &[Quantity],
    _times: &[TimeExpr],
) -> Vec<Claim> {
    Vec::new()
}
