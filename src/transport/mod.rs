//! Requests and responses as bytes, the same for all operations.

pub(crate) mod connection;
pub(crate) mod error_body;
pub(crate) mod failure;
pub(crate) mod proxy;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
pub(crate) mod tls;

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Read};
use std::process;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, LOCATION};
use http::{HeaderMap, HeaderValue, Method, Uri};
use log::{Level, debug, log_enabled, trace};
use ureq::{AsSendBody, BodyReader, SendBody};

use self::error_body::ErrorBody;
use self::failure::Limit;
use crate::auth::credentials::Authorization;
use crate::base::LOG;
use crate::base::redact::{Secrets, mask_body, secrets_in};
use crate::body::upload::Parts;
use crate::call::Operation;
use crate::client::{ApiClient, Inner, checked_url};
use crate::error::Repeat;
use crate::error::{Error, ErrorKind, Result, request_id};
use crate::observer::{AttemptEnd, AttemptStart, CallEnd, Observed};
use crate::request::headers;
use crate::request::parameters::Query;
use crate::retry::{RetryPolicy, is_idempotent, retry_after};

/// How many characters of a non-API response body an error keeps.
pub(crate) const EXCERPT: usize = 500;
/// The longest URL, in bytes, that the crate http can represent.
pub(crate) const MAX_URL: usize = 65_534;
/// Why a call wasn't sent again.
const NO_TURN: &str = "not retried: the wait for the rate limit exceeds the timeout of the call";

/// A request.
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) path: String,
    /// The path with parameter names in braces, if it is known.
    pub(crate) template: Option<&'static str>,
    pub(crate) query: Query,
    pub(crate) headers: HeaderMap,
    pub(crate) cookies: Vec<(String, String)>,
    pub(crate) body: Body,
    /// The parts of [`Body::Multipart`].
    pub(crate) parts: Parts,
    /// The operation's server, if it isn't the client's.
    pub(crate) server: Option<&'static str>,
    accept: &'static str,
    /// Overrides the client's timeout.
    pub(crate) timeout: Option<Option<Duration>>,
    /// Overrides the client's policy.
    pub(crate) retry: Option<RetryPolicy>,
    /// Whether the call can be performed twice.
    pub(crate) idempotent: bool,
    /// The credentials of the last attempt. They can change, since tokens expire.
    pub(crate) authorization: Option<HeaderValue>,
    /// Whether a redirect is a successful response.
    pub(crate) redirects: bool,
    /// Whether the client's credentials aren't sent.
    anonymous: bool,
    /// The first invalid argument.
    pub(crate) invalid: Option<Error>,
}

pub(crate) enum Body {
    None,
    Json(Vec<u8>),
    /// A URL-encoded form, and the secrets in it.
    Form {
        text: String,
        secrets: Vec<String>,
    },
    /// Any other media type.
    Raw {
        content_type: HeaderValue,
        bytes: Vec<u8>,
    },
    /// A multipart form.
    Multipart,
}

/// A response.
pub(crate) struct RawResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    /// Empty if the body is streamed.
    pub(crate) body: Vec<u8>,
    /// The body of a successful response, if the caller streams it.
    stream: Option<BodyReader<'static>>,
    /// How many times the request was sent.
    pub(crate) attempts: u32,
}

impl Request {
    pub(crate) fn new<O: Operation>(method: Method, path: String) -> Self {
        Self {
            operation: O::NAME,
            idempotent: is_idempotent(&method),
            method,
            path,
            template: None,
            query: Query::default(),
            headers: HeaderMap::new(),
            cookies: Vec::new(),
            body: Body::None,
            parts: Parts::default(),
            server: O::SERVER,
            accept: O::ACCEPT,
            timeout: None,
            retry: None,
            authorization: None,
            redirects: O::REDIRECTS,
            anonymous: O::ANONYMOUS,
            invalid: None,
        }
    }

    /// Adds the operation to an error, and masks the secrets of the request.
    pub(crate) fn blame(&self, error: Error, client: &ApiClient) -> Error {
        let secrets = self.secrets(client);
        let error = error.map_text(|text| secrets.mask(text)).shorten_body(EXCERPT);
        error.with_call(self.operation, &self.method, &secrets.mask(self.path.clone()))
    }

