//! Switchboard actions.

use crate::common;
use crate::common::{Api, id};
use serde_json::{Value, json};

/// A bot and a desk, both custom integrations. The bot is the default of the enabled switchboard, and the desk is next.
struct Setting {
    api: Api,
    switchboard: String,
    bot: Value,
    desk: Value,
}

impl Setting {
    fn start() -> Self {
        let api = Api::start();
        let switchboard = api.switchboard();
        let add = |body: Value| {
            let path = format!("{switchboard}/switchboardIntegrations");
            api.post(&path, body).ok(201)["switchboardIntegration"].clone()
        };
        let desk = add(json!({"name": "desk", "integrationId": api.custom()}));
        let next = &desk["id"];
        let bot = add(json!({"name": "bot", "integrationId": api.custom(), "nextSwitchboardIntegrationId": next}));
        api.patch(&switchboard, json!({"enabled": true, "defaultSwitchboardIntegrationId": bot["id"]})).ok(200);
        Self { api, switchboard, bot, desk }
    }

    fn at(&self, place: &Value) -> String {
        format!("{}/switchboardIntegrations/{}", self.switchboard, id(place))
    }

    fn key(&self, place: &Value) -> Value {
        self.api.integration_key(place["integrationId"].as_str().expect("an id"))
    }

    /// The names of the active and the pending integration.
    fn control(&self, conversation: &str) -> [Option<Value>; 2] {
        let conversation = self.api.get(conversation).ok(200)["conversation"].clone();
        ["activeSwitchboardIntegration", "pendingSwitchboardIntegration"]
            .map(|key| conversation.get(key).map(|controller| controller["name"].clone()))
    }

    fn conversation(&self) -> String {
        format!("/conversations/{}", self.api.group())
    }

    fn act(&self, conversation: &str, action: &str, target: &Value) -> common::Response {
        self.api.post(&format!("{conversation}/{action}Control"), json!({"switchboardIntegration": target}))
    }
}

fn names(active: Option<&str>, pending: Option<&str>) -> [Option<Value>; 2] {
    [active.map(Value::from), pending.map(Value::from)]
}

#[test]
fn a_new_conversation_is_the_defaults() {
    let setting = Setting::start();
    let Setting { api, bot, .. } = &setting;
    let created = api.post("/conversations", json!({"type": "sdkGroup"})).ok(201)["conversation"].clone();
    let active = json!({
        "id": bot["id"], "name": "bot", "integrationId": bot["integrationId"], "integrationType": "custom",
    });
    assert_eq!(created["activeSwitchboardIntegration"], active);
    assert!(created.get("pendingSwitchboardIntegration").is_none());
    let user = api.user("steve");
    let personal = format!("/conversations/{}", api.conversation(&user));
    assert_eq!(setting.control(&personal), names(Some("bot"), None));
}

#[test]
fn pass_by_id_name_type_and_next() {
    let setting = Setting::start();
    let Setting { api, bot, desk, switchboard, .. } = &setting;
    let body = json!({"name": "human", "integrationType": "zd:agentWorkspace"});
    api.post(&format!("{switchboard}/switchboardIntegrations"), body).ok(201);
    let conversation = setting.conversation();
    for (target, name) in [
        (desk["id"].clone(), "desk"),
        (json!("bot"), "bot"),
        (json!("next"), "desk"),
        (json!("zd:agentWorkspace"), "human"),
        (bot["id"].clone(), "bot"),
        (bot["id"].clone(), "bot"),
    ] {
        assert_eq!(setting.act(&conversation, "pass", &target).ok(200), json!({}));
        assert_eq!(setting.control(&conversation), names(Some(name), None));
    }
    for action in ["pass", "offer"] {
        let act = |target: Value| setting.act(&conversation, action, &target);
        act("custom".into()).fails(400, "bad_request", "/switchboardIntegration: several");
        act("unknown".into()).fails(404, "not_found", "/switchboardIntegration: ");
        act(bot["integrationId"].clone()).fails(404, "not_found", "/switchboardIntegration: ");
        act(json!(5)).fails(400, "bad_request", "/switchboardIntegration: ");
        let path = format!("{conversation}/{action}Control");
        api.post(&path, json!({})).fails(400, "bad_request", "/switchboardIntegration: is required");
        let metadata = json!({"switchboardIntegration": "desk", "metadata": {"a": {}}});
        api.post(&path, metadata).fails(400, "bad_request", "/metadata/a: ");
    }
    assert_eq!(setting.control(&conversation), names(Some("bot"), None));
    let metadata = json!({"switchboardIntegration": "desk", "metadata": {"lang": "fr", "n": 5}});
    api.post(&format!("{conversation}/passControl"), metadata).ok(200);
    assert_eq!(setting.control(&conversation), names(Some("desk"), None));
    setting.act(&conversation, "pass", &json!("next")).fails(
        404,
        "not_found",
        "switchboard integration next not found",
    );
}

