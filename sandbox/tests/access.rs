//! The sandbox in a container or as a service: hosts, tokens, public URLs and the health check.

use crate::common::{Api, header};
use serde_json::json;
use sunshine_conversations_sandbox::{Sandbox, SandboxBuilder};
use ureq::http::Request;

const TOKEN: &str = "t0ken-of-the-tests";

fn container() -> SandboxBuilder {
    Sandbox::builder().host([0, 0, 0, 0].into()).control_token(TOKEN).public_url("http://sandbox.test:9000/")
}

#[test]
fn another_host_needs_a_control_token() {
    let error = Sandbox::builder().host([0, 0, 0, 0].into()).start().expect_err("an error");
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert!(error.to_string().contains("set a control token (`--control-token`"), "{error}");
    for token in ["", "short", "with spaces in it", "semi;colon-token"] {
        let error = Sandbox::builder().control_token(token).start().expect_err("an error");
        assert!(error.to_string().contains("at least 8 characters"), "{token}: {error}");
    }
    for url in ["sandbox.test", "ftp://sandbox.test", "http://", "http://a/?b", "http://a/#b", "http://a:b@c/"] {
        let error = Sandbox::builder().public_url(url).start().expect_err("an error");
        assert!(error.to_string().contains("public URL"), "{url}: {error}");
    }
}

/// The address that the sandbox listens on, because its base URL is the public one.
fn local(builder: SandboxBuilder) -> (Api, String) {
    let api = Api::of(builder.start().expect("a sandbox"));
    let address = api.sandbox.local_url();
    (api, address)
}

#[test]
fn remote_clients_control_it_with_the_token() {
    let (api, address) = local(container());
    let ask = |path: &str, headers: &[(&str, &str)]| {
        let request = Request::get(format!("{address}{path}")).header("host", "sandbox.test:9000");
        api.raw(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)), Vec::new())
    };
    let bearer = format!("Bearer {TOKEN}");
    for path in ["/sandbox/state", "/", "/sandbox/events", "/sandbox/page/index.html"] {
        let response = ask(path, &[]);
        assert_eq!(response.status(), 401, "{path}");
        assert!(String::from_utf8_lossy(response.body()).contains("control token"));
    }
    assert_eq!(ask("/sandbox/state", &[("authorization", &bearer)]).status(), 200);
    assert_eq!(ask("/sandbox/state", &[("authorization", "Bearer another")]).status(), 401);
    assert_eq!(ask("/sandbox/health", &[]).status(), 200);
    // Without the token, only local clients.
    let local = api.raw(Request::get(format!("{address}/sandbox/state")), Vec::new());
    assert_eq!(local.status(), 200);
}

#[test]
fn a_browser_signs_in_once() {
    let (api, address) = local(container());
    let ask = |path: &str, cookie: &str, origin: Option<&str>| {
        let request = Request::get(format!("{address}{path}")).header("host", "sandbox.test:9000");
        let request = request.header("cookie", cookie);
        let request = origin.into_iter().fold(request, |request, origin| request.header("origin", origin));
        api.raw(request, Vec::new())
    };
    assert_eq!(ask("/?token=wrong", "", None).status(), 401);
    let response = ask(&format!("/?token={TOKEN}"), "", None);
    assert_eq!((response.status().as_u16(), header(&response, "location")), (303, "./"));
    let cookie = header(&response, "set-cookie").to_owned();
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
    let cookie = cookie.split(';').next().expect("a cookie");
    assert_eq!(ask("/", cookie, None).status(), 200);
    assert_eq!(ask("/sandbox/state", cookie, Some("http://sandbox.test:9000")).status(), 200);
    assert_eq!(ask("/sandbox/state", cookie, Some("http://other.test")).status(), 401);
}

#[test]
fn the_public_url_is_in_every_url() {
    let (api, address) = local(container());
    assert_eq!(api.sandbox.base_url(), "http://sandbox.test:9000");
    let app = api.sandbox.app_id();
    let form = "--b\r\nContent-Disposition: form-data; name=\"source\"; filename=\"a.txt\"\r\n\r\nHi\r\n--b--\r\n";
    let upload = Request::post(format!("{address}/v2/apps/{app}/attachments?access=public"))
        .header("authorization", api.bearer())
        .header("content-type", "multipart/form-data; boundary=b");
    let attachment = api.send(upload, form.into()).ok(201)["attachment"]["mediaUrl"].clone();
    let url = attachment.as_str().expect("a URL");
    let path = url.strip_prefix("http://sandbox.test:9000").expect("the public URL");
    assert_eq!(api.raw(Request::get(format!("{address}{path}")), Vec::new()).body(), b"Hi");
    let simulate = Request::post(format!("{address}/sandbox/apps/{app}/simulate"));
    let reference = api.send(simulate, json!({"type": "addMessageRef", "data": {}}).to_string().into()).ok(200);
    assert!(reference["url"].as_str().is_some_and(|url| url.starts_with("http://sandbox.test:9000/")), "{reference}");
}

#[test]
fn a_proxy_on_this_machine_may_use_the_public_host() {
    let (api, address) = local(Sandbox::builder().public_url("https://sandbox.test"));
    let users = format!("{address}/v2/apps/{}/users/x", api.sandbox.app_id());
    let ask = |host: &str| {
        let request = Request::get(&users).header("host", host).header("authorization", api.bearer());
        api.send(request, Vec::new())
    };
    ask("sandbox.test").fails(404, "not_found", "user");
    ask("other.test").fails(403, "forbidden", "isn't this machine");
}

#[test]
fn health_is_open_to_everyone() {
    let api = Api::start();
    let request =
        Request::get(api.at("/sandbox/health")).header("host", "any.test").header("origin", "http://any.test");
    assert_eq!(api.send(request, Vec::new()).ok(200)["status"], "ok");
    assert_eq!(api.sandbox.journal().len(), 0);
}

#[test]
fn paths_may_start_with_sc() {
    let api = Api::start();
    let steve = api.user("steve");
    let user = |prefix: &str| {
        let url = api.at(&format!("{prefix}/v2/apps/{}/users/steve", api.sandbox.app_id()));
        api.call("GET", &url, None)
    };
    assert_eq!(user("/sc").ok(200)["user"]["id"], json!(steve));
    assert_eq!(user("").ok(200)["user"]["id"], json!(steve));
    user("/sc/sc").fails(404, "not_found", "unknown operation");
    let entry = &api.sandbox.requests_to("GetUser").expect("an operation")[0];
    assert!(entry.path.starts_with("/sc/v2/"), "{}", entry.path);
    let request = Request::put(api.at(&format!("/sc/v2/apps/{}/users/steve", api.sandbox.app_id())));
    let response = api.raw(request.header("authorization", api.bearer()), Vec::new());
    assert_eq!((response.status().as_u16(), header(&response, "allow")), (405, "DELETE, GET, HEAD, PATCH"));
}
