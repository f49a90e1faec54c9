//! Sentences about the uses of a model, for its documentation.

use std::collections::BTreeMap;

use crate::model::{EVENT, Shape, Type};
use crate::operations::{Content, Output};
use crate::plan::Api;

/// The number of uses that are named.
const NAMED: usize = 3;

/// Finds the sentences for each model, by its Rust name.
pub(crate) fn find(api: &Api<'_>) -> BTreeMap<String, Vec<String>> {
    let mut uses = Uses::default();
    for (operation, names) in api.operations.iter().zip(&api.methods) {
        let link = format!("[`{0}`](crate::ApiClient::{0})", names.method);
        let is_update = matches!(operation.http.as_str(), "PATCH" | "PUT");
        let mut add = |ty: &Type, is_update: bool, what: &'static str| {
            if let Some(key) = ty.model() {
                let is_update = is_update && ty.direct_model().is_some();
                uses.add(api.naming.model_in(key, is_update), what, &link);
            }
        };
        for parameter in &operation.parameters {
            add(&parameter.ty, false, "Parameter of");
        }
        match operation.body.as_ref().map(|body| &body.content) {
            Some(Content::Json(ty) | Content::Form(ty)) => add(ty, is_update, "Request body of"),
            Some(Content::Multipart(parts)) => {
                parts.iter().for_each(|(part, _)| add(&part.ty, false, "Part of the form of"))
            }
            Some(Content::Raw(_)) | None => {}
        }
        match &operation.output {
            Output::Json(_, ty) | Output::Optional(_, ty) => {
                add(ty, false, if operation.page.is_some() { "One page of" } else { "Response of" });
            }
            Output::Several(bodies, _) => {
                bodies.iter().filter_map(|(_, body)| body.json()).for_each(|ty| add(ty, false, "Response of"));
            }
            _ => {}
        }
    }
    let direct: Vec<String> = uses.0.keys().map(|(name, _)| name.clone()).collect();
    let mut within = Uses::default();
    for (key, model) in &api.models.all {
        for (owner, is_update) in api.flavors(key) {
            let link = format!("[`{owner}`]");
            match &model.shape {
                Shape::Tagged { variants, .. } => variants.iter().for_each(|variant| {
                    let what = if key == EVENT { "Event of type" } else { "Variant of" };
                    let link = if key == EVENT { format!("`{}`", variant.tag) } else { link.clone() };
                    within.add(api.naming.model_in(&variant.model, is_update), what, &link);
                }),
                _ => {
                    for (ty, _) in api.models.referred(key) {
                        let Some(model) = ty.model() else { continue };
                        let name = api.naming.model_in(model, is_update && ty.direct_model().is_some());
                        within.add(name, "Used in", &link);
                    }
                }
            }
        }
    }
    within.0.retain(|(name, what), _| *what != "Used in" || !direct.contains(name));
    uses.0.extend(within.0);
    uses.sentences()
}

/// Links to uses, by model and by role.
#[derive(Default)]
struct Uses(BTreeMap<(String, &'static str), Vec<String>>);

impl Uses {
    fn add(&mut self, name: &str, what: &'static str, link: &str) {
        let links = self.0.entry((name.to_owned(), what)).or_default();
        if !links.iter().any(|known| known == link) {
            links.push(link.to_owned());
        }
    }

    fn sentences(self) -> BTreeMap<String, Vec<String>> {
        let mut sentences: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for ((name, what), links) in self.0 {
            let more = links.len().saturating_sub(NAMED);
            let shown = if more == 1 { &links[..] } else { links.get(..NAMED).unwrap_or(&links) };
            let list = match shown {
                [only] => only.clone(),
                [first @ .., last] if more <= 1 => format!("{} and {last}", first.join(", ")),
                _ => format!("{} and {more} more", shown.join(", ")),
            };
            sentences.entry(name).or_default().push(format!("{what} {list}."));
        }
        sentences
    }
}
