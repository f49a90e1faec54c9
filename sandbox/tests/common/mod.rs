//! A plain HTTP client for one sandbox: status and JSON, no errors for statuses.
#![allow(dead_code)] // each test file uses a part

pub mod schemas;

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};

use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use ring::hmac;
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Sandbox;
use ureq::Agent;
use ureq::http::request::Builder;
use ureq::http::{Request, Response as RawResponse};

/// The API's document.
pub fn document() -> &'static Value {
    static DOCUMENT: LazyLock<Value> =
        LazyLock::new(|| yaml_serde::from_str(include_str!("../../../openapi.yaml")).expect("YAML"));
    &DOCUMENT
}

/// An operation of the document.
pub struct Operation {
    pub id: &'static str,
    /// In upper case.
    pub method: String,
    pub path: &'static str,
    /// Empty for operations without authentication.
    pub scopes: Vec<&'static str>,
}

/// All operations, in the order of the document.
pub fn operations() -> Vec<Operation> {
    let mut operations = Vec::new();
    for (path, item) in document()["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let Some(id) = operation["operationId"].as_str() else { continue };
            let ways = operation["security"].as_array().expect("security");
            let scopes = ways.iter().filter_map(|way| way["basicAuth"].as_array()).flatten().filter_map(Value::as_str);
            operations.push(Operation { id, method: method.to_uppercase(), path, scopes: scopes.collect() });
        }
    }
    operations
}

/// A token that a library signs, which the sandbox doesn't use.
pub fn jwt(header: &Value, claims: &Value, secret: &str) -> String {
    let part = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
    let algorithm = if header["alg"] == "HS512" { hmac::HMAC_SHA512 } else { hmac::HMAC_SHA256 };
    let message = format!("{}.{}", part(header.to_string().as_bytes()), part(claims.to_string().as_bytes()));
    let signature = hmac::sign(&hmac::Key::new(algorithm, secret.as_bytes()), message.as_bytes());
    format!("{message}.{}", part(signature.as_ref()))
}

pub struct Api {
    pub sandbox: Sandbox,
    agent: Agent,
}

/// A response with a JSON body.
pub struct Response {
    pub status: u16,
    pub body: Value,
}

impl Api {
    pub fn start() -> Self {
        Self::of(Sandbox::start().expect("a free port"))
    }

    pub fn of(sandbox: Sandbox) -> Self {
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent();
        Self { sandbox, agent }
    }

    /// Returns the response with headers and text.
    pub fn try_raw(&self, request: Builder, body: &str) -> Result<RawResponse<String>, ureq::Error> {
        let response = self.run(request, body.as_bytes().to_vec())?;
        Ok(response.map(|body| String::from_utf8(body).expect("text")))
    }

    fn run(&self, request: Builder, body: Vec<u8>) -> Result<RawResponse<Vec<u8>>, ureq::Error> {
        let request = request.body(body).expect("a request");
        let request = self.agent.configure_request(request).allow_non_standard_methods(true).build();
        let (head, mut body) = self.agent.run(request)?.into_parts();
        Ok(RawResponse::from_parts(head, body.with_config().limit(u64::MAX).read_to_vec()?))
    }

    /// A request to the control routes, without credentials.
    pub fn control(&self, method: &str, path: &str, body: Value) -> Response {
        let url = self.at(&format!("/sandbox/{path}"));
        let body = if body.is_null() { Vec::new() } else { body.to_string().into() };
        self.send(Request::builder().method(method).uri(url), body)
    }

    /// The address of a path below the app.
    pub fn url(&self, path: &str) -> String {
        self.at(&format!("/v2/apps/{}{path}", self.sandbox.app_id()))
    }

    pub fn send(&self, request: Builder, body: Vec<u8>) -> Response {
        let response = self.raw(request, body);
        assert_eq!(
            header(&response, "content-type"),
            "application/json",
            "{}",
            String::from_utf8_lossy(response.body())
        );
        Response { status: response.status().as_u16(), body: serde_json::from_slice(response.body()).expect("JSON") }
    }

    pub fn bearer(&self) -> String {
        format!("Bearer {}", self.sandbox.token())
    }

    pub fn call(&self, method: &str, url: &str, body: Option<&Value>) -> Response {
        self.call_as(Some(&self.bearer()), method, url, body)
    }

