//! The client and its configuration.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;
use http::{HeaderMap, HeaderName, HeaderValue, Uri};
use log::{Level, log_enabled, warn};
use ureq::{Agent, Proxy};

use crate::credentials::{Authorization, Credentials};
use crate::error::{Error, Result};
use crate::retry::RetryPolicy;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
use crate::tls::TlsBackend;
use crate::transport::LOG;

/// The maximum number of idle connections.
const IDLE: usize = 64;
/// The default timeout for connecting.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The default timeout of a call.
const TIMEOUT: Duration = Duration::from_secs(60);
/// The default timeout of an upload: enough for 50 MB at 0.7 megabits per second.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(600);
/// The default limit of a response body, in bytes.
const MAX_RESPONSE_SIZE: u64 = 16 * 1024 * 1024;
/// The API's limit of a JSON request body, in bytes: 100 kB.
const MAX_JSON_SIZE: u64 = 100 * 1024;
/// The API's limit of a file, in bytes: 50 MB.
const MAX_UPLOAD_SIZE: u64 = 50 * 1024 * 1024;

/// An API client.
///
/// `ApiClient` has one method per operation, named after the operation in the API reference: `CreateUser` becomes
/// [`create_user`](Self::create_user).
///
/// A client is cheap to clone. Clones share its connection pool, and one client can be used by all threads of a program.
///
/// ```no_run
/// use sunshine_conversations::{ApiClient, Credentials};
///
/// let api = ApiClient::builder()
///     .subdomain("acme")
///     .credentials(Credentials::basic("app_5d8c", "secret"))
///     .build()?;
/// let user = api.get_user("5d8cff3cd55b040010928b5b", "steve").send()?.user;
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[derive(Clone)]
pub struct ApiClient {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) agent: Agent,
    /// Without a trailing slash.
    pub(crate) base_url: String,
    /// For servers of operations whose URL has `{subdomain}`.
    pub(crate) subdomain: Option<String>,
    /// Whether such servers may be called over plain HTTP.
    pub(crate) allow_http: bool,
    pub(crate) credentials: Option<Credentials>,
    pub(crate) authorization: Option<Authorization>,
    pub(crate) headers: HeaderMap,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) upload_timeout: Option<Duration>,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_response_size: u64,
    pub(crate) max_json_size: Option<u64>,
    pub(crate) max_upload_size: Option<u64>,
}

impl ApiClient {
    /// Creates a builder for a client.
    pub fn builder() -> ApiClientBuilder {
        ApiClientBuilder::default()
    }

    /// Creates a client from environment variables: see [`ApiClientBuilder::from_env`].
    ///
    /// # Errors
    /// If a variable is missing or invalid. The error names it.
    #[inline]
    pub fn from_env() -> Result<Self> {
        ApiClientBuilder::from_env()?.build()
    }

    /// Returns the URL to which request paths are appended, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.inner.base_url
    }
}

impl fmt::Debug for ApiClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiClient")
            .field("base_url", &self.inner.base_url)
            .field("credentials", &self.inner.credentials)
            .field("connect_timeout", &self.inner.connect_timeout)
            .field("timeout", &self.inner.timeout)
            .field("upload_timeout", &self.inner.upload_timeout)
            .field("retry", &self.inner.retry)
            .finish_non_exhaustive()
    }
}

/// Configures and builds an [`ApiClient`].
///
/// Set a [`subdomain`](Self::subdomain) or a [`base_url`](Self::base_url). Everything else has a default.
/// [`build`](Self::build) reports invalid settings.
///
/// ```no_run
/// use std::time::Duration;
/// use sunshine_conversations::{ApiClient, Credentials, RetryPolicy};
///
/// let api = ApiClient::builder()
///     .subdomain("acme")
///     .credentials(Credentials::basic("app_5d8c", "secret"))
///     .timeout(Duration::from_secs(20))
///     .retry(RetryPolicy::none())
///     .build()?;
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use = "a builder does nothing until it builds"]
pub struct ApiClientBuilder {
    subdomain: Option<String>,
    base_url: Option<String>,
    allow_http: bool,
    credentials: Option<Credentials>,
    headers: Vec<(String, String)>,
    user_agent: Option<String>,
    connect_timeout: Option<Option<Duration>>,
    timeout: Option<Option<Duration>>,
    retry: RetryPolicy,
    max_response_size: Option<Option<u64>>,
    max_json_size: Option<Option<u64>>,
    max_upload_size: Option<Option<u64>>,
    proxy: Option<Option<String>>,
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    tls: Option<TlsBackend>,
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    root_certificates: Option<Vec<u8>>,
    #[cfg(feature = "ureq3")]
    agent: Option<Agent>,
}

