//! Byte offsets to UTF-16 offsets and back.
//!
//! In: a text. Out: a map with a checkpoint every 64 bytes, so one look-up reads at most 64 bytes wherever it lands.
//! Example: in `"é!"` byte 2 is UTF-16 offset 1. Limits: an offset inside a character counts as the character's
//! start, one beyond the text as its end; so every number has an answer and no look-up can fail.

use crate::span::Span;

/// Bytes from one checkpoint to the next. Smaller costs memory (4 bytes each), larger costs time in every look-up.
const STEP: usize = 64;

/// The UTF-16 offsets of one text.
pub struct Utf16Map<'a> {
    bytes: &'a [u8],
    /// Code units of the characters that begin before byte `STEP * index`.
    checkpoints: Vec<u32>,
}

impl<'a> Utf16Map<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut checkpoints = Vec::with_capacity(bytes.len() / STEP + 1);
        let mut units = 0;
        checkpoints.push(0);
        for chunk in bytes.chunks_exact(STEP) {
            units += count(chunk);
            checkpoints.push(units);
        }
        Self { bytes, checkpoints }
    }

    /// The UTF-16 offset of a byte offset.
    pub fn to_utf16(&self, byte: u32) -> u32 {
        let byte = self.char_start(byte as usize);
        let before = self.checkpoints.get(byte / STEP).copied().unwrap_or_default();
        before + count(self.bytes.get(byte / STEP * STEP..byte).unwrap_or_default())
    }

    /// The byte offset of a UTF-16 offset.
    pub fn to_byte(&self, unit: u32) -> u32 {
        let index = self.checkpoints.partition_point(|&units| units <= unit).saturating_sub(1);
        let mut units = self.checkpoints.get(index).copied().unwrap_or_default();
        let start = index * STEP;
        for (offset, &byte) in self.bytes.iter().enumerate().skip(start) {
            let width = width(byte);
            if width > 0 && units + width > unit {
                return to_u32(offset);
            }
            units += width;
        }
        to_u32(self.bytes.len())
    }

    /// Both ends of a span as UTF-16 offsets.
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.to_utf16(span.start), self.to_utf16(span.end))
    }

    /// The span of bytes between two UTF-16 offsets.
    pub fn bytes(&self, start: u32, end: u32) -> Span {
        Span::new(self.to_byte(start) as usize, self.to_byte(end) as usize)
    }

    fn char_start(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.bytes.len());
        while self.bytes.get(byte).is_some_and(|&byte| width(byte) == 0) {
            byte -= 1;
        }
        byte
    }
}

/// Code units of the characters that begin in these bytes.
fn count(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| width(byte)).sum()
}

/// Code units of the character that a byte begins; none when it continues one.
fn width(byte: u8) -> u32 {
    u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)
}

fn to_u32(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_of_mixed_text() {
        let text = "a“é😀b";
        let map = Utf16Map::new(text);
        for (byte, unit) in [(0, 0), (1, 1), (4, 2), (6, 3), (10, 5), (11, 6)] {
            assert_eq!(map.to_utf16(byte), unit, "byte {byte}");
            assert_eq!(map.to_byte(unit), byte, "unit {unit}");
        }
    }

    #[test]
    fn inside_a_character_counts_as_its_start() {
        let map = Utf16Map::new("a😀b");
        assert_eq!((map.to_utf16(2), map.to_utf16(4)), (1, 1));
        assert_eq!(map.to_byte(2), 1);
    }

    #[test]
    fn beyond_the_text_counts_as_its_end() {
        let map = Utf16Map::new("é");
        assert_eq!((map.to_utf16(99), map.to_byte(99)), (1, 2));
        let empty = Utf16Map::new("");
        assert_eq!((empty.to_utf16(0), empty.to_byte(7)), (0, 0));
    }

    #[test]
    fn characters_across_a_checkpoint() {
        for lead in 60..70 {
            let text = format!("{}😀é{}", "x".repeat(lead), "y".repeat(100));
            let map = Utf16Map::new(&text);
            for (byte, _) in text.char_indices() {
                let unit = Span::new(0, byte).of(&text).encode_utf16().count() as u32;
                assert_eq!(map.to_utf16(byte as u32), unit);
                assert_eq!(map.to_byte(unit), byte as u32);
            }
        }
    }
}
