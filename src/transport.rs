//! From a request to an answer: bytes in, bytes out, the same for every operation.

use std::cmp::Reverse;
use std::io;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use log::{Level, debug, log_enabled, trace};
use ureq::http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use ureq::http::{self, HeaderMap, HeaderValue, Method, Uri};
use ureq::{AsSendBody, SendBody};

use crate::call::{encode_query, percent_encoded};
use crate::client::ApiClient;
use crate::credentials::Authorization;
use crate::error::{Error, ErrorKind, Result};
use crate::json::{errors_in, escaped, masked, secrets_in};
use crate::retry::{Repeat, RetryPolicy, is_idempotent, retry_after};
use crate::upload::Upload;

/// How much of an answer that is not the API's goes into an error, in characters.
const EXCERPT: usize = 500;
/// What log lines can be chosen by.
pub(crate) const LOG: &str = "sunshine_conversations";

/// What is to be sent.
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
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
    /// The name of the form's field, and the file.
    Upload(&'static str, Upload),
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// How often the call was sent for it.
    pub(crate) attempts: u32,
}

impl Request {
    pub(crate) fn new(operation: &'static str, method: Method, path: String, redirects: bool) -> Self {
        Self {
            operation,
            idempotent: is_idempotent(&method),
            method,
            path,
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Body::None,
            timeout: None,
            retry: None,
            authorization: None,
            redirects,
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
        if let Body::Json(json) = &self.body {
            secrets.extend(secrets_in(json));
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
        if let (Body::Json(json), Some(limit)) = (&self.body, client.inner.max_json_size)
            && json.len() as u64 > limit
        {
            return Err(Error::invalid(
                "body",
                format!(
                    "has {} bytes of JSON, more than the {limit} that the API takes; `ApiClientBuilder::max_json_size` lifts the limit",
                    json.len()
                ),
            ));
        }
        Ok(())
    }

    /// Whether there can be no attempt after one that has begun to send.
    fn is_stream(&self) -> bool {
        matches!(&self.body, Body::Upload(_, upload) if upload.is_stream())
    }

    /// Whether the body is there to be sent again.
    fn is_repeatable(&self) -> bool {
        match &self.body {
            Body::Upload(_, upload) => upload.is_repeatable(),
            Body::None | Body::Json(_) => true,
        }
    }
}

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
}

impl ApiClient {
    /// Sends a request and reads the answer, as often as its policy allows; an answer that is no success is an error.
    pub(crate) fn execute(&self, request: &mut Request) -> Result<Answer> {
        let begun = Instant::now();
        let result = match request.check(self) {
            Ok(()) => self.repeat(request, begun),
            Err(refused) => Err(refused),
        };
        let result = result.map_err(|error| request.blame(error, self));
        if log_enabled!(target: LOG, Level::Debug) {
            self.log(request, &result, begun.elapsed());
        }
        result
    }

    /// Attempts, until one succeeds or is the last.
    fn repeat(&self, request: &mut Request, begun: Instant) -> Result<Answer> {
        let policy = request.retry.clone().unwrap_or_else(|| self.inner.retry.clone());
        let default =
            if matches!(request.body, Body::Upload(..)) { self.inner.upload_timeout } else { self.inner.timeout };
        let timeout = request.timeout.or(default);
        // A deadline beyond the end of time is none.
        let deadline = timeout.and_then(|timeout| begun.checked_add(timeout));
        let left = || deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let (mut attempts, mut acted, mut fresh) = (0, false, false);
        loop {
            let mut limit = Limit { left: left(), told: "the whole call", of: timeout, fresh };
            if let Some(cut) = policy.attempt_limit(request.idempotent && !request.is_stream(), attempts)
                && limit.left.is_none_or(|left| cut < left)
            {
                limit = Limit { left: Some(cut), told: "an attempt", of: Some(cut), fresh };
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
        let head = self.head(request)?;
        let answer = match &mut request.body {
            // ureq would announce a body of unknown length to methods that usually have one.
            Body::None if matches!(request.method, Method::POST | Method::PUT | Method::PATCH) => {
                *attempts += 1;
                self.run(with_body(head, [].as_slice(), None, Some(0)), limit)
            }
            Body::None => {
                *attempts += 1;
                self.run(with_body(head, SendBody::none(), None, None), limit)
            }
            Body::Json(json) => {
                *attempts += 1;
                let content_type = HeaderValue::from_static("application/json");
                let length = json.len() as u64;
                self.run(with_body(head, json.as_slice(), Some(content_type), Some(length)), limit)
            }
            Body::Upload(field, upload) => {
                let mut multipart = upload.open(field, self.inner.max_upload_size)?;
                let content_type = HeaderValue::try_from(&multipart.content_type)
                    .map_err(|_| Error::invalid(field, "its form cannot be sent"))?;
                *attempts += 1;
                let body = SendBody::from_reader(&mut multipart.reader);
                let answer = self.run(with_body(head, body, Some(content_type), multipart.length), limit);
                // Whose fault it is decides whether to try again: the file's comes first.
                match multipart.failure.get() {
                    Some(failure) => Err(Error::invalid(field, format!("the file cannot be sent: {failure}"))),
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
                Body::Upload(_, upload) => trace!(target: LOG, "{} sent {upload:?}", request.operation),
            }
            if let Ok(answer) = result {
                trace!(target: LOG, "{} got {}", request.operation, without(masked(&answer.body), &secrets));
            }
        }
    }

    /// All but the body.
    fn head(&self, request: &Request) -> Result<http::Request<()>> {
        let uri = format!("{}{}{}", self.inner.base_url, request.path, encode_query(&request.query));
        let uri: Uri = uri
            .parse()
            .map_err(|e| Error::invalid("path", "is no valid path; percent-encode what is unusual").with_source(e))?;
        let mut head = http::Request::new(());
        *head.method_mut() = request.method.clone();
        *head.uri_mut() = uri;
        let headers = head.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
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
        Ok(head)
    }

    fn run<B: AsSendBody>(&self, request: http::Request<B>, limit: Limit) -> Result<Answer> {
        // Set on every request, because the agent may be the caller's own.
        let agent = &self.inner.agent;
        let request = agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(self.inner.connect_timeout)
            .timeout_global(limit.left);
        let request = if limit.fresh { request.max_idle_age(Duration::ZERO) } else { request }.build();
        let answer = agent.run(request).map_err(|error| self.failure(error, limit))?;
        let (parts, mut body) = answer.into_parts();
        let body = body.with_config().limit(self.inner.max_response_size).read_to_vec();
        let body = match body {
            Ok(body) => body,
            // An error without its explanation says more than that the explanation was lost.
            Err(_) if !parts.status.is_success() => Vec::new(),
            Err(error) => return Err(self.failure(error, limit)),
        };
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body, attempts: 1 })
    }

    /// What the transport's error means for the caller, and whether the call may be repeated.
    fn failure(&self, error: ureq::Error, limit: Limit) -> Error {
        use ureq::{Error as Fault, Timeout};
        let host = &self.inner.base_url;
        let no_answer = || format!("no answer from {host}: {error}");
        let no_address = || format!("{host} has no address: is the subdomain or base URL right, and the network up?");
        let (kind, repeat, message) = match &error {
            Fault::Timeout(Timeout::Connect | Timeout::Resolve) => {
                let told = self.inner.connect_timeout;
                let told = told.map_or_else(String::new, |told| format!(" (making one may take {told:?})"));
                (ErrorKind::Timeout, Repeat::Always, format!("no connection to {host} in time{told}"))
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
