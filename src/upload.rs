//! A file on its way to the API.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::fs::File;
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::error::{Error, Result};

/// A file on its way to the API: from a path, a reader or bytes, with a name and a media type.
///
/// It is streamed: a file of any size takes a few kilobytes of memory. The API takes up to 50 MB; more is refused, before
/// it is sent where the size is known.
///
/// ```no_run
/// # use sunshine_conversations::{ApiClient, Upload};
/// # let api = ApiClient::from_env().unwrap();
/// # let app = "5d8cff3cd55b040010928b5b";
/// // a path alone will do: the name is the file's, the media type follows from its extension
/// let photo = api.upload_attachment(app, "photo.jpg").send()?.attachment;
///
/// let report = Upload::bytes("report.csv", b"id;name\n".as_slice());
/// api.upload_attachment(app, report).send()?;
///
/// let voice = Upload::reader("voice", std::io::stdin()).media_type("audio/ogg");
/// api.upload_attachment(app, voice).conversation_id("029c31").used_for("message").send()?;
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
pub struct Upload {
    source: Source,
    file_name: String,
    media_type: Option<String>,
    length: Option<u64>,
}

enum Source {
    Path(PathBuf),
    Bytes(Vec<u8>),
    /// A reader, and whether it has been read from.
    Reader(Box<dyn Read + Send>, bool),
}

impl Upload {
    /// The file at a path, opened when the call is sent.
    pub fn path(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self { source: Source::Path(path.to_owned()), file_name, media_type: None, length: None }
    }

    /// Whatever a reader gives, under a file name.
    pub fn reader(file_name: impl Into<String>, reader: impl Read + Send + 'static) -> Self {
        let source = Source::Reader(Box::new(reader), false);
        Self { source, file_name: file_name.into(), media_type: None, length: None }
    }

    /// Bytes, under a file name.
    pub fn bytes(file_name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let length = Some(bytes.len() as u64);
        Self { source: Source::Bytes(bytes), file_name: file_name.into(), media_type: None, length }
    }

    /// Another name than the file's.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = name.into();
        self
    }

    /// The media type (`image/png`); otherwise it follows from the extension of the file's name.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// How many bytes a reader gives, where that is known: the request then says so.
    #[must_use]
    pub fn length(mut self, bytes: u64) -> Self {
        self.length = Some(bytes);
        self
    }

    /// Whether an attempt uses it up: what a reader has given is gone.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.source, Source::Reader(..))
    }

    /// Whether it can be sent once more.
    pub(crate) fn is_repeatable(&self) -> bool {
        !matches!(self.source, Source::Reader(_, true))
    }

    /// The body of a request: one part of `multipart/form-data`, whose content has no more bytes than `limit`.
    pub(crate) fn open(&mut self, field: &str, limit: Option<u64>) -> Result<Multipart<'_>> {
        if self.file_name.is_empty() {
            return Err(Error::invalid(field, "the file has no name; give it one with `Upload::file_name`"));
        }
        let media_type = self.media_type.as_deref().unwrap_or_else(|| media_type_of(&self.file_name));
        if media_type.bytes().any(|byte| !(b' '..=b'~').contains(&byte)) || !media_type.as_bytes().contains(&b'/') {
            return Err(Error::invalid(field, "the media type is not of the form `type/subtype`"));
        }
        let mut begun = None;
        let (content, length): (Box<dyn Read + '_>, _) = match &mut self.source {
            Source::Reader(_, true) => {
                return Err(Error::invalid(field, "the reader has been read from, and cannot be sent again"));
            }
            Source::Reader(reader, read) => {
                begun = Some(read);
                (Box::new(reader), self.length)
            }
            Source::Bytes(bytes) => (Box::new(bytes.as_slice()), self.length),
            Source::Path(path) => {
                let open = || {
                    let file = File::open(&*path)?;
                    let about = file.metadata()?;
                    if about.is_dir() {
                        Err(io::Error::from(io::ErrorKind::IsADirectory))
                    } else {
                        Ok((file, about.len()))
                    }
                };
                let (file, length) = open().map_err(|e| {
                    Error::invalid(field, format!("{} cannot be read: {e}", path.display())).with_io_source(e)
                })?;
                (Box::new(file), Some(length))
            }
        };
        if let (Some(length), Some(limit)) = (length, limit)
            && length > limit
        {
            return Err(Error::invalid(field, format!("the file has {length} bytes, {}", too_large(limit))));
        }
        let boundary = format!("{:016x}{:016x}", random(), random());
        // What RFC 7578 asks for: quotes and line breaks in the name are percent-encoded.
        let name = self.file_name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: {media_type}\r\n\r\n"
        );
        let tail = format!("\r\n--{boundary}--\r\n");
        let content_type = format!("multipart/form-data; boundary={boundary}");
        let whole = length.map(|length| length + (head.len() + tail.len()) as u64);
        let failure = Failure::default();
        let form = Form {
            head: Cursor::new(head),
            content,
            begun,
            given: 0,
            length,
            limit,
            failure: Arc::clone(&failure),
            tail: Cursor::new(tail),
        };
        Ok(Multipart { content_type, length: whole, reader: Box::new(form), failure })
    }
}

