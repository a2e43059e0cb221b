//! What is known of single words before any sentence is seen: which parts of speech a word takes.
//!
//! In: labelled sentences. Out: levelled word → two classes. The first class names the set of parts of speech that the word takes, the most frequent one
//! marked; 0 is for rare words.

use std::collections::{BTreeMap, HashMap};

use crosscheck::tag::Pos;
use crosscheck::tag::features::level;

use crate::conllu::Sentence;

/// Words met less often are unknown.
const LEAST_COUNT: u32 = 3;
/// A part of speech belongs to a word's set from this share of its occurrences on, in percent.
const LEAST_SHARE: u32 = 8;
/// Classes beyond this many share number 0.
const MOST_CLASSES: usize = 255;

/// Levelled word → its two classes.
pub type Dictionary = BTreeMap<String, [u8; 2]>;

/// Builds the dictionary.
pub fn dictionary(sentences: &[Sentence], company: &BTreeMap<String, u8>) -> Dictionary {
    let mut counts: BTreeMap<String, [u32; Pos::ALL.len()]> = BTreeMap::new();
    for word in sentences.iter().flatten() {
        counts.entry(level(&word.text)).or_default()[word.pos as usize] += 1;
    }
    counts.retain(|_, row| row.iter().sum::<u32>() >= LEAST_COUNT);
    let mut classes: BTreeMap<(usize, u32), usize> = BTreeMap::new();
    for row in counts.values() {
        *classes.entry(class(row)).or_default() += 1;
    }
    let mut ranked: Vec<_> = classes.into_iter().collect();
    ranked.sort_by_key(|&(key, count)| (std::cmp::Reverse(count), key));
    let numbers: HashMap<_, u8> =
        ranked.into_iter().take(MOST_CLASSES).zip(1u8..=255).map(|((key, _), n)| (key, n)).collect();
    let mut all: Dictionary = company.iter().map(|(word, &class)| (word.clone(), [0, class])).collect();
    for (word, row) in counts {
        all.entry(word).or_default()[0] = numbers.get(&class(&row)).copied().unwrap_or(0);
    }
    all
}

/// The most frequent part of speech and the set of all.
fn class(row: &[u32; Pos::ALL.len()]) -> (usize, u32) {
    let sum: u32 = row.iter().sum();
    let most = row.iter().copied().max().unwrap_or(0);
    let best = row.iter().position(|&n| n == most).unwrap_or(0);
    let set = row
        .iter()
        .enumerate()
        .filter(|&(_, &n)| n * 100 >= sum * LEAST_SHARE)
        .fold(0, |set, (tag, _)| set | 1 << tag);
    (best, set)
}
