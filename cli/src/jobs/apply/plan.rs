//! The plan: the steps from the app as it is to the file, in the order of their dependencies.

use serde_json::{Map, Value, json};
use sunshine_conversations::Json;

use super::file::{File, Switchboard};
use super::state::{State, id};
use crate::failure::{Failure, Result};
use crate::operations::fields;
use crate::operations::table::Field;

/// The key of a reference to an object that may not exist yet.
pub const REFERENCE: &str = "$ref";

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Create,
    Update,
    Delete,
}

impl Action {
    pub fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }

    pub fn sign(self) -> &'static str {
        match self {
            Self::Create => "+",
            Self::Update => "~",
            Self::Delete => "-",
        }
    }
}

/// A kind of object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    App,
    Integration,
    Webhook,
    Switchboard,
    SwitchboardIntegration,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Integration => "integration",
            Self::Webhook => "webhook",
            Self::Switchboard => "switchboard",
            Self::SwitchboardIntegration => "switchboard integration",
        }
    }

    /// The operations that create, change and delete an object.
    fn operations(self) -> [&'static str; 3] {
        match self {
            Self::App => ["CreateApp", "UpdateApp", "DeleteApp"],
            Self::Integration => ["CreateIntegration", "UpdateIntegration", "DeleteIntegration"],
            Self::Webhook => ["CreateWebhook", "UpdateWebhook", "DeleteWebhook"],
            Self::Switchboard => ["CreateSwitchboard", "UpdateSwitchboard", "DeleteSwitchboard"],
            Self::SwitchboardIntegration => {
                ["CreateSwitchboardIntegration", "UpdateSwitchboardIntegration", "DeleteSwitchboardIntegration"]
            }
        }
    }

    /// The place of an object in the file.
    fn place(self, name: &str) -> String {
        match self {
            Self::App | Self::Switchboard => self.name().to_owned(),
            Self::Integration => format!("integrations.{name}"),
            Self::Webhook => format!("integrations.{}", name.replacen('.', ".webhooks.", 1)),
            Self::SwitchboardIntegration => format!("switchboard.integrations.{name}"),
        }
    }

    /// The key of the object in a response.
    pub fn record(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Integration => "integration",
            Self::Webhook => "webhook",
            Self::Switchboard => "switchboard",
            Self::SwitchboardIntegration => "switchboardIntegration",
        }
    }
}

/// A field that changes.
#[derive(Debug)]
pub struct Change {
    pub field: String,
    pub old: Option<Value>,
    pub new: Value,
    is_secret: bool,
    is_returned: bool,
}

impl Change {
    pub fn shown_old(&self) -> String {
        if !self.is_returned {
            return "(not returned)".to_owned();
        }
        match (&self.old, &self.new) {
            // The fields of an object that aren't in the file stay.
            (Some(Value::Object(old)), Value::Object(new)) if !new.contains_key(REFERENCE) => {
                let entries = new.keys().filter_map(|key| old.get_key_value(key));
                self.shown(&entries.map(|(key, value)| (key.clone(), value.clone())).collect())
            }
            (old, _) => self.shown(old.as_ref().unwrap_or(&Value::Null)),
        }
    }

    pub fn shown_new(&self) -> String {
        self.shown(&self.new)
    }

    fn shown(&self, value: &Value) -> String {
        if self.is_secret && !value.is_null() {
            return "***".to_owned();
        }
        if let Some(reference) = value.get(REFERENCE).and_then(Value::as_str) {
            return format!("({reference})");
        }
        // `Debug` masks secrets within the value, such as the password of a URL.
        let key = self.field.rsplit('.').next().unwrap_or_default();
        let masked = format!("{:?}", Json::from(json!({ key: value })));
        let value: Value = serde_json::from_str(&masked).unwrap_or_default();
        value.get(key).map(ToString::to_string).unwrap_or_default()
    }
}

