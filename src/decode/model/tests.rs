#![allow(non_snake_case, unused_parens, clippy::upper_case_acronyms, reason = "the names and types are tested")]

use std::collections::BTreeMap;
use std::panic;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::decode::blank::Blank;
use crate::decode::model::model;
use crate::decode::sending::sending;
use crate::decode::union::union;
use crate::{Extra, Id, Json, Number, Patch, Secret, Time};

pub enum Kind {}

type UserId = Id<Kind>;

model! {
    /// One field of each kind.
    pub struct User {
        /// Unique ID.
        required id: UserId = "id", with_id;
        default name: String = "name", with_name;
        default home: Place = "home";
        option size: Number = "size" as Digits, with_size;
        option external_id: UserId = "externalId" as Text, with_external_id;
        #[deprecated = "Deprecated by the API."]
        patch surname: String = "surname", with_surname, clear_surname;
        patch code: String = "code" as Text;
        option tags: [String] = "tags" as List, with_tags;
        option names: {Time} = "names", with_names;
        option grid: (Vec<Vec<i64>>) = "grid", with_grid;
        option secret: Secret = "secret";
        option info: Json = "info", with_info;
        option seen: Time = "seen", read_only;
        required version: i64 = "version", read_only;
        assigned message_id: UserId = "messageId";
        assigned note: String = "note", with_note;
    }
    new(id: UserId, tags: [String], surname: String, names: {Time}, version: i64)
    also blank
}

model! {
    /// A model with a name that hides one inside the macro.
    pub struct Place {
        option place: bool = "place", with_place;
        option object: bool = "object", with_object;
        option given: bool = "given", with_given;
        option value: bool = "value", with_value;
        option self_: bool = "self", with_self;
        option map: bool = "map", with_map;
        option writer: bool = "writer", with_writer;
        option reader: bool = "reader", with_reader;
        option model: bool = "model", with_model;
        option key: bool = "key", with_key;
        option extra_: bool = "extra", with_extra_field;
        option serializer: bool = "serializer", with_serializer;
        option FIRST: bool = "first";
        option inner: (Box<Place>) = "inner", with_inner;
    }
    new()
    also blank
}

model! {
    /// A struct without fields.
    pub struct Nothing {}
    tag "type"
    new()
}

/// Names that hide those of the standard library.
mod hidden {
    use crate::decode::model::model;

    macro_rules! named {
        ($($name:ident),*) => {
            $(
                model! {
                    pub struct $name {
                        required text: (::std::string::String) = "text", with_text;
                        option list: [(::std::string::String)] = "list", with_list;
                        default map: {i64} = "map", with_map;
                    }
                    new(text: (::std::string::String))
                }
            )*
        };
    }

    named!(
        Option, Result, String, Vec, Box, Time, Secret, Json, Page, Default, Reader, Writer, Some, None, Into, Self_,
        Place
    );

    #[test]
    fn models_may_have_any_name() {
        let option = Option::new("a").with_list(["b"]).with_map([("c", 1)]);
        let text = r#"{"text":"a","list":["b"],"map":{"c":1}}"#;
        assert_eq!(serde_json::to_string(&option).unwrap(), text);
        assert_eq!(serde_json::from_str::<Option>(text).unwrap(), option);
    }
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_json::from_str(&value.to_string()).map_err(|error| error.to_string())
}

fn user(mut fields: Value) -> User {
    let fields = fields.as_object_mut().unwrap();
    fields.entry("id").or_insert(json!("u"));
    fields.entry("version").or_insert(json!(1));
    read(json!(fields)).unwrap()
}

#[test]
#[allow(deprecated)]
fn the_constructor_converts_its_parameters() {
    let user = User::new("u", ["a"], "Lovelace", [("first", "2026")], 7);
    assert_eq!((&user.id, &user.tags), (&UserId::from("u"), &Some(vec!["a".to_owned()])));
    assert_eq!(user.surname, Patch::Set("Lovelace".into()));
    assert_eq!(user.names, Some(BTreeMap::from([("first".to_owned(), Time::from("2026"))])));
    assert_eq!((user.version, &*user.name, &user.size, user.code.is_keep()), (7, "", &None, true));
    assert_eq!(Place::new(), Place::default());
    assert_eq!(Nothing::default(), Nothing::new());
}

