//! Downloads of files: attachments, and any other URL.

mod file;
mod file_name;

use std::fmt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use http::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_RANGE,
    CONTENT_TYPE, DATE, ETAG, IF_RANGE, LAST_MODIFIED, LOCATION, RANGE, USER_AGENT,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use log::{debug, trace};
use ureq::BodyReader;

use self::file::Temporary;
use crate::auth::credentials::Authorization;
use crate::base::LOG;
use crate::base::redact::Secrets;
use crate::body::upload::Progress;
use crate::client::ApiClient;
use crate::error::Repeat;
use crate::error::{Error, ErrorKind, Result};
use crate::request::target::Target;
use crate::retry::{RetryPolicy, ZERO, limited};
use crate::transport::EXCERPT;
use crate::transport::error_body;
use crate::transport::failure::Limit;
use crate::transport::response::RawResponse;

/// The name of downloads in errors and logs.
const NAME: &str = "download";
/// The default limit of a file, in bytes: twice that of an upload.
const MAX_SIZE: u64 = 100 * 1024 * 1024;
/// How many redirects are followed.
const MAX_REDIRECTS: usize = 10;
/// The largest body of an error response, in bytes.
const MAX_ERROR_SIZE: u64 = 64 * 1024;
/// How much is read at once, in bytes.
const PIECE: usize = 64 * 1024;

impl ApiClient {
    /// Prepares the download of a file, such as the attachment of a message.
    ///
    /// The URL is one that the API returned (`media_url`), or any other. See [`Download`] for the hosts that get the client's
    /// credentials.
    ///
    /// ```no_run
    /// # use sunshine_conversations::{ApiClient, models::ImageMessage};
    /// # let api = ApiClient::from_env()?;
    /// # let image = ImageMessage::new("https://acme.zendesk.com/sc/attachments/v2/01J8/photo.jpg");
    /// api.download(&image.media_url)?.to_path("photo.jpg")?;
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the URL isn't an absolute `https` URL, or has a user name or password. Plain HTTP is only allowed to the local
    /// machine, or with [`allow_http`](crate::ApiClientBuilder::allow_http). Nothing was sent.
    #[doc(alias("attachment", "file", "media", "save"))]
    pub fn download(&self, url: impl AsRef<str>) -> Result<Download> {
        let target =
            Target::parse(url.as_ref(), self.transport.allow_http).map_err(|message| Error::invalid("url", message))?;
        Ok(Download {
            client: self.clone(),
            target,
            timeout: None,
            retry: None,
            max_size: Some(MAX_SIZE),
            replace: false,
            progress: None,
            fault: None,
        })
    }
}

/// A prepared download. Created by [`ApiClient::download`].
///
/// [`to_path`](Self::to_path), [`to_folder`](Self::to_folder), [`to_writer`](Self::to_writer) and [`bytes`](Self::bytes)
/// download the file. [`send`](Self::send) returns a reader, which knows the size, media type and name.
///
/// ```no_run
/// # use sunshine_conversations::ApiClient;
/// # let api = ApiClient::from_env()?;
/// # let url = "https://acme.zendesk.com/sc/attachments/v2/01J8/photo.jpg";
/// let file = api.download(url)?.max_size(20 * 1024 * 1024).send()?;
/// println!("{}: {:?}, {:?} bytes", file.file_name(), file.media_type(), file.size());
/// let path = file.to_folder("attachments")?;
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
///
/// # Credentials
///
/// Private attachments need the client's credentials; they are the default for accounts created on or after December 5,
/// 2024. The credentials and the client's [headers](crate::ApiClientBuilder::header) are sent to these hosts only:
///
/// - the host of the client's base URL, with the same scheme and port. The attachments of an account have its host
///   (`https://acme.zendesk.com/sc/attachments/…`).
/// - the hosts that were added with [`ApiClientBuilder::media_host`](crate::ApiClientBuilder::media_host). None by default.
///
/// All other hosts get `User-Agent`, `Accept`, `Accept-Encoding` and the headers of a resumed download. Up to 10 redirects are
/// followed, but not from https to plain HTTP. Once a redirect has left these hosts, no later request of it has credentials.
/// Downloading a URL that an end user has sent can reach any host that your network allows.
///
/// # Retries and limits
///
/// Failures are retried as the client's [`RetryPolicy`] allows, also after a part of the file has arrived. The download
/// then continues with a `Range` request, if the server declared the size and a strong `ETag` or a `Last-Modified` date that is
/// older than the response. If the file has changed, or the server can't continue, a download to a path, folder or memory
/// starts again, and a reader or writer returns an error of the kind [`Download`](ErrorKind::Download). Two versions of a file
/// are never mixed.
///
/// | Limit | Default | Configure with |
/// | --- | --- | --- |
/// | size of the file | 100 MB (104,857,600 bytes) | [`max_size`](Self::max_size) |
/// | time, with retries | 10 minutes, or the client's timeout if it is set | [`timeout`](Self::timeout) |
/// | retries | those of the client | [`retry`](Self::retry) |
#[must_use = "a download does nothing until it is sent"]
pub struct Download {
    client: ApiClient,
    target: Target,
    timeout: Option<Option<Duration>>,
    retry: Option<RetryPolicy>,
    max_size: Option<u64>,
    replace: bool,
    progress: Option<Progress>,
    fault: Option<Error>,
}

