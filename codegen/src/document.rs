//! An OpenAPI document: its references, and its schemas with references resolved.

use crate::yaml::{self, Node, Value};

/// The longest chain of references that is followed.
const LONGEST_CHAIN: usize = 64;

/// An OpenAPI document whose references all resolve.
pub struct Document {
    root: Node,
    /// The schema of webhook events in a document without any.
    plain_event: Node,
}

impl Document {
    /// Parses a document and checks its references.
    ///
    /// # Errors
    /// If the text isn't YAML or JSON, isn't an OpenAPI document, or has a reference without a target.
    pub fn parse(text: &str, file: &str) -> Result<Self, String> {
        let root = yaml::parse(text).map_err(|error| format!("{file}: {error}"))?;
        for key in ["openapi", "paths"] {
            if root.get(key).is_none() {
                return Err(format!("{file}: not an OpenAPI 3 document: the key `{key}` is missing"));
            }
        }
        let plain_event = yaml::parse(
            "{type: object, required: [id], properties: {id: {type: string}, createdAt: {type: string, format: date-time}}}",
        )?;
        let document = Self { root, plain_event };
        let mut problems = Vec::new();
        document.check(&document.root, "#", &mut problems);
        if problems.is_empty() {
            return Ok(document);
        }
        let lines: Vec<_> = problems.iter().map(|problem| format!("{file}, {problem}")).collect();
        Err(lines.join("\n"))
    }

    /// Adds component schemas that the document lacks. A schema is left out if the document has one with its name or title,
    /// or lacks a schema that it refers to.
    pub fn add_schemas(&mut self, schemas: &[(String, Node)]) {
        for (name, schema) in schemas {
            let title = schema.get("title").and_then(Node::text);
            let is_known = self.components("schemas").iter().any(|(known, other)| {
                known == name || (title.is_some() && other.get("title").and_then(Node::text) == title)
            });
            let mut problems = Vec::new();
            self.check(schema, "#", &mut problems);
            let known = self.root.get_mut("components").and_then(|components| components.get_mut("schemas"));
            if let (false, true, Some(Node { value: Value::Map(known), .. })) = (is_known, problems.is_empty(), known) {
                known.push((name.clone(), schema.clone()));
            }
        }
    }

    /// Returns the document itself.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// Returns the schema of webhook events in a document without any: an ID and a time.
    pub fn plain_event(&self) -> &Node {
        &self.plain_event
    }

    /// Returns the entries of a section of `components`.
    pub fn components(&self, section: &str) -> &[(String, Node)] {
        self.root.get("components").and_then(|components| components.get(section)).map_or(&[], Node::entries)
    }

    /// Returns the target of a reference within the document.
    pub fn resolve(&self, reference: &str) -> Option<&Node> {
        let mut node = &self.root;
        for step in reference.strip_prefix("#/")?.split('/') {
            let step = unescape(step);
            node = match node.get(&step) {
                Some(node) => node,
                None => node.list().get(step.parse::<usize>().ok()?)?,
            };
        }
        Some(node)
    }

