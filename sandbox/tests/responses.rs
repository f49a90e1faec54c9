//! Validates the responses of all operations against the document, independently of the sandbox's own validation. Fails if
//! an operation of the document isn't performed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::common;
use crate::common::schemas::{Schemas, standard};
use crate::common::{Api, id};
use serde_json::{Map, Value, json};
use sunshine_conversations_sandbox::{Platform, Sandbox, ZendeskUser};
use ureq::http::{Request, Response};

static DOCUMENT: LazyLock<Document> = LazyLock::new(Document::read);

/// The start of all secrets, which no response may contain.
const SECRET: &str = "never-in-responses";

struct Document {
    schemas: Schemas,
    operations: BTreeMap<String, Operation>,
}

struct Operation {
    method: String,
    path: String,
    scopes: BTreeSet<String>,
    has_body: bool,
    /// By status.
    responses: BTreeMap<u16, Content>,
}

/// The content of a response: the media type, and the schema for JSON.
struct Content {
    media_type: String,
    schema: Value,
}

impl Document {
    fn read() -> Self {
        let document = common::document();
        let mut operations = BTreeMap::new();
        for (path, item) in document["paths"].as_object().expect("paths") {
            for (method, operation) in
                item.as_object().expect("operations").iter().filter(|(key, _)| *key != "parameters")
            {
                let id = operation["operationId"].as_str().expect("an id").to_owned();
                operations.insert(id, Operation::new(path, method, operation));
            }
        }
        Self { schemas: Schemas::read(), operations }
    }

    fn faults(&self, schema: &Value, body: &Value) -> Vec<String> {
        self.schemas.faults(schema, body)
    }
}

impl Operation {
    fn new(path: &str, method: &str, operation: &Value) -> Self {
        let ways = operation["security"].as_array().expect("security");
        let scopes =
            ways.iter().filter_map(Value::as_object).flat_map(Map::values).filter_map(Value::as_array).flatten();
        let responses = operation["responses"].as_object().expect("responses").iter().map(|(status, response)| {
            let (media_type, content) =
                response["content"].as_object().and_then(|all| all.iter().next()).expect("content");
            let content = Content { media_type: media_type.clone(), schema: standard(&content["schema"]) };
            (status.parse().expect("a status"), content)
        });
        Self {
            method: method.to_uppercase(),
            path: path.to_owned(),
            scopes: scopes.filter_map(|scope| scope.as_str().map(str::to_owned)).collect(),
            has_body: operation["requestBody"]["content"]["application/json"].is_object(),
            responses: responses.collect(),
        }
    }

    /// The response of success.
    fn success(&self) -> (u16, &Content) {
        let (status, content) = self.responses.iter().next().expect("a response");
        assert!(*status < 400);
        (*status, content)
    }

    /// The path, with the app and then the others in their order.
    fn fill(&self, app: &str, others: &[&str]) -> String {
        let mut others = others.iter();
        let segments = self.path.split('/').map(|segment| match segment.strip_prefix('{') {
            Some("appId}") => app,
            Some(_) => others.next().unwrap_or_else(|| panic!("{} has more parameters", self.path)),
            None => segment,
        });
        let path = segments.collect::<Vec<_>>().join("/");
        assert_eq!(others.next(), None, "{} has fewer parameters", self.path);
        path
    }
}

/// Validates the body of an error, which has one shape in the API.
fn fault_of_error(status: u16, body: &Value) -> Option<&'static str> {
    let Some(errors) = body["errors"].as_array().filter(|_| body.as_object().is_some_and(|body| body.len() == 1))
    else {
        return Some("not an object of errors alone");
    };
    let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
    let is_error = |error: &Value| {
        error.as_object().is_some_and(|error| error.len() == 2) && is_text(&error["code"]) && is_text(&error["title"])
    };
    match errors.len() {
        0 => Some("no error"),
        2.. if status != 400 => Some("several errors, which only 400 may have"),
        _ if !errors.iter().all(is_error) => Some("an error without code and title, or with more"),
        _ => None,
    }
}

/// A sandbox, and the operations that were performed.
struct Round {
    api: Api,
    app: String,
    performed: BTreeSet<&'static str>,
}

