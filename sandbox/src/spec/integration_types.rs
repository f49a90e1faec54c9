//! The integration types in the document: their fields, and which of them an update may change.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::spec::schema::{Components, Converter, Schema, resolve};
use crate::spec::violation::Violation;
use crate::util::packed::Object;
use crate::util::values::{entries, list};

const BASE: &str = "/components/schemas/integration";

const UPDATE: &str = "/components/schemas/integrationUpdate";

pub(crate) struct IntegrationType {
    /// The schemas of all fields.
    pub(crate) fields: Object,
    /// The fields that an update may change.
    updatable: Object,
    update: Schema,
}

impl IntegrationType {
    /// All types, by discriminator value.
    pub(crate) fn all(document: &Value) -> BTreeMap<String, Self> {
        let mapping = document.pointer(BASE).map_or(&Value::Null, |base| &base["discriminator"]["mapping"]);
        entries(mapping).map(|(name, reference)| (name.to_owned(), Self::new(document, name, reference))).collect()
    }

    fn new(document: &Value, name: &str, reference: &Value) -> Self {
        let update = update_schema(document, name);
        Self {
            fields: fields(document, &json!({"$ref": reference})),
            updatable: fields(document, &update),
            update: Schema::new(Converter::REQUEST.schema(&update)),
        }
    }

    /// Whether the API shows this field.
    pub(crate) fn shows(&self, field: &str) -> bool {
        self.fields.get(field).is_some_and(|schema| schema["writeOnly"] != true)
    }

    pub(crate) fn can_update(&self, field: &str) -> bool {
        self.updatable.contains_key(field)
    }

    pub(crate) fn update_violations(&self, body: &Value, components: &Components) -> Vec<Violation> {
        self.update.violations(body, components)
    }
}

/// The branch of the update's union for the type's name; some use other capitals.
fn update_schema(document: &Value, name: &str) -> Value {
    let union = document.pointer(UPDATE).map_or(&Value::Null, |update| &update["oneOf"]);
    let is_it = |branch: &&Value| {
        let schema = branch["$ref"].as_str().and_then(|reference| reference.rsplit('/').next());
        schema.is_some_and(|schema| schema.eq_ignore_ascii_case(&format!("{name}Update")))
    };
    list(union).find(is_it).cloned().unwrap_or_else(|| json!({"type": "object"}))
}

/// The properties of a schema and of all schemas that it extends.
fn fields(document: &Value, schema: &Value) -> Object {
    let schema = resolve(document, schema);
    let mut all: Object = list(&schema["allOf"]).flat_map(|part| fields(document, part)).collect();
    all.extend(entries(&schema["properties"]).map(|(name, field)| (name.to_owned(), resolve(document, field).clone())));
    all
}

/// The fields of an update depend on the integration's type, so its handler checks them. That any type allows the
/// update would prove little.
pub(crate) fn open_update(document: &mut Value) {
    if let Some(update) = document.pointer_mut(UPDATE) {
        *update = json!({"type": "object"});
    }
}

/// A base with a discriminator and no branches becomes the union of the schemas that extend it, so that a reference to
/// the base is validated as its actual type. The extending schemas refer to the base by another name.
pub(crate) fn spread_bases(document: &mut Value) {
    let Some(schemas) = document["components"]["schemas"].as_object_mut() else { return };
    let is_base = |schema: &Value| schema["discriminator"]["mapping"].is_object() && schema.get("oneOf").is_none();
    let bases: Vec<String> =
        schemas.iter().filter(|(_, schema)| is_base(schema)).map(|(name, _)| name.clone()).collect();
    for name in bases {
        spread(schemas, &name);
    }
}

fn spread(schemas: &mut Map<String, Value>, name: &str) {
    let base_name = format!("{name}Base");
    let Some(mut base) = schemas.remove(name) else { return };
    let discriminator = base["discriminator"].take();
    let references: Vec<String> =
        entries(&discriminator["mapping"]).filter_map(|(_, reference)| Some(reference.as_str()?.to_owned())).collect();
    let (old, new) = (format!("#/components/schemas/{name}"), format!("#/components/schemas/{base_name}"));
    for child in references.iter().filter_map(|reference| reference.rsplit('/').next()) {
        let parts = schemas.get_mut(child).and_then(|child| child["allOf"].as_array_mut());
        for part in parts.into_iter().flatten().filter(|part| part["$ref"] == old) {
            part["$ref"] = new.clone().into();
        }
    }
    let branches: Vec<Value> = references.iter().map(|reference| json!({"$ref": reference})).collect();
    schemas.insert(base_name, base);
    schemas.insert(name.to_owned(), json!({"oneOf": branches, "discriminator": discriminator}));
}