    /// The same with a key of Basic authentication, below the app.
    pub fn call_with(&self, key: &Value, method: &str, path: &str, body: Option<&Value>) -> Response {
        let text = |name: &str| key[name].as_str().expect("text");
        self.call_as(Some(&Self::basic(text("id"), text("secret"))), method, &self.url(path), body)
    }

    pub fn get(&self, path: &str) -> Response {
        self.call("GET", &self.url(path), None)
    }

    pub fn delete(&self, path: &str) -> Response {
        self.call("DELETE", &self.url(path), None)
    }

    pub fn post(&self, path: &str, body: Value) -> Response {
        self.call("POST", &self.url(path), Some(&body))
    }

    pub fn patch(&self, path: &str, body: Value) -> Response {
        self.call("PATCH", &self.url(path), Some(&body))
    }

    /// Creates a user and returns the id.
    pub fn user(&self, external_id: &str) -> String {
        let user = self.post("/users", json!({"externalId": external_id})).ok(201);
        id(&user["user"])
    }

    /// Creates a personal conversation and returns the id.
    pub fn conversation(&self, user: &str) -> String {
        let body = json!({"type": "personal", "participants": [{"userId": user}]});
        id(&self.post("/conversations", body).ok(201)["conversation"])
    }

    /// Creates a group and returns the id.
    pub fn group(&self) -> String {
        id(&self.post("/conversations", json!({"type": "sdkGroup"})).ok(201)["conversation"])
    }

    /// Creates an integration and returns it.
    pub fn integration(&self, body: Value) -> Value {
        self.post("/integrations", body).ok(201)["integration"].clone()
    }

    /// Returns the ID of a channel's integration, which is created if necessary.
    pub fn channel(&self, kind: &str) -> String {
        let listed = self.get(&format!("/integrations?filter[types]={kind}")).ok(200)["integrations"].clone();
        if let Some(known) = listed.get(0) {
            return id(known);
        }
        let mut body = match kind {
            "mailgun" => json!({"apiKey": "key", "domain": "example.org", "incomingAddress": "desk@example.org"}),
            "messagebird" => json!({"accessKey": "key", "signingKey": "key", "originator": "12262121021"}),
            "twilio" => json!({"accountSid": "AC1", "authToken": "token", "phoneNumberSid": "PN1"}),
            _ => json!({}),
        };
        body["type"] = kind.into();
        id(&self.integration(body))
    }

    /// Creates a custom integration and returns the id.
    pub fn custom(&self) -> String {
        id(&self.integration(custom()))
    }

    /// Creates a key of an integration and returns it.
    pub fn integration_key(&self, integration: &str) -> Value {
        let path = format!("/integrations/{integration}/keys");
        self.post(&path, json!({"displayName": "Key"})).ok(201)["key"].clone()
    }

    /// Creates a switchboard and returns its path.
    pub fn switchboard(&self) -> String {
        format!("/switchboards/{}", id(&self.post("/switchboards", json!({})).ok(201)["switchboard"]))
    }

    /// Lets a user, by id, join a group.
    pub fn join(&self, group: &str, user: &str) -> Value {
        let new_client = json!({"userId": user, "subscribeSDKClient": false});
        self.post(&format!("/conversations/{group}/join"), new_client).ok(201)["participant"].clone()
    }

    /// The first participant of a conversation.
    pub fn participant(&self, conversation: &str) -> Value {
        self.get(&format!("/conversations/{conversation}/participants")).ok(200)["participants"][0].clone()
    }

    /// A client to create. Each call has another phone number, because a number identifies a client.
    pub fn new_client(&self, conversation: &str) -> Value {
        static NUMBERS: AtomicU32 = AtomicU32::new(5_550_100);
        let number = format!("+1514{}", NUMBERS.fetch_add(1, Ordering::Relaxed));
        json!({
            "matchCriteria": {"type": "whatsapp", "integrationId": self.channel("whatsapp"), "phoneNumber": number},
            "confirmation": {"type": "immediate"},
            "target": {"conversationId": conversation},
        })
    }

    pub fn client(&self, user: &str, conversation: &str) -> Value {
        self.post(&format!("/users/{user}/clients"), self.new_client(conversation)).ok(201)["client"].clone()
    }

    /// Posts a message with a button.
    pub fn offer(&self, conversation: &str, button: &Value) {
        let content = json!({"type": "text", "text": "Well?", "actions": [button]});
        let message = json!({"author": {"type": "business"}, "content": content});
        self.post(&format!("/conversations/{conversation}/messages"), message).ok(201);
    }

