//! Uploaded files.

use axum::body::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::message::Message;
use crate::model::record::Record;

/// An uploaded file. Unlike other records, it doesn't serialize to the API's form, which is only the URL and media
/// type.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attachment {
    pub(crate) id: String,
    pub(crate) media_url: String,
    pub(crate) media_type: String,
    pub(crate) file_name: String,
    /// Whether the file is deleted with its message.
    pub(crate) for_message: bool,
    pub(crate) conversation_id: Option<String>,
    #[serde(with = "base64_text")]
    pub(crate) bytes: Bytes,
}

impl Record for Attachment {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Attachment {
    pub(crate) fn is_in(&self, message: &Message) -> bool {
        message.content.object().values().any(|value| has_text(value, &self.media_url))
    }
}

/// Whether the value is or contains this text, at any depth: the items of a carousel have files, too.
fn has_text(value: &Value, text: &str) -> bool {
    match value {
        Value::String(value) => value == text,
        Value::Array(values) => values.iter().any(|value| has_text(value, text)),
        Value::Object(values) => values.values().any(|value| has_text(value, text)),
        _ => false,
    }
}

/// Bytes as text, because a snapshot is JSON.
mod base64_text {
    use axum::body::Bytes;
    use base64::Engine;
    use base64::prelude::BASE64_STANDARD;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    pub(crate) fn serialize<S: Serializer>(bytes: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
        BASE64_STANDARD.encode(bytes).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Bytes, D::Error> {
        let text = String::deserialize(deserializer)?;
        BASE64_STANDARD.decode(text).map(Bytes::from).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_survive_a_snapshot() {
        let attachment = Attachment {
            id: "1".to_owned(),
            media_url: "http://127.0.0.1/attachments/a/1/x".to_owned(),
            media_type: "image/png".to_owned(),
            file_name: "x".to_owned(),
            for_message: true,
            conversation_id: None,
            bytes: Bytes::from_static(b"\x00\xff\r\n"),
        };
        let text = serde_json::to_string(&attachment).expect("JSON");
        let read: Attachment = serde_json::from_str(&text).expect("an attachment");
        assert_eq!(read.bytes, attachment.bytes);
    }
}
