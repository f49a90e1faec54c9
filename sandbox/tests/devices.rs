//! Devices, which are simulated.

use crate::common::{Api, id, ids, is_time};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Platform;

#[test]
fn devices_are_listed_the_last_seen_first() {
    let api = Api::start();
    let user = api.user("steve");
    api.user("sue");
    assert_eq!(api.get("/users/steve/devices").ok(200), json!({"devices": []}));
    assert!(api.sandbox.add_device("unknown", Platform::Web).is_err());
    let platforms = [(Platform::Android, "android"), (Platform::Ios, "ios"), (Platform::Web, "web")];
    let added: Vec<String> =
        platforms.iter().map(|(platform, _)| api.sandbox.add_device("steve", *platform).expect("a device")).collect();

    let devices = api.get(&format!("/users/{user}/devices")).ok(200)["devices"].clone();
    assert_eq!(ids(&devices), added.iter().rev().cloned().collect::<Vec<_>>());
    let clients = api.get("/users/steve/clients").ok(200)["clients"].clone();
    assert_eq!((clients.as_array().map(Vec::len), &clients[0]["type"]), (Some(1), &json!("sdk")));
    for ((platform, name), added) in platforms.iter().zip(&added) {
        let device = api.get(&format!("/users/steve/devices/{added}")).ok(200)["device"].clone();
        assert!(devices.as_array().expect("devices").contains(&device));
        assert_eq!((&device["type"], &device["status"]), (&json!(name), &json!("active")));
        assert_eq!(device["clientId"], json!(id(&clients[0])));
        assert!(is_time(&device["lastSeen"]) && device["guid"].is_string());
        assert_eq!(device["appVersion"] == Value::Null, *platform == Platform::Web);
    }
    assert_eq!(api.get("/users/sue/devices").ok(200), json!({"devices": []}));
}

#[test]
fn missing_devices() {
    let api = Api::start();
    api.user("steve");
    api.user("sue");
    let device = api.sandbox.add_device("steve", Platform::Ios).expect("a device");
    api.get("/users/unknown/devices").fails(404, "not_found", "user");
    api.get(&format!("/users/unknown/devices/{device}")).fails(404, "not_found", "user");
    api.get("/users/steve/devices/none").fails(404, "not_found", "device");
    api.get(&format!("/users/sue/devices/{device}")).fails(404, "not_found", "device");
    api.delete("/users/steve").ok(200);
    api.user("steve");
    assert_eq!(api.get("/users/steve/devices").ok(200), json!({"devices": []}), "devices go with their user");
}