#[test]
#[allow(deprecated)]
fn setters_convert_their_parameters() {
    let user = User::blank()
        .with_id("u")
        .with_name("Ada")
        .with_size(7)
        .with_external_id("e")
        .with_surname("Lovelace")
        .with_tags(["a", "b"])
        .with_names([("n", "t")])
        .with_grid([vec![1]])
        .with_info([("k", "v")])
        .with_note("n");
    let written = json!({
        "id": "u", "name": "Ada", "size": 7, "externalId": "e", "surname": "Lovelace", "tags": ["a", "b"],
        "names": {"n": "t"}, "grid": [[1]], "info": {"k": "v"}, "note": "n",
    });
    assert_eq!(serde_json::to_value(&user).unwrap(), written);
    let cleared = serde_json::to_value(user.clear_surname()).unwrap();
    assert_eq!(cleared["surname"], Value::Null);
}

#[test]
#[allow(deprecated)]
fn missing_fields() {
    let user = user(json!({}));
    assert_eq!((&*user.name, &*user.message_id, &*user.note), ("", "", ""));
    assert_eq!((&user.home, &user.size, &user.external_id), (&Place::new(), &None, &None));
    assert!(user.surname.is_keep() && user.code.is_keep() && user.tags.is_none());
    assert_eq!(serde_json::to_value(&user).unwrap(), json!({"id": "u", "version": 1}));
    assert_eq!(read::<User>(json!({"version": 1})), Err("missing field `id` at line 1 column 13".into()));
}

#[test]
#[allow(deprecated)]
fn null_fields() {
    let user = user(json!({
        "name": null, "home": null, "size": null, "externalId": null, "surname": null, "code": null, "tags": null,
        "names": null, "seen": null, "messageId": null, "note": null,
    }));
    assert_eq!((&*user.name, &*user.message_id, &*user.note, &user.home), ("", "", "", &Place::new()));
    assert_eq!((&user.size, &user.external_id, &user.tags), (&None, &None, &None));
    assert_eq!((&user.surname, &user.code), (&Patch::Clear, &Patch::Clear));
    assert!(read::<User>(json!({"id": null, "version": 1})).unwrap_err().contains("invalid type: null"));
}

#[test]
#[allow(deprecated)]
fn missing_fields_are_written_once_they_are_set() {
    let written = |user: &User| serde_json::to_value(user).unwrap();
    let mut missing = user(json!({"name": null}));
    assert_eq!(written(&missing), json!({"id": "u", "version": 1}));
    // Equal, although one was received with its name.
    assert_eq!(missing, user(json!({"name": "", "home": {}})));
    missing.name = "Ada".to_owned();
    missing.home.value = Some(false);
    assert_eq!(written(&missing), json!({"id": "u", "name": "Ada", "home": {"value": false}, "version": 1}));
    missing.name = String::new();
    assert_eq!(written(&missing.clone()), json!({"id": "u", "home": {"value": false}, "version": 1}));
    assert_eq!(written(&missing.with_name(""))["name"], "");
    let received = user(json!({"name": "", "home": {}}));
    assert_eq!(written(&received), json!({"id": "u", "name": "", "home": {}, "version": 1}));
    let blank = User::blank().with_name("").with_name("");
    // Its required fields were missing, too.
    assert_eq!(written(&blank), json!({"name": ""}));
    assert_eq!(written(&blank.clone().with_id("")), json!({"id": "", "name": ""}));
    assert!(blank.extra().is_empty() && blank.extra().iter().next().is_none());
    assert_eq!(format!("{:?}", blank.extra()), "{}");
}

#[test]
fn lenient_fields() {
    let user = user(json!({"size": "7", "externalId": 7, "code": 1.5, "tags": "[\"a\"]"}));
    assert_eq!((user.size, user.external_id), (Some(Number::from(7)), Some(UserId::from("7"))));
    assert_eq!((user.code, user.tags), (Patch::Set("1.5".into()), Some(vec!["a".into()])));
}

#[test]
fn a_wrong_type_is_an_error() {
    for (key, value) in [("id", json!(7)), ("name", json!(7)), ("tags", json!({})), ("surname", json!([]))] {
        let mut body = json!({"id": "u", "version": 1});
        body[key] = value;
        assert!(read::<User>(body).unwrap_err().contains("invalid type"), "{key}");
    }
    assert!(read::<User>(json!([])).unwrap_err().contains("expected struct User"));
}

#[test]
fn keys_may_have_any_order() {
    let text = r#"{"version":1,"note":"n","id":"u","home":{"value":true,"place":false},"name":"Ada"}"#;
    let user: User = serde_json::from_str(text).unwrap();
    assert_eq!((&*user.id, &*user.name, user.version, &*user.note), ("u", "Ada", 1, "n"));
    assert_eq!((user.home.value, user.home.place), (Some(true), Some(false)));
}

