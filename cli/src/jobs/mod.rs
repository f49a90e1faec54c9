//! Commands that make many calls.

mod apply;
mod erase;
mod export;
mod import;
mod job;
mod rows;
mod send;

use clap::{ArgMatches, Command};

use crate::failure::Result;
use crate::globals::Globals;

/// Returns the commands of this module.
pub fn subcommands() -> Vec<Command> {
    vec![apply::subcommand(), export::subcommand(), import::subcommand(), erase::subcommand(), send::subcommand()]
}

/// Runs a command, if it is one of this module.
pub fn run(name: &str, globals: &Globals, matches: &ArgMatches) -> Option<Result<()>> {
    match name {
        "apply" => Some(apply::run(globals, matches)),
        "erase" => Some(erase::run(globals, matches)),
        "export" => Some(export::run(globals, matches)),
        "import" => Some(import::run(globals, matches)),
        "send" => Some(send::run(globals, matches)),
        _ => None,
    }
}
