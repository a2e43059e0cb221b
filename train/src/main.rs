//! Learns the models from labelled text that lies outside the repository, and measures them.
//!
//! `cargo run --release -p train -- pos [DATA_DIR]` writes `models/pos.bin`; `-- names ENCODER_DIR CENSUS_DIR GEONAMES_DIR [DATA_DIR]` writes
//! `models/names.bin`; `-- eval [DATA_DIR]` prints the tagger's accuracy on the development sets that are there. The same data gives the same bytes.

mod conllu;
mod data;
mod names;
mod pos;
mod write;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where the labelled sets lie unless the command names another place.
const DATA_DIR: &str = "../shared/data";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<(), String> {
    let data = |words: &[&str]| words.first().map_or_else(|| PathBuf::from(DATA_DIR), PathBuf::from);
    match words {
        ["pos", rest @ ..] => pos::train(&data(rest), Path::new("models/pos.bin")),
        ["names", encoder, census, geonames, rest @ ..] => names::train(
            &data(rest),
            &names::Packages {
                encoder: Path::new(encoder),
                census: Path::new(census),
                geonames: Path::new(geonames),
            },
            Path::new("train/labels/news.jsonl.gz"),
            Path::new("models/names.bin"),
        ),
        ["eval", rest @ ..] => pos::eval(&data(rest)),
        _ => Err("usage: train pos [DATA_DIR] | names ENCODER_DIR CENSUS_DIR GEONAMES_DIR [DATA_DIR] | eval [DATA_DIR]".to_owned()),
    }
}

/// Brings an order into another that only the seed decides.
pub fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        order.swap(at, (random(seed) % (at as u64 + 1)) as usize);
    }
}

/// The next number of the seed's sequence (the linear congruence of Knuth's MMIX, its upper bits).
pub fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}
