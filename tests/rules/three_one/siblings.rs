use std::fs;

use sunshine_conversations::models::*;
use sunshine_conversations::{Patch, Secret, Time};

use crate::server::Server;

fn generated(file: &str) -> String {
    fs::read_to_string(format!("{}/generated/{file}.rs", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
#[allow(deprecated)]
fn keywords_next_to_a_reference_are_facts_of_the_field() {
    let update = BellUpdate::new().clear_metal().with_sound(Sound::Dong).with_tone(Sound::Ding).with_code("hush");
    let update = update.with_cast("2026-01-02T03:04:05Z");
    assert_eq!(update.metal, Patch::Clear);
    let (_, _): (Option<Secret>, Option<Time>) = (update.code.clone(), update.cast.clone());
    let server = Server::responding(r#"{"id":"b"}"#);
    server.client().update_bell("b", &update).volume(3).send().unwrap();
    let request = server.only();
    assert_eq!(request.raw_query(), "pitch=440&volume=3");
    let sent = r#"{"metal":null,"sound":"dong","tone":"ding","code":"hush","cast":"2026-01-02T03:04:05Z"}"#;
    assert_eq!(request.text(), sent);
    let text = generated("models/bell_update");
    for fact in ["The metal that it is cast from.", "Defaults to `dong`.", "#[deprecated", "Write-only"] {
        assert!(text.contains(fact), "{fact}: {text}");
    }
    // A read-only field of a model that is only sent.
    assert!(!text.contains("weight"), "{text}");
}

#[test]
fn keywords_next_to_a_reference_do_not_change_its_target() {
    let bell: Bell = serde_json::from_str(r#"{"id":"b","clapper":{"name":"iron","color":"red"},"metal":{"grade":1}}"#).unwrap();
    let clapper: BellClapper = bell.clapper.unwrap();
    assert_eq!((clapper.name.as_str(), clapper.color.as_deref(), clapper.grade), ("iron", Some("red"), None));
    let metal: BellMetal = bell.metal.unwrap();
    assert_eq!((metal.grade, metal.name), (1, None));
    let metal = Metal::new().with_grade(2);
    assert_eq!((metal.name, metal.grade), (None, Some(2)));
    let values: [Option<Sound>; 2] = [bell.sound, Some(Sound::Dong)];
    assert_eq!(values[0], None);
    assert!(generated("models/metal").contains("/// A metal."));
}

#[test]
fn references_to_parameters_bodies_and_responses_have_descriptions() {
    let text = generated("operations/siblings");
    for description in ["How loud it rings.", "The changes to ring in.", "The bell as it is now.", "The pitch."] {
        assert!(text.contains(description), "{description}: {text}");
    }
    for replaced in ["The volume.", "A body.", "A bell."] {
        assert!(!text.contains(replaced), "{replaced}: {text}");
    }
}
