use sunshine_conversations::models::Hostile;

use crate::server::Server;

// The rest of the rule is tested by clippy, rustdoc and doctests.

#[test]
fn the_api_can_be_used() {
    let server = Server::responding(r#"{"a":"1"}"#);
    let response = server.client().describe_badly("x").q("q").body(&Hostile::new("b").with_i("{{i}}")).send().unwrap();
    assert_eq!((response.a.as_str(), server.only().text()), ("1", r#"{"a":"b","i":"{{i}}"}"#));
}
