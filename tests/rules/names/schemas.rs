use serde_json::{Value, json};
use sunshine_conversations::models::*;

use crate::server::Server;

#[test]
fn every_schema_is_read_and_sent() {
    let document: Value = serde_json::from_str(include_str!("../../openapi.yaml")).unwrap();
    let properties = document["components"]["schemas"]["all"]["properties"].as_object().unwrap();
    let content = json!({"value": "v", "when": "2026-01-02T03:04:05Z", "list": ["a"], "apiKey": "hush", "new": 1});
    let body: Value =
        properties.keys().map(|key| (key.clone(), content.clone())).collect::<serde_json::Map<_, _>>().into();
    let server = Server::responding(&body);
    let all: All = serde_json::from_value(body.clone()).unwrap();
    let response = server.client().send_all(&all).send().unwrap();
    assert_eq!(server.only().json(), body);
    assert_eq!(response, all);
    assert!(!format!("{all:?}").contains("hush"));
}

#[test]
fn names_of_our_types_and_of_std_are_not_hidden() {
    // The models of these names have a suffix.
    let _: (OptionModel, StringModel, VecModel, BoxModel, ResultModel) = Default::default();
    let time: Option<sunshine_conversations::Time> = TimeModel::new().with_when("2026-01-02T03:04:05Z").when;
    let secret: Option<sunshine_conversations::Secret> = SecretModel::new().with_api_key("hush").api_key;
    let list: Option<Vec<String>> = JsonModel::new().with_list(["a"]).list;
    assert!(time.is_some() && secret.is_some() && list.is_some());
    let _: (AppId, EventId, WebhookId) = ("a".into(), "e".into(), "w".into());
    let _: (AppIdModel, EventIdModel, WebhookIdModel, IdsModel) = Default::default();
}

#[test]
fn names_that_differ_only_in_their_spelling_are_different() {
    let all = All::new()
        .with_clash1(UserId2::new().with_a("1"))
        .with_clash2(UserId3::new().with_b("2"))
        .with_clash3(UserId::new().with_c("3"));
    let text = serde_json::to_string(&all).unwrap();
    assert_eq!(text, r#"{"clash1":{"a":"1"},"clash2":{"b":"2"},"clash3":{"c":"3"}}"#);
}

#[test]
fn every_value_of_an_enum_is_known() {
    for value in ["None", "Some", "Ok", "Err", "Self", "self", "Unknown", "Default", "String", "true", "null", ""] {
        let known = HostileEnumsOne::from(value);
        assert!(!matches!(known, HostileEnumsOne::Unknown(_)), "{value}");
        assert_eq!(known.as_str(), value);
    }
    for value in ["{{}}", "\"quoted\"", "line\nbreak", "back\\slash", "*/", "`code`", "$", "{{#each x}}"] {
        let known = HostileEnumsTwo::from(value);
        assert!(!matches!(known, HostileEnumsTwo::Unknown(_)), "{value}");
        assert_eq!(known.as_str(), value);
    }
}
