//! Calls of the API: operations with their arguments.

#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod cursors;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod page;
pub(crate) mod partial;
#[allow(dead_code, reason = "used if the document needs it")]
pub(crate) mod prefetch;
#[allow(dead_code, unused_imports, unused_macros, reason = "used if the document needs it")]
pub(crate) mod responses;

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use http::{HeaderMap, HeaderValue, Method};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use crate::base::redact::secrets_in;
use crate::base::repair::{from_json, scalar_text};
use crate::body::upload::{Parts, Upload};
use crate::client::ApiClient;
use crate::decode::sending::sending;
use crate::error::{Error, Result};
use crate::request::headers;
use crate::request::parameters::{Style, form, push_percent_encoded, query_pairs, simple_text, value_of};
use crate::retry::{RetryPolicy, ZERO, limited};
use crate::transport::{Body, MAX_URL, Request, ResponseReader};
use crate::value::json::Json;

/// Keeps traits from being implemented outside of this crate, so that they can get new items.
pub trait Sealed {}

/// An API operation, as a type parameter of [`Call`]. Implemented by the types in [`operations`](crate::operations) and by
/// [`Untyped`]. This trait is sealed.
pub trait Operation: Sealed {
    /// The operation's name in the API reference.
    const NAME: &'static str;
    /// Whether a redirect is a successful response.
    #[doc(hidden)]
    const REDIRECTS: bool = false;
    /// Whether the client's credentials aren't sent.
    #[doc(hidden)]
    const ANONYMOUS: bool = false;
    /// The server to use instead of the client's base URL: an absolute URL, or a path on the client's host.
    /// `{subdomain}` is replaced by the client's subdomain.
    #[doc(hidden)]
    const SERVER: Option<&'static str> = None;
    /// The `Accept` header.
    #[doc(hidden)]
    const ACCEPT: &'static str = "application/json";
    /// The type of the response body.
    type Output: Decode;

    /// Decodes the response body.
    #[doc(hidden)]
    fn decode(status: u16, body: &[u8]) -> serde_json::Result<Self::Output> {
        <Self::Output as Decode>::decode(status, body)
    }
}

/// An operation whose request method and path are known: all operations but [`Untyped`]. This trait is sealed.
///
/// ```
/// use sunshine_conversations::{Endpoint, Operation, operations::GetUser};
///
/// fn describe<O: Endpoint>() -> String {
///     format!("{}: {} {}", O::NAME, O::METHOD, O::PATH)
/// }
///
/// assert_eq!(describe::<GetUser>(), "GetUser: GET /v2/apps/{appId}/users/{userIdOrExternalId}");
/// ```
pub trait Endpoint: Operation {
    /// The request method.
    const METHOD: Method;
    /// The request path, with parameter names in braces.
    const PATH: &'static str;
}

/// The name, request method and path of an operation; see [`OPERATIONS`](crate::operations::OPERATIONS).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EndpointInfo {
    /// The operation's name in the API reference.
    pub name: &'static str,
    /// The request method.
    pub method: Method,
    /// The request path, with parameter names in braces.
    pub path: &'static str,
}

/// A type that a response body can be decoded into: anything that implements [`Deserialize`](serde::Deserialize), and
/// the enums of operations whose responses have several schemas.
pub trait Decode: Sized {
    /// Decodes the body of a response with this status code.
    #[doc(hidden)]
    fn decode(status: u16, body: &[u8]) -> serde_json::Result<Self>;
}

impl<T: DeserializeOwned> Decode for T {
    fn decode(_status: u16, body: &[u8]) -> serde_json::Result<Self> {
        from_json(body)
    }
}

/// Decodes a response without content: an empty body, or JSON that is ignored.
///
/// Anything else is an error, so that a gateway's HTML page doesn't count as a success.
#[allow(dead_code, reason = "used if the document needs it")]
#[inline]
pub(crate) fn nothing(body: &[u8]) -> serde_json::Result<()> {
    if is_empty(body) { Ok(()) } else { from_json(body).map(|IgnoredAny| ()) }
}

/// Ignores the response body.
#[allow(dead_code, reason = "used if the document needs it")]
#[allow(clippy::unnecessary_wraps, reason = "all decoders have the same type")]
pub(crate) fn ignored(_body: &[u8]) -> serde_json::Result<()> {
    Ok(())
}

/// Returns a binary response body.
#[allow(dead_code, reason = "used if the document needs it")]
#[allow(clippy::unnecessary_wraps, reason = "all decoders have the same type")]
pub(crate) fn bytes(body: &[u8]) -> serde_json::Result<Vec<u8>> {
    Ok(body.to_vec())
}

