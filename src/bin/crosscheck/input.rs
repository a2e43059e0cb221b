//! Files as articles and options.
//!
//! In: paths. Out: texts, or one line naming the file and what is wrong with it. Example: a folder gives
//! `notes: is a folder, not a file`. Limits: UTF-8 only; a byte-order mark is dropped; `-` reads standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use crosscheck::Options;
use serde::de::DeserializeOwned;

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Characters of a message about wrong JSON.
const LONGEST_PROBLEM: usize = 300;

/// The text of one article, to the last character but without a byte-order mark.
pub fn text(path: &Path) -> Result<String, String> {
    let name = shown(path);
    let text = utf8(bytes(path).map_err(|error| format!("{name}: {}", reason(&error)))?)
        .map_err(|problem| format!("{name}: {problem}"))?;
    if text.trim().is_empty() { Err(format!("{name}: has no text")) } else { Ok(text) }
}

/// The core's options from a JSON file.
pub fn options(path: &Path) -> Result<Options, String> {
    json(&text(path)?).map_err(|problem| format!("{}: {problem}", shown(path)))
}

/// A value from JSON; the error names the field.
pub fn json<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| problem(&error))?;
    reader.end().map_err(|error| error.to_string())?;
    Ok(value)
}

/// What is wrong in which field: `aliases[0].names: invalid type: …`.
pub fn problem(error: &serde_path_to_error::Error<serde_json::Error>) -> String {
    let problem = match error.path().to_string().as_str() {
        // The trouble lies outside any field.
        "." | "?" => error.inner().to_string(),
        path => format!("{path}: {}", error.inner()),
    };
    // The message quotes the wrong value, which may be a whole article.
    match problem.char_indices().nth(LONGEST_PROBLEM) {
        Some((end, _)) => problem.get(..end).unwrap_or_default().to_owned() + "…",
        None => problem,
    }
}

/// Bytes as text, without a byte-order mark.
pub fn utf8(bytes: Vec<u8>) -> Result<String, String> {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let hint = if utf16 { "it looks like UTF-16" } else { "save it as UTF-8" };
        format!("is not UTF-8 text (byte {at}); {hint}")
    })?;
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    Ok(text)
}

/// The path as a message may show it: control characters in it can not steer the terminal.
pub fn shown(path: &Path) -> String {
    if path == Path::new(STANDARD_INPUT) {
        return "standard input".to_owned();
    }
    path.display().to_string().chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }).collect()
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path != Path::new(STANDARD_INPUT) {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder, not a file".to_owned(),
        kind => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_dropped_once() {
        assert_eq!(utf8("\u{FEFF}a\u{FEFF}".into()), Ok("a\u{FEFF}".into()));
    }

    #[test]
    fn other_encodings_are_named() {
        assert_eq!(utf8(b"caf\xE9".to_vec()), Err("is not UTF-8 text (byte 3); save it as UTF-8".into()));
        assert_eq!(
            utf8(b"\xFF\xFEa\0".to_vec()),
            Err("is not UTF-8 text (byte 0); it looks like UTF-16".into())
        );
    }

    #[test]
    fn json_errors_name_the_field() {
        let message = json::<Options>(r#"{"aliases": [{"names": "Smyth"}]}"#).unwrap_err();
        assert!(message.starts_with("aliases[0].names: invalid type: string \"Smyth\""), "{message}");
        let long = format!("{{\"aliases\": \"{}\"}}", "é".repeat(1000));
        assert_eq!(json::<Options>(&long).unwrap_err().chars().count(), LONGEST_PROBLEM + 1);
        assert!(json::<Options>("{} {}").is_err());
        assert!(json::<Options>("[").is_err());
    }
}
