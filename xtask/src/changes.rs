//! What differs between two `generated/` folders, what it means for users, and how it is told.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};

use anyhow::{Context as _, Result};

use crate::scratch::Files;
use crate::surface::{self, Argument, Field, Model, Operation, Setter, Shape, Surface, Variant};

/// Whether code that compiles against the old crate may no longer do so, or may do something else, with the new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    Breaking,
    Compatible,
}

use Rating::{Breaking, Compatible};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Operations,
    Models,
    Fields,
    Values,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    Removed,
    Altered,
    Added,
}

use Action::{Added, Altered, Removed};

/// One line for users. The order of the fields is the order of the lines.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    pub group: Group,
    pub rating: Rating,
    pub action: Action,
    pub what: String,
    /// What about it; may be empty.
    pub how: String,
}

/// How deep the differences go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    Nothing,
    /// Documentation alone.
    Comments,
    /// Code in these files, but nothing that users can name.
    Internals(Vec<String>),
    Surface,
}

#[derive(Debug)]
pub struct Report {
    pub changes: Vec<Change>,
    pub difference: Difference,
}

/// Compares two folders of generated code.
pub fn compare(old: &Files, new: &Files) -> Result<Report> {
    let (old_sources, new_sources) = (sources(old)?, sources(new)?);
    let parse = |sources: &BTreeMap<String, &str>| {
        surface::parse(sources.iter().map(|(path, text)| (path.as_str(), *text))).context("in generated code")
    };
    let changes = differences(&parse(&old_sources)?, &parse(&new_sources)?);
    let difference = if !changes.is_empty() {
        Difference::Surface
    } else {
        let mut altered = Vec::new();
        for path in old_sources.keys().chain(new_sources.keys()).collect::<BTreeSet<_>>() {
            let code = |sources: &BTreeMap<String, &str>| sources.get(path).map(|text| surface::code(text)).transpose();
            if code(&old_sources)? != code(&new_sources)? {
                altered.push(path.clone());
            }
        }
        // The fingerprint is another for every document.
        let same = differing(old, new).iter().all(|(file, _)| file == "fingerprint");
        match (altered.is_empty(), same) {
            (false, _) => Difference::Internals(altered),
            (true, true) => Difference::Nothing,
            (true, false) => Difference::Comments,
        }
    };
    Ok(Report { changes, difference })
}

/// The Rust among the files.
fn sources(files: &Files) -> Result<BTreeMap<String, &str>> {
    let rust = files.iter().filter(|(path, _)| path.ends_with(".rs"));
    let texts = rust.map(|(path, bytes)| {
        let text = std::str::from_utf8(bytes).with_context(|| format!("generated/{path} is not text"))?;
        Ok((path.clone(), text))
    });
    texts.collect()
}

/// The files that are not the same, and how they are not.
pub fn differing(checked_in: &Files, made: &Files) -> Vec<(String, &'static str)> {
    let paths: BTreeSet<&String> = checked_in.keys().chain(made.keys()).collect();
    let how = |path: &String| match (checked_in.get(path), made.get(path)) {
        (Some(_), None) => Some("checked in, and not generated"),
        (None, Some(_)) => Some("generated, and not checked in"),
        (old, new) if old != new => Some("differs"),
        _ => None,
    };
    paths.into_iter().filter_map(|path| Some((path.clone(), how(path)?))).collect()
}

/// All changes of what users can name.
pub fn differences(old: &Surface, new: &Surface) -> Vec<Change> {
    let mut changes = Changes(Vec::new());
    for (name, old, new) in pairs(&old.operations, &new.operations) {
        match (old, new) {
            (Some(old), None) => changes.add(Group::Operations, Breaking, Removed, name, told(old)),
            (None, Some(new)) => changes.add(Group::Operations, Compatible, Added, name, told(new)),
            (Some(old), Some(new)) => changes.operation(name, old, new),
            (None, None) => {}
        }
    }
    for (name, old, new) in pairs(&old.models, &new.models) {
        match (old, new) {
            (Some(old), None) => changes.add(Group::Models, Breaking, Removed, name, kind(old)),
            (None, Some(new)) => changes.add(Group::Models, Compatible, Added, name, kind(new)),
            (Some(old), Some(new)) => changes.model(name, old, new),
            (None, None) => {}
        }
    }
    changes.named("", &old.others, &new.others, |_| false);
    changes.0.sort();
    changes.0
}

struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, group: Group, rating: Rating, action: Action, what: &str, how: impl Into<String>) {
        self.0.push(Change { group, rating, action, what: what.to_owned(), how: how.into() });
    }

    fn operation(&mut self, name: &str, old: &Operation, new: &Operation) {
        let before = self.0.len();
        let mut alter = |rating, how: String| self.add(Group::Operations, rating, Altered, name, how);
        for (what, old, new) in [
            ("client's method", &old.function, &new.function),
            ("method", &old.method, &new.method),
            ("path", &old.path, &new.path),
            ("output", &old.output, &new.output),
        ] {
            if old != new {
                alter(Breaking, format!("{what}: {}", from_to(old, new)));
            }
        }
        let kinds = |arguments: &[Argument]| arguments.iter().map(|one| one.kind.clone()).collect::<Vec<_>>();
        if kinds(&old.parameters) != kinds(&new.parameters) {
            alter(Breaking, format!("parameters: {}", from_to(&list(&old.parameters), &list(&new.parameters))));
        } else if old.parameters != new.parameters && old.request == new.request {
            let how = from_to(&list(&old.parameters), &list(&new.parameters));
            alter(Compatible, format!("parameters, in name only: {how}"));
        }
        for (what, old, new) in
            [("paginated", old.paginated, new.paginated), ("page size settable", old.page_size, new.page_size)]
        {
            match (old, new) {
                (true, false) => alter(Breaking, format!("no longer {what}")),
                (false, true) => alter(Compatible, format!("now {what}")),
                _ => {}
            }
        }
        if old.redirects != new.redirects {
            let now = if new.redirects { "answers with a redirect now" } else { "no longer answers with a redirect" };
            alter(Breaking, now.to_owned());
        }
        for (setter, old, new) in pairs(&old.setters, &new.setters) {
            let call = |one: &Setter| format!("setter `.{setter}({})`, parameter `{}`", one.kinds, one.wire);
            match (old, new) {
                (Some(old), None) => alter(Breaking, format!("without {}", call(old))),
                (None, Some(new)) => alter(Compatible, format!("with {}", call(new))),
                (Some(old), Some(new)) if old.kinds != new.kinds => {
                    alter(Breaking, format!("setter `.{setter}(…)` takes {}", from_to(&old.kinds, &new.kinds)));
                }
                (Some(old), Some(new)) if old.wire != new.wire => {
                    let how = from_to(&old.wire, &new.wire);
                    alter(Breaking, format!("setter `.{setter}(…)` sets another parameter: {how}"));
                }
                (Some(old), Some(new)) if old.request != new.request => {
                    alter(Breaking, format!("setter `.{setter}(…)` sends its argument otherwise"));
                }
                _ => {}
            }
        }
        // Unless what is told above explains it.
        if self.0.len() == before && old.request != new.request {
            let how = format!("the request is made otherwise: {}", from_to(&old.request, &new.request));
            self.add(Group::Operations, Breaking, Altered, name, how);
        }
    }

    fn model(&mut self, name: &str, old: &Model, new: &Model) {
        let before = self.0.len();
        match (&old.shape, &new.shape) {
            (Shape::Struct(old_fields), Shape::Struct(new_fields)) => {
                self.fields(name, (old, old_fields), (new, new_fields));
            }
            (Shape::Enum(old_variants), Shape::Enum(new_variants)) => {
                self.variants(name, old.open, old_variants, new_variants);
            }
            _ => {
                self.add(Group::Models, Breaking, Altered, name, from_to(&kind(old), &kind(new)));
                return;
            }
        }
        // Setters and conversions follow from fields and variants that are told already.
        let told: BTreeSet<String> = self.0[before..]
            .iter()
            .map(|change| last_name(&change.what))
            .chain(names(&old.shape).symmetric_difference(&names(&new.shape)).copied())
            .map(str::to_owned)
            .collect();
        let follows = |method: &str| {
            let field = method.strip_prefix("with_").or_else(|| method.strip_prefix("clear_"));
            field.is_some_and(|field| told.iter().any(|name| name.trim_end_matches('_') == field))
        };
        let conversions: BTreeSet<String> = [&old.shape, &new.shape]
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Enum(variants) => Some(variants),
                Shape::Struct(_) => None,
            })
            .flatten()
            .filter(|(name, _)| told.contains(*name))
            .map(|(_, variant)| format!("From<{}>", unboxed(&variant.kind)))
            .collect();
        self.constructor(name, old, new);
        for gone in old.serde.difference(&new.serde) {
            self.add(Group::Models, Breaking, Altered, name, format!("in JSON: no longer `{gone}`"));
        }
        for added in new.serde.difference(&old.serde) {
            self.add(Group::Models, Breaking, Altered, name, format!("in JSON: now `{added}`"));
        }
        if !old.open && new.open {
            self.add(Group::Models, Breaking, Altered, name, "now `#[non_exhaustive]`");
        } else if old.open && !new.open {
            self.add(Group::Models, Compatible, Altered, name, "no longer `#[non_exhaustive]`");
        }
        for gone in old.traits.difference(&new.traits).filter(|one| !conversions.contains(*one)) {
            self.add(Group::Models, Breaking, Altered, name, format!("no longer implements `{gone}`"));
        }
        for added in new.traits.difference(&old.traits).filter(|one| !conversions.contains(*one)) {
            self.add(Group::Models, Compatible, Altered, name, format!("implements `{added}` now"));
        }
        self.named(&format!("{name}::"), &old.methods, &new.methods, follows);
    }

    fn fields(
        &mut self,
        model: &str,
        (old_model, old): (&Model, &BTreeMap<String, Field>),
        (new_model, new): (&Model, &BTreeMap<String, Field>),
    ) {
        let takes = |model: &Model, field: &str| {
            model.new.as_ref().is_some_and(|arguments| arguments.iter().any(|one| one.name == field))
        };
        let renamed = renamed(old, new, |field| &field.wire);
        for (name, before, after) in pairs(old, new) {
            let what = format!("{model}.{name}");
            let mut add = |rating, action, how: String| self.add(Group::Fields, rating, action, &what, how);
            match (before, after) {
                (Some(_), None) if renamed.contains_key(name) => {
                    let to = renamed[name];
                    let kinds = from_to(&old[name].kind, &new[to].kind);
                    let kinds = if old[name].kind == new[to].kind { String::new() } else { format!("; type: {kinds}") };
                    add(Breaking, Altered, format!("called `{to}` now{kinds}"));
                }
                (None, Some(_)) if renamed.values().any(|to| *to == name) => {}
                (Some(before), None) => add(Breaking, Removed, field(before)),
                (None, Some(after)) => {
                    let required = takes(new_model, name);
                    let closed = !old_model.open;
                    let how = if required { format!("; `{model}::new` takes it") } else { String::new() };
                    let rating = if required || closed { Breaking } else { Compatible };
                    add(rating, Added, format!("{}{how}", field(after)));
                }
                (Some(before), Some(after)) => {
                    if before.kind != after.kind {
                        add(Breaking, Altered, format!("type: {}", from_to(&before.kind, &after.kind)));
                    }
                    if before.wire != after.wire {
                        add(Breaking, Altered, format!("name in JSON: {}", from_to(&before.wire, &after.wire)));
                    }
                    let both = old_model.new.is_some() && new_model.new.is_some();
                    match (takes(old_model, name), takes(new_model, name)) {
                        (false, true) if both => add(Breaking, Altered, format!("`{model}::new` takes it now")),
                        (true, false) if both => add(Breaking, Altered, format!("`{model}::new` takes it no longer")),
                        _ => {}
                    }
                    // A changed type brings other ways to read and write it.
                    if before.kind == after.kind && before.serde != after.serde {
                        // Less is asked of what is read, and the same is written.
                        let more = before.serde.difference(&after.serde).all(|one| one == "value" || one == "required")
                            && after
                                .serde
                                .difference(&before.serde)
                                .all(|one| one == "value" || one.starts_with("with"));
                        let rating = if more { Compatible } else { Breaking };
                        let calls = |serde: &BTreeSet<String>| serde.iter().cloned().collect::<Vec<_>>().join(", ");
                        let how = from_to(&calls(&before.serde), &calls(&after.serde));
                        add(rating, Altered, format!("read or written otherwise: {how}"));
                    }
                }
                (None, None) => {}
            }
        }
    }

    /// What the changes of fields do not tell of `new`.
    fn constructor(&mut self, name: &str, old: &Model, new: &Model) {
        let (before, after) = match (&old.new, &new.new) {
            (Some(before), Some(after)) => (before, after),
            (Some(before), None) => {
                let how = format!("without `{name}::new({})`", list(before));
                return self.add(Group::Models, Breaking, Altered, name, how);
            }
            (None, Some(after)) => {
                let how = format!("with `{name}::new({})`", list(after));
                return self.add(Group::Models, Compatible, Altered, name, how);
            }
            (None, None) => return,
        };
        let common = |these: &[Argument], those: &[Argument]| -> Vec<Argument> {
            these.iter().filter(|one| those.iter().any(|other| other.name == one.name)).cloned().collect()
        };
        let (before, after) = (common(before, after), common(after, before));
        let names = |arguments: &[Argument]| arguments.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        if names(&before) != names(&after) {
            let how = format!(
                "`{name}::new` takes its arguments in another order: {}",
                from_to(&list(&before), &list(&after))
            );
            return self.add(Group::Models, Breaking, Altered, name, how);
        }
        for (one, other) in before.iter().zip(&after) {
            let kind = |model: &Model| match &model.shape {
                Shape::Struct(fields) => fields.get(&one.name).map(|field| field.kind.clone()),
                Shape::Enum(_) => None,
            };
            if one.kind != other.kind && kind(old) == kind(new) {
                let how = format!("`{name}::new` takes `{}` otherwise: {}", one.name, from_to(&one.kind, &other.kind));
                self.add(Group::Models, Breaking, Altered, name, how);
            }
        }
    }

    fn variants(&mut self, model: &str, open: bool, old: &BTreeMap<String, Variant>, new: &BTreeMap<String, Variant>) {
        let renamed = renamed(old, new, |variant| &variant.wire);
        for (name, before, after) in pairs(old, new) {
            let what = format!("{model}::{name}");
            let mut add = |rating, action, how: String| self.add(Group::Values, rating, action, &what, how);
            match (before, after) {
                (Some(before), None) if renamed.contains_key(name) => {
                    let to = renamed[name];
                    let (one, other) = (&before.kind, &new[to].kind);
                    let kinds =
                        if one == other { String::new() } else { format!("; content: {}", from_to(one, other)) };
                    add(Breaking, Altered, format!("called `{to}` now{kinds}"));
                }
                (None, Some(_)) if renamed.values().any(|to| *to == name) => {}
                (Some(before), None) => add(Breaking, Removed, variant(before)),
                (None, Some(after)) => add(if open { Compatible } else { Breaking }, Added, variant(after)),
                (Some(before), Some(after)) => {
                    if before.kind != after.kind {
                        add(Breaking, Altered, format!("content: {}", from_to(&before.kind, &after.kind)));
                    }
                    if before.wire != after.wire {
                        add(Breaking, Altered, format!("name in JSON: {}", from_to(&before.wire, &after.wire)));
                    }
                    if before.serde != after.serde {
                        add(Breaking, Altered, "read or written otherwise".to_owned());
                    }
                }
                (None, None) => {}
            }
        }
    }

    /// Methods and other items, by name and declaration.
    fn named(
        &mut self,
        prefix: &str,
        old: &BTreeMap<String, String>,
        new: &BTreeMap<String, String>,
        follows: impl Fn(&str) -> bool,
    ) {
        for (name, before, after) in pairs(old, new).filter(|(name, _, _)| !follows(name)) {
            let what = format!("{prefix}{name}");
            match (before, after) {
                (Some(before), None) => self.add(Group::Models, Breaking, Removed, &what, format!("`{before}`")),
                (None, Some(after)) => self.add(Group::Models, Compatible, Added, &what, format!("`{after}`")),
                (Some(before), Some(after)) if before != after => {
                    self.add(Group::Models, Breaking, Altered, &what, from_to(before, after));
                }
                _ => {}
            }
        }
    }
}

