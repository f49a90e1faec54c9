use serde::Serialize;
use serde::de::DeserializeOwned;
use sunshine_conversations::models::*;

use crate::server::Server;

/// Reads and writes a value.
fn round_trip<T: DeserializeOwned + Serialize>(json: &str) -> T {
    let value: T = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    value
}

#[test]
fn a_mapping_names_the_variants() {
    let Vehicle::TwoWheels(bike) = round_trip(r#"{"type":"two-wheels","gears":3}"#) else { panic!("not a bike") };
    assert_eq!(bike.gears, 3);
    // Two tags for one schema: the tag is kept.
    assert!(matches!(round_trip(r#"{"type":"four-wheels","load":1.5}"#), Vehicle::FourWheels(_)));
    assert!(matches!(round_trip(r#"{"type":"six-wheels"}"#), Vehicle::SixWheels(_)));
    assert_eq!(Vehicle::from(Bike::new(5)).type_(), "two-wheels");
}

#[test]
fn a_variant_that_the_mapping_lacks_has_the_name_of_its_schema() {
    let Vehicle::Sledge(sledge) = round_trip(r#"{"type":"sledge","dogs":6}"#) else { panic!("not a sledge") };
    assert_eq!(sledge.dogs, Some(6));
}

#[test]
fn without_a_mapping_the_names_of_schemas_are_the_tags() {
    assert!(matches!(round_trip(r#"{"species":"oak","acorns":1}"#), UnionsUnmapped::Oak(_)));
    let value = UnionsUnmapped::from(Pine::new().with_cones(2));
    assert_eq!(serde_json::to_string(&value).unwrap(), r#"{"species":"pine","cones":2}"#);
}

#[test]
fn children_of_a_parent_with_a_discriminator_are_its_variants() {
    let Instrument::Str(violin) = round_trip(r#"{"kind":"str","name":"V","strings":4}"#) else {
        panic!("not a violin")
    };
    assert_eq!((violin.name.as_str(), violin.strings), ("V", Some(4)));
    assert!(matches!(round_trip(r#"{"kind":"drum","name":"D","inches":14}"#), Instrument::Drum(_)));
    let violin: Instrument = round_trip(
        r#"{"kind":"str","name":"V","type":"alto","tags":["a"],"prices":{"eur":2},"year":1700,"maker":{"name":"M"}}"#,
    );
    assert_eq!((violin.type_().as_ref(), violin.year().as_deref()), ("str", Some(&1700)));
    let Instrument::Str(violin) = violin else { panic!("not a violin") };
    assert_eq!((violin.type_.as_deref(), violin.tags), (Some("alto"), Some(vec!["a".to_owned()])));
    let unknown: Instrument = round_trip(r#"{"kind":"horn","name":"H","bells":1}"#);
    assert!(matches!(unknown, Instrument::Unknown(_)));
    assert_eq!((unknown.type_().as_ref(), unknown.name().as_ref()), ("horn", "H"));
}

#[test]
fn a_parent_may_list_its_children() {
    let Drink::Tea(tea) = round_trip(r#"{"sort":"tea","size":2,"leaf":"green"}"#) else { panic!("not tea") };
    assert_eq!((tea.size, tea.leaf.as_deref()), (Some(2), Some("green")));
    let juice = Drink::from(Juice::new("apple").with_size(1));
    assert_eq!(
        serde_json::to_value(&juice).unwrap(),
        serde_json::json!({"sort": "juice", "size": 1, "fruit": "apple"})
    );
}

#[test]
fn a_variant_keeps_its_tag_outside_of_its_union() {
    let value: Unions = round_trip(r#"{"drinks":[{"sort":"juice","fruit":"pear"}]}"#);
    assert!(value.drinks.is_some());
    round_trip::<Juice>(r#"{"sort":"juice","fruit":"pear"}"#);
}

#[test]
fn titles_name_inline_variants() {
    let value: Unions = round_trip(r#"{"titled":{"pitch":1.5,"metal":"zinc"}}"#);
    assert!(matches!(value.titled, Some(UnionsTitled::Screw(_))), "{:?}", value.titled);
}

#[test]
fn unknown_tags_are_kept() {
    let value: Vehicle = round_trip(r#"{"wings":2,"type":"plane","z":{"a":1.50}}"#);
    assert!(matches!(value, Vehicle::Unknown(_)));
    assert_eq!(value.type_(), "plane");
    // A known tag whose content is wrong is an error that names the field.
    let error = serde_json::from_str::<Vehicle>(r#"{"type":"two-wheels","gears":"x"}"#).unwrap_err();
    assert!(error.to_string().contains("string"), "{error}");
}

#[test]
fn objects_without_a_discriminator_are_distinguished_by_their_keys() {
    assert!(matches!(round_trip(r#"{"lat":1.5,"long":2}"#), Place::Point(_)));
    assert!(matches!(round_trip(r#"{"street":"S","zip":9}"#), Place::Address(_)));
    // Matches neither variant: kept as `Unknown`.
    assert!(matches!(round_trip(r#"{"lat":1}"#), Place::Unknown(_)));
    assert!(matches!(round_trip("[1]"), Place::Unknown(_)));
    let value = Place::from(Address::new("S"));
    assert_eq!(serde_json::to_string(&value).unwrap(), r#"{"street":"S"}"#);
}

#[test]
fn scalars_and_lists_are_variants() {
    assert!(matches!(round_trip(r#""a""#), UnionsScalar::Text(text) if text == "a"));
    assert!(matches!(round_trip("7"), UnionsScalar::Integer(7)));
    assert!(matches!(round_trip("true"), UnionsScalar::Bool(true)));
    assert!(matches!(round_trip(r#"["a"]"#), UnionsScalar::List(list) if list == ["a"]));
    for other in ["1.5", "{}", "[1]", "123456789012345678901234567890"] {
        assert!(matches!(round_trip(other), UnionsScalar::Unknown(_)), "{other}");
    }
    assert_eq!(serde_json::to_string(&UnionsScalar::from("b".to_owned())).unwrap(), r#""b""#);
}

#[test]
fn numbers_enums_and_lists_are_variants() {
    assert!(matches!(round_trip("7"), UnionsAmount::Integer(7)));
    assert!(matches!(round_trip("7.5"), UnionsAmount::Number(_)));
    assert!(matches!(round_trip(r#""all""#), UnionsAmount::Value(_)));
    let lists: [UnionsLists; 4] = [r#"[{"type":"two-wheels","gears":1}]"#, "[1,2]", r#"{"a":1}"#, "[]"].map(round_trip);
    assert!(matches!(&lists[0], UnionsLists::List(bikes) if bikes[0].gears == 1), "{lists:?}");
    assert!(matches!(&lists[1], UnionsLists::List2(numbers) if *numbers == [1, 2]), "{lists:?}");
    assert!(matches!(&lists[2], UnionsLists::Map(_)), "{lists:?}");
}

#[test]
fn a_variant_may_lack_fields() {
    assert!(matches!(round_trip(r#"{"type":"skates"}"#), Vehicle::Skates(_)));
    let vehicle = Vehicle::from(Skates::new().with_extra("size", 40));
    assert_eq!(serde_json::to_string(&vehicle).unwrap(), r#"{"type":"skates","size":40}"#);
}

#[test]
fn the_only_key_of_an_object_distinguishes_variants() {
    assert!(matches!(round_trip(r#"{"email":"a@b.c"}"#), Recipient::Email(_)));
    let Recipient::Crew(crew) = round_trip(r#"{"crew":["a","b"]}"#) else { panic!("not a crew") };
    assert_eq!(crew, ["a", "b"]);
    assert!(matches!(round_trip(r#"{"pager":1}"#), Recipient::Unknown(_)));
}

#[test]
fn unions_are_nested_nullable_and_in_lists() {
    let text = concat!(
        r#"{"nested":{"type":"sledge","dogs":1},"nullable":{"street":"S"},"many":[{"type":"two-wheels","gears":1},{"type":"new"}],"#,
        r#""byName":{"home":{"lat":1,"long":2}}}"#
    );
    let value: Unions = round_trip(text);
    let Some(UnionsNested::Vehicle(vehicle)) = value.nested else { panic!("{value:?}") };
    assert!(matches!(*vehicle, Vehicle::Sledge(_)), "{vehicle:?}");
    assert!(matches!(value.nullable, Some(UnionsNullable::Address(_))), "{:?}", value.nullable);
    assert!(matches!(value.many.unwrap()[..], [Vehicle::TwoWheels(_), Vehicle::Unknown(_)]));
    let value: Unions = serde_json::from_str(r#"{"nullable":null}"#).unwrap();
    assert_eq!(value.nullable, None);
    let UnionsNested::Place(place) = round_trip(r#"{"street":"S"}"#) else { panic!("not a place") };
    assert!(matches!(*place, Place::Address(_)), "{place:?}");
}

#[test]
fn unions_are_sent_as_they_were_read() {
    let text =
        r#"{"mapped":{"type":"plane","wings":2},"parent":{"kind":"str","name":"V"},"scalar":7,"keyed":{"email":"e"}}"#;
    let server = Server::responding(text);
    let value: Unions = serde_json::from_str(text).unwrap();
    let response = server.client().send_unions(&value).send().unwrap();
    assert_eq!(server.only().text(), text);
    assert_eq!(response, value);
}

#[test]
fn unions_may_contain_one_another() {
    let read = |json: &str| {
        let unions: Unions = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&unions).unwrap(), json);
        unions
    };
    let circle = |value: &str| read(&format!(r#"{{"circle":{value}}}"#)).circle.unwrap();
    assert!(matches!(circle("\"a\""), Circle::Text(_)) && matches!(circle("7"), Circle::Integer(7)));
    assert!(matches!(circle(r#"{"lat":1,"long":2}"#), Circle::Point(_)));
    assert!(matches!(circle("true"), Circle::Unknown(_)));
    let arc: ArcModel = serde_json::from_str("\"a\"").unwrap();
    assert!(matches!(arc, ArcModel::Text(_)));
    let knot = |value: &str| read(&format!(r#"{{"knot":{value}}}"#)).knot.unwrap();
    assert!(matches!(knot(r#"{"lat":1,"long":2}"#), Knot::Point(_)));
    assert!(matches!(knot(r#"{"street":"s"}"#), Knot::Address(_)));
    assert!(matches!(knot("[]"), Knot::Unknown(_)));
    let tree = read(r#"{"tree":[true,[false,[]]]}"#).tree.unwrap();
    assert!(matches!(tree, Tree::List(_)));
}

#[test]
fn unions_within_a_tagged_union_add_their_variants() {
    let read = |json: &str| {
        let unions: Unions = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&unions).unwrap(), json);
        unions.boat.unwrap()
    };
    assert!(matches!(read(r#"{"boat":{"hull":"narrow","paddles":2}}"#), Boat::Narrow(_)));
    assert!(matches!(read(r#"{"boat":{"hull":"wood","masts":3}}"#), Boat::Wood(_)));
    assert!(matches!(read(r#"{"boat":{"hull":"iron","boilers":1}}"#), Boat::Iron(_)));
    assert!(matches!(read(r#"{"boat":{"hull":"none","made":"logs","count":9}}"#), Boat::None(_)));
    // The schema of a variant may be a map.
    let Boat::Buoy(buoy) = read(r#"{"boat":{"hull":"buoy","a":"b"}}"#) else { panic!("not a buoy") };
    assert_eq!(buoy.extra().get::<String>("a").unwrap().as_deref(), Some("b"));
    let boat = Boat::from(Buoy::new().with_extra("a", "b"));
    assert_eq!(serde_json::to_string(&boat).unwrap(), r#"{"hull":"buoy","a":"b"}"#);
    let buoys: Unions = round_trip(r#"{"buoys":{"a":"b"}}"#);
    assert_eq!(buoys.buoys.unwrap()["a"], "b");
}

#[test]
fn inline_variants_are_named_by_their_tag_or_by_a_property_that_others_lack() {
    let text = r#"{"target":{"note":"n","teamId":"t"},"inline":{"kind":"first-class","seat":"1A"}}"#;
    let value: Unions = round_trip(text);
    let Some(UnionsTarget::TeamId(target)) = value.target else { panic!("another variant") };
    let target: UnionsTargetTeamId = *target;
    assert_eq!(target.note.as_deref(), Some("n"));
    let Some(UnionsInline::FirstClass(class)) = value.inline else { panic!("another variant") };
    let class: UnionsInlineFirstClass = class;
    assert_eq!(class.seat.as_deref(), Some("1A"));
}

#[test]
fn children_that_add_nothing_are_variants() {
    let value: Unions = round_trip(r#"{"animal":{"kind":"cat","name":"Tom"}}"#);
    let Some(Animal::Cat(cat)) = value.animal else { panic!("{value:?}") };
    let cat: Box<Cat> = cat;
    assert_eq!(cat.name.as_deref(), Some("Tom"));
    assert!(matches!(round_trip(r#"{"kind":"dog"}"#), Animal::Dog(_)));
}
