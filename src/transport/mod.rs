//! Sends requests and reads responses as bytes, the same for all operations.

mod attempt;
pub(crate) mod connection;
pub(crate) mod error_body;
pub(crate) mod failure;
mod log;
pub(crate) mod proxy;
pub(crate) mod reader;
mod repeat;
pub(crate) mod response;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
pub(crate) mod tls;

use std::sync::Arc;
use std::time::{Duration, Instant};

use ::log::{Level, log_enabled};
use http::HeaderMap;
use ureq::Agent;

use self::proxy::Environment;
use self::response::{Outcome, RawResponse};
use crate::auth::credentials::{Authorization, Credentials};
use crate::base::LOG;
use crate::base::redact::Secrets;
use crate::error::{Error, Result};
use crate::observer::{CallEnd, Observed};
use crate::request::target::MediaHost;
use crate::request::{Body, Request, headers};
use crate::retry::RetryPolicy;
use crate::retry::rate_limit::Pacer;

/// How many characters of a non-API response body an error keeps.
pub(crate) const EXCERPT: usize = 500;
/// Sends requests: the connections of a client, and its settings.
pub(crate) struct Transport {
    pub(crate) agent: Agent,
    /// The process that built the client, if the agent is the caller's.
    pub(crate) process: Option<u32>,
    /// The proxy settings for other hosts than that of the base URL. `None` if the builder or the agent decides.
    pub(crate) environment: Option<Environment>,
    /// Without a trailing slash.
    pub(crate) base_url: String,
    /// For servers of operations whose URL has `{subdomain}`.
    pub(crate) subdomain: Option<String>,
    /// Whether such servers may be called over plain HTTP.
    pub(crate) allow_http: bool,
    pub(crate) credentials: Option<Credentials>,
    pub(crate) authorization: Option<Authorization>,
    pub(crate) headers: HeaderMap,
    /// The hosts that get the credentials for downloads, besides that of the base URL.
    pub(crate) media_hosts: Vec<MediaHost>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) upload_timeout: Option<Duration>,
    pub(crate) retry: RetryPolicy,
    pub(crate) pacer: Pacer,
    pub(crate) observer: Option<Arc<Observed>>,
    pub(crate) max_response_size: u64,
    pub(crate) max_json_size: Option<u64>,
    pub(crate) max_upload_size: Option<u64>,
}

impl Transport {
    /// Sends a request, with retries, and reads the response. Any status code but success is an error.
    pub(crate) fn execute(&self, request: &mut Request) -> Result<RawResponse> {
        self.perform(request, false)
    }

    pub(super) fn perform(&self, request: &mut Request, stream: bool) -> Result<RawResponse> {
        let started = Instant::now();
        let result = match self.check(request) {
            Ok(()) => self.repeat(request, started, stream, &mut |request, limit, attempts| match &self.observer {
                None => self.attempt(request, limit, attempts),
                Some(observer) => self.observed_attempt(observer, request, limit, attempts),
            }),
            Err(error) => Err(error),
        };
        let result = result.map_err(|error| self.attach_request(request, error));
        if log_enabled!(target: LOG, Level::Debug) {
            self.log(request, &result, started.elapsed());
        }
        if let Some(observer) = &self.observer {
            let outcome = Outcome::of(&result);
            let call = CallEnd {
                operation: request.operation,
                method: &request.method,
                path: request.template,
                attempts: result.as_ref().map_or_else(Error::attempts, |response| response.attempts),
                elapsed: started.elapsed(),
                status: outcome.status,
                error: outcome.error,
                request_id: outcome.request_id,
                sent: request.size(),
                received: outcome.received,
            };
            observer.call(|observer| observer.call_end(&call));
        }
        result
    }

    /// Adds the request to an error, and masks the secrets of the request.
    pub(crate) fn attach_request(&self, request: &Request, error: Error) -> Error {
        let secrets = self.secrets(request);
        let error = error.map_text(|text| secrets.mask(text)).shorten_body(EXCERPT);
        error.with_call(request.operation, &request.method, &secrets.mask(request.path.clone()))
    }

    /// Returns the path of a request without its secrets.
    pub(crate) fn masked_path(&self, request: &Request) -> String {
        self.secrets(request).mask(request.path.clone())
    }

    /// Returns the secrets of a request and of the client.
    fn secrets(&self, request: &Request) -> Secrets {
        let mut secrets = self.own_secrets();
        secrets.extend(request.secrets());
        Secrets::new(secrets)
    }

    /// Returns the secrets of the client.
    pub(crate) fn own_secrets(&self) -> Vec<String> {
        let mut secrets = self.credentials.as_ref().map_or_else(Vec::new, Credentials::secrets);
        for (name, value) in &self.headers {
            secrets.extend(headers::secrets_in(name, value));
        }
        secrets
    }

    /// Rejects requests that the API would reject.
    fn check(&self, request: &mut Request) -> Result<()> {
        if let Some(error) = request.invalid.take() {
            return Err(error);
        }
        match (&request.body, self.max_json_size, self.max_upload_size) {
            (Body::Json(json), Some(limit), _) if json.len() as u64 > limit => Err(Error::too_large(
                "body",
                format!(
                    "{} bytes of JSON exceed the limit of {limit}; set `ApiClientBuilder::max_json_size` to raise it",
                    json.len()
                ),
            )),
            (Body::Raw { bytes, .. }, _, Some(limit)) if bytes.len() as u64 > limit => Err(Error::too_large(
                "body",
                format!(
                    "{} bytes exceed the limit of {limit}; set `ApiClientBuilder::max_upload_size` to raise it",
                    bytes.len()
                ),
            )),
            _ => Ok(()),
        }
    }
}
