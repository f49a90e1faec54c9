//! Bodies: from a file, options, `--set` and `--clear`, checked against the types of the document.

use std::fs;
use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Map, Value};
use sunshine_conversations::Json;

use super::table::{Field, Schema, Type};
use crate::failure::{Failure, Result};
use crate::request;

/// Why a secret isn't accepted.
const SECRET: &str = "a secret, which others on this machine could read on the command line";

static STDIN_IS_READ: AtomicBool = AtomicBool::new(false);

/// A value that may have any fields.
pub const ANY: Type = Type::Json;

/// Reads the argument of `--data`: `@FILE`, `@-` for stdin, or the text itself, which can't have secrets. YAML is accepted, too.
/// Returns the value and its JSON, which has the numbers as they were written.
pub fn read(argument: &str) -> Result<(Value, String)> {
    let text = content(argument)?;
    let (value, json) = match serde_json::from_str(&text) {
        Ok(value) => (value, text),
        Err(_) => {
            let value = parse(&text).map_err(|message| Failure::usage(format!("--data: {message}")))?;
            let json = value.to_string();
            (value, json)
        }
    };
    if !argument.starts_with('@') && request::has_secrets(&Json::from_text(&*json)?)? {
        return Err(Failure::usage(format!("--data: contains {SECRET}; use -d @FILE, or -d @- for stdin")));
    }
    Ok((value, json))
}

/// Reads the value of a header or parameter: that of a secret from `@FILE` or `@-`.
pub fn protected(option: &str, name: &str, value: &str) -> Result<String> {
    if !request::is_secret(name) {
        return Ok(value.to_owned());
    }
    if !value.starts_with('@') {
        return Err(Failure::usage(format!("{option} {name}: is {SECRET}; use @FILE, or @- for stdin, as its value")));
    }
    Ok(content(value)?.trim_end_matches(['\r', '\n']).to_owned())
}

/// Parses a JSON or YAML object.
pub fn parse(text: &str) -> std::result::Result<Value, String> {
    let json_error = match serde_json::from_str(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let is_yaml = |value: &Value| value.is_object() || value.is_array();
    match yaml_serde::from_str::<Value>(text) {
        Ok(value) if is_yaml(&value) => Ok(value),
        // Only comments: a template in which every field is optional.
        Ok(Value::Null) if text.trim_start().starts_with('#') => Ok(Value::Object(Map::new())),
        _ => Err(format!("neither JSON nor a YAML object: {json_error}")),
    }
}

/// Returns the content of `@FILE` or `@-`, or the text itself.
pub fn content(argument: &str) -> Result<String> {
    match argument.strip_prefix('@') {
        Some("-") => {
            if STDIN_IS_READ.swap(true, Ordering::Relaxed) {
                return Err(Failure::usage("stdin can be read only once: use `@-` for one value"));
            }
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map_err(|e| Failure::usage(format!("can't read stdin: {e}")))?;
            Ok(text)
        }
        Some(path) => fs::read_to_string(path).map_err(|e| Failure::usage(format!("can't read {path}: {e}"))),
        None => Ok(argument.to_owned()),
    }
}

/// Sets the value at a path from `PATH=VALUE`. `VALUE` may be `@FILE`, and is JSON if the field isn't text. `\@` is
/// an `@`.
pub fn set(body: &mut Value, ty: &Type, assignment: &str) -> Result<()> {
    let Some((path, value)) = split(assignment) else {
        return Err(Failure::usage(format!("--set {assignment}: expected PATH=VALUE, such as profile.givenName=Ada")));
    };
    let keys = keys(&path);
    let field = field_at(ty, &keys);
    let from_file = value.starts_with('@');
    let ty = field.map(|field| field.ty).or_else(|| type_at(ty, &keys));
    let is_file = value.starts_with('@') && value.len() > 1;
    let text = match value.strip_prefix("\\@") {
        Some(rest) => format!("@{rest}"),
        None if is_file => content(&value)?.trim_end_matches(['\r', '\n']).to_owned(),
        None => value,
    };
    let value = typed(&text, ty.as_ref()).map_err(|message| Failure::usage(format!("--set {path}: {message}")))?;
    if !from_file {
        let named = serde_json::json!({ keys.last().map(String::as_str).unwrap_or_default(): value });
        if field.is_some_and(|field| field.is_secret) || request::has_secrets(&Json::from(named))? {
            return Err(Failure::usage(format!("--set {path}: is {SECRET}; use {path}=@FILE, or {path}=@- for stdin")));
        }
    }
    put(body, &keys, value).map_err(|message| Failure::usage(format!("--set {path}: {message}")))
}

/// Sets the value at a path to null, which removes it.
pub fn clear(body: &mut Value, ty: &Type, path: &str) -> Result<()> {
    let keys = keys(path);
    if field_at(ty, &keys).is_some_and(|field| !field.clears) {
        return Err(Failure::usage(format!("--clear {path}: the API doesn't accept null for it")));
    }
    put(body, &keys, Value::Null).map_err(|message| Failure::usage(format!("--clear {path}: {message}")))
}

/// Splits at the first `=`.
fn split(assignment: &str) -> Option<(String, String)> {
    let (path, value) = assignment.split_once('=')?;
    (!path.is_empty()).then(|| (path.to_owned(), value.to_owned()))
}

/// Splits a path at dots. `\.` is a dot within a key.
pub fn keys(path: &str) -> Vec<String> {
    let mut keys = vec![String::new()];
    let mut escaped = false;
    for c in path.chars() {
        match c {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            '.' if !escaped => keys.push(String::new()),
            c => {
                if let Some(key) = keys.last_mut() {
                    key.push(c);
                }
            }
        }
        escaped = false;
    }
    keys
}

/// Returns the field at a path.
fn field_at(ty: &Type, keys: &[String]) -> Option<&'static Field> {
    let (first, rest) = keys.split_first()?;
    match ty {
        Type::Object(schema) => {
            let field = schema.fields.iter().find(|field| field.key == first)?;
            if rest.is_empty() { Some(field) } else { field_at(&field.ty, rest) }
        }
        Type::Union(union) => union.variants.iter().find_map(|variant| field_at(&variant.ty, keys)),
        Type::Choice(schemas) => schemas.iter().find_map(|schema| field_at(&Type::Object(schema), keys)),
        Type::List(item) | Type::Map(item) => field_at(item, rest),
        _ => None,
    }
}

