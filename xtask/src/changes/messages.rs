//! Changes of request bodies and responses.

use sunshine_conversations_codegen::yaml::Node;

use super::comparison::{Comparison, Place};
use super::document::{Operation, section, value_text};
use super::operations::words;
use super::report::{Kind, change_of};

/// Returns the schemas of all media types.
pub fn schemas(message: &Node) -> impl Iterator<Item = &Node> {
    section(message, "content").iter().filter_map(|(_, content)| content.get("schema"))
}

/// Returns the schema of the JSON body.
pub fn json_schema(message: &Node) -> Option<&Node> {
    let json = section(message, "content").iter().find(|(media_type, _)| media_type.contains("json"));
    json.and_then(|(_, content)| content.get("schema"))
}

/// Returns a media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

impl<'a> Comparison<'a> {
    pub fn compare_request(&mut self, name: &str, old: &Operation<'a>, new: &Operation<'a>) {
        let before = old.node.get("requestBody").map(|body| self.old.resolve(body));
        let after = new.node.get("requestBody").map(|body| self.new.resolve(body));
        match (before, after) {
            (None, Some(body)) if body.flag("required") => {
                self.add_operation(name, Kind::Breaking, "new required request body");
            }
            (None, Some(_)) => self.add_operation(name, Kind::Added, "new optional request body"),
            (Some(_), None) => self.add_operation(name, Kind::Breaking, "request body removed"),
            (Some(before), Some(after)) => {
                match (before.flag("required"), after.flag("required")) {
                    (false, true) => self.add_operation(name, Kind::Breaking, "request body now required"),
                    (true, false) => self.add_operation(name, Kind::Breaking, "request body no longer required"),
                    _ => {}
                }
                self.compare_content_types(&Place::request(name, new.is_update()), name, before, after);
            }
            (None, None) => {}
        }
    }

    pub fn compare_responses(&mut self, name: &str, old: &Operation<'a>, new: &Operation<'a>) {
        let responses = |operation: &Operation<'a>| section(operation.node, "responses");
        let mut gone: Vec<_> = responses(old).iter().collect();
        let mut added: Vec<_> = responses(new).iter().collect();
        let mut pairs = Vec::new();
        gone.retain(|before| match added.iter().position(|after| after.0 == before.0) {
            Some(at) => {
                pairs.push((*before, added.remove(at)));
                false
            }
            None => true,
        });
        // One success replaces another one.
        let success = |responses: &[&'a (String, Node)]| {
            let mut all =
                (0..responses.len()).filter(|at| responses.get(*at).is_some_and(|entry| entry.0.starts_with('2')));
            all.next().filter(|_| all.next().is_none())
        };
        if let (Some(before), Some(after)) = (success(&gone), success(&added)) {
            let (before, after) = (gone.remove(before), added.remove(after));
            self.add_operation(name, Kind::Changed, change_of("status code", Some(&before.0), Some(&after.0)));
            pairs.push((before, after));
        }
        for (status, _) in gone {
            let kind = if status.starts_with(['2', '3']) { Kind::Breaking } else { Kind::Removed };
            self.add_operation(name, kind, format!("status code {status} removed"));
        }
        let successes = responses(old).iter().any(|(status, _)| status.starts_with('2'));
        for (status, _) in added {
            // Several successes make the output an enum.
            let kind = if status.starts_with('2') && successes { Kind::Breaking } else { Kind::Added };
            self.add_operation(name, kind, format!("new status code {status}"));
        }
        for ((_, before), (status, after)) in pairs {
            let (before, after) = (self.old.resolve(before), self.new.resolve(after));
            let what = if status.starts_with('2') { "response".to_owned() } else { format!("{status} response") };
            let description = |node: &Node| node.get("description").and_then(Node::text).map(words);
            self.descriptions += usize::from(description(before) != description(after));
            self.compare_headers(name, &what, before, after);
            self.compare_content_types(&Place::response(name, what), name, before, after);
        }
    }

    fn compare_headers(&mut self, name: &str, what: &str, old: &'a Node, new: &'a Node) {
        let (old, new) = (section(old, "headers"), section(new, "headers"));
        let has =
            |headers: &[(String, Node)], name: &str| headers.iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
        for (header, _) in old.iter().filter(|(header, _)| !has(new, header)) {
            self.add_operation(name, Kind::Removed, format!("header `{header}` of the {what} removed"));
        }
        for (header, _) in new.iter().filter(|(header, _)| !has(old, header)) {
            self.add_operation(name, Kind::Added, format!("new header `{header}` of the {what}"));
        }
    }

    fn compare_content_types(&mut self, place: &Place, operation: &str, old: &'a Node, new: &'a Node) {
        let what = if place.sent { "request" } else { "response" };
        let mut gone: Vec<_> = section(old, "content").iter().collect();
        let mut added: Vec<_> = section(new, "content").iter().collect();
        let (only_old, only_new) = (gone.len() == 1, added.len() == 1);
        let mut pairs = Vec::new();
        gone.retain(|before| match added.iter().position(|after| essence(&after.0) == essence(&before.0)) {
            Some(at) => {
                pairs.push((&before.1, &added.remove(at).1));
                false
            }
            None => true,
        });
        if let (true, true, [before], [after]) = (only_old, only_new, gone.as_slice(), added.as_slice()) {
            let text = change_of(&format!("{what} media type"), Some(essence(&before.0)), Some(essence(&after.0)));
            self.add_operation(operation, Kind::Breaking, text);
            pairs.push((&before.1, &after.1));
            (gone, added) = (Vec::new(), Vec::new());
        }
        for (media_type, _) in gone {
            let text = format!("{what} media type `{}` removed", essence(media_type));
            self.add_operation(operation, Kind::Breaking, text);
        }
        for (media_type, _) in added {
            self.add_operation(operation, Kind::Added, format!("new {what} media type `{}`", essence(media_type)));
        }
        for (before, after) in pairs {
            if let (Some(before), Some(after)) = (before.get("schema"), after.get("schema")) {
                self.at(place, before, after);
            }
            let encoding = |node: &Node| node.get("encoding").map(value_text);
            if encoding(before) != encoding(after) {
                let text = change_of("encoding", encoding(before).as_deref(), encoding(after).as_deref());
                self.add(place, Kind::Changed, text);
            }
        }
    }
}
