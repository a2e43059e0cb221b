//! Writes what `src/weights.rs` reads: tables of keys and rows of weights.

use std::collections::BTreeMap;

use crosscheck::weights::{BYTE_BITS, MOST_BUCKET_BITS, Rest};

/// Observation → labels with weights that are not 0.
pub type Weights = BTreeMap<u32, Vec<(u8, i8)>>;

/// Parts one behind the other, each led by its length.
pub fn parts(parts: &[Vec<u8>]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    for part in parts {
        out.extend(u32::try_from(part.len()).map_err(|_| "model too large")?.to_le_bytes());
        out.extend(part);
    }
    Ok(out)
}

/// The part of a model that holds its weights.
pub fn weights(weights: &Weights, rest: Rest) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    keys(weights.keys().copied(), weights.len(), rest, &mut out)?;
    for row in weights.values() {
        out.push(u8::try_from(row.len()).map_err(|_| "row too long")?);
    }
    out.extend(weights.values().flatten().map(|&(label, _)| label));
    out.extend(weights.values().flatten().map(|&(_, weight)| weight as u8));
    Ok(out)
}

/// Bucket sizes and kept bits of sorted keys.
pub fn keys(
    keys: impl Iterator<Item = u32>,
    count: usize,
    rest: Rest,
    out: &mut Vec<u8>,
) -> Result<(), String> {
    let bits = count.max(2).ilog2().clamp(1, MOST_BUCKET_BITS);
    let mut sizes = vec![0u8; 1 << bits];
    let mut bytes = Vec::with_capacity(count);
    let mut rests = vec![0u8; count.div_ceil(rest.in_byte())];
    for (at, key) in keys.enumerate() {
        let size = &mut sizes[(key >> (32 - bits)) as usize];
        *size = size.checked_add(1).ok_or("bucket too full")?;
        let kept = key >> (32 - bits - BYTE_BITS - rest.bits());
        bytes.push((kept >> rest.bits()) as u8);
        rests[at / rest.in_byte()] |=
            ((kept & rest.mask()) as u8) << ((at % rest.in_byte()) as u32 * rest.bits());
    }
    out.extend(bits.to_le_bytes());
    out.extend(sizes);
    out.extend(bytes);
    out.extend(rests);
    Ok(())
}