impl Round {
    fn start() -> Self {
        let api = Api::of(Sandbox::start().expect("a free port"));
        let app = api.sandbox.app_id().to_owned();
        Self { api, app, performed: BTreeSet::new() }
    }

    fn credentials(&self, operation: &Operation) -> String {
        if operation.scopes.contains("account") { self.api.account() } else { self.api.bearer() }
    }

    /// Performs an operation and validates its response.
    fn perform(&mut self, operation: &'static str, path: &[&str], body: Value) -> Value {
        self.perform_with(operation, path, "", body)
    }

    fn perform_with(&mut self, name: &'static str, path: &[&str], query: &str, body: Value) -> Value {
        let credentials = self.credentials(&DOCUMENT.operations[name]);
        self.perform_as(&credentials, name, path, query, body)
    }

    fn perform_as(&mut self, credentials: &str, name: &'static str, path: &[&str], query: &str, body: Value) -> Value {
        let operation = &DOCUMENT.operations[name];
        let body = if body.is_null() { Vec::new() } else { body.to_string().into_bytes() };
        let url = self.api.at(&format!("{}{query}", operation.fill(&self.app, path)));
        let request = Request::builder().method(&*operation.method).uri(url).header("authorization", credentials);
        let response = self.api.raw(request.header("content-type", "application/json"), body);
        self.accept(name, &response)
    }

    fn accept(&mut self, name: &'static str, response: &Response<Vec<u8>>) -> Value {
        let (status, content) = DOCUMENT.operations[name].success();
        let text = String::from_utf8_lossy(response.body());
        assert_eq!(response.status(), status, "{name}: {text}");
        assert!(!text.contains(SECRET), "{name} gives a secret back: {text}");
        let media_type = common::header(response, "content-type");
        assert_eq!(media_type.split(';').next(), Some(&*content.media_type), "{name}");
        let body = match &*content.media_type {
            "application/json" => serde_json::from_str(&text).expect("JSON"),
            _ => Value::String(text.into_owned()),
        };
        assert_eq!(DOCUMENT.faults(&content.schema, &body), [""; 0], "{name}: {body}");
        self.performed.insert(name);
        body
    }

    /// Sends what must be refused with this status, and checks the error.
    fn reject(&self, name: &str, status: u16, request: ureq::http::request::Builder, body: &str) {
        let operation = &DOCUMENT.operations[name];
        let response = self.api.raw(request, body.as_bytes().to_vec());
        let text = String::from_utf8_lossy(response.body());
        assert_eq!(response.status(), status, "{name}: {text}");
        assert_eq!(common::header(&response, "content-type"), "application/json", "{name}");
        let body: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(fault_of_error(status, &body), None, "{name}: {body}");
        let any = json!({"$ref": "#/components/schemas/errorResponse"});
        let schema = operation.responses.get(&status).map_or(&any, |content| &content.schema);
        assert_eq!(DOCUMENT.faults(schema, &body), [""; 0], "{name}: {body}");
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} isn't text")).to_owned()
}

#[test]
fn every_operation_returns_valid_responses() {
    let mut round = Round::start();
    apps(&mut round);
    let (user, conversation) = users_and_conversations(&mut round);
    messages(&mut round, &user, &conversation);
    let custom = integrations(&mut round);
    control(&mut round, &custom);
    attachments(&mut round);
    oauth(&mut round);
    endings(&mut round, &user, &conversation, &custom);

    let all: BTreeSet<&str> = DOCUMENT.operations.keys().map(String::as_str).collect();
    let missing: Vec<_> = all.difference(&round.performed).collect();
    assert!(missing.is_empty(), "never performed: {missing:?}");
    assert_eq!(all.len(), 68);
}

fn apps(round: &mut Round) {
    let own = round.app.clone();
    round.app = id(&round.perform("CreateApp", &[], json!({"displayName": "Other", "metadata": {"a": 1}}))["app"]);
    round.perform_with("ListApps", &[], "?page[size]=1", Value::Null);
    round.perform("GetApp", &[], Value::Null);
    round.perform("UpdateApp", &[], json!({"displayName": "Another", "settings": {"multiConvoEnabled": true}}));
    let key = text(&round.perform("CreateAppKey", &[], json!({"displayName": "Key"}))["key"]["id"]);
    round.perform("ListAppKeys", &[], Value::Null);
    round.perform("GetAppKey", &[&key], Value::Null);
    round.perform("DeleteAppKey", &[&key], Value::Null);
    round.perform("DeleteApp", &[], Value::Null);
    round.app = own;
}

