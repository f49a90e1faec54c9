// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// An app, with the subdomain of its account.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppResponseWithSubdomain {
    /// See [`AppWithSubdomain`].
    pub app: AppWithSubdomain,
}

impl AppResponseWithSubdomain {
    /// Made of what is required; all else is unset.
    pub fn new(app: impl Into<AppWithSubdomain>) -> Self {
        Self { app: app.into() }
    }

    /// Sets [`Self::app`].
    pub fn with_app(mut self, app: impl Into<AppWithSubdomain>) -> Self {
        self.app = app.into();
        self
    }
}

impl Fields for AppResponseWithSubdomain {
    const NAME: &'static str = "AppResponseWithSubdomain";
    const KEYS: &'static [&'static str] = &["app"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut app = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut app),
                _ => object.skip(),
            }?;
        }
        Ok(Self { app: given(app, "app")? })
    }
}

impl<'de> Deserialize<'de> for AppResponseWithSubdomain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppResponseWithSubdomain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("app", &self.app);
        object.end()
    }
}
