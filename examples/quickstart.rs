//! First steps: a user, a conversation, messages, clients, and error handling.
//!
//! ```text
//! cargo run --example quickstart
//! ```
//!
//! Without `SUNCO_*` variables, it uses the in-memory sandbox. With them, it uses a real host and needs
//!
//! - `SUNCO_SUBDOMAIN` (or `SUNCO_BASE_URL`), `SUNCO_KEY_ID` and `SUNCO_KEY_SECRET` (or `SUNCO_TOKEN`),
//! - `SUNCO_APP_ID`: the app to use,
//! - `SUNCO_INTEGRATION_ID`: a Mailgun integration of that app, for the clients,
//! - `SUNCO_CLIENTS` (optional): how many clients to create. Defaults to 1, because each is a link to a real channel.

use std::env;
use std::error::Error;

use sunshine_conversations::{ApiClient, AppClient, Credentials, models::*};
use sunshine_conversations_sandbox::Sandbox;

fn main() -> Result<(), Box<dyn Error>> {
    let place = Place::find()?;
    print_step(place.kind, place.app.client().base_url());

    // Required fields are arguments of `new`; everything else has a setter.
    let external_id = format!("quickstart-{}", std::process::id());
    let ada = UserCreateBody::new()
        .with_external_id(&external_id)
        .with_profile(Profile::new().with_given_name("Ada").with_surname("Lovelace"))
        .with_metadata([("tier", "gold")]);
    let user = place.app.create_user(&ada).send()?.user;
    print_step("user", format!("{} has the external ID {external_id}", user.id));

    let toured = tour(&place, &user, &ada);
    // Deleting the user also deletes clients and conversations, even if a step failed.
    let cleaned = place.app.delete_user(&user.id).send();
    toured?;
    cleaned?;
    print_step("cleaned up", "the user is deleted, clients and conversation included");
    Ok(())
}

fn tour(place: &Place, user: &User, ada: &UserCreateBody) -> Result<(), Box<dyn Error>> {
    let app = &place.app;

    let personal = ConversationCreateBody::new(ConversationType::Personal)
        .with_participants([ParticipantCreate::new().with_user_id(&user.id)]);
    let conversation = app.create_conversation(&personal).send()?.conversation;
    print_step("conversation", &conversation.id);

    // Unions accept their variants directly: text and a location are both `Content`.
    let business = Author::new(AuthorType::Business).with_display_name("Acme");
    let question = TextMessage::new()
        .with_text("Can we meet at our shop?")
        .with_actions([Reply::new("Yes", "MEET_YES"), Reply::new("No", "MEET_NO")]);
    app.post_message(&conversation.id, &MessagePost::new(business.clone(), question)).send()?;

    let shop = LocationMessage::new(Coordinates::new(51.5237, -0.1585))
        .with_location(Location::new().with_name("Acme").with_address("221B Baker Street"));
    app.post_message(&conversation.id, &MessagePost::new(business, shop)).send()?;

    for message in app.list_messages(&conversation.id).send()?.messages {
        match message.content {
            Some(Content::Text(text)) => {
                let replies = count(text.actions.unwrap_or_default().len(), "reply button");
                print_step("message", format!("{} [{replies}]", text.text.unwrap_or_default()));
            }
            Some(Content::Location(place)) => {
                print_step("message", format!("location {}, {}", place.coordinates.lat, place.coordinates.long));
            }
            // A type newer than this crate is also received, with its JSON.
            Some(other) => print_step("message", format!("of type {}", other.type_())),
            None => print_step("message", "without content"),
        }
    }

    for number in 1..=place.clients {
        // Nothing is sent: a client stays pending until its user replies, and example.com doesn't receive mail.
        let channel = MatchCriteriaMailgun::new(&place.integration, format!("ada+{number}@example.com"));
        let pending = ClientConfirmation::new(ClientConfirmationType::UserActivity);
        let client = ClientCreate::new(channel, pending, ClientTarget::new(&conversation.id));
        app.create_client(&user.id, &client).send()?;
    }
    print_step("clients", format!("{} created", place.clients));

    // Keeps one page in memory. Use `.iter()` if pages don't matter.
    let mut seen = Vec::new();
    let mut pages = 0;
    for page in app.list_clients(&user.id).page_size(100).pages() {
        let clients = page?.clients;
        pages += 1;
        print_step("", format!("page {pages} has {}", count(clients.len(), "client")));
        seen.extend(clients.into_iter().map(|client| client.id));
    }
    print_step("", format!("{} in {}", count(seen.len(), "client"), count(pages, "page")));

    if let Some(first) = seen.first() {
        app.remove_client(&user.id, first).send()?;
        let left = app.list_clients(&user.id).page_size(100).iter().collect::<Result<Vec<_>, _>>()?;
        print_step("", format!("{first} removed, {} left", left.len()));
    }

    // Programs should check the status code; the text of an error is for people.
    match app.get_user("unknown-user").send() {
        Err(error) if error.is_not_found() => print_step("not found", error),
        other => drop(other?),
    }
    match app.create_user(ada).send() {
        Err(error) if error.is_conflict() => print_step("conflict", error),
        other => drop(other?),
    }
    Ok(())
}

/// The sandbox, or the host from the environment.
struct Place {
    kind: &'static str,
    app: AppClient,
    integration: IntegrationId,
    clients: usize,
    /// Stops when it is dropped.
    _sandbox: Option<Sandbox>,
}

impl Place {
    fn find() -> Result<Self, Box<dyn Error>> {
        if env::vars_os().any(|(name, _)| name.to_string_lossy().starts_with("SUNCO_")) {
            let required = |name: &str, meaning: &str| {
                env::var(name)
                    .map_err(|_| format!("{name} is not set: {meaning} (unset all SUNCO_* to use the sandbox)"))
            };
            return Ok(Self {
                kind: "real host",
                app: AppClient::from_env()
                    .map_err(|error| format!("{error} (unset all SUNCO_* to use the sandbox)"))?,
                integration: required("SUNCO_INTEGRATION_ID", "the ID of a Mailgun integration, for the clients")?
                    .into(),
                clients: match env::var("SUNCO_CLIENTS") {
                    Ok(number) => number.parse().map_err(|_| format!("SUNCO_CLIENTS must be a number: {number}"))?,
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
        let app = api.app(sandbox.app_id());
        let integration = app.create_integration(&mailgun.into()).send()?.integration;
        Ok(Self {
            kind: "sandbox",
            app,
            integration: integration.id().into_owned(),
            clients: 250,
            _sandbox: Some(sandbox),
        })
    }
}

fn print_step(step: &str, result: impl std::fmt::Display) {
    println!("{step:>12}  {result}");
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
