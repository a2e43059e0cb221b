//! Learns the models from labelled text that lies outside the repository, and measures them.
//!
//! `cargo run --release -p train -- pos [DATA_DIR]` writes `models/pos.bin`; `-- eval [DATA_DIR]` prints accuracy on the development sets
//! that are there. The same data gives the same bytes.

mod conllu;
mod data;
mod pos;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where the labelled sets lie unless the command names another place.
const DATA_DIR: &str = "../shared/data";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let data = arguments.next().map_or_else(|| PathBuf::from(DATA_DIR), PathBuf::from);
    match run(&command, &data) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("train: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str, data: &Path) -> Result<(), String> {
    match command {
        "pos" => pos::train(data, Path::new("models/pos.bin")),
        "eval" => pos::eval(data),
        _ => Err("usage: train pos|eval [DATA_DIR]".to_owned()),
    }
}
