//! The conditional random field.
//!
//! In: zones. Out: for each observation worth keeping, its weight for each label, and the scores of steps between labels, all as small integers.
//! Method: Lafferty, McCallum and Pereira (2001), each weight with a step of its own size (AdaGrad, Duchi, Hazan and Singer 2011) and pulled towards 0 by a
//! constant amount (as Tsuruoka, Tsujii and Ananiadou 2009 do), so that most are 0. Where a token may have several labels, their probabilities are summed.
//! One thread and a fixed order: the same data gives the same weights.

use std::collections::{BTreeMap, HashMap};

use crosscheck::entity::label::{LABELS, OUTSIDE, may_follow};

use crate::names::observe::Zone;
use crate::write::Weights;

/// Passes over the zones.
const PASSES: usize = 14;
/// Observations met less often are not learnt.
const LEAST_COUNT: u32 = 3;
/// Size of a step.
const RATE: f32 = 0.12;
/// Pull towards 0, for each zone.
const PULL: f32 = 2.4e-6;
/// The share of observations (one in so many) that are left out at random whenever a zone is seen, so that no weight relies on another
/// (feature noising, Wang et al. 2013).
const LEFT_OUT: u64 = 2;
/// What makes up for those left out.
const MAKE_UP: f32 = LEFT_OUT as f32 / (LEFT_OUT - 1) as f32;
/// Start of the shuffling's number sequence.
const SEED: u64 = 20_260_102;
/// What a sum of logarithms starts from.
const NEVER: f32 = -1e30;
/// Labels, made up to a number that wide registers hold.
const WIDE: usize = 12;
/// Weights below this, after they are made small integers, are dropped.
const LEAST_WEIGHT: i8 = 3;
/// The share of weights (one in so many) that may be cut at the largest small integer.
const CUT_SHARE: usize = 1500;

type Row = [f32; WIDE];

/// What was learnt.
pub struct Field {
    /// Weights of observations.
    pub weights: Weights,
    /// Steps between labels, row by row.
    pub transitions: Vec<i16>,
}

/// Learns from zones whose tokens hold observations.
pub fn learn(zones: &mut [Zone]) -> Field {
    let ids = number(zones);
    println!("{} observations are met often enough", ids.len());
    let mut learner = Learner::new(ids.len());
    let mut order: Vec<usize> = (0..zones.len()).collect();
    let mut seed = SEED;
    for pass in 1..=PASSES {
        crate::shuffle(&mut order, &mut seed);
        let loss: f64 = order.iter().map(|&n| f64::from(learner.zone(&zones[n]))).sum();
        println!("pass {pass}: loss {:.4} for each zone", loss / zones.len().max(1) as f64);
    }
    learner.finish(&ids)
}

/// Replaces observations by numbers; rare ones go.
fn number(zones: &mut [Zone]) -> BTreeMap<u32, u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for &observation in zones.iter().flat_map(|zone| zone.tokens.iter().flatten()) {
        *counts.entry(observation).or_default() += 1;
    }
    let mut kept: Vec<u32> = counts
        .into_iter()
        .filter(|&(_, count)| count >= LEAST_COUNT)
        .map(|(observation, _)| observation)
        .collect();
    kept.sort_unstable();
    let ids: BTreeMap<u32, u32> = kept.into_iter().zip(0..).collect();
    let quick: HashMap<u32, u32> = ids.iter().map(|(&observation, &id)| (observation, id)).collect();
    for token in zones.iter_mut().flat_map(|zone| zone.tokens.iter_mut()) {
        *token = token.iter().filter_map(|observation| quick.get(observation).copied()).collect();
        token.shrink_to_fit();
    }
    ids
}

/// A weight row: weights, sums of squared slopes, and the step at which the pull was last paid.
#[derive(Clone)]
struct Cell {
    weights: Row,
    squares: Row,
    paid: u32,
}

struct Learner {
    rows: Vec<Cell>,
    steps: [Row; LABELS],
    step_squares: [Row; LABELS],
    time: u32,
    seed: u64,
}

impl Learner {
    fn new(count: usize) -> Learner {
        let cell = Cell { weights: [0.0; WIDE], squares: [1.0; WIDE], paid: 0 };
        let mut steps = [[0.0; WIDE]; LABELS];
        for (behind, row) in steps.iter_mut().enumerate() {
            for (label, step) in row.iter_mut().enumerate().take(LABELS) {
                *step = if may_follow(label, behind) { 0.0 } else { NEVER };
            }
        }
        Learner { rows: vec![cell; count], steps, step_squares: [[1.0; WIDE]; LABELS], time: 0, seed: SEED }
    }

    /// One step on a zone; gives its loss.
    fn zone(&mut self, zone: &Zone) -> f32 {
        self.time += 1;
        let tokens: Vec<Vec<u32>> = zone.tokens.iter().map(|token| self.noised(token)).collect();
        let scores: Vec<Row> = tokens.iter().map(|token| self.score(token)).collect();
        let free = self.expect(&scores, None);
        let bound = self.expect(&scores, Some(&zone.allowed));
        if bound.total <= NEVER / 2.0 {
            return 0.0;
        }
        for ((token, p), q) in tokens.iter().zip(&free.labels).zip(&bound.labels) {
            let slope: Row = std::array::from_fn(|n| (p[n] - q[n]) * zone.weight * MAKE_UP);
            if slope.iter().any(|x| x.abs() > 1e-4) {
                token.iter().for_each(|&id| change(&mut self.rows[id as usize], &slope));
            }
        }
        for behind in 0..LABELS {
            for label in 0..LABELS {
                let slope = (free.steps[behind][label] - bound.steps[behind][label]) * zone.weight;
                if may_follow(label, behind) && slope.abs() > 1e-6 {
                    self.step_squares[behind][label] += slope * slope;
                    self.steps[behind][label] -= RATE * slope / self.step_squares[behind][label].sqrt();
                }
            }
        }
        (free.total - bound.total) * zone.weight
    }

