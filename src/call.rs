//! A call: an operation with its arguments, ready to be sent.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use ureq::http::{HeaderMap, HeaderName, HeaderValue, Method};

use crate::client::ApiClient;
use crate::error::{Error, Result};
use crate::json::Json;
use crate::retry::RetryPolicy;
use crate::transport::{Body, Request};
use crate::upload::Upload;

/// All bytes but RFC 3986's unreserved ones.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// An operation of the API: how it is called, and what it answers. The types in [`operations`](crate::operations) are
/// the operations.
pub trait Operation {
    /// The name that the API's reference gives it.
    const NAME: &'static str;
    /// The method of its request.
    const METHOD: Method;
    /// The path of its request, with the names of parameters in braces.
    const PATH: &'static str;
    /// Whether a redirect is what it answers with.
    const REDIRECTS: bool = false;
    /// What it answers with.
    type Output: DeserializeOwned;

    /// Reads the answer.
    ///
    /// # Errors
    /// When the answer is not what the document says.
    fn decode(body: &[u8]) -> serde_json::Result<Self::Output> {
        serde_json::from_slice(body)
    }
}

/// Reads the answer of an operation that answers with nothing: an object without content, or no body at all.
///
/// Anything but JSON is an error: a gateway's page must not pass for a deletion.
#[inline]
pub(crate) fn nothing(body: &[u8]) -> serde_json::Result<()> {
    if body.trim_ascii().is_empty() { Ok(()) } else { serde_json::from_slice(body).map(|IgnoredAny| ()) }
}

/// A call that is ready to be sent: an operation with its arguments.
///
/// The methods of [`ApiClient`] make calls; the setters of a call add what is optional; [`send`](Self::send) sends it.
/// Listings have [`iter`](Self::iter) and [`pages`](Self::pages) too.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<O> {
    pub(crate) client: ApiClient,
    pub(crate) request: Request,
    operation: PhantomData<fn() -> O>,
}

/// A whole answer: what `send` gives, and what came with it.
#[derive(Clone)]
#[non_exhaustive]
pub struct Response<T> {
    /// The status: one of the 200s, or a redirect where the operation answers with one.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// What the operation answers with.
    pub body: T,
    /// The same as it was sent: also the fields that this version of the crate does not know.
    pub raw: Vec<u8>,
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Neither headers nor the raw body: both may hold secrets that the models mask.
        f.debug_struct("Response").field("status", &self.status).field("body", &self.body).finish_non_exhaustive()
    }
}

impl<O: Operation> Call<O> {
    /// Sends the call and gives what the operation answers with.
    ///
    /// # Errors
    /// When an argument is refused, the API cannot be reached, answers with an error, or with something else than its
    /// document says: see [`Error`].
    pub fn send(self) -> Result<O::Output> {
        Ok(self.send_full()?.body)
    }

    /// Sends the call and gives the whole answer: status, headers, and the body as it was sent.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    pub fn send_full(mut self) -> Result<Response<O::Output>> {
        self.exchange()
    }

    /// Sends the call as it stands; a listing does so page by page.
    pub(crate) fn exchange(&mut self) -> Result<Response<O::Output>> {
        let answer = self.client.execute(&mut self.request)?;
        match O::decode(&answer.body) {
            Ok(body) => Ok(Response { status: answer.status, headers: answer.headers, body, raw: answer.body }),
            Err(error) => Err(answer.mismatch(&self.request, &self.client, &error)),
        }
    }
}

impl<O> Call<O> {
    /// How long the whole call may take, with all attempts and the pauses between them, instead of the client's timeout.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.request.timeout = Some(timeout);
        self
    }

    /// When this call is sent again after a failure, instead of the client's policy; [`RetryPolicy::none`] for never.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.request.retry = Some(policy);
        self
    }

    /// Marks the call as safe to repeat: doing it twice is the same as doing it once, although its method is POST or
    /// PATCH. It is then sent again after the failures after which a GET is.
    pub fn idempotent(mut self) -> Self {
        self.request.idempotent = true;
        self
    }

    /// A header for this call alone; it replaces the client's header of that name.
    ///
    /// Refused when sent: a name or value that no header can have (line breaks, for one).
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) => drop(self.request.headers.insert(name, value)),
            (Err(_), _) => self.request.refuse(name, "is not the name of a header"),
            (_, Err(_)) => self.request.refuse(name, "the header's value has characters that no header can carry"),
        }
        self
    }

    /// A query parameter that this version of the crate has no setter for.
    pub fn query(mut self, name: &str, value: impl Into<String>) -> Self {
        self.request.query.push((name.to_owned(), value.into()));
        self
    }

    /// Sets a query parameter, once.
    pub(crate) fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.request.set(name, value.into());
        self
    }

    /// Sets a query parameter that is an object: `filter[userId]=…`.
    pub(crate) fn deep_object<T: Serialize>(mut self, name: &str, value: &T) -> Self {
        match serde_json::to_value(value) {
            Ok(serde_json::Value::Object(map)) if !map.is_empty() => {
                for (key, value) in &map {
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    self.request.set(&format!("{name}[{key}]"), text);
                }
            }
            _ => self.request.refuse(name, "has no field set, and needs one"),
        }
        self
    }

    /// Sets the body, as JSON.
    #[inline]
    pub(crate) fn with_json<T: Serialize + ?Sized>(mut self, body: &T) -> Self {
        match serde_json::to_vec(body) {
            Ok(json) => self.request.body = Body::Json(json),
            Err(error) => self.request.refuse("body", &error.to_string()),
        }
        self
    }

    /// Sets the body, as a form with one file.
    pub(crate) fn upload(mut self, field: &'static str, upload: Upload) -> Self {
        self.request.body = Body::Upload(field, upload);
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

/// An operation that this version of the crate does not know: [`ApiClient::request`] makes its calls.
#[derive(Debug, Clone, Copy)]
pub enum Untyped {}

impl Operation for Untyped {
    const NAME: &'static str = "request";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "";
    type Output = Json;
}

impl Call<Untyped> {
    /// The body, as JSON.
    #[inline]
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        self.with_json(body)
    }

    /// Sends the call and reads the answer as a type of yours.
    ///
    /// # Errors
    /// Those of [`send`](Self::send).
    pub fn send_as<T: DeserializeOwned>(mut self) -> Result<T> {
        let answer = self.client.execute(&mut self.request)?;
        serde_json::from_slice(&answer.body).map_err(|error| answer.mismatch(&self.request, &self.client, &error))
    }
}

