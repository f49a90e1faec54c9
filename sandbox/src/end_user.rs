//! End users: what they do on their devices and channels, which no operation of the API does.

use std::io;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::Sandbox;
use crate::context::Context;
use crate::document::document;
use crate::error::ApiError;
use crate::event::Source;
use crate::outside::{Happening, id, text};
use crate::request::refuse;
use crate::routes::{
    Draft, Reason, add_message, assign, author_of_user, check_message, latest_device, read, start_conversation,
};
use crate::state::{App, Client, ClientAssociation, ClientStatus, Object, position};

/// An end user, made by [`Sandbox::end_user`]: what a bot hears comes from here.
///
/// Where nothing else is said, the user is in the default conversation, which comes into being when it is needed, and
/// on the client that comes first in it; on the device that was added last, or else in the web messenger, where there is
/// none.
///
/// ```
/// use std::time::Duration;
/// use sunshine_conversations_sandbox::Sandbox;
///
/// let sandbox = Sandbox::builder()
///     .seed(serde_json::json!({"apps": [{"users": [{"externalId": "steve"}]}]}))
///     .start()?;
/// let steve = sandbox.end_user("steve");
/// steve.says("Is anybody there?")?;
/// steve.reads()?;
/// // All webhooks have been called, and have answered.
/// assert!(sandbox.wait_for_deliveries(Duration::from_secs(10)));
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
/// What the methods need is not there (the user, the conversation, the client), or the API would not let it happen; the
/// error says which, and nothing has changed.
#[derive(Debug, Clone)]
#[must_use = "it does nothing by itself"]
pub struct EndUser<'s> {
    sandbox: &'s Sandbox,
    place: Place,
}

/// Who does something, and where.
#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    pub(crate) user: String,
    /// The default conversation, where none is given.
    pub(crate) conversation: Option<String>,
    /// The first one in the conversation, where none is given.
    pub(crate) client: Option<String>,
}

/// What an end user does.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub(crate) enum Act {
    Message { content: Object },
    Postback { payload: String },
    Read,
    Referral { code: String, details: Option<Object> },
    StartTyping,
    StopTyping,
}

impl Sandbox {
    /// The end user of an id or external id in the app of [`app_id`](Self::app_id), for all that one does.
    pub fn end_user(&self, user: &str) -> EndUser<'_> {
        EndUser { sandbox: self, place: Place { user: user.to_owned(), ..Place::default() } }
    }

    /// The user writes into the default conversation: the short form of `end_user(user).says(text)`. Returns the id of the
    /// message.
    ///
    /// # Errors
    /// As [`EndUser`] says.
    pub fn user_says(&self, user: &str, text: &str) -> io::Result<String> {
        self.end_user(user).says(text)
    }
}

impl EndUser<'_> {
    /// In this conversation, in which the user takes part.
    pub fn in_conversation(mut self, conversation: &str) -> Self {
        self.place.conversation = Some(conversation.to_owned());
        self
    }

    /// On this client, which is the user's and active.
    pub fn on_client(mut self, client: &str) -> Self {
        self.place.client = Some(client.to_owned());
        self
    }

    /// Writes: `conversation:message`. Returns the id of the message.
    pub fn says(&self, text: &str) -> io::Result<String> {
        self.sends(json!({"type": "text", "text": text}))
    }

    /// Sends any content of a message, as the API writes it: an image, a location, the answer to a form; or a text with the
    /// `payload` of the reply that was chosen. Returns the id of the message.
    pub fn sends(&self, content: Value) -> io::Result<String> {
        let Value::Object(content) = content else {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "/content: must be an object"));
        };
        self.act(Act::Message { content }).map(|new| text(&new, "messageId"))
    }

    /// Taps a postback button: `conversation:postback`, with the metadata of the last button that has this payload.
    pub fn posts_back(&self, payload: &str) -> io::Result<()> {
        self.act(Act::Postback { payload: payload.to_owned() }).map(drop)
    }

    /// Reads all that is there: `conversation:read`.
    pub fn reads(&self) -> io::Result<()> {
        self.act(Act::Read).map(drop)
    }

    /// Begins to type: `conversation:typing`, with the activity `typing:start`.
    pub fn starts_typing(&self) -> io::Result<()> {
        self.act(Act::StartTyping).map(drop)
    }

    /// Stops typing: `conversation:typing`, with the activity `typing:stop`.
    pub fn stops_typing(&self) -> io::Result<()> {
        self.act(Act::StopTyping).map(drop)
    }

    /// Comes by a link or an advertisement with this code: `conversation:referral`, or `conversation:create` with the
    /// referral where it is the user's first conversation.
    pub fn is_referred(&self, code: &str) -> io::Result<()> {
        self.act(Act::Referral { code: code.to_owned(), details: None }).map(drop)
    }

    fn act(&self, act: Act) -> io::Result<Value> {
        let Place { user, conversation, client } = self.place.clone();
        self.sandbox.happen(Happening::UserActs { user, conversation, client, act })
    }
}

