//! Writes `models/pos.bin`; `src/tag/model.rs` says how it is laid out.

use std::collections::BTreeMap;

use crosscheck::tag::features::word_hash;

use crate::pos::dictionary::Dictionary;
use crate::pos::perceptron::Weights;

/// Bits of a key kept beside its bucket, as in the reader.
const KEPT_BITS: u32 = 16;

/// The bytes of the model.
pub fn model(weights: &Weights, dictionary: &Dictionary, lemmas: &str) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    for part in [weights_part(weights)?, words_part(dictionary)?, lemmas.as_bytes().to_vec()] {
        out.extend(u32::try_from(part.len()).map_err(|_| "model too large")?.to_le_bytes());
        out.extend(part);
    }
    Ok(out)
}

fn weights_part(weights: &Weights) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    keys(weights.keys().copied(), weights.len(), &mut out)?;
    for row in weights.values() {
        out.push(u8::try_from(row.len()).map_err(|_| "row too long")?);
    }
    out.extend(weights.values().flatten().map(|&(tag, _)| tag));
    out.extend(weights.values().flatten().map(|&(_, weight)| weight as u8));
    Ok(out)
}

fn words_part(dictionary: &Dictionary) -> Result<Vec<u8>, String> {
    let words: BTreeMap<u32, [u8; 2]> =
        dictionary.iter().map(|(word, &classes)| (word_hash(word), classes)).collect();
    let mut out = Vec::new();
    keys(words.keys().copied(), words.len(), &mut out)?;
    for column in 0..2 {
        out.extend(words.values().map(|classes| classes[column]));
    }
    Ok(out)
}

/// Bucket sizes and kept bits of sorted keys.
fn keys(keys: impl Iterator<Item = u32>, count: usize, out: &mut Vec<u8>) -> Result<(), String> {
    let bits = count.max(2).ilog2().clamp(1, 32 - KEPT_BITS);
    let mut sizes = vec![0u8; 1 << bits];
    let mut kept = Vec::with_capacity(count * 2);
    for key in keys {
        let size = &mut sizes[(key >> (32 - bits)) as usize];
        *size = size.checked_add(1).ok_or("bucket too full")?;
        kept.extend(((key >> (32 - bits - KEPT_BITS)) as u16).to_le_bytes());
    }
    out.extend(bits.to_le_bytes());
    out.extend(sizes);
    out.extend(kept);
    Ok(())
}
