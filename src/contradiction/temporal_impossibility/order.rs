//! "From 2012 to 2006": a span that ends before it begins.

use crate::contradiction::temporal_impossibility::calendar::year;
use crate::contradiction::temporal_impossibility::{Impossible, is_text};
use crate::corpus::Document;
use crate::kind::Severity;
use crate::value::{Grain, TimeExpr};

/// Verbs and nouns of putting a date elsewhere: from the later one to the earlier one it may well go.
const MOVES: [&str; 19] = [
    "move",
    "bring",
    "advance",
    "shift",
    "change",
    "revise",
    "correct",
    "amend",
    "push",
    "pull",
    "backdate",
    "count",
    "compare",
    "comparison",
    "drop",
    "fall",
    "cut",
    "lower",
    "reschedule",
];

/// Two times of a span with "to" between them.
pub fn spans(document: &Document) -> impl Iterator<Item = (&TimeExpr, &TimeExpr)> {
    let prose = &document.prose;
    document.times.iter().zip(document.times.iter().skip(1)).filter(move |(first, last)| {
        let before = prose.lower(first.tokens.start.wrapping_sub(1));
        let link = prose.lower(first.tokens.end);
        let is_span = before == "from" && matches!(link, "to" | "until" | "till" | "through")
            || before == "between" && link == "and";
        is_span && last.tokens.start == first.tokens.end + 1 && is_text(document, first.tokens.start)
    })
}

/// Spans of an article that run backwards.
pub fn reversed(article: usize, document: &Document) -> Vec<Impossible> {
    let prose = &document.prose;
    let wrong = spans(document).filter(|(first, last)| {
        let mut sentence = prose.sentence_at(first.tokens.start).unwrap_or_default();
        let is_sure = |t: &TimeExpr| t.grain != Grain::Clock && !t.is_vague && year(document, t).is_some();
        let is_backward = first.from.zip(last.to).is_some_and(|(from, to)| from > to);
        is_sure(first) && is_sure(last) && is_backward && !sentence.any(|i| MOVES.contains(&prose.lemma(i)))
    });
    wrong
        .map(|(first, last)| {
            let sentence = prose.sentence_of(first.tokens.start);
            Impossible {
                sides: [(article, sentence, first.tokens.clone()), (article, sentence, last.tokens.clone())],
                severity: Severity::Medium,
                confidence: 80,
                topic: "Beginning and end",
                why: "The span ends before it begins.".to_owned(),
                who: None,
            }
        })
        .collect()
}
