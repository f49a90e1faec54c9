//! Plays the user's half of a transcript, and compares the bot's messages.

use std::fmt;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::conversations::{Reason, start as start_conversation};
use crate::domain::devices::sdk_client;
use crate::domain::messages::{Draft, add as add_message, author_of_user};
use crate::http::server::Server;
use crate::model::context::Context;
use crate::model::event::Source;
use crate::model::message::Message;
use crate::model::recorded::{Typing, UserAction};
use crate::model::state::{App, no_app};
use crate::outside::action::Action;
use crate::outside::events::{SimulatedEvent, add_user};
use crate::spec::document::document;
use crate::spec::violation::reject;
use crate::transcript::format::{AnyOf, BotStep, Expected, Step, Transcript, UserStep};
use crate::transcript::record::is_from_bot;
use crate::util::difference::differences;
use crate::util::error::ApiError;
use crate::util::packed::Object;

/// How often it is checked whether the bot has sent a message.
const INTERVAL: Duration = Duration::from_millis(10);

/// Options of [`Sandbox::replay_with`](crate::Sandbox::replay_with).
#[derive(Clone, Debug)]
#[must_use]
pub struct ReplayOptions {
    timeout: Duration,
    quiet: Duration,
    from_step: usize,
    user: Option<String>,
    given_name: Option<String>,
    surname: Option<String>,
}

impl Default for ReplayOptions {
    fn default() -> Self {
        let (timeout, quiet) = (Duration::from_secs(10), Duration::from_millis(500));
        Self { timeout, quiet, from_step: 1, user: None, given_name: None, surname: None }
    }
}

impl ReplayOptions {
    /// Sets how long to wait for each message of the bot. Defaults to 10 seconds.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sets how long to wait after the last step for messages that the transcript doesn't have. A bot that responds to the
    /// webhook before it posts may still send some. Defaults to 500 ms.
    pub fn quiet(mut self, quiet: Duration) -> Self {
        self.quiet = quiet;
        self
    }

    /// Starts with a later step, from 1. The messages of earlier steps are placed in the conversation, and the bot isn't
    /// informed about them. Defaults to 1.
    pub fn from_step(mut self, number: usize) -> Self {
        self.from_step = number.max(1);
        self
    }

    /// Sets the external ID of the end user. If the user exists, the replay adds a conversation. Defaults to that of
    /// the transcript, or a new user without one.
    pub fn user(mut self, external_id: impl Into<String>) -> Self {
        self.user = Some(external_id.into());
        self
    }

    /// Sets the name of a new end user. Defaults to that of the transcript.
    pub fn name(mut self, given_name: impl Into<String>, surname: impl Into<String>) -> Self {
        self.given_name = Some(given_name.into());
        self.surname = Some(surname.into()).filter(|surname| !surname.is_empty());
        self
    }
}

/// The result of a replay. It prints as a diff.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Replay {
    /// The ID of the end user.
    pub user_id: String,
    /// The ID of the conversation; empty if the first action wasn't possible.
    pub conversation_id: String,
    /// The steps up to the first one that failed.
    pub steps: Vec<ReplayStep>,
}

/// A step of a replay.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ReplayStep {
    /// The number of the step in the transcript, from 1. An unexpected message at the end has the number after the last
    /// one.
    pub number: usize,
    /// The step, as in the transcript.
    pub expected: String,
    /// The bot's message, as in a transcript.
    pub received: Option<String>,
    /// Why the step failed.
    pub problem: Option<String>,
}

impl ReplayStep {
    /// Returns `true` if the action was possible or the message matches.
    pub fn passed(&self) -> bool {
        self.problem.is_none()
    }
}

impl Replay {
    /// Returns `true` if all steps passed.
    pub fn is_success(&self) -> bool {
        self.steps.iter().all(ReplayStep::passed)
    }
}

impl fmt::Display for Replay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            match &step.problem {
                None => writeln!(f, "  {:>3} {}", step.number, step.expected)?,
                Some(problem) => {
                    writeln!(f, "- {:>3} {}", step.number, step.expected)?;
                    if let Some(received) = &step.received {
                        writeln!(f, "+     {received}")?;
                    }
                    problem.lines().try_for_each(|line| writeln!(f, "      {line}"))?;
                }
            }
        }
        Ok(())
    }
}