/// Returns the type at a path that isn't a field: an item of a list, a value of a map, or a tag.
fn type_at(ty: &Type, keys: &[String]) -> Option<Type> {
    let Some((first, rest)) = keys.split_first() else { return Some(*ty) };
    match ty {
        Type::Object(schema) => type_at(&schema.fields.iter().find(|field| field.key == first)?.ty, rest),
        Type::Union(union) if union.tag == first => Some(Type::Text),
        Type::Union(union) => union.variants.iter().find_map(|variant| type_at(&variant.ty, keys)),
        Type::Choice(schemas) => schemas.iter().find_map(|schema| type_at(&Type::Object(schema), keys)),
        Type::List(item) | Type::Map(item) => type_at(item, rest),
        Type::Json => Some(Type::Json),
        _ => None,
    }
}

/// Converts the text of an option to a value of a type.
pub fn typed(text: &str, ty: Option<&Type>) -> std::result::Result<Value, String> {
    let json = || serde_json::from_str::<Value>(text);
    match ty {
        Some(Type::Text | Type::Binary | Type::Enum(_)) => Ok(Value::String(text.to_owned())),
        Some(Type::Bool) => text.parse().map(Value::Bool).map_err(|_| format!("`{text}` must be true or false")),
        Some(Type::Integer | Type::Number) => match json() {
            Ok(number @ Value::Number(_)) => Ok(number),
            _ => Err(format!("`{text}` must be a number")),
        },
        Some(Type::List(item)) => match json() {
            Ok(list @ Value::Array(_)) => Ok(list),
            _ if matches!(item, Type::Text | Type::Enum(_)) => {
                Ok(text.split(',').map(|item| Value::String(item.trim().to_owned())).collect())
            }
            _ => Err(format!("`{text}` must be a JSON array")),
        },
        Some(Type::Object(_) | Type::Union(_) | Type::Choice(_) | Type::Map(_)) => match json() {
            Ok(object @ Value::Object(_)) => Ok(object),
            _ => Err(format!("`{text}` must be a JSON object")),
        },
        // Free-form JSON: text, unless it is JSON.
        Some(Type::Json) | None => Ok(json().unwrap_or_else(|_| Value::String(text.to_owned()))),
    }
}

