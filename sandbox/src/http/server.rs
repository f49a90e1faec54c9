//! The server: every request is matched to an operation of the document, performed, and its response validated.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Response, StatusCode, header};
use serde_json::{Value, json};

use crate::api::body;
use crate::api::handlers::{Handler, Handlers};
use crate::api::request::{Call, MAX_JSON_BODY};
use crate::api::response::Success;
use crate::delivery::courier::{Courier, Depot};
use crate::delivery::feed::Feed;
use crate::http::access::Access;
use crate::http::auth::identify;
use crate::http::connection::{Cut, Peer};
use crate::http::fault::{Effect, Faults};
use crate::http::journal::{Journal, Record};
use crate::http::rate_limit::Throttle;
use crate::http::snapshots::Snapshots;
use crate::model::caller::Caller;
use crate::model::context::Context;
use crate::model::event::Event;
use crate::model::integration::Webhook;
use crate::model::snapshot::Snapshot;
use crate::model::state::{App, State, no_app};
use crate::spec::document::{Operation, PathParameters, document};
use crate::util::clock::written;
use crate::util::error::ApiError;
use crate::util::lock::lock;

pub(crate) struct Server {
    pub(crate) context: Context,
    /// Who may use the control routes.
    pub(crate) access: Access,
    handlers: Handlers,
    state: Mutex<State>,
    /// The state that a reset restores. It shares all records that haven't changed since.
    initial: OnceLock<Snapshot>,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pub(crate) courier: Courier,
    pub(crate) feed: Arc<Feed>,
    pub(crate) snapshots: Snapshots,
    pub(crate) throttle: Throttle,
    /// Whether each request is logged to stderr.
    log: bool,
    /// How many requests, events and control requests may have changed the state.
    changes: AtomicU64,
}

impl Server {
    /// Fails if an operation of the document doesn't have a handler.
    pub(crate) fn new(
        context: Context,
        access: Access,
        throttle: Throttle,
        log: bool,
        courier: Courier,
        feed: Arc<Feed>,
    ) -> Result<Self, String> {
        Ok(Self {
            context,
            access,
            handlers: Handlers::new(document())?,
            state: Mutex::default(),
            initial: OnceLock::new(),
            journal: Journal::default(),
            faults: Faults::default(),
            courier,
            feed,
            snapshots: Snapshots::default(),
            throttle,
            log,
            changes: AtomicU64::new(0),
        })
    }

    /// A number that increases with every change of the state.
    pub(crate) fn changes(&self) -> u64 {
        self.changes.load(Ordering::Relaxed)
    }

    pub(crate) fn changed(&self) {
        self.changes.fetch_add(1, Ordering::Relaxed);
    }

    /// Reports a change through the control routes to the feed.
    pub(crate) fn controlled(&self, what: &str) {
        self.changed();
        self.feed.send("control", json!({"time": written(self.context.clock.now()), "what": what}));
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.context.clock.advance(by);
        self.controlled("clock");
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// The state, without expired messages of this app.
    pub(crate) fn state_of(&self, app: &str) -> MutexGuard<'_, State> {
        let mut state = self.state();
        if let Some(app) = state.app_mut(app)
            && app.delete_expired(self.context.clock.now())
        {
            self.changed();
        }
        state
    }