impl Download {
    /// Sets the largest file, in bytes. Defaults to 100 MB (104,857,600 bytes); `None` disables the limit.
    ///
    /// A larger file is an error of the kind [`TooLarge`](ErrorKind::TooLarge), before it is read if the server declares the
    /// size.
    pub fn max_size(mut self, bytes: impl Into<Option<u64>>) -> Self {
        self.max_size = bytes.into();
        self
    }

    /// Sets the timeout for the download, including retries and reading. Defaults to 10 minutes, or the client's timeout if
    /// it is set; `None` disables it. A timeout of zero causes an error on `send`.
    #[doc(alias = "deadline")]
    pub fn timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        let timeout = timeout.into();
        if timeout == Some(Duration::ZERO) {
            self.fault = Some(Error::invalid("timeout", ZERO));
        }
        self.timeout = Some(limited(timeout));
        self
    }

    /// Sets the retry policy for the download. Overrides the client's policy. Resumed and restarted downloads count as retries.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        if policy.is_invalid() {
            self.fault = Some(Error::invalid("attempt_timeout", ZERO));
        }
        self.retry = Some(policy);
        self
    }

    /// Sets whether [`to_path`](Self::to_path) replaces an existing file. Defaults to `false`.
    pub fn overwrite(mut self, overwrite: bool) -> Self {
        self.replace = overwrite;
        self
    }

    /// Sets a callback for the progress: the number of bytes so far, and the total if it is known.
    ///
    /// It is called after each part, and with 0 if the download starts again. The download waits for it. If it panics, the
    /// download panics, the temporary file is removed, and the client stays usable.
    pub fn on_progress(mut self, callback: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.progress = Some(Box::new(callback));
        self
    }

    /// Sends the request, and returns a reader when the headers of a successful response have arrived.
    ///
    /// # Errors
    /// If a setting is invalid, the host can't be reached, the response isn't successful, or the file is too large: see
    /// [`Error`].
    pub fn send(self) -> Result<DownloadReader> {
        let Self { client, target, timeout, retry, max_size, replace, progress, fault } = self;
        let timeout = timeout.unwrap_or(client.transport.upload_timeout);
        let path = target.uri().path().to_owned();
        let mut source = Source {
            policy: retry.unwrap_or_else(|| client.transport.retry.clone()),
            timeout,
            // No deadline if it can't be represented.
            deadline: timeout.and_then(|timeout| Instant::now().checked_add(timeout)),
            attempts: 0,
            fresh: false,
            secrets: Vec::new(),
            path,
            target,
            client,
        };
        let begun = Instant::now();
        let opened = match fault {
            Some(fault) => Err(fault),
            None => source.open(None).and_then(|opened| opened.checked(max_size)),
        };
        let opened = opened.map_err(|error| source.attach_request(error));
        debug!(
            target: LOG,
            "{NAME} GET {}: {}, {} attempt{}, {} ms",
            source.masked_path(),
            opened.as_ref().map_or_else(outcome, |opened| opened.status.to_string()),
            source.attempts,
            if source.attempts == 1 { "" } else { "s" },
            begun.elapsed().as_millis()
        );
        let opened = opened?;
        let file_name = file_name::of(
            opened.headers.get(CONTENT_DISPOSITION).map(HeaderValue::as_bytes),
            source.target.uri().path(),
        );
        Ok(DownloadReader {
            source,
            file_name,
            opened,
            received: 0,
            skip: 0,
            max_size,
            replace,
            progress,
            state: State::Reading,
        })
    }

    /// Downloads the file to a path, and returns its size in bytes: see [`DownloadReader::to_path`].
    ///
    /// # Errors
    /// Those of [`send`](Self::send) and [`DownloadReader::to_path`]. Nothing is sent if the file exists.
    pub fn to_path(self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref();
        if !self.replace && path.symlink_metadata().is_ok() {
            return Err(exists(path).with_call(NAME, &Method::GET, self.target.uri().path()));
        }
        self.send()?.to_path(path)
    }

    /// Downloads the file to a folder under its own name, and returns its path: see [`DownloadReader::to_folder`].
    ///
    /// # Errors
    /// Those of [`send`](Self::send) and [`DownloadReader::to_folder`].
    pub fn to_folder(self, folder: impl AsRef<Path>) -> Result<PathBuf> {
        self.send()?.to_folder(folder)
    }

    /// Downloads the file to a writer, and returns its size in bytes: see [`DownloadReader::to_writer`].
    ///
    /// # Errors
    /// Those of [`send`](Self::send) and [`DownloadReader::to_writer`].
    pub fn to_writer(self, writer: impl Write) -> Result<u64> {
        self.send()?.to_writer(writer)
    }

    /// Downloads the file to memory: see [`DownloadReader::bytes`].
    ///
    /// # Errors
    /// Those of [`send`](Self::send) and [`DownloadReader::bytes`].
    pub fn bytes(self) -> Result<Vec<u8>> {
        self.send()?.bytes()
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the URL, which may contain a signature.
        f.debug_struct("Download").field("host", &self.target.origin().to_string()).finish_non_exhaustive()
    }
}

