//! Seeds: files with the initial state of a sandbox.
//!
//! The parts of a seed are request bodies of the API, and are processed like requests. If the API would reject one, so
//! does the seed, and the error names the place.
//!
//! Each part is parsed when it is created. Parsed at once, a large seed would take many times the memory of its text, and
//! glibc wouldn't return it, because records are allocated in between.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::http::{HeaderValue, Method, Request, header};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::api::response::Success;
use crate::http::server::Server;
use crate::model::caller::{Caller, Scope};
use crate::model::state::Key;
use crate::outside::events::{SimulatedEvent, check_user};
use crate::spec::document::{Operation, document};
use crate::util::error::ApiError;

/// The error, with its place: `apps[0].users[3].externalId: …`.
pub(crate) type Fault = String;

/// The keys of a part, with their values as text.
type Part<'v> = BTreeMap<String, &'v RawValue>;

/// The keys of each part that contain further parts and aren't request fields.
const APP: [&str; 5] = ["keys", "integrations", "switchboards", "users", "conversations"];

/// Creates the objects of a seed in an empty sandbox.
pub(crate) fn plant(server: &Server, seed: &RawValue) -> Result<(), Fault> {
    let seed = &object("seed", seed)?;
    if let Some(other) = seed.keys().find(|key| *key != "apps") {
        return Err(format!("{other}: unknown key; a seed only has `apps`"));
    }
    let mut planter = Planter { server, names: BTreeMap::new(), keys: BTreeSet::new() };
    let mut apps = parts("", "apps", seed)?;
    if apps.len() == 0 {
        return Err("apps: must contain at least one app".to_owned());
    }
    apps.try_for_each(|(place, app)| planter.app(&place, app))
}

/// How a part is created: the operation, and its path parameters.
struct Site<'a> {
    operation: &'static str,
    path: BTreeMap<&'static str, &'a str>,
}

impl<'a> Site<'a> {
    fn with(mut self, parameter: &'static str, value: &'a str) -> Self {
        self.path.insert(parameter, value);
        self
    }
}

struct Planter<'a> {
    server: &'a Server,
    /// IDs, by the name that a part sets with `$id`.
    names: BTreeMap<String, String>,
    /// IDs of existing keys.
    keys: BTreeSet<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SeedKey {
    id: Option<String>,
    secret: Option<String>,
    display_name: Option<String>,
}

