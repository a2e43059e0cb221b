//! Texts with the quotations that must be found in them, and that straight and curly marks make no difference.
//!
//! `tests/cases/quotations.txt` holds cases. A case begins with a line `== name`; then comes the text, begun by `T:` (each further line is a paragraph, or,
//! behind `+`, the next line of one), and what is expected, in the order of the text: `-> kind | speaker | words`, where the speaker is `-` when nobody is named and the words are how the content begins; or `-> none`. A
//! fourth part holds further facts, parted by `;`: `ends WORDS`, `class CLASS`, `via NAME` (`-` for none), `cue WORDS`, `source WORDS`, `unknown` (nobody
//! is known to have said it), `doubtful` (somebody is, but less surely than by an attribution). The case fails when a quotation is missing, or when
//! there is one more.

use std::fs;
use std::path::Path;

use crosscheck::report::{Quotation, Report};
use crosscheck::span::Span;
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
            (None, None) => match line.strip_prefix("+ ") {
                Some(next) => case.text = format!("{}\n{next}", case.text),
                None => case.text = format!("{}\n\n{line}", case.text),
            },
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
    let text = &report.articles[0].text;
    let row = |q: &Quotation| (q.kind.to_string(), name(report, q.speaker), q.content.of(text).to_owned());
    report.quotations.iter().map(row).collect()
}

fn name(report: &Report, entity: Option<u32>) -> String {
    entity.map_or("-", |id| report.entities[id as usize].name.as_str()).to_owned()
}

/// Confidence of a quotation whose speaker is not known.
const UNKNOWN: u8 = 40;
/// The least confidence of an attribution by words of the text.
const ATTRIBUTED: u8 = 60;

/// Whether the quotation is what the line says.
fn fits(report: &Report, q: &Quotation, expected: &str) -> bool {
    let text = &report.articles[0].text;
    let parts: Vec<&str> = expected.splitn(4, " | ").collect();
    let content = q.content.of(text);
    let of = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    let holds = |fact: &str| match fact.split_once(' ').unwrap_or((fact, "")) {
        ("ends", words) => content.ends_with(words),
        ("class", class) => q.source_class.to_string() == class,
        ("via", outlet) => name(report, q.via) == outlet,
        ("cue", words) => of(q.cue) == words,
        ("source", words) => of(q.source) == words,
        ("unknown", "") => q.speaker.is_none() && q.confidence <= UNKNOWN,
        ("doubtful", "") => q.confidence > UNKNOWN && q.confidence < ATTRIBUTED,
        _ => false,
    };
    parts[0] == q.kind.to_string()
        && parts[1] == name(report, q.speaker)
        && content.starts_with(parts[2])
        && parts.get(3).is_none_or(|facts| facts.split("; ").all(holds))
}

#[test]
fn every_case() {
    let mut complaints = Vec::new();
    assert!(cases().len() >= 125, "the cases can not be read");
    for case in cases() {
        let report = read(&case.text);
        let all = &report.quotations;
        let fits = all.len() == case.expected.len()
            && all.iter().zip(&case.expected).all(|(q, expected)| fits(&report, q, expected));
        if !fits {
            let text = &report.articles[0].text;
            let found = all.iter().map(|q| {
                let of = |span: Option<Span>| span.map_or("-", |span| span.of(text));
                format!(
                    "  {} | {} | {} | class {}; via {}; cue {}; source {}; {}",
                    q.kind,
                    name(&report, q.speaker),
                    q.content.of(text),
                    q.source_class,
                    name(&report, q.via),
                    of(q.cue),
                    of(q.source),
                    q.confidence
                )
            });
            complaints.push(format!("{}: got\n{}", case.name, found.collect::<Vec<_>>().join("\n")));
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
