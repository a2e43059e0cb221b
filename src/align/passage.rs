//! Sentences that are about the same thing: cosine of idf-weighted lemmas and entities, over an inverted index.
//!
//! A feature that stands in many sentences says little and would make the work quadratic, so only rarer ones bring a pair together; once
//! together, a pair is weighed by all that it shares. Only sentences of different articles are paired.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::corpus::Corpus;
use crate::kind::BlockRole;
use crate::tag::Pos;

/// A feature in more sentences than this brings no pairs together.
const COMMONEST: usize = 40;
/// Pairs below this cosine, in percent, share too little.
const LEAST: u32 = 12;
/// But for pairs of which one stands in the other to this part, in percent, by three features or more: in short texts even what is shared weighs little.
const LEAST_PART: u32 = 50;
/// In so few sentences all that is shared is in a large part of them, so that no weight tells it from the rest;
const FEW: usize = 80;
/// then this part is enough, in percent.
const LEAST_PART_OF_FEW: u32 = 30;

/// Two sentences of different articles with what they share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Article and sentence of the one.
    pub a: (usize, usize),
    /// Article and sentence of the other, of a later article.
    pub b: (usize, usize),
    /// Cosine in percent.
    pub score: u32,
    /// How much of the sentence that says less stands in the other, by number of features, in percent.
    pub part: u32,
    /// Shared entities of the corpus.
    pub entities: Vec<usize>,
    /// Shared lemmas of content words.
    pub lemmas: Vec<Rc<str>>,
}

/// Pairs of sentences.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// Best first; ties by place.
    pub pairs: Vec<Pair>,
}

/// Pairs of sentences across articles.
#[must_use]
pub fn passages(corpus: &Corpus) -> Passages {
    if corpus.documents.len() < 2 {
        return Passages::default();
    }
    let index = Index::new(corpus);
    let mut pairs: Vec<Pair> = index.meetings().into_iter().filter_map(|(a, b)| index.pair(a, b)).collect();
    pairs.sort_by(|x, y| y.score.cmp(&x.score).then_with(|| (x.a, x.b).cmp(&(y.a, y.b))));
    Passages { pairs }
}

/// What a feature is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Feature {
    Entity(usize),
    Lemma(Rc<str>),
}

/// Sentences with their features as sorted numbers.
struct Index {
    features: Vec<Feature>,
    places: Vec<(usize, usize)>,
    sets: Vec<Vec<u32>>,
    weights: Vec<f64>,
    norms: Vec<f64>,
    holders: Vec<Vec<u32>>,
}

impl Index {
    fn new(corpus: &Corpus) -> Index {
        let mut features = Interner::default();
        let (mut places, mut sets) = (Vec::new(), Vec::new());
        for article in 0..corpus.documents.len() {
            sentences(corpus, article, &mut features, &mut places, &mut sets);
        }
        let mut holders: Vec<Vec<u32>> = vec![Vec::new(); features.all.len()];
        for (n, set) in (0u32..).zip(&sets) {
            for &feature in set {
                if let Some(list) = holders.get_mut(feature as usize) {
                    list.push(n);
                }
            }
        }
        let total = sets.len() as f64;
        let weights: Vec<f64> =
            holders.iter().map(|h| ((total + 1.0) / h.len() as f64).ln().powi(2)).collect();
        let norm = |set: &Vec<u32>| set.iter().filter_map(|&f| weights.get(f as usize)).sum::<f64>().sqrt();
        let norms = sets.iter().map(norm).collect();
        Index { features: features.all, places, sets, weights, norms, holders }
    }

    /// Pairs of sentences that a rare feature brings together, each once.
    fn meetings(&self) -> Vec<(u32, u32)> {
        // Both in one number, which sorts faster than a pair.
        let mut met: Vec<u64> = Vec::new();
        let article = |n: u32| self.places.get(n as usize).map(|place| place.0);
        for list in self.holders.iter().filter(|list| list.len() <= COMMONEST) {
            for (i, &a) in list.iter().enumerate() {
                let others = list.iter().skip(i + 1).filter(|&&b| article(a) != article(b));
                met.extend(others.map(|&b| u64::from(a) << 32 | u64::from(b)));
            }
        }
        met.sort_unstable();
        met.dedup();
        met.into_iter().map(|pair| ((pair >> 32) as u32, pair as u32)).collect()
    }

