//! The plan: every name, type, fact and line of documentation that the templates render.
//!
//! No key of the plan may be the name of a method of Java's `Map`, such as `clear` or `values`: a template that names it
//! would call the method.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::command_plan;
use crate::conversions;
use crate::corrections::Corrections;
use crate::document::{Document, View, is_component};
use crate::facts::{missing_facts, more};
use crate::markdown::{code, doc_lines, paragraph};
use crate::model::{EVENT, Model, Models, Property, Shape, Type, Variant, is_boxed};
use crate::names::{Names, ascii, humanize, value_name, variant_name};
use crate::naming::{Naming, Place, is_secret};
use crate::operation_plan;
use crate::operations::{self, Operation};
use crate::paging::{self, Listing};
use crate::short_forms;
use crate::usage::{Usage, is_clearable, is_page_links, is_page_meta};
use crate::uses;
use crate::yaml::Node;

/// The width of doc comments, without their margin.
pub const WIDTH: usize = 100;

/// A document with all names and types decided.
pub struct Api<'d> {
    document: &'d Document,
    pub(crate) corrections: &'d Corrections,
    pub(crate) models: Models<'d>,
    pub(crate) usage: Usage,
    pub(crate) naming: Naming<'d>,
    pub(crate) operations: Vec<Operation<'d>>,
    /// The type and the method of each operation.
    pub(crate) methods: Vec<MethodName>,
    /// The pages that listings return, by the key of the model.
    listings: BTreeMap<String, Listing>,
    /// Sentences about the uses of a model, by its Rust name.
    uses: BTreeMap<String, Vec<String>>,
}

/// Makes the plan of a document: an OpenAPI document with the data that the templates render.
///
/// Prints warnings about corrections that don't apply to the document.
///
/// # Errors
/// If the document or the corrections can't be used. The message names the place and the reason.
pub fn document(openapi: &str, file: &str, corrections: &str) -> Result<String, String> {
    let mut document = Document::parse(openapi, file)?;
    let corrections = Corrections::parse(corrections, "openapi-generator.yaml")?;
    for (name, line) in document.add_schemas(corrections.schemas()) {
        eprintln!(
            "warning: openapi-generator.yaml, line {line}: `schemas` has `{name}`, which refers to a schema that the document lacks"
        );
    }
    let api = Api::read(&document, &corrections);
    for warning in api.warnings() {
        eprintln!("warning: openapi-generator.yaml, {warning}");
    }
    Ok(api.plan().to_string())
}

impl<'d> Api<'d> {
    /// Reads a document and decides names and types.
    pub fn read(document: &'d Document, corrections: &'d Corrections) -> Self {
        let mut models = Models::new(document, corrections);
        let mut operations = operations::read(document, &mut models);
        crate::events::add(document, &mut models);
        models.flatten_unions();
        models.break_cycles();
        paging::settle(&models, &mut operations);
        let usage = Usage::find(&models, &operations);
        let naming = Naming::new(&models, &usage, &operations);
        let methods = operation_plan::method_names(&operations, &naming);
        let mut api = Self {
            document,
            corrections,
            models,
            usage,
            naming,
            operations,
            methods,
            listings: BTreeMap::new(),
            uses: BTreeMap::new(),
        };
        api.listings = paging::listings(&api.operations);
        api.uses = uses::find(&api);
        api
    }

