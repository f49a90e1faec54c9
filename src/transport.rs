//! From a request to an answer: bytes in, bytes out, the same for every operation.

use std::mem;
use std::time::Duration;

use ureq::http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use ureq::http::{self, HeaderMap, HeaderValue, Method, Uri};
use ureq::{AsSendBody, SendBody};

use crate::call::encode_query;
use crate::client::ApiClient;
use crate::credentials::Authorization;
use crate::error::{Error, ErrorKind, Result};
use crate::json::secrets_in;
use crate::models::ApiError;
use crate::upload::Upload;

/// The largest answer that is read, in bytes.
const LARGEST_ANSWER: u64 = 16 * 1024 * 1024;
/// How much of an answer that is not the API's goes into an error, in characters.
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
    /// The name of the form's field, and the file. It is sent once: a stream cannot be read again.
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
            authorization: None,
            redirects,
            refused: None,
        }
    }

    /// An error of this request: with its operation, and without the secrets that it sent.
    fn blame(&self, error: Error, client: &ApiClient) -> Error {
        let secrets = self.secrets(client);
        let mask = |text: String| secrets.iter().fold(text, |text, secret| text.replace(secret, "***"));
        error.map_text(mask).shorten_body(EXCERPT).with_call(self.operation, &self.method, &self.path)
    }

    /// What it sends and must not be shown.
    fn secrets(&self, client: &ApiClient) -> Vec<String> {
        let mut secrets = client.inner.credentials.as_ref().map_or_else(Vec::new, |credentials| credentials.secrets());
        // Another thread may have renewed the client's token meanwhile: this is the one that was sent.
        let sent = self.authorization.as_ref().and_then(|header| header.to_str().ok()?.split_once(' '));
        secrets.extend(sent.map(|(_, token)| token.to_owned()));
        if let Body::Json(json) = &self.body {
            secrets.extend(secrets_in(json));
        }
        secrets
    }
}

impl ApiClient {
    /// Sends a request and reads the answer; an answer that is no success is an error.
    pub(crate) fn execute(&self, request: &mut Request) -> Result<Answer> {
        if let Some(refused) = request.refused.take() {
            return Err(refused.with_call(request.operation, &request.method, &request.path));
        }
        let answer = self.exchange(request).map_err(|error| request.blame(error, self))?;
        let redirect = request.redirects && (300..400).contains(&answer.status);
        if (200..300).contains(&answer.status) || redirect {
            Ok(answer)
        } else {
            Err(request.blame(answer.refusal(self), self))
        }
    }

    fn exchange(&self, request: &mut Request) -> Result<Answer> {
        request.authorization = self.inner.authorization.as_ref().map(Authorization::header).transpose()?;
        let head = self.head(request)?;
        let timeout = request.timeout.or(self.inner.timeout);
        match &mut request.body {
            // ureq would announce a body of unknown length to methods that usually have one.
            Body::None if matches!(request.method, Method::POST | Method::PUT | Method::PATCH) => {
                self.run(with_body(head, [].as_slice(), None, Some(0)), timeout)
            }
            Body::None => self.run(with_body(head, SendBody::none(), None, None), timeout),
            Body::Json(json) => {
                let content_type = HeaderValue::from_static("application/json");
                let length = json.len() as u64;
                self.run(with_body(head, json.as_slice(), Some(content_type), Some(length)), timeout)
            }
            Body::Upload(field, upload) => {
                let multipart = mem::replace(upload, Upload::spent()).into_multipart(field)?;
                let content_type = HeaderValue::try_from(multipart.content_type)
                    .map_err(|_| Error::invalid(field, "its form cannot be sent"))?;
                let body = SendBody::from_owned_reader(multipart.reader);
                let timeout = request.timeout.or(self.inner.upload_timeout);
                let answer = self.run(with_body(head, body, Some(content_type), multipart.length), timeout);
                // Whose fault it is decides whether to try again: the file's comes first.
                match multipart.failure.get() {
                    Some(failure) => Err(Error::invalid(field, format!("the file cannot be sent: {failure}"))),
                    None => answer,
                }
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

    fn run<B: AsSendBody>(&self, request: http::Request<B>, timeout: Option<Duration>) -> Result<Answer> {
        // Set on every request, because the agent may be the caller's own.
        let agent = &self.inner.agent;
        let request = agent
            .configure_request(request)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(self.inner.connect_timeout)
            .timeout_global(timeout)
            .build();
        let answer = agent.run(request).map_err(|error| self.failure(error, timeout))?;
        self.read(answer, timeout)
    }

    fn read(&self, answer: http::Response<ureq::Body>, timeout: Option<Duration>) -> Result<Answer> {
        let (parts, mut body) = answer.into_parts();
        let body = body.with_config().limit(LARGEST_ANSWER).read_to_vec();
        let body = body.map_err(|error| self.failure(error, timeout))?;
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
        match error {
            ureq::Error::Io(cause) => Error::new(kind, message).with_io_source(cause),
            cause => Error::new(kind, message).with_source(cause),
        }
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

/// The body of an error.
#[derive(serde::Deserialize)]
struct ErrorBody {
    errors: Vec<ApiError>,
}

impl Answer {
    /// The error that the API's answer is.
    fn refusal(self, client: &ApiClient) -> Error {
        let errors = serde_json::from_slice::<ErrorBody>(&self.body).map(|body| body.errors).unwrap_or_default();
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
        refusal.with_errors(errors).with_answer(self.status, self.headers)
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
        request.blame(mismatch.with_answer(self.status, self.headers.clone()), client)
    }
}
