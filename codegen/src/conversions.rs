//! Models that describe the same object, by their names.

use serde_json::{Value, json};

use crate::model::{Model, Shape};
use crate::plan::Api;

/// Plans the conversions of a model: from the form of webhooks (`MessageWebhook`) to that of responses (`Message`), and from a
/// record (`User`) to the body that updates it (`UserUpdateBody`).
pub(crate) fn plan(api: &Api<'_>, key: &str, name: &str, model: &Model<'_>) -> Vec<Value> {
    let is_struct = |model: &Model<'_>| matches!(model.shape, Shape::Struct(_));
    if !is_struct(model) {
        return Vec::new();
    }
    // A variant of a union is written without its tag.
    let is_variant = |key: &str| api.models.tags.contains_key(key);
    let find = |name: &str| {
        let mut all = api.models.all.iter().filter(|(_, model)| is_struct(model));
        all.find_map(|(key, _)| (api.naming.model(key) == Some(name)).then_some(key))
    };
    let mut conversions = Vec::new();
    if let Some(base) = name.strip_suffix("Webhook")
        && !is_variant(key)
        && find(base).is_some_and(|base| !is_variant(base) && api.usage.is_received(base))
    {
        conversions.push(json!({"sameObject": {"from": name, "to": base}}));
    }
    for suffix in ["UpdateBody", "Update"] {
        if let Some(base) = name.strip_suffix(suffix)
            && api.usage.is_update_only(key)
            && find(base).is_some_and(|base| api.usage.is_received(base))
        {
            conversions.push(json!({"bodyOf": {"from": base, "to": name}}));
        }
    }
    // The form for updates of a model that responses have, too.
    if let Some(twin) = api.naming.twin(key)
        && api.usage.is_received(key)
    {
        conversions.push(json!({"bodyOf": {"from": name, "to": twin}}));
    }
    conversions
}
