//! The API's errors: a status code and a body `{"errors": [{"code", "title"}]}`.

use axum::http::StatusCode;
use serde_json::{Value, json};

#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    titles: Vec<String>,
}

impl ApiError {
    fn new(status: StatusCode, code: &'static str, title: impl Into<String>) -> Self {
        Self { status, code, titles: vec![title.into()] }
    }

    pub(crate) fn bad_request(title: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", title)
    }

    /// A 400 response with several errors. Other status codes have one.
    pub(crate) fn bad_requests(titles: Vec<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code: "bad_request", titles }
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "the credentials are missing or invalid")
    }

    pub(crate) fn unauthorized_control() -> Self {
        let title = "control routes: send the control token as `Authorization: Bearer …`, or open the page once with \
                     `/?token=…`";
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", title)
    }

    pub(crate) fn forbidden(title: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", title)
    }

    pub(crate) fn not_found(title: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", title)
    }

    pub(crate) fn conflict(title: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, "conflict", title)
    }

    pub(crate) fn payment_required(title: impl Into<String>) -> Self {
        Self::new(StatusCode::PAYMENT_REQUIRED, "payment_required", title)
    }

    /// A body larger than this many bytes.
    pub(crate) fn too_large(most: usize) -> Self {
        let title = format!("the body is larger than {} kB", most / 1024);
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", title)
    }

    pub(crate) fn unsupported_media_type(expected: &str) -> Self {
        let title = format!("the content type must be {expected}");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", title)
    }

    pub(crate) fn locked(title: impl Into<String>) -> Self {
        Self::new(StatusCode::LOCKED, "locked", title)
    }

    pub(crate) fn internal(title: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal_error", title)
    }

    /// Prefixes the titles with the place of a part of the request.
    pub(crate) fn below(mut self, place: &str) -> Self {
        self.titles.iter_mut().for_each(|title| title.insert_str(0, place));
        self
    }

    pub(crate) fn method_not_allowed(title: impl Into<String>) -> Self {
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", title)
    }

    pub(crate) fn too_many_requests(title: impl Into<String>) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", title)
    }

    pub(crate) fn code(&self) -> &str {
        self.code
    }

    pub(crate) fn is_not_found(&self) -> bool {
        self.status == StatusCode::NOT_FOUND
    }

    /// The titles, one per violation.
    pub(crate) fn titles(&self) -> &[String] {
        &self.titles
    }

    pub(crate) fn into_response(self) -> (StatusCode, Value) {
        let errors: Vec<Value> =
            self.titles.into_iter().map(|title| json!({"code": self.code, "title": title})).collect();
        (self.status, json!({ "errors": errors }))
    }
}

/// The error of an invalid argument.
pub(crate) fn invalid(what: impl Into<String>) -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidInput, what.into())
}
