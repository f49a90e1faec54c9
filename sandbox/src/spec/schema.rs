//! Converts schemas of OpenAPI 3.0 to JSON Schema, and validates with them.

#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};

use crate::spec::validator::{Resolve, can_match, unsupported, violations};
use crate::spec::violation::Violation;
use crate::util::values::{entries, list};

/// The references of the converted component schemas start with it.
const REQUESTS: &str = "requests/";

const RESPONSES: &str = "responses/";

/// The component schemas, once for each direction.
pub(crate) struct Components {
    requests: Value,
    responses: Value,
}

impl Components {
    pub(crate) fn new(document: &Value) -> Self {
        let [requests, responses] =
            [Converter::REQUEST, Converter::RESPONSE].map(|converter| converter.components(document));
        for (_, schema) in entries(&requests).chain(entries(&responses)) {
            check(schema);
        }
        Self { requests, responses }
    }
}

impl Resolve for Components {
    fn resolve(&self, reference: &str) -> Option<&Value> {
        match reference.strip_prefix(REQUESTS) {
            Some(name) => self.requests.get(name),
            None => self.responses.get(reference.strip_prefix(RESPONSES)?),
        }
    }
}

/// A converted schema of an operation.
pub(crate) struct Schema(Value);

impl Schema {
    pub(crate) fn new(source: Value) -> Self {
        check(&source);
        Self(source)
    }

    pub(crate) fn source(&self) -> &Value {
        &self.0
    }

    pub(crate) fn violations(&self, instance: &Value, components: &Components) -> Vec<Violation> {
        let mut violations = violations(&self.0, instance, components);
        // A property that is required by a base and by an extending schema is one violation.
        violations.dedup();
        violations
    }
}

/// Stops the sandbox if it would accept more than the document allows.
fn check(schema: &Value) {
    if let Some(what) = unsupported(schema) {
        panic!("openapi.yaml: {what} isn't supported by the sandbox's validator");
    }
}

/// Converts OpenAPI's dialect to JSON Schema, for one direction.
pub(crate) struct Converter {
    /// The prefix of references to components that are converted for this direction.
    prefix: &'static str,
    /// The keyword for properties that aren't sent in this direction.
    closed: &'static str,
}

impl Converter {
    pub(crate) const REQUEST: Self = Self { prefix: REQUESTS, closed: "readOnly" };
    pub(crate) const RESPONSE: Self = Self { prefix: RESPONSES, closed: "writeOnly" };

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
            "pattern" => value.as_str().filter(|pattern| can_match(pattern)).map(Value::from),
            "type" | "enum" | "format" | "multipleOf" | "minimum" | "maximum" | "minLength" | "maxLength"
            | "minItems" | "maxItems" | "uniqueItems" | "minProperties" | "maxProperties" => Some(value.clone()),
            _ => None,
        }
    }

    fn reference(&self, reference: &str) -> String {
        let name = reference.strip_prefix("#/components/schemas/").unwrap_or(reference);
        format!("{}{name}", self.prefix)
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
            let types = json!(["null", name]);
            schema.insert("type".to_owned(), types);
            schema.into()
        }
        None => json!({"if": {"type": "null"}, "else": schema}),
    }
}

/// Follows a reference within the document.
pub(crate) fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let target = value["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    target.and_then(|pointer| document.pointer(pointer)).unwrap_or(value)
}
