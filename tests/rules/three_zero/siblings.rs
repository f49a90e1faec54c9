use sunshine_conversations::models::*;

#[test]
fn keywords_next_to_a_reference_are_ignored() {
    let update = FluteUpdate::new().with_key(FluteKey::new().with_tone("c")).with_other(FluteKey::new());
    let (_, _): (Option<FluteKey>, Option<FluteKey>) = (update.key.clone(), update.other.clone());
    assert_eq!(serde_json::to_string(&update).unwrap(), r#"{"key":{"tone":"c"},"other":{}}"#);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/generated/models/flute_update.rs");
    assert!(std::fs::read_to_string(path).unwrap().contains("/// The lowest key."));
}
