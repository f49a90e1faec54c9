//! Compares two OpenAPI documents and reports the changes for users of the crate.

mod access;
mod comparison;
mod document;
mod events;
mod facts;
mod fields;
mod messages;
mod names;
mod operations;
mod parameters;
mod report;
mod schema;
mod schemas;
mod uses;
mod variants;

use anyhow::{Result, anyhow};
use sunshine_conversations_codegen::yaml::{self, Node};

use comparison::Comparison;
use document::Document;
use names::Names;
pub use report::Report;

/// Compares two documents. `configuration` is the text of `openapi-generator.yaml`, which names models.
pub fn compare(old: &str, new: &str, configuration: &str) -> Result<Report> {
    let (old, new) = (parse("the old document", old)?, parse("the new document", new)?);
    let configuration = parse("openapi-generator.yaml", configuration)?;
    let names = Names::new(&configuration, &[Document { root: &old }, Document { root: &new }]);
    Ok(Comparison::new(&old, &new, &names).run())
}

fn parse(what: &str, text: &str) -> Result<Node> {
    yaml::parse(text).map_err(|error| anyhow!("{what} isn't valid YAML: {error}"))
}

/// Returns a title with the versions of both documents.
pub fn title(old: &str, new: &str) -> Result<String> {
    let version = |what, text| -> Result<String> {
        let document = parse(what, text)?;
        let version = document.get("info").and_then(|info| info.get("version")).and_then(Node::scalar);
        Ok(version.unwrap_or_else(|| "(no version)".to_owned()))
    };
    let (old, new) = (version("the old document", old)?, version("the new document", new)?);
    Ok(format!("Changes from version {old} of the API to {new}\n"))
}

#[cfg(test)]
mod tests;
