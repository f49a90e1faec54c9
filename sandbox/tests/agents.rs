//! A simulated human agent.

use std::time::Duration;

use crate::common::{Api, id};
use serde_json::{Value, json};
use sunshine_conversations_sandbox::Sandbox;

/// An app with a bot that has control first, and a human agent after it. Returns the user's conversation.
fn start() -> (Api, String) {
    let seed = json!({"apps": [{
        "integrations": [{"$id": "bot", "type": "custom", "displayName": "Bot", "webhooks": [
            {"target": "http://127.0.0.1:1/", "triggers":
                ["switchboard:passControl", "switchboard:releaseControl", "conversation:message"]}]}],
        "switchboards": [{"switchboardIntegrations": [
            {"$id": "controller", "name": "bot", "integrationId": "${bot}"},
            {"name": "agent", "integrationType": "zd:agentWorkspace"}],
            "enabled": true, "defaultSwitchboardIntegrationId": "${controller}"}],
        "users": [{"externalId": "steve"}],
    }]});
    let api = Api::of(Sandbox::builder().seed(seed).webhook_retry_scale(0.0).start().expect("a sandbox"));
    api.sandbox.send_text_as("steve", "Hello").expect("sent");
    let path = format!("apps/{}/conversations", api.sandbox.app_id());
    let conversation = id(&api.control("GET", &path, Value::Null).ok(200)["records"][0]);
    (api, conversation)
}

fn act(api: &Api, conversation: &str, action: Value) -> Value {
    let path = format!("apps/{}/simulate", api.sandbox.app_id());
    let event = json!({"type": "agentAction", "conversation": conversation, "action": action});
    api.control("POST", &path, event).ok(200)
}

fn controller(api: &Api, conversation: &str) -> Value {
    let conversation = api.get(&format!("/conversations/{conversation}")).ok(200)["conversation"].clone();
    conversation["activeSwitchboardIntegration"]["name"].clone()
}

/// The reasons of the events with this trigger.
fn reasons(api: &Api, trigger: &str) -> Vec<Value> {
    assert!(api.sandbox.wait_for_deliveries(Duration::from_secs(60)));
    let deliveries = api.sandbox.deliveries();
    let first = deliveries.iter().filter(|delivery| delivery.trigger == trigger && delivery.attempt == 1);
    first.map(|delivery| delivery.body["events"][0]["payload"]["reason"].clone()).collect()
}

#[test]
fn an_agent_takes_a_conversation_and_closes_the_ticket() {
    let (api, conversation) = start();
    assert_eq!(controller(&api, &conversation), "bot");
    act(&api, &conversation, json!({"type": "takeConversation"}));
    assert_eq!(controller(&api, &conversation), "agent");
    let content = json!({"type": "text", "text": "I'm a human."});
    let sent = act(&api, &conversation, json!({"type": "message", "name": "Ada", "content": content}));
    act(&api, &conversation, json!({"type": "close"}));
    assert_eq!(controller(&api, &conversation), "bot");

    let messages = api.get(&format!("/conversations/{conversation}/messages")).ok(200)["messages"].clone();
    let agent = &messages[1];
    assert_eq!(
        (&agent["id"], &agent["author"], &agent["source"]["type"]),
        (
            &sent["messageId"],
            &json!({"type": "business", "subtypes": ["agent"], "displayName": "Ada"}),
            &json!("zd:agentWorkspace")
        )
    );
    assert_eq!(
        (&messages[2]["activity"]["type"], &messages[2]["author"]["subtypes"]),
        (&json!("ticket:closed"), &json!(["activity"]))
    );
    assert_eq!(reasons(&api, "switchboard:passControl"), [Value::Null, json!("ticketClosed")]);
}

#[test]
fn an_agent_transfers() {
    let (api, conversation) = start();
    act(&api, &conversation, json!({"type": "takeConversation"}));
    act(&api, &conversation, json!({"type": "transfer", "switchboardIntegration": "bot"}));
    assert_eq!(controller(&api, &conversation), "bot");
    act(&api, &conversation, json!({"type": "takeConversation"}));
    act(&api, &conversation, json!({"type": "transfer", "switchboardIntegration": "bot", "toEmail": true}));
    assert_eq!(
        reasons(&api, "switchboard:passControl"),
        [Value::Null, Value::Null, Value::Null, json!("transferToEmail")]
    );
    let messages = api.get(&format!("/conversations/{conversation}/messages")).ok(200)["messages"].clone();
    assert_eq!(messages[1]["activity"]["type"], "ticket:transfer:email");
}

#[test]
fn actions_that_are_not_possible() {
    let (api, conversation) = start();
    let path = format!("apps/{}/simulate", api.sandbox.app_id());
    let fails = |conversation: &str, action: Value, status: u16, code: &str, title: &str| {
        let event = json!({"type": "agentAction", "conversation": conversation, "action": action});
        api.control("POST", &path, event).fails(status, code, title);
    };
    fails("unknown", json!({"type": "close"}), 404, "not_found", "conversation");
    fails(&conversation, json!({"type": "transfer"}), 400, "bad_request", "nothing after the agent");
    fails(&conversation, json!({"type": "transfer", "switchboardIntegration": "x"}), 404, "not_found", "x not found");
    fails(&conversation, json!({"type": "message", "content": {"type": "text"}}), 400, "bad_request", "/content/text");
    fails(&conversation, json!({"type": "explode"}), 400, "bad_request", "explode");
    let plain = Api::start();
    let conversation = plain.conversation(&plain.user("steve"));
    let path = format!("apps/{}/simulate", plain.sandbox.app_id());
    let take = json!({"type": "agentAction", "conversation": conversation, "action": {"type": "takeConversation"}});
    plain.control("POST", &path, take).fails(404, "not_found", "switchboard");
    // Without a switchboard, a ticket can be closed.
    act(&plain, &conversation, json!({"type": "close"}));
}

#[test]
fn users_and_clients_are_added() {
    let api = Api::start();
    let path = format!("apps/{}/simulate", api.sandbox.app_id());
    let simulate = |event: Value| api.control("POST", &path, event);
    let ada = simulate(json!({"type": "addUser", "externalId": "ada", "givenName": "Ada"})).ok(200)["userId"].clone();
    let user = api.get("/users/ada").ok(200)["user"].clone();
    assert_eq!((&user["id"], &user["profile"]["givenName"]), (&ada, &json!("Ada")));
    simulate(json!({"type": "addUser", "externalId": "ada"})).fails(409, "conflict", "externalId");
    let integration = api.channel("whatsapp");
    let client =
        simulate(json!({"type": "addClient", "user": "ada", "channel": "whatsapp"})).ok(200)["clientId"].clone();
    let clients = api.get("/users/ada/clients").ok(200)["clients"].clone();
    assert_eq!(
        (&clients[0]["id"], &clients[0]["status"], &clients[0]["integrationId"]),
        (&client, &json!("active"), &json!(integration))
    );
    api.sandbox.end_user("ada").on_client(client.as_str().expect("an ID")).send_text("Hi").expect("sent");
    simulate(json!({"type": "addClient", "user": "ada", "channel": "custom"})).fails(400, "bad_request", "channel");
}
