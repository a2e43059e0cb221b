//! The learnt weights.
//!
//! In: the bytes of `models/pos.bin`, compiled in. Out: a [`Model`] that adds up the weights of observations. The file has three parts, each led by its length:
//! weights (observation → tag, weight), dictionary (word → two classes), lemma exceptions (text). [`crate::weights`] reads the first two.
//! Limit: a damaged file reads as an empty model (all scores 0), it does not fail; a test shows that the file at hand is whole.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::tag::Pos;
use crate::tag::features::word_hash;
use crate::weights::{Keys, Reader, Rest, Weights};

/// One score for every part of speech.
pub type Scores = [i16; Pos::ALL.len()];

/// Learnt weights, dictionary and exceptions.
#[derive(Debug, Default)]
pub struct Model {
    weights: Weights<{ Pos::ALL.len() }>,
    words: Words,
    lemmas: FxHashMap<&'static str, &'static str>,
}

#[derive(Debug, Default)]
struct Words {
    keys: Keys,
    classes: [&'static [u8]; 2],
}

impl Model {
    /// The model that is compiled in.
    #[must_use]
    pub fn builtin() -> &'static Model {
        static BUILTIN: OnceLock<Model> = OnceLock::new();
        BUILTIN.get_or_init(|| Model::read(include_bytes!("../../models/pos.bin")).unwrap_or_default())
    }

    /// Reads a model; `None` where the bytes are none.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Model> {
        let mut file = Reader::new(bytes);
        let weights = Weights::read(file.part()?, Rest::Whole)?;
        let words = file.part().and_then(Words::read)?;
        let lemmas = std::str::from_utf8(file.part()?.rest()).ok()?;
        let lemmas = lemmas.lines().filter_map(|line| line.split_once('\t')).collect();
        Some(Model { weights, words, lemmas })
    }

    /// What the dictionary knows of a levelled word: the class of its parts of speech and that of its company; 0 is unknown.
    #[must_use]
    pub fn class(&self, lower: &str) -> [u8; 2] {
        let Some(at) = self.words.keys.find(word_hash(lower)) else { return [0, 0] };
        self.words.classes.map(|column| column.get(at).copied().unwrap_or(0))
    }

    /// Adds the weights of an observation.
    pub fn add(&self, observation: u32, scores: &mut Scores) {
        let Some(row) = self.weights.row(observation) else { return };
        for (score, &weight) in scores.iter_mut().zip(row) {
            *score = score.wrapping_add(i16::from(weight));
        }
    }

    /// The learnt lemma of a word (in lower case, with its part of speech) where the rules fail.
    #[must_use]
    pub fn lemma(&self, lower: &str, pos: Pos) -> Option<&'static str> {
        self.lemmas.get(format!("{lower} {}", pos.name()).as_str()).copied()
    }
}

impl Words {
    fn read(mut part: Reader) -> Option<Words> {
        let keys = part.keys(Rest::Whole)?;
        let count = keys.len();
        Some(Words { keys, classes: [part.take(count)?, part.take(count)?] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_at_hand_is_whole() {
        let model = Model::read(include_bytes!("../../models/pos.bin"));
        assert!(
            model
                .is_some_and(|m| m.weights.len() > 1000 && m.words.keys.len() > 1000 && !m.lemmas.is_empty())
        );
    }

    #[test]
    fn damage_is_seen() {
        assert!(Model::read(b"").is_none());
        assert!(Model::read(&[9, 0, 0, 0, 1]).is_none());
    }
}
