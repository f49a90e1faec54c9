use std::time::{Duration, Instant};

use serde_json::json;

use crate::decode::blank::Blank;
use crate::decode::model::model;
use crate::decode::open_enum::open_enum;
use crate::decode::union::union;
use crate::decode::untagged::untagged_union;
use crate::{Json, Time};

model! {
    /// A poll.
    pub struct Poll {
        required question: String = "question", with_question;
        option choices: [String] = "choices", with_choices;
        default count: i64 = "count";
    }
    new(question: String)
    also fits
}

model! {
    /// A poll with options.
    pub struct LongPoll {
        required question: String = "question";
        option options: i64 = "options";
    }
    also fits
}

model! {
    /// Nothing is required.
    pub struct Loose {
        option name: String = "name";
        option inner: (Box<Target>) = "inner";
        option number: i64 = "number";
    }
    new()
    also fits
}

model! {
    /// A variant of a tagged union.
    pub struct Square {
        option name: String = "name";
    }
    tag "shape"
    also fits
}

open_enum! {
    /// Color.
    pub enum Color: str {
        Red = "red",
    }
    also fits
}

open_enum! {
    /// Level.
    pub enum Level: i64 {
        One = 1,
    }
    also fits
}

union! {
    /// A tagged union.
    pub enum Shape by "shape" {
        Square(Square) = "square",
    }
    also fits
}

untagged_union! {
    /// Target.
    pub enum Target {
        /// A poll.
        Loose(Loose),
        Poll(Poll),
        LongPoll(LongPoll),
        Shape(Shape),
        Color(Color),
        Text(String),
        Level(Level),
        Count(i64),
        Ratio(f64),
        Flag(bool),
        Polls(Vec<Poll>),
        Texts(Vec<String>),
    }
}

untagged_union! {
    /// Boxed.
    pub enum Boxed boxed {
        Poll(Poll),
        Time(Time),
    }
}

fn read(text: &str) -> Target {
    let target: Target = serde_json::from_slice(text.as_bytes()).unwrap();
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_value(&target).unwrap(), value, "lossless");
    assert_eq!(serde_json::from_value::<Target>(value).unwrap(), target);
    target
}

#[test]
fn the_type_decides() {
    assert_eq!(read(r#""blue""#), Target::Text("blue".into()));
    assert_eq!(read(r#""red""#), Target::Color(Color::Red));
    assert_eq!(read("1"), Target::Level(Level::One));
    assert_eq!(read("7"), Target::Count(7));
    assert_eq!(read("1.5"), Target::Ratio(1.5));
    assert_eq!(read("true"), Target::Flag(true));
    assert_eq!(read(r#"["a"]"#), Target::Texts(vec!["a".into()]));
    assert!(matches!(read(r#"[{"question":"?","count":1}]"#), Target::Polls(polls) if polls.len() == 1));
    assert!(matches!(read(r#"{"shape":"square","name":"a"}"#), Target::Shape(Shape::Square(_))));
}

#[test]
fn the_keys_decide() {
    assert!(matches!(read(r#"{"question":"?","choices":[],"count":1}"#), Target::Poll(_)));
    assert!(matches!(read(r#"{"question":"?","options":1}"#), Target::LongPoll(_)));
    // Unknown keys are kept, and a required key that is missing excludes a variant.
    let Target::Poll(poll) = read(r#"{"question":"?","choices":[],"count":1,"new":2}"#) else { panic!() };
    assert_eq!(poll.extra().get("new").unwrap(), Some(2));
    assert!(matches!(read(r#"{"choices":[],"options":1}"#), Target::Loose(_)));
    // One after the other, if there are as many known keys.
    assert!(matches!(read(r#"{"question":"?","count":1}"#), Target::Poll(_)));
}

#[test]
fn the_next_variant_is_tried_if_one_does_not_match() {
    assert!(matches!(read(r#"{"question":"?","choices":7,"count":1,"options":1}"#), Target::LongPoll(_)));
    assert!(matches!(read(r#"{"question":7}"#), Target::Loose(_)));
}

#[test]
fn what_fits_nothing_is_kept() {
    for other in ["null", "[true]", "12345678901234567890", r#"{"name":7}"#] {
        assert_eq!(read(other), Target::Unknown(Json::from_text(other).unwrap()));
    }
    assert_eq!(Target::blank(), Target::Unknown(Json::default()));
}

#[test]
fn variants_may_be_boxed() {
    let boxed = Boxed::from(Poll::new("?"));
    assert!(matches!(&boxed, Boxed::Poll(poll) if poll.question == "?"));
    let text = serde_json::to_string(&boxed).unwrap();
    assert_eq!(serde_json::from_str::<Boxed>(&text).unwrap(), boxed);
    assert_eq!(serde_json::from_str::<Boxed>("\"t\"").unwrap(), Boxed::from(Time::from("t")));
    assert_eq!(Target::from(7), Target::Count(7));
}

#[test]
fn a_hostile_body_is_read_in_time() {
    // Every level fails after its content was read.
    let body = [&r#"{"inner":"#.repeat(60), "{}", &r#","number":"x","question":"?","choices":7}"#.repeat(60)].concat();
    let begun = Instant::now();
    let target: Target = serde_json::from_str(&body).unwrap();
    assert_eq!(serde_json::to_value(&target).unwrap(), serde_json::from_str::<serde_json::Value>(&body).unwrap());
    assert!(begun.elapsed() < Duration::from_secs(2));
    // The count begins again with the next body.
    assert!(matches!(read(r#"{"question":"?","choices":7,"count":1,"options":1}"#), Target::LongPoll(_)));
    assert!(json!(target).is_object());
}
