//! Converts schemas of OpenAPI 3.0 to JSON Schema, and validates with them.

use std::fmt;
use std::sync::OnceLock;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Registry, ValidationError, Validator};
use serde_json::{Map, Value, json};

/// The URI of the converted component schemas.
const REQUESTS: &str = "sandbox:/requests";
const RESPONSES: &str = "sandbox:/responses";

/// The component schemas, once for each direction.
pub(crate) struct Components(Registry<'static>);

impl Components {
    pub(crate) fn new(document: &Value) -> Self {
        Registry::new()
            .add(REQUESTS, Converter::REQUEST.components(document))
            .and_then(|registry| registry.add(RESPONSES, Converter::RESPONSE.components(document)))
            .and_then(|registry| registry.prepare())
            .map(Self)
            .expect("the document's schemas can be resolved")
    }
}

/// A schema whose validator is created on first use, because most programs call few operations.
pub(crate) struct Schema {
    source: Value,
    validator: OnceLock<Validator>,
}

impl Schema {
    pub(crate) fn new(source: Value) -> Self {
        Self { source, validator: OnceLock::new() }
    }

    pub(crate) fn source(&self) -> &Value {
        &self.source
    }

    pub(crate) fn violations(&self, instance: &Value, components: &Components) -> Vec<Violation> {
        let mut violations: Vec<Violation> =
            self.validator(components).iter_errors(instance).map(Violation::new).collect();
        // A property that is required by a base and by an extending schema is one violation.
        violations.dedup();
        violations
    }

    fn validator(&self, components: &Components) -> &Validator {
        self.validator.get_or_init(|| {
            jsonschema::options()
                .with_registry(&components.0)
                .should_validate_formats(true)
                .build(&self.source)
                .expect("the document's schemas are valid")
        })
    }
}

/// A violation: its place in a body or a query, and a message.
#[derive(PartialEq)]
pub(crate) struct Violation {
    pub(crate) pointer: String,
    message: String,
}

impl Violation {
    fn new(error: ValidationError<'_>) -> Self {
        let pointer = error.instance_path().to_string();
        match error.kind() {
            ValidationErrorKind::Required { property } => {
                let property = property.as_str().unwrap_or_default();
                Self { pointer: format!("{pointer}/{property}"), message: "is required".to_owned() }
            }
            // The only false schemas are those of read-only and write-only properties.
            ValidationErrorKind::FalseSchema => {
                Self { pointer, message: "is read-only in requests or write-only in responses".to_owned() }
            }
            // Masked: the value may be long or private.
            _ => Self { pointer, message: error.masked().to_string() },
        }
    }

    /// The place in query notation: `page[size]`.
    pub(crate) fn in_query(&self) -> String {
        let mut keys = self.pointer.split('/').skip(1);
        let name = keys.next().unwrap_or("query").to_owned();
        let place = keys.fold(name, |place, key| format!("{place}[{key}]"));
        format!("{place}: {}", self.message)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() { "body" } else { &self.pointer };
        write!(f, "{place}: {}", self.message)
    }
}

/// Converts OpenAPI's dialect to JSON Schema, for one direction.
pub(crate) struct Converter {
    /// The URI of the components that are converted for this direction.
    uri: &'static str,
    /// The keyword for properties that aren't sent in this direction.
    closed: &'static str,
}

impl Converter {
    pub(crate) const REQUEST: Self = Self { uri: REQUESTS, closed: "readOnly" };
    pub(crate) const RESPONSE: Self = Self { uri: RESPONSES, closed: "writeOnly" };

    fn components(&self, document: &Value) -> Value {
        self.each(&document["components"]["schemas"])
    }

    fn each(&self, schemas: &Value) -> Value {
        entries(schemas).map(|(name, schema)| (name.to_owned(), self.schema(schema))).collect::<Map<_, _>>().into()
    }

    fn all<'a>(&self, schemas: impl Iterator<Item = &'a Value>) -> Vec<Value> {
        schemas.map(|schema| self.schema(schema)).collect()
    }

    pub(crate) fn schema(&self, schema: &Value) -> Value {
        if schema[self.closed] == true {
            return false.into();
        }
        if let Some(reference) = schema["$ref"].as_str() {
            return json!({"$ref": self.reference(reference)});
        }
        if !schema.is_object() {
            return schema.clone();
        }
        let mut converted: Map<String, Value> =
            entries(schema).filter_map(|(key, value)| Some((key.to_owned(), self.keyword(key, value)?))).collect();
        converted.extend(self.required(schema));
        converted.extend(self.all_of(schema));
        with_null(converted, &schema["nullable"])
    }

    /// Keeps validating keywords only: no descriptions, examples and defaults.
    fn keyword(&self, key: &str, value: &Value) -> Option<Value> {
        match key {
            "properties" => Some(self.each(value)),
            "items" | "not" | "additionalProperties" => Some(self.schema(value)),
            // Limits on the items of a request don't apply to later responses.
            "minItems" | "maxItems" if self.closed == Self::RESPONSE.closed => None,
            "type" | "enum" | "format" | "pattern" | "multipleOf" | "minimum" | "maximum" | "minLength"
            | "maxLength" | "minItems" | "maxItems" | "uniqueItems" | "minProperties" | "maxProperties" => {
                Some(value.clone())
            }
            _ => None,
        }
    }

    fn reference(&self, reference: &str) -> String {
        let name = reference.strip_prefix("#/components/schemas/").unwrap_or(reference);
        format!("{}#/{name}", self.uri)
    }

    /// Without properties that aren't sent in this direction, and with those that have `required: true` themselves, as
    /// in early JSON Schema.
    fn required(&self, schema: &Value) -> Option<(String, Value)> {
        let properties = &schema["properties"];
        let listed = list(&schema["required"]).filter_map(Value::as_str);
        let own = entries(properties).filter(|(_, property)| property["required"] == true).map(|(name, _)| name);
        let open = |name: &&str| properties[*name][self.closed] != true;
        let required: Vec<&str> = listed.chain(own).filter(open).collect();
        (!required.is_empty()).then(|| ("required".to_owned(), required.into()))
    }

    fn all_of(&self, schema: &Value) -> Option<(String, Value)> {
        let mut conditions = self.all(list(&schema["allOf"]));
        conditions.extend(self.union(schema));
        (!conditions.is_empty()).then(|| ("allOf".to_owned(), conditions.into()))
    }

    /// A union as a list of conditions. A discriminator without branches, on a base schema, adds none: extending
    /// schemas refer to the base, and it can't refer back to them.
    fn union(&self, schema: &Value) -> Vec<Value> {
        let Some(branches) = schema.get("oneOf").or_else(|| schema.get("anyOf")) else {
            return Vec::new();
        };
        if schema["discriminator"].is_object() {
            return self.dispatch(&schema["discriminator"], branches);
        }
        // Branches that require nothing match any object, so "one of" would always fail and "any of" would check
        // nothing. Only the types of their properties are checked.
        let is_loose = |branch: &Value| branch["type"] == "object" && branch["required"].is_null();
        let conditions = self.all(list(branches));
        if list(branches).all(is_loose) { conditions } else { vec![json!({"anyOf": conditions})] }
    }

    /// The discriminator selects the branch, so that a violation names the field and not the union.
    fn dispatch(&self, discriminator: &Value, branches: &Value) -> Vec<Value> {
        let property = discriminator["propertyName"].as_str().unwrap_or_default();
        let tags = tags(discriminator, branches);
        let known: Vec<&str> = tags.iter().map(|(tag, _)| *tag).collect();
        let known = json!({"type": "object", "required": [property], "properties": {property: {"enum": known}}});
        let branch = |(tag, reference): &(&str, &str)| {
            json!({
                "if": {"type": "object", "required": [property], "properties": {property: {"const": tag}}},
                "then": {"$ref": self.reference(reference)},
            })
        };
        std::iter::once(known).chain(tags.iter().map(branch)).collect()
    }
}

/// Each tag and its schema; without a mapping, a tag is the schema's name.
fn tags<'a>(discriminator: &'a Value, branches: &'a Value) -> Vec<(&'a str, &'a str)> {
    let mapped = entries(&discriminator["mapping"]).filter_map(|(tag, reference)| Some((tag, reference.as_str()?)));
    let named = list(branches).filter_map(|branch| {
        let reference = branch["$ref"].as_str()?;
        Some((reference.rsplit('/').next()?, reference))
    });
    if discriminator["mapping"].is_object() { mapped.collect() } else { named.collect() }
}

/// Adds `nullable` as a type, or around a schema without a type. `nullable: false` rejects the null that a referenced
/// schema allows.
fn with_null(mut schema: Map<String, Value>, nullable: &Value) -> Value {
    if *nullable == false {
        schema.insert("not".to_owned(), json!({"type": "null"}));
    }
    if *nullable != true {
        return schema.into();
    }
    match schema.get("type").filter(|_| !schema.contains_key("enum")) {
        Some(name) => {
            let types = json!([name, "null"]);
            schema.insert("type".to_owned(), types);
            schema.into()
        }
        None => json!({"if": {"type": "null"}, "else": schema}),
    }
}

pub(crate) fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

pub(crate) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
