//! The measured jobs, with the SDK and by hand. A job runs in its own process: see `main.rs`.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

use serde::de::IgnoredAny;
use sunshine_conversations::models::*;
use sunshine_conversations::{ApiClient, Credentials};

use crate::hand::{self, Hand, Text, Value};
use crate::pages::{self, Tag};

pub const APP: &str = "5d8cff3cd55b040010928b5b";
pub const CONVERSATION: &str = "029c31f25a21b47effd7be90";
const TEXT: &str = "Your parcel has shipped: it should be with you on Thursday.";

/// The implementation of a job.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Side {
    Sdk,
    /// By hand, with free-form objects as `serde_json::Value`.
    Hand,
    /// By hand, with free-form objects as text.
    HandText,
    /// As a `serde_json::Value`, without structs.
    Value,
    /// As serde's `IgnoredAny`: serde_json checks the syntax and keeps nothing. No decoder on top of it is faster.
    Scan,
}

impl Side {
    pub const ALL: [(&str, Self); 5] = [
        ("sdk", Self::Sdk),
        ("hand", Self::Hand),
        ("hand-text", Self::HandText),
        ("value", Self::Value),
        ("scan", Self::Scan),
    ];

    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, side)| *side == self).map_or("", |(name, _)| name)
    }
}

/// A task to repeat.
pub type Task = Box<dyn FnMut()>;

pub fn sdk(base: &str) -> ApiClient {
    let credentials = Credentials::basic("app_5d8c", "secret");
    ApiClient::builder().base_url(base).credentials(credentials).build().unwrap()
}

pub const CALLS: [&str; 4] = ["list_clients, 1", "list_clients, 100", "post_message", "create_client"];

/// Repeats a call on one connection.
pub fn call(name: &str, side: Side, base: &str) -> Task {
    let (api, by_hand) = (sdk(base), Hand::new(base));
    match (name, side) {
        ("list_clients, 1" | "list_clients, 100", side) => {
            let size = if name.ends_with("100") { 100 } else { 1 };
            // The server lists as many clients as the user's ID requests.
            let user = size.to_string();
            match side {
                Side::Sdk => {
                    Box::new(move || drop(black_box(api.list_clients(APP, &user).page_size(size).send().unwrap())))
                }
                Side::Hand => Box::new(move || {
                    drop(black_box(by_hand.list_clients::<Value>(APP, &user, size as usize, None).unwrap()))
                }),
                _ => Box::new(move || {
                    drop(black_box(by_hand.list_clients::<Text>(APP, &user, size as usize, None).unwrap()))
                }),
            }
        }
        ("post_message", Side::Sdk) => Box::new(move || {
            let body = MessagePost::new(Author::new(AuthorType::Business), TextMessage::new().with_text(TEXT));
            drop(black_box(api.post_message(APP, CONVERSATION, &body).send().unwrap()));
        }),
        ("post_message", side) => {
            let body = || hand::MessagePost {
                author: hand::Kind { kind: "business" },
                content: hand::TextPost { kind: "text", text: TEXT },
                metadata: None,
            };
            match side {
                Side::Hand => Box::new(move || {
                    drop(black_box(by_hand.post_message::<Value>(APP, CONVERSATION, &body()).unwrap()))
                }),
                _ => {
                    Box::new(move || drop(black_box(by_hand.post_message::<Text>(APP, CONVERSATION, &body()).unwrap())))
                }
            }
        }
        ("create_client", Side::Sdk) => Box::new(move || {
            let criteria = MatchCriteriaWhatsApp::new("582dedf230e788746891281a", "+15145550100");
            let confirmation = ClientConfirmation::new(ClientConfirmationType::Immediate);
            let body = ClientCreate::new(criteria, confirmation, ClientTarget::new(CONVERSATION));
            drop(black_box(api.create_client(APP, "steve", &body).send().unwrap()));
        }),
        ("create_client", side) => {
            let body = || hand::ClientPost {
                match_criteria: hand::Criteria {
                    kind: "whatsapp",
                    integration_id: "582dedf230e788746891281a",
                    phone_number: "+15145550100",
                },
                confirmation: hand::Kind { kind: "immediate" },
                target: hand::Target { conversation_id: CONVERSATION },
            };
            match side {
                Side::Hand => {
                    Box::new(move || drop(black_box(by_hand.create_client::<Value>(APP, "steve", &body()).unwrap())))
                }
                _ => Box::new(move || drop(black_box(by_hand.create_client::<Text>(APP, "steve", &body()).unwrap()))),
            }
        }
        _ => panic!("unknown call `{name}`"),
    }
}

