//! From a request to an answer: bytes in, bytes out, the same for every operation.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::fmt;
use std::io::{self, Read};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use log::{Level, debug, log_enabled, trace};
use ureq::http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, LOCATION};
use ureq::http::{self, HeaderMap, HeaderValue, Method, Uri};
use ureq::{AsSendBody, BodyReader, SendBody};

use crate::call::Operation;
use crate::client::{ApiClient, Inner, checked_url};
use crate::credentials::Authorization;
use crate::error::{Error, ErrorKind, Result};
use crate::json::{errors_in, escaped, masked, secrets_in};
use crate::parameters::{Query, percent_encoded};
use crate::retry::{Repeat, RetryPolicy, is_idempotent, retry_after};
use crate::upload::Parts;

/// How much of an answer that is not the API's goes into an error, in characters.
const EXCERPT: usize = 500;
/// What log lines can be chosen by.
pub(crate) const LOG: &str = "sunshine_conversations";

/// What is to be sent.
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: Query,
    pub(crate) headers: HeaderMap,
    pub(crate) cookies: Vec<(String, String)>,
    pub(crate) body: Body,
    /// The parts of [`Body::Multipart`].
    pub(crate) parts: Parts,
    /// The operation's server, if it isn't the client's.
    pub(crate) server: Option<&'static str>,
    accept: &'static str,
    /// Instead of the client's.
    pub(crate) timeout: Option<Duration>,
    /// Instead of the client's.
    pub(crate) retry: Option<RetryPolicy>,
    /// Whether twice is the same as once.
    pub(crate) idempotent: bool,
    /// The credentials that were sent last: each attempt has its own, since tokens expire.
    pub(crate) authorization: Option<HeaderValue>,
    /// Whether a redirect is an answer.
    pub(crate) redirects: bool,
    /// The first argument that was refused.
    pub(crate) refused: Option<Error>,
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
    /// A form of parts.
    Multipart,
}

/// What came back.
pub(crate) struct Answer {
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
            refused: None,
        }
    }

    /// An error of this request: with its operation, and without the secrets that it sent.
    fn blame(&self, error: Error, client: &ApiClient) -> Error {
        let secrets = self.secrets(client);
        let error = error.map_text(|text| without(text, &secrets)).shorten_body(EXCERPT);
        error.with_call(self.operation, &self.method, &without(self.path.clone(), &secrets))
    }

    /// What it sends and must not be shown: as it is, as it stands in JSON, and as it stands in a URL.
    fn secrets(&self, client: &ApiClient) -> Vec<String> {
        let mut secrets = client.inner.credentials.as_ref().map_or_else(Vec::new, |credentials| credentials.secrets());
        // Another thread may have renewed the client's token meanwhile: this is the one that was sent.
        let sent = self.authorization.as_ref().and_then(|header| header.to_str().ok()?.split_once(' '));
        secrets.extend(sent.map(|(_, token)| token.to_owned()));
        // What the caller sent instead, with and without the scheme.
        for value in [&client.inner.headers, &self.headers].iter().flat_map(|headers| headers.get_all(AUTHORIZATION)) {
            let value = value.to_str().unwrap_or_default();
            secrets.extend([value, value.rsplit(' ').next().unwrap_or_default()].map(str::to_owned));
        }
        secrets.extend(
            self.cookies.iter().map(|(_, value)| value).filter(|value| value.len() >= SHORTEST_SECRET).cloned(),
        );
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
        let mut forms: Vec<_> = secrets.iter().flat_map(|secret| [escaped(secret), percent_encoded(secret)]).collect();
        forms.append(&mut secrets);
        forms.retain(|form| !form.is_empty());
        // A form that is a part of another comes behind it.
        forms.sort_by_key(|form| Reverse(form.len()));
        forms
    }

    /// Refuses what the API would refuse.
    fn check(&mut self, client: &ApiClient) -> Result<()> {
        if let Some(refused) = self.refused.take() {
            return Err(refused);
        }
        match (&self.body, client.inner.max_json_size, client.inner.max_upload_size) {
            (Body::Json(json), Some(limit), _) if json.len() as u64 > limit => Err(Error::invalid(
                "body",
                format!(
                    "has {} bytes of JSON, more than the {limit} that the API takes; `ApiClientBuilder::max_json_size` lifts the limit",
                    json.len()
                ),
            )),
            (Body::Raw { bytes, .. }, _, Some(limit)) if bytes.len() as u64 > limit => Err(Error::invalid(
                "body",
                format!(
                    "has {} bytes, more than the {limit} that the API takes; `ApiClientBuilder::max_upload_size` lifts the limit",
                    bytes.len()
                ),
            )),
            _ => Ok(()),
        }
    }

    /// Whether there can be no attempt after one that has begun to send.
    fn is_stream(&self) -> bool {
        matches!(self.body, Body::Multipart) && self.parts.is_stream()
    }

    /// Whether the body can be sent again.
    fn is_repeatable(&self) -> bool {
        !matches!(self.body, Body::Multipart) || self.parts.is_repeatable()
    }
}

