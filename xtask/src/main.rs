//! Tasks for maintainers: `cargo run -p xtask -- help` lists them.

#![forbid(unsafe_code)]

mod api;
mod changes;
mod scratch;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::{Args, Parser, Subcommand};

use changes::Report;
use scratch::{Failure, Files, Scratch};

/// Tasks for maintainers.
#[derive(Parser)]
#[command(bin_name = "cargo run -p xtask --", disable_version_flag = true)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Reports the changes in a new OpenAPI document.
    ///
    /// Compares the document with openapi.yaml and prints one line for every change of an operation, a model or a
    /// webhook event, grouped for CHANGELOG.md. Then generates and compiles the crate from the document, in a copy of
    /// the project. The project itself isn't modified.
    #[command(override_usage = USAGE, after_long_help = STATUS)]
    Release(Release),
    /// Writes public-api.txt, the list of the crate's public items.
    Api {
        /// Prints the difference and fails if public-api.txt isn't up to date. Writes nothing.
        #[arg(long)]
        check: bool,
    },
}

const USAGE: &str = "cargo run -p xtask -- release [--old <FILE>] [--deny-breaking] [--no-build | --keep] <DOCUMENT>
       cargo run -p xtask -- release --check [--keep]";

const STATUS: &str = "\
Requires openapi-generator, in OPENAPI_GENERATOR or on the PATH, unless --no-build is given.

Exit status:
  0  the document generates and compiles; --check: generated/ is up to date
  1  it doesn't; --deny-breaking: a change is breaking; --check: a file differs
  2  the command line is invalid

Examples:
  cargo run -p xtask -- release ~/Downloads/openapi.yaml
  cargo run -p xtask -- release --no-build --old old.yaml new.yaml
  cargo run -p xtask -- release --check";

#[derive(Args)]
struct Release {
    /// The new OpenAPI document.
    #[arg(value_name = "DOCUMENT", required_unless_present = "check")]
    document: Option<PathBuf>,
    /// The document to compare with. Defaults to openapi.yaml.
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    old: Option<PathBuf>,
    /// Exits with status 1 if a change is breaking.
    #[arg(long, conflicts_with = "check")]
    deny_breaking: bool,
    /// Only prints the report; generates and compiles nothing.
    #[arg(long, conflicts_with_all = ["check", "keep"])]
    no_build: bool,
    /// Regenerates from openapi.yaml, and fails if generated/ differs in any byte. Lists the files that differ.
    #[arg(long, conflicts_with = "document")]
    check: bool,
    /// Keeps the copy of the project and prints its path.
    #[arg(long)]
    keep: bool,
}

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Release(arguments) => release(&arguments),
        Task::Api { check } => project().and_then(|project| api::run(project, check)),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn project() -> Result<&'static Path> {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask isn't in the project's folder")
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn release(arguments: &Release) -> Result<ExitCode> {
    let project = project()?;
    let own = project.join("openapi.yaml");
    let Some(document) = &arguments.document else { return check(project, &own, arguments.keep) };
    let (old, new) = (read(arguments.old.as_ref().unwrap_or(&own))?, read(document)?);
    let report = changes::compare(&old, &new, &read(&project.join("openapi-generator.yaml"))?)?;
    print!("{}", changes::title(&old, &new)?);
    print!("{}", report.print(&scratch::version(project)?));
    if !arguments.no_build {
        build(project, document, &new, arguments.keep)?;
    }
    print!("{}", next_steps(&report));
    if arguments.deny_breaking && report.breaking() > 0 {
        eprintln!("error: --deny-breaking: {} breaking changes", report.breaking());
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

/// Generates and compiles a document in a copy of the project, and returns the generated files.
fn build(project: &Path, document: &Path, text: &str, keep: bool) -> Result<Files> {
    let scratch = Scratch::new(project, text)?;
    eprintln!("Generating and compiling {}. The first run takes about a minute.", document.display());
    let checked = scratch.check()?;
    let made = if checked.is_ok() { scratch::files(&scratch.generated())? } else { Files::new() };
    if keep {
        eprintln!("The copy of the project is in {}", scratch.keep().display());
    } else {
        scratch.remove();
    }
    match checked {
        Ok(warnings) if warnings.is_empty() => Ok(made),
        Ok(warnings) => {
            eprintln!("{} compiles with warnings:\n{warnings}", document.display());
            Ok(made)
        }
        Err(Failure::Generate(message)) => bail!("cannot generate code from {}\n{message}", document.display()),
        Err(Failure::Compile(message)) => {
            let hint = if keep { "" } else { "\nUse --keep to read the generated code." };
            bail!("the code generated from {} doesn't compile\n{message}{hint}", document.display())
        }
    }
}

/// Checks that `generated/` is up to date, for CI.
fn check(project: &Path, document: &Path, keep: bool) -> Result<ExitCode> {
    let made = build(project, document, &read(document)?, keep)?;
    let differing = scratch::differing(&scratch::files(&project.join("generated"))?, &made);
    if differing.is_empty() {
        println!("generated/ is up to date ({} files).", made.len());
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("error: generated/ differs from the generator's output for openapi.yaml:");
    for (file, how) in differing {
        eprintln!("  generated/{file}: {how}");
    }
    eprintln!("Delete generated/fingerprint, run `cargo build`, and commit the result.");
    Ok(ExitCode::FAILURE)
}

/// Returns the remaining steps for the maintainer.
fn next_steps(report: &Report) -> &'static str {
    if report.lines.is_empty() {
        return "";
    }
    "\nNext steps\n  \
     1. openapi.yaml: apply the changes by hand, `info.version` included. Write descriptions in our own words.\n  \
     2. openapi-generator.yaml: add corrections for the new parts if they need any.\n  \
     3. `cargo build` regenerates generated/. Review the diff and commit it.\n  \
     4. `cargo run -p xtask -- release` with the document reports no changes now.\n  \
     5. CHANGELOG.md: paste the lines above. Cargo.toml: set the next version, unless it isn't published yet.\n  \
     6. `cargo test --workspace` and `cargo run -p xtask -- release --check`.\n"
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::*;

    #[test]
    fn the_command_line_is_valid() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_document_or_check_but_not_both() {
        let parse = |arguments: &str| Cli::try_parse_from(format!("xtask {arguments}").split_whitespace());
        assert!(parse("release new.yaml").is_ok());
        assert!(parse("release --deny-breaking new.yaml").is_ok());
        assert!(parse("release --no-build --old old.yaml new.yaml").is_ok());
        assert!(parse("release --check").is_ok());
        assert!(parse("release").is_err());
        assert!(parse("release --check new.yaml").is_err());
        assert!(parse("release --check --deny-breaking").is_err());
        assert!(parse("release --check --old old.yaml").is_err());
        assert!(parse("api").is_ok());
        assert!(parse("api --check").is_ok());
    }
}
