//! Calls of endpoints that this version of the crate doesn't support.
//!
//! A separate module after `operations`, because rustdoc lists the methods of `ApiClient` in the order of the modules.

use http::Method;

use crate::request::Request;
use crate::request::url::is_dots;
use crate::{ApiClient, Call, Untyped};

/// Returns `true` if a byte may be in the path of a URL (RFC 3986).
fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/".contains(&byte)
}

/// The methods that ureq can send to a server.
const METHODS: [Method; 8] = [
    Method::GET,
    Method::HEAD,
    Method::OPTIONS,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
    Method::TRACE,
];

impl ApiClient {
    /// Prepares a call of an endpoint that this version of the crate doesn't support, with the same credentials, errors
    /// and options as other calls.
    ///
    /// `method` is one that HTTP defines, except CONNECT. `path` is appended to the base URL and must be percent-encoded. Pass
    /// the query to [`Call::query`].
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, http::Method};
    /// # let api = ApiClient::from_env().unwrap();
    /// let poll = api.request(Method::POST, "/v2/apps/5d8c/polls").json(&serde_json::json!({"title": "Lunch?"})).send()?;
    /// println!("{:?}", poll.get::<String>("id")?);
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    pub fn request(&self, method: Method, path: &str) -> Call<Untyped> {
        let is_known = METHODS.contains(&method);
        let mut request = Request::new::<Untyped>(method, path.to_owned());
        if !is_known {
            request.reject("method", "must be one of GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE and TRACE");
        }
        if !path.starts_with('/') {
            request.reject("path", "must start with `/`");
        } else if path.contains(['?', '#']) {
            request.reject("path", "must not have a query; use `Call::query`");
        } else if path.split('/').any(is_dots) {
            request.reject("path", "must not have a segment `.` or `..`");
        } else if !path.bytes().all(is_path_byte) {
            request.reject("path", "must only contain characters of a URL; percent-encode others");
        }
        Call::new(self.clone(), request)
    }
}
