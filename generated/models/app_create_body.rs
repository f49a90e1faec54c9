// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An app to be created.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppCreateBody {
    /// Friendly name of the app.
    pub display_name: String,
    /// See [`AppSettings`].
    pub settings: Option<AppSettings>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
}

impl AppCreateBody {
    /// Made of what is required; all else is unset.
    pub fn new(display_name: impl Into<String>) -> Self {
        Self { display_name: display_name.into(), settings: None, metadata: None }
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = display_name.into();
        self
    }

    /// Sets [`Self::settings`].
    pub fn with_settings(mut self, settings: impl Into<AppSettings>) -> Self {
        self.settings = Some(settings.into());
        self
    }

    /// Sets [`Self::metadata`].
    pub fn with_metadata(mut self, metadata: impl Into<Json>) -> Self {
        self.metadata = Some(metadata.into());
        self
    }
}

impl Fields for AppCreateBody {
    const NAME: &'static str = "AppCreateBody";
    const KEYS: &'static [&'static str] = &["displayName", "settings", "metadata"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut display_name = None;
        let mut settings = None;
        let mut metadata = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut display_name),
                1 => object.value(&mut settings),
                2 => object.value(&mut metadata),
                _ => object.skip(),
            }?;
        }
        Ok(Self { display_name: given(display_name, "displayName")?, settings, metadata })
    }
}

impl<'de> Deserialize<'de> for AppCreateBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppCreateBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("displayName", &self.display_name);
        object.option("settings", &self.settings);
        object.option("metadata", &self.metadata);
        object.end()
    }
}