    /// Follows the references of a parameter, request body, response or path item.
    pub fn follow<'d>(&'d self, node: &'d Node, at: &str) -> (&'d Node, String) {
        let (mut node, mut at) = (node, at.to_owned());
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = node.get("$ref").and_then(Node::text) else { break };
            let Some(target) = self.resolve(reference) else { break };
            node = target;
            reference.clone_into(&mut at);
        }
        (node, at)
    }

    /// Returns the schema at a place: see [`View`].
    pub fn view<'d>(&'d self, node: &'d Node, at: &str) -> View<'d> {
        let mut layers = Vec::new();
        self.add_layers(node, at, false, &mut layers);
        View { layers }
    }

    fn add_layers<'d>(&'d self, node: &'d Node, at: &str, referenced: bool, layers: &mut Vec<Layer<'d>>) {
        if layers.len() > LONGEST_CHAIN {
            return;
        }
        let mut add = |target: &'d Node, target_at: &str, referenced| {
            layers.push(Layer { node, at: at.to_owned(), passes_on: true });
            self.add_layers(target, target_at, referenced, layers);
        };
        if let Some(reference) = node.get("$ref").and_then(Node::text)
            && let Some(target) = self.resolve(reference)
        {
            return add(target, reference, true);
        }
        // `allOf` with one member and no other keyword that has a shape: a reference with other facts.
        let shapeless = ["properties", "oneOf", "anyOf", "items", "additionalProperties"];
        let parts = node.get("allOf").map_or(&[][..], Node::list);
        if let [part] = parts
            && !referenced
            && shapeless.iter().all(|key| node.get(key).is_none())
        {
            return add(part, &format!("{at}/allOf/0"), false);
        }
        // A union with one member besides `null`: the member, which may be null.
        for keyword in ["oneOf", "anyOf"] {
            let members = node.get(keyword).map_or(&[][..], Node::list);
            let mut others = members.iter().enumerate().filter(|(_, member)| !is_null(member));
            if let (Some((index, member)), None) = (others.next(), others.next())
                && ["properties", "allOf", "discriminator"].iter().all(|key| node.get(key).is_none())
            {
                return add(member, &format!("{at}/{keyword}/{index}"), false);
            }
        }
        layers.push(Layer { node, at: at.to_owned(), passes_on: false });
    }

    fn check(&self, node: &Node, at: &str, problems: &mut Vec<String>) {
        if let Some(reference) = node.get("$ref")
            && let Some(target) = reference.text()
        {
            if !target.starts_with('#') {
                let what =
                    format!("line {}: `{target}` refers to another file, which isn't supported ({at})", reference.line);
                problems.push(what);
            } else if self.resolve(target).is_none() {
                problems.push(format!(
                    "line {}: the target of the reference `{target}` doesn't exist ({at})",
                    reference.line
                ));
            }
        }
        for (key, value) in node.entries() {
            let data = matches!(key.as_str(), "example" | "examples" | "default" | "enum" | "const");
            // A property may have the name of a keyword.
            if !data || at.ends_with("/properties") {
                self.check(value, &format!("{at}/{}", escape(key)), problems);
            }
        }
        for (index, value) in node.list().iter().enumerate() {
            self.check(value, &format!("{at}/{index}"), problems);
        }
    }
}

/// Escapes a step of a JSON pointer.
pub fn escape(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

/// Reverses [`escape`], and the percent-encoding of a URL fragment.
pub fn unescape(step: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = step.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (first, hex) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).replace("~1", "/").replace("~0", "~")
}

/// A schema at a place: the place's own keywords, then those of the schema that it refers to.
///
/// `{$ref: …}`, `{$ref: …, nullable: true}` and `{allOf: [{$ref: …}], nullable: true}` all are views with several
/// layers. The first layer that has a keyword determines its value.
#[derive(Clone)]
pub struct View<'d> {
    /// The layers, outermost first; never empty.
    pub layers: Vec<Layer<'d>>,
}

/// One of the nodes of a [`View`].
#[derive(Clone)]
pub struct Layer<'d> {
    /// The schema.
    pub node: &'d Node,
    /// Its JSON pointer.
    pub at: String,
    /// Whether the next layers are the target of its `$ref`, or its only member.
    pub passes_on: bool,
}

