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
        let mut root = yaml::parse(text).map_err(|error| format!("{file}: {error}"))?;
        for key in ["openapi", "paths"] {
            if root.get(key).is_none() {
                return Err(format!("{file}: not an OpenAPI 3 document: the key `{key}` is missing"));
            }
        }
        let has_siblings = !root.get("openapi").and_then(Node::scalar).unwrap_or_default().starts_with("3.0");
        settle_siblings(&mut root, has_siblings, false);
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
    /// or lacks a schema that it refers to. Returns those for which a schema is missing.
    pub fn add_schemas<'s>(&mut self, schemas: &'s [(String, Node)]) -> Vec<(&'s str, usize)> {
        let mut left_out = Vec::new();
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
            } else if !is_known {
                left_out.push((name.as_str(), schema.line));
            }
        }
        left_out
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
        self.add_layers(node, at, is_component(at), &mut layers);
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
        // `allOf` with one member, or one reference and facts, and no other keyword that has a shape: a reference with other
        // facts. A component has its own name.
        const SHAPES: [&str; 6] = ["properties", "required", "oneOf", "anyOf", "items", "additionalProperties"];
        let has_any = |node: &Node, keys: &[&str]| keys.iter().any(|key| node.get(key).is_some());
        let is_fact = |part: &Node| !has_any(part, &SHAPES) && !has_any(part, &["$ref", "allOf", "enum", "const"]);
        let parts = node.get("allOf").map_or(&[][..], Node::list);
        let mut shaped = parts.iter().enumerate().filter(|(_, part)| parts.len() == 1 || !is_fact(part));
        if let (Some((index, part)), None) = (shaped.next(), shaped.next())
            && (parts.len() == 1 || part.get("$ref").is_some())
            && !referenced
            && !has_any(node, &SHAPES)
        {
            layers.push(Layer { node, at: at.to_owned(), passes_on: true });
            let facts = parts.iter().enumerate().filter(|(other, _)| *other != index);
            layers.extend(facts.map(|(other, node)| Layer {
                node,
                at: format!("{at}/allOf/{other}"),
                passes_on: true,
            }));
            return self.add_layers(part, &format!("{at}/allOf/{index}"), false, layers);
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
            // A property may have the name of a keyword.
            if !is_data(key) || at.ends_with("/properties") {
                self.check(value, &format!("{at}/{}", escape(key)), problems);
            }
        }
        for (index, value) in node.list().iter().enumerate() {
            self.check(value, &format!("{at}/{index}"), problems);
        }
    }
}

/// Whether the value of a keyword is data, in which `$ref` isn't a reference.
fn is_data(keyword: &str) -> bool {
    matches!(keyword, "example" | "examples" | "default" | "enum" | "const")
}

/// Decides the meaning of keywords next to a `$ref`.
///
/// OpenAPI 3.0 ignores them, so they are removed; only descriptions are kept, because they change nothing else.
/// Since 3.1, they apply in addition to the target, so those that add to its shape are an `allOf` with the target.
fn settle_siblings(node: &mut Node, has_siblings: bool, is_properties: bool) {
    const SHAPES: [&str; 7] = ["properties", "required", "allOf", "oneOf", "anyOf", "items", "additionalProperties"];
    let line = node.line;
    match &mut node.value {
        Value::Map(entries) => {
            let is_reference = |(key, value): &(String, Node)| key == "$ref" && value.text().is_some();
            if let Some(place) = entries.iter().position(is_reference)
                && !is_properties
            {
                if !has_siblings {
                    entries.retain(|(key, _)| matches!(key.as_str(), "$ref" | "summary" | "description"));
                } else if entries.iter().any(|(key, _)| SHAPES.contains(&key.as_str())) {
                    let reference = Node { line, value: Value::Map(vec![entries.remove(place)]) };
                    match entries.iter_mut().find(|(key, _)| key == "allOf").map(|(_, parts)| &mut parts.value) {
                        Some(Value::List(parts)) => parts.insert(0, reference),
                        _ => entries.push(("allOf".to_owned(), Node { line, value: Value::List(vec![reference]) })),
                    }
                }
            }
            for (key, value) in entries.iter_mut().filter(|(key, _)| is_properties || !is_data(key)) {
                settle_siblings(value, has_siblings, key == "properties" && !is_properties);
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| settle_siblings(item, has_siblings, false)),
        _ => {}
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
    fn schemas_that_refer_to_missing_ones_are_left_out() {
        let mut document = document("    a: {type: object}").unwrap();
        let added = yaml::parse(
            "b: {allOf: [{$ref: '#/components/schemas/a'}]}\nc: {$ref: '#/components/schemas/none'}\na: {type: string}",
        )
        .unwrap();
        assert_eq!(document.add_schemas(added.entries()), [("c", 2)]);
        assert_eq!(document.components("schemas").len(), 2);
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
    fn keywords_next_to_a_reference_depend_on_the_version() {
        let parse = |version: &str| {
            let text = format!(
                "openapi: {version}\npaths: {{}}\ncomponents: {{schemas: {{a: {{type: string}}, b: {{$ref: '#/components/schemas/a', \
                 description: d, nullable: true, readOnly: true}}, c: {{$ref: '#/components/schemas/b', required: [x], \
                 example: {{$ref: e, f: g}}}}, d: {{properties: {{$ref: {{type: string}}, readOnly: {{type: string}}}}}}}}}}"
            );
            Document::parse(&text, "openapi.yaml").unwrap()
        };
        let view = |document: &Document, name: &str| {
            let at = format!("#/components/schemas/{name}");
            let view = document.view(document.resolve(&at).unwrap(), &at);
            (
                view.is_nullable(),
                view.flag("readOnly"),
                view.text("description").map(str::to_owned),
                view.at().to_owned(),
            )
        };
        let (three_zero, three_one) = (parse("3.0.3"), parse("3.1.0"));
        let description = Some("d".to_owned());
        let a = "#/components/schemas/a".to_owned();
        assert_eq!(view(&three_zero, "b"), (false, false, description.clone(), a.clone()));
        assert_eq!(view(&three_one, "b"), (true, true, description, a.clone()));
        assert_eq!(view(&three_zero, "c").3, a);
        assert_eq!(view(&three_one, "c").3, "#/components/schemas/c");
        for document in [three_zero, three_one] {
            let properties = document.resolve("#/components/schemas/d/properties").unwrap();
            assert_eq!(properties.entries().len(), 2);
        }
    }

    #[test]
    fn pointers_are_unescaped() {
        assert_eq!(unescape("~1v2~1apps%7Bid%7D"), "/v2/apps{id}");
        assert_eq!(escape("/a~b"), "~1a~0b");
    }
}