/// A file that is being downloaded. Created by [`Download::send`].
///
/// If reading fails, the source of the [`io::Error`] is an [`Error`]. After an error, each read fails.
#[must_use = "the file isn't downloaded until it is read"]
pub struct DownloadReader {
    source: Source,
    file_name: String,
    /// The current response.
    opened: Opened,
    /// How many bytes of the file were returned.
    received: u64,
    /// How many bytes of the response were returned before, and are discarded.
    skip: u64,
    max_size: Option<u64>,
    replace: bool,
    progress: Option<Progress>,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Reading,
    Complete,
    Failed,
}

/// Part of a file.
enum Piece {
    /// So many bytes; none at the end.
    Bytes(usize),
    /// The file starts again.
    Restart,
}

impl DownloadReader {
    /// Returns the size of the file in bytes, if the server declared it.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.opened.size
    }

    /// Returns the media type that the server declared, for example `image/jpeg`.
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        self.opened.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// Returns the name of the file: that of the header `Content-Disposition`, or the last part of the URL's path.
    ///
    /// It is safe to use as a file name on all operating systems: not a path or a hidden file, without control characters, not
    /// reserved by Windows, and at most 200 bytes long. `download` if the name isn't known.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Returns the response headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.opened.headers
    }

    /// Downloads the file to a path, and returns its size in bytes.
    ///
    /// It is first written to a temporary file in the same folder, which gets its name when it is complete and on the
    /// disk. After an error, the temporary file is removed. If the process is killed, a file whose name ends in `.part` may
    /// remain. An existing file is an error, unless [`Download::overwrite`] is set.
    ///
    /// # Errors
    /// If the download fails, the file exists or can't be written, or the folder doesn't exist. The kind is
    /// [`Download`](ErrorKind::Download) if the error isn't one of the connection.
    pub fn to_path(mut self, path: impl AsRef<Path>) -> Result<u64> {
        let path = path.as_ref();
        let saved =
            self.save(path).and_then(|file| file.rename(path, self.replace).map_err(|error| unwritten(path, error)));
        saved.map(|()| self.received).map_err(|error| self.source.attach_request(error))
    }

    /// Downloads the file to a folder under its [own name](Self::file_name), and returns its path.
    ///
    /// If the name is taken, a number is added, as in `photo (2).jpg`. An existing file is never replaced. Otherwise, this is
    /// like [`to_path`](Self::to_path). The folder must exist.
    ///
    /// # Errors
    /// Those of [`to_path`](Self::to_path).
    pub fn to_folder(mut self, folder: impl AsRef<Path>) -> Result<PathBuf> {
        let folder = folder.as_ref();
        let saved = self.save(&folder.join(&self.file_name)).and_then(|file| {
            for name in file::candidates(&self.file_name) {
                let path = folder.join(name);
                match file.rename(&path, false) {
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                    renamed => return renamed.map(|()| path.clone()).map_err(|error| unwritten(&path, error)),
                }
            }
            Err(exists(&folder.join(&self.file_name)))
        });
        saved.map_err(|error| self.source.attach_request(error))
    }

    /// Downloads the file to a writer, flushes it, and returns the size in bytes.
    ///
    /// # Errors
    /// If the download or writing fails, or if the file changes while it is downloaded. Part of the file may have been written.
    pub fn to_writer(mut self, mut writer: impl Write) -> Result<u64> {
        let written = self.copy(&mut writer);
        let written = written.and_then(|()| writer.flush().map_err(|error| unwritten(Path::new("the writer"), error)));
        written.map(|()| self.received).map_err(|error| self.source.attach_request(error))
    }

    /// Downloads the file to memory.
    ///
    /// # Errors
    /// If the download fails, or the file is larger than [`Download::max_size`].
    pub fn bytes(mut self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut buffer = vec![0; PIECE];
        loop {
            match self.next(&mut buffer, true) {
                Ok(Piece::Bytes(0)) => return Ok(bytes),
                Ok(Piece::Bytes(count)) => bytes.extend_from_slice(buffer.get(..count).unwrap_or_default()),
                Ok(Piece::Restart) => bytes.clear(),
                Err(error) => return Err(self.source.attach_request(error)),
            }
        }
    }

    /// Downloads the file to a temporary file in the folder of a path.
    fn save(&mut self, path: &Path) -> Result<Temporary> {
        let failed = |error| unwritten(path, error);
        let mut file = Temporary::next_to(path).map_err(failed)?;
        let mut buffer = vec![0; PIECE];
        loop {
            match self.next(&mut buffer, true)? {
                Piece::Bytes(0) => break,
                Piece::Bytes(count) => file.write(buffer.get(..count).unwrap_or_default()).map_err(failed)?,
                Piece::Restart => file.restart().map_err(failed)?,
            }
        }
        file.sync().map_err(failed)?;
        Ok(file)
    }

    /// Reads a part of the file, and resumes the download if the connection fails. A caller that can't restart gets an error
    /// instead.
    fn next(&mut self, buffer: &mut [u8], can_restart: bool) -> Result<Piece> {
        let piece = self.next_piece(buffer, can_restart);
        match &piece {
            Err(_) => self.state = State::Failed,
            Ok(Piece::Restart) => self.report(),
            Ok(Piece::Bytes(count)) if *count > 0 => self.report(),
            Ok(Piece::Bytes(_)) => {}
        }
        piece
    }

    fn next_piece(&mut self, buffer: &mut [u8], can_restart: bool) -> Result<Piece> {
        match self.state {
            State::Complete => return Ok(Piece::Bytes(0)),
            State::Failed => return Err(Error::new(ErrorKind::Download, "the download has already failed")),
            State::Reading if buffer.is_empty() => return Ok(Piece::Bytes(0)),
            State::Reading => {}
        }
        loop {
            let part = match usize::try_from(self.skip) {
                Ok(skip @ 1..) if skip < buffer.len() => buffer.get_mut(..skip).unwrap_or_default(),
                _ => &mut *buffer,
            };
            let error = match self.opened.body.read(part) {
                Ok(0) => match self.opened.size.filter(|size| self.received < *size) {
                    None => {
                        self.state = State::Complete;
                        return Ok(Piece::Bytes(0));
                    }
                    Some(size) => {
                        let message = format!("connection lost after {} of {size} bytes", self.received);
                        Error::new(ErrorKind::Connection, message).with_repeat(Repeat::Idempotent, None)
                    }
                },
                Ok(count) if self.skip > 0 => {
                    self.skip = self.skip.saturating_sub(count as u64);
                    continue;
                }
                Ok(count) => {
                    self.received = self.received.saturating_add(count as u64);
                    check_size(self.received, self.max_size)?;
                    // ureq counts the bytes, but a feature of it that another crate enables could convert text.
                    if self.opened.size.is_some_and(|size| self.received > size) {
                        return Err(Error::new(ErrorKind::Download, "the server sent more than the declared size"));
                    }
                    return Ok(Piece::Bytes(count));
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => self.source.failure(error, &self.opened.host),
            };
            if self.resume(error, can_restart)? {
                return Ok(Piece::Restart);
            }
        }
    }

    /// Continues after an error. Returns `true` if the file starts again.
    fn resume(&mut self, error: Error, can_restart: bool) -> Result<bool> {
        let validator = self.opened.validator.clone().filter(|_| self.received > 0);
        if self.received > 0 && validator.is_none() && !can_restart {
            return Err(error.with_note("not retried: the server can't continue a download"));
        }
        self.source.pause(error)?;
        trace!(target: LOG, "{NAME}: continuing after {} bytes", self.received);
        let range = validator.map(|validator| Wanted { from: self.received, validator, size: self.opened.size });
        let opened = match self.source.open(range.as_ref())? {
            opened if opened.status == StatusCode::RANGE_NOT_SATISFIABLE => {
                if !can_restart {
                    return Err(changed());
                }
                // The file is shorter now.
                self.source.open(None)?
            }
            opened => opened,
        };
        let opened = opened.checked(self.max_size)?;
        let is_partial = opened.status == StatusCode::PARTIAL_CONTENT;
        // The server ignored the range, but a strong validator shows that the file is the same.
        let is_same = opened.size == self.opened.size
            && range.as_ref().is_some_and(|range| opened.validator.as_ref() == Some(&range.validator));
        self.skip = if is_partial { 0 } else { self.received };
        if is_partial {
            self.opened.body = opened.body;
            self.opened.host = opened.host;
            return Ok(false);
        }
        if self.received > 0 && !is_same && !can_restart {
            return Err(changed());
        }
        self.opened = opened;
        if is_same || self.received == 0 {
            return Ok(false);
        }
        (self.received, self.skip) = (0, 0);
        Ok(true)
    }

    /// Copies the rest of the file.
    fn copy(&mut self, writer: &mut impl Write) -> Result<()> {
        let mut buffer = vec![0; PIECE];
        loop {
            match self.next(&mut buffer, false)? {
                Piece::Bytes(0) => return Ok(()),
                Piece::Bytes(count) => writer
                    .write_all(buffer.get(..count).unwrap_or_default())
                    .map_err(|error| unwritten(Path::new("the writer"), error))?,
                Piece::Restart => return Err(changed()),
            }
        }
    }

    fn report(&mut self) {
        let size = self.opened.size;
        if let Some(progress) = &mut self.progress {
            progress(self.received, size);
        }
    }
}

