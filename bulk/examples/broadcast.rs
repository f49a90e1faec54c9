//! Sends a message to each user of a list, once: a user who is listed twice, or who got the message in an earlier run, is
//! skipped.
//!
//! ```text
//! cargo run -p sunshine-conversations-bulk --example broadcast
//! ```
//!
//! It uses an in-memory sandbox with 200 users. Against the real API, replace `demo` by `AppClient::from_env()`.

use std::error::Error;

use sunshine_conversations::{ApiClient, AppClient, Credentials, RateLimit, models::*};
use sunshine_conversations_bulk::{Job, OnError};
use sunshine_conversations_sandbox::Sandbox;

fn main() -> Result<(), Box<dyn Error>> {
    let (_sandbox, app) = demo()?;
    let journal = std::env::temp_dir().join("broadcast-demo.journal");
    let _ = std::fs::remove_file(&journal);
    let mut users: Vec<String> = (1..=200).map(|number| format!("customer-{number}")).collect();
    users.push("customer-7".to_owned()); // a duplicate
    users.push("unknown".to_owned());

    let run = || {
        Job::new(&journal)?.name("spring offer").threads(8).on_error(OnError::Skip).run_keyed(
            users.clone(),
            |user| user.clone(),
            |user| send(&app, user),
        )
    };
    let first = run()?;
    println!("{} sent, {} skipped, {} failed", first.done, first.skipped, first.failed);
    for failure in &first.failures {
        println!("{failure}");
    }
    let second = run()?;
    println!("again: {} sent, {} skipped, {} failed", second.done, second.skipped, second.failed);
    Ok(())
}

/// Sends the message to the user's first conversation.
fn send(app: &AppClient, user: &str) -> sunshine_conversations::Result<()> {
    // Fails with 404 for an unknown user.
    app.get_user(user).send()?;
    let filter = ConversationListFilter::new().with_user_external_id(user);
    let found = app.list_conversations(&filter).iter().next().transpose()?;
    let conversation = match found {
        Some(conversation) => conversation.id,
        None => {
            let participant = ParticipantCreate::new().with_user_external_id(user);
            let body = ConversationCreateBody::new(ConversationType::Personal).with_participants([participant]);
            app.create_conversation(&body).send()?.conversation.id
        }
    };
    app.post_message(&conversation, &MessagePost::new(AuthorType::Business, "Our spring offer is here!")).send()?;
    Ok(())
}

fn demo() -> Result<(Sandbox, AppClient), Box<dyn Error>> {
    let sandbox = Sandbox::start()?;
    let api = ApiClient::builder()
        .base_url(sandbox.base_url())
        .credentials(Credentials::basic(sandbox.key_id(), sandbox.key_secret()))
        // Leaves capacity for the bot.
        .rate_limit(RateLimit::per_second(500).burst(50))
        .build()?;
    let app = api.app(sandbox.app_id());
    for number in 1..=200 {
        app.create_user(&UserCreateBody::new().with_external_id(format!("customer-{number}"))).send()?;
    }
    Ok((sandbox, app))
}
