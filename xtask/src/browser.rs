//! Which browsers the browser tests use.
//!
//! In goes the kind of browser; out comes the path of one that starts: the one that `CROSSCHECK_CHROMIUM` or `CROSSCHECK_FIREFOX`
//! names, else the first one in PATH, else one installed from the system's packages where we may do that.
//!
//! Example: `CROSSCHECK_CHROMIUM=/opt/chrome/chrome cargo xtask e2e`.
//!
//! Limits: only `apt-get` is known for installing.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::project;

/// A kind of browser.
pub struct Browser {
    /// What the tests call it.
    pub name: &'static str,
    /// The variable that names one by its path, for us and for the tests.
    pub variable: &'static str,
    /// Names that a usable one goes by.
    names: &'static [&'static str],
    /// Packages that hold it, the first one that can be had.
    packages: &'static [&'static str],
}

/// The browser that measures, too.
pub const CHROMIUM: Browser = Browser {
    name: "chromium",
    variable: "CROSSCHECK_CHROMIUM",
    names: &["chromium", "google-chrome-stable", "google-chrome", "chromium-browser", "chrome"],
    packages: &["chromium"],
};

/// The stock one, with an engine of its own.
pub const FIREFOX: Browser = Browser {
    name: "firefox",
    variable: "CROSSCHECK_FIREFOX",
    names: &["firefox-esr", "firefox"],
    packages: &["firefox-esr", "firefox"],
};

/// The browsers in which the page must work the same.
pub const ALL: &[Browser] = &[CHROMIUM, FIREFOX];

impl Browser {
    /// The path of one that starts.
    pub fn path(&self) -> Result<PathBuf> {
        if let Some(named) = std::env::var_os(self.variable) {
            let named = PathBuf::from(named);
            return if starts(&named) {
                Ok(named)
            } else {
                bail!("{}={} does not start", self.variable, named.display())
            };
        }
        if let Some(found) = in_path(self.names) {
            return Ok(found);
        }
        self.install()?;
        in_path(self.names).with_context(|| self.advice())
    }

    /// What to do when none is there.
    fn advice(&self) -> String {
        let Self { name, variable, packages, .. } = self;
        format!(
            "the browser tests need {name}: install it (Debian: `apt-get install {}`), or set {variable} to its path",
            packages[0]
        )
    }

    fn install(&self) -> Result<()> {
        let Some(prefix) = administrator() else { bail!(self.advice()) };
        println!("== no {} found; installing it from the system's packages", self.name);
        project::run("package lists", &mut apt(prefix, &["update", "-qq"])).with_context(|| self.advice())?;
        let installs = |package: &&str| {
            project::run(package, &mut apt(prefix, &["install", "-y", "-qq", package])).is_ok()
        };
        if !self.packages.iter().any(installs) {
            bail!(self.advice());
        }
        Ok(())
    }
}

/// `apt-get`, after the words that it takes to be allowed to install.
fn apt(prefix: &[&str], words: &[&str]) -> Command {
    let mut line = prefix.iter().chain(&["apt-get"]);
    let mut command = Command::new(line.next().copied().unwrap_or_default());
    command.args(line).args(words).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn in_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let places = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.filter(|place| place.is_file()).find(|place| starts(place))
}

/// Ubuntu has a `chromium-browser` that only says it is to be had elsewhere, so being there is not enough.
fn starts(browser: &Path) -> bool {
    let mut command = Command::new(browser);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
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
