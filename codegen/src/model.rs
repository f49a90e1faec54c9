//! The models of a document: the schemas that become structs, enums and unions, and their parts.

use std::collections::{BTreeMap, BTreeSet};

use crate::corrections::Corrections;
use crate::document::{Document, Layer, View, is_null};
use crate::names::singular;
use crate::yaml::{Node, Value};

/// The type of a value, before names are given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Type {
    /// Text. The kind of text depends on the name and the facts of the field.
    Text,
    /// `true` or `false`.
    Bool,
    /// An integer.
    Integer,
    /// A number of limited precision.
    Float,
    /// Any number, kept as written.
    Number,
    /// Any JSON value.
    Json,
    /// The content of a file.
    Binary,
    /// A model, by its key.
    Model(String),
    /// A list.
    List(Box<Type>),
    /// An object with keys of any name.
    Map(Box<Type>),
}

impl Type {
    /// Returns the key of the model in the type.
    pub fn model(&self) -> Option<&str> {
        match self {
            Self::Model(key) => Some(key),
            Self::List(item) | Self::Map(item) => item.model(),
            _ => None,
        }
    }

    /// Returns the model that a value of the type is, not as an item of a list or a map.
    pub fn direct_model(&self) -> Option<&str> {
        match self {
            Self::Model(key) => Some(key),
            _ => None,
        }
    }
}

/// A model.
pub struct Model<'d> {
    /// The schema at its definition.
    pub view: View<'d>,
    /// Its shape in Rust.
    pub shape: Shape<'d>,
}

