//! Commands that make many calls.

use clap::{ArgMatches, Command};

use crate::failure::Result;
use crate::globals::Globals;

/// Returns the commands of this module.
pub fn subcommands() -> Vec<Command> {
    Vec::new()
}

/// Runs a command, if it is one of this module.
pub fn run(name: &str, _globals: &Globals, _matches: &ArgMatches) -> Option<Result<()>> {
    match name {
        _ => None,
    }
}
