use std::borrow::Cow;

use sunshine_conversations::models::*;

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn a_struct_converts_from_the_enum_that_it_requires() {
    let sender = Sender::from(SenderRole::NightClerk);
    assert_eq!(json(&sender.clone().with_stranger_id("s")), r#"{"role":"NIGHT-CLERK","strangerId":"s"}"#);
    assert!(sender.is_night_clerk() && !sender.is_self_value() && !sender.is_night_clerk2() && !sender.is_empty());
    assert!(Sender::from(SenderRole::NightClerk2).is_night_clerk2() && Sender::from(SenderRole::SelfValue).is_self_value());
    let unknown = Sender::new("owl");
    assert!(!unknown.is_night_clerk() && unknown.role == "owl");
    let rank = Rank::from(RankLevel::Minus1);
    assert!(rank.is_minus1() && !rank.is_value1() && json(&rank) == r#"{"level":-1}"#);
}

#[test]
fn text_is_the_content_of_its_variant() {
    let owned = "Hi".to_owned();
    let pages = [Leaf::from("Hi"), Leaf::from(&owned), Leaf::from(owned.clone()), Leaf::from(Cow::Borrowed("Hi"))];
    for page in pages {
        assert_eq!((json(&page).as_str(), page.text()), (r#"{"type":"text","text":"Hi"}"#, Some("Hi")));
    }
    assert_eq!(json(&PlainPage::from("Hi").with_color("red")), r#"{"type":"text","text":"Hi","color":"red"}"#);
    // Required text, and updates that can set it to null.
    assert_eq!(json(&Label::from("Fragile")), r#"{"kind":"text","text":"Fragile"}"#);
    assert_eq!(json(&LeafUpdate::from("Hi")), r#"{"type":"text","text":"Hi"}"#);
}

#[test]
fn text_is_found_in_any_variant() {
    let page = |text: &str| serde_json::from_str::<Leaf>(text).unwrap();
    assert_eq!(page(r#"{"type":"drawing","url":"u","text":"A tree"}"#).text(), Some("A tree"));
    // Missing, read-only, a number, and an unknown variant.
    for none in ["text", "map", "form", "poem"] {
        let text = if none == "form" { "1" } else { "\"T\"" };
        let text = if none == "text" { "null" } else { text };
        assert_eq!(page(&format!(r#"{{"type":"{none}","text":{text}}}"#)).text(), None, "{none}");
    }
    let letter = Letter::new(SenderRole::NightClerk, "Good night");
    assert_eq!((letter.text(), letter.sender.is_night_clerk()), (Some("Good night"), true));
}

fn event(kind: &str, payload: &str) -> Event {
    let text = format!(r#"{{"id":"e","type":"{kind}","createdAt":"2026-01-01T00:00:00Z","payload":{payload}}}"#);
    serde_json::from_str(&text).unwrap()
}

#[test]
fn events_have_ids() {
    let id = |kind: &str, payload: &str| event(kind, payload).stranger_id().map(|id: Cow<'_, StrangerId>| id.into_owned());
    // The sender of the letter, by either of its fields.
    let letter = |sender: &str| format!(r#"{{"letter":{{"sender":{{"role":"self"{sender}}},"leaf":{{"type":"text"}}}}}}"#);
    assert_eq!(id("letter:arrived", &letter(r#","strangerId":"a","stranger":{"id":"b"}"#)), Some("a".into()));
    assert_eq!(id("letter:arrived", &letter(r#","stranger":{"id":"b"}"#)), Some("b".into()));
    assert_eq!(id("letter:arrived", &letter("")), None);
    // In the payload itself, so that the letter isn't searched.
    assert_eq!(id("letter:went", &letter(r#","strangerId":"a""#)), None);
    assert_eq!(id("letter:went", r#"{"strangerId":"c"}"#), Some("c".into()));
    assert_eq!(id("stranger:arrived", r#"{"stranger":{"id":"d"}}"#), Some("d".into()));
    assert_eq!(id("stranger:arrived", "{}"), None);
    // One of two.
    assert_eq!(id("strangers:met", r#"{"one":{"role":"self","strangerId":"a"}}"#), None);
    assert_eq!(id("light:went", r#"{"stranger":{"id":"d"}}"#), None);
    // Unknown events.
    assert_eq!(id("stranger:left", r#"{"stranger":{"id":"e"}}"#), Some("e".into()));
    assert_eq!(id("stranger:left", r#"{"stranger":"e"}"#), None);
}
