//! Builds, serves, tests and measures Crosscheck: `cargo xtask COMMAND [OPTION...]`.
//!
//! In goes a command from the table below; out comes a line for each step and exit status 0 or 1. Each step fails plainly when
//! something is missing (Node, a target, a browser), and none is skipped in silence.
//!
//! Example: `cargo xtask build` writes `dist/site/` and `dist/crosscheck.html`.
//!
//! Limits: made for Linux and macOS; only Debian and Ubuntu get a browser installed for them.

mod bench;
mod browser;
mod checks;
mod eval;
mod node;
mod pack;
mod project;
mod ready;
mod seeds;
mod serve;
mod site;
mod size;
mod wasm;

use std::process::ExitCode;

/// What a command is given: the words after its name.
type Words = [String];

/// A command of the table: its name, what `cargo xtask` says about it, and what it runs.
struct Command {
    name: &'static str,
    help: &'static str,
    run: fn(&Words) -> anyhow::Result<()>,
}

/// Every command, in the order in which a newcomer meets them.
const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        help: "build, then serve the page on localhost [--no-build]",
        run: serve::command,
    },
    Command {
        name: "build",
        help: "core, page and seeds to dist/site/ and dist/crosscheck.html [--page: around the core that is built]",
        run: site::command,
    },
    Command { name: "test", help: "all tests: Rust, page units, browser", run: checks::test },
    Command { name: "lint", help: "formatting and lints", run: checks::lint },
    Command { name: "ci", help: "lint, then test", run: checks::ci },
    Command { name: "e2e", help: "build, then the browser tests", run: checks::e2e },
    Command {
        name: "tidy",
        help: "the house rules of tests/tidy.rs; --accept renews the README's table",
        run: checks::tidy,
    },
    Command {
        name: "golden",
        help: "compare the seeds' reports with tests/golden/ [--accept]",
        run: checks::golden,
    },
    Command {
        name: "eval",
        help: "accuracy beside the floors of tests/accuracy.json [--only SET] [--show N] [--accept]",
        run: eval::command,
    },
    Command {
        name: "bench",
        help: "speed, smoothness, memory and sizes, beside peers [--only PART]",
        run: bench::command,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = words.split_first() else {
        print!("{}", usage());
        return ExitCode::FAILURE;
    };
    if name == "help" || name == "--help" {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprint!("xtask: there is no command `{name}`\n\n{}", usage());
        return ExitCode::FAILURE;
    };
    match (command.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {name}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let rows: String =
        COMMANDS.iter().map(|command| format!("  {:7} {}\n", command.name, command.help)).collect();
    format!("cargo xtask COMMAND\n\n{rows}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usage_names_every_command() {
        let usage = usage();
        assert!(COMMANDS.iter().all(|command| usage.contains(command.name) && usage.contains(command.help)));
    }
}
