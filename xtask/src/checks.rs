//! Everything that must hold before a change is taken.
//!
//! In goes the working tree; out come the programs' own lines and an error at the first thing that does not hold.
//!
//! Example: `cargo xtask ci` is `lint`, then `test`.
//!
//! Limits: lints need the components rustfmt and clippy; rustup adds them where they are missing.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Result, bail};

use crate::{browser, node, project, site, wasm};

/// The variable that tells tests/golden.rs and tests/tidy.rs to write what is derived instead of comparing it.
const ACCEPT: &str = "CROSSCHECK_ACCEPT";

/// The variable that tells the browser tests which browser to drive.
const CHOICE: &str = "CROSSCHECK_BROWSER";

/// Where the tests in JavaScript are: of the page's pure parts, and of the page in a browser.
const UNITS: &str = "tests/www";
const BROWSER_TESTS: &str = "tests/browser";

/// `cargo xtask ci`
pub fn ci(words: &[String]) -> Result<()> {
    lint(words)?;
    test(words)
}

/// `cargo xtask lint`
pub fn lint(words: &[String]) -> Result<()> {
    project::no_options(words)?;
    add_component("fmt", "rustfmt")?;
    add_component("clippy", "clippy")?;
    wasm::add_target()?;
    project::run("formatting", &mut project::cargo(["fmt", "--all", "--check"]))?;
    let all = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
    project::run("lints", &mut project::cargo(all))?;
    let core = ["clippy", "--quiet", "--lib", "--target", wasm::TARGET, "--", "-D", "warnings"];
    project::run("lints of the core in the browser", &mut project::cargo(core))
}

/// Adds one of Rust's own tools where its cargo command does not run.
fn add_component(command: &str, component: &str) -> Result<()> {
    let mut ask = project::cargo([command, "--version"]);
    if ask.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    println!("== {component} is missing; adding it with rustup");
    let added =
        Command::new("rustup").args(["component", "add", component]).current_dir(project::root()).status();
    if !added.is_ok_and(|status| status.success()) {
        bail!("{component} is missing; please run: rustup component add {component}");
    }
    Ok(())
}

/// `cargo xtask test`
pub fn test(words: &[String]) -> Result<()> {
    project::no_options(words)?;
    // A missing browser is told now, not after minutes of building.
    browser::ALL.iter().try_for_each(|browser| browser.path().map(drop))?;
    let core = thread::scope(|scope| {
        // Optimised as a whole, the core keeps one processor busy for minutes, and the tests have use for the others.
        let core = scope.spawn(wasm::build);
        project::run("Rust tests", &mut project::cargo(["test", "--workspace", "--no-fail-fast"]))?;
        joined(core)
    })?;
    site::around(&core)?;
    node::test(UNITS)?;
    browser_tests()
}

/// `cargo xtask e2e`
pub fn e2e(words: &[String]) -> Result<()> {
    project::no_options(words)?;
    site::build()?;
    browser_tests()
}

/// All tests in every browser, side by side: a page that opens does not keep a machine busy all the time.
fn browser_tests() -> Result<()> {
    let runs = browser::ALL.iter().map(|browser| {
        let variables = vec![(CHOICE, PathBuf::from(browser.name)), (browser.variable, browser.path()?)];
        Ok(node::Run { name: browser.name, variables })
    });
    let runs = runs.collect::<Result<Vec<_>>>()?;
    let failed = thread::scope(|scope| {
        let begun: Vec<_> = runs.iter().map(|run| scope.spawn(|| run.folder(BROWSER_TESTS))).collect();
        begun.into_iter().map(joined).collect::<Result<Vec<_>>>()
    })?;
    // On a busy machine a wait runs out that would not on a quiet one; what is wrong fails again.
    runs.iter()
        .zip(failed)
        .filter(|(_, files)| !files.is_empty())
        .try_for_each(|(run, files)| run.again(&files))
}

/// What a thread came to.
fn joined<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    thread.join().unwrap_or_else(|_| bail!("a step broke off"))
}

/// `cargo xtask tidy [--accept]`
pub fn tidy(words: &[String]) -> Result<()> {
    compare("house rules", "tidy", words)
}

/// `cargo xtask golden [--accept]`
pub fn golden(words: &[String]) -> Result<()> {
    compare("golden reports", "golden", words)
}

fn compare(step: &str, test: &str, words: &[String]) -> Result<()> {
    let mut tests = project::cargo(["test", "--quiet", "--test", test]);
    if project::only_option(words, "--accept")? {
        tests.env(ACCEPT, "1");
    }
    project::run(step, &mut tests)
}
