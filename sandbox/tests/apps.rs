//! Apps and their keys.

use crate::common::{Api, Response, id, ids};
use serde_json::{Value, json};

fn create(api: &Api, authorization: &str, body: Value) -> Response {
    api.call_as(Some(authorization), "POST", &api.at("/v2/apps"), Some(&body))
}

fn named(api: &Api, authorization: &str, name: &str) -> String {
    id(&create(api, authorization, json!({"displayName": name})).ok(201)["app"])
}

fn list(api: &Api, authorization: &str, query: &str) -> Response {
    api.call_as(Some(authorization), "GET", &api.at(&format!("/v2/apps{query}")), None)
}

/// Calls with the account's key.
fn call(api: &Api, method: &str, path: &str, body: Option<Value>) -> Response {
    api.call_as(Some(&api.account()), method, &api.at(&format!("/v2/apps{path}")), body.as_ref())
}

#[test]
fn create_get_and_list() {
    let api = Api::start();
    let body = json!({
        "displayName": "Example Store",
        "settings": {"conversationRetentionSeconds": 60, "multiConvoEnabled": true, "unheardOf": 1},
        "metadata": {"plan": "premium"},
    });
    let app = create(&api, &api.account(), body).ok(201)["app"].clone();
    assert_eq!((&app["displayName"], &app["metadata"]), (&json!("Example Store"), &json!({"plan": "premium"})));
    let settings = json!({
        "conversationRetentionSeconds": 60, "maskCreditCardNumbers": true, "useAnimalNames": true,
        "echoPostback": false, "ignoreAutoConversationStart": false, "multiConvoEnabled": true,
        "appLocalizationEnabled": false, "endSessionEnabled": false, "disableConversationReopen": false,
    });
    assert_eq!(app["settings"], settings);
    assert!(app["subdomain"].is_null());
    let mut got = call(&api, "GET", &format!("/{}", id(&app)), None).ok(200)["app"].clone();
    assert_eq!(got["subdomain"].take(), json!("sandbox"));
    got.as_object_mut().expect("an app").remove("subdomain");
    assert_eq!(got, app);
    let page = list(&api, &api.account(), "").ok(200);
    assert_eq!(ids(&page["apps"]), [api.sandbox.app_id().to_owned(), id(&app)]);
    assert_eq!((&page["apps"][1], &page["meta"]), (&app, &json!({"hasMore": false})));
}

#[test]
fn apps_have_separate_users() {
    let api = Api::start();
    let app = named(&api, &api.account(), "Other");
    api.user("steve");
    call(&api, "GET", &format!("/{app}/users/steve"), None).fails(404, "not_found", "user");
    call(&api, "POST", &format!("/{app}/users"), Some(json!({"externalId": "steve"}))).ok(201);
}

#[test]
fn errors_name_the_field() {
    let api = Api::start();
    let cases = [
        (json!({}), "/displayName: is required"),
        (json!({"displayName": null}), "/displayName: "),
        (json!({"displayName": ""}), "/displayName: "),
        (json!({"displayName": "x".repeat(101)}), "/displayName: "),
        (json!({"displayName": "x", "settings": 5}), "/settings: "),
        (json!({"displayName": "x", "settings": {"echoPostback": "no"}}), "/settings/echoPostback: "),
        (json!({"displayName": "x", "settings": {"conversationRetentionSeconds": -1}}), "RetentionSeconds: "),
        (json!({"displayName": "x", "settings": {"endSessionEnabled": true}}), "/settings/endSessionEnabled: "),
        (json!({"displayName": "x", "settings": {"disableConversationReopen": true}}), "ConversationReopen: "),
        (json!({"displayName": "x", "metadata": {"a": []}}), "/metadata/a: "),
    ];
    for (body, place) in cases {
        create(&api, &api.account(), body.clone()).fails(400, "bad_request", place);
        if !body["displayName"].is_null() {
            api.patch("", body).fails(400, "bad_request", place);
        }
    }
    assert_eq!(list(&api, &api.account(), "").ok(200)["apps"].as_array().map(Vec::len), Some(1));
}