/// A complete user, with a personal conversation.
fn users_and_conversations(round: &mut Round) -> (String, String) {
    let profile = json!({"givenName": "Ada", "surname": "Lovelace", "email": "ada@example.org", "locale": "en-GB"});
    let body = json!({"externalId": "ada", "profile": profile, "metadata": {"vip": true}});
    let user = id(&round.perform("CreateUser", &[], body)["user"]);
    round.perform("CreateUser", &[], json!({"externalId": "bob"}));
    round.perform("GetUser", &["ada"], Value::Null);
    round.perform("UpdateUser", &["ada"], json!({"toBeRetained": true, "metadata": {"vip": null}}));
    round.api.sandbox.add_email_identity("ada", "ada@example.org").expect("done");
    let listed = round.perform_with("ListUsers", &[], "?filter[identities.email]=ada@example.org", Value::Null);
    assert_eq!(listed["users"][0]["id"], json!(user));

    let device = round.api.sandbox.add_device("ada", Platform::Ios).expect("a device");
    round.perform("ListDevices", &["ada"], Value::Null);
    round.perform("GetDevice", &["ada", &device], Value::Null);

    let body = json!({"type": "personal", "participants": [{"userId": user, "subscribeSDKClient": true}]});
    let conversation = id(&round.perform("CreateConversation", &[], body)["conversation"]);
    round.perform_with("ListConversations", &[], &format!("?filter[userId]={user}&page[size]=1"), Value::Null);
    round.perform("GetConversation", &[&conversation], Value::Null);
    round.perform("UpdateConversation", &[&conversation], json!({"displayName": "Order", "metadata": {"n": 7}}));

    let body = json!({"type": "sdkGroup", "participants": [{"userId": user, "subscribeSDKClient": false}]});
    let group = id(&round.perform("CreateConversation", &[], body)["conversation"]);
    let bob = json!({"userExternalId": "bob", "subscribeSDKClient": false});
    round.perform("JoinConversation", &[&group], bob);
    round.perform_with("ListParticipants", &[&group], "?page[size]=1", Value::Null);
    round.perform("LeaveConversation", &[&group], json!({"userExternalId": "bob"}));

    let client = round.perform("CreateClient", &["ada"], round.api.new_client(&conversation))["client"].clone();
    round.perform("ListClients", &["ada"], Value::Null);
    round.perform("RemoveClient", &["ada", &id(&client)], Value::Null);

    round.api.sandbox.link_zendesk_user("bob", "70421").expect("done");
    let known = ZendeskUser::default();
    round.api.sandbox.set_zendesk_user("70421", known).expect("done");
    round.perform("SyncUser", &["70421"], json!({}));
    (user, conversation)
}