impl Planter<'_> {
    fn app(&mut self, place: &str, part: &RawValue) -> Result<(), Fault> {
        let mut body = object(place, part)?;
        let lists = take(&mut body, &APP);
        let known = ["$id", "displayName", "settings", "metadata"];
        if let Some(other) = body.keys().find(|key| !known.contains(&key.as_str())) {
            let known = [&known[..], &APP[..]].concat().join(", ");
            return Err(format!("{place}.{other}: unknown key; an app has {known}"));
        }
        let mut body = parsed(place, body)?;
        // Required by the API, but irrelevant to most seeds.
        body.entry("displayName").or_insert_with(|| "Sandbox".into());
        let app = self.create_parsed(place, &Site { operation: "CreateApp", path: BTreeMap::new() }, body)?;
        self.keys(place, &app, &lists)?;
        let app = app.as_str();
        let site = |operation| Site { operation, path: BTreeMap::from([("appId", app)]) };

        for (place, part) in parts(place, "integrations", &lists)? {
            // The webhooks stay, because they are part of the request.
            let (body, lists) = split(&place, part, &["keys"])?;
            let id = self.create(&place, &site("CreateIntegration"), body)?;
            self.integration_keys(&place, app, &id, &lists)?;
        }
        for (place, part) in parts(place, "switchboards", &lists)? {
            let (mut update, lists) = split(&place, part, &["switchboardIntegrations"])?;
            let name = take(&mut update, &["$id"]);
            let id = self.create(&place, &site("CreateSwitchboard"), name)?;
            let of = |operation| site(operation).with("switchboardId", &id);
            self.each(&place, "switchboardIntegrations", &lists, &of("CreateSwitchboardIntegration"))?;
            if !update.is_empty() {
                self.create(&place, &of("UpdateSwitchboard"), update)?;
            }
        }
        let mut clients = Vec::new();
        for (place, part) in parts(place, "users", &lists)? {
            let (body, lists) = split(&place, part, &["identities", "clients"])?;
            let id = self.create(&place, &site("CreateUser"), body)?;
            self.identities(&place, app, &id, &lists)?;
            clients.push((place, id, lists));
        }
        // Clients are linked to a conversation, and a message may be for a client: this order satisfies both.
        let mut messages = Vec::new();
        for (place, part) in parts(place, "conversations", &lists)? {
            let (body, lists) = split(&place, part, &["messages"])?;
            let id = self.create(&place, &site("CreateConversation"), body)?;
            messages.push((place, id, lists));
        }
        for (place, user, lists) in clients {
            self.clients(&place, app, &user, &lists)?;
        }
        for (place, conversation, lists) in messages {
            self.each(&place, "messages", &lists, &site("PostMessage").with("conversationId", &conversation))?;
        }
        Ok(())
    }

    /// Creates keys with the given ID and secret, which no request can set, so that a client needs to be configured
    /// only once. An app without keys in the seed gets one.
    fn keys(&mut self, place: &str, app: &str, lists: &Part<'_>) -> Result<(), Fault> {
        let mut keys = Vec::new();
        for (place, part) in parts(place, "keys", lists)? {
            let given: SeedKey = read(&place, part)?;
            let id = given.id.unwrap_or_else(|| format!("app_{}", self.server.context.ids.next()));
            if !id.starts_with("app_") || id.contains(':') {
                return Err(format!("{place}.id: must start with app_ and not contain a colon"));
            }
            if !self.keys.insert(id.clone()) {
                return Err(format!("{place}.id: already used by another key"));
            }
            let secret = given.secret.unwrap_or_else(|| "sandbox-secret".to_owned());
            let display_name = Some(given.display_name.unwrap_or_else(|| "Sandbox".to_owned()));
            keys.push(Key { id, display_name, secret });
        }
        if keys.is_empty() {
            let names = std::iter::once("app_sandbox".to_owned()).chain((2..).map(|n| format!("app_sandbox_{n}")));
            let id = names.into_iter().find(|name| self.keys.insert(name.clone())).unwrap_or_default();
            keys.push(Key { id, display_name: Some("Sandbox".to_owned()), secret: "sandbox-secret".to_owned() });
        }
        if let Some(app) = self.server.state().app_mut(app) {
            app.keys.extend(keys);
        }
        Ok(())
    }

    /// Creates keys of an integration. If one has an ID or a secret, no request can set it.
    fn integration_keys(&mut self, place: &str, app: &str, integration: &str, lists: &Part<'_>) -> Result<(), Fault> {
        let path = BTreeMap::from([("appId", app), ("integrationId", integration)]);
        let site = Site { operation: "CreateCustomIntegrationKey", path };
        for (place, part) in parts(place, "keys", lists)? {
            let (body, given) = split(&place, part, &["id", "secret"])?;
            let given: SeedKey =
                serde_json::from_value(parsed(&place, given)?.into()).map_err(|error| format!("{place}: {error}"))?;
            let mut body = parsed(&place, body)?;
            body.entry("displayName").or_insert_with(|| "Sandbox".into());
            let id = self.create_parsed(&place, &site, body)?;
            if given.id.as_ref().is_some_and(|id| !id.starts_with("int_") || id.contains(':')) {
                return Err(format!("{place}.id: must start with int_ and not contain a colon"));
            }
            if given.id.as_ref().is_some_and(|id| !self.keys.insert(id.clone())) {
                return Err(format!("{place}.id: already used by another key"));
            }
            let mut state = self.server.state();
            let keys = state.app_mut(app).and_then(|app| app.integration_keys.get_mut(integration));
            if let Some(keys) = keys
                && let Some(key) = keys.take(&id)
            {
                let secret = given.secret.unwrap_or(key.secret);
                keys.add(Key { id: given.id.unwrap_or(id), secret, ..key });
            }
        }
        Ok(())
    }

    /// Creates identities, which no request can set.
    fn identities(&self, place: &str, app: &str, user: &str, lists: &Part<'_>) -> Result<(), Fault> {
        for (place, part) in parts(place, "identities", lists)? {
            let identity = parsed(&place, object(&place, part)?)?;
            let text = |name: &str| identity.get(name).and_then(Value::as_str);
            let (Some("email"), Some(email), 2) = (text("type"), text("value"), identity.len()) else {
                return Err(format!("{place}: must be {{\"type\": \"email\", \"value\": \"…\"}}"));
            };
            if let Some(app) = self.server.state().app_mut(app) {
                app.add_email_identity(user, email)
                    .and_then(|()| check_user(app, user))
                    .map_err(|error| located(&place, &error))?;
            }
        }
        Ok(())
    }

    /// Creates clients, which may be confirmed.
    fn clients(&mut self, place: &str, app: &str, user: &str, lists: &Part<'_>) -> Result<(), Fault> {
        let path = BTreeMap::from([("appId", app), ("userIdOrExternalId", user)]);
        let site = Site { operation: "CreateClient", path };
        for (place, part) in parts(place, "clients", lists)? {
            let (body, own) = split(&place, part, &["confirmed"])?;
            let client = self.create(&place, &site, body)?;
            match own.get("confirmed").map(|confirmed| confirmed.get()) {
                None | Some("false") => {}
                Some("true") => {
                    let confirmed = SimulatedEvent::ConfirmClient { user: user.to_owned(), client };
                    self.server.simulate(app, confirmed).map_err(|error| located(&place, &error))?;
                }
                Some(_) => return Err(format!("{place}.confirmed: must be true or false")),
            }
        }
        Ok(())
    }

    /// Creates the parts of a list.
    fn each(&mut self, place: &str, list: &str, lists: &Part<'_>, site: &Site<'_>) -> Result<(), Fault> {
        for (place, part) in parts(place, list, lists)? {
            self.create(&place, site, object(&place, part)?)?;
        }
        Ok(())
    }

    /// Performs the operation that creates a part, and returns the new ID.
    fn create(&mut self, place: &str, site: &Site<'_>, body: Part<'_>) -> Result<String, Fault> {
        self.create_parsed(place, site, parsed(place, body)?)
    }

    fn create_parsed(&mut self, place: &str, site: &Site<'_>, mut body: Map<String, Value>) -> Result<String, Fault> {
        let name = match body.remove("$id") {
            None => None,
            Some(Value::String(name)) if !self.names.contains_key(&name) => Some(name),
            Some(_) => return Err(format!("{place}.$id: must be a string that is unique in the seed")),
        };
        let mut body = Value::Object(body);
        self.resolve(place, &mut body)?;
        let response = self.perform(site, &body).map_err(|error| located(place, &error))?;
        let id = id(&response).unwrap_or_default().to_owned();
        self.names.extend(name.map(|name| (name, id.clone())));
        Ok(id)
    }

    /// Replaces `${name}` with IDs.
    fn resolve(&self, place: &str, value: &mut Value) -> Result<(), Fault> {
        match value {
            Value::String(text) => {
                if let Some(name) = text.strip_prefix("${").and_then(|text| text.strip_suffix('}')) {
                    let id = self
                        .names
                        .get(name)
                        .ok_or_else(|| format!("{place}: no earlier object has \"$id\": {name:?}"))?;
                    *text = id.clone();
                }
                Ok(())
            }
            Value::Array(items) => (0..)
                .zip(items)
                .try_for_each(|(index, item): (usize, _)| self.resolve(&format!("{place}[{index}]"), item)),
            Value::Object(entries) => {
                entries.iter_mut().try_for_each(|(key, value)| self.resolve(&format!("{place}.{key}"), value))
            }
            _ => Ok(()),
        }
    }

    /// Performs a request without permission checks.
    fn perform(&self, site: &Site<'_>, body: &Value) -> Result<Value, ApiError> {
        let operation = document()
            .operation(site.operation)
            .ok_or_else(|| ApiError::internal(format!("unknown operation {}", site.operation)))?;
        let path = operation.fill_path(&site.path);
        let (head, ()) = request(operation, &path)?.into_parts();
        let (operation, parameters) = document()
            .find(&operation.method, &path)
            .ok_or_else(|| ApiError::internal(format!("unknown operation: {path}")))?;
        let caller = Caller {
            scope: if site.path.is_empty() { Scope::Account } else { Scope::App },
            app: site.path.get("appId").map(|app| (*app).to_owned()),
            ..Caller::unauthenticated()
        };
        let body = body.to_string();
        let response = ready(self.server.perform(&caller, operation, parameters, &head, body.into()))
            .ok_or_else(|| ApiError::internal(format!("{} isn't ready", operation.id)))?;
        match response? {
            (_, Success::Json(response)) => Ok(response),
            _ => Ok(Value::Null),
        }
    }
}

