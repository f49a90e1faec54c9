//! Changes of servers and credentials.

use std::collections::{BTreeMap, BTreeSet};

use sunshine_conversations_codegen::yaml::Node;

use super::comparison::Comparison;
use super::document::{Document, Operation, items, section};
use super::report::{Kind, change_of};

/// The scopes of every alternative, by the credentials that it needs.
type Alternatives = BTreeMap<Vec<String>, BTreeSet<(String, String)>>;

impl<'a> Comparison<'a> {
    pub fn compare_servers(&mut self, name: &str, old: &Operation<'a>, new: &Operation<'a>) {
        let (before, after) = (servers(&self.old, old), servers(&self.new, new));
        if before == after {
            return;
        }
        let set = |urls: &[String]| urls.iter().cloned().collect::<BTreeSet<_>>();
        if set(&before) == set(&after) {
            let default = (before.first().map(String::as_str), after.first().map(String::as_str));
            if default.0 != default.1 {
                self.add_operation(name, Kind::Changed, change_of("default server", default.0, default.1));
            }
            return;
        }
        let gone: Vec<&String> = before.iter().filter(|url| !after.contains(url)).collect();
        let added: Vec<&String> = after.iter().filter(|url| !before.contains(url)).collect();
        if let ([before], [after]) = (gone.as_slice(), added.as_slice()) {
            self.add_operation(name, Kind::Breaking, change_of("server", Some(before), Some(after)));
            return;
        }
        for url in gone {
            self.add_operation(name, Kind::Breaking, format!("server `{url}` removed"));
        }
        for url in added {
            self.add_operation(name, Kind::Added, format!("new server `{url}`"));
        }
    }

    pub fn compare_security(&mut self, name: &str, old: &Operation<'a>, new: &Operation<'a>) {
        let (before, after) = (alternatives(&self.old, old), alternatives(&self.new, new));
        for (credentials, _) in before.iter().filter(|(credentials, _)| !after.contains_key(*credentials)) {
            let text = if credentials.is_empty() {
                "credentials are now required".to_owned()
            } else {
                format!("no longer accepts the credentials {}", all(credentials))
            };
            self.add_operation(name, Kind::Breaking, text);
        }
        for (credentials, _) in after.iter().filter(|(credentials, _)| !before.contains_key(*credentials)) {
            let text = if credentials.is_empty() {
                "credentials are no longer required".to_owned()
            } else {
                format!("now accepts the credentials {}", all(credentials))
            };
            self.add_operation(name, Kind::Changed, text);
        }
        for (credentials, before) in &before {
            let Some(after) = after.get(credentials) else { continue };
            for (scheme, scope) in before.difference(after) {
                let (kind, text) = if self.scopes_are_permissions(scheme) {
                    (Kind::Changed, format!("scope `{scope}` of `{scheme}` no longer required"))
                } else {
                    (Kind::Breaking, format!("scope `{scope}` of `{scheme}` no longer accepted"))
                };
                self.add_operation(name, kind, text);
            }
            for (scheme, scope) in after.difference(before) {
                let (kind, text) = if self.scopes_are_permissions(scheme) {
                    (Kind::Breaking, format!("scope `{scope}` of `{scheme}` now required"))
                } else {
                    (Kind::Changed, format!("scope `{scope}` of `{scheme}` now accepted"))
                };
                self.add_operation(name, kind, text);
            }
        }
    }

    /// Compares how credentials are sent, and the scopes that exist.
    pub fn compare_security_schemes(&mut self) {
        let (old, new) = (self.old, self.new);
        for (name, before) in old.components("securitySchemes") {
            let after = new.components("securitySchemes").iter().find(|(other, _)| other == name);
            let Some((_, after)) = after else { continue };
            let (before, after) = (leaves(old.resolve(before)), leaves(new.resolve(after)));
            let label = format!("credentials `{name}`");
            for key in before.keys().chain(after.keys()).collect::<BTreeSet<_>>() {
                let (old, new) = (before.get(key), after.get(key));
                match (key.rsplit_once("scopes."), old, new) {
                    (Some((_, scope)), None, Some(_)) => {
                        self.add_other(Kind::Added, label.clone(), format!("new scope `{scope}`"));
                    }
                    (Some((_, scope)), Some(_), None) => {
                        self.add_other(Kind::Breaking, label.clone(), format!("scope `{scope}` removed"));
                    }
                    (None, old, new) if old != new => {
                        let text = change_of(key, old.map(String::as_str), new.map(String::as_str));
                        self.add_other(Kind::Breaking, label.clone(), text);
                    }
                    _ => {}
                }
            }
        }
    }

    /// Returns whether every scope in a list is needed, as in OAuth. Other schemes list the roles of which one is enough.
    fn scopes_are_permissions(&self, scheme: &str) -> bool {
        let mut schemes = self.new.components("securitySchemes").iter();
        let kind = schemes.find(|(name, _)| name == scheme).and_then(|(_, node)| self.new.resolve(node).get("type"));
        matches!(kind.and_then(Node::text), Some("oauth2" | "openIdConnect"))
    }
}

/// Returns the URLs of an operation's servers, with the defaults of their variables.
fn servers(document: &Document<'_>, operation: &Operation<'_>) -> Vec<String> {
    let nodes = [operation.node, operation.item, document.root];
    let servers = nodes.into_iter().map(|node| items(node, "servers")).find(|servers| !servers.is_empty());
    let url = |server: &Node| {
        let mut url = server.get("url").and_then(Node::text)?.to_owned();
        for (name, variable) in section(server, "variables") {
            if let Some(default) = variable.get("default").and_then(Node::scalar) {
                url = url.replace(&format!("{{{name}}}"), &format!("{{{name}={default}}}"));
            }
        }
        Some(url.trim_end_matches('/').to_owned())
    };
    servers.unwrap_or_default().iter().filter_map(url).collect()
}

fn alternatives(document: &Document<'_>, operation: &Operation<'_>) -> Alternatives {
    let security = operation.node.get("security").or_else(|| document.root.get("security"));
    let mut alternatives = Alternatives::new();
    for alternative in security.map_or(&[][..], Node::list) {
        let mut schemes: Vec<String> = alternative.entries().iter().map(|(scheme, _)| scheme.clone()).collect();
        schemes.sort();
        let scopes = alternative.entries().iter().flat_map(|(scheme, scopes)| {
            scopes.list().iter().filter_map(|scope| Some((scheme.clone(), scope.scalar()?)))
        });
        alternatives.entry(schemes).or_default().extend(scopes);
    }
    if alternatives.is_empty() {
        alternatives.insert(Vec::new(), BTreeSet::new());
    }
    alternatives
}

/// Returns the scalars in a security scheme by their paths, without descriptions.
fn leaves(node: &Node) -> BTreeMap<String, String> {
    let mut leaves = BTreeMap::new();
    for (key, value) in node.entries().iter().filter(|(key, _)| key != "description" && !key.starts_with("x-")) {
        match value.scalar() {
            Some(text) => drop(leaves.insert(key.clone(), text)),
            None => leaves.extend(self::leaves(value).into_iter().map(|(rest, text)| (format!("{key}.{rest}"), text))),
        }
    }
    leaves
}

fn all(schemes: &[String]) -> String {
    schemes.iter().map(|scheme| format!("`{scheme}`")).collect::<Vec<_>>().join(" and ")
}
