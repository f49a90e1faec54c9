//! The folders of `src` are layers, and imports only go down.

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
