//! Accuracy on labelled sets that lie outside the repository.
//!
//! In go the scorer and its sets, beside the repository in `../shared` or where `CROSSCHECK_SHARED` says; out come the scorer's
//! tables, one for each set that is there. Where they are absent this says so and ends well: the sets may not be published, so a
//! clone elsewhere has none.
//!
//! Example: `cargo xtask eval --show 3` also shows three errors of each kind.
//!
//! Limits: the sets are read by Python 3.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project;

/// The variable that names the folder of scorer and sets.
const VARIABLE: &str = "CROSSCHECK_SHARED";

/// What is scored, and on which set: the seeds, other events, then public sets.
const SETS: &[(&str, &str)] = &[
    ("entities", "gold/seeds.entities.jsonl"),
    ("quotations", "gold/seeds.quotations.jsonl"),
    ("findings", "gold/seeds.findings.jsonl"),
    ("findings", "gold/events.findings.jsonl"),
    ("entities", "data/entities/worldwide.dev.jsonl.gz"),
    ("entities", "data/entities/uner_pud.test.jsonl.gz"),
    ("entities", "data/entities/crossner_politics.dev.jsonl.gz"),
    ("quotations", "data/quotations/polnear.dev.jsonl.gz"),
];

/// `cargo xtask eval [--show N]`
pub fn command(words: &[String]) -> Result<()> {
    let shown = match words {
        [] => "0",
        [option, number] if option == "--show" && number.parse::<u32>().is_ok() => number,
        _ => bail!("only `--show N` is understood here, not `{}`", words.join(" ")),
    };
    let shared = std::env::var_os(VARIABLE).map_or_else(|| project::path("../shared"), PathBuf::from);
    let scorer = shared.join("score/score.py");
    if !scorer.is_file() {
        println!(
            "Nothing to measure against: there is no {}. Set {VARIABLE} to the folder of the labelled sets.",
            scorer.display()
        );
        return Ok(());
    }
    project::run("the command", &mut project::cargo(["build", "--release", "--bin", "crosscheck"]))?;
    let program = project::target()?.join("release/crosscheck");
    for (task, set) in SETS {
        let gold = shared.join(set);
        if gold.is_file() {
            score(&scorer, task, &gold, &program, shown)?;
        } else {
            println!("== {task}: {} is not there", gold.display());
        }
    }
    Ok(())
}

fn score(scorer: &Path, task: &str, gold: &Path, program: &Path, shown: &str) -> Result<()> {
    let name = gold.file_name().context("a set without a name")?.to_string_lossy().into_owned();
    let mut python = Command::new("python3");
    python.arg(scorer).arg(task).arg(gold).arg("--program").arg(program).args(["--show", shown]);
    project::run(&format!("{task}: {name}"), &mut python)
}
