// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What the API answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppResponse {
    /// The app.
    pub app: App,
}

impl Fields for AppResponse {
    const NAME: &'static str = "AppResponse";
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

impl<'de> Deserialize<'de> for AppResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("app", &self.app);
        object.end()
    }
}
