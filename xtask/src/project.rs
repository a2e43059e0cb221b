//! Where things are, and how another program is run.
//!
//! In go a path inside the repository or a command; out come absolute paths, or the program's output. A program that fails or
//! is missing becomes an error that says what was being done.
//!
//! Example: `run("lint", Command::new("cargo").arg("fmt"))`.
//!
//! Limits: the repository is where this crate was compiled.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The repository's root.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// A path inside the repository.
pub fn path(inside: &str) -> PathBuf {
    root().join(inside)
}

/// Cargo's target folder. This program lies in `TARGET/PROFILE/`, wherever an option or the environment put it.
pub fn target() -> Result<PathBuf> {
    let here = std::env::current_exe().context("finding this program")?;
    let target = here.parent().and_then(Path::parent).context("this program is not in a target folder")?;
    Ok(target.to_path_buf())
}

/// The text of a file inside the repository.
pub fn read(inside: &str) -> Result<String> {
    let path = path(inside);
    fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("writing {}", path.display()))
}

/// The files of a folder inside the repository whose names end so, sorted by name.
pub fn files(folder: &str, ending: &str) -> Result<Vec<PathBuf>> {
    let place = path(folder);
    let entries = fs::read_dir(&place).with_context(|| format!("listing {}", place.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("listing {}", place.display()))?.path();
        if path.is_file() && path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The version in the root's Cargo.toml.
pub fn version() -> Result<String> {
    let manifest = read("Cargo.toml")?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = "));
    Ok(line.context("Cargo.toml has no version")?.trim_matches('"').to_string())
}

/// The cargo that runs us, in the repository's root.
pub fn cargo<S: AsRef<OsStr>>(words: impl IntoIterator<Item = S>) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(root()).args(words);
    command
}

/// Says what comes next, runs it with its output shown, and fails if it fails.
pub fn run(step: &str, command: &mut Command) -> Result<()> {
    println!("== {step}");
    let status = command.status().with_context(|| start_failed(step, command))?;
    if !status.success() {
        bail!("{step} failed ({status})");
    }
    Ok(())
}

/// Runs like [`run`], with a name before each line, so that it can be told from what runs beside it.
pub fn run_beside(name: &str, step: &str, command: &mut Command) -> Result<()> {
    println!("== {step}");
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| start_failed(step, command))?;
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        println!("{name}: {}", line.with_context(|| format!("reading what {step} writes"))?);
    }
    let status = child.wait().with_context(|| format!("waiting for {step}"))?;
    if !status.success() {
        bail!("{step} failed ({status})");
    }
    Ok(())
}

/// Runs in silence and gives back what the program wrote to its standard output.
pub fn output(step: &str, command: &mut Command) -> Result<String> {
    command.stdin(Stdio::null()).stderr(Stdio::inherit());
    let done = command.output().with_context(|| start_failed(step, command))?;
    if !done.status.success() {
        bail!("{step} failed ({})", done.status);
    }
    String::from_utf8(done.stdout).with_context(|| format!("{step} did not write UTF-8"))
}

fn start_failed(step: &str, command: &Command) -> String {
    format!("{step}: `{}` could not be started; is it installed?", command.get_program().to_string_lossy())
}

/// Whether the words are exactly this option, or nothing; anything else is an error.
pub fn only_option(words: &[String], option: &str) -> Result<bool> {
    match words {
        [] => Ok(false),
        [word] if word == option => Ok(true),
        _ => bail!("only `{option}` is understood here, not `{}`", words.join(" ")),
    }
}

/// Fails if any word was given.
pub fn no_options(words: &[String]) -> Result<()> {
    if words.is_empty() { Ok(()) } else { bail!("no option is understood here, not `{}`", words.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_package() {
        assert!(path("src/lib.rs").is_file());
        assert_eq!(version().unwrap().split('.').count(), 3);
    }

    #[test]
    fn unknown_words_are_refused() {
        let words = |text: &str| text.split_whitespace().map(String::from).collect::<Vec<_>>();
        assert!(!only_option(&words(""), "--accept").unwrap());
        assert!(only_option(&words("--accept"), "--accept").unwrap());
        assert!(only_option(&words("--acept"), "--accept").is_err());
        assert!(no_options(&words("x")).is_err());
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run("trying", &mut Command::new("no-such-program-here")).unwrap_err();
        assert!(error.to_string().contains("no-such-program-here"));
    }
}
