//! Pages outside of the API: uploaded files, and the page that shows an OAuth code.

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Response, header};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::api::response::{CODE_PAGE, FILES};
use crate::http::auth;
use crate::http::server::failed;
use crate::model::context::Context;
use crate::model::state::State;
use crate::util::error::ApiError;
use crate::util::markup::escape;

/// Returns the response if the request is for one of these pages.
pub(crate) fn find(head: &Parts, state: &State, context: &Context) -> Option<Response<Bytes>> {
    if head.method != Method::GET && head.method != Method::HEAD {
        return None;
    }
    let path = head.uri.path();
    if path == CODE_PAGE {
        return Some(code(head.uri.query().unwrap_or_default()));
    }
    let file = path.strip_prefix(FILES)?;
    let access = if context.private_attachments { admit(head, file, state, context) } else { Ok(()) };
    let found = || attachment(file, state).ok_or_else(|| ApiError::not_found("attachment not found"));
    Some(access.and_then(|()| found()).unwrap_or_else(failed))
}

/// Checks that the caller may read the files of an app.
fn admit(head: &Parts, file: &str, state: &State, context: &Context) -> Result<(), ApiError> {
    let caller = auth::identify(&head.headers, state, context.clock.now())?;
    let app = file.split('/').next().unwrap_or_default();
    let is_own = caller.app.as_ref().is_none_or(|own| own == app);
    let is_allowed = caller.service_account.as_ref().is_none_or(|account| state.may_use(account, app));
    match is_own && is_allowed {
        true => Ok(()),
        false => Err(ApiError::forbidden("the credentials belong to another app")),
    }
}

/// A file, at `{app}/{id}/{name}`.
fn attachment(path: &str, state: &State) -> Option<Response<Bytes>> {
    let (app, path) = path.split_once('/')?;
    let (id, name) = path.split_once('/')?;
    let attachment = state.app(app)?.attachment(id)?;
    if percent_decode_str(name).decode_utf8().ok()? != attachment.file_name {
        return None;
    }
    let content_type = HeaderValue::from_str(&attachment.media_type);
    let content_type = content_type.unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"));
    let mut response = page(content_type, attachment.bytes.clone());
    // RFC 5987: the name consists of letters, digits and `%`.
    let name = utf8_percent_encode(&attachment.file_name, NON_ALPHANUMERIC);
    let disposition = if is_shown(&attachment.media_type) { "inline" } else { "attachment" };
    if let Ok(disposition) = format!("{disposition}; filename*=UTF-8''{name}").parse() {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    Some(response)
}

/// Whether a browser may show a file instead of saving it: files that can't contain a script.
fn is_shown(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let kind = essence.split('/').next().unwrap_or_default();
    matches!(kind, "audio" | "video")
        || matches!(essence.as_str(), "image/png" | "image/jpeg" | "image/gif" | "image/webp")
}

/// For people who try the flow by hand: shows the code to exchange.
pub(crate) fn code(query: &str) -> Response<Bytes> {
    let value = |wanted: &str| {
        let found = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted);
        found.map(|(_, value)| escape(&value)).unwrap_or_default()
    };
    let html = format!(
        "<!doctype html>\n<title>Access allowed</title>\n<h1>Access allowed</h1>\n\
         <p>code: <code>{}</code></p>\n<p>state: <code>{}</code></p>\n",
        value("code"),
        value("state")
    );
    page(HeaderValue::from_static("text/html; charset=utf-8"), html.into())
}

pub(crate) fn page(content_type: HeaderValue, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, content_type);
    // An uploaded page has the origin of the sandbox, whose control routes need no credentials.
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
