//! The configuration of a client.

use std::env;
use std::fmt;
#[cfg(feature = "ureq3")]
use std::process;
use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;
use http::{HeaderMap, HeaderValue};
use log::{Level, log_enabled, warn};
use ureq::Agent;

use crate::auth::credentials::Credentials;
use crate::base::LOG;
use crate::client::ApiClient;
use crate::client::host::{checked_base_url, zendesk_url};
use crate::error::{Error, Result};
use crate::observer::{Observed, Observer};
use crate::request::headers;
use crate::request::target::MediaHost;
use crate::retry::rate_limit::{Pacer, RateLimit};
use crate::retry::{RetryPolicy, ZERO, limited};
use crate::transport::proxy::{self, Environment};
#[cfg(any(feature = "rustls", feature = "native-tls"))]
use crate::transport::tls::{self, TlsBackend};
use crate::transport::{Transport, connection};
use crate::value::secret::check_white_space;

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
    media_hosts: Vec<String>,
    user_agent: Option<String>,
    connect_timeout: Option<Option<Duration>>,
    timeout: Option<Option<Duration>>,
    retry: RetryPolicy,
    rate_limit: Option<RateLimit>,
    observer: Option<Arc<Observed>>,
    /// Whether a 429 makes all calls wait. `None` is the default.
    adaptive_rate_limit: Option<bool>,
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

impl ApiClient {
    /// Creates a builder for a client.
    pub fn builder() -> ApiClientBuilder {
        ApiClientBuilder::default()
    }

    /// Creates a client from environment variables: see [`ApiClientBuilder::from_env`].
    ///
    /// # Errors
    /// Those of [`ApiClientBuilder::from_env`] and [`ApiClientBuilder::build`].
    #[inline]
    pub fn from_env() -> Result<Self> {
        ApiClientBuilder::from_env()?.build()
    }
}

