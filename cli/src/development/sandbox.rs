//! The sandbox: for a single command, or until Ctrl-C.

use sunshine_conversations::{ApiClient, Credentials};
use sunshine_conversations_sandbox::Sandbox;

use crate::account::{Account, Authentication};
use crate::failure::{Failure, Result};

/// Starts a sandbox for a single command. `SUNCO_SANDBOX_SEED` is the file with its initial state.
pub fn temporary() -> Result<Sandbox> {
    let mut builder = Sandbox::builder();
    if let Some(seed) = std::env::var_os("SUNCO_SANDBOX_SEED").filter(|seed| !seed.is_empty()) {
        builder = builder.seed_file(seed);
    }
    builder.start().map_err(|e| Failure::Io(format!("can't start the sandbox: {e}")))
}

/// Returns the account of a sandbox: with a key of the app, or of the account for another app.
pub fn account(sandbox: &Sandbox, app: Option<String>) -> Result<Account> {
    let (id, secret) = (sandbox.account_key_id(), sandbox.account_key_secret());
    let builder = ApiClient::builder().base_url(sandbox.base_url()).credentials(Credentials::basic(id, secret));
    let app = app.or_else(|| Some(sandbox.app_id().to_owned()));
    Account::new(builder, Authentication::Key(id.to_owned()), app)
}
