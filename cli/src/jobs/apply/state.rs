//! The app as it is.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use sunshine_conversations::http::Method;
use sunshine_conversations::{AppClient, Json};

use super::file::File;
use super::plan::own_responder;
use crate::failure::{Failure, Result};
use crate::operations::{fields, pages};

/// The configuration of an app.
pub struct State {
    pub app: Value,
    pub integrations: Vec<Integration>,
    pub switchboard: Option<Value>,
    pub switchboard_integrations: Vec<Value>,
}

/// An integration with its webhooks.
pub struct Integration {
    pub record: Value,
    pub webhooks: Vec<Value>,
}

impl State {
    /// Reads the configuration.
    pub fn read(app: &AppClient) -> Result<Self> {
        let root = format!("/v2/apps/{}", app.id());
        let get = |path: &str| -> Result<Value> { Ok(app.client().request(Method::GET, path).send()?.parse()?) };
        let mut integrations = Vec::new();
        for record in list(app, &format!("{root}/integrations"), "integrations")? {
            // Only custom integrations have webhooks.
            let webhooks = match record.get("webhooks").and_then(Value::as_array) {
                Some(webhooks) => webhooks.clone(),
                None if record["type"] == "custom" => {
                    list(app, &format!("{root}/integrations/{}/webhooks", id(&record)), "webhooks")?
                }
                None => Vec::new(),
            };
            integrations.push(Integration { record, webhooks });
        }
        let switchboard = list(app, &format!("{root}/switchboards"), "switchboards")?.into_iter().next();
        let switchboard_integrations = match &switchboard {
            Some(switchboard) => {
                let path = format!("{root}/switchboards/{}/switchboardIntegrations", id(switchboard));
                list(app, &path, "switchboardIntegrations")?
            }
            None => Vec::new(),
        };
        let app = get(&root)?["app"].clone();
        Ok(Self { app, integrations, switchboard, switchboard_integrations })
    }

    /// Finds an integration: by ID, or by type and name.
    pub fn integration(&self, wanted_id: Option<&str>, fields: &Map<String, Value>) -> Option<&Integration> {
        let matches = |integration: &&Integration| match wanted_id {
            Some(wanted) => id(&integration.record) == wanted,
            None => ["type", "displayName"].iter().all(|key| integration.record.get(*key) == fields.get(*key)),
        };
        self.integrations.iter().find(matches)
    }

    /// Finds a switchboard integration: by ID, or by name.
    pub fn switchboard_integration(&self, wanted_id: Option<&str>, fields: &Map<String, Value>) -> Option<&Value> {
        self.switchboard_integrations.iter().find(|it| match wanted_id {
            Some(wanted) => id(it) == wanted,
            None => it.get("name") == fields.get("name"),
        })
    }

    /// Returns the IDs of the objects of a file that exist.
    pub fn ids(&self, file: &File) -> BTreeMap<String, String> {
        let mut ids = BTreeMap::new();
        for (key, integration) in file.integrations.iter().flatten() {
            if let Some(found) = self.integration(integration.id.as_deref(), &integration.fields) {
                ids.insert(format!("integration {key}"), id(&found.record).to_owned());
            }
        }
        ids.extend(self.switchboard.iter().map(|it| ("switchboard switchboard".to_owned(), id(it).to_owned())));
        for (key, integration) in file.switchboard.iter().flat_map(|it| &it.integrations) {
            if let Some(found) = self.switchboard_integration(integration.id.as_deref(), &integration.fields) {
                ids.insert(format!("switchboard integration {key}"), id(found).to_owned());
            }
        }
        ids
    }

    /// Returns the file for the app.
    pub fn file(&self) -> Result<String> {
        let mut keys = BTreeMap::new();
        let mut taken = BTreeMap::new();
        let mut integrations = Map::new();
        for integration in &self.integrations {
            let record = &integration.record;
            let kind = record["type"].as_str().unwrap_or_default();
            let name = record["displayName"].as_str().filter(|name| !name.is_empty()).unwrap_or(kind);
            let key = unique(name, &mut taken);
            keys.insert(id(record).to_owned(), key.clone());
            let mut entry = writable(record, "CreateIntegration", Some(kind));
            entry.insert("type".to_owned(), json!(kind));
            // Without a name, or with one that another integration has, only the ID is unique.
            let same = self.integrations.iter().filter(|other| {
                other.record["type"] == record["type"] && other.record["displayName"] == record["displayName"]
            });
            if record["displayName"].as_str().is_none() || same.count() > 1 {
                entry.insert("id".to_owned(), record["id"].clone());
            }
            entry.remove("webhooks");
            let mut webhooks = Map::new();
            for (index, webhook) in integration.webhooks.iter().enumerate() {
                let key = if index == 0 { "webhook".to_owned() } else { format!("webhook-{}", index + 1) };
                let mut entry = writable(webhook, "CreateWebhook", None);
                add_id(&mut entry, webhook, &integration.webhooks, "target");
                webhooks.insert(key, Value::Object(entry));
            }
            if !webhooks.is_empty() {
                entry.insert("webhooks".to_owned(), Value::Object(webhooks));
            }
            integrations.insert(key, Value::Object(entry));
        }
        let mut file = json!({"app": writable(&self.app, "UpdateApp", None), "integrations": integrations});
        if let Some(switchboard) = &self.switchboard {
            let names = self.names();
            for integration in &self.integrations {
                let key = keys.get(id(&integration.record));
                let responder = own_responder(&integration.record);
                let responder = responder.and_then(|name| names.iter().find(|(it, _)| it["name"] == name));
                if let (Some(key), Some((_, responder))) = (key, responder) {
                    file["integrations"][key]["defaultResponder"] = json!(responder);
                }
            }
            file["switchboard"] = self.switchboard_of_file(switchboard, &keys);
        }
        yaml_serde::to_string(&file).map_err(|e| Failure::Io(format!("can't write YAML: {e}")))
    }

