//! The project's own tasks: `cargo run -p xtask -- help` lists them.

#![forbid(unsafe_code)]

mod api;
/// The SDK's build script: what it says of its fingerprint decides whether `generated/` is up to date.
#[path = "../../build.rs"]
#[allow(dead_code, reason = "only the fingerprint is of use here")]
mod build;
mod changes;
mod scratch;
mod surface;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail, ensure};
use clap::{Args, Parser, Subcommand};

use changes::{Difference, Report};
use scratch::{Failure, Files, Scratch};

/// The project's own tasks.
#[derive(Parser)]
#[command(bin_name = "cargo run -p xtask --", disable_version_flag = true)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Tells what a document of the API changes for users of the crate.
    ///
    /// The document takes the place of openapi.yaml in a copy of the project, which is then generated and compiled. The
    /// public surface of the result is compared with that of the checked-in generated/, and every difference is rated
    /// breaking or compatible. The project itself stays as it is.
    #[command(override_usage = USAGE, after_long_help = STATUS)]
    Release(Release),
    /// Writes public-api.txt: all that users of the crate can name.
    Api {
        /// Fails, telling the difference, when the checked-in listing is not current; writes nothing.
        #[arg(long)]
        check: bool,
    },
}

const USAGE: &str = "cargo run -p xtask -- release [--deny-breaking] [--keep] <DOCUMENT>
       cargo run -p xtask -- release --check [--keep]";

const STATUS: &str = "\
Needs openapi-generator, found as every build finds it: in OPENAPI_GENERATOR, or else on the PATH.

Exit status:
  0  the document generates and compiles, whatever it changes; --check: generated/ is up to date
  1  it does not; --deny-breaking: something is breaking; --check: something differs
  2  the command line is not understood

Examples:
  cargo run -p xtask -- release ~/Downloads/openapi.yaml
  cargo run -p xtask -- release --deny-breaking ~/Downloads/openapi.yaml
  cargo run -p xtask -- release --check";

#[derive(Args)]
struct Release {
    /// The document to try: any published openapi.yaml of the API.
    #[arg(value_name = "DOCUMENT", required_unless_present = "check")]
    document: Option<PathBuf>,
    /// Exits with status 1 when a change is breaking.
    #[arg(long, conflicts_with = "check")]
    deny_breaking: bool,
    /// Instead of trying a document: fails, naming the files, when the checked-in generated/ is not, byte for byte, what
    /// the generator makes of the checked-in openapi.yaml.
    #[arg(long, conflicts_with = "document")]
    check: bool,
    /// Keeps the copy of the project, and tells where it is.
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
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask is not inside the project")
}

