//! The SDK and the sandbox's faults: tests as users write them, and the faults that retries handle.

use std::time::{Duration, Instant};

use crate::support;
use crate::support::expect::{Fails, api_error, kind, lost};
use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, Credentials, ErrorKind};
use sunshine_conversations_sandbox::{Fault, Sandbox};

fn start() -> (Sandbox, ApiClient) {
    support::start(Sandbox::builder().deterministic())
}

fn group(sandbox: &Sandbox, api: &ApiClient) -> ConversationId {
    let body = ConversationCreateBody::new(ConversationType::SdkGroup);
    api.create_conversation(sandbox.app_id(), &body).send().unwrap().conversation.id
}

fn message(text: &str) -> MessagePost {
    MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text(text))
}

#[test]
fn the_next_two_posts_get_429_and_the_third_succeeds() {
    let (sandbox, api) = start();
    let conversation = group(&sandbox, &api);
    sandbox.fault(Fault::status(429).retry_after(1).on("PostMessage").times(2)).unwrap();
    let begin = Instant::now();
    api.post_message(sandbox.app_id(), &conversation, &message("Hello")).send().unwrap();
    assert!(begin.elapsed() >= Duration::from_secs(2), "{:?}", begin.elapsed());
    let statuses: Vec<_> = sandbox.requests_to("PostMessage").unwrap().iter().map(|request| request.status).collect();
    assert_eq!(statuses, [Some(429), Some(429), Some(201)]);
    assert_eq!(api.list_messages(sandbox.app_id(), &conversation).send().unwrap().messages.len(), 1);
}

#[test]
fn a_post_whose_response_was_lost_is_not_sent_again() {
    for fault in [Fault::close(), Fault::reset(), Fault::truncate()] {
        let (sandbox, api) = start();
        let conversation = group(&sandbox, &api);
        sandbox.fault(fault.clone().after_acting().on("PostMessage")).unwrap();
        api.post_message(sandbox.app_id(), &conversation, &message("Once")).send().fails(lost());
        assert_eq!(sandbox.requests_to("PostMessage").unwrap().len(), 1);
        // It was posted once.
        assert_eq!(api.list_messages(sandbox.app_id(), &conversation).send().unwrap().messages.len(), 1);
    }
}

#[test]
fn a_get_is_retried_after_any_lost_response() {
    let (sandbox, api) = start();
    let conversation = group(&sandbox, &api);
    for fault in [Fault::close(), Fault::reset(), Fault::truncate(), Fault::status(503), Fault::status(502)] {
        sandbox.clear_journal();
        sandbox.fault(fault.on("GetConversation")).unwrap();
        let found = api.get_conversation(sandbox.app_id(), &conversation).send().unwrap();
        assert_eq!(found.conversation.id, conversation);
        assert_eq!(sandbox.requests_to("GetConversation").unwrap().len(), 2);
    }
}

#[test]
fn an_html_page_instead_of_an_error() {
    let (sandbox, api) = start();
    let page = Fault::status(500).body("text/html", "<h1>Oops</h1>").on("GetUser");
    sandbox.fault(page).unwrap();
    api.get_user(sandbox.app_id(), "steve").send().fails(api_error(500));
}

#[test]
fn a_slow_response_times_out() {
    let (sandbox, api) = start();
    sandbox.fault(Fault::delay(Duration::from_secs(30)).on("CreateUser")).unwrap();
    let call = api.create_user(sandbox.app_id(), &UserCreateBody::new().with_external_id("steve"));
    call.timeout(Duration::from_millis(500)).send().fails(kind(ErrorKind::Timeout));
}

/// A cursor belongs to a page, so a listing that stops in the middle of a page is resumed from an item.
#[test]
fn a_listing_is_resumed_from_an_item_in_the_middle_of_a_page() {
    let (sandbox, api) = start();
    let conversation = group(&sandbox, &api);
    for number in 0..25 {
        api.post_message(sandbox.app_id(), &conversation, &message(&format!("number {number}"))).send().unwrap();
    }
    let list = || api.list_messages(sandbox.app_id(), &conversation);
    let all: Vec<_> = list().iter().map(|message| message.unwrap().id).collect();
    let mut found: Vec<_> = list().iter().take(7).map(|message| message.unwrap().id).collect();
    let last = found[6].as_str().to_owned();
    found.extend(list().before(last).iter().map(|message| message.unwrap().id));
    assert_eq!((found.len(), found), (25, all));

    let account = Credentials::basic(sandbox.account_key_id(), sandbox.account_key_secret());
    let api = ApiClient::builder().base_url(sandbox.base_url()).credentials(account).build().unwrap();
    let apps = || api.list_apps().page_size(2);
    for number in 0..6 {
        api.create_app(&AppCreateBody::new(format!("app {number}"))).send().unwrap();
    }
    let all: Vec<_> = apps().iter().map(|app| app.unwrap().id).collect();
    let mut found: Vec<_> = apps().iter().take(3).map(|app| app.unwrap().id).collect();
    let last = found[2].as_str().to_owned();
    found.extend(apps().after(last).iter().map(|app| app.unwrap().id));
    assert_eq!((found.len(), found), (7, all));
}

#[test]
fn the_journal_has_the_requests_of_the_sdk() {
    let (sandbox, api) = start();
    let body = UserCreateBody::new().with_external_id("steve");
    api.create_user(sandbox.app_id(), &body).send().unwrap();
    let requests = sandbox.requests_to("CreateUser").unwrap();
    assert_eq!(requests[0].body, serde_json::json!({"externalId": "steve"}));
    assert_eq!(requests[0].header("authorization"), Some("Basic ***"));
    assert_eq!(requests[0].key_id.as_deref(), Some(sandbox.key_id()));
}
