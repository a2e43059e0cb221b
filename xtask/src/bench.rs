//! Speed, memory and sizes, beside peers, in one run.
//!
//! In go the built page, the native command and the npm packages of two peers; out come tables: the speed of each stage natively,
//! then what Chromium makes of the same articles, peers included, and how the time of the core grows, with a plot. `xtask/bench/main.mjs` measures; this builds what it needs.
//!
//! Example: `cargo xtask bench --only frames` measures one part (`native`, `core`, `opening`, `first`, `frames`, `sizes`) around the core that is built.
//!
//! Limits: nothing is judged here; no test asserts a time.

use std::process::Command;

use anyhow::{Result, bail};

use crate::browser::CHROMIUM;
use crate::{project, site};

/// `cargo xtask bench [--only PART]`
pub fn command(words: &[String]) -> Result<()> {
    let part = part(words)?;
    let chromium = CHROMIUM.path()?;
    // A part is measured again and again while something is made better; the core takes minutes to build.
    if part.is_empty() {
        site::build()?
    } else {
        site::command(&["--page".to_owned()])?
    }
    if ["", "native"].contains(&part) {
        project::run("the command", &mut project::cargo(["build", "--release", "--bin", "crosscheck"]))?;
    }
    let target = project::target()?;
    let mut node = Command::new("node");
    node.arg("xtask/bench/main.mjs").current_dir(project::root());
    node.env(CHROMIUM.variable, chromium).env("CROSSCHECK_PART", part);
    node.env("CROSSCHECK_COMMAND", target.join("release/crosscheck")).env("CROSSCHECK_TARGET", target);
    project::run("measuring", &mut node)
}

/// The part that is asked for, or nothing for all.
fn part(words: &[String]) -> Result<&str> {
    match words {
        [] => Ok(""),
        [option, part] if option == "--only" => Ok(part),
        _ => bail!("only `--only PART` is understood here, not `{}`", words.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_or_all() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(part(&words("")).unwrap(), "");
        assert_eq!(part(&words("--only frames")).unwrap(), "frames");
        assert!(part(&words("frames")).is_err());
        assert!(part(&words("--only")).is_err());
    }
}
