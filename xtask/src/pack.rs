//! Packs the core as small as gzip's form allows, since that form is the one that browsers unpack themselves.
//!
//! In go bytes; out comes their gzip form, made by Zopfli: it tries many cuts into blocks, each with codes of its own, where `gzip -9` begins a block after so
//! many symbols whatever they are. The core with its word lists and weights takes 5 % less, at some ten seconds of a build; unpacking is as quick.
//!
//! Example: `pack::gzip(&module)?`.
//!
//! Limits: what is measured against a budget is measured by `size::gzip`, as a web server packs.

use std::num::NonZeroU64;

use anyhow::{Context, Result};
use zopfli::{Format, Options};

/// Rounds in which the coding is fitted to itself. One more than these saves 0.1 %.
const ROUNDS: NonZeroU64 = NonZeroU64::MIN.saturating_add(1);

/// Cuts into blocks, at most. The 15 of Zopfli's own make the core 2 % larger; ten times as many save 0.2 % and take twice the time.
const CUTS: u16 = 60;

/// The smallest gzip form that is found. Equal bytes give equal bytes.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let options = Options { iteration_count: ROUNDS, maximum_block_splits: CUTS, ..Options::default() };
    let mut packed = Vec::new();
    zopfli::compress(options, Format::Gzip, bytes, &mut packed).context("packing")?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;
    use crate::size;

    #[test]
    fn what_is_packed_unpacks_to_itself_and_is_smaller_than_usual() {
        let numbers = (0..40_000u32).flat_map(|n| (n.wrapping_mul(2_654_435_761) >> 22).to_le_bytes());
        let bytes: Vec<u8> = b"one word, another word, ".repeat(200).into_iter().chain(numbers).collect();
        let packed = gzip(&bytes).unwrap();
        let mut back = Vec::new();
        GzDecoder::new(packed.as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, bytes);
        assert!(packed.len() < size::gzip(&bytes).unwrap().len());
    }
}
