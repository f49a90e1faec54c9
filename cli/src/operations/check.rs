//! Checks values against the types of the document, so that mistakes name the field before anything is sent.

use serde_json::Value;

use super::table::{Schema, Type, Union};

/// Returns the mistakes in a value, each with the path of the field.
pub fn mistakes(value: &Value, ty: &Type) -> Vec<String> {
    let mut found = Vec::new();
    check(value, ty, "", &mut found);
    found
}

fn check(value: &Value, ty: &Type, path: &str, found: &mut Vec<String>) {
    let expected = |name: &str| format!("{}: must be {name}, not {}", shown(path), kind(value));
    match (ty, value) {
        (Type::Json, _) | (Type::Binary | Type::Text, Value::String(_)) | (Type::Bool, Value::Bool(_)) => {}
        (Type::Number, Value::Number(_)) => {}
        (Type::Integer, Value::Number(number)) if number.is_i64() || number.is_u64() => {}
        (Type::Enum(values), Value::String(text)) => {
            if !values.contains(&text.as_str()) {
                found.push(format!("{}: `{text}` must be one of {}", shown(path), values.join(", ")));
            }
        }
        (Type::List(item), Value::Array(items)) => {
            for (index, value) in items.iter().enumerate() {
                check(value, item, &joined(path, &index.to_string()), found);
            }
        }
        (Type::Map(value_type), Value::Object(entries)) => {
            for (key, value) in entries {
                check(value, value_type, &joined(path, key), found);
            }
        }
        (Type::Object(schema), Value::Object(_)) => check_object(value, schema, None, path, found),
        (Type::Union(union), Value::Object(_)) => check_union(value, union, path, found),
        (Type::Choice(schemas), Value::Object(_)) => check_choice(value, schemas, path, found),
        (Type::Text | Type::Binary | Type::Enum(_), _) => found.push(expected("text")),
        (Type::Bool, _) => found.push(expected("true or false")),
        (Type::Integer, _) => found.push(expected("an integer")),
        (Type::Number, _) => found.push(expected("a number")),
        (Type::List(_), _) => found.push(expected("a list")),
        (Type::Map(_) | Type::Object(_) | Type::Union(_) | Type::Choice(_), _) => found.push(expected("an object")),
    }
}

fn check_object(value: &Value, schema: &Schema, tag: Option<&str>, path: &str, found: &mut Vec<String>) {
    let Some(entries) = value.as_object() else { return };
    for (key, value) in entries {
        match schema.fields.iter().find(|field| field.key == key) {
            Some(field) if value.is_null() => {
                if !field.clears {
                    found.push(format!("{}: must not be null", joined(path, key)));
                }
            }
            Some(field) => check(value, &field.ty, &joined(path, key), found),
            None if tag == Some(key) => {}
            None => {
                let known: Vec<_> = schema.fields.iter().map(|field| field.key).collect();
                found.push(format!(
                    "{}: unknown field of {}; known: {}",
                    joined(path, key),
                    schema.name,
                    known.join(", ")
                ));
            }
        }
    }
    let missing = schema.fields.iter().filter(|field| field.required && !entries.contains_key(field.key));
    found.extend(missing.map(|field| format!("{}: is required", joined(path, field.key))));
}

fn check_union(value: &Value, union: &Union, path: &str, found: &mut Vec<String>) {
    let place = joined(path, union.tag);
    let tags = || union.variants.iter().map(|variant| variant.tag).collect::<Vec<_>>().join(", ");
    let Some(tag) = value.get(union.tag).and_then(Value::as_str) else {
        found.push(format!("{place}: is required; one of {}", tags()));
        return;
    };
    match union.variants.iter().find(|variant| variant.tag == tag) {
        Some(variant) => match &variant.ty {
            Type::Object(schema) => check_object(value, schema, Some(union.tag), path, found),
            ty => check(value, ty, path, found),
        },
        None => found.push(format!("{place}: `{tag}` must be one of {}", tags())),
    }
}

/// The value has to be like one of the schemas. The mistakes are those for the schema with the fewest.
fn check_choice(value: &Value, schemas: &[&Schema], path: &str, found: &mut Vec<String>) {
    let mistakes = schemas.iter().map(|schema| {
        let mut mistakes = Vec::new();
        check_object(value, schema, None, path, &mut mistakes);
        mistakes
    });
    found.extend(mistakes.min_by_key(Vec::len).unwrap_or_default());
}

fn joined(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn shown(path: &str) -> &str {
    if path.is_empty() { "the body" } else { path }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::super::commands::COMMANDS;
    use super::*;
    use serde_json::json;

    fn of(id: &str, body: Value) -> Vec<String> {
        let command = COMMANDS.iter().find(|command| command.id == id).unwrap();
        mistakes(&body, &command.body.as_ref().unwrap().ty)
    }

    #[test]
    fn mistakes_name_the_field() {
        let none: [String; 0] = [];
        assert_eq!(of("CreateUser", json!({"externalId": "steve", "profile": {"givenName": "Steve"}})), none);
        let unknown = of("CreateUser", json!({"externalId": "steve", "profile": {"firstName": "Steve"}}));
        assert!(unknown[0].starts_with("profile.firstName: unknown field of Profile; known: givenName"), "{unknown:?}");
        assert_eq!(of("CreateUser", json!({"externalId": 5})), ["externalId: must be text, not a number"]);
        let message = json!({"author": {"type": "bot"}, "content": {"type": "text", "text": "Hi"}});
        assert_eq!(of("PostMessage", message), ["author.type: `bot` must be one of business, user"]);
        assert_eq!(
            of("PostMessage", json!({"content": {"type": "image"}})),
            ["content.mediaUrl: is required", "author: is required"]
        );
        assert_eq!(of("UpdateIntegration", json!({"brandColor": "00ff00", "displayName": null})), none);
        let unknown = of("UpdateIntegration", json!({"brandColour": "00ff00", "originWhitelist": []}));
        assert!(unknown[0].starts_with("brandColour: unknown field of WebIntegrationUpdate; known: "), "{unknown:?}");
        assert!(of("PostMessage", json!({"content": {}}))[0].starts_with("content.type: is required; one of "));
    }
}
