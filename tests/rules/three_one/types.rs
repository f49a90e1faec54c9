use sunshine_conversations::models::*;
use sunshine_conversations::{Patch, Time};

use crate::server::Server;

fn read(json: &str) -> Coin {
    let coin: Coin = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&coin).unwrap(), json);
    coin
}

#[test]
fn nullable_fields_of_an_update_have_three_states() {
    let server = Server::responding(r#"{"id":"c","name":null}"#);
    let body = CoinUpdate::new().clear_name().with_worth(5).with_age(1);
    let coin = server.client().update_coin("c", &body).send().unwrap();
    assert_eq!(server.only().text(), r#"{"name":null,"worth":5,"age":1}"#);
    assert_eq!((coin.id.as_str(), coin.name), ("c", None));
    assert_eq!(CoinUpdate::new().mint, Patch::Keep);
    assert_eq!(serde_json::to_string(&CoinUpdate::new().clear_mint()).unwrap(), r#"{"mint":null}"#);
}

#[test]
fn constants_and_enums_without_a_type_are_enums() {
    let coin = read(r#"{"id":"c","kind":"coin","side":"tails"}"#);
    assert_eq!((coin.kind, coin.side), (Some(CoinKind::Coin), Some(CoinSide::Tails)));
    assert_eq!(read(r#"{"id":"c","side":"edge"}"#).side, Some(CoinSide::from("edge")));
    assert_eq!(serde_json::from_str::<Coin>(r#"{"id":"c","side":null}"#).unwrap().side, None);
}

#[test]
fn schemas_may_be_booleans() {
    let coin = read(r#"{"id":"c","anything":[1],"closed":{},"level":3}"#);
    assert_eq!(
        (coin.anything.unwrap().as_str(), coin.closed.unwrap().as_str(), coin.level),
        ("[1]", "{}", Some(CoinLevel::Value3))
    );
}

#[test]
fn several_types_are_a_union() {
    assert!(matches!(read(r#"{"id":"c","value":"high"}"#).value, Some(CoinValue::Text(_))));
    assert!(matches!(read(r#"{"id":"c","value":7}"#).value, Some(CoinValue::Integer(7))));
    assert!(matches!(read(r#"{"id":"c","value":[7]}"#).value, Some(CoinValue::Unknown(_))));
}

#[test]
fn lists_and_times_may_be_null() {
    let made: Option<Time> = read(r#"{"id":"c","many":["a",null],"made":"2026-01-02T03:04:05Z"}"#).made;
    let many: Option<Vec<Option<String>>> = read(r#"{"id":"c","many":["a",null]}"#).many;
    assert_eq!(many.unwrap()[1], None);
    assert_eq!(made.unwrap().as_str(), "2026-01-02T03:04:05Z");
    let coin: Coin = serde_json::from_str(r#"{"id":"c","many":null,"made":null}"#).unwrap();
    assert!(coin.many.is_none() && coin.made.is_none());
}

#[test]
fn a_reference_may_have_siblings() {
    let mint: Mint = read(r#"{"id":"c","mint":{"town":"Bern"}}"#).mint.unwrap();
    assert_eq!(mint.town.as_deref(), Some("Bern"));
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/generated/models/coin.rs")).unwrap();
    assert!(text.contains("/// Where it was made."), "{text}");
    let text =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/generated/models/coin_update.rs")).unwrap();
    assert!(text.contains("More than 0."), "{text}");
}

#[test]
fn a_constant_is_the_tag_of_a_variant() {
    assert!(matches!(read(r#"{"id":"c","shape":{"form":"is-round","radius":1}}"#).shape, Some(Shape::IsRound(_))));
    assert!(matches!(read(r#"{"id":"c","shape":{"form":"is-square","side":1}}"#).shape, Some(Shape::IsSquare(_))));
    assert!(matches!(read(r#"{"id":"c","stamp":{"ink":"i","pad":"p"}}"#).stamp, Some(CoinStamp::Ink(_))));
}
