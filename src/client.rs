//! The client and how it is configured.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use log::{Level, log_enabled, warn};
use ureq::http::header::USER_AGENT;
use ureq::http::{HeaderMap, HeaderName, HeaderValue, Uri};
use ureq::{Agent, Proxy};

use crate::credentials::{Authorization, Credentials};
use crate::error::{Error, Result};
use crate::retry::RetryPolicy;
use crate::transport::LOG;

/// How many connections wait for their next call, at most.
const IDLE: usize = 64;
/// The default for making a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The default for a whole call.
const TIMEOUT: Duration = Duration::from_secs(60);
/// The default for a whole upload: 50 MB at a little over half a megabit a second.
const UPLOAD_TIMEOUT: Duration = Duration::from_secs(600);
/// The largest answer that is read, in bytes.
const MAX_RESPONSE_SIZE: u64 = 16 * 1024 * 1024;
/// What the API takes as JSON, in bytes: 100 kB.
const MAX_JSON_SIZE: u64 = 100 * 1024;
/// What the API takes as a file, in bytes: 50 MB.
const MAX_UPLOAD_SIZE: u64 = 50 * 1024 * 1024;

/// The client: a host, credentials, and a pool of connections.
///
/// It is cheap to clone, and clones share the pool; one client serves all threads of a program. Its methods are the
/// operations of the API, by the names that the API's reference gives them: `CreateUser` is
/// [`create_user`](Self::create_user).
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
    /// Without a slash at its end.
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
    /// A client to be configured.
    pub fn builder() -> ApiClientBuilder {
        ApiClientBuilder::default()
    }

    /// A client configured by the environment alone: see [`ApiClientBuilder::from_env`].
    ///
    /// # Errors
    /// When a variable is missing or wrong; the error names it.
    #[inline]
    pub fn from_env() -> Result<Self> {
        ApiClientBuilder::from_env()?.build()
    }

    /// What comes before the paths of all requests, without a slash at its end.
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

/// The configuration of an [`ApiClient`]. It needs a [`subdomain`](Self::subdomain) or a [`base_url`](Self::base_url);
/// all else has a default. What is wrong is told by [`build`](Self::build).
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
    max_response_size: Option<u64>,
    max_json_size: Option<Option<u64>>,
    max_upload_size: Option<Option<u64>>,
    proxy: Option<Option<Proxy>>,
    agent: Option<Agent>,
}

impl ApiClientBuilder {
    /// A builder with what the environment says.
    ///
    /// - `SUNCO_SUBDOMAIN` or `SUNCO_BASE_URL`: the host.
    /// - `SUNCO_KEY_ID` and `SUNCO_KEY_SECRET`, or `SUNCO_TOKEN`: the credentials.
    ///
    /// # Errors
    /// When something is missing, or both ways are used at once; the error names the variables.
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

    /// The subdomain of a Zendesk account: `acme` for `https://acme.zendesk.com/sc`.
    pub fn subdomain(mut self, subdomain: impl Into<String>) -> Self {
        self.subdomain = Some(subdomain.into());
        self
    }

    /// Another host: `https://api.smooch.io` or `https://api.eu-1.smooch.io` for legacy accounts, or a server of yours.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Allows plain http to a host that is not this machine: everybody on the way reads the credentials.
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// What the client proves its identity with. Without them calls are sent without; OAuth's first steps need none.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// A header of every call, such as `X-Zendesk-Marketplace-Name`. It may be given several times.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Who is calling; the name of this crate is added behind it.
    pub fn user_agent(mut self, name: impl Into<String>) -> Self {
        self.user_agent = Some(name.into());
        self
    }

