//! The secrets of profiles: in the system's keyring if there is one, otherwise in the file of the profiles.

use super::profile::{Profiles, is_readable_by_others};
use crate::failure::{Failure, Result};

/// The place of a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The system's keyring.
    Keyring,
    /// The file of the profiles, mode 0600.
    File,
}

/// Stores the secret of a profile, and saves the profiles.
pub fn store(profiles: &mut Profiles, profile: &str, secret: &str, use_keyring: bool) -> Result<Place> {
    profiles.secrets.remove(profile);
    let place = if use_keyring && keyring::set(profile, secret) { Place::Keyring } else { Place::File };
    if place == Place::File {
        profiles.secrets.insert(profile.to_owned(), secret.to_owned());
    }
    profiles.save()?;
    Ok(place)
}

/// Returns the secret of a profile.
pub fn load(profiles: &Profiles, profile: &str) -> Result<String> {
    let in_file = profiles.secrets.get(profile).cloned();
    if in_file.is_some() && is_readable_by_others(&profiles.path()) {
        note!("warning: other users can read {}; run `chmod 600` on it", profiles.path().display());
    }
    let stored = in_file.or_else(|| keyring::get(profile));
    stored.ok_or_else(|| {
        Failure::usage(format!("the secret of the profile `{profile}` isn't in the keyring; run `sunco login` again"))
    })
}

/// Removes the secret of a profile from the keyring.
pub fn remove(profiles: &Profiles, profile: &str) {
    if !profiles.secrets.contains_key(profile) {
        keyring::remove(profile);
    }
}

/// The system's keyring: the Secret Service of the desktop, the keychain of macOS, or the credential manager of Windows.
#[cfg(feature = "keyring")]
mod keyring {
    use std::sync::Arc;

    use keyring_core::api::CredentialStoreApi;
    use keyring_core::{Entry, Result};

    const SERVICE: &str = "sunco";

    pub fn set(profile: &str, secret: &str) -> bool {
        let stored = entry(profile).and_then(|entry| entry.set_password(secret));
        // Some keyrings accept a secret and don't keep it.
        stored.is_ok() && get(profile).as_deref() == Some(secret)
    }

    pub fn get(profile: &str) -> Option<String> {
        entry(profile).and_then(|entry| entry.get_password()).ok()
    }

    pub fn remove(profile: &str) {
        // Nothing is left to do if the entry doesn't exist.
        let _ = entry(profile).and_then(|entry| entry.delete_credential());
    }

    fn entry(profile: &str) -> Result<Entry> {
        store()?.build(SERVICE, profile, None)
    }

    #[cfg(target_os = "macos")]
    fn store() -> Result<Arc<impl CredentialStoreApi>> {
        apple_native_keyring_store::keychain::Store::new()
    }

    #[cfg(windows)]
    fn store() -> Result<Arc<impl CredentialStoreApi>> {
        windows_native_keyring_store::Store::new()
    }

    #[cfg(all(unix, not(any(target_os = "android", target_os = "ios", target_os = "macos"))))]
    fn store() -> Result<Arc<impl CredentialStoreApi>> {
        dbus_secret_service_keyring_store::Store::new()
    }

    #[cfg(not(any(windows, all(unix, not(any(target_os = "android", target_os = "ios"))))))]
    fn store() -> Result<Arc<keyring_core::CredentialStore>> {
        Err(keyring_core::Error::NoDefaultStore)
    }
}

#[cfg(not(feature = "keyring"))]
mod keyring {
    pub fn set(_profile: &str, _secret: &str) -> bool {
        false
    }

    pub fn get(_profile: &str) -> Option<String> {
        None
    }

    pub fn remove(_profile: &str) {}
}
