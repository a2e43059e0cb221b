//! Reads packed text files.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::GzDecoder;

/// The whole text of a gzip file.
pub fn read_gzip(path: &Path) -> Result<String, String> {
    let explain = |error: std::io::Error| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(explain)?;
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).map_err(explain)?;
    Ok(text)
}
