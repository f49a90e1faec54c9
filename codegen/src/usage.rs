//! The uses of models, which decide the fields that can be sent, can be cleared, or are always present.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{EVENT, Models, Property, Shape, Type};
use crate::operations::{Content, Operation, Output};

/// A place in which a model is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Context {
    /// A response or a webhook event.
    Response,
    /// A request that creates or does something.
    Request,
    /// The body of an update, in which a missing field keeps its value.
    Update,
}

/// The uses of models.
#[derive(Default)]
pub struct Usage {
    contexts: BTreeMap<String, BTreeSet<Context>>,
    /// The bodies of successful responses.
    envelopes: BTreeSet<String>,
    /// The records of responses: the content of an envelope.
    pub records: Vec<String>,
    /// The fields with the content of an envelope: model and API's name.
    contents: BTreeSet<(String, String)>,
    /// The events.
    events: BTreeSet<String>,
}

impl Usage {
    /// Finds the uses of all models.
    pub fn find(models: &Models<'_>, operations: &[Operation<'_>]) -> Self {
        let mut usage = Self::default();
        for operation in operations {
            for parameter in &operation.parameters {
                usage.visit(models, &parameter.ty, Context::Request);
            }
            let context =
                if matches!(operation.http.as_str(), "PATCH" | "PUT") { Context::Update } else { Context::Request };
            match operation.body.as_ref().map(|body| &body.content) {
                Some(Content::Json(ty) | Content::Form(ty)) => usage.visit(models, ty, context),
                Some(Content::Multipart(parts)) => {
                    parts.iter().for_each(|(part, _)| usage.visit(models, &part.ty, Context::Request));
                }
                Some(Content::Raw(_)) | None => {}
            }
            let bodies: Vec<&Type> = match &operation.output {
                Output::Json(_, ty) | Output::Optional(_, ty) => vec![ty],
                Output::Several(bodies, _) => bodies.iter().filter_map(|(_, body)| body.json()).collect(),
                Output::Nothing | Output::Ignored | Output::Text(_) | Output::Bytes(_) => Vec::new(),
            };
            for ty in bodies {
                usage.visit(models, ty, Context::Response);
                usage.envelope(models, ty);
            }
        }
        usage.visit(models, &Type::Model(EVENT.to_owned()), Context::Response);
        if let Some(Shape::Tagged { variants, .. }) = models.all.get(EVENT).map(|model| &model.shape) {
            for variant in variants {
                usage.events.insert(variant.model.clone());
                usage.contents.insert((variant.model.clone(), "payload".to_owned()));
            }
        }
        usage
    }

    fn visit(&mut self, models: &Models<'_>, ty: &Type, context: Context) {
        let inner = match ty {
            Type::List(item) | Type::Map(item) => {
                // An update replaces the list, not single items.
                let context = if context == Context::Update { Context::Request } else { context };
                return self.visit(models, item, context);
            }
            Type::Model(key) => key,
            _ => return,
        };
        if !self.contexts.entry(inner.clone()).or_default().insert(context) {
            return;
        }
        let Some(model) = models.all.get(inner) else { return };
        let properties = |usage: &mut Self, properties: &[Property<'_>]| {
            for property in properties {
                let is_tag = models.tags.get(inner) == Some(&property.key);
                if !is_tag && (context == Context::Response || !property.view.flag("readOnly")) {
                    usage.visit(models, &property.ty, context);
                }
            }
        };
        match &model.shape {
            Shape::Struct(fields) | Shape::Keyed(fields) => properties(self, fields),
            Shape::Tagged { variants, common, .. } => {
                for variant in variants {
                    self.visit(models, &Type::Model(variant.model.clone()), context);
                }
                properties(self, common);
            }
            Shape::Untagged(members) => members.iter().for_each(|(_, ty)| self.visit(models, ty, context)),
            Shape::TextEnum(_) | Shape::IntegerEnum(_) => {}
        }
    }

    fn envelope(&mut self, models: &Models<'_>, ty: &Type) {
        let Type::Model(key) = ty else { return };
        self.envelopes.insert(key.clone());
        let Some(Shape::Struct(properties)) = models.all.get(key).map(|model| &model.shape) else { return };
        if properties.iter().any(|property| property.key == "id") {
            self.records.push(key.clone());
            return;
        }
        let contents: Vec<_> = properties
            .iter()
            .filter(|property| {
                is_content(models, property)
                    && !is_page_meta(models, &property.ty)
                    && !is_page_links(models, &property.ty)
            })
            .collect();
        for property in &contents {
            if contents.len() == 1 || property.required {
                self.contents.insert((key.clone(), property.key.clone()));
            }
            if let Some(record) = property.ty.model()
                && !self.records.iter().any(|known| known == record)
            {
                self.records.push(record.to_owned());
            }
        }
    }

    fn contexts(&self, key: &str) -> BTreeSet<Context> {
        self.contexts.get(key).cloned().unwrap_or_default()
    }

    /// Returns whether a model is used at all.
    pub fn is_used(&self, key: &str) -> bool {
        self.contexts.contains_key(key)
    }

    /// Returns whether a model is a part of responses or events.
    pub fn is_received(&self, key: &str) -> bool {
        self.contexts(key).contains(&Context::Response)
    }

    /// Returns whether a model is a part of requests.
    pub fn is_sent(&self, key: &str) -> bool {
        self.contexts(key).iter().any(|context| *context != Context::Response)
    }

    /// Returns whether a model is only a part of updates.
    pub fn is_update_only(&self, key: &str) -> bool {
        self.contexts(key).into_iter().eq([Context::Update])
    }

    /// Returns whether updates need a separate type for a model.
    pub fn has_update_twin(&self, models: &Models<'_>, key: &str) -> bool {
        let contexts = self.contexts(key);
        contexts.contains(&Context::Update) && contexts.len() > 1 && has_clearable(models, key, &mut BTreeSet::new())
    }

    /// Returns whether a model is the body of a response or an event and isn't part of a request, so that it lacks a constructor.
    pub fn is_read_only(&self, key: &str) -> bool {
        (self.envelopes.contains(key) || self.events.contains(key))
            && !self.is_sent(key)
            && !self.records.iter().any(|known| known == key)
    }

    /// Returns whether a model is a webhook event.
    pub fn is_event(&self, key: &str) -> bool {
        self.events.contains(key)
    }

    /// Returns whether a field is the content of an envelope, or of an event. A model that is also sent isn't an envelope.
    pub fn is_content(&self, model: &str, key: &str) -> bool {
        self.contents.contains(&(model.to_owned(), key.to_owned())) && !self.is_sent(model)
    }
}

