//! The Rust names of models and IDs, and the Rust types of values.

use std::collections::{BTreeMap, BTreeSet};

use crate::corrections::Corrections;
use crate::document::{Document, View, escape, is_component};
use crate::model::{EVENT, Models, Shape, Type, is_item, location, spoken_location};
use crate::names::{Names, pascal, singular, type_name, variant_name};
use crate::operations::{Operation, Output, fields};
use crate::secret_names::is_secret_name;
use crate::usage::Usage;

/// The Rust names of models and IDs.
pub struct Naming<'a> {
    document: &'a Document,
    corrections: &'a Corrections,
    models: BTreeMap<String, String>,
    twins: BTreeMap<String, String>,
    /// The kinds of ID, such as `User`.
    pub kinds: BTreeSet<String>,
    /// The kind of the `id` of a struct, by the pointer of the property.
    kind_of_origin: BTreeMap<String, String>,
    /// The kind of the last parameter of a path.
    kind_of_path: BTreeMap<String, String>,
    records: BTreeSet<String>,
    events: BTreeSet<String>,
}

impl<'a> Naming<'a> {
    /// Names all models that are used.
    pub fn new(models: &Models<'a>, usage: &Usage, operations: &[Operation<'_>]) -> Self {
        let (document, corrections) = (models.document, models.corrections);
        let mut naming = Self {
            document,
            corrections,
            models: BTreeMap::new(),
            twins: BTreeMap::new(),
            kinds: BTreeSet::from(["App".to_owned(), "Webhook".to_owned(), "Event".to_owned()]),
            kind_of_origin: BTreeMap::new(),
            kind_of_path: BTreeMap::new(),
            records: BTreeSet::new(),
            events: models.all.keys().filter(|key| usage.is_event(key)).cloned().collect(),
        };
        let mut names = Names::default();
        naming.models.insert(EVENT.to_owned(), names.take("Event".to_owned(), ""));
        let used = || models.all.keys().filter(|key| usage.is_used(key) && *key != EVENT);
        // Enums may share a type by correction.
        let corrected = |key: &str| corrections.name(&location(key)).is_some();
        let (components, inline): (Vec<_>, Vec<_>) = used().partition(|key| is_component(key));
        for key in components.into_iter().chain(inline) {
            let mut name = naming.model_name(models, usage, operations, key);
            if let Some(list) = key.strip_suffix("/items").filter(|_| names.is_taken(&name)) {
                name = naming.model_name(models, usage, operations, list);
            }
            let known = naming.models.iter().find(|(_, known)| **known == name).map(|(key, _)| key);
            let same = known.is_some_and(|known| is_same_enum(models, known, key) && corrected(key));
            naming.models.insert(key.clone(), if same { name } else { names.take(name, "") });
        }
        for key in used().filter(|key| usage.has_update_twin(models, key)) {
            let name = format!("{}Update", naming.models.get(key).cloned().unwrap_or_default());
            naming.twins.insert(key.clone(), names.take(name, ""));
        }
        naming.find_kinds(models, usage, operations);
        naming.make_room_for_ids(operations, &mut names);
        naming
    }

    /// Renames models with the name of an ID, such as `AppId`.
    fn make_room_for_ids(&mut self, operations: &[Operation<'_>], names: &mut Names) {
        let parameters = operations.iter().flat_map(|operation| {
            operation.parameters.iter().filter_map(|parameter| self.path_kind(&operation.path, &parameter.name))
        });
        let ids: BTreeSet<String> =
            parameters.chain(self.kinds.iter().cloned()).map(|kind| format!("{kind}Id")).collect();
        for name in self.models.values_mut().chain(self.twins.values_mut()).filter(|name| ids.contains(*name)) {
            *name = names.take(format!("{name}Model"), "");
        }
    }

    fn model_name(&self, models: &Models<'_>, usage: &Usage, operations: &[Operation<'_>], key: &str) -> String {
        let name = self.corrections.spelled(self.plain_model_name(models, usage, operations, key));
        // Corrected names are complete.
        match self.member_suffix(models, key).filter(|_| self.corrections.name(&location(key)).is_none()) {
            Some(suffix) => with_suffix(&name, suffix),
            None => name,
        }
    }

    /// Returns the suffix that a union requires of its members' names.
    fn member_suffix(&self, models: &Models<'_>, key: &str) -> Option<&'a str> {
        let has_member = |union: &str| match models
            .all
            .get(&format!("#/components/schemas/{}", escape(union)))
            .map(|model| &model.shape)
        {
            Some(Shape::Tagged { variants, .. }) => variants.iter().any(|variant| variant.model == key),
            Some(Shape::Untagged(members)) => members.iter().any(|(_, ty)| ty.direct_model() == Some(key)),
            _ => false,
        };
        self.corrections.member_suffixes().find(|(union, _)| has_member(union)).map(|(_, suffix)| suffix)
    }

    fn plain_model_name(&self, models: &Models<'_>, usage: &Usage, operations: &[Operation<'_>], key: &str) -> String {
        if let Some((union, member)) = member_name(models, key) {
            return type_name(&format!("{}{member}", self.plain_model_name(models, usage, operations, union)));
        }
        if let Some(name) = name_in_webhook(models, key) {
            return name;
        }
        if key.starts_with("#/paths/") {
            return self.name_in_operation(models, operations, key);
        }
        let place = location(key);
        if let Some(name) = self.corrections.name(&place) {
            return name.to_owned();
        }
        let (owner, property) = match place.rsplit_once('.') {
            Some((owner, property)) if !is_component(key) => (Some(owner), property),
            _ => (None, place.as_str()),
        };
        let spoken = spoken_location(key);
        let property = if owner.is_some() { spoken.rsplit('.').next().unwrap_or(property) } else { &spoken };
        if owner.is_none() && is_component(key) {
            let name = type_name(&crate::document::unescape(key.trim_start_matches("#/components/schemas/")));
            return if usage.is_event(key) && !name.ends_with("Event") { format!("{name}Event") } else { name };
        }
        if let Some(title) = models.all.get(key).and_then(usable_title) {
            return title;
        }
        let Some(owner) = owner else {
            let section = key.trim_start_matches("#/components/").split('/').next().unwrap_or_default();
            let suffix = match section {
                "responses" => "Response",
                "requestBodies" => "Body",
                _ => "",
            };
            let name = type_name(property);
            return if name.ends_with(suffix) { name } else { format!("{name}{suffix}") };
        };
        let owner_name = self.owner_name(owner, spoken.rsplit_once('.').map_or(owner, |(owner, _)| owner), usage);
        if property == "payload"
            && let Some(event) = owner_name.strip_suffix("Event")
        {
            return format!("{event}Payload");
        }
        type_name(&format!("{owner_name}{}", pascal(property)))
    }

    /// The name of a property's owner, which may not be a model itself.
    fn owner_name(&self, place: &str, spoken: &str, usage: &Usage) -> String {
        if let Some(name) = self.corrections.name(place) {
            return name.to_owned();
        }
        match (place.rsplit_once('.'), spoken.rsplit_once('.')) {
            (Some((owner, _)), Some((spoken_owner, property))) => {
                let owner = self.owner_name(owner, spoken_owner, usage);
                match owner.strip_suffix("Event").filter(|_| property == "payload") {
                    Some(event) => format!("{event}Payload"),
                    None => format!("{owner}{}", pascal(property)),
                }
            }
            _ => {
                let name = type_name(spoken);
                let is_event = usage.is_event(&format!("#/components/schemas/{}", escape(place)));
                if is_event && !name.ends_with("Event") { format!("{name}Event") } else { name }
            }
        }
    }

    /// The name of a schema that is written within an operation.
    fn name_in_operation(&self, models: &Models<'_>, operations: &[Operation<'_>], key: &str) -> String {
        let owner = operations.iter().find(|operation| {
            key.starts_with(&format!("#/paths/{}/{}/", escape(&operation.path), operation.http.to_lowercase()))
        });
        let id = owner.map_or_else(String::new, |operation| type_name(&operation.id));
        let mut parameters = operations.iter().flat_map(|operation| &operation.parameters);
        let is_within = |at: &str| key == at || key.strip_prefix(at).is_some_and(|rest| rest.starts_with('/'));
        let parameter =
            parameters.find(|parameter| parameter.view.layers.first().is_some_and(|layer| is_within(&layer.at)));
        let part = match parameter {
            Some(parameter) => pascal(&parameter.name),
            None if key.contains("/requestBody/") => "Body".to_owned(),
            None => "Response".to_owned(),
        };
        let is_complete = !key.contains("/properties/") && !key.ends_with("/items");
        let title = models.all.get(key).and_then(|model| usable_title(model)).filter(|_| is_complete);
        // The name of a parameter is complete, even if it is that of a property.
        let at = parameter.and_then(|parameter| Some(parameter.view.layers.first()?.at.as_str()));
        let rest: Vec<String> = at
            .and_then(|at| key.strip_prefix(at))
            .unwrap_or(key)
            .split("/properties/")
            .skip(1)
            .map(|step| {
                let name = pascal(&crate::document::unescape(step.split('/').next().unwrap_or_default()));
                if is_item(step) { singular(&name) } else { name }
            })
            .collect();
        let place = format!("{id}.{}", part.to_lowercase());
        let fallback = || title.clone().unwrap_or_else(|| format!("{id}{part}"));
        let name = self.corrections.name(&place).map_or_else(fallback, str::to_owned);
        type_name(&format!("{name}{}", rest.concat()))
    }

    fn find_kinds(&mut self, models: &Models<'_>, usage: &Usage, operations: &[Operation<'_>]) {
        for key in &usage.records {
            let Some(name) = self.models.get(key).cloned() else { continue };
            let Some(origin) = id_origin(models, key) else { continue };
            self.records.insert(name.clone());
            match self.kind_of_origin.get(&origin) {
                Some(known) if known.len() <= name.len() => {}
                _ => drop(self.kind_of_origin.insert(origin, name)),
            }
        }
        if let Some(origin) = id_origin(models, EVENT) {
            self.kind_of_origin.insert(origin, "Event".to_owned());
        }
        self.kinds.extend(self.kind_of_origin.values().cloned());
        for operation in operations {
            let record = match &operation.output {
                Output::Json(_, ty) | Output::Optional(_, ty) => record_of(models, usage, ty),
                _ => None,
            };
            let origin = record.and_then(|record| id_origin(models, &record));
            if let Some(kind) = origin.and_then(|origin| self.kind_of_origin.get(&origin))
                && operation.path.ends_with('}')
            {
                self.kind_of_path.insert(operation.path.clone(), kind.clone());
            }
        }
    }

    /// Returns the name of a model.
    pub fn model(&self, key: &str) -> Option<&str> {
        self.models.get(key).map(String::as_str)
    }

    /// Returns the name of the type that updates have for a model, if it isn't the same.
    pub fn twin(&self, key: &str) -> Option<&str> {
        self.twins.get(key).map(String::as_str)
    }

    /// Returns the names of all models.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.models.values().chain(self.twins.values()).map(String::as_str)
    }

    /// Returns the name of the type that a model has, in updates or elsewhere.
    pub fn model_in(&self, key: &str, is_update: bool) -> &str {
        self.twin(key).filter(|_| is_update).or_else(|| self.model(key)).unwrap_or("Json")
    }

    /// Returns the kind of an ID that a parameter of a path is.
    pub fn path_kind(&self, path: &str, name: &str) -> Option<String> {
        if let Some(kind) = self.corrections.parameter(name, "id") {
            return Some(kind.to_owned());
        }
        let end = path.find(&format!("{{{name}}}")).map(|at| at + name.len() + 2)?;
        let known = self.kind_of_path.get(path.get(..end)?).cloned();
        known.or_else(|| self.named_kind(name)).or_else(|| {
            let kind = name.strip_suffix("Id").or_else(|| name.strip_suffix("_id")).filter(|kind| !kind.is_empty())?;
            Some(pascal(kind))
        })
    }

    /// The kind in the name of a field: `conversationId`, `nextSwitchboardIntegrationId`. IDs of other systems,
    /// such as `originalMessageId` and `facebookAppId`, are text.
    fn named_kind(&self, key: &str) -> Option<String> {
        const WHICH: [&str; 12] = [
            "",
            "Active",
            "Default",
            "First",
            "Last",
            "Next",
            "Parent",
            "Pending",
            "Previous",
            "Quoted",
            "Surviving",
            "Discarded",
        ];
        let name = pascal(key.strip_suffix("Id").filter(|kind| !kind.is_empty())?);
        let is_named = |kind: &&String| name.strip_suffix(kind.as_str()).is_some_and(|which| WHICH.contains(&which));
        self.kinds.iter().find(is_named).cloned()
    }

    /// The kind of the ID that a text field is.
    fn kind(&self, owner: Option<(&str, &str)>, key: &str, origin: &str) -> Option<String> {
        if key != "id" {
            return self.named_kind(key);
        }
        if let Some(kind) = self.kind_of_origin.get(origin) {
            return Some(kind.clone());
        }
        let (key, owner) = owner?;
        if self.events.contains(key) {
            return Some("Event".to_owned());
        }
        let extends = |record: &&String| {
            owner.strip_prefix(record.as_str()).is_some_and(|rest| rest.starts_with(char::is_uppercase))
        };
        self.records.iter().filter(extends).max_by_key(|record| record.len()).cloned()
    }

    /// Returns the Rust type of a text.
    pub fn text(&self, owner: Option<(&str, &str)>, key: &str, view: &View<'_>) -> String {
        if let Some((_, model)) = owner
            && let Some(kind) = self.corrections.field(model, key, "id")
        {
            return format!("{kind}Id");
        }
        if is_secret(self.corrections, key, view) {
            return "Secret".to_owned();
        }
        let says_time = |text: &str| text.contains("YYYY-MM-DDT");
        if view.text("format") == Some("date-time")
            || self.corrections.is_time(key)
            || (view.text("format").is_none() && view.text("description").is_some_and(says_time))
        {
            return "Time".to_owned();
        }
        let origin = view.layers.first().map_or("", |layer| &layer.at);
        match self.kind(owner, key, origin) {
            Some(kind) => format!("{kind}Id"),
            None => "String".to_owned(),
        }
    }

    /// Returns the Rust type of a value.
    pub fn rust(&self, ty: &Type, place: &Place<'_, '_>) -> String {
        if let Some((_, model)) = place.owner
            && let Some(ty) = self.corrections.field(model, place.key, "type")
        {
            return ty.to_owned();
        }
        match ty {
            Type::Text => self.text(place.owner, place.key, place.view),
            Type::Bool => "bool".to_owned(),
            Type::Integer => "i64".to_owned(),
            Type::Float => "f64".to_owned(),
            Type::Number => "Number".to_owned(),
            Type::Json => "Json".to_owned(),
            Type::Binary => "String".to_owned(),
            Type::Model(key) => self.model_in(key, place.is_update).to_owned(),
            Type::List(item) => format!("Vec<{}>", self.item(item, place)),
            Type::Map(item) => format!("BTreeMap<String, {}>", self.item(item, place)),
        }
    }

    /// Returns the schema of the items of a list or the values of a map.
    pub fn item_view<'d>(&self, place: &Place<'_, 'd>) -> Option<View<'d>>
    where
        'a: 'd,
    {
        let found =
            ["items", "additionalProperties"].into_iter().find_map(|keyword| Some((keyword, place.view.get(keyword)?)));
        found.map(|(keyword, node)| self.document.view(node, &format!("{}/{keyword}", place.view.at())))
    }

    /// Returns the Rust type of the items of a list or the values of a map.
    pub fn item(&self, ty: &Type, place: &Place<'_, '_>) -> String {
        let item_view = self.item_view(place);
        let singular = match place.key {
            "triggers" if *ty == Type::Text => return "Trigger".to_owned(),
            key => key.strip_suffix('s').unwrap_or(key),
        };
        if let Some((_, model)) = place.owner
            && let Some(item) = self.corrections.field(model, place.key, "item")
        {
            return item.to_owned();
        }
        let view = item_view.as_ref().unwrap_or(place.view);
        if *ty == Type::Text && is_secret(self.corrections, place.key, place.view) {
            return "Secret".to_owned();
        }
        let rust = self.rust(ty, &Place { owner: None, key: singular, view, is_update: false });
        // `Json` may be null by itself.
        let is_nullable = *ty != Type::Json && item_view.as_ref().is_some_and(View::is_nullable);
        if is_nullable { format!("Option<{rust}>") } else { rust }
    }

    /// Returns the type in the notation of the tables: `[T]` is a list, `{T}` a map, `(…)` any other type that isn't one word.
    pub fn table(&self, ty: &Type, place: &Place<'_, '_>, boxed: bool) -> String {
        let text = self.rust(ty, place);
        if boxed {
            return format!("(Box<{text}>)");
        }
        let is_word = |text: &str| text.chars().all(unicode_ident::is_xid_continue);
        if is_word(&text) {
            return text;
        }
        if let Some(item) =
            text.strip_prefix("Vec<").and_then(|text| text.strip_suffix('>')).filter(|item| is_word(item))
        {
            return format!("[{item}]");
        }
        if let Some(item) =
            text.strip_prefix("BTreeMap<String, ").and_then(|text| text.strip_suffix('>')).filter(|item| is_word(item))
        {
            return format!("{{{item}}}");
        }
        format!("({text})")
    }
}

