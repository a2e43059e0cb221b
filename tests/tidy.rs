//! House rules that no compiler checks.
//!
//! In go the repository's own files; out comes a list of every place that breaks a rule. Example: `src/token/tokenize.rs:3 uses claim,
//! which stands below token in src/lib.rs`. Limits: the checks read lines, not syntax trees, and so see only what is written plainly.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that can not go on has failed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Longest file that a reader still takes in.
const MOST_LINES: usize = 500;

/// So many successive words of a seed are no coincidence in code or data.
const SEED_RUN: usize = 6;

/// People and outlets of the bundled articles. Rules have to be general, so nothing that ships may know them.
const SEED_NAMES: &str = "trump|putin|zelensk[a-z]*|leavitt|witkoff|rubio|peskov|vance|starmer|merz|rutte|biden|\
    menafn|truth social|fox business|arpan rai";

/// Where the table of rules stands in README.md.
const TABLE_BEGINS: &str = "<!-- rules: written by cargo xtask tidy --accept -->\n";
const TABLE_ENDS: &str = "<!-- end of rules -->";

/// The variable that `cargo xtask tidy --accept` sets: write what is derived instead of comparing it.
const ACCEPT: &str = "CROSSCHECK_ACCEPT";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below these places whose names end so, as paths from the root.
fn files(places: &[&str], endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = places.iter().map(|place| root().join(place)).collect();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() && !path.ends_with("node_modules") {
                folders.push(path);
            } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
                found.push(path.strip_prefix(root()).unwrap().to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Lines with their numbers, without comments and without the tests at the foot.
fn code(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = source.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines
        .take_while(|(_, line)| *line != "#[cfg(test)]")
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Whether the folder above declares this module for its tests only.
fn is_test(file: &str) -> bool {
    let path = Path::new(file);
    let above =
        path.parent().map(|folder| folder.join("mod.rs")).filter(|above| root().join(above).is_file());
    let name = path.file_stem().unwrap().to_str().unwrap();
    above.is_some_and(|above| read(above.to_str().unwrap()).contains(&format!("#[cfg(test)]\nmod {name};")))
}

fn assert_none(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n  {}", broken.join("\n  "));
}

/// The modules in the order of `src/lib.rs`, which is the order in which data flows.
fn stages() -> BTreeMap<String, usize> {
    let declared = Regex::new(r"^(?:pub )?mod ([a-z_]+);").unwrap();
    let lib = read("src/lib.rs");
    let names = lib.lines().filter_map(|line| Some(declared.captures(line)?[1].to_string()));
    names.enumerate().map(|(row, name)| (name, row)).collect()
}

/// The modules that a piece of code reaches through `crate::`.
fn reached(line: &str) -> Vec<String> {
    let single = Regex::new(r"\bcrate::([a-z_]+)").unwrap();
    let group = Regex::new(r"\bcrate::\{(.*)").unwrap();
    let mut names: Vec<String> = single.captures_iter(line).map(|found| found[1].to_string()).collect();
    if let Some(found) = group.captures(line) {
        let mut depth = 0;
        let mut name = String::new();
        for letter in found[1].chars() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => names.push(std::mem::take(&mut name)),
                _ if depth == 0 => name.push(letter),
                _ => {}
            }
        }
        names.push(name);
    }
    names.iter().map(|name| name.trim().split(':').next().unwrap_or("").to_string()).collect()
}

#[test]
fn a_stage_uses_only_stages_above_it() {
    let stages = stages();
    assert!(stages.len() > 10, "src/lib.rs lists the stages");
    let mut broken = Vec::new();
    for file in files(&["src"], &[".rs"]) {
        let stage = file.split(['/', '.']).nth(1).unwrap().to_string();
        let Some(row) = stages.get(&stage) else { continue };
        let source = read(&file);
        // A `use` may go over several lines; joined at its semicolons every statement is one line.
        let statements: String = code(&source).map(|(_, line)| line.trim()).collect::<Vec<_>>().join(" ");
        for name in statements.split(';').flat_map(reached) {
            if stages.get(&name).is_some_and(|other| other > row) {
                broken.push(format!("{file} uses {name}, which stands below {stage} in src/lib.rs"));
            }
        }
    }
    assert_none("a stage imports only from those above it", &broken);
}

#[test]
fn imports_are_read_in_every_form() {
    let reached = |line: &str| reached(line).into_iter().collect::<BTreeSet<_>>();
    let set = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<BTreeSet<_>>();
    assert_eq!(reached("use crate::token::{Token, TokenKind}"), set(&["token"]));
    assert_eq!(
        reached("use crate::{span::Span, token::{self, Token}, Article}"),
        set(&["span", "token", "Article"])
    );
    assert_eq!(reached("let x = crate::claim::claims(text)"), set(&["claim"]));
    assert_eq!(reached("use std::fmt"), set(&[]));
}

#[test]
fn files_stay_short() {
    let endings = [".rs", ".js", ".mjs", ".css", ".html"];
    let long = files(&["src", "www", "xtask", "train", "tests"], &endings).into_iter().filter_map(|file| {
        let lines = read(&file).lines().count();
        (lines > MOST_LINES).then(|| format!("{file} has {lines} lines"))
    });
    assert_none(&format!("a file has {MOST_LINES} lines at most"), &long.collect::<Vec<_>>());
}

#[test]
fn lexicons_are_sorted_unique_and_sourced() {
    let mut broken = Vec::new();
    for file in files(&["src/lexicon"], &[".tsv"]) {
        let text = read(&file);
        let head: String =
            text.lines().take_while(|line| line.starts_with('#')).collect::<Vec<_>>().join(" ");
        for word in ["source", "licence", "columns"] {
            if !head.to_lowercase().contains(word) {
                broken.push(format!("{file}: the head does not state its {word}"));
            }
        }
        let entries: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        for pair in entries.windows(2).filter(|pair| pair[0] >= pair[1]) {
            broken.push(format!("{file}: `{}` must not stand before `{}`", pair[0], pair[1]));
        }
        for entry in entries.iter().filter(|entry| entry.trim().is_empty() || entry.trim_end() != **entry) {
            broken.push(format!("{file}: an empty line or blanks at the end: `{entry}`"));
        }
    }
    assert_none("entries are sorted bytewise and unique; the head says where they are from", &broken);
}

#[test]
fn html_is_written_in_one_file_only() {
    let html = Regex::new(r#""[^"]*</?(a|b|body|br|button|div|em|h[1-6]|head|html|i|li|mark|ol|p|pre|script|section|span|strong|style|table|td|th|tr|ul)[ />]"#).unwrap();
    let mut broken = Vec::new();
    let shipped =
        files(&["src"], &[".rs"]).into_iter().filter(|file| file != "src/export/html.rs" && !is_test(file));
    for file in shipped {
        let source = read(&file);
        let lines = code(&source).filter(|(_, line)| html.is_match(line));
        broken.extend(lines.map(|(number, line)| format!("{file}:{number} {}", line.trim())));
    }
    assert_none("HTML stands in src/export/html.rs only", &broken);
}

#[test]
fn no_rule_knows_the_bundled_articles() {
    let names = Regex::new(&format!(r"(?i)\b({SEED_NAMES})\b")).unwrap();
    let mut broken = Vec::new();
    let seeds = seed_runs();
    for file in files(&["src", "www", "train"], &[".rs", ".tsv", ".js", ".html", ".css"]) {
        let text = read(&file);
        for (index, line) in text.lines().enumerate() {
            if let Some(name) = names.find(line) {
                broken.push(format!("{file}:{} names {}", index + 1, name.as_str()));
            }
        }
        let shipped = code(&text).map(|(_, line)| line).collect::<Vec<_>>().join("\n");
        for run in runs(&shipped).intersection(&seeds) {
            broken.push(format!("{file} holds words of a seed: {run}"));
        }
    }
    assert_none("nothing that ships knows the seeds' people, outlets or sentences", &broken);
}

fn seed_runs() -> BTreeSet<String> {
    let seeds = files(&["seeds"], &[".txt"]);
    assert!(!seeds.is_empty(), "seeds/ holds articles");
    seeds.iter().flat_map(|file| runs(&read(file))).collect()
}

fn runs(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(SEED_RUN).map(|run| run.join(" ")).collect()
}

#[test]
fn the_readme_lists_every_rule() {
    let rows = crosscheck::rules().iter().map(|rule| {
        format!("| `{}` | {} | {} | {} |\n", rule.kind.as_str(), rule.kind.title(), rule.summary, rule.spares)
    });
    let table =
        format!("| code | finding | says | passes over |\n|---|---|---|---|\n{}", rows.collect::<String>());
    let readme = read("README.md");
    let (before, rest) =
        readme.split_once(TABLE_BEGINS).expect("README.md holds the mark where the table begins");
    let (current, after) =
        rest.split_once(TABLE_ENDS).expect("README.md holds the mark where the table ends");
    if std::env::var_os(ACCEPT).is_some() {
        let renewed = [before, TABLE_BEGINS, &table, TABLE_ENDS, after].concat();
        fs::write(root().join("README.md"), renewed).unwrap();
    } else {
        assert!(
            current == table,
            "the rules in README.md are out of date; to renew: cargo xtask tidy --accept"
        );
    }
}
