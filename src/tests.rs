//! Tests of kinds of calls that the API's document may not contain: their own operations, against a local server.

#![allow(dead_code, reason = "the models of the tests have methods that no test calls")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::json;

use crate::call::Call;
use crate::call::cursors::{page, page_links, page_meta};
use crate::call::page::{Listing, PageSize, Paginated};
use crate::decode::model::model;
use crate::http::Method;
use crate::request::operation::{Decode, Endpoint, Operation, Sealed, bytes, ignored, nothing, optional, text};
use crate::request::parameters::{Style, path_text};
use crate::transport::proxy::Environment;
use crate::{ErrorKind, Json, RetryPolicy, Upload};

#[path = "../tests/support/server.rs"]
mod server;

use server::{Request, Server, Step, refusal, response};

/// Declares an operation.
macro_rules! operation {
    ($name:ident, $method:ident, $path:literal, $output:ty $(, $item:item)* $(; decode $decode:expr)?) => {
        enum $name {}

        impl Sealed for $name {}

        impl Endpoint for $name {
            const METHOD: Method = Method::$method;
            const PATH: &'static str = $path;
        }

        impl Operation for $name {
            const NAME: &'static str = stringify!($name);
            $($item)*
            type Output = $output;
            $(fn decode(_status: u16, body: &[u8]) -> serde_json::Result<$output> {
                $decode(body)
            })?
        }
    };
}

operation!(GetAny, GET, "/things/{level}", Json);
operation!(PostAny, POST, "/things", Json);
operation!(GetBytes, GET, "/file", Vec<u8>; decode bytes);
operation!(GetText, GET, "/text", String; decode text);
operation!(GetOptional, GET, "/optional", Option<Vec<i64>>; decode optional);
operation!(GetNothing, DELETE, "/nothing", (); decode nothing);
operation!(GetIgnored, DELETE, "/ignored", (); decode ignored);

fn ok() -> Server {
    Server::always(server::json(200, "{}"))
}

/// Sends a call and returns the request that the server received.
fn sent<O: Endpoint>(parameters: &[(&str, &str)], set: impl FnOnce(Call<O>) -> Call<O>) -> Request {
    let server = ok();
    set(server.client().call(parameters)).send().map(drop).unwrap();
    server.request()
}

/// Sends a call that is rejected before it is sent, and returns the error.
fn rejected<O: Endpoint>(set: impl FnOnce(Call<O>) -> Call<O>) -> String {
    let server = ok();
    let error = set(server.client().call(&[("level", "1")])).send().err().unwrap();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::InvalidInput, 0));
    assert!(server.requests().is_empty());
    error.to_string().split_once(": ").unwrap().1.to_owned()
}

#[test]
fn parameters_are_sent_in_their_style() {
    let request = sent::<GetAny>(&[("level", &path_text(&3))], |call| {
        call.query_parameter("ids", Style::Form, &["x", "y z"])
            .query_parameter("deep", Style::Deep, &json!({"on": true, "tags": [1, 2], "user": {"id": "u"}}))
            .query_parameter("old", Style::Form, "1")
            .query_parameter("old", Style::Form, &false)
            .query_parameter("joined", Style::FormJoined, &[1, 2])
            .query_parameter("none", Style::Form, &None::<String>)
            .header_parameter("X-Ids", &["a", "b"])
            .header_parameter("X-Flag", &true)
            .header_parameter("X-None", &None::<i64>)
            .cookie_parameter("session", "s3cret-value")
            .cookie_parameter("n", &[1, 2])
            .query("raw", "1")
    });
    assert_eq!(
        request.target(),
        "/things/3?ids=x&ids=y%20z&deep%5Bon%5D=true&deep%5Btags%5D=1&deep%5Btags%5D=2&deep%5Buser%5D%5Bid%5D=u\
         &old=false&joined=1,2&raw=1"
    );
    assert_eq!((request.header("x-ids"), request.header("x-flag")), (Some("a,b"), Some("true")));
    assert_eq!(request.header("x-none"), None);
    assert_eq!(request.header("cookie"), Some("session=s3cret-value; n=1,2"));
}

