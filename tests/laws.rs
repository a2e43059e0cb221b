//! Laws that hold for any text.
//!
//! In: made-up strings. Out: nothing, or the shortest string that breaks a law. Example: a byte offset turned into UTF-16
//! and back is the same offset.

use crosscheck::span::Span;
use crosscheck::wire::Utf16Map;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

proptest! {
    #[test]
    fn utf16_and_bytes_convert_back_and_forth(text in any::<String>(), repeat in 1usize..30) {
        let text = text.repeat(repeat);
        let map = Utf16Map::new(&text);
        let mut unit = 0;
        for (byte, character) in text.char_indices() {
            prop_assert_eq!(map.to_utf16(byte as u32), unit);
            prop_assert_eq!(map.to_byte(unit), byte as u32);
            unit += character.len_utf16() as u32;
        }
        prop_assert_eq!(map.to_utf16(text.len() as u32), unit);
        prop_assert_eq!(map.to_byte(unit), text.len() as u32);
    }

    #[test]
    fn any_offset_has_an_answer_on_a_character_border(text in any::<String>(), offset in any::<u32>()) {
        let map = Utf16Map::new(&text);
        for offset in [offset, offset % (text.len() as u32 + 2)] {
            prop_assert!(text.is_char_boundary(map.to_byte(offset) as usize));
            prop_assert!(map.to_utf16(offset) as usize <= text.encode_utf16().count());
        }
    }

    #[test]
    fn a_span_never_cuts_a_character(text in any::<String>(), start in 0usize..60, end in 0usize..60) {
        let part = Span::new(start, end).of(&text);
        prop_assert!(text.contains(part));
    }
}
