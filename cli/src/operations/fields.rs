//! The fields of bodies, for jobs that read files.

use serde_json::Value;

use super::commands::COMMANDS;
use super::table::{Field, Schema, Type};
use super::{body, check};

/// The operation that creates users.
pub const CREATE: &str = "CreateUser";

/// The schema of an operation's body.
fn schema(operation: &str) -> Option<&'static Schema> {
    match body_type(operation)? {
        Type::Object(schema) => Some(schema),
        _ => None,
    }
}

/// Returns the type of an operation's body.
fn body_type(operation: &str) -> Option<&'static Type> {
    let command = COMMANDS.iter().find(|command| command.id == operation)?;
    command.body.as_ref().map(|body| &body.ty)
}

/// Returns the mistakes in a body.
pub fn mistakes(value: &Value, operation: &str) -> Vec<String> {
    body_type(operation).map_or_else(Vec::new, |ty| check::mistakes(value, ty))
}

/// Returns the keys that a body can have: of the variant with this tag, if the body is a union.
pub fn top_level(operation: &str, tag: Option<&str>) -> &'static [Field] {
    match body_type(operation) {
        Some(Type::Object(schema)) => schema.fields,
        Some(Type::Union(union)) => {
            match union.variants.iter().find(|variant| Some(variant.tag) == tag).map(|it| &it.ty) {
                Some(Type::Object(schema)) => schema.fields,
                _ => &[],
            }
        }
        _ => &[],
    }
}

/// Returns the keys that an update can have: of the schema for this type of integration, if the body is a choice. `None` if they
/// aren't known.
pub fn updatable(operation: &str, tag: Option<&str>) -> Option<&'static [Field]> {
    match body_type(operation)? {
        Type::Object(schema) => Some(schema.fields),
        Type::Choice(schemas) => {
            let name = format!("{}IntegrationUpdate", tag?);
            schemas.iter().find(|schema| schema.name.eq_ignore_ascii_case(&name)).map(|schema| schema.fields)
        }
        _ => None,
    }
}

/// Returns the paths of all fields.
pub fn paths(operation: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for field in schema(operation).map_or(&[][..], |schema| schema.fields) {
        match &field.ty {
            Type::Object(inner) => {
                paths.extend(inner.fields.iter().map(|inner| format!("{}.{}", field.key, inner.key)))
            }
            _ => paths.push(field.key.to_owned()),
        }
    }
    paths
}

/// Returns whether a path is a field, or a key of a free-form object.
pub fn is_field(path: &str, operation: &str) -> bool {
    let first = path.split('.').next().unwrap_or_default();
    let known = paths(operation);
    let is_free = |field: &&Field| field.key == first && matches!(field.ty, Type::Json | Type::Map(_));
    known.iter().any(|field| field == path || field.split('.').next() == Some(path))
        || schema(operation).is_some_and(|schema| schema.fields.iter().any(|field| is_free(&field)))
}

/// Returns the field that a column is named after: its path, or its last key.
pub fn field_named(column: &str, operation: &str) -> Option<String> {
    let fields = paths(operation);
    let last = |field: &&String| field.rsplit('.').next() == Some(column);
    let exact = fields.iter().find(|field| *field == column).or_else(|| fields.iter().find(last)).cloned();
    exact.or_else(|| (column.contains('.') && is_field(column, operation)).then(|| column.to_owned()))
}

/// Splits a path into keys. A key of a free-form object may contain dots.
pub fn keys(path: &str) -> Vec<String> {
    path.splitn(2, '.').map(str::to_owned).collect()
}

/// Converts a cell to the type of a field. Free-form values stay text.
pub fn typed(path: &str, cell: &str, operation: &str) -> std::result::Result<Value, String> {
    let mut ty = schema(operation).map(Type::Object);
    for key in keys(path) {
        ty = match ty {
            Some(Type::Object(schema)) => schema.fields.iter().find(|field| field.key == key).map(|field| field.ty),
            _ => None,
        };
    }
    match ty {
        Some(Type::Json | Type::Map(_)) | None => Ok(Value::String(cell.to_owned())),
        Some(ty) => body::typed(cell, Some(&ty)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn columns_are_named_after_fields() {
        let field = |column: &str| field_named(column, CREATE);
        assert_eq!(field("externalId").as_deref(), Some("externalId"));
        assert_eq!(field("givenName").as_deref(), Some("profile.givenName"));
        assert_eq!(field("profile.email").as_deref(), Some("profile.email"));
        assert_eq!(field("metadata.a.b").as_deref(), Some("metadata.a.b"));
        assert_eq!((field("Name"), field("profile.x"), field("id")), (None, None, None));
    }

    /// The document connects types of integrations with their updates only by name.
    #[test]
    fn updates_have_the_names_of_types() {
        let Some(Type::Union(union)) = body_type("CreateIntegration") else { panic!("not a union") };
        let unknown: Vec<_> = union
            .variants
            .iter()
            .filter(|variant| updatable("UpdateIntegration", Some(variant.tag)).is_none())
            .map(|variant| variant.tag)
            .collect();
        assert_eq!(unknown, [""; 0]);
        let keys: Vec<_> = updatable("UpdateIntegration", Some("whatsapp")).unwrap().iter().map(|it| it.key).collect();
        assert!(keys.contains(&"displayName") && !keys.contains(&"deploymentId"), "{keys:?}");
    }

    #[test]
    fn cells_have_the_type_of_the_field() {
        assert_eq!(typed("toBeRetained", "true", CREATE), Ok(json!(true)));
        assert_eq!(typed("metadata.level", "3", CREATE), Ok(json!("3")));
        assert!(typed("toBeRetained", "yes", CREATE).is_err());
    }
}
