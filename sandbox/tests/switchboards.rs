//! Switchboards and the integrations in them.

use crate::common;
use crate::common::{Api, id, ids, overlay};
use serde_json::{Value, json};

/// A switchboard and the path of its integrations.
fn start() -> (Api, String, String) {
    let api = Api::start();
    let switchboard = api.switchboard();
    let places = format!("{switchboard}/switchboardIntegrations");
    (api, switchboard, places)
}

fn add(api: &Api, places: &str, body: Value) -> Value {
    api.post(places, body).ok(201)["switchboardIntegration"].clone()
}

fn bot(api: &Api, places: &str, name: &str) -> Value {
    add(api, places, json!({"name": name, "integrationId": api.integration(common::custom())["id"]}))
}

#[test]
fn one_in_an_app() {
    let api = Api::start();
    assert_eq!(api.get("/switchboards").ok(200), json!({"switchboards": []}));
    let request = ureq::http::Request::post(api.url("/switchboards")).header("authorization", api.bearer());
    let switchboard = api.send(request, Vec::new()).ok(201)["switchboard"].clone();
    assert_eq!(switchboard, json!({"id": id(&switchboard), "enabled": false}));
    api.post("/switchboards", json!({})).fails(400, "bad_request", "already");
    assert_eq!(api.get("/switchboards").ok(200), json!({"switchboards": [switchboard]}));
    let path = format!("/switchboards/{}", id(&switchboard));
    assert_eq!(api.delete(&path).ok(200), json!({}));
    assert_eq!(api.get("/switchboards").ok(200), json!({"switchboards": []}));
    api.delete(&path).fails(404, "not_found", "switchboard");
    api.patch(&path, json!({})).fails(404, "not_found", "switchboard");
    api.get(&format!("{path}/switchboardIntegrations")).fails(404, "not_found", "switchboard");
    let body = json!({"name": "x", "integrationId": "x"});
    api.post(&format!("{path}/switchboardIntegrations"), body).fails(404, "not_found", "switchboard");
    api.patch(&format!("{path}/switchboardIntegrations/x"), json!({})).fails(404, "not_found", "switchboard");
    api.delete(&format!("{path}/switchboardIntegrations/x")).fails(404, "not_found", "switchboard");
    api.post("/switchboards", json!({})).ok(201);
}

#[test]
fn enable_and_choose_the_default() {
    let (api, switchboard, places) = start();
    let bot = bot(&api, &places, "bot");
    let patch = |body: Value| api.patch(&switchboard, body);
    let chosen = patch(json!({"defaultSwitchboardIntegrationId": bot["id"]})).ok(200)["switchboard"].clone();
    assert_eq!((&chosen["enabled"], &chosen["defaultSwitchboardIntegrationId"]), (&json!(false), &bot["id"]));
    let enabled = patch(json!({"enabled": true})).ok(200)["switchboard"].clone();
    assert_eq!((&enabled["enabled"], &enabled["defaultSwitchboardIntegrationId"]), (&json!(true), &bot["id"]));
    assert_eq!(api.get("/switchboards").ok(200), json!({"switchboards": [enabled]}));
    let unknown = json!({"enabled": false, "defaultSwitchboardIntegrationId": "none"});
    patch(unknown).fails(404, "not_found", "/defaultSwitchboardIntegrationId: ");
    patch(json!({"enabled": "yes"})).fails(400, "bad_request", "/enabled: ");
    patch(json!({"defaultSwitchboardIntegrationId": null})).fails(
        400,
        "bad_request",
        "/defaultSwitchboardIntegrationId: ",
    );
    assert_eq!(api.get("/switchboards").ok(200), json!({"switchboards": [enabled]}));
}

