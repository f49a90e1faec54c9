//! Changes of unions.

use std::collections::BTreeSet;

use sunshine_conversations_codegen::yaml::Node;

use super::comparison::{Comparison, Place};
use super::document::Document;
use super::report::{Kind, change_of};
use super::schema::Schema;

/// A member of a union.
#[derive(Clone)]
struct Variant<'a> {
    /// The tag, or another name that identifies the member.
    key: String,
    /// The named schema.
    name: Option<&'a str>,
    node: &'a Node,
}

impl<'a> Comparison<'a> {
    pub fn compare_members(&mut self, place: &Place, old: &Schema<'a>, new: &Schema<'a>) {
        if let (Some(before), Some(after)) = (old.tag, new.tag)
            && before != after
        {
            self.add(place, Kind::Breaking, change_of("discriminator", Some(before), Some(after)));
        }
        let tagged = old.tag.is_some() && new.tag.is_some();
        let mut gone = variants(&self.old, old, tagged, |name| if tagged { name } else { self.renamed(name) });
        let mut added = variants(&self.new, new, tagged, |name| name);
        let mut pairs = Vec::new();
        let mut take = |gone: &mut Vec<Variant<'a>>, together: &mut dyn FnMut(&Variant<'a>, &Variant<'a>) -> bool| {
            gone.retain(|before| match added.iter().position(|after| together(before, after)) {
                Some(at) => {
                    pairs.push((before.clone(), added.remove(at)));
                    false
                }
                None => true,
            });
        };
        take(&mut gone, &mut |before, after| before.key == after.key);
        // An inline schema can become a named one.
        take(&mut gone, &mut |before, after| {
            let (old, new) = (Schema::new(&self.old, before.node), Schema::new(&self.new, after.node));
            (before.name.is_none() || after.name.is_none()) && self.same(&old, &new)
        });
        for (before, after) in pairs {
            if before.name.is_none() || before.name.and_then(|name| self.pairs.get(name)) != after.name.as_ref() {
                self.at(&place.inside(&format!("({})", after.key)), before.node, after.node);
            }
        }
        for variant in gone {
            let name = self.variant_name(&variant, tagged);
            self.add(place, Kind::Breaking, format!("variant {name} removed"));
        }
        for variant in added {
            let name = self.variant_name(&variant, tagged);
            self.add(place, Kind::Added, format!("new variant {name}"));
        }
    }

    fn renamed<'b>(&self, name: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.pairs.get(name).copied().unwrap_or(name)
    }

    fn variant_name(&self, Variant { key, name, .. }: &Variant<'a>, tagged: bool) -> String {
        match name.map(|name| self.names.model(name)) {
            Some(model) if tagged => format!("`{key}` (`{model}`)"),
            Some(model) => format!("`{model}`"),
            None => format!("`{key}`"),
        }
    }
}

/// Returns the members with the keys that identify them: tags if the union is tagged, and otherwise names of schemas,
/// titles or types.
fn variants<'a>(
    document: &Document<'a>,
    union: &Schema<'a>,
    tagged: bool,
    renamed: impl Fn(&'a str) -> &'a str,
) -> Vec<Variant<'a>> {
    let mut variants: Vec<Variant<'a>> = Vec::new();
    let mut listed = BTreeSet::new();
    for member in &union.members {
        let schema = Schema::new(document, member);
        let title = member.get("title").and_then(Node::text);
        let key = schema.name.map(&renamed).or(title).map_or_else(|| schema.shape(), str::to_owned);
        let tags: Vec<&str> = union
            .mapping
            .iter()
            .filter(|(_, name)| tagged && Some(**name) == schema.name)
            .map(|(tag, _)| *tag)
            .collect();
        listed.extend(schema.name);
        if tags.is_empty() && tagged && union.mapping.contains_key(key.as_str()) {
            continue;
        }
        if tags.is_empty() {
            let same = variants.iter().filter(|other| other.key.trim_end_matches(char::is_numeric) == key).count();
            let key = if same == 0 { key } else { format!("{key}{}", same + 1) };
            variants.push(Variant { key, name: schema.name, node: member });
        } else {
            let variant = |tag: &str| Variant { key: tag.to_owned(), name: schema.name, node: member };
            variants.extend(tags.into_iter().map(variant));
        }
    }
    // An object can name its subtypes without a `oneOf`.
    for (tag, name) in union.mapping.iter().filter(|(_, name)| !listed.contains(**name)) {
        if let Some(node) = document.schema(name) {
            variants.push(Variant { key: (*tag).to_owned(), name: Some(name), node });
        }
    }
    variants
}
