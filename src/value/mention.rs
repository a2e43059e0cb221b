//! Values as the report lists them among the names.
//!
//! In: the quantities and times of an article. Out: [`ValueMention`]s in order. Example: "at least 12 people" gives "12", quantity, value "12".
//! Limits: ordinals and vague counts are left out, as no reader looks for them.

use crate::kind::EntityKind;
use crate::order::sort_by_key;
use crate::span::Span;
use crate::value::{Quantity, TimeExpr};

/// A value at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueMention {
    /// The number with its unit, or the time, without the words that bound it.
    pub span: Span,
    /// `Date`, `Time`, `Duration`, `Quantity`, `Percent` or `Money`.
    pub kind: EntityKind,
    /// Normalised value: "2021-06", "PT3H", "100", "USD 82000000"; `None` where it is vague or not resolved.
    pub value: Option<String>,
}

/// All values of an article, in order, none overlapping: a length inside a time ("eight months" in "eight months later") stands for it.
#[must_use]
pub fn mentions(quantities: &[Quantity], times: &[TimeExpr]) -> Vec<ValueMention> {
    let told = quantities.iter().filter(|q| !q.is_vague && q.unit != "ordinal");
    let mut out: Vec<ValueMention> =
        told.map(|q| ValueMention { span: q.number, kind: q.kind, value: Some(q.value.clone()) }).collect();
    let lengths: Vec<Span> = out.iter().map(|m| m.span).collect();
    let is_free = |span: Span| {
        let next = lengths.partition_point(|l| l.end <= span.start);
        lengths.get(next).is_none_or(|l| !l.overlaps(span))
    };
    let free = times.iter().filter(|t| is_free(t.span));
    out.extend(free.map(|t| ValueMention { span: t.span, kind: t.kind(), value: t.value.clone() }));
    sort_by_key(&mut out, |m| m.span);
    out
}