    /// Returns the path without the secrets of the request.
    pub(crate) fn masked_path(&self, client: &ApiClient) -> String {
        self.secrets(client).mask(self.path.clone())
    }

    /// Returns the secrets of the request.
    fn secrets(&self, client: &ApiClient) -> Secrets {
        let mut secrets = client.inner.credentials.as_ref().map_or_else(Vec::new, |credentials| credentials.secrets());
        // The credentials that were sent; another thread may have renewed the client's token since then.
        let sent = self.authorization.as_ref().and_then(|header| header.to_str().ok()?.split_once(' '));
        secrets.extend(sent.map(|(_, token)| token.to_owned()));
        for (name, value) in client.inner.headers.iter().chain(&self.headers) {
            secrets.extend(headers::secrets_in(name, value));
        }
        secrets.extend(self.cookies.iter().map(|(_, value)| value.clone()));
        secrets.extend(self.query.secrets().map(str::to_owned));
        match &self.body {
            Body::Json(json) => secrets.extend(secrets_in(json)),
            Body::Form { secrets: in_form, .. } => secrets.extend_from_slice(in_form),
            Body::Multipart => secrets.extend(self.parts.texts().flat_map(|(name, text)| {
                let part = serde_json::json!({ name: text }).to_string();
                [secrets_in(part.as_bytes()), secrets_in(text.as_bytes())].concat()
            })),
            Body::Raw { bytes, .. } => secrets.extend(secrets_in(bytes)),
            Body::None => {}
        }
        Secrets::new(secrets)
    }

    /// Rejects requests that the API would reject.
    fn check(&mut self, client: &ApiClient) -> Result<()> {
        if let Some(error) = self.invalid.take() {
            return Err(error);
        }
        match (&self.body, client.inner.max_json_size, client.inner.max_upload_size) {
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

    /// Returns the size of the body, if it is known.
    fn size(&self) -> Option<u64> {
        match &self.body {
            Body::None => Some(0),
            Body::Json(bytes) | Body::Raw { bytes, .. } => Some(bytes.len() as u64),
            Body::Form { text, .. } => Some(text.len() as u64),
            Body::Multipart => None,
        }
    }

    /// Returns `true` if another attempt is impossible after sending has started.
    fn is_stream(&self) -> bool {
        matches!(self.body, Body::Multipart) && self.parts.is_stream()
    }

    /// Returns `true` if the body can be sent again.
    fn is_repeatable(&self) -> bool {
        !matches!(self.body, Body::Multipart) || self.parts.is_repeatable()
    }
}

/// The outcome of an attempt or a call, for observers.
struct Outcome<'a> {
    status: Option<u16>,
    error: Option<ErrorKind>,
    request_id: Option<&'a str>,
    received: Option<u64>,
}

impl<'a> Outcome<'a> {
    fn of(result: &'a Result<RawResponse>) -> Self {
        match result {
            Ok(response) => Self {
                status: Some(response.status),
                error: None,
                request_id: request_id(&response.headers),
                received: response.stream.is_none().then_some(response.body.len() as u64),
            },
            Err(error) => Self {
                status: error.status(),
                error: Some(error.kind()),
                request_id: error.request_id(),
                received: None,
            },
        }
    }
}

impl ApiClient {
    /// Sends a request, with retries, and reads the response. Any status code but success is an error.
    pub(crate) fn execute(&self, request: &mut Request) -> Result<RawResponse> {
        self.perform(request, false)
    }

    /// Sends a request like `execute`, and returns a reader for the body.
    pub(crate) fn stream(&self, request: &mut Request) -> Result<ResponseReader> {
        let response = self.perform(request, true)?;
        let path = request.secrets(self).mask(request.path.clone());
        Ok(ResponseReader {
            status: response.status,
            headers: response.headers,
            body: response.stream,
            client: self.clone(),
            host: self.base_url_of(request)?.into_owned(),
            call: (request.operation, request.method.clone(), path),
            timeout: request.timeout.unwrap_or(self.inner.timeout),
        })
    }

