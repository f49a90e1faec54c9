//! The facts of a schema as sentences for the documentation.

use crate::document::View;
use crate::markdown::code;
use crate::yaml::{Node, Value};

/// Returns the facts that a description lacks, one sentence each.
pub fn missing_facts(description: &str, view: &View<'_>) -> Vec<String> {
    let description = description.to_lowercase();
    let is_stated = |fact: &str| {
        let fact = fact.trim_end_matches('.').to_lowercase();
        let subject = fact.trim_start_matches("a ").trim_start_matches("an ").trim_end_matches(" address");
        description.contains(&fact) || (matches!(subject, "url" | "email" | "uuid") && description.contains(subject))
    };
    facts(view).into_iter().filter(|fact| !is_stated(fact)).collect()
}

/// Returns the default, the limits, and whether a value is only read or only written, one sentence each.
fn facts(view: &View<'_>) -> Vec<String> {
    let mut facts = Vec::new();
    if let Some(default) = view.get("default").and_then(literal) {
        facts.push(format!("Defaults to {}.", code(&default)));
    }
    limits(view, "", &mut facts);
    if let Some(items) = view.get("items") {
        let items = View { layers: vec![crate::document::Layer { node: items, at: String::new(), passes_on: false }] };
        limits(&items, "Each item: ", &mut facts);
    }
    if view.flag("readOnly") {
        facts.push("Read-only: not sent in requests.".to_owned());
    }
    if view.flag("writeOnly") {
        facts.push("Write-only: not in responses.".to_owned());
    }
    facts.extend(view.own("externalDocs").and_then(more));
    facts
}

/// Returns a sentence with the link of `externalDocs`.
pub fn more(node: &Node) -> Option<String> {
    let url = node.get("url")?.text()?;
    let is_link = url.starts_with("https://") || url.starts_with("http://");
    let is_plain = !url.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '\\' | '"'));
    (is_link && is_plain).then(|| format!("See also <{url}>."))
}

fn limits(view: &View<'_>, prefix: &str, facts: &mut Vec<String>) {
    let limit = |keyword: &str| view.get(keyword).and_then(Node::scalar);
    let mut say = |text: Option<String>| {
        if let Some(text) = text {
            facts.push(if prefix.is_empty() { text } else { format!("{prefix}{}", lower(&text)) });
        }
    };
    say(range(limit("minLength"), limit("maxLength"), "character"));
    say(range(limit("minItems"), limit("maxItems"), "item"));
    say(range(limit("minProperties"), limit("maxProperties"), "property"));
    if view.flag("uniqueItems") {
        say(Some("No item occurs twice.".to_owned()));
    }
    say(numeric_range(view));
    say(limit("multipleOf").map(|step| format!("A multiple of {step}.")));
    say(limit("pattern").map(|pattern| format!("Matches the pattern {}.", code(&pattern))));
    if let Some(format) =
        view.text("format").filter(|format| matches!(*format, "uri" | "url" | "email" | "uuid" | "date" | "byte"))
    {
        let name = match format {
            "uri" | "url" => "A URL.",
            "email" => "An email address.",
            "uuid" => "A UUID.",
            "date" => "A date: `YYYY-MM-DD`.",
            _ => "Encoded as base64.",
        };
        say(Some(name.to_owned()));
    }
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().to_string() + chars.as_str()).unwrap_or_default()
}

fn range(least: Option<String>, most: Option<String>, unit: &str) -> Option<String> {
    let plural = |count: &str| match unit {
        "property" if count != "1" => "properties".to_owned(),
        _ if count == "1" => unit.to_owned(),
        _ => format!("{unit}s"),
    };
    match (least.filter(|least| least != "0"), most) {
        (Some(least), Some(most)) if least == most => Some(format!("Exactly {least} {}.", plural(&least))),
        (Some(least), Some(most)) => Some(format!("{least} to {most} {}.", plural(&most))),
        (Some(least), None) => Some(format!("At least {least} {}.", plural(&least))),
        (None, Some(most)) => Some(format!("At most {most} {}.", plural(&most))),
        (None, None) => None,
    }
}

