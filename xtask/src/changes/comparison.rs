//! The comparison of two documents: its state, and the places of changes.

use std::collections::{BTreeMap, BTreeSet};

use sunshine_conversations_codegen::yaml::Node;

use super::document::Document;
use super::names::Names;
use super::report::{Change, Fields, Kind, Report, Subject};
use super::schema::Schema;
use super::uses::{Uses, UsesByName, uses};

/// A comparison in progress.
pub struct Comparison<'a> {
    pub old: Document<'a>,
    pub new: Document<'a>,
    pub names: &'a Names,
    pub old_uses: UsesByName<'a>,
    pub new_uses: UsesByName<'a>,
    pub changes: Vec<Change>,
    pub descriptions: usize,
    /// The named schemas that correspond, by their old names.
    pub pairs: BTreeMap<&'a str, &'a str>,
    pub queue: Vec<(&'a str, &'a str)>,
    /// Named schemas of one document that are inline in the other one.
    pub inline: BTreeSet<&'a str>,
    /// The pairs of nodes that are being compared; ends the recursion of recursive schemas.
    pub open: Vec<(&'a Node, &'a Node)>,
    /// The operations that are in both documents.
    pub compared: BTreeSet<String>,
    /// The unions whose members are compared as events.
    pub unions: Vec<&'a Node>,
    /// The places of schemas that contain other ones through `allOf`.
    pub composites: Vec<(Owner, String, BTreeSet<&'a str>)>,
}

/// The part of a document that a place is in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    Schema(String),
    Parameter {
        operation: String,
        location: String,
        name: String,
    },
    /// A request body or a response.
    Body {
        operation: String,
        what: String,
    },
    Event(String),
    Payload,
}

/// A place in the document, and the directions in which its values travel.
#[derive(Clone)]
pub struct Place {
    pub owner: Owner,
    /// The steps that lead to the place, such as `.author.subtypes[]`.
    pub path: String,
    /// Whether callers send the value.
    pub sent: bool,
    /// Whether a request that updates a record contains the value.
    pub update: bool,
    /// Whether the value is a field that is always present.
    pub required: bool,
}

impl Place {
    fn new(owner: Owner, sent: bool, update: bool) -> Self {
        Self { owner, path: String::new(), sent, update, required: false }
    }

    pub fn schema(name: &str, uses: &Uses) -> Self {
        Self::new(Owner::Schema(name.to_owned()), !uses.requests.is_empty(), uses.update)
    }

    pub fn parameter(operation: &str, location: &str, name: &str) -> Self {
        let owner =
            Owner::Parameter { operation: operation.to_owned(), location: location.to_owned(), name: name.to_owned() };
        Self::new(owner, true, false)
    }

    pub fn request(operation: &str, update: bool) -> Self {
        Self::new(Owner::Body { operation: operation.to_owned(), what: "request body".to_owned() }, true, update)
    }

    pub fn response(operation: &str, what: String) -> Self {
        Self::new(Owner::Body { operation: operation.to_owned(), what }, false, false)
    }

    pub fn event(tag: &str) -> Self {
        Self::new(Owner::Event(tag.to_owned()), false, false)
    }

    pub fn payload() -> Self {
        Self::new(Owner::Payload, false, false)
    }

    pub fn is_parameter(&self) -> bool {
        matches!(self.owner, Owner::Parameter { .. })
    }

    /// Returns the place of a field.
    pub fn field(&self, name: &str, schema: &Schema<'_>, required: bool) -> Self {
        let step = if self.is_parameter() { format!("[{name}]") } else { format!(".{name}") };
        Self { sent: self.sent && !schema.read_only, required, ..self.inside(&step) }
    }

    /// Returns a place inside of a list, a map or a union.
    pub fn inside(&self, step: &str) -> Self {
        Self { path: format!("{}{step}", self.path), required: true, ..self.clone() }
    }
}

impl<'a> Comparison<'a> {
    pub fn new(old: &'a Node, new: &'a Node, names: &'a Names) -> Self {
        let (old, new) = (Document { root: old }, Document { root: new });
        Self {
            old,
            new,
            names,
            old_uses: uses(&old, names),
            new_uses: uses(&new, names),
            changes: Vec::new(),
            descriptions: 0,
            pairs: BTreeMap::new(),
            queue: Vec::new(),
            inline: BTreeSet::new(),
            open: Vec::new(),
            compared: BTreeSet::new(),
            unions: Vec::new(),
            composites: Vec::new(),
        }
    }

    /// Compares everything.
    pub fn run(mut self) -> Report {
        self.pair_schemas();
        self.compare_events();
        self.compare_operations();
        self.compare_security_schemes();
        self.compare_schemas();
        self.drop_inherited();
        Report::new(self.changes, self.descriptions, &self.compared)
    }

