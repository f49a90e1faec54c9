#!/usr/bin/env rust-script
//! Lists the blocked clients of a user, one per line: a single-file program, for cron or a shell.
//!
//! From a clone of this repository, it runs with [rust-script](https://rust-script.org):
//!
//! ```text
//! cargo install rust-script
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=… SUNCO_APP_ID=5d8c…
//! examples/script.rs USER_ID
//! ```
//!
//! `cargo run --example script -- USER_ID` runs it without rust-script. Outside of the clone, replace the
//! dependency's path. Nightly's `cargo -Zscript` needs the dependencies between two `---` lines instead.
//!
//! ```cargo
//! [package]
//! edition = "2024"
//!
//! [dependencies]
//! sunshine-conversations = { path = ".." }
//! ```

use std::error::Error;

use sunshine_conversations::{AppClient, models::ClientStatus};

fn main() -> Result<(), Box<dyn Error>> {
    let app = AppClient::from_env()?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [user] = arguments.as_slice() else { return Err("usage: script.rs USER_ID".into()) };

    let (mut blocked, mut all) = (0, 0);
    for client in app.list_clients(user).page_size(100).iter() {
        let client = client?;
        all += 1;
        if client.status == Some(ClientStatus::Blocked) {
            blocked += 1;
            println!("{}\t{}", client.id, client.display_name.unwrap_or_default());
        }
    }
    eprintln!("{blocked} of {all} clients are blocked");
    Ok(())
}