    /// Returns the document.
    pub(crate) fn root(&self) -> &'d Node {
        self.document.root()
    }

    /// Returns the corrections that name anything that the document lacks. It can be another version of the document.
    fn warnings(&self) -> Vec<String> {
        let models: BTreeMap<&str, &Model<'d>> = self
            .models
            .all
            .iter()
            .flat_map(|(key, model)| self.flavors(key).into_iter().map(move |(name, _)| (name, model)))
            .collect();
        let has_field = |name: &str, key: &str| match models.get(name).map(|model| &model.shape) {
            Some(Shape::Struct(properties)) => properties.iter().any(|property| property.key == key),
            _ => false,
        };
        let is_parameter = |name: &str| {
            self.operations.iter().flat_map(|operation| &operation.parameters).any(|parameter| parameter.name == name)
        };
        let is_known = |name: &str| {
            let is_field = name.split_once('.').is_some_and(|(model, key)| has_field(model, key));
            is_field || models.contains_key(name) || is_parameter(name)
        };
        let is_operation = |name: &str| self.operations.iter().any(|operation| operation.id == name);
        let examples = self.corrections.names_in("examples").filter(|(name, _)| !is_known(name));
        let aliases = self.corrections.names_in("aliases");
        let aliases = aliases.filter(|(name, _)| !models.contains_key(name) && !is_operation(name));
        let unknown = examples.map(|name| ("examples", name)).chain(aliases.map(|name| ("aliases", name)));
        let warning =
            |(section, (name, line))| format!("line {line}: `{section}` has `{name}`, which the document lacks");
        unknown.map(warning).collect()
    }

    /// Returns the items of a listing, by the type of a page.
    pub(crate) fn listed_item(&self, page: &Type) -> Option<Type> {
        let listing = self.listings.get(page.direct_model()?)?;
        let fields = operations::fields(&self.models, page);
        match &fields.iter().find(|field| field.key == listing.items)?.ty {
            Type::List(item) => Some((**item).clone()),
            _ => None,
        }
    }

    /// Returns the API's name of the list in a page, by the type of a page.
    pub(crate) fn listing_items(&self, page: &Type) -> Option<&str> {
        Some(&self.listings.get(page.direct_model()?)?.items)
    }

    fn plan(&self) -> Value {
        let mut schemas = serde_json::Map::new();
        let mut seen = BTreeSet::new();
        let mut files = Names::default();
        for (key, model) in &self.models.all {
            let Some(name) = self.naming.model(key).filter(|name| seen.insert(*name)) else { continue };
            let mut items = self.items(key, name, model, self.usage.is_update_only(key));
            if let Some(twin) = self.naming.twin(key) {
                items.extend(self.items(key, twin, model, true));
            }
            items.extend(conversions::plan(self, key, name, model));
            if key == EVENT {
                items.push(trigger(self.corrections, model));
            }
            schemas.insert(
                // The name of the file.
                files.take(ascii(name), ""),
                json!({
                    // The generator leaves out schemas without properties.
                    "type": "object", "properties": {"_": {"type": "string"}}, "x-items": items,
                    "x-aliases": self.corrections.aliases(name, name),
                }),
            );
        }
        let planned = operation_plan::plan(self);
        let mut paths = serde_json::Map::new();
        for (index, operation) in planned.operations.iter().enumerate() {
            let carrier = json!({
                // The generator sorts the operations of a tag by their IDs.
                "operationId": format!("operation{index:04}"), "tags": [operation["tag"]],
                "responses": {"200": {"description": "ok"}}, "x-operation": operation,
            });
            paths.insert(format!("/{index:04}"), json!({"get": carrier}));
        }
        let ids: Vec<_> = planned
            .kinds
            .iter()
            .map(|kind| {
                let what = humanize(kind);
                json!({"kind": kind, "name": format!("{kind}Id"), "article": article(&what), "what": what})
            })
            .collect();
        json!({
            "openapi": "3.0.3", "info": {"title": "plan", "version": "1"}, "paths": paths,
            "components": {"schemas": schemas}, "x-ids": ids, "x-secrets": self.secret_fields(),
            "x-tags": self.tags(&planned.operations), "x-commands": command_plan::plan(self, &planned.operations),
        })
    }

    /// The tags in the document's order, with their operations.
    fn tags(&self, operations: &[Value]) -> Vec<Value> {
        let declared = self.root().get("tags").map_or(&[][..], Node::list);
        let declared = declared.iter().filter_map(|tag| tag.get("name")).filter_map(Node::scalar);
        let used = operations.iter().filter_map(|operation| operation["tag"].as_str().map(str::to_owned));
        let mut tags: Vec<String> = Vec::new();
        for tag in declared.chain(used) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        let table = |tag: String| {
            let members: Vec<_> = operations.iter().filter(|operation| operation["tag"] == *tag).collect();
            let first = members.first()?;
            Some(json!({"tag": tag, "heading": first["heading"], "operations": members}))
        };
        tags.into_iter().filter_map(table).collect()
    }

    /// The tables of a model: the model itself, and those of a page.
    fn items(&self, key: &str, name: &str, model: &Model<'d>, is_update: bool) -> Vec<Value> {
        let docs = self.model_docs(key, name, model);
        let mut items = Vec::new();
        match &model.shape {
            Shape::Struct(properties) => {
                let mut table = self.struct_table(key, name, properties, docs, is_update);
                short_forms::add_to_struct(self, key, is_update, &mut table);
                items.push(json!({"struct": table}));
                items.extend(self.page_tables(key, name, properties, is_update));
            }
            Shape::TextEnum(values) => {
                items.push(json!({"enum": enum_table(self.corrections, name, "str", values, docs)}))
            }
            Shape::IntegerEnum(values) => {
                items.push(json!({"enum": enum_table(self.corrections, name, "i64", values, docs)}))
            }
            Shape::Tagged { tag, variants, common, boxed } => {
                let mut table = self.tagged_table(name, tag, variants, common, *boxed, docs, is_update);
                short_forms::add_to_union(self, key, is_update, &mut table);
                items.push(json!({"union": table}));
            }
            Shape::Keyed(properties) => {
                let mut names = Names::default().reserve(["Unknown"]);
                let variants: Vec<_> = properties
                    .iter()
                    .map(|property| {
                        let place = self.place(key, name, property, is_update);
                        json!({
                            "docs": self.field_docs(property, name),
                            "name": names.take(self.variant_name(&property.key), ""),
                            "type": self.boxed(&property.ty, &place, property.boxed),
                            "key": literal(&property.key),
                        })
                    })
                    .collect();
                items.push(json!({"keyed": {"name": name, "docs": docs, "variants": variants}}));
            }
            Shape::Untagged(members) => {
                let table = self.untagged_table(key, name, members, docs, is_update);
                items.push(json!({"untagged": table}));
            }
        }
        if self.fits(key) {
            for table in items.iter_mut().filter_map(Value::as_object_mut).flat_map(|item| item.values_mut()) {
                table["fits"] = json!(true);
            }
        }
        items
    }

    fn boxed(&self, ty: &Type, place: &Place<'_, '_>, boxed: bool) -> String {
        let text = self.naming.rust(ty, place);
        if boxed { format!("Box<{text}>") } else { text }
    }

    pub(crate) fn place<'p>(
        &self,
        key: &'p str,
        name: &'p str,
        property: &'p Property<'d>,
        is_update: bool,
    ) -> Place<'p, 'd> {
        Place { owner: Some((key, name)), key: &property.key, view: &property.view, is_update }
    }

    fn struct_table(
        &self,
        key: &str,
        name: &str,
        properties: &[Property<'d>],
        docs: Vec<String>,
        is_update: bool,
    ) -> Value {
        let tag = self.models.tags.get(key);
        let builds = !self.usage.is_read_only(key);
        let mut fields = Vec::new();
        let mut arguments = Vec::new();
        for field in self.fields(key, name, properties, is_update) {
            let property = field.property;
            let mut entry = json!({
                "docs": self.field_docs(property, name), "kind": field.kind, "name": field.name, "type": field.ty,
                "key": literal(&property.key), "deprecated": field.is_deprecated(),
            });
            if let Some(lenient) = self.corrections.field(name, &property.key, "read")
                && field.kind != "nullable"
                && property.ty.model().is_none()
                && reads(lenient, &field.ty)
            {
                entry["lenient"] = json!(lenient);
            }
            if field.kind != "assigned" && property.view.flag("readOnly") {
                entry["access"] = json!("read_only");
            }
            if let Some(setter) = &field.setter {
                entry["setter"] = json!(setter);
            }
            if let Some(clearer) = &field.clearer {
                // Not `clear`: without such a key, the templates would call the method of the Java map.
                entry["clearer"] = json!(clearer);
            }
            if field.is_argument {
                arguments.push(json!({"name": field.name, "type": field.ty}));
            }
            fields.push(entry);
        }
        // Outside of its union, a variant has the tag only if its schema declares it.
        let declares_tag = properties.iter().any(|property| tag == Some(&property.key));
        let tag_value = self.models.tag_value(key).filter(|_| declares_tag);
        json!({
            "name": name, "docs": docs, "fields": fields, "builds": builds, "arguments": arguments,
            "tag": tag.map(|tag| literal(tag)),
            "tagValue": tag_value.map(|value| literal(&value)), "also": self.also(key),
        })
    }

    /// Returns the fields of a struct, named and with their kinds.
    pub(crate) fn fields<'p>(
        &self,
        key: &str,
        name: &str,
        properties: &'p [Property<'d>],
        is_update: bool,
    ) -> Vec<Field<'p, 'd>> {
        let tag = self.models.tags.get(key);
        let builds = !self.usage.is_read_only(key);
        let names = field_names(properties);
        let mut setters = Names::default().reserve(["with_extra"]);
        let mut fields = Vec::new();
        for property in properties {
            if tag == Some(&property.key) || self.is_left_out(key, property) {
                continue;
            }
            let Some(field) = names.get(&property.key).cloned() else { continue };
            let bare = field.strip_suffix('_').unwrap_or(&field);
            let kind = self.kind(key, name, property, is_update);
            let has_setter = builds && kind.word != "assigned" && !property.view.flag("readOnly");
            let setter = has_setter.then(|| setters.take(format!("with_{bare}"), ""));
            let clears = has_setter && kind.word == "patch";
            let clearer = clears.then(|| setters.take(format!("clear_{bare}"), ""));
            let ty = self.naming.table(&property.ty, &self.place(key, name, property, is_update), property.boxed);
            let is_argument = builds && kind.is_argument;
            fields.push(Field { property, name: field, kind: kind.word, ty, setter, clearer, is_argument });
        }
        fields
    }

    /// Whether a model is a variant of a union without a tag.
    fn fits(&self, key: &str) -> bool {
        self.models.all.values().any(|model| match &model.shape {
            Shape::Untagged(members) => members.iter().any(|(_, ty)| ty.model() == Some(key)),
            _ => false,
        })
    }

    /// The features that only some structs need.
    fn also(&self, key: &str) -> Vec<&'static str> {
        let is_blank_field = |(owner, model): (&String, &Model<'d>)| match &model.shape {
            Shape::Struct(properties) => properties.iter().any(|property| {
                property.ty.direct_model() == Some(key)
                    && self.flavors(owner).into_iter().any(|(name, is_update)| {
                        matches!(self.kind(owner, name, property, is_update).word, "required" | "default")
                    })
            }),
            _ => false,
        };
        let mut also = Vec::new();
        if self.models.all.iter().any(is_blank_field) {
            also.push("blank");
        }
        if self.fits(key) {
            also.push("fits");
        }
        also
    }

    /// Whether a field is useless: a read-only field of a model that is only sent.
    fn is_left_out(&self, key: &str, property: &Property<'d>) -> bool {
        property.view.flag("readOnly") && !self.usage.is_received(key)
    }

    fn kind(&self, key: &str, name: &str, property: &Property<'d>, is_update: bool) -> Kind {
        let correction = self.corrections.field(name, &property.key, "kind");
        if let Some(word) = correction {
            return Kind { word: known_kind(word), is_argument: word == "required" };
        }
        let read_only = property.view.flag("readOnly");
        let nullable = property.view.is_nullable();
        let is_id = property.key == "id" && property.ty == Type::Text;
        if is_id && self.usage.is_received(key) {
            // A record's own ID. The API assigns it to records that requests create.
            if read_only && self.usage.is_sent(key) {
                return Kind { word: "assigned", is_argument: false };
            }
            if self.is_record(key) {
                // A shorter form of a record, which other objects contain, may lack it.
                let is_complete = self.usage.is_event(key) || self.usage.records.iter().any(|record| record == key);
                return Kind { word: if is_complete { "required" } else { "default" }, is_argument: true };
            }
        }
        if self.usage.is_content(key, &property.key) && !property.boxed {
            let word = match property.ty {
                _ if !nullable => "required",
                Type::List(_) => "default",
                _ => "option",
            };
            return Kind { word, is_argument: word == "required" };
        }
        if is_page_meta(&self.models, &property.ty) && self.usage.is_read_only(key) {
            return Kind { word: "default", is_argument: false };
        }
        // A required field of a request can only be null if that is sent.
        let is_null_sent = property.required && nullable && !self.usage.is_received(key);
        if (is_update || is_null_sent) && is_clearable(property) {
            return Kind { word: "patch", is_argument: property.required };
        }
        let is_argument = property.required && !read_only;
        let is_always_sent = property.required && !nullable && !property.view.flag("writeOnly");
        // A null that was received is sent back.
        let is_null_returned = property.required && nullable && !read_only && !property.view.flag("writeOnly");
        if is_null_returned && self.usage.is_received(key) && self.usage.is_sent(key) && !property.boxed {
            return Kind { word: "nullable", is_argument };
        }
        // A struct that contains itself can't be blank.
        if !is_always_sent || property.boxed || (read_only && self.usage.is_sent(key)) {
            return Kind { word: "option", is_argument };
        }
        // The API may omit required fields.
        Kind { word: if self.usage.is_received(key) { "default" } else { "required" }, is_argument }
    }

    /// Whether a model has a typed ID: it is a record of responses, or a shorter form of one.
    fn is_record(&self, key: &str) -> bool {
        let fields = operations::fields(&self.models, &Type::Model(key.to_owned()));
        let Some(id) = fields.iter().find(|field| field.key == "id") else { return false };
        let name = self.naming.model(key).unwrap_or_default();
        if self.corrections.field(name, "id", "id").is_some() {
            return false;
        }
        let place = Place { owner: Some((key, name)), key: "id", view: &id.view, is_update: false };
        self.naming.rust(&id.ty, &place) != "String"
    }

    pub(crate) fn field_docs(&self, property: &Property<'d>, owner: &str) -> Vec<String> {
        let own = property.view.own("description").or_else(|| property.view.get("description"));
        let description = own.and_then(|node| node.text()).unwrap_or_default();
        let mut docs = doc_lines(description, WIDTH);
        if docs.is_empty() {
            docs = paragraph(&self.field_sentence(property, owner), WIDTH);
        }
        let facts = missing_facts(description, &property.view);
        if !facts.is_empty() {
            docs.push(String::new());
            docs.extend(paragraph(&facts.join(" "), WIDTH));
        }
        docs
    }

    /// A sentence for a field without a description.
    fn field_sentence(&self, property: &Property<'d>, owner: &str) -> String {
        let words = humanize(&property.key);
        let mut chars = words.chars();
        let mut sentence =
            chars.next().map(|first| first.to_uppercase().to_string() + chars.as_str()).unwrap_or_default();
        if sentence.is_empty() {
            sentence = code(&property.key);
        }
        let owner = humanize(owner);
        // Not "Participant of a participant response".
        let repeats = owner.split(' ').any(|word| words.strip_suffix('s').unwrap_or(&words) == word);
        let is_envelope = ["response", "body", "event", "payload"].iter().any(|end| owner.ends_with(end));
        if repeats || is_envelope {
            return format!("The {}.", if words.is_empty() { sentence } else { words });
        }
        format!("{sentence} of {} {owner}.", article(&owner))
    }

    fn model_docs(&self, key: &str, name: &str, model: &Model<'d>) -> Vec<String> {
        let described = model.view.text("description").filter(|text| !text.trim().is_empty());
        let text = self.corrections.model_doc(name).or(described).unwrap_or_default();
        let mut docs = doc_lines(text, WIDTH);
        let uses = self.uses.get(name).or_else(|| self.uses.get(self.naming.model(key).unwrap_or_default()));
        let mut sentences = uses.cloned().unwrap_or_default();
        if docs.is_empty() && sentences.is_empty() {
            sentences.push(format!("The API's `{}`.", humanize(name)));
        }
        for sentence in sentences {
            if !docs.is_empty() {
                docs.push(String::new());
            }
            docs.extend(paragraph(&sentence, WIDTH));
        }
        let more = model.view.own("externalDocs").and_then(more);
        let deprecation = model.view.flag("deprecated").then(|| "Deprecated by the API.".to_owned());
        for sentence in more.into_iter().chain(deprecation) {
            docs.extend([String::new(), sentence]);
        }
        docs
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one table")]
    pub(crate) fn tagged_table(
        &self,
        name: &str,
        tag: &str,
        variants: &[Variant],
        common: &[Property<'d>],
        boxed: bool,
        docs: Vec<String>,
        is_update: bool,
    ) -> Value {
        let mut names = Names::default().reserve(["Unknown"]);
        let mut seen = Vec::new();
        let table: Vec<_> = variants
            .iter()
            .map(|variant| {
                let ty = self.naming.model_in(&variant.model, is_update);
                let converts = !seen.contains(&ty);
                seen.push(ty);
                json!({
                    "name": names.take(self.variant_name(&variant.tag), ""), "type": ty, "tag": literal(&variant.tag),
                    "code": code(&variant.tag), "converts": converts,
                })
            })
            .collect();
        let common: Vec<_> =
            common.iter().filter_map(|property| self.common_accessor(name, variants, property, is_update)).collect();
        json!({"name": name, "docs": docs, "tag": literal(tag), "boxed": boxed, "variants": table, "common": common})
    }

    /// A field that all variants of a union have, with the same type and kind.
    fn common_accessor(
        &self,
        union: &str,
        variants: &[Variant],
        property: &Property<'d>,
        is_update: bool,
    ) -> Option<Value> {
        let accessor = value_name(&property.key);
        // The method that returns the tag.
        if accessor == "type_" {
            return None;
        }
        let mut found: Vec<(&str, String)> = Vec::new();
        for variant in variants {
            let fields = operations::fields(&self.models, &Type::Model(variant.model.clone()));
            let field = fields.iter().find(|field| field.key == property.key)?;
            let has_number = fields.iter().filter(|field| value_name(&field.key) == accessor).count() > 1;
            if has_number || self.is_left_out(&variant.model, field) {
                return None;
            }
            let name = self.naming.model_in(&variant.model, is_update);
            let kind = match self.kind(&variant.model, name, field, is_update).word {
                "nullable" => "option",
                kind => kind,
            };
            let ty = self.naming.table(&field.ty, &self.place(&variant.model, name, field, is_update), false);
            found.push((kind, ty));
        }
        let place = Place { owner: Some(("", union)), key: &property.key, view: &property.view, is_update };
        let fallback = ("required", self.naming.table(&property.ty, &place, false));
        let first = found.first().cloned().unwrap_or(fallback);
        if found.iter().any(|other| *other != first) || first.0 == "patch" {
            return None;
        }
        Some(json!({"name": accessor, "type": first.1, "key": literal(&property.key), "kind": first.0}))
    }

    pub(crate) fn untagged_table(
        &self,
        key: &str,
        name: &str,
        members: &[(View<'d>, Type)],
        docs: Vec<String>,
        is_update: bool,
    ) -> Value {
        let mut names = Names::default().reserve(["Unknown"]);
        let variants: Vec<_> = members
            .iter()
            .map(|(view, ty)| {
                let place = Place { owner: Some((key, name)), key: "", view, is_update };
                let rust = self.naming.rust(ty, &place);
                let bare = match ty {
                    Type::List(_) => "List".to_owned(),
                    Type::Map(_) => "Map".to_owned(),
                    Type::Model(key) if !is_component(key) && self.models.is_enum(key) => "Value".to_owned(),
                    Type::Model(key) => {
                        let stem = |suffix| rust.strip_suffix(suffix).filter(|stem: &&str| !stem.is_empty());
                        // The type of a member that is written in the union begins with the union's name.
                        let plain = |name: &'_ str| {
                            name.strip_suffix("Update").filter(|_| is_update).unwrap_or(name).to_owned()
                        };
                        let (union, member) = (plain(name), plain(&rust));
                        let own = member.strip_prefix(&union).filter(|own| own.starts_with(char::is_uppercase));
                        let own = own.filter(|_| !is_component(key));
                        variant_name(own.or(stem(name)).or_else(|| stem("Update")).unwrap_or(&rust))
                    }
                    Type::Text => "Text".to_owned(),
                    Type::Integer => "Integer".to_owned(),
                    Type::Float | Type::Number => "Number".to_owned(),
                    _ => variant_name(&rust),
                };
                // Only types of the crate can be linked.
                let linked = if ty.direct_model().is_some() { format!("[`{rust}`]") } else { code(&rust) };
                json!({"name": names.take(bare, ""), "type": rust, "code": linked})
            })
            .collect();
        let boxed = is_boxed(members);
        json!({"name": name, "docs": docs, "variants": variants, "boxed": boxed})
    }

    /// The tables of a model that is a page of a listing, or has the cursors or URLs of other pages.
    fn page_tables(&self, key: &str, name: &str, properties: &[Property<'d>], is_update: bool) -> Vec<Value> {
        let mut tables = Vec::new();
        let ty = Type::Model(key.to_owned());
        let field = |key: &str| {
            let property = properties.iter().find(|property| property.key == key)?;
            let ty = self.naming.rust(&property.ty, &self.place(key, name, property, is_update));
            (ty == if key == "hasMore" { "bool" } else { "String" }).then(|| value_name(key))
        };
        if is_page_meta(&self.models, &ty) {
            let fields = json!({"name": name, "hasMore": field("hasMore"), "after": field("afterCursor"), "before": field("beforeCursor")});
            tables.push(json!({"pageMeta": fields}));
        }
        if is_page_links(&self.models, &ty) {
            tables.push(json!({"pageLinks": {"name": name, "next": field("next"), "prev": field("prev")}}));
        }
        if let Some(listing) = self.listings.get(key)
            && !is_update
            && let Some(items) = properties.iter().find(|property| property.key == listing.items)
            && let Type::List(item) = &items.ty
        {
            let item = self.naming.item(item, &self.place(key, name, items, false));
            let item = if item.contains('<') { format!("({item})") } else { item };
            let named = |key: &Option<String>| key.as_deref().map(value_name);
            tables.push(json!({"page": {
                "name": name, "item": item, "items": value_name(&listing.items),
                "meta": named(&listing.meta), "links": named(&listing.links),
            }}));
        }
        tables
    }

    pub(crate) fn variant_name(&self, value: &str) -> String {
        self.corrections.spelled(variant_name(value))
    }

    fn secret_fields(&self) -> Vec<String> {
        let mut names: Vec<String> = self.corrections.secrets().map(str::to_owned).collect();
        for (key, model) in &self.models.all {
            if let Shape::Struct(properties) = &model.shape
                && self.usage.is_used(key)
            {
                let secret = properties.iter().filter(|property| {
                    property.ty == Type::Text && is_secret(self.corrections, &property.key, &property.view)
                });
                names.extend(secret.map(|property| property.key.clone()));
            }
        }
        names.sort();
        names.dedup();
        names
    }
}

/// The article before a noun. Most nouns with `u` are like `user`; the capitals are those of `API`, `ID` and `SDK`.
pub(crate) fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'A', 'I', 'S']) { "an" } else { "a" }
}