    pub fn message(&self, conversation: &str, text: &str) -> Value {
        let path = format!("/conversations/{conversation}/messages");
        self.post(&path, message(text)).ok(201)["messages"][0].clone()
    }
}

/// Returns the most memory that this process has used, in kB; 0 if it is unknown.
pub fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Calls with other credentials, and with responses other than JSON.
impl Api {
    pub fn basic(key_id: &str, secret: &str) -> String {
        format!("Basic {}", BASE64_STANDARD.encode(format!("{key_id}:{secret}")))
    }

    pub fn account(&self) -> String {
        Self::basic(self.sandbox.account_key_id(), self.sandbox.account_key_secret())
    }

    pub fn service_account(&self) -> String {
        Self::basic(self.sandbox.service_account_key_id(), self.sandbox.service_account_key_secret())
    }

    /// A token that OAuth gives: scope integration.
    pub fn access_token(&self) -> String {
        let id = self.sandbox.oauth_client_id();
        let path = format!("/oauth/authorize?response_type=code&client_id={id}&redirect_uri=https%3A%2F%2Fexample.com");
        let response = self.raw(Request::get(self.at(&path)), Vec::new());
        let location = response.headers()["location"].to_str().expect("text");
        let (_, code) = location.split_once("?code=").expect("a code");
        let trade = json!({"code": code, "grant_type": "authorization_code", "client_id": id,
            "client_secret": self.sandbox.oauth_client_secret()});
        let token = self.call_as(None, "POST", &self.at("/oauth/token"), Some(&trade)).ok(200);
        format!("Bearer {}", token["access_token"].as_str().expect("a token"))
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.base_url())
    }

    pub fn call_as(&self, authorization: Option<&str>, method: &str, url: &str, body: Option<&Value>) -> Response {
        let request = Request::builder().method(method).uri(url);
        let request = match authorization {
            Some(authorization) => request.header("authorization", authorization),
            None => request,
        };
        match body {
            None => self.send(request, Vec::new()),
            Some(body) => self.send(request.header("content-type", "application/json"), body.to_string().into()),
        }
    }

    pub fn raw(&self, request: Builder, body: Vec<u8>) -> RawResponse<Vec<u8>> {
        self.run(request, body).expect("a response")
    }
}

impl Response {
    /// Returns the body of a response with this status code.
    #[track_caller]
    pub fn ok(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.body);
        self.body
    }

    /// Checks that it is an error with this status code and code, and that a title contains this text.
    #[track_caller]
    pub fn fails(self, status: u16, code: &str, title: &str) {
        assert_eq!(self.status, status, "{}", self.body);
        let errors = self.body["errors"].as_array().expect("errors");
        assert!(errors.iter().all(|error| error["code"] == code), "{}", self.body);
        let titles: Vec<&str> = errors.iter().filter_map(|error| error["title"].as_str()).collect();
        assert!(titles.iter().any(|t| t.contains(title)), "{titles:?} lacks {title:?}");
    }
}

pub fn id(record: &Value) -> String {
    let id = record["id"].as_str().expect("an id");
    assert!(id.len() == 24 && id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')), "{id}");
    id.to_owned()
}

/// Sets the fields of a change in a record.
pub fn overlay(record: &mut Value, change: &Value) {
    let fields = change.as_object().expect("an object");
    fields.iter().for_each(|(key, value)| record[key] = value.clone());
}

pub fn ids(records: &Value) -> Vec<String> {
    records.as_array().expect("records").iter().map(id).collect()
}

/// Whether it looks like `2020-05-21T15:53:30.197Z`.
pub fn is_time(value: &Value) -> bool {
    let pattern = "dddd-dd-ddTdd:dd:dd.dddZ";
    value.as_str().is_some_and(|time| {
        time.len() == pattern.len()
            && time.chars().zip(pattern.chars()).all(|(c, p)| if p == 'd' { c.is_ascii_digit() } else { c == p })
    })
}

pub fn custom() -> Value {
    json!({"type": "custom", "webhooks": [{"target": "https://example.org/hook", "triggers": ["conversation:message"]}]})
}

pub fn message(text: &str) -> Value {
    json!({"author": {"type": "business"}, "content": {"type": "text", "text": text}})
}

/// Returns a response header, which must exist.
pub fn header<'a, T>(response: &'a ureq::http::Response<T>, name: &str) -> &'a str {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_else(|| panic!("no {name}"))
}