/// Polls a future that is ready at once, such as a request whose body is in memory. It works without a runtime, and
/// within one.
fn ready<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}

fn request(operation: &Operation, path: &str) -> Result<Request<()>, ApiError> {
    let mut request = Request::new(());
    *request.method_mut() = Method::clone(&operation.method);
    *request.uri_mut() = path.parse().map_err(|_| ApiError::internal(format!("invalid path: {path}")))?;
    request.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(request)
}

/// The ID in a response that contains one record under its name, or a list of one.
fn id(response: &Value) -> Option<&str> {
    let record = response.as_object()?.values().next()?;
    record.get(0).unwrap_or(record)["id"].as_str()
}

fn read<'v, T: Deserialize<'v>>(place: &str, value: &'v RawValue) -> Result<T, Fault> {
    serde_json::from_str(value.get()).map_err(|error| format!("{place}: {error}"))
}

fn object<'v>(place: &str, value: &'v RawValue) -> Result<Part<'v>, Fault> {
    match value.get().starts_with('{') {
        true => read(place, value),
        false => Err(format!("{place}: must be an object")),
    }
}

fn parsed(place: &str, part: Part<'_>) -> Result<Map<String, Value>, Fault> {
    part.into_iter().map(|(key, value)| Ok((key, read(place, value)?))).collect()
}

