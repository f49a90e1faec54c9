//! One form for the many ways in which a document can write the same schema.

use std::collections::{BTreeMap, BTreeSet};

use sunshine_conversations_codegen::yaml::{Node, Value};

use super::document::{Document, items, schema_name, section, value_text};

/// Keys that don't change the shape of a schema, only its use.
const ANNOTATIONS: &[&str] = &[
    "title",
    "description",
    "default",
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "example",
    "examples",
    "externalDocs",
    "xml",
    "$comment",
];
/// Keys whose value limits the accepted values.
pub const LIMITS: &[&str] = &[
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
];

/// A schema with its references followed and its `allOf` merged.
#[derive(Clone, Default)]
pub struct Schema<'a> {
    /// The named schema, if this is one or only refers to one.
    pub name: Option<&'a str>,
    pub types: BTreeSet<&'a str>,
    pub nullable: bool,
    pub format: Option<&'a str>,
    /// The values of an enum, without `null`.
    pub values: Option<Vec<String>>,
    pub fields: Vec<(&'a str, &'a Node)>,
    pub required: BTreeSet<&'a str>,
    pub additional: Option<&'a Node>,
    pub items: Option<&'a Node>,
    /// The members of a union, without `null`.
    pub members: Vec<&'a Node>,
    /// The field that selects the member of a union.
    pub tag: Option<&'a str>,
    /// The tags of members, with the names of their schemas.
    pub mapping: BTreeMap<&'a str, &'a str>,
    pub limits: BTreeMap<&'static str, String>,
    pub default: Option<String>,
    pub read_only: bool,
    pub write_only: bool,
    pub deprecated: bool,
    pub description: String,
    /// The named schemas that are merged into this one.
    pub parts: BTreeSet<&'a str>,
}

impl<'a> Schema<'a> {
    pub fn new(document: &Document<'a>, node: &'a Node) -> Self {
        let mut schema = Self::default();
        schema.merge(document, node, false);
        schema.name = name_of(node);
        if let Some(name) = schema.name {
            schema.parts.remove(name);
        }
        schema.infer_type();
        schema
    }

    fn merge(&mut self, document: &Document<'a>, node: &'a Node, is_part: bool) {
        if let Some(reference) = node.get("$ref").and_then(Node::text)
            && self.parts.insert(schema_name(reference).unwrap_or(reference))
            && let Some(target) = document.pointer(reference)
        {
            self.merge(document, target, is_part);
        }
        for part in items(node, "allOf") {
            self.merge(document, part, name_of(node).is_none());
        }
        self.merge_members(document, node, is_part);
        for (key, value) in node.entries() {
            self.merge_key(key, value);
        }
        self.merge_limits(node);
    }

    fn merge_members(&mut self, document: &Document<'a>, node: &'a Node, is_part: bool) {
        let all: Vec<&Node> = ["oneOf", "anyOf"].into_iter().flat_map(|key| items(node, key)).collect();
        let members: Vec<&Node> = all.iter().copied().filter(|member| !is_null_type(member)).collect();
        self.nullable |= members.len() < all.len();
        match members.as_slice() {
            [member] if node.get("discriminator").is_none() => self.merge(document, member, is_part),
            members => self.members.extend(members),
        }
        // The subtypes of a part aren't those of the schema that it is merged into.
        if let Some(discriminator) = node.get("discriminator").filter(|_| !is_part || !members.is_empty()) {
            self.tag = discriminator.get("propertyName").and_then(Node::text);
            for (tag, target) in section(discriminator, "mapping") {
                if let Some(target) = target.text() {
                    self.mapping.insert(tag, schema_name(target).unwrap_or(target));
                }
            }
        }
    }

    fn merge_key(&mut self, key: &str, node: &'a Node) {
        let flag = node.value == Value::Bool(true);
        match key {
            "type" => {
                let types = node.text().into_iter().chain(node.list().iter().filter_map(Node::text));
                for name in types {
                    if name == "null" {
                        self.nullable = true;
                    } else {
                        self.types.insert(name);
                    }
                }
            }
            "nullable" => self.nullable = flag,
            "format" => self.format = node.text(),
            "contentMediaType" if node.text() == Some("application/octet-stream") => self.format = Some("binary"),
            "enum" => self.merge_values(node.list()),
            "const" => self.merge_values(std::slice::from_ref(node)),
            "properties" => {
                for (name, field) in node.entries() {
                    self.fields.retain(|(known, _)| known != name);
                    self.fields.push((name, field));
                }
            }
            "required" => self.required.extend(node.list().iter().filter_map(Node::text)),
            "additionalProperties" => self.additional = Some(node),
            "items" => self.items = Some(node),
            "default" => self.default = Some(value_text(node)),
            "readOnly" => self.read_only = flag,
            "writeOnly" => self.write_only = flag,
            "deprecated" => self.deprecated = flag,
            "description" => {
                let words: Vec<&str> = node.text().unwrap_or_default().split_whitespace().collect();
                self.description = words.join(" ");
            }
            _ => {}
        }
    }