    /// How long making a connection may take; 10 seconds unless told, `None` for as long as it takes.
    pub fn connect_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.connect_timeout = Some(timeout.into());
        self
    }

    /// How long a whole call may take, with all attempts and the pauses between them; 60 seconds unless told, uploads
    /// 10 minutes, `None` for as long as it takes.
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.timeout = Some(timeout.into());
        self
    }

    /// When a call that failed is sent again: twice at most unless told, and only where it then cannot be carried out
    /// twice. [`RetryPolicy::none`] switches it off.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// The largest answer that is read, in bytes, decompressed; 16 MB unless told. A larger one is an error, and takes no
    /// more memory than this.
    pub fn max_response_size(mut self, bytes: u64) -> Self {
        self.max_response_size = Some(bytes);
        self
    }

    /// The largest JSON that is sent, in bytes; unless told, the 100 kB (102,400 bytes) that the API takes, `None` for any size.
    /// A larger one is refused before it is sent.
    pub fn max_json_size(mut self, bytes: impl Into<Option<u64>>) -> Self {
        self.max_json_size = Some(bytes.into());
        self
    }

    /// The largest file that is sent, in bytes; unless told, the 50 MB (52,428,800 bytes) that the API takes, `None` for
    /// any size. A larger one is refused before it is sent; one from a reader of unknown length, while it is sent.
    pub fn max_upload_size(mut self, bytes: impl Into<Option<u64>>) -> Self {
        self.max_upload_size = Some(bytes.into());
        self
    }

    /// The proxy; unless told, the environment's (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`) for hosts other than this
    /// machine, `None` for none at all.
    pub fn proxy(mut self, proxy: impl Into<Option<Proxy>>) -> Self {
        self.proxy = Some(proxy.into());
        self
    }

    /// A ready agent, with TLS, proxy and pool as you have set them.
    ///
    /// Redirects, statuses, and the timeouts for connecting and for the whole call are handled as this builder says; the
    /// agent's other timeouts hold as well.
    pub fn agent(mut self, agent: Agent) -> Self {
        self.agent = Some(agent);
        self
    }

    /// The client.
    ///
    /// # Errors
    /// When the host is missing, is not one, or would be called over plain http; when credentials or headers have
    /// characters that cannot be sent; when both a proxy and an agent are given.
    pub fn build(self) -> Result<ApiClient> {
        let base_url = match (&self.subdomain, &self.base_url) {
            (Some(subdomain), None) => zendesk_url(subdomain)?,
            (None, Some(url)) => checked_url(url, self.allow_http)
                .map_err(|message| Error::configuration(format!("base URL: {message}")))?,
            (None, None) => return Err(Error::configuration("no host: call `subdomain` or `base_url`")),
            (Some(_), Some(_)) => {
                return Err(Error::configuration("`subdomain` and `base_url` are both given; one says it all"));
            }
        };
        let on_this_machine = base_url.parse::<Uri>().is_ok_and(|uri| uri.host().is_some_and(is_loopback));
        let mut headers = HeaderMap::new();
        let crate_name = concat!("sunshine-conversations-rust/", env!("CARGO_PKG_VERSION"));
        let user_agent = self.user_agent.map_or_else(|| crate_name.to_owned(), |name| format!("{name} {crate_name}"));
        headers.insert(USER_AGENT, header_value("user_agent", &user_agent)?);
        for (name, value) in &self.headers {
            let value = header_value(name, value)?;
            let name = HeaderName::try_from(name)
                .map_err(|_| Error::configuration(format!("`{}` is not the name of a header", name.escape_debug())))?;
            headers.append(name, value);
        }
        let authorization = self.credentials.as_ref().map(Credentials::authorization).transpose()?;
        let agent = match (self.agent, self.proxy) {
            (Some(_), Some(_)) => {
                return Err(Error::configuration("a proxy and an agent are both given; set the proxy on the agent"));
            }
            (Some(agent), None) => agent,
            (None, proxy) => {
                // As many idle connections as a busy program has threads; ureq keeps three to a host.
                let mut config = Agent::config_builder().max_idle_connections(IDLE).max_idle_connections_per_host(IDLE);
                #[cfg(feature = "native-tls")]
                {
                    use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
                    let tls = TlsConfig::builder().provider(TlsProvider::NativeTls);
                    config = config.tls_config(tls.root_certs(RootCerts::PlatformVerifier).build());
                }
                match proxy {
                    Some(proxy) => config = config.proxy(proxy),
                    // No proxy of the environment's leads back to this machine.
                    None if on_this_machine => config = config.proxy(None),
                    None => {}
                }
                config.build().into()
            }
        };
        if log_enabled!(target: "ureq_proto::util", Level::Trace) {
            warn!(target: LOG, "the log level `trace` of `ureq_proto` writes credentials and bodies to the log; set it to `debug`");
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
                max_response_size: self.max_response_size.unwrap_or(MAX_RESPONSE_SIZE),
                max_json_size: self.max_json_size.unwrap_or(Some(MAX_JSON_SIZE)),
                max_upload_size: self.max_upload_size.unwrap_or(Some(MAX_UPLOAD_SIZE)),
            }),
        })
    }
}

