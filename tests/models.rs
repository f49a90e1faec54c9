//! The models and the OpenAPI document: bodies that are generated from its schemas are decoded and encoded again, and
//! must not lose anything that the document declares.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;
use std::sync::Arc;

use crate::support::cases::{BODIES, Case, INTEGRATION_UPDATES, OUTPUTS, sent_by_the_api, sent_to_the_api};
use crate::support::document::{
    ALWAYS_PRESENT, Direction, Fill, Flat, Judge, Maker, Operation, TURNS, UNKNOWN_FIELD, UNKNOWN_TAG, UNKNOWN_VALUE,
    always_present_seen, component, correction, differences, document, entries, list, operations, webhook_payload,
};
use crate::support::server::{Server, response};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sunshine_conversations::Json;
use sunshine_conversations::models::*;
use sunshine_conversations::operations::OPERATIONS;

#[test]
fn the_table_has_every_operation() {
    let table: BTreeSet<&str> = OUTPUTS.iter().map(|(name, _)| *name).collect();
    assert_eq!(table, operations().iter().map(|operation| operation.id).collect());
    assert_eq!(OUTPUTS.len(), OPERATIONS.len());
}

#[derive(Clone, Copy, Debug)]
enum Place {
    First,
    Middle,
    Last,
}

const PLACES: [Place; 3] = [Place::First, Place::Middle, Place::Last];

/// JSON text with the tags of unions in a given position: before, between or after the other fields.
fn text(value: &Value, place: Place) -> String {
    match value {
        Value::Object(fields) => {
            let written = |(name, value): (&String, &Value)| format!("{}:{}", json!(name), text(value, place));
            let mut rest: Vec<String> = fields.iter().filter(|(name, _)| *name != "type").map(written).collect();
            if let Some(tag) = fields.get("type") {
                let at = match place {
                    Place::First => 0,
                    Place::Middle => rest.len().div_ceil(2),
                    Place::Last => rest.len(),
                };
                rest.insert(at, format!("\"type\":{}", text(tag, place)));
            }
            format!("{{{}}}", rest.join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(|item| text(item, place)).collect::<Vec<_>>().join(","))
        }
        other => other.to_string(),
    }
}

/// Generates a body for each turn, round-trips it, and returns the violations.
fn round_trips(case: &Case, fill: Fill, direction: Direction) -> Vec<String> {
    let mut faults = Vec::new();
    // The generator of bodies is also validated.
    let judge = (fill == Fill::Full).then(|| Judge::new(&case.schema, direction));
    let mut seen = HashSet::new();
    for turn in 0..TURNS {
        let body = Maker::new(fill, direction, turn).body(&case.schema, &case.names);
        if !seen.insert(body.to_string()) {
            continue;
        }
        if let Some(judge) = &judge {
            assert_eq!(judge.violations(&body), [""; 0], "{} {turn}: {body}", case.name);
        }
        for place in PLACES {
            let fault = |text: String| format!("{} {turn} {place:?} {direction:?}: {text}", case.name);
            match (case.read)(&text(&body, place)) {
                Ok(decoded) => {
                    faults.extend(differences(&body, &decoded.encoded, &case.schema).into_iter().map(fault));
                    // A type or value that only the document knows round-trips anyway, so the models must be checked
                    // separately.
                    if let (true, Some(at)) = (fill != Fill::Future, decoded.debug.find("Unknown(")) {
                        let around: String = decoded.debug[at..].chars().take(80).collect();
                        faults.push(fault(format!("has an unknown part: {around}")));
                    }
                }
                Err(error) => faults.push(fault(error)),
            }
        }
    }
    faults
}