/// In bytes. A shorter cookie may be a part of words, and isn't masked.
const SHORTEST_SECRET: usize = 8;

/// A text without secrets.
fn without(text: String, secrets: &[String]) -> String {
    secrets.iter().fold(text, |text, secret| text.replace(secret.as_str(), "***"))
}

/// How long an attempt may take, the time that was told to be the longest, and on what connection it goes out.
#[derive(Clone, Copy)]
struct Limit {
    left: Option<Duration>,
    told: &'static str,
    of: Option<Duration>,
    /// Whether no idle connection will do: the last one may have been dead, and so may be the others.
    fresh: bool,
    /// Whether a successful response is streamed.
    stream: bool,
    /// How long the headers of a streamed response may take. Reading its body may take the rest of the call's time.
    headers: Option<Duration>,
}

impl ApiClient {
    /// Sends a request and reads the answer, as often as its policy allows; an answer that is no success is an error.
    pub(crate) fn execute(&self, request: &mut Request) -> Result<Answer> {
        self.perform(request, false)
    }

    /// Does the same, and returns a reader for the body.
    pub(crate) fn stream(&self, request: &mut Request) -> Result<ResponseReader> {
        let answer = self.perform(request, true)?;
        let path = without(request.path.clone(), &request.secrets(self));
        Ok(ResponseReader {
            status: answer.status,
            headers: answer.headers,
            body: answer.stream,
            client: self.clone(),
            host: self.base_url_of(request)?.into_owned(),
            call: (request.operation, request.method.clone(), path),
            timeout: request.timeout.or(self.inner.timeout),
        })
    }

    fn perform(&self, request: &mut Request, stream: bool) -> Result<Answer> {
        let begun = Instant::now();
        let result = match request.check(self) {
            Ok(()) => self.repeat(request, begun, stream),
            Err(refused) => Err(refused),
        };
        let result = result.map_err(|error| request.blame(error, self));
        if log_enabled!(target: LOG, Level::Debug) {
            self.log(request, &result, begun.elapsed());
        }
        result
    }

