//! Finds the operations that list records, and their pages.

use std::collections::BTreeMap;

use crate::document::View;
use crate::model::{Models, Property, Type};
use crate::operations::{Operation, Output, Parameter, fields};
use crate::usage::{is_page_links, is_page_meta};

/// The parts of a response that is a page.
#[derive(Clone)]
pub struct Listing {
    /// The API's name of the list.
    pub items: String,
    /// The API's name of the field with the cursors.
    pub meta: Option<String>,
    /// The API's name of the field with the URLs of other pages.
    pub links: Option<String>,
}

/// The parameters with which methods of `Call` choose a page.
pub struct PageParameters<'d> {
    /// The schema of the page's size.
    pub size: Option<View<'d>>,
}

/// Marks the operations that are listings, and removes the parameters that methods of `Call` set.
pub fn settle<'d>(models: &Models<'d>, operations: &mut [Operation<'d>]) {
    for operation in operations.iter_mut().filter(|operation| operation.http == "GET") {
        if let Output::Json(_, ty) = &operation.output {
            operation.listing = listing(models, operation, ty);
        }
        if operation.listing.is_some() && has_cursor(models, operation) {
            operation.page = Some(PageParameters { size: page_size(models, operation) });
            let parameters = std::mem::take(&mut operation.parameters);
            operation.parameters =
                parameters.into_iter().flat_map(|parameter| other_parameters(models, parameter)).collect();
        }
    }
}

/// Returns the responses that are pages of a listing, by the key of the model.
pub fn listings(operations: &[Operation<'_>]) -> BTreeMap<String, Listing> {
    let mut found = BTreeMap::new();
    for operation in operations {
        if let (Output::Json(_, Type::Model(key)), Some(listing)) = (&operation.output, &operation.listing) {
            found.entry(key.clone()).or_insert_with(|| listing.clone());
        }
    }
    found
}

fn listing(models: &Models<'_>, operation: &Operation<'_>, ty: &Type) -> Option<Listing> {
    let properties = fields(models, ty);
    let named = |is: fn(&Models<'_>, &Type) -> bool| {
        properties.iter().find(|property| is(models, &property.ty)).map(|property| property.key.clone())
    };
    let (meta, links) = (named(is_page_meta), named(is_page_links));
    let paged = meta.is_some() || links.is_some() || has_cursor(models, operation);
    let has_objects = |property: &&Property<'_>| match &property.ty {
        Type::List(item) => item.direct_model().is_some_and(|key| !models.is_enum(key)),
        _ => false,
    };
    let lists: Vec<_> = properties.iter().filter(has_objects).collect();
    let segment = operation.path.rsplit('/').find(|segment| !segment.contains('{')).unwrap_or_default();
    let items = lists.iter().find(|property| property.key == segment).or(lists.first()).copied().or_else(|| {
        // A list of texts is a part of an object, unless it has pages.
        let mut lists = properties.iter().filter(|property| paged && matches!(property.ty, Type::List(_)));
        lists.next().filter(|_| lists.next().is_none())
    })?;
    let others = properties.iter().filter(|property| property.ty.model().is_some() && property.key != items.key);
    // With another paging style, an iterator would end after the first page.
    const OTHER: [&str; 9] =
        ["offset", "limit", "page", "pageNumber", "page_number", "perPage", "per_page", "cursor", "after"];
    let is_other = |parameter: &&Parameter<'_>| parameter.place == "query" && OTHER.contains(&parameter.name.as_str());
    if !has_cursor(models, operation) && operation.parameters.iter().any(|parameter| is_other(&parameter)) {
        return None;
    }
    (paged || others.count() == 0).then(|| Listing { items: items.key.clone(), meta, links })
}

/// Whether parameters continue a listing from a cursor.
fn has_cursor(models: &Models<'_>, operation: &Operation<'_>) -> bool {
    operation.parameters.iter().filter(|parameter| parameter.place == "query").any(|parameter| {
        let keys = page_keys(models, parameter).unwrap_or_default();
        matches!(parameter.name.as_str(), "page[after]" | "page[before]")
            || keys.iter().any(|field| matches!(field.key.as_str(), "after" | "before"))
    })
}

/// The properties of a parameter `page`.
fn page_keys<'m, 'd>(models: &'m Models<'d>, parameter: &Parameter<'d>) -> Option<&'m [Property<'d>]> {
    let is_page = parameter.place == "query" && parameter.name == "page" && !parameter.is_json;
    is_page.then(|| fields(models, &parameter.ty))
}

fn page_size<'d>(models: &Models<'d>, operation: &Operation<'d>) -> Option<View<'d>> {
    operation.parameters.iter().find_map(|parameter| match page_keys(models, parameter) {
        Some(keys) => keys.iter().find(|field| field.key == "size").map(|field| field.view.clone()),
        None => (parameter.name == "page[size]").then(|| parameter.view.clone()),
    })
}

/// The parameters that callers set themselves: other parameters, and other properties of `page`.
fn other_parameters<'d>(models: &Models<'d>, parameter: Parameter<'d>) -> Vec<Parameter<'d>> {
    let is_of_page = |key: &str| matches!(key, "after" | "before" | "size");
    let Some(keys) = page_keys(models, &parameter) else {
        let key = parameter.name.strip_prefix("page[").and_then(|key| key.strip_suffix(']'));
        return if parameter.place == "query" && key.is_some_and(is_of_page) { Vec::new() } else { vec![parameter] };
    };
    let other = |field: &Property<'d>| Parameter {
        name: format!("page[{}]", field.key),
        description: None,
        view: field.view.clone(),
        ty: field.ty.clone(),
        required: field.required,
        style: "form".to_owned(),
        explode: true,
        ..parameter.clone()
    };
    keys.iter().filter(|field| !is_of_page(&field.key)).map(other).collect()
}
