//! "For eight years, from 2006 to 2012": a span that is not as long as is said.

use std::ops::Range;

use crate::contradiction::temporal_impossibility::Impossible;
use crate::contradiction::temporal_impossibility::order::spans;
use crate::corpus::Document;
use crate::kind::{EntityKind, Severity};
use crate::value::{Bound, Grain, Quantity, TimeExpr};

/// The length stands so many tokens from its span, with nothing but marks and "for" between.
const REACH: usize = 3;
const HOURS_OF_YEAR: f64 = 8766.0;
/// Years may be counted with their first and last, or without both.
const SLACK_OF_YEARS: f64 = 1.0;
/// Part of a length of hours by which it may be rounded, and the least that counts, in hours.
const SLACK_OF_HOURS: (f64, f64) = (0.15, 0.5);
/// Behind a length, these make it a distance or an age.
const DISTANCES: [&str; 11] =
    ["after", "before", "later", "earlier", "ago", "old", "older", "younger", "apart", "of", "-"];
/// Before it, these make it a rhythm or a part.
const RHYTHMS: [&str; 7] = ["every", "each", "per", "first", "last", "next", "another"];

/// Spans of an article with another length beside them.
pub fn wrong(article: usize, document: &Document) -> Vec<Impossible> {
    let lengths = || document.quantities.iter().filter(|q| is_length(document, q));
    let found = spans(document).filter_map(|(first, last)| {
        let whole = first.tokens.start - 1..last.tokens.end;
        let length = lengths().find(|q| is_beside(document, &q.tokens, &whole) && !fits(q, first, last))?;
        let sentence = document.prose.sentence_of(whole.start);
        Some(Impossible {
            sides: [(article, sentence, length.tokens.clone()), (article, sentence, whole)],
            severity: Severity::Medium,
            confidence: 75,
            topic: "How long it took",
            why: "The length that is named is not that of the span beside it.".to_owned(),
            who: None,
        })
    });
    found.collect()
}

fn is_length(document: &Document, quantity: &Quantity) -> bool {
    let prose = &document.prose;
    quantity.kind == EntityKind::Duration
        && quantity.bound == Bound::Exactly
        && !quantity.is_vague
        && !DISTANCES.contains(&prose.lower(quantity.tokens.end))
        && !RHYTHMS.contains(&prose.lower(quantity.tokens.start.wrapping_sub(1)))
}

fn is_beside(document: &Document, length: &Range<usize>, span: &Range<usize>) -> bool {
    let between = if length.end <= span.start { length.end..span.start } else { span.end..length.start };
    let is_between = |i: usize| {
        matches!(document.prose.lower(i), "," | "(" | "—" | "–" | "for" | "a" | "total" | "of" | "or")
    };
    (length.end <= span.start || length.start >= span.end)
        && between.len() <= REACH
        && document.prose.sentence_of(length.start) == document.prose.sentence_of(span.start)
        && between.into_iter().all(is_between)
}

fn fits(length: &Quantity, first: &TimeExpr, last: &TimeExpr) -> bool {
    match (first.grain, last.grain) {
        (Grain::Year, Grain::Year) => {
            let Some((from, to)) = first.from.zip(last.from) else { return true };
            let years = f64::from(to - from) / 365.25;
            (length.low / HOURS_OF_YEAR - years).abs() < SLACK_OF_YEARS + 0.5
        }
        (Grain::Clock, Grain::Clock) => {
            let Some((from, to)) = first.clock.zip(last.clock) else { return true };
            let hours = f64::from((to.from - from.from).rem_euclid(24 * 60)) / 60.0;
            (length.low - hours).abs() <= (hours * SLACK_OF_HOURS.0).max(SLACK_OF_HOURS.1)
        }
        _ => true,
    }
}
