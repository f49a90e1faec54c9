//! The handle of an app.

use std::env;
use std::fmt;
use std::sync::Arc;

use crate::client::ApiClient;
use crate::client::builder::ApiClientBuilder;
use crate::error::{Error, Result};
use crate::models::AppId;
use crate::value::secret::check_white_space;

/// The environment variable with the ID of the app.
const APP_ID: &str = "SUNCO_APP_ID";

/// A client for one app: the operations of the app, without the app ID as an argument.
///
/// `AppClient` has the method of [`ApiClient`] for every operation whose path begins with an app ID. Operations of the
/// account, such as [`list_apps`](ApiClient::list_apps), are on [`client`](Self::client).
///
/// A handle is cheap to clone. It shares the connections, credentials and settings of its client.
///
/// ```no_run
/// use sunshine_conversations::{ApiClient, Credentials};
///
/// let api = ApiClient::builder()
///     .subdomain("acme")
///     .credentials(Credentials::basic("app_5d8c", "secret"))
///     .build()?;
/// let app = api.app("5d8cff3cd55b040010928b5b");
///
/// let user = app.get_user("customer-42").send()?.user;
/// for client in app.list_clients(&user.id).iter() {
///     println!("{}", client?.id);
/// }
/// # Ok::<(), sunshine_conversations::Error>(())
/// ```
#[derive(Clone)]
pub struct AppClient {
    client: ApiClient,
    id: Arc<AppId>,
}

impl ApiClient {
    /// Returns a handle for the app with this ID: its methods don't need the app ID.
    ///
    /// The ID is checked when a call is sent.
    ///
    /// ```no_run
    /// # use sunshine_conversations::ApiClient;
    /// # let api = ApiClient::from_env()?;
    /// let app = api.app("5d8cff3cd55b040010928b5b");
    /// let webhooks = app.list_integrations().send()?.integrations;
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    #[must_use]
    pub fn app(&self, id: impl Into<AppId>) -> AppClient {
        AppClient { client: self.clone(), id: Arc::new(id.into()) }
    }
}

impl AppClient {
    /// Creates a client for the app `SUNCO_APP_ID` from environment variables. The others are those of
    /// [`ApiClientBuilder::from_env`].
    ///
    /// ```no_run
    /// use sunshine_conversations::AppClient;
    ///
    /// // SUNCO_SUBDOMAIN, SUNCO_KEY_ID, SUNCO_KEY_SECRET and SUNCO_APP_ID
    /// let app = AppClient::from_env()?;
    /// println!("{:?}", app.get_app().send()?.app.display_name);
    /// # Ok::<(), sunshine_conversations::Error>(())
    /// ```
    ///
    /// # Errors
    /// If `SUNCO_APP_ID` isn't set or isn't an ID, and those of [`ApiClient::from_env`].
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| env::var(name).ok())
    }

    pub(crate) fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let id = app_id(variable(APP_ID));
        match (ApiClientBuilder::from_variables(variable), id) {
            (Ok(builder), Ok(id)) => Ok(builder.build()?.app(id)),
            (Err(error), Ok(_)) => Err(error),
            (Ok(_), Err(message)) => Err(Error::configuration(message)),
            (Err(error), Err(message)) => Err(error.with_note(&message)),
        }
    }

    /// Returns the client of the handle, for operations of the account.
    #[must_use]
    pub fn client(&self) -> &ApiClient {
        &self.client
    }

    /// Returns the ID of the app.
    #[must_use]
    pub fn id(&self) -> &AppId {
        &self.id
    }
}

/// Checks the value of the environment variable.
fn app_id(value: Option<String>) -> std::result::Result<String, String> {
    let id = value.filter(|id| !id.is_empty()).ok_or_else(|| format!("set {APP_ID}"))?;
    check_white_space(&id).map_err(|message| format!("{APP_ID}: {message}"))?;
    if id == "." || id == ".." {
        return Err(format!("{APP_ID}: must not be `.` or `..`"));
    }
    Ok(id)
}

impl fmt::Debug for AppClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AppClient").field("id", &self.id).field("client", &self.client).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLIENT: [(&str, &str); 2] = [("SUNCO_SUBDOMAIN", "acme"), ("SUNCO_TOKEN", "t")];

    fn from(pairs: &[(&str, &str)]) -> Result<AppClient> {
        let find = |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        AppClient::from_variables(find)
    }

    fn with_app_id(id: &str) -> Result<AppClient> {
        from(&[CLIENT[0], CLIENT[1], (APP_ID, id)])
    }

    #[test]
    fn reads_the_app_id_from_the_environment() {
        let app = with_app_id("5d8c").unwrap();
        assert_eq!((app.id().as_str(), app.client().base_url()), ("5d8c", "https://acme.zendesk.com/sc"));
    }

    #[test]
    fn names_the_variable_of_a_missing_or_invalid_app_id() {
        let message = |result: Result<AppClient>| result.unwrap_err().to_string();
        assert_eq!(message(from(&CLIENT)), "set SUNCO_APP_ID");
        assert_eq!(message(with_app_id("")), "set SUNCO_APP_ID");
        assert!(message(with_app_id("5d8c\n")).starts_with("SUNCO_APP_ID: "));
        assert_eq!(message(with_app_id("..")), "SUNCO_APP_ID: must not be `.` or `..`");
        let both = message(from(&[]));
        assert!(both.contains("SUNCO_SUBDOMAIN") && both.ends_with("(set SUNCO_APP_ID)"), "{both}");
    }

    #[test]
    fn an_invalid_app_id_is_rejected_by_the_call() {
        let api = from(&[CLIENT[0], CLIENT[1], (APP_ID, "a")]).unwrap().client;
        for id in ["", " ", ".", ".."] {
            let error = api.app(id).get_user("u").send().unwrap_err();
            assert!(error.to_string().contains("appId"), "{error}");
            assert_eq!(error.attempts(), 0);
        }
    }

    #[test]
    fn debug_masks_secrets() {
        let api = ApiClient::builder().base_url("https://example.com").credentials(crate::Credentials::bearer("hush"));
        let text = format!("{:?}", api.build().unwrap().app("5d8c"));
        assert!(text.contains("5d8c") && text.contains("example.com") && !text.contains("hush"), "{text}");
    }
}
