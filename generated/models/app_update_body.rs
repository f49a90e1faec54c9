// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Changes to an app.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppUpdateBody {
    /// Friendly name of the app.
    pub display_name: Option<String>,
    /// See [`AppSettings`].
    pub settings: Option<AppSettings>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Patch<Json>,
}

impl AppUpdateBody {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { display_name: None, settings: None, metadata: Patch::Keep }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }

    /// Sets [`Self::settings`].
    pub fn with_settings(mut self, settings: impl Into<AppSettings>) -> Self {
        self.settings = Some(settings.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Patch::Set(metadata.into());
        self
    }

    /// Clears [`Self::metadata`]: the API sets it to `null`.
    #[inline]
    pub fn clear_metadata(mut self) -> Self {
        self.metadata = Patch::Clear;
        self
    }
}

impl Default for AppUpdateBody {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for AppUpdateBody {
    const NAME: &'static str = "AppUpdateBody";
    const KEYS: &'static [&'static str] = &["displayName", "settings", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = None;
        let mut settings = None;
        let mut metadata = Patch::Keep;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut display_name),
                1 => object.value(&mut settings),
                2 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { display_name, settings, metadata })
    }
}

impl<'de> Deserialize<'de> for AppUpdateBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppUpdateBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("displayName", &self.display_name);
        object.option("settings", &self.settings);
        object.patch("metadata", &self.metadata);
        object.end()
    }
}
