//! Classes of words that keep like company, learnt from running text without labels.
//!
//! In: sentences of levelled words. Out: word → class, 1 and up, for words that are frequent enough. The exchange algorithm of Kneser and Ney (1993): every word is
//! moved in turn to the class with which the text of classes is easiest to predict. Sums are integers and the order is fixed, so the
//! same text gives the same classes. A word that training never saw is then tagged like its neighbours in the class.

use std::collections::BTreeMap;

/// Number of classes.
const CLASSES: usize = 160;
/// Words met less often get no class.
const LEAST_COUNT: u64 = 6;
/// Passes over all words.
const PASSES: usize = 8;
/// Values of n·ln n below this are looked up.
const TABLE: usize = 1 << 16;

/// Finds the classes.
pub fn classes(sentences: &[Vec<String>]) -> BTreeMap<String, u8> {
    let words = vocabulary(sentences);
    let ids: BTreeMap<&str, usize> = words.iter().enumerate().map(|(id, word)| (word.as_str(), id)).collect();
    let mut exchange = Exchange::new(words.len());
    for sentence in sentences {
        let ids = sentence.iter().map(|word| ids.get(word.as_str()).copied().unwrap_or(words.len()));
        exchange.count(ids);
    }
    exchange.start();
    for pass in 1..=PASSES {
        let moved = (0..words.len()).filter(|&word| exchange.place(word)).count();
        println!("classes, pass {pass}: {moved} of {} words moved", words.len());
    }
    let classes: Vec<u8> = exchange.class.iter().map(|&class| u8::try_from(class + 1).unwrap_or(0)).collect();
    words.iter().cloned().zip(classes).collect()
}

/// Frequent words, the most frequent first.
fn vocabulary(sentences: &[Vec<String>]) -> Vec<String> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for word in sentences.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<_> = counts.into_iter().filter(|&(_, count)| count >= LEAST_COUNT).collect();
    words.sort_by_key(|&(word, count)| (std::cmp::Reverse(count), word));
    words.into_iter().map(|(word, _)| word.to_owned()).collect()
}

/// Words, classes and how often one class follows another. Two more classes never change: rare words and the border of a sentence.
struct Exchange {
    pairs: BTreeMap<(usize, usize), i64>,
    after: Vec<Vec<(usize, i64)>>,
    before: Vec<Vec<(usize, i64)>>,
    own: Vec<i64>,
    class: Vec<usize>,
    follows: Vec<i64>,
    sizes: Vec<i64>,
    table: Vec<i64>,
}

/// Classes with the two fixed ones.
const ALL: usize = CLASSES + 2;

impl Exchange {
    fn new(words: usize) -> Exchange {
        Exchange {
            pairs: BTreeMap::new(),
            after: vec![Vec::new(); words + 2],
            before: vec![Vec::new(); words + 2],
            own: vec![0; words + 2],
            class: (0..words).map(|word| word % CLASSES).collect(),
            follows: vec![0; ALL * ALL],
            sizes: vec![0; ALL],
            table: (0..TABLE).map(|n| exact(n as i64)).collect(),
        }
    }

    fn count(&mut self, words: impl Iterator<Item = usize>) {
        let border = self.class.len() + 1;
        let mut last = border;
        for word in words.chain([border]) {
            *self.pairs.entry((last, word)).or_default() += 1;
            last = word;
        }
    }

    fn class_of(&self, word: usize) -> usize {
        self.class.get(word).copied().unwrap_or(CLASSES + word - self.class.len())
    }

    fn start(&mut self) {
        for ((left, right), count) in std::mem::take(&mut self.pairs) {
            let (a, b) = (self.class_of(left), self.class_of(right));
            self.follows[a * ALL + b] += count;
            self.sizes[a] += count;
            if left == right {
                self.own[left] = count;
            } else {
                self.after[left].push((right, count));
                self.before[right].push((left, count));
            }
        }
    }

    /// Moves a word to its best class; whether that is another one.
    fn place(&mut self, word: usize) -> bool {
        let old = self.class[word];
        let after = self.sums(&self.after[word]);
        let before = self.sums(&self.before[word]);
        let total = after.iter().map(|&(_, n)| n).sum::<i64>() + self.own[word];
        self.shift(word, old, &after, &before, total, -1);
        let mut best = (i64::MIN, old);
        for class in 0..CLASSES {
            let gain = self.gain(word, class, &after, &before, total);
            if gain > best.0 || gain == best.0 && class == old {
                best = (gain, class);
            }
        }
        self.shift(word, best.1, &after, &before, total, 1);
        self.class[word] = best.1;
        best.1 != old
    }

    fn sums(&self, neighbours: &[(usize, i64)]) -> Vec<(usize, i64)> {
        let mut sums = [0; ALL];
        for &(word, count) in neighbours {
            sums[self.class_of(word)] += count;
        }
        (0..ALL).zip(sums).filter(|&(_, n)| n > 0).collect()
    }

    fn shift(
        &mut self,
        word: usize,
        class: usize,
        after: &[(usize, i64)],
        before: &[(usize, i64)],
        total: i64,
        by: i64,
    ) {
        for &(other, n) in after {
            self.follows[class * ALL + other] += n * by;
        }
        for &(other, n) in before {
            self.follows[other * ALL + class] += n * by;
        }
        self.follows[class * ALL + class] += self.own[word] * by;
        self.sizes[class] += total * by;
    }

    /// What the prediction gains when the word, now in no class, joins this one.
    fn gain(
        &self,
        word: usize,
        class: usize,
        after: &[(usize, i64)],
        before: &[(usize, i64)],
        total: i64,
    ) -> i64 {
        let change = |at: usize, n: i64| self.value(self.follows[at] + n) - self.value(self.follows[at]);
        let mut gain = 0;
        let mut inner = self.own[word];
        for &(other, n) in after {
            if other == class {
                inner += n;
            } else {
                gain += change(class * ALL + other, n);
            }
        }
        for &(other, n) in before {
            if other == class {
                inner += n;
            } else {
                gain += change(other * ALL + class, n);
            }
        }
        let size = self.sizes[class];
        gain + change(class * ALL + class, inner) - 2 * (self.value(size + total) - self.value(size))
    }

    fn value(&self, n: i64) -> i64 {
        self.table.get(n as usize).copied().unwrap_or_else(|| exact(n))
    }
}

/// n·ln n in units of one part in a million, rounded.
fn exact(n: i64) -> i64 {
    if n <= 1 { 0 } else { (n as f64 * (n as f64).ln() * 1e6).round() as i64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_like_company_share_a_class() {
        let mut sentences = Vec::new();
        for noun in ["mayor", "governor", "minister"] {
            for verb in ["spoke", "left", "voted"] {
                for _ in 0..4 {
                    sentences.push(["the", noun, verb, "."].map(str::to_owned).to_vec());
                }
            }
        }
        let found = classes(&sentences);
        assert_eq!(found["mayor"], found["governor"]);
        assert_ne!(found["mayor"], found["spoke"]);
    }
}