/// Both maps, side by side.
fn pairs<'a, T>(
    old: &'a BTreeMap<String, T>,
    new: &'a BTreeMap<String, T>,
) -> impl Iterator<Item = (&'a str, Option<&'a T>, Option<&'a T>)> {
    let names: BTreeSet<&'a String> = old.keys().chain(new.keys()).collect();
    names.into_iter().map(move |name| (name.as_str(), old.get(name), new.get(name)))
}

/// What is gone, and what is new under the same name in JSON.
fn renamed<'a, T>(
    old: &'a BTreeMap<String, T>,
    new: &'a BTreeMap<String, T>,
    wire: impl Fn(&T) -> &String,
) -> BTreeMap<&'a str, &'a str> {
    let mut found = BTreeMap::new();
    for (name, gone) in old.iter().filter(|(name, _)| !new.contains_key(*name)) {
        let mut added = new.iter().filter(|(name, _)| !old.contains_key(*name));
        if let Some((to, _)) = added.find(|(_, one)| wire(one) == wire(gone)) {
            found.insert(name.as_str(), to.as_str());
        }
    }
    found
}

fn names(shape: &Shape) -> BTreeSet<&str> {
    match shape {
        Shape::Struct(fields) => fields.keys().map(String::as_str).collect(),
        Shape::Enum(variants) => variants.keys().map(String::as_str).collect(),
    }
}