fn numeric_range(view: &View<'_>) -> Option<String> {
    // In OpenAPI 3.0, a flag makes a limit exclusive. In 3.1, exclusive limits are separate keywords.
    let bound = |inclusive: &str, exclusive: &str| {
        let limit = view.get(inclusive).and_then(Node::scalar);
        match view.get(exclusive).map(|node| &node.value) {
            Some(Value::Number(limit)) => Some((limit.clone(), true)),
            Some(Value::Bool(true)) => limit.map(|limit| (limit, true)),
            _ => limit.map(|limit| (limit, false)),
        }
    };
    let least = bound("minimum", "exclusiveMinimum");
    let most = bound("maximum", "exclusiveMaximum");
    let more = |exclusive: bool| if exclusive { "More than" } else { "At least" };
    let less = |exclusive: bool| if exclusive { "less than" } else { "at most" };
    match (least, most) {
        (Some((least, false)), Some((most, false))) => Some(format!("{least} to {most}.")),
        (Some((least, open)), Some((most, closed))) => {
            Some(format!("{} {least} and {} {most}.", more(open), less(closed)))
        }
        (Some((least, open)), None) => Some(format!("{} {least}.", more(open))),
        (None, Some((most, false))) => Some(format!("At most {most}.")),
        (None, Some((most, true))) => Some(format!("Less than {most}.")),
        (None, None) => None,
    }
}

/// A value as JSON writes it, but for text, which needs no quotes in code.
fn literal(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) if text.trim().is_empty() => Some(format!("\"{text}\"")),
        Value::Null => Some("null".to_owned()),
        Value::List(items) => {
            let items: Vec<_> = items.iter().filter_map(literal).collect();
            Some(format!("[{}]", items.join(", ")))
        }
        Value::Map(entries) => {
            let entries: Vec<_> =
                entries.iter().filter_map(|(key, value)| Some(format!("\"{key}\": {}", literal(value)?))).collect();
            Some(format!("{{{}}}", entries.join(", ")))
        }
        _ => node.scalar(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn facts_are_sentences() {
        let say = |schema: &str| {
            let text = format!("openapi: 3.1.0\npaths: {{}}\ncomponents: {{schemas: {{a: {schema}}}}}");
            let document = Document::parse(&text, "test").unwrap();
            let node = document.resolve("#/components/schemas/a").unwrap();
            facts(&document.view(node, "#/components/schemas/a")).join(" ")
        };
        assert_eq!(say("{type: boolean, default: true}"), "Defaults to `true`.");
        assert_eq!(say("{type: string, default: ' '}"), "Defaults to `\" \"`.");
        assert_eq!(say("{type: object, default: {a: [1], b: {}}}"), "Defaults to `{\"a\": [1], \"b\": {}}`.");
        assert_eq!(say("{type: string, minLength: 1, maxLength: 1}"), "Exactly 1 character.");
        assert_eq!(say("{type: string, minLength: 0, maxLength: 128}"), "At most 128 characters.");
        assert_eq!(
            say("{type: array, minItems: 1, maxItems: 5, items: {maxLength: 9}}"),
            "1 to 5 items. Each item: at most 9 characters."
        );
        assert_eq!(say("{minimum: 1, maximum: 100, default: 25}"), "Defaults to `25`. 1 to 100.");
        assert_eq!(say("{minimum: 1, exclusiveMinimum: true}"), "More than 1.");
        assert_eq!(say("{exclusiveMaximum: 5, minimum: 0}"), "At least 0 and less than 5.");
        assert_eq!(say("{pattern: '^a|b$'}"), "Matches the pattern `^a|b$`.");
        assert_eq!(say("{readOnly: true}"), "Read-only: not sent in requests.");
        assert_eq!(say("{externalDocs: {url: 'https://a.b/c'}}"), "See also <https://a.b/c>.");
        assert_eq!(say("{externalDocs: {url: 'a> b'}}"), "");
    }

    #[test]
    fn facts_of_the_description_are_not_repeated() {
        let text = "openapi: 3.0.3\npaths: {}\ncomponents: {schemas: {a: {maxLength: 9, format: uri, default: x}}}";
        let document = Document::parse(text, "test").unwrap();
        let view = document.view(document.resolve("#/components/schemas/a").unwrap(), "#/components/schemas/a");
        assert_eq!(missing_facts("A name; at most 9 characters.", &view), ["Defaults to `x`.", "A URL."]);
        assert_eq!(missing_facts("The URL of a page.", &view), ["Defaults to `x`.", "At most 9 characters."]);
    }
}