#[test]
fn create_list_update_delete() {
    let (api, _, places) = start();
    let integration = api.custom();
    let first = add(&api, &places, json!({"name": "bot", "integrationId": integration}));
    let expected = json!({
        "id": id(&first), "name": "bot", "integrationId": integration, "integrationType": "custom",
        "deliverStandbyEvents": true, "nextSwitchboardIntegrationId": null, "messageHistoryCount": null,
    });
    assert_eq!(first, expected);
    let new_client = json!({
        "name": "Desk_2-b", "integrationType": "zd:agentWorkspace", "deliverStandbyEvents": false,
        "nextSwitchboardIntegrationId": first["id"], "messageHistoryCount": 10,
    });
    let second = add(&api, &places, new_client.clone());
    new_client.as_object().expect("an object").iter().for_each(|(key, value)| assert_eq!(second[key], *value, "{key}"));
    assert_eq!(api.get(&places).ok(200), json!({"switchboardIntegrations": [first, second]}));

    let path = format!("{places}/{}", id(&second));
    let mut expected = second.clone();
    for change in [
        json!({"name": "desk"}),
        json!({"deliverStandbyEvents": true}),
        json!({"messageHistoryCount": 1}),
        json!({"messageHistoryCount": null}),
        json!({"nextSwitchboardIntegrationId": second["id"]}),
        json!({"nextSwitchboardIntegrationId": null}),
        json!({"name": "desk"}),
        json!({}),
    ] {
        overlay(&mut expected, &change);
        assert_eq!(api.patch(&path, change).ok(200)["switchboardIntegration"], expected);
    }
    let custom = api.custom();
    let linked = api.patch(&path, json!({"integrationId": custom})).ok(200)["switchboardIntegration"].clone();
    assert_eq!((&linked["integrationId"], &linked["integrationType"]), (&json!(custom), &json!("custom")));
    let linked = api.patch(&path, json!({"integrationType": "zd:answerBot"})).ok(200)["switchboardIntegration"].clone();
    assert_eq!(linked["integrationType"], "zd:answerBot");
    assert_eq!(api.get(&places).ok(200)["switchboardIntegrations"], json!([first, linked]));

    assert_eq!(api.delete(&path).ok(200), json!({}));
    api.delete(&path).fails(404, "not_found", "switchboard integration");
    api.patch(&path, json!({})).fails(404, "not_found", "switchboard integration");
    assert_eq!(ids(&api.get(&places).ok(200)["switchboardIntegrations"]), [id(&first)]);
}

#[test]
fn errors_name_the_field() {
    let (api, _, places) = start();
    let (custom, web) = (api.custom(), id(&api.integration(json!({"type": "web"}))));
    bot(&api, &places, "bot");
    let path = format!("{places}/{}", id(&add(&api, &places, json!({"name": "own", "integrationId": custom}))));
    let before = api.get(&places).ok(200);
    for (change, status, place) in [
        (json!({"name": "bot"}), 400, "/name: already used"),
        (json!({"name": ""}), 400, "/name: "),
        (json!({"name": "a b"}), 400, "/name: must only contain letters"),
        (json!({"name": "é"}), 400, "/name: must only contain letters"),
        (json!({"name": "x".repeat(129)}), 400, "/name: "),
        (json!({"name": null}), 400, "/name: "),
        (json!({"integrationId": "none"}), 404, "/integrationId: integration not found"),
        (json!({"integrationId": web}), 400, "/integrationId: only custom"),
        (json!({"nextSwitchboardIntegrationId": "none"}), 404, "/nextSwitchboardIntegrationId: "),
        (json!({"messageHistoryCount": 0}), 400, "/messageHistoryCount: "),
        (json!({"messageHistoryCount": 11}), 400, "/messageHistoryCount: "),
        (json!({"deliverStandbyEvents": 5}), 400, "/deliverStandbyEvents: "),
        (json!({"integrationId": custom, "integrationType": "custom"}), 400, ""),
    ] {
        let code = if status == 400 { "bad_request" } else { "not_found" };
        let mut full = json!({"name": "new", "integrationId": custom});
        overlay(&mut full, &change);
        api.post(&places, full).fails(status, code, place);
        api.patch(&path, change).fails(status, code, place);
    }
    for (link, status, place) in [
        (json!({}), 400, "must have exactly one of integrationId, integrationType"),
        (json!({"integrationType": "custom"}), 400, "/integrationType: several"),
        (json!({"integrationType": "web"}), 400, "/integrationType: only custom"),
        (json!({"integrationType": "my-client"}), 404, "/integrationType: integration not found"),
    ] {
        let mut body = json!({"name": "new"});
        overlay(&mut body, &link);
        api.post(&places, body).fails(status, if status == 400 { "bad_request" } else { "not_found" }, place);
    }
    api.post(&places, json!({"integrationId": custom})).fails(400, "bad_request", "/name: is required");
    assert_eq!(api.get(&places).ok(200), before);
}