impl Read for DownloadReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.next(buffer, false) {
            Ok(Piece::Bytes(count)) => Ok(count),
            Ok(Piece::Restart) => Err(io::Error::other(self.source.attach_request(changed()))),
            Err(error) => {
                let kind = match error.kind() {
                    ErrorKind::Timeout => io::ErrorKind::TimedOut,
                    ErrorKind::TooLarge => io::ErrorKind::FileTooLarge,
                    _ => io::ErrorKind::Other,
                };
                Err(io::Error::new(kind, self.source.attach_request(error)))
            }
        }
    }
}

impl fmt::Debug for DownloadReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadReader")
            .field("file_name", &self.file_name)
            .field("media_type", &self.media_type())
            .field("size", &self.size())
            .finish_non_exhaustive()
    }
}

/// The file on the server, and the attempts so far.
struct Source {
    client: ApiClient,
    target: Target,
    policy: RetryPolicy,
    timeout: Option<Duration>,
    deadline: Option<Instant>,
    attempts: u32,
    /// Whether to use a new connection, because idle ones may be closed.
    fresh: bool,
    /// The secrets of the requests, except for the client's.
    secrets: Vec<String>,
    path: String,
}

/// The rest of a file.
struct Wanted {
    from: u64,
    validator: HeaderValue,
    size: Option<u64>,
}

