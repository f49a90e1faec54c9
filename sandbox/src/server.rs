//! The server: every request takes the same way from its route in the document to its answer.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State as Shared};
use axum::http::{Response, StatusCode, header};
use serde_json::Value;
use tokio::sync::oneshot;

use crate::auth::Credentials;
use crate::document::{Operation, document};
use crate::error::ApiError;
use crate::request::{Call, MAX_JSON_BODY};
use crate::routes::handler;
use crate::state::State;

/// What is read of a body that is too large anyway: a client that is cut off while it sends never sees the 413.
const MAX_READ: usize = 64 * MAX_JSON_BODY;

pub(crate) struct Server {
    pub(crate) base_url: String,
    pub(crate) app_id: String,
    pub(crate) credentials: Credentials,
    state: Mutex<State>,
}

impl Server {
    pub(crate) fn new(base_url: String) -> Self {
        Self { base_url, app_id: crate::id::new(), credentials: Credentials::default(), state: Mutex::default() }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn answer(&self, request: Request) -> Result<(StatusCode, Value), ApiError> {
        let (head, body) = request.into_parts();
        let body = to_bytes(body, MAX_READ).await.map_err(|_| ApiError::too_large())?;
        let (operation, path) = document()
            .find(&head.method, head.uri.path())
            .ok_or_else(|| ApiError::not_found(format!("no operation at {} {}", head.method, head.uri.path())))?;
        if operation.secured && !self.credentials.allow(&head.headers) {
            return Err(ApiError::unauthorized());
        }
        let handle = handler(&operation.id)
            .ok_or_else(|| ApiError::not_implemented(format!("the sandbox does not serve {} yet", operation.id)))?;
        if path.get("appId").is_some_and(|app| *app != self.app_id) {
            return Err(ApiError::not_found("app not found"));
        }
        let call = Call::check(operation, path, &head, &body, &self.base_url)?;
        let answer = handle(&call, &mut self.state())?;
        check_answer(operation, &answer)?;
        Ok((operation.status, answer))
    }
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
    let (status, body) = server.answer(request).await.unwrap_or_else(ApiError::into_answer);
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
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
