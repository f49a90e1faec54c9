//! The tags of unions: declared values, grandchildren, other tags, and tags that aren't text.

use sunshine_conversations::models::*;
use sunshine_conversations::operations::ListBoxesOutput;

use crate::server::Server;

fn round_trip(json: &str) -> TagBox {
    let found: TagBox = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&found).unwrap(), json);
    found
}

#[test]
fn every_declared_value_is_a_variant() {
    let found = round_trip(r#"{"fruit":{"type":"blueberry","count":3}}"#);
    assert!(matches!(found.fruit, Some(Fruit::Blueberry(berry)) if berry.count == Some(3)));
    let found = round_trip(r#"{"fruit":{"type":"berry","color":"blue"}}"#);
    assert!(matches!(found.fruit, Some(Fruit::Berry(berry)) if berry.color.as_deref() == Some("blue")));
}

#[test]
fn another_union_leaves_the_tag_alone() {
    round_trip(r#"{"fruit":{"type":"apple","color":"red","weight":1}}"#);
    round_trip(r#"{"again":{"type":"apple","color":"red","weight":1}}"#);
    let apple = Apple2::new().with_weight(1);
    assert_eq!(serde_json::to_string(&Fruit::from(apple)).unwrap(), r#"{"type":"apple","weight":1}"#);
}

#[test]
fn a_grandchild_is_a_variant() {
    let found = round_trip(r#"{"gadget":{"kind":"chainsaw","teeth":9,"fuel":"oil"}}"#);
    assert!(
        matches!(found.gadget, Some(Gadget::Chainsaw(saw)) if saw.teeth == Some(9) && saw.fuel.as_deref() == Some("oil"))
    );
}

#[test]
fn tags_that_are_not_text_are_fields() {
    let found = round_trip(r#"{"grade":{"v":2,"two":"x"}}"#);
    assert!(matches!(found.grade, Some(Grade::LevelTwo(two)) if two.two == "x"));
}

#[test]
fn an_exact_status_code_takes_precedence_over_a_range() {
    let server = Server::responding(r#"{"fruit":{"type":"apple"}}"#);
    let output = server.client().list_boxes().send().unwrap();
    assert!(matches!(output, ListBoxesOutput::Status200(one) if one.fruit.is_some()));
}
