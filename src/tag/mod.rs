//! Parts of speech and lemmas, one of each for every token.

mod tagger;

pub use tagger::tags;

/// The universal parts of speech (Universal Dependencies, version 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// What the tagger says of one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Part of speech.
    pub pos: Pos,
    /// Dictionary form in lower case ("met" → "meet"; names stay as they are, in lower case).
    pub lemma: String,
}
