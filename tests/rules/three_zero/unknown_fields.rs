use sunshine_conversations::Json;
use sunshine_conversations::models::*;

use crate::server::Server;

const TEXT: &str = r#"{"label":"A","size":{"width":3,"depth":1.50},"lid":{"kind":"glass","clear":true,"tint":null},"zip":[1, 2],"adhesive":{"b":1,"a":2},"apiKey":"hush","count":7}"#;

#[test]
fn unknown_fields_are_kept_in_order() {
    let value: StorageBox = serde_json::from_str(TEXT).unwrap();
    let keys: Vec<&str> = value.extra().iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["zip", "adhesive", "apiKey", "count"]);
    assert_eq!(value.extra().get::<i64>("count").unwrap(), Some(7));
    assert_eq!(value.extra().get::<String>("none").unwrap(), None);
    assert!(value.extra().get::<String>("count").is_err());
    let Some(Lid::Glass(lid)) = &value.lid else { panic!("{value:?}") };
    assert_eq!(lid.extra().iter().map(|(key, json)| (key, json.as_str())).collect::<Vec<_>>(), [("tint", "null")]);
}

#[test]
fn read_modify_write_loses_nothing() {
    let server = Server::responding(TEXT);
    let value = server.client().get_box("b").send().unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), TEXT, "the same text: numbers and spaces as they were");
    server.client().replace_box("b", &value.with_extra("count", 8).with_extra("new", "x")).send().unwrap();
    let sent = server.take().pop().unwrap();
    assert_eq!(sent.text(), TEXT.replace("7}", r#"8,"new":"x"}"#));
}

#[test]
fn secrets_among_them_are_masked() {
    let value: StorageBox = serde_json::from_str(TEXT).unwrap();
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        assert!(!text.contains("hush") && text.contains("***") && text.contains("zip"), "{text}");
    }
}

#[test]
fn a_field_named_extra_does_not_get_in_the_way() {
    let value = StorageBox::new("A").with_extra("more", 1).with_extra_2("named");
    let text = serde_json::to_string(&value).unwrap();
    assert_eq!(text, r#"{"label":"A","extra":"named","more":1}"#);
    assert_eq!(value.extra().get::<i64>("more").unwrap(), Some(1));
    let again: StorageBox = serde_json::from_str(&text).unwrap();
    assert_eq!(again, value);
}

#[test]
fn objects_differ_by_their_unknown_fields() {
    let read = |text: &str| serde_json::from_str::<GlassLid>(text).unwrap();
    assert_ne!(read(r#"{"a":1}"#), read(r#"{"a":2}"#));
    assert_eq!(read(r#"{"a":1,"b":2}"#), read(r#"{"b":2,"a":1}"#));
    assert_eq!(GlassLid::new().with_extra("a", Json::from_text("{ }").unwrap()), read(r#"{"a":{}}"#));
}
