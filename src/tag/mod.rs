//! Parts of speech and lemmas, one of each for every token.
//!
//! In: text, tokens, sentences. Out: [`Tags`] with one [`Tag`] for every token, from a learnt model (`models/pos.bin`) whose card says how it was made.
//! "Smith says he plans to meet" gives name, verb, pronoun, verb, particle, verb, with the lemmas smith, say, he, plan, to, meet.
//! Words inside a name are names ("the United States"), also where Universal Dependencies would say adjective or verb.
//! Limits: English only; one word at a time from left to right, so a rare reading late in a sentence does not mend an early one.

pub mod features;
mod lemma;
pub mod model;
mod tagger;

pub use lemma::{lemma, lemma_by_rule};
pub use tagger::{parts_of_speech, tags};

/// The universal parts of speech (Universal Dependencies, version 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

impl Pos {
    /// Every part of speech; its place here is its number in the model.
    pub const ALL: [Pos; 17] = [
        Pos::Adj,
        Pos::Adp,
        Pos::Adv,
        Pos::Aux,
        Pos::Cconj,
        Pos::Det,
        Pos::Intj,
        Pos::Noun,
        Pos::Num,
        Pos::Part,
        Pos::Pron,
        Pos::Propn,
        Pos::Punct,
        Pos::Sconj,
        Pos::Sym,
        Pos::Verb,
        Pos::X,
    ];

    /// The name that Universal Dependencies gives it ("PROPN").
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Pos::Adj => "ADJ",
            Pos::Adp => "ADP",
            Pos::Adv => "ADV",
            Pos::Aux => "AUX",
            Pos::Cconj => "CCONJ",
            Pos::Det => "DET",
            Pos::Intj => "INTJ",
            Pos::Noun => "NOUN",
            Pos::Num => "NUM",
            Pos::Part => "PART",
            Pos::Pron => "PRON",
            Pos::Propn => "PROPN",
            Pos::Punct => "PUNCT",
            Pos::Sconj => "SCONJ",
            Pos::Sym => "SYM",
            Pos::Verb => "VERB",
            Pos::X => "X",
        }
    }
}

/// What the tagger says of one token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Part of speech.
    pub pos: Pos,
    /// Place of the dictionary form in [`Tags::lemmas`].
    pub lemma: u32,
}

/// What the tagger says of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// One for every token.
    pub all: Vec<Tag>,
    /// Dictionary forms in lower case ("met" → "meet"; names stay as they are, in lower case). Each stands here a few times at most,
    /// however often the text has it.
    pub lemmas: Vec<String>,
}