impl ApiClientBuilder {
    /// Creates a builder from environment variables.
    ///
    /// - `SUNCO_SUBDOMAIN` or `SUNCO_BASE_URL`: the host.
    /// - `SUNCO_KEY_ID` and `SUNCO_KEY_SECRET`, or `SUNCO_TOKEN`: the credentials.
    ///
    /// # Errors
    /// If a variable is missing or has white space around it, or if two of them contradict each other. The error names the
    /// variables.
    #[inline]
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| env::var(name).ok())
    }

    pub(crate) fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        for name in ["SUNCO_SUBDOMAIN", "SUNCO_BASE_URL", "SUNCO_KEY_ID", "SUNCO_KEY_SECRET", "SUNCO_TOKEN"] {
            let checked = variable(name).map_or(Ok(()), |value| check_white_space(&value));
            checked.map_err(|message| Error::configuration(format!("{name}: {message}")))?;
        }
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
    #[doc(alias("mock", "sandbox", "endpoint", "host", "region"))]
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

    /// Adds a host that gets the client's credentials and headers for [downloads](ApiClient::download), for example
    /// `media.example.com` or `media.example.com:8443`. Defaults to none: only the host of the base URL gets them.
    ///
    /// The host must match exactly; subdomains aren't included. Only add hosts that you trust with the account.
    #[doc(alias("attachment", "cdn"))]
    pub fn media_host(mut self, host: impl AsRef<str>) -> Self {
        self.media_hosts.push(host.as_ref().to_owned());
        self
    }

    /// Sets the `User-Agent` header. This crate's name and version are appended.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = Some(name.into());
        self
    }

    /// Sets the timeout for connecting. Defaults to 10 seconds; `None` disables it. Must not be zero.
    pub fn connect_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.connect_timeout = Some(timeout.into());
        self
    }

    /// Sets the timeout for a call, including retries and the delays between them. Defaults to 60 seconds, and to 10 minutes
    /// for uploads; `None` disables it. Must not be zero.
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

    /// Limits the rate at which the client sends requests. Not limited by default, until the API returns 429.
    ///
    /// The limit is shared by all clones and threads: see [`RateLimit`].
    #[doc(alias("throttle", "requests per second"))]
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.rate_limit = Some(limit);
        self
    }

    /// Sets an observer of all calls, for metrics, traces and changes of the API: see [`Observer`]. None by default.
    ///
    /// To read it later, or to share it with a [`Receiver`](crate::webhook::Receiver), pass an `Arc`.
    #[doc(alias("metrics", "tracing", "middleware", "hook"))]
    pub fn observer(mut self, observer: impl Observer + 'static) -> Self {
        self.observer = Some(Arc::new(Observed::new(observer)));
        self
    }

    /// Sets whether a 429 makes all calls of the client wait and slows them down: see [`RateLimit`]. Defaults to `true`.
    ///
    /// Without it, each call only waits for its own `Retry-After`.
    pub fn adaptive_rate_limit(mut self, adaptive: bool) -> Self {
        self.adaptive_rate_limit = Some(adaptive);
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

    /// Sets the URL of a proxy, for example `http://user:password@proxy.example.com:8080`. It is used for all hosts.
    ///
    /// Percent-encode special characters in the user name and password. Proxies with a `socks4`, `socks4a`, `socks5` or
    /// `socks5h` URL need the feature `socks-proxy`, and those with an `https` URL need a TLS backend.
    ///
    /// Defaults to the environment variables that curl reads:
    ///
    /// - `https_proxy`, `HTTPS_PROXY`, `all_proxy` or `ALL_PROXY` if the base URL is https. The first one that is set is used.
    /// - `http_proxy`, `HTTP_PROXY` (except in CGI programs), `all_proxy` or `ALL_PROXY` if it is plain HTTP.
    /// - `no_proxy` or `NO_PROXY`: hosts without a proxy, separated by commas or white space. An entry is a domain, which
    ///   includes its subdomains, an IP address, a CIDR range (`10.0.0.0/8`) or `*`, and may have a port (`acme.com:443`).
    ///
    /// The environment's proxy isn't used for the local machine. If it is invalid, [`build`](Self::build) returns an error
    /// instead of connecting directly.
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
    /// and the timeouts for connecting and for the call. The agent's other timeouts apply, too. By default, an agent reads its
    /// proxy from the environment, and ignores one that is invalid.
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
        // A value that isn't Unicode is invalid, not missing.
        self.build_in(Environment::read(|name| Some(env::var_os(name)?.to_string_lossy().into_owned())))
    }

    /// Builds the client with the proxy settings of an environment.
    pub(crate) fn build_in(self, environment: Environment) -> Result<ApiClient> {
        let base_url = match (&self.subdomain, &self.base_url) {
            (Some(subdomain), None) => zendesk_url(subdomain)?,
            (None, Some(url)) => checked_base_url(url, self.allow_http)
                .map_err(|message| Error::configuration(format!("`base_url`: {message}")))?,
            (None, None) => return Err(Error::configuration("missing host: set `subdomain` or `base_url`")),
            (Some(_), Some(_)) => {
                return Err(Error::configuration("set either `subdomain` or `base_url`, not both"));
            }
        };
        for (name, timeout) in [("timeout", self.timeout), ("connect_timeout", self.connect_timeout)] {
            if timeout == Some(Some(Duration::ZERO)) {
                return Err(Error::configuration(format!("`{name}`: {ZERO}")));
            }
        }
        if let Some(fault) = self.rate_limit.and_then(|limit| limit.fault()) {
            return Err(Error::configuration(format!("invalid rate limit: {fault}")));
        }
        if self.retry.is_invalid() {
            return Err(Error::configuration(format!("`attempt_timeout`: {ZERO}")));
        }
        let mut headers = HeaderMap::new();
        let crate_name = concat!("sunshine-conversations-rust/", env!("CARGO_PKG_VERSION"));
        let user_agent =
            self.user_agent.as_ref().map_or_else(|| crate_name.to_owned(), |name| format!("{name} {crate_name}"));
        let user_agent = HeaderValue::try_from(user_agent)
            .map_err(|_| Error::configuration("`user_agent` contains invalid characters"))?;
        headers.insert(USER_AGENT, user_agent);
        for (name, value) in &self.headers {
            let (name, value) = headers::parse(name, value)
                .map_err(|message| Error::configuration(format!("header `{}`: {message}", name.escape_debug())))?;
            headers.insert(name, value);
        }
        let media_hosts = self.media_hosts.iter().map(|host| MediaHost::parse(host)).collect::<Result<_, _>>();
        let media_hosts = media_hosts.map_err(|message| Error::configuration(format!("`media_host`: {message}")))?;
        let authorization = self.credentials.as_ref().map(Credentials::authorization).transpose()?;
        let (agent, environment) = self.build_agent(&base_url, environment)?;
        #[cfg(feature = "ureq3")]
        let process = self.agent.as_ref().map(|_| process::id());
        #[cfg(not(feature = "ureq3"))]
        let process = None;
        if log_enabled!(target: "ureq_proto::util", Level::Trace) {
            warn!(target: LOG, "`ureq_proto` logs credentials and bodies at level `trace`; set its level to `debug`");
        }
        Ok(ApiClient {
            transport: Arc::new(Transport {
                agent,
                process,
                environment,
                base_url,
                subdomain: self.subdomain,
                allow_http: self.allow_http,
                credentials: self.credentials,
                authorization,
                headers,
                media_hosts,
                connect_timeout: limited(self.connect_timeout.unwrap_or(Some(CONNECT_TIMEOUT))),
                timeout: limited(self.timeout.unwrap_or(Some(TIMEOUT))),
                upload_timeout: limited(self.timeout.unwrap_or(Some(UPLOAD_TIMEOUT))),
                retry: self.retry,
                observer: self.observer,
                pacer: Pacer::new(self.rate_limit, self.adaptive_rate_limit.unwrap_or(true)),
                max_response_size: self.max_response_size.unwrap_or(Some(MAX_RESPONSE_SIZE)).unwrap_or(u64::MAX),
                max_json_size: self.max_json_size.unwrap_or(Some(MAX_JSON_SIZE)),
                max_upload_size: self.max_upload_size.unwrap_or(Some(MAX_UPLOAD_SIZE)),
            }),
        })
    }

    /// Returns the agent that was set, or builds one. Also returns the environment if it decides about proxies.
    fn build_agent(&self, base_url: &str, environment: Environment) -> Result<(Agent, Option<Environment>)> {
        #[cfg(feature = "ureq3")]
        if let Some(agent) = &self.agent {
            let is_plain = self.proxy.is_none();
            #[cfg(any(feature = "rustls", feature = "native-tls"))]
            let is_plain = is_plain && self.tls.is_none() && self.root_certificates.is_none();
            if !is_plain {
                return Err(Error::configuration("`agent` is set: configure the proxy and TLS on the agent"));
            }
            // ureq would panic, or connect directly.
            if cfg!(not(feature = "socks-proxy")) && agent.config().proxy().is_some_and(proxy::is_socks) {
                return Err(Error::configuration("`agent`: enable the feature `socks-proxy` to use a SOCKS proxy"));
            }
            return Ok((agent.clone(), None));
        }
        // A busy program has a connection per thread. By default, ureq keeps three per host.
        let config = Agent::config_builder().max_idle_connections(IDLE).max_idle_connections_per_host(IDLE);
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        let config = tls::configure(config, self.tls, self.root_certificates.as_deref())?;
        let (proxy, environment) = match &self.proxy {
            Some(Some(url)) => (Some(proxy::parse("proxy", url)?), None),
            Some(None) => (None, None),
            None => (environment.proxy_for(base_url)?, Some(environment)),
        };
        Ok((connection::agent(config.proxy(proxy).build()), environment))
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::jwt::{JwtScope, JwtSigner};
    use crate::error::ErrorKind;

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
    fn accepts_base_urls() {
        for (url, base_url) in [
            ("https://api.smooch.io", "https://api.smooch.io"),
            ("https://api.eu-1.smooch.io/", "https://api.eu-1.smooch.io"),
            ("https://acme.zendesk.com/sc", "https://acme.zendesk.com/sc"),
            ("https://acme.zendesk.com/sc/", "https://acme.zendesk.com/sc"),
            ("https://acme.zendesk.com:443/sc", "https://acme.zendesk.com:443/sc"),
            ("https://oauth-bridge.zendesk.com/sc", "https://oauth-bridge.zendesk.com/sc"),
            ("https://myzendesk.com", "https://myzendesk.com"),
            ("https://zendesk.com.example.com/v2x", "https://zendesk.com.example.com/v2x"),
            ("https://gateway.example.com/v2/sunco", "https://gateway.example.com/v2/sunco"),
            ("http://127.0.0.1:80/x", "http://127.0.0.1:80/x"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://[::1]:9/", "http://[::1]:9"),
            ("https://example.com:65535", "https://example.com:65535"),
        ] {
            let client = ApiClient::builder().base_url(url).build().unwrap_or_else(|error| panic!("{url}: {error}"));
            assert_eq!(client.base_url(), base_url);
        }
        assert!(ApiClient::builder().base_url("http://example.com").allow_http(true).build().is_ok());
    }

    #[test]
    fn rejects_base_urls() {
        let port = "invalid port; use a number from 1 to 65535";
        let url = "invalid URL; expected something like https://acme.zendesk.com/sc";
        let scheme = "must have a scheme and a host, like https://acme.zendesk.com/sc";
        let space = "must not contain white space or control characters";
        let fragment = "must not contain a fragment (`#`)";
        let query = "must not contain a query (`?`)";
        let user = "must not contain a user name; use `credentials`";
        let http = "refusing plain http, which would expose credentials; use https or `allow_http(true)`";
        let ascii = "must only contain ASCII characters and no `\\`; percent-encode others";
        let sc = "must end with `/sc`: use https://acme.zendesk.com/sc";
        let subdomain = "missing subdomain; expected something like https://acme.zendesk.com/sc";
        let path = "must not contain the path of a request: remove `/v2` and everything after it";
        for (bad, message) in [
            ("https://example.com:", port),
            ("https://example.com:/sc", port),
            ("https://example.com:99999", port),
            ("https://example.com:65536/sc", port),
            ("https://example.com:443x", port),
            ("https://example.com:+443", port),
            ("https://example.com:-1", port),
            ("https://example.com:0", port),
            ("http://localhost:99999", port),
            ("https://[::1]:99999", port),
            ("https://[::1]:", port),
            ("https://example.com:443:443", url),
            ("https://example.com/#", fragment),
            ("https://example.com#", fragment),
            ("https://example.com/sc#v2", fragment),
            ("https://example.com/?", query),
            ("https://example.com?", query),
            ("https://example.com/sc?q=1", query),
            ("https://u:p@example.com", user),
            ("https://u@example.com", user),
            ("https://@example.com", user),
            (" https://example.com", space),
            ("https://example.com ", space),
            ("https://example.com\n", space),
            ("https://example.com/s c", space),
            ("https://exa\tmple.com", space),
            ("https://example.com/\0", space),
            ("https://example.com/\u{7f}", space),
            ("https://example.com/\u{a0}", space),
            ("https://exämple.com", ascii),
            ("https://example.com/sç", ascii),
            ("https://example.com\\sc", ascii),
            ("", url),
            ("acme", scheme),
            ("/sc", scheme),
            ("acme.zendesk.com/sc", url),
            ("https://", url),
            ("https:///sc", url),
            ("https://:443/sc", url),
            ("https://[zz]/sc", url),
            ("https://[::1/sc", url),
            ("https://::1/sc", url),
            ("http://example.com", http),
            ("http://127.0.0.1.example.com", http),
            ("ftp://localhost", "must start with https:// or http://"),
            ("https://acme.zendesk.com", sc),
            ("https://acme.zendesk.com/", sc),
            ("https://ACME.Zendesk.com", sc),
            ("https://acme.zendesk.com.", sc),
            ("https://acme.zendesk.com:443", sc),
            ("https://acme.zendesk.com/api/v2", sc),
            ("https://acme.zendesk.com/v2", sc),
            ("https://acme.zendesk.com/sc/v2", sc),
            ("https://acme.zendesk.com/sc/v2/", sc),
            ("https://acme.zendesk.com/SC", sc),
            ("https://zendesk.com/sc", subdomain),
            ("https://www.zendesk.com", subdomain),
            ("https://api.smooch.io/v2", path),
            ("https://api.smooch.io/v2/", path),
            ("https://api.smooch.io/v2/apps/5d8c", path),
            ("http://localhost:8080/sc/v2", path),
        ] {
            let error = ApiClient::builder().base_url(bad).build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{bad:?}");
            assert_eq!(error.to_string(), format!("`base_url`: {message}"), "{bad:?}");
        }
    }

    #[test]
    fn rejects_subdomains_with_the_fix() {
        let generic = "use only the `acme` part of https://acme.zendesk.com, or set `base_url` for another host";
        for (bad, message) in [
            ("https://acme.zendesk.com", "invalid subdomain `https://acme.zendesk.com`: use `acme`"),
            ("https://acme.zendesk.com/sc", "invalid subdomain `https://acme.zendesk.com/sc`: use `acme`"),
            ("http://ACME.zendesk.com:443/", "invalid subdomain `http://ACME.zendesk.com:443/`: use `acme`"),
            ("acme.zendesk.com", "invalid subdomain `acme.zendesk.com`: use `acme`"),
            ("acme.zendesk.com/agent", "invalid subdomain `acme.zendesk.com/agent`: use `acme`"),
            (" acme", "invalid subdomain ` acme`: use `acme`"),
            ("acme\n", "invalid subdomain `acme\\n`: use `acme`"),
            ("acme/", "invalid subdomain `acme/`: use `acme`"),
            ("", "invalid subdomain ``: {generic}"),
            ("  ", "invalid subdomain `  `: {generic}"),
            ("a b", "invalid subdomain `a b`: {generic}"),
            ("acme.", "invalid subdomain `acme.`: {generic}"),
            (".acme", "invalid subdomain `.acme`: {generic}"),
            ("acme.eu", "invalid subdomain `acme.eu`: {generic}"),
            ("https://api.smooch.io", "invalid subdomain `https://api.smooch.io`: {generic}"),
            ("https://", "invalid subdomain `https://`: {generic}"),
            ("-acme", "invalid subdomain `-acme`: {generic}"),
            ("acme-", "invalid subdomain `acme-`: {generic}"),
            ("ac_me", "invalid subdomain `ac_me`: {generic}"),
            ("äcme", "invalid subdomain `äcme`: {generic}"),
            ("https://user:hush@acme.zendesk.com", "invalid subdomain: {generic}"),
        ] {
            let error = ApiClient::builder().subdomain(bad).build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{bad:?}");
            assert_eq!(error.to_string(), message.replace("{generic}", generic), "{bad:?}");
        }
        assert!(ApiClient::builder().subdomain("a".repeat(64)).build().is_err());
        for good in ["acme", "ACME-1", "4", &"a".repeat(63)] {
            let client = ApiClient::builder().subdomain(good).build().unwrap();
            assert_eq!(client.base_url(), format!("https://{good}.zendesk.com/sc"));
        }
    }

    #[test]
    fn rejects_secrets_with_white_space() {
        let secrets =
            ["s\n", "s\r\n", " s", "s ", "\ts", "a\nb", "a\rb", "\u{a0}s", "\u{feff}s", "s\u{200b}", " ", "\n"];
        let fault = "must not begin or end with white space, or contain line breaks";
        for secret in secrets {
            let signed = |key_id: &str, secret: &str| Credentials::jwt(JwtSigner::new(key_id, secret), JwtScope::App);
            for (credentials, name) in [
                (Credentials::basic(secret, "s"), "the key ID"),
                (Credentials::basic("k", secret), "the secret"),
                (Credentials::bearer(secret), "the token"),
                (signed(secret, "s"), "key_id:"),
                (signed("k", secret), "secret:"),
            ] {
                let error = ApiClient::builder().subdomain("acme").credentials(credentials).build().unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Configuration);
                assert_eq!(error.to_string(), format!("credentials: {name} {fault}"), "{secret:?}");
            }
            for name in ["SUNCO_KEY_ID", "SUNCO_KEY_SECRET", "SUNCO_TOKEN", "SUNCO_SUBDOMAIN", "SUNCO_BASE_URL"] {
                assert_eq!(from(&[(name, secret)]).unwrap_err().to_string(), format!("{name}: {fault}"), "{secret:?}");
            }
        }
        for token in ["Bearer tok", "bearer tok", "Bearer\ttok", "Basic YTpi", "tok tok"] {
            let builder = ApiClient::builder().subdomain("acme").credentials(Credentials::bearer(token));
            assert_eq!(
                builder.build().unwrap_err().to_string(),
                "credentials: the token must not contain white space; omit the scheme `Bearer`, which the client adds"
            );
        }
        // Spaces within a secret are sent as they are.
        assert!(ApiClient::builder().subdomain("acme").credentials(Credentials::basic("k", "a b")).build().is_ok());
    }

    #[test]
    fn has_default_timeouts() {
        let client = ApiClient::builder().subdomain("acme").build().unwrap();
        let seconds = |timeout: Option<Duration>| timeout.map(|timeout| timeout.as_secs());
        let transport = &client.transport;
        assert_eq!(
            (seconds(transport.connect_timeout), seconds(transport.timeout), seconds(transport.upload_timeout)),
            (Some(10), Some(60), Some(600))
        );
        let client = ApiClient::builder().subdomain("acme").timeout(None).connect_timeout(None).build().unwrap();
        let transport = &client.transport;
        assert_eq!((transport.connect_timeout, transport.timeout, transport.upload_timeout), (None, None, None));
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
        assert_eq!(client.transport.headers.get_all("X-A").iter().collect::<Vec<_>>(), ["2"]);
    }

    #[test]
    fn rejects_invalid_proxies() {
        for url in ["", "hush:hush", "http://", "gopher://hush@proxy", "http://hush:99999", "http://u:hush@:80"] {
            let error = ApiClient::builder().subdomain("acme").proxy(url).build().unwrap_err();
            assert!(error.to_string().starts_with("`proxy`: ") && !error.to_string().contains("hush"), "{error}");
            // Also for the local machine: the builder's proxy is used for all hosts.
            assert!(ApiClient::builder().base_url("http://localhost").proxy(url).build().is_err());
        }
        for url in ["proxy", "proxy:8080", "http://u:p@127.0.0.1:9", "http://[::1]:443/"] {
            assert!(ApiClient::builder().subdomain("acme").proxy(url).build().is_ok(), "{url}");
        }
        let https = ApiClient::builder().subdomain("acme").proxy("https://[::1]:443/").build();
        assert_eq!(https.is_ok(), cfg!(any(feature = "rustls", feature = "native-tls")));
        let socks = ApiClient::builder().subdomain("acme").proxy("socks5://127.0.0.1:1080").build();
        assert_eq!(socks.is_ok(), cfg!(feature = "socks-proxy"));
    }

    /// Builds a client in an environment, and returns the host of its proxy.
    fn proxy_of(builder: ApiClientBuilder, pairs: &[(&str, &str)]) -> Result<Option<String>> {
        let lookup = |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let client = builder.build_in(Environment::read(lookup))?;
        Ok(client.transport.agent.config().proxy().map(|proxy| proxy.host().to_owned()))
    }

    #[test]
    fn an_invalid_proxy_of_the_environment_is_an_error() {
        let builder = || ApiClient::builder().subdomain("acme");
        for url in ["gopher://hush", "http://hush:99999", "http://", "http://hush:80 ", "hush:", "htp://hush"] {
            for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
                let error = proxy_of(builder(), &[(name, url)]).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Configuration);
                let message = error.to_string();
                assert!(message.starts_with(&format!("`{name}`: ")) && !message.contains("hush"), "{message}");
                // The builder's settings replace those of the environment.
                assert_eq!(proxy_of(builder().no_proxy(), &[(name, url)]).unwrap(), None);
                assert_eq!(proxy_of(builder().proxy("p:1"), &[(name, url)]).unwrap().as_deref(), Some("p"));
            }
        }
        let socks = proxy_of(builder(), &[("ALL_PROXY", "socks5://p:1080")]);
        assert_eq!(socks.is_ok(), cfg!(feature = "socks-proxy"));
    }

    #[test]
    fn the_environment_decides_about_proxies() {
        let builder = || ApiClient::builder().subdomain("acme");
        let proxy = |pairs: &[(&str, &str)]| proxy_of(builder(), pairs).unwrap();
        assert_eq!(proxy(&[("HTTPS_PROXY", "http://p:1")]).as_deref(), Some("p"));
        assert_eq!(proxy(&[("HTTP_PROXY", "http://p:1"), ("http_proxy", "http://p:1")]), None);
        assert_eq!(proxy(&[("HTTPS_PROXY", "http://p:1"), ("NO_PROXY", "zendesk.com")]), None);
        let local = ApiClient::builder().base_url("http://localhost:1");
        assert_eq!(proxy_of(local, &[("ALL_PROXY", "http://p:1")]).unwrap(), None);
        // `NO_PROXY` belongs to the environment's proxy.
        let given = proxy_of(builder().proxy("p:1"), &[("NO_PROXY", "*")]).unwrap();
        assert_eq!(given.as_deref(), Some("p"));
    }

    #[cfg(feature = "ureq3")]
    #[test]
    fn an_agent_with_an_unsupported_proxy_is_rejected() {
        let proxy = ureq::Proxy::new("socks5://127.0.0.1:1080").unwrap();
        let agent: Agent = Agent::config_builder().proxy(Some(proxy)).build().into();
        let built = ApiClient::builder().subdomain("acme").agent(agent).build();
        assert_eq!(built.is_ok(), cfg!(feature = "socks-proxy"));
    }
}
