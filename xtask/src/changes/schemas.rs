//! Changes of schemas.

use std::collections::BTreeSet;

use sunshine_conversations_codegen::yaml::Node;

use super::comparison::{Comparison, Place};
use super::document::Document;
use super::report::{Kind, quoted};
use super::schema::Schema;
use super::uses::{Uses, UsesByName};

/// The longest list of enum values in a description of a type.
const VALUES: usize = 5;

impl<'a> Comparison<'a> {
    /// Finds the named schemas that correspond: those with the same name, and those with the same content under a new name.
    pub fn pair_schemas(&mut self) {
        let (old, new) = (self.old, self.new);
        for (name, _) in old.schemas().iter().filter(|(name, _)| new.schema(name).is_some()) {
            self.pair(name, name);
        }
        let fresh = || new.schemas().iter().filter(|(name, _)| old.schema(name).is_none());
        for (gone, node) in old.schemas().iter().filter(|(name, _)| new.schema(name).is_none()) {
            let content = Schema::new(&old, node);
            let found = fresh().find(|(name, other)| {
                let free = content.is_model() && !self.pairs.values().any(|taken| taken == name);
                free && self.same(&content, &Schema::new(&new, other))
            });
            if let Some((name, _)) = found {
                self.pair(gone, name);
            }
        }
    }

    fn pair(&mut self, old: &'a str, new: &'a str) {
        self.pairs.insert(old, new);
        self.queue.push((old, new));
    }

    /// Compares all pairs of named schemas, and reports the rest as added and removed.
    pub fn compare_schemas(&mut self) {
        while let Some((a, b)) = self.queue.pop() {
            let (Some(old), Some(new)) = (self.old.schema(a), self.new.schema(b)) else { continue };
            // An unused schema isn't a type in Rust.
            if !self.old_uses.contains_key(a) && !self.new_uses.contains_key(b) {
                continue;
            }
            let uses = self.old_uses.get(a).cloned().unwrap_or_default();
            let (before, after) = (self.names.model(a), self.names.model(b));
            if before != after && Schema::new(&self.old, old).is_model() {
                self.add(&Place::schema(a, &uses), Kind::Breaking, format!("renamed to `{after}`"));
            }
            self.compare_nodes(&Place::schema(b, &uses), old, new);
        }
        let (old, new) = (self.models(&self.old, &self.old_uses), self.models(&self.new, &self.new_uses));
        let kept: BTreeSet<&str> =
            old.iter().filter_map(|name| self.pairs.get(name)).filter(|name| new.contains(*name)).copied().collect();
        let is_gone = |name: &&str| self.pairs.get(name).is_none_or(|name| !kept.contains(name));
        let gone: Vec<&str> = old.into_iter().filter(is_gone).collect();
        for name in gone {
            self.add(&Place::schema(name, &Uses::default()), Kind::Breaking, "model removed");
        }
        for name in new.iter().filter(|name| !kept.contains(*name)) {
            self.add(&Place::schema(name, &Uses::default()), Kind::Added, "new model");
        }
    }

