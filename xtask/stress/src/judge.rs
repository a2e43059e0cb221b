//! What the core says of an article beside a copy of it.
//!
//! In: a [`Source`] and a copy. Out: whether a changed fact was found, or how many findings a neutral copy raised.
//! Example: of "Lee will go." beside "Lee may go." a finding counts whose evidence in the copy meets "may".
//! Limits: an article's findings against itself, which stand beside its unchanged copy too, count for nothing.

use crosscheck::kind::{ContradictionKind, Scope, Severity};
use crosscheck::report::{Evidence, Finding, Report};
use crosscheck::span::Span;
use crosscheck::{Article, Options, check};

use crate::source::{Edit, Source};

/// Evidence of more words shows no place.
const MOST_WORDS: usize = 45;

/// Kinds that are no difference of fact.
const STYLE: &[ContradictionKind] =
    &[ContradictionKind::QuoteTypography, ContradictionKind::NameSpellingVariant];

/// The report on the article beside a copy.
#[must_use]
pub fn beside(source: &Source, copy: &Article) -> Report {
    check(&[source.article.clone(), copy.clone()], &Options::default())
}

/// Whether a finding that the unchanged pair does not have meets the changed place in the copy.
#[must_use]
pub fn is_found(source: &Source, unchanged: &Report, edit: &Edit) -> bool {
    let report = beside(source, &source.with(edit));
    let place = Span::new(edit.span.start as usize, edit.span.start as usize + edit.text.len());
    report.findings.iter().any(|finding| {
        finding.severity > Severity::Info
            && !STYLE.contains(&finding.kind)
            && meets(&report, finding, place)
            && !unchanged.findings.iter().any(|known| is_known(known, finding, edit))
    })
}

fn meets(report: &Report, finding: &Finding, place: Span) -> bool {
    let text = report.articles.get(1).map_or("", |copy| &copy.text);
    finding.evidence.iter().filter(|evidence| evidence.article == 1).any(|evidence| {
        evidence.span.overlaps(place) && evidence.span.of(text).split_whitespace().count() <= MOST_WORDS
    })
}

/// Whether the finding is one of the unchanged pair: of its kind, with no other evidence, that in the copy moved by the edit.
fn is_known(known: &Finding, finding: &Finding, edit: &Edit) -> bool {
    let moved = |evidence: &Evidence| {
        let by = |at: u32| match at as usize {
            at if evidence.article != 1 || at <= edit.span.start as usize => at,
            at => (at + edit.text.len()).saturating_sub(edit.span.len()),
        };
        (evidence.article, by(evidence.span.start), by(evidence.span.end))
    };
    let places: Vec<_> = known.evidence.iter().map(moved).collect();
    known.kind == finding.kind
        && known.scope == finding.scope
        && finding
            .evidence
            .iter()
            .all(|e| places.contains(&(e.article, e.span.start as usize, e.span.end as usize)))
}

/// Findings that a neutral copy must not have: all between the two, and those within one that the unchanged pair has not.
#[must_use]
pub fn alarms(source: &Source, unchanged: &Report, copy: &Article) -> Vec<Finding> {
    let report = beside(source, copy);
    let mut own: Vec<ContradictionKind> = within(unchanged).map(|finding| finding.kind).collect();
    report
        .findings
        .into_iter()
        .filter(|finding| {
            let known = own.iter().position(|kind| finding.scope == Scope::Within && *kind == finding.kind);
            known.map(|at| own.remove(at)).is_none()
        })
        .collect()
}

fn within(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| finding.scope == Scope::Within)
}
