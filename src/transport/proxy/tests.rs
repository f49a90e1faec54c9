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
