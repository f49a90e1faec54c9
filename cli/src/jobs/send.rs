//! `sunco send`: a message to each user of a file, once.

use std::collections::BTreeSet;
use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};
use sunshine_conversations::models::{ConversationCreateBody, ConversationListFilter, MessagePost};
use sunshine_conversations::{AppClient, Json};
use sunshine_conversations_bulk::{Job, OnError};

use super::job::{self, Settings};
use super::rows::{COLUMNS, Rows};
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::operations::body;
use crate::operations::fields::mistakes;
use crate::request::Preview;

/// The key of the metadata that marks the messages of a broadcast.
const MARK: &str = "suncoSend";

/// Returns the command.
pub fn subcommand() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    let command = Command::new("send")
        .about("Send a message to each user of a file, once")
        .long_about(
            "Sends a message to each user of a CSV file, in the user's default or latest conversation, or in a new one. The \
             template is a text, or the file of a message's content or body in JSON or YAML; {{column}} is replaced by the cell \
             of the user.\n\nNobody receives the message twice: users that occur again are skipped, the journal lists the users \
             that are done, and each message is marked with the name of the broadcast in its metadata. The command looks for the \
             mark in the latest messages before it sends, so that a message isn't sent again if its response or the journal was \
             lost.",
        )
        .after_help(
            "Example:\n  sunco send --to users.csv --template 'Hi {{givenName}}, your order {{order}} has shipped.' --name shipped-2026-11",
        )
        .arg(option("to", "FILE", "CSV file with the column `userId`, `id` or `externalId`; - for stdin").required(true))
        .arg(option("template", "TEXT", "Text, or @FILE with content or a message in JSON or YAML").required(true))
        .arg(option("name", "NAME", "Name of the broadcast; defaults to the name of the file"))
        .arg(option("journal", "FILE", "Journal to resume from; defaults to NAME.journal"));
    job::add_to(command)
}

/// A user of the file, with the message.
struct Recipient {
    user: String,
    message: Value,
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let path = text("to").unwrap_or_default();
    let file_name = Path::new(&path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = text("name").or(file_name.filter(|_| path != "-")).unwrap_or_else(|| "send".to_owned());
    let template = template(&text("template").unwrap_or_default())?;
    // All messages are checked before the first is sent.
    let recipients = recipients(&path, &template, &name)?;
    if globals.dry_run {
        return show(globals, &recipients);
    }
    let journal = text("journal").unwrap_or_else(|| format!("{name}.journal"));
    let count = recipients.iter().map(|recipient| &recipient.user).collect::<BTreeSet<_>>().len();
    globals.confirm(&format!("send a message to {count} users"))?;
    let settings = Settings::new(globals, matches)?;
    let mut display = settings.display("messages");
    let job = Job::new(&journal).map_err(|e| Failure::usage(e.to_string()))?;
    let report = job
        .name(format!("send {name} to {}", settings.app.id()))
        .threads(settings.threads)
        // A message whose response was lost may have been sent, so only the next run, which looks for it, tries again.
        .on_error(OnError::Skip)
        .cancel(&settings.cancel)
        .on_progress(|progress| display.update(progress))
        .run_keyed(
            recipients,
            |recipient| recipient.user.clone(),
            |recipient| send(&settings.app, recipient, &name).map_err(|failure| failure.to_string()),
        )
        .map_err(|e| Failure::Io(e.to_string()))?;
    display.finish(&report);
    report.failures.iter().for_each(|failure| note!("{}: {}", failure.key, failure.error));
    settings.result(&report, &job::command_line())
}

/// Reads the template: the body of a message, with placeholders.
fn template(argument: &str) -> Result<Value> {
    let text = body::content(argument)?;
    let value = if argument.starts_with('@') { body::parse(&text).ok() } else { None };
    let content = match value {
        Some(body) if body.get("content").is_some() => return Ok(body),
        Some(content) if content.is_object() => content,
        _ => json!({"type": "text", "text": text.trim_end_matches(['\r', '\n'])}),
    };
    Ok(json!({"content": content}))
}

fn recipients(path: &str, template: &Value, name: &str) -> Result<Vec<Recipient>> {
    let invalid = |e: &dyn std::fmt::Display| Failure::usage(format!("{path}: {e}"));
    let mut file = Rows::open(path)?.csv(&mut csv::ReaderBuilder::new());
    let header = file.headers().map_err(|e| invalid(&e))?.clone();
    let column = COLUMNS.iter().find_map(|column| header.iter().position(|name| name == *column));
    let column = column.ok_or_else(|| invalid(&"a column `userId`, `id` or `externalId` is required"))?;
    let mut recipients = Vec::new();
    for record in file.records() {
        let record = record.map_err(|e| invalid(&e))?;
        let line = record.position().map(csv::Position::line).unwrap_or_default();
        let cell = |name: &str| {
            let index = header.iter().position(|known| known == name)?;
            record.get(index).map(str::to_owned)
        };
        let user = record.get(column).unwrap_or_default().trim().to_owned();
        if user.is_empty() {
            return Err(invalid(&format!("line {line}: the user is empty")));
        }
        let mut message = filled(template, &cell).map_err(|message| invalid(&format!("line {line}: {message}")))?;
        let entries = message.as_object_mut().ok_or_else(|| invalid(&"the template isn't a message"))?;
        entries.entry("author").or_insert_with(|| json!({"type": "business"}));
        if let Some(metadata) = entries.entry("metadata").or_insert_with(|| json!({})).as_object_mut() {
            metadata.insert(MARK.to_owned(), json!(name));
        }
        let found = mistakes(&message, "PostMessage");
        if !found.is_empty() {
            return Err(invalid(&format!("line {line}: invalid message: {}", found.join("; "))));
        }
        recipients.push(Recipient { user, message });
    }
    Ok(recipients)
}

/// Replaces the placeholders in all texts.
fn filled(template: &Value, cell: &dyn Fn(&str) -> Option<String>) -> std::result::Result<Value, String> {
    match template {
        Value::String(text) => filled_text(text, cell).map(Value::String),
        Value::Array(items) => items.iter().map(|item| filled(item, cell)).collect(),
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| Ok((key.clone(), filled(value, cell)?));
            entries.iter().map(entry).collect::<std::result::Result<_, String>>().map(Value::Object)
        }
        other => Ok(other.clone()),
    }
}