/// A response whose body hasn't been read.
struct Opened {
    status: StatusCode,
    headers: HeaderMap,
    body: BodyReader<'static>,
    host: String,
    /// `None` if the body was encoded, too.
    size: Option<u64>,
    /// Identifies this version of the file, byte by byte.
    validator: Option<HeaderValue>,
}

impl Source {
    fn remaining(&self) -> Option<Duration> {
        self.deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()))
    }

    /// Requests the file, with retries.
    fn open(&mut self, wanted: Option<&Wanted>) -> Result<Opened> {
        loop {
            self.attempts = self.attempts.saturating_add(1);
            match self.attempt(wanted) {
                Ok(opened) => return Ok(opened),
                Err(error) => self.pause(error)?,
            }
        }
    }

    /// Waits before the next attempt, or returns the error if there is none.
    fn pause(&mut self, error: Error) -> Result<()> {
        let error = error.with_attempts(self.attempts);
        self.fresh = error.status().is_none();
        match self.policy.pause(&error, true, self.remaining()) {
            Some(pause) if self.remaining().is_none_or(|remaining| pause < remaining) => {
                thread::sleep(pause);
                Ok(())
            }
            None if self.policy.is_too_late(&error, true) => {
                Err(error.with_note("not retried: `Retry-After` exceeds `RetryPolicy::max_retry_after`"))
            }
            Some(_) if error.retry_after().is_some() => {
                Err(error.with_note("not retried: `Retry-After` exceeds the timeout of the call"))
            }
            _ => Err(error),
        }
    }

    /// Requests the file once, and follows redirects.
    fn attempt(&mut self, wanted: Option<&Wanted>) -> Result<Opened> {
        let transport = &self.client.transport;
        // The headers must arrive in time for another attempt. The body can use the remaining time.
        let headers = self.policy.attempt_limit(true, self.attempts.saturating_sub(1));
        let (mut target, mut is_trusted) = (self.target.clone(), true);
        for redirects in 0..=MAX_REDIRECTS {
            is_trusted &= target.origin().is_trusted(&transport.base_url, &transport.media_hosts);
            self.secrets.extend(target.secrets());
            let mut head = http::Request::new(());
            *head.uri_mut() = target.uri().clone();
            *head.headers_mut() = request_headers(&self.client, is_trusted, wanted, &mut self.secrets)?;
            let host = target.origin().to_string();
            let limit = Limit { headers, fresh: self.fresh, remaining: self.remaining(), ..self.limit() };
            let response = self.client.transport.send_request(head, limit, &host)?;
            let status = response.status();
            if status.is_success() || (status == StatusCode::RANGE_NOT_SATISFIABLE && wanted.is_some()) {
                return Opened::new(response, host, wanted);
            }
            let hint = match (status.as_u16(), response.headers().get(LOCATION)) {
                (301 | 302 | 303 | 307 | 308, Some(_)) if redirects == MAX_REDIRECTS => {
                    Some(format!("more than {MAX_REDIRECTS} redirects"))
                }
                (301 | 302 | 303 | 307 | 308, Some(location)) => {
                    match target.follow(location.as_bytes(), transport.allow_http) {
                        Ok(next) => {
                            target = next;
                            continue;
                        }
                        Err(message) => Some(format!("invalid redirect: {message}")),
                    }
                }
                (401 | 403, _) if transport.authorization.is_none() => {
                    Some("the client doesn't have credentials; set `ApiClientBuilder::credentials`".to_owned())
                }
                (401 | 403, _) if !is_trusted => Some(format!(
                    "credentials aren't sent to {host}; if it is a host of the API's files, add it with \
                     `ApiClientBuilder::media_host`"
                )),
                _ => None,
            };
            return Err(error_of(response, hint));
        }
        Err(Error::new(ErrorKind::Download, "too many redirects"))
    }

    fn limit(&self) -> Limit {
        let connect = self.client.transport.connect_timeout;
        Limit {
            remaining: None,
            name: "timeout",
            total: self.timeout,
            fresh: false,
            stream: true,
            headers: None,
            connect,
        }
    }

    fn failure(&self, error: io::Error, host: &str) -> Error {
        self.client.transport.failure(ureq::Error::from(error), self.limit(), host)
    }

    fn masker(&self) -> Secrets {
        let mut secrets = self.client.transport.own_secrets();
        secrets.extend_from_slice(&self.secrets);
        Secrets::new(secrets)
    }

    fn masked_path(&self) -> String {
        self.masker().mask(self.path.clone())
    }

    /// Adds the call to an error, and masks the secrets of the requests.
    fn attach_request(&self, error: Error) -> Error {
        let secrets = self.masker();
        let attempts = self.attempts;
        let error = error.map_text(|text| secrets.mask(text)).shorten_body(EXCERPT).with_attempts(attempts);
        error.with_call(NAME, &Method::GET, &self.masked_path())
    }
}

