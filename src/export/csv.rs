//! The report for a spreadsheet: RFC 4180, a table each of findings, names, quotations and claims.
//!
//! In: a report and the reader's part. Out: rows that end in CR LF, the first with the names of the columns. Example: a cell `=1+1` becomes
//! `'=1+1`, which no spreadsheet calculates. Limits: two passages of a finding have columns of their own, more share one; no
//! byte-order mark is written, who saves the file adds one where a program wants it.

mod tables;

use crate::kind::Severity;
use crate::wire::{Finding, Report};

use super::flow::slice;
use super::reader::{Reader, Verdict};
use super::view::{Passage, View};
use super::words::{clean, letter};

/// The columns, in order.
const HEAD: [&str; 19] = [
    "finding",
    "topic",
    "kind",
    "title",
    "severity",
    "confidence",
    "scope",
    "summary",
    "explanation",
    "article_1",
    "name_1",
    "line_1",
    "passage_1",
    "focus_1",
    "article_2",
    "name_2",
    "line_2",
    "passage_2",
    "focus_2",
];
/// What two passages leave over, what the reader said, and the address of the first two articles.
const REST: [&str; 7] = ["more_passages", "verdict", "reason", "follow_up", "note", "address_1", "address_2"];
/// Characters with which a spreadsheet takes a cell for a formula, or a program for a new cell; also as full-width forms.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

pub use tables::{claims, names, quotations};

/// The findings as rows, the most serious first.
pub fn findings(report: &Report, reader: &Reader) -> String {
    let view = View::new(report, reader);
    let rows = view.findings(|severity| severity >= Severity::Info).into_iter();
    let rows = rows.map(|finding| cells(&view, reader, finding)).collect();
    table(HEAD.iter().chain(&REST), rows)
}

/// A head and its rows.
fn table<'a>(head: impl IntoIterator<Item = &'a &'static str>, rows: Vec<Vec<String>>) -> String {
    let head = head.into_iter().map(|&name| name.to_owned()).collect();
    std::iter::once(head).chain(rows).map(|cells: Vec<String>| row(&cells)).collect()
}

fn cells(view: &View, reader: &Reader, finding: &Finding) -> Vec<String> {
    let mut cells = vec![
        finding.id.to_string(),
        view.topic(finding.topic),
        finding.kind.as_str().to_owned(),
        finding.kind.title().to_owned(),
        finding.severity.as_str().to_owned(),
        finding.confidence.to_string(),
        finding.scope.as_str().to_owned(),
        clean(&finding.summary),
        clean(&finding.explanation),
    ];
    let passages: Vec<_> = finding.evidence.iter().map(|evidence| view.passage(evidence)).collect();
    for index in 0..2 {
        match passages.get(index) {
            Some(passage) => cells.extend(columns(view, passage)),
            None => cells.extend(vec![String::new(); 5]),
        }
    }
    let more = |passage: &Passage| format!("{} {}: {}", letter(passage.article), passage.line, passage.text);
    cells.push(passages.iter().skip(2).map(more).collect::<Vec<_>>().join(" | "));
    cells.extend(review(reader, finding));
    let address = |index: usize| passages.get(index).and_then(|passage| view.address(passage.article));
    cells.extend([0, 1].map(|index| address(index).unwrap_or_default().to_owned()));
    cells
}

fn review(reader: &Reader, finding: &Finding) -> [String; 4] {
    let review = reader.review(finding.id).cloned().unwrap_or_default();
    let follow_up = if review.follow_up { "yes" } else { "" };
    let verdict = review.verdict.map(Verdict::as_str).unwrap_or_default();
    [verdict.to_owned(), clean(&review.reason), follow_up.to_owned(), clean(&review.note)]
}

fn columns(view: &View, passage: &Passage) -> [String; 5] {
    [
        letter(passage.article),
        view.name(passage.article).unwrap_or_default(),
        passage.line.to_string(),
        passage.text.clone(),
        slice(&passage.text, passage.focus.clone()).to_owned(),
    ]
}

fn row(cells: &[String]) -> String {
    let cells: Vec<_> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(text: &str) -> String {
    let text = if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\r', '\n', ';', '\t']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::export::sample;

    /// Reads RFC 4180 back.
    pub fn parse(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (vec![], vec![], String::new(), false);
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            match c {
                '"' if quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut cell)),
                '\r' if !quoted => {
                    assert_eq!(characters.next(), Some('\n'));
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                _ => cell.push(c),
            }
        }
        assert!(row.is_empty() && cell.is_empty());
        rows
    }

    #[test]
    fn every_row_has_every_column() {
        let rows = parse(&findings(&sample::report(), &Reader::default()));
        assert_eq!(rows.len(), 5);
        assert!(rows.iter().all(|row| row.len() == HEAD.len() + REST.len()));
        assert_eq!(
            rows[1][..7],
            ["0", "How many were hurt?", "numeric", "Different figures", "high", "91", "cross"]
        );
        assert_eq!(rows[1][13], "At least 12");
        assert_eq!(rows[2][19], "C 3: said Smyth, �[31mwho is harbour master�.");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for row in parse(&findings(&sample::report(), &Reader::default())) {
            assert!(row.iter().all(|cell| !cell.starts_with(FORMULA)), "{row:?}");
        }
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(1)", "'@SUM(1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("＝1", "'＝1"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""),
            ("1-1", "1-1"),
        ] {
            assert_eq!(cell(text), safe, "{text:?}");
        }
    }
}