#[test]
fn cookies_are_added_to_a_cookie_header() {
    let request = sent::<PostAny>(&[], |call| call.cookie_parameter("a", "1").header("Cookie", "own=2"));
    assert_eq!(request.header("cookie"), Some("own=2; a=1"));
}

#[test]
fn invalid_parameters_are_rejected_with_their_name() {
    let line = "x\r\nX-Evil: y";
    let header = |call: Call<GetAny>| call.header_parameter("X-Name", line);
    assert_eq!(rejected(header), "X-Name: header value contains invalid characters");
    let cookie = |call: Call<GetAny>| call.cookie_parameter("session", "a; b=c");
    assert_eq!(rejected(cookie), "session: cookie value contains invalid characters");
    let empty = |call: Call<GetAny>| call.query_parameter("ids", Style::Form, &[0_u8; 0]);
    assert_eq!(rejected(empty), "ids: must not be empty");
    let object = |call: Call<GetAny>| call.query_parameter("filter", Style::Deep, &json!({}));
    assert_eq!(rejected(object), "filter: set at least one field");
    let error = ok().client().call::<GetAny>(&[("level", &path_text(&json!(null)))]).send().unwrap_err();
    assert_eq!(error.to_string(), "GET /things/: level: must not be empty");
}

#[test]
fn a_cookie_is_masked_in_errors() {
    let server = Server::always(refusal(400, "bad_request", "session s3cret-value is too old"));
    let call = server.client().call::<PostAny>(&[]).cookie_parameter("session", "s3cret-value");
    assert!(call.send().unwrap_err().to_string().ends_with("session *** is too old"));
}

#[derive(Serialize)]
struct Form {
    name: &'static str,
    tags: [i64; 2],
    user: BTreeMap<&'static str, bool>,
}

#[test]
fn forms_and_other_bodies_have_their_media_type() {
    let request = sent::<PostAny>(&[], |call| {
        let user = BTreeMap::from([("vip", true)]);
        call.json_body("replaced").form_body(&Form { name: "Zoë & co", tags: [1, 2], user })
    });
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(request.text(), "name=Zo%C3%AB%20%26%20co&tags=1&tags=2&user%5Bvip%5D=true");
    let request = sent::<PostAny>(&[], |call| call.form_body(&json!({"a": 1})).raw_body("text/plain", "Hi\n"));
    assert_eq!((request.header("content-type"), request.text()), (Some("text/plain"), "Hi\n"));
    assert_eq!(request.header("content-length"), Some("3"));
    let request = sent::<PostAny>(&[], |call| call.raw_body("text/plain", "Hi").json_body(&[1]).json_body(&["last"]));
    assert_eq!((request.header("content-type"), request.text()), (Some("application/json"), "[\"last\"]"));
    assert_eq!(rejected::<PostAny>(|call| call.form_body(&7)), "body: a form must be an object");
    let invalid = rejected::<PostAny>(|call| call.raw_body("text/plain\r\n", ""));
    assert_eq!(invalid, "body: the media type contains invalid characters");
}

#[test]
fn a_secret_of_a_form_is_masked_in_errors() {
    let server = Server::always(refusal(400, "bad_request", "wrong: hush-hush and part-secret"));
    let form = server.client().call::<PostAny>(&[]).form_body(&json!({"secret": "hush-hush"}));
    assert!(form.send().unwrap_err().to_string().contains("wrong: *** and part-secret"));
    let parts = server.client().call::<PostAny>(&[]).part("secret", "part-secret", None);
    assert!(parts.send().unwrap_err().to_string().contains("wrong: hush-hush and ***"));
}

/// The body of a form, with its boundary replaced.
fn parts(request: &Request) -> String {
    let media_type = request.header("content-type").unwrap();
    request.text().replace(media_type.strip_prefix("multipart/form-data; boundary=").unwrap(), "B")
}

