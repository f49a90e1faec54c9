//! First steps: a user, a conversation, messages, clients, and errors that a program can act on.
//!
//! ```text
//! cargo run --example quickstart
//! ```
//!
//! Without `SUNCO_*` variables it talks to the sandbox, the API in memory on this machine. With them it talks to a real
//! host, and needs
//!
//! - `SUNCO_SUBDOMAIN` (or `SUNCO_BASE_URL`), `SUNCO_KEY_ID` and `SUNCO_KEY_SECRET` (or `SUNCO_TOKEN`),
//! - `SUNCO_APP_ID`: the app to work in,
//! - `SUNCO_INTEGRATION_ID`: a Mailgun integration of that app, for the clients,
//! - and `SUNCO_CLIENTS`, how many clients to create, if one is not enough: each is a link to a real channel.

use std::env;
use std::error::Error;

use sunshine_conversations::{ApiClient, Credentials, models::*};
use sunshine_conversations_sandbox::Sandbox;

fn main() -> Result<(), Box<dyn Error>> {
    let place = Place::find()?;
    say(place.kind, place.api.base_url());

    // What is required is an argument of `new`; all else has a setter.
    let external_id = format!("quickstart-{}", std::process::id());
    let ada = UserCreateBody::new()
        .with_external_id(&external_id)
        .with_profile(Profile::new().with_given_name("Ada").with_surname("Lovelace"))
        .with_metadata([("tier", "gold")]);
    let user = place.api.create_user(&place.app, &ada).send()?.user;
    say("user", format!("{} has the external id {external_id}", user.id));

    let toured = tour(&place, &user, &ada);
    // The user's clients and conversations go with the user, also when something failed on the way.
    let cleaned = place.api.delete_user(&place.app, &user.id).send();
    toured?;
    cleaned?;
    say("cleaned up", "the user is deleted, clients and conversation included");
    Ok(())
}

fn tour(place: &Place, user: &User, ada: &UserCreateBody) -> Result<(), Box<dyn Error>> {
    let Place { api, app, .. } = place;

    let personal = ConversationCreateBody::new(ConversationType::Personal)
        .with_participants([ParticipantCreate::new().with_user_id(&user.id)]);
    let conversation = api.create_conversation(app, &personal).send()?.conversation;
    say("conversation", &conversation.id);

    // A union takes its variants as they are: text and a location are both `Content`.
    let business = Author::new(AuthorType::Business).with_display_name("Acme");
    let question = TextMessage::new()
        .with_text("Shall we meet at our shop?")
        .with_actions([Reply::new("Yes", "MEET_YES"), Reply::new("No", "MEET_NO")]);
    api.post_message(app, &conversation.id, &MessagePost::new(business.clone(), question)).send()?;

    let shop = LocationMessage::new(Coordinates::new(51.5237, -0.1585))
        .with_location(Location::new().with_name("Acme").with_address("221B Baker Street"));
    api.post_message(app, &conversation.id, &MessagePost::new(business, shop)).send()?;

    for message in api.list_messages(app, &conversation.id).send()?.messages {
        match message.content {
            Some(Content::Text(text)) => {
                let replies = count(text.actions.unwrap_or_default().len(), "reply button");
                say("message", format!("{} [{replies}]", text.text.unwrap_or_default()));
            }
            Some(Content::Location(place)) => {
                say("message", format!("the place at {}, {}", place.coordinates.lat, place.coordinates.long));
            }
            // A kind that is newer than this crate arrives too, with all its JSON.
            Some(other) => say("message", format!("of the kind {}", other.type_())),
            None => say("message", "without content"),
        }
    }

    for number in 1..=place.clients {
        // Nothing is sent: a client stays pending until its user writes, and example.com has no mail.
        let channel = MatchCriteriaMailgun::new(&place.integration, format!("ada+{number}@example.com"));
        let pending = ClientConfirmation::new(ClientConfirmationType::UserActivity);
        let client = ClientCreate::new(channel, pending, ClientTarget::new(&conversation.id));
        api.create_client(app, &user.id, &client).send()?;
    }
    say("clients", format!("{} created", place.clients));

    // One page is in memory at a time. Where pages do not matter, `.iter()` gives one client after the other.
    let mut seen = Vec::new();
    let mut pages = 0;
    for page in api.list_clients(app, &user.id).page_size(100).pages() {
        let clients = page?.clients;
        pages += 1;
        say("", format!("page {pages} has {}", count(clients.len(), "client")));
        seen.extend(clients.into_iter().map(|client| client.id));
    }
    say("", format!("{} in {}", count(seen.len(), "client"), count(pages, "page")));

    if let Some(first) = seen.first() {
        api.remove_client(app, &user.id, first).send()?;
        let left = api.list_clients(app, &user.id).page_size(100).iter().collect::<Result<Vec<_>, _>>()?;
        say("", format!("{first} removed, {} left", left.len()));
    }

    // The status is what programs act on; the text of an error is for people.
    match api.get_user(app, "nobody-of-that-name").send() {
        Err(error) if error.status() == Some(404) => say("not found", error),
        other => drop(other?),
    }
    match api.create_user(app, ada).send() {
        Err(error) if error.status() == Some(409) => say("conflict", error),
        other => drop(other?),
    }
    Ok(())
}

/// Where to work: the sandbox, or what the environment names.
struct Place {
    kind: &'static str,
    api: ApiClient,
    app: AppId,
    integration: IntegrationId,
    clients: usize,
    /// It stops when it is dropped.
    _sandbox: Option<Sandbox>,
}

impl Place {
    fn find() -> Result<Self, Box<dyn Error>> {
        if env::vars_os().any(|(name, _)| name.to_string_lossy().starts_with("SUNCO_")) {
            let needed = |name: &str, what: &str| {
                env::var(name).map_err(|_| format!("{name} is not set: {what} (unset all SUNCO_* to use the sandbox)"))
            };
            return Ok(Self {
                kind: "real host",
                api: ApiClient::from_env()?,
                app: needed("SUNCO_APP_ID", "the id of the app to work in")?.into(),
                integration: needed("SUNCO_INTEGRATION_ID", "the id of a Mailgun integration, to create clients with")?
                    .into(),
                clients: match env::var("SUNCO_CLIENTS") {
                    Ok(number) => number.parse().map_err(|_| format!("SUNCO_CLIENTS is no number: {number}"))?,
                    Err(_) => 1,
                },
                _sandbox: None,
            });
        }
        let sandbox = Sandbox::start()?;
        let api = ApiClient::builder()
            .base_url(sandbox.base_url())
            .credentials(Credentials::basic(sandbox.key_id(), sandbox.key_secret()))
            .build()?;
        let mailgun = MailgunIntegration::new("key", "example.com", "desk@example.com");
        let integration = api.create_integration(sandbox.app_id(), &mailgun.into()).send()?.integration;
        Ok(Self {
            kind: "sandbox",
            api,
            app: sandbox.app_id().into(),
            integration: integration.id().into_owned(),
            clients: 250,
            _sandbox: Some(sandbox),
        })
    }
}

fn say(what: &str, how: impl std::fmt::Display) {
    println!("{what:>12}  {how}");
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
