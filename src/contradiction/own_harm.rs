//! "All the guests escaped without injury" beside "two guests died": one article, one voice, one event.
//!
//! In: an article. Out: the two claims. Another day, another source or "all the others" is passed over.

use std::collections::BTreeSet;

use crate::claim::{Certainty, Claim, Frame};
use crate::corpus::Document;
use crate::kind::BlockRole;
use crate::tag::Pos;

/// Nouns that both sentences must share.
const LEAST_SHARED: usize = 2;
/// The longest sentence that is looked at, in tokens.
const LONGEST: usize = 60;

/// Words for others, another time or another event.
const APART: [&str; 14] = [
    "other",
    "others",
    "else",
    "rest",
    "but",
    "except",
    "another",
    "second",
    "ago",
    "last",
    "earlier",
    "later",
    "previous",
    "initially",
];

/// The sentence that has everybody unharmed, and the claim that somebody died.
pub fn unharmed_and_dead(document: &Document) -> Option<(usize, &Claim)> {
    let prose = &document.prose;
    for (sentence, tokens) in prose.sentences.iter().enumerate() {
        let is_text = prose.role_of(tokens.start) == BlockRole::Body && tokens.len() <= LONGEST;
        if !is_text || !is_unharmed(document, sentence) || is_set_apart(document, sentence) {
            continue;
        }
        let nouns = nouns(document, sentence);
        let dead = document.claims.iter().find(|c| {
            is_death(document, c)
                && c.sentence != sentence
                && !is_set_apart(document, c.sentence)
                && self::nouns(document, c.sentence).intersection(&nouns).count() >= LEAST_SHARED
        });
        if let Some(dead) = dead {
            return Some((sentence, dead));
        }
    }
    None
}

/// "All escaped unhurt", "nobody was injured", in the narrator's voice.
fn is_unharmed(document: &Document, sentence: usize) -> bool {
    let prose = &document.prose;
    let tokens = prose.sentences.get(sentence).cloned().unwrap_or_default();
    let start = document.claims.partition_point(|c| c.sentence < sentence);
    let here = || document.claims.iter().skip(start).take_while(|c| c.sentence == sentence);
    let is_quoted = here().any(|c| c.quotation.is_some());
    let is_whole = tokens.clone().any(|i| matches!(prose.lower(i), "all" | "everyone" | "everybody"));
    let is_safe = tokens.clone().any(|i| {
        matches!(prose.lower(i), "unharmed" | "unhurt" | "uninjured")
            || prose.lower(i) == "without" && matches!(prose.lemma(i + 1), "injury" | "harm")
    });
    let is_nobody = here().any(|c| {
        let first = prose.lower(c.tokens.start);
        matches!(c.event.as_str(), "injure" | "die")
            && !c.is_nominal
            && (first == "nobody" || first == "no" && prose.lower(c.tokens.start + 1) == "one")
    });
    !is_quoted && (is_whole && is_safe || is_nobody)
}

/// Somebody has died, in the narrator's voice.
fn is_death(document: &Document, claim: &Claim) -> bool {
    let is_deadly = claim.event == "die" && (claim.is_passive || document.prose.lemma(claim.head) == "die");
    is_deadly
        && !claim.is_nominal
        && !claim.is_negated
        && claim.certainty == Certainty::Done
        && claim.frame == Frame::Plain
        && claim.quotation.is_none()
        && claim.role == BlockRole::Body
}

/// Told of others, of another time or another event.
fn is_set_apart(document: &Document, sentence: usize) -> bool {
    let prose = &document.prose;
    let mut tokens = prose.sentences.get(sentence).cloned().unwrap_or_default();
    tokens.any(|i| match prose.lower(i) {
        "in" => prose.pos(i + 1) == Pos::Num,
        word => APART.contains(&word),
    })
}

fn nouns(document: &Document, sentence: usize) -> BTreeSet<&str> {
    let prose = &document.prose;
    let tokens = prose.sentences.get(sentence).cloned().unwrap_or_default();
    let named =
        tokens.filter(|&i| matches!(prose.pos(i), Pos::Noun | Pos::Propn) && prose.lemma(i).len() > 3);
    named
        .map(|i| prose.lemma(i))
        .filter(|w| !matches!(*w, "people" | "police" | "person" | "injury"))
        .collect()
}
