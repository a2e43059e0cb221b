//! Writes what `src/weights.rs` reads: tables of keys and rows of weights.

use std::collections::BTreeMap;

use crosscheck::weights::KEPT_BITS;

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
pub fn weights(weights: &Weights) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    keys(weights.keys().copied(), weights.len(), &mut out)?;
    for row in weights.values() {
        out.push(u8::try_from(row.len()).map_err(|_| "row too long")?);
    }
    out.extend(weights.values().flatten().map(|&(label, _)| label));
    out.extend(weights.values().flatten().map(|&(_, weight)| weight as u8));
    Ok(out)
}

/// Bucket sizes and kept bits of sorted keys.
pub fn keys(keys: impl Iterator<Item = u32>, count: usize, out: &mut Vec<u8>) -> Result<(), String> {
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
