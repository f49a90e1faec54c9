//! `sunco listen`: receives webhook deliveries, prints the events, and forwards them.

use std::io::Read;
use std::net::TcpListener;
use std::sync::mpsc;
use std::time::Duration;
use std::{env, io, process, thread};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use sunshine_conversations::models::Trigger;
use sunshine_conversations::webhook::{MAX_SIZE, Receiver, SECRET_HEADER};
use sunshine_conversations::{AppClient, Json};
use tiny_http::{Header, Request, Response, Server};

use super::is_sandbox;
use crate::failure::{self, Failure};
use crate::globals::Globals;
use crate::interrupt::Interrupt;
use crate::output::Output;
use crate::shell::Known;

/// The environment variable with the secret of an existing webhook.
const SECRET: &str = "SUNCO_WEBHOOK_SECRET";

/// Returns the command.
pub fn subcommand() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    Command::new("listen")
        .about("Receive webhook deliveries, print the events, and forward them")
        .long_about(
            "Receives webhook deliveries until Ctrl-C, checks their secret, prints each event, and forwards the delivery to \
             your program.\n\nWith a sandbox, the command registers a webhook and removes it at the end. With the real API, the \
             deliveries arrive through your own tunnel: pass its address with --public-url to register a webhook in the same way, \
             or set SUNCO_WEBHOOK_SECRET to receive the deliveries of an existing webhook.",
        )
        .after_help("Example:\n  sunco listen --forward-to http://localhost:3000/hook")
        .arg(option("forward-to", "URL", "Address of your program").value_parser(address))
        .arg(
            option("port", "PORT", "Port to listen on; 0 selects a free port")
                .value_parser(clap::value_parser!(u16))
                .default_value("0"),
        )
        .arg(option("public-url", "URL", "Address of your tunnel to this port"))
        .arg(
            option("triggers", "TRIGGER", "Types of events to receive; defaults to all")
                .value_delimiter(',')
                .value_parser(Known(Trigger::KNOWN.iter().map(Trigger::as_str).collect()))
                .action(ArgAction::Append),
        )
        .arg(
            option("count", "N", "End after this many events")
                .value_parser(clap::value_parser!(u64).range(1..)),
        )
}

fn address(text: &str) -> Result<String, String> {
    let uri = text.parse::<ureq::http::Uri>().ok();
    let is_http = |uri: &ureq::http::Uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some();
    match uri.filter(is_http) {
        Some(_) => Ok(text.to_owned()),
        None => Err("must be a URL such as http://localhost:3000/hook".to_owned()),
    }
}

/// The request body for a custom integration with a webhook.
fn integration(target: &str, triggers: &[String]) -> Value {
    let webhook = json!({"target": target, "triggers": triggers, "includeFullUser": true, "includeFullSource": true});
    json!({"type": "custom", "displayName": "sunco listen", "webhooks": [webhook]})
}

/// A webhook that exists while the command runs.
struct Registered {
    app: AppClient,
    integration: String,
    secret: String,
}

impl Registered {
    fn new(app: AppClient, integration: Value) -> failure::Result<Self> {
        let body = Json::from(integration).parse()?;
        let created: Json = Json::new(&app.create_integration(&body).send()?)?;
        let integration = created.get::<Json>("integration")?.unwrap_or_default();
        let id = integration.get::<String>("id")?.unwrap_or_default();
        let webhooks = integration.get::<Vec<Json>>("webhooks")?.unwrap_or_default();
        let secret = webhooks.first().map(|webhook| webhook.get::<String>("secret")).transpose()?.flatten();
        let registered = Self { app, integration: id, secret: secret.unwrap_or_default() };
        if registered.secret.is_empty() {
            return Err(Failure::Io("the API didn't return the secret of the webhook".to_owned()));
        }
        Ok(registered)
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        if let Err(error) = self.app.delete_integration(&*self.integration).send() {
            note!("warning: delete the integration {} yourself: {error}", self.integration);
        }
    }
}