fn messages(round: &mut Round, user: &str, conversation: &str) {
    let place = "https://example.org/a.png";
    let contents = [
        json!({"type": "text", "text": "Hello", "actions": [{"type": "reply", "text": "Yes", "payload": "YES"}]}),
        json!({"type": "text", "markdownText": "**Hello**"}),
        json!({"type": "image", "mediaUrl": place}),
        json!({"type": "file", "mediaUrl": place}),
        json!({"type": "location", "coordinates": {"lat": 1.5, "long": -2}}),
        json!({"type": "carousel", "items": [{"title": "One", "actions": [{"type": "link", "text": "Go", "uri": place}]}]}),
        json!({"type": "form", "fields": [{"type": "text", "name": "name", "label": "Your name"}]}),
    ];
    let mut posted = Vec::new();
    for content in contents {
        let body = json!({"author": {"type": "business"}, "content": content, "metadata": {"n": 1}});
        posted.push(id(&round.perform("PostMessage", &[conversation], body)["messages"][0]));
    }
    let form = posted.last().expect("a form");
    let field = json!({"type": "text", "name": "name", "label": "Your name", "text": "Ada", "quotedMessageId": form});
    let author = json!({"type": "user", "userExternalId": "ada"});
    let ada = round.api.sandbox.end_user("ada").in_conversation(conversation);
    ada.send(json!({"type": "formResponse", "fields": [field]})).expect("sent");
    let messages = round.perform("ListMessages", &[conversation], Value::Null)["messages"].clone();
    let responded = messages.as_array().and_then(|messages| messages.last()).expect("a message").clone();
    assert!(responded["quotedMessage"].is_object() && responded["author"]["userExternalId"].is_null(), "{responded}");
    round.api.sandbox.unsend_message(conversation, &posted[0]).expect("taken back");
    let listed = round.perform("ListMessages", &[conversation], Value::Null)["messages"].clone();
    assert_eq!(common::ids(&listed).len(), 8);

    round.perform("DeleteMessage", &[conversation, &posted[1]], Value::Null);
    round.perform("PostActivity", &[conversation], json!({"author": author, "type": "conversation:read"}));
    let data = json!({"payload": {"data": [{"event_name": "Purchase"}]}});
    round.perform("PostConversionEvents", &[conversation], json!({"messenger": data}));
    let url = round.api.sandbox.add_message_ref(json!({"data": {}})).expect("a reference");
    let reference = json!({"url": url, "bid": "b", "key": "k", "signature": "s", "owner": "o"});
    let body = json!({"userId": user, "apple": {"interactiveDataRef": reference}});
    round.perform("DownloadMessageRef", &[conversation], body);
}

/// Gives a custom integration.
fn integrations(round: &mut Round) -> String {
    let custom = id(&round.perform("CreateIntegration", &[], common::custom())["integration"]);
    let telegram = json!({"type": "telegram", "token": SECRET, "displayName": "Telegram"});
    let telegram = id(&round.perform("CreateIntegration", &[], telegram)["integration"]);
    round.perform("CreateIntegration", &[], json!({"type": "viber", "token": SECRET}));
    round.perform("CreateIntegration", &[], json!({"type": "web"}));
    let listed = round.perform("ListIntegrations", &[], Value::Null);
    // These, and that of the client.
    assert_eq!(listed["integrations"].as_array().map(Vec::len), Some(5));
    round.perform("GetIntegration", &[&telegram], Value::Null);
    round.perform("UpdateIntegration", &[&telegram], json!({"displayName": "Chat"}));
    round.perform("DeleteIntegration", &[&telegram], Value::Null);

    let key = text(&round.perform("CreateCustomIntegrationKey", &[&custom], json!({"displayName": "K"}))["key"]["id"]);
    round.perform("ListCustomIntegrationKeys", &[&custom], Value::Null);
    round.perform("GetCustomIntegrationKey", &[&custom, &key], Value::Null);
    round.perform("DeleteCustomIntegrationKey", &[&custom, &key], Value::Null);

    let body = json!({"target": "https://example.org/two", "triggers": ["client:add"], "includeFullUser": true});
    let webhook = id(&round.perform("CreateWebhook", &[&custom], body)["webhook"]);
    round.perform("ListWebhooks", &[&custom], Value::Null);
    round.perform("GetWebhook", &[&custom, &webhook], Value::Null);
    round.perform("UpdateWebhook", &[&custom, &webhook], json!({"triggers": ["conversation:create"]}));
    round.perform("DeleteWebhook", &[&custom, &webhook], Value::Null);
    custom
}

