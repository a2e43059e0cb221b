//! The timeline: sentences with a time that could be resolved, in order of that time.

use crate::assemble::place;
use crate::corpus::{Corpus, Document};
use crate::kind::BlockRole;
use crate::order::sort_by;
use crate::report::TimelineEntry;
use crate::value::{Grain, TimeExpr, iso_date};

/// Resolved times with the clause that they date.
pub fn entries(corpus: &Corpus) -> Vec<TimelineEntry> {
    let mut out: Vec<TimelineEntry> = Vec::new();
    for (article, document) in corpus.documents.iter().enumerate() {
        out.extend(document.times.iter().filter_map(|time| entry(article, document, time)));
    }
    sort_by(&mut out, |a, b| (&a.from, &a.to, &a.text, a.place).cmp(&(&b.from, &b.to, &b.text, b.place)));
    out
}

fn entry(article: usize, document: &Document, time: &TimeExpr) -> Option<TimelineEntry> {
    let (from, to) = (time.from?, time.to?);
    let is_text = matches!(
        document.prose.role_of(time.tokens.start),
        BlockRole::Body | BlockRole::Standfirst | BlockRole::Caption
    );
    if !is_text || time.is_vague || time.grain == Grain::Clock {
        return None;
    }
    let holding = document
        .claims
        .iter()
        .find(|c| c.tokens.start <= time.tokens.start && time.tokens.end <= c.tokens.end);
    let span = holding.map_or_else(
        || document.prose.sentence_span(document.prose.sentence_of(time.tokens.start)),
        |c| c.span,
    );
    let text = document.text(span).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(TimelineEntry { from: iso_date(from), to: iso_date(to), text, place: place(article, span) })
}