/// The names of fields in Rust, by the API's names. Names in the API's usual style have priority, so that a new field such as
/// `external_id` doesn't rename `externalId`.
fn field_names(properties: &[Property<'_>]) -> BTreeMap<String, String> {
    let is_usual = |property: &&Property<'_>| {
        property.key.starts_with(|c: char| c.is_ascii_lowercase())
            && property.key.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let mut names = Names::default().reserve(["extra"]);
    let (usual, unusual): (Vec<_>, Vec<_>) = properties.iter().partition(is_usual);
    let named = usual
        .into_iter()
        .chain(unusual)
        .map(|property| (property.key.clone(), names.take(value_name(&property.key), "")));
    named.collect()
}

/// Whether a lenient reader reads a type. Another version of the document may give the field another type.
fn reads(lenient: &str, ty: &str) -> bool {
    match lenient {
        "Text" => matches!(ty, "String" | "Secret" | "SecretUrl" | "Time") || ty.ends_with("Id"),
        "Digits" => ty == "Number",
        "List" => ty == "[String]",
        _ => false,
    }
}

/// A field of a struct.
pub(crate) struct Field<'p, 'd> {
    pub(crate) property: &'p Property<'d>,
    pub(crate) name: String,
    /// A kind of `model!`.
    pub(crate) kind: &'static str,
    /// The type, as the tables write it.
    pub(crate) ty: String,
    pub(crate) setter: Option<String>,
    pub(crate) clearer: Option<String>,
    /// Whether it is a parameter of the constructor.
    pub(crate) is_argument: bool,
}

impl Field<'_, '_> {
    /// Returns whether the API has deprecated the field.
    pub(crate) fn is_deprecated(&self) -> bool {
        self.property.view.flag("deprecated")
    }
}

struct Kind {
    word: &'static str,
    /// Whether it is a parameter of the constructor.
    is_argument: bool,
}

fn known_kind(word: &str) -> &'static str {
    match word {
        "required" => "required",
        "default" => "default",
        "nullable" => "nullable",
        "patch" => "patch",
        "assigned" => "assigned",
        _ => "option",
    }
}

