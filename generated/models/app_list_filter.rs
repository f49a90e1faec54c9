// Generated from openapi.yaml by build.rs: edits are lost.

use super::*;

/// Which apps to list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppListFilter {
    /// Service account to list apps for; if set, only apps it has access to are returned.
    pub service_account_id: Option<String>,
}

impl AppListFilter {
    /// Made of what is required; all else is unset.
    pub fn new() -> Self {
        Self { service_account_id: None }
    }

    /// Sets [`Self::service_account_id`].
    pub fn with_service_account_id(mut self, service_account_id: impl Into<String>) -> Self {
        self.service_account_id = Some(service_account_id.into());
        self
    }
}

impl Default for AppListFilter {
    fn default() -> Self {
        Self::new()
    }
}

impl Fields for AppListFilter {
    const NAME: &'static str = "AppListFilter";
    const KEYS: &'static [&'static str] = &["serviceAccountId"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut service_account_id = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.value(&mut service_account_id),
                _ => object.skip(),
            }?;
        }
        Ok(Self { service_account_id })
    }
}

impl<'de> Deserialize<'de> for AppListFilter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer)
    }
}

impl Serialize for AppListFilter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.option("serviceAccountId", &self.service_account_id);
        object.end()
    }
}
