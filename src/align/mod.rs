//! Pairs of passages about the same thing.
//!
//! In: the corpus. Out: sentences that share rare words and names ([`passages`]), mentions of one event ([`events`]),
//! quotations of one utterance ([`quotes`]) and copied words ([`reuse`]).
//! Everything goes through indexes, so the work grows with the text and not with its square.

mod event;
mod matter;
mod passage;
mod quotes;
mod reuse;
mod utterance;
mod wording;

pub use event::{EventMention, Group, MUTUAL, events};
pub use matter::{Relation, relations};
pub use passage::{Pair, Passages, passages};
pub use quotes::{Likeness, QuotePair, Quotes, Standing, quotes};
pub use reuse::{Run, reuse};
pub use utterance::{Utterance, is_content};
pub use wording::{Parting, Wording};