fn assert_round_trips(cases: &[Case], fill: Fill, direction: Direction) {
    let faults: Vec<String> = cases.iter().flat_map(|case| round_trips(case, fill, direction)).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

#[test]
fn full_bodies_round_trip() {
    assert_round_trips(&sent_by_the_api(), Fill::Full, Direction::Response);
}

/// The document declares which fields are only sent to the API, and the API may still send them.
#[test]
fn full_bodies_with_write_only_fields_round_trip() {
    assert_round_trips(&sent_by_the_api(), Fill::Full, Direction::Either);
}

#[test]
fn bodies_with_nulls_round_trip() {
    assert_round_trips(&sent_by_the_api(), Fill::Nulls, Direction::Response);
}

/// The maximum nesting in partial bodies.
const LEVELS: usize = 7;

#[test]
fn minimal_bodies_round_trip() {
    let cases = sent_by_the_api();
    for full in 0..LEVELS {
        assert_round_trips(&cases, Fill::Sparse(full), Direction::Response);
    }
    // An unused entry is outdated, or these tests interpret it wrongly.
    let seen = always_present_seen();
    assert_eq!(seen.iter().map(String::as_str).collect::<BTreeSet<_>>(), ALWAYS_PRESENT.iter().copied().collect());
}

#[test]
fn bodies_with_unknown_parts_round_trip() {
    for case in sent_by_the_api() {
        let body = Maker::new(Fill::Future, Direction::Response, 0).body(&case.schema, &case.names).to_string();
        // The others are objects that the document doesn't describe.
        assert!(body.contains(UNKNOWN_FIELD) || Flat::of(&case.schema).is_free(), "{}: {body}", case.name);
    }
    let events = Maker::new(Fill::Future, Direction::Response, 0).body(&webhook_payload(), &[]).to_string();
    assert!(events.contains(UNKNOWN_TAG) && events.contains(UNKNOWN_VALUE));
    assert_round_trips(&sent_by_the_api(), Fill::Future, Direction::Response);
}

/// Finds the required values of a body, except tags: the model with the field, and the pointer.
fn required(body: &Value, schema: &Value, at: &str, found: &mut Vec<(String, String)>) {
    let flat = Flat::of(schema);
    let flat = match &flat.union {
        Some(union) => match union.variants.iter().find(|(tag, _)| body[&union.tag] == **tag) {
            Some((_, variant)) => Flat::of(variant),
            None => return,
        },
        None => Arc::clone(&flat),
    };
    if let Some(items) = body.as_array() {
        for (index, item) in items.iter().enumerate() {
            required(item, &flat.keywords["items"], &format!("{at}/{index}"), found);
        }
    }
    for property in flat.properties.iter().filter(|property| body.get(&property.name).is_some()) {
        let pointer = format!("{at}/{}", property.name);
        if flat.required.contains(&property.name) && property.name != "type" {
            found.push((format!("{:?}.{}", flat.names, property.name), pointer.clone()));
        }
        required(&body[&property.name], &property.schema, &pointer, found);
    }
}

/// The document requires these fields, but some of the API's own examples lack them.
#[test]
fn missing_or_null_required_fields_of_responses_are_blank() {
    let mut faults = Vec::new();
    let mut seen = HashSet::new();
    for case in sent_by_the_api() {
        for turn in 0..TURNS {
            let body = Maker::new(Fill::Full, Direction::Response, turn).body(&case.schema, &case.names);
            let mut pointers = Vec::new();
            required(&body, &case.schema, "", &mut pointers);
            for (field, pointer) in pointers {
                let (parent, name) = pointer.rsplit_once('/').unwrap();
                let is_content = parent.is_empty() || name == "id";
                if is_content || !seen.insert(field) {
                    continue;
                }
                let mut changed = body.clone();
                *changed.pointer_mut(&pointer).unwrap() = Value::Null;
                let mut bodies = vec![changed.clone()];
                changed.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(name);
                bodies.push(changed);
                let errors = bodies.iter().filter_map(|body| (case.read)(&body.to_string()).err());
                faults.extend(errors.map(|error| format!("{} {pointer}: {error}", case.name)));
            }
        }
    }
    assert!(seen.len() > 30, "{} fields", seen.len());
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

/// Decoding fails with the field's name if one is missing.
#[test]
fn ids_and_contents_of_responses_are_required() {
    let cases = sent_by_the_api();
    let maker = Maker::new(Fill::Full, Direction::Response, 0);
    let full: Vec<Value> = cases.iter().map(|case| maker.body(&case.schema, &case.names)).collect();
    for key in ALWAYS_PRESENT {
        let mut bodies = 0;
        for (case, full) in cases.iter().zip(&full) {
            let body = Maker { omit: Some(key), ..maker }.body(&case.schema, &case.names);
            if body == *full {
                continue;
            }
            bodies += 1;
            let field = key.split_once('.').unwrap().1;
            let error = (case.read)(&body.to_string()).err().unwrap_or_else(|| panic!("{}: {key}", case.name));
            assert!(error.contains(&format!("missing field `{field}`")), "{}: {key}: {error}", case.name);
        }
        assert!(bodies > 0, "no body carries {key}");
    }
}

#[test]
fn the_table_has_every_request_body() {
    let mut table: BTreeSet<&str> = BODIES.iter().map(|(name, _)| *name).collect();
    table.insert("UpdateIntegration");
    let json = |operation: &&Operation| operation.body.is_some_and(|(kind, _)| kind == "application/json");
    assert_eq!(table, operations().iter().filter(json).map(|operation| operation.id).collect());
    let branches: Vec<&str> = list(&document()["components"]["schemas"]["integrationUpdate"]["oneOf"])
        .filter_map(|b| b["$ref"].as_str())
        .collect();
    let names: Vec<String> =
        INTEGRATION_UPDATES.iter().map(|(name, _)| format!("#/components/schemas/{name}")).collect();
    assert_eq!(names, branches);
}

/// Every field that the document allows in requests has a field in the model, with its JSON name.
#[test]
fn full_request_bodies_round_trip() {
    assert_round_trips(&sent_to_the_api(), Fill::Full, Direction::Request);
}

#[test]
fn minimal_request_bodies_round_trip() {
    let cases = sent_to_the_api();
    for full in 0..LEVELS {
        assert_round_trips(&cases, Fill::Sparse(full), Direction::Request);
    }
}

/// In an update, null is a value that clears a field.
#[test]
fn updates_keep_their_nulls() {
    let mut updates = BTreeSet::new();
    for case in sent_to_the_api() {
        if !case.is_update {
            continue;
        }
        updates.insert(case.name.clone());
        let body = Maker::new(Fill::Nulls, Direction::Request, 0).body(&case.schema, &case.names);
        assert_eq!((case.read)(&body.to_string()).unwrap().encoded, body, "{}", case.name);
    }
    // `UpdateIntegration` has a separate body for each type of integration.
    let patches = operations().iter().filter(|operation| operation.method == "PATCH").map(|operation| operation.id);
    let bodies = INTEGRATION_UPDATES.iter().map(|(name, _)| *name);
    let expected = patches.filter(|id| *id != "UpdateIntegration").chain(bodies);
    assert_eq!(updates, expected.map(str::to_owned).collect());
}

/// A union, and a check for unknown variants.
trait Union: DeserializeOwned + Serialize + Debug {
    const NAME: &'static str;
    fn is_unknown(&self) -> bool;
    fn tag(&self) -> String;
}

macro_rules! unions {
    ($($union:ident: $name:literal,)*) => {$(
        impl Union for $union {
            const NAME: &'static str = $name;

            fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }

            fn tag(&self) -> String {
                self.type_().into_owned()
            }
        }
    )*

        /// Runs a test for each union.
        macro_rules! for_each_union {
            ($test:ident) => {
                $($test::<$union>();)*
            };
        }

        #[test]
        fn the_table_has_every_union() {
            let schemas = entries(&document()["components"]["schemas"]);
            let mut unions: BTreeSet<&str> = schemas
                .filter(|(_, schema)| schema["discriminator"].is_object())
                .map(|(name, _)| name.as_str())
                .collect();
            // Distinguished by the type, which the document doesn't declare.
            unions.insert("eventSubSchema");
            assert_eq!(BTreeSet::from([$($name),*]), unions);
        }
    };
}

unions! {
    Action: "action",
    ActionSubset: "actionSubset",
    ActivityMessage: "activityMessage",
    Content: "content",
    Event: "eventSubSchema",
    Integration: "integration",
    MatchCriteria: "matchCriteria",
    QuotedMessage: "quotedMessage",
}

fn union_schema<U: Union>() -> Value {
    match U::NAME {
        "eventSubSchema" => webhook_payload()["properties"]["events"]["items"].clone(),
        name => component(name),
    }
}

/// Each variant, with its tag, its schema and a full body.
fn kinds<U: Union>() -> Vec<(String, Value, Value)> {
    let schema = union_schema::<U>();
    let variants = Flat::of(&schema).union.clone().unwrap().variants;
    let kinds = variants.into_iter().enumerate().map(|(turn, (tag, variant))| {
        (tag, variant, Maker::new(Fill::Full, Direction::Either, turn).body(&schema, &[]))
    });
    kinds.collect()
}

#[test]
fn every_variant_of_a_union_is_known() {
    fn test<U: Union>() {
        let schema = union_schema::<U>();
        let kinds = kinds::<U>();
        assert!(kinds.len() > 1);
        for (tag, _, body) in kinds {
            assert_eq!(body["type"], *tag, "{}", U::NAME);
            for place in PLACES {
                let text = text(&body, place);
                let value = Json::from_text(&text).unwrap().parse::<U>();
                let value = value.unwrap_or_else(|error| panic!("{} {tag} {place:?}: {error}", U::NAME));
                assert!(!value.is_unknown(), "{} does not know {tag}", U::NAME);
                assert_eq!(value.tag(), tag);
                let back = serde_json::to_value(&value).unwrap();
                assert_eq!(differences(&body, &back, &schema), [""; 0], "{} {tag} {place:?}", U::NAME);
            }
        }
    }
    for_each_union!(test);
}

/// The JSON contains the tag once, in any position.
#[test]
fn a_tag_is_not_written_twice() {
    fn test<U: Union>() {
        for (tag, ..) in kinds::<U>() {
            let body = Maker::new(Fill::Sparse(0), Direction::Either, 0);
            let variants = Flat::of(&union_schema::<U>()).union.clone().unwrap().variants;
            let (_, variant) = variants.iter().find(|(known, _)| *known == tag).unwrap();
            let mut body = body.body(variant, &[]);
            body["type"] = json!(tag);
            let value: U = serde_json::from_value(body).unwrap();
            let text = serde_json::to_string(&value).unwrap();
            let wanted = format!("\"type\":{}", json!(tag));
            assert_eq!(text.matches(&wanted).count(), 1, "{}: {text}", U::NAME);
        }
    }
    for_each_union!(test);
}

#[test]
fn an_unknown_variant_round_trips_unchanged() {
    fn test<U: Union>() {
        for text in [
            r#"{"type":"kind:ofTheFuture","z":1.50,"a":[{"b":null}],"text":"\u00fc"}"#,
            r#"{"z":1.50,"type":"kind:ofTheFuture","a":[{"b":null}],"type2":"text"}"#,
            r#"{"z":1e2,"a":12345678901234567890123,"type":"kind:ofTheFuture"}"#,
            r#"{"type":""}"#,
        ] {
            let value: U = serde_json::from_str(text).unwrap();
            assert!(value.is_unknown());
            assert_eq!(serde_json::to_string(&value).unwrap(), text, "{}", U::NAME);
        }
        let value: U = serde_json::from_str(r#"{"a":1,"type":"kind:ofTheFuture"}"#).unwrap();
        assert_eq!(value.tag(), "kind:ofTheFuture");
    }
    for_each_union!(test);
}

#[test]
fn a_union_without_a_tag_is_an_error() {
    fn test<U: Union>() {
        for text in [r#"{}"#, r#"{"text":"x"}"#, r#"{"type":7}"#, r#"{"text":"x","type":null}"#, "[]", "\"text\"", "7"]
        {
            let error = Json::from_text(text).unwrap().parse::<U>().unwrap_err();
            assert!(error.field().is_some(), "{}: {text}: {error}", U::NAME);
        }
        let error = Json::from_text(r#"{"text":"x"}"#).unwrap().parse::<U>().unwrap_err();
        assert!(error.to_string().contains("`type`"), "{error}");
    }
    for_each_union!(test);
}

/// Values that violate a schema.
fn misfits(schema: &Value) -> Vec<Value> {
    let flat = Flat::of(schema);
    let all = [json!({"a": 1}), json!(["x", "y"]), json!(12.5), json!(true), json!("x")];
    let fits = |value: &Value| match flat.kind() {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" | "number" => value.is_number(),
        "array" => value.is_array(),
        _ if flat.is_free() => true,
        _ => value.is_object() || value.is_array(),
    };
    all.into_iter().filter(|value| !fits(value)).collect()
}

#[test]
fn a_known_variant_with_wrong_content_names_the_field() {
    fn test<U: Union>() {
        let mut faults = Vec::new();
        for (tag, variant, body) in kinds::<U>() {
            let flat = Flat::of(&variant);
            let models = &flat.models;
            for property in flat.properties.iter().filter(|property| property.name != "type") {
                let name = &property.name;
                let fact = |model: &String| &correction("fields")[&format!("{model}.{name}")];
                let lenient = models.iter().any(|model| fact(model)["read"].is_string());
                for misfit in misfits(&property.schema) {
                    // Scalars may be lenient.
                    if lenient && !misfit.is_object() {
                        continue;
                    }
                    let mut body = body.clone();
                    body[name] = misfit.clone();
                    for place in PLACES {
                        let result = Json::from_text(text(&body, place)).unwrap().parse::<U>();
                        let found = result.as_ref().map_err(|error| error.field());
                        if found.err() != Some(Some(name.as_str())) {
                            faults.push(format!("{} {tag} {place:?}: {name} as {misfit}: {found:?}", U::NAME));
                        }
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    }
    for_each_union!(test);
}

/// A path through lists and nested unions, in the response of a server.
#[test]
fn a_response_of_another_shape_names_the_field() {
    let response = |place: Place| {
        let link = json!({"type": "link", "text": "Open", "uri": 7});
        let item = json!({"title": "T", "actions": [{"type": "buy", "text": "Pay", "amount": 1}, link]});
        let content = json!({"type": "carousel", "items": [item]});
        let quoted = json!({"type": "message", "message": {"id": "1", "content": content}});
        text(&json!({"messages": [{"id": "0"}, {"id": "2", "quotedMessage": quoted}]}), place)
    };
    for place in PLACES {
        let server = Server::responding(response(place));
        let error = server.client().list_messages("a", "c").send().unwrap_err();
        let field = "messages[1].quotedMessage.message.content.items[0].actions[1].uri";
        assert_eq!(error.field(), Some(field), "{place:?}: {error}");
        assert_eq!(error.status(), Some(200));
        assert!(error.to_string().contains(field), "{error}");
    }
}

#[test]
fn unknown_fields_are_in_the_raw_response() {
    let schema = Operation::find("ListMessages").response.unwrap().1;
    let body = Maker::new(Fill::Future, Direction::Response, 0).body(schema, &[]);
    let sent = text(&body, Place::Last);
    let server = Server::handle({
        let sent = sent.clone();
        move |_| response(200, &[("Content-Type", "application/json; charset=utf-8")], &sent)
    });
    let response = server.client().list_messages("a", "c").send_full().unwrap();
    assert_eq!(String::from_utf8(response.raw).unwrap(), sent);
    assert!(sent.contains(UNKNOWN_FIELD));
    let back = serde_json::to_value(&response.body).unwrap();
    assert_eq!(differences(&body, &back, schema), [""; 0]);
}

#[test]
fn a_struct_is_read_from_any_source_and_in_any_order() {
    let texts = [
        r#"{"id":"c","status":"active","externalId":7,"displayName":null,"info":{"a":1}}"#,
        r#"{"info":{"a":1},"displayName":null,"unknown":[{"id":"x"}],"externalId":7,"id":"c","status":"active"}"#,
        r#"{"\u0069d":"c","externalId":"7","info":{"a":1},"stat\u0075s":"active"}"#,
    ];
    let client = Client::new("c").with_status(ClientStatus::Active).with_external_id("7").with_info(json!({"a": 1}));
    let with_unknown = client.clone().with_extra("unknown", json!([{"id": "x"}]));
    assert_ne!(client, with_unknown);
    for (text, expected) in texts.into_iter().zip([client.clone(), with_unknown, client.clone()]) {
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(Client::deserialize(&value).unwrap(), expected, "{text}");
        assert_eq!(serde_json::from_value::<Client>(value).unwrap(), expected, "{text}");
        assert_eq!(serde_json::from_str::<Client>(text).unwrap(), expected, "{text}");
        assert_eq!(serde_json::from_reader::<_, Client>(text.as_bytes()).unwrap(), expected, "{text}");
    }
    let written = r#"{"id":"c","status":"active","externalId":"7","info":{"a":1}}"#;
    assert_eq!(serde_json::to_string(&client).unwrap(), written);
    assert_eq!(serde_json::to_value(&client).unwrap(), serde_json::from_str::<Value>(written).unwrap());
    assert_eq!(serde_json::to_string(&Meta::new()).unwrap(), "{}");
}

#[test]
fn values_other_than_structs_are_rejected() {
    let refused = [
        (r#"{"id":"a","id":"b"}"#, "duplicate field `id`"),
        (r#"{"id":"a","raw":null,"status":"active","raw":null}"#, "duplicate field `raw`"),
        (r#"{"status":"active"}"#, "missing field `id`"),
        (r#"{"id":null}"#, "invalid type: null, expected a string"),
        (r#"["a"]"#, "invalid type: sequence, expected struct Client"),
        ("7", "invalid type: integer `7`, expected struct Client"),
    ];
    for (text, expected) in refused {
        let error = serde_json::from_str::<Client>(text).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{text}: {error}");
    }
}

/// The error of a serializer is returned, for any field.
#[test]
fn errors_of_a_serializer_are_returned() {
    struct Full(usize);

    impl std::io::Write for Full {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let room = self.0.min(bytes.len());
            self.0 -= room;
            if room == 0 { Err(std::io::Error::other("full")) } else { Ok(room) }
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    let client = Client::new("c").with_display_name("d");
    let length = serde_json::to_string(&client).unwrap().len();
    for room in 0..length {
        assert!(serde_json::to_writer(Full(room), &client).unwrap_err().is_io(), "{room}");
    }
    assert!(serde_json::to_writer(Full(length), &client).is_ok());
}

/// The API writes some fields differently from the document: see `lenient` in `openapi-generator.yaml`.
#[test]
fn lenient_fields_accept_other_types() {
    let text = |value: Value| {
        let read = serde_json::from_value::<ConversionEvents>(json!({"datasetId": value}));
        read.map(|events| events.dataset_id).map_err(|e| e.to_string())
    };
    for (sent, expected) in [
        (json!("7"), Some("7")),
        (json!(7), Some("7")),
        (json!(-7), Some("-7")),
        (json!(0.5), Some("0.5")),
        (json!(true), Some("true")),
        (Value::Null, None),
    ] {
        assert_eq!(text(sent).unwrap().as_deref(), expected);
    }
    assert!(text(json!(["7"])).unwrap_err().contains("expected a string"));

    let number = |value: Value| {
        let read = serde_json::from_value::<MessengerIntegration>(json!({"pageId": value}));
        read.map(|page| page.page_id.map(|id| id.to_string())).map_err(|e| e.to_string())
    };
    for (sent, expected) in [
        (json!(7), Some("7")),
        (json!(-7), Some("-7")),
        (json!(0.5), Some("0.5")),
        (json!("7"), Some("7")),
        (Value::Null, None),
    ] {
        assert_eq!(number(sent).unwrap().as_deref(), expected);
    }
    for misfit in [json!("seven"), json!(""), json!(true), json!({})] {
        assert!(number(misfit.clone()).unwrap_err().contains("expected a number"), "{misfit}");
    }

    let list = |value: Value| {
        let read = serde_json::from_value::<WebIntegration>(json!({"originWhitelist": value}));
        read.map(|web| web.origin_whitelist).map_err(|e| e.to_string())
    };
    let of = |members: &[&str]| Some(members.iter().map(|&member| member.to_owned()).collect::<Vec<_>>());
    for (sent, expected) in [
        (json!(["a", "b"]), of(&["a", "b"])),
        (json!("[\"a\",\"b\"]"), of(&["a", "b"])),
        (json!("https://a.example"), of(&["https://a.example"])),
        (Value::Null, None),
    ] {
        assert_eq!(list(sent).unwrap(), expected);
    }
    assert!(list(json!({"a": 1})).unwrap_err().contains("expected a list of strings"));
}
