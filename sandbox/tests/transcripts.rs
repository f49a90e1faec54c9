//! Dialogues are recorded and replayed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::common::{Api, id};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::{ReplayOptions, Sandbox, Transcript, junit};
use ureq::http::Request;

/// A bot that responds before it responds to the webhook, or afterwards.
struct Bot {
    api: Api,
    /// Whether it sends other messages than before.
    is_changed: Arc<AtomicBool>,
}

/// Returns the bot's messages for an event.
fn messages(event: &Value, is_changed: bool) -> Vec<Value> {
    let text = |text: &str| json!({"type": "text", "text": text});
    let payload = &event["payload"];
    let content = &payload["message"]["content"];
    match (event["type"].as_str(), content["text"].as_str(), payload["postback"]["payload"].as_str()) {
        (Some("conversation:message"), Some("hello"), _) => {
            let reply = json!({"type": "reply", "text": "Bread", "payload": "BREAD"});
            vec![json!({"type": "text", "text": "What would you like?", "actions": [reply]})]
        }
        (Some("conversation:message"), Some("Bread"), _) => {
            let order = json!({"type": "postback", "text": "Order", "payload": "ORDER"});
            vec![
                text(if is_changed { "We have bread." } else { "We have 3 kinds." }),
                json!({"type": "carousel", "items": [{"title": "Rye", "actions": [order]}]}),
            ]
        }
        (Some("conversation:message"), Some("twice"), _) => vec![text("once"), text("again")],
        (Some("conversation:message"), Some("name"), _) => {
            vec![text(payload["message"]["author"]["displayName"].as_str().unwrap_or("unknown"))]
        }
        (Some("conversation:message"), Some("silence" | "later"), _) => vec![],
        (Some("conversation:message"), Some("form"), _) => {
            vec![json!({"type": "form", "fields": [{"type": "text", "name": "size", "label": "Size"}]})]
        }
        (_, _, Some("ORDER")) => vec![text("Ordered.")],
        _ => vec![text("I don't understand.")],
    }
}

fn start() -> Bot {
    let server = tiny_http::Server::http("127.0.0.1:0").expect("a port");
    let hook = json!({"target": format!("http://{}/", server.server_addr()), "includeFullUser": true,
        "triggers": ["conversation:message", "conversation:postback"]});
    let seed = json!({"apps": [{"integrations": [{"type": "custom", "displayName": "Bot", "webhooks": [hook]}]}]});
    let api = Api::of(Sandbox::builder().seed(seed).start().expect("a sandbox"));
    let (app, token) = (api.url(""), api.bearer());
    let is_changed = Arc::new(AtomicBool::new(false));
    let changed = Arc::clone(&is_changed);
    std::thread::spawn(move || {
        for mut request in server.incoming_requests() {
            let call: Value = serde_json::from_reader(request.as_reader()).expect("JSON");
            let event = &call["events"][0];
            if event["payload"]["message"]["author"]["type"] != "business" {
                let conversation = event["payload"]["conversation"]["id"].as_str().expect("an ID");
                for content in messages(event, changed.load(Ordering::SeqCst)) {
                    let message = json!({"author": {"type": "business"}, "content": content});
                    let post = ureq::post(format!("{app}/conversations/{conversation}/messages"));
                    // The sandbox may have ended.
                    let _ = post.header("authorization", &token).send_json(message);
                }
            }
            let says_later = event["payload"]["message"]["content"]["text"] == "later";
            let _ = request.respond(tiny_http::Response::empty(200));
            if says_later {
                std::thread::sleep(Duration::from_millis(50));
                let conversation = event["payload"]["conversation"]["id"].as_str().expect("an ID");
                let message = json!({"author": {"type": "business"}, "content": {"type": "text", "text": "stray"}});
                let post = ureq::post(format!("{app}/conversations/{conversation}/messages"));
                let _ = post.header("authorization", &token).send_json(message);
            }
        }
    });
    Bot { api, is_changed }
}

impl Bot {
    /// Has a dialogue and returns the conversation.
    fn talk(&self) -> String {
        self.api.user("steve");
        let steve = self.api.sandbox.end_user("steve");
        let settle = || assert!(self.api.sandbox.wait_for_deliveries(Duration::from_secs(60)));
        steve.send_text("hello").expect("sent");
        settle();
        steve.tap_reply("Bread").expect("a reply");
        settle();
        steve.tap_postback("ORDER").expect("a button");
        settle();
        let path = format!("apps/{}/conversations?user=steve", self.api.sandbox.app_id());
        id(&self.api.control("GET", &path, Value::Null).ok(200)["records"][0])
    }

