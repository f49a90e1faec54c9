//! `build.rs` and the driver of the code generator: `generated/` is up to date, or a failed build leaves it unchanged.
//!
//! Most tests run the build script in a small copy of the project, with a fake Cargo and a fake openapi-generator.

#[path = "../build/generated.rs"]
#[allow(dead_code)]
mod generated;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// A small project with the driver of this one. Its plan is a fixed document.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        // Every path has a space.
        let folder = std::env::temp_dir().join(format!("sunco generation {}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let copy = Self(folder);
        for file in [
            "build.rs",
            "build/generated.rs",
            "rustfmt.toml",
            "codegen/Cargo.toml",
            "codegen/src/generator.rs",
            "codegen/src/main.rs",
            "codegen/src/process.rs",
            "codegen/src/tidy.rs",
            "codegen/freshness/Cargo.toml",
            "codegen/freshness/build.rs",
            "codegen/freshness/lib.rs",
        ] {
            copy.write(file, &fs::read_to_string(root().join(file)).unwrap());
        }
        for (file, text) in FILES {
            copy.write(file, text);
        }
        for file in ["models/mod.rs", "operations/mod.rs", "METHODS.md"] {
            copy.write(&format!("generated/{file}"), &format!("// old {file}\n"));
        }
        copy.write("generated/fingerprint", &copy.fingerprint());
        copy
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn fingerprint(&self) -> String {
        generated::fingerprint(&self.0).unwrap()
    }

    /// Changes the document without changing its meaning.
    fn touch(&self) {
        self.write("openapi.yaml", &format!("{}\n# changed\n", self.read("openapi.yaml")));
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const FILES: &[(&str, &str)] = &[
    ("Cargo.toml", MANIFEST),
    ("src/lib.rs", LIBRARY),
    ("src/secret_names.rs", "// The rule for secret names.\n"),
    ("openapi.yaml", "openapi: 3.0.3\ninfo: {title: Test, version: '1'}\npaths: {}\n"),
    ("openapi-generator.yaml", CONFIGURATION),
    ("templates/docs.handlebars", "{{#each docs}}/// {{{this}}}\n{{/each}}"),
    ("templates/model.handlebars", MODEL),
    ("templates/models.handlebars", "{{#each models}}{{#with model}}pub mod {{classFilename}};\n{{/with}}{{/each}}"),
    ("templates/operation.handlebars", OPERATION),
    ("templates/operations.handlebars", "{{#each apiInfo.apis}}pub mod {{classFilename}};\n{{/each}}"),
    ("templates/methods.handlebars", "# Methods\n\n\n| a |\n| - |\n\n| b |\n"),
    ("codegen/src/lib.rs", CODEGEN),
    ("codegen/src/plan.rs", PLAN),
];

const MANIFEST: &str = r#"
[workspace]
members = ["codegen", "codegen/freshness"]
default-members = [".", "codegen/freshness"]
[workspace.package]
edition = "2024"
rust-version = "1.89"
license = "MIT"
[package]
name = "sunshine-conversations"
version = "0.0.0"
edition = "2024"
include = ["/src", "/generated"]
"#;

const LIBRARY: &str = r#"
#[path = "../generated/models/mod.rs"]
pub mod models;
#[path = "../generated/operations/mod.rs"]
pub mod operations;
"#;

const CONFIGURATION: &str = r#"
generatorName: rust
templateDir: templates
templatingEngineName: handlebars
validateSpec: false
globalProperties: {models: "", apis: "", modelDocs: "false", apiDocs: "false", modelTests: "false", apiTests: "false", supportingFiles: "mod.rs,METHODS.md"}
openapiGeneratorIgnoreList: ["src/**"]
files:
  model.handlebars: {templateType: Model, folder: generated/models, destinationFilename: .rs}
  models.handlebars: {templateType: SupportingFiles, folder: generated/models, destinationFilename: mod.rs}
  operation.handlebars: {templateType: API, folder: generated/operations, destinationFilename: .rs}
  operations.handlebars: {templateType: SupportingFiles, folder: generated/operations, destinationFilename: mod.rs}
  methods.handlebars: {templateType: SupportingFiles, folder: generated, destinationFilename: METHODS.md}
"#;

const MODEL: &str = "{{#each models}}{{#with model}}{{#with vendorExtensions.x-model}}{{> docs}}\n\npub struct {{name}} {\n\n\
    {{#each fields}}  pub {{name}}:   {{{type}}},\n\n\n{{/each}}\n}\n{{/with}}{{/with}}{{/each}}";

const OPERATION: &str = "{{#with operations}}{{#each operation}}{{#with vendorExtensions.x-operation}}\n\n\
    pub fn {{name}}( ) { }\n{{/with}}{{/each}}{{/with}}";

const CODEGEN: &str = r#"
pub mod generator;
pub mod plan;
pub mod process;
pub mod tidy;
#[path = "../../build/generated.rs"]
pub mod generated;
"#;

/// Rejects a document with a `dangling` reference.
const PLAN: &str = r##"
pub fn document(openapi: &str, name: &str, corrections: &str) -> Result<String, String> {
    assert!(corrections.contains("generatorName"));
    if let Some(line) = openapi.lines().position(|line| line.contains("dangling")) {
        return Err(format!("{name}, line {}: `$ref: dangling` doesn't exist\nfix the reference", line + 1));
    }
    Ok(r#"{"openapi": "3.0.3", "info": {"title": "Test", "version": "1"},
        "paths": {"/users": {"get": {"operationId": "ListUsers", "tags": ["Users"], "responses": {"200": {"description": "ok"}},
            "x-operation": {"name": "list_users"}}}},
        "components": {"schemas": {"User": {"type": "object", "properties": {"id": {"type": "string"}}, "x-model": {"name": "User", "docs": ["A <b>user</b>."],
            "fields": [{"name": "id", "type": "Option<String>"}, {"name": "name", "type": "String"}]}}}}}"#.to_owned())
}
"##;

// The fingerprint.

#[test]
fn generated_code_is_up_to_date() {
    let fingerprint = generated::fingerprint(root()).unwrap();
    let stored = generated::stored(root()).expect("generated/fingerprint");
    let changed = generated::changed_inputs(&fingerprint, &stored);
    assert_eq!(stored, fingerprint, "generated/ is out of date ({}): run `cargo build`", changed.join(", "));
}

#[test]
fn every_input_exists() {
    for input in generated::INPUTS {
        assert!(root().join(input).exists(), "{input}");
    }
}

#[test]
fn carriage_returns_and_modification_times_do_not_change_the_fingerprint() {
    let copy = Copy::new("crlf");
    let before = copy.fingerprint();
    let crlf = |text: String| text.replace('\r', "").replace('\n', "\r\n");
    for file in ["openapi.yaml", "openapi-generator.yaml", "templates/operation.handlebars", "codegen/src/main.rs"] {
        copy.write(file, &crlf(copy.read(file)));
        assert_eq!(copy.fingerprint(), before, "{file}");
    }
    assert!(copy.read("openapi.yaml").contains("\r\n"));
    copy.write("generated/fingerprint", &crlf(copy.read("generated/fingerprint")));
    assert_eq!(generated::stored(&copy.0).unwrap(), before);
    assert!(before.contains(generated::GENERATOR));
}

#[test]
fn every_other_byte_changes_the_fingerprint() {
    let copy = Copy::new("bytes");
    let before = copy.fingerprint();
    let mut files = Vec::new();
    for input in generated::INPUTS {
        generated::find_files(&copy.0, input.to_owned(), &mut files).unwrap();
    }
    assert!(files.len() > 15, "{files:?}");
    for file in files {
        let original = fs::read(copy.path(&file)).unwrap();
        let changed = |at: usize| {
            let mut bytes = original.clone();
            bytes[at] ^= 1;
            bytes
        };
        let last = original.len() - 1;
        let longer = [original.as_slice(), b"x"].concat();
        for bytes in [changed(0), changed(last / 2), changed(last), longer, original[..last].to_vec()] {
            fs::write(copy.path(&file), bytes).unwrap();
            let fingerprint = copy.fingerprint();
            assert_ne!(fingerprint, before, "{file}");
            let changed = generated::changed_inputs(&fingerprint, &before);
            assert!(changed.len() == 1 && file.starts_with(&changed[0]), "{file}: {changed:?}");
        }
        fs::write(copy.path(&file), original).unwrap();
    }
    assert_eq!(copy.fingerprint(), before);
}

#[test]
fn added_removed_renamed_and_swapped_files_change_the_fingerprint() {
    let copy = Copy::new("files");
    let before = copy.fingerprint();
    let (old, new) = (copy.path("templates/docs.handlebars"), copy.path("templates/doc.handlebars"));
    fs::rename(&old, &new).unwrap();
    assert_ne!(copy.fingerprint(), before, "renamed");
    fs::rename(&new, &old).unwrap();
    assert_eq!(copy.fingerprint(), before);
    for added in ["templates/new.handlebars", "templates/folder/new.handlebars", "codegen/src/rules/new.rs"] {
        copy.write(added, "");
        assert_ne!(copy.fingerprint(), before, "{added}");
        fs::remove_file(copy.path(added)).unwrap();
        assert_eq!(copy.fingerprint(), before, "{added}");
    }
    // Such as files of an editor.
    for ignored in ["templates/docs.handlebars~", "codegen/src/.main.rs.swp"] {
        copy.write(ignored, "");
        assert_eq!(copy.fingerprint(), before, "{ignored}");
    }
    let (one, two) = (copy.read("templates/docs.handlebars"), copy.read("templates/model.handlebars"));
    copy.write("templates/docs.handlebars", &two);
    copy.write("templates/model.handlebars", &one);
    assert_ne!(copy.fingerprint(), before, "swapped");
}

#[cfg(unix)]
#[path = "generation/driver.rs"]
mod driver;