#[test]
fn a_form_has_any_number_of_parts() {
    let request = sent::<PostAny>(&[], |call| {
        call.part("title", "replaced", None)
            .part("tags", &["a", "b"], None)
            .part("flag", &true, None)
            .file_part("photo", Upload::bytes("replaced.png", b"0".as_slice()))
            .part("meta", &json!({"k": [1]}), None)
            .part("none", &None::<String>, None)
            .part("title", "Hi", None)
            .file_part("photo", Upload::bytes("a.png", b"1".as_slice()))
            .file_parts("docs", [Upload::bytes("b.txt", b"2".as_slice()), Upload::bytes("c", b"3".as_slice())])
            .part("list", &[1, 2], Some("application/json"))
            .part("note", "n", Some("text/markdown"))
    });
    assert_eq!(
        parts(&request),
        "--B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\na\r\n\
         --B\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\nb\r\n\
         --B\r\nContent-Disposition: form-data; name=\"flag\"\r\n\r\ntrue\r\n\
         --B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"k\":[1]}\r\n\
         --B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nHi\r\n\
         --B\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n1\r\n\
         --B\r\nContent-Disposition: form-data; name=\"docs\"; filename=\"b.txt\"\r\nContent-Type: text/plain\r\n\r\n2\r\n\
         --B\r\nContent-Disposition: form-data; name=\"docs\"; filename=\"c\"\r\nContent-Type: application/octet-stream\r\n\r\n3\r\n\
         --B\r\nContent-Disposition: form-data; name=\"list\"\r\nContent-Type: application/json\r\n\r\n[1,2]\r\n\
         --B\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: text/markdown\r\n\r\nn\r\n\
         --B--\r\n"
    );
    assert_eq!(request.header("content-length"), Some(request.body.len().to_string().as_str()));
}

#[test]
fn a_form_of_several_files_is_sent_again_unless_a_reader_was_consumed() {
    let busy =
        || vec![Step::Respond(response(429, &[("Retry-After", "0")], "")), Step::Respond(server::json(200, "{}"))];
    let server = Server::script(vec![busy()]);
    let call = server.client().call::<PostAny>(&[]).retry(RetryPolicy::new()).part("a", "1", None);
    call.file_part("b", Upload::bytes("b", b"2".as_slice())).send().unwrap();
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(parts(&requests[0]), parts(&requests[1]));

    let server = Server::script(vec![busy()]);
    let call = server.client().call::<PostAny>(&[]).retry(RetryPolicy::new());
    let call = call.file_part("a", Upload::bytes("a", b"1".as_slice()));
    let error = call.file_part("b", Upload::reader("b", Cursor::new("2"))).send().unwrap_err();
    assert_eq!((error.status(), error.attempts()), (Some(429), 1));

    // Sizes are checked for each file, and the error names its field.
    let api = ok().builder().max_upload_size(3).build().unwrap();
    let call = api.call::<PostAny>(&[]).file_part("a", Upload::bytes("a", b"123".as_slice()));
    let error = call.file_part("b", Upload::bytes("b", b"1234".as_slice())).send().unwrap_err();
    assert_eq!((error.parameter(), error.attempts()), (Some("b"), 0));
    let error = api.call::<PostAny>(&[]).raw_body("text/plain", "1234").send().unwrap_err();
    assert_eq!((error.parameter(), error.attempts()), (Some("body"), 0));
}

#[test]
fn responses_that_are_not_json() {
    let server = Server::always(response(200, &[("Content-Type", "application/pdf")], b"%PDF\xff\0"));
    let file = server.client().call::<GetBytes>(&[]).send_full().unwrap();
    assert_eq!((file.body.as_slice(), file.raw.as_slice()), (b"%PDF\xff\0".as_slice(), b"%PDF\xff\0".as_slice()));
    let error = server.client().call::<GetText>(&[]).send().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("the text is not valid UTF-8"), "{error}");
    server.client().call::<GetIgnored>(&[]).send().unwrap();
    assert_eq!(server.client().call::<GetNothing>(&[]).send().unwrap_err().kind(), ErrorKind::Decode);

    let server = Server::always(response(200, &[], "Grüße"));
    assert_eq!(server.client().call::<GetText>(&[]).send().unwrap(), "Grüße");

    for (body, expected) in [("", None), (" ", None), ("null", None), ("[1,2]", Some(vec![1, 2]))] {
        let server = Server::always(response(200, &[], body));
        assert_eq!(server.client().call::<GetOptional>(&[]).send().unwrap(), expected, "{body:?}");
    }
}

