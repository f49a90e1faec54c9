//! Responses that are written while they are sent, because their text would take much memory.

use std::io;
use std::io::{BufWriter, Write};

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, header};
use futures_util::stream;
use serde::Serialize;
use tokio::sync::mpsc::{Sender, channel};

/// The size of a chunk.
const CHUNK: usize = 64 * 1024;

/// How many chunks a slow client may be behind before the writer waits.
const BACKLOG: usize = 4;

struct Chunks(Sender<io::Result<Bytes>>);

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.0.blocking_send(Ok(Bytes::copy_from_slice(bytes)));
        sent.map(|()| bytes.len()).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns a response with a JSON body. If the value can't be serialized, the connection is closed in the middle.
pub(crate) fn json_stream(value: impl Serialize + Send + 'static) -> Response<Body> {
    let (sender, receiver) = channel(BACKLOG);
    tokio::task::spawn_blocking(move || {
        let mut writer = BufWriter::with_capacity(CHUNK, Chunks(sender.clone()));
        let written = serde_json::to_writer(&mut writer, &value).map_err(io::Error::from);
        if let Err(error) = written.and_then(|()| writer.flush()) {
            // An error means that the client has left.
            let _ = sender.blocking_send(Err(error));
        }
    });
    let chunks = stream::unfold(receiver, |mut receiver| async { Some((receiver.recv().await?, receiver)) });
    let mut response = Response::new(Body::from_stream(chunks));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
