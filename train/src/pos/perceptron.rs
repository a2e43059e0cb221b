//! The averaged perceptron.
//!
//! In: labelled sentences. Out: for each observation worth keeping, its weight for each part of speech as a small integer.
//! The tagger's own errors before a word are part of what it learns from: history is as predicted, not as labelled.
//! All sums are integers and the order is fixed, so the same data gives the same weights.

use std::collections::{BTreeMap, HashMap};

use crosscheck::tag::Pos;
use crosscheck::tag::features::{self, Form, Setting, Side};

use crate::conllu::Sentence;
use crate::pos::dictionary::Dictionary;
use crate::write::Weights;

const TAGS: usize = Pos::ALL.len();
/// Passes over the sentences.
const PASSES: usize = 6;
/// Observations met less often are not learnt.
const LEAST_COUNT: u32 = 45;
/// The right tag has to win by this much, or the weights move.
const MARGIN: i32 = 150;
/// The share of weights (one in so many) that may be cut at the largest small integer.
const CUT_SHARE: usize = 400;
/// Weights below this, after they are made small integers, are dropped.
const LEAST_WEIGHT: i64 = 8;
/// Start of the shuffling's number sequence.
const SEED: u64 = 20_260_101;

struct Item {
    forms: Vec<Form>,
    gold: Vec<Pos>,
    /// Known observations of each word that do not depend on tags.
    fixed: Vec<Vec<u32>>,
}

/// Learns the weights.
pub fn learn(sentences: &[Sentence], dictionary: &Dictionary) -> Weights {
    let mut items: Vec<Item> = sentences.iter().map(|sentence| item(sentence, dictionary)).collect();
    let ids = known(&items);
    println!("{} observations are met often enough", ids.len());
    for item in &mut items {
        item.fixed = (0..item.gold.len()).map(|at| fixed(&item.forms, at, &ids)).collect();
    }
    let mut learner = Learner::new(ids);
    let mut order: Vec<usize> = (0..items.len()).collect();
    let mut seed = SEED;
    for pass in 1..=PASSES {
        crate::shuffle(&mut order, &mut seed);
        let wrong: usize = order.iter().map(|&n| learner.sentence(&items[n])).sum();
        println!("pass {pass}: {wrong} words wrong");
    }
    learner.weights()
}

fn item(sentence: &Sentence, dictionary: &Dictionary) -> Item {
    let words = || sentence.iter().map(|word| word.text.as_str());
    let whole = features::setting(words());
    let first = features::first_word(words());
    let class = |lower: &str| dictionary.get(lower).copied().unwrap_or([0, 0]);
    let forms = words()
        .enumerate()
        .map(|(at, word)| {
            let setting = if whole == Setting::Middle && at == first { Setting::First } else { whole };
            Form::new(word, setting, class)
        })
        .collect();
    Item { forms, gold: sentence.iter().map(|word| word.pos).collect(), fixed: Vec::new() }
}

/// Numbers for the observations that are met often enough, tags before a word taken from the labels.
fn known(items: &[Item]) -> HashMap<u32, u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let mut out = Vec::new();
    for item in items {
        for at in 0..item.gold.len() {
            out.clear();
            observe_fixed(&item.forms, at, &mut out);
            out.extend(joint(&item.forms, at, &item.gold));
            for &observation in &out {
                *counts.entry(observation).or_default() += 1;
            }
        }
    }
    counts.retain(|_, count| *count >= LEAST_COUNT);
    counts.into_keys().zip(0..).collect()
}

fn fixed(forms: &[Form], at: usize, ids: &HashMap<u32, u32>) -> Vec<u32> {
    let mut out = Vec::new();
    observe_fixed(forms, at, &mut out);
    out.into_iter().filter_map(|observation| ids.get(&observation).copied()).collect()
}

fn observe_fixed(forms: &[Form], at: usize, out: &mut Vec<u32>) {
    let border = Form::border();
    features::own(&forms[at], out);
    for (side, place) in Side::ALL.into_iter().zip([at.wrapping_sub(2), at.wrapping_sub(1), at + 1, at + 2]) {
        features::neighbour(forms.get(place).unwrap_or(&border), side, out);
    }
}