impl ApiClientBuilder {
    /// Creates a builder from environment variables.
    ///
    /// - `SUNCO_SUBDOMAIN` or `SUNCO_BASE_URL`: the host.
    /// - `SUNCO_KEY_ID` and `SUNCO_KEY_SECRET`, or `SUNCO_TOKEN`: the credentials.
    ///
    /// # Errors
    /// If a variable is missing or two of them contradict each other. The error names the variables.
    #[inline]
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        let host = match (variable("SUNCO_SUBDOMAIN"), variable("SUNCO_BASE_URL")) {
            (Some(subdomain), None) => Ok(Self::default().subdomain(subdomain)),
            (None, Some(url)) => Ok(Self::default().base_url(url)),
            (None, None) => Err("set SUNCO_SUBDOMAIN or SUNCO_BASE_URL"),
            (Some(_), Some(_)) => Err("SUNCO_SUBDOMAIN and SUNCO_BASE_URL are both set; unset one"),
        };
        let credentials = match (variable("SUNCO_KEY_ID"), variable("SUNCO_KEY_SECRET"), variable("SUNCO_TOKEN")) {
            (Some(id), Some(secret), None) => Ok(Credentials::basic(id, secret)),
            (None, None, Some(token)) => Ok(Credentials::bearer(token)),
            (Some(_), None, None) => Err("SUNCO_KEY_ID is set; set SUNCO_KEY_SECRET too"),
            (None, Some(_), None) => Err("SUNCO_KEY_SECRET is set; set SUNCO_KEY_ID too"),
            (None, None, None) => Err("set SUNCO_KEY_ID and SUNCO_KEY_SECRET, or SUNCO_TOKEN"),
            (_, _, Some(_)) => Err("SUNCO_TOKEN and SUNCO_KEY_ID or SUNCO_KEY_SECRET are both set; unset one"),
        };
        match (host, credentials) {
            (Ok(builder), Ok(credentials)) => Ok(builder.credentials(credentials)),
            (Err(host), Err(credentials)) => Err(Error::configuration(format!("{host}; {credentials}"))),
            (Err(message), _) | (_, Err(message)) => Err(Error::configuration(message)),
        }
    }

    /// Sets the subdomain of the Zendesk account: `acme` for `https://acme.zendesk.com/sc`.
    pub fn subdomain(mut self, subdomain: impl Into<String>) -> Self {
        self.subdomain = Some(subdomain.into());
        self
    }

    /// Sets the base URL, for legacy accounts (`https://api.smooch.io` or `https://api.eu-1.smooch.io`) or your own server.
    #[doc(alias("mock", "sandbox", "endpoint"))]
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Allows plain HTTP to other machines. Credentials will be visible to anyone on the network. Defaults to `false`.
    ///
    /// Plain HTTP to the local machine is always allowed.
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// Sets the credentials to authenticate with. If unset, requests are sent unauthenticated, as OAuth's first steps require.
    #[doc(alias = "login")]
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Sets a header for all calls, for example `X-Zendesk-Marketplace-Name`. Replaces a header of the same name.
    ///
    /// [`Call::header`](crate::Call::header) overrides it for one call.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.headers.push((name.as_ref().to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Sets the `User-Agent` header. This crate's name and version are appended.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = Some(name.into());
        self
    }

    /// Sets the timeout for connecting. Defaults to 10 seconds; `None` disables it.
    pub fn connect_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.connect_timeout = Some(timeout.into());
        self
    }

    /// Sets the timeout for a call, including retries and the delays between them. Defaults to 60 seconds, and to 10 minutes
    /// for uploads; `None` disables it.
    #[doc(alias = "deadline")]
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.timeout = Some(timeout.into());
        self
    }

    /// Sets when failed calls are retried. By default, at most two times, and only if the call can't be performed twice.
    /// [`RetryPolicy::none`] disables retries.
    #[doc(alias = "backoff")]
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Sets the largest response body, in bytes after decompression. Defaults to 16 MB (16,777,216 bytes); `None` disables
    /// the limit.
    ///
    /// A larger response is an error of the kind [`TooLarge`](crate::ErrorKind::TooLarge). No more than this is kept in memory.
    pub fn max_response_size(mut self, bytes: impl Into<Option<u64>>) -> Self {
        self.max_response_size = Some(bytes.into());
        self
    }

    /// Sets the largest JSON request body, in bytes. Defaults to the API's limit of 100 kB (102,400 bytes); `None` disables the
    /// check.
    ///
    /// A larger body is rejected before it is sent.
    pub fn max_json_size(mut self, bytes: impl Into<Option<u64>>) -> Self {
        self.max_json_size = Some(bytes.into());
        self
    }

    /// Sets the largest file to upload, in bytes. Defaults to the API's limit of 50 MB (52,428,800 bytes); `None` disables the
    /// check.
    ///
    /// A larger file is rejected before it is sent. If the length of a reader isn't known, the upload stops at the limit.
    pub fn max_upload_size(mut self, bytes: impl Into<Option<u64>>) -> Self {
        self.max_upload_size = Some(bytes.into());
        self
    }

    /// Sets the URL of a proxy, for example `http://user:password@proxy.example.com:8080`.
    ///
    /// Defaults to the environment variables `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, which aren't used for the local
    /// machine. Proxies with a `socks4`, `socks4a`, `socks5` or `socks5h` URL need the feature `socks-proxy`.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Some(Some(url.into()));
        self
    }

    /// Connects directly, even if environment variables set a proxy.
    pub fn no_proxy(mut self) -> Self {
        self.proxy = Some(None);
        self
    }

    /// Sets the TLS backend. Defaults to rustls if the feature `rustls` is enabled, and to the operating system's TLS otherwise.
    ///
    /// ```no_run
    /// # #[cfg(feature = "native-tls")] {
    /// use sunshine_conversations::{ApiClient, TlsBackend};
    ///
    /// // Trusts the certificate authorities that are installed in the operating system.
    /// let builder = ApiClient::builder().subdomain("acme").tls(TlsBackend::NativeTls);
    /// # }
    /// ```
    #[doc(alias("certificate", "https"))]
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub fn tls(mut self, backend: TlsBackend) -> Self {
        self.tls = Some(backend);
        self
    }

    /// Trusts only these certificate authorities: PEM text with one or more certificates.
    ///
    /// Use it for a proxy that inspects TLS traffic with a corporate certificate authority.
    ///
    /// ```no_run
    /// use sunshine_conversations::ApiClient;
    ///
    /// let pem = std::fs::read("/etc/ssl/corporate-ca.pem")?;
    /// let api = ApiClient::builder().subdomain("acme").root_certificates(pem).build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias("certificate", "ca"))]
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.root_certificates = Some(pem.into());
        self
    }

    /// Uses a preconfigured [`ureq::Agent`](https://docs.rs/ureq/3/ureq/struct.Agent.html). Needs the feature `ureq3`.
    ///
    /// The agent's TLS settings, proxy and connection pool are used. This builder still decides about redirects, status codes,
    /// and the timeouts for connecting and for the call. The agent's other timeouts apply, too.
    #[cfg(feature = "ureq3")]
    pub fn agent(mut self, agent: Agent) -> Self {
        self.agent = Some(agent);
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// If the host is missing or invalid or its URL is plain HTTP, if credentials or headers contain invalid characters, if the
    /// proxy or certificates are invalid, or if an agent is combined with settings that belong to the agent.
    pub fn build(self) -> Result<ApiClient> {
        let base_url = match (&self.subdomain, &self.base_url) {
            (Some(subdomain), None) => zendesk_url(subdomain)?,
            (None, Some(url)) => checked_url(url, self.allow_http)
                .map_err(|message| Error::configuration(format!("`base_url`: {message}")))?,
            (None, None) => return Err(Error::configuration("missing host: set `subdomain` or `base_url`")),
            (Some(_), Some(_)) => {
                return Err(Error::configuration("set either `subdomain` or `base_url`, not both"));
            }
        };
        let is_local = base_url.parse::<Uri>().is_ok_and(|uri| uri.host().is_some_and(is_loopback));
        let mut headers = HeaderMap::new();
        let crate_name = concat!("sunshine-conversations-rust/", env!("CARGO_PKG_VERSION"));
        let user_agent =
            self.user_agent.as_ref().map_or_else(|| crate_name.to_owned(), |name| format!("{name} {crate_name}"));
        headers.insert(USER_AGENT, header_value("user_agent", &user_agent)?);
        for (name, value) in &self.headers {
            let value = header_value(name, value)?;
            let name = HeaderName::try_from(name)
                .map_err(|_| Error::configuration(format!("invalid header name `{}`", name.escape_debug())))?;
            headers.insert(name, value);
        }
        let authorization = self.credentials.as_ref().map(Credentials::authorization).transpose()?;
        let agent = self.build_agent(is_local)?;
        if log_enabled!(target: "ureq_proto::util", Level::Trace) {
            warn!(target: LOG, "`ureq_proto` logs credentials and bodies at level `trace`; set its level to `debug`");
        }
        Ok(ApiClient {
            inner: Arc::new(Inner {
                agent,
                base_url,
                subdomain: self.subdomain,
                allow_http: self.allow_http,
                credentials: self.credentials,
                authorization,
                headers,
                connect_timeout: self.connect_timeout.unwrap_or(Some(CONNECT_TIMEOUT)),
                timeout: self.timeout.unwrap_or(Some(TIMEOUT)),
                upload_timeout: self.timeout.unwrap_or(Some(UPLOAD_TIMEOUT)),
                retry: self.retry,
                max_response_size: self.max_response_size.unwrap_or(Some(MAX_RESPONSE_SIZE)).unwrap_or(u64::MAX),
                max_json_size: self.max_json_size.unwrap_or(Some(MAX_JSON_SIZE)),
                max_upload_size: self.max_upload_size.unwrap_or(Some(MAX_UPLOAD_SIZE)),
            }),
        })
    }

    /// Returns the agent that was set, or builds one.
    fn build_agent(&self, is_local: bool) -> Result<Agent> {
        #[cfg(feature = "ureq3")]
        if let Some(agent) = &self.agent {
            let is_plain = self.proxy.is_none();
            #[cfg(any(feature = "rustls", feature = "native-tls"))]
            let is_plain = is_plain && self.tls.is_none() && self.root_certificates.is_none();
            if !is_plain {
                return Err(Error::configuration("`agent` is set: configure the proxy and TLS on the agent"));
            }
            return Ok(agent.clone());
        }
        // A busy program has a connection per thread. By default, ureq keeps three per host.
        let config = Agent::config_builder().max_idle_connections(IDLE).max_idle_connections_per_host(IDLE);
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        let config = crate::tls::configure(config, self.tls, self.root_certificates.as_deref())?;
        let config = match &self.proxy {
            Some(Some(url)) => config.proxy(Some(parsed_proxy(url)?)),
            Some(None) => config.proxy(None),
            // The proxy of the environment can't reach the local machine.
            None if is_local => config.proxy(None),
            None => config,
        };
        Ok(config.build().into())
    }
}

