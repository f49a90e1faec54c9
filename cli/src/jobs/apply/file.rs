//! The file: its sections, checked against the types of the document.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::{env, fmt};

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::failure::{Failure, Result};
use crate::jobs::rows;
use crate::operations::fields;
use crate::operations::table::Field;

type Object = Map<String, Value>;

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = "an object with `app`, `integrations` or `switchboard`")]
pub struct File {
    /// The fields of the app.
    pub app: Option<Object>,
    /// The integrations by key.
    #[serde(deserialize_with = "optional_objects")]
    pub integrations: Option<BTreeMap<String, Integration>>,
    /// The switchboard.
    pub switchboard: Option<Switchboard>,
}

/// An integration.
#[derive(Debug, Default, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Integration {
    /// Overrides how the integration is found.
    pub id: Option<String>,
    /// The webhooks by key.
    #[serde(deserialize_with = "optional_objects")]
    pub webhooks: Option<BTreeMap<String, Webhook>>,
    /// The key of the switchboard integration that responds by default; `null` for that of the switchboard.
    #[serde(rename = "defaultResponder", deserialize_with = "present")]
    pub responder: Option<Option<String>>,
    /// The other fields.
    #[serde(flatten)]
    pub fields: Object,
}

/// A webhook.
#[derive(Debug, Default, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct Webhook {
    /// Overrides how the webhook is found.
    pub id: Option<String>,
    /// The other fields.
    #[serde(flatten)]
    pub fields: Object,
}

/// The switchboard.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, expecting = "an object with `enabled`, `default` or `integrations`")]
pub struct Switchboard {
    /// Whether it is enabled.
    pub enabled: Option<bool>,
    /// The key of the default switchboard integration.
    pub default: Option<String>,
    /// The switchboard integrations by key.
    #[serde(deserialize_with = "objects")]
    pub integrations: BTreeMap<String, SwitchboardIntegration>,
}

/// A switchboard integration.
#[derive(Debug, Default, Deserialize)]
#[serde(default, expecting = "an object")]
pub struct SwitchboardIntegration {
    /// Overrides how the switchboard integration is found.
    pub id: Option<String>,
    /// The key of the integration.
    pub integration: Option<String>,
    /// The key of the switchboard integration that receives control next.
    pub next: Option<String>,
    /// The other fields.
    #[serde(flatten)]
    pub fields: Object,
}

/// Reads objects by key. A key that occurs again would replace an object.
fn objects<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    value: D,
) -> std::result::Result<BTreeMap<String, T>, D::Error> {
    struct Objects<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Objects<T> {
        type Value = BTreeMap<String, T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object with a key for each")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> std::result::Result<Self::Value, A::Error> {
            let mut objects = BTreeMap::new();
            while let Some((key, value)) = entries.next_entry::<String, T>()? {
                if objects.contains_key(&key) {
                    return Err(A::Error::custom(format!("the key `{key}` occurs twice")));
                }
                objects.insert(key, value);
            }
            Ok(objects)
        }
    }
    value.deserialize_map(Objects(PhantomData))
}

/// Reads objects that may be missing.
fn optional_objects<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    value: D,
) -> std::result::Result<Option<BTreeMap<String, T>>, D::Error> {
    objects(value).map(Some)
}

/// Reads a value that may be `null`, unlike one that is missing.
fn present<'de, D: serde::Deserializer<'de>>(value: D) -> std::result::Result<Option<Option<String>>, D::Error> {
    Option::deserialize(value).map(Some)
}

impl Integration {
    /// Returns the request body that creates the integration: with its webhooks, if the type can have some.
    pub fn body(&self) -> Object {
        let mut body = self.fields.clone();
        if self.webhooks.is_some() || self.required().any(|field| field.key == "webhooks") {
            let webhooks = self.webhooks.iter().flatten().map(|(_, webhook)| Value::Object(webhook.fields.clone()));
            body.insert("webhooks".to_owned(), webhooks.collect());
        }
        body
    }

    /// Returns the secrets that the integration requires and the file lacks. Those of an existing one are optional.
    fn missing_secrets(&self) -> Vec<&'static str> {
        let missing = self.required().filter(|field| field.is_secret && !self.fields.contains_key(field.key));
        missing.map(|field| field.key).collect()
    }

    /// Returns the parts that only a new integration requires.
    pub fn missing(&self) -> Vec<&'static str> {
        let mut missing = self.missing_secrets();
        let has_webhooks = self.webhooks.as_ref().is_some_and(|webhooks| !webhooks.is_empty());
        missing.extend((!has_webhooks && self.required().any(|field| field.key == "webhooks")).then_some("webhooks"));
        missing
    }

    fn required(&self) -> impl Iterator<Item = &'static Field> {
        let tag = self.fields.get("type").and_then(Value::as_str);
        fields::top_level("CreateIntegration", tag).iter().filter(|field| field.required)
    }
}

