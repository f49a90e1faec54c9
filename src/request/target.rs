//! URLs of downloads, and the hosts that get credentials.

use std::fmt;

use http::Uri;

use crate::request::url::{has_valid_port, is_loopback, is_valid_host};

/// The URL of a file. Only http and https, without a user name and a fragment.
#[derive(Clone)]
pub(crate) struct Target {
    uri: Uri,
    origin: Origin,
}

/// The scheme, host and port of a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    is_https: bool,
    /// In lowercase, without a trailing dot.
    host: String,
    port: u16,
}

/// A host that gets the client's credentials, and its port if it isn't the scheme's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MediaHost {
    host: String,
    port: Option<u16>,
}

impl MediaHost {
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let invalid = "invalid host; expected something like `media.example.com`, without a scheme and a path";
        let origin = match text.bytes().all(|byte| byte.is_ascii_graphic() && !b"/?#@\\*%".contains(&byte)) {
            true => Target::parse(&format!("https://{text}"), true).map_err(|_| invalid)?.origin,
            false => return Err(invalid),
        };
        let has_port = text.rsplit_once(']').map_or(text, |(_, after)| after).contains(':');
        Ok(Self { host: origin.host, port: has_port.then_some(origin.port) })
    }

    fn is(&self, origin: &Origin) -> bool {
        self.host == origin.host && origin.port == self.port.unwrap_or(origin.default_port())
    }
}

impl Origin {
    fn default_port(&self) -> u16 {
        if self.is_https { 443 } else { 80 }
    }

    /// Returns `true` if the client's credentials may be sent there.
    pub(crate) fn is_trusted(&self, base_url: &str, media_hosts: &[MediaHost]) -> bool {
        let is_own = Target::parse(base_url, true).is_ok_and(|base| base.origin == *self);
        is_own || media_hosts.iter().any(|host| host.is(self))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.is_https { "https" } else { "http" }, self.host)?;
        if self.port == self.default_port() { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

impl Target {
    /// Parses an absolute URL. The message doesn't quote it, because it may be secret.
    pub(crate) fn parse(url: &str, allow_http: bool) -> Result<Self, &'static str> {
        const INVALID: &str = "invalid URL; expected something like https://example.com/photo.jpg";
        if url.trim() != url || url.contains(char::is_control) {
            return Err("must not begin or end with white space, or contain control characters");
        }
        let url = url.split_once('#').map_or(url, |(url, _)| url);
        let (scheme, rest) = url.split_once("://").ok_or("must be absolute, like https://example.com/photo.jpg")?;
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end).ok_or(INVALID)?;
        if authority.contains('@') {
            return Err("must not contain a user name or password");
        }
        // A browser would read a backslash as a slash, so that the host depends on the program.
        if !authority.is_ascii() || authority.contains([' ', '\\']) {
            return Err("must have a host of ASCII letters");
        }
        let slash = if path.starts_with('/') { "" } else { "/" };
        let uri: Uri = format!("{scheme}://{authority}{slash}{}", encoded(path)).parse().map_err(|_| INVALID)?;
        let authority = uri.authority().ok_or(INVALID)?;
        if !is_valid_host(authority.host()) {
            return Err(INVALID);
        }
        if !has_valid_port(authority.as_str()) {
            return Err("invalid port; use a number from 1 to 65535");
        }
        let is_https = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if allow_http || is_loopback(authority.host()) => false,
            Some("http") => return Err("refusing plain http; use https or `allow_http(true)`"),
            _ => return Err("must start with https:// or http://"),
        };
        let host = authority.host().trim_end_matches('.').to_ascii_lowercase();
        let port = authority.port_u16().unwrap_or(if is_https { 443 } else { 80 });
        Ok(Self { origin: Origin { is_https, host, port }, uri })
    }

    /// Returns the URL that a redirect leads to.
    pub(crate) fn follow(&self, location: &[u8], allow_http: bool) -> Result<Self, &'static str> {
        let location = String::from_utf8_lossy(location);
        let location = location.split_once('#').map_or(&*location, |(location, _)| location);
        let (scheme, authority) = (self.uri.scheme_str().unwrap_or_default(), self.uri.authority());
        let origin = format!("{scheme}://{}", authority.map_or("", |authority| authority.as_str()));
        let path = self.uri.path();
        let url = if has_scheme(location) {
            location.to_owned()
        } else if location.starts_with("//") {
            format!("{scheme}:{location}")
        } else if location.starts_with('/') {
            format!("{origin}{}", without_dots(location))
        } else if location.is_empty() || location.starts_with('?') {
            format!("{origin}{path}{location}")
        } else {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{origin}{}", without_dots(&format!("{folder}/{location}")))
        };
        let target = Self::parse(&url, allow_http)?;
        if self.origin.is_https && !target.origin.is_https {
            return Err("from https to plain http");
        }
        Ok(target)
    }

    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Returns the values of the query, which may be a signature.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = String> {
        let pairs = self.uri.query().unwrap_or_default().split('&');
        pairs.map(|pair| {
            let value = pair.split_once('=').map_or(pair, |(_, value)| value);
            percent_encoding::percent_decode_str(value).decode_utf8_lossy().into_owned()
        })
    }
}

