//! Request bodies: reads them up to a limit, and extracts the file of a form.

use std::future::poll_fn;
use std::io;
use std::io::{BufReader, Read};
use std::pin::Pin;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, header};
use multer::Multipart;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc::{Receiver, channel};

use crate::util::error::ApiError;

/// How much of an unread body is discarded: a client that is cut off while it sends never sees the response.
const MAX_DISCARDED: usize = 64 * 1024 * 1024;

/// The form field with the file.
const FILE_FIELD: &str = "source";

/// A file of a form.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) bytes: Bytes,
}

/// Reads a body of at most this many bytes.
pub(crate) async fn read(body: &mut Body, most: usize) -> Result<Bytes, ApiError> {
    let mut bytes = Vec::new();
    while let Some(data) = next(body).await? {
        if bytes.len() + data.len() > most {
            return Err(ApiError::too_large(most));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes.into())
}

/// Parses a JSON body of at most this many bytes while it is read, because its text would take much memory.
pub(crate) async fn parse<T>(body: &mut Body, most: usize) -> Result<T, ApiError>
where
    T: DeserializeOwned + Send + 'static,
{
    let (sender, receiver) = channel(4);
    let parsing = tokio::task::spawn_blocking(move || {
        serde_json::from_reader(BufReader::new(Chunks { receiver, chunk: Bytes::new() }))
    });
    let mut length = 0;
    while let Some(data) = next(body).await? {
        length += data.len();
        if length > most {
            return Err(ApiError::too_large(most));
        }
        // An error means that the rest isn't needed, because the JSON isn't valid.
        if sender.send(data).await.is_err() {
            break;
        }
    }
    drop(sender);
    let parsed = parsing.await.map_err(|error| ApiError::internal(error.to_string()))?;
    parsed.map_err(|error| ApiError::bad_request(format!("body: {error}")))
}

/// The chunks of a body as a reader.
struct Chunks {
    receiver: Receiver<Bytes>,
    chunk: Bytes,
}

impl Read for Chunks {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.chunk.is_empty() {
            match self.receiver.blocking_recv() {
                Some(chunk) => self.chunk = chunk,
                None => return Ok(0),
            }
        }
        let length = buffer.len().min(self.chunk.len());
        buffer[..length].copy_from_slice(&self.chunk.split_to(length));
        Ok(length)
    }
}

/// Discards the rest of a body.
pub(crate) async fn discard(body: &mut Body) {
    let mut discarded = 0;
    while discarded < MAX_DISCARDED
        && let Ok(Some(data)) = next(body).await
    {
        discarded += data.len();
    }
}

async fn next(body: &mut Body) -> Result<Option<Bytes>, ApiError> {
    loop {
        match poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await {
            None => return Ok(None),
            Some(Err(error)) => return Err(ApiError::bad_request(format!("body: {error}"))),
            // Trailers are ignored.
            Some(Ok(frame)) => {
                if let Ok(data) = frame.into_data() {
                    return Ok(Some(data));
                }
            }
        }
    }
}

fn content_type(headers: &HeaderMap) -> &str {
    headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Whether the content type is JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let content_type = content_type(headers);
    let essence = content_type.split_once(';').map_or(content_type, |(essence, _)| essence);
    essence.trim().eq_ignore_ascii_case("application/json")
}

/// Extracts the only file of a form; other fields are ignored.
pub(crate) async fn file(headers: &HeaderMap, body: Bytes) -> Result<File, ApiError> {
    let boundary = match multer::parse_boundary(content_type(headers)) {
        Ok(boundary) => boundary,
        Err(multer::Error::NoBoundary) => {
            return Err(ApiError::bad_request("body: the content type doesn't have a boundary"));
        }
        Err(_) => return Err(ApiError::unsupported_media_type("multipart/form-data")),
    };
    let mut form = Multipart::new(Body::from(body).into_data_stream(), boundary);
    let mut file = None;
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        if field.name() != Some(FILE_FIELD) {
            continue;
        }
        if file.is_some() {
            return Err(ApiError::bad_request("source: only one file at a time"));
        }
        let name = field.file_name().map(base_name).filter(|name| !name.is_empty());
        let name = name.ok_or_else(|| ApiError::bad_request("source: must be a file, with a file name"))?.to_owned();
        let media_type = field.content_type().map_or("application/octet-stream", |media_type| media_type.as_ref());
        let media_type = media_type.to_owned();
        file = Some(File { name, media_type, bytes: field.bytes().await.map_err(malformed)? });
    }
    file.ok_or_else(|| ApiError::bad_request("source: is required"))
}

/// Without directories, which some clients send along.
fn base_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

fn malformed(error: multer::Error) -> ApiError {
    ApiError::bad_request(format!("body: not a valid form: {error}"))
}
