//! Authentication and scopes of every operation of the document.

use crate::common;
use crate::common::{Api, Operation, Response};
use serde_json::{Value, json};

/// Operations that delete the app or the credentials are last.
fn operations() -> Vec<Operation> {
    let mut operations = common::operations();
    operations.sort_by_key(|operation| match operation.id {
        "DeleteApp" => 1,
        "RevokeAccess" => 2,
        _ => 0,
    });
    operations
}

fn call(api: &Api, operation: &Operation, app: &str, authorization: Option<&str>) -> Response {
    let path = operation.path.replace("{appId}", app).replace(['{', '}'], "");
    api.call_as(authorization, &operation.method, &api.at(&path), None)
}

/// The first title of an error.
fn title(response: &Response) -> &str {
    response.body["errors"][0]["title"].as_str().unwrap_or_default()
}

/// An `Authorization` header with a token.
fn jwt(algorithm: &str, kid: Option<&str>, claims: &Value, secret: &str) -> String {
    let mut header = json!({"alg": algorithm, "typ": "JWT"});
    if let Some(kid) = kid {
        header["kid"] = kid.into();
    }
    format!("Bearer {}", common::jwt(&header, claims, secret))
}

fn app_jwt(api: &Api, claims: &Value) -> String {
    jwt("HS256", Some(api.sandbox.key_id()), claims, api.sandbox.key_secret())
}

