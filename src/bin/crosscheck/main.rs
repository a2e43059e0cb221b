//! The native command: `crosscheck check FILE...` compares articles, `crosscheck check --jsonl` answers events.
//!
//! In: arguments, files or standard input. Out: a report on standard output, one line for each thing that is wrong on
//! standard error. Example: `crosscheck check a.txt b.txt --format html > report.html`.
//! Limits: exit status 0 when all went well, 1 when a line of `--jsonl` was no event, 2 when an argument or a file was
//! wrong; a reader that goes away early ends the command quietly.

mod answer;
mod args;
mod check;
mod clock;
mod guard;
mod input;
mod jsonl;

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use args::{Command, Input};

/// An argument or a file was wrong.
const WRONG_INPUT: u8 = 2;

fn main() -> ExitCode {
    let command = args::parse(std::env::args_os().skip(1));
    let ended = command.and_then(|command| match command {
        Command::Help => print(args::HELP),
        Command::Version => print(&format!("crosscheck {}\n", env!("CARGO_PKG_VERSION"))),
        Command::Rules => print(&rules()),
        Command::Check(check) => match &check.input {
            Input::Files(paths) => check::run(&check, paths),
            Input::Lines => jsonl::run(&check),
        },
    });
    ended.unwrap_or_else(|message| {
        complain(&message);
        ExitCode::from(WRONG_INPUT)
    })
}

/// One line on standard error.
fn complain(message: &str) {
    // When standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "crosscheck: {message}");
}

fn print(text: &str) -> Result<ExitCode, String> {
    let mut out = io::stdout().lock();
    written(out.write_all(text.as_bytes()).and_then(|()| out.flush())).map(|_| ExitCode::SUCCESS)
}

/// Whether somebody still reads: a pipe closed by its reader is an end, not an error.
fn written(result: io::Result<()>) -> Result<bool, String> {
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(format!("standard output: {error}")),
    }
}

/// Every rule with what it flags and what it passes over.
fn rules() -> String {
    crosscheck::rules().iter().fold(String::new(), |mut out, rule| {
        let _ = writeln!(out, "{:<24}{}", rule.kind, rule.kind.title());
        let _ = writeln!(out, "    {}\n    Passes over: {}\n", rule.summary, rule.spares);
        out
    })
}