impl Act {
    pub(crate) fn perform(self, place: &Place, app: &mut App, context: &Context) -> Result<Value, ApiError> {
        let user = id(app, &place.user)?;
        let client = place.client.as_deref().map(|id| active_client(app, &user, id)).transpose()?;
        let known = conversation(app, &user, place.conversation.as_deref())?;
        if let Self::Message { content } = &self {
            check(content, &user, known.as_deref(), app, context)?;
        }
        let client = client.unwrap_or_else(|| usual_client(app, &user, known.as_deref(), context));
        let source = source(app, &user, &client);
        let is_new = known.is_none();
        let conversation = match known {
            Some(conversation) => conversation,
            None => {
                let (reason, referral) = match &self {
                    Self::Message { .. } => (Reason::Message, None),
                    Self::Referral { code, details } => (Reason::StartConversation, Some(referral(code, details))),
                    _ => (Reason::StartConversation, None),
                };
                start_conversation(app, &user, reason, referral.as_ref(), &source, context)?
            }
        };
        attach(app, &user, &conversation, &client);
        assign(&conversation, app)?;
        let author = author_of_user(&user, &conversation, app)?;
        let mut answer = json!({"conversationId": conversation});
        match self {
            Self::Message { content } => {
                let draft = Draft { author, content, metadata: None, source };
                answer["messageId"] = add_message(draft, &conversation, app, context)?.id.into();
            }
            Self::Postback { payload } => {
                let metadata = offered(app, &conversation, &payload);
                let mut postback = json!({"payload": payload});
                metadata.into_iter().for_each(|metadata| postback["metadata"] = metadata);
                app.emit_user_action("conversation:postback", &conversation, &user, &source, ("postback", postback));
            }
            Self::Referral { .. } if is_new => {}
            Self::Referral { code, details } => {
                let referral = ("referral", referral(&code, &details));
                app.emit_user_action("conversation:referral", &conversation, &user, &source, referral);
            }
            Self::Read => {
                read(app, &conversation, Some(&user), context);
                app.emit_activity(&conversation, "conversation:read", &author, &source);
            }
            Self::StartTyping => app.emit_activity(&conversation, "typing:start", &author, &source),
            Self::StopTyping => app.emit_activity(&conversation, "typing:stop", &author, &source),
        }
        Ok(answer)
    }
}

/// The rules for the content of a message, which are those of `PostMessage`: before a conversation begins with it.
fn check(
    content: &Object,
    user: &str,
    conversation: Option<&str>,
    app: &App,
    context: &Context,
) -> Result<(), ApiError> {
    let author = json!({"type": "user", "userId": user});
    let body = json!({"author": author, "content": content});
    let violations = document().operation("PostMessage").map(|post| post.body_violations(&body));
    refuse(violations.unwrap_or_default(), ToString::to_string)?;
    let author = author.as_object().cloned().unwrap_or_default();
    check_message(content, &author, conversation.unwrap_or_default(), app, context)
}

fn referral(code: &str, details: &Option<Object>) -> Value {
    json!({"code": code, "details": details})
}

/// The conversation that is meant: the one given, or the default one, if it is there already.
fn conversation(app: &App, user: &str, given: Option<&str>) -> Result<Option<String>, ApiError> {
    let Some(given) = given else {
        return Ok(app.default_conversation(user));
    };
    app.conversation(given)?;
    if app.participant(given, user).is_none() {
        return Err(ApiError::bad_request("the user does not take part in the conversation"));
    }
    Ok(Some(given.to_owned()))
}

fn active_client(app: &App, user: &str, id: &str) -> Result<Client, ApiError> {
    let clients = app.clients(user);
    let client = position(clients, id).map(|at| &clients[at]).ok_or_else(|| ApiError::not_found("client not found"))?;
    if client.status != ClientStatus::Active {
        return Err(ApiError::bad_request("the client is not active: confirm it first"));
    }
    Ok(client.clone())
}

/// The first client with which the user takes part, or the one of the user's own device.
fn usual_client(app: &mut App, user: &str, conversation: Option<&str>, context: &Context) -> Client {
    let associated = conversation
        .and_then(|conversation| app.participant(conversation, user))
        .and_then(|participant| participant.client_associations.first())
        .map(|association| association.client_id.clone());
    let id = associated.unwrap_or_else(|| app.sdk_client(user, context).client_id);
    let clients = app.clients(user);
    match position(clients, &id) {
        Some(at) => clients[at].clone(),
        None => Client::new(id, "sdk".to_owned(), ClientStatus::Active),
    }
}

fn attach(app: &mut App, user: &str, conversation: &str, client: &Client) {
    let association = ClientAssociation { r#type: client.r#type.clone(), client_id: client.id.clone() };
    if let Some(participant) = app.participants.find_mut(conversation, user)
        && !participant.client_associations.contains(&association)
    {
        participant.client_associations.push(association);
    }
}

/// Of an SDK the source names the platform: that of the device which the user had last, or the web.
fn source(app: &App, user: &str, client: &Client) -> Source {
    if client.r#type != "sdk" {
        return Source::client(&client.r#type, client, None);
    }
    let device = latest_device(app, user);
    let platform = device.as_ref().and_then(|device| device["type"].as_str()).unwrap_or("web").to_owned();
    Source::client(&platform, client, device)
}

/// The metadata of the postback button with this payload that was sent last.
fn offered(app: &App, conversation: &str, payload: &str) -> Option<Value> {
    let is_it = |action: &&Value| action["type"] == "postback" && action["payload"] == payload;
    app.messages(conversation).iter().rev().find_map(|message| {
        let items = message.content.get("items").and_then(Value::as_array).into_iter().flatten();
        let lists = items.map(|item| &item["actions"]).chain(message.content.get("actions"));
        let action = lists.filter_map(Value::as_array).flatten().find(is_it)?;
        action.get("metadata").filter(|metadata| metadata.is_object()).cloned()
    })
}
