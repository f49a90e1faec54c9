//! Formats of text in the OpenAPI document.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Returns the check of a format. `None` if the format is unknown.
pub(crate) fn find(name: &str) -> Option<fn(&str) -> bool> {
    Some(match name {
        "uri" => is_uri,
        "email" => is_email,
        // Not the content of JSON text.
        "binary" => |_| true,
        _ => return None,
    })
}

/// A URI with a scheme, by RFC 3986.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", rest),
    };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
        && is_authority(authority)
        && consists_of(path, ":@/")
        && consists_of(query, ":@/?")
        && consists_of(fragment, ":@/?")
}

fn is_authority(text: &str) -> bool {
    let (user, address) = text.split_once('@').unwrap_or(("", text));
    let is_host = |host: &str, port: &str| {
        let is_literal = |host: &str| host.strip_suffix(']').is_some_and(is_ip_literal);
        host.strip_prefix('[').map_or_else(|| consists_of(host, ""), is_literal)
            && port.bytes().all(|digit| digit.is_ascii_digit())
    };
    // The colons of an IP literal don't separate a port.
    let end = address.rfind(']').unwrap_or(0);
    let colon = address[end..].find(':').map(|at| end + at);
    let (host, port) = colon.map_or((address, ""), |at| (&address[..at], &address[at + 1..]));
    consists_of(user, ":") && is_host(host, port)
}

fn is_ip_literal(text: &str) -> bool {
    let is_future = |rest: &str| {
        rest.split_once('.').is_some_and(|(version, address)| {
            !version.is_empty()
                && version.bytes().all(|digit| digit.is_ascii_hexdigit())
                && !address.is_empty()
                && !address.contains('%')
                && consists_of(address, ":")
        })
    };
    text.parse::<Ipv6Addr>().is_ok() || text.strip_prefix(['v', 'V']).is_some_and(is_future)
}

/// Whether a part of a URI has only unreserved characters, percent-encoded bytes, and these delimiters.
fn consists_of(part: &str, delimiters: &str) -> bool {
    let mut pieces = part.split('%');
    let is_allowed = |letter: char| {
        letter.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(letter) || delimiters.contains(letter)
    };
    let first = pieces.next().unwrap_or_default();
    first.chars().all(is_allowed)
        && pieces.all(|piece| {
            let is_encoded = piece.as_bytes().get(..2).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit));
            is_encoded && piece[2..].chars().all(is_allowed)
        })
}

/// An email address, by RFC 5321.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    local.len() <= 64 && is_local_part(local) && is_domain(domain)
}

fn is_local_part(text: &str) -> bool {
    let is_atom = |atom: &str| {
        let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(letter);
        !atom.is_empty() && atom.chars().all(is_allowed)
    };
    let is_quoted = |text: &str| {
        let mut is_escaped = false;
        let are_allowed = text.chars().all(|letter| {
            let is_allowed = (' '..='~').contains(&letter) && (is_escaped || letter != '"');
            is_escaped = letter == '\\' && !is_escaped;
            is_allowed
        });
        are_allowed && !is_escaped
    };
    match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        Some(text) => is_quoted(text),
        None => text.split('.').all(is_atom),
    }
}

fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    match text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        Some(address) => match address.strip_prefix("IPv6:") {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => address.parse::<Ipv4Addr>().is_ok(),
        },
        None => text.len() <= 253 && text.split('.').all(is_label),
    }
}