impl File {
    /// Reads and checks a file.
    pub fn read(path: &str) -> Result<Self> {
        let mut text = String::new();
        let name = if path == "-" { "stdin" } else { path };
        let invalid = |message: &str| Failure::usage(format!("{name}: {message}"));
        rows::open(path)?.read_to_string(&mut text).map_err(|e| invalid(&e.to_string()))?;
        // The error has the line, and names the field.
        let mut file: Self = yaml_serde::from_str(&text).map_err(|e| invalid(&e.to_string()))?;
        file.read_variables().map_err(|message| invalid(&message))?;
        file.add_defaults();
        let mistakes = file.mistakes();
        if mistakes.is_empty() { Ok(file) } else { Err(invalid(&mistakes.join("; "))) }
    }

    fn objects(&mut self) -> impl Iterator<Item = &mut Object> {
        let integrations = self.integrations.iter_mut().flat_map(|it| it.values_mut()).flat_map(|integration| {
            let webhooks =
                integration.webhooks.iter_mut().flat_map(|it| it.values_mut()).map(|webhook| &mut webhook.fields);
            webhooks.chain([&mut integration.fields])
        });
        let switchboard =
            self.switchboard.iter_mut().flat_map(|it| it.integrations.values_mut()).map(|it| &mut it.fields);
        self.app.iter_mut().chain(integrations).chain(switchboard)
    }

    fn read_variables(&mut self) -> std::result::Result<(), String> {
        for object in self.objects() {
            for (key, value) in object.iter_mut() {
                read_variable(value).map_err(|message| format!("{key}: {message}"))?;
            }
        }
        Ok(())
    }

    /// Names default to the keys, unless the object is found by its ID.
    fn add_defaults(&mut self) {
        let without_id = |integration: &(&String, &mut Integration)| integration.1.id.is_none();
        for (key, integration) in self.integrations.iter_mut().flatten().filter(without_id) {
            integration.fields.entry("displayName").or_insert_with(|| Value::from(key.clone()));
        }
        for (key, integration) in self.switchboard.iter_mut().flat_map(|it| &mut it.integrations) {
            integration.fields.entry("name").or_insert_with(|| Value::from(key.clone()));
        }
    }

    /// Returns the objects that are found in the same way as another one: both would change the same object of the app.
    fn duplicates(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut seen = BTreeMap::new();
        let mut check = |section: &str, key: &str, id: &Option<String>, fields: &Object, names: &[&str]| {
            let values = names.iter().map(|name| fields.get(*name).cloned().unwrap_or_default());
            let identity = id.as_ref().map_or_else(|| Value::Array(values.collect()), |id| Value::from(&**id));
            let place = format!("{section}.{key}");
            if let Some(other) = seen.insert((section.to_owned(), identity.to_string()), place.clone()) {
                let names = if id.is_some() { "id".to_owned() } else { names.join(" and ") };
                found.push(format!("{place}: has the {names} of {other}"));
            }
        };
        for (key, integration) in self.integrations.iter().flatten() {
            check("integrations", key, &integration.id, &integration.fields, &["type", "displayName"]);
            let section = format!("integrations.{key}.webhooks");
            for (name, webhook) in integration.webhooks.iter().flatten() {
                check(&section, name, &webhook.id, &webhook.fields, &["target"]);
            }
        }
        for (key, integration) in self.switchboard.iter().flat_map(|it| &it.integrations) {
            check("switchboard.integrations", key, &integration.id, &integration.fields, &["name"]);
        }
        found
    }