#[test]
fn update_keeps_sets_and_clears() {
    let api = Api::start();
    let before = api.get("").ok(200)["app"].clone();
    let response = api.patch("", json!({})).ok(200)["app"].clone();
    assert_eq!((&response["settings"], &response["displayName"]), (&before["settings"], &before["displayName"]));
    assert!(response["subdomain"].is_null());
    api.patch("", json!({"settings": {"multiConvoEnabled": false}})).ok(200);
    let patch = json!({"displayName": "New", "settings": {"multiConvoEnabled": true, "endSessionEnabled": true},
        "metadata": {"a": 1, "b": 2}});
    api.patch("", patch).ok(200);
    let app = api.patch("", json!({"settings": {"echoPostback": true}, "metadata": {"a": null}})).ok(200);
    let app = &app["app"];
    assert_eq!((&app["displayName"], &app["metadata"]), (&json!("New"), &json!({"b": 2})));
    for setting in ["multiConvoEnabled", "endSessionEnabled", "echoPostback"] {
        assert_eq!(app["settings"][setting], true, "{setting}");
    }
    let new_client = json!({"displayName": "Lost", "settings": {"echoPostback": false, "multiConvoEnabled": false}});
    api.patch("", new_client).fails(400, "bad_request", "/settings/multiConvoEnabled: ");
    let got = api.get("").ok(200)["app"].clone();
    assert_eq!((&got["displayName"], &got["settings"]), (&json!("New"), &app["settings"]));
    assert_eq!(api.patch("", json!({"metadata": null})).ok(200)["app"]["metadata"], json!({}));
    // The limit applies to the merged metadata.
    let half = "x".repeat(2500);
    api.patch("", json!({"metadata": {"one": half}})).ok(200);
    api.patch("", json!({"metadata": {"two": half}})).fails(400, "bad_request", "/metadata: larger than 4 kB together");
    assert_eq!(api.get("").ok(200)["app"]["metadata"], json!({"one": half}));
    call(&api, "PATCH", "/other", Some(json!({}))).fails(404, "not_found", "app");
}

#[test]
fn delete_takes_everything_along() {
    let api = Api::start();
    api.user("steve");
    let (token, app) = (api.access_token(), api.sandbox.app_id().to_owned());
    assert_eq!(call(&api, "DELETE", &format!("/{app}"), None).ok(200), json!({}));
    for method in ["GET", "DELETE"] {
        call(&api, method, &format!("/{app}"), None).fails(404, "not_found", "app");
    }
    assert_eq!(list(&api, &api.account(), "").ok(200)["apps"], json!([]));
    for authorization in [api.bearer(), token] {
        let response = api.call_as(Some(&authorization), "GET", &api.url("/users/steve"), None);
        response.fails(401, "unauthorized", "credentials");
    }
}

#[test]
fn deletions_do_not_affect_paging() {
    let api = Api::start();
    let account = api.account();
    let mut all = vec![api.sandbox.app_id().to_owned()];
    all.extend((0..4).map(|n| named(&api, &account, &format!("App {n}"))));
    let first = list(&api, &account, "?page[size]=2").ok(200);
    assert_eq!(ids(&first["apps"]), all[..2]);
    assert_eq!(first["meta"], json!({"hasMore": true, "afterCursor": all[1]}));
    call(&api, "DELETE", &format!("/{}", all[1]), None).ok(200);
    let next = first["links"]["next"].as_str().expect("a link");
    let second = api.call_as(Some(&account), "GET", next, None).ok(200);
    assert_eq!(ids(&second["apps"]), all[2..4]);
    let back = list(&api, &account, &format!("?page[before]={}&page[size]=100", all[2])).ok(200);
    assert_eq!(ids(&back["apps"]), all[..1]);
    list(&api, &account, "?page[size]=0").fails(400, "bad_request", "page[size]: ");
    list(&api, &account, "?page[after]=x").fails(400, "bad_request", "page[after]: ");
}

