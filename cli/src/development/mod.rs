//! Commands for the development of a bot or an integration.

mod chat;
mod listen;
#[cfg(feature = "sandbox")]
pub mod sandbox;
mod trigger;

use clap::{ArgMatches, Command};
use serde_json::Value;
use sunshine_conversations::http::Method;
use sunshine_conversations::{ApiClient, Json};

use crate::account::Account;
use crate::failure::Result;
use crate::globals::Globals;

/// Returns the commands of this module.
pub fn subcommands() -> Vec<Command> {
    let commands = vec![listen::subcommand(), trigger::subcommand(), chat::subcommand()];
    #[cfg(feature = "sandbox")]
    let commands = [vec![sandbox::subcommand()], commands].concat();
    commands
}

/// Runs a command, if it is one of this module.
pub fn run(name: &str, globals: &Globals, matches: &ArgMatches) -> Option<Result<()>> {
    match name {
        "chat" => Some(chat::run(globals, matches)),
        "listen" => Some(listen::run(globals, matches)),
        #[cfg(feature = "sandbox")]
        "sandbox" => Some(sandbox::run(globals, matches)),
        "trigger" => Some(trigger::run(globals, matches)),
        _ => None,
    }
}

/// Returns whether the API is a sandbox.
fn is_sandbox(api: &ApiClient) -> Result<bool> {
    match api.request(Method::GET, "/sandbox/health").send() {
        Ok(_) => Ok(true),
        Err(error) if error.status().is_some() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Simulates an event in a sandbox. Returns the result.
fn simulate(api: &ApiClient, account: &Account, event: &Value) -> Result<Json> {
    let path = format!("/sandbox/apps/{}/simulate", account.app()?);
    Ok(api.request(Method::POST, &path).json(event).send()?)
}
