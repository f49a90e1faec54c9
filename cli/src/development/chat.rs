//! `sunco chat`: a dialogue with a bot, as an end user.

use std::collections::HashSet;
use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};
use sunshine_conversations::models::{ConversationListFilter, UserCreateBody};
use sunshine_conversations::{AppClient, Json};

use super::{is_sandbox, simulate};
use crate::account::{Account, duration};
use crate::failure::Result;
use crate::globals::Globals;
use crate::output::safe;
use crate::request::{Preview, encoded};

/// The time between two looks for new messages.
const INTERVAL: Duration = Duration::from_millis(300);

/// Returns the command.
pub fn subcommand() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    Command::new("chat")
        .about("Talk to a bot as an end user")
        .long_about(
            "Talks to a bot as an end user. Each line is a message of the user, and messages of the business are printed as they \
             arrive. A number taps the button or quick reply with that number. Ctrl-D ends.\n\nIn a sandbox, the user is \
             simulated and is created if necessary. With the real API, messages are posted as the user, and a bot receives them \
             like those of any channel; the user must exist.",
        )
        .after_help("Example:\n  sunco chat --user steve")
        .arg(option("user", "USER", "ID or external ID of the user").default_value("sunco-chat"))
        .arg(option("conversation", "ID", "Conversation; defaults to the user's latest, or a new one"))
        .arg(
            option("wait", "DURATION", "Time to wait for further messages at the end of the input")
                .value_parser(duration)
                .default_value("3s"),
        )
}

struct Chat<'a> {
    app: AppClient,
    account: &'a Account,
    is_sandbox: bool,
    /// The ID of the user.
    user: String,
    conversation: String,
    seen: HashSet<String>,
    /// The buttons of the latest message that has some.
    actions: Vec<Json>,
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let account = globals.account()?;
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let user = text("user").unwrap_or_default();
    if globals.dry_run {
        return show(globals, &user, &text("conversation").unwrap_or_else(|| "CONVERSATION_ID".to_owned()));
    }
    let app = account.app_client()?;
    let is_sandbox = is_sandbox(app.client())?;
    if is_sandbox && app.get_user(&*user).send().is_err_and(|error| error.is_not_found()) {
        app.create_user(&UserCreateBody::new().with_external_id(&*user)).send()?;
    }
    let user = app.get_user(&*user).send()?.user.id.to_string();
    let conversation = match text("conversation") {
        Some(id) => id,
        None => conversation(&app, &user)?,
    };
    let mut chat = Chat { app, account, is_sandbox, user, conversation, seen: HashSet::new(), actions: Vec::new() };
    note!("Conversation {}. Ctrl-D ends.", chat.conversation);
    chat.show_new(false)?;
    chat.dialogue(matches.get_one("wait").copied().unwrap_or_default())
}

/// Prints the request for a line of the dialogue.
fn show(globals: &Globals, user: &str, conversation: &str) -> Result<()> {
    let account = globals.account()?;
    let content = json!({"type": "text", "text": "TEXT"});
    let body = json!({"author": {"type": "user", "userExternalId": user}, "content": content}).to_string();
    globals.show(&Preview {
        method: "POST",
        url: format!(
            "{}/v2/apps/{}/conversations/{}/messages",
            account.base_url(),
            account.app()?,
            encoded(conversation)
        ),
        query: &[],
        headers: &[],
        body: Some(&body),
        files: &[],
    })
}

/// The user's latest conversation, or a new one.
fn conversation(app: &AppClient, user: &str) -> Result<String> {
    let filter = ConversationListFilter::new().with_user_id(user);
    let found = app.list_conversations(&filter).iter().collect::<sunshine_conversations::Result<Vec<_>>>()?;
    if let Some(conversation) = found.last() {
        return Ok(conversation.id.to_string());
    }
    let body = Json::from(json!({"type": "personal", "participants": [{"userId": user}]}));
    Ok(app.create_conversation(&body.parse()?).send()?.conversation.id.to_string())
}

