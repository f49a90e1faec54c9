//! Compares the violations with those of a complete implementation of JSON Schema.

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Registry, ValidationError, Validator};

use super::*;
use crate::spec::document::{components, document};

/// Values of all types, near the limits that schemas have.
fn samples() -> Vec<Value> {
    let texts = ["", "x", "text", "file", "https://example.com/a?b=c#d", "no URI", "ada@example.com", "ada", "2026"];
    let long = [99, 128, 129, 256, 4096, 4097].map(|length| Value::from("é".repeat(length)));
    let others =
        json!([null, true, false, 0, 1, -1, 1.0, 1.5, 101, 1e30, [], [1, 1], ["a", "a"], [{}], {}, {"type": "text"}]);
    texts.into_iter().map(Value::from).chain(long).chain(list(&others).cloned()).collect()
}

/// Makes values that mostly fit a schema. The same seed makes the same values.
struct Maker {
    seed: u64,
    samples: Vec<Value>,
}

impl Maker {
    fn below(&mut self, limit: usize) -> usize {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.seed >> 33).expect("31 bits") % limit.max(1)
    }

    fn one_of(&mut self, values: &[Value]) -> Value {
        let index = self.below(values.len());
        values.get(index).cloned().unwrap_or_default()
    }

    fn sample(&mut self) -> Value {
        let index = self.below(self.samples.len());
        self.samples[index].clone()
    }

    fn value(&mut self, schema: &Value, depth: usize) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.value(components().resolve(reference).expect("a target"), depth);
        }
        if self.below(12) == 0 {
            return self.sample();
        }
        if let Some(options) = schema["enum"].as_array() {
            return self.one_of(options);
        }
        let types: Vec<Value> = match &schema["type"] {
            Value::Array(types) => types.clone(),
            name => vec![name.clone()],
        };
        let mut value = match self.one_of(&types).as_str() {
            Some("string") => self.text(schema),
            Some("integer" | "number") => {
                self.one_of(&[schema["minimum"].clone(), schema["maximum"].clone(), json!(7), json!(0.5)])
            }
            Some("boolean") => json!(true),
            Some("array") => (0..self.below(4)).map(|_| self.value(&schema["items"], depth + 1)).collect(),
            Some("null") => Value::Null,
            _ => json!({}),
        };
        self.fill(&mut value, schema, depth);
        value
    }

    fn text(&mut self, schema: &Value) -> Value {
        match (schema["format"].as_str(), schema["maxLength"].as_u64().or(schema["minLength"].as_u64())) {
            (None, Some(limit)) => {
                let length = usize::try_from(limit).expect("a length") + self.below(3);
                "x".repeat(length.saturating_sub(1)).into()
            }
            _ => self.sample(),
        }
    }

    /// Adds properties.
    fn fill(&mut self, value: &mut Value, schema: &Value, depth: usize) {
        for (name, property) in entries(&schema["properties"]) {
            let is_required = list(&schema["required"]).any(|required| required == name);
            if depth < 7 && self.below(if is_required { 8 } else { 4 }) > if is_required { 0 } else { 1 } {
                self.add(value, name, property, depth);
            }
        }
        for part in list(&schema["allOf"]) {
            self.part(value, part, depth);
        }
        let any = list(&schema["anyOf"]).count();
        let chosen = self.below(any);
        if let Some(part) = schema["anyOf"].get(chosen) {
            self.part(value, part, depth);
        }
        if let Some(condition) = schema.get("if") {
            let is_met = violations(condition, value, components()).is_empty();
            let part = &schema[if is_met { "then" } else { "else" }];
            self.part(value, part, depth);
        }
    }

    fn part(&mut self, value: &mut Value, part: &Value, depth: usize) {
        match (value, self.value(part, depth)) {
            (Value::Object(object), Value::Object(more)) => object.extend(more),
            (value, Value::Object(_)) if !value.is_object() => {}
            (value, other) => {
                if part.get("$ref").is_none() && part.get("if").is_none() {
                    *value = other;
                }
            }
        }
    }

    fn add(&mut self, value: &mut Value, name: &str, property: &Value, depth: usize) {
        let made = self.value(property, depth + 1);
        if let Value::Object(object) = value {
            object.insert(name.to_owned(), made);
        }
    }
}

/// With references to resources of the registry.
fn with_uris(schema: &Value) -> Value {
    match schema {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| match value.as_str().filter(|_| key == "$ref").and_then(|text| text.split_once('/')) {
                Some((direction, name)) => (key.clone(), format!("test:/{direction}#/{name}").into()),
                None => (key.clone(), with_uris(value)),
            })
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(with_uris).collect(),
        other => other.clone(),
    }
}

fn expected(error: &ValidationError<'_>) -> Violation {
    let pointer = error.instance_path().to_string();
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            Violation::new(format!("{pointer}/{}", property.as_str().expect("a name")), "is required")
        }
        ValidationErrorKind::FalseSchema => {
            Violation::new(pointer, "is read-only in requests or write-only in responses")
        }
        _ => Violation::new(pointer, error.masked().to_string()),
    }
}