#[test]
fn names_take_precedence_over_types() {
    let setting = Setting::start();
    let conversation = setting.conversation();
    setting.api.patch(&setting.at(&setting.desk), json!({"name": "custom"})).ok(200);
    setting.act(&conversation, "pass", &json!("custom")).ok(200);
    assert_eq!(setting.control(&conversation), names(Some("custom"), None));
}

#[test]
fn offer_and_accept() {
    let setting = Setting::start();
    let api = &setting.api;
    let conversation = setting.conversation();
    let accept = || api.post(&format!("{conversation}/acceptControl"), json!({"metadata": {"a": 1}}));
    accept().fails(404, "not_found", "control hasn't been offered");
    setting.act(&conversation, "offer", &json!("bot")).fails(400, "bad_request", "already active");
    assert_eq!(setting.act(&conversation, "offer", &json!("next")).ok(200), json!({}));
    assert_eq!(setting.control(&conversation), names(Some("bot"), Some("desk")));
    assert_eq!(accept().ok(200), json!({}));
    assert_eq!(setting.control(&conversation), names(Some("desk"), None));
    accept().fails(404, "not_found", "control hasn't been offered");

    // A later offer replaces an earlier one, and a pass clears both.
    let body = json!({"name": "third", "integrationType": "zd:answerBot"});
    api.post(&format!("{}/switchboardIntegrations", setting.switchboard), body).ok(201);
    setting.act(&conversation, "offer", &json!("bot")).ok(200);
    setting.act(&conversation, "offer", &json!("third")).ok(200);
    assert_eq!(setting.control(&conversation), names(Some("desk"), Some("third")));
    setting.act(&conversation, "pass", &json!("bot")).ok(200);
    assert_eq!(setting.control(&conversation), names(Some("bot"), None));
}

#[test]
fn after_a_release_the_next_message_wakes_the_default() {
    let setting = Setting::start();
    let api = &setting.api;
    let id = api.group();
    let conversation = format!("/conversations/{id}");
    let release = || api.post(&format!("{conversation}/releaseControl"), json!({"metadata": {"why": "done"}}));
    setting.act(&conversation, "pass", &json!("desk")).ok(200);
    setting.act(&conversation, "offer", &json!("bot")).ok(200);
    assert_eq!(release().ok(200), json!({}));
    assert_eq!(setting.control(&conversation), names(None, None));
    setting.act(&conversation, "pass", &json!("next")).fails(
        404,
        "not_found",
        "switchboard integration next not found",
    );
    api.message(&id, "hello");
    assert_eq!(setting.control(&conversation), names(Some("bot"), None));
    setting.act(&conversation, "pass", &json!("desk")).ok(200);
    api.message(&id, "hello");
    assert_eq!(setting.control(&conversation), names(Some("desk"), None));
    // The body is optional.
    let request = ureq::http::Request::post(api.url(&format!("{conversation}/releaseControl")));
    api.send(request.header("authorization", api.bearer()), Vec::new()).ok(200);
    assert_eq!(setting.control(&conversation), names(None, None));
    release().ok(200);
    api.post(&format!("{conversation}/releaseControl"), json!({"metadata": 5})).fails(
        400,
        "bad_request",
        "/metadata: ",
    );
}