fn has_scheme(location: &str) -> bool {
    location.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// Percent-encodes the characters that a URL can't contain. The API returns file names in its URLs.
fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => encoded.push_str(&format!("%{byte:02X}")),
            byte if byte.is_ascii_graphic() => encoded.push(char::from(byte)),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Removes the segments `.` and `..` of a path.
fn without_dots(location: &str) -> String {
    let (path, query) = location.find('?').and_then(|at| location.split_at_checked(at)).unwrap_or((location, ""));
    let mut kept: Vec<&str> = Vec::new();
    let segments = path.strip_prefix('/').unwrap_or(path).split('/');
    let mut is_folder = false;
    for segment in segments {
        is_folder = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => drop(kept.pop()),
            segment => kept.push(segment),
        }
    }
    if is_folder {
        kept.push("");
    }
    format!("/{}{query}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(url: &str) -> Result<String, &'static str> {
        Target::parse(url, false).map(|target| target.uri.to_string())
    }

    #[test]
    fn accepts_and_encodes_urls() {
        for (url, uri) in [
            (
                "https://acme.zendesk.com/sc/attachments/v2/1/a.jpg",
                "https://acme.zendesk.com/sc/attachments/v2/1/a.jpg",
            ),
            ("https://example.com", "https://example.com/"),
            ("https://example.com?x=1#part", "https://example.com/?x=1"),
            ("https://example.com/a b/ä%20.png", "https://example.com/a%20b/%C3%A4%20.png"),
            ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
            ("http://[::1]/a", "http://[::1]/a"),
            ("https://example.com/a@b?to=http://c", "https://example.com/a@b?to=http://c"),
        ] {
            assert_eq!(parse(url).as_deref(), Ok(uri), "{url}");
        }
    }

    #[test]
    fn rejects_urls() {
        for url in [
            "",
            "photo.jpg",
            "/photo.jpg",
            "//example.com/a",
            "data:text/plain,a",
            "file:///etc/passwd",
            "ftp://example.com/a",
            "http://example.com/a",
            "http://127.0.0.1.example.com/a",
            "https://user:pass@example.com/a",
            "https://user@example.com/a",
            "https://@example.com/a",
            "https://example.com\\@other.com/a",
            "https:///a",
            "https://:443/a",
            "https://example.com:0/a",
            "https://example.com:99999/a",
            "https://exämple.com/a",
            "https://[::1/a",
            " https://example.com/a",
            "https://example.com/a\n",
            "https://example.com/\0",
            "https://exa mple.com/",
        ] {
            assert!(parse(url).is_err(), "{url:?}");
        }
        assert!(Target::parse("http://example.com/a", true).is_ok());
    }

    #[test]
    fn resolves_redirects() {
        let from = Target::parse("https://example.com/a/b/c?d=1", false).unwrap();
        for (location, uri) in [
            ("https://other.com/x#y", Ok("https://other.com/x")),
            ("HTTPS://OTHER.com/x", Ok("https://OTHER.com/x")),
            ("//other.com/x", Ok("https://other.com/x")),
            ("/x", Ok("https://example.com/x")),
            ("/x/../../y?z=/../", Ok("https://example.com/y?z=/../")),
            ("x", Ok("https://example.com/a/b/x")),
            ("../x", Ok("https://example.com/a/x")),
            ("..", Ok("https://example.com/a/")),
            ("?x=1", Ok("https://example.com/a/b/c?x=1")),
            ("", Ok("https://example.com/a/b/c")),
            ("x:y", Err("must be absolute, like https://example.com/photo.jpg")),
            ("http://example.com/x", Err("refusing plain http; use https or `allow_http(true)`")),
            ("http://127.0.0.1/x", Err("from https to plain http")),
            ("https://user:pass@example.com/", Err("must not contain a user name or password")),
            ("file:///etc/passwd", Err("invalid URL; expected something like https://example.com/photo.jpg")),
        ] {
            let target = from.follow(location.as_bytes(), false).map(|target| target.uri.to_string());
            assert_eq!(target.as_deref(), uri.as_ref().map(|uri| *uri), "{location}");
        }
        assert!(from.follow("/ä".as_bytes(), false).is_ok_and(|target| target.uri.path() == "/%C3%A4"));
    }

    #[test]
    fn only_the_same_origin_and_media_hosts_are_trusted() {
        let hosts =
            [MediaHost::parse("Media.example.com").unwrap(), MediaHost::parse("files.example.com:8443").unwrap()];
        let base = "https://acme.zendesk.com/sc";
        for (url, is_trusted) in [
            ("https://acme.zendesk.com/sc/attachments/a", true),
            ("https://ACME.zendesk.com.:443/x", true),
            ("https://media.example.com/a", true),
            ("https://files.example.com:8443/a", true),
            ("https://acme.zendesk.com:444/a", false),
            ("http://acme.zendesk.com/a", false),
            ("https://other.zendesk.com/a", false),
            ("https://acme.zendesk.com.example.com/a", false),
            ("https://a.media.example.com/a", false),
            ("https://media.example.com:444/a", false),
            ("https://files.example.com/a", false),
        ] {
            let target = Target::parse(url, true).unwrap();
            assert_eq!(target.origin.is_trusted(base, &hosts), is_trusted, "{url}");
        }
        for host in
            ["", "https://a.com", "a.com/", "a.com/x", "*.a.com", "u@a.com", "a b", "a.com:0", "a.com:", "ä.com"]
        {
            assert!(MediaHost::parse(host).is_err(), "{host}");
        }
        assert!(MediaHost::parse("[::1]:80").is_ok_and(|host| host.port == Some(80)));
        assert!(MediaHost::parse("[::1]").is_ok_and(|host| host.port.is_none()));
    }
}
