#!/usr/bin/env rust-script
//! The blocked clients of a user, one per line: a whole program in one file, for cron or a shell.
//!
//! With [rust-script](https://rust-script.org) it runs as it stands, without a Cargo project around it:
//!
//! ```text
//! export SUNCO_SUBDOMAIN=acme SUNCO_KEY_ID=app_… SUNCO_KEY_SECRET=…
//! ./script.rs APP_ID USER_ID
//! ```
//!
//! rust-script reads the dependencies from the block below, which is a comment to everything else, so that this file is
//! also an example of this crate: `cargo run --example script -- APP_ID USER_ID`. Nightly's `cargo -Zscript` wants the
//! same lines between two `---` under the first line, which a stable compiler refuses.
//!
//! ```cargo
//! [package]
//! edition = "2024"
//!
//! [dependencies]
//! sunshine-conversations = "0.1"
//! ```

use std::error::Error;

use sunshine_conversations::{ApiClient, models::ClientStatus};

fn main() -> Result<(), Box<dyn Error>> {
    let api = ApiClient::from_env()?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [app, user] = arguments.as_slice() else { return Err("usage: script.rs APP_ID USER_ID".into()) };

    let (mut blocked, mut all) = (0, 0);
    for client in api.list_clients(app, user).page_size(100).iter() {
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
