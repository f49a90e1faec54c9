//! The server: every request takes the same way from its route in the document to its answer.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State as Shared};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Response, StatusCode, header};
use serde_json::Value;
use tokio::sync::oneshot;

use crate::auth::{Caller, identify};
use crate::clock::written;
use crate::context::Context;
use crate::control;
use crate::document::{Operation, PathParameters, document};
use crate::error::ApiError;
use crate::fault::{Effect, Faults};
use crate::journal::{Journal, Record};
use crate::pace::Pace;
use crate::request::{Call, MAX_JSON_BODY};
use crate::routes::{Answer, Handler, handler};
use crate::snapshot::Snapshot;
use crate::state::State;
use crate::wire::{Cut, Listener, Peer};

/// What is read of a body that is too large anyway: a client that is cut off while it sends never sees the 413.
const MAX_READ: usize = 64 * MAX_JSON_BODY;

/// What is read of the body of a request that controls the sandbox: a snapshot may be large.
const MAX_CONTROL: usize = 1024 * 1024 * 1024;

pub(crate) struct Server {
    pub(crate) context: Context,
    state: Mutex<State>,
    /// What a reset goes back to.
    initial: OnceLock<Snapshot>,
    pub(crate) journal: Journal,
    pub(crate) faults: Faults,
    pace: Pace,
    /// Whether each request is told to stderr.
    log: bool,
}

impl Server {
    pub(crate) fn new(context: Context, pace: Pace, log: bool) -> Self {
        Self {
            context,
            state: Mutex::default(),
            initial: OnceLock::new(),
            journal: Journal::default(),
            faults: Faults::default(),
            pace,
            log,
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
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
    }

    /// A request to the API, from its arrival to its answer, with all that may be staged on the way.
    async fn take(&self, peer: &Peer, head: &Parts, body: Result<Bytes, ApiError>) -> Response<Bytes> {
        let route = document().find(&head.method, head.uri.path());
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
        self.perform(&caller, operation, path, head, &body?).await
    }

    /// What a caller asks for, who may: with all checks but that one.
    pub(crate) async fn perform(
        &self,
        caller: &Caller,
        operation: &Operation,
        path: PathParameters<'_>,
        head: &Parts,
        body: &[u8],
    ) -> Result<(StatusCode, Answer), ApiError> {
        let handle = handler(&operation.id)
            .ok_or_else(|| ApiError::not_implemented(format!("the sandbox does not serve {} yet", operation.id)))?;
        self.admit(caller, path.get("appId"))?;
        let call = Call::check(&self.context, caller, operation, path, head, body)?;
        let mut state = self.state();
        let answer = match handle {
            Handler::App(handle) => {
                let app = state.app_mut(call.path("appId")).ok_or_else(no_app)?;
                Answer::Json(handle(&call, app)?)
            }
            Handler::Account(handle) => handle(&call, &mut state)?,
        };
        if let Answer::Json(answer) = &answer {
            check_answer(operation, answer)?;
        }
        Ok((operation.status, answer))
    }

    /// That the app is there, and the caller's.
    fn admit(&self, caller: &Caller, app: Option<&String>) -> Result<(), ApiError> {
        let Some(app) = app else { return Ok(()) };
        if self.state().app(app).is_none() {
            return Err(no_app());
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
        methods if methods.is_empty() => ApiError::not_found(format!("no operation at {method} {path}")),
        methods => ApiError::method_not_allowed(format!("{method} is not for {path}; {} is", methods.join(", "))),
    }
}

fn no_app() -> ApiError {
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
pub(crate) fn router(server: Arc<Server>) -> Router {
    Router::new().fallback(serve).with_state(server)
}

async fn serve(
    Shared(server): Shared<Arc<Server>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    request: Request,
) -> Response<Body> {
    let (head, body) = request.into_parts();
    let is_control = control::is_for(head.uri.path());
    let limit = if is_control { MAX_CONTROL } else { MAX_READ };
    let body = to_bytes(body, limit).await.map_err(|_| ApiError::too_large());
    let response = match is_control {
        true => control::answer(&server, &peer, &head, body),
        false => server.take(&peer, &head, body).await,
    };
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
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::FOUND;
    if let Ok(to) = to.parse() {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// Serves until told to stop. Open connections end with the runtime: waiting for idle clients would hang a drop.
pub(crate) async fn run(listener: std::net::TcpListener, router: Router, stopped: oneshot::Receiver<()>) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => Listener(listener),
        Err(error) => return eprintln!("sandbox: {error}"),
    };
    tokio::spawn(async move { axum::serve(listener, router.into_make_service_with_connect_info::<Peer>()).await });
    // An error means that the sandbox is gone, which is a reason to stop too.
    let _ = stopped.await;
}
