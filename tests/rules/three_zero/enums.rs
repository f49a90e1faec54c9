use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sunshine_conversations::models::*;

/// Reads and writes a value.
fn round_trip<T: DeserializeOwned + Serialize>(json: &str) -> T {
    let value: T = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    value
}

#[test]
fn integers() {
    assert_eq!(round_trip::<EnumsLevel>("-1"), EnumsLevel::Minus1);
    assert_eq!(round_trip::<EnumsLevel>("20"), EnumsLevel::Value20);
    assert_eq!(round_trip::<EnumsLevel>("99"), EnumsLevel::from(99));
    assert_eq!((EnumsLevel::Value0.value(), EnumsLevel::from(1)), (0, EnumsLevel::Value1));
}

#[test]
fn texts_of_every_kind() {
    assert_eq!(round_trip::<EnumsBlank>(r#""""#), EnumsBlank::Empty);
    assert_eq!(EnumsBlank::Empty.as_str(), "");
    for quoted in ["\"a\"", "b\\c", "d'e"] {
        let value = EnumsQuoted::from(quoted);
        assert!(!matches!(value, EnumsQuoted::Unknown(_)), "{quoted}");
        assert_eq!(round_trip::<EnumsQuoted>(&serde_json::to_string(quoted).unwrap()), value);
    }
    for foreign in ["grün", "青", "blau"] {
        let value = EnumsForeign::from(foreign);
        assert!(!matches!(value, EnumsForeign::Unknown(_)), "{foreign}");
        assert_eq!((value.as_str(), value.to_string().as_str()), (foreign, foreign));
    }
    for symbol in ["+", "-", "1.5", "15", "unknown", "self", "a-b", "a_b"] {
        let value = EnumsSymbols::from(symbol);
        assert!(!matches!(value, EnumsSymbols::Unknown(_)), "{symbol}");
        assert_eq!(value.as_str(), symbol);
    }
    assert_eq!(EnumsNumbers::from("1").as_str(), "1");
    assert_eq!((EnumsOrder::Name.as_str(), EnumsOrder::MinusName.as_str()), ("name", "-name"));
}

#[test]
fn values_that_differ_only_in_case_are_different() {
    let values = ["up", "UP", "Up"].map(EnumsCase::from);
    assert!(values[0] != values[1] && values[1] != values[2] && values[0] != values[2]);
    assert!(values.iter().all(|value| !matches!(value, EnumsCase::Unknown(_))));
    assert_eq!(values.each_ref().map(EnumsCase::as_str), ["up", "UP", "Up"]);
}

#[test]
fn items_may_be_null() {
    let value = round_trip::<Enums>(r#"{"many":["p",null,"r"]}"#);
    assert_eq!(value.many, Some(vec![Some(EnumsMany::P), None, Some(EnumsMany::from("r"))]));
}

#[test]
fn enums_of_other_types_are_values() {
    let value = round_trip::<Enums>(r#"{"flag":false,"rate":0.5,"bare":"c","bareNumber":3,"mixed":{"d":1}}"#);
    assert_eq!((value.flag, value.bare), (Some(false), Some(EnumsBare::from("c"))));
    assert_eq!(value.bare_number, Some(EnumsBareNumber::from(3)));
}

#[test]
fn an_enum_or_any_text_is_an_enum() {
    assert_eq!(round_trip::<EnumsAnyText>(r#""red""#), EnumsAnyText::Red);
    assert_eq!(round_trip::<EnumsAnyText>(r#""green""#), EnumsAnyText::from("green"));
}

#[test]
fn unknown_values_are_kept() {
    assert_eq!(round_trip::<Stage>(r#""later""#), Stage::from("later"));
    assert_eq!(Stage::from("early"), Stage::Early);
    let value = round_trip::<Enums>(r#"{"level":7,"mood":"calm","grid":[["x","z"]],"list":["new"]}"#);
    assert_eq!(value.level, Some(EnumsLevel::from(7)));
}

#[test]
fn enums_are_optional_nullable_and_nested() {
    let value: Enums = serde_json::from_str(r#"{"mood":null,"maybe":null}"#).unwrap();
    assert_eq!((value.mood, value.maybe), (None, None));
    let text =
        r#"{"grid":[["x","o"],[]],"list":["early","late"],"byName":{"a":"late"},"stage":"early","maybe":"late"}"#;
    let value = round_trip::<Enums>(text);
    assert_eq!(value.grid.unwrap()[0].len(), 2);
    assert_eq!(value.list, Some(vec![Stage::Early, Stage::Late]));
    assert_eq!(value.by_name, Some(BTreeMap::from([("a".to_owned(), Stage::Late)])));
    assert_eq!((value.stage, value.maybe), (Some(Stage::Early), Some(Stage::Late)));
    let built = Enums::new().with_mood(EnumsMood::Happy).with_list([Stage::Late]).with_level(EnumsLevel::Value0);
    assert_eq!(serde_json::to_string(&built).unwrap(), r#"{"level":0,"mood":"happy","list":["late"]}"#);
}

#[test]
fn variants_are_in_the_order_of_the_document() {
    let order = |file: &str, variants: &[&str]| {
        let path = format!("{}/generated/models/{file}.rs", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let places: Vec<_> = variants.iter().map(|variant| text.find(&format!("{variant} = ")).unwrap()).collect();
        assert!(places.is_sorted(), "{text}");
    };
    order("enums_ordered", &["Zebra", "Ant", "Monkey", "Bee"]);
    order("enums_ranked", &["Value3", "Value1", "Value2"]);
}
