//! Copies of training sentences in the dress of news: headlines in title case without articles, all capitals, all small letters.
//!
//! In: labelled sentences. Out: labelled copies of some of them, chosen by position. The labels stay: "Trust" in a headline is a verb if it was one before.

use crosscheck::tag::Pos;

use crate::conllu::Sentence;

/// Headlines are short.
const LONGEST_HEADLINE: usize = 22;
/// Every so-manieth sentence gets a copy.
const HEADLINE_EVERY: usize = 3;
const CAPITALS_EVERY: usize = 14;
const SMALL_EVERY: usize = 14;

/// All copies, in order.
pub fn copies(sentences: &[Sentence]) -> Vec<Sentence> {
    let mut copies = Vec::new();
    for (n, sentence) in sentences.iter().enumerate() {
        if n % HEADLINE_EVERY == 0 && (4..=LONGEST_HEADLINE).contains(&sentence.len()) {
            copies.push(headline(sentence, n % 2 == 0));
        }
        if n % CAPITALS_EVERY == 1 {
            copies.push(map(sentence, str::to_uppercase));
        }
        if n % SMALL_EVERY == 2 {
            copies.push(map(sentence, str::to_lowercase));
        }
    }
    copies
}

/// Title case; articles, forms of "be" and the last stop may be dropped, as headlines do.
pub fn headline(sentence: &Sentence, drop: bool) -> Sentence {
    let mut words = sentence.clone();
    if drop {
        words.retain(|w| !(is_article(&w.text) || w.pos == Pos::Aux && w.lemma == "be" && w.text.len() > 1));
        if words.last().is_some_and(|w| w.text == ".") {
            words.pop();
        }
    }
    for (at, word) in words.iter_mut().enumerate() {
        if at == 0 || !is_small(&word.text) {
            word.text = capitalise(&word.text);
        }
    }
    words
}

fn is_article(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "a" | "an" | "the")
}

/// Words that stay small in headlines.
fn is_small(word: &str) -> bool {
    const SMALL: [&str; 19] = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "n't", "of", "on", "or", "the", "to",
        "via", "vs", "with",
    ];
    SMALL.contains(&word) || word.starts_with(['\'', '’'])
}

fn capitalise(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn map(sentence: &Sentence, change: impl Fn(&str) -> String) -> Sentence {
    let mut copy = sentence.clone();
    for word in &mut copy {
        word.text = change(&word.text);
    }
    copy
}