    fn perform(&self, request: &mut Request, stream: bool) -> Result<RawResponse> {
        let begun = Instant::now();
        let result = match request.check(self) {
            Ok(()) => self.repeat(request, begun, stream),
            Err(error) => Err(error),
        };
        let result = result.map_err(|error| request.blame(error, self));
        if log_enabled!(target: LOG, Level::Debug) {
            self.log(request, &result, begun.elapsed());
        }
        if let Some(observer) = &self.inner.observer {
            let outcome = Outcome::of(&result);
            let call = CallEnd {
                operation: request.operation,
                method: &request.method,
                path: request.template,
                attempts: result.as_ref().map_or_else(Error::attempts, |response| response.attempts),
                elapsed: begun.elapsed(),
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

    /// Sends a request until it succeeds or may not be retried.
    fn repeat(&self, request: &mut Request, begun: Instant, stream: bool) -> Result<RawResponse> {
        let policy = request.retry.clone().unwrap_or_else(|| self.inner.retry.clone());
        let is_upload = matches!(request.body, Body::Multipart | Body::Raw { .. });
        let default = if is_upload { self.inner.upload_timeout } else { self.inner.timeout };
        let timeout = request.timeout.unwrap_or(default);
        // No deadline if it can't be represented.
        let deadline = timeout.and_then(|timeout| begun.checked_add(timeout));
        let left = || deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let (mut attempts, mut acted, mut fresh) = (0, false, false);
        let mut last: Option<Error> = None;
        loop {
            let sent = match self.inner.pacer.wait(left) {
                Ok(sent) => sent,
                Err(error) => return Err(last.map_or(error, |last| last.with_note(NO_TURN))),
            };
            let (name, connect) = ("call timeout", self.inner.connect_timeout);
            let mut limit = Limit { left: left(), name, of: timeout, fresh, stream, headers: None, connect };
            if let Some(cut) = policy.attempt_limit(request.idempotent && !request.is_stream(), attempts)
                && limit.left.is_none_or(|left| cut < left)
            {
                limit = match stream {
                    true => Limit { headers: Some(cut), ..limit },
                    false => Limit { left: Some(cut), name: "attempt timeout", of: Some(cut), ..limit },
                };
            }
            let result = match &self.inner.observer {
                None => self.attempt(request, limit, &mut attempts),
                Some(observer) => self.observed_attempt(observer, request, limit, &mut attempts),
            };
            let error = match result {
                Ok(response) => {
                    self.inner.pacer.accepted(sent);
                    return Ok(RawResponse { attempts, ..response });
                }
                Err(error) => error.with_attempts(attempts),
            };
            let is_rate_limited = error.status() == Some(429);
            match error.status() {
                Some(_) if !is_rate_limited => self.inner.pacer.accepted(sent),
                Some(_) if policy.honors(&error) => self.inner.pacer.rejected(sent, policy.rate_limit_pause(&error)),
                _ => {}
            }
            acted |= error.repeat() == Repeat::Idempotent;
            fresh = error.status().is_none();
            let pause = policy.pause(&error, request.idempotent, left()).filter(|_| request.is_repeatable());
            // The calls of this client are spread by their turns.
            let spread = is_rate_limited && self.inner.pacer.is_adaptive();
            let pause = pause.map(|pause| error.retry_after().filter(|_| spread).unwrap_or(pause));
            let error = match pause {
                None if policy.is_too_late(&error, request.idempotent) => {
                    error.with_note("not retried: `Retry-After` exceeds `RetryPolicy::max_retry_after`")
                }
                Some(pause) if left().is_some_and(|left| pause >= left) && error.retry_after().is_some() => {
                    error.with_note("not retried: `Retry-After` exceeds the timeout of the call")
                }
                _ => error,
            };
            let error = match error.repeat() {
                // An earlier attempt may have been performed, so the call isn't safe to retry.
                Repeat::Always if acted => {
                    let retry_after = error.retry_after();
                    error.with_repeat(Repeat::Idempotent, retry_after)
                }
                _ => error,
            };
            match pause {
                Some(pause) if left().is_none_or(|left| pause < left) => {
                    trace!(target: LOG, "{}: attempt {attempts} failed, retrying in {pause:?}", request.operation);
                    thread::sleep(pause);
                    last = Some(error);
                }
                _ => return Err(error),
            }
        }
    }

    /// Sends a request once, and calls the observer.
    fn observed_attempt(
        &self,
        observer: &Observed,
        request: &mut Request,
        limit: Limit,
        attempts: &mut u32,
    ) -> Result<RawResponse> {
        let (operation, method, path) = (request.operation, request.method.clone(), request.template);
        let start = AttemptStart { operation, method: &method, path, attempt: *attempts + 1, sent: request.size() };
        observer.call(|observer| observer.attempt_start(&start));
        let begun = Instant::now();
        let result = self.attempt(request, limit, attempts);
        let Outcome { status, error, request_id, received } = Outcome::of(&result);
        let end = AttemptEnd { start, elapsed: begun.elapsed(), status, error, request_id, received };
        observer.call(|observer| observer.attempt_end(&end));
        result
    }

    /// Sends a request once. `attempts` counts the requests that are sent.
    fn attempt(&self, request: &mut Request, limit: Limit, attempts: &mut u32) -> Result<RawResponse> {
        let authorization = self.inner.authorization.as_ref().filter(|_| !request.anonymous);
        request.authorization = authorization.map(Authorization::header).transpose()?;
        let base_url = self.base_url_of(request)?;
        let head = self.head(request, &base_url)?;
        // An operation may declare another media type of JSON.
        let declared = request.headers.get(CONTENT_TYPE).cloned();
        let json = declared.unwrap_or(HeaderValue::from_static("application/json"));
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        let response = match &request.body {
            // ureq would declare a body of unknown length for methods that usually have a body.
            Body::None if matches!(request.method, Method::POST | Method::PUT | Method::PATCH) => {
                *attempts += 1;
                self.run(with_body(head, [].as_slice(), None, Some(0)), limit, &base_url)
            }
            Body::None => {
                *attempts += 1;
                self.run(with_body(head, SendBody::none(), None, None), limit, &base_url)
            }
            Body::Json(bytes) => {
                *attempts += 1;
                self.run(with_bytes(head, bytes, json), limit, &base_url)
            }
            Body::Form { text, .. } => {
                *attempts += 1;
                self.run(with_bytes(head, text.as_bytes(), form), limit, &base_url)
            }
            Body::Raw { content_type, bytes } => {
                *attempts += 1;
                self.run(with_bytes(head, bytes, content_type.clone()), limit, &base_url)
            }
            Body::Multipart => {
                let mut multipart = request.parts.open(self.inner.max_upload_size)?;
                let content_type = HeaderValue::try_from(&multipart.content_type)
                    .map_err(|_| Error::invalid("body", "invalid form"))?;
                *attempts += 1;
                let body = SendBody::from_reader(&mut multipart.reader);
                let response = self.run(with_body(head, body, Some(content_type), multipart.length), limit, &base_url);
                // If a file can't be read, this is why the request failed.
                match multipart.failure.get() {
                    Some(failure) => {
                        Err(Error::invalid(&failure.field, format!("the file could not be sent: {}", failure.message))
                            .with_kind(failure.kind))
                    }
                    None => response,
                }
            }
        }?;
        let redirect = request.redirects && (300..400).contains(&response.status);
        if (200..300).contains(&response.status) || redirect { Ok(response) } else { Err(response.api_error(self)) }
    }

    /// Logs a line per call, and the bodies at level trace.
    fn log(&self, request: &Request, result: &Result<RawResponse>, time: Duration) {
        let secrets = request.secrets(self);
        let path = secrets.mask(request.path.clone());
        let (status, attempts) = match result {
            Ok(response) => (Some(response.status), response.attempts),
            Err(error) => (error.status(), error.attempts()),
        };
        // The kind of the error, if there isn't a status code.
        let kind = result.as_ref().err().map(|error| format!("{:?}", error.kind()));
        let outcome = status.map(|status| status.to_string()).or(kind).unwrap_or_default();
        let headers = match result {
            Ok(response) => Some(&response.headers),
            Err(error) => error.headers(),
        };
        let id = headers.and_then(request_id).map(|id| format!(", request ID {id}")).unwrap_or_default();
        debug!(
            target: LOG,
            "{} {} {path}: {outcome}, {attempts} attempt{}, {} ms{id}",
            request.operation,
            request.method,
            if attempts == 1 { "" } else { "s" },
            time.as_millis()
        );
        if log_enabled!(target: LOG, Level::Trace) {
            match &request.body {
                Body::None => {}
                Body::Json(json) => {
                    trace!(target: LOG, "{} sent {}", request.operation, secrets.mask(mask_body(json)))
                }
                Body::Form { text, .. } => {
                    trace!(target: LOG, "{} sent a form of {} bytes", request.operation, text.len());
                }
                Body::Raw { bytes, .. } => trace!(target: LOG, "{} sent {} bytes", request.operation, bytes.len()),
                Body::Multipart => trace!(target: LOG, "{} sent {:?}", request.operation, request.parts),
            }
            if let Ok(RawResponse { stream: Some(_), .. }) = result {
                trace!(target: LOG, "{} streams the response", request.operation);
            } else if let Ok(response) = result {
                trace!(target: LOG, "{} got {}", request.operation, secrets.mask(mask_body(&response.body)));
            }
        }
    }

    /// Returns the URL that the request's path is appended to.
    fn base_url_of(&self, request: &Request) -> Result<Cow<'_, str>> {
        match request.server {
            None => Ok(Cow::Borrowed(&self.inner.base_url)),
            Some(server) => server_url(server, &self.inner).map(Cow::Owned),
        }
    }

    /// Returns everything except the body.
    fn head(&self, request: &Request, base_url: &str) -> Result<http::Request<()>> {
        let uri = format!("{base_url}{}{}", request.path, request.query.encoded());
        if uri.len() > MAX_URL {
            let parameter = request.query.longest().unwrap_or("path");
            return Err(Error::invalid(
                parameter,
                format!("the URL has {} bytes; at most {MAX_URL} are possible", uri.len()),
            ));
        }
        let uri: Uri = uri
            .parse()
            .map_err(|e| Error::invalid("path", "invalid path; percent-encode special characters").with_source(e))?;
        let mut head = http::Request::new(());
        *head.method_mut() = request.method.clone();
        *head.uri_mut() = uri;
        let headers = head.headers_mut();
        let accept = HeaderValue::try_from(request.accept);
        headers.insert(ACCEPT, accept.unwrap_or_else(|_| HeaderValue::from_static("*/*")));
        if let Some(authorization) = &request.authorization {
            headers.insert(AUTHORIZATION, authorization.clone());
        }
        for source in [&self.inner.headers, &request.headers] {
            for name in source.keys() {
                headers.remove(name);
                for value in source.get_all(name) {
                    headers.append(name, value.clone());
                }
            }
        }
        if !request.cookies.is_empty() {
            let own = headers.get(COOKIE).and_then(|cookies| cookies.to_str().ok()).map(str::to_owned);
            let cookies = request.cookies.iter().map(|(name, value)| format!("{name}={value}"));
            let text = own.into_iter().chain(cookies).collect::<Vec<_>>().join("; ");
            let mut cookies = HeaderValue::try_from(text)
                .map_err(|_| Error::invalid("cookie", "header value contains invalid characters"))?;
            cookies.set_sensitive(true);
            headers.insert(COOKIE, cookies);
        }
        Ok(head)
    }

    /// Sends a request, and returns the response when its headers have arrived.
    pub(crate) fn send_request<B: AsSendBody>(
        &self,
        request: http::Request<B>,
        limit: Limit,
        host: &str,
    ) -> Result<http::Response<ureq::Body>> {
        // Set on every request, because the caller may have provided the agent.
        let agent = &self.inner.agent;
        let request = agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(limit.connect)
            .timeout_global(limit.left);
        let request = if limit.headers.is_some() { request.timeout_recv_response(limit.headers) } else { request };
        let request = match &self.inner.environment {
            // The agent has the proxy of the base URL.
            Some(environment) if host != self.inner.base_url => request.proxy(environment.proxy_for(host)?),
            _ => request,
        };
        // An agent of the caller would share its connections with the other process after a fork.
        let is_forked = self.inner.process.is_some_and(|process| process != process::id());
        let request = if limit.fresh || is_forked { request.max_idle_age(Duration::ZERO) } else { request }.build();
        agent.run(request).map_err(|error| self.failure(error, limit, host))
    }

    fn run<B: AsSendBody>(&self, request: http::Request<B>, limit: Limit, host: &str) -> Result<RawResponse> {
        let response = self.send_request(request, limit, host)?;
        let (parts, mut body) = response.into_parts();
        let (status, headers, max) = (parts.status.as_u16(), parts.headers, self.inner.max_response_size);
        if limit.stream && parts.status.is_success() {
            let stream = Some(body.into_with_config().limit(max).reader());
            return Ok(RawResponse { status, headers, body: Vec::new(), stream, attempts: 1 });
        }
        let body = match body.with_config().limit(max).read_to_vec() {
            Ok(body) => body,
            // The status code is more useful than the failure to read the body.
            Err(_) if !parts.status.is_success() => Vec::new(),
            Err(error) => return Err(self.failure(error, limit, host)),
        };
        Ok(RawResponse::of(status, headers, body))
    }

    /// Converts an error of ureq.
    pub(crate) fn failure(&self, error: ureq::Error, limit: Limit, host: &str) -> Error {
        let proxy = match &self.inner.environment {
            Some(environment) if host != self.inner.base_url => environment.proxy_for(host).ok().flatten(),
            _ => self.inner.agent.config().proxy().cloned(),
        };
        let uri = host.parse::<Uri>();
        let proxy = proxy.filter(|proxy| uri.is_ok_and(|uri| !proxy.is_no_proxy(&uri)));
        failure::of_attempt(error, limit, host, proxy.as_ref())
    }
}

/// Returns the URL of an operation's own server.
fn server_url(server: &str, client: &Inner) -> Result<String> {
    let url = match (server.contains("{subdomain}"), &client.subdomain) {
        (true, None) => {
            return Err(Error::configuration(format!(
                "this operation uses the server {server}: set `ApiClientBuilder::subdomain`"
            )));
        }
        (true, Some(subdomain)) => Cow::Owned(server.replace("{subdomain}", subdomain)),
        (false, _) => Cow::Borrowed(server),
    };
    if url.contains("://") {
        return checked_url(&url, client.allow_http)
            .map_err(|message| Error::configuration(format!("server {url}: {message}")));
    }
    let base = &client.base_url;
    let authority = base.find("://").map_or(0, |scheme| scheme + "://".len());
    let end = base.get(authority..).and_then(|rest| rest.find('/')).map_or(base.len(), |slash| authority + slash);
    let origin = base.get(..end).unwrap_or(base);
    let path = url.trim_matches('/');
    Ok(if path.is_empty() { origin.to_owned() } else { format!("{origin}/{path}") })
}

/// A reader for a response body. Created by [`Call::send_reader`](crate::Call::send_reader).
///
/// If reading fails, the source of the [`io::Error`] is an [`Error`].
pub struct ResponseReader {
    status: u16,
    headers: HeaderMap,
    body: Option<BodyReader<'static>>,
    client: ApiClient,
    host: String,
    call: (&'static str, Method, String),
    timeout: Option<Duration>,
}

impl ResponseReader {
    /// Returns the status code.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }
}

impl Read for ResponseReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(body) = &mut self.body else { return Ok(0) };
        body.read(buffer).map_err(|error| {
            let kind = error.kind();
            if kind == io::ErrorKind::Interrupted {
                return error;
            }
            let (name, of) = ("call timeout", self.timeout);
            let limit = Limit { left: None, name, of, fresh: false, stream: true, headers: None, connect: None };
            let (operation, method, path) = &self.call;
            let error = self.client.failure(ureq::Error::from(error), limit, &self.host);
            io::Error::new(
                if error.is_timeout() { io::ErrorKind::TimedOut } else { kind },
                error.with_call(operation, method, path),
            )
        })
    }
}

impl fmt::Debug for ResponseReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseReader").field("status", &self.status).finish_non_exhaustive()
    }
}

