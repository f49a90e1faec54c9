//! The events that webhooks deliver.

use std::collections::BTreeMap;

use sunshine_conversations_codegen::yaml::Node;

use super::comparison::{Comparison, Place};
use super::document::{Document, Operation, items};
use super::messages::json_schema;
use super::report::Kind;
use super::schema::{Schema, name_of};

/// An event type.
pub struct Event<'a> {
    pub schema: Option<&'a str>,
    /// The value of the field `type`, if the document has it.
    pub tag: Option<String>,
    pub node: &'a Node,
    /// The key of the webhook that delivers the event.
    webhook: &'a str,
}

/// All events of a document.
#[derive(Default)]
pub struct Events<'a> {
    pub events: Vec<Event<'a>>,
    /// The nodes that list the events. Their members are compared as events, and not as variants.
    pub unions: Vec<&'a Node>,
    /// The bodies of webhook requests.
    pub payloads: Vec<&'a Node>,
}

impl<'a> Events<'a> {
    pub fn new(document: &Document<'a>) -> Self {
        let mut events = Self::default();
        for webhook in document.webhooks() {
            events.find(document, &webhook);
        }
        events
    }

    fn find(&mut self, document: &Document<'a>, webhook: &Operation<'a>) {
        let Some(body) = webhook.node.get("requestBody").map(|body| document.resolve(body)).and_then(json_schema)
        else {
            return;
        };
        self.payloads.push(body);
        let schema = Schema::new(document, body);
        let lists = schema.fields.iter().filter_map(|(_, field)| Schema::new(document, field).items);
        let mut found = false;
        for node in lists.chain([body]) {
            if found {
                break;
            }
            for (member, tag) in members(document, node) {
                found = true;
                self.push(document, webhook, member, tag);
            }
            if found {
                self.unions.push(document.resolve(node));
            }
        }
        if !found {
            self.push(document, webhook, body, None);
        }
    }

    fn push(&mut self, document: &Document<'a>, webhook: &Operation<'a>, node: &'a Node, tag: Option<&str>) {
        let tag = tag.map(str::to_owned).or_else(|| declared_tag(document, node));
        self.events.push(Event { schema: name_of(node), tag, node, webhook: webhook.path });
    }
}

/// Returns the members of a union of events, or the schemas that extend a common schema of events.
fn members<'a>(document: &Document<'a>, node: &'a Node) -> Vec<(&'a Node, Option<&'a str>)> {
    let schema = Schema::new(document, node);
    let tags: BTreeMap<&str, &str> = schema.mapping.iter().map(|(tag, name)| (*name, *tag)).collect();
    let listed = listed(document.resolve(node));
    if !listed.is_empty() {
        let tag = |member: &'a Node| name_of(member).and_then(|name| tags.get(name)).copied();
        return listed.into_iter().map(|member| (member, tag(member))).collect();
    }
    let Some(base) = schema.name else { return Vec::new() };
    let extends = |name: &str, node: &'a Node| name != base && Schema::new(document, node).parts.contains(base);
    let children = document.schemas().iter().filter(|(name, node)| extends(name, node));
    children.map(|(name, node)| (node, tags.get(name.as_str()).copied())).collect()
}

/// Returns the members of `oneOf` and `anyOf`.
fn listed(node: &Node) -> Vec<&Node> {
    ["oneOf", "anyOf"].into_iter().flat_map(|key| items(node, key)).collect()
}

/// Returns the only value of the field `type`, or the title.
fn declared_tag(document: &Document<'_>, node: &Node) -> Option<String> {
    let node = node.get("$ref").and_then(Node::text).and_then(|reference| document.pointer(reference)).unwrap_or(node);
    let fields = node
        .get("properties")
        .into_iter()
        .chain(node.get("allOf").into_iter().flat_map(|parts| parts.list()).filter_map(|part| part.get("properties")));
    let values = fields.filter_map(|fields| fields.get("type")).find_map(|field| {
        let value = field.get("enum").and_then(|values| match values.list() {
            [value] => Some(value),
            _ => None,
        });
        field.get("const").or(value).or_else(|| field.get("default")).and_then(Node::scalar)
    });
    values.or_else(|| node.get("title").and_then(Node::scalar).filter(|title| !title.contains(' ')))
}

impl<'a> Comparison<'a> {
    /// Returns whether a node lists the events of a webhook.
    pub fn is_list_of_events(&self, node: &'a Node) -> bool {
        !listed(node).is_empty() && self.is_schema_of_events(node)
    }

    /// Returns whether the members of a union are compared as events.
    pub fn is_schema_of_events(&self, node: &'a Node) -> bool {
        self.unions.iter().any(|union| std::ptr::eq(*union, node))
    }

    pub fn compare_events(&mut self) {
        let (old, new) = (Events::new(&self.old), Events::new(&self.new));
        self.unions = old.unions.iter().chain(&new.unions).copied().collect();
        let by_name = |one: &Event<'_>, other: &Event<'_>| {
            one.schema.is_some() && one.schema == other.schema || one.tag.is_some() && one.tag == other.tag
        };
        let mut left: Vec<&Event<'a>> = new.events.iter().collect();
        for before in &old.events {
            let at = left
                .iter()
                .position(|after| by_name(before, after))
                .or_else(|| left.iter().position(|after| before.webhook == after.webhook && single(before, after)));
            let Some(after) = at.map(|at| left.remove(at)) else {
                self.add_event(Kind::Breaking, self.event_name(before), "no longer delivered");
                continue;
            };
            if let (Some(old_tag), Some(new_tag)) = (&before.tag, &after.tag)
                && old_tag != new_tag
            {
                let how = format!("type `{old_tag}` → `{new_tag}`");
                self.add_event(Kind::Breaking, self.event_name(after), &how);
            }
            let place = Place::event(after.tag.as_deref().or(after.schema).unwrap_or(after.webhook));
            self.at(&place, before.node, after.node);
        }
        for after in left {
            self.add_event(Kind::Added, self.event_name(after), "now delivered");
        }
        for (before, after) in old.payloads.iter().zip(&new.payloads) {
            if !old.events.iter().any(|event| std::ptr::eq(event.node, *before)) {
                self.at(&Place::payload(), before, after);
            }
        }
    }

    fn event_name(&self, event: &Event<'_>) -> String {
        match (&event.tag, event.schema) {
            (Some(tag), Some(name)) => format!("`{tag}` (`{}`)", self.names.model(name)),
            (Some(tag), None) => format!("`{tag}`"),
            (None, Some(name)) => format!("`{}`", self.names.model(name)),
            (None, None) => format!("`{}`", event.webhook),
        }
    }
}

/// Returns whether both webhooks deliver one event, which is known by the webhook's key alone.
fn single(before: &Event<'_>, after: &Event<'_>) -> bool {
    before.schema.is_none() && before.tag.is_none() || after.schema.is_none() && after.tag.is_none()
}
