//! Apps, and their keys.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::api::paging::Wanted;
use crate::api::request::Call;
use crate::api::response::{Success, named, new_secret, nothing};
use crate::model::state::{App, Key, State, updated_metadata};
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::present;

const MAX_KEYS: usize = 10;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    display_name: String,
    settings: Option<Object>,
    metadata: Option<Object>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    display_name: Option<String>,
    settings: Option<Object>,
    #[serde(default, deserialize_with = "present")]
    metadata: Option<Option<Object>>,
}

pub(crate) fn create(call: &Call, state: &mut State) -> Result<Success, ApiError> {
    let body: Create = call.body()?;
    let mut settings = Object::new();
    set(&mut settings, body.settings.unwrap_or_default())?;
    let most = call.context.limits.apps;
    if state.apps.len() >= most {
        return Err(ApiError::payment_required(format!(
            "the account's plan allows {most} apps; delete some to add more"
        )));
    }
    let app = App {
        id: call.new_id(),
        display_name: Some(body.display_name),
        // The subdomain belongs to the account.
        subdomain: state.apps.first().and_then(|app| app.subdomain.clone()),
        settings,
        metadata: body.metadata.unwrap_or_default(),
        ..App::default()
    };
    if let Some(account) = call.caller.service_account.as_deref().and_then(|id| state.service_account_mut(id)) {
        account.apps.push(app.id.clone());
    }
    let response = json!({"app": shown(&app)});
    state.apps.push(app);
    Ok(Success::Json(response))
}

/// Lists the caller's apps, or those of one service account.
pub(crate) fn list(call: &Call, state: &mut State) -> Result<Success, ApiError> {
    let own = call.caller.service_account.as_deref();
    let wanted = call.filter("serviceAccountId");
    if own.is_some() && wanted.is_some() && own != wanted {
        return Err(ApiError::forbidden("filter[serviceAccountId]: a service account can only list its own apps"));
    }
    let apps: Vec<&App> = match wanted.or(own) {
        None => state.apps.iter().collect(),
        Some(id) => state.apps.iter().filter(|app| state.may_use(id, &app.id)).collect(),
    };
    Ok(Success::Json(Wanted::of(call)?.cut("apps", &apps, |app| Ok(shown(app)))?))
}

pub(crate) fn get(_: &Call, app: &mut App) -> Result<Value, ApiError> {
    Ok(json!({"app": shown_with_subdomain(app)}))
}

pub(crate) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Update = call.body()?;
    let mut settings = app.settings.clone();
    set(&mut settings, body.settings.unwrap_or_default())?;
    app.metadata = updated_metadata(&app.metadata, body.metadata)?;
    app.settings = settings;
    app.display_name = body.display_name.or(app.display_name.take());
    Ok(json!({"app": shown(app)}))
}

/// Also deletes the app's records, keys and tokens.
pub(crate) fn delete(call: &Call, state: &mut State) -> Result<Success, ApiError> {
    let id = call.path("appId");
    state.apps.take(id).ok_or_else(|| ApiError::not_found("app not found"))?;
    state.oauth_codes.retain(|code| code.app_id != id);
    for account in &mut state.service_accounts {
        account.apps.retain(|app| app != id);
    }
    Ok(Success::Json(nothing()))
}

fn shown(app: &App) -> Value {
    let mut settings = default_settings();
    settings.extend(app.settings.clone());
    json!({"id": app.id, "displayName": app.display_name, "settings": settings, "metadata": app.metadata})
}

pub(crate) fn shown_with_subdomain(app: &App) -> Value {
    let mut shown = shown(app);
    if let Some(subdomain) = &app.subdomain {
        shown["subdomain"] = subdomain.as_str().into();
    }
    shown
}

impl App {
    /// Whether a boolean setting is enabled.
    pub(crate) fn is_on(&self, setting: &str) -> bool {
        let default = || default_settings().get(setting).cloned();
        self.settings.get(setting).cloned().or_else(default).is_some_and(|value| value == true)
    }
}

/// All settings. The document doesn't have their defaults; the guide has most of them.
fn default_settings() -> Object {
    let settings = [
        ("conversationRetentionSeconds", json!(0)),
        ("maskCreditCardNumbers", json!(true)),
        ("useAnimalNames", json!(true)),
        ("echoPostback", json!(false)),
        ("ignoreAutoConversationStart", json!(false)),
        ("multiConvoEnabled", json!(false)),
        ("appLocalizationEnabled", json!(false)),
        ("endSessionEnabled", json!(false)),
        ("disableConversationReopen", json!(false)),
    ];
    settings.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
}

/// Changes settings by the rules that the document only describes in words.
fn set(settings: &mut Object, mut wanted: Object) -> Result<(), ApiError> {
    let known = default_settings();
    wanted.retain(|name, _| known.contains_key(name));
    let is_on = |settings: &Object, name: &str| settings.get(name).is_some_and(|value| value == true);
    let multi = "multiConvoEnabled";
    if is_on(settings, multi) && wanted.get(multi).is_some_and(|value| value == false) {
        return Err(ApiError::bad_request(format!("/settings/{multi}: can't be disabled once enabled")));
    }
    settings.extend(wanted);
    for name in ["endSessionEnabled", "disableConversationReopen"] {
        if is_on(settings, name) && !is_on(settings, multi) {
            return Err(ApiError::bad_request(format!("/settings/{name}: requires {multi}")));
        }
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct CreateKey {
    display_name: String,
}

pub(crate) fn create_key(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: CreateKey = call.body()?;
    if app.keys.len() >= MAX_KEYS {
        return Err(ApiError::bad_request(format!("an app has at most {MAX_KEYS} keys; delete one to add another")));
    }
    let key =
        Key { id: format!("app_{}", call.new_id()), display_name: Some(body.display_name), secret: new_secret(call) };
    let response = named("key", &key)?;
    app.keys.push(key);
    Ok(response)
}

pub(crate) fn list_keys(_: &Call, app: &mut App) -> Result<Value, ApiError> {
    named("keys", &app.keys)
}

pub(crate) fn get_key(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let key = app.keys.iter().find(|key| key.id == call.path("keyId")).ok_or_else(no_key)?;
    named("key", key)
}

pub(crate) fn delete_key(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let position = app.keys.iter().position(|key| key.id == call.path("keyId")).ok_or_else(no_key)?;
    app.keys.remove(position);
    Ok(nothing())
}

fn no_key() -> ApiError {
    ApiError::not_found("key not found")
}
