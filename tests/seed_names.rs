//! Who is who in the bundled articles, against their own annotation in `gold/seed_names.tsv`.
//!
//! Every thing's mentions must be one entity, over all articles; things that may not be merged must be apart; of the titles nine in ten must have their person,
//! office, polity and status. A name that was not recognised is no error here: how well names are found is measured elsewhere; but most must be there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that can not go on has failed.

mod bundled;

use std::collections::{BTreeMap, BTreeSet};

use bundled::{Row, entity, given, rows, seeds};
use crosscheck::report::Report;
use crosscheck::span::Span;
use crosscheck::{Options, check};

/// Of a hundred annotated names so many must be found, or nothing was tested.
const FOUND: usize = 94;
/// Of a hundred annotated titles so many must be right.
const TITLES: usize = 90;

#[test]
fn every_merge_is_right() {
    let articles = seeds();
    let source = include_str!("gold/seed_names.tsv");
    let rows = rows(source, &articles);
    let report = check(&articles, &Options::default());
    let names: Vec<&Row<'_>> = rows.iter().filter(|row| row.columns[0] == "name").collect();
    let found = names.iter().filter(|row| entity(&report, row).is_some()).count();
    assert!(found * 100 >= names.len() * FOUND, "{found} of {} names are found", names.len());
    let given = given(&report, &rows);
    let split: Vec<_> = given.iter().filter(|(_, entities)| entities.len() > 1).collect();
    assert!(split.is_empty(), "one thing as several: {split:?}");
    let mut owners: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (thing, entity) in given.iter().flat_map(|(thing, ids)| ids.iter().map(move |id| (*thing, *id))) {
        owners.entry(entity).or_default().push(thing);
    }
    let merged: Vec<_> = owners.values().filter(|things| things.len() > 1).collect();
    assert!(merged.is_empty(), "several things as one: {merged:?}");
    for line in source.lines().filter(|line| line.starts_with("apart")) {
        let pair: Vec<&str> = line.split('\t').skip(1).collect();
        assert!(given[pair[0]].is_disjoint(&given[pair[1]]), "{pair:?} are one");
    }
}

/// What is wrong with a title, if anything.
fn complaint(report: &Report, persons: &BTreeMap<&str, BTreeSet<u32>>, row: &Row<'_>) -> Option<String> {
    let [person, title, of, status] = row.columns[1..] else { panic!("a title has four columns") };
    let span = Span { start: row.start, end: row.end };
    let text = span.of(&report.articles[row.article as usize].text);
    let here = report.entities.iter().flat_map(|e| e.offices.iter().map(move |office| (e, office))).find(
        |(_, o)| {
            o.place.article == row.article && o.place.span.start < row.end && row.start < o.place.span.end
        },
    );
    let Some((entity, office)) = here else { return Some(format!("{text}: no office")) };
    let is_spoken = office.title.starts_with("spokes") && title == "spokesperson";
    let is_right = persons[person].contains(&entity.id)
        && (office.title == title || is_spoken)
        && office.of.as_deref() == Some(of)
        && office.status.as_str() == status;
    (!is_right)
        .then(|| format!("{text}: {} is {} of {:?}, {}", entity.name, office.title, office.of, office.status))
}

#[test]
fn nine_titles_in_ten_are_right() {
    let articles = seeds();
    let rows = rows(include_str!("gold/seed_names.tsv"), &articles);
    let report = check(&articles, &Options::default());
    let persons = given(&report, &rows);
    let titles: Vec<&Row<'_>> = rows.iter().filter(|row| row.columns[0] == "title").collect();
    let wrong: Vec<String> = titles.iter().filter_map(|row| complaint(&report, &persons, row)).collect();
    let right = titles.len() - wrong.len();
    assert!(
        right * 100 >= titles.len() * TITLES,
        "{right} of {} titles are right; wrong:\n  {}",
        titles.len(),
        wrong.join("\n  ")
    );
}
