//! The learnt weights of the recogniser.
//!
//! In: the bytes of `models/names.bin`, compiled in; its card says how they were learnt. Out: a [`Model`] that adds up the weights of observations and
//! knows classes of words and long lists of names. The file has four parts, each led by its length: weights (observation → label, weight), steps
//! between labels (one number of two bytes for each pair), words (word → fine class, from which the coarse one follows), lists (name in a list → how well known it is).
//! Limit: a damaged file reads as an empty model that sees no names; a test shows that the file at hand is whole.

use std::sync::OnceLock;

use crate::entity::label::{LABELS, Scores, Transitions};
use crate::tag::features::{mix, text_hash, word_hash};
use crate::weights::{Keys, Reader, Rest, Weights};

/// Learnt weights and classes of words.
#[derive(Debug, Default)]
pub struct Model {
    weights: Weights<LABELS>,
    transitions: Transitions,
    words: Keys,
    clusters: &'static [u8],
    coarse: &'static [u8],
    names: Keys,
    ranks: &'static [u8],
}

/// The long lists of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Surnames of the United States, where people of all origins live.
    Surname,
    /// Given names of the same.
    Given,
    /// Towns of the world.
    Town,
}

impl List {
    /// Every list.
    pub const ALL: [List; 3] = [List::Surname, List::Given, List::Town];
}

/// The key of a name (levelled, words joined by spaces) in a list.
#[must_use]
pub fn list_key(list: List, name: &str) -> u32 {
    mix(3, text_hash(name), list as u32)
}

impl Model {
    /// The model that is compiled in.
    #[must_use]
    pub fn builtin() -> &'static Model {
        static BUILTIN: OnceLock<Model> = OnceLock::new();
        BUILTIN.get_or_init(|| Model::read(include_bytes!("../../models/names.bin")).unwrap_or_default())
    }

    /// Reads a model; `None` where the bytes are none.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Model> {
        let mut file = Reader::new(bytes);
        let weights = Weights::read(file.part()?, Rest::Half)?;
        let transitions = transitions(file.part()?)?;
        Model { weights, transitions, ..Model::default() }.with_knowledge(file)
    }

    /// A model that knows words and lists only, as training begins with; `None` where the bytes are none.
    #[must_use]
    pub fn untaught(bytes: &'static [u8]) -> Option<Model> {
        Model::default().with_knowledge(Reader::new(bytes))
    }

    fn with_knowledge(mut self, mut file: Reader) -> Option<Model> {
        let mut words = file.part()?;
        let count = words.number()? as usize;
        self.coarse = words.take(count)?;
        self.words = words.keys(Rest::Whole)?;
        self.clusters = words.take(self.words.len() * 2)?;
        let mut lists = file.part()?;
        self.names = lists.keys(Rest::Whole)?;
        self.ranks = lists.take(self.names.len())?;
        Some(self)
    }

    /// How well known a levelled name of a list is: 1 is best, 0 is not listed.
    #[must_use]
    pub fn rank(&self, list: List, name: &str) -> u8 {
        self.names.find(list_key(list, name)).and_then(|at| self.ranks.get(at)).copied().unwrap_or(0)
    }

    /// Adds the weights of an observation.
    pub fn add(&self, observation: u32, scores: &mut Scores) {
        let Some(row) = self.weights.row(observation) else { return };
        for (score, &weight) in scores.iter_mut().zip(row) {
            *score = score.wrapping_add(i32::from(weight));
        }
    }

    /// Scores of the steps between labels.
    #[must_use]
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// The fine and the coarse class of a levelled word; 0 is unknown.
    #[must_use]
    pub fn cluster(&self, lower: &str) -> [u32; 2] {
        let Some(at) = self.words.find(word_hash(lower)) else { return [0, 0] };
        let pair = self.clusters.get(at * 2..at * 2 + 2).and_then(|two| two.try_into().ok());
        let fine = pair.map_or(0, u16::from_le_bytes);
        let coarse = self.coarse.get(usize::from(fine)).copied().unwrap_or(0);
        [u32::from(fine) + 1, u32::from(coarse) + 1]
    }
}

fn transitions(mut part: Reader) -> Option<Transitions> {
    let mut out = [[0; LABELS]; LABELS];
    for cell in out.iter_mut().flatten() {
        *cell = i32::from(i16::from_le_bytes(part.take(2)?.try_into().ok()?));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_at_hand_is_whole() {
        let model = Model::read(include_bytes!("../../models/names.bin"));
        assert!(model.is_some_and(|m| m.weights.len() > 1000 && m.words.len() > 1000));
    }

    #[test]
    fn damage_is_seen() {
        assert!(Model::read(b"").is_none());
        assert!(Model::read(&[9, 0, 0, 0, 1]).is_none());
    }
}
