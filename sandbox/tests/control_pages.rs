//! Control over HTTP, and the page at `/`.

use crate::common::{Api, header};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Sandbox;
use ureq::http::Request;

#[test]
fn faults() {
    let api = Api::start();
    let fault =
        json!({"status": 429, "headers": {"retry-after": "2"}, "on": "GetUser", "times": 2, "afterActing": true});
    api.control("POST", "faults", fault).ok(200);
    api.control("POST", "faults", json!({"status": 500, "times": null})).ok(200);
    assert_eq!([0; 4].map(|_| api.get("/users/x").status), [429, 429, 500, 500]);
    let faults = api.control("GET", "faults", Value::Null).ok(200)["faults"].clone();
    assert_eq!((&faults[0]["hits"], &faults[1]["hits"], &faults[1]["times"]), (&json!(2), &json!(2), &Value::Null));
    // Returned faults can be added again.
    api.control("DELETE", "faults", Value::Null).ok(200);
    assert_eq!(api.get("/users/x").status, 404);
    api.control("POST", "faults", faults[0].clone()).ok(200);
    assert_eq!([0; 3].map(|_| api.get("/users/x").status), [429, 429, 404]);

    let rejected = |body: Value, title: &str| api.control("POST", "faults", body).fails(400, "bad_request", title);
    rejected(json!({"status": 429, "on": "GetUsr"}), "GetUsr");
    rejected(json!({"status": 429, "time": 2}), "unknown field `time`");
    rejected(json!({"kind": "explode"}), "explode");
    rejected(json!({}), "status: required");
    rejected(Value::Null, "body");
}

#[test]
fn the_journal() {
    let api = Api::start();
    api.user("steve");
    api.get("/users/steve").ok(200);
    let journal = |query: &str| {
        let requests = api.control("GET", &format!("journal{query}"), Value::Null).ok(200)["requests"].clone();
        requests.as_array().expect("requests").clone()
    };
    assert_eq!(journal("").len(), 2);
    let posts = journal("?operation=CreateUser");
    assert_eq!(
        (posts.len(), &posts[0]["body"], &posts[0]["keyId"]),
        (1, &json!({"externalId": "steve"}), &json!("app_sandbox"))
    );
    api.control("DELETE", "journal", Value::Null).ok(200);
    assert_eq!(journal("").len(), 0);
}

#[test]
fn snapshots_reset_and_clock() {
    let api = Api::of(Sandbox::builder().deterministic().start().expect("a sandbox"));
    api.user("steve");
    let snapshot = api.control("GET", "snapshot", Value::Null).ok(200);
    api.user("ada");
    assert_eq!(
        api.control("POST", "clock/advance", json!({"seconds": 1.5})).ok(200),
        json!({"now": "2026-01-01T00:00:01.502Z"})
    );
    api.control("PUT", "snapshot", snapshot).ok(200);
    assert_eq!(api.control("GET", "clock", Value::Null).ok(200), json!({"now": "2026-01-01T00:00:00.001Z"}));
    api.get("/users/steve").ok(200);
    api.get("/users/ada").fails(404, "not_found", "user");
    api.control("POST", "reset", Value::Null).ok(200);
    api.get("/users/steve").fails(404, "not_found", "user");

    api.control("PUT", "snapshot", json!({"snapshot": 1})).fails(400, "bad_request", "missing field");
    api.control("POST", "clock/advance", json!({"seconds": -1})).fails(400, "bad_request", "/seconds");
}

#[test]
fn a_snapshot_larger_than_any_json_of_the_api() {
    let api = Api::start();
    let mut snapshot = api.control("GET", "snapshot", Value::Null).ok(200);
    snapshot["state"]["apps"][0]["metadata"] = json!({"big": "x".repeat(8_000_000)});
    api.control("PUT", "snapshot", snapshot).ok(200);
}

