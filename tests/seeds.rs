//! The seeds of the fuzz targets in `fuzz/`: runs the checks of the targets without a fuzzer.
//! | `cargo test -p sunshine-conversations-tests seeds:: -- --ignored` regenerates the seeds that are derived from the OpenAPI document.

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::document::{Direction, Fill, Flat, Maker, component, entries, operations, webhook_payload};
use serde_json::Value;

fn corpus(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target)
}

/// The seeds of a target, by name.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(corpus(target)).unwrap().map(|file| file.unwrap().path());
    let seeds = files.filter(|path| path.extension().is_some_and(|extension| extension == "seed"));
    let seeds: Vec<_> = seeds
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    assert!(seeds.len() > 5, "{target} has {} seeds", seeds.len());
    seeds
}

#[test]
fn responses_hold() {
    for (name, seed) in seeds("responses") {
        println!("{name}");
        all_checks(&seed);
    }
}

/// Runs every check of a model; the second byte of a seed selects one.
fn all_checks(seed: &[u8]) {
    let mut seed = seed.to_vec();
    for check in 0..fuzz::CHECKS {
        if let Some(byte) = seed.get_mut(1) {
            *byte = check;
        }
        fuzz::responses(&seed);
    }
}

fn payload_kind() -> u8 {
    let kind = fuzz::KINDS.iter().position(|(name, _)| *name == "WebhookPayload").unwrap();
    u8::try_from(kind).unwrap()
}

#[test]
fn webhooks_hold() {
    for (name, seed) in seeds("webhooks") {
        println!("{name}");
        fuzz::webhooks(&seed);
        all_checks(&[&[payload_kind(), 0], seed.as_slice()].concat());
        if name.starts_with(MADE) {
            let payload: Result<sunshine_conversations::webhook::WebhookPayload, _> = serde_json::from_slice(&seed);
            assert!(payload.is_ok(), "{name} isn't a valid payload anymore: regenerate the seeds");
        }
    }
}

#[test]
fn cursors_hold() {
    for (name, seed) in seeds("cursors") {
        println!("{name}");
        fuzz::cursors(&seed);
    }
}

#[test]
fn every_operation_is_fuzzed() {
    let fuzzed: BTreeSet<&str> = fuzz::KINDS.iter().map(|(name, _)| *name).collect();
    assert_eq!(fuzzed.len(), fuzz::KINDS.len());
    for operation in operations() {
        assert!(fuzzed.contains(operation.id), "{}", operation.id);
    }
}

/// The name prefix of derived seeds; the others are handwritten.
const MADE: &str = "made-";

/// The largest useful seed: libFuzzer tries no input longer than its longest seed.
const LARGEST: usize = 4 * 1024;

#[test]
#[ignore = "writes files"]
fn make_seeds() {
    for target in ["responses", "webhooks"] {
        for (name, _) in seeds(target).iter().filter(|(name, _)| name.starts_with(MADE)) {
            fs::remove_file(corpus(target).join(name)).unwrap();
        }
    }
    let schemas: Vec<(String, Value, Vec<String>)> = responses().into_iter().chain(bodies()).collect();
    let mut seen = BTreeSet::new();
    for (kind, (name, _)) in fuzz::KINDS.iter().enumerate() {
        let Some((_, schema, names)) = schemas.iter().find(|(known, ..)| known == name) else { continue };
        for (number, body) in few(schema, names).into_iter().enumerate() {
            // Many operations have the same response.
            if seen.insert(body.clone()) {
                let seed = [&[u8::try_from(kind).unwrap(), 0], body.as_slice()].concat();
                fs::write(corpus("responses").join(format!("{MADE}{name}-{number}.seed")), seed).unwrap();
            }
        }
    }
    let variants = Flat::of(&webhook_payload()["properties"]["events"]["items"]).union.clone().unwrap().variants;
    for (turn, (tag, _)) in variants.iter().enumerate() {
        let maker = Maker::new(if turn % 2 == 0 { Fill::Full } else { Fill::Sparse(5) }, Direction::Response, turn);
        let mut body = maker.body(&webhook_payload(), &[]);
        body["events"].as_array_mut().unwrap().truncate(1);
        let name = format!("{MADE}{}.seed", tag.replace(':', "-"));
        fs::write(corpus("webhooks").join(name), body.to_string()).unwrap();
    }
}

/// A few small bodies that cover much of a schema.
fn few(schema: &Value, names: &[String]) -> Vec<Vec<u8>> {
    let fills = [Fill::Full, Fill::Sparse(3), Fill::Sparse(2), Fill::Sparse(1)];
    let made = |turn: usize| {
        let bodies = fills.iter().map(move |fill| Maker::new(*fill, Direction::Response, turn).body(schema, names));
        bodies.map(|body| body.to_string().into_bytes()).find(|body| body.len() <= LARGEST)
    };
    [0, 1, 7].into_iter().filter_map(made).collect()
}

fn responses() -> Vec<(String, Value, Vec<String>)> {
    let json = operations().iter().filter_map(|operation| Some((operation, operation.response?.1)));
    json.map(|(operation, schema)| (operation.id.to_owned(), schema.clone(), operation.response_names())).collect()
}

/// The schemas of the models with this name.
fn bodies() -> Vec<(String, Value, Vec<String>)> {
    let requests = operations().iter().filter_map(|operation| Some((operation, operation.body?.1)));
    let requests = requests.map(|(operation, schema)| (schema.clone(), vec![format!("{}_request", operation.id)]));
    let schemas = entries(&crate::support::document::document()["components"]["schemas"]);
    let components = schemas.map(|(name, _)| (component(name), Vec::new()));
    let all: Vec<_> = requests.chain(components).collect();
    let by_model = all.into_iter().flat_map(|(schema, names)| {
        let models = Flat::named(&schema, &names).models.clone();
        models.into_iter().map(move |model| (model, schema.clone(), names.clone()))
    });
    by_model.collect()
}