/// The place of a value, which decides the kind of text.
pub struct Place<'p, 'd> {
    /// The model that it is a field of: key and Rust name.
    pub owner: Option<(&'p str, &'p str)>,
    /// The API's name.
    pub key: &'p str,
    /// The schema.
    pub view: &'p View<'d>,
    /// Whether it is a part of an update.
    pub is_update: bool,
}

/// Returns whether a text is secret, by the document or by its name. IDs and URLs never are.
pub fn is_secret(corrections: &Corrections, key: &str, view: &View<'_>) -> bool {
    let last = crate::names::words(key).last().map(|word| word.to_lowercase()).unwrap_or_default();
    if matches!(last.as_str(), "id" | "ids" | "url" | "urls" | "uri" | "uris") {
        return false;
    }
    if corrections.is_not_secret(key) {
        return false;
    }
    view.flag("writeOnly")
        || view.text("format") == Some("password")
        || is_secret_name(key)
        || corrections.is_secret(key)
}

/// The name of a schema in an event that is written within a webhook.
fn name_in_webhook(models: &Models<'_>, key: &str) -> Option<String> {
    let Shape::Tagged { variants, .. } = &models.all.get(EVENT)?.shape else { return None };
    let mut inline = variants.iter().filter(|variant| !is_component(&variant.model));
    let (event, rest) = inline.find_map(|event| Some((event, key.strip_prefix(event.model.as_str())?)))?;
    let steps: String =
        rest.split("/properties/").skip(1).map(|step| pascal(step.split('/').next().unwrap_or_default())).collect();
    let suffix = if steps.is_empty() { "Event" } else { &steps };
    Some(type_name(&format!("{}{suffix}", pascal(&event.tag))))
}

