//! Every rule's pairs of passages: what it must find, and what it must leave alone with the reason.
//!
//! `tests/cases/<rule>.txt` holds cases. A case begins with a line `== name`; then come articles, each begun by `A:`, `B:`, … (with
//! `[date 2025-08-07]` or `[outlet The Paper]` behind the colon where it matters) and going on to the next such line; the last line says what is expected:
//!
//! ```text
//! -> finding: words in one passage | words in the other
//! -> none: the reason
//! ```
//!
//! `finding` wants exactly one finding of the file's kind, whose first passages hold those words; `none` wants no finding of that kind
//! above `info`. Lines that begin with `#` are comments.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that can not go on has failed.

use std::fs;
use std::path::{Path, PathBuf};

use crosscheck::kind::{ContradictionKind, Severity};
use crosscheck::report::{Finding, Report};
use crosscheck::{Article, Options, check, rules};

struct Case {
    name: String,
    articles: Vec<Article>,
    expected: Expected,
}

enum Expected {
    Finding(Vec<String>),
    None,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn read(path: &Path) -> Vec<Case> {
    let source = fs::read_to_string(path).unwrap();
    let blocks = source.split("\n== ").skip(1).map(str::to_owned).collect::<Vec<_>>();
    blocks.iter().map(|block| case(path, block)).collect()
}

fn case(path: &Path, block: &str) -> Case {
    let mut lines = block.lines().filter(|line| !line.starts_with('#'));
    let name = lines.next().unwrap_or("").to_owned();
    let mut articles: Vec<Article> = Vec::new();
    for line in lines {
        if let Some(expected) = line.strip_prefix("-> ") {
            let expected = match expected.split_once(": ") {
                Some(("finding", words)) => {
                    Expected::Finding(words.split(" | ").map(str::to_owned).collect())
                }
                Some(("none", _)) => Expected::None,
                _ => {
                    panic!("{}: {name}: expected `finding: …` or `none: …`, not `{expected}`", path.display())
                }
            };
            return Case { name, articles, expected };
        }
        match line.split_once(':') {
            Some((letter, rest)) if letter.len() == 1 && letter.as_bytes()[0].is_ascii_uppercase() => {
                articles.push(article(rest.trim_start()));
            }
            _ => {
                let last = articles
                    .last_mut()
                    .unwrap_or_else(|| panic!("{}: {name}: text before `A:`", path.display()));
                last.text.push('\n');
                last.text.push_str(line);
            }
        }
    }
    panic!("{}: {name}: no line begins with `-> `", path.display());
}

/// The first line of an article, with its settings in brackets.
fn article(line: &str) -> Article {
    let mut article = Article::default();
    let mut rest = line;
    while let Some((setting, tail)) = rest.strip_prefix('[').and_then(|r| r.split_once("] ")) {
        match setting.split_once(' ') {
            Some(("date", value)) => article.date = Some(value.to_owned()),
            Some(("outlet", value)) => article.outlet = Some(value.to_owned()),
            Some(("title", value)) => article.title = Some(value.to_owned()),
            _ => break,
        }
        rest = tail;
    }
    article.text = rest.to_owned();
    article
}

fn quoted<'a>(report: &'a Report, finding: &Finding) -> Vec<&'a str> {
    finding.evidence.iter().map(|e| e.span.of(&report.articles[e.article as usize].text)).collect()
}

/// What is wrong with the case's outcome, if anything.
fn complaint(kind: ContradictionKind, case: &Case) -> Option<String> {
    let report = check(&case.articles, &Options::default());
    let of_kind: Vec<&Finding> =
        report.findings.iter().filter(|f| f.kind == kind && f.severity > Severity::Info).collect();
    let seen = |findings: &[&Finding]| {
        findings
            .iter()
            .map(|f| format!("{}: {:?}", f.kind, quoted(&report, f)))
            .collect::<Vec<_>>()
            .join("\n      ")
    };
    match &case.expected {
        Expected::None if of_kind.is_empty() => None,
        Expected::None => Some(format!("expected none, got\n      {}", seen(&of_kind))),
        Expected::Finding(words) => {
            let [finding] = of_kind.as_slice() else {
                let all: Vec<&Finding> = report.findings.iter().collect();
                return Some(format!(
                    "expected one finding, got {} of this kind among\n      {}",
                    of_kind.len(),
                    seen(&all)
                ));
            };
            let passages = quoted(&report, finding);
            let first_two = &passages[..passages.len().min(2)];
            let lost = words.iter().find(|w| !first_two.iter().any(|p| p.contains(w.as_str())))?;
            Some(format!("the words `{lost}` are in neither of {first_two:?}"))
        }
    }
}

#[test]
fn every_case_of_every_rule() {
    let mut complaints = Vec::new();
    for rule in rules() {
        let path = folder().join(format!("{}.txt", rule.kind));
        for case in read(&path) {
            if let Some(complaint) = complaint(rule.kind, &case) {
                complaints.push(format!("{}: {}: {complaint}", rule.kind, case.name));
            }
        }
    }
    assert!(complaints.is_empty(), "{} cases fail:\n  {}", complaints.len(), complaints.join("\n  "));
}

#[test]
fn every_rule_has_eight_findings_and_eight_near_misses() {
    for rule in rules() {
        let path = folder().join(format!("{}.txt", rule.kind));
        assert!(path.exists(), "{} has no cases", rule.kind);
        let cases = read(&path);
        let found = cases.iter().filter(|c| matches!(c.expected, Expected::Finding(_))).count();
        let spared = cases.len() - found;
        assert!(found >= 8 && spared >= 8, "{}: {found} findings and {spared} near misses", rule.kind);
    }
}
