//! The sandbox as a program, for any language and for a first look with curl.
#![forbid(unsafe_code)]

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use sunshine_conversations_sandbox::{Arguments, Options, Sandbox};

/// The Sunshine Conversations API v2 in memory, for tests and first steps.
///
/// Prints the address and the credentials to use, and stops with Ctrl-C. The page at the address shows a chat, requests
/// and data. State is kept in memory, and in a file if you set one. Nothing leaves the machine, unless remote webhooks
/// are allowed. Every option can also be set with an environment variable.
#[derive(Parser)]
#[command(name = "sunshine-conversations-sandbox", version)]
struct Program {
    #[command(flatten)]
    arguments: Arguments,
}

fn main() -> ExitCode {
    match Program::parse().arguments.run(run) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: Options) -> io::Result<()> {
    if let Some(warning) = options.warning() {
        eprintln!("warning: {warning}");
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        // Before the greeting: a signal after it stops the sandbox cleanly.
        let stopped = stop_signal()?;
        let sandbox = options.builder().start()?;
        // If stdout is closed, the address is already known.
        let _ = io::stdout().write_all(greeting(&sandbox).as_bytes());
        stopped.await;
        Ok(())
    })
}

#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // If Ctrl-C can't be handled, the system's default stays, which ends the program.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

fn greeting(sandbox: &Sandbox) -> String {
    let (base_url, local_url) = (sandbox.base_url(), sandbox.local_url());
    let address = if base_url == local_url { local_url } else { format!("{local_url} as {base_url}") };
    let app = sandbox.app_id();
    let (id, secret) = (sandbox.key_id(), sandbox.key_secret());
    let credentials = quoted(&format!("{id}:{secret}"));
    format!(
        "The sandbox listens on {address} (open this page in a browser; Ctrl-C stops it)

app id          {app}
key id          {id}
secret          {secret}
account key id  {account_id}
account secret  {account_secret}
service account {service_id} with the secret {service_secret}
OAuth client    {oauth_id} with the secret {oauth_secret}

A first request:
  curl -u {credentials} {base_url}/v2/apps/{app}/users -H 'Content-Type: application/json' -d '{{\"profile\": {{\"givenName\": \"Ada\"}}}}'
",
        account_id = sandbox.account_key_id(),
        account_secret = sandbox.account_key_secret(),
        service_id = sandbox.service_account_key_id(),
        service_secret = sandbox.service_account_key_secret(),
        oauth_id = sandbox.oauth_client_id(),
        oauth_secret = sandbox.oauth_client_secret(),
    )
}

/// Quotes for a shell; a seed may name keys freely.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-:.".contains(c);
    if text.chars().all(is_plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
