//! Bodies: decoded values round-trip, others are errors, and secrets are never printed.

use std::error::Error as _;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sunshine_conversations::http::Method;
use sunshine_conversations::models::*;
use sunshine_conversations::operations::*;
use sunshine_conversations::webhook::WebhookPayload;
use sunshine_conversations::{Error, Json, Operation};

use super::connection::{KEY_SECRET, client, response};
use super::secret_names::is_secret_name;

pub trait Model: DeserializeOwned + Serialize + PartialEq + Debug {}

impl<T: DeserializeOwned + Serialize + PartialEq + Debug> Model for T {}

type Check = fn(u16, &[u8]);

macro_rules! kinds {
    (responses of { $($operation:ident,)* } bodies { $($body:ident,)* }) => {
        /// The operations (for their responses) and request bodies that the first byte of an input selects.
        ///
        /// New ones are appended, so that seeds keep their meaning.
        pub const KINDS: &[(&str, Check)] = &[
            $(($operation::NAME, operation::<$operation>),)*
            $((stringify!($body), body::<$body>),)*
        ];
    };
}

kinds! {
    responses of {
    AcceptControl, Authorize, CreateApp, CreateAppKey, CreateClient, CreateConversation, CreateCustomIntegrationKey,
    CreateIntegration, CreateSwitchboard, CreateSwitchboardIntegration, CreateUser, CreateWebhook, DeleteAllMessages,
    DeleteApp, DeleteAppKey, DeleteAttachment, DeleteConversation, DeleteCustomIntegrationKey, DeleteIntegration,
    DeleteMessage, DeleteSwitchboard, DeleteSwitchboardIntegration, DeleteUser, DeleteUserPersonalInformation,
    DeleteWebhook, DownloadMessageRef, GetApp, GetAppKey, GetConversation, GetCustomIntegrationKey, GetDevice,
    GetIntegration, GetToken, GetTokenInfo, GetUser, GetWebhook, JoinConversation, LeaveConversation, ListAppKeys,
    ListApps, ListClients, ListConversations, ListCustomIntegrationKeys, ListDevices, ListIntegrations, ListMessages,
    ListParticipants, ListSwitchboardIntegrations, ListSwitchboards, ListUsers, ListWebhooks, OfferControl,
    PassControl, PostActivity, PostConversionEvents, PostMessage, ReleaseControl, RemoveClient, RevokeAccess,
    SyncUser, UpdateApp, UpdateConversation, UpdateIntegration, UpdateSwitchboard, UpdateSwitchboardIntegration,
    UpdateUser, UpdateWebhook, UploadAttachment,
    }
    bodies {
    AppUpdateBody, AppleIntegrationUpdate, ConversationCreateBody, ConversationUpdateBody, ConversionEventsBody, MessagePost,
    OfferControlBody, SwitchboardIntegrationUpdateBody, UserCreateBody, UserUpdateBody, WebIntegrationUpdate, WebhookCreateBody,
    }
}

const STATUSES: &[u16] = &[200, 201, 400, 401, 404, 413, 423, 429, 500, 302];

/// A response: the first byte selects the operation, the second the status code, and the rest is the body.
pub fn responses(data: &[u8]) {
    let [kind, status, body @ ..] = data else { return };
    let (_, check) = KINDS[usize::from(*kind) % KINDS.len()];
    check(STATUSES[usize::from(*status) % STATUSES.len()], body);
}

/// The body of a webhook delivery.
pub fn webhooks(data: &[u8]) {
    check(data, |body| serde_json::from_slice::<WebhookPayload>(body));
    let Ok(payload) = serde_json::from_slice::<WebhookPayload>(data) else { return };
    let sent: Result<Value, _> = serde_json::from_slice(data);
    for (index, event) in payload.events.iter().enumerate() {
        let tag = event.type_();
        // With duplicate keys, the decoded events may differ from those of the `Value`. If nested too deeply, there
        // isn't a `Value`.
        let Some(sent) = sent.as_ref().ok().and_then(|sent| sent["events"].get(index)) else { continue };
        if let Event::Unknown(json) = event {
            assert_eq!(json.parse::<Value>().ok().as_ref(), Some(sent), "an unknown event is unchanged");
        } else if sent.as_object().is_some_and(|sent| sent.len() == keys(data, index)) {
            assert_eq!(sent["type"], *tag, "a known event has its original type");
        }
    }
}

/// The number of keys in an event, including duplicates.
fn keys(data: &[u8], index: usize) -> usize {
    #[derive(serde::Deserialize)]
    struct Payload {
        events: Vec<Json>,
    }
    let payload: Result<Payload, _> = serde_json::from_slice(data);
    payload.map_or(0, |payload| payload.events[index].entries().map_or(0, Iterator::count))
}

