//! How large what we ship is, and whether that is still within the budget.
//!
//! In go the built parts; out come a printed table (bytes raw and by `gzip -9`) and an error when a budget is broken.
//!
//! Example: `size::report(&[("page.js", bytes)])?`.
//!
//! Limits: gzip sizes are those of the flate2 crate, within a percent of the gzip program's.

use std::fs;
use std::io::Write;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project;

/// Code of core and page together by `gzip -9`, without models and word lists. The design hoped for 400 kB. With the rules in place it is 905 kB at level 2;
/// level s saves 130 kB and makes an analysis about a fifth slower. Sorting and ordered maps, compiled anew for each type where `src/order.rs` does not sort, are a
/// sixth of that, and the `regex` crate takes 75 kB. The page's own scripts and style, with every view and all its words, come on top of the core.
const CODE_BUDGET: usize = 1_050_000;

/// All models, unpacked: what the page may hold before it opens.
const MODELS_BUDGET: usize = 2_000_000;

/// The single file by `gzip -9`.
const SINGLE_FILE_BUDGET: usize = 2_500_000;

/// Files that the core compiles in as they are.
const DATA: [(&str, &str); 2] = [("models", ".bin"), ("src/lexicon", ".tsv")];

/// What `gzip -9` makes of these bytes. No time and no name stand in the head, so equal bytes give equal bytes.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("gzip")?;
    encoder.finish().context("gzip")
}

/// Prints a row for each part.
pub fn report(rows: &[(&str, &[u8])]) -> Result<()> {
    println!("{:20} {:>9} {:>9}", "bytes", "raw", "gzip -9");
    for (name, bytes) in rows {
        println!("{name:20} {:>9} {:>9}", bytes.len(), gzip(bytes)?.len());
    }
    Ok(())
}

/// Checks the three budgets. `code` holds everything that is code, each part once; `single` is the single file.
pub fn check(code: &[&[u8]], single: &[u8]) -> Result<()> {
    let mut all = 0;
    for part in code {
        all += gzip(part)?.len();
    }
    within("code, by gzip -9,", all, CODE_BUDGET)?;
    within("the single file, by gzip -9,", gzip(single)?.len(), SINGLE_FILE_BUDGET)?;
    let mut models = 0;
    for path in project::files("models", ".bin")? {
        models += fs::metadata(&path).with_context(|| format!("reading {}", path.display()))?.len() as usize;
    }
    within("all models, unpacked,", models, MODELS_BUDGET)
}

fn within(what: &str, size: usize, budget: usize) -> Result<()> {
    if size > budget {
        bail!("{what} takes {size} bytes, over its budget of {budget}");
    }
    println!("{what} takes {size} of {budget} bytes");
    Ok(())
}

/// The module with the models and word lists cut out: they are data, with budgets of their own.
pub fn code_of(module: &[u8]) -> Result<Vec<u8>> {
    let mut rest = module.to_vec();
    for (folder, ending) in DATA {
        for path in project::files(folder, ending)? {
            let data = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            // A file that the core does not compile in has no bytes here.
            if let Some(at) = find(&rest, &data) {
                rest.drain(at..at + data.len());
            }
        }
    }
    Ok(rest)
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = part.get(..64.min(part.len())).filter(|first| !first.is_empty())?;
    bytes
        .windows(first.len())
        .enumerate()
        .find(|(at, window)| *window == first && bytes[*at..].starts_with(part))
        .map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_budget_is_an_error_that_names_it() {
        assert!(within("the code", 10, 10).is_ok());
        let error = within("the code", 11, 10).unwrap_err().to_string();
        assert!(error.contains("the code") && error.contains("11") && error.contains("10"));
    }

    #[test]
    fn a_model_is_found_where_it_lies() {
        let model: Vec<u8> = (0..200).collect();
        let bytes = [vec![7; 50], model.clone(), vec![9; 50]].concat();
        assert_eq!(find(&bytes, &model), Some(50));
        assert_eq!(find(&bytes, &[1, 1]), None);
        assert_eq!(find(&bytes, &[]), None);
    }

    #[test]
    fn equal_bytes_are_packed_equally() {
        assert_eq!(gzip(b"same words, same words").unwrap(), gzip(b"same words, same words").unwrap());
    }
}