/// The union that an object without a title is written in, and the part of its name that the union lacks: the tag, or a
/// property that no other member has.
fn member_name<'k>(models: &Models<'_>, key: &'k str) -> Option<(&'k str, String)> {
    let (keyword, _) = key.rsplit_once('/')?;
    let union = keyword.strip_suffix("/oneOf").or_else(|| keyword.strip_suffix("/anyOf"))?;
    if usable_title(models.all.get(key)?).is_some() {
        return None;
    }
    match &models.all.get(union)?.shape {
        Shape::Tagged { variants, .. } => {
            let variant = variants.iter().find(|variant| variant.model == key)?;
            Some((union, variant_name(&variant.tag)))
        }
        Shape::Untagged(members) => {
            let others = members.iter().map(|(_, ty)| ty).filter(|ty| ty.direct_model() != Some(key));
            let others: Vec<_> = others.flat_map(|ty| fields(models, ty)).collect();
            let own = fields(models, &Type::Model(key.to_owned())).iter();
            let mut own = own.filter(|field| !others.iter().any(|other| other.key == field.key)).collect::<Vec<_>>();
            own.sort_by_key(|field| !field.required);
            Some((union, pascal(&own.first()?.key)))
        }
        _ => None,
    }
}

/// The title of a schema, if it could be the name of a type.
fn usable_title(model: &crate::model::Model<'_>) -> Option<String> {
    let title = model.view.own("title")?.text()?;
    let usable = title.len() > 2
        && title.chars().all(|c| c.is_ascii_alphanumeric())
        && title.starts_with(|c: char| c.is_ascii_alphabetic());
    usable.then(|| type_name(title))
}