#[test]
fn a_service_account_sees_its_apps_only() {
    let api = Api::start();
    let (account, service) = (api.account(), api.service_account());
    let id = api.sandbox.service_account_id();
    assert_eq!(list(&api, &service, "").ok(200)["apps"], json!([]));
    let get = |app: &str| api.call_as(Some(&service), "GET", &api.at(&format!("/v2/apps/{app}")), None);
    get(api.sandbox.app_id()).fails(403, "forbidden", "service account");
    get("other").fails(404, "not_found", "app");
    let own = named(&api, &service, "Own");
    get(&own).ok(200);
    let filter = format!("?filter[serviceAccountId]={id}");
    for page in [list(&api, &service, ""), list(&api, &service, &filter), list(&api, &account, &filter)] {
        assert_eq!(ids(&page.ok(200)["apps"]), [own.as_str()]);
    }
    assert_eq!(list(&api, &account, "").ok(200)["apps"].as_array().map(Vec::len), Some(2));
    assert_eq!(list(&api, &account, "?filter[serviceAccountId]=none").ok(200)["apps"], json!([]));
    list(&api, &service, "?filter[serviceAccountId]=none").fails(403, "forbidden", "filter[serviceAccountId]: ");
    api.call_as(Some(&service), "DELETE", &api.at(&format!("/v2/apps/{own}")), None).ok(200);
    assert_eq!(list(&api, &service, "").ok(200)["apps"], json!([]));
}

#[test]
fn keys_are_made_shown_and_end() {
    let api = Api::start();
    let keys = format!("/{}/keys", api.sandbox.app_id());
    let key = call(&api, "POST", &keys, Some(json!({"displayName": "Backend"}))).ok(201)["key"].clone();
    let (key_id, secret) = (key["id"].as_str().expect("an id"), key["secret"].as_str().expect("a secret"));
    assert!(key_id.starts_with("app_") && secret.len() > 20 && !secret.contains(&key_id[4..]), "{key}");
    assert_eq!(key["displayName"], "Backend");
    assert_eq!(call(&api, "GET", &format!("{keys}/{key_id}"), None).ok(200)["key"], key);
    let known = call(&api, "GET", &format!("{keys}/{}", api.sandbox.key_id()), None).ok(200)["key"].clone();
    assert_eq!(call(&api, "GET", &keys, None).ok(200), json!({"keys": [known, key]}));
    let basic = Api::basic(key_id, secret);
    let as_key = || api.call_as(Some(&basic), "GET", &api.url(""), None);
    as_key().ok(200);
    assert_eq!(call(&api, "DELETE", &format!("{keys}/{key_id}"), None).ok(200), json!({}));
    as_key().fails(401, "unauthorized", "credentials");
    for method in ["GET", "DELETE"] {
        call(&api, method, &format!("{keys}/{key_id}"), None).fails(404, "not_found", "key");
    }
    api.get("").ok(200);
}

#[test]
fn a_key_needs_a_name_and_an_app_has_ten() {
    let api = Api::start();
    let keys = format!("/{}/keys", api.sandbox.app_id());
    for body in [json!({}), json!({"displayName": null}), json!({"displayName": ""})] {
        call(&api, "POST", &keys, Some(body)).fails(400, "bad_request", "/displayName: ");
    }
    // One exists from the start.
    for n in 1..10 {
        call(&api, "POST", &keys, Some(json!({"displayName": n.to_string()}))).ok(201);
    }
    call(&api, "POST", &keys, Some(json!({"displayName": "10"}))).fails(400, "bad_request", "at most 10 keys");
    assert_eq!(call(&api, "GET", &keys, None).ok(200)["keys"].as_array().map(Vec::len), Some(10));
    call(&api, "DELETE", &format!("{keys}/{}", api.sandbox.key_id()), None).ok(200);
    call(&api, "POST", &keys, Some(json!({"displayName": "10"}))).ok(201);
    call(&api, "GET", "/other/keys", None).fails(404, "not_found", "app");
}