/// An operation with two response schemas.
#[derive(Debug, PartialEq)]
enum CreateOutput {
    Status200(Vec<i64>),
    Status202(String),
    Status204,
}

impl Decode for CreateOutput {
    fn decode(status: u16, body: &[u8]) -> serde_json::Result<Self> {
        match status {
            202 => serde_json::from_slice(body).map(Self::Status202),
            204 => nothing(body).map(|()| Self::Status204),
            _ => serde_json::from_slice(body).map(Self::Status200),
        }
    }
}

operation!(Create, POST, "/create", CreateOutput);

#[test]
fn the_status_code_chooses_the_schema() {
    for (status, body, expected) in [
        (200, "[7]", CreateOutput::Status200(vec![7])),
        (202, "\"job\"", CreateOutput::Status202("job".to_owned())),
        (204, "", CreateOutput::Status204),
    ] {
        let server = Server::always(response(status, &[], body));
        assert_eq!(server.client().call::<Create>(&[]).send().unwrap(), expected);
    }
}

operation!(
    GetPdf, GET, "/pdf", Vec<u8>, const ACCEPT: &'static str = "application/pdf";,
    const SERVER: Option<&'static str> = Some("/v3/");; decode bytes
);

#[test]
fn an_operation_has_its_own_accept_header_and_server() {
    let server = ok();
    let api = server.builder().base_url(format!("{}/sc", server.url())).build().unwrap();
    api.call::<GetPdf>(&[]).send().unwrap();
    api.call::<GetPdf>(&[]).header("Accept", "text/html").send().unwrap();
    api.call::<PostAny>(&[]).send().unwrap();
    let requests = server.requests();
    assert_eq!((requests[0].path(), requests[0].header("accept")), ("/v3/pdf", Some("application/pdf")));
    assert_eq!((requests[1].path(), requests[1].header("accept")), ("/v3/pdf", Some("text/html")));
    assert_eq!((requests[2].path(), requests[2].header("accept")), ("/sc/things", Some("application/json")));
}

#[test]
fn an_absolute_server_gets_the_request_and_its_credentials() {
    let (server, other) = (ok(), ok());
    let on = |server: String| {
        let mut call = ok().client().call::<PostAny>(&[]);
        call.request.server = Some(server.leak());
        call
    };
    on(format!("{}/files", other.url())).send().unwrap();
    assert_eq!(other.request().path(), "/files/things");
    assert!(other.request().header("authorization").is_some());
    assert!(server.requests().is_empty());
    let error = on("http://files.example.com".to_owned()).send().unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Configuration, 0));
    assert!(error.to_string().contains("server http://files.example.com: refusing plain http"), "{error}");
    let error = on("https://{subdomain}.example.com".to_owned()).send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "POST /things: this operation uses the server https://{subdomain}.example.com: set \
         `ApiClientBuilder::subdomain`"
    );
    // The subdomain of the client is used; the error shows the host.
    let api = crate::ApiClient::builder().subdomain("acme").retry(RetryPolicy::none()).build().unwrap();
    let mut call = api.call::<PostAny>(&[]);
    call.request.server = Some("https://{subdomain}.invalid/x");
    assert!(call.send().unwrap_err().to_string().contains("https://acme.invalid/x"));
}

/// The base URL's proxy isn't used for a server that the environment exempts.
#[test]
fn the_environment_decides_about_the_proxy_of_each_server() {
    let (server, proxy) = (ok(), ok());
    let url = proxy.url();
    let environment = Environment::read(|name| (name == "http_proxy").then(|| url.clone()));
    let builder = crate::ApiClient::builder().base_url("http://sunco.example.com").allow_http(true);
    let builder = builder.retry(RetryPolicy::none());
    let api = builder.build_in(environment).unwrap();
    let mut call = api.call::<PostAny>(&[]);
    call.request.server = Some(server.url().leak());
    call.send().unwrap();
    assert_eq!((server.request().path(), proxy.connections()), ("/things", 0));
    api.call::<PostAny>(&[]).send().unwrap_err();
    assert_eq!(proxy.connections(), 1);
    // The proxy of another scheme is read when it is needed.
    let environment = Environment::read(|name| (name == "HTTPS_PROXY").then(|| "gopher://proxy".to_owned()));
    let api = crate::ApiClient::builder().base_url(server.url()).build_in(environment).unwrap();
    let mut call = api.call::<PostAny>(&[]);
    call.request.server = Some("https://files.example.com");
    let error = call.send().unwrap_err();
    assert_eq!((error.kind(), error.repeat()), (ErrorKind::Configuration, crate::error::Repeat::Never));
    assert!(error.to_string().contains("`HTTPS_PROXY`: unknown scheme"), "{error}");
}