impl Opened {
    fn new(response: http::Response<ureq::Body>, host: String, wanted: Option<&Wanted>) -> Result<Self> {
        let (parts, body) = response.into_parts();
        let (status, headers) = (parts.status, parts.headers);
        let encoding = headers.get(CONTENT_ENCODING).map(HeaderValue::as_bytes);
        if encoding.is_some_and(|encoding| !encoding.eq_ignore_ascii_case(b"identity")) {
            let message = "the server compressed the file, although the request declined it";
            return Err(Error::new(ErrorKind::Download, message));
        }
        // ureq removes the length of a body that it decompresses, so that one isn't continued.
        let size = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let validator = validator(&headers).filter(|_| size.is_some());
        if status == StatusCode::PARTIAL_CONTENT {
            let wanted = wanted.ok_or("part of the file, which wasn't requested");
            let checked = wanted.and_then(|wanted| wanted.check(&headers, size));
            checked.map_err(|what| Error::new(ErrorKind::Download, format!("206: the server sent {what}")))?;
        }
        let body = body.into_with_config().limit(u64::MAX).reader();
        Ok(Self { status, headers, body, host, size, validator })
    }

    fn checked(self, max_size: Option<u64>) -> Result<Self> {
        self.size.map_or(Ok(()), |size| check_size(size, max_size))?;
        Ok(self)
    }
}