#[test]
fn ten_at_most() {
    let (api, _, places) = start();
    let integration = api.custom();
    let body = |n: u32| json!({"name": format!("n{n}"), "integrationId": integration});
    (0..10).for_each(|n| drop(add(&api, &places, body(n))));
    api.post(&places, body(10)).fails(400, "bad_request", "10 integrations");
    assert_eq!(api.get(&places).ok(200)["switchboardIntegrations"].as_array().map(Vec::len), Some(10));
}

#[test]
fn defaults_and_next_integrations_cannot_be_deleted() {
    let (api, switchboard, places) = start();
    let (first, second) = (bot(&api, &places, "first"), bot(&api, &places, "second"));
    let at = |place: &Value| format!("{places}/{}", id(place));
    api.patch(&switchboard, json!({"defaultSwitchboardIntegrationId": first["id"]})).ok(200);
    api.delete(&at(&first)).fails(400, "bad_request", "default");
    api.patch(&at(&first), json!({"nextSwitchboardIntegrationId": second["id"]})).ok(200);
    api.delete(&at(&second)).fails(400, "bad_request", "next of first");
    api.patch(&at(&first), json!({"nextSwitchboardIntegrationId": null})).ok(200);
    api.delete(&at(&second)).ok(200);
    api.patch(&at(&first), json!({"nextSwitchboardIntegrationId": first["id"]})).ok(200);
    let third = bot(&api, &places, "third");
    api.patch(&switchboard, json!({"defaultSwitchboardIntegrationId": third["id"]})).ok(200);
    api.delete(&at(&first)).ok(200);
    assert_eq!(ids(&api.get(&places).ok(200)["switchboardIntegrations"]), [id(&third)]);
}

#[test]
fn a_conversation_without_control_goes_to_the_default_on_the_next_event() {
    let (api, switchboard, places) = start();
    let first = bot(&api, &places, "first");
    let user = api.user("steve");
    let conversation = api.conversation(&user);
    let path = format!("/conversations/{conversation}");
    let active = || api.get(&path).ok(200)["conversation"]["activeSwitchboardIntegration"]["name"].clone();
    api.patch(&switchboard, json!({"enabled": true, "defaultSwitchboardIntegrationId": first["id"]})).ok(200);
    api.offer(&conversation, &json!({"type": "postback", "text": "Yes", "payload": "YES"}));
    for what in ["an activity of the business", "typing", "a postback", "a message"] {
        let second = bot(&api, &places, "second");
        api.post(&format!("{path}/passControl"), json!({"switchboardIntegration": id(&second)})).ok(200);
        assert_eq!(active(), "second");
        api.delete(&format!("{places}/{}", id(&second))).ok(200);
        assert_eq!(active(), Value::Null);
        let end_user = api.sandbox.end_user("steve").in_conversation(&conversation);
        match what {
            "typing" => end_user.start_typing().expect("done"),
            "a postback" => end_user.tap_postback("YES").expect("done"),
            "a message" => drop(api.message(&conversation, "Hello")),
            _ => {
                let body = json!({"author": {"type": "business"}, "type": "conversation:read"});
                drop(api.post(&format!("{path}/activity"), body).ok(200));
            }
        }
        assert_eq!(active(), "first", "{what}");
    }
}

#[test]
fn a_switchboard_goes_with_its_integrations_and_leaves_theirs() {
    let (api, switchboard, places) = start();
    let bot = bot(&api, &places, "bot");
    api.patch(&switchboard, json!({"enabled": true, "defaultSwitchboardIntegrationId": bot["id"]})).ok(200);
    let group = format!("/conversations/{}", api.group());
    let active = || api.get(&group).ok(200)["conversation"].get("activeSwitchboardIntegration").cloned();
    assert_eq!(active().map(|active| active["id"].clone()), Some(bot["id"].clone()));
    api.delete(&switchboard).ok(200);
    assert_eq!(active(), None);
    api.get(&format!("/integrations/{}", bot["integrationId"].as_str().expect("an id"))).ok(200);
}

#[test]
fn switchboards_are_not_for_the_scope_integration() {
    let (api, switchboard, places) = start();
    let key = api.integration_key(&api.custom());
    let place = format!("{places}/x");
    for (method, path) in [
        ("POST", "/switchboards"),
        ("GET", "/switchboards"),
        ("PATCH", &switchboard),
        ("DELETE", &switchboard),
        ("POST", &places),
        ("GET", &places),
        ("PATCH", &place),
        ("DELETE", &place),
    ] {
        api.call_with(&key, method, path, Some(&json!({}))).fails(403, "forbidden", "scope");
    }
}