/// The parts of a list, each with its place.
fn parts<'v>(
    place: &str,
    list: &str,
    within: &Part<'v>,
) -> Result<impl ExactSizeIterator<Item = (String, &'v RawValue)> + use<'v>, Fault> {
    let place = if place.is_empty() { list.to_owned() } else { format!("{place}.{list}") };
    let parts: Vec<&RawValue> = match within.get(list) {
        None => Vec::new(),
        Some(parts) if parts.get().starts_with('[') => read(&place, parts)?,
        Some(_) => return Err(format!("{place}: must be a list")),
    };
    Ok(parts.into_iter().enumerate().map(move |(index, part)| (format!("{place}[{index}]"), part)))
}

/// Splits a part into its request body and its lists of further parts.
fn split<'v>(place: &str, part: &'v RawValue, lists: &[&str]) -> Result<(Part<'v>, Part<'v>), Fault> {
    let mut body = object(place, part)?;
    let lists = take(&mut body, lists);
    Ok((body, lists))
}

fn take<'v>(from: &mut Part<'v>, keys: &[&str]) -> Part<'v> {
    keys.iter().filter_map(|key| from.remove_entry(*key)).collect()
}

/// Prefixes an error's titles with the place of the part: `/profile/email: …` becomes `apps[0].users[3].profile.email:
/// …`.
fn located(place: &str, error: &ApiError) -> Fault {
    let title = |title: &String| match title.strip_prefix('/').and_then(|title| title.split_once(": ")) {
        None => format!("{place}: {title}"),
        Some((pointer, what)) => {
            let steps = pointer.split('/').map(|step| match step.parse::<usize>() {
                Ok(index) => format!("[{index}]"),
                Err(_) => format!(".{step}"),
            });
            format!("{place}{}: {what}", steps.collect::<String>())
        }
    };
    error.titles().iter().map(title).collect::<Vec<_>>().join("\n")
}