fn release(arguments: &Release) -> Result<ExitCode> {
    let project = project()?;
    let own = project.join("openapi.yaml");
    let document = arguments.document.as_deref().unwrap_or(&own);
    let text = std::fs::read_to_string(document).with_context(|| format!("cannot read {}", document.display()))?;
    if !arguments.check {
        // Otherwise a change of the templates would be taken for one of the document.
        let fresh = build::fingerprint(project).context("cannot read what generated/ is made of")?;
        ensure!(
            build::stored(project).as_deref() == Some(&fresh),
            "generated/ is older than what it is made of, so there is nothing to compare with.\nRun `cargo build` first."
        );
    }
    let scratch = Scratch::new(project, &text)?;
    eprintln!("Generating and compiling {}; the first time takes a minute.", document.display());
    let checked = scratch.check()?;
    let made = if checked.is_ok() { scratch::files(&scratch.generated())? } else { Files::new() };
    if arguments.keep {
        eprintln!("The copy of the project is kept: {}", scratch.keep().display());
    } else {
        scratch.remove();
    }
    match checked {
        Ok(warnings) if warnings.is_empty() => {}
        Ok(warnings) => eprintln!("It compiles, with warnings:\n{warnings}"),
        Err(Failure::Generate(message)) => bail!("{} does not generate.\n{message}", document.display()),
        Err(Failure::Compile(message)) => {
            let hint = if arguments.keep { "" } else { "\n(--keep leaves the generated code in place, to be read)" };
            bail!("{} generates, but the code does not compile.\n{message}{hint}", document.display())
        }
    }
    let checked_in = scratch::files(&project.join("generated"))?;
    if arguments.check {
        return Ok(compare_bytes(&checked_in, &made));
    }
    let report = changes::compare(&checked_in, &made)?;
    let version = scratch::version(project)?;
    print!("{}", changes::title(&std::fs::read_to_string(&own)?, &text));
    print!("{}", report.print(&version));
    print!("{}", next_steps(&report, document));
    let denied = arguments.deny_breaking && report.breaking() > 0;
    if denied {
        eprintln!("error: --deny-breaking, and {} of the changes are breaking", report.breaking());
    }
    Ok(if denied { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// For CI: whether both folders are the same, to the byte.
fn compare_bytes(checked_in: &Files, made: &Files) -> ExitCode {
    let differing = changes::differing(checked_in, made);
    if differing.is_empty() {
        println!("generated/ is what the generator makes: {} files are the same.", made.len());
        return ExitCode::SUCCESS;
    }
    eprintln!("error: the checked-in generated/ is not what the generator makes of openapi.yaml:");
    for (file, how) in differing {
        eprintln!("  generated/{file}: {how}");
    }
    eprintln!("Delete generated/fingerprint, run `cargo build`, and check in what changed.");
    ExitCode::FAILURE
}

/// What is left to the maintainer.
fn next_steps(report: &Report, document: &Path) -> String {
    let document = document.display();
    match report.difference {
        Difference::Nothing => String::new(),
        Difference::Comments => "\nNext steps\n  \
             None for the code. Where the document's wording says something new, say it in openapi.yaml in this project's\n  \
             own words: its descriptions are not the vendor's.\n"
            .to_owned(),
        Difference::Internals(_) | Difference::Surface => format!(
            "\nNext steps\n  \
             1. openapi.yaml: take over by hand what the document changes, `info.version` included. Do not copy the\n     \
             document over it: the descriptions in openapi.yaml are this project's own.\n  \
             2. openapi-generator.yaml: names, first sentences and known answers for what is new.\n  \
             3. `cargo build` writes generated/ anew; read its diff and check it in with the rest.\n  \
             4. `cargo run -p xtask -- release {document}` has to say \"comments only\" now.\n  \
             5. CHANGELOG.md: the lines above, for users. Cargo.toml: the version above, unless the version there is\n     \
             not published yet.\n  \
             6. `cargo test --workspace` and `cargo run -p xtask -- release --check`.\n"
        ),
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_document_or_check_but_not_both() {
        let parse = |arguments: &str| Cli::try_parse_from(format!("xtask {arguments}").split_whitespace());
        assert!(parse("release new.yaml").is_ok());
        assert!(parse("release --deny-breaking new.yaml").is_ok());
        assert!(parse("release --check").is_ok());
        assert!(parse("release").is_err());
        assert!(parse("release --check new.yaml").is_err());
        assert!(parse("release --check --deny-breaking").is_err());
        assert!(parse("api").is_ok());
        assert!(parse("api --check").is_ok());
    }

    #[test]
    fn next_steps_follow_from_the_report() {
        let steps = |difference| next_steps(&Report { changes: Vec::new(), difference }, Path::new("new.yaml"));
        assert_eq!(steps(Difference::Nothing), "");
        assert!(steps(Difference::Comments).contains("None for the code"));
        let surface = steps(Difference::Surface);
        for word in ["openapi.yaml", "openapi-generator.yaml", "cargo build", "CHANGELOG.md", "version", "new.yaml"] {
            assert!(surface.contains(word), "{word} is missing in {surface}");
        }
    }
}