fn last_name(what: &str) -> &str {
    what.rsplit(['.', ':']).next().unwrap_or(what)
}

fn unboxed(kind: &str) -> &str {
    kind.strip_prefix("Box<").and_then(|kind| kind.strip_suffix('>')).unwrap_or(kind)
}

fn from_to(old: &str, new: &str) -> String {
    let shown = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") };
    format!("{} → {}", shown(old), shown(new))
}

fn list(arguments: &[Argument]) -> String {
    arguments.iter().map(|one| format!("{}: {}", one.name, one.kind)).collect::<Vec<_>>().join(", ")
}

fn told(operation: &Operation) -> String {
    let Operation { function, parameters, method, path, .. } = operation;
    format!("`{function}({})`, `{method} {path}`", list(parameters))
}

fn kind(model: &Model) -> String {
    let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    match &model.shape {
        Shape::Struct(fields) => format!("a struct with {}", count(fields.len(), "field")),
        Shape::Enum(variants) if model.methods.contains_key("as_str") => {
            format!("an enumeration with {}", count(variants.keys().filter(|name| *name != "Unknown").count(), "value"))
        }
        Shape::Enum(variants) => {
            format!("a union with {}", count(variants.keys().filter(|name| *name != "Unknown").count(), "variant"))
        }
    }
}

