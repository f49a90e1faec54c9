use serde_json::json;
use sunshine_conversations::models::*;
use sunshine_conversations::{Patch, Secret, Time};

use crate::server::Server;

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn an_update_keeps_sets_or_clears_a_field() {
    let keep = PetUpdate::new("Ada");
    assert_eq!(keep.nickname, Patch::Keep);
    assert_eq!(json(&keep), r#"{"owner":"Ada"}"#);
    assert_eq!(
        json(&PetUpdate::new("Ada").with_nickname("Rex").with_name("R")),
        r#"{"name":"R","nickname":"Rex","owner":"Ada"}"#
    );
    assert_eq!(json(&PetUpdate::new("Ada").clear_nickname()), r#"{"nickname":null,"owner":"Ada"}"#);
    assert_eq!(json(&PetUpdate::new("Ada").clear_owner()), r#"{"owner":null}"#);
    let home = PetUpdate::new("Ada").with_home(PetUpdateHome::new().clear_door());
    assert_eq!(json(&home), r#"{"owner":"Ada","home":{"door":null}}"#);
    assert_eq!(json(&home.clear_home()), r#"{"owner":"Ada","home":null}"#);
    // A list is replaced, so its items don't keep fields.
    let friends: Option<Vec<PetUpdateFriend>> =
        PetUpdate::new("Ada").with_friends([PetUpdateFriend::new().with_name("Rex")]).friends;
    assert_eq!(friends.unwrap()[0].name.as_deref(), Some("Rex"));
    let read: PetUpdate = serde_json::from_str(r#"{"owner":"Ada","nickname":null}"#).unwrap();
    assert_eq!(read.nickname, Patch::Clear);
}

#[test]
fn a_required_field_can_be_sent_as_null() {
    assert_eq!(json(&WalkPlan::new("Ada")), r#"{"walker":"Ada"}"#);
    assert_eq!(json(&WalkPlan::new("Ada").clear_walker()), r#"{"walker":null}"#);
    // A null that was received is sent back, and a field that was missing isn't sent.
    for text in [r#"{"walker":null,"miles":2}"#, r#"{"miles":null}"#, r#"{"walker":"Ada","miles":1.5}"#] {
        let server = Server::responding(text);
        let walk = serde_json::from_str::<Walk>(text).unwrap();
        assert_eq!(server.client().copy_walk(&walk).send().unwrap(), walk);
        assert_eq!(server.only().text(), text);
    }
    let mut walk = Walk::new("Ada", 2);
    assert_eq!(json(&walk), r#"{"walker":"Ada","miles":2}"#);
    walk.walker = None;
    assert_eq!(json(&walk), r#"{"walker":null,"miles":2}"#);
}

#[test]
fn a_model_that_updates_share_has_a_twin() {
    // In responses and creation requests, a nullable field is an `Option`.
    let read: Collar = serde_json::from_str(r#"{"link":null}"#).unwrap();
    assert_eq!(read.link, None);
    let update = PetUpdate::new("Ada").with_collar(CollarUpdate::new().clear_link());
    assert_eq!(json(&update), r#"{"owner":"Ada","collar":{"link":null}}"#);
    let kennel = KennelUpdate::new("K").clear_doors().with_sign(CollarUpdate::new().with_link("x"));
    let server = Server::responding(r#"{"name":"K","doors":null,"sign":{"link":null}}"#);
    let response: Kennel = server.client().update_kennel(&kennel).send().unwrap();
    assert_eq!(server.only().text(), r#"{"name":"K","sign":{"link":"x"},"doors":null}"#);
    assert_eq!((response.doors, response.sign.unwrap().link), (None, None));
}

#[test]
fn times_have_their_type() {
    let pet = Pet::new("Rex").with_born_at(Time::from("2026-01-02T03:04:05Z")).with_birthday("2026-01-02");
    assert_eq!(pet.born_at.as_ref().map(Time::as_str), Some("2026-01-02T03:04:05Z"));
    let visits: Option<Vec<Time>> = Pet::new("Rex").with_visits(["2026-01-02T03:04:05Z"]).visits;
    assert_eq!(visits.unwrap().len(), 1);
    let birthday: Option<String> = pet.birthday;
    assert_eq!(birthday.as_deref(), Some("2026-01-02"));
}

#[test]
fn secrets_are_found_by_fact_and_by_name() {
    let pet = Pet::new("Rex")
        .with_chip_pin("hush1")
        .with_gate_pass("hush2")
        .with_vet_token("hush3")
        .with_token_type("bearer");
    let secrets: [Option<Secret>; 3] = [pet.chip_pin.clone(), pet.gate_pass.clone(), pet.vet_token.clone()];
    assert!(secrets.iter().all(|secret| secret.as_ref().unwrap().expose().starts_with("hush")));
    let pins: Option<Vec<Secret>> = Pet::new("Rex").with_pins(["hush4"]).pins;
    assert!(!format!("{pins:?}").contains("hush"));
    let kind: Option<String> = pet.token_type.clone();
    assert_eq!(kind.as_deref(), Some("bearer"));
    for text in [format!("{pet:?}"), format!("{pet:#?}")] {
        assert!(!text.contains("hush") && text.contains("***") && text.contains("bearer"), "{text}");
    }
    // The secret names of the document are masked in plain JSON, too.
    let json =
        sunshine_conversations::Json::from_text(r#"{"chipPin":"hush","gatePass":"hush","note":"shown"}"#).unwrap();
    let text = format!("{json:?}");
    assert!(!text.contains("hush") && text.contains("shown"), "{text}");
}

/// Called if the setter doesn't exist.
trait NoSetter: Sized {
    fn with_id(self, _: &str) -> &'static str {
        "no setter"
    }
    fn with_age(self, _: i64) -> &'static str {
        "no setter"
    }
    fn with_length(self, _: i64) -> &'static str {
        "no setter"
    }
    fn with_weight(self, _: i64) -> &'static str {
        "no setter"
    }
}

impl<T> NoSetter for T {}

#[test]
fn read_only_fields_lack_a_setter() {
    assert_eq!(Pet::new("Rex").with_id("1"), "no setter");
    assert_eq!(Pet::new("Rex").with_age(3), "no setter");
    assert_eq!(Collar::new().with_length(3), "no setter");
    assert_eq!(CollarUpdate::new().with_length(3), "no setter");
    assert_eq!(Ball::new().with_weight(3), "no setter");
}

#[test]
fn a_body_may_have_only_read_only_fields() {
    let server = Server::responding("");
    server.client().send_tick(&SendTickBody::new()).send().unwrap();
    assert_eq!(server.only().text(), "{}");
}

#[test]
fn read_only_fields_are_never_sent_back() {
    let text = r#"{"id":"1","name":"Rex","age":3,"collar":{"text":"R","length":9},"tags":[{"length":4,"text":"t"}],
        "toys":[{"kind":"ball","weight":7,"color":"red"}],"shed":{"id":"kept"}}"#;
    let pet: Pet = serde_json::from_str(text).unwrap();
    assert_eq!((pet.id.as_str(), pet.age, pet.collar.as_ref().unwrap().length), ("1", Some(3), Some(9)));
    // Outside of a request, nothing is lost.
    assert_eq!(serde_json::to_value(&pet).unwrap(), serde_json::from_str::<serde_json::Value>(text).unwrap());
    let server = Server::responding(r#"{"pet":{"id":"1","name":"Rex"}}"#);
    server.client().create_pet(&pet).send().unwrap();
    let sent = json!({"name": "Rex", "collar": {"text": "R"}, "tags": [{"text": "t"}],
        "toys": [{"kind": "ball", "color": "red"}], "shed": {"id": "kept"}});
    assert_eq!(server.only().json(), sent);
    assert!(serde_json::to_string(&pet).unwrap().contains("\"age\":3"), "only requests leave out read-only fields");
}