impl Chat<'_> {
    fn dialogue(&mut self, wait: Duration) -> Result<()> {
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in io::stdin().lock().lines() {
                let Ok(line) = line else { return };
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let is_terminal = io::stdin().is_terminal();
        let mut end: Option<Instant> = None;
        loop {
            // A script waits for the bot between its lines.
            let pause = if is_terminal { INTERVAL } else { INTERVAL / 3 };
            match lines.recv_timeout(pause) {
                Ok(line) if line.trim().is_empty() => {}
                Ok(line) => {
                    self.say(line.trim())?;
                    if !is_terminal {
                        self.wait_for_bot(wait)?;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    let end =
                        *end.get_or_insert_with(|| Instant::now() + if is_terminal { Duration::ZERO } else { wait });
                    if Instant::now() >= end {
                        self.show_new(true)?;
                        return Ok(());
                    }
                    thread::sleep(pause);
                }
            }
            self.show_new(true)?;
        }
    }

    /// Waits for a message of the business, at most this long.
    fn wait_for_bot(&mut self, at_most: Duration) -> Result<()> {
        let end = Instant::now() + at_most;
        while !self.show_new(true)? && Instant::now() < end {
            thread::sleep(INTERVAL / 3);
        }
        Ok(())
    }

    /// Sends a line: a text, or the number of a button.
    fn say(&mut self, line: &str) -> Result<()> {
        let action = line.parse::<usize>().ok().and_then(|number| self.actions.get(number.checked_sub(1)?)).cloned();
        let Some(action) = action else { return self.post(json!({"type": "text", "text": line})) };
        let get = |key: &str| action.get::<String>(key).ok().flatten();
        let text = get("text").unwrap_or_default();
        match get("type").as_deref() {
            Some("reply") => self.post(json!({"type": "text", "text": text, "payload": get("payload")})),
            Some("postback") if self.is_sandbox => {
                let event = json!({"type": "postback", "payload": get("payload")});
                self.act(event)
            }
            Some("postback") => {
                note!("Only a sandbox can tap a postback button.");
                Ok(())
            }
            _ => {
                note!("{text}: {}", get("uri").unwrap_or_else(|| "nothing to open".to_owned()));
                Ok(())
            }
        }
    }

    fn act(&self, action: Value) -> Result<()> {
        let event =
            json!({"type": "userAction", "user": self.user, "conversation": self.conversation, "action": action});
        simulate(self.app.client(), self.account, &event).map(|_| ())
    }

    fn post(&self, mut content: Value) -> Result<()> {
        if content["payload"].is_null()
            && let Some(content) = content.as_object_mut()
        {
            content.remove("payload");
        }
        if self.is_sandbox {
            return self.act(json!({"type": "message", "content": content}));
        }
        let author = json!({"type": "user", "userId": self.user});
        let body = Json::from(json!({"author": author, "content": content}));
        self.app.post_message(&*self.conversation, &body.parse()?).send()?;
        Ok(())
    }

    /// Prints new messages of the business. Returns whether there were any.
    fn show_new(&mut self, shows: bool) -> Result<bool> {
        let page = Json::new(&self.app.list_messages(&*self.conversation).send()?)?;
        let mut found = false;
        for message in page.get::<Vec<Json>>("messages")?.unwrap_or_default() {
            let id = message.get::<String>("id")?.unwrap_or_default();
            if !self.seen.insert(id) {
                continue;
            }
            let author = message.get::<Json>("author")?.unwrap_or_default();
            if author.get::<String>("type")?.as_deref() != Some("business") {
                continue;
            }
            let content = message.get::<Json>("content")?.unwrap_or_default();
            let actions = content.get::<Vec<Json>>("actions")?.unwrap_or_default();
            if !actions.is_empty() {
                self.actions = actions;
            }
            found = true;
            if shows {
                self.print(&author, &content)?;
            }
        }
        Ok(found)
    }

    fn print(&self, author: &Json, content: &Json) -> Result<()> {
        let get = |json: &Json, key: &str| json.get::<String>(key).ok().flatten().filter(|text| !text.is_empty());
        let name = get(author, "displayName").unwrap_or_else(|| "business".to_owned());
        let kind = get(content, "type").unwrap_or_default();
        let text = get(content, "text").or_else(|| get(content, "mediaUrl")).unwrap_or_default();
        let mut out = io::stdout();
        let shown = if kind == "text" { text } else { format!("[{kind}] {text}") };
        writeln!(out, "{}: {}", safe(&name), safe(shown.trim_end()))?;
        if content.get::<Vec<Json>>("actions").ok().flatten().is_some_and(|actions| !actions.is_empty()) {
            for (index, action) in self.actions.iter().enumerate() {
                let text = get(action, "text").unwrap_or_default();
                writeln!(out, "  {}) {}", index + 1, safe(&text))?;
            }
        }
        Ok(out.flush()?)
    }
}
