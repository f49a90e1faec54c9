//! Control over HTTP, for tests in any language and for the page at `/`: `/sandbox/…`, which isn't part of the API.

mod data;
mod page;
mod route;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::request::Parts;
use axum::http::{Method, Response, StatusCode};
use route::{Route, find, methods};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::api::body;
use crate::http::connection::Peer;
use crate::http::fault::Fault;
use crate::http::journal::{Criteria, JournalEntry};
use crate::http::server::{Server, allow, failed, json_response, typed};
use crate::http::stream::json_stream;
use crate::model::snapshot::Snapshot;
use crate::outside::events::Simulation;
use crate::spec::document::document;
use crate::transcript::{ReplayOptions, Transcript, replay, transcript_of};
use crate::util::clock::written;
use crate::util::error::ApiError;
use crate::util::values::view;

pub(crate) fn is_for(path: &str) -> bool {
    path == "/" || path == "/sandbox" || path.starts_with("/sandbox/")
}

/// Open to everyone, for health checks of containers.
pub(crate) const HEALTH: &str = "/sandbox/health";

/// The most that is read of a request body; a snapshot may be large.
const MAX_BODY: usize = 1024 * 1024 * 1024;

/// The default and the largest number of entries in a page of a log.
const PAGE: u64 = 1_000;

const MAX_PAGE: usize = 10_000;

/// The longest that a request may wait for deliveries.
const MAX_WAIT: Duration = Duration::from_secs(600);

pub(crate) fn health() -> Response<Bytes> {
    json_response(StatusCode::OK, &json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")}))
}

/// Handles a control request. The body is only read if the request is allowed.
pub(crate) async fn response(server: &Arc<Server>, peer: &Peer, head: &Parts, body: &mut Body) -> Response<Body> {
    match perform(server, peer, head, body).await {
        Ok(response) => response,
        Err(error) => failed(error).map(Body::from),
    }
}

async fn perform(server: &Arc<Server>, peer: &Peer, head: &Parts, body: &mut Body) -> Result<Response<Body>, ApiError> {
    if head.uri.path() == "/"
        && let Some(response) = server.access.sign_in(&head.uri)
    {
        return response.map(|response| response.map(Body::from));
    }
    server.access.check_control(peer, &head.headers)?;
    // The server drops the body of a response to HEAD.
    let method = if head.method == Method::HEAD { "GET" } else { head.method.as_str() };
    let (route, path) = match find(method, head.uri.path()) {
        Some(found) => found,
        None => {
            let methods = methods(head.uri.path());
            if methods.is_empty() {
                return Err(ApiError::not_found("unknown control route; GET /sandbox/routes returns a list"));
            }
            let mut response = failed(ApiError::method_not_allowed(format!("{} only", methods.join(", "))));
            allow(&mut response, &methods);
            return Ok(response.map(Body::from));
        }
    };
    let query = query(head.uri.query().unwrap_or_default(), route)?;
    if route.path == "/sandbox/events" {
        return Ok(server.feed.response());
    }
    if (route.method, route.path) == ("GET", "/sandbox/snapshot") {
        return Ok(json_stream(server.snapshot()));
    }
    if (route.method, route.path) == ("PUT", "/sandbox/snapshot") {
        let snapshot: Snapshot = body::parse(body, MAX_BODY).await?;
        server.restore(snapshot).map_err(|error| ApiError::bad_request(format!("body: {error}")))?;
        return ok(&json!({})).map(|response| response.map(Body::from));
    }
    let body = body::read(body, MAX_BODY).await?;
    let control = Control { server, path, query, body };
    control.perform(route).await.map(|response| response.map(Body::from))
}

/// The query parameters of a route. An unknown one would make a test pass that tests nothing.
fn query(query: &str, route: &Route) -> Result<BTreeMap<String, String>, ApiError> {
    let mut parameters = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if !route.query.contains(&&*name) {
            let known = if route.query.is_empty() {
                "this route doesn't have any".to_owned()
            } else {
                format!("use {}", route.query.join(", "))
            };
            return Err(ApiError::bad_request(format!("unknown query parameter {name:?}; {known}")));
        }
        if parameters.insert(name.to_string(), value.into_owned()).is_some() {
            return Err(ApiError::bad_request(format!("query parameter {name:?}: must not be repeated")));
        }
    }
    Ok(parameters)
}

