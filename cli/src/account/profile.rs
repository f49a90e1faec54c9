//! Profiles: accounts in a file that only the user can read.

use std::collections::BTreeMap;
use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sunshine_conversations::{ApiClient, ApiClientBuilder};

use crate::failure::{Failure, Result};

/// An account.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// The base URL of the API.
    pub base_url: String,
    /// Whether plain HTTP is allowed, for a server on this machine.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub allow_http: bool,
    /// The ID of the key. Without one, the secret is a token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    /// The default app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
}

impl Profile {
    /// Returns the settings of a client, without credentials.
    pub fn builder(&self) -> ApiClientBuilder {
        ApiClient::builder().base_url(&self.base_url).allow_http(self.allow_http)
    }
}

/// All profiles.
#[derive(Default, Serialize, Deserialize)]
pub struct Profiles {
    #[serde(skip)]
    folder: PathBuf,
    default: Option<String>,
    profiles: BTreeMap<String, Profile>,
    /// The secrets that aren't in a keyring, by profile.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) secrets: BTreeMap<String, String>,
}

const FILE: &str = "profiles.json";

impl Profiles {
    /// Reads the profiles. Without a file, there are none.
    pub fn load() -> Result<Self> {
        let folder = folder()?;
        let path = folder.join(FILE);
        let invalid = |e: &dyn std::fmt::Display| Failure::usage(format!("can't read {}: {e}", path.display()));
        let mut profiles: Self = match fs::read_to_string(&path) {
            // The error of serde_json doesn't quote the file.
            Ok(text) => serde_json::from_str(&text).map_err(|e| invalid(&e))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::default(),
            Err(error) => return Err(invalid(&error)),
        };
        profiles.folder = folder;
        Ok(profiles)
    }

    /// Writes the profiles.
    pub fn save(&self) -> Result<()> {
        let path = self.folder.join(FILE);
        let failed = |e: io::Error| Failure::Io(format!("can't write {}: {e}", path.display()));
        let json = serde_json::to_string_pretty(self).map_err(|e| failed(e.into()))?;
        create_folder(&self.folder).map_err(failed)?;
        let new = path.with_extension("new");
        let _ = fs::remove_file(&new);
        let mut file = create_private(&new).map_err(failed)?;
        file.write_all(json.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
        fs::rename(&new, &path).map_err(failed)
    }

    /// Returns a profile.
    pub fn get(&self, name: &str) -> Result<&Profile> {
        let known = || self.profiles.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        self.profiles.get(name).ok_or_else(|| {
            let hint =
                if self.profiles.is_empty() { "run `sunco login`".to_owned() } else { format!("known: {}", known()) };
            Failure::usage(format!("no profile `{name}`; {hint}"))
        })
    }

    /// Adds or replaces a profile. The first one is the default.
    pub fn insert(&mut self, name: &str, profile: Profile) {
        self.default.get_or_insert_with(|| name.to_owned());
        self.profiles.insert(name.to_owned(), profile);
    }

    /// Removes a profile.
    pub fn remove(&mut self, name: &str) -> Result<()> {
        self.get(name)?;
        self.profiles.remove(name);
        self.secrets.remove(name);
        if self.default.as_deref() == Some(name) {
            self.default = self.profiles.keys().next().cloned();
        }
        Ok(())
    }

    /// Sets the default profile.
    pub fn set_default(&mut self, name: &str) -> Result<()> {
        self.get(name)?;
        self.default = Some(name.to_owned());
        Ok(())
    }

    /// Returns the name of the default profile.
    pub fn default_name(&self) -> Option<String> {
        self.default.clone()
    }

    /// Returns all profiles by name.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Profile)> {
        self.profiles.iter()
    }

    /// Returns the path of the file.
    pub fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }
}

/// The folder of the program's files: `SUNCO_CONFIG_DIR`, or `sunco` in the user's folder for configuration.
fn folder() -> Result<PathBuf> {
    let variable = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let default = || {
        let home = || variable("HOME").map(|home| home.join(".config"));
        let base = if cfg!(windows) { variable("APPDATA") } else { variable("XDG_CONFIG_HOME").or_else(home) };
        base.map(|base| base.join("sunco"))
    };
    variable("SUNCO_CONFIG_DIR")
        .or_else(default)
        .ok_or_else(|| Failure::usage("no folder for profiles: set SUNCO_CONFIG_DIR or HOME"))
}

#[cfg(unix)]
pub fn is_readable_by_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
pub fn is_readable_by_others(_path: &Path) -> bool {
    false
}

#[cfg(unix)]
fn create_folder(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Creates a file that only the user can read.
pub fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}
