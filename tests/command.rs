//! The command as a user runs it: formats, wrong input, events one a line.
//!
//! In: invented articles in files and events in pipes. Out: what the program prints and its exit status.
//! Example: a folder among the files is named on standard error, and the other files are still compared.

#![allow(clippy::unwrap_used, reason = "a step that fails fails the test")]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use crosscheck::wire::Report;
use serde_json::Value;

const POST: &str = "Ferry runs aground off Lund\n\nTwelve people were hurt on Sunday, police said.\n";
const DAILY: &str = "Ferry accident\r\n\r\nSeven people were hurt on Sunday 🚢, police said.  \r\n";

/// An empty folder of that name.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// The files with these contents in a folder of their own.
fn files(name: &str, contents: &[&[u8]]) -> Vec<PathBuf> {
    let folder = folder(name);
    let write = |(index, bytes): (usize, &&[u8])| {
        let path = folder.join(format!("{index}.txt"));
        fs::write(&path, bytes).unwrap();
        path
    };
    contents.iter().enumerate().map(write).collect()
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

fn check(paths: &[PathBuf], options: &[&str]) -> Output {
    command().arg("check").args(paths).args(options).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn report(output: &Output) -> Report {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_format_has_its_form() {
    let paths = files("formats", &[POST.as_bytes(), DAILY.as_bytes()]);
    for (format, head) in [
        ("text", "Crosscheck  2 articles, "),
        ("json", "{\n  \"format\": \"crosscheck-report/1\",\n  \"program\": "),
        ("markdown", "# Crosscheck\n"),
        ("html", "<!DOCTYPE html>\n"),
        ("csv", "finding,topic,kind,title,severity,"),
    ] {
        let output = check(&paths, &["--format", format]);
        assert!(output.status.success() && output.stderr.is_empty(), "{format}");
        assert!(text(&output.stdout).starts_with(head), "{format}: {}", text(&output.stdout));
    }
    assert_eq!(check(&paths, &[]).stdout, check(&paths, &["--format=text"]).stdout);
}

#[test]
fn texts_come_back_to_the_last_character() {
    let marked = format!("\u{FEFF}{DAILY}");
    let output = check(&files("texts", &[POST.as_bytes(), marked.as_bytes()]), &["--format", "json"]);
    let report = report(&output);
    assert_eq!(report.articles[0].text, POST);
    assert_eq!(report.articles[1].text, DAILY, "without the byte-order mark, with everything else");
}

#[test]
fn offsets_count_utf16_units() {
    let output = check(&files("offsets", &[DAILY.as_bytes()]), &["--format", "json"]);
    let article = &report(&output).articles[0];
    let units: Vec<u16> = article.text.encode_utf16().collect();
    for sentence in &article.sentences {
        let sentence = &units[sentence.start as usize..sentence.end as usize];
        assert!(String::from_utf16(sentence).is_ok(), "no sentence cuts a character");
    }
}

#[test]
fn wrong_files_are_named_and_the_others_are_done() {
    let mut paths = files("wrong", &[POST.as_bytes(), b"", b"caf\xE9", b" \n\n", DAILY.as_bytes()]);
    let folder = folder("wrong-folder");
    paths.extend([folder.clone(), folder.join("missing.txt")]);
    let output = check(&paths, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let expected = [
        (1, "has no text"),
        (2, "is not UTF-8 text (byte 3); save it as UTF-8"),
        (3, "has no text"),
        (5, "is a folder, not a file"),
        (6, "no such file"),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|&(at, problem)| format!("crosscheck: {}: {problem}", paths[at].display()))
        .collect();
    assert_eq!(text(&output.stderr).lines().collect::<Vec<_>>(), expected);
    let texts: Vec<_> = report(&output).articles.into_iter().map(|article| article.text).collect();
    assert_eq!(texts, [POST, DAILY]);
}

#[test]
fn without_any_good_file_there_is_no_report() {
    let output = check(&files("none", &[b""]), &[]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}

#[test]
fn corrections_come_from_a_file() {
    let aliases = br#"{"aliases": [{"names": ["Sunday Ferry", "Lund"], "kind": "organization"}]}"#;
    let paths = files("corrections", &[POST.as_bytes(), DAILY.as_bytes(), aliases]);
    let options = paths[2].display().to_string();
    let report = report(&check(&paths[..2], &["--format", "json", "--options", &options]));
    let lund = report.entities.iter().find(|e| e.name == "Sunday Ferry").unwrap();
    assert_eq!((lund.kind.as_str(), lund.forms[0].text.as_str()), ("organization", "Lund"));
}

#[test]
fn wrong_arguments_and_options_end_with_one_line() {
    let torn = br#"{"aliases": [{"names": ["Lund"], "apart": ["Lund"]}]}"#;
    let paths = files(
        "options",
        &[POST.as_bytes(), br#"{"minimum": "huge"}"#, br#"{"aliases": [{"names": 3}]}"#, torn],
    );
    let wrong = paths[1].display().to_string();
    let worse = paths[2].display().to_string();
    let torn = paths[3].display().to_string();
    for (options, part) in [
        (vec!["--format", "pdf"], "\"pdf\" is none of json, text, markdown, html, csv, csv-names"),
        (vec!["--fast"], "--fast"),
        (vec!["--options", "missing.json"], "missing.json: no such file"),
        (vec!["--options", wrong.as_str()], "minimum: unknown variant `huge`"),
        (vec!["--options", worse.as_str()], "aliases[0].names: invalid type: integer `3`"),
        (vec!["--options", torn.as_str()], "aliases[0].apart[0]: \"Lund\" stands in names too"),
    ] {
        let output = check(&paths[..1], &options);
        let message = text(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{options:?}");
        assert!(message.contains(part) && message.lines().count() == 1, "{message}");
    }
}

#[test]
fn color_only_when_asked_for_or_on_a_terminal() {
    let paths = files("color", &[POST.as_bytes()]);
    let codes = |options: &[&str]| check(&paths, options).stdout.contains(&0x1b);
    assert!(!codes(&[]) && !codes(&["--color", "never"]) && codes(&["--color", "always"]));
}

#[test]
fn times_go_to_standard_error() {
    let paths = files("time", &[POST.as_bytes()]);
    let (with, without) = (check(&paths, &["--time"]), check(&paths, &[]));
    assert_eq!(with.stdout, without.stdout);
    let table = text(&with.stderr);
    assert!(table.starts_with("stage ") && table.lines().last().unwrap().starts_with("total "), "{table}");
}

#[test]
fn an_article_can_not_run() {
    let hostile = "=1+1 <script>alert(1)</script>\n\n@Ann Smyth said \u{1b}[31m“<img src=x onerror=alert(1)>” on Sunday.\n";
    let other = "-2+3 <b>fire</b>\n\n“<img src=y>,” said Anne Smyth \u{1b}[0m.\n";
    let paths = files("hostile", &[hostile.as_bytes(), other.as_bytes()]);
    let html = check(&paths, &["--format", "html"]).stdout;
    assert!(
        !text(&html).contains("<script") && !text(&html).contains("<img") && !text(&html).contains("<b>")
    );
    let plain = check(&paths, &["--format", "text"]).stdout;
    assert!(!plain.contains(&0x1b));
    let csv = check(&paths, &["--format", "csv"]).stdout;
    for cell in text(&csv).split(['\n', ',']) {
        assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
}

#[test]
fn help_version_and_rules() {
    let run = |args: &[&str]| command().args(args).output().unwrap();
    assert!(text(&run(&["--help"]).stdout).contains("crosscheck check FILE..."));
    assert_eq!(text(&run(&["--version"]).stdout), format!("crosscheck {}\n", env!("CARGO_PKG_VERSION")));
    let rules = run(&["rules"]).stdout;
    for rule in crosscheck::rules() {
        let line = text(&rules).lines().position(|line| line.starts_with(rule.kind.as_str())).unwrap();
        assert_eq!(text(&rules).lines().nth(line + 1).unwrap().trim(), rule.summary);
    }
    let nothing = run(&[]);
    assert_eq!((nothing.status.code(), nothing.stdout.len()), (Some(2), 0));
}

/// A running `check --jsonl`.
fn lines() -> Child {
    command()
        .args(["check", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Feeds the bytes and waits for the end.
fn answered(input: &[u8]) -> (Option<i32>, Vec<Value>) {
    let mut child = lines();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeder = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap().unwrap();
    let answers = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (output.status.code(), answers)
}

#[test]
fn answers_keep_the_order_of_events() {
    let event = |index: usize| {
        // Some events take much longer than those after them.
        let text = POST.repeat(if index % 7 == 0 { 40 } else { 1 });
        serde_json::json!({"id": index, "articles": [{"text": text, "source": format!("Outlet {index}")}]})
            .to_string()
    };
    let input: Vec<_> = (0..60).map(event).collect();
    let (status, answers) = answered(input.join("\n").as_bytes());
    assert_eq!((status, answers.len()), (Some(0), 60));
    for (index, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], index);
        assert_eq!(answer["format"], "crosscheck-report/1");
        assert_eq!(answer["articles"][0]["outlet"], format!("Outlet {index}"));
    }
}

#[test]
fn an_event_is_answered_before_the_next_one_comes() {
    let mut child = lines();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in ["first", "second"] {
        writeln!(stdin, "{}", serde_json::json!({"id": id, "articles": [{"text": POST}]})).unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn bad_lines_are_answered_and_survived() {
    let input = b"\xEF\xBB\xBF{\"id\": \"a\", \"articles\": []}\r\n\nno event\n{\"id\": [1], \"articles\": [{\"text\": 3}]}\n\
        {\"id\": \"\xFF\"}\n{\"articles\": [{\"text\": \"A.\"}]}";
    let (status, answers) = answered(input);
    assert_eq!(status, Some(1));
    assert_eq!(answers[0]["id"], "a");
    assert_eq!(answers[1], serde_json::json!({"id": null, "error": "line 3: is not a JSON object"}));
    assert_eq!(answers[2]["id"], serde_json::json!([1]));
    let error = answers[2]["error"].as_str().unwrap();
    assert!(error.starts_with("line 4: articles[0].text: invalid type: integer `3`"), "{error}");
    assert!(answers[3]["error"].as_str().unwrap().starts_with("line 5: is not UTF-8"));
    assert_eq!(answers[4]["id"], Value::Null);
    assert_eq!(answers[4]["articles"][0]["text"], "A.");
    assert_eq!(answers.len(), 5);
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = lines();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let event = serde_json::json!({"id": 1, "articles": [{"text": POST}]}).to_string();
    // Writing may fail as soon as the program has ended, which is what is wanted.
    while writeln!(stdin, "{event}").is_ok() {}
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", text(&output.stderr));
}

#[test]
fn files_and_events_give_the_same_report() {
    let paths = files("same", &[POST.as_bytes(), DAILY.as_bytes()]);
    let from_files: Value = serde_json::from_slice(&check(&paths, &["--format", "json"]).stdout).unwrap();
    let event = serde_json::json!({"id": 1, "articles": [{"text": POST}, {"text": DAILY}]}).to_string();
    let (_, mut answers) = answered(event.as_bytes());
    answers[0].as_object_mut().unwrap().remove("id");
    assert_eq!(answers[0], from_files);
}

/// Invented reports of one accident that differ in several ways, with characters of every width before the words that differ.
const WIDE: &str = "東京 🚢 ferry: Former Governor Ann Lee visits Lund\n\nLUND, May 3, 2026 (AP) — 東京 🚢 e\u{301}: \
    at least 12 people were killed when the ferry Aurora sank off Lund on Sunday, police said. Former Governor Ann Lee said: \
    “We will rebuild the harbor and punish the owners.” It was the first accident in Lund since 1999.\n";
const NARROW: &str = "Governor Ann Lee visits Lund after the Aurora sank\n\nLUND, May 3, 2026 (AP) — Seven people were killed when the \
    ferry Aurora sank off Lund on Sunday, police said. Governor Ann Lee said: “We will rebuild the harbor and help the owners.” \
    It was the first accident in Lund.\n";

#[test]
fn carets_stand_under_the_words_that_differ() {
    let paths = files("carets", &[WIDE.as_bytes(), NARROW.as_bytes()]);
    let report = report(&check(&paths, &["--format", "json"]));
    let words = |evidence: &crosscheck::wire::Evidence| {
        let units: Vec<u16> = report.articles[evidence.article as usize].text.encode_utf16().collect();
        let focus = evidence.focus?;
        Some(String::from_utf16(&units[focus.start as usize..focus.end as usize]).unwrap())
    };
    let focuses: Vec<_> =
        report.findings.iter().flat_map(|finding| &finding.evidence).filter_map(words).collect();
    let page = check(&paths, &[]).stdout;
    let lines: Vec<_> = text(&page).lines().collect();
    let mut seen = 0;
    for pair in lines
        .windows(2)
        .filter(|pair| !pair[1].is_empty() && pair[1].trim_start().trim_matches('^').is_empty())
    {
        let marked = between(pair[0], pair[1].find('^').unwrap(), pair[1].len());
        assert!(focuses.iter().any(|focus| focus.contains(&marked)), "{marked:?} is in none of {focuses:?}");
        seen += 1;
    }
    assert!(seen >= 2, "no finding was shown: {}", text(&page));
}

/// The part of the line between two columns.
fn between(line: &str, from: usize, to: usize) -> String {
    let mut column = 0;
    let inside = |character: &char| {
        let start = column;
        column += unicode_width::UnicodeWidthChar::width(*character).unwrap_or(0);
        (from..to).contains(&start)
    };
    line.chars().filter(inside).collect()
}
