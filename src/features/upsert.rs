//! Creates an object, or updates the one with the same external ID.

use std::fmt;
use std::time::Duration;

use crate::call::Call;
use crate::error::Result;
use crate::request::Body;
use crate::request::operation::Endpoint;
use crate::request::parameters::Style;
use crate::retry::RetryPolicy;
use crate::value::json::{Json, ObjectText};

/// How often an object is created or updated, if other programs delete and create it at the same time.
const ROUNDS: usize = 3;

/// A prepared create-or-update: two operations, of which the second is only called if the object exists.
///
/// [`ApiClient::upsert_user`](crate::ApiClient::upsert_user) creates it.
///
/// ```no_run
/// use sunshine_conversations::{AppClient, models::*};
///
/// let app = AppClient::from_env()?;
/// let profile = Profile::new().with_given_name("Ada");
/// let body = UserCreateBody::new().with_external_id("customer-42").with_profile(profile);
/// let upserted = app.upsert_user(&body).send()?;
/// println!("{} was {}", upserted.response.user.id, if upserted.created { "created" } else { "updated" });
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[must_use = "a call does nothing until it is sent"]
pub struct Upsert<C, U> {
    create: Call<C>,
    update: Call<U>,
}

/// The result of a create-or-update.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Upserted<T> {
    /// Whether the object was created. `false` if it existed and was updated.
    pub created: bool,
    /// The response of the operation that succeeded.
    pub response: T,
}

impl<C: Endpoint, U: Endpoint<Output = C::Output>> Upsert<C, U> {
    /// Creates the call from both operations. `key` is the field of the body that identifies the object. The fields in
    /// `moved` are query parameters of the update.
    #[allow(dead_code, reason = "used if the document needs it")]
    pub(crate) fn new(create: Call<C>, update: Call<U>, key: &str, moved: &[&str]) -> Self {
        // Both have the same result if they are sent twice.
        let (mut create, mut update) = (create.idempotent(), update.idempotent());
        if let Body::Json(json) = &create.request.body {
            let (mut body, mut queries) = (ObjectText::default(), Vec::new());
            let json = Json::from_text(String::from_utf8_lossy(json)).unwrap_or_default();
            for (name, value) in json.fields() {
                match &*name {
                    name if name == key => {}
                    name if moved.contains(&name) => {
                        queries.extend(value.lenient_text().map(|text| (name.to_owned(), text)))
                    }
                    name => body.push(name, value.as_str()),
                }
            }
            update.request.body = Body::Json(body.finish().into_bytes());
            for (name, value) in queries {
                update = update.query_parameter(&name, Style::Form, &value);
            }
            if json.text_of(key).is_none_or(|text| text.trim().is_empty()) {
                create.request.reject(key, "must be set, because it identifies the object to update");
            }
        }
        Self { create, update }
    }

    /// Creates the object. If it exists (status code 409), updates it instead.
    ///
    /// Correct with concurrent callers: one of them creates the object, and the others update it. Both calls are retried
    /// like a GET, because repeating them doesn't change the result. If the object is deleted before it can be updated, it
    /// is created again.
    ///
    /// # Errors
    /// If the field with the external ID isn't set, and those of [`Call::send`] for both operations. After three rounds in
    /// which the object exists but can't be found, returns the error of creating it.
    pub fn send(mut self) -> Result<Upserted<C::Output>> {
        let mut round = 1;
        loop {
            let conflict = match self.create.exchange() {
                Ok(response) => return Ok(Upserted { created: true, response: response.body }),
                Err(error) if error.status() == Some(409) => error,
                Err(error) => return Err(error),
            };
            match self.update.exchange() {
                Ok(response) => return Ok(Upserted { created: false, response: response.body }),
                Err(error) if error.status() != Some(404) => return Err(error),
                Err(_) if round == ROUNDS => {
                    return Err(conflict.with_note("it exists, but updating it returned 404"));
                }
                Err(_) => round += 1,
            }
        }
    }

    /// Sets the timeout of each call, as [`Call::timeout`] does.
    pub fn timeout(self, timeout: impl Into<Option<Duration>>) -> Self {
        let timeout = timeout.into();
        Self { create: self.create.timeout(timeout), update: self.update.timeout(timeout) }
    }

    /// Sets the retry policy of each call, as [`Call::retry`] does.
    pub fn retry(self, policy: RetryPolicy) -> Self {
        Self { create: self.create.retry(policy.clone()), update: self.update.retry(policy) }
    }

    /// Sets a header of each call, as [`Call::header`] does.
    pub fn header(self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let (name, value) = (name.as_ref(), value.as_ref());
        Self { create: self.create.header(name, value), update: self.update.header(name, value) }
    }
}

impl<C, U> fmt::Debug for Upsert<C, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upsert").field("create", &self.create).field("update", &self.update).finish()
    }
}