/// Returns a text response body.
#[allow(dead_code, reason = "used if the document needs it")]
pub(crate) fn text(body: &[u8]) -> serde_json::Result<String> {
    str::from_utf8(body).map(str::to_owned).map_err(|_| serde::de::Error::custom("the text is not valid UTF-8"))
}

/// Decodes a JSON response body that may be empty.
#[allow(dead_code, reason = "used if the document needs it")]
pub(crate) fn optional<T: DeserializeOwned>(body: &[u8]) -> serde_json::Result<Option<T>> {
    if is_empty(body) { Ok(None) } else { from_json(body) }
}

fn is_empty(body: &[u8]) -> bool {
    body.trim_ascii().is_empty()
}

/// A prepared API call.
///
/// The methods of [`ApiClient`] create calls. Setters add optional parameters, and [`send`](Self::send) performs the call.
/// Listings also have [`iter`](Self::iter), and most of them [`pages`](Self::pages).
#[must_use = "a call does nothing until it is sent"]
pub struct Call<O> {
    pub(crate) client: ApiClient,
    pub(crate) request: Request,
    operation: PhantomData<fn() -> O>,
}

/// A full response: status code, headers and body.
#[derive(Clone)]
#[non_exhaustive]
pub struct Response<T> {
    /// The status code: 2xx, or 3xx if the operation returns a redirect.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The decoded body.
    pub body: T,
    /// The original body, including fields that this version of the crate doesn't know.
    pub raw: Vec<u8>,
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without headers and the raw body, which may contain secrets that the models mask.
        f.debug_struct("Response").field("status", &self.status).field("body", &self.body).finish_non_exhaustive()
    }
}

impl<O: Operation> Call<O> {
    /// Sends the request and returns the decoded response body.
    ///
    /// # Errors
    /// If an argument is invalid, the API can't be reached, or it returns an error or a response that doesn't match the
    /// schema: see [`Error`].
    pub fn send(self) -> Result<O::Output> {
        Ok(self.send_full()?.body)
    }

    /// Sends the request and returns the full response: status code, headers, and the decoded and original body.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    pub fn send_full(mut self) -> Result<Response<O::Output>> {
        self.exchange()
    }

    pub(crate) fn exchange(&mut self) -> Result<Response<O::Output>> {
        let response = self.client.execute(&mut self.request)?;
        match self.client.observed(O::NAME, || O::decode(response.status, &response.body)) {
            Ok(body) => Ok(Response { status: response.status, headers: response.headers, body, raw: response.body }),
            Err(error) => Err(response.mismatch(&self.request, &self.client, &error)),
        }
    }
}

impl<O: Operation<Output = Vec<u8>>> Call<O> {
    /// Sends the request and returns a reader for the response body, which isn't kept in memory.
    ///
    /// Failures are retried until the headers of a successful response have arrived. The limits of
    /// [`timeout`](Self::timeout) and
    /// [`max_response_size`](crate::ApiClientBuilder::max_response_size) also apply while the body is read.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    #[doc(alias("download", "stream"))]
    pub fn send_reader(mut self) -> Result<ResponseReader> {
        self.client.stream(&mut self.request)
    }
}

impl<O> Call<O> {
    pub(crate) fn new(client: ApiClient, request: Request) -> Self {
        Self { client, request, operation: PhantomData }
    }