/// Passes, offers, accepts and releases control of a conversation, which shows who has it.
fn control(round: &mut Round, custom: &str) {
    let switchboard = id(&round.perform("CreateSwitchboard", &[], Value::Null)["switchboard"]);
    let desk = id(&round.perform("CreateIntegration", &[], common::custom())["integration"]);
    let mut add = |name: &str, integration: &str| {
        let body = json!({"name": name, "integrationId": integration, "messageHistoryCount": 5});
        id(&round.perform("CreateSwitchboardIntegration", &[&switchboard], body)["switchboardIntegration"])
    };
    let (bot, desk) = (add("bot", custom), add("desk", &desk));
    let body = json!({"deliverStandbyEvents": true, "nextSwitchboardIntegrationId": desk});
    round.perform("UpdateSwitchboardIntegration", &[&switchboard, &bot], body);
    round.perform("ListSwitchboardIntegrations", &[&switchboard], Value::Null);
    let body = json!({"enabled": true, "defaultSwitchboardIntegrationId": bot});
    round.perform("UpdateSwitchboard", &[&switchboard], body);
    round.perform("ListSwitchboards", &[], Value::Null);

    let conversation = id(&round.perform("CreateConversation", &[], json!({"type": "sdkGroup"}))["conversation"]);
    let to = |target: &str| json!({"switchboardIntegration": target, "metadata": {"why": "requested"}});
    round.perform("PassControl", &[&conversation], to(&desk));
    round.perform("OfferControl", &[&conversation], to(&bot));
    let offered = round.perform("GetConversation", &[&conversation], Value::Null)["conversation"].clone();
    let names = ["activeSwitchboardIntegration", "pendingSwitchboardIntegration"].map(|key| &offered[key]["name"]);
    assert_eq!(names, [&json!("desk"), &json!("bot")]);
    round.perform("AcceptControl", &[&conversation], json!({"metadata": {}}));
    round.perform("ReleaseControl", &[&conversation], json!({}));
    // Channels show their responder.
    round.perform("ListIntegrations", &[], Value::Null);

    let spare = id(&round.perform("CreateIntegration", &[], common::custom())["integration"]);
    let body = json!({"name": "spare", "integrationId": spare});
    let spare = &round.perform("CreateSwitchboardIntegration", &[&switchboard], body)["switchboardIntegration"];
    round.perform("DeleteSwitchboardIntegration", &[&switchboard, &id(spare)], Value::Null);
    round.perform("DeleteSwitchboard", &[&switchboard], Value::Null);
}

fn attachments(round: &mut Round) {
    let name = "UploadAttachment";
    let form =
        "--edge\r\nContent-Disposition: form-data; name=\"source\"; filename=\"a.txt\"\r\n\r\nText\r\n--edge--\r\n";
    let request = Request::post(round.api.url("/attachments?access=public&for=message"))
        .header("authorization", round.api.bearer())
        .header("content-type", "multipart/form-data; boundary=edge");
    let response = round.api.raw(request, form.into());
    let attachment = round.accept(name, &response)["attachment"].clone();
    round.perform("DeleteAttachment", &[], json!({"mediaUrl": attachment["mediaUrl"]}));
}

fn oauth(round: &mut Round) {
    let client = round.api.sandbox.oauth_client_id().to_owned();
    let url = round.api.at(&format!("/oauth/authorize?client_id={client}&response_type=code&state=s"));
    let response = round.api.raw(Request::get(url), Vec::new());
    round.accept("Authorize", &response);
    let (_, query) = common::header(&response, "location").split_once("?code=").expect("a code");
    let code = query.split('&').next().expect("a code");
    let secret = round.api.sandbox.oauth_client_secret();
    let trade = json!({"code": code, "grant_type": "authorization_code", "client_id": client, "client_secret": secret});
    let token = format!("Bearer {}", text(&round.perform("GetToken", &[], trade)["access_token"]));
    round.perform_as(&token, "GetTokenInfo", &[], "", Value::Null);
    round.perform_as(&token, "RevokeAccess", &[], "", Value::Null);
}

fn endings(round: &mut Round, user: &str, conversation: &str, custom: &str) {
    round.perform("DeleteAllMessages", &[conversation], Value::Null);
    let body = json!({"type": "sdkGroup"});
    let group = id(&round.perform("CreateConversation", &[], body)["conversation"]);
    round.perform("DeleteConversation", &[&group], Value::Null);
    round.perform("DeleteUserPersonalInformation", &[user], Value::Null);
    round.perform("GetUser", &[user], Value::Null);
    round.perform("DeleteUser", &[user], Value::Null);
    round.perform("DeleteIntegration", &[custom], Value::Null);
}

