//! The bundled articles and the lines of their annotations in `tests/gold/`.
#![allow(clippy::unwrap_used)] // A test that can not go on has failed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crosscheck::Article;
use crosscheck::report::{Entity, Place, Report};
use serde_json::Value;

/// One line of an annotation.
pub struct Row<'a> {
    pub article: u32,
    pub start: u32,
    pub end: u32,
    pub columns: Vec<&'a str>,
}

/// The bundled articles in their order.
pub fn seeds() -> Vec<Article> {
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
pub fn rows<'a>(source: &'a str, articles: &[Article]) -> Vec<Row<'a>> {
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

/// The entity of the mention that stands exactly there.
pub fn entity<'a>(report: &'a Report, row: &Row<'_>) -> Option<&'a Entity> {
    report.entities.iter().find(|e| e.mentions.iter().any(|m| is_at(&m.place, row)))
}

/// For each annotated thing the entities that its mentions were given.
pub fn given<'a>(report: &Report, rows: &[Row<'a>]) -> BTreeMap<&'a str, BTreeSet<u32>> {
    let mut out: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.columns[0] == "name") {
        out.entry(row.columns[1]).or_default().extend(entity(report, row).map(|e| e.id));
    }
    out
}
