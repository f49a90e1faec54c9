//! Files to upload, and other parts of a form.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::vec::IntoIter;

use crate::base::random::random;
use crate::error::{Error, ErrorKind, Result};

/// A file to upload: from a path, a reader or bytes, with a name and a media type.
///
/// Files are streamed, so a file of any size takes less than 100 kB of memory. The API accepts up to 50 MB. A larger
/// file is rejected before it is sent, or while it is sent if its size isn't known.
///
/// ```no_run
/// # use sunshine_conversations::{ApiClient, Upload};
/// # let api = ApiClient::from_env().unwrap();
/// # let app = api.app("5d8cff3cd55b040010928b5b");
/// // The name is that of the file, and the media type depends on its extension.
/// let photo = app.upload_attachment(Upload::path("photo.jpg")).send()?.attachment;
///
/// let report = Upload::bytes("report.csv", b"id;name\n".as_slice());
/// app.upload_attachment(report).send()?;
///
/// let voice = Upload::reader("voice", std::io::stdin()).media_type("audio/ogg");
/// app.upload_attachment(voice).conversation_id("029c31").used_for("message").send()?;
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
pub struct Upload {
    source: Source,
    file_name: String,
    media_type: Option<String>,
    length: Option<u64>,
    progress: Option<Progress>,
}

/// A callback with the number of bytes so far, and the total if it is known.
pub(crate) type Progress = Box<dyn FnMut(u64, Option<u64>) + Send>;

enum Source {
    /// A path, and whether reading has started if it is a pipe or a device.
    Path(PathBuf, bool),
    Bytes(Vec<u8>),
    /// A reader, and whether reading has started.
    Reader(Box<dyn Read + Send>, bool),
}

/// Up to this size, in bytes, a file is read before it is sent, because the size of files in `/proc` and `/sys` isn't that of
/// their content. The largest size that they declare is a page of memory.
const SMALL: u64 = 64 * 1024;

impl Upload {
    /// Uploads the file at a path. It is opened when the call is sent. Its name is the file name, and its media type
    /// depends on the extension.
    ///
    /// If the file grows meanwhile, the content that it had when it was opened is uploaded. Pipes and devices are uploaded like
    /// a [`reader`](Self::reader), and so are files without a size, like those in `/proc`.
    pub fn path(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let source = Source::Path(path.to_owned(), false);
        Self { source, file_name, media_type: None, length: None, progress: None }
    }

    /// Uploads the contents of a reader, with the given file name. The upload can't be retried after reading has
    /// started.
    pub fn reader(file_name: impl Into<String>, reader: impl Read + Send + 'static) -> Self {
        let source = Source::Reader(Box::new(reader), false);
        Self { source, file_name: file_name.into(), media_type: None, length: None, progress: None }
    }

    /// Uploads bytes, with the given file name.
    pub fn bytes(file_name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        let length = Some(bytes.len() as u64);
        let source = Source::Bytes(bytes);
        Self { source, file_name: file_name.into(), media_type: None, length, progress: None }
    }

