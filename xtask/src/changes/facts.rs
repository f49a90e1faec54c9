//! Changes of single facts: formats, nullability, defaults, limits and deprecation.

use std::collections::BTreeMap;

use super::comparison::{Comparison, Place};
use super::report::{Kind, change_of};
use super::schema::{LIMITS, Schema};

/// Formats that decide the Rust type.
const TYPED_FORMATS: &[&str] = &["binary", "byte", "date-time", "double", "float", "password"];

impl<'a> Comparison<'a> {
    /// Compares the facts of two uses. If `targets` are given, a fact that also changes in these named schemas is left to
    /// their comparison.
    pub fn compare_facts(
        &mut self,
        place: &Place,
        old: &Schema<'a>,
        new: &Schema<'a>,
        targets: Option<&(Schema<'a>, Schema<'a>)>,
    ) {
        let (before, after) = (facts(old), facts(new));
        let targets = targets.map(|(old, new)| (facts(old), facts(new)));
        for (key, old) in &before {
            let new = after.get(key).cloned().flatten();
            let explained = targets.as_ref().is_some_and(|(old, new)| old.get(key) != new.get(key));
            if *old != new && !explained {
                self.add_fact(place, key, old.as_deref(), new.as_deref());
            }
        }
    }

    fn add_fact(&mut self, place: &Place, key: &str, old: Option<&str>, new: Option<&str>) {
        let now = new.is_some();
        let breaking_if = |condition: bool| if condition { Kind::Breaking } else { Kind::Changed };
        let (kind, text) = match key {
            "description" => {
                self.descriptions += 1;
                return;
            }
            "deprecated" if now => (Kind::Deprecated, "deprecated".to_owned()),
            // An update can clear a nullable field, and a required one becomes an `Option`.
            "nullable" if now => {
                let kind = breaking_if(place.required || place.sent && place.update && !place.path.is_empty());
                (kind, "now nullable".to_owned())
            }
            "nullable" => (breaking_if(place.required || place.sent), "no longer nullable".to_owned()),
            "readOnly" => (breaking_if(now && place.sent), state(now, "read-only")),
            "writeOnly" => (Kind::Breaking, state(now, "write-only")),
            "deprecated" => (Kind::Changed, state(now, "deprecated")),
            "format" => {
                let typed = [old, new].into_iter().flatten().any(|format| TYPED_FORMATS.contains(&format));
                (breaking_if(typed), change_of("format", old, new))
            }
            "default" => (Kind::Changed, change_of("default", old, new)),
            limit => (breaking_if(place.sent && narrows(limit, old, new)), change_of(&format!("`{limit}`"), old, new)),
        };
        self.add(place, kind, text);
    }
}

fn facts<'a>(schema: &'a Schema<'_>) -> BTreeMap<&'a str, Option<String>> {
    let flag = |flag: bool| flag.then(|| "true".to_owned());
    let mut facts = BTreeMap::from([
        ("nullable", flag(schema.nullable)),
        ("readOnly", flag(schema.read_only)),
        ("writeOnly", flag(schema.write_only)),
        ("deprecated", flag(schema.deprecated)),
        ("default", schema.default.clone()),
        ("format", schema.format.map(str::to_owned)),
        ("description", Some(schema.description.clone())),
    ]);
    facts.extend(LIMITS.iter().map(|key| (*key, schema.limits.get(key).cloned())));
    facts
}

fn state(now: bool, what: &str) -> String {
    format!("{} {what}", if now { "now" } else { "no longer" })
}

/// Returns whether a limit rejects values that were accepted before.
fn narrows(limit: &str, old: Option<&str>, new: Option<&str>) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    match (old, new) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(old), Some(new)) => match (number(old), number(new)) {
            (Some(old), Some(new)) if limit.starts_with("max") || limit == "exclusiveMaximum" => new < old,
            (Some(old), Some(new)) if limit.starts_with("min") || limit == "exclusiveMinimum" => new > old,
            _ => true,
        },
    }
}