fn too_large(limit: u64) -> String {
    format!("more than the {limit} that the API takes; `ApiClientBuilder::max_upload_size` lifts the limit")
}

/// A body of one part.
pub(crate) struct Multipart<'a> {
    pub(crate) content_type: String,
    pub(crate) length: Option<u64>,
    pub(crate) reader: Box<dyn Read + 'a>,
    pub(crate) failure: Failure,
}

/// Why the content could not be read, told past ureq: to it that looks like a failure of the connection.
pub(crate) type Failure = Arc<OnceLock<String>>;

/// What is sent: the content, and what stands before and behind it.
struct Form<'a> {
    head: Cursor<String>,
    content: Box<dyn Read + 'a>,
    /// Set when the content is read from, where that can be done once.
    begun: Option<&'a mut bool>,
    given: u64,
    length: Option<u64>,
    limit: Option<u64>,
    failure: Failure,
    tail: Cursor<String>,
}

impl Form<'_> {
    /// Reads content, which keeps to its length: ureq would wait for what is missing, and cut off what is too much.
    fn content(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(begun) = &mut self.begun {
            **begun = true;
        }
        let count = self.content.read(buffer)?;
        self.given += count as u64;
        match (self.length, self.limit) {
            (Some(length), _) if self.given > length => {
                Err(io::Error::other(format!("it has more than the {length} bytes it should have")))
            }
            (Some(length), _) if count == 0 && self.given < length => {
                Err(io::Error::other(format!("it ends after {} of {length} bytes", self.given)))
            }
            (None, Some(limit)) if self.given > limit => Err(io::Error::other(format!("it has {}", too_large(limit)))),
            _ => Ok(count),
        }
    }
}

impl Read for Form<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let count = self.head.read(buffer)?;
        if count > 0 {
            return Ok(count);
        }
        // Once the tail has begun, the content has ended.
        if self.tail.position() == 0 {
            match self.content(buffer) {
                Ok(0) => {}
                Ok(count) => return Ok(count),
                Err(error) => {
                    if error.kind() != io::ErrorKind::Interrupted {
                        let _ = self.failure.set(error.to_string());
                    }
                    return Err(error);
                }
            }
        }
        self.tail.read(buffer)
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("file_name", &self.file_name)
            .field("media_type", &self.media_type)
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

impl From<&str> for Upload {
    #[inline]
    fn from(path: &str) -> Self {
        Self::path(path)
    }
}

impl From<String> for Upload {
    #[inline]
    fn from(path: String) -> Self {
        Self::path(path)
    }
}

impl From<&Path> for Upload {
    #[inline]
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl From<PathBuf> for Upload {
    #[inline]
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

/// A number that nobody can foresee: the keys of std's hasher come from the operating system.
pub(crate) fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// The media types that channels know what to do with, by the extensions of files.
const MEDIA_TYPES: [(&str, &str); 36] = [
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("svg", "image/svg+xml"),
    ("heic", "image/heic"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("oga", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("wav", "audio/wav"),
    ("aac", "audio/aac"),
    ("amr", "audio/amr"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("mov", "video/quicktime"),
    ("webm", "video/webm"),
    ("3gp", "video/3gpp"),
    ("pdf", "application/pdf"),
    ("txt", "text/plain"),
    ("log", "text/plain"),
    ("csv", "text/csv"),
    ("html", "text/html"),
    ("htm", "text/html"),
    ("json", "application/json"),
    ("zip", "application/zip"),
    ("ics", "text/calendar"),
    ("vcf", "text/vcard"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
];

fn media_type_of(file_name: &str) -> &'static str {
    let extension = file_name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let known = MEDIA_TYPES.iter().find(|(known, _)| extension.eq_ignore_ascii_case(known));
    known.map_or("application/octet-stream", |(_, media_type)| media_type)
}