#[test]
fn a_binary_response_can_be_streamed() {
    let content: Vec<u8> = (0..=255).cycle().take(3_000_000).collect();
    let busy = response(503, &[("Retry-After", "0")], "");
    let steps = vec![Step::Respond(busy), Step::Respond(response(200, &[("X-Name", "a")], &content))];
    let server = Server::script(vec![steps]);
    let mut reader = server.client().call::<GetBytes>(&[]).retry(RetryPolicy::new()).send_reader().unwrap();
    assert_eq!((reader.status(), reader.headers().get("x-name").unwrap().to_str().unwrap()), (200, "a"));
    let mut read = Vec::new();
    reader.read_to_end(&mut read).unwrap();
    assert!(read == content);
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert!(requests.iter().all(|request| request.header("authorization").is_some()));

    let server = Server::always(refusal(404, "not_found", "no such file"));
    let error = server.client().call::<GetBytes>(&[]).send_reader().unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(404), Some("not_found")));
}

#[test]
fn the_limits_of_a_client_apply_to_a_stream() {
    let server = Server::always(response(200, &[], [0; 1000]));
    let api = server.builder().max_response_size(999).build().unwrap();
    let mut reader = api.call::<GetBytes>(&[]).send_reader().unwrap();
    let error = reader.read_to_end(&mut Vec::new()).unwrap_err();
    let inner = error.get_ref().unwrap().downcast_ref::<crate::Error>().unwrap();
    assert_eq!(inner.kind(), ErrorKind::TooLarge);
    assert!(inner.to_string().contains("exceeds 999 bytes"), "{inner}");

    // The body stalls after the headers: the timeout of the call ends it, not that of an attempt.
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc".to_vec();
    let server = Server::script(vec![vec![Step::Respond(head), Step::Silence]]);
    let policy = RetryPolicy::new().attempt_timeout(Duration::from_millis(300));
    let call = server.client().call::<GetBytes>(&[]).retry(policy).timeout(Duration::from_millis(1500));
    let begun = Instant::now();
    let mut reader = call.send_reader().unwrap();
    let error = reader.read_to_end(&mut Vec::new()).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::TimedOut, "{error}");
    let elapsed = begun.elapsed();
    assert!(elapsed > Duration::from_millis(1200) && elapsed < Duration::from_secs(15), "{elapsed:?}");
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn an_attempt_that_gets_no_headers_is_repeated_for_a_stream() {
    let silent = vec![Step::Silence];
    let server = Server::script(vec![silent, vec![Step::Respond(response(200, &[], "data"))]]);
    let policy = RetryPolicy::new().attempt_timeout(Duration::from_millis(300)).base_delay(Duration::ZERO);
    let call = server.client().call::<GetBytes>(&[]).retry(policy).timeout(Duration::from_secs(15));
    let mut text = String::new();
    call.send_reader().unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "data");
}

// Listings.

model! {
    /// Cursors.
    pub struct Meta {
        option has_more: bool = "hasMore";
        option after: String = "afterCursor";
        option before: String = "beforeCursor";
    }
}

model! {
    /// URLs.
    pub struct Links {
        option next: String = "next";
        option prev: String = "prev";
    }
}

model! {
    /// A page of numbers.
    pub struct Numbers {
        required numbers: [i64] = "numbers";
        option meta: Meta = "meta";
        option links: Links = "links";
    }
}