#[test]
fn what_happens_outside_of_the_api() {
    let api = Api::start();
    let steve = api.user("ste ve/x");
    let path = format!("apps/{}/simulate", api.sandbox.app_id());
    let simulate = |what: Value| api.control("POST", &path, what);
    simulate(json!({"type": "addEmailIdentity", "user": "ste ve/x", "email": "s@b.example"})).ok(200);
    let found = api.get("/users?filter[identities.email]=s@b.example").ok(200);
    assert_eq!(found["users"][0]["id"], json!(steve));

    let device = simulate(json!({"type": "addDevice", "user": steve, "platform": "ios"})).ok(200)["deviceId"].clone();
    assert_eq!(api.get(&format!("/users/{steve}/devices")).ok(200)["devices"][0]["id"], device);

    let conversation = api.conversation(&steve);
    let client = json!({
        "matchCriteria": {"type": "whatsapp", "integrationId": api.channel("whatsapp"), "phoneNumber": "+15145550100"},
        "confirmation": {"type": "prompt"}, "target": {"conversationId": conversation},
    });
    let client = api.post(&format!("/users/{steve}/clients"), client).ok(201)["client"]["id"].clone();
    simulate(json!({"type": "confirmClient", "user": steve, "client": client})).ok(200);
    let clients = api.get(&format!("/users/{steve}/clients")).ok(200)["clients"].clone();
    let confirmed = clients.as_array().expect("clients").iter().find(|own| own["id"] == client).expect("the client");
    assert_eq!(confirmed["status"], "active");
    simulate(json!({"type": "confirmClient", "user": steve, "client": client})).fails(404, "not_found", "pending");

    let message = json!({"author": {"type": "user", "userId": steve}, "content": {"type": "text", "text": "Oh"}});
    let messages = format!("/conversations/{conversation}/messages");
    let message = api.post(&messages, message).ok(201)["messages"][0]["id"].clone();
    simulate(json!({"type": "unsendMessage", "conversation": conversation, "message": message})).ok(200);
    assert_eq!(api.get(&messages).ok(200)["messages"][0]["deleted"], true);

    let data = json!({"title": "A list"});
    let url = simulate(json!({"type": "addMessageRef", "data": data})).ok(200)["url"].clone();
    assert!(url.as_str().is_some_and(|url| url.starts_with(api.sandbox.base_url())), "{url}");

    simulate(json!({"type": "setZendeskUser", "zendeskId": "7", "user": {"givenName": "Stephen"}})).ok(200);
    simulate(json!({"type": "linkZendeskUser", "user": steve, "zendeskId": "7"})).ok(200);
    assert_eq!(api.post("/users/7/sync", json!({})).ok(200)["user"]["profile"]["givenName"], "Stephen");
    api.user("sue");
    simulate(json!({"type": "linkZendeskUser", "user": "sue", "zendeskId": "7"})).fails(
        409,
        "conflict",
        "another user",
    );
    simulate(json!({"type": "mergeUsers", "surviving": "sue", "discarded": steve})).ok(200);
    api.get(&format!("/users/{steve}")).fails(404, "not_found", "user");

    simulate(json!({"type": "mergeUsers", "surviving": "sue", "discarded": "sue"})).fails(
        400,
        "bad_request",
        "users are the same",
    );
    simulate(json!({"type": "addDevice", "user": "unknown", "platform": "ios"})).fails(404, "not_found", "user");
    simulate(json!({"type": "addDevice", "user": "sue", "platform": "tv"})).fails(400, "bad_request", "tv");
    simulate(json!({"type": "explode"})).fails(400, "bad_request", "explode");
    simulate(json!({"type": "addDevice", "user": "sue", "platform": "ios", "x": 1})).fails(400, "bad_request", "x");
    let other = json!({"type": "addEmailIdentity", "user": "sue", "email": "a@b.example"});
    api.control("POST", "apps/other/simulate", other).fails(404, "not_found", "app");
}

#[test]
fn only_for_this_machine_s_own_programs() {
    let api = Api::start();
    let url = api.at("/sandbox/state");
    let port = api.sandbox.base_url().rsplit(':').next().expect("a port").to_owned();
    let ask = |name: &str, value: &str| api.send(Request::get(&url).header(name, value), Vec::new());
    for host in [format!("localhost:{port}"), "127.0.0.1".to_owned(), format!("[::1]:{port}")] {
        ask("host", &host).ok(200);
        ask("origin", &format!("http://{host}")).ok(200);
    }
    for host in ["sandbox.example", "localhost.example:80", "10.0.0.1"] {
        ask("host", host).fails(403, "forbidden", "localhost");
        ask("origin", &format!("http://{host}")).fails(403, "forbidden", "other sites");
    }
    ask("origin", "null").fails(403, "forbidden", "other sites");
    let page = api.at("/");
    api.send(Request::get(page).header("host", "sandbox.example"), Vec::new()).fails(403, "forbidden", "localhost");
    // In a DNS rebinding attack, the page knows the public keys of a sandbox.
    for path in
        [api.url("/users/x"), api.at("/v2/apps"), api.at("/attachments/a/b/c"), api.at("/oauth/code"), api.at("/x")]
    {
        let request = |host: &str| Request::get(&path).header("host", host).header("authorization", api.bearer());
        api.send(request("sandbox.example"), Vec::new()).fails(403, "forbidden", "isn't this machine");
        let response = api.try_raw(request("localhost"), "").expect("a response");
        assert!(!response.into_body().contains("isn't this machine"), "{path}");
    }
}