    /// A copy, which shares all records, so that requests don't wait while it is written.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let state = self.state();
        Snapshot::new(&self.context.base_url, self.context.clock.time(), self.context.ids.series(), state.clone())
    }

    pub(crate) fn restore(&self, snapshot: Snapshot) -> Result<(), serde_json::Error> {
        let (clock, ids) = (snapshot.clock, snapshot.ids.clone());
        let restored = snapshot.state_at(&self.context.base_url)?;
        let mut state = self.state();
        self.context.clock.set(clock);
        self.context.ids.set(ids);
        *state = restored;
        drop(state);
        self.courier.clear();
        self.controlled("restore");
        Ok(())
    }

    /// Makes the current state the one that a reset restores.
    pub(crate) fn begin_here(&self) {
        // Called once, at the start.
        let _ = self.initial.set(self.snapshot());
    }

    /// Restores the initial state, without faults and with an empty journal.
    pub(crate) fn reset(&self) {
        if let Some(initial) = self.initial.get() {
            // Can't fail: the snapshot was taken from this server.
            let _ = self.restore(initial.clone());
        }
        self.faults.clear();
        self.journal.clear();
        self.feed.clear_simulated();
        self.courier.clear();
        self.controlled("reset");
    }

    /// Sends a request of the journal again, for the same caller. The new request is in the journal, too.
    pub(crate) async fn replay(&self, number: u64) -> Result<Response<Bytes>, ApiError> {
        let entry = self.journal.entry(number)?;
        if entry.body_length > 0 && entry.body.is_null() {
            return Err(ApiError::bad_request("only requests with a JSON body can be replayed"));
        }
        let target = [entry.path.as_str(), entry.query.as_deref().unwrap_or_default()].join("?");
        let mut request = Request::builder().method(entry.method.as_str()).uri(target.trim_end_matches('?'));
        for (name, value) in entry.headers.iter().filter(|(name, _)| name != "authorization") {
            request = request.header(name, value);
        }
        let request = request.body(()).map_err(|error| ApiError::internal(error.to_string()))?;
        let (head, ()) = request.into_parts();
        let caller = entry.caller.clone().ok_or_else(ApiError::unauthorized);
        let response = self.handle(&Peer::local(), &head, &mut Body::from(entry.body.bytes()), Some(caller)).await;
        let (status, body) = (response.status().as_u16(), response.into_body());
        let body: Value = serde_json::from_slice(&body).unwrap_or_default();
        Ok(json_response(StatusCode::OK, &json!({"status": status, "response": body})))
    }

    /// Handles a request to the API, including latency, rate limit and faults.
    pub(crate) async fn take(&self, peer: &Peer, head: &Parts, body: &mut Body) -> Response<Bytes> {
        self.handle(peer, head, body, None).await
    }

    /// Handles a request. Unless a caller is given, it is identified from the headers.
    async fn handle(
        &self,
        peer: &Peer,
        head: &Parts,
        body: &mut Body,
        caller: Option<Result<Caller, ApiError>>,
    ) -> Response<Bytes> {
        self.context.clock.tick();
        let route = document().find(&head.method, api_path(head));
        let takes_file = route.as_ref().is_some_and(|(operation, _)| operation.takes_file);
        let most = if takes_file { self.context.limits.upload } else { MAX_JSON_BODY };
        let body = body::read(body, most).await;
        let operation = route.as_ref().map(|(operation, _)| *operation);
        let now = self.context.clock.now();
        let caller = caller.unwrap_or_else(|| identify(&head.headers, &self.state(), now));
        let id = operation.map(|operation| operation.id.as_str());
        let sent = body.as_ref().cloned().unwrap_or_default();
        let mut record = Record::new(written(now), head, sent, id, caller.as_ref().ok());
        let latency = self.throttle.latency();
        // Without latency, sleeping would still take until the timer's next millisecond.
        if !latency.is_zero() {
            tokio::time::sleep(latency).await;
        }
        let response = match self.throttle.take() {
            Err(seconds) => Some(too_many(seconds)),
            Ok(()) => {
                let response = self.response(head, body, route, caller);
                self.stage(peer, head, operation, &mut record, response).await
            }
        };
        if let Some(response) = &response {
            record.responded(response.status().as_u16(), response.headers(), response.body());
        }
        if self.log {
            eprintln!("{record}");
        }
        let number = self.journal.add(record);
        if self.feed.is_watched()
            && let Ok(entry) = self.journal.entry(number)
        {
            self.feed.send("request", &entry);
        }
        // If there isn't a response, the connection is closed before this is sent.
        response.unwrap_or_default()
    }

    /// Returns the response, or the effect of a fault, which may drop it.
    async fn stage(
        &self,
        peer: &Peer,
        head: &Parts,
        operation: Option<&Operation>,
        record: &mut Record,
        response: impl Future<Output = Result<(StatusCode, Success), ApiError>>,
    ) -> Option<Response<Bytes>> {
        let Some(fault) = self.faults.next(&head.method, api_path(head), operation) else {
            return Some(respond(head, response.await));
        };
        record.met_fault();
        tokio::time::sleep(fault.wait()).await;
        // If the operation isn't performed, the future is dropped.
        let responded = if fault.performs_operation() { Some(respond(head, response.await)) } else { None };
        match fault.effect() {
            Effect::None => responded,
            Effect::Respond(response) => Some(response),
            Effect::Truncate => {
                let length = responded.as_ref().map_or(0, |response| response.body().len());
                peer.cut(Cut::after_body_bytes(length / 2));
                responded
            }
            Effect::Close => {
                peer.cut(Cut::Close);
                None
            }
            Effect::Reset => {
                peer.cut(Cut::Reset);
                None
            }
        }
    }

    async fn response(
        &self,
        head: &Parts,
        body: Result<Bytes, ApiError>,
        route: Option<(&Operation, PathParameters<'_>)>,
        caller: Result<Caller, ApiError>,
    ) -> Result<(StatusCode, Success), ApiError> {
        let (operation, path) = route.ok_or_else(|| no_operation(head))?;
        let caller = admitted(operation, caller)?;
        self.admit(&caller, path.get("appId"))?;
        self.perform(&caller, operation, path, head, body?).await
    }

    /// Performs an operation for a caller, with all checks except authentication.
    pub(crate) async fn perform(
        &self,
        caller: &Caller,
        operation: &Operation,
        path: PathParameters<'_>,
        head: &Parts,
        body: Bytes,
    ) -> Result<(StatusCode, Success), ApiError> {
        let handle = self
            .handlers
            .of(operation)
            .ok_or_else(|| ApiError::internal(format!("the sandbox doesn't support {}", operation.id)))?;
        let call = Call::check(&self.context, caller, operation, path, head, body).await?;
        let mut state = self.state_of(call.path("appId"));
        // Reading doesn't change anything, except for an authorization, which is a `GET`.
        let reads = operation.method == Method::GET && matches!(handle, Handler::App(_));
        let response = self.change(&mut state, |state| {
            let response = match handle {
                Handler::App(handle) => {
                    let app = state.app_mut(call.path("appId")).ok_or_else(no_app)?;
                    Success::Json(handle(&call, app)?)
                }
                Handler::Account(handle) => handle(&call, state)?,
            };
            if let Success::Json(response) = &response {
                check_response(operation, response)?;
            }
            Ok(response)
        })?;
        if !reads {
            self.changed();
        }
        Ok((operation.status, response))
    }

    /// Changes the state, and queues the events. If the change fails, the state is as before, and only events that report
    /// the failure are queued.
    pub(crate) fn change<T>(
        &self,
        state: &mut State,
        change: impl FnOnce(&mut State) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        // Shares all records with the state.
        let before = state.clone();
        let result = change(state);
        let has_events: Vec<String> =
            state.apps.iter().filter(|app| !app.events.is_empty()).map(|app| app.id.clone()).collect();
        let mut failed = if result.is_err() { std::mem::replace(state, before) } else { State::default() };
        for id in has_events {
            if let Some(events) = failed.app_mut(&id).map(|app| std::mem::take(&mut app.events))
                && let Some(app) = state.app_mut(&id)
            {
                app.events = events.into_iter().filter(Event::is_failure).collect();
            }
            if let Some(app) = state.app_mut(&id) {
                self.notify(app);
            }
        }
        result
    }

    /// Queues the new events of an app for its webhooks. Objects of a seed don't emit events.
    pub(crate) fn notify(&self, app: &mut App) {
        match self.initial.get() {
            Some(_) => self.courier.take(app, &self.context),
            None => app.events.clear(),
        }
    }

    /// Checks that the app exists and that the caller has access to it.
    fn admit(&self, caller: &Caller, app: Option<&String>) -> Result<(), ApiError> {
        let Some(app) = app else { return Ok(()) };
        if self.state().app(app).is_none() {
            return Err(no_app());
        }
        if caller.service_account.as_ref().is_some_and(|account| !self.state().may_use(account, app)) {
            return Err(ApiError::forbidden("the service account doesn't have access to this app"));
        }
        match &caller.app {
            Some(own) if own != app => Err(ApiError::forbidden("the credentials belong to another app")),
            _ => Ok(()),
        }
    }
}

