use std::thread;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::decode::blank::Blank;
use crate::decode::model::model;
use crate::decode::union::{keyed_union, union};
use crate::error::locate::locate;
use crate::{Id, Json, Time};

pub enum Kind {}

type EventId = Id<Kind>;

model! {
    /// Text.
    pub struct Text {
        assigned id: EventId = "id";
        default at: Time = "at", with_at;
        default name: String = "name";
        option brand: String = "brand", with_brand;
        option size: i64 = "size";
        required text: String = "text", with_text;
        option inner: (Box<Content>) = "inner", with_inner;
    }
    tag "type"
    new(text: String)
}

model! {
    /// An image.
    pub struct Image {
        assigned id: EventId = "id";
        default at: Time = "at";
        default name: String = "name";
        option brand: String = "brand";
        option size: i64 = "size";
    }
    tag "type"
    new()
}

union! {
    /// Content.
    pub enum Content by "type" {
        /// `text`
        Text(Text) = "text",
        /// `image`
        Image(Image) = "image",
    }
    common {
        id: EventId = "id" assigned; at: Time = "at" default; name: String = "name" default;
        brand: String = "brand" option; size: i64 = "size" option
    }
}

union! {
    /// Boxed content.
    pub enum Boxed by "kind" boxed {
        /// `image`
        Image(Image) = "image",
    }
}

