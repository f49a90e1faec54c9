//! Multipart forms: text and files.

use std::fmt;
use std::io::{self, Cursor, Read};
use std::iter::Peekable;
use std::vec::IntoIter;

use crate::base::random::random;
use crate::body::media_type::{checked_media_type, media_type_of};
use crate::body::upload::{Failure, FileContent, Upload};
use crate::error::Result;

/// The parts of a `multipart/form-data` body, in order.
#[derive(Default)]
pub(crate) struct Parts(Vec<Part>);

/// One part of a form.
struct Part {
    name: String,
    content: Content,
}

enum Content {
    Text { text: String, media_type: Option<String> },
    File(Upload),
}

impl Parts {
    /// Adds a text part.
    pub(crate) fn push_text(&mut self, name: &str, text: String, media_type: Option<&str>) {
        let media_type = media_type.map(str::to_owned);
        self.0.push(Part { name: name.to_owned(), content: Content::Text { text, media_type } });
    }

    /// Adds a file.
    pub(crate) fn push_file(&mut self, name: &str, upload: Upload) {
        self.0.push(Part { name: name.to_owned(), content: Content::File(upload) });
    }

    /// Removes the parts of a name.
    pub(crate) fn remove(&mut self, name: &str) {
        self.0.retain(|part| part.name != name);
    }

    /// Returns the names and texts of the text parts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|part| match &part.content {
            Content::Text { text, .. } => Some((part.name.as_str(), text.as_str())),
            Content::File(_) => None,
        })
    }

    fn files(&self) -> impl Iterator<Item = &Upload> {
        self.0.iter().filter_map(|part| match &part.content {
            Content::Text { .. } => None,
            Content::File(upload) => Some(upload),
        })
    }

    /// Returns `true` if a part can be read only once.
    pub(crate) fn is_stream(&self) -> bool {
        self.files().any(Upload::is_stream)
    }

    /// Returns `true` if all parts can be sent again.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.files().all(Upload::is_repeatable)
    }

    /// Opens the body for one attempt. `limit` is the largest size of a file.
    pub(crate) fn open(&mut self, limit: Option<u64>) -> Result<Multipart<'_>> {
        let boundary = format!("{:016x}{:016x}", random(), random());
        let failure = Failure::default();
        let mut segments = Vec::with_capacity(2 * self.0.len() + 1);
        let mut length = Some(0_u64);
        let mut add = |size: Option<u64>| length = length.zip(size).and_then(|(length, size)| length.checked_add(size));
        // The separator from the previous part.
        let mut text = String::new();
        for Part { name, content } in &mut self.0 {
            text.push_str(&format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"", quoted(name)));
            match content {
                Content::Text { text: value, media_type } => {
                    if let Some(media_type) = media_type {
                        text.push_str("\r\nContent-Type: ");
                        text.push_str(checked_media_type(name, media_type)?);
                    }
                    text.push_str("\r\n\r\n");
                    text.push_str(value);
                }
                Content::File(upload) => {
                    let file_name = quoted(upload.checked_name(name)?);
                    let media_type = upload.media_type.clone();
                    let media_type = media_type.unwrap_or_else(|| media_type_of(&upload.file_name).to_owned());
                    let media_type = checked_media_type(name, &media_type)?;
                    text.push_str(&format!("; filename=\"{file_name}\"\r\nContent-Type: {media_type}\r\n\r\n"));
                    let file = upload.open(name, limit, &failure)?;
                    let head = std::mem::take(&mut text);
                    add(Some(head.len() as u64));
                    add(file.length);
                    segments.push(Segment::Text(Cursor::new(head)));
                    segments.push(Segment::File(file));
                }
            }
            text.push_str("\r\n");
        }
        text.push_str(&format!("--{boundary}--\r\n"));
        add(Some(text.len() as u64));
        segments.push(Segment::Text(Cursor::new(text)));
        let content_type = format!("multipart/form-data; boundary={boundary}");
        let reader = Box::new(Segments(segments.into_iter().peekable()));
        Ok(Multipart { content_type, length, reader, failure })
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Part { name, content }) in self.0.iter().enumerate() {
            write!(f, "{}{name}: {content:?}", if index == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The text may be secret.
            Self::Text { text, .. } => write!(f, "{} bytes of text", text.len()),
            Self::File(upload) => upload.fmt(f),
        }
    }
}

/// A form to send.
pub(crate) struct Multipart<'a> {
    pub(crate) content_type: String,
    pub(crate) length: Option<u64>,
    pub(crate) reader: Box<dyn Read + 'a>,
    pub(crate) failure: Failure,
}

/// Returns a name for a quoted string of `Content-Disposition`. RFC 7578 requires quotes and line breaks to be
/// percent-encoded. A backslash would escape the next character, and servers handle control characters differently.
fn quoted(name: &str) -> String {
    let is_special = |character: char| character.is_control() || matches!(character, '"' | '\\');
    let mut quoted = String::with_capacity(name.len());
    for character in name.chars() {
        if is_special(character) {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                quoted.push_str(&format!("%{byte:02X}"));
            }
        } else {
            quoted.push(character);
        }
    }
    quoted
}

/// A piece of a form.
enum Segment<'a> {
    /// Headers, boundaries and text parts.
    Text(Cursor<String>),
    File(FileContent<'a>),
}

/// The pieces of a form, read one after another.
struct Segments<'a>(Peekable<IntoIter<Segment<'a>>>);

impl Read for Segments<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        while let Some(segment) = self.0.peek_mut() {
            let count = match segment {
                Segment::Text(text) => text.read(buffer)?,
                Segment::File(file) => file.read(buffer)?,
            };
            if count > 0 {
                return Ok(count);
            }
            self.0.next();
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests;
