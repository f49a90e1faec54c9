//! The folders of `src` are layers, and imports only go down. Files don't import one another in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// From the lowest to the highest. The files next to them are above all.
const LAYERS: [&str; 10] =
    ["util", "spec", "model", "domain", "api", "outside", "delivery", "http", "transcript", "control"];

/// The modules that a text names with `crate::`, except in comments.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let paths = lines.flat_map(|line| line.split("crate::").skip(1));
    paths.map(|path| path.split(|c: char| !c.is_ascii_lowercase() && c != '_').next().unwrap_or_default())
}

/// The imports of a folder that go up.
fn violations(folder: &Path, layer: usize) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(violations(&path, layer));
            continue;
        }
        let text = fs::read_to_string(&path).expect("a file");
        let above = imports(&text).filter(|import| !LAYERS[..=layer].contains(import));
        found.extend(above.map(|import| format!("{} imports {import:?}", path.display())));
    }
    found
}

#[test]
fn imports_only_go_down() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = fs::read_dir(&source).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<String> = folders
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut known = LAYERS.map(str::to_owned);
    known.sort();
    assert_eq!(folders, known);
    let found: Vec<String> =
        LAYERS.iter().enumerate().flat_map(|(layer, name)| violations(&source.join(name), layer)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn an_import_is_found() {
    let text = "use crate::api::request::Call;\n// crate::control\nlet app = crate::model::state::App::default();";
    assert_eq!(imports(text).collect::<Vec<_>>(), ["api", "model"]);
}

/// The source files by module, such as `["model", "state"]`, without their comments. The crate's root isn't one of them,
/// because it has the public types.
fn modules(folder: &Path, path: &[String], found: &mut BTreeMap<Vec<String>, String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry").path();
        let name = entry.file_stem().expect("a name").to_string_lossy().into_owned();
        let module = if name == "mod" { path.to_vec() } else { [path, &[name]].concat() };
        if entry.is_dir() {
            modules(&entry, &module, found);
        } else if module != ["lib"] && module != ["main"] {
            let text = fs::read_to_string(&entry).expect("a file");
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            found.insert(module, code.join(" "));
        }
    }
}

/// The modules that a module imports: the longest known part of each path.
fn imported(module: &[String], code: &str, all: &BTreeMap<Vec<String>, String>) -> BTreeSet<Vec<String>> {
    let mut paths: Vec<Vec<String>> = Vec::new();
    let parent = module.split_last().map_or(module, |(_, parent)| parent);
    for (start, base) in [("crate::", &[][..]), ("super::", parent), ("self::", module)] {
        // In a module for tests, `super` is the file.
        let code = if start == "super::" { code.split("#[cfg(test)]").next().unwrap_or_default() } else { code };
        for rest in code.split(start).skip(1) {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
            let path: Vec<&str> = rest[..end].split("::").filter(|name| !name.is_empty()).collect();
            let group = rest[end..].strip_prefix('{').and_then(|group| group.split_once('}')).map(|(group, _)| group);
            for name in group.unwrap_or_default().split(',') {
                let name = name.trim().split("::").next().unwrap_or_default();
                let names = path.iter().copied().chain([name]).map(str::to_owned);
                paths.push(base.iter().cloned().chain(names).collect());
            }
        }
    }
    // A module also names its children without a prefix.
    let names = code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let relative = names.filter(|name| name.contains("::"));
    paths.extend(relative.map(|name| [module, &name.split("::").map(str::to_owned).collect::<Vec<_>>()].concat()));
    let known = |path: Vec<String>| {
        let lengths = (module.len().min(1)..=path.len()).rev();
        lengths.map(|length| path[..length].to_vec()).find(|path| all.contains_key(path))
    };
    paths.into_iter().filter_map(known).filter(|path| path != module).collect()
}

/// The modules that import one another. Those that import nothing else, or that nothing else imports, are removed one after
/// the other.
fn circles(all: &BTreeMap<Vec<String>, String>) -> Vec<String> {
    let mut left: BTreeMap<_, _> =
        all.iter().map(|(module, code)| (module.clone(), imported(module, code, all))).collect();
    loop {
        let before = left.len();
        let targets: BTreeSet<_> = left.values().flatten().cloned().collect();
        left.retain(|module, imports| !imports.is_empty() && targets.contains(module));
        let modules: BTreeSet<_> = left.keys().cloned().collect();
        left.values_mut().for_each(|imports| imports.retain(|import| modules.contains(import)));
        if left.len() == before {
            return left.into_keys().map(|module| module.join("::")).collect();
        }
    }
}

#[test]
fn no_files_import_one_another() {
    let mut all = BTreeMap::new();
    modules(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &[], &mut all);
    assert!(all.len() > 80 && all.contains_key(&["model".to_owned(), "state".to_owned()][..]), "{:?}", all.keys());
    let found = circles(&all);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn circles_are_found() {
    let modules = |files: &[(&str, &str)]| {
        let module = |name: &str| name.split("::").map(str::to_owned).collect::<Vec<_>>();
        files.iter().map(|(name, code)| (module(name), (*code).to_owned())).collect::<BTreeMap<_, _>>()
    };
    let circle = [("a", "use crate::b::{c, d::E};"), ("b", ""), ("b::c", ""), ("b::d", "fn f() -> crate::a::G {}")];
    assert_eq!(circles(&modules(&circle)), ["a", "b::d"]);
    // By a re-export, by a relative path, and in a nested module.
    let re_exported = [("a", "pub use self::b::C;"), ("a::b", "use crate::a::D;")];
    assert_eq!(circles(&modules(&re_exported)), ["a", "a::b"]);
    let relative = [("a", "mod b; static T: fn() = b::run;"), ("a::b", "use super::nothing;")];
    assert_eq!(circles(&modules(&relative)), ["a", "a::b"]);
    let without = [("a", "mod b; mod c;"), ("a::b", "use crate::a::c::D;"), ("a::c", "use std::fmt;")];
    assert!(circles(&modules(&without)).is_empty());
}
