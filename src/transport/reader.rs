//! The body of a response, read by the caller.

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, Method};
use ureq::BodyReader;

use super::Transport;
use super::failure::Limit;
use crate::error::Result;
use crate::request::Request;

impl Transport {
    /// Sends a request like `execute`, and returns a reader for the body.
    pub(crate) fn stream(self: &Arc<Self>, request: &mut Request) -> Result<ResponseReader> {
        let response = self.perform(request, true)?;
        let path = self.masked_path(request);
        Ok(ResponseReader {
            status: response.status,
            headers: response.headers,
            body: response.stream,
            transport: Arc::clone(self),
            host: self.base_url_of(request)?.into_owned(),
            call: (request.operation, request.method.clone(), path),
            timeout: request.timeout.unwrap_or(self.timeout),
        })
    }
}

/// A reader for a response body. Created by [`Call::send_reader`](crate::Call::send_reader).
///
/// If reading fails, the source of the [`io::Error`] is an [`Error`](crate::Error).
pub struct ResponseReader {
    status: u16,
    headers: HeaderMap,
    body: Option<BodyReader<'static>>,
    transport: Arc<Transport>,
    host: String,
    call: (&'static str, Method, String),
    timeout: Option<Duration>,
}

impl ResponseReader {
    /// Returns the status code.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }
}

impl Read for ResponseReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(body) = &mut self.body else { return Ok(0) };
        body.read(buffer).map_err(|error| {
            let kind = error.kind();
            if kind == io::ErrorKind::Interrupted {
                return error;
            }
            let (name, total) = ("call timeout", self.timeout);
            let limit =
                Limit { remaining: None, name, total, fresh: false, stream: true, headers: None, connect: None };
            let (operation, method, path) = &self.call;
            let error = self.transport.failure(ureq::Error::from(error), limit, &self.host);
            io::Error::new(
                if error.is_timeout() { io::ErrorKind::TimedOut } else { kind },
                error.with_call(operation, method, path),
            )
        })
    }
}

impl fmt::Debug for ResponseReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseReader").field("status", &self.status).finish_non_exhaustive()
    }
}
