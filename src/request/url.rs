//! The rules for URLs, hosts and ports.

use std::net::{IpAddr, Ipv6Addr};

use http::Uri;

pub(crate) const INVALID_URL: &str = "invalid URL; expected something like https://acme.zendesk.com/sc";

/// Checks a URL to which credentials are sent.
pub(crate) fn checked_url(url: &str, allow_http: bool) -> Result<String, &'static str> {
    if url.contains(|character: char| character.is_whitespace() || character.is_control()) {
        return Err("must not contain white space or control characters");
    }
    // The parser would discard a fragment.
    if url.contains('#') {
        return Err("must not contain a fragment (`#`)");
    }
    if url.contains('?') {
        return Err("must not contain a query (`?`)");
    }
    if !url.is_ascii() || url.contains('\\') {
        return Err("must only contain ASCII characters and no `\\`; percent-encode others");
    }
    let Ok(uri) = url.parse::<Uri>() else { return Err(INVALID_URL) };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err("must have a scheme and a host, like https://acme.zendesk.com/sc");
    };
    if authority.as_str().as_bytes().contains(&b'@') {
        return Err("must not contain a user name; use `credentials`");
    }
    if !is_valid_host(authority.host()) {
        return Err(INVALID_URL);
    }
    // ureq would use the scheme's default port.
    if !has_valid_port(authority.as_str()) {
        return Err("invalid port; use a number from 1 to 65535");
    }
    match scheme {
        "https" => {}
        "http" if allow_http || is_loopback(authority.host()) => {}
        "http" => {
            return Err("refusing plain http, which would expose credentials; use https or `allow_http(true)`");
        }
        _ => return Err("must start with https:// or http://"),
    }
    Ok(url.trim_end_matches('/').to_owned())
}

/// Returns `true` if a path segment is `.` or `..`, also percent-encoded.
pub(crate) fn is_dots(segment: &str) -> bool {
    [".", "..", "%2e", ".%2e", "%2e.", "%2e%2e"].iter().any(|dots| segment.eq_ignore_ascii_case(dots))
}

/// Returns `true` if a host is the local machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || bare(host).parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Removes the brackets of an IPv6 address.
pub(crate) fn bare(host: &str) -> &str {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
}

/// Returns `true` if a host isn't empty, and is an IPv6 address if it has brackets.
pub(crate) fn is_valid_host(host: &str) -> bool {
    let has_brackets = host.contains(['[', ']']);
    !host.is_empty() && (!has_brackets || bare(host).parse::<Ipv6Addr>().is_ok())
}

/// Returns `true` if an authority has a valid port or none.
pub(crate) fn has_valid_port(authority: &str) -> bool {
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let after_host = host.rsplit_once(']').map_or(host, |(_, after)| after);
    after_host.split_once(':').is_none_or(|(_, port)| port_number(port).is_some_and(|port| port != 0))
}

/// Parses a port. std also accepts a plus sign.
pub(crate) fn port_number(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}