#[test]
fn a_complete_implementation_reports_the_same_violations() {
    let Components { requests, responses } = components();
    let registry = Registry::new()
        .add("test:/requests", with_uris(requests))
        .and_then(|registry| registry.add("test:/responses", with_uris(responses)))
        .and_then(|registry| registry.prepare())
        .expect("the schemas can be resolved");
    let mut maker = Maker { seed: 14, samples: samples() };
    let (mut valid, mut invalid) = (0, 0);
    for (name, schema) in document().operations().iter().flat_map(|operation| operation.schemas()) {
        let validator: Validator = jsonschema::options()
            .with_registry(&registry)
            .should_validate_formats(true)
            .build(&with_uris(schema.source()))
            .expect("a schema");
        for _ in 0..100 {
            let value = maker.value(schema.source(), 0);
            let mut others: Vec<Violation> = validator.iter_errors(&value).map(|error| expected(&error)).collect();
            others.dedup();
            let own = schema.violations(&value, components());
            assert_eq!(own, others, "{name}: {value}");
            if own.is_empty() { valid += 1 } else { invalid += 1 }
        }
    }
    assert!(valid > 1_000 && invalid > 1_000, "{valid} and {invalid}");
}

#[test]
fn formats_are_those_of_a_complete_implementation() {
    let uris = [
        "https://example.com",
        "https://example.com:8080/a/b?c=d&e#f",
        "mailto:a@b.c",
        "tel:+1-555",
        "urn:a:b",
        "a:",
        "a+b-c.d:x",
        "http://[::1]:80/",
        "http://[::1",
        "http://::1/",
        "http://[v1.a:b]/",
        "http://[vx.a]/",
        "http://u:p@h/",
        "http://u@v@h/",
        "http://h:8o/",
        "http://h:/",
        "http:///path",
        "//example.com",
        "/path",
        "path",
        "",
        ":",
        "1a:b",
        "http://a b",
        "http://a/%20",
        "http://a/%2",
        "http://a/%zz",
        "http://é.com",
        "http://a/\u{e9}",
        "http://a/#b#c",
        "http://a/?b?c",
        "http://a/[b]",
        "http://a/\"",
        "http://a/<b>",
        "http://a/{b}",
        "http://a\\b",
        "javascript:alert(1)",
        "data:,x",
        "http://a/\n",
        "a b:c",
    ];
    let emails = [
        "ada@example.com",
        "ada.lovelace+x@example.co.uk",
        "ada",
        "@example.com",
        "ada@",
        "a@b",
        "a..b@example.com",
        ".a@example.com",
        "a.@example.com",
        "a b@example.com",
        "\"a b\"@example.com",
        "\"a\"b\"@example.com",
        "a@b@example.com",
        "a@-b.com",
        "a@b-.com",
        "a@b..com",
        "a@.com",
        "a@b.com.",
        "a@b_c.com",
        "a@[127.0.0.1]",
        "a@[IPv6:::1]",
        "a@[300.0.0.1]",
        "a@ex ample.com",
        "é@example.com",
        "!#$%&'*+-/=?^_`{|}~@example.com",
        "a,b@example.com",
        "",
    ];
    for (format, texts) in [("uri", uris.as_slice()), ("email", emails.as_slice())] {
        let validator = jsonschema::options().should_validate_formats(true).build(&json!({"format": format}));
        let validator = validator.expect("a schema");
        let own = crate::spec::format::find(format).expect("a format");
        for text in texts {
            assert_eq!(own(text), validator.is_valid(&Value::from(*text)), "{format}: {text:?}");
        }
    }
}

#[test]
fn an_unknown_keyword_is_not_ignored() {
    let schema = json!({"allOf": [{"items": {"contains": {}}}]});
    assert_eq!(unsupported(&schema).as_deref(), Some("the keyword `contains`"));
    // Formats of other documents are not checked.
    assert_eq!(unsupported(&json!({"type": "string", "format": "new", "pattern": "^a+$"})), None);
}

/// A future document must not keep the sandbox from starting.
#[test]
fn patterns_with_lookaround_are_not_checked() {
    let converted = Converter::REQUEST.schema(&json!({"type": "string", "pattern": "^(?!a)", "maxLength": 3}));
    assert_eq!(converted, json!({"type": "string", "maxLength": 3}));
    let converted = Converter::REQUEST.schema(&json!({"type": "string", "pattern": "^a"}));
    assert_eq!(converted["pattern"], "^a");
}

#[test]
fn patterns_are_those_of_a_complete_implementation() {
    struct Nothing;
    impl Resolve for Nothing {
        fn resolve(&self, _: &str) -> Option<&Value> {
            None
        }
    }
    for pattern in ["^[a-z0-9]{2,4}$", "^(a|b)+\\.c$", "x", "^\\d{3}-\\w+$", "^$"] {
        let schema = json!({"pattern": pattern});
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        for text in ["", "ab1", "abcde", "ab.c", "xyz", "123-a_b", "ä", "a\nb"] {
            let found = violations(&schema, &Value::from(text), &Nothing);
            assert_eq!(found.is_empty(), validator.is_valid(&Value::from(text)), "{pattern}: {text:?}");
        }
    }
}
