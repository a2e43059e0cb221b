//! The arguments of the command.
//!
//! In: what the shell hands over. Out: a [`Command`], or one line that says what is wrong. Example: `check a.txt --time`
//! is a check of one file with text output. Limits: files and options may mix; after `--` everything is a file.

use std::ffi::OsString;
use std::path::PathBuf;

use crosscheck::export::Format;
use lexopt::{Arg, Parser, ValueExt};

/// What the command is, shown by `--help`.
pub const HELP: &str = "\
Crosscheck reads news articles and shows where they differ.

Usage:
  crosscheck check FILE... [options]   compare the articles in these files; - is standard input
  crosscheck check --jsonl [options]   answer events from standard input, one a line
  crosscheck rules                     list the kinds of findings
  crosscheck --help | --version

Options of check:
  --format FORMAT   text (default), json, markdown, html; csv, csv-names, csv-quotations, csv-claims (tables);
                    annotations (W3C Web Annotations, JSON-LD), claim-review (schema.org drafts, JSON-LD)
  --options FILE    a JSON file with names to join or keep apart, and the least severity to report:
                    {\"aliases\": [{\"names\": [\"Ann Smyth\", \"Smyth\"], \"apart\": [\"John Smyth\"]}], \"minimum\": \"low\"}
  --color WHEN      auto (default), always or never
  --time            show on standard error how long each stage took
  --jsonl           each line is {\"id\": ..., \"articles\": [{\"text\": \"...\", \"title\", \"outlet\", \"date\"}]};
                    each answer is a report with that id, or {\"id\": ..., \"error\": \"line 7: ...\"}

Files are plain text in UTF-8, one article each. Nothing is sent anywhere.

Exit status: 0 all went well, 1 a line of --jsonl was no event, 2 an argument or a file was wrong.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Compare articles.
    Check(Check),
    /// List the kinds of findings.
    Rules,
    /// Show [`HELP`].
    Help,
    /// Show the version.
    Version,
}

/// How to compare.
#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    /// What to read.
    pub input: Input,
    /// What to write.
    pub output: Output,
    /// The file with the core's options.
    pub options: Option<PathBuf>,
    /// When to write color codes.
    pub color: When,
    /// Whether to show times.
    pub time: bool,
}

/// Where the articles come from.
#[derive(Debug, PartialEq, Eq)]
pub enum Input {
    /// One article a file.
    Files(Vec<PathBuf>),
    /// One event a line of standard input.
    Lines,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// The report itself.
    Json,
    /// One of its exports.
    Export(Format),
}

/// When to write color codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// When standard output is a terminal and `NO_COLOR` is not set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Reads the arguments after the program's name.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let args: Vec<OsString> = args.into_iter().collect();
    let mut parser = Parser::from_args(args);
    let Some(first) = parser.next().map_err(|error| error.to_string())? else {
        return Err("no command given; `crosscheck --help` shows them".to_owned());
    };
    match first {
        Arg::Short('h') | Arg::Long("help") => Ok(Command::Help),
        Arg::Short('V') | Arg::Long("version") => Ok(Command::Version),
        Arg::Value(name) if name == "help" => Ok(Command::Help),
        Arg::Value(name) if name == "check" => check(&mut parser),
        Arg::Value(name) if name == "rules" => rules(&mut parser),
        Arg::Value(name) => Err(format!("no command {name:?}; `crosscheck --help` shows them")),
        other => Err(other.unexpected().to_string()),
    }
}

fn rules(parser: &mut Parser) -> Result<Command, String> {
    match parser.next().map_err(|error| error.to_string())? {
        None => Ok(Command::Rules),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected().to_string()),
    }
}

fn check(parser: &mut Parser) -> Result<Command, String> {
    let (mut files, mut lines, mut output) = (Vec::new(), false, None);
    let (mut options, mut color, mut time) = (None, When::Auto, false);
    while let Some(arg) = parser.next().map_err(|error| error.to_string())? {
        match arg {
            Arg::Value(path) => files.push(PathBuf::from(path)),
            Arg::Long("format") => output = Some(choice(parser, "--format", &formats())?),
            Arg::Long("color" | "colour") => color = choice(parser, "--color", &WHEN)?,
            Arg::Long("options") => options = Some(value(parser)?.into()),
            Arg::Long("time") => time = true,
            Arg::Long("jsonl") => lines = true,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().to_string()),
        }
    }
    let (input, output) = match (lines, files.is_empty(), output) {
        (true, true, None | Some(Output::Json)) => (Input::Lines, Output::Json),
        (true, false, _) => return Err("--jsonl reads standard input and takes no files".to_owned()),
        (true, true, Some(_)) => return Err("--jsonl writes JSON and takes no other format".to_owned()),
        (false, true, _) => {
            return Err("no file given; `crosscheck check a.txt b.txt` compares two".to_owned());
        }
        (false, false, output) => (Input::Files(files), output.unwrap_or(Output::Export(Format::Text))),
    };
    Ok(Command::Check(Check { input, output, options, color, time }))
}

fn formats() -> Vec<(&'static str, Output)> {
    let exports = Format::ALL.iter().map(|&(name, format)| (name, Output::Export(format)));
    std::iter::once(("json", Output::Json)).chain(exports).collect()
}

const WHEN: [(&str, When); 3] = [("auto", When::Auto), ("always", When::Always), ("never", When::Never)];

fn value(parser: &mut Parser) -> Result<OsString, String> {
    parser.value().map_err(|error| error.to_string())
}

/// One of the named values.
fn choice<T: Copy>(parser: &mut Parser, option: &str, choices: &[(&str, T)]) -> Result<T, String> {
    let name = value(parser)?.string().map_err(|error| error.to_string())?;
    choices.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).ok_or_else(|| {
        let known: Vec<_> = choices.iter().map(|(known, _)| *known).collect();
        format!("{option} {name:?} is none of {}", known.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn files_and_options_may_mix() {
        let Ok(Command::Check(check)) =
            parsed("check a.txt --format=csv b.txt --options o.json --time -- --odd")
        else {
            panic!("no check");
        };
        assert_eq!(check.input, Input::Files(vec!["a.txt".into(), "b.txt".into(), "--odd".into()]));
        assert_eq!(check.output, Output::Export(Format::Csv));
        assert_eq!(check.options, Some("o.json".into()));
        assert!(check.time);
    }

    #[test]
    fn text_and_automatic_color_unless_asked_otherwise() {
        let Ok(Command::Check(check)) = parsed("check -") else { panic!("no check") };
        assert_eq!((check.output, check.color), (Output::Export(Format::Text), When::Auto));
    }

    #[test]
    fn wrong_arguments_are_named() {
        for (line, part) in [
            ("", "no command given"),
            ("chekc a", "\"chekc\""),
            ("check", "no file given"),
            ("check a --format pdf", "\"pdf\" is none of json, text, markdown, html, csv, csv-names"),
            ("check a --format", "--format"),
            ("check a --fast", "--fast"),
            ("check --jsonl a", "takes no files"),
            ("check --jsonl --format csv", "no other format"),
            ("rules now", "now"),
        ] {
            let message = parsed(line).unwrap_err();
            assert!(message.contains(part), "{line}: {message}");
        }
    }

    #[test]
    fn help_is_found_everywhere() {
        for line in ["--help", "-h", "help", "check --help", "rules -h"] {
            assert_eq!(parsed(line), Ok(Command::Help), "{line}");
        }
    }
}