    fn pair(&self, a: u32, b: u32) -> Option<Pair> {
        let (a, b) = (a as usize, b as usize);
        let (first, second) = (self.sets.get(a)?, self.sets.get(b)?);
        let dot: f64 = common(first, second).filter_map(|f| self.weights.get(f as usize)).sum();
        let norm = self.norms.get(a)? * self.norms.get(b)?;
        let score = if norm > 0.0 { (100.0 * dot / norm).round() as u32 } else { 0 };
        let shared = common(first, second).count();
        let part = (100 * shared / first.len().min(second.len()).max(1)) as u32;
        let is_part = if self.sets.len() <= FEW { part >= LEAST_PART_OF_FEW } else { part >= LEAST_PART };
        if score < LEAST && !(is_part && shared >= 3) {
            return None;
        }
        let (mut entities, mut lemmas) = (Vec::new(), Vec::new());
        for feature in common(first, second).filter_map(|f| self.features.get(f as usize)) {
            match feature {
                Feature::Entity(id) => entities.push(*id),
                Feature::Lemma(lemma) => lemmas.push(Rc::clone(lemma)),
            }
        }
        entities.sort_unstable();
        lemmas.sort_unstable();
        Some(Pair { a: *self.places.get(a)?, b: *self.places.get(b)?, score, part, entities, lemmas })
    }
}

#[derive(Default)]
struct Interner<'a> {
    entities: FxHashMap<usize, u32>,
    lemmas: FxHashMap<&'a str, u32>,
    all: Vec<Feature>,
}

impl<'a> Interner<'a> {
    fn entity(&mut self, entity: usize) -> u32 {
        *self.entities.entry(entity).or_insert_with(|| added(&mut self.all, Feature::Entity(entity)))
    }

    fn lemma(&mut self, lemma: &'a str) -> u32 {
        *self.lemmas.entry(lemma).or_insert_with(|| added(&mut self.all, Feature::Lemma(lemma.into())))
    }
}

fn added(all: &mut Vec<Feature>, feature: Feature) -> u32 {
    all.push(feature);
    u32::try_from(all.len() - 1).unwrap_or(u32::MAX)
}

/// What two sorted sets share.
fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            i += usize::from(x <= y);
            j += usize::from(y <= x);
            if x == y {
                return Some(*x);
            }
        }
        None
    })
}

/// Adds the sentences of one article, page furniture left out.
fn sentences<'a>(
    corpus: &'a Corpus,
    article: usize,
    features: &mut Interner<'a>,
    places: &mut Vec<(usize, usize)>,
    sets: &mut Vec<Vec<u32>>,
) {
    let Some(document) = corpus.documents.get(article) else { return };
    let prose = &document.prose;
    let mut named: Vec<Option<usize>> = vec![None; prose.len()];
    for (m, mention) in document.names.mentions.iter().enumerate() {
        if let Some(slot) = named.get_mut(mention.tokens.start) {
            *slot = corpus.entity(article, m).or(*slot);
        }
    }
    for (sentence, tokens) in prose.sentences.iter().enumerate() {
        if prose.role_of(tokens.start) == BlockRole::Boilerplate {
            continue;
        }
        let mut set: Vec<u32> = Vec::new();
        for i in tokens.clone() {
            set.extend(named.get(i).copied().flatten().map(|entity| features.entity(entity)));
            if matches!(prose.pos(i), Pos::Noun | Pos::Verb | Pos::Adj) && prose.lemma(i).len() > 2 {
                set.push(features.lemma(prose.lemma(i)));
            }
        }
        set.sort_unstable();
        set.dedup();
        places.push((article, sentence));
        sets.push(set);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_of_sorted_sets() {
        assert_eq!(common(&[1, 3, 5, 9], &[2, 3, 4, 9]).collect::<Vec<_>>(), [3, 9]);
        assert_eq!(common(&[], &[1]).next(), None);
    }
}
