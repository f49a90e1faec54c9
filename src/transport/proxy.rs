//! The proxy of a client: a URL from its builder, or the environment variables that curl also reads.

use std::net::IpAddr;

use http::Uri;
use http::uri::Authority;
use ureq::Proxy;
#[cfg(feature = "ureq3")]
use ureq::ProxyProtocol;

use crate::error::{Error, Result};
use crate::request::url::{bare, has_valid_port, is_loopback, is_valid_host, port_number};

/// The variables that apply to a scheme, in the order of their priority.
const HTTPS_VARIABLES: [&str; 4] = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
const HTTP_VARIABLES: [&str; 4] = ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];

/// The proxy settings of the environment.
pub(crate) struct Environment {
    https: Option<Setting>,
    http: Option<Setting>,
    /// The hosts without a proxy.
    exempt: String,
}

struct Setting {
    variable: &'static str,
    url: String,
}

impl Environment {
    /// Reads the variables. An empty one counts as unset.
    pub(crate) fn read(variable: impl Fn(&str) -> Option<String>) -> Self {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        // A CGI program gets the request header `Proxy` as HTTP_PROXY.
        let is_cgi = variable("REQUEST_METHOD").is_some();
        let first = |names: [&'static str; 4]| {
            let mut allowed = names.into_iter().filter(|&name| !(is_cgi && name == "HTTP_PROXY"));
            allowed.find_map(|name| Some(Setting { variable: name, url: variable(name)? }))
        };
        Self {
            https: first(HTTPS_VARIABLES),
            http: first(HTTP_VARIABLES),
            exempt: variable("no_proxy").or_else(|| variable("NO_PROXY")).unwrap_or_default(),
        }
    }

    /// Returns the proxy for a base URL. `None` if it is called directly.
    ///
    /// # Errors
    /// If the proxy's URL is invalid. The error names the variable.
    pub(crate) fn proxy_for(&self, base_url: &str) -> Result<Option<Proxy>> {
        let Ok(uri) = base_url.parse::<Uri>() else { return Ok(None) };
        let (is_https, host) = (uri.scheme_str() == Some("https"), uri.host().unwrap_or_default());
        let port = uri.port_u16().unwrap_or(if is_https { 443 } else { 80 });
        match if is_https { &self.https } else { &self.http } {
            // A proxy can't reach the local machine.
            Some(_) if is_loopback(host) || is_exempt(&self.exempt, host, port) => Ok(None),
            Some(setting) => parse(setting.variable, &setting.url).map(Some),
            None => Ok(None),
        }
    }
}

/// Parses the URL of a proxy. `name` is its setting or variable. The error doesn't contain the URL, because it may contain
/// a password.
pub(crate) fn parse(name: &str, url: &str) -> Result<Proxy> {
    let invalid = |message: &str| Error::configuration(format!("`{name}`: {message}"));
    if url.is_empty() {
        return Err(invalid("invalid URL; expected something like http://proxy.example.com:8080"));
    }
    if url.contains(|character: char| character.is_whitespace() || character.is_control()) {
        return Err(invalid("must not contain white space or control characters"));
    }
    let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" => {}
        "https" if cfg!(any(feature = "rustls", feature = "native-tls")) => {}
        "https" => return Err(invalid("enable the feature `rustls` or `native-tls` to use an https proxy")),
        "socks4" | "socks4a" | "socks5" | "socks5h" if cfg!(feature = "socks-proxy") => {}
        "socks4" | "socks4a" | "socks5" | "socks5h" => {
            return Err(invalid("enable the feature `socks-proxy` to use a SOCKS proxy"));
        }
        _ => return Err(invalid("unknown scheme; use http, https, socks4, socks4a, socks5 or socks5h")),
    }
    // After an unescaped `/`, `?` or `#` in a password, the rest would be ignored, and the user name would be the host.
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    if rest.contains(['/', '?', '#', '\\']) {
        return Err(invalid("must not have a path; percent-encode special characters in the user name and password"));
    }
    let authority = rest.parse::<Authority>().ok().filter(|authority| is_valid_host(authority.host()));
    let Some(authority) = authority else {
        return Err(invalid("invalid URL; expected something like http://proxy.example.com:8080"));
    };
    if !has_valid_port(authority.as_str()) {
        return Err(invalid("invalid port; use a number from 1 to 65535"));
    }
    if matches!(scheme.as_str(), "socks4" | "socks4a") && authority.as_str().contains('@') {
        return Err(invalid("SOCKS4 doesn't support a user name or password; use socks5"));
    }
    Proxy::new(&format!("{scheme}://{rest}"))
        .map_err(|_| invalid("invalid URL; percent-encode special characters in the user name and password"))
}

