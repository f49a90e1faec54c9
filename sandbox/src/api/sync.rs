//! Synchronizes messaging users with the users of Zendesk Support.

use serde_json::Value;

use crate::api::request::Call;
use crate::api::response::named;
use crate::model::state::App;
use crate::model::user::{Identity, User};
use crate::model::zendesk_user::ZendeskUser;
use crate::util::error::ApiError;

pub(crate) fn sync(call: &Call, app: &mut App) -> Result<Value, ApiError> {
    let outgoing = call.path("zendeskId");
    let user =
        with_zendesk_id(app, outgoing).ok_or_else(|| ApiError::not_found("user with this zendeskId not found"))?;
    let (id, zendesk_id) = match call.body["survivingZendeskId"].as_str() {
        None => (user, outgoing),
        Some(surviving) if surviving == outgoing => {
            return Err(ApiError::bad_request("/survivingZendeskId: must differ from the user to merge"));
        }
        Some(surviving) => (merge_into(app, surviving, user), surviving),
    };
    if let Some(core) = app.zendesk_users.get(zendesk_id).cloned() {
        take_over(app, &id, core);
    }
    named("user", app.user(&id, None)?)
}

fn with_zendesk_id(app: &App, zendesk_id: &str) -> Option<String> {
    find(app, |user| user.zendesk_id.as_deref() == Some(zendesk_id))
}

fn find(app: &App, is_it: impl Fn(&User) -> bool) -> Option<String> {
    app.users.iter().find(|user| is_it(user)).map(|user| user.id.clone())
}

/// If Support's surviving user doesn't have a messaging user yet, the outgoing one becomes it.
fn merge_into(app: &mut App, zendesk_id: &str, outgoing: String) -> String {
    if let Some(surviving) = with_zendesk_id(app, zendesk_id) {
        app.merge_users(&surviving, &outgoing, "api");
        return surviving;
    }
    if let Some(user) = app.users.get_mut(&outgoing) {
        user.zendesk_id = Some(zendesk_id.to_owned());
    }
    outgoing
}

/// Users who already have one of the new values are the same person, unless Support knows them as another user: then they
/// lose it.
fn take_over(app: &mut App, id: &str, core: ZendeskUser) {
    let Some(brand_id) = app.users.get_mut(id).map(|user| user.brand_id.clone()) else { return };
    if let Some(external_id) = core.external_id {
        let other = app.user_by_external_id(&external_id, brand_id.as_deref()).map(|user| user.id.clone());
        if let Some(other) = other.filter(|other| other != id)
            && !merge_unless_linked(app, id, &other)
        {
            app.set_external_id(&other, None);
        }
        app.set_external_id(id, Some(external_id));
    }
    if let Some(email) = core.email {
        let identity = Identity { r#type: "email".to_owned(), value: email };
        let has_it = |user: &User| user.id != id && user.brand_id == brand_id && user.identities.contains(&identity);
        while let Some(other) = find(app, has_it) {
            if !merge_unless_linked(app, id, &other)
                && let Some(other) = app.users.get_mut(&other)
            {
                other.identities.retain(|own| *own != identity);
            }
        }
        set_email(app, id, identity);
    }
    if let Some(user) = app.users.get_mut(id) {
        for (key, value) in [("givenName", core.given_name), ("surname", core.surname)] {
            if let Some(value) = value {
                user.profile.insert(key.to_owned(), value.into());
            }
        }
    }
}

fn merge_unless_linked(app: &mut App, id: &str, other: &str) -> bool {
    let is_linked = app.users.get_mut(other).is_some_and(|other| other.zendesk_id.is_some());
    !is_linked && app.merge_users(id, other, "api")
}

/// The primary email address replaces the previous one.
fn set_email(app: &mut App, id: &str, identity: Identity) {
    let Some(user) = app.users.get_mut(id) else { return };
    if user.identities.contains(&identity) {
        return;
    }
    match user.identities.iter_mut().find(|own| own.r#type == "email") {
        Some(own) => *own = identity,
        None => user.identities.push(identity),
    }
}