/// Parses the URL of a proxy. The error doesn't contain it, because it may contain a password.
fn parsed_proxy(url: &str) -> Result<Proxy> {
    let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
    let message = match scheme {
        "http" | "https" => None,
        "socks4" | "socks4a" | "socks5" | "socks5h" if cfg!(feature = "socks-proxy") => None,
        "socks4" | "socks4a" | "socks5" | "socks5h" => Some("enable the feature `socks-proxy` to use a SOCKS proxy"),
        _ => Some("unknown scheme; use http, https, socks4, socks4a, socks5 or socks5h"),
    };
    let message = message.or_else(|| {
        let uri = format!("http://{rest}").parse::<Uri>().ok();
        let authority = uri.as_ref().and_then(Uri::authority).filter(|authority| !authority.host().is_empty());
        let is_valid = authority.is_some_and(|authority| has_valid_port(authority.as_str()));
        (!is_valid).then_some("invalid URL; expected something like http://proxy.example.com:8080")
    });
    match message {
        Some(message) => Err(Error::configuration(format!("`proxy`: {message}"))),
        None => Proxy::new(url).map_err(|_| Error::configuration("`proxy`: invalid URL")),
    }
}

/// Returns `true` if an authority has a valid port or none.
fn has_valid_port(authority: &str) -> bool {
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let after_host = host.rsplit_once(']').map_or(host, |(_, after)| after);
    after_host.split_once(':').is_none_or(|(_, port)| port.parse::<u16>().is_ok_and(|port| port != 0))
}

