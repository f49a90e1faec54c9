//! Changes of parameters.

use sunshine_conversations_codegen::yaml::Node;

use super::comparison::{Comparison, Place};
use super::document::{Document, Operation, items, section};
use super::operations::words;
use super::report::{Kind, change_of};
use super::schema::Schema;

/// Returns the parameters of an operation, with those of its path.
pub fn effective<'a>(document: &Document<'a>, operation: &Operation<'a>) -> Vec<&'a Node> {
    let mut parameters: Vec<&Node> = Vec::new();
    for node in [operation.item, operation.node].into_iter().flat_map(|node| items(node, "parameters")) {
        let node = document.resolve(node);
        parameters.retain(|known| key(known) != key(node));
        parameters.push(node);
    }
    parameters
}

/// Returns the schema of a parameter.
pub fn schema(parameter: &Node) -> Option<&Node> {
    parameter.get("schema").or_else(|| section(parameter, "content").first()?.1.get("schema"))
}

/// Returns the location and the name.
fn key(parameter: &Node) -> (&str, &str) {
    let text = |key: &str| parameter.get(key).and_then(Node::text).unwrap_or_default();
    (text("in"), text("name"))
}

fn is_required(parameter: &Node) -> bool {
    parameter.flag("required") || key(parameter).0 == "path"
}

impl<'a> Comparison<'a> {
    pub fn compare_parameters(&mut self, name: &str, old: &Operation<'a>, new: &Operation<'a>) {
        let mut gone = effective(&self.old, old);
        let mut added = effective(&self.new, new);
        let mut pairs = self.pair_parameters(&mut gone, &mut added, |_, old, new| key(old) == key(new));
        let moved = self.pair_parameters(&mut gone, &mut added, |_, old, new| key(old).1 == key(new).1);
        for (before, after) in &moved {
            let text = format!("{} parameter `{}` is now a {} parameter", key(before).0, key(before).1, key(after).0);
            self.add_operation(name, Kind::Breaking, text);
        }
        // Path parameters are identified by their positions.
        let (old_path, new_path) = (path_names(old.path), path_names(new.path));
        let position = |path: &[&str], parameter: &Node| path.iter().position(|name| *name == key(parameter).1);
        let renamed = self.pair_parameters(&mut gone, &mut added, |this, before, after| {
            let same_position = old.anonymous_route() == new.anonymous_route()
                && position(&old_path, before).is_some()
                && position(&old_path, before) == position(&new_path, after);
            same_position
                || key(before).0 == key(after).0 && key(before).0 != "path" && this.is_same_parameter(before, after)
        });
        for (before, after) in &renamed {
            let kind = if key(before).0 == "path" { Kind::Changed } else { Kind::Breaking };
            let text = format!("{} parameter `{}` renamed to `{}`", key(before).0, key(before).1, key(after).1);
            self.add_operation(name, kind, text);
        }
        pairs.extend(moved);
        pairs.extend(renamed);
        for parameter in gone {
            let (location, parameter) = key(parameter);
            self.add_operation(name, Kind::Breaking, format!("{location} parameter `{parameter}` removed"));
        }
        for parameter in added {
            let (kind, how) =
                if is_required(parameter) { (Kind::Breaking, "required") } else { (Kind::Added, "optional") };
            let (location, parameter) = key(parameter);
            self.add_operation(name, kind, format!("new {how} {location} parameter `{parameter}`"));
        }
        for (before, after) in pairs {
            self.compare_parameter(name, before, after);
        }
    }

    fn pair_parameters(
        &mut self,
        gone: &mut Vec<&'a Node>,
        added: &mut Vec<&'a Node>,
        together: impl Fn(&mut Self, &'a Node, &'a Node) -> bool,
    ) -> Vec<(&'a Node, &'a Node)> {
        let mut pairs = Vec::new();
        gone.retain(|before| match added.iter().position(|after| together(self, before, after)) {
            Some(at) => {
                pairs.push((*before, added.remove(at)));
                false
            }
            None => true,
        });
        pairs
    }

    fn is_same_parameter(&mut self, old: &'a Node, new: &'a Node) -> bool {
        let view = |document: &Document<'a>, node: &'a Node| {
            let mut schema = schema(node).map(|schema| Schema::new(document, schema)).unwrap_or_default();
            schema.description = node.get("description").and_then(Node::text).map(words).unwrap_or_default();
            schema
        };
        let (before, after) = (view(&self.old, old), view(&self.new, new));
        self.is_renamed((key(old).1, key(new).1), &before, &after)
    }

    fn compare_parameter(&mut self, operation: &str, old: &'a Node, new: &'a Node) {
        let (location, name) = key(new);
        let place = Place::parameter(operation, location, name);
        match (is_required(old), is_required(new)) {
            (false, true) => self.add(&place, Kind::Breaking, "now required"),
            (true, false) => self.add(&place, Kind::Breaking, "no longer required"),
            _ => {}
        }
        match (old.flag("deprecated"), new.flag("deprecated")) {
            (false, true) => self.add(&place, Kind::Deprecated, "deprecated"),
            (true, false) => self.add(&place, Kind::Changed, "no longer deprecated"),
            _ => {}
        }
        let description = |node: &Node| node.get("description").and_then(Node::text).map(words);
        self.descriptions += usize::from(description(old) != description(new));
        let (Some(before), Some(after)) = (schema(old), schema(new)) else { return };
        let shapes = (Schema::new(&self.old, before), Schema::new(&self.new, after));
        if shapes.0.shape() == shapes.1.shape() && key(old).0 == location {
            let (style, other) = (encoding(old, &shapes.0), encoding(new, &shapes.1));
            if style != other {
                self.add(&place, Kind::Breaking, change_of("encoding", Some(&style), Some(&other)));
            }
        }
        self.at(&place, before, after);
    }
}

/// Returns the names in a path template, in order.
fn path_names(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

/// Returns the style of a parameter; `explode` only matters for lists and objects.
fn encoding(parameter: &Node, schema: &Schema<'_>) -> String {
    if let Some((media_type, _)) = section(parameter, "content").first() {
        return media_type.clone();
    }
    let default = if matches!(key(parameter).0, "query" | "cookie") { "form" } else { "simple" };
    let style = parameter.get("style").and_then(Node::text).unwrap_or(default);
    let explode = parameter.get("explode").and_then(Node::scalar).map_or(style == "form", |flag| flag == "true");
    let composite = schema.items.is_some() || schema.is_object() || !schema.members.is_empty();
    // `deepObject` has one notation.
    if !composite || style == "deepObject" { style.to_owned() } else { format!("{style}, explode {explode}") }
}
