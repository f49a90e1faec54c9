//! The server: every request takes the same way from its route in the document to its answer.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State as Shared};
use axum::http::request::Parts;
use axum::http::{Response, StatusCode, header};
use serde_json::Value;
use tokio::sync::oneshot;

use crate::auth::{Caller, identify};
use crate::context::Context;
use crate::document::{Operation, document};
use crate::error::ApiError;
use crate::request::{Call, MAX_JSON_BODY};
use crate::routes::{Answer, Handler, handler};
use crate::state::State;

/// What is read of a body that is too large anyway: a client that is cut off while it sends never sees the 413.
const MAX_READ: usize = 64 * MAX_JSON_BODY;

pub(crate) struct Server {
    pub(crate) context: Context,
    state: Mutex<State>,
}

impl Server {
    pub(crate) fn new(context: Context, state: State) -> Self {
        Self { context, state: Mutex::new(state) }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn answer(&self, request: Request) -> Result<(StatusCode, Answer), ApiError> {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, MAX_READ).await.map_err(|_| ApiError::too_large())?;
        let (operation, path) = document()
            .find(&head.method, head.uri.path())
            .ok_or_else(|| ApiError::not_found(format!("no operation at {} {}", head.method, head.uri.path())))?;
        let caller = self.caller(operation, &head)?;
        let handle = handler(&operation.id)
            .ok_or_else(|| ApiError::not_implemented(format!("the sandbox does not serve {} yet", operation.id)))?;
        self.admit(&caller, path.get("appId"))?;
        let call = Call::check(&self.context, &caller, operation, path, &head, &body)?;
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

    /// Who calls, and that the operation is for the caller's scope.
    fn caller(&self, operation: &Operation, head: &Parts) -> Result<Caller, ApiError> {
        let caller = identify(&head.headers, &self.state(), self.context.clock.now());
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

async fn serve(Shared(server): Shared<Arc<Server>>, request: Request) -> Response<Body> {
    match server.answer(request).await {
        Ok((status, Answer::Json(body))) => json(status, &body),
        Ok((_, Answer::Redirect(to))) => redirect(&to),
        Err(error) => {
            let (status, body) = error.into_answer();
            json(status, &body)
        }
    }
}

fn json(status: StatusCode, body: &Value) -> Response<Body> {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}

fn redirect(to: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::FOUND;
    if let Ok(to) = to.parse() {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

/// Serves until told to stop. Open connections end with the runtime: waiting for idle clients would hang a drop.
pub(crate) async fn run(listener: std::net::TcpListener, router: Router, stopped: oneshot::Receiver<()>) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => listener,
        Err(error) => return eprintln!("sandbox: {error}"),
    };
    tokio::spawn(async move { axum::serve(listener, router).await });
    // An error means that the sandbox is gone, which is a reason to stop too.
    let _ = stopped.await;
}