    fn merge_values(&mut self, values: &'a [Node]) {
        self.nullable |= values.iter().any(Node::is_null);
        self.values = Some(values.iter().filter(|value| !value.is_null()).map(value_text).collect());
        if self.types.is_empty() {
            let kind = |value: &Node| match &value.value {
                Value::Text(_) => Some("string"),
                Value::Bool(_) => Some("boolean"),
                Value::Number(number) if number.contains(['.', 'e', 'E']) => Some("number"),
                Value::Number(_) => Some("integer"),
                _ => None,
            };
            self.types.extend(values.iter().filter_map(kind));
        }
    }

    fn merge_limits(&mut self, node: &Node) {
        for key in LIMITS {
            let Some(text) = node.get(key).map(value_text) else { continue };
            // OpenAPI 3.0 marks `minimum` as exclusive; OpenAPI 3.1 has a number for it.
            let key = match *key {
                "minimum" if node.flag("exclusiveMinimum") => "exclusiveMinimum",
                "maximum" if node.flag("exclusiveMaximum") => "exclusiveMaximum",
                "exclusiveMinimum" | "exclusiveMaximum" if text == "true" => continue,
                "minLength" | "minItems" | "minProperties" if text == "0" => continue,
                _ if text == "false" => continue,
                key => key,
            };
            self.limits.insert(key, text);
        }
    }

    fn infer_type(&mut self) {
        if self.types.is_empty() && self.members.is_empty() {
            if !self.fields.is_empty() || self.additional.is_some() {
                self.types.insert("object");
            } else if self.items.is_some() {
                self.types.insert("array");
            }
        }
    }

    /// Returns the type of the values of a map.
    pub fn map_values(&self) -> Option<&'a Node> {
        self.additional.filter(|node| self.fields.is_empty() && !node.entries().is_empty())
    }

    /// Returns whether fields that aren't declared are rejected.
    pub fn is_closed(&self) -> bool {
        self.additional.is_some_and(|node| node.value == Value::Bool(false))
    }

    pub fn is_object(&self) -> bool {
        self.types.len() == 1 && self.types.contains("object")
    }

    /// Returns whether Rust has a type for this schema: a struct or an enum.
    pub fn is_model(&self) -> bool {
        !self.members.is_empty() || self.values.is_some() || !self.fields.is_empty()
    }

    /// Returns a word for the shape. Schemas of different shapes have nothing in common.
    pub fn shape(&self) -> String {
        let types: Vec<&str> = self.types.iter().copied().collect();
        let types = types.join(" or ");
        if !self.members.is_empty() {
            "union".to_owned()
        } else if self.values.is_some() {
            if types == "string" { "enum".to_owned() } else { format!("{types} enum") }
        } else if self.map_values().is_some() {
            "map".to_owned()
        } else if types == "object" && self.fields.is_empty() {
            "free-form object".to_owned()
        } else if types.is_empty() {
            "any value".to_owned()
        } else {
            types.replace("array", "list")
        }
    }
}

/// Returns the name of the schema that a node refers to, if the node adds nothing to it but annotations.
pub fn name_of(node: &Node) -> Option<&str> {
    let only = |key: &str| {
        node.entries()
            .iter()
            .all(|(other, _)| other == key || other.starts_with("x-") || ANNOTATIONS.contains(&other.as_str()))
    };
    if let Some(reference) = node.get("$ref").and_then(Node::text) {
        return schema_name(reference).filter(|_| only("$ref"));
    }
    let key = ["allOf", "oneOf", "anyOf"].into_iter().find(|key| node.get(key).is_some())?;
    let mut members = items(node, key).iter().filter(|member| !is_null_type(member));
    match (members.next(), members.next()) {
        (Some(member), None) if only(key) => name_of(member),
        _ => None,
    }
}

/// Returns whether this is OpenAPI 3.1's schema of `null`.
fn is_null_type(node: &Node) -> bool {
    node.get("type").and_then(Node::text) == Some("null")
}