impl ApiClient {
    /// A call of an operation that this version of the crate does not know, with the same credentials, errors and
    /// options as all others.
    ///
    /// `path` is all that follows the base URL, already percent-encoded; the query goes to [`Call::query`].
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, http::Method};
    /// # let api = ApiClient::from_env().unwrap();
    /// let answer = api.request(Method::POST, "/v2/apps/5d8c/polls").json(&serde_json::json!({"title": "Lunch?"})).send()?;
    /// println!("{:?}", answer.get::<String>("id")?);
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    pub fn request(&self, method: Method, path: &str) -> Call<Untyped> {
        let mut request = Request::new(Untyped::NAME, method, path.to_owned(), false);
        if !path.starts_with('/') {
            request.refuse("path", "does not begin with `/`");
        } else if path.contains(['?', '#']) {
            request.refuse("path", "has a query; give it to `Call::query`");
        } else if path.split('/').any(is_dots) {
            request.refuse("path", "has a segment `.` or `..`, which leads to another route");
        }
        Call { client: self.clone(), request, operation: PhantomData }
    }

    /// A call of an operation, with the parameters of its path.
    pub(crate) fn call<O: Operation>(&self, parameters: &[(&str, &str)]) -> Call<O> {
        let request = expand(O::NAME, O::METHOD, O::PATH, O::REDIRECTS, parameters);
        Call { client: self.clone(), request, operation: PhantomData }
    }
}

/// Fills in the path of a request.
fn expand(name: &'static str, method: Method, template: &str, redirects: bool, parameters: &[(&str, &str)]) -> Request {
    let mut path = String::with_capacity(template.len() + 48);
    let mut refused = None;
    let mut rest = template;
    while let Some((before, (parameter, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        path.push_str(before);
        let value = parameters.iter().find(|(name, _)| *name == parameter).map_or("", |(_, value)| value);
        if value.is_empty() {
            refused = refused.or(Some((parameter, "is empty")));
        } else if value == "." || value == ".." {
            refused = refused.or(Some((parameter, "is `.` or `..`, which leads to another route")));
        }
        path.extend(utf8_percent_encode(value, RESERVED));
        rest = after;
    }
    path.push_str(rest);
    let mut request = Request::new(name, method, path, redirects);
    if let Some((parameter, message)) = refused {
        request.refuse(parameter, message);
    }
    request
}

/// Whether a segment of a path would be taken for a step in it, written out or encoded.
fn is_dots(segment: &str) -> bool {
    [".", "..", "%2e", ".%2e", "%2e.", "%2e%2e"].iter().any(|dots| segment.eq_ignore_ascii_case(dots))
}

/// A text as it stands in a URL.
pub(crate) fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The query of a request, `?` included.
pub(crate) fn encode_query(pairs: &[(String, String)]) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        query.push(if query.is_empty() { '?' } else { '&' });
        query.extend(utf8_percent_encode(name, RESERVED));
        query.push('=');
        query.extend(utf8_percent_encode(value, RESERVED));
    }
    query
}

impl Request {
    /// Refuses an argument; the first refusal is told when the call is sent.
    pub(crate) fn refuse(&mut self, parameter: &str, message: &str) {
        self.refused.get_or_insert_with(|| Error::invalid(parameter, message));
    }

    /// Sets a query parameter, in place of an earlier value.
    pub(crate) fn set(&mut self, name: &str, value: String) {
        if value.is_empty() {
            self.refuse(name, "is empty");
        }
        self.query.retain(|(known, _)| known != name);
        self.query.push((name.to_owned(), value));
    }
}
