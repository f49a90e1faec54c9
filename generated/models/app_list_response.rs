// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppListResponse {
    /// The apps returned.
    pub apps: Vec<App>,
    /// See [`Meta`].
    pub meta: Meta,
    /// See [`Links`].
    pub links: Option<Links>,
}

impl Fields for AppListResponse {
    const NAME: &'static str = "AppListResponse";
    const KEYS: &'static [&'static str] = &["apps", "meta", "links"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut apps = None;
        let mut meta = Meta::new();
        let mut links = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut apps),
                1 => object.value(&mut meta),
                2 => object.value(&mut links),
                _ => object.skip(),
            }?;
        }
        Ok(Self { apps: given(apps, "apps")?, meta, links })
    }
}

impl<'de> Deserialize<'de> for AppListResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppListResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("apps", &self.apps);
        object.field("meta", &self.meta);
        object.option("links", &self.links);
        object.end()
    }
}

impl Page for AppListResponse {
    type Item = App;
    #[inline]
    fn meta(&self) -> &Meta {
        &self.meta
    }

    #[inline]
    fn into_items(self) -> Vec<Self::Item> {
        self.apps
    }
}
