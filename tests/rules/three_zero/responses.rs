use std::collections::BTreeMap;
use std::io::Read as _;

use sunshine_conversations::models::*;
use sunshine_conversations::operations::StartHarvestOutputStatuses;
use sunshine_conversations::{Operation, operations};

use crate::server::{Server, json as json_response, response};

#[test]
fn binary_and_text_responses_are_bytes_and_text() {
    let server = Server::handle(|_| response(200, &[("Content-Type", "application/pdf")], [0xff, 0, b'P']));
    let api = server.client();
    assert_eq!(api.get_report().send().unwrap(), [0xff, 0, b'P']);
    assert_eq!(server.only().header("Accept"), Some("application/pdf"));
    let mut read = Vec::new();
    api.get_report().send_reader().unwrap().read_to_end(&mut read).unwrap();
    assert_eq!(read, [0xff, 0, b'P']);
    let server = Server::handle(|_| response(200, &[("Content-Type", "text/plain; charset=utf-8")], "Grüße"));
    assert_eq!(server.client().get_readme().send().unwrap(), "Grüße");
    assert_eq!(server.only().header("Accept"), Some("text/plain"));
}

#[test]
fn a_response_may_have_several_media_types() {
    let server = Server::handle(|_| response(200, &[("Content-Type", "image/jpeg")], [0xff, 0xd8]));
    assert_eq!(server.client().get_picture().send().unwrap(), [0xff, 0xd8]);
    assert_eq!(server.only().header("Accept"), Some("image/png, image/jpeg"));
    assert_eq!(server.client().get_anything().send().unwrap(), [0xff, 0xd8]);
}

#[test]
fn documented_parts_of_a_response_are_documented() {
    let path = format!("{}/generated/operations/responses.rs", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap().replace("\n    ///   ", " ");
    let line = "- `200`: A picture. Header `X-Width`: The width in pixels. The API also returns `text/plain`.";
    assert!(text.contains(line), "{text}");
    assert!(text.contains("# Responses\n    ///\n    /// - `default`: Any file."), "{text}");
}

#[test]
fn lists_maps_and_scalars_have_their_types() {
    let colors: Vec<String> = Server::responding(r#"["red","blue"]"#).client().get_colors().send().unwrap();
    assert_eq!(colors, ["red", "blue"]);
    let stock: BTreeMap<String, i64> = Server::responding(r#"{"fern":2}"#).client().get_stock().send().unwrap();
    assert_eq!(stock["fern"], 2);
    let total: i64 = Server::responding("12").client().get_total().send().unwrap();
    assert_eq!(total, 12);
    let open: bool = Server::responding("true").client().is_open().send().unwrap();
    assert!(open);
}

#[test]
fn a_union_is_a_response() {
    // Without a mapping, the name of the schema is the tag.
    let weather = Server::responding(r#"{"kind":"sun","hours":9}"#).client().get_weather().send().unwrap();
    let GetWeatherResponse::Sun(sun) = weather else { panic!("{weather:?}") };
    assert_eq!(sun.hours, Some(9));
    let weather = Server::responding(r#"{"kind":"fog","meters":5}"#).client().get_weather().send().unwrap();
    assert!(matches!(weather, GetWeatherResponse::Unknown(_)));
    assert_eq!(serde_json::to_string(&weather).unwrap(), r#"{"kind":"fog","meters":5}"#);
}

#[test]
fn the_status_code_chooses_between_several_responses() {
    let call = |status, body: &'static str| {
        let server = Server::handle(move |_| json_response(status, body));
        server.client().start_harvest().send().unwrap()
    };
    let StartHarvestOutputStatuses::Status200(harvest) = call(200, r#"{"baskets":3}"#) else { panic!("not 200") };
    assert_eq!(harvest.baskets, Some(3));
    // The schema has the name that the enum would have.
    let StartHarvestOutputStatuses::Status202(job) = call(202, r#"{"progress":50}"#) else { panic!("not 202") };
    let job: StartHarvestOutput = job;
    assert_eq!(job.progress, Some(50));
    assert!(matches!(call(204, ""), StartHarvestOutputStatuses::Status204));
}

#[test]
fn a_response_may_lack_a_body() {
    let last = |status, body: &'static str| {
        let server = Server::handle(move |_| json_response(status, body));
        server.client().get_last_harvest().send().unwrap()
    };
    assert_eq!(last(200, r#"{"baskets":1}"#).and_then(|harvest| harvest.baskets), Some(1));
    assert_eq!(last(204, ""), None);
    let () = Server::responding("{}").client().close_shed().send().unwrap();
    let () = Server::responding("").client().close_shed().send().unwrap();
}

#[test]
fn ranges_of_status_codes_are_respected() {
    let server = Server::handle(|_| json_response(203, r#"{"kind":"sun","hours":1}"#));
    assert_eq!(server.client().get_next_weather().send().unwrap().hours, Some(1));
    assert_eq!(server.client().get_last_weather().send().unwrap().hours, Some(1));
    let () = Server::handle(|_| json_response(200, "")).client().has_next_weather().send().unwrap();
    let () = Server::handle(|_| response(302, &[("Content-Type", "text/html"), ("Location", "/x")], "moved"))
        .client()
        .jump()
        .send()
        .unwrap();
}

#[test]
fn a_union_without_a_discriminator_is_a_response() {
    let any = |text: &str| Server::responding(text).client().get_any_weather().send().unwrap();
    assert!(matches!(any(r#""fog""#), GetAnyWeatherResponse::Text(text) if text == "fog"));
    assert!(matches!(any("1.5"), GetAnyWeatherResponse::Number(_)));
    assert!(matches!(any(r#"{"baskets":1}"#), GetAnyWeatherResponse::Harvest(_)));
    assert!(matches!(any("[]"), GetAnyWeatherResponse::Unknown(_)));
}

#[test]
fn operations_and_paths_have_servers() {
    let client = |server: &Server| server.builder().base_url(format!("{}/sc", server.url())).build().unwrap();
    let server = Server::responding("1");
    client(&server).get_file_count().send().unwrap();
    assert_eq!(server.only().path(), "/files/v3/files");
    let server = Server::responding("");
    client(&server).add_file().send().unwrap();
    assert_eq!(server.only().path(), "/beta/upload/files");
    assert_eq!(operations::GetElsewhere::SERVER, Some("https://elsewhere.invalid/v9"));
    assert_eq!(operations::GetReport::SERVER, None);
}

#[test]
fn json_and_other_bodies_of_one_operation_are_read_by_status_code() {
    use sunshine_conversations::operations::GetScanOutput;

    let response = |status: u16, media_type: &'static str, body: &'static [u8]| {
        let server = Server::handle(move |_| response(status, &[("Content-Type", media_type)], body));
        let output = server.client().get_scan("s").send().unwrap();
        assert_eq!(server.only().header("Accept"), Some("application/json, application/pdf, text/plain"));
        output
    };
    assert_eq!(response(200, "application/pdf", b"%PDF"), GetScanOutput::Status200(b"%PDF".into()));
    let GetScanOutput::Status202(state) = response(202, "application/json", br#"{"progress":7}"#) else { panic!() };
    assert_eq!(state.progress, Some(7));
    assert_eq!(response(203, "text/plain", b"{"), GetScanOutput::Status203("{".into()));
}