/// Replays a transcript. Blocks until the bot has sent the expected messages.
pub(crate) fn replay(
    server: &Server,
    app: &str,
    transcript: &Transcript,
    options: &ReplayOptions,
) -> Result<Replay, ApiError> {
    let count = transcript.steps.len();
    if options.from_step > count {
        return Err(ApiError::bad_request(format!("the transcript doesn't have a step {}", options.from_step)));
    }
    let (before, rest) = transcript.steps.split_at(options.from_step - 1);
    let (user, conversation) = begin(server, app, transcript, options, before)?;
    let timeout = options.timeout;
    let mut player = Player { server, app, user, conversation, seen: None, timeout, after_bot: false };
    player.seen = player.last();
    let mut steps = Vec::new();
    for (number, step) in (options.from_step..).zip(rest) {
        let mut result = player.play(step);
        result.number = number;
        let is_over = !result.passed();
        steps.push(result);
        if is_over {
            break;
        }
    }
    if steps.iter().all(ReplayStep::passed)
        && let Some(mut unexpected) = player.unexpected(options.quiet)
    {
        unexpected.number = count + 1;
        steps.push(unexpected);
    }
    Ok(Replay { user_id: player.user, conversation_id: player.conversation.unwrap_or_default(), steps })
}

/// Finds or creates the end user, and places earlier steps in a new conversation.
fn begin(
    server: &Server,
    app: &str,
    transcript: &Transcript,
    options: &ReplayOptions,
    before: &[Step],
) -> Result<(String, Option<String>), ApiError> {
    let mut state = server.state_of(app);
    server.changed();
    server.change(&mut state, |state| {
        let app = state.app_mut(app).ok_or_else(no_app)?;
        place(app, transcript, options, before, &server.context)
    })
}

/// Like [`begin`], in an app. Placed messages emit no events.
fn place(
    app: &mut App,
    transcript: &Transcript,
    options: &ReplayOptions,
    before: &[Step],
    context: &Context,
) -> Result<(String, Option<String>), ApiError> {
    let external_id = options.user.clone().or_else(|| transcript.user.external_id.clone());
    let known = external_id.as_deref().and_then(|id| app.user(id, None).ok()).map(|user| user.id.clone());
    let is_known = known.is_some();
    let user = match known {
        Some(user) => user,
        None => {
            let named = options.given_name.is_some();
            let given_name = options.given_name.clone().or_else(|| transcript.user.given_name.clone());
            let surname = if named { options.surname.clone() } else { transcript.user.surname.clone() };
            add_user(app, external_id, None, [("givenName", given_name), ("surname", surname)], context)?
        }
    };
    let bot_begins = matches!(transcript.steps.first(), Some(Step::Bot(_)));
    // The first action of a new user starts the conversation.
    if before.is_empty() && !is_known && !bot_begins {
        return Ok((user, None));
    }
    let association = sdk_client(app, &user, context);
    let source = Source::api();
    let reason = if bot_begins { Reason::StartConversation } else { Reason::Message };
    let conversation = start_conversation(app, &user, reason, None, &source, None, context)?;
    if let Some(participant) = app.participants.find_mut(&conversation, &user) {
        participant.client_associations.push(association);
    }
    for (index, step) in before.iter().enumerate() {
        let Some((is_user, mut content)) = placed(step) else { continue };
        let place = format!("steps[{index}]: ");
        quote_form(&mut content, &conversation, app);
        check_message_body(&content).map_err(|error| error.below(&place))?;
        let author = if is_user {
            author_of_user(&user, &conversation, app)?
        } else {
            Object::from_iter([("type".to_owned(), "business".into())])
        };
        let draft = Draft::new(author, content, source.clone());
        add_message(draft, &conversation, app, context).map_err(|error| error.below(&place))?;
    }
    if !before.is_empty() {
        app.events.clear();
    }
    Ok((user, Some(conversation)))
}

