//! Who is who in the bundled articles, against their own annotation in `gold/seed_names.tsv`.
//!
//! Every thing's mentions must be one entity, over all articles; things that may not be merged must be apart; of the titles nine in ten must have their person,
//! office, polity and status. A name that was not recognised is no error here: how well names are found is measured elsewhere; but most must be there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that can not go on has failed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crosscheck::report::{Entity, Place, Report};
use crosscheck::span::Span;
use crosscheck::{Article, Options, check};
use serde_json::Value;

/// Of a hundred annotated names so many must be found, or nothing was tested.
const FOUND: usize = 94;
/// Of a hundred annotated titles so many must be right.
const TITLES: usize = 90;

struct Row<'a> {
    article: u32,
    start: u32,
    end: u32,
    columns: Vec<&'a str>,
}

fn seeds() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/ukraine-talks");
    let manifest: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("manifest.json")).unwrap()).unwrap();
    let given = |row: &Value, field: &str| row[field].as_str().map(String::from);
    let article = |row: &Value| Article {
        text: fs::read_to_string(folder.join(row["file"].as_str().unwrap())).unwrap(),
        title: given(row, "title"),
        outlet: given(row, "outlet"),
        date: given(row, "date"),
    };
    manifest["articles"].as_array().unwrap().iter().map(article).collect()
}

/// The annotation, its offsets as bytes.
fn rows<'a>(source: &'a str, articles: &[Article]) -> Vec<Row<'a>> {
    let byte = |article: u32, character: &str| {
        let text = &articles[article as usize].text;
        let at = text.char_indices().nth(character.parse().unwrap()).map_or(text.len(), |(at, _)| at);
        u32::try_from(at).unwrap()
    };
    let lines = source.lines().filter(|line| !line.starts_with('#') && !line.starts_with("apart"));
    lines
        .map(|line| {
            let mut columns: Vec<&str> = line.split('\t').collect();
            let article = columns[0].parse().unwrap();
            let (start, end) = (byte(article, columns[1]), byte(article, columns[2]));
            columns.drain(..3);
            Row { article, start, end, columns }
        })
        .collect()
}

fn is_at(place: &Place, row: &Row<'_>) -> bool {
    place.article == row.article && place.span.start == row.start && place.span.end == row.end
}

fn entity<'a>(report: &'a Report, row: &Row<'_>) -> Option<&'a Entity> {
    report.entities.iter().find(|e| e.mentions.iter().any(|m| is_at(&m.place, row)))
}

/// For each annotated thing the entities that its mentions were given.
fn given<'a>(report: &Report, rows: &[Row<'a>]) -> BTreeMap<&'a str, BTreeSet<u32>> {
    let mut out: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.columns[0] == "name") {
        out.entry(row.columns[1]).or_default().extend(entity(report, row).map(|e| e.id));
    }
    out
}

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