    /// The switchboard integrations with their keys in the file.
    fn names(&self) -> Vec<(&Value, String)> {
        let mut taken = BTreeMap::new();
        let key = |it: &Value| unique(it["name"].as_str().unwrap_or_default(), &mut taken);
        let keys: Vec<String> = self.switchboard_integrations.iter().map(key).collect();
        self.switchboard_integrations.iter().zip(keys).collect()
    }

    fn switchboard_of_file(&self, switchboard: &Value, integrations: &BTreeMap<String, String>) -> Value {
        let names = self.names();
        let key_of = |wanted: &Value| Some(&names.iter().find(|(it, _)| it["id"] == *wanted)?.1);
        let mut entries = Map::new();
        for (it, key) in &names {
            let mut entry = writable(it, "CreateSwitchboardIntegration", None);
            add_id(&mut entry, it, &self.switchboard_integrations, "name");
            entry.remove("nextSwitchboardIntegrationId");
            // An integration that isn't listed, such as Zendesk's agent workspace, is found by its type.
            entry.remove("integrationId");
            let linked = it["integrationId"].as_str().and_then(|id| integrations.get(id));
            if let Some(integration) = linked {
                entry.remove("integrationType");
                entry.insert("integration".to_owned(), json!(integration));
            }
            if let Some(next) = key_of(&it["nextSwitchboardIntegrationId"]) {
                entry.insert("next".to_owned(), json!(next));
            }
            entries.insert(key.clone(), Value::Object(entry));
        }
        let mut section = json!({"enabled": switchboard["enabled"], "integrations": entries});
        if let Some(default) = key_of(&switchboard["defaultSwitchboardIntegrationId"]) {
            section["default"] = json!(default);
        }
        section
    }
}

/// Returns the ID of a record.
pub fn id(record: &Value) -> &str {
    record.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// All items of a listing.
fn list(app: &AppClient, path: &str, key: &str) -> Result<Vec<Value>> {
    let mut items = Vec::new();
    let mut position = pages::Position::default();
    loop {
        let mut call = app.client().request(Method::GET, path);
        if let Some(cursor) = &position.cursor {
            call = call.query("page[after]", cursor);
        }
        let page: Json = call.send()?;
        items.extend(page.get::<Vec<Value>>(key)?.unwrap_or_default());
        if !position.advance(pages::next_cursor(page.as_str(), false)?)? {
            return Ok(items);
        }
    }
}

/// The fields of a record that a request can set. Secrets aren't returned, or must not be in a file.
fn writable(record: &Value, operation: &str, tag: Option<&str>) -> Map<String, Value> {
    let known = fields::top_level(operation, tag);
    let is_kept = |key: &String, value: &Value| {
        !value.is_null() && known.iter().any(|field| field.key == key && !field.is_secret)
    };
    let entries = record.as_object().into_iter().flatten().filter(|(key, value)| is_kept(key, value));
    entries.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// Adds the ID of a record if others have the same value of the field that finds it.
fn add_id(entry: &mut Map<String, Value>, record: &Value, all: &[Value], field: &str) {
    if all.iter().filter(|other| other[field] == record[field]).count() > 1 {
        entry.insert("id".to_owned(), record["id"].clone());
    }
}

/// Makes a key from a name.
fn unique(name: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let letter = |c: char| if c.is_alphanumeric() { c.to_lowercase().to_string() } else { "-".to_owned() };
    let key: String = name.chars().map(letter).collect();
    let key = key.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let key = if key.is_empty() { "integration".to_owned() } else { key };
    let count = taken.entry(key.clone()).or_default();
    *count += 1;
    if *count == 1 { key } else { format!("{key}-{count}") }
}
