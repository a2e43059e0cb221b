//! One statement printed in other words throughout: two weighings of one event's chances by one speaker.
//!
//! In: the utterances. Out: pairs that no shared words would bring together. Example: "there is a good chance of a meeting soon" in one article,
//! "the talks are very likely to happen soon" in another, both by one speaker. Limits: only chances of meetings, talks and calls.

use std::collections::BTreeMap;

use crate::align::event::MUTUAL;
use crate::align::utterance::{Utterance, is_content};
use crate::corpus::Corpus;
use crate::lexicon::Lexicon;

/// A weighing of chances in more words than this is a statement of its own.
const LONGEST_WEIGHING: usize = 16;
/// One of fewer words says too little.
const SHORTEST_WEIGHING: usize = 4;

/// Pairs of utterances in different articles that weigh one event's chances alike; one pair for a speaker and a rung.
#[must_use]
pub fn restated(lex: &Lexicon, corpus: &Corpus, utterances: &[Utterance]) -> Vec<(usize, usize)> {
    let mut by_key: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
    for (n, utterance) in utterances.iter().enumerate() {
        let is_short = (SHORTEST_WEIGHING..=LONGEST_WEIGHING).contains(&utterance.words.len());
        let is_own = !utterance.is_heading && is_short;
        if let (true, Some(speaker), Some(rung)) = (is_own, utterance.speaker, rung(lex, utterance)) {
            if is_on_encounter(lex, corpus, utterance) {
                by_key.entry((speaker, rung)).or_default().push(n);
            }
        }
    }
    let mut out = Vec::new();
    for list in by_key.values() {
        let pairs = list.iter().enumerate().flat_map(|(i, &a)| list.iter().skip(i + 1).map(move |&b| (a, b)));
        let fits = |&(a, b): &(usize, usize)| match (utterances.get(a), utterances.get(b)) {
            (Some(x), Some(y)) => x.article != y.article && shares_time(lex, x, y),
            _ => false,
        };
        out.extend(pairs.filter(fits));
    }
    out
}

/// How likely a speaker calls an event, by the words of the utterance.
fn rung(lex: &Lexicon, utterance: &Utterance) -> Option<&'static str> {
    utterance.words.iter().find_map(|word| lex.likelihoods.column(word, 0))
}

/// Whether the words in marks name a meeting, talks or a call.
fn is_on_encounter(lex: &Lexicon, corpus: &Corpus, utterance: &Utterance) -> bool {
    let Some(prose) = corpus.documents.get(utterance.article).map(|d| &d.prose) else { return false };
    utterance
        .places
        .iter()
        .any(|&at| lex.events.column(prose.lemma(at), 0).is_some_and(|class| MUTUAL.contains(&class)))
}

/// "soon", "next week", or another word of meaning on both sides.
fn shares_time(lex: &Lexicon, a: &Utterance, b: &Utterance) -> bool {
    let shared = |word: &&String| {
        b.words.contains(word)
            && (matches!(word.as_str(), "soon" | "today" | "tomorrow") || is_content(lex, word))
            && !lex.likelihoods.has(word)
    };
    a.words.iter().any(|word| shared(&word))
}
