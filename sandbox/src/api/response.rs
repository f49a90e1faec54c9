//! Parts of responses.

use serde::Serialize;
use serde_json::{Value, json};

use crate::api::request::Call;
use crate::util::error::ApiError;
use crate::util::values::view;

/// The response of a successful operation.
pub(crate) enum Success {
    Json(Value),
    /// A redirect to this URL.
    Redirect(String),
}

/// A record under the name of its kind.
pub(crate) fn named(name: &str, record: &impl Serialize) -> Result<Value, ApiError> {
    Ok(json!({name: view(record)?}))
}

/// Only needs to be unique, because it only opens a sandbox.
pub(crate) fn new_secret(call: &Call) -> String {
    format!("secret-{}", call.new_id())
}

pub(crate) fn nothing() -> Value {
    json!({})
}

/// The path of the page that shows a code.
pub(crate) const CODE_PAGE: &str = "/oauth/code";

/// The path prefix of all files.
pub(crate) const FILES: &str = "/attachments/";