#[test]
fn a_duplicate_field_is_an_error() {
    for text in [r#"{"id":"u","id":"u"}"#, r#"{"id":"u","n\u0061me":"","version":1,"name":""}"#] {
        assert!(serde_json::from_str::<User>(text).unwrap_err().to_string().contains("duplicate field"), "{text}");
    }
    let error = serde_json::from_str::<Nothing>(r#"{"type":"a","type":"a"}"#).unwrap_err();
    assert!(error.to_string().contains("duplicate field `type`"));
}

#[test]
fn names_of_fields_are_hygienic() {
    let text = r#"{"place":true,"object":true,"given":true,"value":true,"self":true,"map":true,"writer":true,"reader":true,"model":true,"key":true,"extra":true,"serializer":true,"first":true,"inner":{"value":false}}"#;
    let place: Place = serde_json::from_str(text).unwrap();
    assert!(place.extra().is_empty());
    assert_eq!(serde_json::to_string(&place).unwrap(), text);
}

#[test]
fn unknown_fields_are_kept_behind_the_known() {
    let text = r#"{"new":{ "a" : 1.10 },"value":true,"n\u0065wer":null,"inner":{"x":[]}}"#;
    let place: Place = serde_json::from_str(text).unwrap();
    let keys: Vec<&str> = place.extra().iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["new", "newer"]);
    assert_eq!(
        serde_json::to_string(&place).unwrap(),
        r#"{"value":true,"inner":{"x":[]},"new":{ "a" : 1.10 },"newer":null}"#
    );
    let other: Place = serde_json::from_str(r#"{"newer":null,"value":true,"inner":{"x":[]},"new":{"a":1.1}}"#).unwrap();
    assert_eq!(place, other);
    assert_ne!(place, place.clone().with_extra("new", 1));
}

#[test]
fn extra_fields_are_set() {
    let place = Place::new().with_extra("a", 1).with_extra("b", json!([1])).with_extra("a", "x");
    assert_eq!(serde_json::to_string(&place).unwrap(), r#"{"a":"x","b":[1]}"#);
    // A key that is known would be written twice.
    let place = Place::new().with_value(true).with_extra("value", 1);
    assert_eq!(serde_json::to_string(&place).unwrap(), r#"{"value":true}"#);
    assert_eq!(serde_json::to_string(&Nothing::new().with_extra("type", "a")).unwrap(), "{}");
}

#[test]
fn debug_masks_unknown_secrets() {
    let place = Place::new().with_extra("clientSecret", "hush").with_extra("info", json!({"password": "hush"}));
    assert!(!format!("{place:?}").contains("hush"));
    assert!(!format!("{:#?}", user(json!({"secret": "hush", "apiKey": "hush"}))).contains("hush"));
}

#[test]
fn other_formats_are_read() {
    let body = json!({"id": "u", "version": 1, "home": {"x": 1}, "new": {"a": [1, null]}, "info": {"k": true}});
    let yaml = yaml_serde::to_string(&body).unwrap();
    for user in [serde_json::from_value::<User>(body).unwrap(), yaml_serde::from_str(&yaml).unwrap()] {
        assert_eq!(user.extra().get_raw("new").unwrap().as_str(), r#"{"a":[1,null]}"#);
        assert_eq!(user.home.extra().get("x").unwrap(), Some(1));
        assert_eq!(user.info.unwrap().as_str(), r#"{"k":true}"#);
    }
}

#[test]
fn a_known_tag_is_skipped() {
    let nothing: Nothing = serde_json::from_str(r#"{"type":{"x":1},"other":2}"#).unwrap();
    assert_eq!(serde_json::to_string(&nothing).unwrap(), r#"{"other":2}"#);
}

model! {
    /// Holds models with read-only fields.
    pub struct Body {
        option direct: User = "direct", with_direct;
        option list: [User] = "list", with_list;
        option map: {User} = "map", with_map;
        option choice: Choice = "choice", with_choice;
        option note: String = "note", read_only;
    }
    new()
}

model! {
    /// A variant of a union.
    pub struct Chosen {
        option user: User = "user", with_user;
    }
    tag "type"
    new()
}

union! {
    /// A union.
    pub enum Choice by "type" boxed {
        /// `user`
        User(Chosen) = "user",
    }
}

#[test]
fn read_only_fields_are_not_sent() {
    let mut user = User::new("u", [""; 0], "s", [("", ""); 0], 7);
    user.seen = Some("t".into());
    user.message_id = "m".into();
    let mut body = Body::new()
        .with_direct(user.clone())
        .with_list([user.clone()])
        .with_map([("k", user.clone())])
        .with_choice(Chosen::new().with_user(user))
        .with_extra("kept", 1);
    body.note = Some("n".into());
    let full = serde_json::to_string(&body).unwrap();
    assert_eq!(full.matches(r#""seen":"t","version":7,"messageId":"m""#).count(), 4);
    assert!(full.contains(r#""note":"n""#));
    for sent in [
        sending(|| serde_json::to_string(&body).unwrap()),
        sending(|| serde_json::to_value(&body).unwrap().to_string()),
    ] {
        assert!(!["seen", "version", "messageId", "note"].iter().any(|key| sent.contains(key)), "{sent}");
        assert!(sent.contains(r#""kept":1"#) && sent.matches(r#""id":"u""#).count() == 4);
    }
    assert_eq!(serde_json::to_string(&body).unwrap(), full);
    panic::catch_unwind(|| sending(|| panic!("while encoding"))).unwrap_err();
    assert_eq!(serde_json::to_string(&body).unwrap(), full);
}

mod many {
    use crate::decode::model::model;

    model! {
        /// More fields than a word has bits.
        pub struct Many {
            option a0: i64 = "a0"; option a1: i64 = "a1"; option a2: i64 = "a2"; option a3: i64 = "a3";
            option a4: i64 = "a4"; option a5: i64 = "a5"; option a6: i64 = "a6"; option a7: i64 = "a7";
            option b0: i64 = "b0"; option b1: i64 = "b1"; option b2: i64 = "b2"; option b3: i64 = "b3";
            option b4: i64 = "b4"; option b5: i64 = "b5"; option b6: i64 = "b6"; option b7: i64 = "b7";
            option c0: i64 = "c0"; option c1: i64 = "c1"; option c2: i64 = "c2"; option c3: i64 = "c3";
            option c4: i64 = "c4"; option c5: i64 = "c5"; option c6: i64 = "c6"; option c7: i64 = "c7";
            option d0: i64 = "d0"; option d1: i64 = "d1"; option d2: i64 = "d2"; option d3: i64 = "d3";
            option d4: i64 = "d4"; option d5: i64 = "d5"; option d6: i64 = "d6"; option d7: i64 = "d7";
            option e0: i64 = "e0"; option e1: i64 = "e1"; option e2: i64 = "e2"; option e3: i64 = "e3";
            option e4: i64 = "e4"; option e5: i64 = "e5"; option e6: i64 = "e6"; option e7: i64 = "e7";
            option f0: i64 = "f0"; option f1: i64 = "f1"; option f2: i64 = "f2"; option f3: i64 = "f3";
            option f4: i64 = "f4"; option f5: i64 = "f5"; option f6: i64 = "f6"; option f7: i64 = "f7";
            option g0: i64 = "g0"; option g1: i64 = "g1"; option g2: i64 = "g2"; option g3: i64 = "g3";
            option g4: i64 = "g4"; option g5: i64 = "g5"; option g6: i64 = "g6"; option g7: i64 = "g7";
            option h0: i64 = "h0"; option h1: i64 = "h1"; option h2: i64 = "h2"; option h3: i64 = "h3";
            option h4: i64 = "h4"; option h5: i64 = "h5"; option h6: i64 = "h6"; option h7: i64 = "h7";
            option i0: i64 = "i0"; option i1: i64 = "i1"; required i2: i64 = "i2";
        }
    }
}

#[test]
fn there_may_be_more_than_64_fields() {
    let text = r#"{"a0":1,"h7":2,"i0":3,"i1":4,"i2":5,"z":6}"#;
    let many: many::Many = serde_json::from_str(text).unwrap();
    assert_eq!((many.a0, many.h7, many.i0, many.i1, many.i2), (Some(1), Some(2), Some(3), Some(4), 5));
    assert_eq!(serde_json::to_string(&many).unwrap(), text);
    for text in [r#"{"i0":1,"i2":1,"i0":2}"#, r#"{"h7":1,"i2":1,"h7":2}"#, r#"{"i2":1,"i2":2}"#] {
        assert!(serde_json::from_str::<many::Many>(text).unwrap_err().to_string().contains("duplicate field"));
    }
    assert!(serde_json::from_str::<many::Many>("{}").unwrap_err().to_string().contains("missing field `i2`"));
}

#[test]
fn unknown_fields_take_one_word() {
    struct Plain {
        _id: String,
        _list: Option<Vec<String>>,
    }
    assert_eq!(size_of::<hidden_size::Sized>(), size_of::<Plain>() + size_of::<Extra>());
}

mod hidden_size {
    use crate::decode::model::model;

    model! {
        /// Two fields.
        pub struct Sized {
            required id: String = "id";
            option list: [String] = "list";
        }
    }
}