/// The names of an operation.
pub(crate) struct MethodName {
    /// Of the method that creates or updates an object: `upsert_user`.
    pub(crate) upsert: Option<String>,
    /// Of its type: `CreateUser`.
    pub(crate) ty: String,
    /// Of its output if that depends on the status code: `CreateUserOutput`.
    pub(crate) output: Option<String>,
    /// Of its method: `create_user`.
    pub(crate) method: String,
}

/// Text as the inside of a Rust string literal.
pub(crate) fn literal(text: &str) -> String {
    text.escape_default().to_string()
}

/// The names of an enum's variants.
pub(crate) fn variant_names(corrections: &Corrections, values: &[String]) -> Vec<String> {
    let mut names = Names::default().reserve(["Unknown"]);
    values.iter().map(|value| names.take(corrections.spelled(variant_name(value)), "")).collect()
}

pub(crate) fn enum_table(
    corrections: &Corrections,
    name: &str,
    repr: &str,
    values: &[String],
    docs: Vec<String>,
) -> Value {
    let values: Vec<_> = variant_names(corrections, values)
        .into_iter()
        .zip(values)
        .map(|(name, value)| {
            let shown = if code(value).is_empty() { format!("\"{}\"", literal(value)) } else { value.clone() };
            json!({
                "name": name, "code": code(&shown),
                "value": if repr == "str" { format!("\"{}\"", literal(value)) } else { value.clone() },
            })
        })
        .collect();
    json!({"name": name, "repr": repr, "docs": docs, "members": values})
}

