//! Changes of the fields of objects.

use sunshine_conversations_codegen::yaml::Node;

use super::comparison::{Comparison, Place};
use super::report::Kind;
use super::schema::Schema;

type Field<'a> = (&'a str, &'a Node);

impl<'a> Comparison<'a> {
    pub fn compare_fields(&mut self, place: &Place, old: &Schema<'a>, new: &Schema<'a>) {
        let only = |these: &[Field<'a>], those: &[Field<'a>]| -> Vec<Field<'a>> {
            these.iter().filter(|(name, _)| !those.iter().any(|(other, _)| other == name)).copied().collect()
        };
        let (mut gone, mut added) = (only(&old.fields, &new.fields), only(&new.fields, &old.fields));
        let renamed = self.renamed_fields(&gone, &added);
        for (before, after) in &renamed {
            gone.retain(|(name, _)| name != &before.0);
            added.retain(|(name, _)| name != &after.0);
            let at = place.field(before.0, &Schema::new(&self.old, before.1), false);
            self.add(&at, Kind::Breaking, format!("renamed to `{}`", after.0));
        }
        let noun = if place.is_parameter() { "parameter" } else { "field" };
        for (name, node) in gone {
            let at = place.field(name, &Schema::new(&self.old, node), false);
            self.add(&at, Kind::Breaking, format!("{noun} removed"));
        }
        for (name, node) in added {
            let schema = Schema::new(&self.new, node);
            let at = place.field(name, &schema, false);
            let required = new.required.contains(name);
            let kind = if required && at.sent { Kind::Breaking } else { Kind::Added };
            let how = match (required, schema.read_only, schema.write_only) {
                (true, false, false) => "required ",
                (false, false, false) => "optional ",
                (_, true, _) => "read-only ",
                (_, _, true) => "write-only ",
            };
            self.add(&at, kind, format!("new {how}{noun}"));
        }
        let both = old.fields.iter().filter_map(|before| {
            let after = new.fields.iter().find(|(name, _)| *name == before.0)?;
            Some((*before, *after))
        });
        for (before, after) in both.chain(renamed) {
            let is_required = (old.required.contains(before.0), new.required.contains(after.0));
            let at = place.field(after.0, &Schema::new(&self.old, before.1), is_required == (true, true));
            match is_required {
                (false, true) => self.add(&at, Kind::Breaking, "now required"),
                (true, false) => self.add(&at, Kind::Breaking, "no longer required"),
                _ => {}
            }
            self.at(&at, before.1, after.1);
        }
        if !old.fields.is_empty() && old.is_object() && old.is_closed() != new.is_closed() {
            let (kind, text) = if new.is_closed() {
                (if place.sent { Kind::Breaking } else { Kind::Changed }, "undeclared fields are no longer allowed")
            } else {
                (Kind::Changed, "undeclared fields are now allowed")
            };
            self.add(place, kind, text);
        }
    }

    /// Returns the fields that were renamed: the spelling differs only in case and underscores, or exactly one new field
    /// has the same schema and description.
    fn renamed_fields(&mut self, gone: &[Field<'a>], added: &[Field<'a>]) -> Vec<(Field<'a>, Field<'a>)> {
        let mut renamed = Vec::new();
        for before in gone {
            let spelled = added.iter().find(|after| letters(before.0) == letters(after.0)).copied();
            let after = spelled.or_else(|| {
                let schema = Schema::new(&self.old, before.1);
                let same: Vec<Field<'a>> = added
                    .iter()
                    .filter(|after| {
                        let other = Schema::new(&self.new, after.1);
                        !schema.description.is_empty() && schema.name == other.name && self.same(&schema, &other)
                    })
                    .copied()
                    .collect();
                match same.as_slice() {
                    [only] => Some(*only),
                    _ => None,
                }
            });
            if let Some(after) = after
                && !renamed.iter().any(|(_, (taken, _)): &(Field<'a>, Field<'a>)| *taken == after.0)
            {
                renamed.push((*before, after));
            }
        }
        renamed
    }
}

/// Returns a name without case and punctuation.
pub fn letters(name: &str) -> String {
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
