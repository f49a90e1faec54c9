//! The webhook events of a document.

use std::collections::BTreeMap;

use crate::document::{Document, View, escape, is_component};
use crate::model::{EVENT, Models, Property};
use crate::names::words;
use crate::yaml::{Node, Value};

/// Adds the union of the webhook events. In a document without events, it is empty.
pub fn add<'d>(document: &'d Document, models: &mut Models<'d>) {
    let members = members(document);
    let common_schema = common_schema(&members);
    let mut places: Vec<String> = members.iter().map(|(at, _)| at.clone()).collect();
    if let Some(parent) = &common_schema {
        // Events that the list lacks although they extend the schema of all events.
        for (name, _) in models.children(parent) {
            let at = format!("#/components/schemas/{}", escape(&name));
            if !places.contains(&at) {
                places.push(at);
            }
        }
    }
    let written = written_types(document);
    let mut events = Vec::new();
    let mut common: Option<Vec<Property<'d>>> = None;
    for at in places {
        let Some(node) = document.resolve(&at) else { continue };
        let view = document.view(node, &at);
        events.push((event_type(&view, models, &written), at));
        let properties = models.properties_of(&view);
        common = Some(match common {
            None => properties,
            Some(mut known) => {
                known.retain(|property| {
                    properties.iter().any(|other| other.key == property.key && other.ty == property.ty)
                });
                known
            }
        });
    }
    let view = document.view(document.plain_event(), EVENT);
    let mut common = common.unwrap_or_default();
    let base = common_schema.map_or_else(Vec::new, |parent| base_properties(document, models, &parent));
    for property in base.iter().cloned().chain(models.properties_of(&view)) {
        if !common.iter().any(|known| known.key == property.key) {
            common.push(property);
        }
    }
    common.retain(|property| !matches!(property.key.as_str(), "type" | "payload"));
    models.add_events(events, common, &base, view);
}

/// The properties of the schema that most events extend, but for the ID.
fn base_properties<'d>(document: &'d Document, models: &mut Models<'d>, name: &str) -> Vec<Property<'d>> {
    let at = format!("#/components/schemas/{}", escape(name));
    let view = document.resolve(&at).map(|node| document.view(node, &at));
    let mut properties = view.map_or_else(Vec::new, |view| models.properties_of(&view));
    properties.retain(|property| !matches!(property.key.as_str(), "id" | "type" | "payload"));
    properties
}

/// The schemas that a webhook's body lists as its events: components, and those that are written in the list.
fn members(document: &Document) -> Vec<(String, &Node)> {
    let mut found: Vec<(String, &Node)> = Vec::new();
    for section in ["x-webhooks", "webhooks"] {
        for (name, item) in document.root().get(section).map_or(&[][..], Node::entries) {
            let (item, at) = document.follow(item, &format!("#/{section}/{}", escape(name)));
            let Some(body) = item.get("post").and_then(|post| post.get("requestBody")) else { continue };
            let (body, at) = document.follow(body, &format!("{at}/post/requestBody"));
            for (media_type, media) in body.get("content").map_or(&[][..], Node::entries) {
                let Some(schema) = media.get("schema") else { continue };
                let view = document.view(schema, &format!("{at}/content/{}/schema", escape(media_type)));
                for (key, property) in view.get("properties").map_or(&[][..], Node::entries) {
                    let list = document.view(property, &format!("{}/properties/{}", view.at(), escape(key)));
                    let Some(items) = list.get("items") else { continue };
                    let items = document.view(items, &format!("{}/items", list.at()));
                    add_members(document, &items, &mut found, 0);
                }
            }
        }
    }
    found
}

fn add_members<'d>(document: &'d Document, view: &View<'d>, found: &mut Vec<(String, &'d Node)>, depth: usize) {
    let mut is_union = false;
    for keyword in ["anyOf", "oneOf"] {
        for (index, member) in view.get(keyword).map_or(&[][..], Node::list).iter().enumerate() {
            is_union = true;
            if depth < 8 {
                let at = format!("{}/{keyword}/{index}", view.at());
                add_members(document, &document.view(member, &at), found, depth + 1);
            }
        }
    }
    let component = view.layers.iter().find(|layer| is_component(&layer.at));
    // Only a title can name an event without a component.
    let inline = view.layers.first().filter(|_| view.text("title").is_some_and(is_type));
    if !is_union
        && let Some(layer) = component.or(inline)
        && !found.iter().any(|(at, _)| *at == layer.at)
    {
        found.push((layer.at.clone(), layer.node));
    }
}

/// Whether a title is the type of an event: `conversation:message`.
fn is_type(title: &str) -> bool {
    title.contains(':') && !title.contains(char::is_whitespace)
}

/// The component that most of the events extend.
fn common_schema(members: &[(String, &Node)]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, node) in members {
        for part in node.get("allOf").map_or(&[][..], Node::list) {
            if let Some(reference) = part.get("$ref").and_then(Node::text) {
                *counts.entry(reference).or_default() += 1;
            }
        }
    }
    let (reference, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    let name = reference.strip_prefix("#/components/schemas/")?;
    (count * 2 > members.len()).then(|| crate::document::unescape(name))
}

/// The type of an event: the only value of its `type`, its title, or its name.
fn event_type<'d>(view: &View<'d>, models: &mut Models<'d>, written: &BTreeMap<String, String>) -> String {
    if let Some(value) = models.only_value_of(view, "type") {
        return value;
    }
    if let Some(title) = view.text("title").filter(|title| is_type(title)) {
        return title.to_owned();
    }
    let name = view.component().unwrap_or_default();
    let name = name.strip_suffix("Event").unwrap_or(&name);
    let letters = letters(name);
    written
        .get(&letters)
        .cloned()
        .unwrap_or_else(|| words(name).iter().map(|word| word.to_lowercase()).collect::<Vec<_>>().join(":"))
}

/// Every word such as `conversation:message` in the document's text, by its letters.
fn written_types(document: &Document) -> BTreeMap<String, String> {
    fn visit(node: &Node, found: &mut BTreeMap<String, String>) {
        if let Value::Text(text) = &node.value {
            for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == ':')) {
                let word = word.trim_matches(':');
                if word.contains(':') && !word.contains("::") && word.starts_with(|c: char| c.is_ascii_lowercase()) {
                    found.entry(letters(word)).or_insert_with(|| word.to_owned());
                }
            }
        }
        node.list().iter().for_each(|node| visit(node, found));
        node.entries().iter().for_each(|(_, node)| visit(node, found));
    }
    let mut found = BTreeMap::new();
    visit(document.root(), &mut found);
    found
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