/// Puts a value at a path; creates the objects and lists that are missing.
pub fn put(body: &mut Value, keys: &[String], value: Value) -> std::result::Result<(), String> {
    let Some((first, rest)) = keys.split_first() else {
        *body = value;
        return Ok(());
    };
    if let Value::Array(items) = body {
        let index = first.parse::<usize>().map_err(|_| format!("`{first}` must be the index of an item"))?;
        if index > items.len() {
            return Err(format!("the list has {} items, so the next index is {}", items.len(), items.len()));
        }
        if index == items.len() {
            items.push(Value::Null);
        }
        return items.get_mut(index).map_or(Ok(()), |item| put(item, rest, value));
    }
    if body.is_null() {
        *body = if first == "0" { Value::Array(Vec::new()) } else { Value::Object(Map::new()) };
        return put(body, keys, value);
    }
    let Value::Object(entries) = body else {
        return Err(format!("can't set `{first}` in a value that isn't an object"));
    };
    put(entries.entry(first.clone()).or_insert(Value::Null), rest, value)
}

/// Adds the author that callers of the API usually are, if a required `author` is missing.
pub fn add_author(body: &mut Value, schema: &Schema) {
    let author = schema.fields.iter().find(|field| field.key == "author" && field.required);
    let is_missing = body.as_object().is_some_and(|entries| !entries.contains_key("author"));
    let Some(Field { ty: Type::Object(author), .. }) = author.filter(|_| is_missing) else { return };
    let is_business =
        |field: &Field| field.key == "type" && matches!(field.ty, Type::Enum(values) if values.contains(&"business"));
    if author.fields.iter().any(is_business) {
        body["author"] = serde_json::json!({"type": "business"});
    }
}

/// Adds the tag that is missing in an object of a union, if the object has a field of that name: `text` for a text.
pub fn add_tags(body: &mut Value, schema: &Schema) {
    for field in schema.fields {
        let Type::Union(union) = &field.ty else { continue };
        let Some(entries) = body.get_mut(field.key).and_then(Value::as_object_mut) else { continue };
        let named = union.variants.iter().find(|variant| entries.contains_key(variant.tag));
        if let Some(variant) = named.filter(|_| !entries.contains_key(union.tag)) {
            entries.insert(union.tag.to_owned(), Value::from(variant.tag));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn changed(assignments: &[&str]) -> Value {
        let mut body = Value::Null;
        for assignment in assignments {
            set(&mut body, &Type::Json, assignment).unwrap();
        }
        body
    }

    #[test]
    fn paths_create_objects_and_lists() {
        assert_eq!(
            changed(&["a.b=1", "a.c=x", "l.0.d=true", "l.1=[1]"]),
            json!({"a": {"b": 1, "c": "x"}, "l": [{"d": true}, [1]]})
        );
        assert_eq!(changed(&[r"m.a\.b=x=y"]), json!({"m": {"a.b": "x=y"}}));
        let mut list = json!([1]);
        assert!(set(&mut list, &Type::Json, "5=x").unwrap_err().to_string().contains("the next index is 1"));
        assert!(set(&mut list, &Type::Json, "x").unwrap_err().to_string().contains("expected PATH=VALUE"));
    }

    #[test]
    fn values_have_the_type_of_the_field() {
        let value = |text: &str, ty: Type| typed(text, Some(&ty));
        assert_eq!(value("12", Type::Text), Ok(json!("12")));
        assert_eq!(value("12", Type::Integer), Ok(json!(12)));
        assert_eq!(value("a, b", Type::List(&Type::Text)), Ok(json!(["a", "b"])));
        assert_eq!(value("{\"a\":1}", Type::Json), Ok(json!({"a": 1})));
        assert!(value("x", Type::Bool).is_err() && value("x", Type::Number).is_err());
        assert!(value("x", Type::List(&Type::Integer)).is_err());
    }
}
