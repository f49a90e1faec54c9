//! Control over HTTP, for tests in any language: `/sandbox/…`, which isn't part of the API, and the page at `/`.

use std::net::IpAddr;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri, header};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::clock::written;
use crate::connection::Peer;
use crate::document::document;
use crate::error::ApiError;
use crate::fault::Fault;
use crate::index;
use crate::routes::view;
use crate::server::{Server, allow, failed, json, typed};
use crate::snapshot::Snapshot;

pub(crate) fn is_for(path: &str) -> bool {
    path == "/" || path == "/sandbox" || path.starts_with("/sandbox/")
}

pub(crate) fn response(server: &Server, peer: &Peer, head: &Parts, body: Result<Bytes, ApiError>) -> Response<Bytes> {
    let response = check_origin(peer, &head.headers).and_then(|()| {
        let segments: Vec<&str> = head.uri.path().split('/').skip(1).collect();
        // The server drops the body of a response to HEAD.
        let method = if head.method == Method::HEAD { &Method::GET } else { &head.method };
        let control = Control { server, query: head.uri.query().unwrap_or_default(), body: body? };
        control.route(method, &segments)
    });
    response.unwrap_or_else(failed)
}

/// These routes need no credentials, so they only accept local clients and reject web pages of other sites. Those have
/// a foreign `Origin`, or a foreign `Host` in a DNS rebinding attack.
fn check_origin(peer: &Peer, headers: &HeaderMap) -> Result<(), ApiError> {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let reject = |what: &str| Err(ApiError::forbidden(format!("control routes: {what}")));
    if !peer.address.ip().to_canonical().is_loopback() {
        return reject("only for clients on the same machine");
    }
    if !text(header::HOST).is_some_and(is_local) {
        return reject("only with the host localhost or a loopback address");
    }
    if text(header::ORIGIN).is_some_and(|origin| !origin.strip_prefix("http://").is_some_and(is_local)) {
        return reject("not for pages of other sites");
    }
    Ok(())
}

/// Whether a `host:port` is this machine.
fn is_local(authority: &str) -> bool {
    let Ok(uri) = Uri::builder().scheme("http").authority(authority).path_and_query("/").build() else {
        return false;
    };
    // Neither header contains user information.
    let host = uri.host().filter(|_| !authority.contains('@')).unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

struct Control<'a> {
    server: &'a Server,
    query: &'a str,
    body: Bytes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    seconds: f64,
}

impl Control<'_> {
    fn route(&self, method: &Method, path: &[&str]) -> Result<Response<Bytes>, ApiError> {
        let methods: &[&str] = match path {
            [""] | ["sandbox"] | ["sandbox", "openapi.yaml" | "state"] => &["GET", "HEAD"],
            ["sandbox", "journal"] => &["DELETE", "GET", "HEAD"],
            ["sandbox", "faults"] => &["DELETE", "GET", "HEAD", "POST"],
            ["sandbox", "snapshot"] => &["GET", "HEAD", "PUT"],
            ["sandbox", "clock" | "deliveries"] => &["GET", "HEAD"],
            ["sandbox", "reset"] | ["sandbox", "clock", "advance"] => &["POST"],
            ["sandbox", "apps", _, "simulate"] => &["POST"],
            _ => return Err(ApiError::not_found("unknown control route; see / for a list")),
        };
        if !methods.contains(&method.as_str()) {
            let mut response = failed(ApiError::method_not_allowed(format!("{} only", methods.join(", "))));
            allow(&mut response, methods);
            return Ok(response);
        }
        self.perform(method.as_str(), path)
    }

    fn perform(&self, method: &str, path: &[&str]) -> Result<Response<Bytes>, ApiError> {
        let server = self.server;
        match (method, path) {
            (_, [""] | ["sandbox"]) => {
                return Ok(typed(StatusCode::OK, "text/html; charset=utf-8", index::page(server)?));
            }
            (_, ["sandbox", "openapi.yaml"]) => {
                return Ok(typed(StatusCode::OK, "application/yaml", document().text()));
            }
            (_, ["sandbox", "state"]) => return ok(&index::summary(server)?),
            ("GET", ["sandbox", "journal"]) => {
                let mut query = form_urlencoded::parse(self.query.as_bytes());
                let operation = query.find(|(name, _)| name == "operation").map(|(_, value)| value);
                return ok(&json!({"requests": server.journal.entries(operation.as_deref())}));
            }
            ("GET", ["sandbox", "faults"]) => return ok(&json!({"faults": server.faults.all()})),
            ("GET", ["sandbox", "snapshot"]) => return ok(&view(&server.snapshot())?),
            ("GET", ["sandbox", "deliveries"]) => {
                let deliveries = server.courier.kept();
                return ok(&json!({"pending": server.courier.pending(), "deliveries": deliveries}));
            }
            ("DELETE", ["sandbox", "journal"]) => server.journal.clear(),
            ("POST", ["sandbox", "faults"]) => {
                let fault: Fault = self.body()?;
                server.faults.add(fault).map_err(|error| ApiError::bad_request(error.to_string()))?;
            }
            ("DELETE", ["sandbox", "faults"]) => server.faults.clear(),
            ("POST", ["sandbox", "reset"]) => server.reset(),
            ("PUT", ["sandbox", "snapshot"]) => {
                let snapshot: Snapshot = self.body()?;
                server.restore(&snapshot).map_err(|error| ApiError::bad_request(format!("body: {error}")))?;
            }
            ("POST", ["sandbox", "clock", "advance"]) => {
                let by = Duration::try_from_secs_f64(self.body::<Advance>()?.seconds);
                let by = by.map_err(|_| ApiError::bad_request("/seconds: must be 0 or more"))?;
                server.context.clock.advance(by);
                return self.time();
            }
            ("GET", ["sandbox", "clock"]) => return self.time(),
            (_, ["sandbox", "apps", app, "simulate"]) => return ok(&server.simulate(app, self.body()?)?),
            _ => return Err(ApiError::not_found("unknown control route")),
        }
        ok(&json!({}))
    }

    fn time(&self) -> Result<Response<Bytes>, ApiError> {
        ok(&json!({"now": written(self.server.context.clock.now())}))
    }

    fn body<T: DeserializeOwned>(&self) -> Result<T, ApiError> {
        serde_json::from_slice(&self.body).map_err(|error| ApiError::bad_request(format!("body: {error}")))
    }
}

fn ok(body: &Value) -> Result<Response<Bytes>, ApiError> {
    Ok(json(StatusCode::OK, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine() {
        for local in ["localhost", "LOCALHOST:80", "127.0.0.1:8080", "127.9.9.9", "[::1]:8080"] {
            assert!(is_local(local), "{local}");
        }
        for foreign in
            ["", "evil.example", "localhost.evil.example", "127.0.0.1.nip.io:80", "10.0.0.1", "a@b@localhost"]
        {
            assert!(!is_local(foreign), "{foreign}");
        }
    }
}
