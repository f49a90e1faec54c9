//! From a request to an answer: bytes in, bytes out, the same for every operation.

use std::io::{self, Cursor};
use std::mem;
use std::time::Duration;

use ureq::http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use ureq::http::{self, HeaderMap, HeaderValue, Method};
use ureq::{Agent, SendBody};

use crate::call::encode_query;
use crate::client::ApiClient;
use crate::error::{Error, ErrorKind, Result};
use crate::models::ApiError;
use crate::upload::Upload;

/// The largest answer that is read, in bytes.
const LARGEST_ANSWER: u64 = 16 * 1024 * 1024;
/// How much of an answer that is not the API's goes into an error, in bytes.
const EXCERPT: usize = 500;

/// What is to be sent.
pub(crate) struct Request {
    pub(crate) operation: &'static str,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Body,
    pub(crate) timeout: Option<Duration>,
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
}

impl Request {
    pub(crate) fn new(operation: &'static str, method: Method, path: String, redirects: bool) -> Self {
        Self {
            operation,
            method,
            path,
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Body::None,
            timeout: None,
            redirects,
            refused: None,
        }
    }
}

impl ApiClient {
    /// Sends a request and reads the answer; an answer that is no success is an error.
    ///
    /// The body is taken out of the request: listings, which send theirs again and again, have none.
    pub(crate) fn execute(&self, request: &mut Request) -> Result<Answer> {
        if let Some(refused) = request.refused.take() {
            return Err(refused.with_call(request.operation, &request.method, &request.path));
        }
        let answer = self
            .exchange(request)
            .map_err(|error| error.with_call(request.operation, &request.method, &request.path))?;
        let redirect = request.redirects && (300..400).contains(&answer.status);
        if (200..300).contains(&answer.status) || redirect { Ok(answer) } else { Err(answer.refusal(request, self)) }
    }

    fn exchange(&self, request: &mut Request) -> Result<Answer> {
        let uploading = matches!(request.body, Body::Upload(..));
        let timeout = request.timeout.or(if uploading { self.inner.upload_timeout } else { self.inner.timeout });
        let (body, content_type, length) = match &mut request.body {
            Body::None => (SendBody::none(), None, None),
            Body::Json(json) => {
                let json = mem::take(json);
                let length = json.len() as u64;
                let content_type = HeaderValue::from_static("application/json");
                (SendBody::from_owned_reader(Cursor::new(json)), Some(content_type), Some(length))
            }
            Body::Upload(field, upload) => {
                let taken = mem::replace(upload, Upload::reader("", io::empty()));
                let multipart = taken.into_multipart(field)?;
                let content_type = HeaderValue::try_from(multipart.content_type)
                    .map_err(|_| Error::invalid(field, "the boundary cannot be sent"))?;
                (SendBody::from_owned_reader(multipart.reader), Some(content_type), multipart.length)
            }
        };
        let uri = format!("{}{}{}", self.inner.base_url, request.path, encode_query(&request.query));
        let mut http = http::Request::new(body);
        *http.method_mut() = request.method.clone();
        *http.uri_mut() = uri.parse().map_err(|e| {
            Error::invalid("path", "is no valid path; percent-encode what is unusual").with_source(as_http(e))
        })?;
        let headers = http.headers_mut();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        if let Some(authorization) = &self.inner.authorization {
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
        if let Some(content_type) = content_type {
            headers.insert(CONTENT_TYPE, content_type);
        }
        if let Some(length) = length {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        self.run(&self.inner.agent, http, timeout)
    }

    fn run(
        &self,
        agent: &Agent,
        request: http::Request<SendBody<'static>>,
        timeout: Option<Duration>,
    ) -> Result<Answer> {
        // Set on every request, because the agent may be the caller's own.
        let request = agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(self.inner.connect_timeout)
            .timeout_global(timeout)
            .build();
        let failed = |error: ureq::Error| self.failure(error, timeout);
        let (parts, mut body) = agent.run(request).map_err(failed)?.into_parts();
        let body = body.with_config().limit(LARGEST_ANSWER).read_to_vec().map_err(failed)?;
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, body })
    }

