//! Back in time, and to another sandbox.

use crate::common::{Api, ids};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::{Fault, Sandbox, Snapshot};

#[test]
fn a_restored_sandbox_continues_from_the_snapshot() {
    let api = Api::of(Sandbox::builder().deterministic().start().expect("a sandbox"));
    let steve = api.user("steve");
    let conversation = api.conversation(&steve);
    let snapshot = api.sandbox.snapshot();
    let go_on = || {
        api.sandbox.advance(std::time::Duration::from_secs(60));
        let message = api.message(&conversation, "Hello");
        api.user("ada");
        api.delete("/users/steve").ok(200);
        message
    };
    let first = go_on();
    api.sandbox.restore(&snapshot).expect("restored");
    api.get("/users/ada").fails(404, "not_found", "user");
    assert_eq!(api.get("/users/steve").ok(200)["user"]["id"], json!(steve));
    assert_eq!(ids(&api.get(&format!("/conversations/{conversation}/messages")).ok(200)["messages"]).len(), 0);
    // The requests in between have advanced the clock.
    api.sandbox.restore(&snapshot).expect("restored");
    assert_eq!(go_on(), first);
}

#[test]
fn as_json_it_is_the_seed_of_another() {
    let one = Api::start();
    let steve = one.user("steve");
    let conversation = one.conversation(&steve);
    let link = json!({"author": {"type": "business"}, "content": {
        "type": "file", "mediaUrl": format!("{}/attachments/a.pdf", one.sandbox.base_url()),
    }});
    one.post(&format!("/conversations/{conversation}/messages"), link).ok(201);
    let text = serde_json::to_string(&one.sandbox.snapshot()).expect("JSON");
    let path = std::env::temp_dir().join(format!("sandbox-snapshot-{}.json", std::process::id()));
    std::fs::write(&path, &text).expect("a file");

    let other = Api::of(Sandbox::builder().seed_file(&path).start().expect("a sandbox"));
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(other.sandbox.app_id(), one.sandbox.app_id());
    assert_eq!(other.get("/users/steve").ok(200)["user"]["id"], json!(steve));
    let messages = other.get(&format!("/conversations/{conversation}/messages")).ok(200);
    let address = &messages["messages"][0]["content"]["mediaUrl"];
    assert_eq!(address, &json!(format!("{}/attachments/a.pdf", other.sandbox.base_url())));
    // The IDs continue: none is repeated, and cursors of the first sandbox are valid.
    assert!(other.user("ada") > steve);
    other.get(&format!("/users/steve/clients?page[after]={steve}")).ok(200);

    let snapshot: Snapshot = serde_json::from_str(&text).expect("a snapshot");
    let third = Api::start();
    third.sandbox.restore(&snapshot).expect("restored");
    let url = third.url("/users/steve").replace(third.sandbox.app_id(), one.sandbox.app_id());
    assert_eq!(third.call("GET", &url, None).ok(200)["user"]["id"], json!(steve));
}

#[test]
fn a_snapshot_of_another_version_or_without_apps() {
    let sandbox = Sandbox::start().expect("a sandbox");
    let mut json = serde_json::to_value(sandbox.snapshot()).expect("JSON");
    json["state"]["apps"] = json!([]);
    let error = |json: &Value| Sandbox::builder().seed(json.clone()).start().expect_err("refused").to_string();
    assert!(error(&json).contains("doesn't have an app"), "{}", error(&json));
    json["snapshot"] = json!(2);
    assert!(error(&json).starts_with("seed: unsupported snapshot version 2"), "{}", error(&json));
}

#[test]
fn reset_is_the_start() {
    let seed = json!({"apps": [{"users": [{"externalId": "steve"}]}]});
    let api = Api::of(Sandbox::builder().seed(seed).fixed_clock("2026-01-01T00:00:00Z").start().expect("a sandbox"));
    let begin = serde_json::to_value(api.sandbox.snapshot()).expect("JSON");
    let next = api.user("ada");
    api.delete("/users/steve").ok(200);
    api.sandbox.advance(std::time::Duration::from_secs(5));
    api.sandbox.fault(Fault::status(500).always()).expect("a fault");
    api.sandbox.reset();
    assert_eq!(serde_json::to_value(api.sandbox.snapshot()).expect("JSON"), begin);
    assert_eq!((api.sandbox.journal().len(), api.sandbox.faults().len()), (0, 0));
    api.get("/users/steve").ok(200);
    assert_eq!(api.user("ada"), next);
}

#[test]
fn debug_shows_no_secret() {
    let sandbox = Sandbox::start().expect("a sandbox");
    let text = format!("{:?}", sandbox.snapshot());
    assert!(text.contains("Snapshot") && !text.contains(sandbox.key_secret()), "{text}");
}
