//! `check FILE...`: one report on all files.
//!
//! In: paths. Out: the report in the wanted format. Example: two files, `--format csv`. Limits: a file that can not be
//! read is named on standard error and left out; the rest is still compared, and the exit status is 2.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crosscheck::export::{self, Color, Format, Layout, Reader};
use crosscheck::{Article, Options, wire};

use crate::args::{Check, Output, When};
use crate::clock::Clock;
use crate::{WRONG_INPUT, complain, input, written};

/// Reads, checks, writes.
pub fn run(check: &Check, paths: &[PathBuf]) -> Result<ExitCode, String> {
    let options = check.options.as_deref().map_or(Ok(Options::default()), input::options)?;
    let mut clock = Clock::start();
    let (articles, sources) = read(paths);
    clock.ended("read");
    let mut status = ExitCode::SUCCESS;
    if articles.len() < paths.len() {
        status = ExitCode::from(WRONG_INPUT);
    }
    if articles.is_empty() {
        return Ok(status);
    }
    let bytes = articles.iter().map(|article| article.text.len() as u64).sum();
    let report = crosscheck::check_observed(&articles, &options, &mut |stage| clock.ended(stage));
    let report = wire::Report::new(&report);
    clock.ended("wire");
    let text = format(&report, check, sources)?;
    clock.ended("format");
    let mut out = io::stdout().lock();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush()))?;
    if check.time {
        eprint(&clock.table(bytes));
    }
    Ok(status)
}

/// Text on standard error; nobody is told when it is closed.
pub fn eprint(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// The articles that could be read, and where each came from.
fn read(paths: &[PathBuf]) -> (Vec<Article>, Vec<String>) {
    let mut read = Vec::new();
    for path in paths {
        match input::text(path) {
            Ok(text) => read.push((Article { text, ..Article::default() }, input::shown(path))),
            Err(message) => complain(&message),
        }
    }
    read.into_iter().unzip()
}

fn format(report: &wire::Report, check: &Check, sources: Vec<String>) -> Result<String, String> {
    match check.output {
        Output::Json => {
            let json = serde_json::to_string_pretty(report);
            json.map(|json| json + "\n").map_err(|error| error.to_string())
        }
        Output::Export(Format::Text) => Ok(export::text(
            report,
            &Reader::default(),
            &Layout { color: color(check.color), sources, ..Layout::default() },
        )),
        Output::Export(format) => Ok(export::export(report, &Reader::default(), format)),
    }
}

fn color(when: When) -> Color {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    match when {
        When::Always => Color::Always,
        When::Auto if io::stdout().is_terminal() && !set("NO_COLOR") && !dumb => Color::Always,
        When::Auto | When::Never => Color::Never,
    }
}