/// A request.
#[derive(Debug)]
pub struct Step {
    pub action: Action,
    pub kind: Kind,
    /// The key in the file, or the name of an object that isn't in the file.
    pub name: String,
    /// The path below the app. `ref:` is a reference.
    pub path: Vec<String>,
    pub body: Value,
    pub changes: Vec<Change>,
    /// A consequence that the changes don't show.
    pub note: Option<&'static str>,
}

impl Step {
    pub fn method(&self) -> &'static str {
        match self.action {
            Action::Create => "POST",
            Action::Update => "PATCH",
            Action::Delete => "DELETE",
        }
    }

    /// Returns the operation of the request.
    pub fn operation(&self) -> &'static str {
        let [create, update, delete] = self.kind.operations();
        match self.action {
            Action::Create => create,
            Action::Update => update,
            Action::Delete => delete,
        }
    }

    pub fn title(&self) -> String {
        match self.kind {
            Kind::App | Kind::Switchboard => self.kind.name().to_owned(),
            kind => format!("{} {}", kind.name(), self.name),
        }
    }

    pub fn reference(&self) -> String {
        format!("{} {}", self.kind.name(), self.name)
    }

    /// Returns the objects that the request refers to.
    pub fn references(&self) -> Vec<String> {
        let in_path = self.path.iter().filter_map(|part| part.strip_prefix("ref:")).map(str::to_owned);
        let in_body = self.body.as_object().into_iter().flat_map(Map::values);
        let in_body = in_body.filter_map(|value| value.get(REFERENCE).and_then(Value::as_str)).map(str::to_owned);
        in_path.chain(in_body).collect()
    }
}

/// Returns the steps. An app as in the file needs none.
pub fn steps(file: &File, state: &State, prune: bool, secrets: bool) -> Result<Vec<Step>> {
    let mut plan = Plan { state, secrets, steps: Vec::new(), impossible: Vec::new() };
    if let Some(app) = &file.app {
        plan.app(app);
    }
    plan.integrations(file)?;
    if let Some(switchboard) = &file.switchboard {
        plan.switchboard(file, switchboard);
    }
    plan.responders(file);
    if prune {
        plan.prune(file);
    }
    if plan.impossible.is_empty() { Ok(plan.steps) } else { Err(Failure::usage(plan.impossible.join("; "))) }
}

struct Plan<'a> {
    state: &'a State,
    secrets: bool,
    steps: Vec<Step>,
    /// The differences that no request removes, each with its place.
    impossible: Vec<String>,
}

fn reference(kind: Kind, key: &str) -> String {
    format!("{} {key}", kind.name())
}

fn path<const N: usize>(parts: [&str; N]) -> Vec<String> {
    parts.map(str::to_owned).to_vec()
}