    /// Sets another file name.
    #[must_use]
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = name.into();
        self
    }

    /// Sets the media type, for example `image/png`. Defaults to the type for the extension of the file name, or
    /// `application/octet-stream`.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// Sets the number of bytes of a reader or pipe, so that the request declares its length.
    #[must_use]
    pub fn length(mut self, bytes: u64) -> Self {
        self.length = Some(bytes);
        self
    }

    /// Sets a callback for the progress of the upload: the number of bytes of the file that were sent so far, and the total
    /// if it is known.
    ///
    /// It is called with 0 when an attempt starts, also for a retry, and after each part. Sent bytes have been passed to
    /// the operating system. The call waits for the callback. If it panics, the call panics, and the client stays usable.
    ///
    /// ```no_run
    /// use sunshine_conversations::Upload;
    ///
    /// let upload = Upload::path("photo.jpg").on_progress(|sent, total| match total {
    ///     Some(total) => eprintln!("{sent} of {total} bytes"),
    ///     None => eprintln!("{sent} bytes"),
    /// });
    /// ```
    #[must_use]
    pub fn on_progress(mut self, callback: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.progress = Some(Box::new(callback));
        self
    }

    /// Returns `true` if the content can be read only once.
    pub(crate) fn is_stream(&self) -> bool {
        match &self.source {
            Source::Path(path, _) => fs::metadata(path).is_ok_and(|about| !about.is_file()),
            Source::Bytes(_) => false,
            Source::Reader(..) => true,
        }
    }

    /// Returns `true` if the content hasn't been consumed.
    pub(crate) fn is_repeatable(&self) -> bool {
        !matches!(self.source, Source::Reader(_, true) | Source::Path(_, true))
    }

    /// Returns the file name for a header.
    fn checked_name(&self, field: &str) -> Result<String> {
        if self.file_name.is_empty() {
            return Err(Error::invalid(field, "missing file name; set one with `Upload::file_name`"));
        }
        Ok(quoted(&self.file_name))
    }

    /// Opens the file for one attempt.
    fn open(&mut self, field: &str, limit: Option<u64>, failure: &Failure) -> Result<FileContent<'_>> {
        let mut begun = None;
        let (content, length): (Box<dyn Read + '_>, _) = match &mut self.source {
            Source::Reader(_, true) | Source::Path(_, true) => {
                return Err(Error::invalid(field, "the reader has already been consumed").with_kind(ErrorKind::Upload));
            }
            Source::Reader(reader, read) => {
                begun = Some(read);
                (Box::new(reader), self.length)
            }
            Source::Bytes(bytes) => (Box::new(bytes.as_slice()), self.length),
            Source::Path(path, read) => match open(path) {
                Ok(Opened::File(content, length)) => (content, length),
                Ok(Opened::Stream(file)) => {
                    begun = Some(read);
                    (Box::new(file), self.length)
                }
                Err(e) => {
                    return Err(Error::invalid(field, format!("{} could not be read: {e}", path.display()))
                        .with_kind(ErrorKind::Upload)
                        .with_io_source(e));
                }
            },
        };
        if let (Some(length), Some(limit)) = (length, limit)
            && length > limit
        {
            return Err(Error::too_large(field, format!("the file has {length} bytes, {}", too_large(limit))));
        }
        if let Some(progress) = &mut self.progress {
            progress(0, length);
        }
        let (field, failure, progress) = (field.to_owned(), Arc::clone(failure), self.progress.as_mut());
        Ok(FileContent { field, content, begun, given: 0, reported: 0, length, limit, failure, progress })
    }
}

/// The content at a path.
enum Opened {
    /// A file, and its length if it is known.
    File(Box<dyn Read>, Option<u64>),
    /// A pipe or device, which can be read only once.
    Stream(File),
}

fn open(path: &Path) -> io::Result<Opened> {
    let mut file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    if !about.is_file() {
        return Ok(Opened::Stream(file));
    }
    let length = about.len();
    if length > SMALL {
        return Ok(Opened::File(Box::new(file.take(length)), Some(length)));
    }
    let mut start = Vec::new();
    (&mut file).take(if length == 0 { SMALL } else { length }).read_to_end(&mut start)?;
    if length > 0 || start.is_empty() {
        let length = start.len() as u64;
        return Ok(Opened::File(Box::new(Cursor::new(start)), Some(length)));
    }
    // Content without a size: a file in `/proc`, or one that was empty when it was opened and has grown.
    match file.metadata()?.len() {
        0 => Ok(Opened::File(Box::new(Cursor::new(start).chain(file)), None)),
        _ => Ok(Opened::File(Box::new(io::empty()), Some(0))),
    }
}

fn too_large(limit: u64) -> String {
    format!("more than the limit of {limit}; set `ApiClientBuilder::max_upload_size` to raise it")
}

/// Validates a media type.
fn checked_media_type<'a>(field: &str, media_type: &'a str) -> Result<&'a str> {
    if media_type.bytes().any(|byte| !(b' '..=b'~').contains(&byte)) || !media_type.as_bytes().contains(&b'/') {
        return Err(Error::invalid(field, "invalid media type; expected something like `image/png`"));
    }
    Ok(media_type)
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
                    let file_name = upload.checked_name(name)?;
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

/// The field whose content could not be read, and the error. ureq would report a failed connection instead.
pub(crate) type Failure = Arc<OnceLock<ReadFailure>>;

