//! The format of transcripts.

use std::{fmt, io};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::model::recorded::UserAction;
use crate::util::error::invalid;
use crate::util::packed::Object;

const VERSION: u64 = 1;

/// A dialogue: the end user's actions, and the messages that the bot is expected to send.
///
/// [`Sandbox::transcript`](crate::Sandbox::transcript) records one, and [`Sandbox::replay`](crate::Sandbox::replay)
/// plays the user's half against a running bot. The text form is YAML:
///
/// ```
/// use sunshine_conversations_sandbox::Transcript;
///
/// let transcript: Transcript = r#"
/// transcript: 1
/// user: { givenName: Ada }
/// steps:
///   - user: Hello                     # a text
///   - bot: What would you like?       # exactly this text
///   - user: { reply: Bread }          # taps a quick reply
///   - bot: { pattern: "^(Rye|Wheat)" }
///   - user: { postback: ORDER_RYE }   # taps a button
///   - bot: { any: text }              # or `any: message`
///   - user: { content: { type: image, mediaUrl: "https://bakery.example/loaf.png" } }
///   - bot: { content: { type: form } } # fields that aren't listed may have any value
/// "#
/// .parse()?;
/// assert_eq!(transcript.to_string().parse::<Transcript>()?, transcript);
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// Further actions of the user are `{ referral: CODE }`, `{ read: true }` and `{ typing: start }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Transcript {
    pub(crate) user: TranscriptUser,
    pub(crate) steps: Vec<Step>,
}

/// The end user of a replay, unless it is given another one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct TranscriptUser {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) external_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) given_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) surname: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Step {
    User(UserStep),
    Bot(BotStep),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum UserStep {
    Text(String),
    Action(UserAction),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum BotStep {
    Text(String),
    Expected(Expected),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Expected {
    Pattern(String),
    Any(AnyOf),
    Content(Object),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum AnyOf {
    Text,
    Message,
}

/// A step is a text, or an object with one key.
macro_rules! text_or {
    ($name:ident, $other:ident($other_type:ty)) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match Value::deserialize(deserializer)? {
                    Value::String(text) => Ok(Self::Text(text)),
                    other => <$other_type>::deserialize(other).map(Self::$other).map_err(serde::de::Error::custom),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Text(text) => text.serialize(serializer),
                    Self::$other(other) => other.serialize(serializer),
                }
            }
        }
    };
}

text_or!(UserStep, Action(UserAction));

text_or!(BotStep, Expected(Expected));

/// Parses YAML or JSON. The error names the place.
impl std::str::FromStr for Transcript {
    type Err = io::Error;

    fn from_str(text: &str) -> io::Result<Self> {
        // YAML lacks JSON's escapes of characters beyond the 16-bit range.
        if let Ok(json) = serde_json::from_str(text) {
            return Self::from_json(json);
        }
        // Unlike JSON's type, YAML's rejects duplicate keys.
        let yaml: Result<yaml_serde::Value, _> = yaml_serde::from_str(text);
        let json = yaml.and_then(yaml_serde::from_value::<Value>);
        Self::from_json(json.map_err(|error| invalid(format!("not a transcript: {error}")))?)
    }
}

impl Transcript {
    fn from_json(value: Value) -> io::Result<Self> {
        let Value::Object(mut parts) = value else { return Err(invalid("not a transcript: must be an object")) };
        match parts.remove("transcript").as_ref().and_then(Value::as_u64) {
            Some(VERSION) => {}
            _ => return Err(invalid(format!("transcript: must be the version of the format, {VERSION}"))),
        }
        let user = parts.remove("user").map(TranscriptUser::deserialize).transpose();
        let user = user.map_err(|error| invalid(format!("user: {error}")))?.unwrap_or_default();
        let Some(Value::Array(steps)) = parts.remove("steps") else { return Err(invalid("steps: must be a list")) };
        if let Some(key) = parts.keys().next() {
            return Err(invalid(format!("{key}: unknown key; a transcript has transcript, user and steps")));
        }
        let step = |(index, step): (usize, Value)| {
            let step = Step::deserialize(step).map_err(|error| error.to_string()).and_then(checked);
            step.map_err(|error| invalid(format!("steps[{index}]: {error}")))
        };
        Ok(Self { user, steps: steps.into_iter().enumerate().map(step).collect::<io::Result<_>>()? })
    }
}

/// Checks the values of a step.
fn checked(step: Step) -> Result<Step, String> {
    if let Step::Bot(BotStep::Expected(Expected::Pattern(pattern))) = &step {
        regex_lite::Regex::new(pattern).map_err(|error| format!("pattern: {error}"))?;
    }
    if step == Step::User(UserStep::Action(UserAction::Read(false))) {
        return Err("read: must be true".to_owned());
    }
    Ok(step)
}

fn json(value: &impl Serialize) -> Result<Value, fmt::Error> {
    serde_json::to_value(value).map_err(|_| fmt::Error)
}

/// Writes YAML.
impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let yaml = |value: &Value| yaml_serde::to_string(value).map_err(|_| fmt::Error);
        writeln!(f, "transcript: {VERSION}")?;
        if self.user != TranscriptUser::default() {
            let user = Map::from_iter([("user".to_owned(), json(&self.user)?)]);
            f.write_str(&yaml(&user.into())?)?;
        }
        let steps = self.steps.iter().map(json).collect::<Result<Vec<_>, _>>()?;
        let steps = Map::from_iter([("steps".to_owned(), steps.into())]);
        f.write_str(&yaml(&steps.into())?)
    }
}
