//! Lemmas that the rules get wrong, learnt from labelled sentences.
//!
//! In: labelled sentences. Out: lines of "word POS", a tab, the lemma; sorted. Only what is met twice or more and agreed upon is kept; spelling
//! corrections are left out by that.

use std::collections::BTreeMap;

use crosscheck::lexicon::Lexicon;
use crosscheck::tag::{Pos, lemma_by_rule};

use crate::conllu::Sentence;

/// Met less often, an exception is taken for a slip.
const LEAST_COUNT: u32 = 2;

/// The exceptions as text.
pub fn exceptions(sentences: &[Sentence]) -> String {
    let mut counts: BTreeMap<(String, Pos), BTreeMap<String, u32>> = BTreeMap::new();
    for word in sentences.iter().flatten().filter(|word| word.pos != Pos::Propn && word.pos == word.published)
    {
        let key = (crosscheck::token::fold(&word.text), word.pos);
        *counts.entry(key).or_default().entry(word.lemma.to_lowercase()).or_default() += 1;
    }
    let lex = Lexicon::builtin();
    let mut out = String::new();
    for ((word, pos), lemmas) in counts {
        let sum: u32 = lemmas.values().sum();
        let Some((lemma, count)) = lemmas.into_iter().max_by_key(|(_, count)| *count) else { continue };
        let is_plain = word.chars().all(|c| c.is_alphabetic() || c == '\'') && !lemma.contains(['\t', '\n']);
        if is_plain && count >= LEAST_COUNT && count * 2 > sum && lemma_by_rule(lex, &word, pos) != lemma {
            out.push_str(&format!("{word} {}\t{lemma}\n", pos.name()));
        }
    }
    out
}