impl Wanted {
    /// Checks that a response is the rest of the same file.
    fn check(&self, headers: &HeaderMap, length: Option<u64>) -> Result<(), &'static str> {
        let range = headers.get(CONTENT_RANGE).and_then(|range| range.to_str().ok()?.strip_prefix("bytes "));
        let (range, total) = range.and_then(|range| range.split_once('/')).ok_or("no valid `Content-Range`")?;
        let (first, last) = range.split_once('-').ok_or("no valid `Content-Range`")?;
        let number = |text: &str| text.trim().parse::<u64>().ok();
        let end = number(last).and_then(|last| last.checked_add(1));
        if number(first) != Some(self.from) || end != self.size || (total != "*" && number(total) != self.size) {
            return Err("another part of the file than the requested one");
        }
        if length != self.size.and_then(|size| size.checked_sub(self.from)) {
            return Err("a part of the file with the wrong length");
        }
        // A date identifies a version only with an earlier date of the response.
        let of_version = |name: HeaderName| headers.get(name).is_none_or(|value| *value == self.validator);
        let is_etag = self.validator.as_bytes().starts_with(b"\"");
        if !of_version(if is_etag { ETAG } else { LAST_MODIFIED }) {
            return Err("part of another version of the file");
        }
        Ok(())
    }
}

