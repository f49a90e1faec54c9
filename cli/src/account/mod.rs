//! Accounts: the host, the credentials and the app of a command.

mod commands;
mod profile;
mod secrets;

use std::env;

use sunshine_conversations::{ApiClient, ApiClientBuilder, AppClient, Credentials};

pub use self::commands::{duration, jwt, login, logout, profiles, subcommands};
pub use self::profile::{Profile, Profiles};
use crate::failure::{Failure, Result};

const NO_ACCOUNT: &str = "no account: run `sunco login`, or set SUNCO_SUBDOMAIN, SUNCO_KEY_ID and SUNCO_KEY_SECRET";

/// The kind of credentials, for a request that is only shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Authentication {
    /// A key, with its ID.
    Key(String),
    /// A token.
    Token,
}

/// The account that a command uses.
pub struct Account {
    base_url: String,
    authentication: Authentication,
    /// Missing if requests are only shown.
    builder: Option<ApiClientBuilder>,
    app: Option<String>,
}

/// The options that select an account.
#[derive(Debug, Default, Clone)]
pub struct Selection {
    /// The name of a profile.
    pub profile: Option<String>,
    /// The ID of an app.
    pub app: Option<String>,
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Returns whether a text can be an ID in the path of a request.
pub fn is_id(text: &str) -> bool {
    !text.trim().is_empty() && text != "." && text != ".."
}

/// Returns whether the environment has an account.
fn is_in_environment() -> bool {
    ["SUNCO_SUBDOMAIN", "SUNCO_BASE_URL", "SUNCO_KEY_ID", "SUNCO_TOKEN"].iter().any(|name| variable(name).is_some())
}

impl Account {
    /// Finds the account: a profile by its name, the environment, or the default profile.
    pub fn find(selection: &Selection) -> Result<Self> {
        let mut account = match &selection.profile {
            Some(name) => Self::of_profile(name)?,
            None if is_in_environment() => Self::of_environment()?,
            None => match Profiles::load()?.default_name() {
                Some(name) => Self::of_profile(&name)?,
                None => return Err(Failure::usage(NO_ACCOUNT)),
            },
        };
        let app = selection.app.clone().or_else(|| variable("SUNCO_APP_ID").filter(|_| selection.profile.is_none()));
        account.app = app.or(account.app);
        Ok(account)
    }

    /// Returns an account for requests that are only shown.
    pub fn placeholder(selection: &Selection) -> Self {
        Self {
            base_url: "https://example.zendesk.com/sc".to_owned(),
            authentication: Authentication::Key("KEY_ID".to_owned()),
            builder: None,
            app: Some(
                selection.app.clone().or_else(|| variable("SUNCO_APP_ID")).unwrap_or_else(|| "APP_ID".to_owned()),
            ),
        }
    }

    /// Returns whether an account is configured.
    pub fn is_configured(selection: &Selection) -> bool {
        selection.profile.is_some()
            || is_in_environment()
            || Profiles::load().is_ok_and(|profiles| profiles.default_name().is_some())
    }

    fn of_environment() -> Result<Self> {
        let builder = ApiClientBuilder::from_env()?;
        let authentication = variable("SUNCO_KEY_ID").map_or(Authentication::Token, Authentication::Key);
        Self::new(builder, authentication, None)
    }

    fn of_profile(name: &str) -> Result<Self> {
        let profiles = Profiles::load()?;
        let profile = profiles.get(name)?;
        let secret = secrets::load(&profiles, name)?;
        let (credentials, authentication) = match &profile.key_id {
            Some(id) => (Credentials::basic(id, secret), Authentication::Key(id.clone())),
            None => (Credentials::bearer(secret), Authentication::Token),
        };
        Self::new(profile.builder().credentials(credentials), authentication, profile.app.clone())
    }

    /// Creates an account for a client.
    pub fn new(builder: ApiClientBuilder, authentication: Authentication, app: Option<String>) -> Result<Self> {
        // The base URL in the form that the client uses.
        let base_url = builder.clone().build()?.base_url().to_owned();
        Ok(Self { base_url, authentication, builder: Some(builder), app })
    }

    /// Returns a client.
    pub fn client(&self) -> Result<ApiClient> {
        Ok(self.builder()?.build()?)
    }

    /// Returns the settings of the client.
    pub fn builder(&self) -> Result<ApiClientBuilder> {
        let builder = self.builder.clone().ok_or_else(|| Failure::usage(NO_ACCOUNT))?;
        Ok(builder.user_agent(concat!("sunco/", env!("CARGO_PKG_VERSION"))))
    }

    /// Returns a client of the app.
    pub fn app_client(&self) -> Result<AppClient> {
        Ok(self.client()?.app(self.app()?))
    }

    /// Returns the ID of the app.
    pub fn app(&self) -> Result<&str> {
        match self.app.as_deref() {
            Some(app) if is_id(app) => Ok(app),
            Some(app) => Err(Failure::usage(format!("--app: `{app}` isn't an ID"))),
            None => Err(Failure::usage("no app: use --app, set SUNCO_APP_ID, or run `sunco login --app APP`")),
        }
    }

    /// Returns the base URL.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Returns the kind of credentials.
    pub fn authentication(&self) -> &Authentication {
        &self.authentication
    }
}
