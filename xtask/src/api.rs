//! Writes `public-api.txt`, the list of public items, so that changes show up in review.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context as _, Result, ensure};
use public_api::{Builder, PublicApi};

const FILE: &str = "public-api.txt";
const TITLE: &str =
    "# The public API of the crate. Written by `cargo run -p xtask -- api`; CI checks that it is up to date.\n";
/// The crate. The list omits it from paths.
const CRATE: &str = "sunshine_conversations";

/// The number of lines of a difference that are printed.
const SHOWN: usize = 100;

/// Writes the list, or only checks that it is up to date.
pub fn run(project: &Path, check: bool) -> Result<ExitCode> {
    let fresh = listing(project)?;
    let file = project.join(FILE);
    if !check {
        fs::write(&file, &fresh).with_context(|| format!("cannot write {}", file.display()))?;
        println!("{FILE} has {} lines.", fresh.lines().count());
        return Ok(ExitCode::SUCCESS);
    }
    let stored = fs::read_to_string(&file).unwrap_or_default().replace('\r', "");
    if stored == fresh {
        println!("{FILE} is up to date.");
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("error: the public API differs from {FILE}:");
    let lines = difference(&stored, &fresh);
    for line in lines.iter().take(SHOWN) {
        eprintln!("  {line}");
    }
    if lines.len() > SHOWN {
        eprintln!("  and {} more lines", lines.len() - SHOWN);
    }
    eprintln!("If the change is intended, run `cargo run -p xtask -- api` and commit {FILE}.");
    Ok(ExitCode::FAILURE)
}

/// Returns the current list.
fn listing(project: &Path) -> Result<String> {
    // A separate folder, because RUSTC_BOOTSTRAP makes Cargo rebuild the dependencies.
    let target = crate::scratch::target_folder(project).join("xtask-api");
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["rustdoc", "--quiet", "-p", "sunshine-conversations", "--lib"])
        // The features that add public items, except `native-tls`, which needs OpenSSL on Linux.
        .args([
            "--features",
            "jiff1,ureq3",
            "--",
            "-Z",
            "unstable-options",
            "--output-format",
            "json",
            "--cap-lints",
            "allow",
        ])
        .current_dir(project)
        .env("CARGO_TARGET_DIR", &target)
        // rustdoc's JSON is unstable; with this, a stable rustdoc writes it.
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .context("cannot start cargo")?;
    ensure!(output.status.success(), "rustdoc failed:\n{}", String::from_utf8_lossy(&output.stderr));
    let json = target.join("doc").join(CRATE).with_extension("json");
    let read = |derived: bool| -> Result<PublicApi> {
        Builder::from_rustdoc_json(&json)
            .omit_blanket_impls(true)
            .omit_auto_trait_impls(true)
            .omit_auto_derived_impls(!derived)
            // Nothing else shows that two arguments are swapped.
            .include_function_parameter_names(true)
            .build()
            .with_context(|| {
                format!(
                    "{} isn't in the format of rustdoc 1.95.\nUse that release (`rustup install 1.95`, \
                     RUSTUP_TOOLCHAIN=1.95), or update `public-api` in xtask/Cargo.toml to match your release.",
                    json.display()
                )
            })
    };
    Ok(TITLE.to_owned() + &condense(&lines(&read(false)?), &lines(&read(true)?)))
}

/// The lines of an API, without the methods and constants of trait implementations. Their types are kept, because the
/// trait doesn't determine them.
fn lines(api: &PublicApi) -> Vec<String> {
    let traits: BTreeSet<_> =
        api.items().filter(|item| is_trait_impl(&item.to_string())).map(|item| item.id()).collect();
    api.items()
        .map(|item| (item.to_string(), item.parent_id().is_some_and(|parent| traits.contains(&parent))))
        .filter(|(line, of_trait)| !of_trait || line.starts_with("pub type "))
        .map(|(line, _)| line.replace(&format!("{CRATE}::"), ""))
        .collect()
}

fn is_trait_impl(line: &str) -> bool {
    line.starts_with("impl") && line.contains(" for ")
}

/// Whether a type of `generated/` implements a trait through a macro. Such a line is like that of a derive.
fn is_from_macro(line: &str) -> bool {
    const TRAITS: [&str; 4] = [
        "core::default::Default",
        "core::fmt::Debug",
        "serde_core::de::Deserialize<'de>",
        "serde_core::ser::Serialize",
    ];
    line.strip_prefix("impl<'de> ")
        .or_else(|| line.strip_prefix("impl "))
        .and_then(|line| line.split_once(" for models::"))
        .is_some_and(|(of, _)| TRAITS.contains(&of))
}

