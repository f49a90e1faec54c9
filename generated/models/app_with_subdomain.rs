// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// The app.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppWithSubdomain {
    /// Canonical ID of the app, by which it can be retrieved.
    pub id: String,
    /// Friendly name of the app.
    pub display_name: Option<String>,
    /// See [`AppSettings`].
    pub settings: Option<AppSettings>,
    /// Custom properties as a flat object of at most 4 KB.
    ///
    /// A value is a string, a number or a boolean; nothing else is supported.
    pub metadata: Option<Json>,
    /// Subdomain of the app.
    pub subdomain: Option<String>,
}

impl AppWithSubdomain {
    /// Made of what is required; all else is unset.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), display_name: None, settings: None, metadata: None, subdomain: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
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
        self.metadata = Some(metadata.into());
        self
    }

    /// Sets [`Self::subdomain`].
    pub fn with_subdomain(mut self, subdomain: impl Into<String>) -> Self {
        self.subdomain = Some(subdomain.into());
        self
    }
}

impl Fields for AppWithSubdomain {
    const NAME: &'static str = "AppWithSubdomain";
    const KEYS: &'static [&'static str] = &["id", "displayName", "settings", "metadata", "subdomain"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut display_name = None;
        let mut settings = None;
        let mut metadata = None;
        let mut subdomain = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut display_name),
                2 => object.value(&mut settings),
                3 => object.value(&mut metadata),
                4 => object.value(&mut subdomain),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, display_name, settings, metadata, subdomain })
    }
}

impl<'de> Deserialize<'de> for AppWithSubdomain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppWithSubdomain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("displayName", &self.display_name);
        object.option("settings", &self.settings);
        object.option("metadata", &self.metadata);
        object.option("subdomain", &self.subdomain);
        object.end()
    }
}
