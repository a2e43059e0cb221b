//! Prints the stress set's figures: `stress [--json | --show N]`.
//!
//! In: the bundled articles. Out: a line for each kind, with its first misses or alarms where asked for; or one JSON object.
//!
//! Example: `cargo run --release --package stress -- --show 3`.
//!
//! Limits: the set is judged anew at each run, some seconds long.

use std::process::ExitCode;

use serde_json::{Map, Value, json};
use stress::source::Source;
use stress::{Outcome, changed, seeds, unchanged};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let show = match words.as_slice() {
        [] | ["--json"] => 0,
        ["--show", number] => number.parse().unwrap_or(usize::MAX),
        _ => {
            eprintln!("stress: only `--json` or `--show N` is understood here");
            return ExitCode::FAILURE;
        }
    };
    let articles = match seeds::articles() {
        Ok(articles) => articles,
        Err(error) => {
            eprintln!("stress: reading the seeds: {error}");
            return ExitCode::FAILURE;
        }
    };
    let sources: Vec<Source> = articles.iter().map(Source::read).collect();
    let (changed, unchanged) = (changed(&sources), unchanged(&sources));
    if words == ["--json"] {
        println!("{}", object(&changed, &unchanged));
    } else {
        print(&changed, "found", show);
        print(&unchanged, "alarmed", show);
    }
    ExitCode::SUCCESS
}

/// `{"figure": {"copies": 20, "found": 17, "recall": 85.0}, …, "neutral": {"copies": 136, "alarms": 0}}`, neutral kinds one by one and together.
fn object(changed: &[Outcome], unchanged: &[Outcome]) -> Value {
    let mut kinds = Map::new();
    for o in changed {
        kinds.insert(o.code.to_owned(), json!({"copies": o.copies, "found": o.hits, "recall": share(o)}));
    }
    for o in unchanged {
        kinds.insert(o.code.to_owned(), json!({"copies": o.copies, "alarms": o.hits}));
    }
    let sum = |count: fn(&Outcome) -> usize| unchanged.iter().map(count).sum::<usize>();
    kinds.insert("neutral".to_owned(), json!({"copies": sum(|o| o.copies), "alarms": sum(|o| o.hits)}));
    Value::Object(kinds)
}

/// Hits of a hundred copies, to a tenth.
fn share(outcome: &Outcome) -> f64 {
    (1000.0 * outcome.hits as f64 / outcome.copies.max(1) as f64).round() / 10.0
}

fn print(outcomes: &[Outcome], verb: &str, show: usize) {
    for outcome in outcomes {
        let share = share(outcome);
        println!("{:12} {:3} of {:3} {verb}  {share:5.1}", outcome.code, outcome.hits, outcome.copies);
        outcome.lines.iter().take(show).for_each(|line| println!("    {line}"));
    }
}