    /// Returns the mistakes, each with its place.
    fn mistakes(&self) -> Vec<String> {
        let mut found = [self.other_mistakes(), self.duplicates()].concat();
        // Items of a list have their keys in the file as names.
        let mut check = |place: &str, fields: &Object, operation: &str, names: &[&String]| {
            for mut mistake in fields::mistakes(&Value::Object(fields.clone()), operation) {
                for (index, name) in names.iter().enumerate() {
                    mistake = mistake.replacen(&format!("webhooks.{index}."), &format!("webhooks.{name}."), 1);
                }
                found.push(format!("{place}.{mistake}"));
            }
        };
        if let Some(app) = &self.app {
            check("app", app, "UpdateApp", &[]);
        }
        for (key, integration) in self.integrations.iter().flatten() {
            let names: Vec<_> = integration.webhooks.iter().flatten().map(|(name, _)| name).collect();
            // Secrets that are missing are a mistake only if the integration doesn't exist yet.
            let mut body = integration.body();
            // Explained below.
            body.remove("defaultResponderId");
            for webhook in body.get_mut("webhooks").and_then(Value::as_array_mut).into_iter().flatten() {
                webhook.as_object_mut().map(|webhook| webhook.remove("secret"));
            }
            body.extend(integration.missing_secrets().into_iter().map(|key| (key.to_owned(), Value::from(""))));
            check(&format!("integrations.{key}"), &body, "CreateIntegration", &names);
        }
        let Some(switchboard) = &self.switchboard else { return found };
        for (key, integration) in &switchboard.integrations {
            check(&format!("switchboard.integrations.{key}"), &integration.fields, "CreateSwitchboardIntegration", &[]);
        }
        let is_known = |key: &String| switchboard.integrations.contains_key(key);
        if let Some(key) = switchboard.default.as_ref().filter(|key| !is_known(key)) {
            found.push(format!("switchboard.default: `{key}` isn't in switchboard.integrations"));
        }
        for (key, integration) in &switchboard.integrations {
            let place = format!("switchboard.integrations.{key}");
            if let Some(next) = integration.next.as_ref().filter(|key| !is_known(key)) {
                found.push(format!("{place}.next: `{next}` isn't in switchboard.integrations"));
            }
            let known = |key: &&String| self.integrations.as_ref().is_some_and(|it| it.contains_key(*key));
            if let Some(other) = integration.integration.as_ref().filter(|key| !known(key)) {
                found.push(format!("{place}.integration: `{other}` isn't in integrations"));
            }
            for field in ["integrationId", "nextSwitchboardIntegrationId"] {
                if integration.fields.contains_key(field) && integration.id.is_none() {
                    found.push(format!("{place}.{field}: use `integration` and `next` with keys of the file"));
                }
            }
        }
        found
    }
}

impl File {
    /// Returns the mistakes in fields that work in another way than in the API.
    fn other_mistakes(&self) -> Vec<String> {
        let mut found = Vec::new();
        let responders = self.switchboard.as_ref().map(|switchboard| &switchboard.integrations);
        for (key, integration) in self.integrations.iter().flatten() {
            let place = format!("integrations.{key}");
            for (name, webhook) in integration.webhooks.iter().flatten() {
                if webhook.fields.contains_key("secret") {
                    let message = "the API chooses it; `sunco webhooks list` shows it";
                    found.push(format!("{place}.webhooks.{name}.secret: can't be set: {message}"));
                }
            }
            if integration.fields.contains_key("defaultResponderId") {
                let message = "use `defaultResponder` with a key of switchboard.integrations";
                found.push(format!("{place}.defaultResponderId: {message}"));
            }
            let Some(responder) = &integration.responder else { continue };
            let kind = integration.fields.get("type").and_then(Value::as_str);
            if !fields::top_level("CreateIntegration", kind).iter().any(|field| field.key == "defaultResponderId") {
                let kind = kind.unwrap_or_default();
                found.push(format!("{place}.defaultResponder: unknown field of an integration with the type {kind}"));
            }
            if let Some(name) = responder.as_ref().filter(|name| !responders.is_some_and(|it| it.contains_key(*name))) {
                found.push(format!("{place}.defaultResponder: `{name}` isn't in switchboard.integrations"));
            }
        }
        found
    }
}

/// Replaces `{env: NAME}` by the value of the environment variable.
fn read_variable(value: &mut Value) -> std::result::Result<(), String> {
    match value {
        Value::Object(entries) if entries.len() == 1 && entries.contains_key("env") => {
            let name = entries.get("env").and_then(Value::as_str).unwrap_or_default().to_owned();
            let text = env::var(&name).map_err(|_| format!("the environment variable `{name}` isn't set"))?;
            *value = Value::String(text);
        }
        Value::Object(entries) => entries.values_mut().try_for_each(read_variable)?,
        Value::Array(items) => items.iter_mut().try_for_each(read_variable)?,
        _ => {}
    }
    Ok(())
}
