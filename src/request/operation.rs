//! The operations of the API as types: how a request starts, and how its response is decoded.

use http::Method;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::base::repair::from_json;

/// Keeps traits from being implemented outside of this crate, so that they can get new items.
pub trait Sealed {}

/// An API operation, as a type parameter of [`Call`](crate::Call). Implemented by the types in [`operations`](crate::operations) and by
/// [`Untyped`](crate::Untyped). This trait is sealed.
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

/// An operation whose request method and path are known: all operations but [`Untyped`](crate::Untyped). This trait is sealed.
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
#[inline]
pub(crate) fn nothing(body: &[u8]) -> serde_json::Result<()> {
    if is_empty(body) { Ok(()) } else { from_json(body).map(|IgnoredAny| ()) }
}

/// Ignores the response body.
#[allow(clippy::unnecessary_wraps, reason = "all decoders have the same type")]
pub(crate) fn ignored(_body: &[u8]) -> serde_json::Result<()> {
    Ok(())
}

/// Returns a binary response body.
#[allow(clippy::unnecessary_wraps, reason = "all decoders have the same type")]
pub(crate) fn bytes(body: &[u8]) -> serde_json::Result<Vec<u8>> {
    Ok(body.to_vec())
}

/// Returns a text response body.
pub(crate) fn text(body: &[u8]) -> serde_json::Result<String> {
    str::from_utf8(body).map(str::to_owned).map_err(|_| serde::de::Error::custom("the text is not valid UTF-8"))
}

/// Decodes a JSON response body that may be empty.
pub(crate) fn optional<T: DeserializeOwned>(body: &[u8]) -> serde_json::Result<Option<T>> {
    if is_empty(body) { Ok(None) } else { from_json(body) }
}

fn is_empty(body: &[u8]) -> bool {
    body.trim_ascii().is_empty()
}