pub const PAGES: [&str; 7] = [
    "100 clients",
    "100 messages, tag first",
    "100 messages, tag last",
    "25 integrations, tag first",
    "25 integrations, tag last",
    "25 events, tag first",
    "25 events, tag last",
];

pub fn page(name: &str) -> String {
    let tag = if name.ends_with("last") { Tag::Last } else { Tag::First };
    match name.split(',').next().unwrap_or_default() {
        "100 clients" => pages::client_page(100),
        "100 messages" => pages::message_page(tag, 100),
        "25 integrations" => pages::integration_page(tag, 25),
        _ => pages::webhook_body(tag),
    }
}

/// Repeats the decoding of a page.
pub fn decoding(name: &str, side: Side) -> Task {
    fn read<T: for<'de> serde::Deserialize<'de> + 'static>(page: String) -> Task {
        Box::new(move || drop(black_box(serde_json::from_slice::<T>(black_box(page.as_bytes())).unwrap())))
    }
    /// As the SDK reads the body of a response.
    fn sdk<T: for<'de> serde::Deserialize<'de> + 'static>(page: String) -> Task {
        Box::new(move || {
            let text = str::from_utf8(black_box(page.as_bytes())).unwrap();
            drop(black_box(serde_json::from_str::<T>(text).unwrap()));
        })
    }
    let page = page(name);
    match (name.split(',').next().unwrap_or_default(), side) {
        (_, Side::Value) => read::<Value>(page),
        (_, Side::Scan) => read::<IgnoredAny>(page),
        ("100 clients", Side::Sdk) => sdk::<ClientListResponse>(page),
        ("100 clients", Side::Hand) => read::<hand::ClientPage<Value>>(page),
        ("100 clients", Side::HandText) => read::<hand::ClientPage<Text>>(page),
        ("100 messages", Side::Sdk) => sdk::<MessageListResponse>(page),
        ("100 messages", Side::Hand) => read::<hand::MessagePage<Value>>(page),
        ("100 messages", Side::HandText) => read::<hand::MessagePage<Text>>(page),
        ("25 integrations", Side::Sdk) => sdk::<IntegrationListResponse>(page),
        ("25 integrations", Side::Hand) => read::<hand::IntegrationPage<Value>>(page),
        ("25 integrations", Side::HandText) => read::<hand::IntegrationPage<Text>>(page),
        (_, Side::Sdk) => sdk::<sunshine_conversations::webhook::WebhookPayload>(page),
        (_, Side::Hand) => read::<hand::WebhookBody<Value>>(page),
        (_, Side::HandText) => read::<hand::WebhookBody<Text>>(page),
    }
}

/// Lists clients, and returns their number.
pub fn paging(side: Side, clients: usize, base: &str) -> usize {
    let user = clients.to_string();
    if side == Side::Sdk {
        let listing = sdk(base).list_clients(APP, &user).page_size(100).iter();
        return listing.fold(0, |count, client| {
            black_box(client.unwrap());
            count + 1
        });
    }
    if side == Side::Hand { by_hand::<Value>(&user, base) } else { by_hand::<Text>(&user, base) }
}

fn by_hand<F: for<'de> serde::Deserialize<'de>>(user: &str, base: &str) -> usize {
    let by_hand = Hand::new(base);
    let (mut count, mut cursor) = (0, None);
    loop {
        let page = by_hand.list_clients::<F>(APP, user, 100, cursor.as_deref()).unwrap();
        count += page.clients.into_iter().map(black_box).count();
        if page.meta.has_more != Some(true) {
            return count;
        }
        cursor = page.meta.after_cursor;
    }
}

/// Uploads a file.
pub fn upload(side: Side, path: &str, base: &str) {
    if side == Side::Sdk {
        sdk(base).upload_attachment(APP, sunshine_conversations::Upload::path(path)).send().unwrap();
    } else {
        Hand::new(base).upload(APP, path).unwrap();
    }
}

/// The peak memory of this process in bytes; `None` if the system doesn't report it.
pub fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// Seconds since an instant.
pub fn since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64()
}

/// Makes calls on threads that share a client.
pub fn threads(side: Side, threads: usize, calls: usize, base: &str) {
    let (api, by_hand) = (&sdk(base), &Hand::new(base));
    let call = move || {
        if side == Side::Sdk {
            drop(black_box(api.list_clients(APP, "1").page_size(1).send().unwrap()));
        } else {
            drop(black_box(by_hand.list_clients::<Text>(APP, "1", 1, None).unwrap()));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(move || (0..calls / threads).for_each(|_| call()));
        }
    });
}
