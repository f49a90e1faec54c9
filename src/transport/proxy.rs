//! The proxy of a client: a URL from its builder, or the environment variables that curl also reads.

use std::net::{IpAddr, Ipv6Addr};

use http::Uri;
use http::uri::Authority;
use ureq::Proxy;
#[cfg(feature = "ureq3")]
use ureq::ProxyProtocol;

use crate::error::{Error, Result};

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

/// Returns `true` if a host is the local machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || bare(host).parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Removes the brackets of an IPv6 address.
fn bare(host: &str) -> &str {
    host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host)
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
fn port_number(text: &str) -> Option<u16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
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
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Environment {
        Environment::read(|name| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    /// Returns the host and port of the proxy for a URL, or an error message.
    fn proxy(pairs: &[(&str, &str)], url: &str) -> Result<Option<String>, String> {
        let proxy = environment(pairs).proxy_for(url).map_err(|error| error.to_string())?;
        Ok(proxy.map(|proxy| format!("{}:{}", proxy.host(), proxy.port())))
    }

    const HTTPS: &str = "https://acme.zendesk.com/sc";
    const HTTP: &str = "http://sunco.example.com";

    #[test]
    fn the_scheme_selects_the_variable() {
        let all = [
            ("https_proxy", "1:1"),
            ("HTTPS_PROXY", "2:2"),
            ("http_proxy", "3:3"),
            ("HTTP_PROXY", "4:4"),
            ("all_proxy", "5:5"),
            ("ALL_PROXY", "6:6"),
        ];
        let without = |names: &[&str]| all.into_iter().filter(|(name, _)| !names.contains(name)).collect::<Vec<_>>();
        for (unset, https, http) in [
            (&[][..], "1:1", "3:3"),
            (&["https_proxy", "http_proxy"], "2:2", "4:4"),
            (&["https_proxy", "http_proxy", "HTTPS_PROXY", "HTTP_PROXY"], "5:5", "5:5"),
            (&["https_proxy", "http_proxy", "HTTPS_PROXY", "HTTP_PROXY", "all_proxy"], "6:6", "6:6"),
        ] {
            assert_eq!(proxy(&without(unset), HTTPS), Ok(Some(https.to_owned())), "without {unset:?}");
            assert_eq!(proxy(&without(unset), HTTP), Ok(Some(http.to_owned())), "without {unset:?}");
        }
        assert_eq!(proxy(&[], HTTPS), Ok(None));
        for name in ["HTTP_PROXY", "http_proxy"] {
            assert_eq!(proxy(&[(name, "4:4")], HTTPS), Ok(None), "{name}");
        }
        assert_eq!(proxy(&[("HTTPS_PROXY", "2:2")], HTTP), Ok(None));
        // An empty variable is unset.
        assert_eq!(proxy(&[("https_proxy", ""), ("HTTPS_PROXY", "2:2")], HTTPS), Ok(Some("2:2".to_owned())));
        assert_eq!(proxy(&[("https_proxy", "")], HTTPS), Ok(None));
    }

    #[test]
    fn a_cgi_program_ignores_the_variable_that_a_client_can_set() {
        let cgi = ("REQUEST_METHOD", "GET");
        assert_eq!(proxy(&[cgi, ("HTTP_PROXY", "4:4")], HTTP), Ok(None));
        assert_eq!(proxy(&[cgi, ("http_proxy", "3:3")], HTTP), Ok(Some("3:3".to_owned())));
        assert_eq!(proxy(&[cgi, ("HTTPS_PROXY", "2:2")], HTTPS), Ok(Some("2:2".to_owned())));
    }

    #[test]
    fn an_invalid_variable_is_an_error_that_names_it() {
        for name in ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
            for (url, message) in [
                ("gopher://hush", "unknown scheme; use http, https, socks4, socks4a, socks5 or socks5h"),
                ("http://hush:99999", "invalid port; use a number from 1 to 65535"),
                ("http://hush\u{fffd}", "invalid URL; expected something like http://proxy.example.com:8080"),
                ("http://hush:80\n", "must not contain white space or control characters"),
            ] {
                assert_eq!(proxy(&[(name, url)], HTTPS), Err(format!("`{name}`: {message}")));
            }
        }
        // A setting that isn't used isn't checked.
        assert_eq!(proxy(&[("HTTP_PROXY", "gopher://x"), ("https_proxy", "p:1")], HTTPS), Ok(Some("p:1".to_owned())));
        assert_eq!(proxy(&[("ALL_PROXY", "gopher://x"), ("HTTPS_PROXY", "p:1")], HTTPS), Ok(Some("p:1".to_owned())));
        assert_eq!(proxy(&[("HTTPS_PROXY", "gopher://x"), ("NO_PROXY", "zendesk.com")], HTTPS), Ok(None));
        assert_eq!(proxy(&[("HTTPS_PROXY", "gopher://x")], "https://localhost:1"), Ok(None));
        // A valid one isn't a substitute for an invalid one.
        assert!(proxy(&[("https_proxy", "gopher://x"), ("HTTPS_PROXY", "p:1")], HTTPS).is_err());
    }

    #[test]
    fn a_proxy_needs_its_feature() {
        for scheme in ["socks4", "socks4a", "socks5", "socks5h", "SOCKS5"] {
            let found = proxy(&[("ALL_PROXY", &format!("{scheme}://p"))], HTTPS);
            if cfg!(feature = "socks-proxy") {
                assert_eq!(found, Ok(Some("p:1080".to_owned())), "{scheme}");
            } else {
                let message = "`ALL_PROXY`: enable the feature `socks-proxy` to use a SOCKS proxy";
                assert_eq!(found, Err(message.to_owned()), "{scheme}");
            }
        }
        let found = proxy(&[("ALL_PROXY", "https://p")], HTTP);
        assert_eq!(found.is_ok(), cfg!(any(feature = "rustls", feature = "native-tls")));
    }

    #[test]
    fn rejects_urls_that_are_not_of_a_proxy() {
        for (url, message) in [
            ("", "invalid URL"),
            ("http://", "invalid URL"),
            ("://proxy", "unknown scheme"),
            ("gopher://proxy", "unknown scheme"),
            ("socks://proxy", "unknown scheme"),
            ("httpx://proxy", "unknown scheme"),
            ("http:/proxy:8080", "path"),
            ("http//proxy:8080", "path"),
            ("//proxy:8080", "path"),
            ("http://:8080", "invalid URL"),
            ("http://u:hush@", "invalid URL"),
            ("http://u:hush@:80", "invalid URL"),
            ("http://[::1", "invalid URL"),
            ("http://[hush]:80", "invalid URL"),
            ("http://proxy:80:80", "invalid"),
            ("http://proxy:", "invalid port"),
            ("http://proxy:0", "invalid port"),
            ("http://proxy:+80", "invalid port"),
            ("http://proxy:-80", "invalid port"),
            ("http://proxy:80x", "invalid port"),
            ("http://proxy:65536", "invalid port"),
            ("hush:hush", "invalid port"),
            (" http://proxy", "white space"),
            ("http://proxy ", "white space"),
            ("http://pro xy", "white space"),
            ("http://proxy\r\n", "white space"),
            ("http://proxy\0", "white space"),
            ("http://user/hush@proxy", "percent-encode"),
            ("http://user?hush@proxy", "percent-encode"),
            ("http://user#hush@proxy", "percent-encode"),
            ("http://proxy/wpad.pac", "path"),
            ("http://u:%ffhush@proxy", "percent-encode"),
            ("http://pröxy", "invalid URL"),
        ] {
            let error = parse("proxy", url).unwrap_err().to_string();
            assert!(error.starts_with("`proxy`: ") && error.contains(message), "{url:?}: {error}");
            assert!(!error.contains("hush"), "{error}");
        }
        #[cfg(feature = "socks-proxy")]
        assert!(parse("proxy", "socks4://user@proxy").unwrap_err().to_string().contains("use socks5"));
        for (url, host, port) in [
            ("proxy", "proxy", 80),
            ("proxy:8080", "proxy", 8080),
            ("HTTP://proxy:8080/", "proxy", 8080),
            ("http://u:p%40%2F@127.0.0.1:9", "127.0.0.1", 9),
            ("u:p@proxy:65535", "proxy", 65535),
            ("http://[::1]:443/", "[::1]", 443),
        ] {
            let proxy = parse("proxy", url).unwrap();
            assert_eq!((proxy.host(), proxy.port()), (host, port), "{url}");
        }
    }

    #[test]
    fn no_proxy_matches_as_in_curl() {
        for (list, host, exempt) in [
            // Domains.
            ("zendesk.com", "acme.zendesk.com", true),
            ("zendesk.com", "zendesk.com", true),
            (".zendesk.com", "acme.zendesk.com", true),
            (".zendesk.com", "zendesk.com", true),
            ("*.zendesk.com", "a.b.zendesk.com", true),
            ("acme.zendesk.com", "acme.zendesk.com", true),
            ("acme.zendesk.com", "b.acme.zendesk.com", true),
            ("acme.zendesk.com", "zendesk.com", false),
            ("zendesk.com", "notzendesk.com", false),
            ("zendesk.com", "zendesk.com.example.com", false),
            ("desk.com", "acme.zendesk.com", false),
            ("ZENDESK.com", "acme.zendesk.COM", true),
            ("zendesk.com.", "acme.zendesk.com", true),
            ("zendesk.com", "acme.zendesk.com.", true),
            ("com", "acme.zendesk.com", true),
            // Lists.
            ("", "acme.zendesk.com", false),
            (",", "acme.zendesk.com", false),
            (".", "acme.zendesk.com", false),
            ("a.com,zendesk.com", "acme.zendesk.com", true),
            (" a.com ,\t zendesk.com ", "acme.zendesk.com", true),
            ("a.com zendesk.com\n", "acme.zendesk.com", true),
            ("a.com,,b.com", "acme.zendesk.com", false),
            ("*", "acme.zendesk.com", true),
            ("*", "10.0.0.1", true),
            (" * ", "[2001:db8::1]", true),
            ("a.com,*", "acme.zendesk.com", true),
            // Ports. The base URL has port 443.
            ("zendesk.com:443", "acme.zendesk.com", true),
            ("zendesk.com:8443", "acme.zendesk.com", false),
            ("zendesk.com:443x", "acme.zendesk.com", false),
            ("zendesk.com:", "acme.zendesk.com", false),
            ("*:443", "acme.zendesk.com", true),
            ("*:80", "acme.zendesk.com", false),
            ("10.0.0.1:443", "10.0.0.1", true),
            ("10.0.0.1:80", "10.0.0.1", false),
            ("[2001:db8::1]:443", "[2001:db8::1]", true),
            ("[2001:db8::1]:80", "[2001:db8::1]", false),
            // Addresses.
            ("10.0.0.1", "10.0.0.1", true),
            ("10.0.0.1", "10.0.0.10", false),
            ("0.0.1", "10.0.0.1", false),
            (".0.0.1", "10.0.0.1", false),
            ("2001:db8::1", "[2001:db8::1]", true),
            ("[2001:db8::1]", "[2001:DB8:0::1]", true),
            ("2001:db8::1", "[2001:db8::2]", false),
            ("10.0.0.1", "[::ffff:10.0.0.1]", true),
            // Ranges.
            ("10.0.0.0/8", "10.255.1.2", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("10.1.2.3/8", "10.9.9.9", true),
            ("192.168.0.0/23", "192.168.1.255", true),
            ("192.168.0.0/23", "192.168.2.0", false),
            ("10.0.0.1/32", "10.0.0.1", true),
            ("10.0.0.1/32", "10.0.0.2", false),
            ("0.0.0.0/0", "10.0.0.1", true),
            ("0.0.0.0/0", "[2001:db8::1]", false),
            ("2001:db8::/32", "[2001:db8:ffff::1]", true),
            ("2001:db8::/32", "[2001:db9::1]", false),
            ("::/0", "[2001:db8::1]", true),
            ("2001:db8::1/128", "[2001:db8::1]", true),
            ("10.0.0.0/33", "10.0.0.0", false),
            ("10.0.0.0/", "10.0.0.0", false),
            ("10.0.0.0/x", "10.0.0.0", false),
            ("10.0.0.0/-1", "10.0.0.0", false),
            ("10.0.0.0/8", "a.example.com", false),
            ("zendesk.com/8", "acme.zendesk.com", false),
        ] {
            assert_eq!(is_exempt(list, host, 443), exempt, "{list:?} and {host}");
            let found = proxy(&[("HTTPS_PROXY", "p:1"), ("NO_PROXY", list)], &format!("https://{host}/sc")).unwrap();
            assert_eq!(found.is_none(), exempt, "{list:?} and {host}");
        }
        let lists = [("HTTPS_PROXY", "p:1"), ("NO_PROXY", "*"), ("no_proxy", "a.com")];
        assert_eq!(proxy(&lists, HTTPS), Ok(Some("p:1".to_owned())), "no_proxy wins");
        let port = [("HTTPS_PROXY", "p:1"), ("NO_PROXY", "zendesk.com:8443")];
        assert_eq!(proxy(&port, "https://acme.zendesk.com:8443/sc"), Ok(None));
    }

    #[test]
    fn the_local_machine_is_called_directly() {
        for url in ["http://localhost:80", "https://LOCALHOST", "http://127.1.2.3:9", "https://[::1]/x"] {
            assert_eq!(proxy(&[("ALL_PROXY", "p:1")], url), Ok(None), "{url}");
        }
    }
}
