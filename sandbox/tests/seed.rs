//! Seeds.

use crate::common::{Api, ids};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Sandbox;

fn start(seed: Value) -> Api {
    Api::of(Sandbox::builder().seed(seed).start().expect("a sandbox"))
}

#[track_caller]
fn rejected(seed: Value, message: &str) {
    let error = Sandbox::builder().seed(seed).start().expect_err("a seed that is refused");
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    let error = error.to_string();
    assert!(error.starts_with(&format!("seed: {message}")), "{error:?} does not begin with {message:?}");
}

fn app(part: Value) -> Value {
    json!({"apps": [part]})
}

#[test]
fn the_demo() {
    let demo = concat!(env!("CARGO_MANIFEST_DIR"), "/demo.json");
    let api = Api::of(Sandbox::builder().seed_file(demo).start().expect("a sandbox"));
    assert_eq!((api.sandbox.key_id(), api.sandbox.key_secret()), ("app_bakery", "fresh-bread"));
    let maria = api.get("/users?filter[identities.email]=maria@bakery.example").ok(200)["users"][0].clone();
    assert_eq!(maria["profile"]["surname"], "Lopes");
    assert_eq!(maria["metadata"]["loyalty"], 12);
    let conversations = api.get("/conversations?filter[userExternalId]=maria").ok(200)["conversations"].clone();
    let [order, club] = ids(&conversations).try_into().expect("two conversations");
    assert_eq!(conversations[0]["displayName"], "Saturday's order");
    let messages = api.get(&format!("/conversations/{order}/messages")).ok(200)["messages"].clone();
    assert_eq!(messages[0]["author"]["userId"], maria["id"]);
    assert_eq!(messages[1]["content"]["actions"][0]["payload"], "RESERVE_RYE");
    assert_eq!(messages[1]["metadata"], json!({"bot": true}));
    assert_eq!(ids(&api.get(&format!("/conversations/{club}/participants")).ok(200)["participants"]).len(), 2);
    assert_eq!(ids(&api.get("/users/maria/clients").ok(200)["clients"]).len(), 1);
    let state = api.control("GET", "state", Value::Null).ok(200);
    assert_eq!(state["apps"][0]["displayName"], "Corner Bakery");
    // Seeded objects aren't in the journal.
    assert_eq!(api.sandbox.requests_to("CreateUser").expect("a known operation").len(), 0);
}

#[test]
fn several_apps_with_their_own_keys() {
    let api = start(json!({"apps": [
        {"users": [{"externalId": "steve"}]},
        {"displayName": "Second"},
        {"displayName": "Third", "keys": [{"id": "app_third", "secret": "s3"}, {"displayName": "Other"}]},
    ]}));
    assert_eq!(api.sandbox.key_id(), "app_sandbox");
    api.get("/users/steve").ok(200);
    let snapshot = serde_json::to_value(api.sandbox.snapshot()).expect("JSON");
    let apps = snapshot["state"]["apps"].as_array().expect("apps");
    let keys: Vec<&Value> = apps.iter().map(|app| &app["keys"][0]["id"]).collect();
    assert_eq!(keys, ["app_sandbox", "app_sandbox_2", "app_third"]);
    let second = format!("{}/v2/apps/{}/users/steve", api.sandbox.base_url(), apps[1]["id"].as_str().expect("an id"));
    let ask = |url: &str, key: &str| {
        let (id, secret) = key.split_once(':').expect("a secret");
        api.call_as(Some(&Api::basic(id, secret)), "GET", url, None)
    };
    ask(&second, "app_sandbox_2:sandbox-secret").fails(404, "not_found", "user");
    ask(&second, "app_sandbox:sandbox-secret").fails(403, "forbidden", "another app");
    let third = second.replace(apps[1]["id"].as_str().expect("an id"), apps[2]["id"].as_str().expect("an id"));
    ask(&third, "app_third:s3").fails(404, "not_found", "user");
    ask(&third, "app_third:sandbox-secret").fails(401, "unauthorized", "");
}

