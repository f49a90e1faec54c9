use sunshine_conversations::ApiClient;
use sunshine_conversations::models::Fax;

use crate::server::Server;

// `expect` fails without such a warning.

#[expect(deprecated)]
fn send(api: &ApiClient, fax: &Fax) -> Fax {
    api.send_fax(fax).send().unwrap()
}

#[expect(deprecated)]
fn find(api: &ApiClient) {
    api.find_letters().stamp("s").send().unwrap();
}

#[expect(deprecated)]
fn roll(fax: &Fax) -> Option<&str> {
    fax.roll.as_deref()
}

#[expect(deprecated)]
fn with_roll(fax: Fax) -> Fax {
    fax.with_roll("r")
}

#[test]
#[deny(deprecated)]
fn the_rest_is_not_deprecated() {
    let server = Server::responding(r#"{"pages":1,"roll":"r"}"#);
    let api = server.client();
    let fax = with_roll(Fax::new().with_pages(1));
    assert_eq!(roll(&send(&api, &fax)), Some("r"));
    assert_eq!((server.only().text(), fax.pages), (r#"{"pages":1,"roll":"r"}"#, Some(1)));
    let server = Server::responding("");
    find(&server.client());
    server.client().find_letters().town("t").send().unwrap();
}