#[test]
fn every_operation_opens_for_its_scopes_only() {
    let operations = operations();
    assert_eq!(operations.len(), 68);
    let account_jwt = |api: &Api| {
        let (id, secret) = (api.sandbox.account_key_id(), api.sandbox.account_key_secret());
        jwt("HS256", Some(id), &json!({"scope": "account"}), secret)
    };
    let integration_jwt = |api: &Api| {
        let key = api.integration_key(&api.custom());
        let text = |name: &str| key[name].as_str().expect("text").to_owned();
        jwt("HS256", Some(&text("id")), &json!({"scope": "integration"}), &text("secret"))
    };
    type Credentials<'a> = &'a dyn Fn(&Api) -> String;
    let credentials: [(&str, Credentials<'_>); 6] = [
        ("account", &Api::account),
        ("account", &account_jwt),
        ("app", &|api| Api::basic(api.sandbox.key_id(), api.sandbox.key_secret())),
        ("app", &|api| app_jwt(api, &json!({"scope": "app"}))),
        ("integration", &Api::access_token),
        ("integration", &integration_jwt),
    ];
    for (scope, credentials) in credentials {
        let api = Api::start();
        let authorization = credentials(&api);
        for operation in &operations {
            let response = call(&api, operation, api.sandbox.app_id(), Some(&authorization));
            let (id, status) = (&operation.id, response.status);
            let rejects = status == 403 && title(&response).starts_with("requires the scope");
            let is_open = operation.scopes.is_empty() || operation.scopes.contains(&scope);
            assert_eq!(rejects, !is_open, "{id} as {scope}: {status} {}", response.body);
            assert_ne!(status, 401, "{id} as {scope}");
        }
    }
}

#[test]
fn without_credentials_no_operation_opens_that_has_scopes() {
    let api = Api::start();
    for operation in operations() {
        let status = call(&api, &operation, api.sandbox.app_id(), None).status;
        let expected = match operation.id {
            "Authorize" | "GetToken" => 400,
            _ => 401,
        };
        assert_eq!(status, expected, "{}", operation.id);
    }
}

#[test]
fn credentials_of_another_app_open_nothing_of_this_one() {
    let api = Api::start();
    let account = api.account();
    let other = api.call_as(Some(&account), "POST", &api.at("/v2/apps"), Some(&json!({"displayName": "Other"})));
    let other = common::id(&other.ok(201)["app"]);
    let token = api.access_token();
    let mut seen = 0;
    for operation in operations().iter().filter(|operation| operation.path.contains("{appId}")) {
        let mine = [("app", api.bearer()), ("integration", token.clone()), ("account", api.service_account())];
        for (scope, authorization) in mine {
            if operation.scopes.contains(&scope) {
                let response = call(&api, operation, &other, Some(&authorization));
                assert_eq!(response.status, 403, "{} as {scope}", operation.id);
                assert!(!title(&response).starts_with("needs"), "{}", title(&response));
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn a_jwt_must_be_signed_by_its_key_for_its_scope_and_not_be_over() {
    let api = Api::start();
    let (id, secret) = (api.sandbox.key_id(), api.sandbox.key_secret());
    let get = |authorization: &str| api.call_as(Some(authorization), "GET", &api.url(""), None);
    let now = jiff::Timestamp::now().as_second();
    let app = json!({"scope": "app"});
    let good = [
        app_jwt(&api, &app),
        app_jwt(&api, &json!({"scope": "app", "exp": now + 600, "iat": now, "sub": "x"})),
        app_jwt(&api, &app).replace("Bearer", "bearer"),
    ];
    for authorization in good {
        get(&authorization).ok(200);
    }
    let unsigned = "Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIiwia2lkIjoiYXBwX3NhbmRib3gifQ.eyJzY29wZSI6ImFwcCJ9.";
    let signed = app_jwt(&api, &app);
    let (body, _) = signed.rsplit_once('.').expect("a signature");
    let bad = [
        unsigned.to_owned(),
        format!("{body}."),
        body.to_owned(),
        app_jwt(&api, &json!({"scope": "account"})),
        app_jwt(&api, &json!({"scope": "integration"})),
        app_jwt(&api, &json!({"scope": "user"})),
        app_jwt(&api, &json!({})),
        app_jwt(&api, &json!({"scope": "app", "exp": now - 5})),
        app_jwt(&api, &json!({"scope": "app", "exp": "soon"})),
        jwt("HS256", Some(id), &app, "other"),
        jwt("HS256", Some(api.sandbox.account_key_id()), &app, api.sandbox.account_key_secret()),
        jwt("HS256", Some(api.sandbox.account_key_id()), &json!({"scope": "account"}), secret),
        jwt("HS256", Some("app_other"), &app, secret),
        jwt("HS256", None, &app, secret),
        jwt("HS512", Some(id), &app, secret),
    ];
    for (n, authorization) in bad.iter().enumerate() {
        assert_eq!(get(authorization).status, 401, "{n}: {authorization}");
    }
}

#[test]
fn rs256_headers_are_rejected() {
    let api = Api::start();
    let claims = json!({"scope": "app"});
    let get = |authorization: &str| api.call_as(Some(authorization), "GET", &api.url(""), None);
    let renamed = |header: Value| format!("Bearer {}", common::jwt(&header, &claims, api.sandbox.key_secret()));
    get(&renamed(json!({"alg": "HS256", "kid": api.sandbox.key_id()}))).ok(200);
    for algorithm in ["RS256", "none", "ES256"] {
        let token = renamed(json!({"alg": algorithm, "kid": api.sandbox.key_id()}));
        get(&token).fails(401, "unauthorized", "credentials");
    }
}

#[test]
fn a_deleted_key_stops_working_at_once() {
    let api = Api::start();
    let account = api.account();
    let tokens = [
        api.bearer(),
        Api::basic(api.sandbox.key_id(), api.sandbox.key_secret()),
        app_jwt(&api, &json!({"scope": "app"})),
    ];
    for token in &tokens {
        api.call_as(Some(token), "GET", &api.url(""), None).ok(200);
    }
    api.call_as(Some(&account), "DELETE", &api.url(&format!("/keys/{}", api.sandbox.key_id())), None).ok(200);
    for token in &tokens {
        api.call_as(Some(token), "GET", &api.url(""), None).fails(401, "unauthorized", "credentials");
    }
    api.call_as(Some(&account), "GET", &api.url(""), None).ok(200);
}

#[test]
fn credentials_are_checked_before_the_body() {
    let api = Api::start();
    let body = json!({"externalId": 5});
    api.call_as(None, "POST", &api.url("/users"), Some(&body)).fails(401, "unauthorized", "credentials");
    let token = api.access_token();
    api.call_as(Some(&token), "PATCH", &api.url(""), Some(&json!({"displayName": 5}))).fails(403, "forbidden", "scope");
}