    fn replay(&self, steps: &str) -> sunshine_conversations_sandbox::Replay {
        self.replay_with(steps, &options())
    }

    fn replay_with(&self, steps: &str, options: &ReplayOptions) -> sunshine_conversations_sandbox::Replay {
        self.api.sandbox.replay_with(&transcript(steps), options).expect("a replay")
    }
}

/// Long enough for slow machines; only the tests of silent bots wait for it.
fn options() -> ReplayOptions {
    ReplayOptions::default().timeout(Duration::from_secs(60))
}

fn transcript(steps: &str) -> Transcript {
    format!("transcript: 1\nsteps:\n{steps}").parse().expect("a transcript")
}

#[test]
fn a_recorded_dialogue_is_replayed() {
    let bot = start();
    let conversation = bot.talk();
    let recorded = bot.api.sandbox.transcript(&conversation).expect("a transcript");
    let text = recorded.to_string();
    for line in ["- user: hello", "reply: Bread", "- bot: We have 3 kinds.", "postback: ORDER", "- bot: Ordered."] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let again: Transcript = text.parse().expect("a transcript");
    assert_eq!(again, recorded);
    let replay = bot.api.sandbox.replay_with(&again, &options()).expect("a replay");
    assert!(replay.is_success(), "{replay}");
    assert_eq!(replay.steps.len(), 7);
    assert_ne!(replay.conversation_id, conversation);

    bot.is_changed.store(true, Ordering::SeqCst);
    let replay = bot.api.sandbox.replay_with(&again, &options()).expect("a replay");
    assert!(!replay.is_success());
    let diff = replay.to_string();
    assert!(
        diff.contains("-   4 bot: We have 3 kinds.\n+     bot: We have bread.\n      the texts differ\n"),
        "{diff}"
    );
    // It stops at the first difference.
    assert_eq!(replay.steps.len(), 4);
}

#[test]
fn a_form_is_filled_in_again() {
    let bot = start();
    bot.api.user("steve");
    let steve = bot.api.sandbox.end_user("steve");
    steve.send_text("form").expect("sent");
    assert!(bot.api.sandbox.wait_for_deliveries(Duration::from_secs(60)));
    let path = format!("apps/{}/conversations?user=steve", bot.api.sandbox.app_id());
    let conversation = id(&bot.api.control("GET", &path, Value::Null).ok(200)["records"][0]);
    let form = bot.api.get(&format!("/conversations/{conversation}/messages")).ok(200)["messages"][1]["id"].clone();
    let field = json!({"type": "text", "name": "size", "label": "Size", "text": "XL", "quotedMessageId": form});
    steve.send(json!({"type": "formResponse", "fields": [field]})).expect("sent");
    assert!(bot.api.sandbox.wait_for_deliveries(Duration::from_secs(60)));
    let recorded = bot.api.sandbox.transcript(&conversation).expect("a transcript");
    assert_eq!(recorded.to_string().matches("- user:").count(), 2, "{recorded}");
    for from_step in [1, 3] {
        let replay = bot.api.sandbox.replay_with(&recorded, &options().from_step(from_step)).expect("a replay");
        assert!(replay.is_success(), "{replay}");
    }
    // The form and the response to it are placed; the bot isn't informed about them, and doesn't send a message.
    let options = options().from_step(4).timeout(Duration::ZERO);
    let replay = bot.api.sandbox.replay_with(&recorded, &options).expect("a replay");
    assert_eq!(replay.steps[0].problem.as_deref(), Some("the bot didn't send a message within 0ns"));
}