impl Depot for Server {
    fn courier(&self) -> &Courier {
        &self.courier
    }

    fn webhook(&self, app: &str, id: &str) -> Option<Webhook> {
        let state = self.state();
        let mut webhooks = state.app(app)?.all_webhooks().map(|(_, webhook)| webhook);
        webhooks.find(|webhook| webhook.id == id).cloned()
    }

    fn now(&self) -> String {
        self.context.now()
    }
}

/// Checks that the caller has a scope of the operation.
fn admitted(operation: &Operation, caller: Result<Caller, ApiError>) -> Result<Caller, ApiError> {
    if operation.scopes.is_empty() {
        return Ok(caller.unwrap_or_else(|_| Caller::unauthenticated()));
    }
    let caller = caller?;
    if !operation.scopes.iter().any(|scope| scope == caller.scope.name()) {
        let scopes = operation.scopes.join(", ");
        let scope = caller.scope.name();
        return Err(ApiError::forbidden(format!(
            "requires the scope {scopes}; the credentials have the scope {scope}"
        )));
    }
    Ok(caller)
}

/// The error for an unknown path or method.
fn no_operation(head: &Parts) -> ApiError {
    let (method, path) = (&head.method, api_path(head));
    match document().methods(path) {
        methods if methods.is_empty() => ApiError::not_found(format!("unknown operation: {method} {path}")),
        methods => {
            ApiError::method_not_allowed(format!("{method} isn't allowed for {path}; use {}", methods.join(", ")))
        }
    }
}

