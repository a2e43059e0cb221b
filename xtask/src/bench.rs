//! Speed, memory and sizes, beside peers, in one run.
//!
//! In go the built page, the native command and the npm packages of two peers; out come tables: the speed of each stage natively,
//! then what Chromium makes of the same articles, peers included, and how the time of the core grows, with a plot. `xtask/bench/main.mjs` measures; this builds what it needs.
//!
//! Example: `cargo xtask bench`.
//!
//! Limits: nothing is judged here; no test asserts a time.

use std::process::Command;

use anyhow::Result;

use crate::browser::CHROMIUM;
use crate::{project, site};

/// `cargo xtask bench`
pub fn command(words: &[String]) -> Result<()> {
    project::no_options(words)?;
    let chromium = CHROMIUM.path()?;
    site::build()?;
    project::run("the command", &mut project::cargo(["build", "--release", "--bin", "crosscheck"]))?;
    let target = project::target()?;
    let mut node = Command::new("node");
    node.arg("xtask/bench/main.mjs").current_dir(project::root());
    node.env(CHROMIUM.variable, chromium);
    node.env("CROSSCHECK_COMMAND", target.join("release/crosscheck")).env("CROSSCHECK_TARGET", target);
    project::run("measuring", &mut node)
}
