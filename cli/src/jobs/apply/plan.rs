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
        self.shown(self.old.as_ref().unwrap_or(&Value::Null))
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
}

impl Step {
    pub fn method(&self) -> &'static str {
        match self.action {
            Action::Create => "POST",
            Action::Update => "PATCH",
            Action::Delete => "DELETE",
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
    let mut plan = Plan { state, secrets, steps: Vec::new() };
    if let Some(app) = &file.app {
        plan.update(Kind::App, "app", Vec::new(), app, &state.app, "UpdateApp", None);
    }
    plan.integrations(file)?;
    if let Some(switchboard) = &file.switchboard {
        plan.switchboard(file, switchboard);
    }
    if prune {
        plan.prune(file);
    }
    Ok(plan.steps)
}

struct Plan<'a> {
    state: &'a State,
    secrets: bool,
    steps: Vec<Step>,
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
        self.steps.push(Step { action: Action::Create, kind, name: name.to_owned(), path, body, changes });
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
            body.insert(key.clone(), new.clone());
            let (field, old) = (key.clone(), Some(old.unwrap_or_default()));
            changes.push(Change { field, old, new: new.clone(), is_secret, is_returned });
        }
        if !body.is_empty() {
            let (name, body) = (name.to_owned(), Value::Object(body));
            self.steps.push(Step { action: Action::Update, kind, name, path, body, changes });
        }
    }

    fn integrations(&mut self, file: &File) -> Result<()> {
        for (key, integration) in file.integrations.iter().flatten() {
            let of = format!("ref:{}", reference(Kind::Integration, key));
            let found = self.state.integration(integration.id.as_deref(), &integration.fields);
            match found {
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
                    // It can't change.
                    fields.remove("type");
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

    /// Deletes the objects of the file's sections that aren't in the file, in the reverse order of creation.
    fn prune(&mut self, file: &File) {
        let mut delete = |kind: Kind, name: &str, path: Vec<String>| {
            let (name, body, changes) = (name.to_owned(), Value::Null, Vec::new());
            self.steps.push(Step { action: Action::Delete, kind, name, path, body, changes });
        };
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        if let (Some(section), Some(switchboard)) = (&file.switchboard, &self.state.switchboard) {
            let kept: Vec<_> = section
                .integrations
                .values()
                .filter_map(|it| self.state.switchboard_integration(it.id.as_deref(), &it.fields))
                .map(id)
                .collect();
            for existing in self.state.switchboard_integrations.iter().filter(|it| !kept.contains(&id(it))) {
                let place = path(["switchboards", id(switchboard), "switchboardIntegrations", id(existing)]);
                delete(Kind::SwitchboardIntegration, &text(existing, "name"), place);
            }
        }
        let Some(section) = &file.integrations else { return };
        for existing in &self.state.integrations {
            let is_same = |it: &&super::file::Integration| {
                let found = self.state.integration(it.id.as_deref(), &it.fields);
                found.is_some_and(|found| id(&found.record) == id(&existing.record))
            };
            let of = id(&existing.record);
            let Some(entry) = section.values().find(is_same) else {
                let name = format!("{} {}", text(&existing.record, "type"), text(&existing.record, "displayName"));
                delete(Kind::Integration, name.trim(), path(["integrations", of]));
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
                delete(Kind::Webhook, id(webhook), path(["integrations", of, "webhooks", id(webhook)]));
            }
        }
    }
}

/// Returns whether a value has everything of the new one. The API adds fields to objects.
fn contains(old: Option<&Value>, new: &Value) -> bool {
    match (old, new) {
        (None, new) => new.is_null(),
        (Some(Value::Object(old)), Value::Object(new)) => new.iter().all(|(key, new)| contains(old.get(key), new)),
        (Some(Value::Array(old)), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| contains(Some(old), new))
        }
        (Some(old), new) => old == new,
    }
}