/// Users of the sandbox would rely on a response that the document doesn't allow.
fn check_response(operation: &Operation, response: &Value) -> Result<(), ApiError> {
    let violations = operation.response_violations(response);
    if violations.is_empty() {
        return Ok(());
    }
    let violations: Vec<String> = violations.iter().map(ToString::to_string).collect();
    let what = violations.join("; ");
    Err(ApiError::internal(format!("the sandbox's response to {} violates the document: {what}", operation.id)))
}

/// The path of an operation: Zendesk's hosts have all paths below `/sc`.
fn api_path(head: &Parts) -> &str {
    let path = head.uri.path();
    path.strip_prefix("/sc").filter(|rest| rest.starts_with('/')).unwrap_or(path)
}

fn respond(head: &Parts, response: Result<(StatusCode, Success), ApiError>) -> Response<Bytes> {
    match response {
        Ok((status, Success::Json(body))) => json_response(status, &body),
        Ok((_, Success::Redirect(to))) => redirect(&to),
        Err(error) => {
            let mut response = failed(error);
            if response.status() == StatusCode::METHOD_NOT_ALLOWED {
                allow(&mut response, &document().methods(api_path(head)));
            }
            response
        }
    }
}

pub(crate) fn failed(error: ApiError) -> Response<Bytes> {
    let (status, body) = error.into_response();
    json_response(status, &body)
}

pub(crate) fn allow(response: &mut Response<Bytes>, methods: &[&str]) {
    if let Ok(methods) = methods.join(", ").parse() {
        response.headers_mut().insert(header::ALLOW, methods);
    }
}

