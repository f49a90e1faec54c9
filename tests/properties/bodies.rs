//! Random bodies that match a schema of the OpenAPI document, optionally with unknown parts.

use std::cell::RefCell;
use std::collections::HashMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use super::json::{Node, any_json, any_object, any_text, number, string};
use crate::support::document::{Direction, Flat, always_present, is_blank_if_missing};

/// The maximum nesting of objects with optional fields.
const DEPTH: usize = 8;

/// Converts schemas to strategies.
pub struct Bodies {
    direction: Direction,
    /// With unknown fields, values and types.
    future: bool,
    made: RefCell<HashMap<String, BoxedStrategy<Node>>>,
}

impl Bodies {
    pub fn new(direction: Direction, future: bool) -> Self {
        Self { direction, future, made: RefCell::default() }
    }

    pub fn of(&self, schema: &Value, names: &[String]) -> BoxedStrategy<Node> {
        self.node(schema, names, DEPTH)
    }

    fn node(&self, schema: &Value, names: &[String], depth: usize) -> BoxedStrategy<Node> {
        let key = format!("{depth} {names:?} {schema}");
        if let Some(made) = self.made.borrow().get(&key) {
            return made.clone();
        }
        let made = self.make(&Flat::named(schema, names), names, depth);
        self.made.borrow_mut().insert(key, made.clone());
        made
    }

    fn make(&self, flat: &Flat, names: &[String], depth: usize) -> BoxedStrategy<Node> {
        let bound = |keyword| flat.keywords.get(keyword).and_then(Value::as_i64);
        match flat.kind() {
            "object" if flat.is_free() => any_object(false),
            "object" => self.object(flat, depth),
            "array" => {
                let items = &flat.keywords["items"];
                let most = if depth == 0 { 0 } else { 3 };
                let members = self.node(items, names, depth.saturating_sub(1));
                prop::collection::vec(members, 0..=most).prop_map(Node::Array).boxed()
            }
            "string" => self.text(flat),
            "boolean" => any::<bool>().prop_map(|flag| Node::Scalar(flag.to_string())).boxed(),
            "integer" => {
                let range = bound("minimum").unwrap_or(i64::MIN)..=bound("maximum").unwrap_or(i64::MAX);
                prop_oneof![range.clone(), Just(*range.start()), Just(*range.end())]
                    .prop_map(|number| Node::Scalar(number.to_string()))
                    .boxed()
            }
            "number" => number(),
            other => panic!("the document has a new type {other}"),
        }
    }

    fn text(&self, flat: &Flat) -> BoxedStrategy<Node> {
        let Some(values) = flat.values() else { return string() };
        let single = values.len() == 1 && flat.keywords.get("default").and_then(Value::as_str) == Some(values[0]);
        let known = select(values.into_iter().map(|value| Value::from(value).to_string()).collect::<Vec<_>>());
        let known = known.prop_map(Node::Scalar);
        // The only value and the default: the tag of a variant.
        if self.future && !single { prop_oneof![3 => known, 1 => string()].boxed() } else { known.boxed() }
    }

    fn object(&self, flat: &Flat, depth: usize) -> BoxedStrategy<Node> {
        if let Some(union) = &flat.union {
            let mut kinds: Vec<_> = union
                .variants
                .iter()
                .map(|(tag, variant)| tagged(&union.tag, Just(tag.clone()), self.node(variant, &[], depth)))
                .collect();
            if self.future {
                let unknown = any_text().prop_map(|text| format!("future {text}"));
                kinds.push(tagged(&union.tag, unknown, any_object(false)));
            }
            return proptest::strategy::Union::new(kinds).boxed();
        }
        if !flat.choice.is_empty() {
            let branches = flat.choice.iter().map(|branch| {
                let inner = Flat::of(branch);
                // A branch is identified by its only key.
                match inner.properties.as_slice() {
                    [only] => {
                        let name = only.name.clone();
                        let value = self.node(&only.schema, &only.names, depth.saturating_sub(1));
                        value.prop_map(move |value| Node::Object(vec![(name.clone(), value)])).boxed()
                    }
                    _ => self.node(branch, &[], depth),
                }
            });
            return proptest::strategy::Union::new(branches.collect::<Vec<_>>()).boxed();
        }
        let mut fields: Vec<BoxedStrategy<Option<(String, Node)>>> = Vec::new();
        for property in &flat.properties {
            let inner = Flat::of(&property.schema);
            if self.direction.excludes(&inner.keywords) {
                continue;
            }
            let needed = flat.required.contains(&property.name)
                || !always_present(flat, &property.name).is_empty()
                || flat.models.iter().any(|model| is_blank_if_missing(model, &property.name));
            if !needed && depth == 0 {
                continue;
            }
            let name = property.name.clone();
            let mut value = self.node(&property.schema, &property.names, depth.saturating_sub(1));
            if inner.is("nullable") {
                value = prop_oneof![4 => value, 1 => Just(Node::Scalar("null".to_owned()))].boxed();
            }
            if name == "id" {
                // An empty ID isn't assigned yet, and isn't sent.
                value = value.prop_filter("not empty", |id| id.to_string() != "\"\"").boxed();
            }
            let field = value.prop_map(move |value| (name.clone(), value));
            fields.push(match needed {
                true => field.prop_map(Some).boxed(),
                false => prop::option::of(field).boxed(),
            });
        }
        let more = if self.future { 2 } else { 0 };
        let unknown = prop::collection::vec((any_text(), any_json(false)), 0..=more);
        (fields, unknown)
            .prop_map(|(known, unknown)| {
                let unknown = unknown.into_iter().enumerate();
                let unknown = unknown.map(|(index, (name, value))| (format!("future {index} {name}"), value));
                known.into_iter().flatten().chain(unknown).collect::<Vec<_>>()
            })
            .prop_shuffle()
            .prop_map(Node::Object)
            .boxed()
    }
}

/// An object with the tag of a union in any position.
fn tagged(
    tag: &str,
    value: impl Strategy<Value = String> + 'static,
    object: BoxedStrategy<Node>,
) -> BoxedStrategy<Node> {
    let tag = tag.to_owned();
    (value, object, any::<Index>())
        .prop_map(move |(value, object, at)| {
            let Node::Object(mut fields) = object else { panic!("a variant is an object: {object}") };
            fields.retain(|(name, _)| *name != tag);
            let at = at.index(fields.len() + 1);
            fields.insert(at, (tag.clone(), Node::Scalar(Value::from(value).to_string())));
            Node::Object(fields)
        })
        .boxed()
}

/// The keys of an object that are null.
pub fn nulls(body: &Value) -> Vec<&String> {
    let fields = body.as_object().into_iter().flatten();
    fields.filter(|(_, value)| value.is_null()).map(|(name, _)| name).collect()
}
