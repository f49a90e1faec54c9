use std::collections::BTreeMap;

use sunshine_conversations::Json;
use sunshine_conversations::models::*;

use crate::server::Server;

fn round_trip(json: &str) -> Shapes {
    let value: Shapes = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    value
}

#[test]
fn maps_have_typed_values() {
    let value = round_trip(
        r#"{"counts":{"a":1},"rooms":{"b":{"seats":2,"new":3}},"lists":{"c":["d"]},"free":{"e":[1,{}]},"anything":7}"#,
    );
    let counts: BTreeMap<String, i64> = value.counts.unwrap();
    assert_eq!(counts["a"], 1);
    assert_eq!(value.rooms.unwrap()["b"].seats, Some(2));
    assert_eq!(value.lists.unwrap()["c"], ["d"]);
    let (free, anything): (Json, Json) = (value.free.unwrap(), value.anything.unwrap());
    assert_eq!((free.as_str(), anything.as_str()), (r#"{"e":[1,{}]}"#, "7"));
    let built = Shapes::new().with_counts([("x", 1), ("y", 2)]).with_rooms([("z", Room::new().with_seats(3))]);
    assert_eq!(serde_json::to_string(&built).unwrap(), r#"{"counts":{"x":1,"y":2},"rooms":{"z":{"seats":3}}}"#);
}

#[test]
fn schemas_are_composed_and_aliases_are_their_targets() {
    let value = round_trip(
        r#"{"alias":{"seats":1},"suite":{"seats":2,"name":"s","child":{"name":"c"},"stars":3},"choice":{"seats":4}}"#,
    );
    let (alias, choice): (Room, Room) = (value.alias.unwrap(), value.choice.unwrap());
    assert_eq!((alias.seats, choice.seats), (Some(1), Some(4)));
    let suite = value.suite.unwrap();
    assert_eq!((suite.seats, suite.stars, suite.name.as_str(), suite.child.unwrap().name.as_str()), (2, 3, "s", "c"));
    let value = round_trip(r#"{"nested":{"a":{"b":[{"seats":1}]}}}"#);
    assert_eq!(value.nested.unwrap()["a"]["b"][0].seats, Some(1));
}

#[test]
fn a_struct_may_have_many_fields() {
    let fields: Vec<String> = (1..=80).map(|number| format!("\"field{number}\":{number}")).collect();
    let value = round_trip(&format!("{{\"wide\":{{{}}}}}", fields.join(",")));
    let wide = value.wide.unwrap();
    assert_eq!((wide.field1, wide.field64, wide.field65, wide.field80), (Some(1), Some(64), Some(65), Some(80)));
}

#[test]
fn structs_contain_themselves() {
    let value =
        round_trip(r#"{"branch":{"name":"a","child":{"name":"b"}},"folder":{"name":"f","folders":[{"folders":[]}]}}"#);
    assert_eq!(value.branch.unwrap().child.unwrap().name, "b");
    assert_eq!(value.folder.unwrap().folders.unwrap().len(), 1);
    let built = Branch::new("a").with_child(Branch::new("b"));
    assert_eq!(serde_json::to_string(&built).unwrap(), r#"{"name":"a","child":{"name":"b"}}"#);
    let value = round_trip(r#"{"ping":{"pong":{"ping":{"pong":{}}}}}"#);
    assert!(value.ping.is_some());
}

#[test]
fn unions_contain_themselves() {
    let text =
        r#"{"formula":{"op":"sum","left":{"op":"literal","value":1},"right":{"op":"sum","left":{"op":"root"}}}}"#;
    let Some(Formula::Sum(sum)) = round_trip(text).formula else { panic!("not a sum") };
    assert!(sum.left.is_some() && sum.right.is_some());
    let built = Formula::from(Sum::new().with_left(Literal::new().with_value(2)));
    assert_eq!(serde_json::to_string(&built).unwrap(), r#"{"op":"sum","left":{"op":"literal","value":2}}"#);
    let text =
        r#"{"rule":{"all":[{"not":{"all":[]}}]},"mixed":["a",["b",[]]],"term":{"inner":{"inner":"x"},"sign":1}}"#;
    let value = round_trip(text);
    assert!(matches!(value.rule, Some(Rule::All(_))), "{:?}", value.rule);
    assert!(matches!(value.mixed, Some(Mixed::List(_))), "{:?}", value.mixed);
    assert!(matches!(value.term, Some(Term::Group(_))), "{:?}", value.term);
}

#[test]
fn shapes_are_sent_and_received() {
    let text = r#"{"branch":{"name":"a","child":{"name":"b"}},"mixed":"m"}"#;
    let server = Server::responding(text);
    let value = round_trip(text);
    assert_eq!(server.client().send_shapes(&value).send().unwrap(), value);
    assert_eq!(server.only().text(), text);
}

#[test]
fn a_reference_with_facts_is_its_target() {
    let described: Option<Room> = round_trip(r#"{"described":{"seats":4}}"#).described;
    assert_eq!(described.unwrap().seats, Some(4));
}