fn joint(forms: &[Form], at: usize, tags: &[Pos]) -> [u32; 13] {
    let border = Form::border();
    let around = [at.wrapping_sub(2), at.wrapping_sub(1), at, at + 1, at + 2]
        .map(|place| forms.get(place).unwrap_or(&border));
    let before =
        [at.wrapping_sub(2), at.wrapping_sub(1)].map(|place| tags.get(place).copied().unwrap_or(Pos::X));
    features::joint(around, before)
}

struct Learner {
    ids: HashMap<u32, u32>,
    weights: Vec<[i32; TAGS]>,
    /// Sums of each weight over all steps so far, up to the step of its last change.
    totals: Vec<[i64; TAGS]>,
    changed: Vec<[u32; TAGS]>,
    step: u32,
}

impl Learner {
    fn new(ids: HashMap<u32, u32>) -> Learner {
        let count = ids.len();
        Learner {
            ids,
            weights: vec![[0; TAGS]; count],
            totals: vec![[0; TAGS]; count],
            changed: vec![[0; TAGS]; count],
            step: 0,
        }
    }

    /// One pass over a sentence; gives the number of wrong words.
    fn sentence(&mut self, item: &Item) -> usize {
        let mut tags = Vec::with_capacity(item.gold.len());
        let mut wrong = 0;
        for (at, &gold) in item.gold.iter().enumerate() {
            let out = joint(&item.forms, at, &tags);
            let mut rows = item.fixed[at].clone();
            rows.extend(out.iter().filter_map(|observation| self.ids.get(observation).copied()));
            let (best, rival) = self.judge(&rows, gold);
            if let Some(rival) = rival {
                self.change(&rows, gold as usize, 1);
                self.change(&rows, rival, -1);
            }
            self.step += 1;
            wrong += usize::from(best != gold);
            tags.push(best);
        }
        wrong
    }

    /// The winner, and the strongest rival of the right tag where that does not win clearly.
    fn judge(&self, rows: &[u32], gold: Pos) -> (Pos, Option<usize>) {
        let mut scores = [0i32; TAGS];
        for &row in rows {
            for (score, weight) in scores.iter_mut().zip(&self.weights[row as usize]) {
                *score += weight;
            }
        }
        let best_of = |skip: Option<usize>| {
            (0..TAGS).filter(|&tag| Some(tag) != skip).fold(None, |best: Option<usize>, tag| match best {
                Some(other) if scores[other] >= scores[tag] => best,
                _ => Some(tag),
            })
        };
        let best = best_of(None).unwrap_or(0);
        let rival =
            best_of(Some(gold as usize)).filter(|&rival| scores[gold as usize] - scores[rival] <= MARGIN);
        (Pos::ALL[best], rival)
    }

    fn change(&mut self, rows: &[u32], tag: usize, by: i32) {
        for &row in rows {
            let row = row as usize;
            let steps = i64::from(self.step - self.changed[row][tag]);
            self.totals[row][tag] += steps * i64::from(self.weights[row][tag]);
            self.changed[row][tag] = self.step;
            self.weights[row][tag] += by;
        }
    }

    /// Averages, made small integers, small ones dropped.
    fn weights(mut self) -> Weights {
        for row in 0..self.weights.len() {
            for tag in 0..TAGS {
                let steps = i64::from(self.step - self.changed[row][tag]);
                self.totals[row][tag] += steps * i64::from(self.weights[row][tag]);
            }
        }
        let mut sizes: Vec<i64> = self.totals.iter().flatten().map(|t| t.abs()).filter(|&t| t > 0).collect();
        sizes.sort_unstable();
        let largest = sizes.get(sizes.len() - 1 - sizes.len() / CUT_SHARE).copied().unwrap_or(1).max(1);
        let small = |total: i64| {
            let scaled = (total.abs() * 127 + largest / 2) / largest;
            (scaled >= LEAST_WEIGHT)
                .then(|| scaled.min(127) * total.signum())
                .and_then(|w| i8::try_from(w).ok())
        };
        let mut kept = Weights::new();
        for (&observation, &row) in &self.ids {
            let totals = &self.totals[row as usize];
            let row: Vec<(u8, i8)> =
                (0u8..).zip(totals).filter_map(|(tag, &total)| small(total).map(|w| (tag, w))).collect();
            if !row.is_empty() {
                kept.insert(observation, row);
            }
        }
        kept
    }
}
