//! "Met the defence minister" where the article knows only the prosecutor: an office that the article has otherwise.

use std::ops::Range;

use crate::contradiction::brief::{Clash, Line};
use crate::corpus::Document;
use crate::kind::ContradictionKind;

/// So much of the sentence, in percent, stands somewhere in the article,
const LEAST_COVERAGE: u32 = 74;
/// and so much in one sentence of it.
const LEAST_BEST: u32 = 30;

/// An office of which the article knows no word, where a sentence on the matter has another.
pub fn clash(line: &Line<'_>) -> Option<Clash> {
    if !line.is_full() {
        return None;
    }
    let own = offices(line, line.own, &line.tokens);
    let foreign = own.into_iter().find(|range| {
        range.clone().any(|i| line.own.prose.lower(i).len() > 2 && !line.is_known(i))
            && line.coverage(range) >= LEAST_COVERAGE
            && line.best() >= LEAST_BEST
    })?;
    let rival = line.near.iter().find_map(|near| {
        offices(line, line.other, &near.tokens)
            .into_iter()
            .find(|range| range.clone().any(|j| !line.own.prose.has_word(line.other.prose.lower(j))))
    })?;
    Some(Clash {
        kind: ContradictionKind::TitleRole,
        own: foreign,
        other: rival,
        what: "the long text has another office there",
        confidence: 60,
    })
}

/// Titles of offices that one person holds at a time, in a stretch.
fn offices(line: &Line<'_>, document: &Document, tokens: &Range<usize>) -> Vec<Range<usize>> {
    let prose = &document.prose;
    let mut out: Vec<Range<usize>> = Vec::new();
    for i in tokens.clone() {
        if out.last().is_some_and(|r| r.contains(&i)) {
            continue;
        }
        let Some((length, row)) = line.lex.titles.phrase((i..tokens.end).map(|j| prose.lower(j))) else {
            continue;
        };
        if row.first() == Some(&"office") {
            out.push(i..i + length);
        }
    }
    out
}
