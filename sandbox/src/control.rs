//! Control over HTTP, for tests in any language: `/sandbox/…`, which isn't part of the API, and the page at `/`.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri, header};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::body;
use crate::clock::written;
use crate::connection::Peer;
use crate::document::document;
use crate::error::ApiError;
use crate::fault::Fault;
use crate::index;
use crate::journal::JournalEntry;
use crate::routes::view;
use crate::server::{Server, allow, failed, json, typed};
use crate::snapshot::Snapshot;

pub(crate) fn is_for(path: &str) -> bool {
    path == "/" || path == "/sandbox" || path.starts_with("/sandbox/")
}

/// The most that is read of a request body; a snapshot may be large.
const MAX_BODY: usize = 1024 * 1024 * 1024;

/// Handles a control request. The body is only read if the request is allowed.
pub(crate) async fn response(server: &Server, peer: &Peer, head: &Parts, body: &mut Body) -> Response<Bytes> {
    perform(server, peer, head, body).await.unwrap_or_else(failed)
}

async fn perform(server: &Server, peer: &Peer, head: &Parts, body: &mut Body) -> Result<Response<Bytes>, ApiError> {
    check_origin(peer, &head.headers)?;
    let segments: Vec<&str> = head.uri.path().split('/').skip(1).collect();
    // The server drops the body of a response to HEAD.
    let method = if head.method == Method::HEAD { &Method::GET } else { &head.method };
    let methods = methods(&segments)?;
    if !methods.contains(&method.as_str()) {
        let mut response = failed(ApiError::method_not_allowed(format!("{} only", methods.join(", "))));
        allow(&mut response, methods);
        return Ok(response);
    }
    let query = query(head.uri.query().unwrap_or_default(), &segments)?;
    let body = body::read(body, MAX_BODY).await?;
    Control { server, query, body }.perform(method.as_str(), &segments)
}

/// The methods of a route.
fn methods(path: &[&str]) -> Result<&'static [&'static str], ApiError> {
    Ok(match path {
        [""] | ["sandbox"] | ["sandbox", "openapi.yaml" | "state"] => &["GET", "HEAD"],
        ["sandbox", "journal"] => &["DELETE", "GET", "HEAD"],
        ["sandbox", "faults"] => &["DELETE", "GET", "HEAD", "POST"],
        ["sandbox", "snapshot"] => &["GET", "HEAD", "PUT"],
        ["sandbox", "clock" | "deliveries"] => &["GET", "HEAD"],
        ["sandbox", "reset"] | ["sandbox", "clock", "advance"] => &["POST"],
        ["sandbox", "apps", _, "simulate"] => &["POST"],
        _ => return Err(ApiError::not_found("unknown control route; see / for a list")),
    })
}

/// The query parameters of a route. An unknown one would make a test pass that tests nothing.
fn query(query: &str, path: &[&str]) -> Result<BTreeMap<String, String>, ApiError> {
    let known: &[&str] = if path == ["sandbox", "journal"] { &["operation"] } else { &[] };
    let mut parameters = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if !known.contains(&&*name) {
            let known = if known.is_empty() {
                "this route doesn't have any".to_owned()
            } else {
                format!("use {}", known.join(", "))
            };
            return Err(ApiError::bad_request(format!("unknown query parameter {name:?}; {known}")));
        }
        if parameters.insert(name.to_string(), value.into_owned()).is_some() {
            return Err(ApiError::bad_request(format!("query parameter {name:?}: must not be repeated")));
        }
    }
    Ok(parameters)
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

/// Checks that a request to a sandbox that only this machine can reach was sent to this machine. In a DNS rebinding attack, the
/// page of another site sends requests to its own host, which has a loopback address.
pub(crate) fn check_host(headers: &HeaderMap) -> Result<(), ApiError> {
    let host = headers.get(header::HOST).map(|host| host.to_str().unwrap_or_default());
    match host {
        Some(host) if !is_local(host) => Err(ApiError::forbidden(format!(
            "the host {host:?} isn't this machine; use localhost or a loopback address"
        ))),
        // A client of HTTP/1.0, not a browser.
        _ => Ok(()),
    }
}

/// Whether a `host:port` is this machine.
fn is_local(authority: &str) -> bool {
    let Ok(uri) = Uri::builder().scheme("http").authority(authority).path_and_query("/").build() else {
        return false;
    };
    // Neither header contains user information.
    let host = uri.host().filter(|_| !authority.contains('@')).unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    // Browsers and resolvers use a loopback address for all names in this domain (RFC 6761).
    let host = host.to_ascii_lowercase();
    host == "localhost" || host.ends_with(".localhost") || address.is_ok_and(|address| address.is_loopback())
}

struct Control<'a> {
    server: &'a Server,
    query: BTreeMap<String, String>,
    body: Bytes,
}

#[derive(Serialize)]
struct Requests {
    requests: Vec<JournalEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    seconds: f64,
}

impl Control<'_> {
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
                let operation = self.query.get("operation").map(String::as_str);
                let requests = server.requests(operation)?;
                // Without a `Value`, which would take many times the memory of the text.
                let text = serde_json::to_vec(&Requests { requests });
                let text = text.map_err(|error| ApiError::internal(error.to_string()))?;
                return Ok(typed(StatusCode::OK, "application/json", text));
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
        for local in ["localhost", "LOCALHOST:80", "sunco.localhost:80", "127.0.0.1:8080", "127.9.9.9", "[::1]:8080"] {
            assert!(is_local(local), "{local}");
        }
        for foreign in
            ["", "evil.example", "localhost.evil.example", "127.0.0.1.nip.io:80", "10.0.0.1", "a@b@localhost"]
        {
            assert!(!is_local(foreign), "{foreign}");
        }
    }
}
