//! Methods that create an object, or update the one with the same external ID.

use serde_json::{Value, json};

use crate::model::Type;
use crate::names::{humanize, value_name};
use crate::operations::{Content, Operation, Output, fields};
use crate::plan::{Api, article, literal};

/// The field that identifies an object for the program that creates it.
const KEY: &str = "externalId";

/// Plans the method for an operation that creates objects: a POST whose body has an external ID, if a PATCH of the same path
/// with that ID updates the object.
pub(crate) fn plan(api: &Api<'_>, index: usize, planned: &[Value]) -> Option<Value> {
    let (create, names) = (api.operations.get(index)?, api.methods.get(index)?);
    let method = names.upsert.as_ref().filter(|_| create.http == "POST")?;
    let created = body_of(create)?;
    let key = fields(&api.models, created)
        .iter()
        .find(|field| field.key == KEY && field.ty == Type::Text && !field.required && !field.view.flag("readOnly"))?;
    let (at, update) = api.operations.iter().enumerate().find(|(_, update)| updates(update, create))?;
    body_of(update)?;
    let key_parameter = update.path.rsplit(['{', '}']).nth(1)?;
    let (planned, update_names) = (planned.get(index)?, api.methods.get(at)?);
    // Only the parameters of the path and the body are required.
    let arguments = planned["arguments"].as_array()?;
    if arguments.len() != planned["pathValues"].as_array()?.len() + 1 {
        return None;
    }
    let is_query = |name: &str| update.parameters.iter().any(|known| known.place == "query" && known.name == name);
    let moved: Vec<_> =
        fields(&api.models, created).iter().map(|field| field.key.as_str()).filter(|key| is_query(key)).collect();
    let noun = humanize(method.strip_prefix("upsert_")?);
    Some(json!({
        "method": method, "noun": noun, "article": article(&noun), "key": literal(&key.key),
        "field": value_name(&key.key), "keyParameter": literal(key_parameter), "moved": moved,
        "create": names.method, "createType": names.ty, "update": update_names.method, "updateType": update_names.ty,
        "arguments": arguments, "pathValues": planned["pathValues"], "handleArguments": planned["handle"]["arguments"],
        "passed": planned["handle"]["passed"],
    }))
}

/// Whether an operation updates the object that another one creates, by its external ID.
fn updates(update: &Operation<'_>, create: &Operation<'_>) -> bool {
    let parameter = update.path.strip_prefix(&create.path).and_then(|rest| rest.strip_prefix("/{")?.strip_suffix('}'));
    let is_external = |name: &str| name.to_lowercase().ends_with(&KEY.to_lowercase()) && !name.contains('/');
    update.http == "PATCH"
        && parameter.is_some_and(is_external)
        && matches!((&update.output, &create.output), (Output::Json(_, one), Output::Json(_, other)) if one == other)
}

/// The type of a required body.
fn body_of<'a>(operation: &'a Operation<'_>) -> Option<&'a Type> {
    match &operation.body.as_ref().filter(|body| body.required)?.content {
        Content::Json(ty) => Some(ty),
        _ => None,
    }
}