    /// Attempts, until one succeeds or is the last.
    fn repeat(&self, request: &mut Request, begun: Instant, stream: bool) -> Result<Answer> {
        let policy = request.retry.clone().unwrap_or_else(|| self.inner.retry.clone());
        let is_upload = matches!(request.body, Body::Multipart | Body::Raw { .. });
        let default = if is_upload { self.inner.upload_timeout } else { self.inner.timeout };
        let timeout = request.timeout.or(default);
        // A deadline beyond the end of time is none.
        let deadline = timeout.and_then(|timeout| begun.checked_add(timeout));
        let left = || deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let (mut attempts, mut acted, mut fresh) = (0, false, false);
        loop {
            let told = "the whole call";
            let mut limit = Limit { left: left(), told, of: timeout, fresh, stream, headers: None };
            if let Some(cut) = policy.attempt_limit(request.idempotent && !request.is_stream(), attempts)
                && limit.left.is_none_or(|left| cut < left)
            {
                limit = match stream {
                    true => Limit { headers: Some(cut), ..limit },
                    false => Limit { left: Some(cut), told: "an attempt", of: Some(cut), ..limit },
                };
            }
            let error = match self.attempt(request, limit, &mut attempts) {
                Ok(answer) => return Ok(Answer { attempts, ..answer }),
                Err(error) => error.with_attempts(attempts),
            };
            // What an earlier attempt may have done, the last one does not undo.
            acted |= error.repeat() == Repeat::Idempotent;
            fresh = error.status().is_none();
            let pause = policy.pause(&error, request.idempotent).filter(|_| request.is_repeatable());
            match pause {
                Some(pause) if left().is_none_or(|left| pause < left) => {
                    trace!(target: LOG, "{}: attempt {attempts} failed, the next in {pause:?}", request.operation);
                    thread::sleep(pause);
                }
                _ if acted && error.repeat() == Repeat::Always => {
                    let retry_after = error.retry_after();
                    return Err(error.with_repeat(Repeat::Idempotent, retry_after));
                }
                _ => return Err(error),
            }
        }
    }

