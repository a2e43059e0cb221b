//! "Earlier in his presidency he pledged to end it on day one": the first day lies before the pledge.

use std::ops::Range;

use crate::contradiction::temporal_impossibility::{Impossible, is_text};
use crate::corpus::Document;
use crate::kind::Severity;
use crate::prose::Prose;
use crate::token::TokenKind;

/// Times of holding an office.
const TENURES: [&str; 12] = [
    "administration",
    "chancellorship",
    "governorship",
    "leadership",
    "mayoralty",
    "office",
    "premiership",
    "presidency",
    "reign",
    "tenure",
    "term",
    "government",
];
const VOWS: [&str; 5] = ["guarantee", "pledge", "promise", "swear", "vow"];
/// The vow stands within so many tokens of the time in office,
const TO_VOW: usize = 10;
/// and the first day within so many behind the vow.
const TO_DAY: usize = 16;
/// Words for another time in office, or for the time before it.
const OTHERS: [&str; 16] = [
    "before",
    "campaign",
    "campaigned",
    "campaigning",
    "candidate",
    "candidacy",
    "election",
    "electoral",
    "next",
    "previous",
    "second",
    "third",
    "future",
    "run",
    "running",
    "new",
];

/// Vows of an article, made within a term, on what its first day would bring.
pub fn too_late(article: usize, document: &Document) -> Vec<Impossible> {
    let prose = &document.prose;
    let sentences = prose.sentences.iter().enumerate().filter(|(_, tokens)| is_text(document, tokens.start));
    let found = sentences.filter_map(|(sentence, tokens)| {
        let tenure = tokens.clone().find_map(|i| tenure(prose, i))?;
        let near =
            tenure.start.saturating_sub(TO_VOW).max(tokens.start)..(tenure.end + TO_VOW).min(tokens.end);
        let vow = near.into_iter().find(|&i| VOWS.contains(&prose.lemma(i)))?;
        let day = (vow + 1..tokens.end.min(vow + TO_DAY)).find_map(|i| first_day(prose, i))?;
        let is_other = tokens.clone().any(|i| OTHERS.contains(&prose.lower(i)));
        (!is_other).then(|| Impossible {
            sides: [(article, sentence, tenure), (article, sentence, vow..day.end)],
            severity: Severity::Low,
            confidence: 66,
            topic: "A vow for the first day",
            why: "A vow on the first day in office can not be made when that time in office has begun."
                .to_owned(),
            who: None,
        })
    });
    found.collect()
}

/// "Earlier in his presidency", "during her time in office".
fn tenure(prose: &Prose, at: usize) -> Option<Range<usize>> {
    let is_begun = prose.lower(at) == "during"
        || prose.lower(at) == "in"
            && matches!(prose.lower(at.wrapping_sub(1)), "earlier" | "early" | "late" | "later")
        || matches!(prose.lower(at), "into" | "through")
            && matches!(prose.lower(at.wrapping_sub(1)), "midway" | "halfway" | "months" | "weeks" | "years");
    let owner = matches!(prose.lower(at + 1), "his" | "her" | "their" | "its");
    let noun = (at + 2..at + 5).find(|&i| TENURES.contains(&prose.lemma(i)))?;
    let is_short =
        (at + 2..noun).all(|i| matches!(prose.lower(i), "current" | "time" | "in" | "first" | "present"));
    let from = if prose.lower(at) == "during" { at } else { at.saturating_sub(1) };
    (is_begun && owner && is_short).then_some(from..noun + 1)
}

/// "Day one", "his first day in office", but no first day of anything else.
fn first_day(prose: &Prose, at: usize) -> Option<Range<usize>> {
    let end = match (prose.lower(at), prose.lower(at + 1)) {
        ("day", "one" | "1") | ("first", "day") => at + 2,
        _ => return None,
    };
    let is_of_other = matches!(prose.lower(end), "of" | "at" | "after" | "back")
        || prose.lower(end) == "in" && prose.lower(end + 1) != "office"
        || prose.lower(end) == "as";
    // Marks that open before the words are shown with what closes them.
    let is_mark = |i: &usize| prose.kind(*i) == TokenKind::QuoteMark;
    let close = (end..end + 2).find(is_mark).filter(|_| is_mark(&at.saturating_sub(1)));
    (!is_of_other).then_some(at..close.map_or(end, |mark| mark + 1))
}