#[test]
fn an_integration_accepts_and_releases_for_itself_only() {
    let setting = Setting::start();
    let conversation = setting.conversation();
    let (bot, desk) = (setting.key(&setting.bot), setting.key(&setting.desk));
    let act = |key: &Value, action: &str, body: Value| {
        setting.api.call_with(key, "POST", &format!("{conversation}/{action}Control"), Some(&body))
    };
    act(&desk, "accept", json!({})).fails(403, "forbidden", "isn't the pending one");
    act(&desk, "release", json!({})).fails(403, "forbidden", "isn't the active one");
    act(&bot, "offer", json!({"switchboardIntegration": "next"})).ok(200);
    act(&bot, "accept", json!({})).fails(403, "forbidden", "isn't the pending one");
    assert_eq!(setting.control(&conversation), names(Some("bot"), Some("desk")));
    act(&desk, "accept", json!({})).ok(200);
    assert_eq!(setting.control(&conversation), names(Some("desk"), None));
    act(&bot, "release", json!({})).fails(403, "forbidden", "isn't the active one");
    act(&desk, "release", json!({})).ok(200);
    assert_eq!(setting.control(&conversation), names(None, None));
    act(&desk, "release", json!({})).fails(403, "forbidden", "isn't the active one");
}

#[test]
fn an_integration_may_repeat_a_pass_to_the_next() {
    let setting = Setting::start();
    let conversation = setting.conversation();
    let bot = setting.key(&setting.bot);
    let third = json!({"name": "third", "integrationType": "zd:answerBot"});
    let places = format!("{}/switchboardIntegrations", setting.switchboard);
    let third = setting.api.post(&places, third).ok(201)["switchboardIntegration"].clone();
    setting.api.patch(&setting.at(&setting.desk), json!({"nextSwitchboardIntegrationId": third["id"]})).ok(200);
    for _ in 0..2 {
        let body = json!({"switchboardIntegration": "next"});
        setting.api.call_with(&bot, "POST", &format!("{conversation}/passControl"), Some(&body)).ok(200);
        assert_eq!(setting.control(&conversation), names(Some("desk"), None));
    }
    // An app isn't part of the chain, so the next one follows the active one.
    setting.act(&conversation, "pass", &json!("next")).ok(200);
    assert_eq!(setting.control(&conversation), names(Some("third"), None));
}

#[test]
fn without_a_switchboard_or_with_one_that_is_disabled() {
    let setting = Setting::start();
    let Setting { api, switchboard, .. } = &setting;
    let conversation = setting.conversation();
    let all = |conversation: &str, status: u16, code: &str, title: &str| {
        let body = json!({"switchboardIntegration": "desk"});
        for action in ["pass", "offer", "accept", "release"] {
            api.post(&format!("{conversation}/{action}Control"), body.clone()).fails(status, code, title);
        }
    };
    all("/conversations/none", 404, "not_found", "conversation not found");
    api.patch(switchboard, json!({"enabled": false})).ok(200);
    all(&conversation, 400, "bad_request", "disabled");
    let id = api.group();
    let new = format!("/conversations/{id}");
    api.message(&id, "hello");
    assert_eq!(setting.control(&new), names(None, None));
    // A conversation that is older than the switchboard goes to the default on its next event.
    api.patch(switchboard, json!({"enabled": true})).ok(200);
    assert_eq!(setting.control(&new), names(None, None));
    api.message(&id, "hello");
    assert_eq!(setting.control(&new), names(Some("bot"), None));
    api.delete(switchboard).ok(200);
    all(&conversation, 404, "not_found", "switchboard not found");
}

#[test]
fn conversations_follow_what_happens_to_switchboard_integrations() {
    let setting = Setting::start();
    let api = &setting.api;
    let id = api.group();
    let conversation = format!("/conversations/{id}");
    setting.act(&conversation, "pass", &json!("desk")).ok(200);
    setting.act(&conversation, "offer", &json!("bot")).ok(200);
    api.patch(&setting.at(&setting.bot), json!({"name": "robot", "nextSwitchboardIntegrationId": null})).ok(200);
    api.patch(&setting.at(&setting.desk), json!({"name": "people"})).ok(200);
    assert_eq!(setting.control(&conversation), names(Some("people"), Some("robot")));
    api.delete(&setting.at(&setting.desk)).ok(200);
    assert_eq!(setting.control(&conversation), names(None, Some("robot")));
    api.message(&id, "hello");
    assert_eq!(setting.control(&conversation), names(Some("robot"), None));
}