fn filled_text(text: &str, cell: &dyn Fn(&str) -> Option<String>) -> std::result::Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or("a placeholder isn't closed with }}")?;
        out += before;
        out += &cell(name.trim()).ok_or_else(|| format!("the file doesn't have the column `{}`", name.trim()))?;
        rest = after;
    }
    Ok(out + rest)
}

/// Sends a message, unless a run before has sent it.
fn send(app: &AppClient, recipient: &Recipient, name: &str) -> Result<()> {
    let id = app.get_user(&*recipient.user).send()?.user.id;
    let filter = ConversationListFilter::new().with_user_id(&*id);
    let found = app.list_conversations(&filter).iter().collect::<sunshine_conversations::Result<Vec<_>>>()?;
    let existing = found.iter().find(|it| it.is_default == Some(true)).or(found.last());
    let conversation = match existing {
        Some(conversation) => {
            if is_sent(app, conversation.id.as_str(), name)? {
                return Ok(());
            }
            conversation.id.to_string()
        }
        None => {
            let body = json!({"type": "personal", "participants": [{"userId": id.as_str()}]});
            let body: ConversationCreateBody = Json::from(body).parse()?;
            app.create_conversation(&body).send()?.conversation.id.to_string()
        }
    };
    let message: MessagePost = Json::from(recipient.message.clone()).parse()?;
    app.post_message(&*conversation, &message).send()?;
    Ok(())
}

/// Returns whether the latest messages contain that of the broadcast.
fn is_sent(app: &AppClient, conversation: &str, name: &str) -> Result<bool> {
    let page = app.list_messages(conversation).send_full()?.raw;
    let page = Json::from_text(String::from_utf8_lossy(&page))?;
    for message in page.get::<Vec<Json>>("messages")?.unwrap_or_default() {
        let metadata = message.get::<Json>("metadata")?.unwrap_or_default();
        if metadata.is_object() && metadata.get::<Json>(MARK)?.is_some_and(|mark| mark == Json::from(name)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Prints the requests, in the conversation that a run would find or create.
fn show(globals: &Globals, recipients: &[Recipient]) -> Result<()> {
    let account = globals.account()?;
    let mut seen = BTreeSet::new();
    for recipient in recipients.iter().filter(|recipient| seen.insert(recipient.user.clone())) {
        let url = format!("{}/v2/apps/{}/conversations/CONVERSATION_ID/messages", account.base_url(), account.app()?);
        let body = recipient.message.to_string();
        note!("to {}:", recipient.user);
        globals.show(&Preview { method: "POST", url, query: &[], headers: &[], body: Some(&body), files: &[] })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_replaced_by_cells() {
        let cell = |name: &str| (name == "name").then(|| "A\"}}{{b".to_owned());
        assert_eq!(filled(&json!({"text": ["Hi {{ name }}!"]}), &cell), Ok(json!({"text": ["Hi A\"}}{{b!"]})));
        assert_eq!(filled_text("{{x}}", &cell), Err("the file doesn't have the column `x`".to_owned()));
        assert_eq!(filled_text("{{x", &cell), Err("a placeholder isn't closed with }}".to_owned()));
    }
}