fn with_bytes(head: http::Request<()>, bytes: &[u8], content_type: HeaderValue) -> http::Request<&[u8]> {
    with_body(head, bytes, Some(content_type), Some(bytes.len() as u64))
}

fn with_body<B>(
    head: http::Request<()>,
    body: B,
    content_type: Option<HeaderValue>,
    length: Option<u64>,
) -> http::Request<B> {
    let mut request = head.map(|()| body);
    if let Some(content_type) = content_type {
        request.headers_mut().insert(CONTENT_TYPE, content_type);
    }
    if let Some(length) = length {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    request
}

impl RawResponse {
    pub(crate) fn of(status: u16, headers: HeaderMap, body: Vec<u8>) -> Self {
        Self { status, headers, body, stream: None, attempts: 1 }
    }

    /// Converts an error response to an error.
    fn api_error(self, client: &ApiClient) -> Error {
        let body = error_body::read(&self.body);
        let hint = self.hint(client, body.is_api);
        self.into_error(body, hint)
    }

    pub(crate) fn into_error(self, ErrorBody { errors, is_api }: ErrorBody, hint: Option<String>) -> Error {
        let mut message = self.status.to_string();
        for (index, error) in errors.iter().enumerate() {
            message.push_str(if index == 0 { " " } else { "; " });
            message.push_str(error.code.as_deref().unwrap_or("error"));
            if let Some(title) = &error.title {
                message.push_str(": ");
                message.push_str(title);
            }
        }
        if errors.is_empty() {
            let reason = http::StatusCode::from_u16(self.status).ok().and_then(|status| status.canonical_reason());
            message.push(' ');
            message.push_str(reason.unwrap_or("error"));
        }
        if let Some(hint) = hint {
            message.push_str(&format!(" ({hint})"));
        }
        let mut api_error = Error::new(ErrorKind::Api, message);
        if !is_api && !self.body.is_empty() {
            api_error = api_error.with_body(&self.body);
        }
        let retry_after = retry_after(&self.headers, SystemTime::now());
        let repeat = match self.status {
            429 => Repeat::Always,
            503 if retry_after.is_some() => Repeat::Always,
            408 | 502..=504 => Repeat::Idempotent,
            _ => Repeat::Never,
        };
        api_error.with_errors(errors).with_response(self.status, self.headers).with_repeat(repeat, retry_after)
    }

    /// Returns how to fix an error, if the status code is enough to know.
    fn hint(&self, client: &ApiClient, is_api: bool) -> Option<String> {
        match self.status {
            300..=399 => {
                let to = self.headers.get(LOCATION).and_then(|to| to.to_str().ok()?.parse::<Uri>().ok());
                let to = to.and_then(|to| Some(format!(" to {}://{}", to.scheme()?, to.host()?))).unwrap_or_default();
                Some(format!(
                    "redirect{to} not followed, because it would send credentials to another host; check the base URL"
                ))
            }
            401 if client.inner.authorization.is_none() => {
                Some("the client doesn't have credentials; set `ApiClientBuilder::credentials`".to_owned())
            }
            404 if !is_api => Some("this isn't an error of the API; check the subdomain or base URL".to_owned()),
            413 => Some("the API accepts 100 kB of JSON and files of 50 MB".to_owned()),
            423 => Some("the conversation is full; delete messages with `delete_all_messages`".to_owned()),
            _ => None,
        }
    }

    /// Creates the error for a successful response with an invalid body.
    pub(crate) fn mismatch(&self, request: &Request, client: &ApiClient, error: &serde_json::Error) -> Error {
        let mismatch = if error.is_data() {
            Error::mismatch(&self.body, error)
        } else {
            let body = if self.body.is_empty() { "an empty body" } else { "a non-JSON body" };
            Error::new(ErrorKind::Decode, format!("{}: expected JSON, got {body}", self.status))
                .with_body(&self.body)
                // The parser's message may quote the response, so only the position is kept.
                .with_source(format_args!("line {}, column {}", error.line(), error.column()))
        };
        let mismatch = mismatch.with_response(self.status, self.headers.clone()).with_attempts(self.attempts);
        request.blame(mismatch, client)
    }
}
