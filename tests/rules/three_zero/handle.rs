use sunshine_conversations::{ApiClient, AppClient, Call, operations::SearchGardens, operations::ShareGarden};

use crate::server::Server;

/// Called if the handle doesn't have the method of an operation.
trait NotOnHandle {
    fn share_garden(&self) -> &'static str {
        "missing"
    }

    fn search_gardens(&self) -> &'static str {
        "missing"
    }
}

impl NotOnHandle for AppClient {}

#[test]
fn a_handle_passes_the_app_id() {
    let server = Server::responding("");
    let app = server.client().app("rose 1");
    app.find_bed("b1", "spring").send().unwrap();
    let request = server.only();
    assert_eq!(request.path(), "/gardens/rose%201/beds/b1");
    assert_eq!(request.header("X-Season"), Some("spring"));
    assert_eq!((app.id().as_str(), app.client().base_url()), ("rose 1", server.client().base_url()));
}

#[test]
fn operations_named_like_methods_of_the_handle_are_renamed() {
    let server = Server::responding("");
    let app = server.client().app("a");
    app.client_operation().send().unwrap();
    assert_eq!(server.only().path(), "/gardens/a/client");
    #[allow(deprecated)]
    app.id_operation().send().unwrap();
    assert_eq!(server.only().path(), "/gardens/a/id");
}

#[test]
fn other_operations_are_methods_of_the_client_only() {
    let app = Server::responding("").client().app("a");
    assert_eq!((app.share_garden(), app.search_gardens()), ("missing", "missing"));
    let flat = |api: &ApiClient| -> (Call<ShareGarden>, Call<SearchGardens>) {
        (api.share_garden("p", "a"), api.search_gardens("a"))
    };
    assert!(format!("{:?}", flat(app.client())).contains("/partners/p/gardens/a"));
}
