//! Sentences that are about the same thing: cosine of idf-weighted lemmas and entities, over an inverted index.
//!
//! A feature that stands in many sentences says little and would make the work quadratic, so it only counts once a rarer one has brought a pair together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::corpus::Corpus;
use crate::kind::BlockRole;
use crate::tag::Pos;

/// A feature in more sentences than this brings no pairs together.
const COMMONEST: usize = 40;
/// Pairs below this cosine, in percent, share too little.
const LEAST: u32 = 12;

/// Two sentences with what they share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Article and sentence of the one.
    pub a: (usize, usize),
    /// Article and sentence of the other; behind `a`.
    pub b: (usize, usize),
    /// Cosine in percent.
    pub score: u32,
    /// Shared entities of the corpus.
    pub entities: Vec<usize>,
    /// Shared lemmas of content words.
    pub lemmas: Vec<String>,
}

/// Features of every sentence.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    /// Pairs, best first; ties by place.
    pub pairs: Vec<Pair>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Feature {
    Entity(usize),
    Lemma(String),
}

/// Pairs of sentences, across articles and within one.
#[must_use]
pub fn passages(corpus: &Corpus) -> Passages {
    let features = features(corpus);
    let mut holders: BTreeMap<&Feature, Vec<usize>> = BTreeMap::new();
    for (n, (_, set)) in features.iter().enumerate() {
        for feature in set {
            holders.entry(feature).or_default().push(n);
        }
    }
    let total = features.len() as f64;
    let weight = |feature: &Feature| {
        holders.get(feature).map_or(0.0, |h| ((total + 1.0) / h.len() as f64).ln().powi(2))
    };
    let norms: Vec<f64> =
        features.iter().map(|(_, set)| set.iter().map(&weight).sum::<f64>().sqrt()).collect();
    let mut met: BTreeSet<(usize, usize)> = BTreeSet::new();
    for list in holders.values().filter(|list| list.len() <= COMMONEST) {
        for (i, &a) in list.iter().enumerate() {
            met.extend(list.iter().skip(i + 1).map(|&b| (a, b)));
        }
    }
    let mut pairs: Vec<Pair> =
        met.into_iter().filter_map(|(a, b)| pair(&features, &norms, &weight, a, b)).collect();
    pairs.sort_by(|x, y| y.score.cmp(&x.score).then_with(|| (x.a, x.b).cmp(&(y.a, y.b))));
    Passages { pairs }
}

type Sentence = ((usize, usize), BTreeSet<Feature>);

fn pair(
    features: &[Sentence],
    norms: &[f64],
    weight: &impl Fn(&Feature) -> f64,
    a: usize,
    b: usize,
) -> Option<Pair> {
    let ((place_a, set_a), (place_b, set_b)) = (features.get(a)?, features.get(b)?);
    let shared: Vec<&Feature> = set_a.intersection(set_b).collect();
    let dot: f64 = shared.iter().map(|f| weight(f)).sum();
    let norm = norms.get(a)? * norms.get(b)?;
    let score = if norm > 0.0 { (100.0 * dot / norm).round() as u32 } else { 0 };
    if score < LEAST {
        return None;
    }
    let entities =
        shared.iter().filter_map(|f| if let Feature::Entity(id) = f { Some(*id) } else { None }).collect();
    let lemmas = shared
        .iter()
        .filter_map(|f| if let Feature::Lemma(l) = f { Some(l.clone()) } else { None })
        .collect();
    Some(Pair { a: *place_a, b: *place_b, score, entities, lemmas })
}

fn features(corpus: &Corpus) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        let named: HashMap<usize, usize> = document
            .names
            .mentions
            .iter()
            .enumerate()
            .filter_map(|(m, mention)| corpus.entity(article, m).map(|e| (mention.tokens.start, e)))
            .collect();
        let prose = &document.prose;
        for (sentence, tokens) in prose.sentences.iter().enumerate() {
            if prose.role_of(tokens.start) == BlockRole::Boilerplate {
                continue;
            }
            let mut set: BTreeSet<Feature> = BTreeSet::new();
            for i in tokens.clone() {
                if let Some(&entity) = named.get(&i) {
                    set.insert(Feature::Entity(entity));
                }
                if matches!(prose.pos(i), Pos::Noun | Pos::Verb | Pos::Adj) && prose.lemma(i).len() > 2 {
                    set.insert(Feature::Lemma(prose.lemma(i).to_owned()));
                }
            }
            out.push(((article, sentence), set));
        }
    }
    out
}
