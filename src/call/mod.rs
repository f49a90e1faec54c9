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

use http::HeaderMap;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::repair::from_json;
use crate::body::upload::Upload;
use crate::client::ApiClient;
use crate::decode::sending::sending;
use crate::error::Result;
use crate::request::Request;
use crate::request::operation::{Endpoint, Operation, Sealed};
use crate::request::parameters::{Style, value_of};
use crate::retry::{RetryPolicy, ZERO, limited};
use crate::transport::reader::ResponseReader;
use crate::value::json::Json;

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
    /// schema: see [`Error`](crate::Error).
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
        let response = self.client.transport.execute(&mut self.request)?;
        match self.client.observed(O::NAME, || O::decode(response.status, &response.body)) {
            Ok(body) => Ok(Response { status: response.status, headers: response.headers, body, raw: response.body }),
            Err(error) => Err(self.client.transport.attach_request(&self.request, response.mismatch(&error))),
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
        self.client.transport.stream(&mut self.request)
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
        let response = self.client.transport.execute(&mut self.request)?;
        from_json(&response.body)
            .map_err(|error| self.client.transport.attach_request(&self.request, response.mismatch(&error)))
    }
}

impl ApiClient {
    /// Prepares a call of an operation with its path parameters.
    pub(crate) fn call<O: Endpoint>(&self, parameters: &[(&str, &str)]) -> Call<O> {
        let mut request = Request::new::<O>(O::METHOD, String::new());
        request.template = Some(O::PATH);
        request.set_path(O::PATH, parameters);
        Call::new(self.clone(), request)
    }
}
