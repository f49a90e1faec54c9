//! Users, by ID or external ID.

use serde::Deserialize;
use serde_json::Value;

use crate::api::request::Call;
use crate::api::response::{named, nothing};
use crate::model::client::Client;
use crate::model::state::{App, merge, updated_metadata};
use crate::model::user::User;
use crate::util::clock::written;
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::{present, view};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Create {
    external_id: Option<String>,
    brand_id: Option<String>,
    signed_up_at: Option<String>,
    to_be_retained: Option<bool>,
    profile: Option<Object>,
    metadata: Option<Object>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Update {
    signed_up_at: Option<String>,
    to_be_retained: Option<bool>,
    profile: Option<Object>,
    #[serde(default, deserialize_with = "present")]
    metadata: Option<Option<Object>>,
}

pub(crate) fn create(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let body: Create = call.body()?;
    let signed_up_at = normalized(body.signed_up_at.as_deref())?;
    let brand_id = body.brand_id.as_deref();
    if body.external_id.as_deref().is_some_and(|id| app.user_by_external_id(id, brand_id).is_some()) {
        return Err(ApiError::conflict("a user with this externalId already exists"));
    }
    let mut profile = Object::new();
    merge(&mut profile, body.profile.unwrap_or_default());
    let user = User {
        id: call.new_id(),
        authenticated: false,
        external_id: body.external_id,
        zendesk_id: None,
        brand_id: body.brand_id,
        signed_up_at: signed_up_at.unwrap_or_else(|| call.now()),
        to_be_retained: body.to_be_retained,
        profile,
        metadata: body.metadata.unwrap_or_default(),
        identities: Vec::new(),
    };
    let response = named("user", &user)?;
    app.users.push(user);
    Ok(response)
}

/// Filters by email identity; the email address of the profile doesn't count.
pub(crate) fn list(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let email = call.filter("identities.email");
    let is_it = |user: &&User| {
        user.brand_id.as_deref() == call.brand_id()
            && user.identities.iter().any(|own| own.r#type == "email" && Some(own.value.as_str()) == email)
    };
    let users = app.users.iter().filter(is_it).map(view).collect::<Result<Vec<_>, _>>()?;
    named("users", &users)
}

pub(crate) fn get(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    named("user", app.user(call.path("userIdOrExternalId"), call.brand_id())?)
}

pub(crate) fn update(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user_mut(call.path("userIdOrExternalId"), call.brand_id())?;
    let body: Update = call.body()?;
    let signed_up_at = normalized(body.signed_up_at.as_deref())?;
    user.metadata = updated_metadata(&user.metadata, body.metadata)?;
    if let Some(time) = signed_up_at {
        user.signed_up_at = time;
    }
    user.to_be_retained = body.to_be_retained.or(user.to_be_retained);
    merge(&mut user.profile, body.profile.unwrap_or_default());
    named("user", user)
}

pub(crate) fn delete(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let id = app.user(call.path("userIdOrExternalId"), call.brand_id())?.id.clone();
    app.emit_user("user:remove", &id, None);
    app.remove_user(&id);
    Ok(nothing())
}

/// Deletes personal data, and keeps the user's messages.
pub(crate) fn delete_personal_information(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let user = app.user_mut(call.path("userIdOrExternalId"), call.brand_id())?;
    for key in ["givenName", "surname", "email", "avatarUrl"] {
        user.profile.remove(key);
    }
    user.metadata.clear();
    let user = user.clone();
    let forget = |client: &mut Client| {
        client.display_name = None;
        client.avatar_url = None;
        client.info = None;
        client.raw = None;
    };
    if let Some(clients) = app.clients.get_mut(&user.id) {
        clients.change(|_| true, forget);
    }
    named("user", &user)
}

/// Returns a time in the API's format.
fn normalized(time: Option<&str>) -> Result<Option<String>, ApiError> {
    let invalid = |_| ApiError::bad_request("/signedUpAt: must be a time such as 2020-05-21T15:53:30.197Z");
    let time = time.map(str::parse::<jiff::Timestamp>).transpose().map_err(invalid)?;
    Ok(time.map(written))
}