    /// Sets the timeout for the call, including retries and the delays between them. Overrides the client's timeout;
    /// `None` disables it. A timeout of zero causes an error on `send`.
    #[doc(alias = "deadline")]
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        let timeout = timeout.into();
        if timeout == Some(Duration::ZERO) {
            self.request.reject("timeout", ZERO);
        }
        self.request.timeout = Some(limited(timeout));
        self
    }

    /// Sets the retry policy for the call. Overrides the client's policy; [`RetryPolicy::none`] disables retries.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        if policy.is_invalid() {
            self.request.reject("attempt_timeout", ZERO);
        }
        self.request.retry = Some(policy);
        self
    }

    /// Marks the call as safe to perform twice, so that it is retried like a GET even if its method is POST or PATCH.
    pub fn idempotent(mut self) -> Self {
        self.request.idempotent = true;
        self
    }

    /// Sets a header for this call. Replaces the client's header of the same name.
    ///
    /// Invalid header names or values (for example, with line breaks) cause an error on `send`, and so do the headers that the
    /// client has to set itself, such as `Host`, `Connection` and `Content-Length`.
    pub fn header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.request.set_header(name.as_ref(), value.as_ref());
        self
    }

    /// Adds a query parameter, for example one without a setter in this version of the crate.
    pub fn query(mut self, name: impl AsRef<str>, value: impl Into<String>) -> Self {
        self.request.query.push(name.as_ref(), value.into());
        self
    }

    /// Sets a query parameter.
    #[allow(dead_code, reason = "used if the document needs it")]
    pub(crate) fn query_parameter<T: Serialize + ?Sized>(mut self, name: &str, style: Style, value: &T) -> Self {
        self.request.set_query(name, style, value_of(name, value));
        self
    }

    /// Sets a header parameter.
    #[allow(dead_code, reason = "used if the document needs it")]
    pub(crate) fn header_parameter<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Self {
        self.request.set_header_parameter(name, value_of(name, value));
        self
    }

    /// Sets a cookie parameter.
    #[allow(dead_code, reason = "used if the document needs it")]
    pub(crate) fn cookie_parameter<T: Serialize + ?Sized>(mut self, name: &str, value: &T) -> Self {
        self.request.set_cookie(name, value_of(name, value));
        self
    }

    /// Sets a JSON body.
    #[allow(dead_code, reason = "used if the document needs it")]
    #[inline]
    pub(crate) fn json_body<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        self.request.set_json(sending(|| serde_json::to_vec(body)));
        self
    }

    /// Sets a form body (`application/x-www-form-urlencoded`).
    #[allow(dead_code, reason = "used if the document needs it")]
    pub(crate) fn form_body<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        self.request.set_form(value_of("body", body));
        self
    }

    /// Sets a body of any other media type.
    #[allow(dead_code, reason = "used if the document needs it")]
    pub(crate) fn raw_body(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.request.set_raw(content_type, body.into());
        self
    }

    /// Sets a part of a `multipart/form-data` body. A list makes one part for each item; objects are sent as JSON.
    #[allow(dead_code, reason = "used if the document needs it")]
    pub(crate) fn part<T: Serialize + ?Sized>(mut self, name: &str, value: &T, content_type: Option<&str>) -> Self {
        self.request.set_part(name, value_of(name, value), content_type);
        self
    }

    /// Sets a file of a `multipart/form-data` body.
    #[allow(dead_code, reason = "used if the document needs it")]
    pub(crate) fn file_part(self, name: &str, upload: impl Into<Upload>) -> Self {
        self.file_parts(name, [upload])
    }

    /// Sets the files of a `multipart/form-data` body that share a name.
    #[allow(dead_code, reason = "used if the document has such a body")]
    pub(crate) fn file_parts<U: Into<Upload>>(mut self, name: &str, uploads: impl IntoIterator<Item = U>) -> Self {
        let parts = self.request.parts();
        parts.remove(name);
        uploads.into_iter().for_each(|upload| parts.push_file(name, upload.into()));
        self
    }
}

impl<O> fmt::Debug for Call<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.request.operation)
            .field("method", &self.request.method)
            .field("path", &self.request.path)
            .finish_non_exhaustive()
    }
}

/// An endpoint that this version of the crate doesn't support; see [`ApiClient::request`].
#[derive(Debug, Clone, Copy)]
pub enum Untyped {}

impl Sealed for Untyped {}

impl Operation for Untyped {
    const NAME: &'static str = "request";
    type Output = Json;
}

impl Call<Untyped> {
    /// Sets a JSON body.
    #[inline]
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        self.json_body(body)
    }

    /// Sends the request and decodes the response body as your own type.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    pub fn send_as<T: DeserializeOwned>(mut self) -> Result<T> {
        let response = self.client.execute(&mut self.request)?;
        from_json(&response.body).map_err(|error| response.mismatch(&self.request, &self.client, &error))
    }
}

impl ApiClient {
    /// Prepares a call of an operation with its path parameters.
    pub(crate) fn call<O: Endpoint>(&self, parameters: &[(&str, &str)]) -> Call<O> {
        let mut request = Request::new::<O>(O::METHOD, String::new());
        request.template = Some(O::PATH);
        expand(&mut request, O::PATH, parameters);
        Call::new(self.clone(), request)
    }
}