/// Whether two models are enums of the same values.
fn is_same_enum(models: &Models<'_>, one: &str, other: &str) -> bool {
    let values = |key: &str| match &models.all.get(key)?.shape {
        Shape::TextEnum(values) => Some(values.clone()),
        _ => None,
    };
    values(one).is_some_and(|one| values(other) == Some(one))
}

/// The pointer of the property that is the ID of a model.
fn id_origin(models: &Models<'_>, key: &str) -> Option<String> {
    let properties = match &models.all.get(key)?.shape {
        Shape::Struct(properties) => properties,
        Shape::Tagged { common, .. } => common,
        _ => return None,
    };
    let id = properties.iter().find(|property| property.key == "id" && property.ty == Type::Text)?;
    id.view.layers.first().map(|layer| layer.at.clone())
}

/// The record that a response is about, if it is about one.
fn record_of(models: &Models<'_>, usage: &Usage, ty: &Type) -> Option<String> {
    let Type::Model(key) = ty else { return None };
    if usage.records.iter().any(|known| known == key) {
        return Some(key.clone());
    }
    let fields = crate::operations::fields(models, ty);
    let mut contents = fields.iter().filter(|field| usage.is_content(key, &field.key));
    let content = contents.next().filter(|_| contents.next().is_none())?;
    content.ty.direct_model().map(str::to_owned)
}
/// Adds a suffix to a name. The end of the name may already be the end of the suffix: `WebUpdate` and `IntegrationUpdate`
/// become `WebIntegrationUpdate`.
fn with_suffix(name: &str, suffix: &str) -> String {
    let words = suffix.char_indices().filter(|(_, letter)| letter.is_uppercase()).map(|(at, _)| &suffix[at..]);
    let stem = words.filter_map(|words| name.strip_suffix(words)).find(|stem| !stem.is_empty()).unwrap_or(name);
    format!("{stem}{suffix}")
}