/// Returns the headers of a request. Only trusted hosts get the client's.
fn request_headers(
    client: &ApiClient,
    is_trusted: bool,
    wanted: Option<&Wanted>,
    secrets: &mut Vec<String>,
) -> Result<HeaderMap> {
    let transport = &client.transport;
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("*/*"));
    if is_trusted {
        if let Some(authorization) = transport.authorization.as_ref().map(Authorization::header).transpose()? {
            let token = authorization.to_str().ok().and_then(|text| text.split_once(' '));
            secrets.extend(token.map(|(_, token)| token.to_owned()));
            headers.insert(AUTHORIZATION, authorization);
        }
        for (name, value) in &transport.headers {
            headers.insert(name.clone(), value.clone());
        }
    } else if let Some(agent) = transport.headers.get(USER_AGENT) {
        headers.insert(USER_AGENT, agent.clone());
    }
    // Ranges of a compressed file would be those of the compressed bytes.
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    headers.remove(RANGE);
    headers.remove(IF_RANGE);
    if let Some(wanted) = wanted {
        let range = HeaderValue::try_from(format!("bytes={}-", wanted.from));
        headers.insert(RANGE, range.map_err(|_| Error::new(ErrorKind::Download, "invalid range"))?);
        headers.insert(IF_RANGE, wanted.validator.clone());
    }
    Ok(headers)
}

/// Returns the strong `ETag`, or the date of the last change if the file can't have changed twice in that second.
fn validator(headers: &HeaderMap) -> Option<HeaderValue> {
    if let Some(etag) = headers.get(ETAG).filter(|etag| etag.as_bytes().starts_with(b"\"")) {
        return Some(etag.clone());
    }
    let date = |name: HeaderName| httpdate::parse_http_date(headers.get(name)?.to_str().ok()?).ok();
    let is_older = date(LAST_MODIFIED)? + Duration::from_secs(1) <= date(DATE)?;
    headers.get(LAST_MODIFIED).filter(|_| is_older).cloned()
}

/// Converts an error response.
fn error_of(response: http::Response<ureq::Body>, hint: Option<String>) -> Error {
    let (parts, mut body) = response.into_parts();
    // The status code is more useful than the failure to read the body.
    let body = body.with_config().limit(MAX_ERROR_SIZE).read_to_vec().unwrap_or_default();
    let errors = error_body::read(&body);
    RawResponse::of(parts.status.as_u16(), parts.headers, body).into_error(errors, hint)
}

fn check_size(size: u64, limit: Option<u64>) -> Result<()> {
    match limit {
        Some(limit) if size > limit => Err(Error::new(
            ErrorKind::TooLarge,
            format!("the file exceeds {limit} bytes; set `Download::max_size` to raise the limit"),
        )),
        _ => Ok(()),
    }
}

fn changed() -> Error {
    Error::new(ErrorKind::Download, "the file changed while it was downloaded; download it again")
}

fn unwritten(path: &Path, error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return exists(path);
    }
    Error::new(ErrorKind::Download, format!("{} could not be written: {error}", path.display())).with_io_source(error)
}

fn exists(path: &Path) -> Error {
    let message = format!("{} already exists; use another path or `Download::overwrite`", path.display());
    Error::new(ErrorKind::Download, message).with_io_source(io::Error::from(io::ErrorKind::AlreadyExists))
}

fn outcome(error: &Error) -> String {
    error.status().map_or_else(|| format!("{:?}", error.kind()), |status| status.to_string())
}
