//! The server: every request takes the same way from its route in the document to its answer.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::request::Parts;
use axum::http::{Response, StatusCode, header};
use serde_json::Value;
use tokio::sync::oneshot;

use crate::auth::{Caller, identify};
use crate::body;
use crate::context::Context;
use crate::document::{Operation, document};
use crate::error::ApiError;
use crate::pages;
use crate::request::{Call, MAX_JSON_BODY};
use crate::routes::{Answer, Handler, handler};
use crate::state::State;

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

    async fn answer(&self, head: &Parts, body: &mut Body) -> Result<(StatusCode, Answer), ApiError> {
        let (operation, path) = document()
            .find(&head.method, head.uri.path())
            .ok_or_else(|| ApiError::not_found(format!("no operation at {} {}", head.method, head.uri.path())))?;
        let caller = self.caller(operation, head)?;
        let handle = handler(&operation.id)
            .ok_or_else(|| ApiError::not_implemented(format!("the sandbox does not serve {} yet", operation.id)))?;
        self.admit(&caller, path.get("appId"))?;
        let most = if operation.takes_file { self.context.limits.upload } else { MAX_JSON_BODY };
        let body = body::read(body, most).await?;
        let call = Call::check(&self.context, &caller, operation, path, head, body).await?;
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
        if caller.service_account.as_ref().is_some_and(|account| !self.state().may_use(account, app)) {
            return Err(ApiError::forbidden("the service account has no access to this app"));
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
    let (head, mut body) = request.into_parts();
    let page = pages::find(&head, &server.state());
    if let Some(page) = page {
        return page;
    }
    let answer = server.answer(&head, &mut body).await;
    body::discard(&mut body).await;
    match answer {
        Ok((status, Answer::Json(body))) => json(status, &body),
        Ok((_, Answer::Redirect(to))) => redirect(&to),
        Err(error) => {
            let (status, body) = error.into_answer();
            json(status, &body)
        }
    }
}

pub(crate) fn json(status: StatusCode, body: &Value) -> Response<Body> {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    response
}

fn redirect(to: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(format!("Found. Redirecting to {to}")));
    *response.status_mut() = StatusCode::FOUND;
    let content_type = header::HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, content_type);
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

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use serde_json::json;

    use super::*;
    use crate::clock::Clock;
    use crate::context::Limits;
    use crate::id::Ids;
    use crate::oauth::OAuthClient;
    use crate::state::{App, Key};

    const ACCOUNT: &str = "act_1";
    const INTEGRATION: &str = "int_1";

    /// With one app (`1`), a key of the account and one of an integration of the app.
    fn server(limits: Limits) -> Server {
        let clock = Clock::Machine;
        let context = Context { base_url: "http://localhost".to_owned(), clock, ids: Ids::unique(), limits };
        let key = |id: &str| Key { id: id.to_owned(), display_name: None, secret: "secret".to_owned() };
        let integration_keys = [("2".to_owned(), vec![key(INTEGRATION)])].into();
        let app = App { id: "1".to_owned(), integration_keys, ..App::default() };
        Server::new(context, State { apps: vec![app], account_keys: vec![key(ACCOUNT)], ..State::default() })
    }

    fn call(server: &Server, key: &str, method: &str, path: &str, content_type: &str, body: &str) -> (u16, Value) {
        let credentials = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, format!("{key}:secret"));
        let request = Request::builder().method(method).uri(path);
        let request = request.header("authorization", format!("Basic {credentials}"));
        let request = request.header("content-type", content_type).body(()).expect("a request");
        let (head, ()) = request.into_parts();
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        match runtime.block_on(server.answer(&head, &mut Body::from(body.to_owned()))) {
            Ok((status, Answer::Json(body))) => (status.as_u16(), body),
            Ok((status, Answer::Redirect(_))) => (status.as_u16(), Value::Null),
            Err(error) => {
                let (status, body) = error.into_answer();
                (status.as_u16(), body)
            }
        }
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
        assert_eq!(call(&server, "", "GET", "/oauth/authorize?response_type=code&client_id=a", "", "").0, 200);
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