    /// Sends a request once. `attempts` counts what really goes out.
    fn attempt(&self, request: &mut Request, limit: Limit, attempts: &mut u32) -> Result<Answer> {
        request.authorization = self.inner.authorization.as_ref().map(Authorization::header).transpose()?;
        let base_url = self.base_url_of(request)?;
        let head = self.head(request, &base_url)?;
        // An operation may declare another media type of JSON.
        let declared = request.headers.get(CONTENT_TYPE).cloned();
        let json = declared.unwrap_or(HeaderValue::from_static("application/json"));
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        let answer = match &request.body {
            // ureq would announce a body of unknown length to methods that usually have one.
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
                    .map_err(|_| Error::invalid("body", "the form can't be sent"))?;
                *attempts += 1;
                let body = SendBody::from_reader(&mut multipart.reader);
                let answer = self.run(with_body(head, body, Some(content_type), multipart.length), limit, &base_url);
                // If a file can't be read, that is the cause of the failed request.
                match multipart.failure.get() {
                    Some((field, failure)) => Err(Error::invalid(field, format!("the file cannot be sent: {failure}"))),
                    None => answer,
                }
            }
        }?;
        let redirect = request.redirects && (300..400).contains(&answer.status);
        if (200..300).contains(&answer.status) || redirect { Ok(answer) } else { Err(answer.refusal(self)) }
    }

    /// One line a call; its bodies at trace.
    fn log(&self, request: &Request, result: &Result<Answer>, time: Duration) {
        let secrets = request.secrets(self);
        let path = without(request.path.clone(), &secrets);
        let (status, attempts) = match result {
            Ok(answer) => (Some(answer.status), answer.attempts),
            Err(error) => (error.status(), error.attempts()),
        };
        // Without a status: what kind of error it was.
        let kind = result.as_ref().err().map(|error| format!("{:?}", error.kind()));
        let outcome = status.map(|status| status.to_string()).or(kind).unwrap_or_default();
        debug!(
            target: LOG,
            "{} {} {path}: {outcome}, {attempts} attempt{}, {} ms",
            request.operation,
            request.method,
            if attempts == 1 { "" } else { "s" },
            time.as_millis()
        );
        if log_enabled!(target: LOG, Level::Trace) {
            match &request.body {
                Body::None => {}
                Body::Json(json) => {
                    trace!(target: LOG, "{} sent {}", request.operation, without(masked(json), &secrets))
                }
                Body::Form { text, .. } => {
                    trace!(target: LOG, "{} sent a form of {} bytes", request.operation, text.len());
                }
                Body::Raw { bytes, .. } => trace!(target: LOG, "{} sent {} bytes", request.operation, bytes.len()),
                Body::Multipart => trace!(target: LOG, "{} sent {:?}", request.operation, request.parts),
            }
            if let Ok(Answer { stream: Some(_), .. }) = result {
                trace!(target: LOG, "{} streams the response", request.operation);
            } else if let Ok(answer) = result {
                trace!(target: LOG, "{} got {}", request.operation, without(masked(&answer.body), &secrets));
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

    fn run<B: AsSendBody>(&self, request: http::Request<B>, limit: Limit, host: &str) -> Result<Answer> {
        // Set on every request, because the agent may be the caller's own.
        let agent = &self.inner.agent;
        let request = agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(self.inner.connect_timeout)
            .timeout_global(limit.left);
        let request = if limit.headers.is_some() { request.timeout_recv_response(limit.headers) } else { request };
        let request = if limit.fresh { request.max_idle_age(Duration::ZERO) } else { request }.build();
        let answer = agent.run(request).map_err(|error| self.failure(error, limit, host))?;
        let (parts, mut body) = answer.into_parts();
        let (status, headers, max) = (parts.status.as_u16(), parts.headers, self.inner.max_response_size);
        if limit.stream && parts.status.is_success() {
            let stream = Some(body.into_with_config().limit(max).reader());
            return Ok(Answer { status, headers, body: Vec::new(), stream, attempts: 1 });
        }
        let body = match body.with_config().limit(max).read_to_vec() {
            Ok(body) => body,
            // An error without its explanation says more than that the explanation was lost.
            Err(_) if !parts.status.is_success() => Vec::new(),
            Err(error) => return Err(self.failure(error, limit, host)),
        };
        Ok(Answer { status, headers, body, stream: None, attempts: 1 })
    }

    /// What the transport's error means for the caller, and whether the call may be repeated.
    fn failure(&self, error: ureq::Error, limit: Limit, host: &str) -> Error {
        use ureq::{Error as Fault, Timeout};
        let no_answer = || format!("no answer from {host}: {error}");
        let no_address = || format!("{host} has no address: is the subdomain or base URL right, and the network up?");
        let (kind, repeat, message) = match &error {
            Fault::Timeout(Timeout::Connect | Timeout::Resolve) => {
                let told = self.inner.connect_timeout;
                let told = told.map_or_else(String::new, |told| format!(" (making one may take {told:?})"));
                (ErrorKind::Timeout, Repeat::Always, format!("no connection to {host} in time{told}"))
            }
            Fault::Timeout(Timeout::RecvResponse) if limit.headers.is_some() => {
                let of = limit.headers.unwrap_or_default();
                (
                    ErrorKind::Timeout,
                    Repeat::Idempotent,
                    format!("no answer from {host} in time (an attempt may take {of:?})"),
                )
            }
            Fault::Timeout(Timeout::Global) => {
                let told = limit.of.map_or_else(String::new, |of| format!(" ({} may take {of:?})", limit.told));
                (ErrorKind::Timeout, Repeat::Idempotent, format!("no answer from {host} in time{told}"))
            }
            // A timeout of the caller's own agent.
            Fault::Timeout(part) => (ErrorKind::Timeout, Repeat::Idempotent, format!("timed out: {part}")),
            Fault::HostNotFound => (ErrorKind::Connection, Repeat::Always, no_address()),
            Fault::Io(cause) if is_failed_lookup(cause) => (ErrorKind::Connection, Repeat::Always, no_address()),
            Fault::Io(cause) if cause.kind() == io::ErrorKind::ConnectionRefused => {
                (ErrorKind::Connection, Repeat::Always, no_answer())
            }
            Fault::ConnectionFailed | Fault::ConnectProxyFailed(_) => {
                (ErrorKind::Connection, Repeat::Always, no_answer())
            }
            Fault::BodyExceedsLimit(limit) => (
                ErrorKind::Response,
                Repeat::Never,
                format!(
                    "the answer is larger than {limit} bytes; `ApiClientBuilder::max_response_size` sets the limit"
                ),
            ),
            Fault::LargeResponseHeader(_, limit) => {
                (ErrorKind::Response, Repeat::Never, format!("the headers of the answer are larger than {limit} bytes"))
            }
            // How rustls says that the other side's TLS, or its certificate, is not what it must be.
            Fault::Io(cause) if cause.kind() == io::ErrorKind::InvalidData => {
                (ErrorKind::Connection, Repeat::Never, no_answer())
            }
            Fault::Io(_) | Fault::Protocol(_) | Fault::BodyStalled => {
                (ErrorKind::Connection, Repeat::Idempotent, no_answer())
            }
            #[cfg(feature = "gzip")]
            Fault::Decompress(..) => (ErrorKind::Connection, Repeat::Idempotent, no_answer()),
            // TLS and configuration: the same would happen again.
            _ => (ErrorKind::Connection, Repeat::Never, no_answer()),
        };
        let failure = Error::new(kind, message).with_repeat(repeat, None);
        match error {
            Fault::Io(cause) => failure.with_io_source(cause),
            cause => failure.with_source(cause),
        }
    }
}

/// Whether looking up a name failed; std has no kind of error for it.
fn is_failed_lookup(error: &io::Error) -> bool {
    match error.raw_os_error() {
        // Winsock's codes: host not found, try again, no recovery, no data.
        Some(code) => cfg!(windows) && (11_001..=11_004).contains(&code),
        None => error.to_string().starts_with("failed to lookup address information"),
    }
}

/// Returns the URL of an operation's own server.
fn server_url(server: &str, client: &Inner) -> Result<String> {
    let url = match (server.contains("{subdomain}"), &client.subdomain) {
        (true, None) => {
            return Err(Error::configuration(format!(
                "the server of this operation is {server}: build the client with `ApiClientBuilder::subdomain`"
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
            let (told, of) = ("the whole call", self.timeout);
            let limit = Limit { left: None, told, of, fresh: false, stream: true, headers: None };
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

impl Answer {
    /// The error that the API's answer is.
    fn refusal(self, client: &ApiClient) -> Error {
        let errors = errors_in(&self.body);
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
        if let Some(hint) = self.hint(client) {
            message.push_str(&format!(" ({hint})"));
        }
        let mut refusal = Error::new(ErrorKind::Api, message);
        if errors.is_empty() && !self.body.is_empty() {
            refusal = refusal.with_body(&self.body);
        }
        let retry_after = retry_after(&self.headers, SystemTime::now());
        let repeat = match self.status {
            429 => Repeat::Always,
            503 if retry_after.is_some() => Repeat::Always,
            502..=504 => Repeat::Idempotent,
            _ => Repeat::Never,
        };
        refusal.with_errors(errors).with_answer(self.status, self.headers).with_repeat(repeat, retry_after)
    }

    /// What to do about an error, where the status alone tells.
    fn hint(&self, client: &ApiClient) -> Option<String> {
        match self.status {
            300..=399 => {
                let to = self.headers.get(LOCATION).and_then(|to| to.to_str().ok()?.parse::<Uri>().ok());
                let to = to.and_then(|to| Some(format!(" to {}://{}", to.scheme()?, to.host()?))).unwrap_or_default();
                Some(format!(
                    "a redirect{to} is not followed, so that nothing is sent to another host; set the base URL to where the API is"
                ))
            }
            401 if client.inner.authorization.is_none() => Some("the client has no credentials".to_owned()),
            413 => Some("the API takes 100 kB of JSON, and files of 50 MB".to_owned()),
            423 => Some("the conversation is full; delete_all_messages makes room".to_owned()),
            _ => None,
        }
    }

    /// The error of a success whose body is not what it should be.
    pub(crate) fn mismatch(&self, request: &Request, client: &ApiClient, error: &serde_json::Error) -> Error {
        let mismatch = if error.is_data() {
            Error::mismatch(&self.body, error)
        } else {
            let what = if self.body.is_empty() { "nothing" } else { "something else" };
            Error::new(ErrorKind::Response, format!("{} with {what} where JSON was expected", self.status))
                .with_body(&self.body)
                // The error's own text may quote the answer; its place is enough.
                .with_source(format_args!("line {}, column {}", error.line(), error.column()))
        };
        let mismatch = mismatch.with_answer(self.status, self.headers.clone()).with_attempts(self.attempts);
        request.blame(mismatch, client)
    }
}
