//! The document's schemas as JSON Schema, for an independent validator.

use serde_json::{Map, Value, json};

/// The schemas of responses and events.
pub struct Schemas(Value);

impl Schemas {
    pub fn read() -> Self {
        let mut document = super::document().clone();
        let schemas = document["components"]["schemas"].as_object_mut().expect("schemas");
        spread_bases(schemas);
        Self(schemas.iter().map(|(name, schema)| (name.clone(), standard(schema))).collect::<Map<_, _>>().into())
    }

    /// Each fault with its place, so that failures name it.
    pub fn faults(&self, schema: &Value, body: &Value) -> Vec<String> {
        let full = json!({"components": {"schemas": self.0}, "allOf": [schema]});
        let validator = jsonschema::options().should_validate_formats(true).build(&full).expect("a schema");
        validator.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }
}

/// A schema with a discriminator and no branches is the base of those that the mapping names, and whoever refers to it
/// means one of them.
fn spread_bases(schemas: &mut Map<String, Value>) {
    let is_base = |schema: &Value| schema["discriminator"].is_object() && schema["oneOf"].is_null();
    let bases: Vec<String> =
        schemas.iter().filter(|(_, schema)| is_base(schema)).map(|(name, _)| name.clone()).collect();
    for name in bases {
        let discriminator = schemas[&name]["discriminator"].clone();
        let branches: Vec<Value> = mapping(&discriminator).map(|(_, target)| json!({"$ref": target})).collect();
        for branch in &branches {
            let branch =
                branch["$ref"].as_str().and_then(|target| target.rsplit('/').next()).expect("a name").to_owned();
            for part in schemas[&branch]["allOf"].as_array_mut().expect("parts") {
                if part["$ref"] == format!("#/components/schemas/{name}") {
                    *part = json!({"$ref": format!("#/components/schemas/{name}Base")});
                }
            }
        }
        let mut base =
            schemas.insert(name.clone(), json!({"oneOf": branches, "discriminator": discriminator})).expect("it");
        base.as_object_mut().expect("an object").remove("discriminator");
        schemas.insert(format!("{name}Base"), base);
    }
}

fn mapping(discriminator: &Value) -> impl Iterator<Item = (&str, &str)> {
    let mapping = discriminator["mapping"].as_object().into_iter().flatten();
    mapping.map(|(tag, target)| (tag.as_str(), target.as_str().expect("a target")))
}

/// Converts a schema of OpenAPI 3.0 to JSON Schema, for responses.
pub fn standard(schema: &Value) -> Value {
    let Some(source) = schema.as_object() else { return schema.clone() };
    if source.get("writeOnly") == Some(&Value::Bool(true)) {
        return Value::Bool(false);
    }
    let mut result = Map::new();
    for (key, value) in source {
        let value = match key.as_str() {
            "properties" => standard_properties(value, &mut result),
            "allOf" => value.as_array().expect("parts").iter().map(standard).collect(),
            "oneOf" if source.contains_key("discriminator") => pinned(source),
            "oneOf" | "anyOf" => value.as_array().expect("branches").iter().map(standard).collect(),
            "items" | "additionalProperties" | "not" => standard(value),
            // Limits on the items of one request don't apply to responses. Other keywords don't validate.
            "minItems" | "maxItems" | "nullable" | "discriminator" | "example" | "default" | "required" => continue,
            _ => value.clone(),
        };
        result.insert(key.clone(), value);
    }
    if let Some(listed) = schema["required"].as_array() {
        let travels = |name: &&Value| schema["properties"][name.as_str().unwrap_or_default()]["writeOnly"] != true;
        let required = result.entry("required").or_insert_with(|| json!([])).as_array_mut().expect("a list");
        required.extend(listed.iter().filter(travels).cloned());
    }
    match &schema["nullable"] {
        Value::Bool(true) => json!({"anyOf": [{"type": "null"}, result]}),
        Value::Bool(false) => json!({"allOf": [result, {"not": {"type": "null"}}]}),
        _ => Value::Object(result),
    }
}

/// Some say of themselves that they are required.
fn standard_properties(properties: &Value, owner: &mut Map<String, Value>) -> Value {
    let properties = properties.as_object().expect("properties");
    let required: Vec<&String> =
        properties.iter().filter(|(_, property)| property["required"] == true).map(|(name, _)| name).collect();
    if !required.is_empty() {
        owner.insert("required".to_owned(), json!(required));
    }
    properties.iter().map(|(name, property)| (name.clone(), standard(property))).collect::<Map<_, _>>().into()
}

/// The branches, each with its tag: without, several match a text whose tag may be anything.
fn pinned(schema: &Map<String, Value>) -> Value {
    let discriminator = &schema["discriminator"];
    let property = discriminator["propertyName"].as_str().expect("a name");
    let mut tags: Vec<(&str, &str)> = mapping(discriminator).collect();
    if tags.is_empty() {
        let branches = schema["oneOf"].as_array().expect("branches").iter();
        let targets = branches.map(|branch| branch["$ref"].as_str().expect("a reference"));
        tags = targets.map(|target| (target.rsplit('/').next().expect("a name"), target)).collect();
    }
    let pin = |(tag, target)| json!({"allOf": [{"$ref": target}, {"required": [property], "properties": {property: {"const": tag}}}]});
    tags.into_iter().map(pin).collect()
}
