//! `sunco`: the Sunshine Conversations API v2 from a terminal and from scripts.
//!
//! `operations` has the commands that are generated from the API's document. `jobs` and `development` have the others.

#![forbid(unsafe_code)]
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[macro_use]
mod note;

mod account;
mod development;
mod failure;
mod globals;
mod interrupt;
mod jobs;
mod log;
mod operations;
mod output;
mod request;
mod shell;

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use crate::failure::{Failure, Result};
use crate::globals::Globals;

fn main() -> ExitCode {
    let matches = match command().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return usage(&error),
    };
    let globals = Globals::new(&matches);
    log::start(globals.verbose);
    // The rest of the output is written now, so that a full disk is reported.
    exit(run(&globals, &matches).and_then(|()| Ok(io::stdout().flush()?)), globals.json_errors)
}

/// Reports the result of the program.
fn exit(result: Result<()>, as_json: bool) -> ExitCode {
    let Err(failure) = result else { return ExitCode::SUCCESS };
    if !failure.is_silent() {
        report(&failure, as_json);
    }
    ExitCode::from(failure.status())
}

/// The program with all commands.
pub fn command() -> Command {
    let command = Command::new("sunco")
        .version(env!("CARGO_PKG_VERSION"))
        .about("The Sunshine Conversations API v2 (Zendesk messaging) from a terminal and from scripts")
        .after_help("Exit status: 0 success, 1 error, 2 usage or drift, 3 not found, 4 authentication, 5 rate limited, 130 interrupted.")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading("Commands")
        .max_term_width(100);
    globals::add_to(command)
        .subcommands(operations::subcommands())
        .subcommand(operations::api::subcommand())
        .subcommands(account::subcommands())
        .subcommands(jobs::subcommands())
        .subcommands(development::subcommands())
        .subcommands(shell::subcommands())
}

fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let Some((name, matches)) = matches.subcommand() else { return Ok(()) };
    match name {
        "api" => operations::api::run(globals, matches),
        "login" => account::login(globals, matches),
        "logout" => account::logout(globals),
        "profiles" => account::profiles(globals, matches),
        "jwt" => account::jwt(globals, matches),
        "completions" => shell::completions(matches),
        "man" => shell::man(matches),
        _ => match jobs::run(name, globals, matches).or_else(|| development::run(name, globals, matches)) {
            Some(result) => result,
            None => operations::run(name, globals, matches),
        },
    }
}

/// Prints a failure to stderr.
fn report(failure: &Failure, as_json: bool) {
    if as_json {
        note::print(&failure.json());
    } else {
        let is_colored = io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let label = if is_colored { "\u{1b}[1;31merror:\u{1b}[0m" } else { "error:" };
        note::print(&format!("{label} {}", output::safe(&failure.to_string())));
    }
}

/// Prints help, or an error of the command line.
fn usage(error: &clap::Error) -> ExitCode {
    let as_json = env::args_os().any(|argument| argument == "--json-errors");
    if error.use_stderr() && as_json {
        let text = error.to_string();
        // The names of missing arguments are on separate lines.
        let lines: Vec<_> = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
        let message = lines.join(" ");
        return exit(Err(Failure::usage(message.strip_prefix("error: ").unwrap_or(&message))), true);
    }
    let printed = error.print().and_then(|()| io::stdout().flush());
    if error.use_stderr() {
        // There is nothing to do if the terminal is gone.
        return ExitCode::from(2);
    }
    exit(printed.map_err(Failure::from), as_json)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_consistent() {
        super::command().debug_assert();
    }
}
