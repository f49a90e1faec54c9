//! The sandbox: for a single command, or until Ctrl-C.

use std::io::{self, Write};
use std::iter::successors;

use clap::{ArgMatches, Args, Command, FromArgMatches};
use sunshine_conversations::{ApiClient, Credentials};
use sunshine_conversations_sandbox::{Arguments, Options, Sandbox};

use crate::account::{Account, Authentication};
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::interrupt::Interrupt;
use crate::output::Format;

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

/// Returns the command, which is that of the sandbox's program.
pub fn subcommand() -> Command {
    Arguments::augment_args(Command::new("sandbox")).about("Run an in-memory copy of the API until Ctrl-C").long_about(
        "Runs an in-memory copy of the API until Ctrl-C. Prints the environment variables for other commands: run them in \
         another terminal. The address is also a page with a chat. Nothing leaves the machine, unless remote webhooks are \
         allowed. `sunco sandbox transcript` records and replays dialogues as tests of a bot.",
    )
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let command = successors(Some(matches), |matches| matches.subcommand().map(|(_, matches)| matches)).last();
    if command.is_some_and(|command| matches!(command.try_get_one::<Format>("output"), Ok(Some(_)))) {
        return Err(Failure::usage("--output: formats don't apply to the sandbox"));
    }
    let arguments = Arguments::from_arg_matches(matches).map_err(|e| Failure::usage(e.to_string()))?;
    if globals.dry_run {
        note!("Would run the sandbox, which is a server and sends no requests to the API.");
        return Ok(());
    }
    if arguments.run(serve)? {
        Ok(())
    } else {
        Err(Failure::Incomplete("a replay differs from its transcript".to_owned()))
    }
}

/// Runs a sandbox until Ctrl-C.
fn serve(options: Options) -> io::Result<()> {
    if let Some(warning) = options.warning() {
        note!("warning: {warning}");
    }
    let interrupt = Interrupt::new()?;
    let sandbox = options.builder().start().map_err(|e| io::Error::other(format!("can't start the sandbox: {e}")))?;
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
