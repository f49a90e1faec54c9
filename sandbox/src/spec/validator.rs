//! Validates JSON with the keywords of JSON Schema that a converted OpenAPI 3.0 document has.
//!
//! A complete implementation would take a third of the build time of the SDK's examples. The tests compare the violations
//! with those that one reports.

use regex_lite::Regex;
use serde_json::Value;

use crate::spec::format;
use crate::spec::violation::Violation;
use crate::util::values::{entries, list};

/// The keywords, cheap ones first. Violations are reported in this order.
const KEYWORDS: [&str; 23] = [
    "type",
    "const",
    "enum",
    "minimum",
    "maximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "required",
    "format",
    "uniqueItems",
    "properties",
    "additionalProperties",
    "items",
    "allOf",
    "anyOf",
    "not",
    "if",
];

/// Keywords that are read along with another one.
const ALONG: [&str; 3] = ["$ref", "then", "else"];

/// Finds a schema by its reference.
pub(crate) trait Resolve {
    fn resolve(&self, reference: &str) -> Option<&Value>;
}

/// Returns the violations of a value.
pub(crate) fn violations(schema: &Value, instance: &Value, components: &dyn Resolve) -> Vec<Violation> {
    let mut validation = Validation { components, place: String::new(), found: Vec::new(), open: Vec::new() };
    validation.check(schema, instance);
    validation.found
}

/// Returns whether a pattern can be checked. Patterns of documents are JavaScript's, which can have lookaround.
pub(crate) fn can_match(pattern: &str) -> bool {
    Regex::new(pattern).is_ok()
}

/// Returns a keyword of a schema that would be ignored. An unknown format is ignored, as the specification allows.
pub(crate) fn unsupported(schema: &Value) -> Option<String> {
    let known = |keyword: &str| KEYWORDS.contains(&keyword) || ALONG.contains(&keyword);
    if let Some((keyword, _)) = entries(schema).find(|(keyword, _)| !known(keyword)) {
        return Some(format!("the keyword `{keyword}`"));
    }
    let single =
        ["items", "additionalProperties", "not", "if", "then", "else"].into_iter().filter_map(|key| schema.get(key));
    let listed = ["allOf", "anyOf"].into_iter().flat_map(|key| list(&schema[key]));
    let named = entries(&schema["properties"]).map(|(_, property)| property);
    single.chain(listed).chain(named).find_map(unsupported)
}

struct Validation<'a> {
    components: &'a dyn Resolve,
    /// The JSON pointer of the value that is validated.
    place: String,
    found: Vec<Violation>,
    /// The referenced schemas that are being validated, and the values.
    open: Vec<(*const Value, *const Value)>,
}

impl Validation<'_> {
    fn check(&mut self, schema: &Value, instance: &Value) {
        if let Some(reference) = schema["$ref"].as_str() {
            let schema = self.components.resolve(reference).expect("every reference has a target");
            let entry = (std::ptr::from_ref(schema), std::ptr::from_ref(instance));
            // A base refers to the schemas that extend it, and they refer to the base.
            if !self.open.contains(&entry) {
                self.open.push(entry);
                self.check(schema, instance);
                self.open.pop();
            }
            return;
        }
        // The only false schemas are those of read-only and write-only properties.
        if *schema == false {
            self.report("is read-only in requests or write-only in responses");
        }
        let Value::Object(keywords) = schema else { return };
        let mut left = keywords.len();
        for keyword in KEYWORDS {
            if left == 0 {
                break;
            }
            if let Some(expected) = keywords.get(keyword) {
                left -= 1;
                self.keyword(keyword, expected, schema, instance);
            }
        }
    }

    fn keyword(&mut self, keyword: &str, expected: &Value, schema: &Value, instance: &Value) {
        if let Some(message) = broken(keyword, expected, instance) {
            return self.report(message);
        }
        match (keyword, instance) {
            ("required", Value::Object(object)) => {
                for name in list(expected).filter_map(Value::as_str).filter(|name| !object.contains_key(*name)) {
                    let pointer = format!("{}/{name}", self.place);
                    self.found.push(Violation::new(pointer, "is required"));
                }
            }
            ("properties", Value::Object(object)) => {
                for (name, property) in entries(expected) {
                    if let Some(value) = object.get(name) {
                        self.check_part(name, property, value);
                    }
                }
            }
            ("additionalProperties", Value::Object(object)) => {
                let other = object.iter().filter(|(name, _)| schema["properties"].get(name.as_str()).is_none());
                if *expected == false {
                    let names: Vec<_> = other.map(|(name, _)| format!("'{name}'")).collect();
                    let verb = if names.len() == 1 { "was" } else { "were" };
                    if !names.is_empty() {
                        let names = names.join(", ");
                        self.report(format!("Additional properties are not allowed ({names} {verb} unexpected)"));
                    }
                } else {
                    other.for_each(|(name, value)| self.check_part(name, expected, value));
                }
            }
            ("items", Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.check_part(&index.to_string(), expected, item);
                }
            }
            ("allOf", _) => list(expected).for_each(|schema| self.check(schema, instance)),
            ("anyOf", _) if !list(expected).any(|schema| self.allows(schema, instance)) => {
                self.report("value is not valid under any of the schemas listed in the 'anyOf' keyword");
            }
            ("not", _) if self.allows(expected, instance) => {
                self.report(format!("{expected} is not allowed for value"));
            }
            ("if", _) => {
                let branch = if self.allows(expected, instance) { "then" } else { "else" };
                self.check(&schema[branch], instance);
            }
            _ => {}
        }
    }

    /// Validates a property or an item.
    fn check_part(&mut self, key: &str, schema: &Value, instance: &Value) {
        let length = self.place.len();
        self.place.push('/');
        self.place.push_str(&key.replace('~', "~0").replace('/', "~1"));
        self.check(schema, instance);
        self.place.truncate(length);
    }

    fn allows(&mut self, schema: &Value, instance: &Value) -> bool {
        let found = std::mem::take(&mut self.found);
        self.check(schema, instance);
        std::mem::replace(&mut self.found, found).is_empty()
    }

    /// The message doesn't contain the value, which may be long or private.
    fn report(&mut self, message: impl Into<String>) {
        self.found.push(Violation::new(self.place.clone(), message));
    }
}

