//! Texts with the quotations that must be found in them, and that straight and curly marks make no difference.
//!
//! `tests/cases/quotations.txt` holds cases. A case begins with a line `== name`; then comes the text, begun by `T:`, and what is expected, in the order
//! of the text: `-> kind | speaker | words`, where the speaker is `-` when nobody is named and the words are how the content begins; or `-> none`. The
//! case fails when a quotation is missing, or when there is one more.

use std::fs;
use std::path::Path;

use crosscheck::report::Report;
use crosscheck::{Article, Options, check};

struct Case {
    name: String,
    text: String,
    expected: Vec<String>,
}

fn cases() -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/quotations.txt");
    let source = fs::read_to_string(path).unwrap_or_default();
    source.split("\n== ").skip(1).map(case).collect()
}

fn case(block: &str) -> Case {
    let mut lines = block.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut case =
        Case { name: lines.next().unwrap_or_default().to_owned(), text: String::new(), expected: Vec::new() };
    for line in lines {
        match (line.strip_prefix("-> "), line.strip_prefix("T: ")) {
            (Some("none"), _) => {}
            (Some(expected), _) => case.expected.push(expected.to_owned()),
            (None, Some(text)) => case.text = text.to_owned(),
            (None, None) => case.text = format!("{}\n\n{line}", case.text),
        }
    }
    case
}

fn read(text: &str) -> Report {
    let article = Article { text: text.to_owned(), ..Article::default() };
    check(&[article], &Options::default())
}

/// Kind, speaker and content of each quotation.
fn quotations(report: &Report) -> Vec<(String, String, String)> {
    let name = |id: Option<u32>| id.map_or("-", |id| report.entities[id as usize].name.as_str()).to_owned();
    let text = &report.articles[0].text;
    let row = |q: &crosscheck::report::Quotation| {
        (q.kind.to_string(), name(q.speaker), q.content.of(text).to_owned())
    };
    report.quotations.iter().map(row).collect()
}

#[test]
fn every_case() {
    let mut complaints = Vec::new();
    assert!(cases().len() > 20, "the cases can not be read");
    for case in cases() {
        let found = quotations(&read(&case.text));
        let fits = found.len() == case.expected.len()
            && found.iter().zip(&case.expected).all(|((kind, speaker, words), expected)| {
                let parts: Vec<&str> = expected.splitn(3, " | ").collect();
                parts[0] == kind && parts[1] == speaker && words.starts_with(parts[2])
            });
        if !fits {
            complaints.push(format!("{}: got {found:#?}", case.name));
        }
    }
    assert!(complaints.is_empty(), "{} cases fail:\n{}", complaints.len(), complaints.join("\n"));
}

/// The text with each straight double mark turned into the curly one that fits.
fn curled(text: &str) -> String {
    let mut is_open = false;
    let curl = |c: char| {
        if c != '"' {
            return c;
        }
        is_open = !is_open;
        if is_open { '“' } else { '”' }
    };
    text.chars().map(curl).collect()
}

#[test]
fn straight_and_curly_marks_give_the_same_quotations() {
    for case in cases() {
        let straight = case.text.replace(['“', '”'], "\"");
        if straight.lines().any(|line| line.matches('"').count() % 2 == 1) {
            continue;
        }
        let plain = |report: &Report| -> Vec<(String, String, String)> {
            quotations(report).into_iter().map(|(k, s, w)| (k, s, w.replace(['“', '”'], "\""))).collect()
        };
        assert_eq!(plain(&read(&straight)), plain(&read(&curled(&straight))), "{}", case.name);
    }
}

#[test]
fn a_line_without_end_is_read_in_time() {
    let line = "“We won, the allies' friends,” said Ann Lee, who said that he called it 'a farce' and, as he noted, it is \"over\", ".repeat(900);
    assert!(read(&line).quotations.len() > 1000);
}
