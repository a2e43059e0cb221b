//! Node: npm packages, the joining of scripts and styles, test files.
//!
//! In goes an entry file of the page; out comes one classic script or one style sheet. The npm packages are installed by `npm ci`
//! when they are missing or older than the lock.
//!
//! Example: `node::join("www/js/main.js")?`.
//!
//! Limits: Node 20 or newer.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::project;

/// The oldest Node whose test runner and language the page's tools rely on.
const OLDEST: u32 = 20;

/// How the names of test files end.
const TEST: &str = ".test.mjs";

/// Files without a browser that run at the same time; Node itself leaves one processor out.
const AT_ONCE: &str = "--test-concurrency=2";

/// Loads test files into one process.
const TOGETHER: &str = "tests/browser/together.mjs";

/// Installs the npm packages unless they are newer than their lock.
pub fn packages() -> Result<()> {
    check_version(&project::output("asking Node for its version", Command::new("node").arg("--version"))?)?;
    let place = project::root();
    let lock = changed(&place.join("package-lock.json")).context("package-lock.json is missing")?;
    // npm writes this file last, so a broken installation is repeated.
    let installed = changed(&place.join("node_modules/.package-lock.json"));
    if installed.is_some_and(|installed| installed >= lock) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(place);
    project::run("npm packages", &mut npm)
}

fn check_version(said: &str) -> Result<()> {
    let version = said.trim();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST) {
        bail!("Node {OLDEST} or newer is needed, and this is {version}; see https://nodejs.org");
    }
    Ok(())
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

/// Joins an entry and all it imports: modules into one classic script, style sheets into one style sheet.
pub fn join(entry: &str) -> Result<String> {
    let mut command = Command::new(project::path("node_modules/.bin/esbuild"));
    command
        .args([entry, "--bundle", "--minify", "--format=iife", "--target=es2022"])
        .args(["--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .current_dir(project::root());
    project::output("joining with esbuild", &mut command)
}

/// The test files of a folder. They are named one by one, since Node 20 and 22 read a folder's name differently.
fn tests(folder: &str) -> Result<Vec<PathBuf>> {
    let files = project::files(folder, TEST)?;
    if files.is_empty() {
        bail!("no test files (*{TEST}) in {folder}");
    }
    Ok(files)
}

/// Runs the test files of a folder with Node's own runner, each in a process of its own.
pub fn test(folder: &str) -> Result<()> {
    let mut node = Command::new("node");
    node.args(["--test", AT_ONCE, "--test-reporter", "spec"])
        .args(tests(folder)?)
        .current_dir(project::root());
    project::run(&format!("tests in {folder}"), &mut node)
}

/// A run of test files in one process, so that they share what takes long to start, while another run goes on beside it.
pub struct Run {
    /// What stands before each line that it writes.
    pub name: &'static str,
    /// What it finds in its environment.
    pub variables: Vec<(&'static str, PathBuf)>,
}

impl Run {
    /// Runs the files of a folder; out come those that failed.
    pub fn folder(&self, folder: &str) -> Result<Vec<PathBuf>> {
        let record = project::target()?.join(format!("tests-{}.tap", self.name));
        let step = format!("tests in {folder}, {}", self.name);
        let Err(error) = project::run_beside(self.name, &step, &mut self.node(&tests(folder)?, &record))
        else {
            return Ok(Vec::new());
        };
        let record = fs::read_to_string(&record).unwrap_or_default();
        // A run that broke off did not come to all files.
        let failed = if is_whole(&record) { failed(&record) } else { Vec::new() };
        if failed.is_empty() { Err(error) } else { Ok(failed) }
    }

    /// Runs files once more, and alone.
    pub fn again(&self, files: &[PathBuf]) -> Result<()> {
        let record = project::target()?.join(format!("tests-{}-again.tap", self.name));
        let step = format!("tests that failed, once more and alone, {}", self.name);
        project::run_beside(self.name, &step, &mut self.node(files, &record))
    }

    /// Node with its runner, which tells how it goes and keeps a record of it.
    fn node(&self, files: &[PathBuf], record: &Path) -> Command {
        let mut node = Command::new("node");
        node.args(["--test-reporter", "spec", "--test-reporter-destination", "stdout"]);
        node.args(["--test-reporter", "tap", "--test-reporter-destination"]).arg(record);
        node.arg(TOGETHER).args(files).current_dir(project::root());
        node.envs(self.variables.iter().map(|(name, value)| (name, value)));
        node
    }
}

/// Whether the runner came to the end, where it counts the tests.
fn is_whole(record: &str) -> bool {
    record.lines().any(|line| line.starts_with("# tests "))
}

/// The files of the tests that failed, by the runner's record.
fn failed(record: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut is_failure = false;
    for line in record.lines().map(str::trim_start) {
        if line.starts_with("not ok ") || line.starts_with("ok ") {
            is_failure = line.starts_with("not ok ");
        }
        let place = line.strip_prefix("location: '").filter(|_| is_failure);
        let file =
            place.and_then(|place| place.split_once(TEST)).map(|(name, _)| format!("{name}{TEST}").into());
        files.extend(file.filter(|file| !files.contains(file)));
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_names_the_files_that_failed() {
        let record = "# Subtest: a\nnot ok 1 - a\n  ---\n  location: '/x/one.test.mjs:3:1'\n  ...\nok 2 - b\n  ---\n  location: '/x/two.test.mjs:9:1'\n";
        assert_eq!(failed(record), [PathBuf::from("/x/one.test.mjs")]);
        assert!(failed("ok 1 - a").is_empty());
        assert!(!is_whole(record));
        assert!(is_whole("not ok 1 - a\n1..1\n# tests 1\n# suites 0\n"));
    }

    #[test]
    fn an_old_node_is_told_so() {
        assert!(check_version("v20.0.0\n").is_ok());
        assert!(check_version("v24.11.1").is_ok());
        assert!(check_version("v18.20.4").unwrap_err().to_string().contains("18.20.4"));
        assert!(check_version("").is_err());
    }
}