/// Returns `true` for the protocols that ureq only supports with a feature.
#[cfg(feature = "ureq3")]
pub(crate) fn is_socks(proxy: &Proxy) -> bool {
    !matches!(proxy.protocol(), ProxyProtocol::Http | ProxyProtocol::Https)
}

/// Returns `true` if a list like that of `NO_PROXY` contains a host.
///
/// An entry is `*`, a domain (also for its subdomains), an IP address or a CIDR range. All except ranges may have a port.
/// Entries that are none of these are ignored, as by curl.
fn is_exempt(list: &str, host: &str, port: u16) -> bool {
    let host = bare(host).trim_end_matches('.');
    let address = host.parse::<IpAddr>().ok();
    let entries = list.split(|character: char| character == ',' || character.is_whitespace());
    entries.filter(|entry| !entry.is_empty()).any(|entry| match (address, entry.split_once('/')) {
        (Some(address), Some((network, bits))) => is_in_network(address, network, bits),
        (None, Some(_)) => false,
        (_, None) => {
            let (name, entry_port) = split_port(entry);
            let is_port = entry_port.is_none_or(|entry_port| port_number(entry_port) == Some(port));
            is_port && (name == "*" || address.map_or_else(|| is_in_domain(host, name), |ip| is_address(ip, name)))
        }
    })
}

/// Splits an entry into its host and its port, if it has one.
fn split_port(entry: &str) -> (&str, Option<&str>) {
    if let Some((address, rest)) = entry.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return (address, rest.strip_prefix(':'));
    }
    match entry.split_once(':') {
        // More than one colon: an IPv6 address.
        Some((host, port)) if !port.contains(':') => (host, Some(port)),
        _ => (entry, None),
    }
}

fn is_address(address: IpAddr, name: &str) -> bool {
    name.parse::<IpAddr>().is_ok_and(|name| name.to_canonical() == address.to_canonical())
}

/// Returns `true` if a host is a domain or one of its subdomains. A leading dot or `*.` doesn't matter.
fn is_in_domain(host: &str, domain: &str) -> bool {
    let domain = domain.strip_prefix('*').unwrap_or(domain);
    let domain = domain.strip_prefix('.').unwrap_or(domain).trim_end_matches('.');
    let Some(start) = host.len().checked_sub(domain.len()).filter(|_| !domain.is_empty()) else { return false };
    let (before, end) = (host.as_bytes().get(..start), host.as_bytes().get(start..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(domain.as_bytes()))
        && before.is_some_and(|before| before.is_empty() || before.ends_with(b"."))
}

fn is_in_network(address: IpAddr, network: &str, bits: &str) -> bool {
    let Some(bits) = port_number(bits).map(u32::from) else { return false };
    // The address and the network as the first bits of a number, and the number of bits of an address.
    let (address, network, size) = match (address.to_canonical(), network.parse::<IpAddr>()) {
        (IpAddr::V4(address), Ok(IpAddr::V4(network))) => {
            (u128::from(address.to_bits()) << 96, u128::from(network.to_bits()) << 96, 32)
        }
        (IpAddr::V6(address), Ok(IpAddr::V6(network))) => (address.to_bits(), network.to_bits(), 128),
        _ => return false,
    };
    bits <= size && (address ^ network).checked_shr(128 - bits).unwrap_or(0) == 0
}

#[cfg(test)]
mod tests;
