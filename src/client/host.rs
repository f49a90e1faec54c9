//! The host of a client: a subdomain of Zendesk, or a base URL.

use std::borrow::Cow;

use http::Uri;

use crate::error::{Error, Result};
use crate::request::url::{INVALID_URL, checked_url};

pub(crate) fn zendesk_url(subdomain: &str) -> Result<String> {
    if is_label(subdomain) {
        return Ok(format!("https://{subdomain}.zendesk.com/sc"));
    }
    // The user information of a URL may contain a password.
    let has_user = subdomain.contains('@');
    let given = if has_user { String::new() } else { format!(" `{}`", subdomain.escape_debug()) };
    let host = subdomain.split_once("://").map_or(subdomain, |(_, rest)| rest).trim();
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    let label = host.strip_suffix(".zendesk.com").unwrap_or(&host);
    let message = match !has_user && is_label(label) {
        true => format!("use `{label}`"),
        false => "use only the `acme` part of https://acme.zendesk.com, or set `base_url` for another host".to_owned(),
    };
    Err(Error::configuration(format!("invalid subdomain{given}: {message}")))
}

/// Returns `true` if text is one part of a host name.
fn is_label(text: &str) -> bool {
    let valid = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&text.len()) && text.bytes().all(valid) && !text.starts_with('-') && !text.ends_with('-')
}

/// Checks a base URL of the API.
pub(crate) fn checked_base_url(url: &str, allow_http: bool) -> Result<String, Cow<'static, str>> {
    let url = checked_url(url, allow_http)?;
    let uri: Uri = url.parse().map_err(|_| INVALID_URL)?;
    let path = uri.path().trim_end_matches('/');
    let host = uri.host().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
    match host.strip_suffix("zendesk.com") {
        Some("" | "www.") => {
            return Err(Cow::Borrowed("missing subdomain; expected something like https://acme.zendesk.com/sc"));
        }
        Some(subdomain) if subdomain.ends_with('.') && path != "/sc" => {
            return Err(Cow::Owned(format!("must end with `/sc`: use https://{host}/sc")));
        }
        _ => {}
    }
    if path.ends_with("/v2") || path.contains("/v2/apps") {
        return Err(Cow::Borrowed("must not contain the path of a request: remove `/v2` and everything after it"));
    }
    Ok(url)
}
