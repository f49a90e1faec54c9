//! Records a conversation as a transcript.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::domain::content::writable;
use crate::model::message::Message;
use crate::model::recorded::UserAction;
use crate::model::state::{State, no_app};
use crate::transcript::format::{BotStep, Expected, Step, Transcript, TranscriptUser, UserStep};
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::list;

/// Returns a conversation as a transcript. Deleted messages are omitted. A conversation of several users isn't one user's
/// dialogue with a bot.
pub(crate) fn transcript_of(
    state: &State,
    base_url: &str,
    app: &str,
    conversation: &str,
) -> Result<Transcript, ApiError> {
    let app = state.app(app).ok_or_else(no_app)?;
    let messages = app.messages(&app.conversation(conversation)?.id);
    let authors = messages.iter().filter_map(|message| message.author.text("userId"));
    let participants = app.participants(conversation).iter().map(|participant| participant.user_id.clone());
    let users: BTreeSet<String> = participants.chain(authors).collect();
    if users.len() > 1 {
        let count = users.len();
        return Err(ApiError::bad_request(format!(
            "the conversation has {count} users; a transcript is the dialogue of one user with a bot"
        )));
    }
    let mut actions = app.user_actions.of(conversation).iter().peekable();
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
        let is_user = message.author.is("type", "user");
        let is_recorded = (is_user && !is_echo(message, &steps)) || is_from_bot(message);
        if message.deleted != Some(true) && is_recorded {
            steps.push(step(message, is_user, &steps, base_url));
        }
    }
    take_until(None, &mut steps);
    let user = users.first().and_then(|user| {
        let user = app.users.find(user)?;
        let text = |key: &str| user.profile.get(key).and_then(Value::as_str).map(str::to_owned);
        Some(TranscriptUser { external_id: None, given_name: text("givenName"), surname: text("surname") })
    });
    Ok(Transcript { user: user.unwrap_or_default(), steps })
}

/// Whether a program has sent a message, and not an agent or the system.
pub(crate) fn is_from_bot(message: &Message) -> bool {
    let is_other = |subtype: &Value| subtype == "agent" || subtype == "activity";
    let author = message.author.object();
    author.get("type").is_some_and(|kind| kind == "business")
        && !author.get("subtypes").into_iter().flat_map(list).any(is_other)
}

/// Whether the message is the echo of the postback before it, which a replay sends again.
fn is_echo(message: &Message, before: &[Step]) -> bool {
    match before.last() {
        Some(Step::User(UserStep::Action(UserAction::Postback(payload)))) => message.content.is("payload", payload),
        _ => false,
    }
}

/// Whether an earlier message of the bot has a quick reply with this text.
fn has_reply(steps: &[Step], text: &str) -> bool {
    steps.iter().any(|step| match step {
        Step::Bot(BotStep::Expected(Expected::Content(content))) => {
            let mut actions = content.get("actions").into_iter().flat_map(list);
            actions.any(|action| action["type"] == "reply" && action["text"] == text)
        }
        _ => false,
    })
}

fn step(message: &Message, is_user: bool, before: &[Step], base_url: &str) -> Step {
    let content = &message.content.object();
    let text = |key: &str| content.get(key).and_then(Value::as_str).map(str::to_owned);
    let is_text = text("type").as_deref() == Some("text");
    let plain = |known: &[&str]| is_text && content.keys().all(|key| known.contains(&key.as_str()));
    match (is_user, text("text")) {
        (true, Some(text)) if plain(&["type", "text"]) => Step::User(UserStep::Text(text)),
        (true, Some(text)) if plain(&["type", "text", "payload"]) && has_reply(before, &text) => {
            Step::User(UserStep::Action(UserAction::Reply(text)))
        }
        (true, _) => Step::User(UserStep::Action(UserAction::Content(stable(content)))),
        (false, Some(text)) if plain(&["type", "text"]) => Step::Bot(BotStep::Text(text)),
        (false, _) => {
            let mut content = Value::from(stable(content));
            without_urls(&mut content, base_url);
            Step::Bot(BotStep::Expected(Expected::Content(content.as_object().cloned().unwrap_or_default())))
        }
    }
}

/// Removes URLs of the sandbox, which has another address the next time.
fn without_urls(value: &mut Value, base_url: &str) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| without_urls(item, base_url)),
        Value::Object(entries) => {
            entries.retain(|_, value| !value.as_str().is_some_and(|text| text.starts_with(base_url)));
            entries.values_mut().for_each(|value| without_urls(value, base_url));
        }
        _ => {}
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
