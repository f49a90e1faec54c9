//! The server: every request takes the same way from its route in the document to its answer.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{ConnectInfo, Request, State as Shared};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Response, StatusCode, header};
use serde_json::Value;
use tokio::sync::oneshot;

use crate::auth::{Caller, identify};
use crate::body;
use crate::clock::written;
use crate::context::Context;
use crate::control;
use crate::delivery::{self, Courier};
use crate::document::{Operation, PathParameters, document};
use crate::error::ApiError;
use crate::fault::{Effect, Faults};
use crate::journal::{Journal, Record};
use crate::lock::lock;
use crate::pace::Pace;
use crate::pages;
use crate::request::{Call, MAX_JSON_BODY};
use crate::routes::{Answer, Handler, handler};
use crate::snapshot::Snapshot;
use crate::state::{App, State};
use crate::wire::{Cut, Listener, Peer};

/// What is read of the body of a request that controls the sandbox: a snapshot may be large.
const MAX_CONTROL: usize = 1024 * 1024 * 1024;

pub(crate) struct Server {
    pub(crate) context: Context,
    state: Mutex<State>,
    /// What a reset goes back to.
    initial: OnceLock<Snapshot>,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pub(crate) courier: Courier,
    pace: Pace,
    /// Whether each request is told to stderr.
    log: bool,
}