fn field(field: &Field) -> String {
    format!("`{}`, in JSON `{}`", field.kind, field.wire)
}

fn variant(variant: &Variant) -> String {
    let holds = if variant.kind.is_empty() { String::new() } else { format!("`{}`, ", variant.kind) };
    format!("{holds}in JSON `{}`", variant.wire)
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Operations => "Operations",
            Self::Models => "Models",
            Self::Fields => "Fields",
            Self::Values => "Values of enumerations and variants of unions",
        })
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rating = match self.rating {
            Breaking => "breaking",
            Compatible => "compatible",
        };
        let action = match self.action {
            Removed => "removed",
            Altered => "altered",
            Added => "added",
        };
        let colon = if self.how.is_empty() { "" } else { ": " };
        write!(f, "{rating:<10}  {action:<7}  {}{colon}{}", self.what, self.how)
    }
}

impl Report {
    /// How many changes are breaking.
    pub fn breaking(&self) -> usize {
        self.changes.iter().filter(|change| change.rating == Breaking).count()
    }

    /// The lines, their summary, and the advice for the version that follows `version`.
    pub fn print(&self, version: &str) -> String {
        let mut out = String::new();
        let mut group = None;
        for change in &self.changes {
            if group != Some(change.group) {
                let _ = writeln!(out, "\n{}", change.group);
                group = Some(change.group);
            }
            let _ = writeln!(out, "  {change}");
        }
        if let Difference::Internals(files) = &self.difference {
            let _ = writeln!(out, "\nThe same surface, with other code behind it");
            for file in files {
                let _ = writeln!(out, "  generated/{file}");
            }
        }
        let breaking = self.breaking();
        let _ = match self.difference {
            Difference::Nothing => writeln!(out, "\nnothing changes"),
            Difference::Comments => writeln!(out, "\nno change: comments only"),
            Difference::Internals(_) => {
                writeln!(out, "\n0 breaking changes, 0 compatible ones\n{}", self.advice(version))
            }
            Difference::Surface => writeln!(
                out,
                "\n{breaking} breaking change{}, {} compatible{}\n{}",
                if breaking == 1 { "" } else { "s" },
                self.changes.len() - breaking,
                if self.changes.len() - breaking == 1 { "" } else { " ones" },
                self.advice(version)
            ),
        };
        out
    }