/// Whether a property is an object or a list of objects.
fn is_content(models: &Models<'_>, property: &Property<'_>) -> bool {
    let is_object = |key: &str| {
        matches!(
            models.all.get(key).map(|model| &model.shape),
            Some(Shape::Struct(_) | Shape::Tagged { .. } | Shape::Untagged(_) | Shape::Keyed(_))
        )
    };
    match &property.ty {
        Type::Model(key) => is_object(key),
        Type::List(item) => item.direct_model().is_some_and(is_object),
        _ => false,
    }
}

fn has_keys(models: &Models<'_>, ty: &Type, keys: &[&str]) -> bool {
    let fields = crate::operations::fields(models, ty);
    !fields.is_empty() && fields.iter().any(|field| keys.contains(&field.key.as_str()))
}

/// Returns whether a type has the cursors of other pages.
pub fn is_page_meta(models: &Models<'_>, ty: &Type) -> bool {
    ty.direct_model().is_some() && has_keys(models, ty, &["hasMore", "afterCursor", "beforeCursor"])
}

/// Returns whether a type has the URLs of other pages.
pub fn is_page_links(models: &Models<'_>, ty: &Type) -> bool {
    let fields = crate::operations::fields(models, ty);
    ty.direct_model().is_some()
        && has_keys(models, ty, &["next", "prev"])
        && fields.iter().all(|field| matches!(field.ty, Type::Text) || !matches!(field.key.as_str(), "next" | "prev"))
}

/// Whether a struct, or a struct in it, has a field that an update can clear.
fn has_clearable(models: &Models<'_>, key: &str, seen: &mut BTreeSet<String>) -> bool {
    if !seen.insert(key.to_owned()) {
        return false;
    }
    match models.all.get(key).map(|model| &model.shape) {
        Some(Shape::Struct(properties)) => properties.iter().any(|property| {
            is_clearable(property) || property.ty.direct_model().is_some_and(|key| has_clearable(models, key, seen))
        }),
        Some(Shape::Tagged { variants, .. }) => {
            variants.iter().any(|variant| has_clearable(models, &variant.model, seen))
        }
        Some(Shape::Untagged(members)) => {
            members.iter().any(|(_, ty)| ty.direct_model().is_some_and(|key| has_clearable(models, key, seen)))
        }
        _ => false,
    }
}

/// Returns whether an update can set a field to null.
pub fn is_clearable(property: &Property<'_>) -> bool {
    property.view.is_nullable() && !property.view.flag("readOnly")
}
