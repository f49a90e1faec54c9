//! What happens outside of the API and changes what it answers: at end users, on their channels, in Zendesk Support.

use std::io;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::Sandbox;
use crate::context::Context;
use crate::end_user::{Act, Place};
use crate::error::ApiError;
use crate::routes::{confirm, end_delivery, register_device, unsend};
use crate::server::{Server, no_app};
use crate::state::{App, User};

/// A user of Zendesk Support, from whom `SyncUser` takes over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ZendeskUser {
    /// The first name.
    pub given_name: Option<String>,
    /// The last name.
    pub surname: Option<String>,
    /// The id that the business gave the user.
    pub external_id: Option<String>,
    /// The primary email address.
    pub email: Option<String>,
}

/// What a device runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Platform {
    /// The Android SDK.
    Android,
    /// The iOS SDK.
    Ios,
    /// The web widget.
    Web,
}

/// Something that no operation of the API does. Over HTTP it is the body of `POST /sandbox/apps/{appId}/happenings`.
/// Users are given by id or external id.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum Happening {
    AddDevice {
        user: String,
        platform: Platform,
    },
    AddEmailIdentity {
        user: String,
        email: String,
    },
    AddMessageRef {
        data: Value,
    },
    ConfirmClient {
        user: String,
        client: String,
    },
    LinkZendeskUser {
        user: String,
        zendesk_id: String,
    },
    MergeUsers {
        surviving: String,
        discarded: String,
    },
    SetZendeskUser {
        zendesk_id: String,
        user: ZendeskUser,
    },
    /// A message of the business reaches the user.
    MessageDelivered {
        conversation: String,
        message: String,
    },
    MessageFailed {
        conversation: String,
        message: String,
        code: String,
        title: String,
    },
    UnsendMessage {
        conversation: String,
        message: String,
    },
    /// Where, as [`Place`] has it.
    UserActs {
        user: String,
        conversation: Option<String>,
        client: Option<String>,
        act: Act,
    },
}

impl Server {
    /// Lets it happen in an app. The answer has what is new.
    pub(crate) fn happen(&self, app: &str, happening: Happening) -> Result<Value, ApiError> {
        let mut state = self.state();
        let app = state.app_mut(app).ok_or_else(no_app)?;
        let answer = happening.happen(app, &self.context);
        self.tell(app);
        answer
    }
}

impl Happening {
    fn happen(self, app: &mut App, context: &Context) -> Result<Value, ApiError> {
        match self {
            Self::AddDevice { user, platform } => {
                let user = id(app, &user)?;
                return Ok(json!({"deviceId": register_device(app, &user, platform, context)}));
            }
            Self::AddEmailIdentity { user, email } => app.add_email_identity(&user, &email)?,
            Self::AddMessageRef { data } => {
                let url = format!("{}/messageRefs/{}", context.base_url, context.new_id());
                app.message_refs.insert(url.clone(), data);
                return Ok(json!({ "url": url }));
            }
            Self::ConfirmClient { user, client } => {
                let user = id(app, &user)?;
                confirm(app, &user, &client, context)
                    .ok_or_else(|| ApiError::not_found("the user has no such client that is pending"))?;
            }
            Self::LinkZendeskUser { user, zendesk_id } => link_zendesk_user(app, &user, zendesk_id)?,
            Self::MergeUsers { surviving, discarded } => {
                let (surviving, discarded) = (id(app, &surviving)?, id(app, &discarded)?);
                if !app.merge_users(&surviving, &discarded, "sdkLogin") {
                    return Err(ApiError::bad_request("the two are one and the same user"));
                }
            }
            Self::SetZendeskUser { zendesk_id, user } => {
                app.zendesk_users.insert(zendesk_id, user);
            }
            Self::MessageDelivered { conversation, message } => end_delivery(app, &conversation, &message, None)?,
            Self::MessageFailed { conversation, message, code, title } => {
                let error = json!({"code": code, "message": title});
                end_delivery(app, &conversation, &message, Some(error))?;
            }
            Self::UserActs { user, conversation, client, act } => {
                return act.perform(&Place { user, conversation, client }, app, context);
            }
            Self::UnsendMessage { conversation, message } => {
                app.conversation(&conversation)?;
                unsend(app, &conversation, &message).ok_or_else(|| ApiError::not_found("message not found"))?;
            }
        }
        Ok(json!({}))
    }
}

pub(crate) fn id(app: &App, user: &str) -> Result<String, ApiError> {
    Ok(app.user(user, None)?.id.clone())
}

