//! Changes of operations.

use super::comparison::Comparison;
use super::document::Operation;
use super::fields::letters;
use super::report::Kind;
use super::schema::Schema;

impl<'a> Comparison<'a> {
    pub fn compare_operations(&mut self) {
        let (gone, added) = (self.old.operations(), self.new.operations());
        let (mut pairs, gone, added) = pair(gone, added, |old, new| old.id().is_some() && old.id() == new.id());
        let (same_route, gone, added) = pair(gone, added, |old, new| old.anonymous_route() == new.anonymous_route());
        pairs.extend(same_route);
        for operation in gone {
            let text = format!("operation removed, `{}`", operation.route());
            self.add_operation(&self.names.method(&operation), Kind::Breaking, text);
        }
        for operation in added {
            let text = format!("new operation, `{}`", operation.route());
            self.add_operation(&self.names.method(&operation), Kind::Added, text);
        }
        for (old, new) in pairs {
            self.compare_operation(&old, &new);
        }
    }

    fn compare_operation(&mut self, old: &Operation<'a>, new: &Operation<'a>) {
        let (before, name) = (self.names.method(old), self.names.method(new));
        self.compared.insert(name.clone());
        if before != name {
            self.add_operation(&before, Kind::Breaking, format!("renamed to `{name}`"));
        }
        if old.anonymous_route() != new.anonymous_route() {
            let text = format!("moved, `{}` → `{}`", old.route(), new.route());
            self.add_operation(&name, Kind::Breaking, text);
        }
        match (old.node.flag("deprecated"), new.node.flag("deprecated")) {
            (false, true) => self.add_operation(&name, Kind::Deprecated, "operation deprecated"),
            (true, false) => self.add_operation(&name, Kind::Changed, "operation no longer deprecated"),
            _ => {}
        }
        let words = |operation: &Operation<'a>| {
            ["summary", "description"].map(|key| operation.node.get(key).and_then(|text| text.text()).map(words))
        };
        self.descriptions += usize::from(words(old) != words(new));
        self.compare_parameters(&name, old, new);
        self.compare_request(&name, old, new);
        self.compare_responses(&name, old, new);
        self.compare_servers(&name, old, new);
        self.compare_security(&name, old, new);
    }

    /// Returns whether two names differ in case and punctuation only, or the schemas have the same content and description.
    pub fn is_renamed(&mut self, names: (&str, &str), old: &Schema<'a>, new: &Schema<'a>) -> bool {
        letters(names.0) == letters(names.1)
            || !old.description.is_empty() && old.name == new.name && self.same(old, new)
    }
}

/// Returns a description without its line breaks.
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

type Pairs<'a> = (Vec<(Operation<'a>, Operation<'a>)>, Vec<Operation<'a>>, Vec<Operation<'a>>);

/// Takes the operations that belong together out of both lists.
fn pair<'a>(
    old: Vec<Operation<'a>>,
    mut new: Vec<Operation<'a>>,
    together: impl Fn(&Operation<'a>, &Operation<'a>) -> bool,
) -> Pairs<'a> {
    let (mut pairs, mut gone) = (Vec::new(), Vec::new());
    for before in old {
        match new.iter().position(|after| together(&before, after)) {
            Some(at) => pairs.push((before, new.remove(at))),
            None => gone.push(before),
        }
    }
    (pairs, gone, new)
}

#[cfg(test)]
mod tests {
    use sunshine_conversations_codegen::yaml::parse;

    use crate::changes::document::Document;

    #[test]
    fn routes_are_compared_without_the_names_of_parameters() {
        let root = parse("paths: {'/users/{a}': {get: {}}, '/users/{b}': {get: {}}}").unwrap();
        let operations = Document { root: &root }.operations();
        let [first, second] = operations.as_slice() else { panic!("{}", operations.len()) };
        assert_eq!(first.anonymous_route(), second.anonymous_route());
        assert_eq!(first.route(), "GET /users/{a}");
    }
}
