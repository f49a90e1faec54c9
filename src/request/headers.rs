//! Headers of the caller.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderName, HeaderValue};

use crate::secret_names::is_secret_name;

/// The headers that belong to a connection or describe how a body is framed. Only the client knows their values.
const FRAMING: [&str; 10] = [
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Parses a header that the caller sets.
pub(crate) fn parse(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let name = HeaderName::try_from(name).map_err(|_| "invalid header name")?;
    if FRAMING.contains(&name.as_str()) {
        return Err("the client sets this header; remove it");
    }
    let value = HeaderValue::try_from(value).map_err(|_| "header value contains invalid characters")?;
    Ok((name, value))
}

/// Returns the secrets in a header.
pub(crate) fn secrets_in(name: &HeaderName, value: &HeaderValue) -> Vec<String> {
    let name = name.as_str();
    let is_key = name.ends_with("key") && name != "idempotency-key";
    let is_secret = is_key || name == "cookie" || name.contains("auth") || is_secret_name(name) || value.is_sensitive();
    let Some(value) = value.to_str().ok().filter(|_| is_secret) else { return Vec::new() };
    let mut secrets = vec![value.to_owned()];
    // With and without the scheme, such as `Bearer`, and the parts of a cookie.
    let parts = value.split([' ', ';', ',']).filter(|part| !part.is_empty());
    secrets.extend(parts.clone().skip(1).map(str::to_owned));
    secrets.extend(parts.filter_map(|part| part.split_once('=')).map(|(_, value)| value.trim_matches('"').to_owned()));
    if let Some(encoded) = value.get(..6).filter(|scheme| scheme.eq_ignore_ascii_case("basic ")).and(value.get(6..))
        && let Some(user) = STANDARD.decode(encoded.trim()).ok().and_then(|user| String::from_utf8(user).ok())
    {
        secrets.extend(user.split_once(':').map(|(_, password)| password.to_owned()));
        secrets.push(user);
    }
    secrets
}
