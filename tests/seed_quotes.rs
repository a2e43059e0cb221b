//! Quotations of the bundled articles, against their own annotation in `gold/seed_quotes.tsv`: each with its span, its speaker, the other versions of
//! the utterance and its standing among them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that can not go on has failed.

mod bundled;

use std::collections::{BTreeMap, BTreeSet};

use bundled::{Row, given, rows, seeds};
use crosscheck::kind::QuoteStatus;
use crosscheck::report::{Quotation, Report};
use crosscheck::span::Span;
use crosscheck::{Options, check};

/// Columns of the annotation behind the span.
const SPEAKER: usize = 1;
const UTTERANCE: usize = 2;
const STATUS: usize = 3;

/// The quotation in marks whose letters are those of the row.
fn quotation<'a>(report: &'a Report, row: &Row<'_>) -> Option<&'a Quotation> {
    let text = &report.articles[row.article as usize].text;
    let letters = |span: Span| span.of(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let want = letters(Span { start: row.start, end: row.end });
    let meets = |q: &&Quotation| {
        let span = q.place.span;
        q.place.article == row.article && span.start < row.end && row.start < span.end
    };
    report
        .quotations
        .iter()
        .filter(|q| q.kind.is_verbatim())
        .filter(meets)
        .find(|q| letters(q.content) == want)
}

fn annotated() -> (Report, Vec<Row<'static>>) {
    let articles = seeds();
    let rows = rows(include_str!("gold/seed_quotes.tsv"), &articles);
    (check(&articles, &Options::default()), rows)
}

#[test]
fn every_quotation_has_its_span_and_speaker() {
    let (report, rows) = annotated();
    let articles = seeds();
    let names = bundled::rows(include_str!("gold/seed_names.tsv"), &articles);
    let persons = given(&report, &names);
    let mut wrong = Vec::new();
    for row in &rows {
        let words = Span { start: row.start, end: row.end }.of(&report.articles[row.article as usize].text);
        let Some(found) = quotation(&report, row) else {
            wrong.push(format!("{words}: not found"));
            continue;
        };
        let is_right = match (row.columns[SPEAKER], found.speaker) {
            ("-", speaker) => speaker.is_none(),
            (name, Some(speaker)) => persons.get(name).is_some_and(|ids| ids.contains(&speaker)),
            (_, None) => false,
        };
        if !is_right {
            let got = found.speaker.map(|id| report.entities[id as usize].name.as_str());
            wrong.push(format!("{words}: {got:?} for {}", row.columns[SPEAKER]));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n  {}", wrong.len(), rows.len(), wrong.join("\n  "));
}

#[test]
fn every_utterance_has_its_versions_with_their_standing() {
    let (report, rows) = annotated();
    let mut utterances: BTreeMap<&str, BTreeSet<Option<u32>>> = BTreeMap::new();
    let mut owners: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in &rows {
        let Some(found) = quotation(&report, row) else { continue };
        let (utterance, status) = (row.columns[UTTERANCE], row.columns[STATUS]);
        utterances.entry(utterance).or_default().insert(found.cluster);
        owners.entry(found.cluster.unwrap()).or_default().insert(utterance);
        // Of versions with the same words any may be the reference.
        let got = found.status.unwrap();
        let is_same = |s: &str| matches!(s, "reference" | "exact");
        if got.as_str() != status && !(is_same(got.as_str()) && is_same(status)) {
            let text = &report.articles[row.article as usize].text;
            wrong.push(format!("{}: {got} for {status}", found.content.of(text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(utterances.len(), 14);
    let split: Vec<_> = utterances.iter().filter(|(_, clusters)| clusters.len() > 1).collect();
    assert!(split.is_empty(), "one utterance in several clusters: {split:?}");
    let merged: Vec<_> = owners.values().filter(|names| names.len() > 1).collect();
    assert!(merged.is_empty(), "several utterances in one cluster: {merged:?}");
    assert!(
        report.clusters.iter().all(|c| c.versions[c.reference as usize].status == QuoteStatus::Reference)
    );
}