#[test]
fn parts_name_one_another() {
    let api = start(app(json!({
        "integrations": [{"$id": "whatsapp", "type": "whatsapp"}],
        "users": [{"$id": "ada", "clients": [{
            "matchCriteria": {"type": "whatsapp", "integrationId": "${whatsapp}", "phoneNumber": "+351210000000"},
            "confirmation": {"type": "prompt"},
            "target": {"conversationId": "${talk}"},
            "confirmed": true,
        }]}],
        "conversations": [{
            "$id": "talk", "type": "personal", "participants": [{"userId": "${ada}"}],
            "messages": [{"author": {"type": "user", "userId": "${ada}"}, "content": {"type": "text", "text": "costs $ {5}"}}],
        }],
    })));
    let snapshot = serde_json::to_value(api.sandbox.snapshot()).expect("JSON");
    let app = &snapshot["state"]["apps"][0];
    let user = app["users"][0]["id"].as_str().expect("an id");
    let clients = api.get(&format!("/users/{user}/clients")).ok(200)["clients"].clone();
    assert_eq!((ids(&clients).len(), &clients[0]["status"]), (1, &json!("active")));
    let conversation = app["conversations"][0]["id"].as_str().expect("an id");
    let message = api.get(&format!("/conversations/{conversation}/messages")).ok(200)["messages"][0].clone();
    assert_eq!(
        (message["author"]["userId"].as_str(), &message["content"]["text"]),
        (Some(user), &json!("costs $ {5}"))
    );
}

#[test]
fn errors_name_the_place() {
    rejected(json!([]), "seed: must be an object");
    rejected(json!({}), "apps: must contain at least one app");
    rejected(json!({"apps": 5}), "apps: must be a list");
    rejected(json!({"apps": [{}], "users": []}), "users: unknown key; a seed only has `apps`");
    rejected(json!({"apps": ["x"]}), "apps[0]: must be an object");
    rejected(app(json!({"usres": []})), "apps[0].usres: unknown key; an app has $id, displayName");
    rejected(app(json!({"users": {}})), "apps[0].users: must be a list");
    let users = json!([{"externalId": "a"}, {"externalId": "b"}, {"externalId": "c"}, {"externalId": 5}]);
    rejected(app(json!({"users": users})), "apps[0].users[3].externalId: ");
    rejected(app(json!({"users": [{"profile": {"email": 5}}]})), "apps[0].users[0].profile.email: ");
    rejected(app(json!({"users": [{"externalId": "a"}, {"externalId": "a"}]})), "apps[0].users[1]: a user with this");
    rejected(app(json!({"users": [{"identities": [{"type": "fax"}]}]})), "apps[0].users[0].identities[0]: must be");
    let talk = |part: Value| app(json!({"users": [{"externalId": "a"}], "conversations": [part]}));
    rejected(talk(json!({"type": "personal"})), "apps[0].conversations[0].participants: ");
    let unknown = json!({"type": "personal", "participants": [{"userExternalId": "z"}]});
    rejected(talk(unknown), "apps[0].conversations[0]: user not found");
    let unnamed = json!({"type": "personal", "participants": [{"userId": "${z}"}]});
    rejected(talk(unnamed), "apps[0].conversations[0].participants[0].userId: no earlier object");
    let wordless =
        json!({"type": "sdkGroup", "messages": [{"author": {"type": "business"}, "content": {"type": "text"}}]});
    rejected(talk(wordless), "apps[0].conversations[0].messages[0].content.text: is required");
    rejected(app(json!({"users": [{"$id": "x"}, {"$id": "x"}]})), "apps[0].users[1].$id: must be a string");
}

#[test]
fn errors_of_keys() {
    let keys = |keys: Value| app(json!({"keys": keys}));
    rejected(keys(json!([{"id": "int_x"}])), "apps[0].keys[0].id: must start with app_");
    rejected(keys(json!([{"id": "app_a:b"}])), "apps[0].keys[0].id: must start with app_ and not contain a colon");
    rejected(keys(json!([{"id": "app_x"}, {"id": "app_x"}])), "apps[0].keys[1].id: already used");
    rejected(keys(json!([{"key": "app_x"}])), "apps[0].keys[0]: unknown field `key`");
}

#[test]
fn files_that_are_none() {
    let start = |path: &std::path::Path| Sandbox::builder().seed_file(path).start().expect_err("no seed").to_string();
    let path = std::env::temp_dir().join(format!("sandbox-seed-{}.json", std::process::id()));
    let name = path.display().to_string();
    assert!(start(&path).starts_with(&format!("{name}: ")));
    std::fs::write(&path, "{\n  \"apps\": [,]\n}").expect("a file");
    let error = start(&path);
    assert!(error.starts_with(&format!("{name}: not JSON: ")) && error.contains("line 2"), "{error}");
    std::fs::write(&path, "{\"apps\": [{\"users\": [{\"externalId\": 1}]}]}").expect("a file");
    assert!(start(&path).starts_with(&format!("{name}: apps[0].users[0].externalId: ")));
    std::fs::remove_file(&path).expect("removed");
}