fn operation<O: Operation<Output: Model>>(status: u16, body: &[u8]) {
    check(body, |body| O::decode(200, body));
    send::<O::Output>(status, body);
}

fn body<T: Model>(status: u16, body: &[u8]) {
    check(body, |body| serde_json::from_slice::<T>(body));
    send::<T>(status, body);
}

/// Decodes the response through a client.
fn send<T: Model>(status: u16, body: &[u8]) {
    let full = response(status, body);
    let api = client(move |_| full.clone());
    let sent = api.request(Method::GET, "/v2/apps").send_as::<T>();
    let fits = status < 300 && serde_json::from_slice::<T>(body).is_ok();
    // Only text that isn't well-formed Unicode is repaired before it is decoded.
    assert!(sent.is_ok() == fits || sent.is_ok() && status < 300 && !is_well_formed(body), "{sent:?}");
    if let Err(error) = sent {
        assert_eq!(error.status(), Some(status));
        assert_hides(&error, KEY_SECRET);
        for text in [error.body(), error.code(), error.errors().iter().find_map(|error| error.title.as_deref())] {
            assert!(!text.unwrap_or_default().contains(KEY_SECRET), "{text:?}");
        }
    }
}

/// Returns `true` if a text is UTF-8 without a byte order mark and without escaped surrogates.
fn is_well_formed(text: &[u8]) -> bool {
    let is_surrogate = |escape: &[u8]| escape.eq_ignore_ascii_case(b"\\ud");
    str::from_utf8(text).is_ok_and(|text| !text.starts_with('\u{feff}')) && !text.windows(3).any(is_surrogate)
}

/// Decodes a body, and checks that the value round-trips.
fn check<T: Model>(body: &[u8], decode: fn(&[u8]) -> serde_json::Result<T>) {
    let decoded = decode(body);
    if let Ok(value) = &decoded {
        let text = serde_json::to_string(value).expect("decoded values can be encoded");
        let again = decode(text.as_bytes()).unwrap_or_else(|error| panic!("{error} in the encoded text: {text}"));
        assert!(again == *value, "{value:?}\nbecame\n{again:?}\nby {text}");
        assert_eq!(serde_json::to_string(&again).expect("it was encoded before"), text);
    }
    let Some(json) = std::str::from_utf8(body).ok().and_then(|text| Json::from_text(text).ok()) else { return };
    assert!(json == json.clone());
    let _ = (json.entries().map(Iterator::count), json.get::<Json>("type"), format!("{json:?}"));
    if let Ok(mut value) = json.parse::<Value>() {
        assert!(Json::from(value.clone()) == json, "equal JSON, formatted differently: {json:?}");
        plant(&mut value, false);
        assert_prints_no_secret(&value.to_string(), decode);
    }
}

/// Differ from all numbers and texts of inputs. The second is for secrets that are numbers, contrary to the document.
const PLANTED: [&str; 2] = ["pLaNtEd-s3cr3t", "734906182545"];

/// Replaces every secret with a value that must not be printed.
fn plant(value: &mut Value, is_secret: bool) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| PLANTED.iter().all(|planted| !name.contains(planted)));
            for (name, value) in fields {
                plant(value, is_secret_name(name));
            }
        }
        Value::Array(members) => members.iter_mut().for_each(|member| plant(member, is_secret)),
        Value::String(text) if is_secret => PLANTED[0].clone_into(text),
        Value::Number(number) if is_secret => *number = PLANTED[1].parse().expect("a number"),
        other if PLANTED.iter().any(|planted| other.to_string().contains(planted)) => *other = Value::Null,
        _ => {}
    }
}

fn assert_prints_no_secret<T: Model>(text: &str, decode: fn(&[u8]) -> serde_json::Result<T>) {
    let json = Json::from_text(text).expect("the text of a `Value`");
    let mut printed = vec![format!("{json:?}")];
    if let Ok(value) = decode(text.as_bytes()) {
        printed.extend([format!("{value:?}"), format!("{value:#?}")]);
    }
    if let Err(error) = json.parse::<T>() {
        PLANTED.iter().for_each(|planted| assert_hides(&error, planted));
    }
    for printed in printed {
        assert!(PLANTED.iter().all(|planted| !printed.contains(planted)), "{printed}");
    }
}

fn assert_hides(error: &Error, secret: &str) {
    let mut printed = format!("{error}\n{error:?}\n{error:#?}\n{:?}\n{:?}", error.field(), error.errors());
    let mut cause = error.source();
    while let Some(error) = cause {
        printed.push_str(&format!("\n{error}\n{error:?}"));
        cause = error.source();
    }
    assert!(!printed.contains(secret), "{printed}");
}