model! {
    /// A page that declares neither `meta` nor `links`.
    pub struct Bare {
        required numbers: [i64] = "numbers";
    }
}

page_meta! { Meta, has_more: has_more, after: after, before: before }
page_links! { Links, next: next, prev: prev }
page! { Numbers: i64 in numbers, meta: meta, links: links }
page! { Bare: i64 in numbers }

operation!(ListNumbers, GET, "/numbers", Numbers);
impl Listing for ListNumbers {}
impl Paginated for ListNumbers {}
impl PageSize for ListNumbers {
    const MIN: u32 = 2;
    const MAX: u32 = 50;
}

operation!(ListLatest, GET, "/latest", Numbers);
impl Listing for ListLatest {
    const FROM_END: bool = true;
}
impl Paginated for ListLatest {}

operation!(ListBare, GET, "/bare", Bare);
impl Listing for ListBare {}

/// Responds with pages by cursor. The first page doesn't have a cursor.
fn pages(pages: &'static [(&str, &str)]) -> Server {
    Server::handle(move |request| {
        let cursor =
            ["page[after]", "page[before]"].iter().find_map(|name| request.parameter(name)).unwrap_or_default();
        let page = pages.iter().find(|(known, _)| *known == cursor).expect("a known cursor");
        server::json(200, page.1)
    })
}