fn link_zendesk_user(app: &mut App, user: &str, zendesk_id: String) -> Result<(), ApiError> {
    let id = id(app, user)?;
    let has_it = |user: &User| user.id != id && user.zendesk_id.as_deref() == Some(&zendesk_id);
    if app.users.iter().any(has_it) {
        return Err(ApiError::conflict("another user has this zendeskId"));
    }
    let user = app.user_mut(&id, None)?;
    user.zendesk_id = Some(zendesk_id);
    if !std::mem::replace(&mut user.authenticated, true) {
        app.emit_user("user:update", &id, Some("authentication"));
    }
    Ok(())
}

/// What no operation of the API does, in the app of [`app_id`](Self::app_id). Users are given by id or external id. All
/// of it is there [over HTTP](crate#control-over-http) too.
///
/// # Errors
/// What it is about is not there, or not as it would have to be; the error says which. Nothing has changed then.
impl Sandbox {
    /// Gives a user an email identity; `ListUsers` then finds the user by it.
    pub fn add_email_identity(&self, user: &str, email: &str) -> io::Result<()> {
        self.happen(Happening::AddEmailIdentity { user: user.to_owned(), email: email.to_owned() }).map(drop)
    }

    /// The end user confirms a client that `CreateClient` left pending: it becomes active, and takes part in the
    /// conversation that it was made for. Where another user has the same channel account already, the two are one
    /// person: the other becomes part of this one, and the older client stays. Only where both have an external id are
    /// they not, and the account moves from the other to this one.
    pub fn confirm_client(&self, user: &str, client: &str) -> io::Result<()> {
        self.happen(Happening::ConfirmClient { user: user.to_owned(), client: client.to_owned() }).map(drop)
    }

    /// The user opens the app or the page in which an SDK runs: a device, and an `sdk` client where there is none.
    /// Returns the device's id.
    pub fn add_device(&self, user: &str, platform: Platform) -> io::Result<String> {
        self.happen(Happening::AddDevice { user: user.to_owned(), platform }).map(|new| text(&new, "deviceId"))
    }

    /// Two users turn out to be one person. All of the discarded user's is the surviving one's then: clients, devices,
    /// identities, conversations (the two default ones become one), messages. The discarded id is unknown afterwards.
    pub fn merge_users(&self, surviving: &str, discarded: &str) -> io::Result<()> {
        let (surviving, discarded) = (surviving.to_owned(), discarded.to_owned());
        self.happen(Happening::MergeUsers { surviving, discarded }).map(drop)
    }

    /// The sender takes a message back on its channel: a placeholder stays, marked as deleted.
    pub fn unsend_message(&self, conversation: &str, message: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        self.happen(Happening::UnsendMessage { conversation, message }).map(drop)
    }

    /// A message of the business reaches the user, on the first client of the conversation:
    /// `conversation:message:delivery:user`. That a channel has taken a message is told by itself.
    pub fn deliver_message(&self, conversation: &str, message: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        self.happen(Happening::MessageDelivered { conversation, message }).map(drop)
    }

    /// A message of the business cannot be delivered on the first client of the conversation:
    /// `conversation:message:delivery:failure`, with this error.
    pub fn fail_message(&self, conversation: &str, message: &str, code: &str, title: &str) -> io::Result<()> {
        let (conversation, message) = (conversation.to_owned(), message.to_owned());
        let (code, title) = (code.to_owned(), title.to_owned());
        self.happen(Happening::MessageFailed { conversation, message, code, title }).map(drop)
    }

    /// Makes a user of Zendesk Support known, or changes one; `SyncUser` brings the messaging user up to date.
    pub fn set_zendesk_user(&self, zendesk_id: &str, user: ZendeskUser) -> io::Result<()> {
        self.happen(Happening::SetZendeskUser { zendesk_id: zendesk_id.to_owned(), user }).map(drop)
    }

    /// The user logs in through the help center, and so becomes known by this Zendesk id, which no other user may have.
    pub fn link_zendesk_user(&self, user: &str, zendesk_id: &str) -> io::Result<()> {
        let (user, zendesk_id) = (user.to_owned(), zendesk_id.to_owned());
        self.happen(Happening::LinkZendeskUser { user, zendesk_id }).map(drop)
    }

    /// Stores the data, a JSON object, that Apple holds for a message which comes as a reference, and returns the address
    /// to put into the reference: `DownloadMessageRef` fetches the data there.
    pub fn add_message_ref(&self, data: Value) -> io::Result<String> {
        self.happen(Happening::AddMessageRef { data }).map(|new| text(&new, "url"))
    }

    pub(crate) fn happen(&self, happening: Happening) -> io::Result<Value> {
        self.server.happen(self.app_id(), happening).map_err(|error| {
            let kind = if error.is_not_found() { io::ErrorKind::NotFound } else { io::ErrorKind::InvalidInput };
            io::Error::new(kind, error.titles().join("; "))
        })
    }
}

pub(crate) fn text(new: &Value, name: &str) -> String {
    new[name].as_str().unwrap_or_default().to_owned()
}
