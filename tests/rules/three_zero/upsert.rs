use sunshine_conversations::ApiClient;
use sunshine_conversations::models::*;

use crate::server::{Server, json as json_response};

/// Called if the client doesn't have the method.
trait Missing {
    fn upsert_lid(&self) -> &'static str {
        "missing"
    }
}

impl Missing for ApiClient {}

#[test]
fn an_object_is_created_or_updated_by_its_external_id() {
    let server = Server::handle(|request| match request.method() {
        "POST" => json_response(409, "{}"),
        _ => json_response(200, r#"{"jar":{"id":"j"}}"#),
    });
    let jar = JarCreate::new().with_external_id("x").with_room_id("r").with_label("plums");
    assert!(!server.client().upsert_jar("s", &jar).send().unwrap().created);
    let requests = server.take();
    assert_eq!(requests[0].text(), r#"{"externalId":"x","roomId":"r","label":"plums"}"#);
    assert_eq!((requests[1].path(), requests[1].raw_query()), ("/shelves/s/jars/x", "roomId=r"));
    assert_eq!(requests[1].text(), r#"{"label":"plums"}"#);
}

#[test]
fn other_objects_do_not_have_the_method() {
    assert_eq!(Server::responding("").client().upsert_lid(), "missing");
}
