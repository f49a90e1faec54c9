use serde_json::{Map, Value};
use sunshine_conversations::models::*;

use crate::server::Server;

/// An object with every field of a schema. Each value is the name of the field.
fn every_field(schema: &str) -> Value {
    let document: Value = serde_json::from_str(include_str!("../../openapi.yaml")).unwrap();
    let properties = document["components"]["schemas"][schema]["properties"].as_object().unwrap();
    properties.keys().map(|key| (key.clone(), Value::from(key.as_str()))).collect::<Map<_, _>>().into()
}

#[test]
fn every_field_keeps_its_name() {
    let body = every_field("fieldNames");
    let fields: FieldNames = serde_json::from_value(body.clone()).unwrap();
    assert!(fields.extra().is_empty());
    let response = every_field("requiredNames");
    let server = Server::responding(&response);
    let required = server.client().change_fields(&fields).send().unwrap();
    assert_eq!(server.only().json(), body);
    assert!(required.extra().is_empty());
    assert_eq!(serde_json::to_value(&required).unwrap(), response);
}

#[test]
fn fields_of_similar_names_are_different() {
    let fields: RequiredNames = serde_json::from_value(every_field("requiredNames")).unwrap();
    assert_eq!((fields.external_id.as_str(), fields.external_id_2.as_str()), ("externalId", "external_id"));
    assert_eq!((fields.type_.as_str(), fields.type_2.as_str()), ("type", "type_"));
    assert_eq!((fields.a_b.as_str(), fields.a_b_2.as_str(), fields.a_b_3.as_str()), ("a-b", "a_b", "a.b"));
    assert_eq!((fields.self_.as_str(), fields.self_2.as_str()), ("self", "Self"));
    assert_eq!(
        (fields.place.as_str(), fields.given.as_str(), fields.gen_.as_str(), fields.object.as_str()),
        ("place", "given", "gen", "object")
    );
    assert_eq!((fields.n9lives.as_str(), fields.extra_2.as_str()), ("9lives", "extra"));
}

#[test]
fn fields_are_set_and_cleared() {
    let body = FieldNames::new()
        .with_type("t")
        .clear_match()
        .with_extra_2("named")
        .with_extra("more", 1)
        .with_new("n")
        .with_with("w");
    let text = serde_json::to_string(&body).unwrap();
    assert_eq!(text, r#"{"extra":"named","type":"t","match":null,"new":"n","with":"w","more":1}"#);
}

#[test]
fn fields_of_all_variants_may_be_named_like_methods() {
    let text = r#"{"kind":"sharedOne","new":"n","fromDate":"f"}"#;
    let names = Server::responding(text).client().get_shared_names().send().unwrap();
    assert_eq!((names.new(), names.from_date()), (Some("n".into()), Some("f".into())));
}