    /// Returns the schemas that are types in Rust, apart from those that are inline in the other document.
    fn models(&self, document: &Document<'a>, uses: &UsesByName<'a>) -> BTreeSet<&'a str> {
        let names = uses.iter().filter(|(name, uses)| {
            let node = document.schema(name);
            let is_model = node.is_some_and(|node| Schema::new(document, node).is_model());
            uses.is_type && is_model && !self.inline.contains(*name)
        });
        names.map(|(name, _)| *name).collect()
    }

    /// Compares two uses of schemas. Named schemas that correspond are compared once, elsewhere.
    pub fn at(&mut self, place: &Place, old: &'a Node, new: &'a Node) {
        let (before, after) = (Schema::new(&self.old, old), Schema::new(&self.new, new));
        // Each field of a parameter is a separate parameter.
        let is_flat = place.is_parameter() && before.is_object() && after.is_object();
        if let (Some(a), Some(b), false) = (before.name, after.name, is_flat) {
            let (gone, fresh) = (self.new.schema(a).is_none(), self.old.schema(b).is_none());
            let free = gone && fresh && !self.pairs.contains_key(a) && !self.pairs.values().any(|taken| *taken == b);
            if free && before.shape() == after.shape() && before.is_model() {
                self.pair(a, b);
            }
            if self.pairs.get(a) == Some(&b) {
                let (Some(old), Some(new)) = (self.old.schema(a), self.new.schema(b)) else { return };
                let targets = (Schema::new(&self.old, old), Schema::new(&self.new, new));
                return self.compare_facts(place, &before, &after, Some(&targets));
            }
            if before.is_model() && after.is_model() {
                let text = format!("type `{}` → `{}`", self.names.model(a), self.names.model(b));
                return self.add(place, Kind::Breaking, text);
            }
        }
        if before.shape() == after.shape() {
            self.inline.extend(before.name.or(after.name));
        }
        self.compare_nodes(place, old, new);
    }

    fn compare_nodes(&mut self, place: &Place, old: &'a Node, new: &'a Node) {
        let targets = (self.old.resolve(old), self.new.resolve(new));
        if self.is_list_of_events(targets.0) || self.is_list_of_events(targets.1) {
            return;
        }
        let known = |(a, b): &(&Node, &Node)| std::ptr::eq(*a, old) && std::ptr::eq(*b, new);
        if self.open.iter().any(known) {
            return;
        }
        self.open.push((old, new));
        let (before, after) = (Schema::new(&self.old, old), Schema::new(&self.new, new));
        self.compare_content(place, &before, &after);
        let events = self.is_schema_of_events(targets.0) || self.is_schema_of_events(targets.1);
        if before.shape() == after.shape() && !events {
            self.compare_members(place, &before, &after);
        }
        self.open.pop();
    }

    fn compare_content(&mut self, place: &Place, old: &Schema<'a>, new: &Schema<'a>) {
        let parts: BTreeSet<&str> = old.parts.intersection(&new.parts).copied().collect();
        if !parts.is_empty() {
            self.composites.push((place.owner.clone(), place.path.clone(), parts));
        }
        if old.shape() != new.shape() {
            let (old, new) = (self.type_name(&self.old, old), self.type_name(&self.new, new));
            return self.add(place, Kind::Breaking, format!("type {old} → {new}"));
        }
        self.compare_facts(place, old, new, None);
        if let (Some(old), Some(new)) = (&old.values, &new.values) {
            self.compare_values(place, old, new);
        }
        if let (Some(old), Some(new)) = (old.items, new.items) {
            self.at(&place.inside("[]"), old, new);
        }
        if let (Some(old), Some(new)) = (old.map_values(), new.map_values()) {
            self.at(&place.inside(".*"), old, new);
        }
        self.compare_fields(place, old, new);
    }

    /// Returns whether two schemas have the same content.
    pub fn same(&mut self, old: &Schema<'a>, new: &Schema<'a>) -> bool {
        let (changes, descriptions) = (self.changes.len(), self.descriptions);
        let (pairs, queue, inline) = (self.pairs.clone(), self.queue.len(), self.inline.clone());
        let composites = self.composites.len();
        self.compare_content(&Place::payload(), old, new);
        self.compare_members(&Place::payload(), old, new);
        let same = (self.changes.len(), self.descriptions) == (changes, descriptions);
        self.changes.truncate(changes);
        self.queue.truncate(queue);
        self.composites.truncate(composites);
        self.descriptions = descriptions;
        (self.pairs, self.inline) = (pairs, inline);
        same
    }

    fn compare_values(&mut self, place: &Place, old: &[String], new: &[String]) {
        let gone: Vec<&String> = old.iter().filter(|value| !new.contains(value)).collect();
        let added: Vec<&String> = new.iter().filter(|value| !old.contains(value)).collect();
        let plural = |values: &[&String]| if values.len() == 1 { "value" } else { "values" };
        if !gone.is_empty() {
            let text = format!("enum {} {} removed", plural(&gone), quoted(&gone));
            self.add(place, Kind::Breaking, text);
        }
        if !added.is_empty() {
            let text = format!("new enum {} {}", plural(&added), quoted(&added));
            self.add(place, Kind::Added, text);
        }
    }

    /// Returns a type in words, as in "list of strings".
    fn type_name(&self, document: &Document<'a>, schema: &Schema<'a>) -> String {
        if let Some(name) = schema.name.filter(|_| schema.is_model()) {
            return format!("`{}`", self.names.model(name));
        }
        if let Some(node) = schema.items {
            let items = self.type_name(document, &Schema::new(document, node));
            return if items.ends_with('`') || items.ends_with(')') || items.contains(' ') {
                format!("list of {items}")
            } else {
                format!("list of {items}s")
            };
        }
        match &schema.values {
            Some(values) if values.len() <= VALUES => format!("{} ({})", schema.shape(), quoted(values)),
            Some(values) => format!("{} of {} values", schema.shape(), values.len()),
            None => schema.shape(),
        }
    }
}