keyed_union! {
    /// Who leaves.
    pub enum Leave {
        /// ID.
        UserId(EventId) = "userId",
        /// Nested.
        Inner(Box<Leave>) = "inner",
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    serde_json::from_slice(text.as_bytes()).map_err(|error| locate(text.as_bytes(), &error))
}

fn content(text: &str) -> Content {
    read(text).unwrap()
}

#[test]
fn the_tag_may_be_anywhere() {
    let expected = Content::from(Text::new("Hi").with_brand("b"));
    for text in [
        r#"{"type":"text","text":"Hi","brand":"b"}"#,
        r#"{"text":"Hi","type":"text","brand":"b"}"#,
        r#"{"text":"Hi","brand":"b","type":"text"}"#,
        r#"{"t\u0065xt":"Hi","type":"text","brand":"b"}"#,
        r#"{"text":"Hi","br\u0061nd":"b","typ\u0065":"t\u0065xt"}"#,
    ] {
        assert_eq!(content(text), expected, "{text}");
        assert_eq!(serde_json::from_str::<Content>(text).unwrap(), expected);
        assert_eq!(serde_json::from_reader::<_, Content>(text.as_bytes()).unwrap(), expected);
        assert_eq!(serde_json::from_value::<Content>(serde_json::from_str(text).unwrap()).unwrap(), expected);
        assert_eq!(yaml_serde::from_str::<Content>(text).unwrap(), expected);
    }
    assert_eq!(
        serde_json::to_string(&expected).unwrap(),
        r#"{"type":"text","at":"","name":"","brand":"b","text":"Hi"}"#
    );
}

#[test]
fn other_formats_are_read() {
    for yaml in ["type: text\ntext: Hi\nnew: [1]\n", "new: [1]\ntext: Hi\ntype: text\n"] {
        let Content::Text(text) = yaml_serde::from_str(yaml).unwrap() else { panic!("{yaml}") };
        assert_eq!((&*text.text, text.extra().get_raw("new").unwrap().as_str()), ("Hi", "[1]"));
    }
    for yaml in ["type: new\na: [1]\n", "a: [1]\ntype: new\n"] {
        let Content::Unknown(json) = yaml_serde::from_str(yaml).unwrap() else { panic!("{yaml}") };
        assert_eq!(json, Json::from(json!({"a": [1], "type": "new"})));
    }
}

#[test]
fn the_tag_is_not_an_unknown_field() {
    let text = r#"{"type":"image","at":"","name":"","new":1}"#;
    for read in [content(text), content(r#"{"new":1,"at":"","name":"","type":"image"}"#)] {
        let Content::Image(image) = &read else { panic!("{read:?}") };
        assert_eq!(image.extra().iter().map(|(key, _)| key).collect::<Vec<_>>(), ["new"]);
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
    // A variant that is read directly.
    let image: Image = read(text).unwrap();
    assert_eq!(serde_json::to_string(&Content::from(image)).unwrap(), text);
}

#[test]
fn a_second_tag_is_a_duplicate() {
    for text in [
        r#"{"type":"image","type":"image"}"#,
        r#"{"type":"image","at":"","type":"text"}"#,
        r#"{"at":"","type":"image","name":"","type":"image"}"#,
        r#"{"\u0061t":"","type":"image","type":"image"}"#,
    ] {
        let (_, message) = read::<Content>(text).unwrap_err();
        assert!(message.contains("duplicate field `type`"), "{text}: {message}");
    }
    // Other fields, before and after the tag.
    let (_, message) = read::<Content>(r#"{"at":"","type":"image","at":""}"#).unwrap_err();
    assert!(message.contains("duplicate field `at`"), "{message}");
}

#[test]
fn an_unknown_tag_keeps_the_text() {
    let content = content(r#"{"a":1.10,"type":"n\"ew","b":{ }}"#);
    let Content::Unknown(json) = &content else { panic!("{content:?}") };
    assert_eq!(json.as_str(), r#"{"a":1.10,"type":"n\"ew","b":{ }}"#);
    assert_eq!(content.type_(), "n\"ew");
    assert_eq!(serde_json::to_string(&content).unwrap(), json.as_str());
    assert_eq!(Content::blank(), Content::Unknown(Json::default()));
    assert_eq!(Content::blank().type_(), "");
}

#[test]
fn errors_name_the_field() {
    for (text, field) in [
        (r#"{"type":"text","text":7}"#, "text"),
        (r#"{"text":7,"type":"text"}"#, "text"),
        (r#"{"t\u0065xt":7,"type":"text"}"#, "text"),
        (r#"{"type":"text","text":"","inner":{"text":7,"type":"text"}}"#, "inner.text"),
        (r#"{"inner":{"text":7,"type":"text"},"text":"","type":"text"}"#, "inner.text"),
        (r#"{"type":7}"#, "type"),
    ] {
        assert_eq!(read::<Content>(text).unwrap_err().0, field, "{text}");
    }
    assert_eq!(read::<Content>("{}").unwrap_err().1, "missing field `type`");
    assert_eq!(read::<Content>(r#"{"type":"text"}"#).unwrap_err().1, "missing field `text`");
    assert!(read::<Content>("[]").unwrap_err().1.contains("an object with the key `type`"));
}

#[test]
fn common_fields_are_those_of_any_variant() {
    let known = content(r#"{"type":"image","id":"i","at":"t","name":"n","brand":"b","size":7}"#);
    let unknown = content(r#"{"type":"new","id":"i","at":"t","name":"n","brand":"b","size":7}"#);
    for content in [&known, &unknown] {
        assert_eq!((&**content.id(), content.at().as_str(), &*content.name()), ("i", "t", "n"));
        assert_eq!((content.brand().as_deref(), content.size().as_deref()), (Some("b"), Some(&7)));
    }
    for content in [content(r#"{"type":"image"}"#), content(r#"{"type":"new"}"#)] {
        assert_eq!((&**content.id(), content.at().as_str(), &*content.name()), ("", "", ""));
        assert_eq!((content.brand(), content.size()), (None, None));
    }
}

#[test]
fn variants_may_be_boxed() {
    let boxed = Boxed::from(Image::new());
    assert!(matches!(&boxed, Boxed::Image(image) if **image == Image::new()));
    let text = serde_json::to_string(&boxed).unwrap();
    assert_eq!(text, r#"{"kind":"image","at":"","name":""}"#);
}

#[test]
fn unions_in_unions_are_limited() {
    let nested = |times: usize, opening: &str, closing: &str| {
        [&opening.repeat(times), r#"{"type":"image"}"#, &closing.repeat(times)].concat()
    };
    let test = move || {
        for (opening, closing) in
            [(r#"{"type":"text","text":"","inner":"#, "}"), (r#"{"text":"","inner":"#, r#","type":"text"}"#)]
        {
            assert!(read::<Content>(&nested(15, opening, closing)).is_ok());
            for times in [16, 60, 10_000] {
                let (_, message) = read::<Content>(&nested(times, opening, closing)).unwrap_err();
                assert!(message.contains("more than 16 unions") || times > 60, "{message}");
            }
            assert!(read::<Content>(&nested(15, opening, closing)).is_ok());
        }
        let leave = |times: usize| [&r#"{"inner":"#.repeat(times), r#"{"userId":"u"}"#, &"}".repeat(times)].concat();
        assert!(read::<Leave>(&leave(15)).is_ok());
        for times in [16, 10_000] {
            assert!(read::<Leave>(&leave(times)).is_err());
        }
    };
    thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(test).unwrap().join().unwrap();
}

#[test]
fn the_key_is_the_variant() {
    let leave = Leave::UserId("u".into());
    assert_eq!(read::<Leave>(r#"{"userId":"u"}"#).unwrap(), leave);
    assert_eq!(serde_json::to_string(&leave).unwrap(), r#"{"userId":"u"}"#);
    for other in [r#"{}"#, r#"{"userId":"u","new":1}"#, r#"{"new":{ }}"#] {
        let read: Leave = read(other).unwrap();
        assert_eq!(read, Leave::Unknown(Json::from_text(other).unwrap()));
        assert_eq!(serde_json::to_string(&read).unwrap(), other);
    }
    assert!(read::<Leave>(r#"{"userId":7}"#).unwrap_err().0.contains("userId"));
    assert!(read::<Leave>("7").is_err());
    assert_eq!(yaml_serde::from_str::<Leave>("userId: u").unwrap(), leave);
    assert_eq!(serde_json::from_value::<Leave>(Value::from_iter([("userId", "u")])).unwrap(), leave);
    assert_eq!(Leave::blank(), Leave::Unknown(Json::default()));
}

model! {
    /// A note, which is used alone, too.
    pub struct Note {
        option text: String = "text", with_text;
    }
    tag "type" = "note"
    new()
}

union! {
    /// A union with a note.
    pub enum Remark by "type" {
        /// `note`
        Note(Note) = "note",
    }
}

#[test]
fn variants_with_their_own_tag_are_complete_outside_of_the_union() {
    let note = Note::new().with_text("a");
    let json = r#"{"type":"note","text":"a"}"#;
    assert_eq!(serde_json::to_string(&note).unwrap(), json);
    assert_eq!(serde_json::from_str::<Note>(json).unwrap(), note);
    assert_eq!(serde_json::to_string(&Remark::from(note.clone())).unwrap(), json);
    assert_eq!(serde_json::from_str::<Remark>(json).unwrap(), Remark::Note(note));
}
