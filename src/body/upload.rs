//! Files to upload.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

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
    pub(crate) file_name: String,
    pub(crate) media_type: Option<String>,
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
    pub(crate) fn checked_name(&self, field: &str) -> Result<&str> {
        if self.file_name.is_empty() {
            return Err(Error::invalid(field, "missing file name; set one with `Upload::file_name`"));
        }
        Ok(&self.file_name)
    }

    /// Opens the file for one attempt.
    pub(crate) fn open(&mut self, field: &str, limit: Option<u64>, failure: &Failure) -> Result<FileContent<'_>> {
        let mut started = None;
        let (content, length): (Box<dyn Read + '_>, _) = match &mut self.source {
            Source::Reader(_, true) | Source::Path(_, true) => {
                return Err(Error::invalid(field, "the reader has already been consumed").with_kind(ErrorKind::Upload));
            }
            Source::Reader(reader, read) => {
                started = Some(read);
                (Box::new(reader), self.length)
            }
            Source::Bytes(bytes) => (Box::new(bytes.as_slice()), self.length),
            Source::Path(path, read) => match open(path) {
                Ok(Opened::File(content, length)) => (content, length),
                Ok(Opened::Stream(file)) => {
                    started = Some(read);
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
        Ok(FileContent { field, content, started, read_bytes: 0, reported: 0, length, limit, failure, progress })
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

/// The field whose content could not be read, and the error. ureq would report a failed connection instead.
pub(crate) type Failure = Arc<OnceLock<ReadFailure>>;

/// Why the content of a file could not be read.
#[derive(Debug)]
pub(crate) struct ReadFailure {
    pub(crate) field: String,
    pub(crate) kind: ErrorKind,
    pub(crate) message: String,
}

/// The content of a file.
pub(crate) struct FileContent<'a> {
    field: String,
    content: Box<dyn Read + 'a>,
    /// Set on the first read if the content can be read only once.
    started: Option<&'a mut bool>,
    read_bytes: u64,
    /// How much of `read_bytes` was reported to `progress`.
    reported: u64,
    pub(crate) length: Option<u64>,
    limit: Option<u64>,
    failure: Failure,
    progress: Option<&'a mut Progress>,
}

impl FileContent<'_> {
    fn report(&mut self) {
        if self.read_bytes > self.reported {
            self.reported = self.read_bytes;
            if let Some(progress) = &mut self.progress {
                progress(self.read_bytes, self.length);
            }
        }
    }

    /// Reads content and checks its length. ureq would wait for missing bytes and cut off additional ones.
    fn read_checked(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(started) = &mut self.started {
            **started = true;
        }
        let count = loop {
            match self.content.read(buffer) {
                // A signal isn't the end of the content.
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?,
            }
        };
        self.read_bytes += count as u64;
        match (self.length, self.limit) {
            (Some(length), _) if self.read_bytes > length => {
                Err(io::Error::other(format!("more than the declared {length} bytes")))
            }
            (Some(length), _) if count == 0 && self.read_bytes < length => {
                Err(io::Error::other(format!("it ends after {} of {length} bytes", self.read_bytes)))
            }
            (None, Some(limit)) if self.read_bytes > limit => {
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