fn too_many(seconds: u64) -> Response<Bytes> {
    let mut response = failed(ApiError::too_many_requests(format!("retry in {seconds} s")));
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

pub(crate) fn json_response(status: StatusCode, body: &Value) -> Response<Bytes> {
    typed(status, "application/json", body.to_string())
}

pub(crate) fn typed(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>) -> Response<Bytes> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

fn redirect(to: &str) -> Response<Bytes> {
    let text = format!("Found. Redirecting to {to}");
    let mut response = typed(StatusCode::FOUND, "text/plain; charset=utf-8", text);
    if let Ok(to) = to.parse() {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;

    use super::*;
    use crate::delivery::courier::DeliverySettings;
    use crate::model::context::Limits;
    use crate::model::oauth::OAuthClient;
    use crate::model::state::Key;
    use crate::util::clock::Clock;
    use crate::util::id::Ids;

    const ACCOUNT: &str = "act_1";
    const INTEGRATION: &str = "int_1";

    /// A server with one app (`1`), an account key and an integration key.
    fn server(limits: Limits) -> Server {
        let base_url = "http://localhost".to_owned();
        let context =
            Context { base_url, clock: Clock::machine(), ids: Ids::unique(), limits, private_attachments: false };
        let key = |id: &str| Key { id: id.to_owned(), display_name: None, secret: "secret".to_owned() };
        let integration_keys = [("2".to_owned(), vec![key(INTEGRATION)].into())].into_iter().collect();
        let app = App { id: "1".to_owned(), integration_keys, ..App::default() };
        let server = Server::new(
            context,
            Access { is_local: true, ..Access::default() },
            Throttle::new(None, None),
            false,
            Courier::new(1.0, false, DeliverySettings::default(), Arc::default()),
            Arc::default(),
        )
        .expect("the document");
        *server.state() = State { apps: vec![app].into(), account_keys: vec![key(ACCOUNT)], ..State::default() };
        server
    }

    fn call(server: &Server, key: &str, method: &str, path: &str, content_type: &str, body: &str) -> (u16, Value) {
        let credentials = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, format!("{key}:secret"));
        let request = Request::builder().method(method).uri(path);
        let request = request.header("authorization", format!("Basic {credentials}"));
        let request = request.header("content-type", content_type).body(()).expect("a request");
        let (head, ()) = request.into_parts();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let peer = Peer::local();
        let response = runtime.block_on(server.take(&peer, &head, &mut Body::from(body.to_owned())));
        (response.status().as_u16(), serde_json::from_slice(response.body()).unwrap_or_default())
    }

    fn title(body: &Value) -> &str {
        body["errors"][0]["title"].as_str().unwrap_or_default()
    }

    #[test]
    fn a_plan_allows_so_many_apps() {
        let server = server(Limits { apps: 2, ..Limits::default() });
        let create = || call(&server, ACCOUNT, "POST", "/v2/apps", "application/json", r#"{"displayName": "x"}"#);
        assert_eq!(create().0, 201);
        let (status, body) = create();
        assert_eq!((status, &body["errors"][0]["code"]), (402, &json!("payment_required")));
        assert!(title(&body).contains("2 apps"), "{body}");
        assert_eq!(server.state().apps.len(), 2);
        server.state().apps.remove(1);
        assert_eq!(create().0, 201);
    }

    #[test]
    fn a_response_that_fails_its_check_changes_nothing() {
        let server = server(Limits::default());
        let user = json!({"id": "5", "authenticated": false, "externalId": null, "brandId": null, "signedUpAt": "",
            "profile": {"givenName": 7}, "metadata": {}, "identities": []});
        let user = serde_json::from_value(user).expect("a user");
        server.state().app_mut("1").expect("an app").users.push(user);
        let update = r#"{"metadata": {"a": 1}}"#;
        let (status, body) = call(&server, ACCOUNT, "PATCH", "/v2/apps/1/users/5", "application/json", update);
        assert_eq!(status, 500, "{body}");
        assert!(server.state().app("1").expect("an app").users[0].metadata.is_empty());
        let update = r#"{"profile": {"givenName": "Ada"}, "metadata": {"a": 1}}"#;
        assert_eq!(call(&server, ACCOUNT, "PATCH", "/v2/apps/1/users/5", "application/json", update).0, 200);
        assert_eq!(server.state().app("1").expect("an app").users[0].metadata.len(), 1);
    }

    #[test]
    fn reading_and_errors_change_nothing() {
        let server = server(Limits::default());
        let changes = |method: &str, path: &str, body: &str| {
            let before = server.changes();
            let status = call(&server, ACCOUNT, method, path, "application/json", body).0;
            (status, server.changes() - before)
        };
        let users = "/v2/apps/1/users";
        assert_eq!(changes("POST", users, r#"{"externalId": "steve"}"#), (201, 1));
        assert_eq!(changes("POST", users, r#"{"externalId": "steve"}"#), (409, 0));
        assert_eq!(changes("GET", "/v2/apps/1/users/steve", ""), (200, 0));
        let simulate = |event: Value| {
            let before = server.changes();
            let event: crate::outside::events::Simulation = serde_json::from_value(event).expect("an event");
            (server.simulate("1", event).is_ok(), server.changes() - before)
        };
        assert_eq!(simulate(json!({"type": "detectLocale", "user": "unknown", "locale": "fr"})), (false, 0));
        assert_eq!(simulate(json!({"type": "detectLocale", "user": "steve", "locale": "fr"})), (true, 1));
        let settings = json!({"conversationRetentionSeconds": 1}).as_object().cloned().expect("an object");
        server.state().app_mut("1").expect("an app").settings = settings;
        let said = json!({"type": "userAction", "user": "steve", "action": {"type": "message", "content": {"type": "text", "text": "x"}}});
        assert_eq!(simulate(said), (true, 1));
        server.advance(Duration::from_secs(10));
        assert_eq!(changes("GET", "/v2/apps/1/users/steve", ""), (200, 1), "the message has expired");
        assert_eq!(changes("GET", "/v2/apps/1/users/steve", ""), (200, 0));
    }

    #[test]
    fn a_change_that_fails_only_emits_failures() {
        let server = server(Limits::default());
        server.begin_here();
        let webhook = json!({"id": "9", "target": "http://localhost/", "triggers": ["conversation:create", "switchboard:passControl:failure"],
            "secret": "", "version": "v2", "includeFullUser": false, "includeFullSource": false});
        let webhook = serde_json::from_value(webhook).expect("a webhook");
        server.state().app_mut("1").expect("an app").webhooks.of_mut("2").push(webhook);
        let attempt = |result: Result<(), ApiError>| {
            let mut state = server.state();
            let change = |state: &mut State| {
                let app = state.app_mut("1").ok_or_else(no_app)?;
                app.display_name = Some("changed".to_owned());
                app.emit_created("c", "none", &crate::model::event::Source::api(), None);
                app.emit_control("switchboard:passControl:failure", "c", &Value::Null, None);
                result
            };
            let is_ok = server.change(&mut state, change).is_ok();
            (is_ok, state.app("1").and_then(|app| app.display_name.clone()), server.courier.pending())
        };
        assert_eq!(attempt(Err(no_app())), (false, None, 1));
        assert_eq!(attempt(Ok(())), (true, Some("changed".to_owned()), 3));
    }

    #[test]
    fn uploads_have_a_separate_limit() {
        let server = server(Limits { upload: 200, ..Limits::default() });
        let upload = |size: usize| {
            let head = "--x\r\nContent-Disposition: form-data; name=\"source\"; filename=\"f\"\r\n\r\n";
            let end = "\r\n--x--\r\n";
            let file = "y".repeat(size - head.len() - end.len());
            let path = "/v2/apps/1/attachments?access=public";
            call(&server, ACCOUNT, "POST", path, "multipart/form-data; boundary=x", &format!("{head}{file}{end}"))
        };
        assert_eq!(upload(200).0, 201);
        assert_eq!(upload(201).0, 413);
    }

    #[test]
    fn a_key_of_an_integration_works_until_its_access_is_revoked() {
        let server = server(Limits::default());
        let get = |path: &str| call(&server, INTEGRATION, "GET", path, "", "");
        assert_eq!(title(&get("/v2/apps/1/users/x").1), "user not found");
        assert_eq!(get("/v2/apps/1").0, 403);
        assert_eq!(get("/v2/tokenInfo").1["app"]["id"], "1");
        assert_eq!(call(&server, INTEGRATION, "DELETE", "/oauth/authorization", "", "").0, 200);
        assert_eq!(get("/v2/apps/1/users/x").0, 401);
    }

    #[test]
    fn a_code_belongs_to_its_client() {
        let server = server(Limits::default());
        let client = |id: &str| OAuthClient {
            id: id.to_owned(),
            secret: id.to_owned(),
            redirect_uris: Vec::new(),
            remove_url: None,
        };
        server.state().oauth_clients = vec![client("a"), client("b")];
        assert_eq!(call(&server, "", "GET", "/oauth/authorize?response_type=code&client_id=a", "", "").0, 302);
        let code = server.state().oauth_codes[0].code.clone();
        let trade = |id: &str| {
            let body = json!({"code": code, "grant_type": "authorization_code", "client_id": id, "client_secret": id});
            call(&server, "", "POST", "/oauth/token", "application/json", &body.to_string()).0
        };
        assert_eq!((trade("b"), trade("a"), trade("a")), (400, 200, 400));
    }

    #[test]
    fn a_token_is_over_by_the_clock_of_the_sandbox() {
        let state = server(Limits::default()).state().clone();
        let key = &state.account_keys[0];
        let claims = json!({"scope": "account", "exp": 1_000});
        let token = crate::util::jwt::sign(&key.id, &key.secret, &claims);
        let authorization = format!("Bearer {token}").parse().expect("a value");
        let headers = HeaderMap::from_iter([(header::AUTHORIZATION, authorization)]);
        let at = |second| identify(&headers, &state, jiff::Timestamp::from_second(second).expect("a time")).is_ok();
        assert!(at(999) && !at(1_000));
    }
}
