//! Errors of ureq: what failed, and which calls may be retried. All that depends on their wording is here.

use std::io;
use std::time::Duration;

use ureq::{Error as Fault, Proxy, Timeout};

use crate::error::Repeat;
use crate::error::{Error, ErrorKind};

/// The limits of an attempt.
#[derive(Clone, Copy)]
pub(crate) struct Limit {
    pub(crate) remaining: Option<Duration>,
    pub(crate) name: &'static str,
    /// The full time, for the message.
    pub(crate) total: Option<Duration>,
    /// Whether to use a new connection, because idle ones may be closed.
    pub(crate) fresh: bool,
    /// Whether a successful response is streamed.
    pub(crate) stream: bool,
    /// The timeout for the headers of a streamed response. The body can use the remaining time of the call.
    pub(crate) headers: Option<Duration>,
    /// The timeout for connecting.
    pub(crate) connect: Option<Duration>,
}

/// Converts the error of an attempt. `proxy` is the proxy through which the host is reached.
pub(crate) fn of_attempt(error: Fault, limit: Limit, host: &str, proxy: Option<&Proxy>) -> Error {
    // Without the user name and password.
    let proxy_name = proxy.map(|proxy| format!("the proxy {}:{}", proxy.host(), proxy.port()));
    // The machine to connect to.
    let peer = proxy_name.as_deref().unwrap_or(host);
    let route = proxy_name.as_ref().map_or_else(|| host.to_owned(), |proxy| format!("{host} through {proxy}"));
    let unreachable = || format!("could not reach {peer}: {error}");
    let lost = || format!("connection to {route} failed: {error}");
    let unresolved = || match proxy {
        // The protocol needs the address of the host.
        Some(proxy) if proxy.resolve_target() => {
            format!(
                "could not resolve {host} or {peer}; check the subdomain or base URL, the proxy's URL, and your network"
            )
        }
        Some(_) => format!("could not resolve {peer}; check the proxy's URL, and your network"),
        None => format!("could not resolve {host}; check the subdomain or base URL, and your network"),
    };
    let after = |timeout: Option<Duration>| timeout.map_or_else(String::new, |timeout| format!(" after {timeout:?}"));
    let (kind, repeat, message) = match &error {
        Fault::Timeout(Timeout::Connect | Timeout::Resolve) => {
            let after = after(limit.connect);
            (ErrorKind::Timeout, Repeat::Always, format!("connection to {peer} timed out{after}"))
        }
        Fault::Timeout(Timeout::RecvResponse) if limit.headers.is_some() => {
            let after = after(limit.headers);
            (ErrorKind::Timeout, Repeat::Idempotent, format!("{route} timed out{after} (attempt timeout)"))
        }
        Fault::Timeout(Timeout::Global) => {
            let after = after(limit.total);
            (ErrorKind::Timeout, Repeat::Idempotent, format!("{route} timed out{after} ({})", limit.name))
        }
        // A timeout of the caller's agent.
        Fault::Timeout(part) => (ErrorKind::Timeout, Repeat::Idempotent, format!("timed out: {part}")),
        Fault::HostNotFound => (ErrorKind::Connection, Repeat::Always, unresolved()),
        Fault::Io(cause) if is_failed_lookup(cause) => (ErrorKind::Connection, Repeat::Always, unresolved()),
        Fault::Io(cause) if cause.kind() == io::ErrorKind::ConnectionRefused => {
            (ErrorKind::Connection, Repeat::Always, unreachable())
        }
        Fault::ConnectionFailed => (ErrorKind::Connection, Repeat::Always, unreachable()),
        Fault::ConnectProxyFailed(reason) => {
            let (repeat, message) = of_tunnel(reason, host, peer, proxy);
            (ErrorKind::Connection, repeat, message)
        }
        Fault::BodyExceedsLimit(limit) => (
            ErrorKind::TooLarge,
            Repeat::Never,
            format!("the response exceeds {limit} bytes; set `ApiClientBuilder::max_response_size` to raise the limit"),
        ),
        Fault::LargeResponseHeader(_, limit) => {
            (ErrorKind::TooLarge, Repeat::Never, format!("the response headers exceed {limit} bytes"))
        }
        // rustls reports an invalid handshake or certificate like this.
        Fault::Io(cause) if cause.kind() == io::ErrorKind::InvalidData => {
            (ErrorKind::Connection, Repeat::Never, lost())
        }
        Fault::Io(_) | Fault::Protocol(_) | Fault::BodyStalled => (ErrorKind::Connection, Repeat::Idempotent, lost()),
        #[cfg(feature = "native-tls")]
        Fault::NativeTls(cause) if is_lost_handshake(cause) => (ErrorKind::Connection, Repeat::Always, lost()),
        #[cfg(feature = "gzip")]
        Fault::Decompress(..) => (ErrorKind::Connection, Repeat::Idempotent, lost()),
        // TLS and configuration errors: a retry would fail, too.
        _ => (ErrorKind::Connection, Repeat::Never, lost()),
    };
    let failure = Error::new(kind, message).with_repeat(repeat, None);
    match error {
        Fault::Io(cause) => failure.with_io_source(cause),
        cause => failure.with_source(cause),
    }
}

/// Describes why a proxy didn't connect to the host.
fn of_tunnel(reason: &str, host: &str, peer: &str, proxy: Option<&Proxy>) -> (Repeat, String) {
    // ureq: "proxy server responded 407/407".
    let status = reason.strip_prefix("proxy server responded ").and_then(|rest| rest.split('/').next()?.parse().ok());
    match status {
        Some(407) if proxy.is_some_and(|proxy| proxy.username().is_some() || proxy.password().is_some()) => {
            (Repeat::Never, format!("{peer} rejected its user name and password (407)"))
        }
        Some(407) => (Repeat::Never, format!("{peer} requires a user name and password (407): add them to its URL")),
        Some(status @ 400..=499) => (Repeat::Never, format!("{peer} refused to connect to {host} ({status})")),
        Some(status) => (Repeat::Always, format!("{peer} could not connect to {host} ({status})")),
        None => (Repeat::Always, format!("{peer} did not connect to {host}: {reason}")),
    }
}

/// Returns `true` if the connection was lost during a handshake. OpenSSL's error for its end doesn't have a source.
#[cfg(feature = "native-tls")]
fn is_lost_handshake(error: &dyn std::error::Error) -> bool {
    error.to_string() == "unexpected EOF" || error.source().is_some_and(|source| source.is::<io::Error>())
}

/// Returns `true` if a host name could not be resolved. std doesn't have an error kind for this.
fn is_failed_lookup(error: &io::Error) -> bool {
    match error.raw_os_error() {
        // Winsock's error codes: host not found, try again, no recovery, no data.
        Some(code) => cfg!(windows) && (11_001..=11_004).contains(&code),
        None => error.to_string().starts_with("failed to lookup address information"),
    }
}
