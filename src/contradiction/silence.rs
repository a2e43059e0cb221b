//! "Has not commented": statements that somebody has said nothing, which two rules set against what is reported of them.

use std::collections::BTreeSet;

use crate::claim::{Certainty, Claim};
use crate::corpus::{Corpus, Document};

/// Verbs of answering.
pub const ANSWER: [&str; 3] = ["comment", "respond", "reply"];

/// A claim that somebody has not spoken.
#[derive(Clone, Debug)]
pub struct Silence<'a> {
    /// The article.
    pub article: usize,
    /// The claim.
    pub claim: &'a Claim,
    /// Who is silent: shared entities of the clause before the verb.
    pub who: BTreeSet<usize>,
}

/// All silences of an article.
pub fn silences(corpus: &Corpus, article: usize) -> Vec<Silence<'_>> {
    let Some(document) = corpus.documents.get(article) else { return Vec::new() };
    let quiet = document.claims.iter().filter(|claim| is_silence(document, claim));
    quiet
        .map(|claim| Silence { article, claim, who: who(corpus, article, claim) })
        .filter(|s| !s.who.is_empty())
        .collect()
}

fn is_silence(document: &Document, claim: &Claim) -> bool {
    let is_answer = ANSWER.contains(&document.prose.lemma(claim.head)) && !claim.is_nominal;
    is_answer && matches!(claim.certainty, Certainty::NotDone | Certainty::Denied)
}

fn who(corpus: &Corpus, article: usize, claim: &Claim) -> BTreeSet<usize> {
    let agents: BTreeSet<usize> = claim.agents.iter().filter_map(|&m| corpus.entity(article, m)).collect();
    let Some(document) = corpus.documents.get(article).filter(|_| agents.is_empty()) else { return agents };
    // "She declined to comment on the loan" is what she said: its speaker is silent.
    let speaker = claim.quotation.and_then(|q| document.quotations.get(q)).and_then(|q| q.speaker);
    if let Some(speaker) = speaker.and_then(|m| corpus.entity(article, m)) {
        return BTreeSet::from([speaker]);
    }
    let named = document.names.beginning_in(claim.tokens.start..claim.head);
    let before = named.filter(|(_, m)| m.tokens.end <= claim.head && !m.nested);
    before.filter_map(|(m, _)| corpus.entity(article, m)).collect()
}

/// Shared entities of a stretch of sentences.
pub fn entities_of(corpus: &Corpus, article: usize, sentences: std::ops::Range<usize>) -> BTreeSet<usize> {
    let Some(document) = corpus.documents.get(article) else { return BTreeSet::new() };
    let start = document.prose.sentences.get(sentences.start).map_or(usize::MAX, |s| s.start);
    let end = document.prose.sentences.get(sentences.end.saturating_sub(1)).map_or(usize::MAX, |s| s.end);
    let named = document.names.beginning_in(start..end).filter(|(_, m)| m.tokens.end <= end);
    named.filter_map(|(m, _)| corpus.entity(article, m)).collect()
}
