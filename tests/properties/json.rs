//! Random JSON as text, so that it isn't normalized by a parser.

use std::fmt;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// JSON in its original form.
#[derive(Clone, Debug)]
pub enum Node {
    /// All other values.
    Scalar(String),
    Array(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(text) => f.write_str(text),
            Self::Array(members) => {
                f.write_str("[")?;
                for (index, member) in members.iter().enumerate() {
                    write!(f, "{}{member}", if index == 0 { "" } else { "," })?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (index, (name, value)) in fields.iter().enumerate() {
                    write!(f, "{}{}:{value}", if index == 0 { "" } else { "," }, Value::from(name.as_str()))?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Any text, with more special characters than usual.
pub fn any_text() -> BoxedStrategy<String> {
    prop_oneof![
        3 => any::<String>(),
        2 => r#"[a-z./\\%?#&=+;:@"'{}\[\] \x00-\x1f\x7f]{0,12}"#,
        1 => "[\u{80}-\u{9f}\u{2028}\u{2029}\u{fdd0}\u{feff}\u{ffff}\u{1f600}é]{0,6}",
    ]
    .boxed()
}

/// Text as JSON: unchanged, or with everything escaped.
pub fn string() -> BoxedStrategy<Node> {
    let written = |(text, escaped): (String, bool)| {
        if !escaped {
            return Node::Scalar(Value::from(text).to_string());
        }
        let units: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        Node::Scalar(format!("\"{units}\""))
    };
    (any_text(), any::<bool>()).prop_map(written).boxed()
}

/// Numbers that a `Value` can hold, in many forms.
pub fn number() -> BoxedStrategy<Node> {
    let float = any::<f64>().prop_filter("finite", |number| number.is_finite());
    let text = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        any::<u64>().prop_map(|number| number.to_string()),
        (-1_000i32..1_000, 0u32..100).prop_map(|(full, part)| format!("{full}.{part:02}0")),
        float.prop_map(|number| format!("{number:e}")),
        select(vec!["0", "-0", "0.0", "1E+2", "1e-7", "9007199254740993", "9223372036854775808", "0.1e1", "5e-324"])
            .prop_map(str::to_owned),
    ];
    text.prop_map(Node::Scalar).boxed()
}

/// Numbers that only their text can hold.
fn vast_number() -> BoxedStrategy<Node> {
    prop_oneof!["-?[1-9][0-9]{20,60}", "[1-9]\\.[0-9]{20,40}e[0-9]{3}"].prop_map(Node::Scalar).boxed()
}

/// Any JSON. `vast` allows numbers that only their text can hold, and duplicate keys.
pub fn any_json(vast: bool) -> BoxedStrategy<Node> {
    let numbers = if vast { prop_oneof![number(), vast_number()].boxed() } else { number() };
    let constants = select(vec!["null", "true", "false"]).prop_map(|text| Node::Scalar(text.to_owned()));
    let leaf = prop_oneof![2 => string(), 2 => numbers, 1 => constants];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![prop::collection::vec(inner.clone(), 0..4).prop_map(Node::Array), object(inner, vast)]
    })
    .boxed()
}

/// Any object.
pub fn any_object(vast: bool) -> BoxedStrategy<Node> {
    object(any_json(vast), vast).boxed()
}

fn object(values: impl Strategy<Value = Node>, vast: bool) -> impl Strategy<Value = Node> {
    // Including names with a meaning.
    let names = prop_oneof![4 => any_text(), 1 => select(vec!["type", "id", "a", ""]).prop_map(str::to_owned)];
    prop::collection::vec((names, values), 0..4).prop_map(move |mut fields| {
        if !vast {
            let mut seen = std::collections::HashSet::new();
            fields.retain(|(name, _)| seen.insert(name.clone()));
        }
        Node::Object(fields)
    })
}