impl fmt::Debug for ApiClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Values of headers and the proxy may be secret.
        f.debug_struct("ApiClientBuilder")
            .field("subdomain", &self.subdomain)
            .field("credentials", &self.credentials)
            .field("headers", &self.headers.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

fn header_value(name: &str, value: &str) -> Result<HeaderValue> {
    HeaderValue::try_from(value).map_err(|_| {
        Error::configuration(format!("the value of `{}` has characters that no header can carry", name.escape_debug()))
    })
}

fn zendesk_url(subdomain: &str) -> Result<String> {
    let valid = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if subdomain.is_empty() || subdomain.len() > 63 || !subdomain.bytes().all(valid) {
        return Err(Error::configuration(format!(
            "`{}` is no subdomain: it is the `acme` of https://acme.zendesk.com",
            subdomain.escape_debug()
        )));
    }
    Ok(format!("https://{subdomain}.zendesk.com/sc"))
}

/// Checks a URL that requests with credentials are sent to. The error says what is wrong.
pub(crate) fn checked_url(url: &str, allow_http: bool) -> Result<String, &'static str> {
    let Ok(uri) = url.parse::<Uri>() else { return Err("is no URL; it looks like https://acme.zendesk.com/sc") };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err("needs a scheme and a host: https://acme.zendesk.com/sc");
    };
    if authority.as_str().as_bytes().contains(&b'@') {
        return Err("has a user name in it; give it to `credentials`");
    }
    if uri.query().is_some() {
        return Err("has a query");
    }
    match scheme {
        "https" => {}
        "http" if allow_http || is_loopback(authority.host()) => {}
        "http" => {
            return Err("plain http shows the credentials to everybody on the way; use https, or `allow_http(true)`");
        }
        _ => return Err("is neither https nor http"),
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
    fn the_environment_configures() {
        let client =
            from(&[("SUNCO_SUBDOMAIN", "acme"), ("SUNCO_KEY_ID", "app_1"), ("SUNCO_KEY_SECRET", "s")]).unwrap();
        assert_eq!(client.base_url(), "https://acme.zendesk.com/sc");
        let client = from(&[("SUNCO_BASE_URL", "https://api.smooch.io/"), ("SUNCO_TOKEN", "t")]).unwrap();
        assert_eq!(client.base_url(), "https://api.smooch.io");
    }

    #[test]
    fn what_is_missing_in_the_environment_is_named() {
        let said = |pairs: &[(&str, &str)]| from(pairs).unwrap_err().to_string();
        assert_eq!(
            said(&[]),
            "set SUNCO_SUBDOMAIN or SUNCO_BASE_URL; set SUNCO_KEY_ID and SUNCO_KEY_SECRET, or SUNCO_TOKEN"
        );
        assert_eq!(
            said(&[("SUNCO_SUBDOMAIN", "a"), ("SUNCO_KEY_ID", "i")]),
            "SUNCO_KEY_ID is set; set SUNCO_KEY_SECRET too"
        );
        assert!(said(&[("SUNCO_SUBDOMAIN", "a"), ("SUNCO_BASE_URL", "b")]).contains("both set"));
        assert_eq!(
            said(&[("SUNCO_SUBDOMAIN", "a"), ("SUNCO_KEY_SECRET", "s")]),
            "SUNCO_KEY_SECRET is set; set SUNCO_KEY_ID too"
        );
        assert!(said(&[("SUNCO_SUBDOMAIN", "a")]).contains("SUNCO_TOKEN"));
        assert!(said(&[("SUNCO_SUBDOMAIN", "a"), ("SUNCO_TOKEN", "t"), ("SUNCO_KEY_ID", "i")]).contains("unset one"));
    }

    #[test]
    fn one_host_is_named_and_no_more() {
        let said = |builder: ApiClientBuilder| builder.build().unwrap_err().to_string();
        assert!(said(ApiClient::builder()).contains("no host"));
        let both = ApiClient::builder().subdomain("acme").base_url("https://api.smooch.io");
        assert!(said(both).contains("both given"));
    }

    #[test]
    fn hosts_are_checked() {
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
    fn no_call_waits_forever_unless_told() {
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
    fn headers_and_credentials_that_cannot_be_sent_are_refused() {
        let builder = || ApiClient::builder().subdomain("acme");
        assert!(builder().header("X-A", "a\r\nX-B: b").build().is_err());
        assert!(builder().header("X A", "a").build().is_err());
        assert!(builder().user_agent("a\nb").build().is_err());
        assert!(builder().credentials(Credentials::bearer("a\nb")).build().is_err());
        assert!(builder().credentials(Credentials::basic("a:b", "c")).build().is_err());
        assert!(builder().credentials(Credentials::basic("a", "")).build().is_err());
        assert!(builder().header("X-A", "a").build().is_ok());
    }
}
