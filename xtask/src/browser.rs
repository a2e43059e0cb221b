//! Which Chromium the browser tests use.
//!
//! In goes nothing; out comes the path of a browser: the one that `CROSSCHECK_CHROMIUM` names, else the first one in PATH, else one
//! installed from the system's packages where we may do that.
//!
//! Example: `CROSSCHECK_CHROMIUM=/opt/chrome/chrome cargo xtask e2e`.
//!
//! Limits: only `apt-get` is known for installing.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::project;

/// The variable that names a browser, for us and for the tests.
pub const VARIABLE: &str = "CROSSCHECK_CHROMIUM";

/// Names that a usable browser goes by.
const NAMES: &[&str] = &["chromium", "google-chrome-stable", "google-chrome", "chromium-browser", "chrome"];

/// What to do when none is there.
const ADVICE: &str = "the browser tests need Chromium: install it (Debian: `apt-get install chromium`), \
    or set CROSSCHECK_CHROMIUM to the path of a Chromium or Chrome";

/// A browser that starts.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os(VARIABLE) {
        let named = PathBuf::from(named);
        return if starts(&named) {
            Ok(named)
        } else {
            bail!("{VARIABLE}={} does not start", named.display())
        };
    }
    if let Some(found) = in_path() {
        return Ok(found);
    }
    install()?;
    in_path().context(ADVICE)
}

fn in_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.filter(|place| place.is_file()).find(|place| starts(place))
}

/// Ubuntu has a `chromium-browser` that only says it is to be had elsewhere, so being there is not enough.
fn starts(browser: &Path) -> bool {
    let mut command = Command::new(browser);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn install() -> Result<()> {
    let Some(prefix) = administrator() else { bail!(ADVICE) };
    println!("== no Chromium found; installing it from the system's packages");
    let apt = |words: &[&str]| {
        let mut command = Command::new(prefix.first().copied().unwrap_or("apt-get"));
        command.args(prefix.iter().skip(1));
        if !prefix.is_empty() {
            command.arg("apt-get");
        }
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    project::run("package lists", &mut apt(&["update", "-qq"])).context(ADVICE)?;
    project::run("chromium", &mut apt(&["install", "-y", "-qq", "chromium"])).context(ADVICE)
}

/// The words to put before `apt-get`: none for root, `sudo -n` where it asks for no password; nothing when we may not install.
fn administrator() -> Option<&'static [&'static str]> {
    let says = |program: &str, words: &[&str]| {
        let done =
            Command::new(program).args(words).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_string())
    };
    says("apt-get", &["--version"])?;
    if says("id", &["-u"]).is_some_and(|user| user == "0") {
        return Some(&[]);
    }
    says("sudo", &["-n", "true"]).map(|_| ["sudo", "-n"].as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_missing_or_fails_does_not_count() {
        assert!(!starts(Path::new("/no/such/browser")));
        assert!(!starts(Path::new("/bin/false")));
    }
}