/// Runs the command.
pub fn run(globals: &Globals, matches: &ArgMatches) -> failure::Result<()> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let port: u16 = matches.get_one("port").copied().unwrap_or_default();
    let listener =
        TcpListener::bind(("127.0.0.1", port)).map_err(|e| Failure::Io(format!("can't listen on port {port}: {e}")))?;
    let address = format!("http://{}/", listener.local_addr()?);
    let server = Server::from_listener(listener, None).map_err(|e| Failure::Io(format!("can't listen: {e}")))?;
    // Before the webhook is registered, so that Ctrl-C removes it at any time.
    let interrupt = Interrupt::new()?;
    let (sender, deliveries) = mpsc::channel();
    let on_interrupt = sender.clone();
    thread::spawn(move || {
        interrupt.wait();
        let _ = on_interrupt.send(None);
        // A second Ctrl-C doesn't wait for the API.
        interrupt.reset();
        interrupt.wait();
        process::exit(130);
    });

    let secret = env::var(SECRET).ok().filter(|secret| !secret.is_empty());
    if globals.dry_run && secret.is_some() {
        note!("Would listen on {address}. {SECRET} is set, so there is no request to the API.");
        return Ok(());
    }
    let registered = match &secret {
        Some(_) => None,
        None => {
            let account = globals.account()?;
            let target = match text("public-url") {
                Some(url) => url,
                None if globals.dry_run || is_sandbox(&account.client()?)? => address.clone(),
                None => {
                    let message = "use --public-url for the address of your tunnel, or set SUNCO_WEBHOOK_SECRET";
                    return Err(Failure::usage(format!("{} can't reach this machine: {message}", account.base_url())));
                }
            };
            let triggers: Vec<_> = matches.get_many::<String>("triggers").into_iter().flatten().cloned().collect();
            let all = || Trigger::KNOWN.iter().map(|trigger| trigger.as_str().to_owned()).collect();
            let triggers: Vec<String> = if triggers.is_empty() { all() } else { triggers };
            let integration = integration(&target, &triggers);
            if globals.dry_run {
                let url = format!("{}/v2/apps/{}/integrations", account.base_url(), account.app()?);
                let body = integration.to_string();
                return globals.show(&crate::request::Preview {
                    method: "POST",
                    url,
                    query: &[],
                    headers: &[],
                    body: Some(&body),
                    files: &[],
                });
            }
            Some(Registered::new(account.app_client()?, integration)?)
        }
    };
    let secret = registered.as_ref().map(|registered| registered.secret.clone()).or(secret).unwrap_or_default();
    let receiver = Receiver::new(secret.clone());
    receiver.check()?;
    let forward_to = text("forward-to");
    // In another thread, so that Ctrl-C doesn't wait for the user's program.
    thread::spawn(move || {
        while let Ok(request) = server.recv() {
            if sender.send(Some(Delivery::of(request, &receiver, &secret, forward_to.as_deref()))).is_err() {
                return;
            }
        }
    });
    note!("Listening on {address}. Ctrl-C ends.");

    let columns = [
        "createdAt",
        "type",
        "payload.message.content.text",
        "payload.message.author.displayName",
        "payload.postback.payload",
    ];
    let mut output = Output::new(&globals.output()?, true, &columns);
    let most = matches.get_one::<u64>("count").copied().unwrap_or(u64::MAX);
    let mut received = 0;
    while received < most {
        let Ok(Some(delivery)) = deliveries.recv() else {
            output.finish()?;
            return Err(Failure::Interrupted(String::new()));
        };
        for event in &delivery.events {
            output.item(event.as_str())?;
        }
        output.flush()?;
        received += delivery.events.len() as u64;
        delivery.notes.iter().for_each(|line| note!("{line}"));
    }
    output.finish()
}

/// A delivery that has its response.
struct Delivery {
    events: Vec<Json>,
    notes: Vec<String>,
}

impl Delivery {
    /// Checks and forwards a delivery, and sends the response.
    fn of(mut request: Request, receiver: &Receiver, secret: &str, forward_to: Option<&str>) -> Self {
        let mut notes = Vec::new();
        let body = read(&mut request);
        let (mut status, events) = match &body {
            Ok(body) => check(receiver, header(&request, SECRET_HEADER).as_deref(), body),
            Err(_) => (400, Vec::new()),
        };
        match (forward_to, &body) {
            (Some(url), Ok(body)) if status == 200 => match forward(url, secret, body) {
                Ok(200) => {}
                Ok(other) => {
                    notes.push(format!("Your program returned {other}."));
                    status = other;
                }
                // The API delivers again after this status code.
                Err(error) => {
                    notes.push(format!("Can't reach {url}: {error}"));
                    status = 502;
                }
            },
            _ if status == 200 => {}
            _ => notes.push(format!("Rejected a delivery with status code {status}: wrong secret or invalid body.")),
        }
        // The API may have closed the connection.
        let _ = request.respond(Response::empty(status));
        Self { events, notes }
    }
}

fn read(request: &mut Request) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    request.as_reader().take(MAX_SIZE as u64 + 1).read_to_end(&mut body)?;
    Ok(body)
}

fn header(request: &Request, name: &str) -> Option<String> {
    let is_named = |header: &&Header| header.field.as_str().as_str().eq_ignore_ascii_case(name);
    request.headers().iter().find(is_named).map(|header| header.value.as_str().to_owned())
}

/// Checks the secret. Returns the status code of the response, and the events as JSON.
fn check(receiver: &Receiver, secret: Option<&str>, body: &[u8]) -> (u16, Vec<Json>) {
    match receiver.receive(secret, body) {
        Ok(_) => {
            let json = Json::from_text(String::from_utf8_lossy(body));
            let events = json.and_then(|json| json.get::<Vec<Json>>("events"));
            (200, events.ok().flatten().unwrap_or_default())
        }
        Err(error) => (error.status(), Vec::new()),
    }
}

/// Sends a delivery to the user's program. Returns the status code.
fn forward(url: &str, secret: &str, body: &[u8]) -> Result<u16, ureq::Error> {
    let agent = ureq::Agent::config_builder()
        .timeout_global(Some(Duration::from_secs(19)))
        .http_status_as_error(false)
        .proxy(None)
        .build()
        .new_agent();
    let request = agent.post(url).header(SECRET_HEADER, secret).header("Content-Type", "application/json");
    Ok(request.send(body)?.status().as_u16())
}
