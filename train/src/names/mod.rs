//! The recogniser's model: from labelled articles to `models/names.bin`.

mod clusters;
mod corpus;
mod crf;
mod observe;
mod teacher;

use std::path::Path;

use crosscheck::entity::model::Model;

use crate::write;

/// The sets that the model learns from.
const TRAINING_SETS: [&str; 6] = [
    "worldwide.train",
    "wikigold.all",
    "gum_news_silver.train",
    "uner_ewt.dev",
    "uner_ewt.test",
    "crossner_politics.train",
];

/// Learns the model and writes it. `encoder` is the folder of the sentence encoder, `labels` the file of the teacher's labels.
pub fn train(data: &Path, encoder: &Path, labels: &Path, target: &Path) -> Result<(), String> {
    let words = clusters::words_part(encoder)?;
    let leaked: &'static [u8] = Box::leak(words.clone().into_boxed_slice());
    let model = Model::of_words(leaked).ok_or("the classes of words can not be read back")?;
    let mut samples = Vec::new();
    for name in TRAINING_SETS {
        samples.extend(corpus::samples(data, name)?);
    }
    samples.extend(teacher::samples(data, labels)?);
    let mut zones: Vec<_> = samples.iter().flat_map(|sample| observe::zones(&model, sample)).collect();
    println!("{} articles, {} zones", samples.len(), zones.len());
    let field = crf::learn(&mut zones);
    let transitions = field.transitions.iter().flat_map(|step| step.to_le_bytes()).collect();
    let bytes = write::parts(&[write::weights(&field.weights)?, transitions, words])?;
    println!("{} observations, {} bytes", field.weights.len(), bytes.len());
    std::fs::write(target, bytes).map_err(|error| format!("{}: {error}", target.display()))
}
