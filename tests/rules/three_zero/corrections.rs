use sunshine_conversations::models::*;
use sunshine_conversations::{Secret, Time};

use crate::server::Server;

#[test]
fn the_corrections_apply() {
    let text = r#"{"shop":{"id":"s","opensAt":"2026-01-02T03:04:05Z","doorCode":"hush","keeper":{"name":"K"},"number":7,"motto":"M"}}"#;
    let server = Server::responding(text);
    let shop = server.client().get_shop("s").used_for("x").send().unwrap().shop;
    assert_eq!(server.only().raw_query(), "for=x");
    let _: (&Option<Time>, &Option<Secret>, &Option<ShopKeeper>) = (&shop.opens_at, &shop.door_code, &shop.keeper);
    assert_eq!((shop.number.as_deref(), shop.motto.as_deref()), (Some("7"), Some("M")));
    assert!(shop.extra().is_empty() && !format!("{shop:?}").contains("hush"));
}

#[test]
fn a_lenient_reader_only_applies_to_its_type() {
    let text = r#"{"id":"s","ownerId":{"value":"o"}}"#;
    let shop: Shop = serde_json::from_str(text).unwrap();
    assert_eq!(shop.owner_id.unwrap().value.as_deref(), Some("o"));
}

#[test]
fn operations_and_models_have_search_words() {
    let operations = include_str!("../../generated/operations/corrections.rs");
    let words = r#"#[doc(alias("get shop", "GetShop", "store"))]"#;
    assert!(operations.contains(&format!("{words}\n    #[inline]\n    pub fn get_shop(")), "{operations}");
    let models = include_str!("../../generated/models/mod.rs");
    assert!(models.contains("#[doc(alias(\"store\", \"boutique\"))]\npub use shop::*;"), "{models}");
}