    /// Semantic versioning, as cargo reads it: before 1.0, the second number is the one that breaks.
    fn advice(&self, version: &str) -> String {
        let mut numbers = version.split(['.', '-', '+']).map(|part| part.parse::<u64>().unwrap_or(0));
        let mut next = || numbers.next().unwrap_or(0);
        let (major, minor, patch) = (next(), next(), next());
        let added = !self.changes.is_empty();
        let (level, why, to) = match (self.breaking() > 0, added, major) {
            (true, _, 0) => ("minor", "breaking, while 0.x", (0, minor + 1, 0)),
            (true, _, _) => ("major", "breaking", (major + 1, 0, 0)),
            (false, true, 0) => {
                ("patch", "additions, which while 0.x go without a new minor version", (0, minor, patch + 1))
            }
            (false, true, _) => ("minor", "additions", (major, minor + 1, 0)),
            (false, false, _) => ("patch", "nothing that users can name", (major, minor, patch + 1)),
        };
        format!("Version: {level} ({why}), {version} → {}.{}.{}", to.0, to.1, to.2)
    }
}

/// Which releases of the API are compared, as far as the documents tell.
pub fn title(old: &str, new: &str) -> String {
    let shown = |text| release(text).unwrap_or("of no number");
    format!("From the API's release {} in openapi.yaml to release {} in the document\n", shown(old), shown(new))
}

/// `info.version` of a document in YAML.
fn release(document: &str) -> Option<&str> {
    let mut lines = document.lines().skip_while(|line| line.trim_end() != "info:").skip(1);
    let line = lines
        .by_ref()
        .take_while(|line| line.starts_with([' ', '#']))
        .find_map(|line| line.trim_start().strip_prefix("version:"))?;
    Some(line.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests;
