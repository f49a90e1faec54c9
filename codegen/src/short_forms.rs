//! Short forms for what most callers write: conversions of a value to a model, and methods that find a value in the parts of
//! a model.
//!
//! - A struct whose only required field is an enum converts from the enum, and has a method that tests each value.
//! - The variant `text` of a tagged union converts from text if its only required field is `text`: `{"type": "text", "text": …}`.
//!   So does the union, and it has a method that returns the `text` of any variant.
//! - A struct with such a union as a field has the method, too.
//! - The union of the webhook events finds its messages (structs with such a method), and the IDs of the objects in
//!   payloads.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::event_methods;
use crate::markdown::{code, paragraph};
use crate::model::{EVENT, Shape, Variant};
use crate::names::{Names, snake};
use crate::plan::{Api, Field, WIDTH, literal, variant_names};

/// The tag, and the key, of text.
const TEXT: &str = "text";

/// A method of a union that returns a part of its variants.
pub(crate) struct Method {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) ty: String,
    /// The keys that lead to the part in a variant of an unknown tag.
    pub(crate) keys: Vec<String>,
    pub(crate) arms: Vec<Value>,
}

impl Method {
    fn plan(&self) -> Value {
        json!({
            "name": self.name, "docs": paragraph(&self.docs, WIDTH), "type": self.ty,
            "keys": self.keys.iter().map(|key| literal(key)).collect::<Vec<_>>(), "arms": self.arms,
        })
    }
}

/// Adds the short forms to the table of a struct.
pub(crate) fn add_to_struct(api: &Api<'_>, key: &str, is_update: bool, table: &mut Value) {
    let fields = fields(api, key, is_update);
    if let Some(from) = from_enum(api, &fields).or_else(|| from_text(api, key, is_update, &fields)) {
        table["from"] = from;
    }
    if let Some(field) = texts(api, key, is_update) {
        let docs = format!("Returns the {} of [`Self::{}`], if it has one.", code(TEXT), field.name);
        let value = format!("{}.{TEXT}()", value(&field, "model"));
        table["find"] = json!({"name": TEXT, "docs": paragraph(&docs, WIDTH), "value": value});
    }
}

/// Adds the short forms to the table of a tagged union.
pub(crate) fn add_to_union(api: &Api<'_>, key: &str, is_update: bool, table: &mut Value) {
    let Some(Shape::Tagged { variants, .. }) = api.models.all.get(key).map(|model| &model.shape) else { return };
    if let Some(variant) = text_variant(api, variants, is_update) {
        let name = variant_name(table, variants, variant);
        table["text"] = json!({"name": name, "type": api.naming.model_in(&variant.model, is_update)});
    }
    let mut methods: Vec<Method> = Vec::new();
    methods.extend(text_method(api, key, is_update, table));
    if key == EVENT {
        methods.extend(event_methods::all(api, variants, table));
    }
    let mut taken = common_names(table);
    methods.retain(|method| taken.insert(method.name.clone()));
    table["finds"] = methods.iter().map(Method::plan).collect();
}

/// Returns the struct that a value is the short form of, if a model converts from an enum or text: its name, and the setter
/// of the value if it isn't a parameter of the constructor.
pub(crate) fn made_from_value(api: &Api<'_>, key: &str, is_update: bool) -> Option<(String, Option<String>)> {
    let made = match &api.models.all.get(key)?.shape {
        Shape::Struct(_) => key,
        Shape::Tagged { variants, .. } => text_variant(api, variants, is_update)?.model.as_str(),
        _ => return None,
    };
    let fields = fields(api, made, is_update);
    from_enum(api, &fields).or_else(|| from_text(api, made, is_update, &fields))?;
    let has_parameter = fields.iter().any(|field| field.is_argument);
    let setter = if has_parameter { None } else { text_field(&fields)?.setter.clone() };
    Some((api.naming.model_in(made, is_update).to_owned(), setter))
}

/// Returns the variant of a tagged union that is made from text.
pub(crate) fn text_variant<'m>(api: &Api<'_>, variants: &'m [Variant], is_update: bool) -> Option<&'m Variant> {
    let variant = variants.iter().find(|variant| variant.tag == TEXT)?;
    text_field(&fields(api, &variant.model, is_update)).map(|_| variant)
}

/// The field for the text that a struct is made from.
fn text_field<'f, 'a, 'd>(fields: &'f [Field<'a, 'd>]) -> Option<&'f Field<'a, 'd>> {
    let is_text = |field: &&Field<'_, '_>| field.property.key == TEXT;
    let text = fields.iter().find(is_text)?;
    let is_alone = fields.iter().all(|field| is_text(&field) || !field.is_argument);
    (is_alone && text.ty == "String" && text.setter.is_some() && !text.is_deprecated()).then_some(text)
}

/// Returns the fields of a struct.
pub(crate) fn fields<'a, 'd>(api: &'a Api<'d>, key: &str, is_update: bool) -> Vec<Field<'a, 'd>> {
    match api.models.all.get(key).map(|model| &model.shape) {
        Some(Shape::Struct(properties)) => api.fields(key, api.naming.model_in(key, is_update), properties, is_update),
        _ => Vec::new(),
    }
}

/// Returns the expression for the value of a field; one that is missing returns from the method.
pub(crate) fn value(field: &Field<'_, '_>, owner: &str) -> String {
    let name = &field.name;
    if is_optional(field) { format!("{owner}.{name}.as_ref()?") } else { format!("{owner}.{name}") }
}

