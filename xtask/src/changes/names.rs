//! The Rust names of operations and schemas.

use std::collections::BTreeMap;

use sunshine_conversations_codegen::names::{type_name, value_name};
use sunshine_conversations_codegen::yaml::Node;

use super::document::{Document, Operation, section};
use super::events::Events;

/// The Rust names of schemas that differ from the rule.
#[derive(Default)]
pub struct Names {
    models: BTreeMap<String, String>,
}

impl Names {
    /// Reads the names in `openapi-generator.yaml`, and finds the schemas of events.
    pub fn new(configuration: &Node, documents: &[Document<'_>]) -> Self {
        let corrections = configuration.get("corrections").map_or(&[][..], |corrections| section(corrections, "names"));
        let mut models: BTreeMap<String, String> =
            corrections.iter().filter_map(|(name, to)| Some((name.clone(), to.text()?.to_owned()))).collect();
        for event in documents.iter().flat_map(|document| Events::new(document).events) {
            if let Some(name) = event.schema.filter(|name| !name.ends_with("Event") && !models.contains_key(*name)) {
                models.insert(name.to_owned(), format!("{}Event", type_name(name)));
            }
        }
        Self { models }
    }

    /// Returns the name of a schema's type.
    pub fn model(&self, schema: &str) -> String {
        self.models.get(schema).cloned().unwrap_or_else(|| type_name(schema))
    }

    /// Returns the name of an operation's method on the client.
    pub fn method(&self, operation: &Operation<'_>) -> String {
        operation.id().map_or_else(|| operation.route(), value_name)
    }
}
