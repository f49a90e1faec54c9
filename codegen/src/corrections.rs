//! Corrections of the document's mistakes, from `openapi-generator.yaml`.

use crate::yaml::{self, Node};

/// The section `corrections` of the generator's configuration.
pub struct Corrections(Node);

impl Corrections {
    /// Parses the configuration.
    ///
    /// # Errors
    /// If the text isn't YAML.
    pub fn parse(text: &str, file: &str) -> Result<Self, String> {
        let mut node = yaml::parse(text).map_err(|error| format!("{file}: {error}"))?;
        let section = match &mut node.value {
            yaml::Value::Map(entries) => entries.iter_mut().find(|(key, _)| key == "corrections"),
            _ => None,
        };
        Ok(Self(section.map_or(Node { line: 0, value: yaml::Value::Null }, |(_, node)| node.clone())))
    }

    fn entry(&self, section: &str, key: &str) -> Option<&Node> {
        self.0.get(section)?.get(key)
    }

    fn lists(&self, section: &str, name: &str) -> bool {
        self.0.get(section).is_some_and(|names| names.list().iter().any(|known| known.text() == Some(name)))
    }

    /// Returns the Rust name of a schema: of a component by its name, of one within it by the path of its properties.
    pub fn name(&self, location: &str) -> Option<&str> {
        self.entry("names", location)?.text()
    }

    /// Returns the unions whose members have a common suffix, as pairs of the component and the suffix.
    pub fn member_suffixes(&self) -> impl Iterator<Item = (&str, &str)> {
        let suffixes = self.0.get("memberSuffixes").map_or(&[][..], Node::entries);
        suffixes.iter().filter_map(|(union, suffix)| Some((union.as_str(), suffix.text()?)))
    }

    /// Corrects the spelling of brands in a Rust name.
    pub fn spelled(&self, name: String) -> String {
        let spellings = self.0.get("spellings").map_or(&[][..], Node::entries);
        spellings.iter().fold(name, |name, (usual, spelling)| name.replace(usual, spelling.text().unwrap_or(usual)))
    }

    /// Returns a correction of a field of a model, by the model's Rust name and the API's name of the field.
    pub fn field(&self, model: &str, key: &str, fact: &str) -> Option<&str> {
        self.0.get("fields")?.get(&format!("{model}.{key}"))?.get(fact)?.text()
    }

    /// Returns a correction of a parameter, by its name in the API.
    pub fn parameter(&self, name: &str, fact: &str) -> Option<&str> {
        self.entry("parameters", name)?.get(fact)?.text()
    }

    /// Returns the value that examples have for a field (`Model.field`), a union (`Model`) or a parameter (its name).
    pub fn example(&self, name: &str) -> Option<&Node> {
        self.entry("examples", name)
    }

    /// Returns the additional search words of a Rust model in the documentation.
    pub fn aliases(&self, name: &str, rust: &str) -> Vec<String> {
        self.search_words(name, rust, [])
    }

    /// Returns the additional search words of an operation's method: its name in words (`create user`), the API's name, and
    /// those of the configuration. rustdoc doesn't find `create_user` for `create user`.
    pub fn operation_aliases(&self, id: &str, method: &str) -> Vec<String> {
        let in_words = method.trim_matches('_').replace('_', " ");
        self.search_words(id, method, [in_words, id.to_owned()])
    }

    /// rustdoc rejects words with quotes or tabs, and the item's own name. Other unusual characters aren't searched for.
    fn search_words<const N: usize>(&self, name: &str, rust: &str, generated: [String; N]) -> Vec<String> {
        let configured = self.entry("aliases", name).map_or(&[][..], Node::list).iter().filter_map(Node::text);
        let mut words: Vec<String> = Vec::new();
        for word in generated.into_iter().chain(configured.map(str::to_owned)) {
            let is_usual = |c: char| c.is_alphanumeric() || c == ' ' || c.is_ascii_graphic();
            let is_text = word.chars().all(|c| is_usual(c) && !matches!(c, '"' | '\'' | '\\'));
            let is_valid = is_text && !word.is_empty() && word.trim() == word && word != rust;
            if is_valid && !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }

    /// Returns the name of the command-line tool's commands for a tag.
    pub fn command_group(&self, tag: &str) -> Option<&str> {
        self.entry("commands", tag)?.text()
    }

    /// Returns the names in a section, and the lines on which they are.
    pub fn names_in(&self, section: &str) -> impl Iterator<Item = (&str, usize)> {
        let entries = self.0.get(section).map_or(&[][..], Node::entries);
        entries.iter().map(|(name, node)| (name.as_str(), node.line))
    }

    /// Returns the fields that the API sends but the schema lacks.
    pub fn undocumented(&self, schema: &str) -> &[(String, Node)] {
        self.entry("undocumented", schema).map_or(&[], Node::entries)
    }

    /// Returns the component schemas that the document lacks.
    pub fn schemas(&self) -> &[(String, Node)] {
        self.0.get("schemas").map_or(&[], Node::entries)
    }

    /// Returns whether an operation takes credentials although its `security` is empty.
    pub fn is_authenticated(&self, operation: &str) -> bool {
        self.lists("authenticated", operation)
    }

    /// Returns the sentence for a model that the document doesn't describe.
    pub fn model_doc(&self, model: &str) -> Option<&str> {
        self.entry("docs", model)?.text()
    }

    /// Returns whether text fields of this name are points in time by correction.
    pub fn is_time(&self, key: &str) -> bool {
        self.lists("times", key)
    }

    /// Returns whether text fields of this name are secret by correction.
    pub fn is_secret(&self, key: &str) -> bool {
        self.lists("secrets", key)
    }

    /// Returns whether text fields of this name aren't secret by correction.
    pub fn is_not_secret(&self, key: &str) -> bool {
        self.lists("notSecrets", key)
    }

    /// Returns the names of the fields that are secret by correction.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        self.0.get("secrets").map_or(&[][..], Node::list).iter().filter_map(Node::text)
    }

    /// Returns whether callers can't choose the page size of a listing.
    pub fn has_fixed_page_size(&self, operation: &str) -> bool {
        self.lists("fixedPageSize", operation)
    }

    /// Returns whether a listing begins with its last page and runs backwards.
    pub fn is_listed_from_the_end(&self, operation: &str) -> bool {
        self.lists("listedFromTheEnd", operation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_found_by_their_name_in_words() {
        let config = "corrections:\n  aliases:\n    CreateUser: [create user, sign up, create_user, 'a\"b']";
        let corrections = Corrections::parse(config, "").unwrap();
        assert_eq!(
            corrections.operation_aliases("CreateUser", "create_user"),
            ["create user", "CreateUser", "sign up"]
        );
        assert_eq!(corrections.operation_aliases("authorize", "authorize"), [""; 0]);
        assert_eq!(corrections.operation_aliases("a\"b", "a_b"), ["a b"]);
        assert_eq!(corrections.operation_aliases("a\u{202e}b", "type_"), ["type"]);
        assert_eq!(corrections.aliases("CreateUser", "CreateUser"), ["create user", "sign up", "create_user"]);
    }
}