/// Returns the expression for a reference to the value of a field.
pub(crate) fn reference(field: &Field<'_, '_>, owner: &str) -> String {
    let value = value(field, owner);
    if is_optional(field) { value } else { format!("&{value}") }
}

/// Returns whether a field is an `Option`.
pub(crate) fn is_optional(field: &Field<'_, '_>) -> bool {
    matches!(field.kind, "option" | "nullable")
}

/// Returns whether a field is an `Option` or a value, which the methods can return.
pub(crate) fn is_found(field: &Field<'_, '_>) -> bool {
    is_optional(field) || matches!(field.kind, "required" | "default")
}

fn from_enum(api: &Api<'_>, fields: &[Field<'_, '_>]) -> Option<Value> {
    let mut arguments = fields.iter().filter(|field| field.is_argument);
    let field = arguments.next().filter(|_| arguments.next().is_none())?;
    let key = field.property.ty.direct_model()?;
    let (is_text, values) = match &api.models.all.get(key)?.shape {
        Shape::TextEnum(values) => (true, values),
        Shape::IntegerEnum(values) => (false, values),
        _ => return None,
    };
    if field.ty != api.naming.model_in(key, false) || field.is_deprecated() {
        return None;
    }
    let mut names = Names::default();
    let test = |(variant, value): (String, &String)| {
        let shown = if is_text { code(value) } else { value.clone() };
        let docs = format!("Returns `true` if [`Self::{}`] is {shown}.", field.name);
        let name = names.take(format!("is_{}", snake(&variant)), "");
        json!({"name": name, "variant": variant, "docs": paragraph(&docs, WIDTH)})
    };
    let is_tested = matches!(field.kind, "required" | "default");
    let tests: Vec<_> = variant_names(api.corrections, values).into_iter().zip(values).map(test).collect();
    Some(json!({
        "value": field.name, "type": field.ty, "make": format!("Self::new({})", field.name),
        "tests": if is_tested { tests } else { Vec::new() },
    }))
}

fn from_text(api: &Api<'_>, key: &str, is_update: bool, fields: &[Field<'_, '_>]) -> Option<Value> {
    let is_made_from_text = |shape: &Shape<'_>| match shape {
        Shape::Tagged { variants, .. } => {
            text_variant(api, variants, is_update).is_some_and(|variant| variant.model == key)
        }
        _ => false,
    };
    if !api.models.all.values().any(|model| is_made_from_text(&model.shape)) {
        return None;
    }
    let field = text_field(fields)?;
    let name = &field.name;
    let make = if field.is_argument {
        format!("Self::new({name})")
    } else {
        format!("Self::new().{}({name})", field.setter.as_ref()?)
    };
    Some(json!({"value": name, "type": "String", "make": make, "tests": []}))
}

/// Returns the name of a variant in Rust.
pub(crate) fn variant_name(table: &Value, variants: &[Variant], variant: &Variant) -> String {
    let place = variants.iter().position(|other| other.tag == variant.tag).unwrap_or_default();
    table["variants"][place]["name"].as_str().unwrap_or_default().to_owned()
}

/// The names of the other methods of a union.
fn common_names(table: &Value) -> BTreeSet<String> {
    let common = table["common"].as_array().map_or(&[][..], Vec::as_slice);
    let common = common.iter().filter_map(|method| method["name"].as_str()).map(str::to_owned);
    common.chain(["type_".to_owned()]).collect()
}

/// The method that returns the text of any variant. Text that only the API sets is a substitute for other content.
fn text_method(api: &Api<'_>, key: &str, is_update: bool, table: &Value) -> Option<Method> {
    let Shape::Tagged { variants, .. } = &api.models.all.get(key)?.shape else { return None };
    text_variant(api, variants, is_update)?;
    let arm = |variant: &Variant| {
        let fields = fields(api, &variant.model, is_update);
        let field = fields.into_iter().find(|field| field.property.key == TEXT)?;
        let is_written = !field.property.view.flag("readOnly");
        (field.ty == "String" && is_found(&field) && is_written)
            .then(|| arm(variant_name(table, variants, variant), "content", &reference(&field, "content")))
    };
    Some(Method {
        name: TEXT.to_owned(),
        docs: format!(
            "Returns the {} of a variant that has one, unless it is read-only. `None` for an unknown variant.",
            code(TEXT)
        ),
        ty: "String".to_owned(),
        keys: Vec::new(),
        arms: variants.iter().filter_map(arm).collect(),
    })
}

/// An arm of a method: the variant, the name of its content, and the expression for the part.
pub(crate) fn arm(variant: String, parameter: &str, value: &str) -> Value {
    json!({"variant": variant, "parameter": parameter, "value": value})
}

/// Returns the only field of a struct that has text: a union that is made from text.
pub(crate) fn texts<'a, 'd>(api: &'a Api<'d>, key: &str, is_update: bool) -> Option<Field<'a, 'd>> {
    let has_text = |field: &Field<'a, 'd>| {
        let Some(union) = field.property.ty.direct_model() else { return false };
        let Some(Shape::Tagged { tag, variants, common, boxed }) = api.models.all.get(union).map(|model| &model.shape)
        else {
            return false;
        };
        let name = api.naming.model_in(union, is_update);
        if field.ty != name || !is_found(field) {
            return false;
        }
        let table = api.tagged_table(name, tag, variants, common, *boxed, Vec::new(), is_update);
        text_variant(api, variants, is_update).is_some() && !common_names(&table).contains(TEXT)
    };
    let mut found = fields(api, key, is_update).into_iter().filter(has_text);
    found.next().filter(|_| found.next().is_none())
}