    /// The observations without those left out this time.
    fn noised(&mut self, token: &[u32]) -> Vec<u32> {
        let mut kept = Vec::with_capacity(token.len());
        for &id in token {
            if !crate::random(&mut self.seed).is_multiple_of(LEFT_OUT) {
                kept.push(id);
            }
        }
        kept
    }

    fn score(&mut self, token: &[u32]) -> Row {
        let mut sum = [0.0; WIDE];
        for &id in token {
            let cell = &mut self.rows[id as usize];
            pay(cell, self.time);
            sum.iter_mut().zip(&cell.weights).for_each(|(sum, weight)| *sum += weight * MAKE_UP);
        }
        sum
    }

    /// Forward and backward sums, over all labels or the allowed ones.
    fn expect(&self, scores: &[Row], allowed: Option<&[u16]>) -> Expected {
        let n = scores.len();
        let may = |at: usize, label: usize| allowed.is_none_or(|allowed| allowed[at] >> label & 1 == 1);
        let mut forward = vec![[NEVER; WIDE]; n];
        let mut backward = vec![[0.0; WIDE]; n];
        for at in 0..n {
            for label in (0..LABELS).filter(|&label| may(at, label)) {
                let before = if at == 0 {
                    self.steps[OUTSIDE][label]
                } else {
                    log_sum(|behind| forward[at - 1][behind] + self.steps[behind][label])
                };
                forward[at][label] = before + scores[at][label];
            }
        }
        for at in (0..n.saturating_sub(1)).rev() {
            for behind in 0..LABELS {
                backward[at][behind] = log_sum(|label| {
                    if may(at + 1, label) {
                        self.steps[behind][label] + scores[at + 1][label] + backward[at + 1][label]
                    } else {
                        NEVER
                    }
                });
            }
        }
        let total = log_sum(|label| forward[n - 1][label]);
        let mut steps = [[0.0; LABELS]; LABELS];
        let mut labels = vec![[0.0; WIDE]; n];
        for at in 0..n {
            for label in 0..LABELS {
                let ahead = scores[at][label] + backward[at][label] - total;
                labels[at][label] = (forward[at][label] + backward[at][label] - total).exp();
                if at == 0 {
                    steps[OUTSIDE][label] += labels[at][label];
                } else if may(at, label) {
                    for behind in 0..LABELS {
                        steps[behind][label] +=
                            (forward[at - 1][behind] + self.steps[behind][label] + ahead).exp();
                    }
                }
            }
        }
        Expected { total, labels, steps }
    }

    fn finish(mut self, ids: &BTreeMap<u32, u32>) -> Field {
        let time = self.time;
        self.rows.iter_mut().for_each(|cell| pay(cell, time));
        let mut sizes: Vec<f32> =
            self.rows.iter().flat_map(|cell| cell.weights).map(f32::abs).filter(|&x| x > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let largest =
            sizes.get(sizes.len().saturating_sub(1 + sizes.len() / CUT_SHARE)).copied().unwrap_or(1.0);
        let scale = 127.0 / largest;
        let small = |weight: f32| (weight * scale).round().clamp(-127.0, 127.0) as i8;
        let mut weights = Weights::new();
        for (&observation, &id) in ids {
            let row: Vec<(u8, i8)> = (0u8..)
                .zip(&self.rows[id as usize].weights[..LABELS])
                .map(|(label, &weight)| (label, small(weight)))
                .filter(|&(_, weight)| weight.abs() >= LEAST_WEIGHT)
                .collect();
            if !row.is_empty() {
                weights.insert(observation, row);
            }
        }
        let step = |&step: &f32| (step * scale).round().clamp(-30_000.0, 30_000.0) as i16;
        let transitions = self.steps.iter().flat_map(|row| &row[..LABELS]).map(step).collect();
        Field { weights, transitions }
    }
}

/// Probabilities under the present weights.
struct Expected {
    total: f32,
    labels: Vec<Row>,
    steps: [[f32; LABELS]; LABELS],
}

fn change(cell: &mut Cell, slope: &Row) {
    for ((weight, square), slope) in cell.weights.iter_mut().zip(&mut cell.squares).zip(slope) {
        *square += slope * slope;
        *weight -= RATE * slope / square.sqrt();
    }
}

/// Pulls the weights of a row towards 0 for all steps since it was last seen.
fn pay(cell: &mut Cell, time: u32) {
    let steps = (time - cell.paid) as f32;
    cell.paid = time;
    for n in 0..WIDE {
        let pull = PULL * steps * RATE / cell.squares[n].sqrt();
        cell.weights[n] = cell.weights[n].signum() * (cell.weights[n].abs() - pull).max(0.0);
    }
}

fn log_sum(term: impl Fn(usize) -> f32) -> f32 {
    let terms: [f32; LABELS] = std::array::from_fn(term);
    let most = terms.iter().copied().fold(NEVER, f32::max);
    if most <= NEVER {
        return NEVER;
    }
    most + terms.iter().map(|x| (x - most).exp()).sum::<f32>().ln()
}