/// Returns `written`, with the derived traits of a type after its declaration. `derived` has a line for each.
fn condense(written: &[String], derived: &[String]) -> String {
    let written: Vec<&String> = written.iter().filter(|line| !is_from_macro(line)).collect();
    let known: BTreeSet<&String> = written.iter().copied().collect();
    let declared: BTreeSet<&str> = written.iter().filter_map(|line| declaration(line)).collect();
    let mut traits: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut others = Vec::new();
    for line in derived.iter().filter(|line| is_trait_impl(line) && !known.contains(line)) {
        let parts = line.strip_prefix("impl").and_then(|line| line.split_once(" for "));
        match parts {
            Some((_, name)) if line.contains("::StructuralPartialEq ") && declared.contains(name) => {}
            Some((of, name)) if declared.contains(name) => {
                let name_of_trait = of.split('<').find(|part| part.contains("::")).unwrap_or(of);
                traits.entry(name).or_default().push(name_of_trait.rsplit("::").next().unwrap_or(of));
            }
            _ => others.push(line),
        }
    }
    let mut text = String::new();
    for line in written {
        text.push_str(line);
        if let Some(mut traits) = declaration(line).and_then(|name| traits.remove(name)) {
            traits.sort_unstable();
            text.push_str(&format!("  // {}", traits.join(", ")));
        }
        text.push('\n');
    }
    for line in others {
        text.push_str(&format!("{line}  // derived\n"));
    }
    text
}

/// The path of the type that a line declares.
fn declaration(line: &str) -> Option<&str> {
    let line = line.strip_prefix("#[non_exhaustive] ").unwrap_or(line);
    let path = ["pub struct ", "pub enum "].into_iter().find_map(|word| line.strip_prefix(word))?;
    path.split(['(', ' ']).next()
}

/// The removed and added lines, in the order of the list. Moved lines don't count.
fn difference(old: &str, new: &str) -> Vec<String> {
    let only = |in_this: &str, and_not_in: &str, sign: char| -> Vec<String> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for line in and_not_in.lines() {
            *counts.entry(line).or_default() += 1;
        }
        let mut lines = Vec::new();
        for line in in_this.lines() {
            match counts.get_mut(line) {
                Some(count) if *count > 0 => *count -= 1,
                _ => lines.push(format!("{sign} {line}")),
            }
        }
        lines
    };
    let mut lines = only(old, new, '-');
    lines.extend(only(new, old, '+'));
    if lines.is_empty() {
        lines.push("the same lines in another order".to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn derived_traits_follow_the_type() {
        let written =
            owned(&["pub struct App", "pub App::id: String", "pub enum Kind", "impl core::fmt::Debug for Kind"]);
        let mut derived = written.clone();
        derived.extend(owned(&[
            "impl core::marker::StructuralPartialEq for App",
            "impl core::cmp::PartialEq for App",
            "impl core::clone::Clone for App",
            "impl<'de> serde_core::de::Deserialize<'de> for App",
            "impl<O: core::clone::Clone> core::clone::Clone for Call<O>",
        ]));
        assert_eq!(
            condense(&written, &derived),
            "pub struct App  // Clone, Deserialize, PartialEq\npub App::id: String\npub enum Kind\n\
             impl core::fmt::Debug for Kind\nimpl<O: core::clone::Clone> core::clone::Clone for Call<O>  // derived\n"
        );
    }

    #[test]
    fn traits_from_a_macro_follow_the_type() {
        let lines = owned(&[
            "#[non_exhaustive] pub struct models::App",
            "impl core::default::Default for models::App",
            "impl<'de> serde_core::de::Deserialize<'de> for models::App",
            "impl core::convert::From<models::App> for Json",
        ]);
        assert_eq!(
            condense(&lines, &lines),
            "#[non_exhaustive] pub struct models::App  // Default, Deserialize\n\
             impl core::convert::From<models::App> for Json\n"
        );
    }

    #[test]
    fn declarations_of_types_are_recognized() {
        assert_eq!(declaration("#[non_exhaustive] pub enum models::Action"), Some("models::Action"));
        assert_eq!(declaration("pub struct Secret(_)"), Some("Secret"));
        assert_eq!(declaration("pub fn App::id(&self)"), None);
    }

    #[test]
    fn a_difference_has_the_removed_and_the_added_lines() {
        assert_eq!(difference("a\nb\nb\nc\n", "a\nb\nd\n"), ["- b", "- c", "+ d"]);
        assert_eq!(difference("a\nb\n", "b\na\n"), ["the same lines in another order"]);
    }
}