    /// What the transport's error means for the caller.
    fn failure(&self, error: ureq::Error, timeout: Option<Duration>) -> Error {
        let host = &self.inner.base_url;
        let (kind, message) = match &error {
            ureq::Error::Timeout(part) => {
                let after =
                    timeout.map_or_else(String::new, |timeout| format!(" (the whole call may take {timeout:?})"));
                (ErrorKind::Timeout, format!("timed out: {part}{after}"))
            }
            ureq::Error::HostNotFound => (
                ErrorKind::Connection,
                format!("{host} has no address: is the subdomain or base URL right, and the network up?"),
            ),
            ureq::Error::BodyExceedsLimit(limit) => {
                (ErrorKind::Response, format!("the answer is larger than {limit} bytes"))
            }
            other => (ErrorKind::Connection, format!("no answer from {host}: {other}")),
        };
        Error::new(kind, self.mask(message)).with_source(Masked(self.mask(error.to_string())))
    }

    /// A text without the credentials of this client.
    fn mask(&self, text: String) -> String {
        match &self.inner.credentials {
            Some(credentials) => credentials.mask(text),
            None => text,
        }
    }
}

/// A cause, as text: ureq's own errors can quote what was sent.
#[derive(Debug)]
struct Masked(String);

impl std::fmt::Display for Masked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Masked {}

fn as_http(error: http::uri::InvalidUri) -> http::Error {
    error.into()
}

/// The body of an error.
#[derive(serde::Deserialize)]
struct ErrorBody {
    errors: Vec<ApiError>,
}

impl Answer {
    /// The error that the API's answer is.
    fn refusal(self, request: &Request, client: &ApiClient) -> Error {
        let mut errors = serde_json::from_slice::<ErrorBody>(&self.body).map(|body| body.errors).unwrap_or_default();
        for error in &mut errors {
            error.code = error.code.take().map(|code| client.mask(code));
            error.title = error.title.take().map(|title| client.mask(title));
        }
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
        let excerpt = errors.is_empty().then(|| self.excerpt(client));
        let mut error = Error::new(ErrorKind::Api, message)
            .with_call(request.operation, &request.method, &request.path)
            .with_errors(errors)
            .with_answer(self.status, self.headers);
        if let Some(excerpt) = excerpt.filter(|excerpt| !excerpt.is_empty()) {
            error = error.with_body(excerpt);
        }
        error
    }

    /// What to do about an error, where the status alone tells.
    fn hint(&self, client: &ApiClient) -> Option<String> {
        match self.status {
            300..=399 => {
                let to = self.headers.get(LOCATION).and_then(|to| to.to_str().ok()?.parse::<http::Uri>().ok());
                let to = to.and_then(|to| Some(format!("{}://{}", to.scheme()?, to.host()?)));
                Some(format!(
                    "a redirect{} is not followed, so that nothing is sent to another host; set the base URL to where the API is",
                    to.map(|to| format!(" to {to}")).unwrap_or_default()
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
        let json = error.is_data();
        let mut mismatch = if json {
            Error::mismatch(&self.body, error)
        } else {
            let what = if self.body.is_empty() { "nothing" } else { "something else" };
            Error::new(ErrorKind::Response, format!("{} with {what} where JSON was expected", self.status))
                .with_body(self.excerpt(client))
        };
        mismatch = mismatch
            .with_call(request.operation, &request.method, &request.path)
            .with_answer(self.status, self.headers.clone());
        // The error's own text may quote the answer; its place is enough.
        mismatch.with_source(Masked(format!("JSON at line {} column {}", error.line(), error.column())))
    }

    /// The beginning of the body, as text and without credentials.
    fn excerpt(&self, client: &ApiClient) -> String {
        let text = client.mask(String::from_utf8_lossy(&self.body).into_owned());
        match text.char_indices().find(|(at, _)| *at >= EXCERPT) {
            Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
            None => text,
        }
    }
}
