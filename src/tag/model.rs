//! The learnt weights.
//!
//! In: the bytes of `models/pos.bin`, compiled in. Out: a [`Model`] that adds up the weights of observations. The file has three parts, each led by its length:
//! weights (observation → tag, weight), dictionary (word → two classes), lemma exceptions (text). The first two are hash tables:
//! a key's upper bits name its bucket, sixteen further bits are kept; columns lie one behind the other, so that the file packs well.
//! Keys are read in place; weights are spread into one row of all tags for each observation, so that adding one up is a plain loop over tags.
//! Limit: a damaged file reads as an empty model (all scores 0), it does not fail; a test shows that the file at hand is whole.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::tag::Pos;
use crate::tag::features::word_hash;

/// One score for every part of speech.
pub type Scores = [i16; Pos::ALL.len()];

/// Bits of a key that are kept beside its bucket.
const KEPT_BITS: u32 = 16;

/// Learnt weights, dictionary and exceptions.
#[derive(Debug, Default)]
pub struct Model {
    weights: Weights,
    words: Words,
    lemmas: FxHashMap<&'static str, &'static str>,
}

#[derive(Debug, Default)]
struct Weights {
    keys: Keys,
    rows: Vec<[i8; Pos::ALL.len()]>,
}

#[derive(Debug, Default)]
struct Words {
    keys: Keys,
    classes: [&'static [u8]; 2],
}

/// Sorted keys in buckets.
#[derive(Debug, Default)]
struct Keys {
    bits: u32,
    starts: Vec<u32>,
    kept: &'static [u8],
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
        let mut file = Reader { bytes };
        let weights = file.part().and_then(|part| Weights::read(Reader { bytes: part }))?;
        let words = file.part().and_then(|part| Words::read(Reader { bytes: part }))?;
        let lemmas = std::str::from_utf8(file.part()?).ok()?;
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
        let Some(at) = self.weights.keys.find(observation) else { return };
        let Some(row) = self.weights.rows.get(at) else { return };
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

impl Weights {
    fn read(mut part: Reader) -> Option<Weights> {
        let keys = part.keys()?;
        let lengths = part.take(keys.len())?;
        let count = lengths.iter().map(|&length| usize::from(length)).sum();
        let mut pairs = part.take(count)?.iter().zip(part.take(count)?);
        let rows = lengths.iter().map(|&length| row(pairs.by_ref().take(length.into()))).collect();
        Some(Weights { keys, rows })
    }
}

/// Spreads pairs of tag and weight over all tags.
fn row<'a>(pairs: impl Iterator<Item = (&'a u8, &'a u8)>) -> [i8; Pos::ALL.len()] {
    let mut row = [0; Pos::ALL.len()];
    for (&tag, &weight) in pairs {
        if let Some(cell) = row.get_mut(usize::from(tag)) {
            *cell = i8::from_le_bytes([weight]);
        }
    }
    row
}

impl Words {
    fn read(mut part: Reader) -> Option<Words> {
        let keys = part.keys()?;
        let count = keys.len();
        Some(Words { keys, classes: [part.take(count)?, part.take(count)?] })
    }
}

impl Keys {
    fn len(&self) -> usize {
        self.kept.len() / 2
    }

    fn find(&self, key: u32) -> Option<usize> {
        let bucket = key.checked_shr(32 - self.bits)? as usize;
        let kept = (key >> (32 - self.bits - KEPT_BITS)) as u16;
        let (&from, &to) = (self.starts.get(bucket)?, self.starts.get(bucket + 1)?);
        let kept = kept.to_le_bytes();
        let bucket = self.kept.get(from as usize * 2..to as usize * 2)?;
        bucket.chunks_exact(2).position(|other| other == kept).map(|at| at + from as usize)
    }
}

struct Reader {
    bytes: &'static [u8],
}

impl Reader {
    fn take(&mut self, count: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let four = self.take(4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    }

    fn part(&mut self) -> Option<&'static [u8]> {
        let length = self.number()?;
        self.take(length as usize)
    }

    fn keys(&mut self) -> Option<Keys> {
        let bits = self.number().filter(|bits| (1..=32 - KEPT_BITS).contains(bits))?;
        let starts = sums(self.take(1 << bits)?);
        let count = *starts.last()? as usize;
        Some(Keys { bits, starts, kept: self.take(count * 2)? })
    }
}

/// Running sums from 0: one more than there are numbers.
fn sums(numbers: &[u8]) -> Vec<u32> {
    let mut sum = 0;
    let mut sums = Vec::with_capacity(numbers.len() + 1);
    sums.push(0);
    for &number in numbers {
        sum += u32::from(number);
        sums.push(sum);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_at_hand_is_whole() {
        let model = Model::read(include_bytes!("../../models/pos.bin"));
        assert!(model.is_some_and(|m| m.weights.keys.len() > 1000
            && m.words.keys.len() > 1000
            && !m.lemmas.is_empty()));
    }

    #[test]
    fn damage_is_seen() {
        assert!(Model::read(b"").is_none());
        assert!(Model::read(&[9, 0, 0, 0, 1]).is_none());
    }
}