/// Validates a keyword without subschemas. Returns a message if the value breaks it.
fn broken(keyword: &str, expected: &Value, instance: &Value) -> Option<String> {
    let limit = || expected.as_f64().unwrap_or_default();
    let size = |size: usize, words: [&str; 2], units: [&str; 2]| {
        let limit = expected.as_u64().unwrap_or_default();
        let is_broken = if keyword.starts_with("max") { size as u64 > limit } else { (size as u64) < limit };
        let (words, unit) = (words[usize::from(keyword.starts_with("max"))], units[usize::from(limit != 1)]);
        is_broken.then(|| format!("value {words} than {limit} {unit}"))
    };
    let counted = ["has less", "has more"];
    match (keyword, instance) {
        ("type", _) => {
            let types = || expected.as_str().into_iter().chain(list(expected).filter_map(Value::as_str));
            if types().any(|name| is_of_type(name, instance)) {
                return None;
            }
            let noun = if types().nth(1).is_none() { "type" } else { "types" };
            let quoted = types().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
            Some(format!("value is not of {noun} {quoted}"))
        }
        ("const", _) => (expected != instance).then(|| format!("{expected} was expected")),
        ("enum", _) => (!list(expected).any(|option| option == instance)).then(|| not_one_of(expected)),
        ("minimum", Value::Number(number)) => {
            (number.as_f64()? < limit()).then(|| format!("value is less than the minimum of {expected}"))
        }
        ("maximum", Value::Number(number)) => {
            (number.as_f64()? > limit()).then(|| format!("value is greater than the maximum of {expected}"))
        }
        ("multipleOf", Value::Number(number)) => {
            (number.as_f64()? % limit() != 0.0).then(|| format!("value is not a multiple of {expected}"))
        }
        ("minLength" | "maxLength", Value::String(text)) => {
            size(text.chars().count(), ["is shorter", "is longer"], ["character", "characters"])
        }
        ("pattern", Value::String(text)) => {
            let pattern = Regex::new(expected.as_str()?).ok()?;
            (!pattern.is_match(text)).then(|| format!("value does not match {expected}"))
        }
        ("minItems" | "maxItems", Value::Array(items)) => size(items.len(), counted, ["item", "items"]),
        ("minProperties" | "maxProperties", Value::Object(object)) => {
            size(object.len(), counted, ["property", "properties"])
        }
        ("uniqueItems", Value::Array(items)) => {
            let is_repeated = |(index, item)| items[..index].contains(item);
            (*expected == true && items.iter().enumerate().any(is_repeated))
                .then(|| "value has non-unique elements".to_owned())
        }
        ("format", Value::String(text)) => {
            let name = expected.as_str()?;
            (!format::find(name)?(text)).then(|| format!("value is not a {name:?}"))
        }
        _ => None,
    }
}

fn is_of_type(name: &str, instance: &Value) -> bool {
    match instance {
        Value::Null => name == "null",
        Value::Bool(_) => name == "boolean",
        Value::Number(number) => name == "number" || (name == "integer" && is_integer(number)),
        Value::String(_) => name == "string",
        Value::Array(_) => name == "array",
        Value::Object(_) => name == "object",
    }
}

/// `1.0` is an integer, too.
fn is_integer(number: &serde_json::Number) -> bool {
    !number.is_f64() || number.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// Names up to three options.
fn not_one_of(options: &Value) -> String {
    let names: Vec<String> = list(options).map(Value::to_string).collect();
    let (shown, last) = match names.as_slice() {
        [names @ .., last] if names.len() < 3 => (names, last.clone()),
        names => (&names[..names.len().min(2)], format!("{} other candidates", names.len().saturating_sub(2))),
    };
    if shown.is_empty() {
        format!("value is not one of {last}")
    } else {
        format!("value is not one of {} or {last}", shown.join(", "))
    }
}
