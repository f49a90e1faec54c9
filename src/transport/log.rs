//! The log of calls.

use std::time::Duration;

use ::log::{Level, debug, log_enabled, trace};

use super::Transport;
use super::response::RawResponse;
use crate::base::LOG;
use crate::base::redact::mask_body;
use crate::error::{Result, request_id};
use crate::request::{Body, Request};

impl Transport {
    /// Logs a line per call, and the bodies at level trace.
    pub(super) fn log(&self, request: &Request, result: &Result<RawResponse>, time: Duration) {
        let secrets = self.secrets(request);
        let path = secrets.mask(request.path.clone());
        let (status, attempts) = match result {
            Ok(response) => (Some(response.status), response.attempts),
            Err(error) => (error.status(), error.attempts()),
        };
        // The kind of the error, if there isn't a status code.
        let kind = result.as_ref().err().map(|error| format!("{:?}", error.kind()));
        let outcome = status.map(|status| status.to_string()).or(kind).unwrap_or_default();
        let headers = match result {
            Ok(response) => Some(&response.headers),
            Err(error) => error.headers(),
        };
        let id = headers.and_then(request_id).map(|id| format!(", request ID {id}")).unwrap_or_default();
        debug!(
            target: LOG,
            "{} {} {path}: {outcome}, {attempts} attempt{}, {} ms{id}",
            request.operation,
            request.method,
            if attempts == 1 { "" } else { "s" },
            time.as_millis()
        );
        if log_enabled!(target: LOG, Level::Trace) {
            match &request.body {
                Body::None => {}
                Body::Json(json) => {
                    trace!(target: LOG, "{} sent {}", request.operation, secrets.mask(mask_body(json)))
                }
                Body::Form { text, .. } => {
                    trace!(target: LOG, "{} sent a form of {} bytes", request.operation, text.len());
                }
                Body::Raw { bytes, .. } => trace!(target: LOG, "{} sent {} bytes", request.operation, bytes.len()),
                Body::Multipart => trace!(target: LOG, "{} sent {:?}", request.operation, request.parts),
            }
            if let Ok(RawResponse { stream: Some(_), .. }) = result {
                trace!(target: LOG, "{} streams the response", request.operation);
            } else if let Ok(response) = result {
                trace!(target: LOG, "{} got {}", request.operation, secrets.mask(mask_body(&response.body)));
            }
        }
    }
}
