//! The client.

pub(crate) mod builder;
mod host;

use std::fmt;
use std::sync::Arc;

use crate::transport::Transport;

/// An API client.
///
/// `ApiClient` has one method per operation, named after the operation in the API reference: `CreateUser` becomes
/// [`create_user`](Self::create_user).
///
/// A client is cheap to clone. Clones share its connection pool, and one client can be used by all threads of a program.
///
/// ```no_run
/// use sunshine_conversations::{ApiClient, Credentials};
///
/// let api = ApiClient::builder()
///     .subdomain("acme")
///     .credentials(Credentials::basic("app_5d8c", "secret"))
///     .build()?;
/// let user = api.get_user("5d8cff3cd55b040010928b5b", "steve").send()?.user;
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[derive(Clone)]
pub struct ApiClient {
    pub(crate) transport: Arc<Transport>,
}

impl ApiClient {
    /// Reads a response with a closure. Reports unknown parts to the observer.
    #[inline]
    pub(crate) fn observed<T>(&self, operation: &str, read: impl FnOnce() -> T) -> T {
        match &self.transport.observer {
            None => read(),
            Some(observer) => observer.read(operation, read),
        }
    }

    /// Returns the URL to which request paths are appended, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.transport.base_url
    }
}

impl fmt::Debug for ApiClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiClient")
            .field("base_url", &self.transport.base_url)
            .field("credentials", &self.transport.credentials)
            .field("connect_timeout", &self.transport.connect_timeout)
            .field("timeout", &self.transport.timeout)
            .field("upload_timeout", &self.transport.upload_timeout)
            .field("retry", &self.transport.retry)
            .finish_non_exhaustive()
    }
}