/// Validates content like `PostMessage`, because a transcript may only have some of its fields.
fn check_message_body(content: &Object) -> Result<(), ApiError> {
    let is_response = content.get("type").is_some_and(|kind| kind == "formResponse");
    let body = json!({"author": {"type": if is_response { "user" } else { "business" }}, "content": content});
    let violations = document().operation("PostMessage").map(|post| post.body_violations(&body));
    reject(violations.unwrap_or_default(), ToString::to_string)
}

/// The content of an earlier step, and whether it is the user's. Steps that aren't messages are omitted.
fn placed(step: &Step) -> Option<(bool, Object)> {
    let text = |text: &str| Object::from_iter([("type".to_owned(), "text".into()), ("text".to_owned(), text.into())]);
    match step {
        Step::User(UserStep::Text(given) | UserStep::Action(UserAction::Reply(given))) => Some((true, text(given))),
        Step::User(UserStep::Action(UserAction::Content(content))) => Some((true, content.clone())),
        Step::User(_) => None,
        Step::Bot(BotStep::Text(given) | BotStep::Expected(Expected::Pattern(given))) => Some((false, text(given))),
        Step::Bot(BotStep::Expected(Expected::Content(content))) => Some((false, content.clone())),
        Step::Bot(BotStep::Expected(Expected::Any(_))) => Some((false, text("…"))),
    }
}

/// The response to a form belongs to the last one that hasn't been submitted, because transcripts don't contain IDs.
fn quote_form(content: &mut Object, conversation: &str, app: &App) {
    if content.get("type").is_none_or(|kind| kind != "formResponse") {
        return;
    }
    let is_open = |message: &&Message| {
        let content = message.content.object();
        content.get("type").is_some_and(|kind| kind == "form") && content.get("submitted") != Some(&Value::Bool(true))
    };
    let Some(form) = app.messages(conversation).iter().rev().find(is_open) else { return };
    let fields = content.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten();
    for field in fields.filter_map(Value::as_object_mut) {
        field.entry("quotedMessageId").or_insert_with(|| form.id.clone().into());
    }
}

struct Player<'a> {
    server: &'a Server,
    app: &'a str,
    user: String,
    conversation: Option<String>,
    /// The last message that was compared or is older than the replay.
    seen: Option<String>,
    timeout: Duration,
    /// Whether the last step was a message of the bot.
    after_bot: bool,
}