impl fmt::Debug for ApiClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without header values and the proxy, which may contain secrets.
        f.debug_struct("ApiClientBuilder")
            .field("subdomain", &self.subdomain)
            .field("credentials", &self.credentials)
            .field("headers", &self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

fn header_value(name: &str, value: &str) -> Result<HeaderValue> {
    HeaderValue::try_from(value).map_err(|_| {
        Error::configuration(format!("header `{}`: value contains invalid characters", name.escape_debug()))
    })
}

fn zendesk_url(subdomain: &str) -> Result<String> {
    let valid = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if subdomain.is_empty() || subdomain.len() > 63 || !subdomain.bytes().all(valid) {
        return Err(Error::configuration(format!(
            "invalid subdomain `{}`: use only the `acme` part of https://acme.zendesk.com",
            subdomain.escape_debug()
        )));
    }
    Ok(format!("https://{subdomain}.zendesk.com/sc"))
}

/// Checks a URL to which credentials are sent.
pub(crate) fn checked_url(url: &str, allow_http: bool) -> Result<String, &'static str> {
    let Ok(uri) = url.parse::<Uri>() else {
        return Err("invalid URL; expected something like https://acme.zendesk.com/sc");
    };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err("must have a scheme and a host, like https://acme.zendesk.com/sc");
    };
    if authority.as_str().as_bytes().contains(&b'@') {
        return Err("must not contain a user name; use `credentials`");
    }
    if uri.query().is_some() {
        return Err("must not contain a query");
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

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(pairs: &[(&str, &str)]) -> Result<ApiClient> {
        let lookup = |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        ApiClientBuilder::from_variables(lookup)?.build()
    }

    #[test]
    fn reads_the_environment() {
        let client =
            from(&[("SUNCO_SUBDOMAIN", "acme"), ("SUNCO_KEY_ID", "app_1"), ("SUNCO_KEY_SECRET", "s")]).unwrap();
        assert_eq!(client.base_url(), "https://acme.zendesk.com/sc");
        let client = from(&[("SUNCO_BASE_URL", "https://api.smooch.io/"), ("SUNCO_TOKEN", "t")]).unwrap();
        assert_eq!(client.base_url(), "https://api.smooch.io");
    }

    #[test]
    fn names_missing_variables() {
        let message = |pairs: &[(&str, &str)]| from(pairs).unwrap_err().to_string();
        assert_eq!(
            message(&[]),
            "set SUNCO_SUBDOMAIN or SUNCO_BASE_URL; set SUNCO_KEY_ID and SUNCO_KEY_SECRET, or SUNCO_TOKEN"
        );
        assert_eq!(
            message(&[("SUNCO_SUBDOMAIN", "a"), ("SUNCO_KEY_ID", "i")]),
            "SUNCO_KEY_ID is set; set SUNCO_KEY_SECRET too"
        );
        assert!(message(&[("SUNCO_SUBDOMAIN", "a"), ("SUNCO_BASE_URL", "b")]).contains("both set"));
        assert_eq!(
            message(&[("SUNCO_SUBDOMAIN", "a"), ("SUNCO_KEY_SECRET", "s")]),
            "SUNCO_KEY_SECRET is set; set SUNCO_KEY_ID too"
        );
        assert!(message(&[("SUNCO_SUBDOMAIN", "a")]).contains("SUNCO_TOKEN"));
        assert!(
            message(&[("SUNCO_SUBDOMAIN", "a"), ("SUNCO_TOKEN", "t"), ("SUNCO_KEY_ID", "i")]).contains("unset one")
        );
    }

    #[test]
    fn requires_exactly_one_host() {
        let message = |builder: ApiClientBuilder| builder.build().unwrap_err().to_string();
        assert!(message(ApiClient::builder()).contains("missing host"));
        let both = ApiClient::builder().subdomain("acme").base_url("https://api.smooch.io");
        assert!(message(both).contains("not both"));
    }

    #[test]
    fn rejects_invalid_hosts() {
        let build = |url: &str| ApiClient::builder().base_url(url).build();
        for good in ["https://api.smooch.io", "http://127.0.0.1:80/x", "http://localhost:8080", "http://[::1]:9/"] {
            assert!(build(good).is_ok(), "{good}");
        }
        for bad in [
            "http://example.com",
            "http://127.0.0.1.example.com",
            "ftp://localhost",
            "acme",
            "",
            "https://u:p@h",
            "https://h/?q",
        ] {
            assert!(build(bad).is_err(), "{bad}");
        }
        assert!(ApiClient::builder().base_url("http://example.com").allow_http(true).build().is_ok());
        for bad in ["", "acme.zendesk.com", "a/b", "a b"] {
            assert!(ApiClient::builder().subdomain(bad).build().is_err(), "{bad}");
        }
    }

    #[test]
    fn has_default_timeouts() {
        let client = ApiClient::builder().subdomain("acme").build().unwrap();
        let seconds = |timeout: Option<Duration>| timeout.map(|timeout| timeout.as_secs());
        let inner = &client.inner;
        assert_eq!(
            (seconds(inner.connect_timeout), seconds(inner.timeout), seconds(inner.upload_timeout)),
            (Some(10), Some(60), Some(600))
        );
        let client = ApiClient::builder().subdomain("acme").timeout(None).connect_timeout(None).build().unwrap();
        let inner = &client.inner;
        assert_eq!((inner.connect_timeout, inner.timeout, inner.upload_timeout), (None, None, None));
    }

    #[test]
    fn rejects_invalid_headers_and_credentials() {
        let builder = || ApiClient::builder().subdomain("acme");
        assert!(builder().header("X-A", "a\r\nX-B: b").build().is_err());
        assert!(builder().header("X A", "a").build().is_err());
        assert!(builder().user_agent("a\nb").build().is_err());
        assert!(builder().credentials(Credentials::bearer("a\nb")).build().is_err());
        assert!(builder().credentials(Credentials::basic("a:b", "c")).build().is_err());
        assert!(builder().credentials(Credentials::basic("a", "")).build().is_err());
        assert!(builder().header("X-A", "a").build().is_ok());
    }

    #[test]
    fn replaces_headers_of_the_same_name() {
        let builder = ApiClient::builder().subdomain("acme").header("X-A", "1").header("x-a", "2");
        let client = builder.build().unwrap();
        assert_eq!(client.inner.headers.get_all("X-A").iter().collect::<Vec<_>>(), ["2"]);
    }

    #[test]
    fn rejects_invalid_proxies() {
        for url in ["", "hush:hush", "http://", "gopher://hush@proxy", "http://hush:99999", "http://u:hush@:80"] {
            let error = ApiClient::builder().subdomain("acme").proxy(url).build().unwrap_err();
            assert!(error.to_string().starts_with("`proxy`: ") && !error.to_string().contains("hush"), "{error}");
        }
        for url in ["proxy", "proxy:8080", "http://u:p@127.0.0.1:9", "https://[::1]:443/"] {
            assert!(ApiClient::builder().subdomain("acme").proxy(url).build().is_ok(), "{url}");
        }
        let socks = ApiClient::builder().subdomain("acme").proxy("socks5://127.0.0.1:1080").build();
        assert_eq!(socks.is_ok(), cfg!(feature = "socks-proxy"));
    }
}