#[test]
fn a_listing_without_pages_is_one_request() {
    let server = pages(&[("", r#"{"numbers":[1,2],"meta":null}"#)]);
    let numbers: Vec<i64> = server.client().call::<ListBare>(&[]).iter().collect::<Result<_, _>>().unwrap();
    assert_eq!((numbers, server.requests().len()), (vec![1, 2], 1));
}

#[test]
fn cursors_that_the_document_omits_are_followed() {
    let server = pages(&[
        ("", r#"{"numbers":[1],"meta":{"hasMore":true,"afterCursor":"a"}}"#),
        ("a", r#"{"numbers":[2],"links":{"next":"https://example.com/?page%5Bafter%5D=b"}}"#),
        ("b", r#"{"numbers":[3],"meta":{"hasMore":false,"afterCursor":"c"},"links":{"next":"?page[after]=c"}}"#),
    ]);
    let numbers: Vec<i64> = server.client().call::<ListBare>(&[]).iter().collect::<Result<_, _>>().unwrap();
    assert_eq!((numbers, server.requests().len()), (vec![1, 2, 3], 3));
}

#[test]
fn links_alone_are_enough() {
    let server = pages(&[
        (
            "",
            r#"{"numbers":[1],"links":{"next":"https://example.com/v2/numbers?page%5Bsize%5D=1&page%5Bafter%5D=a%2Fb#x"}}"#,
        ),
        ("a/b", r#"{"numbers":[2],"links":{"next":"/v2/numbers?page[after]=c","prev":"?page[before]=z"}}"#),
        ("c", r#"{"numbers":[3],"links":{"next":null,"prev":"?page[before]=y"}}"#),
    ]);
    let numbers: Vec<i64> = server.client().call::<ListNumbers>(&[]).iter().collect::<Result<_, _>>().unwrap();
    assert_eq!((numbers, server.requests().len()), (vec![1, 2, 3], 3));

    let server = pages(&[
        ("", r#"{"numbers":[5,6],"links":{"next":"?page[after]=never","prev":"?page[before]=b"}}"#),
        ("b", r#"{"numbers":[3,4],"links":{"next":"?page[after]=never","prev":""}}"#),
    ]);
    let numbers: Vec<i64> = server.client().call::<ListLatest>(&[]).iter().collect::<Result<_, _>>().unwrap();
    assert_eq!(numbers, [6, 5, 4, 3]);
}

#[test]
fn links_are_the_fallback_for_meta_without_cursors() {
    let server = pages(&[
        ("", r#"{"numbers":[1],"meta":{"hasMore":true,"afterCursor":""},"links":{"next":"?page[after]=a"}}"#),
        ("a", r#"{"numbers":[2],"meta":{"hasMore":false},"links":{"next":"?page[after]=b"}}"#),
    ]);
    let numbers: Vec<i64> = server.client().call::<ListNumbers>(&[]).iter().collect::<Result<_, _>>().unwrap();
    assert_eq!(numbers, [1, 2]);
}

#[test]
fn a_next_page_without_a_cursor_is_an_error() {
    for page in
        [r#"{"numbers":[1],"links":{"next":"/v2/numbers?page=2"}}"#, r#"{"numbers":[1],"meta":{"hasMore":true}}"#]
    {
        let server = Server::always(server::json(200, page));
        let mut items = server.client().call::<ListNumbers>(&[]).iter();
        assert_eq!(items.next().unwrap().unwrap(), 1);
        let error = items.next().unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Paging);
        assert!(error.to_string().ends_with("the server reported more pages but sent no cursor"), "{error}");
        assert!(items.next().is_none());
    }
}

#[test]
fn a_circle_of_links_is_an_error() {
    let server = Server::always(server::json(200, r#"{"numbers":[1],"links":{"next":"?page[after]=a"}}"#));
    let items: Vec<_> = server.client().call::<ListBare>(&[]).iter().take(10).collect();
    assert_eq!(items.len(), 3);
    assert_eq!(items.last().unwrap().as_ref().unwrap_err().kind(), ErrorKind::Paging);
}

#[test]
fn the_page_size_has_the_limits_of_its_listing() {
    let server = pages(&[("", r#"{"numbers":[]}"#)]);
    let call = || server.client().call::<ListNumbers>(&[]);
    call().page_size(50).send().map(drop).unwrap();
    assert_eq!(server.request().parameter("page[size]").as_deref(), Some("50"));
    for size in [1, 51] {
        let error = call().page_size(size).send().map(drop).unwrap_err();
        assert!(error.to_string().ends_with("page[size]: must be between 2 and 50"), "{error}");
    }
    let error = call().after("a").before("b").send().map(drop).unwrap_err();
    assert!(error.to_string().contains("set either `after` or `before`, not both"), "{error}");
}

// Errors.

#[test]
fn an_unusual_error_is_not_lost() {
    let body = r#"{"errors":[{"code":42,"title":null,"z":1,"a":"x"},{"title":{"en":"odd"}},"plain",{"code":"c","title":"t"}]}"#;
    let server = Server::always(server::json(400, body));
    let error = server.client().call::<PostAny>(&[]).send().unwrap_err();
    let errors = error.errors();
    assert_eq!(errors.len(), 4);
    assert_eq!((errors[0].code.as_deref(), errors[0].title.as_deref()), (Some("42"), None));
    assert_eq!(format!("{:?}", errors[0].extra()), r#"{"z": 1, "a": "x"}"#);
    assert_eq!(errors[1].extra().get::<serde_json::Value>("title").unwrap(), Some(serde_json::json!({"en": "odd"})));
    assert_eq!(errors[2].title.as_deref(), Some("plain"));
    assert_eq!(serde_json::to_string(&errors[3]).unwrap(), r#"{"code":"c","title":"t"}"#);
    assert_eq!(error.to_string(), "POST /things: 400 42; error; error: plain; c: t");

    let server = Server::always(server::json(400, r#"{"errors":{"code":"c","title":"alone"}}"#));
    assert_eq!(server.client().call::<PostAny>(&[]).send().unwrap_err().to_string(), "POST /things: 400 c: alone");
    for other in [r#"{"errors":null}"#, r#"{"errors":[]}"#, r#"{"errors":[null,[[]]]}"#, "[]", ""] {
        let server = Server::always(server::json(400, other));
        let error = server.client().call::<PostAny>(&[]).send().unwrap_err();
        assert!(error.errors().is_empty(), "{other}");
        assert!(error.to_string().starts_with("POST /things: 400 Bad Request"), "{error}");
    }
}

#[test]
fn masks_other_fields_of_errors() {
    let body = r#"{"errors":[{"code":"c","detail":"key hush-7f3a9c is wrong"}]}"#;
    let server = Server::always(server::json(401, body));
    let error = server.client().call::<PostAny>(&[]).send().unwrap_err();
    assert_eq!(error.errors()[0].extra().get::<String>("detail").unwrap().as_deref(), Some("key *** is wrong"));
}
