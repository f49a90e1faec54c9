//! The uses of a named schema: requests, responses and events.

use std::collections::{BTreeMap, BTreeSet};

use sunshine_conversations_codegen::yaml::Node;

use super::document::{Document, items, schema_name, section};
use super::events::Events;
use super::messages;
use super::names::Names;
use super::parameters;
use super::schema::{Schema, name_of};

/// How many names are printed before the rest is only counted.
const SHOWN: usize = 3;

/// The uses of a schema.
#[derive(Clone, Default)]
pub struct Uses {
    pub requests: BTreeSet<String>,
    pub responses: BTreeSet<String>,
    pub events: BTreeSet<String>,
    /// Whether a request that uses the schema updates a record.
    pub update: bool,
    /// Whether a value has this type. Otherwise the schema is only a part of others, through `allOf`.
    pub is_type: bool,
}

pub type UsesByName<'a> = BTreeMap<&'a str, Uses>;

/// Returns the uses of all named schemas.
pub fn uses<'a>(document: &Document<'a>, names: &Names) -> UsesByName<'a> {
    let mut uses = UsesByName::new();
    for operation in document.operations() {
        let method = names.method(&operation);
        let mut sent = Walk::new(document, true);
        for parameter in parameters::effective(document, &operation) {
            parameters::schema(parameter).into_iter().for_each(|node| sent.visit_parameter(node));
        }
        if let Some(body) = operation.node.get("requestBody") {
            messages::schemas(document.resolve(body)).for_each(|node| sent.visit(node));
        }
        for (name, is_type) in sent.seen {
            let uses = uses.entry(name).or_default();
            uses.requests.insert(method.clone());
            uses.update |= operation.is_update();
            uses.is_type |= is_type;
        }
        let mut received = Walk::new(document, false);
        for (_, response) in section(operation.node, "responses") {
            messages::schemas(document.resolve(response)).for_each(|node| received.visit(node));
        }
        for (name, is_type) in received.seen {
            let uses = uses.entry(name).or_default();
            uses.responses.insert(method.clone());
            uses.is_type |= is_type;
        }
    }
    let events = Events::new(document);
    for event in &events.events {
        let mut walk = Walk::new(document, false);
        walk.visit(event.node);
        let tag = event.tag.as_deref().or(event.schema).unwrap_or("payload");
        walk.add_to(&mut uses, tag);
    }
    let mut walk = Walk::new(document, false);
    walk.unions = &events.unions;
    events.payloads.iter().for_each(|node| walk.visit(node));
    walk.add_to(&mut uses, "payload");
    uses
}

/// A walk through everything that a schema refers to.
struct Walk<'a, 'b> {
    document: &'b Document<'a>,
    sent: bool,
    /// The named schemas, and whether a value has their type.
    seen: BTreeMap<&'a str, bool>,
    unions: &'b [&'a Node],
}

impl<'a, 'b> Walk<'a, 'b> {
    fn new(document: &'b Document<'a>, sent: bool) -> Self {
        Self { document, sent, seen: BTreeMap::new(), unions: &[] }
    }

    fn visit(&mut self, node: &'a Node) {
        if self.unions.iter().any(|union| std::ptr::eq(*union, node)) {
            return;
        }
        if let Some(name) = node.get("$ref").and_then(Node::text).and_then(schema_name) {
            self.visit_name(name, true);
        }
        for (_, field) in section(node, "properties") {
            let schema = Schema::new(self.document, field);
            if !(if self.sent { schema.read_only } else { schema.write_only }) {
                self.visit(field);
            }
        }
        for part in items(node, "allOf") {
            match part.get("$ref").and_then(Node::text).and_then(schema_name) {
                Some(name) => self.visit_name(name, name_of(node).is_some()),
                None => self.visit(part),
            }
        }
        for key in ["oneOf", "anyOf"] {
            items(node, key).iter().for_each(|part| self.visit(part));
        }
        for key in ["items", "additionalProperties"] {
            node.get(key).into_iter().for_each(|part| self.visit(part));
        }
        for (_, target) in node.get("discriminator").map_or(&[][..], |discriminator| section(discriminator, "mapping"))
        {
            if let Some(target) = target.text() {
                self.visit_name(schema_name(target).unwrap_or(target), true);
            }
        }
    }

    /// Each field of an object is a separate parameter, so the object isn't a type.
    fn visit_parameter(&mut self, node: &'a Node) {
        let schema = Schema::new(self.document, node);
        if schema.is_object() {
            schema.fields.iter().for_each(|(_, field)| self.visit(field));
        } else {
            self.visit(node);
        }
    }

    fn visit_name(&mut self, name: &'a str, is_type: bool) {
        let Some(target) = self.document.schema(name) else { return };
        let is_new = !self.seen.contains_key(name);
        *self.seen.entry(name).or_default() |= is_type;
        if is_new {
            self.visit(target);
        }
    }

    fn add_to(self, uses: &mut UsesByName<'a>, event: &str) {
        for (name, is_type) in self.seen {
            let uses = uses.entry(name).or_default();
            uses.events.insert(event.to_owned());
            uses.is_type |= is_type;
        }
    }
}

impl Uses {
    /// Returns the uses in words, as in "responses of `get_user` and `list_users`".
    pub fn text(&self) -> String {
        let mut parts = Vec::new();
        for (what, names) in [("requests", &self.requests), ("responses", &self.responses), ("events", &self.events)] {
            if names.is_empty() {
                continue;
            }
            parts.push(match (what, names.len()) {
                ("events", 1) => format!("event {}", list(names)),
                ("events", _) => format!("events {}", list(names)),
                _ => format!("{what} of {}", list(names)),
            });
        }
        parts.join("; ")
    }

    /// Adds the uses of another schema.
    pub fn merge(&mut self, other: &Self) {
        self.requests.extend(other.requests.iter().cloned());
        self.responses.extend(other.responses.iter().cloned());
        self.events.extend(other.events.iter().cloned());
    }
}

/// Returns names as a list in English, with the rest counted if there are many.
pub fn list(names: &BTreeSet<String>) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [name] => name.clone(),
        [names @ .., last] if names.len() < SHOWN => format!("{} and {last}", names.join(", ")),
        [first, second, rest @ ..] => format!("{first}, {second} and {} more", rest.len()),
    }
}