/// The types of webhook events as an enum, for the fields that hold them.
fn trigger(corrections: &Corrections, event: &Model<'_>) -> Value {
    let Shape::Tagged { variants, .. } = &event.shape else { return json!({}) };
    let tags: Vec<String> = variants.iter().map(|variant| variant.tag.clone()).collect();
    let docs = "A type of webhook event: the trigger that a webhook subscribes to, and the `type` of an [`Event`].";
    json!({"enum": enum_table(corrections, "Trigger", "str", &tags, paragraph(docs, WIDTH))})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corrections_of_missing_names_are_warnings() {
        let document = "openapi: 3.0.3\npaths:\n  /a/{b}: {get: {operationId: GetA, responses: {'200': {description: A, content: {\
                        application/json: {schema: {$ref: '#/components/schemas/a'}}}}}}}\n\
                        components: {schemas: {a: {type: object, properties: {c: {type: string}}}}}";
        let corrections = "corrections:\n  examples: {A.c: x, b: y, A: z}\n  aliases: {A: [d], GetA: [e]}";
        let warnings = |corrections: &str| {
            let document = Document::parse(document, "openapi.yaml").unwrap();
            let corrections = Corrections::parse(corrections, "openapi-generator.yaml").unwrap();
            Api::read(&document, &corrections).warnings()
        };
        assert_eq!(warnings(corrections), [""; 0]);
        let unknown = "corrections:\n  examples: {A.x: x}\n  aliases:\n    B: [d]";
        assert_eq!(
            warnings(unknown),
            [
                "line 2: `examples` has `A.x`, which the document lacks",
                "line 4: `aliases` has `B`, which the document lacks"
            ]
        );
    }
}