impl Plan<'_> {
    fn create(&mut self, kind: Kind, name: &str, path: Vec<String>, fields: &Map<String, Value>, operation: &str) {
        let tag = fields.get("type").and_then(Value::as_str);
        let known = fields::top_level(operation, tag);
        let changes = fields.iter().map(|(key, new)| Change {
            field: key.clone(),
            old: None,
            new: new.clone(),
            is_secret: known.iter().any(|field| field.key == key && field.is_secret),
            is_returned: true,
        });
        let changes = changes.collect();
        let body = Value::Object(fields.clone());
        self.steps.push(Step { action: Action::Create, kind, name: name.to_owned(), path, body, changes, note: None });
    }

    /// Adds a step if a field differs.
    #[allow(clippy::too_many_arguments, reason = "the parts of one step")]
    fn update(
        &mut self,
        kind: Kind,
        name: &str,
        path: Vec<String>,
        fields: &Map<String, Value>,
        existing: &Value,
        operation: &str,
        tag: Option<&str>,
    ) {
        let known = fields::top_level(operation, tag);
        let updatable = fields::updatable(kind.operations()[1], tag);
        let mut body = Map::new();
        let mut changes = Vec::new();
        for (key, new) in fields {
            let is_field = |is: fn(&Field) -> bool| known.iter().any(|field| field.key == key && is(field));
            let is_secret = is_field(|field| field.is_secret);
            // A value that isn't returned can't be compared.
            let is_returned = !is_secret && !is_field(|field| field.is_write_only);
            let old = existing.get(key).cloned();
            let is_same = if is_returned { contains(old.as_ref(), new) } else { !self.secrets };
            if is_same {
                continue;
            }
            let change = Change {
                field: key.clone(),
                old: Some(old.unwrap_or_default()),
                new: new.clone(),
                is_secret,
                is_returned,
            };
            if updatable.is_some_and(|fields| !fields.iter().any(|field| field.key == key)) {
                self.reject(kind, name, &change);
                continue;
            }
            body.insert(key.clone(), new.clone());
            changes.push(change);
        }
        if !body.is_empty() {
            let (name, body) = (name.to_owned(), Value::Object(body));
            self.steps.push(Step { action: Action::Update, kind, name, path, body, changes, note: None });
        }
    }

    /// Reports a field that only a new object can have.
    fn reject(&mut self, kind: Kind, name: &str, change: &Change) {
        let place = format!("{}.{}", kind.place(name), change.field);
        if !change.is_returned {
            note!("note: {place} can only be set when the {} is created", kind.name());
            return;
        }
        let (old, new) = (change.shown_old(), change.shown_new());
        let advice = match kind {
            Kind::Integration => ": delete the integration, or change its displayName to create another",
            _ => "",
        };
        self.impossible.push(format!("{place}: can't be changed from {old} to {new}{advice}"));
    }

    /// Reports an ID that no object of the app has.
    fn reject_id(&mut self, kind: Kind, name: &str) {
        self.impossible.push(format!("{}.id: unknown {}; correct the ID, or remove it", kind.place(name), kind.name()));
    }

    fn app(&mut self, fields: &Map<String, Value>) {
        let setting = |app: &Value| app.pointer("/settings/multiConvoEnabled").and_then(Value::as_bool);
        let (old, new) = (setting(&self.state.app), setting(&Value::Object(fields.clone())));
        if (old, new) == (Some(true), Some(false)) {
            self.impossible.push("app.settings.multiConvoEnabled: can't be disabled once it is enabled".to_owned());
        }
        self.update(Kind::App, "app", Vec::new(), fields, &self.state.app, "UpdateApp", None);
        if old != Some(true) && new == Some(true) {
            self.steps.iter_mut().for_each(|step| step.note = Some("multiConvoEnabled can't be disabled again"));
        }
    }

    fn integrations(&mut self, file: &File) -> Result<()> {
        for (key, integration) in file.integrations.iter().flatten() {
            let of = format!("ref:{}", reference(Kind::Integration, key));
            let found = self.state.integration(integration.id.as_deref(), &integration.fields);
            match found {
                None if integration.id.is_some() => self.reject_id(Kind::Integration, key),
                None => {
                    let missing = integration.missing();
                    if !missing.is_empty() {
                        let fields = missing.join(", ");
                        let message = format!("integrations.{key}: a new integration requires {fields}");
                        return Err(Failure::usage(message));
                    }
                    let mut body = integration.body();
                    if let Some(Value::Array(webhooks)) = body.get_mut("webhooks") {
                        // The API accepts only one here.
                        webhooks.truncate(1);
                    }
                    self.create(Kind::Integration, key, path(["integrations"]), &body, "CreateIntegration");
                }
                Some(found) => {
                    let tag = found.record.get("type").and_then(Value::as_str);
                    let mut fields = integration.fields.clone();
                    let wanted = fields.remove("type");
                    if wanted.as_ref().is_some_and(|wanted| found.record.get("type") != Some(wanted)) {
                        let tag = tag.unwrap_or_default();
                        self.impossible
                            .push(format!("integrations.{key}.type: can't be changed; it is {tag} in the app"));
                        continue;
                    }
                    let place = path(["integrations", &of]);
                    self.update(Kind::Integration, key, place, &fields, &found.record, "CreateIntegration", tag);
                }
            }
            // A new integration is created with its first webhook.
            let created = usize::from(found.is_none());
            for (name, webhook) in integration.webhooks.iter().flatten().skip(created) {
                let existing = found.iter().flat_map(|found| &found.webhooks).find(|it| match &webhook.id {
                    Some(wanted) => id(it) == wanted,
                    None => it.get("target") == webhook.fields.get("target"),
                });
                let name = format!("{key}.{name}");
                let place = path(["integrations", &of, "webhooks"]);
                match existing {
                    None if webhook.id.is_some() => self.reject_id(Kind::Webhook, &name),
                    None => self.create(Kind::Webhook, &name, place, &webhook.fields, "CreateWebhook"),
                    Some(existing) => {
                        let place = [place, vec![id(existing).to_owned()]].concat();
                        self.update(Kind::Webhook, &name, place, &webhook.fields, existing, "CreateWebhook", None);
                    }
                }
            }
        }
        Ok(())
    }

    fn switchboard(&mut self, file: &File, switchboard: &Switchboard) {
        const NAME: &str = "switchboard";
        let board = format!("ref:{}", reference(Kind::Switchboard, NAME));
        if self.state.switchboard.is_none() {
            self.create(Kind::Switchboard, NAME, path(["switchboards"]), &Map::new(), "CreateSwitchboard");
        }
        let ids = self.state.ids(file);
        let reference_to = |kind: Kind, key: &str| match ids.get(&reference(kind, key)) {
            Some(id) => Value::from(id.clone()),
            None => json!({ REFERENCE: reference(kind, key) }),
        };
        let place = path(["switchboards", &board, "switchboardIntegrations"]);
        // Each can refer to a later one, so the references follow after all exist.
        let mut later = Vec::new();
        for (key, integration) in &switchboard.integrations {
            let mut fields = integration.fields.clone();
            if let Some(other) = &integration.integration {
                fields.insert("integrationId".to_owned(), reference_to(Kind::Integration, other));
            }
            let existing = self.state.switchboard_integration(integration.id.as_deref(), &integration.fields);
            let next = integration.next.as_ref().map(|next| reference_to(Kind::SwitchboardIntegration, next));
            match existing {
                None if integration.id.is_some() => self.reject_id(Kind::SwitchboardIntegration, key),
                None => {
                    self.create(
                        Kind::SwitchboardIntegration,
                        key,
                        place.clone(),
                        &fields,
                        "CreateSwitchboardIntegration",
                    );
                    later.extend(next.map(|next| (key, next, Value::Null)));
                }
                Some(existing) => {
                    let of = [place.clone(), vec![id(existing).to_owned()]].concat();
                    let operation = "CreateSwitchboardIntegration";
                    self.update(Kind::SwitchboardIntegration, key, of, &fields, existing, operation, None);
                    later.extend(next.map(|next| (key, next, existing.clone())));
                }
            }
        }
        for (key, next, existing) in later {
            let fields = Map::from_iter([("nextSwitchboardIntegrationId".to_owned(), next)]);
            let of = format!("ref:{}", reference(Kind::SwitchboardIntegration, key));
            let of = [place.clone(), vec![of]].concat();
            self.update(
                Kind::SwitchboardIntegration,
                key,
                of,
                &fields,
                &existing,
                "CreateSwitchboardIntegration",
                None,
            );
        }
        let mut fields = Map::new();
        // The default first: a switchboard without one may not be enabled.
        if let Some(default) = &switchboard.default {
            let default = reference_to(Kind::SwitchboardIntegration, default);
            fields.insert("defaultSwitchboardIntegrationId".to_owned(), default);
        }
        if let Some(enabled) = switchboard.enabled {
            fields.insert("enabled".to_owned(), json!(enabled));
        }
        let existing = self.state.switchboard.clone().unwrap_or_default();
        self.update(
            Kind::Switchboard,
            NAME,
            path(["switchboards", &board]),
            &fields,
            &existing,
            "UpdateSwitchboard",
            None,
        );
    }

    /// Sets the default responders of integrations, after all switchboard integrations exist.
    fn responders(&mut self, file: &File) {
        let ids = self.state.ids(file);
        let responders = file.switchboard.as_ref().map(|switchboard| &switchboard.integrations);
        for (key, integration) in file.integrations.iter().flatten() {
            let Some(wanted) = &integration.responder else { continue };
            let found = self.state.integration(integration.id.as_deref(), &integration.fields);
            let old = found.and_then(|found| own_responder(&found.record)).map_or(Value::Null, Value::from);
            let name = wanted.as_ref().and_then(|wanted| responders?.get(wanted)?.fields.get("name").cloned());
            let new = name.unwrap_or_default();
            if old == new {
                continue;
            }
            let responder = wanted.as_ref().map_or(Value::Null, |wanted| {
                let reference = reference(Kind::SwitchboardIntegration, wanted);
                ids.get(&reference).map_or_else(|| json!({ REFERENCE: reference }), |id| json!(id))
            });
            let field = "defaultResponder".to_owned();
            self.steps.push(Step {
                action: Action::Update,
                kind: Kind::Integration,
                name: key.clone(),
                path: path(["integrations", &format!("ref:{}", reference(Kind::Integration, key))]),
                body: json!({"defaultResponderId": responder}),
                changes: vec![Change { field, old: Some(old), new, is_secret: false, is_returned: true }],
                note: None,
            });
        }
    }

    fn delete(&mut self, kind: Kind, name: &str, path: Vec<String>, note: Option<&'static str>) {
        let (name, body, changes) = (name.to_owned(), Value::Null, Vec::new());
        self.steps.push(Step { action: Action::Delete, kind, name, path, body, changes, note });
    }

    /// Deletes switchboard integrations. The API refuses to delete the default one, and one that is the next of another.
    fn prune_switchboard(&mut self, section: &Switchboard, switchboard: &Value) {
        let state = self.state;
        let entry_of = |existing: &Value| {
            section.integrations.values().find(|it| {
                let found = state.switchboard_integration(it.id.as_deref(), &it.fields);
                found.is_some_and(|found| id(found) == id(existing))
            })
        };
        let (kept, mut removed): (Vec<_>, Vec<_>) =
            state.switchboard_integrations.iter().partition(|existing| entry_of(existing).is_some());
        let default = text(switchboard, "defaultSwitchboardIntegrationId");
        if let Some(existing) = removed.iter().find(|it| id(it) == default && section.default.is_none()) {
            let name = text(existing, "name");
            self.impossible
                .push(format!("switchboard.default: is required, because the default is {name}, which is deleted"));
        }
        let next = |it: &Value| text(it, "nextSwitchboardIntegrationId");
        let place = |it: &Value| path(["switchboards", id(switchboard), "switchboardIntegrations", id(it)]);
        let unlink = |it: &Value, old: &Value| {
            let field = "nextSwitchboardIntegrationId".to_owned();
            let (old, new) = (Some(json!(text(old, "name"))), Value::Null);
            Step {
                action: Action::Update,
                kind: Kind::SwitchboardIntegration,
                name: text(it, "name"),
                path: place(it),
                body: json!({"nextSwitchboardIntegrationId": null}),
                changes: vec![Change { field, old, new, is_secret: false, is_returned: true }],
                note: None,
            }
        };
        for existing in &removed {
            let is_before = |it: &&&Value| next(it) == id(existing) && entry_of(it).is_some_and(|it| it.next.is_none());
            let before: Vec<_> = kept.iter().filter(is_before).map(|it| unlink(it, existing)).collect();
            self.steps.extend(before);
        }
        // One that is the next of none first. In a circle, one loses its link.
        let mut unlinked: Vec<&str> = Vec::new();
        while !removed.is_empty() {
            let is_next = |it: &Value| {
                let is_before = |other: &&&Value| id(other) != id(it) && next(other) == id(it);
                removed.iter().filter(is_before).find(|other| !unlinked.contains(&id(other))).copied()
            };
            let free = removed.iter().position(|it| is_next(it).is_none());
            let index = free.unwrap_or_default();
            let Some(existing) = removed.get(index).copied() else { return };
            if let Some(before) = is_next(existing) {
                self.steps.push(unlink(before, existing));
                unlinked.push(id(before));
            }
            removed.remove(index);
            self.delete(Kind::SwitchboardIntegration, &text(existing, "name"), place(existing), None);
        }
    }

    /// Deletes the objects of the file's sections that aren't in the file, in the reverse order of creation.
    fn prune(&mut self, file: &File) {
        let state = self.state;
        if let (Some(section), Some(switchboard)) = (&file.switchboard, &state.switchboard) {
            self.prune_switchboard(section, switchboard);
        }
        let Some(section) = &file.integrations else { return };
        for existing in &state.integrations {
            let is_same = |it: &&super::file::Integration| {
                let found = state.integration(it.id.as_deref(), &it.fields);
                found.is_some_and(|found| id(&found.record) == id(&existing.record))
            };
            let of = id(&existing.record);
            let Some(entry) = section.values().find(is_same) else {
                let name = format!("{} {}", text(&existing.record, "type"), text(&existing.record, "displayName"));
                let note = Some("its clients and webhooks are deleted, too");
                self.delete(Kind::Integration, name.trim(), path(["integrations", of]), note);
                continue;
            };
            let Some(webhooks) = &entry.webhooks else { continue };
            let is_kept = |it: &&serde_json::Value| {
                webhooks.values().any(|webhook| match &webhook.id {
                    Some(wanted) => id(it) == wanted,
                    None => it.get("target") == webhook.fields.get("target"),
                })
            };
            for webhook in existing.webhooks.iter().filter(|it| !is_kept(it)) {
                let place = path(["integrations", of, "webhooks", id(webhook)]);
                self.delete(Kind::Webhook, &text(webhook, "target"), place, None);
            }
        }
    }
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Returns the name of the default responder of an integration, unless it is that of the switchboard.
pub fn own_responder(integration: &Value) -> Option<&str> {
    let responder = integration.get("defaultResponder").filter(|it| it.get("inherited") != Some(&Value::Bool(true)))?;
    responder.get("name")?.as_str()
}