    /// Records a change at a place.
    pub fn add(&mut self, place: &Place, kind: Kind, text: impl Into<String>) {
        let subject = match &place.owner {
            Owner::Schema(name) => Subject::Schemas {
                fields: [(self.names.model(name), place.path.clone())].into(),
                uses: self
                    .new_uses
                    .get(name.as_str())
                    .or(self.old_uses.get(name.as_str()))
                    .cloned()
                    .unwrap_or_default(),
            },
            Owner::Parameter { operation, .. } | Owner::Body { operation, .. } => {
                Subject::Operations([operation.clone()].into())
            }
            Owner::Event(_) | Owner::Payload => Subject::Other,
        };
        let change = Change { kind, subject, label: label(place), text: text.into(), place: Some(place.clone()) };
        self.changes.push(change);
    }

    /// Records a change of an operation as such.
    pub fn add_operation(&mut self, operation: &str, kind: Kind, text: impl Into<String>) {
        let subject = Subject::Operations([operation.to_owned()].into());
        self.changes.push(Change { kind, subject, label: String::new(), text: text.into(), place: None });
    }

    pub fn add_event(&mut self, kind: Kind, event: String, text: &str) {
        self.add_other(kind, format!("event {event}"), text);
    }

    /// Records a change of something that isn't an operation or a model.
    pub fn add_other(&mut self, kind: Kind, label: String, text: impl Into<String>) {
        self.changes.push(Change { kind, subject: Subject::Other, label, text: text.into(), place: None });
    }

    /// Removes the changes of a schema that are those of another one, which it contains through `allOf`.
    fn drop_inherited(&mut self) {
        let mut inherited: Vec<(Place, String, Fields)> = Vec::new();
        let mut kept = Vec::new();
        for change in &self.changes {
            match (change.place.as_ref().and_then(|place| self.origin(place, &change.text)), &change.subject) {
                (Some(origin), Subject::Schemas { fields, .. }) => {
                    inherited.push((origin, change.text.clone(), fields.clone()));
                }
                (Some(_), _) => {}
                (None, _) => kept.push(change.clone()),
            }
        }
        for change in &mut kept {
            let (Some(place), Subject::Schemas { fields, .. }) = (&change.place, &mut change.subject) else { continue };
            let mut more =
                inherited.iter().filter(|(origin, text, _)| origin == place && *text == change.text).peekable();
            // A schema that is only a part of others isn't a type in Rust.
            if more.peek().is_some() && !self.is_type(place) {
                fields.clear();
            }
            fields.extend(more.flat_map(|(_, _, fields)| fields.iter().cloned()));
        }
        self.changes = kept;
    }

    fn is_type(&self, place: &Place) -> bool {
        match &place.owner {
            Owner::Schema(name) => self.new_uses.get(name.as_str()).is_some_and(|uses| uses.is_type),
            _ => true,
        }
    }

    /// Returns the place of the same change in the innermost schema that is contained through `allOf`.
    fn origin(&self, place: &Place, text: &str) -> Option<Place> {
        let mut origins = vec![place.clone()];
        while let Some(origin) = self.direct_origin(origins.last()?, text).filter(|origin| !origins.contains(origin)) {
            origins.push(origin.clone());
        }
        origins.pop().filter(|origin| origin != place)
    }

    fn direct_origin(&self, place: &Place, text: &str) -> Option<&Place> {
        let composites = self.composites.iter().filter(|(owner, _, _)| *owner == place.owner);
        composites.filter_map(|(_, prefix, parts)| Some((place.path.strip_prefix(prefix.as_str())?, parts))).find_map(
            |(rest, parts)| {
                let same_text = self.changes.iter().filter(|change| change.text == text);
                same_text.filter_map(|change| change.place.as_ref()).find(|other| match &other.owner {
                    Owner::Schema(name) => other.path == rest && parts.contains(name.as_str()) && *other != place,
                    _ => false,
                })
            },
        )
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        (&self.owner, &self.path) == (&other.owner, &other.path)
    }
}

/// Returns the place in words; the name of a schema's type is added by the report.
fn label(place: &Place) -> String {
    let path = place.path.strip_prefix('.').unwrap_or(&place.path);
    let of = |what: &str| if path.is_empty() { what.to_owned() } else { format!("{what} field `{path}`") };
    match &place.owner {
        Owner::Schema(_) => place.path.clone(),
        Owner::Parameter { location, name, .. } => format!("{location} parameter `{name}{}`", place.path),
        Owner::Body { what, .. } => of(what),
        Owner::Event(tag) => of(&format!("event `{tag}`")),
        Owner::Payload => of("webhook payload"),
    }
}
