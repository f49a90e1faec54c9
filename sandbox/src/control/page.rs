//! The page at `/` and its files, which are part of the program.

use axum::body::Bytes;
use axum::http::{HeaderValue, Response, StatusCode, header};

use crate::http::server::typed;
use crate::util::error::ApiError;

/// Nothing is loaded from other hosts, except the images and media of messages.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: http: https:; \
                      media-src 'self' http: https:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// The files, by name.
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../page/", $name)))),*]
    };
}

static FILES: &[(&str, &[u8])] = files![
    "index.html",
    "style.css",
    "icon.svg",
    "main.js",
    "agent.js",
    "api.js",
    "chat.js",
    "content.js",
    "controls.js",
    "data.js",
    "dom.js",
    "state.js",
    "thread.js",
    "timeline.js",
];

/// Returns a file of the page.
pub(crate) fn file(name: &str) -> Result<Response<Bytes>, ApiError> {
    let (_, bytes) = FILES
        .iter()
        .find(|(known, _)| *known == name)
        .ok_or_else(|| ApiError::not_found("the page doesn't have this file"))?;
    let content_type = match name.rsplit_once('.') {
        Some((_, "html")) => "text/html; charset=utf-8",
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
    let mut response = typed(StatusCode::OK, content_type, Bytes::from_static(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    // Another version of the sandbox may use the same address.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}
