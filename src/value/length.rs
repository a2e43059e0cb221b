//! Lengths of time without a number.
//!
//! In: a token. Out: the length that begins there. Example: "for an hour", "a year and a half", "week-long".
//! Limits: "an hour" counts only behind words that measure ("for", "after", "nearly"), since "$5 an hour" is a rate.

use crate::kind::EntityKind;
use crate::lexicon::Lexicon;
use crate::prose::Prose;
use crate::value::measure::Measure;
use crate::value::number::{Number, Sense};
use crate::value::quantity::Reading;

/// Lengths of time without a number: "an hour", "a year and a half", "week-long".
pub(super) fn length_in_words(lex: &Lexicon, prose: &Prose, at: usize) -> Option<Reading> {
    let is_article = matches!(prose.lower(at), "a" | "an");
    let unit = at + usize::from(is_article);
    let row = lex.units.get(prose.lower(unit)).filter(|row| row.first() == Some(&"hour"))?;
    let hyphen = prose.raw(unit + 1) == "-" && !prose.is_spaced(unit + 1);
    let is_long = hyphen && prose.lower(unit + 2) == "long";
    let is_singular = !prose.lower(unit).ends_with('s') && prose.lower(unit) != "second";
    let plain = is_article && is_singular && !hyphen && is_length(prose, at, unit);
    if !is_long && !plain {
        return None;
    }
    let has_half = plain
        && (prose.lower(unit + 1), prose.lower(unit + 2), prose.lower(unit + 3)) == ("and", "a", "half");
    let end = if has_half { unit + 4 } else { unit + 1 };
    let value = if has_half { 1.5 } else { 1.0 };
    let number = Number { end: unit, value, step: 0.5, scale: 1.0, sense: Sense::Lump, suffix: None };
    let measure = Measure {
        end,
        unit: "hour".to_owned(),
        factor: row.get(1)?.parse().ok()?,
        kind: EntityKind::Duration,
        designator: row.get(2).copied().unwrap_or(""),
        is_tied: is_long,
    };
    Some(Reading { start: if is_long { unit } else { at }, number, pair: None, measure: Some(measure) })
}

/// "for an hour", "after a week of talks", but not "twice a week", "$5 an hour", "a day that", "a year ago".
fn is_length(prose: &Prose, at: usize, unit: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| prose.lower(i));
    let behind = prose.lower(unit + 1);
    let is_measured = matches!(
        before,
        "for"
            | "after"
            | "about"
            | "nearly"
            | "almost"
            | "within"
            | "over"
            | "than"
            | "least"
            | "around"
            | "lasted"
            | "took"
            | "takes"
            | "last"
            | "roughly"
            | "just"
            | "to"
            | "under"
            | "half"
    );
    is_measured && !matches!(behind, "ago" | "earlier" | "later" | "when" | "that")
}