/// Sets the path of a request from its template.
fn expand(request: &mut Request, template: &str, parameters: &[(&str, &str)]) {
    let mut path = String::with_capacity(template.len() + 48);
    let mut rest = template;
    while let Some((before, (parameter, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        path.push_str(before);
        let value = parameters.iter().find(|(name, _)| *name == parameter).map_or("", |(_, value)| value);
        if value.trim().is_empty() {
            request.reject(parameter, "must not be empty");
        } else if value == "." || value == ".." {
            request.reject(parameter, "must not be `.` or `..`");
        }
        push_percent_encoded(&mut path, value);
        if path.len() > MAX_URL {
            request.reject(parameter, "is too long for a URL");
            path.truncate(MAX_URL);
        }
        rest = after;
    }
    path.push_str(rest);
    request.path = path;
}

/// Returns `true` if a path segment is `.` or `..`, also percent-encoded.
pub(crate) fn is_dots(segment: &str) -> bool {
    [".", "..", "%2e", ".%2e", "%2e.", "%2e%2e"].iter().any(|dots| segment.eq_ignore_ascii_case(dots))
}

impl Request {
    /// Rejects an argument. The first rejection is returned when the call is sent.
    pub(crate) fn reject(&mut self, parameter: &str, message: &str) {
        self.reject_with(Error::invalid(parameter, message));
    }

    fn reject_with(&mut self, error: Error) {
        self.invalid.get_or_insert(error);
    }

    fn set_query(&mut self, name: &str, style: Style, value: Result<Value>) {
        match value.and_then(|value| query_pairs(name, style, &value)) {
            Ok(pairs) => self.query.set(name, pairs),
            Err(error) => self.reject_with(error),
        }
    }

    fn set_header(&mut self, name: &str, value: &str) {
        match headers::parse(name, value) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(message) => self.reject(name, message),
        }
    }

    fn set_header_parameter(&mut self, name: &str, value: Result<Value>) {
        match value.and_then(|value| simple_text(name, &value)) {
            Ok(Some(text)) => self.set_header(name, &text),
            Ok(None) => drop(self.headers.remove(name)),
            Err(error) => self.reject_with(error),
        }
    }

    fn set_cookie(&mut self, name: &str, value: Result<Value>) {
        match value.and_then(|value| simple_text(name, &value)) {
            Ok(text) => {
                self.cookies.retain(|(known, _)| known != name);
                let text = text.unwrap_or_default();
                if !text.bytes().all(is_cookie_byte) {
                    self.reject(name, "cookie value contains invalid characters");
                } else if !text.is_empty() {
                    self.cookies.push((name.to_owned(), text));
                }
            }
            Err(error) => self.reject_with(error),
        }
    }

    fn set_json(&mut self, json: serde_json::Result<Vec<u8>>) {
        match json {
            Ok(json) => self.body = Body::Json(json),
            Err(error) => self.reject("body", &error.to_string()),
        }
    }

    fn set_form(&mut self, body: Result<Value>) {
        match body.and_then(|body| Ok((form(&body)?, body))) {
            Ok((text, body)) => {
                self.body = Body::Form { text, secrets: secrets_in(body.to_string().as_bytes()) };
            }
            Err(error) => self.reject_with(error),
        }
    }

    fn set_raw(&mut self, content_type: &str, bytes: Vec<u8>) {
        match HeaderValue::try_from(content_type) {
            Ok(content_type) => self.body = Body::Raw { content_type, bytes },
            Err(_) => self.reject("body", "the media type contains invalid characters"),
        }
    }

    /// Returns the parts of the body. Any other body is discarded.
    fn parts(&mut self) -> &mut Parts {
        if !matches!(self.body, Body::Multipart) {
            self.body = Body::Multipart;
            self.parts = Parts::default();
        }
        &mut self.parts
    }

    fn set_part(&mut self, name: &str, value: Result<Value>, content_type: Option<&str>) {
        let value = match value {
            Ok(value) => value,
            Err(error) => return self.reject_with(error),
        };
        let parts = self.parts();
        parts.remove(name);
        match (value, content_type) {
            (Value::Array(items), None) => items.iter().for_each(|item| push_part(parts, name, item, None)),
            (value, content_type) => push_part(parts, name, &value, content_type),
        }
    }
}

/// Adds a part: text unchanged, everything else as JSON.
fn push_part(parts: &mut Parts, name: &str, value: &Value, content_type: Option<&str>) {
    let is_json = content_type.is_some_and(|media_type| media_type.contains("json"));
    match scalar_text(value).filter(|_| !is_json) {
        Some(text) => parts.push_text(name, text, content_type),
        None if value.is_null() => {}
        None => parts.push_text(name, value.to_string(), content_type.or(Some("application/json"))),
    }
}

/// Whether a byte may be in the value of a cookie (RFC 6265); a comma separates items of a list.
fn is_cookie_byte(byte: u8) -> bool {
    matches!(byte, b'!'..=b'~') && !matches!(byte, b'"' | b';' | b'\\')
}