impl<'d> View<'d> {
    /// Returns the value of a keyword.
    pub fn get(&self, keyword: &str) -> Option<&'d Node> {
        self.layers
            .iter()
            .filter(|layer| !(layer.passes_on && matches!(keyword, "$ref" | "allOf" | "oneOf" | "anyOf")))
            .find_map(|layer| layer.node.get(keyword))
    }

    /// Returns the value of a keyword that the place itself has, not a component that it refers to.
    pub fn own(&self, keyword: &str) -> Option<&'d Node> {
        let own = self.layers.iter().enumerate().filter(|(index, layer)| *index == 0 || !is_component(&layer.at));
        own.map(|(_, layer)| layer.node).find_map(|node| node.get(keyword))
    }

    /// Returns the text of a keyword.
    pub fn text(&self, keyword: &str) -> Option<&'d str> {
        self.get(keyword).and_then(Node::text)
    }

    /// Returns whether a keyword is `true`.
    pub fn flag(&self, keyword: &str) -> bool {
        self.get(keyword).is_some_and(|node| node.value == Value::Bool(true))
    }

    /// Returns the JSON pointer of the schema that has the shape.
    pub fn at(&self) -> &str {
        const SHAPES: [&str; 8] =
            ["properties", "oneOf", "anyOf", "allOf", "enum", "const", "items", "additionalProperties"];
        let has_shape = |layer: &&Layer<'_>| SHAPES.iter().any(|keyword| layer.node.get(keyword).is_some());
        let mut ends = self.layers.iter().filter(|layer| !layer.passes_on);
        let layer = ends.clone().find(has_shape).or_else(|| ends.next()).or(self.layers.last());
        layer.map_or("#", |layer| &layer.at)
    }

    /// Returns the name of the component that this is, or that it refers to.
    pub fn component(&self) -> Option<String> {
        let name = self.layers.iter().find(|layer| is_component(&layer.at))?.at.strip_prefix(COMPONENT)?;
        Some(unescape(name))
    }

    /// Adds the layers of another view behind those of this one.
    pub fn over(mut self, other: &View<'d>) -> Self {
        self.layers.extend(other.layers.iter().cloned());
        self
    }

    /// Returns the types of the schema without `null`, as OpenAPI 3.0 and 3.1 write them.
    pub fn types(&self) -> Vec<&'d str> {
        let Some(node) = self.get("type") else { return Vec::new() };
        let all = node.text().into_iter().chain(node.list().iter().filter_map(Node::text));
        all.filter(|name| *name != "null").collect()
    }

    /// Returns whether `null` is a value of the schema.
    pub fn is_nullable(&self) -> bool {
        for layer in &self.layers {
            if let Some(nullable) = layer.node.get("nullable") {
                return nullable.value == Value::Bool(true);
            }
            if let Some(types) = layer.node.get("type")
                && let Value::List(types) = &types.value
            {
                return types.iter().any(|name| name.text() == Some("null"));
            }
            let members = ["oneOf", "anyOf"].iter().filter_map(|key| layer.node.get(key)).flat_map(Node::list);
            if members.into_iter().any(is_null)
                || layer.node.get("enum").is_some_and(|values| values.list().iter().any(Node::is_null))
            {
                return true;
            }
        }
        false
    }
}

const COMPONENT: &str = "#/components/schemas/";

/// Whether a pointer is that of a component schema itself.
pub fn is_component(at: &str) -> bool {
    at.strip_prefix(COMPONENT).is_some_and(|name| !name.contains('/'))
}

/// Whether a schema has `null` as its only value. OpenAPI 3.0 lacks a type for that, and uses `{nullable: true}`.
pub fn is_null(schema: &Node) -> bool {
    let is_fact = |key: &String| matches!(key.as_str(), "nullable" | "type" | "description" | "title");
    if schema.flag("nullable")
        && schema.entries().iter().all(|(key, _)| is_fact(key))
        && matches!(schema.get("type").and_then(Node::text), None | Some("object"))
    {
        return true;
    }
    schema.get("type").and_then(Node::text) == Some("null") || schema.get("const").is_some_and(Node::is_null)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(schemas: &str) -> Result<Document, String> {
        Document::parse(&format!("openapi: 3.0.3\npaths: {{}}\ncomponents:\n  schemas:\n{schemas}"), "openapi.yaml")
    }

    #[test]
    fn references_without_a_target_are_rejected() {
        let error =
            document("    a: {allOf: [{$ref: '#/components/schemas/b'}, {properties: {c: {$ref: other.yaml}}}]}")
                .err()
                .unwrap();
        assert_eq!(
            error,
            "openapi.yaml, line 5: the target of the reference `#/components/schemas/b` doesn't exist (#/components/schemas/a/allOf/0)\n\
             openapi.yaml, line 5: `other.yaml` refers to another file, which isn't supported (#/components/schemas/a/allOf/1/properties/c)"
        );
        assert!(document("    a: {example: {$ref: '#/none'}, properties: {example: {type: string}}}").is_ok());
        assert!(document("    a: {properties: {example: {$ref: '#/none'}}}").is_err());
    }

    #[test]
    fn the_outermost_layer_decides() {
        let document = document(
            "    name: {type: string, nullable: true, maxLength: 9}\n    a: {properties: {b: {allOf: [{$ref: '#/components/schemas/name'}], nullable: false}}}",
        )
        .unwrap();
        let node = document.resolve("#/components/schemas/a/properties/b").unwrap();
        let view = document.view(node, "#/components/schemas/a/properties/b");
        assert!(!view.is_nullable());
        assert_eq!(view.types(), ["string"]);
        assert_eq!(view.at(), "#/components/schemas/name");
        assert_eq!(view.get("maxLength").unwrap().scalar().unwrap(), "9");
    }

    #[test]
    fn pointers_are_unescaped() {
        assert_eq!(unescape("~1v2~1apps%7Bid%7D"), "/v2/apps{id}");
        assert_eq!(escape("/a~b"), "~1a~0b");
    }
}
