//! The sandbox: for a single command, or until Ctrl-C.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};
use sunshine_conversations::{ApiClient, Credentials};
use sunshine_conversations_sandbox::Sandbox;

use crate::account::{Account, Authentication};
use crate::failure::{Failure, Result};
use crate::interrupt;

/// Starts a sandbox for a single command. `SUNCO_SANDBOX_SEED` is the file with its initial state.
pub fn temporary() -> Result<Sandbox> {
    let mut builder = Sandbox::builder();
    if let Some(seed) = std::env::var_os("SUNCO_SANDBOX_SEED").filter(|seed| !seed.is_empty()) {
        builder = builder.seed_file(seed);
    }
    builder.start().map_err(|e| Failure::Io(format!("can't start the sandbox: {e}")))
}

/// Returns the account of a sandbox: with the key of the app, or that of the account for operations on apps.
pub fn account(sandbox: &Sandbox, app: Option<String>, of_account: bool) -> Result<Account> {
    let (id, secret) = if of_account {
        (sandbox.account_key_id(), sandbox.account_key_secret())
    } else {
        (sandbox.key_id(), sandbox.key_secret())
    };
    let builder = ApiClient::builder().base_url(sandbox.base_url()).credentials(Credentials::basic(id, secret));
    let app = app.or_else(|| Some(sandbox.app_id().to_owned()));
    Account::new(builder, Authentication::Key(id.to_owned()), app)
}

/// Returns the command.
pub fn subcommand() -> Command {
    let path = || clap::value_parser!(PathBuf);
    Command::new("sandbox")
        .about("Run an in-memory copy of the API until Ctrl-C")
        .long_about(
            "Runs an in-memory copy of the API until Ctrl-C. Prints the environment variables for other commands: run them in \
             another terminal. The address is also a page with a chat. The program sunshine-conversations-sandbox has more \
             options.",
        )
        .arg(
            Arg::new("port")
                .long("port")
                .value_name("PORT")
                .value_parser(clap::value_parser!(u16))
                .default_value("8080")
                .help("Port to listen on; 0 selects a free port"),
        )
        .arg(
            Arg::new("seed")
                .long("seed")
                .value_name("FILE")
                .value_parser(path())
                .help("JSON file with the initial state"),
        )
        .arg(
            Arg::new("state")
                .long("state")
                .value_name("FILE")
                .value_parser(path())
                .help("File that keeps the state between runs"),
        )
        .arg(
            Arg::new("deterministic")
                .long("deterministic")
                .action(ArgAction::SetTrue)
                .help("Use the same IDs and times in every run"),
        )
        .arg(
            Arg::new("remote")
                .long("allow-remote-webhooks")
                .action(ArgAction::SetTrue)
                .help("Deliver events to other machines, too"),
        )
        .arg(Arg::new("log").long("log").action(ArgAction::SetTrue).help("Log each request to stderr"))
}

/// Runs the command.
pub fn run(matches: &ArgMatches) -> Result<()> {
    let mut builder = Sandbox::builder().port(matches.get_one("port").copied().unwrap_or_default());
    if let Some(path) = matches.get_one::<PathBuf>("seed") {
        builder = builder.seed_file(path);
    }
    if let Some(path) = matches.get_one::<PathBuf>("state") {
        builder = builder.state_file(path);
    }
    if matches.get_flag("deterministic") {
        builder = builder.deterministic();
    }
    if matches.get_flag("remote") {
        builder = builder.allow_remote_webhooks();
    }
    if matches.get_flag("log") {
        builder = builder.log_to_stderr();
    }
    let interrupt = interrupt::Interrupt::new()?;
    let sandbox = builder.start().map_err(|e| Failure::Io(format!("can't start the sandbox: {e}")))?;
    note!("The sandbox listens on {}. Ctrl-C stops it. For other terminals:", sandbox.base_url());
    let mut out = io::stdout();
    for (name, value) in [
        ("SUNCO_BASE_URL", sandbox.base_url()),
        ("SUNCO_KEY_ID", sandbox.key_id()),
        ("SUNCO_KEY_SECRET", sandbox.key_secret()),
        ("SUNCO_APP_ID", sandbox.app_id()),
    ] {
        writeln!(out, "export {name}={}", crate::request::quoted(value))?;
    }
    out.flush()?;
    interrupt.wait();
    Ok(())
}
