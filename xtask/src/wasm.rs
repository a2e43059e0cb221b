//! The core as WebAssembly, and the JavaScript that calls it.
//!
//! In goes the library at the root; out come the module's bytes, the glue script that defines `wasm_bindgen`, and type
//! declarations. The bytes are the same on every machine with the same compiler, since no path of the builder stays in them.
//!
//! Example: `let core = wasm::build()?; core.module.len()`.
//!
//! Limits: this is the only file that uses the support library, whose interface may change with its version.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{pack, project};

/// The target triple of the core in the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The profile of the root's Cargo.toml that trades a little speed for a smaller download.
const PROFILE: &str = "page";

/// How large a function may be to be copied to where it is called. At 80 the code is 50 kB larger by gzip, and an analysis no faster than the noise of a
/// measurement; the compiler's own 225 adds 60 kB more, makes an analysis a tenth faster, and the build twice as long.
const INLINING: &str = "-Cllvm-args=-inline-threshold=47";

/// The files of the folder that holds the core: the module and its glue, named by the support library, and the module as it travels.
const MODULE: &str = "crosscheck_bg.wasm";
const GLUE: &str = "crosscheck.js";
const PACKED: &str = "crosscheck_bg.wasm.gz";

/// What the page's worker needs of the core.
pub struct Core {
    /// The module, ready for `initSync`.
    pub module: Vec<u8>,
    /// A classic script that defines the global `wasm_bindgen`.
    pub glue: String,
    /// The module as it travels.
    pub packed: Vec<u8>,
}

/// Compiles the core for the browser and makes its glue.
pub fn build() -> Result<Core> {
    add_target()?;
    // One crate type: beside the library's other one, link-time optimisation would be passed over in silence.
    let words = ["rustc", "--lib", "--crate-type", "cdylib", "--profile", PROFILE, "--target", TARGET];
    let mut compile = project::cargo(words);
    compile.env("CARGO_ENCODED_RUSTFLAGS", remap_flags()?.join("\u{1f}"));
    project::run("core for the browser", &mut compile)?;
    let target = project::target()?;
    let folder = folder()?;
    glue(&target.join(TARGET).join(PROFILE).join("crosscheck.wasm"), &folder)?;
    let packed = pack::gzip(&read(&folder, MODULE)?)?;
    fs::write(folder.join(PACKED), packed).context("keeping the packed core")?;
    built()
}

/// The core that was compiled last, whatever has changed since.
pub fn built() -> Result<Core> {
    let folder = folder()?;
    let glue = String::from_utf8(read(&folder, GLUE)?).context("the glue is no text")?;
    Ok(Core { module: read(&folder, MODULE)?, glue, packed: read(&folder, PACKED)? })
}

/// Where the module that was compiled last is kept.
pub fn module() -> Result<PathBuf> {
    Ok(folder()?.join(MODULE))
}

/// Where the core that was compiled last is kept.
fn folder() -> Result<PathBuf> {
    Ok(project::target()?.join("glue"))
}

fn read(folder: &Path, file: &str) -> Result<Vec<u8>> {
    let path = folder.join(file);
    fs::read(&path).with_context(|| format!("reading {} (`cargo xtask build` makes it)", path.display()))
}

/// Installs the wasm target where it is missing, so that a fresh machine needs no instruction for it.
pub fn add_target() -> Result<()> {
    let libraries = rustc(&["--print", "target-libdir", "--target", TARGET])?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    println!("== the Rust target {TARGET} is missing; adding it with rustup");
    let added = Command::new("rustup").args(["target", "add", TARGET]).current_dir(project::root()).status();
    if !added.is_ok_and(|status| status.success()) {
        bail!("the Rust target {TARGET} is missing; please run: rustup target add {TARGET}");
    }
    Ok(())
}

/// Flags that replace the paths of this machine in panic messages by neutral ones.
fn remap_flags() -> Result<Vec<String>> {
    let sysroot = PathBuf::from(rustc(&["--print", "sysroot"])?.trim());
    let about = rustc(&["--version", "--verbose"])?;
    let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let pairs = [
        (project::root().to_path_buf(), "/crosscheck".to_string()),
        (cargo_home()?, "/cargo".to_string()),
        // With the compiler's sources installed its own paths would become local ones.
        (sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")),
    ];
    let remaps = pairs.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    Ok(remaps.chain([INLINING.to_owned()]).collect())
}

fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    let home = std::env::var_os("HOME").context("neither CARGO_HOME nor HOME is set")?;
    Ok(Path::new(&home).join(".cargo"))
}

fn rustc(words: &[&str]) -> Result<String> {
    project::output("rustc", Command::new("rustc").args(words).current_dir(project::root()))
}

fn glue(input: &Path, folder: &Path) -> Result<()> {
    // Files of an earlier name must not stay.
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    Bindgen::new()
        .input_path(input)
        .out_name("crosscheck")
        .no_modules(true)?
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .with_context(|| format!("making the glue of {}", input.display()))
}