impl Player<'_> {
    fn play(&mut self, step: &Step) -> ReplayStep {
        let shown = shown(step);
        match step {
            Step::User(action) => {
                // A message that the transcript lacks would be compared with the next step of the bot. After an action
                // of the user, the bot may be about to send an expected one.
                if std::mem::take(&mut self.after_bot)
                    && let Some(unexpected) = self.unexpected(Duration::ZERO)
                {
                    return unexpected;
                }
                let problem = self.act(action).err().map(|error| error.titles().join("; "));
                ReplayStep { number: 0, expected: shown, received: None, problem }
            }
            Step::Bot(expected) => match self.next() {
                None => {
                    let problem = format!("the bot didn't send a message within {:?}", self.timeout);
                    ReplayStep { number: 0, expected: shown, received: None, problem: Some(problem) }
                }
                Some(message) => {
                    self.after_bot = true;
                    let problem = problem(expected, &message);
                    ReplayStep { number: 0, expected: shown, received: Some(received(&message)), problem }
                }
            },
        }
    }

    fn act(&mut self, step: &UserStep) -> Result<(), ApiError> {
        let text = |text: &str| json!({"type": "text", "text": text}).as_object().cloned().unwrap_or_default();
        let action = match step {
            UserStep::Text(given) => Action::Message { content: text(given) },
            UserStep::Action(action) => match action {
                UserAction::Content(content) => Action::Message { content: self.with_form(content) },
                UserAction::Reply(text) => Action::Reply { text: text.clone() },
                UserAction::Postback(payload) => Action::Postback { payload: payload.clone() },
                UserAction::Referral(code) => Action::Referral { code: code.clone(), details: None },
                UserAction::Read(_) => Action::Read,
                UserAction::Typing(Typing::Start) => Action::StartTyping,
                UserAction::Typing(Typing::Stop) => Action::StopTyping,
            },
        };
        let (user, conversation) = (self.user.clone(), self.conversation.clone());
        let event = SimulatedEvent::UserAction { user, conversation, client: None, action };
        let result = self.server.simulate(self.app, event)?;
        self.conversation = result["conversationId"].as_str().map(str::to_owned);
        Ok(())
    }

    fn with_form(&self, content: &Object) -> Object {
        let quoted = self.with(|app, conversation| {
            let mut content = content.clone();
            quote_form(&mut content, conversation, app);
            Some(content)
        });
        quoted.unwrap_or_else(|| content.clone())
    }

    /// Waits for the next message of the business.
    fn next(&mut self) -> Option<Message> {
        self.next_within(self.timeout)
    }

    fn next_within(&mut self, time: Duration) -> Option<Message> {
        let begin = Instant::now();
        loop {
            if let Some(message) = self.find() {
                self.seen = Some(message.id.clone());
                return Some(message);
            }
            let left = time.checked_sub(begin.elapsed()).filter(|left| !left.is_zero())?;
            std::thread::sleep(INTERVAL.min(left));
        }
    }

    /// The first message of the business that hasn't been compared.
    fn find(&self) -> Option<Message> {
        self.with(|app, conversation| {
            let messages = app.messages(conversation).iter();
            let mut new = messages.filter(|message| self.seen.as_deref().is_none_or(|seen| message.id.as_str() > seen));
            new.find(|message| is_from_bot(message)).cloned()
        })
    }

    fn last(&self) -> Option<String> {
        self.with(|app, conversation| app.messages(conversation).last().map(|message| message.id.clone()))
    }

    fn with<T>(&self, find: impl FnOnce(&App, &str) -> Option<T>) -> Option<T> {
        let state = self.server.state();
        find(state.app(self.app)?, self.conversation.as_deref()?)
    }

    /// A message that the transcript doesn't have, once the webhooks have responded to all events and this time has passed.
    fn unexpected(&mut self, quiet: Duration) -> Option<ReplayStep> {
        self.server.courier.wait_for_first_attempts(self.timeout);
        let message = self.next_within(quiet)?;
        let problem = "the bot sent a message that the transcript doesn't have".to_owned();
        let expected = "no further message".to_owned();
        Some(ReplayStep { number: 0, expected, received: Some(received(&message)), problem: Some(problem) })
    }
}

/// A step in one line, as in the transcript.
fn shown(step: &Step) -> String {
    serde_json::to_value(step).unwrap_or_default().as_object().and_then(|step| step.iter().next()).map_or_else(
        String::new,
        |(who, value)| match value {
            Value::String(text) => format!("{who}: {text}"),
            other => format!("{who}: {other}"),
        },
    )
}

fn received(message: &Message) -> String {
    let content = message.content.object();
    match (content.get("type").and_then(Value::as_str), content.get("text").and_then(Value::as_str)) {
        (Some("text"), Some(text)) if !content.contains_key("actions") => format!("bot: {text}"),
        _ => format!("bot: {}", Value::from(content)),
    }
}

/// Why a message doesn't match.
fn problem(expected: &BotStep, message: &Message) -> Option<String> {
    let content = Value::from(message.content.object());
    let text = content["text"].as_str().filter(|_| content["type"] == "text");
    match expected {
        BotStep::Text(expected) if text == Some(expected.as_str()) => None,
        BotStep::Text(_) => Some("the texts differ".to_owned()),
        BotStep::Expected(Expected::Pattern(pattern)) => match (regex_lite::Regex::new(pattern), text) {
            (Err(error), _) => Some(format!("pattern: {error}")),
            (Ok(_), None) => Some(format!("the content has the type {} instead of text", content["type"])),
            (Ok(pattern), Some(text)) if pattern.is_match(text) => None,
            (Ok(_), Some(_)) => Some("the text doesn't match the pattern".to_owned()),
        },
        BotStep::Expected(Expected::Any(AnyOf::Message)) => None,
        BotStep::Expected(Expected::Any(AnyOf::Text)) => {
            text.is_none().then(|| format!("the content has the type {} instead of text", content["type"]))
        }
        BotStep::Expected(Expected::Content(expected)) => {
            let differences = differences("content", &Value::from(expected.clone()), &content);
            (!differences.is_empty()).then(|| differences.join("\n"))
        }
    }
}