/// Why the content of a file could not be read.
#[derive(Debug)]
pub(crate) struct ReadFailure {
    pub(crate) field: String,
    pub(crate) kind: ErrorKind,
    pub(crate) message: String,
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

/// The content of a file.
struct FileContent<'a> {
    field: String,
    content: Box<dyn Read + 'a>,
    /// Set on the first read if the content can be read only once.
    begun: Option<&'a mut bool>,
    given: u64,
    /// How much of `given` was reported to `progress`.
    reported: u64,
    length: Option<u64>,
    limit: Option<u64>,
    failure: Failure,
    progress: Option<&'a mut Progress>,
}

impl FileContent<'_> {
    fn report(&mut self) {
        if self.given > self.reported {
            self.reported = self.given;
            if let Some(progress) = &mut self.progress {
                progress(self.given, self.length);
            }
        }
    }

    /// Reads content and checks its length. ureq would wait for missing bytes and cut off additional ones.
    fn read_checked(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(begun) = &mut self.begun {
            **begun = true;
        }
        let count = loop {
            match self.content.read(buffer) {
                // A signal isn't the end of the content.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.given += count as u64;
        match (self.length, self.limit) {
            (Some(length), _) if self.given > length => {
                Err(io::Error::other(format!("more than the declared {length} bytes")))
            }
            (Some(length), _) if count == 0 && self.given < length => {
                Err(io::Error::other(format!("it ends after {} of {length} bytes", self.given)))
            }
            (None, Some(limit)) if self.given > limit => {
                Err(io::Error::new(io::ErrorKind::FileTooLarge, too_large(limit)))
            }
            _ => Ok(count),
        }
    }
}

impl Read for FileContent<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // Whoever reads the next part has sent the one before.
        self.report();
        let read = self.read_checked(buffer);
        if let Err(error) = &read {
            let too_large = error.kind() == io::ErrorKind::FileTooLarge;
            let kind = if too_large { ErrorKind::TooLarge } else { ErrorKind::Upload };
            let _ = self.failure.set(ReadFailure { field: self.field.clone(), kind, message: error.to_string() });
        }
        read
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

/// Media types by file extension, sorted: the registered type, or the usual one of formats without a registration.
const MEDIA_TYPES: [(&str, &str); 102] = [
    ("3g2", "video/3gpp2"),
    ("3ga", "audio/3gpp"),
    ("3gp", "video/3gpp"),
    ("7z", "application/x-7z-compressed"),
    ("aac", "audio/aac"),
    ("aif", "audio/aiff"),
    ("aiff", "audio/aiff"),
    ("amr", "audio/amr"),
    ("apk", "application/vnd.android.package-archive"),
    ("avi", "video/x-msvideo"),
    ("avif", "image/avif"),
    ("bmp", "image/bmp"),
    ("bz2", "application/x-bzip2"),
    ("caf", "audio/x-caf"),
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("doc", "application/msword"),
    ("docm", "application/vnd.ms-word.document.macroEnabled.12"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template"),
    ("eml", "message/rfc822"),
    ("eps", "application/postscript"),
    ("epub", "application/epub+zip"),
    ("flac", "audio/flac"),
    ("gif", "image/gif"),
    ("gz", "application/gzip"),
    ("heic", "image/heic"),
    ("heif", "image/heif"),
    ("htm", "text/html"),
    ("html", "text/html"),
    ("ico", "image/vnd.microsoft.icon"),
    ("ics", "text/calendar"),
    ("jfif", "image/jpeg"),
    ("jpe", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("log", "text/plain"),
    ("m4a", "audio/mp4"),
    ("m4v", "video/mp4"),
    ("md", "text/markdown"),
    ("mid", "audio/midi"),
    ("midi", "audio/midi"),
    ("mjs", "text/javascript"),
    ("mkv", "video/matroska"),
    ("mov", "video/quicktime"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("mpeg", "video/mpeg"),
    ("mpg", "video/mpeg"),
    ("msg", "application/vnd.ms-outlook"),
    ("ndjson", "application/x-ndjson"),
    ("numbers", "application/vnd.apple.numbers"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("oga", "audio/ogg"),
    ("ogg", "audio/ogg"),
    ("ogv", "video/ogg"),
    ("opus", "audio/ogg"),
    ("pages", "application/vnd.apple.pages"),
    ("pdf", "application/pdf"),
    ("pkpass", "application/vnd.apple.pkpass"),
    ("png", "image/png"),
    ("potx", "application/vnd.openxmlformats-officedocument.presentationml.template"),
    ("ppsx", "application/vnd.openxmlformats-officedocument.presentationml.slideshow"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptm", "application/vnd.ms-powerpoint.presentation.macroEnabled.12"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("ps", "application/postscript"),
    ("psd", "image/vnd.adobe.photoshop"),
    ("rar", "application/vnd.rar"),
    ("rtf", "application/rtf"),
    ("srt", "application/x-subrip"),
    ("svg", "image/svg+xml"),
    ("tar", "application/x-tar"),
    ("tgz", "application/gzip"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("toml", "application/toml"),
    ("tsv", "text/tab-separated-values"),
    ("txt", "text/plain"),
    ("vcf", "text/vcard"),
    ("vtt", "text/vtt"),
    ("wav", "audio/wav"),
    ("weba", "audio/webm"),
    ("webm", "video/webm"),
    ("webp", "image/webp"),
    ("wma", "audio/x-ms-wma"),
    ("wmv", "video/x-ms-wmv"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsb", "application/vnd.ms-excel.sheet.binary.macroEnabled.12"),
    ("xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xltx", "application/vnd.openxmlformats-officedocument.spreadsheetml.template"),
    ("xml", "application/xml"),
    ("xz", "application/x-xz"),
    ("yaml", "application/yaml"),
    ("yml", "application/yaml"),
    ("zip", "application/zip"),
    ("zst", "application/zstd"),
];

fn media_type_of(file_name: &str) -> &'static str {
    let extension = file_name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    let known = MEDIA_TYPES.binary_search_by_key(&extension.as_str(), |(known, _)| known).ok();
    known.and_then(|at| MEDIA_TYPES.get(at)).map_or("application/octet-stream", |(_, media_type)| media_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a form, and returns it with its boundary replaced.
    fn sent(parts: &mut Parts) -> (String, Option<u64>) {
        let mut form = parts.open(None).unwrap();
        let mut body = String::new();
        form.reader.read_to_string(&mut body).unwrap();
        let boundary = form.content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
        assert!(form.length.is_none_or(|length| length == body.len() as u64));
        (body.replace(boundary, "B"), form.length)
    }

    #[test]
    fn parts_are_sent_in_order_byte_for_byte() {
        let mut parts = Parts::default();
        parts.push_text("title", "Zoë".to_owned(), None);
        parts.push_file("a", Upload::bytes("a\".txt", b"one\r\n".as_slice()));
        parts.push_text("meta", "{\"k\":1}".to_owned(), Some("application/json"));
        parts.push_file("b", Upload::bytes("b.png", b"".as_slice()));
        parts.push_file("b", Upload::reader("c", Cursor::new("three")).length(5));
        let (body, length) = sent(&mut parts);
        assert_eq!(
            body,
            "--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nZoë\r\n\
             --B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a%22.txt\"\r\nContent-Type: text/plain\r\n\r\none\r\n\r\n\
             --B\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"k\":1}\r\n\
             --B\r\nContent-Disposition: form-data; name=\"b\"; filename=\"b.png\"\r\nContent-Type: image/png\r\n\r\n\r\n\
             --B\r\nContent-Disposition: form-data; name=\"b\"; filename=\"c\"\r\nContent-Type: application/octet-stream\r\n\r\nthree\r\n\
             --B--\r\n"
        );
        assert!(length.is_some());
    }

    #[test]
    fn one_unknown_length_makes_the_length_of_the_form_unknown() {
        let mut parts = Parts::default();
        parts.push_file("a", Upload::bytes("a", b"one".as_slice()));
        parts.push_file("b", Upload::reader("b", Cursor::new("two")));
        assert!(parts.is_stream() && parts.is_repeatable());
        assert_eq!(sent(&mut parts).1, None);
        // The reader has been consumed.
        assert!(!parts.is_repeatable());
        let error = parts.open(None).err().unwrap();
        assert_eq!(
            (error.parameter(), error.to_string().as_str()),
            (Some("b"), "b: the reader has already been consumed")
        );
    }

    #[test]
    fn a_form_that_was_not_read_up_to_its_reader_can_be_sent_again() {
        let mut parts = Parts::default();
        parts.push_text("a", "x".repeat(100), None);
        parts.push_file("b", Upload::reader("b", Cursor::new("two")));
        parts.open(None).unwrap().reader.read_exact(&mut [0; 50]).unwrap();
        assert!(parts.is_repeatable());
        assert!(sent(&mut parts).0.contains("\r\n\r\ntwo\r\n"));
    }

    #[test]
    fn failures_name_the_field() {
        let mut parts = Parts::default();
        parts.push_file("a", Upload::bytes("a", b"one".as_slice()));
        parts.push_file("b", Upload::bytes("b", b"four".as_slice()));
        let error = parts.open(Some(3)).err().unwrap();
        assert!(error.to_string().starts_with("b: the file has 4 bytes, more than the limit of 3"), "{error}");
        let mut parts = Parts::default();
        parts.push_file("a", Upload::bytes("a", b"one".as_slice()));
        parts.push_file("b", Upload::reader("b", Cursor::new("short")).length(9));
        let mut form = parts.open(None).unwrap();
        assert!(form.reader.read_to_end(&mut Vec::new()).is_err());
        let failure = form.failure.get().unwrap();
        assert_eq!((failure.field.as_str(), failure.message.as_str()), ("b", "it ends after 5 of 9 bytes"));
        assert_eq!(failure.kind, ErrorKind::Upload);
        let mut parts = Parts::default();
        parts.push_text("t", "x".to_owned(), Some("text\r\nX: y"));
        assert_eq!(parts.open(None).err().unwrap().parameter(), Some("t"));
    }

    /// A file for one test.
    struct Temporary(PathBuf);

    impl Temporary {
        fn new(name: &str, content: &[u8]) -> Self {
            let path = std::env::temp_dir().join(format!("sunco-open-{}-{name}", std::process::id()));
            fs::write(&path, content).unwrap();
            Self(path)
        }

        fn append(&self, content: &[u8]) {
            io::Write::write_all(&mut File::options().append(true).open(&self.0).unwrap(), content).unwrap();
        }
    }

    impl Drop for Temporary {
        fn drop(&mut self) {
            let _ = fs::remove_file(&self.0);
        }
    }

    #[test]
    fn a_file_that_grows_is_sent_as_it_was_opened() {
        for (size, text) in [(0, "none"), (5, "few"), (65_536, "small"), (65_537, "large"), (300_000, "larger")] {
            let content = vec![b'x'; size];
            let file = Temporary::new(text, &content);
            let mut parts = Parts::default();
            parts.push_file("a", Upload::path(&file.0));
            assert!(!parts.is_stream());
            let mut form = parts.open(None).unwrap();
            let length = form.length.expect("a length");
            file.append(b"added");
            let mut body = Vec::new();
            form.reader.read_to_end(&mut body).unwrap();
            assert_eq!(body.len() as u64, length, "{size}");
            assert!(form.failure.get().is_none() && !body.windows(5).any(|part| part == b"added"), "{size}");
            drop(form);
            // The next attempt opens it again.
            assert!(parts.is_repeatable());
            assert_eq!(parts.open(None).unwrap().length, Some(length + 5));
        }
    }

    #[test]
    fn a_large_file_that_shrinks_is_an_error() {
        let file = Temporary::new("shrinks", &[b'x'; 100_000]);
        let mut parts = Parts::default();
        parts.push_file("a", Upload::path(&file.0));
        let mut form = parts.open(None).unwrap();
        File::options().write(true).open(&file.0).unwrap().set_len(70_000).unwrap();
        assert!(form.reader.read_to_end(&mut Vec::new()).is_err());
        assert_eq!(form.failure.get().unwrap().message, "it ends after 70000 of 100000 bytes");
    }

    #[test]
    fn media_types_are_sorted_and_complete() {
        assert!(MEDIA_TYPES.is_sorted_by(|a, b| a.0 < b.0));
        for (extension, media_type) in MEDIA_TYPES {
            assert_eq!(media_type_of(&format!("a.{}", extension.to_uppercase())), media_type);
            assert!(extension.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()), "{extension}");
            assert!(checked_media_type("a", media_type).is_ok());
        }
    }

    #[test]
    fn a_part_can_be_replaced() {
        let mut parts = Parts::default();
        parts.push_text("a", "1".to_owned(), None);
        parts.push_text("b", "2".to_owned(), None);
        parts.remove("a");
        parts.push_text("a", "3".to_owned(), None);
        assert_eq!(parts.texts().collect::<Vec<_>>(), [("b", "2"), ("a", "3")]);
        assert_eq!(format!("{parts:?}"), "b: 1 bytes of text, a: 1 bytes of text");
    }
}
