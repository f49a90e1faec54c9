//! Values of the output. They keep the order of keys, and numbers as they were written.

use jaq_json::Val;

use crate::failure::{Failure, Result};

/// Parses JSON.
pub fn parse(json: &str) -> Result<Val> {
    jaq_json::read::parse_single(json.as_bytes()).map_err(|e| Failure::Io(format!("can't read JSON: {e}")))
}

/// Returns the value at a path such as `profile.email` or `actions.0.uri`.
pub fn at(value: &Val, path: &str) -> Option<Val> {
    let key = |name: &str| Val::utf8_str(name.as_bytes().to_vec());
    // A key may contain a dot.
    if let Val::Obj(entries) = value
        && let Some(found) = entries.get(&key(path))
    {
        return Some(found.clone());
    }
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let found = match value {
        Val::Obj(entries) => entries.get(&key(first))?,
        Val::Arr(items) => items.get(first.parse::<usize>().ok()?)?,
        _ => return None,
    };
    rest.map_or_else(|| Some(found.clone()), |rest| at(found, rest))
}

/// Returns text as it is, and other values as JSON. Null is empty.
pub fn text(value: &Val) -> String {
    match value {
        Val::Null => String::new(),
        Val::TStr(bytes) | Val::BStr(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        other => other.to_string(),
    }
}

/// Returns the paths of all values that aren't objects.
pub fn leaves(value: &Val) -> Vec<String> {
    let mut paths = Vec::new();
    add_leaves(value, "", &mut paths);
    paths
}

fn add_leaves(value: &Val, prefix: &str, paths: &mut Vec<String>) {
    let Val::Obj(entries) = value else { return };
    for (key, value) in entries.iter() {
        let path = if prefix.is_empty() { text(key) } else { format!("{prefix}.{}", text(key)) };
        match value {
            Val::Obj(inner) if !inner.is_empty() => add_leaves(value, &path, paths),
            _ => paths.push(path),
        }
    }
}

/// Returns a value as YAML.
pub fn yaml(value: &Val) -> Result<String> {
    let invalid = |e: &dyn std::fmt::Display| Failure::Io(format!("can't write YAML: {e}"));
    // YAML's own type keeps the order of keys.
    let value: yaml_serde::Value = serde_json::from_str(&value.to_string()).map_err(|e| invalid(&e))?;
    yaml_serde::to_string(&value).map_err(|e| invalid(&e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_path() {
        let value = parse(r#"{"a": {"b.c": 1, "d": [{"e": "f"}]}, "n": 12345678901234567890.10}"#).unwrap();
        let found = |path: &str| at(&value, path).map(|value| text(&value));
        assert_eq!(found("a.d.0.e").as_deref(), Some("f"));
        assert_eq!(found("a.b.c").as_deref(), Some("1"));
        assert_eq!(found("n").as_deref(), Some("12345678901234567890.10"));
        assert_eq!(found("a.x"), None);
        assert_eq!(leaves(&value), ["a.b.c", "a.d", "n"]);
    }

    #[test]
    fn json_keeps_order_and_numbers() {
        let json = r#"{"z":1.10,"a":[null,true,"\u0000"],"big":123456789012345678901234567890}"#;
        assert_eq!(parse(json).unwrap().to_string(), json);
        assert_eq!(yaml(&parse(r#"{"z":1,"a":["x: y"]}"#).unwrap()).unwrap(), "z: 1\na:\n- 'x: y'\n");
    }
}
