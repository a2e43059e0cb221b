//! Writes `models/pos.bin`; `src/tag/model.rs` says how it is laid out.

use std::collections::BTreeMap;

use crosscheck::tag::features::word_hash;
use crosscheck::weights::Rest;

use crate::pos::dictionary::Dictionary;
use crate::write::{self, Weights};

/// The bytes of the model.
pub fn model(weights: &Weights, dictionary: &Dictionary, lemmas: &str) -> Result<Vec<u8>, String> {
    write::parts(&[
        write::weights(weights, Rest::Whole)?,
        words_part(dictionary)?,
        lemmas.as_bytes().to_vec(),
    ])
}

fn words_part(dictionary: &Dictionary) -> Result<Vec<u8>, String> {
    let words: BTreeMap<u32, [u8; 2]> =
        dictionary.iter().map(|(word, &classes)| (word_hash(word), classes)).collect();
    let mut out = Vec::new();
    write::keys(words.keys().copied(), words.len(), Rest::Whole, &mut out)?;
    for column in 0..2 {
        out.extend(words.values().map(|classes| classes[column]));
    }
    Ok(out)
}
