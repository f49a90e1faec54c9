use serde_json::Value;
use sunshine_conversations::operations::OPERATIONS;

use crate::server::Server;

#[test]
fn every_operation_is_generated() {
    let document: Value = serde_json::from_str(include_str!("../../openapi.yaml")).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let declared = paths.values().map(|item| item.as_object().unwrap().len()).sum::<usize>();
    assert_eq!(OPERATIONS.len(), declared);
}

#[test]
fn operations_named_like_methods_have_other_names() {
    let server = Server::responding("");
    let api = server.client();
    // `clone` and `request` are methods of the client.
    api.clone().clone_operation("1", "s").send().unwrap();
    api.request_operation("2", "s").crate_("v").send().unwrap();
    api.builder_operation("3", "s").send().unwrap();
    api.send("4", "s").send().unwrap();
    api.new_operation("5").new_parameter("n").from_date("d").send().unwrap();
    let received: Vec<String> = server.take().into_iter().map(|request| request.path().to_owned()).collect();
    assert_eq!(received, ["/op1/1", "/op7/2", "/op5/3", "/op0/4", "/new/5"]);
}

#[test]
fn operations_named_like_types_and_keywords() {
    let server = Server::responding("");
    let api = server.client();
    api.option("1", "s").send().unwrap();
    api.result("1", "s").send().unwrap();
    api.string("1", "s").send().unwrap();
    api.vec("1", "s").send().unwrap();
    api.type_("1", "s").send().unwrap();
    api.match_("1", "s").send().unwrap();
    api.self_("1", "s").send().unwrap();
    api.n2fa("1", "s").send().unwrap();
    assert_eq!(server.take().len(), 8);
}

#[test]
fn names_that_occur_twice_get_a_suffix() {
    let server = Server::responding("");
    let api = server.client();
    api.get_thing("1", "s").send().unwrap();
    api.get_thing_operation("1", "s").send().unwrap();
    api.get_thing_2("1", "s").send().unwrap();
    api.same_id().send().unwrap();
    api.same_id_operation().send().unwrap();
    api.delete_no_name_id("n").send().unwrap();
    api.odd_path("1", "2", "3").send().unwrap();
    let received: Vec<String> = server.take().into_iter().map(|request| format!("{} {}", request.method(), request.path())).collect();
    assert_eq!(
        received,
        [
            "GET /op14/1",
            "GET /op15/1",
            "GET /op16/1",
            "GET /same/one",
            "GET /same/two",
            "DELETE /no/n/id",
            "GET /odd/1.json/2/3"
        ]
    );
}

#[test]
fn parameters_keep_their_names() {
    let server = Server::responding("");
    let api = server.client();
    let sent = || server.only().query().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    api.send("1", "x").self_("y").send().unwrap();
    assert_eq!(sent(), ["style", "self"]);
    api.call_operation("1", "x").name("y").send().unwrap();
    assert_eq!(sent(), ["[]", "name"]);
    api.app_operation("1", "x").value("y").send().unwrap();
    assert_eq!(sent(), ["a[b]", "value"]);
    api.download_operation("1", "x").kind("y").send().unwrap();
    assert_eq!(sent(), ["{{x}}", "kind"]);
    api.option("1", "x").into_parameter("y").send().unwrap();
    assert_eq!(sent(), ["self2", "into"]);
}