impl Server {
    pub(crate) fn new(context: Context, pace: Pace, log: bool, retry_scale: f64) -> Self {
        Self {
            context,
            state: Mutex::default(),
            initial: OnceLock::new(),
            journal: Journal::default(),
            faults: Faults::default(),
            courier: Courier::new(retry_scale),
            pace,
            log,
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        let state = self.state();
        Snapshot::new(&self.context.base_url, self.context.clock.time(), self.context.ids.series(), state.clone())
    }

    pub(crate) fn restore(&self, snapshot: &Snapshot) -> Result<(), serde_json::Error> {
        let restored = snapshot.state_at(&self.context.base_url)?;
        let mut state = self.state();
        self.context.clock.set(snapshot.clock);
        self.context.ids.set(snapshot.ids.clone());
        *state = restored;
        self.courier.clear();
        Ok(())
    }

    /// Where a reset goes back to is here.
    pub(crate) fn begin_here(&self) {
        // Once only, at the start.
        let _ = self.initial.set(self.snapshot());
    }

    /// As it was at the start: no faults, an empty journal.
    pub(crate) fn reset(&self) {
        if let Some(initial) = self.initial.get() {
            // Taken at this address, so that there is nothing to convert.
            let _ = self.restore(initial);
        }
        self.faults.clear();
        self.journal.clear();
        self.courier.clear();
    }

    /// A request to the API, from its arrival to its answer, with all that may be staged on the way.
    async fn take(&self, peer: &Peer, head: &Parts, body: &mut Body) -> Response<Bytes> {
        let route = document().find(&head.method, head.uri.path());
        let takes_file = route.as_ref().is_some_and(|(operation, _)| operation.takes_file);
        let most = if takes_file { self.context.limits.upload } else { MAX_JSON_BODY };
        let body = body::read(body, most).await;
        let operation = route.as_ref().map(|(operation, _)| *operation);
        let now = self.context.clock.now();
        let caller = identify(&head.headers, &self.state(), now);
        let id = operation.map(|operation| operation.id.as_str());
        let sent = body.as_ref().cloned().unwrap_or_default();
        let mut record = Record::new(written(now), head, sent, id, caller.as_ref().ok());
        tokio::time::sleep(self.pace.latency()).await;
        let response = match self.pace.take() {
            Err(seconds) => Some(too_many(seconds)),
            Ok(()) => {
                let answer = self.answer(head, body, route, caller);
                self.stage(peer, head, operation, &mut record, answer).await
            }
        };
        if let Some(response) = &response {
            record.answered(response.status().as_u16(), response.headers(), response.body());
        }
        if self.log {
            eprintln!("{record}");
        }
        self.journal.add(record);
        // Without an answer the connection is cut before this is sent.
        response.unwrap_or_default()
    }

    /// The answer, or what a fault makes of it: perhaps none.
    async fn stage(
        &self,
        peer: &Peer,
        head: &Parts,
        operation: Option<&Operation>,
        record: &mut Record,
        answer: impl Future<Output = Result<(StatusCode, Answer), ApiError>>,
    ) -> Option<Response<Bytes>> {
        let Some(fault) = self.faults.next(&head.method, head.uri.path(), operation) else {
            return Some(respond(head, answer.await));
        };
        record.met_fault();
        tokio::time::sleep(fault.wait()).await;
        // Where it does not act, the answer is never begun.
        let answered = if fault.lets_act() { Some(respond(head, answer.await)) } else { None };
        match fault.effect() {
            Effect::None => answered,
            Effect::Answer(response) => Some(response),
            Effect::Truncate => {
                let length = answered.as_ref().map_or(0, |response| response.body().len());
                peer.cut(Cut::after_body_bytes(length / 2));
                answered
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

    async fn answer(
        &self,
        head: &Parts,
        body: Result<Bytes, ApiError>,
        route: Option<(&Operation, PathParameters<'_>)>,
        caller: Result<Caller, ApiError>,
    ) -> Result<(StatusCode, Answer), ApiError> {
        let (operation, path) = route.ok_or_else(|| no_operation(head))?;
        let caller = admitted(operation, caller)?;
        self.admit(&caller, path.get("appId"))?;
        self.perform(&caller, operation, path, head, body?).await
    }

    /// What a caller asks for, who may: with all checks but that one.
    pub(crate) async fn perform(
        &self,
        caller: &Caller,
        operation: &Operation,
        path: PathParameters<'_>,
        head: &Parts,
        body: Bytes,
    ) -> Result<(StatusCode, Answer), ApiError> {
        let handle = handler(&operation.id)
            .ok_or_else(|| ApiError::internal(format!("the sandbox does not know {}", operation.id)))?;
        let call = Call::check(&self.context, caller, operation, path, head, body).await?;
        let mut state = self.state();
        let answer = match handle {
            Handler::App(handle) => {
                let app = state.app_mut(call.path("appId")).ok_or_else(no_app)?;
                let answer = handle(&call, app);
                // A refusal may be an event too.
                self.tell(app);
                Answer::Json(answer?)
            }
            Handler::Account(handle) => handle(&call, &mut state)?,
        };
        if let Answer::Json(answer) = &answer {
            check_answer(operation, answer)?;
        }
        Ok((operation.status, answer))
    }

    /// Tells webhooks what has happened in an app; what a seed creates is no news.
    pub(crate) fn tell(&self, app: &mut App) {
        match self.initial.get() {
            Some(_) => self.courier.take(app, &self.context),
            None => app.events.clear(),
        }
    }

    /// That the app is there, and the caller's.
    fn admit(&self, caller: &Caller, app: Option<&String>) -> Result<(), ApiError> {
        let Some(app) = app else { return Ok(()) };
        if self.state().app(app).is_none() {
            return Err(no_app());
        }
        if caller.service_account.as_ref().is_some_and(|account| !self.state().may_use(account, app)) {
            return Err(ApiError::forbidden("the service account has no access to this app"));
        }
        match &caller.app {
            Some(own) if own != app => Err(ApiError::forbidden("the credentials are another app's")),
            _ => Ok(()),
        }
    }
}

/// The caller, if the operation is for the caller's scope.
fn admitted(operation: &Operation, caller: Result<Caller, ApiError>) -> Result<Caller, ApiError> {
    if operation.scopes.is_empty() {
        return Ok(caller.unwrap_or_else(|_| Caller::nobody()));
    }
    let caller = caller?;
    if !operation.scopes.iter().any(|scope| scope == caller.scope.name()) {
        let scopes = operation.scopes.join(", ");
        let scope = caller.scope.name();
        return Err(ApiError::forbidden(format!("needs the scope {scopes}; the credentials have {scope}")));
    }
    Ok(caller)
}

/// No such path, or no such method there.
fn no_operation(head: &Parts) -> ApiError {
    let (method, path) = (&head.method, head.uri.path());
    match document().methods(path) {
        methods if methods.is_empty() => {
            let hint = if path.starts_with("/sc/") {
                ": paths begin with /v2, and the sandbox has no /sc before it"
            } else {
                ""
            };
            ApiError::not_found(format!("no operation at {method} {path}{hint}"))
        }
        methods => ApiError::method_not_allowed(format!("{method} is not for {path}; {} is", methods.join(", "))),
    }
}

pub(crate) fn no_app() -> ApiError {
    ApiError::not_found("app not found")
}

/// A sandbox that answers what the document does not allow teaches its users something false.
fn check_answer(operation: &Operation, answer: &Value) -> Result<(), ApiError> {
    let violations = operation.answer_violations(answer);
    if violations.is_empty() {
        return Ok(());
    }
    let violations: Vec<String> = violations.iter().map(ToString::to_string).collect();
    let what = violations.join("; ");
    Err(ApiError::internal(format!("the sandbox's answer to {} is not the document's: {what}", operation.id)))
}

/// One fallback and no routes: the document is the routing table, and it has templates (`{userIdOrExternalId}` and
/// `{zendeskId}` in the same place) that a router of path patterns refuses.
fn router(server: Arc<Server>) -> Router {
    Router::new().fallback(serve).with_state(server)
}

async fn serve(
    Shared(server): Shared<Arc<Server>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    request: Request,
) -> Response<Body> {
    let (head, mut body) = request.into_parts();
    let page = pages::find(&head, &server.state());
    let response = if let Some(page) = page {
        page
    } else if control::is_for(head.uri.path()) {
        let body = body::read(&mut body, MAX_CONTROL).await;
        control::answer(&server, &peer, &head, body)
    } else {
        server.take(&peer, &head, &mut body).await
    };
    body::discard(&mut body).await;
    response.map(Body::from)
}

fn respond(head: &Parts, answer: Result<(StatusCode, Answer), ApiError>) -> Response<Bytes> {
    match answer {
        Ok((status, Answer::Json(body))) => json(status, &body),
        Ok((_, Answer::Redirect(to))) => redirect(&to),
        Err(error) => {
            let mut response = failed(error);
            if response.status() == StatusCode::METHOD_NOT_ALLOWED {
                allow(&mut response, &document().methods(head.uri.path()));
            }
            response
        }
    }
}

pub(crate) fn failed(error: ApiError) -> Response<Bytes> {
    let (status, body) = error.into_answer();
    json(status, &body)
}

pub(crate) fn allow(response: &mut Response<Bytes>, methods: &[&str]) {
    if let Ok(methods) = methods.join(", ").parse() {
        response.headers_mut().insert(header::ALLOW, methods);
    }
}

fn too_many(seconds: u64) -> Response<Bytes> {
    let mut response = failed(ApiError::too_many_requests(format!("come again in {seconds} s")));
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

pub(crate) fn json(status: StatusCode, body: &Value) -> Response<Bytes> {
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

/// Serves until told to stop. Open connections end with the runtime: waiting for idle clients would hang a drop.
pub(crate) async fn run(listener: std::net::TcpListener, server: Arc<Server>, stopped: oneshot::Receiver<()>) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => Listener(listener),
        Err(error) => return eprintln!("sandbox: {error}"),
    };
    tokio::spawn(delivery::run(Arc::clone(&server)));
    let router = router(server);
    tokio::spawn(async move { axum::serve(listener, router.into_make_service_with_connect_info::<Peer>()).await });
    // An error means that the sandbox is gone, which is a reason to stop too.
    let _ = stopped.await;
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use serde_json::json;

    use super::*;
    use crate::clock::Clock;
    use crate::context::Limits;
    use crate::id::Ids;
    use crate::oauth::OAuthClient;
    use crate::state::Key;

    const ACCOUNT: &str = "act_1";
    const INTEGRATION: &str = "int_1";

    /// With one app (`1`), a key of the account and one of an integration of the app.
    fn server(limits: Limits) -> Server {
        let base_url = "http://localhost".to_owned();
        let context = Context { base_url, clock: Clock::machine(), ids: Ids::unique(), limits };
        let key = |id: &str| Key { id: id.to_owned(), display_name: None, secret: "secret".to_owned() };
        let integration_keys = [("2".to_owned(), vec![key(INTEGRATION)])].into();
        let app = App { id: "1".to_owned(), integration_keys, ..App::default() };
        let server = Server::new(context, Pace::new(None, None), false, 1.0);
        *server.state() = State { apps: vec![app], account_keys: vec![key(ACCOUNT)], ..State::default() };
        server
    }

    fn call(server: &Server, key: &str, method: &str, path: &str, content_type: &str, body: &str) -> (u16, Value) {
        let credentials = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, format!("{key}:secret"));
        let request = Request::builder().method(method).uri(path);
        let request = request.header("authorization", format!("Basic {credentials}"));
        let request = request.header("content-type", content_type).body(()).expect("a request");
        let (head, ()) = request.into_parts();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let peer = Peer::nobody();
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
        server.state().apps.pop();
        assert_eq!(create().0, 201);
    }

    #[test]
    fn an_upload_has_a_limit_of_its_own() {
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
    fn a_code_is_for_the_client_that_asked_for_it() {
        let server = server(Limits::default());
        let client = |id: &str| OAuthClient { id: id.to_owned(), secret: id.to_owned(), redirect_uris: Vec::new() };
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
        let header = jsonwebtoken::Header { kid: Some(key.id.clone()), ..Default::default() };
        let secret = jsonwebtoken::EncodingKey::from_secret(key.secret.as_bytes());
        let token = jsonwebtoken::encode(&header, &claims, &secret).expect("a token");
        let authorization = format!("Bearer {token}").parse().expect("a value");
        let headers = HeaderMap::from_iter([(header::AUTHORIZATION, authorization)]);
        let at = |second| identify(&headers, &state, jiff::Timestamp::from_second(second).expect("a time")).is_ok();
        assert!(at(999) && !at(1_000));
    }
}