/// The shape of a model in Rust.
pub enum Shape<'d> {
    /// An object with known fields.
    Struct(Vec<Property<'d>>),
    /// A set of strings.
    TextEnum(Vec<String>),
    /// A set of integers.
    IntegerEnum(Vec<String>),
    /// Objects that are distinguished by the value of a key.
    Tagged { tag: String, variants: Vec<Variant>, common: Vec<Property<'d>>, boxed: bool },
    /// Objects with one key, which distinguishes them.
    Keyed(Vec<Property<'d>>),
    /// Values that are distinguished by their type and keys.
    Untagged(Vec<(View<'d>, Type)>),
}

/// A property of an object.
#[derive(Clone)]
pub struct Property<'d> {
    /// The API's name.
    pub key: String,
    /// The schema.
    pub view: View<'d>,
    /// The type.
    pub ty: Type,
    /// Whether the document requires it.
    pub required: bool,
    /// Whether its type contains the struct that it is a field of.
    pub boxed: bool,
}

/// A variant of a tagged union.
#[derive(Clone)]
pub struct Variant {
    /// The value of the tag.
    pub tag: String,
    /// The key of the model.
    pub model: String,
}

/// The models of a document, by key: the JSON pointers of their schemas.
pub struct Models<'d> {
    pub(crate) document: &'d Document,
    pub(crate) corrections: &'d Corrections,
    /// The models.
    pub all: BTreeMap<String, Model<'d>>,
    /// The key that distinguishes the variants of a union, by the key of the variant's model.
    pub tags: BTreeMap<String, String>,
    building: BTreeSet<String>,
}

impl<'d> Models<'d> {
    /// Creates an empty set.
    pub fn new(document: &'d Document, corrections: &'d Corrections) -> Self {
        Self { document, corrections, all: BTreeMap::new(), tags: BTreeMap::new(), building: BTreeSet::new() }
    }

    /// Returns the type of a schema; adds the models that it needs.
    pub fn type_at(&mut self, node: &'d Node, at: &str) -> (View<'d>, Type) {
        let view = self.document.view(node, at);
        let ty = self.type_of(&view);
        (view, ty)
    }

    /// Returns the type of a schema; adds the models that it needs.
    pub fn type_of(&mut self, view: &View<'d>) -> Type {
        let key = view.at().to_owned();
        if self.all.contains_key(&key) || self.building.contains(&key) {
            return Type::Model(key);
        }
        self.building.insert(key.clone());
        // A component's own facts, not those of the place that was the first to refer to it.
        let mut own = view.clone();
        if let Some(index) = own.layers.iter().position(|layer| layer.at == key) {
            own.layers.drain(..if crate::document::is_component(&key) { index } else { 0 });
        }
        let found = self.shape_of(&own);
        self.building.remove(&key);
        match found {
            Ok(shape) => {
                self.all.insert(key.clone(), Model { view: own, shape });
                Type::Model(key)
            }
            Err(ty @ (Type::Text | Type::Integer | Type::Number)) => match view.types()[..] {
                // The place may add a format.
                [name] => scalar(name, view),
                _ => ty,
            },
            Err(ty) => ty,
        }
    }

    /// Returns the shape of a model, or the type of anything that isn't a model.
    fn shape_of(&mut self, view: &View<'d>) -> Result<Shape<'d>, Type> {
        for keyword in ["oneOf", "anyOf"] {
            if let Some(node) = view.get(keyword) {
                return self.union_of(view, keyword, node);
            }
        }
        if let Some(shape) = self.parent_union(view) {
            return Ok(shape);
        }
        if view.types().len() > 1 && view.types().contains(&"object") {
            return Err(Type::Json);
        }
        if self.is_object(view) {
            return self.object_of(view);
        }
        if let Some(parts) = view.get("allOf") {
            // Parts without properties: their facts together.
            let mut all = View { layers: Vec::new() };
            for (index, part) in parts.list().iter().enumerate() {
                all = all.over(&self.document.view(part, &format!("{}/allOf/{index}", view.at())));
            }
            return Err(self.type_of(&all));
        }
        if let Some(shape) = enum_of(view) {
            return shape;
        }
        match view.types()[..] {
            ["array"] => Err(Type::List(Box::new(self.items_of(view)))),
            [] if view.get("items").is_some() => Err(Type::List(Box::new(self.items_of(view)))),
            [name] => Err(scalar(name, view)),
            [] => Err(Type::Json),
            // Several types: a union of them.
            ref names => {
                let mut members = Vec::new();
                for name in names {
                    let ty = match *name {
                        "array" => Type::List(Box::new(self.items_of(view))),
                        "object" => Type::Json,
                        name => scalar(name, view),
                    };
                    members.push((view.clone(), ty));
                }
                Ok(Shape::Untagged(members))
            }
        }
    }

    fn items_of(&mut self, view: &View<'d>) -> Type {
        let Some(items) = view.get("items").filter(|items| items.is_map()) else { return Type::Json };
        self.type_at(items, &format!("{}/items", self.place_of(view, "items"))).1
    }

    /// The pointer of the layer that has a keyword.
    fn place_of(&self, view: &View<'d>, keyword: &str) -> String {
        let layer = view.layers.iter().find(|layer| layer.node.get(keyword).is_some());
        layer.map_or_else(|| view.at().to_owned(), |layer| layer.at.clone())
    }

    /// Whether a schema is an object, or a composition of objects.
    fn is_object(&self, view: &View<'d>) -> bool {
        self.is_object_within(view, 0)
    }

    fn is_object_within(&self, view: &View<'d>, depth: usize) -> bool {
        if depth > 16 {
            return false;
        }
        if view.types() == ["object"] || view.get("properties").is_some() || view.get("additionalProperties").is_some()
        {
            return true;
        }
        let parts = ["allOf", "oneOf", "anyOf"].into_iter().filter_map(|keyword| Some((keyword, view.get(keyword)?)));
        parts.into_iter().any(|(keyword, parts)| {
            parts.list().iter().enumerate().any(|(index, part)| {
                let part = self.document.view(part, &format!("{}/{keyword}/{index}", view.at()));
                self.is_object_within(&part, depth + 1)
            })
        })
    }

    fn object_of(&mut self, view: &View<'d>) -> Result<Shape<'d>, Type> {
        let mut found = Vec::new();
        self.collect(view, false, 0, &mut found);
        if found.is_empty() {
            let values =
                view.get("additionalProperties").filter(|values| values.is_map() && !values.entries().is_empty());
            return Err(match values {
                Some(values) => {
                    let place = self.place_of(view, "additionalProperties");
                    match self.type_at(values, &format!("{place}/additionalProperties")).1 {
                        Type::Json => Type::Json,
                        ty => Type::Map(Box::new(ty)),
                    }
                }
                None => Type::Json,
            });
        }
        Ok(Shape::Struct(self.properties(found)))
    }

    fn properties(&mut self, found: Vec<(String, View<'d>, bool)>) -> Vec<Property<'d>> {
        let finish = |(key, view, required): (String, View<'d>, bool)| {
            let ty = self.type_of(&view);
            Property { key, view, ty, required, boxed: false }
        };
        found.into_iter().map(finish).collect()
    }

    /// Collects the properties of an object and of everything that it is composed of, in the order of the document.
    /// A property that occurs again adds to the facts of the first.
    fn collect(&mut self, view: &View<'d>, optional: bool, depth: usize, found: &mut Vec<(String, View<'d>, bool)>) {
        if depth > 16 {
            return;
        }
        for layer in view.layers.iter().rev() {
            for (keyword, optional) in [("allOf", optional), ("oneOf", true), ("anyOf", true)] {
                // A parent that lists its own children as a union adds none of their properties to each of them.
                let skipped =
                    if keyword == "allOf" { layer.passes_on } else { layer.node.get("discriminator").is_some() };
                if skipped {
                    continue;
                }
                for (index, part) in layer.node.get(keyword).map_or(&[][..], Node::list).iter().enumerate() {
                    let part = self.document.view(part, &format!("{}/{keyword}/{index}", layer.at));
                    self.collect(&part, optional, depth + 1, found);
                }
            }
            let own = layer.node.get("properties").map_or(&[][..], Node::entries);
            let is_part = layer.passes_on || layer.at.rsplit('/').nth(1) == Some("allOf");
            let added = if is_part { &[] } else { self.corrections.undocumented(&location(&layer.at)) };
            // A correction that refers to a schema which another version of the document lacks doesn't apply to it.
            let resolves = |node: &Node| {
                node.get("$ref").and_then(Node::text).is_none_or(|at| self.document.resolve(at).is_some())
            };
            let added = added.iter().filter(|(_, node)| {
                resolves(node) && node.get("allOf").map_or(&[][..], Node::list).iter().all(resolves)
            });
            for (key, node) in own.iter().chain(added) {
                let view =
                    self.document.view(node, &format!("{}/properties/{}", layer.at, crate::document::escape(key)));
                match found.iter_mut().find(|(known, ..)| known == key) {
                    Some((_, known, _)) => *known = merge(view, known),
                    None => found.push((key.clone(), view, false)),
                }
            }
            let required = layer.node.get("required").map_or(&[][..], Node::list);
            for (key, _, is_required) in found.iter_mut() {
                *is_required |= !optional && required.iter().any(|name| name.text() == Some(key));
            }
            // The invalid `required: true` inside a property, which can only mean one thing.
            for (key, node) in own {
                if let Some((_, _, is_required)) = found.iter_mut().find(|(known, ..)| known == key) {
                    *is_required |= !optional && node.flag("required");
                }
            }
        }
    }

    /// A schema with `oneOf` or `anyOf`.
    fn union_of(&mut self, view: &View<'d>, keyword: &str, node: &'d Node) -> Result<Shape<'d>, Type> {
        let place = self.place_of(view, keyword);
        let members: Vec<View<'d>> = node
            .list()
            .iter()
            .enumerate()
            .filter(|(_, member)| !is_null(member))
            .map(|(index, member)| self.document.view(member, &format!("{place}/{keyword}/{index}")))
            .collect();
        if let Some(discriminator) = view.get("discriminator")
            && let Some(tag) = discriminator.get("propertyName").and_then(Node::text)
            && members.iter().all(|member| self.is_object(member) && !self.has_other_tag(member, tag))
            && !members.iter().any(|member| self.tags.get(member.at()).is_some_and(|known| known != tag))
        {
            return Ok(self.tagged(view, tag, discriminator.get("mapping"), members));
        }
        if let [member] = &members[..]
            && view.get("properties").is_none()
        {
            return Err(self.type_of(member));
        }
        if view.get("properties").is_some() {
            return self.object_of(view);
        }
        // Enums of texts have unknown values, so any text adds none.
        let is_any_text = |member: &View<'_>| member.types() == ["string"] && member.get("format").is_none();
        let texts = members.iter().map(|member| match enum_of(member) {
            Some(Ok(Shape::TextEnum(texts))) => Some(texts),
            None if is_any_text(member) => Some(Vec::new()),
            _ => None,
        });
        if let Some(texts) = texts.collect::<Option<Vec<_>>>()
            && texts.iter().any(|texts| !texts.is_empty())
        {
            let mut all = texts.concat();
            let mut seen = BTreeSet::new();
            all.retain(|text| seen.insert(text.clone()));
            return Ok(Shape::TextEnum(all));
        }
        let objects = members.iter().all(|member| self.is_object(member));
        let inline =
            members.iter().all(|member| !member.at().starts_with("#/components/") || member.at().contains("Of/"));
        if objects && keyword == "anyOf" && inline {
            return self.object_of(view);
        }
        if objects && let Some(keys) = self.single_keys(&members) {
            return Ok(Shape::Keyed(self.properties(keys)));
        }
        let mut types = Vec::new();
        for member in members {
            let ty = self.type_of(&member);
            if ty == Type::Json {
                return Err(Type::Json);
            }
            if !types.iter().any(|(_, known)| *known == ty) {
                types.push((member, ty));
            }
        }
        Ok(Shape::Untagged(types))
    }

    /// The only properties of objects that have one each, if no two have the same.
    fn single_keys(&mut self, members: &[View<'d>]) -> Option<Vec<(String, View<'d>, bool)>> {
        let mut keys: Vec<(String, View<'d>, bool)> = Vec::new();
        for member in members {
            let mut found = Vec::new();
            self.collect(member, false, 0, &mut found);
            let [only] = &found[..] else { return None };
            if keys.iter().any(|(known, ..)| *known == only.0) {
                return None;
            }
            keys.extend(found);
        }
        Some(keys)
    }

    /// A union whose members are distinguished by a discriminator.
    fn tagged(&mut self, view: &View<'d>, tag: &str, mapping: Option<&'d Node>, members: Vec<View<'d>>) -> Shape<'d> {
        let mut variants: Vec<Variant> = Vec::new();
        let mut flat = Vec::new();
        let mut seen = BTreeSet::from([view.at().to_owned()]);
        for member in members {
            self.add_objects(member, tag, mapping, &mut seen, &mut flat);
        }
        for (member, mapping) in flat {
            let tags = self.tags_of(&member, tag, mapping.map_or(&[][..], Node::entries));
            let model = match self.type_of(&member) {
                Type::Model(model) => model,
                _ => self.open_object(member),
            };
            let found = match self.all.get(&model).map(|model| &model.shape) {
                // A union within the union: its variants.
                Some(Shape::Tagged { tag: inner, variants, .. }) if inner == tag => variants.clone(),
                _ => tags.into_iter().map(|tag| Variant { tag, model: model.clone() }).collect(),
            };
            for variant in found {
                if !variants.iter().any(|known| known.tag == variant.tag) {
                    variants.push(variant);
                }
            }
        }
        self.finish_union(tag, variants, Vec::new(), false)
    }

    /// A variant without known fields: an object with keys of any name. Its key isn't that of the schema, which is a map
    /// elsewhere.
    fn open_object(&mut self, view: View<'d>) -> String {
        let key = format!("{}/allOf/0", view.at());
        self.all.insert(key.clone(), Model { view, shape: Shape::Struct(Vec::new()) });
        key
    }

    /// Adds a member of a tagged union, with the mapping that names it. The members of another union are added instead of it.
    fn add_objects(
        &self,
        member: View<'d>,
        tag: &str,
        mapping: Option<&'d Node>,
        seen: &mut BTreeSet<String>,
        found: &mut Vec<(View<'d>, Option<&'d Node>)>,
    ) {
        if !seen.insert(member.at().to_owned()) {
            return;
        }
        let union = ["oneOf", "anyOf"].into_iter().find_map(|keyword| Some((keyword, member.get(keyword)?)));
        let discriminator = member.get("discriminator");
        let is_same = discriminator.is_some_and(|node| node.get("propertyName").and_then(Node::text) == Some(tag));
        let Some((keyword, members)) = union.filter(|_| member.get("properties").is_none()) else {
            return found.push((member, mapping));
        };
        let place = self.place_of(&member, keyword);
        let inner = discriminator.filter(|_| is_same).and_then(|node| node.get("mapping"));
        for (index, node) in members.list().iter().enumerate().filter(|(_, node)| !is_null(node)) {
            let part = self.document.view(node, &format!("{place}/{keyword}/{index}"));
            self.add_objects(part, tag, inner.or(mapping), seen, found);
        }
    }

    /// Whether a model is an object whose tag a union writes. One that is still being read is.
    fn can_be_variant(&self, key: &str) -> bool {
        matches!(self.all.get(key).map(|model| &model.shape), None | Some(Shape::Struct(_)))
    }

    fn finish_union(
        &mut self,
        tag: &str,
        mut variants: Vec<Variant>,
        common: Vec<Property<'d>>,
        boxed: bool,
    ) -> Shape<'d> {
        variants.retain(|variant| self.can_be_variant(&variant.model));
        variants.sort_by(|a, b| a.tag.cmp(&b.tag));
        for variant in &variants {
            self.tags.insert(variant.model.clone(), tag.to_owned());
        }
        Shape::Tagged { tag: tag.to_owned(), variants, common, boxed }
    }

    /// The values of the tag that mean a member: those of the mapping, those that it declares, or its name.
    fn tags_of(&mut self, member: &View<'d>, tag: &str, mapping: &'d [(String, Node)]) -> Vec<String> {
        let component = member.component();
        let is_target = |target: &str| {
            let name = crate::document::unescape(target.trim_start_matches("#/components/schemas/"));
            target == member.at() || component.as_deref() == Some(&name)
        };
        let mapped = mapping.iter().filter(|(_, target)| target.text().is_some_and(is_target));
        let mut tags: Vec<String> = mapped.map(|(tag, _)| tag.clone()).collect();
        if tags.is_empty() {
            tags = self.declared_tags(member, tag);
        }
        if tags.is_empty() {
            let title = || member.text("title").map(str::to_owned);
            tags.push(component.or_else(title).unwrap_or_else(|| location(member.at())));
        }
        tags
    }

    /// The values that a member's own tag can have.
    fn declared_tags(&mut self, member: &View<'d>, tag: &str) -> Vec<String> {
        let mut found = Vec::new();
        self.collect(member, false, 0, &mut found);
        let Some((_, view, _)) = found.into_iter().find(|(key, ..)| key == tag) else { return Vec::new() };
        let values: Vec<String> =
            view.get("enum").map_or(&[][..], Node::list).iter().filter_map(Node::scalar).collect();
        if view.get("const").is_none() && values.len() > 1 { values } else { only_value(&view).into_iter().collect() }
    }

    /// Whether a member's tag isn't text, which a tagged union can't have.
    fn has_other_tag(&mut self, member: &View<'d>, tag: &str) -> bool {
        let mut found = Vec::new();
        self.collect(member, false, 0, &mut found);
        found.into_iter().any(|(key, view, _)| {
            key == tag && matches!(view.types()[..], ["integer" | "number" | "boolean" | "array" | "object"])
        })
    }

    /// A union whose discriminator is on a common parent: its variants are the schemas that extend it.
    fn parent_union(&mut self, view: &View<'d>) -> Option<Shape<'d>> {
        let parent = view.at().strip_prefix("#/components/schemas/")?.to_owned();
        let layer: &Layer<'d> = view.layers.iter().find(|layer| layer.at == view.at())?;
        let discriminator = layer.node.get("discriminator")?;
        let tag = discriminator.get("propertyName").and_then(Node::text)?;
        let children = self.children(&parent);
        let children: Vec<_> = children.into_iter().map(|(name, _)| name).collect();
        if children.is_empty() {
            return None;
        }
        let mapping = discriminator.get("mapping").map_or(&[][..], Node::entries);
        let mut variants = Vec::new();
        for name in children {
            let at = format!("#/components/schemas/{}", crate::document::escape(&name));
            let Some(node) = self.document.resolve(&at) else { continue };
            let member = self.document.view(node, &at);
            let tags = self.tags_of(&member, tag, mapping);
            let Type::Model(model) = self.type_of(&member) else { continue };
            variants.extend(tags.into_iter().map(|tag| Variant { tag, model: model.clone() }));
        }
        let mut common = Vec::new();
        self.collect(view, false, 0, &mut common);
        common.retain(|(key, ..)| key != tag);
        let common = self.properties(common);
        Some(self.finish_union(tag, variants, common, true))
    }

    /// The component schemas that extend another with `allOf`, or that extend one that does.
    pub fn children(&self, parent: &str) -> Vec<(String, &'d Node)> {
        let mut found = self.direct_children(parent);
        let mut next = 0;
        while let Some((name, _)) = found.get(next) {
            for child in self.direct_children(&name.clone()) {
                if !found.iter().any(|(known, _)| *known == child.0) {
                    found.push(child);
                }
            }
            next += 1;
        }
        found
    }

    fn direct_children(&self, parent: &str) -> Vec<(String, &'d Node)> {
        let reference = format!("#/components/schemas/{}", crate::document::escape(parent));
        let extends = |node: &Node| {
            let mut parts = node.get("allOf").map_or(&[][..], Node::list).iter();
            parts.any(|part| part.get("$ref").and_then(Node::text) == Some(&reference))
        };
        let schemas = self.document.components("schemas").iter();
        schemas.filter(|(_, node)| extends(node)).map(|(name, node)| (name.clone(), node)).collect()
    }

    /// Returns the value that the tag of a variant has in every union.
    pub fn tag_value(&self, key: &str) -> Option<String> {
        let tag = self.tags.get(key)?;
        if let Some(Shape::Struct(properties)) = self.all.get(key).map(|model| &model.shape)
            && let Some(property) = properties.iter().find(|property| property.key == *tag)
            && let Some(value) = only_value(&property.view)
        {
            return Some(value);
        }
        let variants = self.all.values().filter_map(|model| match &model.shape {
            Shape::Tagged { variants, .. } => Some(variants),
            _ => None,
        });
        let mut values = variants.flatten().filter(|variant| variant.model == key).map(|variant| &variant.tag);
        let value = values.next()?;
        values.all(|other| other == value).then(|| value.clone())
    }

    /// Adds the union of the webhook events and returns its key. All events have the properties of `base`, and require
    /// the same of them, so that an event which declares less or more doesn't remove a method of the union.
    pub fn add_events(
        &mut self,
        events: Vec<(String, String)>,
        common: Vec<Property<'d>>,
        base: &[Property<'d>],
        view: View<'d>,
    ) -> String {
        let mut variants: Vec<Variant> = Vec::new();
        for (tag, at) in events {
            let Some(node) = self.document.resolve(&at) else { continue };
            if let (_, Type::Model(model)) = self.type_at(node, &at)
                && !variants.iter().any(|known| known.tag == tag)
            {
                variants.push(Variant { tag, model });
            }
        }
        for variant in &variants {
            let Some(Model { shape: Shape::Struct(fields), .. }) = self.all.get_mut(&variant.model) else { continue };
            for property in base {
                match fields.iter_mut().find(|field| field.key == property.key) {
                    Some(field) => field.required = property.required,
                    None => fields.push(property.clone()),
                }
            }
        }
        let shape = self.finish_union("type", variants, common, true);
        self.all.insert(EVENT.to_owned(), Model { view, shape });
        EVENT.to_owned()
    }

    /// Returns the properties that a view collects, with their types.
    pub fn properties_of(&mut self, view: &View<'d>) -> Vec<Property<'d>> {
        let mut found = Vec::new();
        self.collect(view, false, 0, &mut found);
        self.properties(found)
    }

    /// Returns the only value of a property of a schema, if it can have one only.
    pub fn only_value_of(&mut self, view: &View<'d>, key: &str) -> Option<String> {
        let values = self.declared_tags(view, key);
        if values.len() == 1 { values.into_iter().next() } else { None }
    }

    /// Replaces each cycle of unions without a tag: all of them have the same values, so each gets the members of all.
    pub fn flatten_unions(&mut self) {
        let inner = |models: &Self, key: &str| -> Vec<String> {
            match models.all.get(key).map(|model| &model.shape) {
                Some(Shape::Untagged(members)) => {
                    members.iter().filter_map(|(_, ty)| ty.direct_model()).map(str::to_owned).collect()
                }
                _ => Vec::new(),
            }
        };
        let reached = |models: &Self, key: &str| {
            let mut found = inner(models, key);
            let mut next = 0;
            while let Some(key) = found.get(next) {
                for key in inner(models, key) {
                    if !found.contains(&key) {
                        found.push(key);
                    }
                }
                next += 1;
            }
            found
        };
        let mut flat = Vec::new();
        for key in self.all.keys() {
            let found = reached(self, key);
            if !found.contains(key) {
                continue;
            }
            let cycle: Vec<&String> = found.iter().filter(|other| reached(self, other).contains(key)).collect();
            let mut members: Vec<(View<'d>, Type)> = Vec::new();
            for union in std::iter::once(key).chain(cycle.iter().copied().filter(|other| *other != key)) {
                let Some(Shape::Untagged(own)) = self.all.get(union).map(|model| &model.shape) else { continue };
                for (view, ty) in own {
                    let is_in_cycle = ty.direct_model().is_some_and(|key| cycle.iter().any(|other| *other == key));
                    if !is_in_cycle && !members.iter().any(|(_, known)| known == ty) {
                        members.push((view.clone(), ty.clone()));
                    }
                }
            }
            if let (true, Some(model)) = (members.is_empty(), self.all.get(key)) {
                members.push((model.view.clone(), Type::Json));
            }
            flat.push((key.clone(), members));
        }
        for (key, members) in flat {
            if let Some(model) = self.all.get_mut(&key) {
                model.shape = Shape::Untagged(members);
            }
        }
    }

    /// Boxes a part of each cycle of models: a union if the cycle has one, otherwise a field.
    pub fn break_cycles(&mut self) {
        while let Some(cycle) = self.find_cycle() {
            let union = cycle.iter().find(|(key, _)| {
                matches!(self.all.get(key).map(|model| &model.shape), Some(Shape::Tagged { boxed: false, .. }))
            });
            if let Some((key, _)) = union {
                if let Some(Model { shape: Shape::Tagged { boxed, .. }, .. }) = self.all.get_mut(key) {
                    *boxed = true;
                }
                continue;
            }
            let has_properties = |key: &str| {
                matches!(self.all.get(key).map(|model| &model.shape), Some(Shape::Struct(_) | Shape::Keyed(_)))
            };
            let Some((key, index)) = cycle.iter().rev().find(|(key, _)| has_properties(key)) else { return };
            match self.all.get_mut(key).map(|model| &mut model.shape) {
                Some(Shape::Struct(properties) | Shape::Keyed(properties)) => {
                    let Some(property) = properties.get_mut(*index) else { return };
                    property.boxed = true;
                }
                _ => return,
            }
        }
    }

    /// Finds a cycle of models that contain one another without a list, a map or a box: keys and indexes of properties.
    fn find_cycle(&self) -> Option<Vec<(String, usize)>> {
        fn walk(models: &Models<'_>, key: &str, path: &mut Vec<(String, usize)>, done: &mut BTreeSet<String>) -> bool {
            if let Some(begin) = path.iter().position(|(known, _)| known == key) {
                path.drain(..begin);
                return true;
            }
            if !done.insert(key.to_owned()) {
                return false;
            }
            for (index, target) in models.contained(key) {
                path.push((key.to_owned(), index));
                if walk(models, &target, path, done) {
                    return true;
                }
                path.pop();
            }
            false
        }
        let mut done = BTreeSet::new();
        for key in self.all.keys() {
            let mut path = Vec::new();
            if walk(self, key, &mut path, &mut done) {
                return Some(path);
            }
        }
        None
    }

    fn contained(&self, key: &str) -> Vec<(usize, String)> {
        let target = |(index, ty): (usize, &Type)| ty.direct_model().map(|key| (index, key.to_owned()));
        match self.all.get(key).map(|model| &model.shape) {
            Some(Shape::Struct(properties) | Shape::Keyed(properties)) => {
                let unboxed = properties.iter().enumerate().filter(|(_, property)| !property.boxed);
                unboxed.filter_map(|(index, property)| target((index, &property.ty))).collect()
            }
            Some(Shape::Tagged { variants, boxed: false, .. }) => {
                variants.iter().enumerate().map(|(index, variant)| (index, variant.model.clone())).collect()
            }
            Some(Shape::Untagged(members)) if !is_boxed(members) => {
                members.iter().enumerate().filter_map(|(index, (_, ty))| target((index, ty))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns whether a model is an enum.
    pub fn is_enum(&self, key: &str) -> bool {
        matches!(self.all.get(key).map(|model| &model.shape), Some(Shape::TextEnum(_) | Shape::IntegerEnum(_)))
    }

    /// Returns the models that a model refers to in any way.
    pub fn referred(&self, key: &str) -> Vec<(&Type, Option<&Property<'d>>)> {
        match self.all.get(key).map(|model| &model.shape) {
            Some(Shape::Struct(properties) | Shape::Keyed(properties)) => {
                properties.iter().map(|property| (&property.ty, Some(property))).collect()
            }
            Some(Shape::Untagged(members)) => members.iter().map(|(_, ty)| (ty, None)).collect(),
            _ => Vec::new(),
        }
    }
}

/// The key of the union of webhook events.
pub const EVENT: &str = "#/x-event";

/// Returns whether the variants of a union without a tag are on the heap: if all of them are models.
pub fn is_boxed(members: &[(View<'_>, Type)]) -> bool {
    members.iter().all(|(_, ty)| ty.direct_model().is_some())
}

/// A later occurrence of a property over an earlier one, unless it has another type: then it replaces the earlier one.
fn merge<'d>(later: View<'d>, earlier: &View<'d>) -> View<'d> {
    let is_another = !later.types().is_empty() && !earlier.types().is_empty() && later.types() != earlier.types();
    if is_another { later } else { later.over(earlier) }
}

/// A schema that lists its values.
fn enum_of<'d>(view: &View<'d>) -> Option<Result<Shape<'d>, Type>> {
    let constant = view.get("const").into_iter();
    let values: Vec<&Node> = view.get("enum").map_or(&[][..], Node::list).iter().chain(constant).collect();
    let values: Vec<&Node> = values.into_iter().filter(|value| !value.is_null()).collect();
    if values.is_empty() {
        return None;
    }
    let is_text = |value: &&Node| matches!(value.value, Value::Text(_));
    let is_integer = |value: &&Node| matches!(&value.value, Value::Number(text) if text.parse::<i64>().is_ok());
    let declared = view.types();
    let unique = |values: Vec<String>| {
        let mut seen = BTreeSet::new();
        values.into_iter().filter(|value| seen.insert(value.clone())).collect::<Vec<_>>()
    };
    let texts = || unique(values.iter().filter_map(|value| value.scalar()).collect());
    Some(if declared == ["string"] || (declared.is_empty() && values.iter().all(is_text)) {
        // Also `enum: [1, true]` of a string: YAML took the quotes.
        Ok(Shape::TextEnum(texts()))
    } else if values.iter().all(is_integer) && declared != ["number"] {
        Ok(Shape::IntegerEnum(unique(
            values
                .iter()
                .filter_map(|value| value.scalar())
                .map(|text| text.trim_start_matches('+').to_owned())
                .collect(),
        )))
    } else {
        match declared[..] {
            [name] if !matches!(name, "object" | "array") => Err(scalar(name, view)),
            [] if values.iter().all(|value| matches!(value.value, Value::Bool(_))) => Err(Type::Bool),
            _ => Err(Type::Json),
        }
    })
}

/// The only value that a schema allows: a constant, the one member of an enumeration, or the default of a tag.
pub fn only_value(view: &View<'_>) -> Option<String> {
    if let Some(value) = view.get("const") {
        return value.scalar();
    }
    match view.get("enum").map(Node::list) {
        Some([only]) => only.scalar(),
        _ => view.get("default").and_then(Node::scalar),
    }
}

fn scalar(name: &str, view: &View<'_>) -> Type {
    let format = view.text("format").unwrap_or_default();
    match name {
        "string" if format == "binary" => Type::Binary,
        "string" => Type::Text,
        "boolean" => Type::Bool,
        "integer" if format == "uint64" => Type::Number,
        "integer" => Type::Integer,
        "number" if matches!(format, "float" | "double") => Type::Float,
        "number" => Type::Number,
        _ => Type::Json,
    }
}

/// The place of a schema in words: its component, and the properties that lead to it. `user.profile`.
pub fn location(at: &str) -> String {
    place_in_words(at, str::to_owned)
}

/// The place of a schema, with the names of items instead of those of their lists: `user.identity`.
pub fn spoken_location(at: &str) -> String {
    place_in_words(at, singular)
}

/// Whether a pointer is that of the items of a list or the values of a map.
pub fn is_item(at: &str) -> bool {
    at.ends_with("/items") || at.ends_with("/additionalProperties")
}

fn place_in_words(at: &str, name_of_item: fn(&str) -> String) -> String {
    let mut steps = at.trim_start_matches("#/").split('/').map(crate::document::unescape);
    let mut location = Vec::new();
    while let Some(step) = steps.next() {
        match step.as_str() {
            "components" => {
                steps.next();
                location.extend(steps.next());
            }
            "properties" => location.extend(steps.next()),
            "allOf" | "oneOf" | "anyOf" | "content" => drop(steps.next()),
            "items" | "additionalProperties" => {
                if let Some(last) = location.last_mut() {
                    *last = name_of_item(last);
                }
            }
            "schema" => {}
            _ => location.push(step),
        }
    }
    location.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_names_components_and_properties() {
        assert_eq!(location("#/components/schemas/user"), "user");
        assert_eq!(
            location("#/components/schemas/event/allOf/1/properties/payload/properties/items/items"),
            "event.payload.items"
        );
        assert_eq!(location("#/components/parameters/filterQuery/schema"), "filterQuery");
        assert_eq!(location("#/components/responses/users/content/application~1json/schema"), "users");
        assert_eq!(location("#/components/schemas/content/properties/items"), "content.items");
        let parts = "#/components/schemas/boxes/items/properties/parts/items";
        assert_eq!((location(parts), spoken_location(parts)), ("boxes.parts".to_owned(), "box.part".to_owned()));
    }
}
