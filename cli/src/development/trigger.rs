//! `sunco trigger`: events of end users and channels, in a sandbox.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::{is_sandbox, simulate};
use crate::failure::{Failure, Result};
use crate::globals::Globals;
use crate::operations::body;
use crate::output::print;
use crate::shell::Known;

/// Events that are actions of an end user, with the type of the action.
const ACTIONS: [(&str, &str); 5] = [
    ("conversation:message", "message"),
    ("conversation:postback", "postback"),
    ("conversation:read", "read"),
    ("conversation:referral", "referral"),
    ("conversation:typing", "startTyping"),
];

/// Events of clients and users, with the type of the simulated event.
const EVENTS: [(&str, &str); 5] = [
    ("client:add", "addClient"),
    ("client:update", "confirmClient"),
    ("user:merge", "mergeUsers"),
    ("user:update", "detectLocale"),
    ("conversation:message:delivery:user", "messageDelivered"),
];

/// Returns the command.
pub fn subcommand() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    Command::new("trigger")
        .about("Let a simulated end user or channel cause an event in a sandbox")
        .long_about(
            "Lets a simulated end user or channel cause an event in a sandbox, which delivers it to the webhooks. EVENT is a type \
             of webhook event, such as conversation:message, or a type of simulated event of the sandbox, such as addDevice.",
        )
        .after_help(
            "Examples:\n  sunco trigger conversation:message --user steve --text Hi\n  sunco trigger conversation:postback \
             --user steve --payload TRACK_ORDER\n  sunco trigger client:add --user steve --set channel=whatsapp",
        )
        .arg(Arg::new("event").value_name("EVENT").required(true).help("Type of the event").value_parser(Known(events())))
        .arg(option("user", "USER", "ID or external ID of the end user"))
        .arg(option("conversation", "ID", "Conversation; defaults to the user's default conversation"))
        .arg(option("client", "ID", "Client of the user; defaults to the latest active one"))
        .arg(option("text", "TEXT", "Text of a message"))
        .arg(option("payload", "PAYLOAD", "Payload of a postback"))
        .arg(option("code", "CODE", "Code of a referral"))
        .arg(option("set", "PATH=VALUE", "Another field of the event").action(ArgAction::Append))
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> Result<()> {
    let event = event(matches)?;
    let account = globals.account()?;
    if globals.dry_run {
        let body = event.to_string();
        return globals.show(&crate::request::Preview {
            method: "POST",
            url: format!("{}/sandbox/apps/{}/simulate", account.base_url(), account.app()?),
            query: &[],
            headers: &[],
            body: Some(&body),
            files: &[],
        });
    }
    let api = account.client()?;
    if !is_sandbox(&api)? {
        let message = "isn't a sandbox, and only a sandbox simulates end users; run `sunco sandbox`";
        return Err(Failure::usage(format!("{} {message}", account.base_url())));
    }
    let result = simulate(&api, account, &event)?;
    let result: Value = result.parse()?;
    if result.as_object().is_some_and(Map::is_empty) { Ok(()) } else { print(&globals.output()?, &result) }
}

/// The types of webhook events that can be caused.
fn events() -> Vec<&'static str> {
    ACTIONS.iter().chain(&EVENTS).map(|(name, _)| *name).collect()
}

/// The simulated event that causes an event of webhooks.
fn event(matches: &ArgMatches) -> Result<Value> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let name = text("event").unwrap_or_default();
    let find = |table: &[(&str, &'static str)]| table.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
    let mut event = json!({});
    for field in ["user", "conversation", "client"] {
        if let Some(value) = text(field) {
            event[field] = json!(value);
        }
    }
    if let Some(action) = find(&ACTIONS) {
        event["type"] = json!("userAction");
        event["action"] = json!({"type": action});
        let required =
            |option: &str| text(option).ok_or_else(|| Failure::usage(format!("{name}: --{option} is required")));
        match action {
            "message" => {
                let content = text("text").map(|text| json!({"type": "text", "text": text}));
                event["action"]["content"] = content.unwrap_or_else(|| json!({}));
            }
            "postback" => event["action"]["payload"] = json!(required("payload")?),
            "referral" => event["action"]["code"] = json!(required("code")?),
            _ => {}
        }
        required("user")?;
    } else if let Some(kind) = find(&EVENTS) {
        event["type"] = json!(kind);
    } else if name.contains(':') {
        return Err(Failure::usage(format!("can't trigger `{name}`; known: {}", events().join(", "))));
    } else {
        event["type"] = json!(name);
    }
    for assignment in matches.get_many::<String>("set").into_iter().flatten() {
        body::set(&mut event, &body::ANY, assignment)?;
    }
    if event["action"]["type"] == "message" && event["action"]["content"]["type"].is_null() {
        return Err(Failure::usage(format!("{name}: --text, or --set action.content.type=…, is required")));
    }
    Ok(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str]) -> Result<Value> {
        event(&subcommand().try_get_matches_from([&["trigger"], arguments].concat()).unwrap())
    }

    #[test]
    fn events_of_webhooks_become_simulated_events() {
        let message = of(&["conversation:message", "--user", "steve", "--text", "Hi"]).unwrap();
        let content = json!({"type": "text", "text": "Hi"});
        assert_eq!(
            message,
            json!({"type": "userAction", "user": "steve", "action": {"type": "message", "content": content}})
        );
        let client = of(&["client:add", "--user", "steve", "--set", "channel=whatsapp"]).unwrap();
        assert_eq!(client, json!({"type": "addClient", "user": "steve", "channel": "whatsapp"}));
        let device = of(&["addDevice", "--user", "steve", "--set", "platform=ios"]).unwrap();
        assert_eq!(device, json!({"type": "addDevice", "user": "steve", "platform": "ios"}));
    }

    #[test]
    fn missing_parts_are_named() {
        let message = |arguments: &[&str]| of(arguments).unwrap_err().to_string();
        assert_eq!(
            message(&["conversation:postback", "--user", "steve"]),
            "conversation:postback: --payload is required"
        );
        assert_eq!(message(&["conversation:read"]), "conversation:read: --user is required");
        assert!(message(&["conversation:message", "--user", "steve"]).contains("--text"));
        assert!(message(&["conversation:nope"]).contains("known: conversation:message, "));
    }
}
