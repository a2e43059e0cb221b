//! What a figure counts, and what is said around it: shared by the rules that set figures of one article against each other.

use std::collections::BTreeSet;

use crate::corpus::Document;
use crate::lexicon::Lexicon;
use crate::tag::Pos;
use crate::value::{Grain, Quantity};

/// Nouns for people, who may have been arrested, killed or hurt.
const PEOPLE: [&str; 10] =
    ["man", "woman", "people", "person", "suspect", "child", "boy", "girl", "passenger", "worker"];

/// What a figure counts; "police arrest 14", "four men arrested" and "nine people who died" count arrests and deaths.
pub fn thing(lex: &Lexicon, document: &Document, quantity: &Quantity) -> Option<String> {
    let prose = &document.prose;
    let harm = |at: usize| match lex.events.column(prose.lemma(at), 0)? {
        "arrest" => Some("arrest".to_owned()),
        "die" => Some("death".to_owned()),
        "injure" => Some("injury".to_owned()),
        _ => None,
    };
    let Some(target) = quantity.target.as_deref() else {
        return quantity.tokens.start.checked_sub(1).and_then(harm);
    };
    let is_people = PEOPLE.contains(&target);
    let is_link = |i: usize| {
        prose.lemma(i) == target || matches!(prose.lower(i), "who" | "were" | "was" | "have" | "been")
    };
    let behind = (quantity.tokens.end..quantity.tokens.end + 5).find(|&i| !is_link(i));
    behind.filter(|_| is_people).and_then(harm).or_else(|| Some(target.to_owned()))
}

/// Told of a past year, or of an earlier or a partial count.
pub fn is_of_another_time(document: &Document, quantity: &Quantity) -> bool {
    let Some(sentence) = document.prose.sentence_at(quantity.tokens.start) else { return true };
    let current = document.head.date.as_deref().and_then(|d| d.get(..4)).unwrap_or("");
    let is_worn = |i: usize| match document.prose.lower(i) {
        // "First spoke of three", not "her first song".
        "first" => document.prose.pos(i) == Pos::Adv || document.prose.pos(i + 1) == Pos::Verb,
        word => matches!(
            word,
            "earlier"
                | "initially"
                | "previous"
                | "previously"
                | "ago"
                | "last"
                | "since"
                | "so"
                | "more"
                | "another"
        ),
    };
    let years =
        document.times.iter().filter(|t| sentence.contains(&t.tokens.start) && t.grain <= Grain::Year);
    let is_past = years.into_iter().any(|t| {
        let year = t.value.as_deref().and_then(|v| v.get(..4)).unwrap_or("");
        year.starts_with(['1', '2']) && year != current
    });
    is_past || sentence.clone().any(is_worn)
}

/// Lemmas of the content words around a figure, its own aside.
pub fn content(document: &Document, quantity: &Quantity) -> BTreeSet<String> {
    let prose = &document.prose;
    let sentence = prose.sentence_at(quantity.tokens.start).unwrap_or_default();
    let words = sentence.filter(|&i| {
        !quantity.tokens.contains(&i)
            && matches!(prose.pos(i), Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj)
            && prose.lemma(i).len() > 2
    });
    words.map(|i| prose.lemma(i).to_lowercase()).collect()
}
