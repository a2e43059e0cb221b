//! The whole report of each bundled topic, so that a reviewer sees what a change does to real articles.
//!
//! In goes `seeds/<topic>/` with its manifest; out come `tests/golden/<topic>.txt`, the report as the command prints it, and
//! `<topic>.json`, the form that the page receives. Example: a changed rule fails here with the lines that differ; after reading them,
//! `cargo xtask golden --accept` takes the new report. Limits: the page's browser test compares with the same JSON file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that can not go on has failed.

use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::export::{Format, Reader, export};
use crosscheck::wire::Report;
use crosscheck::{Article, Options, check};
use serde_json::Value;

/// The variable that `cargo xtask golden --accept` sets: write the reports instead of comparing them.
const ACCEPT: &str = "CROSSCHECK_ACCEPT";

/// Lines of one difference that are shown, and lines around it.
const SHOWN: usize = 15;
const AROUND: usize = 3;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn topics() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("seeds")).unwrap().map(|entry| entry.unwrap().path());
    let mut topics: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    topics.sort();
    assert!(!topics.is_empty(), "seeds/ holds topics");
    topics
}

/// The articles with what the manifest says of them, just as the page hands them over.
fn articles(topic: &Path) -> Vec<Article> {
    let manifest: Value =
        serde_json::from_str(&fs::read_to_string(topic.join("manifest.json")).unwrap()).unwrap();
    let given = |row: &Value, field: &str| row[field].as_str().map(String::from);
    let rows = manifest["articles"].as_array().unwrap();
    let article = |row: &Value| Article {
        text: fs::read_to_string(topic.join(row["file"].as_str().unwrap())).unwrap(),
        title: given(row, "title"),
        outlet: given(row, "outlet"),
        date: given(row, "date"),
    };
    rows.iter().map(article).collect()
}

/// Compares with the accepted file, or accepts.
fn compare(file: &Path, now: &str) -> Option<String> {
    if std::env::var_os(ACCEPT).is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, now).unwrap();
        return None;
    }
    let golden = fs::read_to_string(file).unwrap_or_default();
    (golden != now).then(|| format!("{}\n{}", file.display(), difference(&golden, now)))
}

/// The first lines that differ, with a few around them.
fn difference(golden: &str, now: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), now.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tails = old[same..].iter().rev().zip(new[same..].iter().rev());
    let same_end = tails.take_while(|(a, b)| a == b).count();
    let before = old[..same].iter().skip(same.saturating_sub(AROUND)).map(|line| format!("  {line}\n"));
    let lines = |sign: char, changed: &[&str]| {
        let shown: String = changed.iter().take(SHOWN).map(|line| format!("{sign} {line}\n")).collect();
        let left = changed.len().saturating_sub(SHOWN);
        if left > 0 { format!("{shown}{sign} and {left} more lines\n") } else { shown }
    };
    let removed = lines('-', &old[same..old.len() - same_end]);
    let added = lines('+', &new[same..new.len() - same_end]);
    let after = old[old.len() - same_end..].iter().take(AROUND).map(|line| format!("  {line}\n"));
    format!(
        "@@ line {}\n{}{removed}{added}{}",
        same + 1,
        before.collect::<String>(),
        after.collect::<String>()
    )
}

#[test]
fn the_reports_of_the_bundled_topics_are_as_accepted() {
    let mut differences = Vec::new();
    for topic in topics() {
        let report = Report::new(&check(&articles(&topic), &Options::default()));
        let json = serde_json::to_string_pretty(&report).unwrap() + "\n";
        let name = topic.file_name().unwrap().to_str().unwrap();
        let golden = root().join("tests/golden");
        differences.extend(compare(
            &golden.join(format!("{name}.txt")),
            &export(&report, &Reader::default(), Format::Text),
        ));
        differences.extend(compare(&golden.join(format!("{name}.json")), &json));
    }
    let told = differences.join("\n");
    assert!(differences.is_empty(), "{told}\nIf this is what you want: cargo xtask golden --accept");
}

#[test]
fn a_difference_is_shown_with_the_lines_around_it() {
    let golden = "1\n2\n3\n4\nold\n6\n7";
    let now = "1\n2\n3\n4\nnew\nmore\n6\n7";
    assert_eq!(difference(golden, now), "@@ line 5\n  2\n  3\n  4\n- old\n+ new\n+ more\n  6\n  7\n");
    assert_eq!(difference("", "new"), "@@ line 1\n+ new\n");
    assert_eq!(difference("a\na", "a"), "@@ line 2\n  a\n- a\n");
}
