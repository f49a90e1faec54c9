//! The methods of the union of the webhook events that find an event's message, and the IDs of the objects that it names.

use serde_json::Value;

use crate::markdown::code;
use crate::model::{Property, Shape, Variant};
use crate::names::{humanize, snake, value_name};
use crate::plan::{Api, Field};
use crate::short_forms::{Method, arm, fields, is_found, is_optional, reference, texts, value, variant_name};

/// How many structs are around the ID of an object at most: an event, its payload, the message, its author.
const DEEPEST: usize = 4;

/// Returns the methods.
pub(crate) fn all(api: &Api<'_>, variants: &[Variant], table: &Value) -> Vec<Method> {
    let ids = api.naming.kinds.iter().filter_map(|kind| id_method(api, variants, table, kind));
    message_methods(api, variants, table).into_iter().chain(ids).collect()
}

/// A struct in an event.
struct Part {
    /// The key of the model.
    model: String,
    /// The expression for the struct.
    value: String,
    /// The keys that lead to it.
    keys: Vec<String>,
}

impl Part {
    fn event(variant: &Variant) -> Self {
        Self { model: variant.model.clone(), value: "event".to_owned(), keys: Vec::new() }
    }

    /// The structs that are fields of this one.
    fn parts(&self, api: &Api<'_>) -> Vec<Self> {
        let part = |field: Field<'_, '_>| {
            let model = model_of(api, &field)?;
            let is_struct = matches!(api.models.all.get(model).map(|model| &model.shape), Some(Shape::Struct(_)));
            is_struct.then(|| Self {
                model: model.to_owned(),
                value: value(&field, &self.value),
                keys: self.keys.iter().chain([&field.property.key]).cloned().collect(),
            })
        };
        fields(api, &self.model, false).into_iter().filter_map(part).collect()
    }
}

/// The model that a field is, not as an item of a list, nor in a box.
fn model_of<'a>(api: &Api<'_>, field: &Field<'a, '_>) -> Option<&'a str> {
    let model = field.property.ty.direct_model()?;
    (field.ty == api.naming.model_in(model, false) && is_found(field)).then_some(model)
}

/// The methods that return the messages of events: structs with text.
fn message_methods(api: &Api<'_>, variants: &[Variant], table: &Value) -> Vec<Method> {
    let mut found: Vec<(&Property<'_>, Option<Method>)> = Vec::new();
    for variant in variants {
        let event = Part::event(variant);
        for part in event.parts(api).into_iter().chain([event]) {
            for field in fields(api, &part.model, false) {
                let Some(model) = model_of(api, &field).filter(|model| texts(api, model, false).is_some()) else {
                    continue;
                };
                let arm = arm(variant_name(table, variants, variant), "event", &reference(&field, &part.value));
                let key = &field.property.key;
                match found.iter_mut().find(|(known, _)| known.key == *key) {
                    Some((known, Some(method))) if known.ty == field.property.ty => method.arms.push(arm),
                    // Two types with one name.
                    Some((_, method)) => *method = None,
                    None => {
                        let docs = format!("Returns the {} of an event that has one.", code(key));
                        let (name, ty) = (value_name(key), api.naming.model_in(model, false).to_owned());
                        let method = Method { name, docs, ty, keys: Vec::new(), arms: vec![arm] };
                        found.push((field.property, Some(method)));
                    }
                }
            }
        }
    }
    found.into_iter().filter_map(|(_, method)| method).collect()
}

/// The method that returns the ID of the object of a kind, if a payload contains such an object.
fn id_method(api: &Api<'_>, variants: &[Variant], table: &Value, kind: &str) -> Option<Method> {
    let mut chars = kind.chars();
    let key: String = chars.next()?.to_lowercase().chain(chars).collect();
    let (mut arms, mut keys) = (Vec::new(), Vec::new());
    for variant in variants {
        let Some((part, id)) = find_id(api, variant, kind, &key) else { continue };
        arms.push(arm(variant_name(table, variants, variant), "event", &id.value));
        if keys.is_empty() && id.is_in_object && part.keys.len() < 2 {
            keys = part.keys;
            keys.extend([key.clone(), "id".to_owned()]);
        }
    }
    let docs = format!(
        "Returns the ID of the event's {}, if it has one. If the type of the event is unknown, the ID is {}.",
        humanize(kind),
        code(&keys.join("."))
    );
    let name = format!("{}_id", snake(kind));
    (!keys.is_empty()).then(|| Method { name, docs, ty: format!("{kind}Id"), keys, arms })
}

/// An ID in a struct.
struct FoundId {
    /// The expression for a reference to it.
    value: String,
    /// Whether it is the `id` of an object in the struct.
    is_in_object: bool,
}

/// Finds the only ID of a kind in the outermost structs that have one.
fn find_id(api: &Api<'_>, variant: &Variant, kind: &str, key: &str) -> Option<(Part, FoundId)> {
    let mut parts = vec![Part::event(variant)];
    for _ in 0..DEEPEST {
        let inner: Vec<Part> = parts.iter().flat_map(|part| part.parts(api)).collect();
        let mut found: Vec<_> =
            parts.into_iter().filter_map(|part| id_in(api, &part, kind, key).map(|id| (part, id))).collect();
        if !found.is_empty() {
            return found.pop().filter(|_| found.is_empty());
        }
        parts = inner;
    }
    None
}

/// The ID in a struct: its `userId`, or the `id` of its `user`.
fn id_in(api: &Api<'_>, part: &Part, kind: &str, key: &str) -> Option<FoundId> {
    let ty = format!("{kind}Id");
    let is_id = |field: &Field<'_, '_>, key: &str| field.property.key == key && field.ty == ty && is_found(field);
    let owner = &part.value;
    let fields_of = |model: &str| fields(api, model, false);
    let all = fields_of(&part.model);
    let own = all.iter().find(|field| is_id(field, &format!("{key}Id")));
    let object = all.iter().filter(|field| field.property.key == key).find_map(|field| {
        let id = fields_of(model_of(api, field)?).into_iter().find(|field| is_id(field, "id"))?;
        Some((field, id))
    });
    let value = match (own, &object) {
        // The first of them that is present.
        (Some(own), Some((object, id))) if is_optional(own) => {
            let of_object = match (is_optional(object), is_optional(id)) {
                (true, true) => format!("owner.{0}.as_ref().and_then(|{0}| {0}.{1}.as_ref())", object.name, id.name),
                (true, false) => format!("owner.{0}.as_ref().map(|{0}| &{0}.{1})", object.name, id.name),
                (false, true) => format!("owner.{}.{}.as_ref()", object.name, id.name),
                (false, false) => format!("Some(&owner.{}.{})", object.name, id.name),
            };
            let borrowed = if owner.ends_with('?') { "" } else { "&" };
            format!("{{ let owner = {borrowed}{owner}; owner.{}.as_ref().or({of_object})? }}", own.name)
        }
        (Some(own), _) => reference(own, owner),
        (None, Some((object, id))) => reference(id, &value(object, owner)),
        (None, None) => return None,
    };
    Some(FoundId { value, is_in_object: object.is_some() })
}
