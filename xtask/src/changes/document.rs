//! Lookups in an OpenAPI document.

use sunshine_conversations_codegen::yaml::{Node, Value};

/// The longest chain of references that is followed.
const CHAIN: usize = 32;
const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const SCHEMAS: &str = "#/components/schemas/";

/// An OpenAPI document.
#[derive(Clone, Copy)]
pub struct Document<'a> {
    pub root: &'a Node,
}

/// An operation, and the path item that contains it.
#[derive(Clone, Copy)]
pub struct Operation<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub item: &'a Node,
    pub node: &'a Node,
}

impl<'a> Document<'a> {
    /// Returns the object that a chain of `$ref`s points to.
    pub fn resolve(&self, node: &'a Node) -> &'a Node {
        let mut node = node;
        for _ in 0..CHAIN {
            match node.get("$ref").and_then(Node::text).and_then(|reference| self.pointer(reference)) {
                Some(target) => node = target,
                None => break,
            }
        }
        node
    }

    /// Returns the object at a local reference, such as `#/components/schemas/user`.
    pub fn pointer(&self, reference: &str) -> Option<&'a Node> {
        let mut node = self.root;
        for part in reference.strip_prefix("#/")?.split('/') {
            let part = part.replace("~1", "/").replace("~0", "~");
            node = match &node.value {
                Value::List(items) => items.get(part.parse::<usize>().ok()?)?,
                _ => node.get(&part)?,
            };
        }
        Some(node)
    }

    /// Returns the named schemas.
    pub fn schemas(&self) -> &'a [(String, Node)] {
        self.components("schemas")
    }

    /// Returns the named components of one type.
    pub fn components(&self, kind: &str) -> &'a [(String, Node)] {
        self.root.get("components").map_or(&[], |components| section(components, kind))
    }

    pub fn schema(&self, name: &str) -> Option<&'a Node> {
        self.schemas().iter().find(|(known, _)| known == name).map(|(_, node)| node)
    }

    /// Returns all operations in the order of the document.
    pub fn operations(&self) -> Vec<Operation<'a>> {
        self.operations_of(section(self.root, "paths"))
    }

    /// Returns the webhooks of OpenAPI 3.1 and those of the extension `x-webhooks`.
    pub fn webhooks(&self) -> Vec<Operation<'a>> {
        let mut webhooks = self.operations_of(section(self.root, "webhooks"));
        webhooks.extend(self.operations_of(section(self.root, "x-webhooks")));
        webhooks
    }

    fn operations_of(&self, paths: &'a [(String, Node)]) -> Vec<Operation<'a>> {
        let mut operations = Vec::new();
        for (path, item) in paths {
            let item = self.resolve(item);
            for (method, node) in item.entries().iter().filter(|(key, _)| METHODS.contains(&key.as_str())) {
                operations.push(Operation { method, path, item, node });
            }
        }
        operations
    }
}

impl<'a> Operation<'a> {
    pub fn id(&self) -> Option<&'a str> {
        self.node.get("operationId").and_then(Node::text)
    }

    /// Returns the method and path, as in `GET /users/{userId}`.
    pub fn route(&self) -> String {
        format!("{} {}", self.method.to_uppercase(), self.path)
    }

    /// Returns the route without the names of path parameters.
    pub fn anonymous_route(&self) -> String {
        let mut route = String::new();
        for part in self.route().split('/') {
            route.push('/');
            route.push_str(if part.starts_with('{') { "{}" } else { part });
        }
        route
    }

    /// Returns whether the operation updates a record, so that `null` in a field of its body clears the field.
    pub fn is_update(&self) -> bool {
        matches!(self.method, "patch" | "put")
    }
}

/// Returns the entries of the map at `key`; empty if it isn't a map.
pub fn section<'a>(node: &'a Node, key: &str) -> &'a [(String, Node)] {
    node.get(key).map_or(&[], Node::entries)
}

/// Returns the items of the list at `key`; empty if it isn't a list.
pub fn items<'a>(node: &'a Node, key: &str) -> &'a [Node] {
    node.get(key).map_or(&[], Node::list)
}

/// Returns the name of the schema that a reference points to.
pub fn schema_name(reference: &str) -> Option<&str> {
    reference.strip_prefix(SCHEMAS)
}

/// Returns a value as one line of JSON-like text; keys are sorted, and numbers have one notation.
pub fn value_text(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number_text(number),
        Value::Text(text) => text.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(value_text).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let mut lines: Vec<String> =
                entries.iter().map(|(key, value)| format!("{key}: {}", value_text(value))).collect();
            lines.sort();
            format!("{{{}}}", lines.join(", "))
        }
    }
}

fn number_text(number: &str) -> String {
    number.parse::<f64>().map_or_else(|_| number.to_owned(), |value| value.to_string())
}
