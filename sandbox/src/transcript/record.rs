//! Records a conversation as a transcript.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{BotStep, Expected, Step, Transcript, TranscriptUser, UserAction, UserStep};
use crate::error::ApiError;
use crate::routes::writable;
use crate::server::no_app;
use crate::state::{App, Message, Object, State, owned, position};

/// How many actions are kept of a conversation; later ones aren't recorded.
const MAX_ACTIONS: usize = 10_000;

/// An action of an end user that isn't a message.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Recorded {
    /// The message after which it happened.
    after: Option<String>,
    action: UserAction,
}

impl App {
    pub(crate) fn record(&mut self, conversation: &str, action: UserAction) {
        let after = self.messages(conversation).last().map(|message| message.id.clone());
        let actions = self.user_actions.entry(conversation.to_owned()).or_default();
        if actions.len() < MAX_ACTIONS {
            actions.push(Recorded { after, action });
        }
    }
}

/// Returns a conversation as a transcript. Deleted messages are omitted.
pub(crate) fn transcript_of(state: &State, app: &str, conversation: &str) -> Result<Transcript, ApiError> {
    let app = state.app(app).ok_or_else(no_app)?;
    let messages = app.messages(&app.conversation(conversation)?.id);
    let mut actions = owned(&app.user_actions, conversation).iter().peekable();
    let mut steps = Vec::new();
    // An action may be after a message that was deleted: it precedes the next one.
    let mut take_until = |message: Option<&Message>, steps: &mut Vec<Step>| {
        while let Some(one) =
            actions.next_if(|one| message.is_none_or(|message| one.after.as_deref() < Some(message.id.as_str())))
        {
            steps.push(Step::User(UserStep::Action(one.action.clone())));
        }
    };
    for message in messages {
        take_until(Some(message), &mut steps);
        if message.deleted != Some(true) {
            steps.push(step(message));
        }
    }
    take_until(None, &mut steps);
    let user = app.participants(conversation).first().and_then(|participant| {
        let user = &app.users[position(&app.users, &participant.user_id)?];
        let text = |key: &str| user.profile.get(key).and_then(Value::as_str).map(str::to_owned);
        Some(TranscriptUser { external_id: None, given_name: text("givenName"), surname: text("surname") })
    });
    Ok(Transcript { user: user.unwrap_or_default(), steps })
}

fn step(message: &Message) -> Step {
    let content = &message.content;
    let text = |key: &str| content.get(key).and_then(Value::as_str).map(str::to_owned);
    let is_text = text("type").as_deref() == Some("text");
    let plain = |known: &[&str]| is_text && content.keys().all(|key| known.contains(&key.as_str()));
    let is_user = message.author.get("type").is_some_and(|kind| kind == "user");
    match (is_user, text("text")) {
        (true, Some(text)) if plain(&["type", "text"]) => Step::User(UserStep::Text(text)),
        (true, Some(text)) if plain(&["type", "text", "payload"]) => {
            Step::User(UserStep::Action(UserAction::Reply(text)))
        }
        (true, _) => Step::User(UserStep::Action(UserAction::Content(stable(content)))),
        (false, Some(text)) if plain(&["type", "text"]) => Step::Bot(BotStep::Text(text)),
        (false, _) => Step::Bot(BotStep::Expected(Expected::Content(stable(content)))),
    }
}

/// Content without the fields that the API sets, such as IDs, which differ in the next run.
fn stable(content: &Object) -> Object {
    let mut content = Value::from(content.clone());
    writable(&mut content);
    match content {
        Value::Object(content) => content,
        _ => Object::new(),
    }
}