#[test]
fn every_operation_returns_valid_errors() {
    let round = Round::start();
    let nowhere = "000000000000000000000000";
    for (name, operation) in &DOCUMENT.operations {
        let parameters = operation.path.matches('{').count();
        let others = vec![nowhere; parameters.saturating_sub(1)];
        let request = |round: &Round, app: &str| {
            Request::builder().method(&*operation.method).uri(round.api.at(&operation.fill(app, &others)))
        };
        let app = round.app.clone();
        let open = request(&round, &app);
        let credentials = round.credentials(operation);
        let known = request(&round, &app).header("authorization", &credentials);
        if operation.scopes.is_empty() && name != "GetTokenInfo" {
            round.reject(name, 400, open.header("content-type", "application/json"), "{}");
        } else {
            round.reject(name, 401, open, "");
        }
        // Only OAuth tokens can be revoked, and keys of an app aren't.
        if name == "RevokeAccess" {
            round.reject(name, 403, known, "");
            continue;
        }
        if operation.has_body && !operation.scopes.is_empty() {
            round.reject(name, 415, known.header("content-type", "text/plain"), "{}");
            let known = request(&round, &app).header("authorization", &credentials);
            round.reject(name, 400, known.header("content-type", "application/json"), "[1]");
        }
        if parameters > 0 {
            // Account credentials have access to all apps, others only to their own.
            let elsewhere = request(&round, nowhere).header("authorization", &credentials);
            round.reject(name, 404, elsewhere.header("content-type", "application/json"), "{}");
        }
    }
}

/// Otherwise the checks above prove nothing.
#[test]
fn invalid_responses_are_detected() {
    let faults = |name: &str, body: Value| DOCUMENT.faults(&DOCUMENT.operations[name].success().1.schema, &body).len();
    let user = |more: Value| {
        let mut user = json!({"id": "7", "externalId": null, "metadata": {}, "profile": {}, "identities": []});
        user.as_object_mut().expect("an object").extend(more.as_object().cloned().expect("an object"));
        json!({"user": user})
    };
    assert_eq!(faults("GetUser", user(json!({}))), 0);
    for wrong in [json!({"id": 7}), json!({"metadata": null}), json!({"signedUpAt": 5}), json!({"identities": {}})] {
        assert_ne!(faults("GetUser", user(wrong.clone())), 0, "{wrong}");
    }
    let message = |author: Value, content: Value| json!({"messages": [{"author": author, "content": content}]});
    let business = || json!({"type": "business"});
    let hello = || json!({"type": "text", "text": "Hello"});
    assert_eq!(faults("ListMessages", message(business(), hello())), 0);
    let by_external_id = json!({"type": "user", "userExternalId": "ada"});
    assert_ne!(faults("ListMessages", message(by_external_id, hello())), 0);
    for wrong in
        [json!({"type": "text", "text": 5}), json!({"type": "telex"}), json!({"type": "text", "markdownText": "x"})]
    {
        assert_ne!(faults("ListMessages", message(business(), wrong.clone())), 0, "{wrong}");
    }
    let integration = |name: &str, value: Value| match name {
        "ListIntegrations" => faults(name, json!({"integrations": [value]})),
        _ => faults(name, json!({"integration": value})),
    };
    for name in ["CreateIntegration", "GetIntegration", "ListIntegrations", "UpdateIntegration"] {
        assert_eq!(integration(name, json!({"type": "telegram", "username": "x"})), 0, "{name}");
        for wrong in [json!({"type": "telegram", "token": "x"}), json!({"type": "fax"}), json!({"username": "x"})] {
            assert_ne!(integration(name, wrong.clone()), 0, "{name} {wrong}");
        }
    }

    let error = || json!({"code": "not_found", "title": "user not found"});
    assert_eq!(fault_of_error(404, &json!({"errors": [error()]})), None);
    assert_eq!(fault_of_error(400, &json!({"errors": [error(), error()]})), None);
    let wrong = [
        json!({}),
        json!({"errors": []}),
        json!({"errors": [error(), error()]}),
        json!({"errors": [error()], "status": 404}),
        json!({"errors": [{"code": "not_found"}]}),
        json!({"errors": [{"code": "", "title": "user not found"}]}),
        json!({"errors": {"code": "not_found", "title": "user not found"}}),
    ];
    for body in wrong {
        assert!(fault_of_error(404, &body).is_some(), "{body}");
    }
}
