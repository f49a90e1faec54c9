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

use super::connection::{KEY_SECRET, client_of, response};
use super::secret_names::is_secret_name;

pub trait Model: DeserializeOwned + Serialize + PartialEq + Debug {}

impl<T: DeserializeOwned + Serialize + PartialEq + Debug> Model for T {}

type Check = fn(u8, &[u8]);

macro_rules! kinds {
    (responses of { $($operation:ident,)* } bodies { $($body:ident,)* }) => {
        /// The operations (for their responses) and models that the first byte of an input selects.
        ///
        /// New ones are appended, so that seeds keep their meaning.
        pub const KINDS: &[(&str, Check)] = &[
            $(($operation::NAME, |check, body| one::<<$operation as Operation>::Output>(check, body, |body| $operation::decode(200, body))),)*
            $((stringify!($body), |check, body| one::<$body>(check, body, |body| serde_json::from_slice(body))),)*
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
    WebhookPayload,
    }
}

/// Responses that a client receives; one check for each.
const STATUSES: &[u16] = &[200, 201, 400, 401, 404, 413, 423, 429, 500, 302];

/// The number of checks that the second byte of an input selects.
pub const CHECKS: u8 = 3 + STATUSES.len() as u8;

/// One check of one model: the first byte selects the model, the second the check, and the rest is the body.
pub fn responses(data: &[u8]) {
    let [kind, check, body @ ..] = data else { return };
    let (_, model) = KINDS[usize::from(*kind) % KINDS.len()];
    model(*check % CHECKS, body);
}

/// The body of a webhook delivery.
pub fn webhooks(data: &[u8]) {
    #[derive(serde::Deserialize)]
    struct Sent {
        events: Vec<Json>,
    }
    let Some(payload) = round_trip(data, |body| serde_json::from_slice::<WebhookPayload>(body)) else { return };
    let Ok(sent) = serde_json::from_slice::<Sent>(data) else { return };
    for (event, sent) in payload.events.iter().zip(&sent.events) {
        if let Event::Unknown(json) = event {
            assert!(json == sent, "an unknown event is unchanged: {json:?}");
            continue;
        }
        let mut types = sent.entries().into_iter().flatten().filter(|(key, _)| key == "type");
        // A duplicate key has two types.
        if let (Some((_, tag)), None) = (types.next(), types.next()) {
            assert_eq!(tag.parse::<String>().expect("a type"), event.type_(), "a known event has its original type");
        }
    }
}

type Decode<T> = fn(&[u8]) -> serde_json::Result<T>;

fn one<T: Model>(check: u8, body: &[u8], decode: Decode<T>) {
    match check {
        0 => drop(round_trip(body, decode)),
        1 => free_form(body),
        2 => hides_secrets(body, decode),
        other => send::<T>(STATUSES[usize::from(other - 3)], body),
    }
}

/// Decodes the response through a client.
fn send<T: Model>(status: u16, body: &[u8]) {
    let full = response(status, body);
    let api = client_of(move |_| full.clone());
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
fn round_trip<T: Model>(body: &[u8], decode: Decode<T>) -> Option<T> {
    let value = decode(body).ok()?;
    let text = serde_json::to_string(&value).expect("decoded values can be encoded");
    let again = decode(text.as_bytes()).unwrap_or_else(|error| panic!("{error} in the encoded text: {text}"));
    assert!(again == value, "{value:?}\nbecame\n{again:?}\nby {text}");
    assert_eq!(serde_json::to_string(&again).expect("it was encoded before"), text);
    Some(value)
}

/// Reads a body as free-form JSON.
fn free_form(body: &[u8]) {
    let Some(json) = std::str::from_utf8(body).ok().and_then(|text| Json::from_text(text).ok()) else { return };
    assert!(json == json.clone());
    let _ = (json.entries().map(Iterator::count), json.get::<Json>("type"), format!("{json:?}"));
    if let Ok(value) = json.parse::<Value>() {
        assert!(Json::from(value) == json, "equal JSON, formatted differently: {json:?}");
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

/// Checks that a model, and the error if a body doesn't fit it, prints no secret of a body.
fn hides_secrets<T: Model>(body: &[u8], decode: Decode<T>) {
    let Ok(mut value) = serde_json::from_slice::<Value>(body) else { return };
    plant(&mut value, false);
    let json = Json::from_text(value.to_string()).expect("the text of a `Value`");
    let mut printed = vec![format!("{json:?}")];
    if let Ok(value) = decode(json.as_str().as_bytes()) {
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
