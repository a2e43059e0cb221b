//! Runs what measures a set: the scorer for labelled sets, the stress set's own program.
//!
//! In: a set. Out: one JSON object with its figures, and the line that tells how well confidence is calibrated.
//! Example: of `gold/seeds.findings.jsonl` it is what `score.py findings --json` prints, with `texts`, the number of its lines.
//! Limits: a set is run once; what is shown of it comes from the reports that were kept.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;
use serde_json::Value;

use super::accuracy::{Set, Task};
use crate::project;

/// The variable that names the folder of scorer and sets.
const VARIABLE: &str = "CROSSCHECK_SHARED";

/// Where programs, scorer and sets are.
pub struct Scorer {
    shared: PathBuf,
    release: PathBuf,
}

/// What was measured on one set.
pub struct Figures {
    /// The object that the scorer prints.
    pub json: Value,
    /// "60-69: 3/4  70-79: 9/11", for findings.
    pub calibration: Option<String>,
}

impl Scorer {
    /// Builds the command and the stress set's program.
    pub fn build() -> Result<Scorer> {
        let words = ["build", "--release", "--package", "crosscheck", "--package", "stress", "--bins"];
        project::run("the programs", &mut project::cargo(words))?;
        let shared = std::env::var_os(VARIABLE).map_or_else(|| project::path("../shared"), PathBuf::from);
        Ok(Scorer { shared, release: project::target()?.join("release") })
    }

    /// Why a set can not be measured here, if it can not.
    pub fn absent(&self, set: &Set) -> Option<String> {
        if set.task == Task::Stress {
            return None;
        }
        let gold = set.gold.as_ref().map(|gold| self.shared.join(gold))?;
        let needed = [self.script(), gold];
        let missing = needed.iter().find(|path| !path.is_file())?;
        Some(format!("there is no {}; {VARIABLE} may name the folder of labelled sets", missing.display()))
    }

    fn script(&self) -> PathBuf {
        self.shared.join("score/score.py")
    }

    /// The figures of one set; its errors are shown where asked for.
    pub fn score(&self, set: &Set, show: u32) -> Result<Figures> {
        println!("== {}", set.id);
        if set.task == Task::Stress {
            return self.stress(show);
        }
        let gold = self.shared.join(set.gold.as_deref().unwrap_or_default());
        let reports = self.release.with_file_name("eval").join(format!("{}.jsonl", set.id));
        project::write(&reports, "")?;
        let run = |more: &[OsString]| {
            let mut python = Command::new("python3");
            python.arg(self.script()).arg(code(set.task)).arg(&gold).args(more);
            project::output(&set.id, &mut python)
        };
        let program = self.release.join("crosscheck").into_os_string();
        let kept = reports.into_os_string();
        let figures = run(&["--json".into(), "--program".into(), program, "--save".into(), kept.clone()])?;
        let mut json: Value = serde_json::from_str(&figures).context("the scorer did not print JSON")?;
        let texts = lines(&gold)?;
        json["texts"] = texts.into();
        json["others"] = json["gold"].as_u64().map(|gold| texts.saturating_sub(gold)).into();
        let told = run(&["--reports".into(), kept, "--show".into(), show.to_string().into()])?;
        if show > 0 {
            print!("{told}");
        }
        let calibration =
            told.lines().find_map(|line| line.trim().strip_prefix("confidence: ")).map(str::to_owned);
        Ok(Figures { json, calibration })
    }

    fn stress(&self, show: u32) -> Result<Figures> {
        let program = self.release.join("stress");
        let figures = project::output("the stress set", Command::new(&program).arg("--json"))?;
        if show > 0 {
            let told = Command::new(&program).args(["--show", &show.to_string()]).output();
            print!("{}", String::from_utf8_lossy(&told.context("starting the stress set")?.stdout));
        }
        let json = serde_json::from_str(&figures).context("the stress set did not print JSON")?;
        Ok(Figures { json, calibration: None })
    }
}

/// What the scorer calls the task.
fn code(task: Task) -> &'static str {
    match task {
        Task::Entities => "entities",
        Task::Quotations => "quotations",
        Task::Findings => "findings",
        Task::Pairs => "pairs",
        Task::Stress => "stress",
    }
}

/// Number of lines that are not empty, in a file that may be packed.
fn lines(path: &Path) -> Result<u64> {
    let file = File::open(path).with_context(|| format!("opening {}", path.display()))?;
    let packed = path.extension().is_some_and(|end| end == "gz");
    let plain: Box<dyn Read> = if packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut count = 0;
    for line in BufReader::new(plain).lines() {
        count += u64::from(!line.with_context(|| format!("reading {}", path.display()))?.trim().is_empty());
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(task: Task, gold: Option<&str>) -> Set {
        let text = String::new;
        Set {
            id: text(),
            name: text(),
            about: text(),
            task,
            gold: gold.map(str::to_owned),
            left_out: None,
            measures: Vec::new(),
        }
    }

    #[test]
    fn a_set_that_is_not_there_is_told_and_the_stress_set_is_always_there() {
        let scorer =
            Scorer { shared: project::path("no-such-folder"), release: project::path("target/release") };
        let reason = scorer.absent(&set(Task::Pairs, Some("pairs.jsonl"))).unwrap();
        assert!(reason.contains("no-such-folder"), "{reason}");
        assert_eq!(scorer.absent(&set(Task::Stress, None)), None);
    }

    #[test]
    fn lines_of_a_plain_file() {
        assert!(lines(&project::path("Cargo.toml")).unwrap() > 10);
        assert!(lines(&project::path("no-such-file.gz")).is_err());
    }
}
