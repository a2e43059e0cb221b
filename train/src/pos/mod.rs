//! The part-of-speech model: from labelled sentences to `models/pos.bin`.

mod company;
mod dictionary;
mod lemmas;
mod measure;
mod perceptron;
mod perturb;
mod plain;
mod write;

use std::path::Path;

use crosscheck::tag::features::level;

use crate::conllu::{self, Sentence};
use crate::data::read_gzip;

pub use measure::eval;

/// The sets that the model learns from.
const TRAINING_SETS: [&str; 2] = ["ewt.train", "gum_nonNC.train"];

/// Learns the model and writes it.
pub fn train(data: &Path, target: &Path) -> Result<(), String> {
    let mut gold = Vec::new();
    for name in TRAINING_SETS {
        gold.extend(read(data, name)?);
    }
    let mut text = plain::text(data)?;
    text.extend(gold.iter().map(|sentence| sentence.iter().map(|word| level(&word.text)).collect()));
    println!("{} words of running text", text.iter().map(Vec::len).sum::<usize>());
    let dictionary = dictionary::dictionary(&gold, &company::classes(&text));
    let mut sentences = gold.clone();
    sentences.extend(perturb::copies(&gold));
    println!("{} sentences, {} with copies", gold.len(), sentences.len());
    let weights = perceptron::learn(&sentences, &dictionary);
    let lemmas = lemmas::exceptions(&gold);
    let bytes = write::model(&weights, &dictionary, &lemmas)?;
    println!("{} observations, {} words, {} bytes", weights.len(), dictionary.len(), bytes.len());
    std::fs::write(target, bytes).map_err(|error| format!("{}: {error}", target.display()))
}

fn read(data: &Path, name: &str) -> Result<Vec<Sentence>, String> {
    read_gzip(&data.join(format!("pos/{name}.conllu.gz"))).map(|text| conllu::sentences(&text))
}
