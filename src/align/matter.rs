//! Which articles are about one matter at all.
//!
//! In: the corpus. Out: for two articles whether they are versions of one text, about one matter, or strangers. Strangers are not compared.
//! Short texts are never strangers: two sentences share few words even when they are about one thing.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::corpus::{Corpus, Document};
use crate::kind::{BlockRole, EntityKind};
use crate::tag::Pos;
use crate::token::fold;

/// Articles of fewer tokens than this are always compared.
const SHORT: usize = 120;
/// Strangers share less than this part, in percent, of the shorter one's content words.
const LEAST_WORDS: usize = 12;
/// Versions share at least this part of their sentences, in percent.
const VERSION_SENTENCES: usize = 60;

/// How two articles stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Most sentences of the one stand in the other.
    Versions,
    /// They tell of one matter.
    OneMatter,
    /// They share neither names nor words enough.
    Strangers,
}

/// The relation of every two articles, in order of their places.
#[must_use]
pub fn relations(corpus: &Corpus) -> Vec<((usize, usize), Relation)> {
    let profiles: Vec<Profile<'_>> = (0..corpus.documents.len())
        .filter_map(|a| Some(Profile::new(corpus, a, corpus.documents.get(a)?)))
        .collect();
    let mut out = Vec::new();
    for (a, one) in profiles.iter().enumerate() {
        for (b, other) in profiles.iter().enumerate().skip(a + 1) {
            out.push(((a, b), relation(one, other)));
        }
    }
    out
}

/// The pairs of articles that are not compared.
#[derive(Clone, Debug, Default)]
pub struct Strangers {
    pairs: BTreeSet<(usize, usize)>,
}

impl Strangers {
    /// From the relations of all articles.
    #[must_use]
    pub fn new(relations: &[((usize, usize), Relation)]) -> Strangers {
        let apart = relations.iter().filter(|(_, relation)| *relation == Relation::Strangers);
        Strangers { pairs: apart.map(|(pair, _)| *pair).collect() }
    }

    /// Whether two articles are about different matters.
    #[must_use]
    pub fn are(&self, a: usize, b: usize) -> bool {
        self.pairs.contains(&(a.min(b), a.max(b)))
    }
}

struct Profile<'a> {
    tokens: usize,
    names: BTreeSet<usize>,
    words: FxHashSet<&'a str>,
    sentences: FxHashSet<String>,
}

impl<'a> Profile<'a> {
    fn new(corpus: &Corpus, article: usize, document: &'a Document) -> Profile<'a> {
        let prose = &document.prose;
        let named = document.names.mentions.iter().enumerate().filter(|(_, m)| {
            matches!(
                m.kind,
                EntityKind::Person | EntityKind::Organization | EntityKind::Event | EntityKind::Work
            )
        });
        let inside = (0..prose.len()).filter(|&i| prose.role_of(i) != BlockRole::Boilerplate);
        let content = inside.filter(|&i| {
            matches!(prose.pos(i), Pos::Noun | Pos::Verb | Pos::Adj | Pos::Propn) && prose.lemma(i).len() > 3
        });
        let sentences = prose
            .sentences
            .iter()
            .filter(|s| s.len() > 6)
            .map(|s| fold(prose.cover(s.clone()).of(&prose.text)));
        Profile {
            tokens: prose.len(),
            names: named.filter_map(|(m, _)| corpus.entity(article, m)).collect(),
            words: content.map(|i| prose.lemma(i)).collect(),
            sentences: sentences.collect(),
        }
    }
}

fn relation(a: &Profile<'_>, b: &Profile<'_>) -> Relation {
    let common = a.sentences.intersection(&b.sentences).count();
    let shorter = a.sentences.len().min(b.sentences.len());
    if shorter > 3 && common * 100 >= shorter * VERSION_SENTENCES {
        return Relation::Versions;
    }
    let is_short = a.tokens.min(b.tokens) < SHORT;
    let shares_name = a.names.intersection(&b.names).next().is_some();
    let words = a.words.intersection(&b.words).count() * 100;
    let shares_words = words >= a.words.len().min(b.words.len()) * LEAST_WORDS;
    if is_short || shares_name || shares_words { Relation::OneMatter } else { Relation::Strangers }
}