#[test]
fn the_echo_of_a_postback_is_not_recorded() {
    let bot = start();
    bot.api.call("PATCH", &bot.api.url(""), Some(&json!({"settings": {"echoPostback": true}}))).ok(200);
    let conversation = bot.talk();
    let messages = bot.api.get(&format!("/conversations/{conversation}/messages")).ok(200)["messages"].to_string();
    assert!(messages.contains(r#""payload":"ORDER","text":"Order","type":"text""#), "{messages}");
    let recorded = bot.api.sandbox.transcript(&conversation).expect("a transcript").to_string();
    assert_eq!(recorded.matches("- user:").count(), 3, "{recorded}");
}

#[test]
fn each_kind_of_comparison() {
    let bot = start();
    let passes = |expected: &str| bot.replay(&format!("- user: Bread\n- bot: {expected}\n- bot: {{any: message}}"));
    for expected in
        ["We have 3 kinds.", r#"{pattern: "^We have \\d+ kinds"}"#, "{any: text}", "{content: {type: text}}"]
    {
        let replay = passes(expected);
        assert!(replay.is_success(), "{expected}\n{replay}");
    }
    for (expected, problem) in [
        ("We have 4 kinds.", "the texts differ"),
        (r#"{pattern: "^\\d"}"#, "doesn't match the pattern"),
        ("{content: {type: image}}", r#"content.type: expected "image", was "text""#),
    ] {
        let replay = passes(expected);
        assert!(!replay.is_success() && replay.to_string().contains(problem), "{expected}\n{replay}");
    }
    let replay = bot.replay("- user: Bread\n- bot: {any: text}\n- bot: {any: text}");
    assert!(replay.to_string().contains(r#"the content has the type "carousel" instead of text"#), "{replay}");
    let content = "{content: {items: [{title: Rye, actions: [{payload: ORDER}]}]}}";
    let replay = bot.replay(&format!("- user: Bread\n- bot: {{any: text}}\n- bot: {content}"));
    assert!(replay.is_success(), "{replay}");
}

#[test]
fn missing_and_further_messages_are_found() {
    let bot = start();
    let short = ReplayOptions::default().timeout(Duration::from_millis(200));
    let replay = bot.replay_with("- user: silence\n- bot: {any: text}", &short);
    assert!(replay.to_string().contains("didn't send a message within 200ms"), "{replay}");
    for steps in ["- user: twice\n- bot: once", "- user: twice\n- bot: once\n- user: hello\n- bot: {any: text}"] {
        let replay = bot.replay(steps);
        assert!(!replay.is_success(), "{replay}");
        let last = replay.steps.last().expect("a step");
        assert_eq!((last.received.as_deref(), replay.steps.len()), (Some("bot: again"), 3));
    }
    assert!(bot.replay("- user: twice\n- bot: once\n- bot: again").is_success());
    // An action that isn't possible.
    let replay = bot.replay("- user: {postback: UNKNOWN}");
    assert!(replay.to_string().contains("doesn't have a button"), "{replay}");
}

#[test]
fn a_replay_starts_in_the_middle() {
    let bot = start();
    let steps =
        "- user: hello\n- bot: Something else\n- user: Bread\n- bot: {any: text}\n- bot: {content: {type: carousel}}";
    let replay = bot.replay_with(steps, &options().from_step(3));
    assert!(replay.is_success(), "{replay}");
    assert_eq!(replay.steps.iter().map(|step| step.number).collect::<Vec<_>>(), [3, 4, 5]);
    let path = format!("/conversations/{}/messages", replay.conversation_id);
    let messages = bot.api.get(&path).ok(200)["messages"].clone();
    let texts: Vec<&str> =
        messages.as_array().expect("messages").iter().filter_map(|m| m["content"]["text"].as_str()).collect();
    assert_eq!(texts[..4], ["hello", "Something else", "Bread", "We have 3 kinds."]);
    let error = bot.api.sandbox.replay_with(&transcript(steps), &options().from_step(6)).expect_err("an error");
    assert!(error.to_string().contains("doesn't have a step 6"), "{error}");
}

#[test]
fn the_end_user_can_be_chosen() {
    let bot = start();
    let steps = "- user: name\n- bot: Ada Lovelace";
    let replay = bot.replay_with(steps, &options().user("ada").name("Ada", "Lovelace"));
    assert!(replay.is_success(), "{replay}");
    assert_eq!(bot.api.get("/users/ada").ok(200)["user"]["id"], json!(replay.user_id));
    // The user exists: another conversation.
    let second = bot.replay_with(steps, &options().user("ada"));
    assert!(second.is_success(), "{second}");
    assert_eq!(second.user_id, replay.user_id);
    assert_ne!(second.conversation_id, replay.conversation_id);
    let text = format!(
        "transcript: 1\nuser: {{externalId: grace, givenName: Grace}}\nsteps:\n{}",
        "- user: name\n- bot: Grace"
    );
    let replay = bot.api.sandbox.replay_with(&text.parse().expect("a transcript"), &options()).expect("a replay");
    assert!(replay.is_success(), "{replay}");
    bot.api.get("/users/grace").ok(200);
}

#[test]
fn transcripts_that_are_not_valid() {
    for (text, problem) in [
        ("steps: []", "transcript: must be the version"),
        ("transcript: 2\nsteps: []", "transcript: must be the version"),
        ("transcript: 1", "steps: must be a list"),
        ("transcript: 1\nstep: []\nsteps: []", "step: unknown key"),
        ("transcript: 1\nuser: {name: x}\nsteps: []", "user: unknown field `name`"),
        ("transcript: 1\nsteps: [{user: a}, {bott: b}]", "steps[1]: unknown variant `bott`"),
        ("transcript: 1\nsteps: [{user: {tap: b}}]", "steps[0]: unknown variant `tap`"),
        ("transcript: 1\nsteps: [{bot: {pattern: '('}}]", "steps[0]: pattern:"),
        ("transcript: 1\nsteps: [{bot: {any: thing}}]", "steps[0]: unknown variant `thing`"),
        ("transcript: [", "not a transcript"),
    ] {
        let error = text.parse::<Transcript>().expect_err("an error").to_string();
        assert!(error.contains(problem), "{text}: {error}");
    }
}

#[test]
fn a_report_for_ci() {
    let bot = start();
    let good = bot.replay("- user: silence");
    let bad = bot.replay("- user: Bread\n- bot: \"<We> & \\\"they\\\"\"");
    let xml = junit([("good.yaml", &good), ("bad.yaml", &bad)]);
    for part in [
        r#"<testsuite name="good.yaml" tests="1" failures="0">"#,
        r#"<testsuite name="bad.yaml" tests="2" failures="1">"#,
        r#"<testcase classname="bad.yaml" name="step 2: bot: &lt;We&gt; &amp; &quot;they&quot;"><failure message="the texts differ">"#,
    ] {
        assert!(xml.contains(part), "{part}\n{xml}");
    }
    assert!(xml.contains("&#10;received: bot: "), "{xml}");
    assert_eq!(xml.matches('<').count(), xml.matches('>').count());
}

#[test]
fn over_http() {
    let bot = start();
    let conversation = bot.talk();
    let app = bot.api.sandbox.app_id();
    let request = Request::get(bot.api.at(&format!("/sandbox/apps/{app}/conversations/{conversation}/transcript")));
    let response = bot.api.raw(request, Vec::new());
    assert_eq!(response.headers()["content-type"], "application/yaml");
    let replay = |query: &str, body: &[u8]| {
        let url = bot.api.at(&format!("/sandbox/apps/{app}/replay{query}"));
        bot.api.send(Request::post(url), body.to_vec())
    };
    let result = replay("?timeout=60&user=ada&givenName=Ada", response.body()).ok(200);
    assert_eq!((&result["success"], result["steps"].as_array().map(Vec::len)), (&json!(true), Some(7)));
    bot.api.get("/users/ada").ok(200);
    let result =
        replay("?timeout=60", b"{\"transcript\": 1, \"steps\": [{\"user\": \"hello\"}, {\"bot\": \"x\"}]}").ok(200);
    assert_eq!(result["success"], false);
    assert!(result["diff"].as_str().is_some_and(|diff| diff.contains("-   2 bot: x")), "{result}");
    replay("?timeout=x", response.body()).fails(400, "bad_request", "timeout: must be");
    replay("?fromStep=0", response.body()).fails(400, "bad_request", "fromStep");
    replay("", b"x").fails(400, "bad_request", "not a transcript");
}

#[cfg(feature = "cli")]
#[test]
fn on_the_command_line() {
    let bot = start();
    let conversation = bot.talk();
    let folder = std::env::temp_dir().join(format!("sandbox-transcripts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = |name: &str| folder.join(name).to_str().expect("text").to_owned();
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sunshine-conversations-sandbox"));
        let output = command.arg("transcript").args(arguments).output().expect("the program");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let url = bot.api.sandbox.base_url();
    let (code, _, errors) = run(&["record", "--url", url, "--conversation", &conversation, "-o", &file("a.yaml")]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let (code, output, _) =
        run(&["replay", "--url", url, "--timeout", "60", "--name", "Ada Lovelace", &file("a.yaml")]);
    assert_eq!((code, output.starts_with("passed ")), (Some(0), true), "{output}");
    bot.is_changed.store(true, Ordering::SeqCst);
    let report = file("report.xml");
    let (code, output, _) = run(&["replay", "--url", url, "--timeout", "60", "--junit", &report, &file("a.yaml")]);
    assert_eq!((code, output.contains("+     bot: We have bread.")), (Some(1), true), "{output}");
    assert!(std::fs::read_to_string(report).expect("a report").contains("failures=\"1\""));
    let (code, _, errors) = run(&["replay", "--url", url, &file("none.yaml")]);
    assert_eq!((code, errors.contains("none.yaml")), (Some(1), true), "{errors}");
    let (code, _, errors) = run(&["record", "--url", url, "--conversation", "unknown"]);
    assert_eq!((code, errors.contains("conversation not found")), (Some(1), true), "{errors}");
    assert_eq!(run(&["replay"]).0, Some(2));
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn the_bot_may_begin_and_the_user_may_send_several_messages() {
    let bot = start();
    let replay = bot.replay("- user: name\n- user: twice\n- bot: {any: text}\n- bot: once\n- bot: again");
    assert!(replay.is_success(), "{replay}");
    // This bot doesn't greet, but the conversation exists.
    let short = ReplayOptions::default().timeout(Duration::from_millis(100));
    let replay = bot.replay_with("- bot: Welcome", &short);
    assert!(!replay.is_success() && !replay.conversation_id.is_empty(), "{replay}");
    // Another webhook that is down doesn't delay a replay until its retries end.
    let hook = json!({"target": "http://127.0.0.1:1/", "triggers": ["conversation:message"]});
    bot.api.integration(json!({"type": "custom", "displayName": "Down", "webhooks": [hook]}));
    let begin = std::time::Instant::now();
    assert!(bot.replay("- user: twice\n- bot: once\n- bot: again").is_success());
    assert!(begin.elapsed() < Duration::from_secs(30), "{:?}", begin.elapsed());
}

#[test]
fn only_valid_messages_are_placed_in_a_conversation() {
    let bot = start();
    let steps =
        transcript("- user: hello\n- bot: {content: {type: carousel}}\n- user: twice\n- bot: once\n- bot: again");
    let options = options().from_step(3).user("ghost");
    let error = bot.api.sandbox.replay_with(&steps, &options).expect_err("an error");
    assert!(error.to_string().contains("steps[1]: /content/items: "), "{error}");
    // Nothing is left of it.
    bot.api.get("/users/ghost").fails(404, "not_found", "user not found");
}

#[test]
fn json_escapes_and_duplicate_keys() {
    let smile: Transcript = r#"{"transcript": 1, "steps": [{"user": "\ud83d\ude00"}]}"#.parse().expect("a transcript");
    assert!(smile.to_string().contains("😀"));
    for text in ["transcript: 1\nsteps: []\nsteps: []", "transcript: 1\nsteps: [{bot: a, bot: b}]"] {
        let error = text.parse::<Transcript>().expect_err("an error").to_string();
        assert!(error.contains("duplicate"), "{error}");
    }
    let error = "transcript: 1\nsteps: [{user: {read: false}}]".parse::<Transcript>().expect_err("an error");
    assert!(error.to_string().contains("steps[0]: read: must be true"), "{error}");
}

#[test]
fn recordings_leave_out_agents_and_addresses_of_the_sandbox() {
    let bot = start();
    bot.api.user("steve");
    let steve = bot.api.sandbox.end_user("steve");
    // A payload without a quick reply is content.
    steve.send(json!({"type": "text", "text": "silence", "payload": "P"})).expect("sent");
    let path = format!("apps/{}/conversations?user=steve", bot.api.sandbox.app_id());
    let conversation = id(&bot.api.control("GET", &path, Value::Null).ok(200)["records"][0]);
    let simulate = format!("apps/{}/simulate", bot.api.sandbox.app_id());
    bot.api
        .control(
            "POST",
            &simulate,
            json!({"type": "agentAction", "conversation": conversation, "action": {"type": "close"}}),
        )
        .ok(200);
    let image = json!({"type": "image", "mediaUrl": bot.api.at("/attachments/a/b/c.png"), "altText": "A loaf"});
    let body = json!({"author": {"type": "business"}, "content": image});
    bot.api.post(&format!("/conversations/{conversation}/messages"), body).ok(201);
    let text = bot.api.sandbox.transcript(&conversation).expect("a transcript").to_string();
    assert!(text.contains("payload: P") && text.contains("altText: A loaf"), "{text}");
    assert!(!text.contains("mediaUrl") && !text.contains("ticket") && !text.contains("reply"), "{text}");
}

#[test]
fn a_message_after_the_response_to_the_webhook_is_found() {
    let bot = start();
    let replay = bot.replay_with("- user: later", &options().quiet(Duration::from_secs(60)));
    let last = replay.steps.last().expect("a step");
    assert_eq!((replay.is_success(), last.received.as_deref(), last.number), (false, Some("bot: stray"), 2));
    assert!(bot.replay_with("- user: later\n- bot: stray", &options().quiet(Duration::ZERO)).is_success());
}

#[test]
fn conversations_of_several_users_are_not_recorded() {
    let bot = start();
    let (steve, sue) = (bot.api.user("steve"), bot.api.user("sue"));
    let group = bot.api.group();
    bot.api.join(&group, &steve);
    assert!(bot.api.sandbox.transcript(&group).is_ok());
    bot.api.join(&group, &sue);
    let error = bot.api.sandbox.transcript(&group).expect_err("an error").to_string();
    assert!(error.contains("the conversation has 2 users"), "{error}");
}