#[test]
fn a_sandbox_for_other_machines_accepts_their_hosts() {
    let builder = Sandbox::builder().host([0, 0, 0, 0].into()).control_token("t0ken-of-the-tests");
    let api = Api::of(builder.start().expect("a sandbox"));
    let users = Request::get(api.url("/users/x")).header("host", "sandbox.example");
    api.send(users.header("authorization", api.bearer()), Vec::new()).fails(404, "not_found", "user");
    let page = Request::get(api.at("/")).header("host", "sandbox.example");
    api.send(page, Vec::new()).fails(401, "unauthorized", "control token");
}

#[test]
fn an_uploaded_page_cannot_run() {
    let api = Api::start();
    let upload = |name: &str, media_type: &str| {
        let head = format!(
            "Content-Disposition: form-data; name=\"source\"; filename=\"{name}\"\r\nContent-Type: {media_type}"
        );
        let request = Request::post(api.url("/attachments?access=public")).header("authorization", api.bearer());
        let request = request.header("content-type", "multipart/form-data; boundary=b");
        let form = format!("--b\r\n{head}\r\n\r\n<script>\r\n--b--\r\n");
        let attachment = api.send(request, form.into_bytes()).ok(201)["attachment"].clone();
        api.raw(Request::get(attachment["mediaUrl"].as_str().expect("a URL")), Vec::new())
    };
    for (name, media_type, disposition) in [
        ("page.html", "text/html", "attachment; filename*=UTF-8''page%2Ehtml"),
        ("a.svg", "image/svg+xml", "attachment; filename*=UTF-8''a%2Esvg"),
        ("a b;é.png", "image/png", "inline; filename*=UTF-8''a%20b%3B%C3%A9%2Epng"),
        ("a.mp4", "video/mp4", "inline; filename*=UTF-8''a%2Emp4"),
        ("a.pdf", "application/pdf", "attachment; filename*=UTF-8''a%2Epdf"),
    ] {
        let response = upload(name, media_type);
        let header = |name: &str| response.headers()[name].to_str().expect("text").to_owned();
        assert_eq!(header("content-disposition"), disposition);
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("content-security-policy").starts_with("sandbox;"));
        assert_eq!(header("content-type"), media_type);
    }
}

#[test]
fn routes_that_are_none() {
    let api = Api::start();
    api.control("GET", "nothing", Value::Null).fails(404, "not_found", "unknown control route");
    let request = Request::put(api.at("/sandbox/journal"));
    let response = api.try_raw(request, "").expect("a response");
    assert_eq!((response.status().as_u16(), header(&response, "allow")), (405, "DELETE, GET, HEAD"));
}

#[test]
fn the_document() {
    let api = Api::start();
    let request = Request::get(api.at("/sandbox/openapi.yaml"));
    assert_eq!(api.try_raw(request, "").expect("a response").body(), include_str!("../../openapi.yaml"));
}

/// A proxy may forward `https://host.example/sandbox/` to the sandbox, so the page doesn't use absolute paths.
#[test]
fn the_page_works_below_a_path() {
    let api = Api::start();
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/page")).expect("a folder") {
        let name = file.expect("a file").file_name().to_string_lossy().into_owned();
        let request = Request::get(api.at(&format!("/sandbox/page/{name}")));
        let response = api.raw(request, Vec::new());
        let text = String::from_utf8_lossy(response.body()).into_owned();
        for absolute in ["\"/sandbox", "`/sandbox", "\"/v2", "`/v2", "location.origin"] {
            assert!(response.status() == 200 && !text.contains(absolute), "{name}: {absolute}");
        }
    }
}
