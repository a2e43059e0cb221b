//! Pairs of passages about the same thing.
//!
//! In: the corpus. Out: sentences that share rare words and names ([`passages`]), and mentions of one event ([`events`]).
//! Everything goes through indexes, so the work grows with the text and not with its square.

mod event;
mod matter;
mod passage;

pub use event::{EventMention, Group, MUTUAL, events};
pub use matter::{Relation, relations};
pub use passage::{Pair, Passages, passages};
