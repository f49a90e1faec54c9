//! The layers of `src/` and `generated/`: imports only lead down, and never in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// From the bottom to the top. A layer is a folder or a file of `src/`, or a folder of `generated/`: see
/// docs/architecture.md.
const LAYERS: [&str; 19] = [
    "secret_names",
    "secret_fields",
    "base",
    "value",
    "error",
    "decode",
    "observer",
    "retry",
    "auth",
    "body",
    "request",
    "transport",
    "client",
    "call",
    "models",
    "features",
    "operations",
    "oauth",
    "webhook",
];

/// The code of each module by its path, without tests and comments. `""` is the root.
type Modules = BTreeMap<String, String>;

#[test]
fn imports_lead_down_and_never_in_a_circle() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut modules = Modules::new();
    read(&root.join("src"), "", &mut modules);
    read(&root.join("generated"), "", &mut modules);
    // A part of the command-line tool.
    modules.retain(|module, _| module != "commands");
    assert!(modules.len() > 100, "{}", modules.len());
    assert_eq!(faults(&modules), [""; 0]);
}

#[test]
fn an_import_that_leads_up_or_in_a_circle_is_found() {
    let faults = |modules: &[(&str, &str)]| {
        faults(&modules.iter().map(|(path, code)| ((*path).to_owned(), without_tests(code))).collect())
    };
    let root =
        ("", "mod base;\n#[cfg(test)]\nmod tests;\npub use value::{id::Id, json::Json};\npub use client::ApiClient;");
    let down = "use crate::value::id::Id;\nuse crate::{Json};\n// crate::call\n#[cfg(test)]\nmod tests {\n    use crate::call;\n}";
    assert_eq!(faults(&[root, ("value::id", ""), ("value::json", "use super::id::Id;"), ("client", down)]), [""; 0]);
    for up in [
        "use crate::client::ApiClient;",
        "use crate::{base::LOG, client::{ApiClient, Builder}};",
        "fn api() -> crate::ApiClient {}",
        "macro_rules! api { () => { $crate::ApiClient } }",
        "use super::super::client::ApiClient;",
    ] {
        let found = faults(&[root, ("base", ""), ("value::id", up), ("client", "")]);
        assert_eq!(found, ["value::id imports client, which is in a higher layer"], "{up}");
    }
    let user = ("client", "use crate::Json;");
    let circle = [root, ("value::id", "use crate::Json;"), ("value::json", "use super::id::Id;"), user];
    assert_eq!(faults(&circle), ["a circle of imports: value::id, value::json"]);
    assert_eq!(faults(&[root, ("other", "")]), ["other isn't in a layer"]);
}

/// Adds the modules of a folder.
fn read(folder: &Path, path: &str, modules: &mut Modules) {
    for entry in fs::read_dir(folder).unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_stem().unwrap().to_str().unwrap();
        let module = [path, name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("::");
        if file.is_dir() {
            read(&file, &module, modules);
        } else if name != "tests" && file.extension().is_some_and(|extension| extension == "rs") {
            let module = if matches!(name, "mod" | "lib") { path.to_owned() } else { module };
            modules.insert(module, without_tests(&fs::read_to_string(&file).unwrap().replace('\r', "")));
        }
    }
}

/// Returns the code without comments, and without the tests at its end.
fn without_tests(text: &str) -> String {
    let tests = ["\n#[cfg(test)]\nmod tests {", "\n#[cfg(all(test"].iter().filter_map(|start| text.find(start)).min();
    let code = &text[..tests.unwrap_or(text.len())];
    code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

fn faults(modules: &Modules) -> Vec<String> {
    let layer = |module: &str| LAYERS.iter().position(|layer| module.split("::").next() == Some(layer));
    // The names that the root exports.
    let exports = modules.get("").map(String::as_str).unwrap_or_default();
    let exports = exports.split("pub use ").skip(1).flat_map(paths);
    let exports: BTreeMap<_, _> = exports.filter_map(|path| Some((path.last()?.clone(), path))).collect();
    let module_of = |path: &[String]| {
        let path = exports.get(&path[0]).filter(|_| layer(&path[0]).is_none()).map_or(path, Vec::as_slice);
        (1..=path.len()).rev().map(|length| path[..length].join("::")).find(|module| modules.contains_key(module))
    };
    let mut faults = BTreeSet::new();
    let mut imports: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (module, code) in modules.iter().filter(|(module, _)| !module.is_empty()) {
        let Some(own) = layer(module) else {
            faults.insert(format!("{module} isn't in a layer"));
            continue;
        };
        let parent = module.rsplit_once("::").map_or("", |(parent, _)| parent);
        // The grandparent of a module is the root or a folder.
        let grandparent = parent.rsplit_once("::").map_or("", |(parent, _)| parent);
        let is_generated = matches!(LAYERS[own], "models" | "operations");
        let mut code = code.replace("super::super::", &format!("crate::{grandparent}::"));
        if !is_generated {
            code = code
                .replace("super::", &format!("crate::{parent}::"))
                .replace(" self::", &format!(" crate::{module}::"));
        }
        for path in code.split("crate::").skip(1).flat_map(|import| paths(import.trim_start_matches("::"))) {
            let Some(imported) = module_of(&path).filter(|imported| imported != module) else { continue };
            match layer(&imported) {
                Some(other) if other > own => {
                    faults.insert(format!("{module} imports {imported}, which is in a higher layer"));
                }
                _ => drop(imports.entry(module).or_default().insert(imported)),
            }
        }
    }
    // Removes modules that import none of the others, or that none of the others imports, until only circles are left.
    let mut left: BTreeSet<&str> = imports.keys().copied().collect();
    let is_free = |module: &str, left: &BTreeSet<&str>| {
        !left.iter().any(|other| imports[module].contains(*other))
            || !left.iter().any(|other| imports[other].contains(module))
    };
    while let Some(free) = left.iter().copied().find(|module| is_free(module, &left)) {
        left.remove(free);
    }
    if !left.is_empty() {
        faults.insert(format!("a circle of imports: {}", left.into_iter().collect::<Vec<_>>().join(", ")));
    }
    faults.into_iter().collect()
}

/// Returns the paths at the start of a text, such as `a::{b, c::d}`, as lists of names.
fn paths(text: &str) -> Vec<Vec<String>> {
    let length = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    if let Some(inner) = text.strip_prefix('{') {
        let (mut depth, mut start, mut found) = (0, 0, Vec::new());
        for (at, c) in inner.char_indices() {
            match c {
                '{' => depth += 1,
                ',' | '}' if depth == 0 => {
                    found.extend(paths(inner[start..at].trim()));
                    start = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
        return found;
    }
    match rest.strip_prefix("::").map(paths) {
        _ if name.is_empty() => Vec::new(),
        Some(inner) if !inner.is_empty() => {
            inner.into_iter().map(|path| [vec![name.to_owned()], path].concat()).collect()
        }
        _ => vec![vec![name.to_owned()]],
    }
}
