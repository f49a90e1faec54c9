use std::collections::BTreeMap;

use serde_json::json;
use sunshine_conversations::Upload;
use sunshine_conversations::models::*;

use crate::server::Server;

fn server() -> Server {
    Server::responding("")
}

#[test]
fn a_required_part_may_be_a_list_of_files() {
    let server = Server::responding("");
    let photos = ["a", "b"].map(|name| Upload::bytes(name, "x"));
    server.client().add_album(photos).title("T").send().unwrap();
    let text = server.only().text().to_owned();
    assert_eq!(text.matches("name=\"photos\"").count(), 2, "{text}");
}

#[test]
fn a_range_of_media_types_is_sent_as_one() {
    let server = Server::responding("");
    let content_type = || server.only().header("Content-Type").map(str::to_owned);
    server.client().add_picture([0xff]).send().unwrap();
    assert_eq!(content_type().as_deref(), Some("application/octet-stream"));
    server.client().add_picture([0xff]).header("Content-Type", "image/png").send().unwrap();
    assert_eq!(content_type().as_deref(), Some("image/png"));
}

#[test]
fn an_optional_body_is_a_setter() {
    let server = server();
    server.client().water_plants().send().unwrap();
    let request = server.only();
    assert_eq!(
        (request.method(), request.body.as_slice(), request.header("Content-Type")),
        ("POST", &b""[..], None)
    );
    server.client().water_plants().body(&Watering::new(3)).send().unwrap();
    let request = server.only();
    assert_eq!(request.text(), r#"{"liters":3}"#);
    assert_eq!(request.header("Content-Type"), Some("application/json"));
}

#[test]
fn lists_maps_and_scalars_are_bodies() {
    let server = server();
    let api = server.client();
    api.add_waterings(&[Watering::new(1), Watering::new(2).with_rain(true)]).send().unwrap();
    assert_eq!(server.only().text(), r#"[{"liters":1},{"liters":2,"rain":true}]"#);
    api.set_amounts(&BTreeMap::from([("fern".to_owned(), 2), ("ivy".to_owned(), 3)])).send().unwrap();
    assert_eq!(server.only().text(), r#"{"fern":2,"ivy":3}"#);
    api.set_greeting("Hello \"you\"").send().unwrap();
    assert_eq!(server.only().text(), r#""Hello \"you\"""#);
    api.set_count(7).send().unwrap();
    assert_eq!(server.only().text(), "7");
    api.set_lamp(true).send().unwrap();
    assert_eq!(server.only().text(), "true");
    api.set_ratio(0.5).send().unwrap();
    assert_eq!(server.only().text(), "0.5");
    api.set_price(7).send().unwrap();
    assert_eq!(server.only().text(), "7");
    api.set_mood(MoodBody::Fine).send().unwrap();
    assert_eq!(server.only().text(), r#""fine""#);
    api.set_level().body(3).send().unwrap();
    assert_eq!(server.only().text(), "3");
}

#[test]
fn a_union_is_sent_with_its_tag() {
    let server = server();
    server.client().care_for_plant(&Watering::new(5).into()).send().unwrap();
    assert_eq!(server.only().json(), json!({"kind": "water", "liters": 5}));
    server.client().care_for_plant(&Pruning::new().with_branches(2).into()).send().unwrap();
    assert_eq!(server.only().json(), json!({"kind": "prune", "branches": 2}));
}

#[test]
fn forms_are_encoded_as_forms() {
    let server = server();
    let body = FillShelfBody::new("a & b=c")
        .with_tall(true)
        .with_levels([1, 2])
        .with_maker(FillShelfBodyMaker::new().with_name("Ada"));
    server.client().fill_shelf(&body).send().unwrap();
    let request = server.only();
    assert_eq!(request.header("Content-Type"), Some("application/x-www-form-urlencoded"));
    let text = request.text().replace('+', "%20");
    let mut pairs: Vec<&str> = text.split('&').collect();
    pairs.sort_unstable();
    assert_eq!(pairs, ["levels=1", "levels=2", "maker%5Bname%5D=Ada", "name=a%20%26%20b%3Dc", "tall=true"]);
}

#[test]
fn a_form_with_files_has_every_part() {
    let server = server();
    let file = |text: &str| Upload::bytes(format!("{text}.png"), text.as_bytes().to_vec());
    let details = Watering::new(4);
    let call = server.client().add_photos(file("one"), "My *fern*");
    call.more([file("two"), file("three")]).year(2026).details(&details).send().unwrap();
    let parts = server.only().parts();
    let found: Vec<_> = parts
        .iter()
        .map(|part| (part.parameter("name"), part.parameter("filename"), String::from_utf8_lossy(&part.content)))
        .collect();
    for expected in [
        (Some("photo"), Some("one.png"), "one".into()),
        (Some("more"), Some("two.png"), "two".into()),
        (Some("more"), Some("three.png"), "three".into()),
        (Some("title"), None, "My *fern*".into()),
        (Some("year"), None, "2026".into()),
        (Some("details"), None, r#"{"liters":4}"#.into()),
    ] {
        assert!(found.contains(&expected), "{expected:?} is missing: {found:?}");
    }
    assert_eq!(found.len(), 6);
    let media_type = |name: &str| parts.iter().find(|part| part.parameter("name") == Some(name))?.media_type();
    assert_eq!(media_type("title"), Some("text/markdown"));
    assert_eq!(media_type("details"), Some("application/json"));
}

#[test]
fn every_kind_of_body_may_be_optional() {
    let server = server();
    let api = server.client();
    let sent = || {
        let request = server.only();
        (String::from_utf8(request.body.clone()).unwrap(), request.header("Content-Type").map(str::to_owned))
    };
    api.replace_plan().send().unwrap();
    assert_eq!(sent(), (String::new(), None));
    api.replace_plan().body(&vec![1, 2].into()).send().unwrap();
    assert_eq!(sent().0, "[1,2]");
    api.replace_plan().body(&Pruning::new().with_branches(1).into()).send().unwrap();
    assert_eq!(sent().0, r#"{"branches":1}"#);
    api.place_orders().send().unwrap();
    assert_eq!(sent().1, None);
    api.place_orders().body(&["a".to_owned()]).send().unwrap();
    assert_eq!(sent().0, r#"["a"]"#);
    api.set_seal().send().unwrap();
    assert_eq!(sent().1, None);
    api.set_seal().body(*b"wax").send().unwrap();
    assert_eq!(sent(), ("wax".to_owned(), Some("application/octet-stream".to_owned())));
    api.set_badge().text("t").send().unwrap();
    assert!(sent().0.contains("\r\n\r\nt\r\n"));
    api.set_badge().send_part("s").self_("t").send().unwrap();
    assert!(sent().0.contains("name=\"self\""));
    api.set_badge().icon(Upload::bytes("i.png", *b"i")).text("t").send().unwrap();
    assert!(sent().0.contains("i.png"));
}

#[test]
fn the_media_type_is_the_declared_one() {
    let server = server();
    server.client().change_plan(&Watering::new(1)).send().unwrap();
    let request = server.only();
    assert_eq!(
        (request.text(), request.header("Content-Type")),
        (r#"{"liters":1}"#, Some("application/merge-patch+json"))
    );
    server.client().delete_plan(&Pruning::new().with_branches(2)).send().unwrap();
    let request = server.only();
    assert_eq!((request.method(), request.text()), ("DELETE", r#"{"branches":2}"#));
}

#[test]
fn any_other_body_is_sent_as_it_is() {
    let server = server();
    server.client().set_notes("dry\nsoil").send().unwrap();
    let request = server.only();
    assert_eq!((request.text(), request.header("Content-Type")), ("dry\nsoil", Some("text/plain")));
}