struct Control<'a> {
    server: &'a Arc<Server>,
    /// The path parameters, in order.
    path: Vec<String>,
    query: BTreeMap<String, String>,
    body: Bytes,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Requests {
    requests: Vec<JournalEntry>,
    /// If no request matches: the request that differs in the fewest filters.
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<crate::http::journal::NearMiss>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Simulated {
    events: Vec<Arc<RawValue>>,
    has_more: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    seconds: f64,
}

impl Control<'_> {
    async fn perform(&self, route: &Route) -> Result<Response<Bytes>, ApiError> {
        let server = self.server;
        match (route.method, route.path) {
            ("GET", "/" | "/sandbox") => return page::file("index.html"),
            ("GET", "/sandbox/page/{file}") => return page::file(self.parameter(0)),
            ("GET", "/sandbox/openapi.yaml") => {
                return Ok(typed(StatusCode::OK, "application/yaml", document().text()));
            }
            ("GET", "/sandbox/routes") => return ok(&json!({"routes": route::ROUTES})),
            ("GET", "/sandbox/state") => return ok(&data::summary(server)),
            ("GET", "/sandbox/credentials") => return ok(&data::credentials(&server.state())),
            ("GET", "/sandbox/journal") => return self.journal(),
            ("DELETE", "/sandbox/journal") => {
                server.journal.clear();
                server.feed.clear_simulated();
            }
            ("GET", "/sandbox/simulated") => return self.simulated(),
            ("POST", "/sandbox/journal/{number}/replay") => return server.replay(self.number(0)?).await,
            ("GET", "/sandbox/faults") => return ok(&json!({"faults": server.faults.all()})),
            ("POST", "/sandbox/faults") => {
                let fault: Fault = self.body()?;
                server.faults.add(fault).map_err(|error| ApiError::bad_request(error.to_string()))?;
                server.controlled("faults");
            }
            ("DELETE", "/sandbox/faults") => {
                server.faults.clear();
                server.controlled("faults");
            }
            ("GET", "/sandbox/deliveries") => return self.deliveries().await,
            ("DELETE", "/sandbox/deliveries") => server.courier.clear_log(),
            ("POST", "/sandbox/deliveries/{number}/resend") => server.courier.resend(self.number(0)?)?,
            ("GET", "/sandbox/settings") => return ok(&server.settings()),
            ("PATCH", "/sandbox/settings") => {
                server.change_settings(self.body()?)?;
                server.controlled("settings");
                return ok(&server.settings());
            }
            ("POST", "/sandbox/reset") => server.reset(),
            ("GET", "/sandbox/snapshots") => return ok(&json!({"snapshots": server.snapshots.list()})),
            ("PUT", "/sandbox/snapshots/{name}") => {
                let time = written(server.context.clock.now());
                server.snapshots.save(self.parameter(0), time, server.snapshot())?;
            }
            ("POST", "/sandbox/snapshots/{name}/restore") => {
                let snapshot = server.snapshots.find(self.parameter(0))?;
                server.restore(Snapshot::clone(&snapshot)).map_err(|error| ApiError::internal(error.to_string()))?;
            }
            ("DELETE", "/sandbox/snapshots/{name}") => server.snapshots.remove(self.parameter(0))?,
            ("POST", "/sandbox/clock/advance") => {
                let by = Duration::try_from_secs_f64(self.body::<Advance>()?.seconds);
                let by = by.map_err(|_| ApiError::bad_request("/seconds: must be 0 or more"))?;
                server.advance(by);
                return self.time();
            }
            ("GET", "/sandbox/clock") => return self.time(),
            ("POST", "/sandbox/apps/{app}/simulate") => {
                return ok(&server.simulate(self.parameter(0), self.body::<Simulation>()?)?);
            }
            ("GET", "/sandbox/apps/{app}/conversations/{conversation}") => {
                return ok(&data::conversation(
                    &server.state_of(self.parameter(0)),
                    self.parameter(0),
                    self.parameter(1),
                )?);
            }
            ("GET", "/sandbox/apps/{app}/conversations/{conversation}/seed") => {
                return ok(&data::seed(&server.state_of(self.parameter(0)), self.parameter(0), self.parameter(1))?);
            }
            ("GET", "/sandbox/apps/{app}/conversations/{conversation}/transcript") => {
                let state = server.state_of(self.parameter(0));
                let transcript = transcript_of(&state, &server.context.base_url, self.parameter(0), self.parameter(1))?;
                return Ok(typed(StatusCode::OK, "application/yaml", transcript.to_string()));
            }
            ("POST", "/sandbox/apps/{app}/replay") => return self.replay().await,
            ("GET", "/sandbox/apps/{app}/{kind}") => {
                let list = data::List::new(&self.query)?;
                return ok(&list.of(&server.state(), self.parameter(0), self.parameter(1))?);
            }
            (method, path) => return Err(ApiError::internal(format!("{method} {path} isn't handled"))),
        }
        ok(&json!({}))
    }

    fn parameter(&self, index: usize) -> &str {
        self.path.get(index).map_or("", String::as_str)
    }

    fn number(&self, index: usize) -> Result<u64, ApiError> {
        self.parameter(index).parse().map_err(|_| ApiError::bad_request("the number in the path isn't valid"))
    }

    fn journal(&self) -> Result<Response<Bytes>, ApiError> {
        let criteria = Criteria::parse(&self.query)?;
        let requests = self.server.journal.matching(&criteria);
        let nearest = if requests.is_empty() { self.server.journal.nearest(&criteria) } else { None };
        serialized(&Requests { requests, nearest })
    }

    async fn deliveries(&self) -> Result<Response<Bytes>, ApiError> {
        if let Some(wait) = self.query.get("wait") {
            let wait = duration("wait", wait)?;
            let server = Arc::clone(self.server);
            let waited = tokio::task::spawn_blocking(move || server.courier.wait(wait)).await;
            waited.map_err(|error| ApiError::internal(error.to_string()))?;
        }
        let pending = self.server.courier.pending();
        let (after, limit) = self.page()?;
        let (deliveries, has_more) = self.server.courier.kept_after(after, limit);
        serialized(&json!({"pending": pending, "deliveries": deliveries, "hasMore": has_more}))
    }

    fn simulated(&self) -> Result<Response<Bytes>, ApiError> {
        let (after, limit) = self.page()?;
        let (events, has_more) = self.server.feed.simulated_after(after, limit);
        serialized(&Simulated { events, has_more })
    }

    /// The number after which a page of a log begins, and its size.
    fn page(&self) -> Result<(u64, usize), ApiError> {
        let number = |name: &str, default: u64| match self.query.get(name) {
            None => Ok(default),
            Some(text) => text.parse().map_err(|_| ApiError::bad_request(format!("{name}: must be a number"))),
        };
        let limit = usize::try_from(number("limit", PAGE)?).ok().filter(|limit| (1..=MAX_PAGE).contains(limit));
        let limit = limit.ok_or_else(|| ApiError::bad_request(format!("limit: must be from 1 to {MAX_PAGE}")))?;
        Ok((number("after", 0)?, limit))
    }

    async fn replay(&self) -> Result<Response<Bytes>, ApiError> {
        let invalid = |error: std::io::Error| ApiError::bad_request(format!("body: {error}"));
        let text = std::str::from_utf8(&self.body).map_err(|error| ApiError::bad_request(format!("body: {error}")))?;
        let transcript: Transcript = text.parse().map_err(invalid)?;
        let mut options = ReplayOptions::default();
        let given = |name: &str| self.query.get(name).cloned();
        if let Some(seconds) = given("timeout") {
            options = options.timeout(duration("timeout", &seconds)?);
        }
        if let Some(seconds) = given("quiet") {
            options = options.quiet(duration("quiet", &seconds)?);
        }
        if let Some(step) = given("fromStep") {
            let step = step.parse().ok().filter(|step| *step > 0);
            options = options.from_step(step.ok_or_else(|| ApiError::bad_request("fromStep: must be 1 or more"))?);
        }
        if let Some(user) = given("user") {
            options = options.user(user);
        }
        if given("givenName").is_some() || given("surname").is_some() {
            options = options.name(given("givenName").unwrap_or_default(), given("surname").unwrap_or_default());
        }
        let (server, app) = (Arc::clone(self.server), self.parameter(0).to_owned());
        // The bot calls this server before it responds.
        let replayed = tokio::task::spawn_blocking(move || replay(&server, &app, &transcript, &options)).await;
        let replay = replayed.map_err(|error| ApiError::internal(error.to_string()))??;
        let mut shown = view(&replay)?;
        shown["success"] = replay.is_success().into();
        shown["diff"] = replay.to_string().into();
        ok(&shown)
    }

    fn time(&self) -> Result<Response<Bytes>, ApiError> {
        ok(&json!({"now": written(self.server.context.clock.now())}))
    }

    fn body<T: DeserializeOwned>(&self) -> Result<T, ApiError> {
        serde_json::from_slice(&self.body).map_err(|error| ApiError::bad_request(format!("body: {error}")))
    }
}

fn duration(name: &str, text: &str) -> Result<Duration, ApiError> {
    let duration = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let duration = duration.filter(|duration| *duration <= MAX_WAIT);
    duration.ok_or_else(|| ApiError::bad_request(format!("{name}: must be a number of seconds from 0 to 600")))
}

fn ok(body: &Value) -> Result<Response<Bytes>, ApiError> {
    Ok(json_response(StatusCode::OK, body))
}

fn serialized(body: &impl Serialize) -> Result<Response<Bytes>, ApiError> {
    let text = serde_json::to_vec(body).map_err(|error| ApiError::internal(error.to_string()))?;
    Ok(typed(StatusCode::OK, "application/json", text))
}