/// Returns whether a value has everything of the new one. The API adds fields to objects, and texts of a list, such as triggers,
/// are a set.
fn contains(old: Option<&Value>, new: &Value) -> bool {
    match (old, new) {
        (None, new) => new.is_null(),
        (Some(Value::Object(old)), Value::Object(new)) => new.iter().all(|(key, new)| contains(old.get(key), new)),
        (Some(Value::Array(old)), Value::Array(new)) => {
            let is_set = old.iter().chain(new).all(Value::is_string);
            let has = |old: &[Value], new: &[Value]| new.iter().all(|item| old.contains(item));
            (is_set && has(old, new) && has(new, old))
                || old.len() == new.len() && old.iter().zip(new).all(|(old, new)| contains(Some(old), new))
        }
        (Some(Value::Number(old)), Value::Number(new)) => old == new || old.as_f64() == new.as_f64(),
        (Some(old), new) => old == new,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_compared_by_meaning() {
        let is_same = |old: Value, new: Value| contains(Some(&old), &new);
        assert!(is_same(json!(["a", "b"]), json!(["b", "a"])) && !is_same(json!(["a", "b"]), json!(["a"])));
        assert!(is_same(json!(1), json!(1.0)) && !is_same(json!(1), json!(2)));
        assert!(is_same(json!({"a": 1, "b": 2}), json!({"a": 1})) && !is_same(json!({"a": 1}), json!({"b": 2})));
        assert!(is_same(json!([{"a": 1, "b": 2}]), json!([{"a": 1}])) && is_same(json!({}), json!({"a": null})));
    }
}
