//! The shorthand for rich messages: elements in a text that become buttons, an image or a template.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::model::state::Templates;
use crate::util::error::ApiError;
use crate::util::packed::Object;

/// The fields of a text that may contain shorthand.
const TEXTS: [&str; 3] = ["text", "htmlText", "markdownText"];

/// The beginning and the end of a template's name.
const TEMPLATES: [(&str, &str); 2] = [("%((template:", "))%"), ("%{{template:", "}}%")];

const WHATSAPP: (&str, &str) = ("&((", "))&");

/// Returns the messages of a text with shorthand. Text around a template becomes further messages. `on_whatsapp` is
/// whether the message is for WhatsApp, which has its own templates; other channels get their fallback text.
pub(crate) fn expand(content: Object, templates: &Templates, on_whatsapp: bool) -> Result<Vec<Object>, ApiError> {
    if content.get("type").is_none_or(|kind| kind != "text") {
        return Ok(vec![content]);
    }
    for key in TEXTS {
        let Some(text) = content.get(key).and_then(Value::as_str) else { continue };
        let Some((before, element, after)) = first_template(text) else { continue };
        let template = match element {
            Element::Template(name) => templates.get(name).cloned().ok_or_else(|| {
                ApiError::bad_request(format!("/content/{key}: the app doesn't have a template {name:?}"))
            })?,
            Element::WhatsApp(fields) => whatsapp(fields, on_whatsapp)
                .map_err(|error| ApiError::bad_request(format!("/content/{key}: WhatsApp template: {error}")))?,
        };
        let rest = |text: &str| Object::from_iter([("type".to_owned(), "text".into()), (key.to_owned(), text.into())]);
        let mut messages = Vec::new();
        if !before.trim().is_empty() {
            let mut leading = content.clone();
            leading.insert(key.to_owned(), before.trim().into());
            messages.extend(expand(leading, templates, on_whatsapp)?);
        }
        messages.push(template);
        if !after.trim().is_empty() {
            messages.extend(expand(rest(after.trim()), templates, on_whatsapp)?);
        }
        return Ok(messages);
    }
    Ok(vec![with_elements(content)])
}

enum Element<'a> {
    /// The name of a template.
    Template(&'a str),
    /// The fields of a WhatsApp template.
    WhatsApp(&'a str),
}

/// The first template, with the text before and after it.
fn first_template(text: &str) -> Option<(&str, Element<'_>, &str)> {
    let found = |(begin, end): (&str, &str)| {
        let at = text.find(begin)?;
        let (inside, after) = text[at + begin.len()..].split_once(end)?;
        Some((at, inside.trim(), after))
    };
    let named = TEMPLATES.into_iter().filter_map(found).map(|(at, name, after)| (at, Element::Template(name), after));
    let whatsapp = found(WHATSAPP).map(|(at, fields, after)| (at, Element::WhatsApp(fields), after));
    let (at, element, after) = named.chain(whatsapp).min_by_key(|(at, ..)| *at)?;
    Some((&text[..at], element, after))
}

/// The content of a WhatsApp template, from fields such as `template=[[name]]`.
fn whatsapp(mut fields: &str, on_whatsapp: bool) -> Result<Object, String> {
    let (mut values, mut parameters) = (BTreeMap::new(), Vec::new());
    while !fields.trim().is_empty() {
        let invalid = || format!("expected name=[[value]] at {:?}", fields.trim());
        let (name, rest) = fields.split_once("=[[").ok_or_else(invalid)?;
        let (value, rest) = rest.split_once("]]").ok_or_else(invalid)?;
        match name.trim() {
            "body_text" => parameters.push(json!({"type": "text", "text": value})),
            name @ ("namespace" | "template" | "fallback" | "language") => drop(values.insert(name, value)),
            other => return Err(format!("the sandbox doesn't support {other:?}")),
        }
        fields = rest;
    }
    let template = values.get("template").ok_or("template=[[…]] is required")?;
    let content = match values.get("fallback").filter(|_| !on_whatsapp) {
        Some(fallback) => json!({"type": "text", "text": fallback}),
        None => {
            let language = values.get("language").copied().unwrap_or("en_US");
            let mut template = json!({"name": template, "language": {"policy": "deterministic", "code": language}});
            if let Some(namespace) = values.get("namespace") {
                template["namespace"] = (*namespace).into();
            }
            if !parameters.is_empty() {
                template["components"] = json!([{"type": "body", "parameters": parameters}]);
            }
            json!({"type": "template", "template": template})
        }
    };
    Ok(content.as_object().cloned().unwrap_or_default())
}

/// Moves buttons and the first image from the texts to the fields of the message.
fn with_elements(mut content: Object) -> Object {
    let (mut buttons, mut image) = (Vec::new(), None);
    for key in TEXTS {
        let Some(Value::String(text)) = content.get(key) else { continue };
        let (mut plain, mut own) = (String::new(), Vec::new());
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['%', '!']) {
            plain.push_str(&rest[..at]);
            let here = &rest[at..];
            if let Some((button, after)) = button(here) {
                own.push(button);
                rest = after;
            } else if let Some((url, after)) =
                image_url(here).filter(|(url, _)| image.as_ref().is_none_or(|i| i == url))
            {
                image = Some(url.to_owned());
                rest = after;
            } else {
                plain.push_str(&here[..1]);
                rest = &here[1..];
            }
        }
        plain.push_str(rest);
        if own.is_empty() && plain == *text {
            continue;
        }
        // The texts of a message are versions of one another.
        if buttons.is_empty() {
            buttons = own;
        }
        match plain.trim() {
            "" => drop(content.remove(key)),
            plain => drop(content.insert(key.to_owned(), plain.into())),
        }
    }
    if let Some(url) = image {
        content.insert("type".to_owned(), "image".into());
        content.insert("mediaUrl".to_owned(), url.into());
    }
    if !buttons.is_empty()
        && let Value::Array(actions) = content.entry("actions").or_insert_with(|| json!([]))
    {
        actions.extend(buttons);
    }
    content
}

/// A button at the beginning of a text: `%[Label](target)`. Returns it with the text after it.
fn button(text: &str) -> Option<(Value, &str)> {
    let (label, rest) = text.strip_prefix("%[")?.split_once("](")?;
    let (target, after) = rest.split_once(')')?;
    let (label, target) = (label.trim(), target.trim());
    if label.is_empty() || label.contains(['[', ']', '\n']) {
        return None;
    }
    let (scheme, payload) = target.split_once(':').filter(|(_, payload)| !payload.is_empty())?;
    let button = match scheme {
        "reply" | "postback" => json!({"type": scheme, "text": label, "payload": payload.trim()}),
        _ if is_scheme(scheme) => json!({"type": "link", "text": label, "uri": target}),
        _ => return None,
    };
    Some((button, after))
}

/// An image at the beginning of a text: `![](url)`. Returns its URL with the text after it.
fn image_url(text: &str) -> Option<(&str, &str)> {
    let (alternative, rest) = text.strip_prefix("![")?.split_once("](")?;
    let (url, after) = rest.split_once(')')?;
    let is_image = !alternative.contains([']', '\n']) && (url.starts_with("http://") || url.starts_with("https://"));
    is_image.then_some((url, after))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expanded(text: &str) -> Vec<Value> {
        let content = json!({"type": "text", "text": text});
        let template = json!({"type": "text", "text": "From the template"});
        let templates = Templates::from([("t".to_owned(), template.as_object().cloned().expect("an object"))]);
        let content = content.as_object().cloned().expect("an object");
        expand(content, &templates, false).expect("messages").into_iter().map(Value::from).collect()
    }

    #[test]
    fn elements_become_fields() {
        let link = json!({"type": "link", "text": "A", "uri": "https://a.example"});
        let reply = json!({"type": "reply", "text": "Yes", "payload": "YES"});
        for (text, content) in [
            (
                "Choose %[A](https://a.example) %[Yes](reply:YES)",
                json!({"type": "text", "text": "Choose", "actions": [link, reply]}),
            ),
            ("%[Yes](reply:YES)", json!({"type": "text", "actions": [reply]})),
            (
                "![](https://a.example/1.png) Look",
                json!({"type": "image", "mediaUrl": "https://a.example/1.png", "text": "Look"}),
            ),
            ("50% off [now](later)!", json!({"type": "text", "text": "50% off [now](later)!"})),
            ("é%[x](no scheme)", json!({"type": "text", "text": "é%[x](no scheme)"})),
            ("%[x](reply:)", json!({"type": "text", "text": "%[x](reply:)"})),
            ("%[x", json!({"type": "text", "text": "%[x"})),
        ] {
            assert_eq!(expanded(text), [content], "{text}");
        }
    }

    #[test]
    fn text_around_a_template_becomes_messages() {
        let texts = |text: &str| expanded(text).iter().map(|content| content["text"].clone()).collect::<Vec<_>>();
        assert_eq!(
            texts("A %((template: t))% B %{{template:t}}%"),
            ["A", "From the template", "B", "From the template"]
        );
        let whatsapp = "&((namespace=[[n]] template=[[order]] fallback=[[Shipped]] language=[[fr]] body_text=[[7]]))&";
        assert_eq!(texts(&format!("Hello {whatsapp}")), ["Hello", "Shipped"]);
        let template = expanded(&whatsapp.replace("fallback=[[Shipped]] ", "")).remove(0);
        assert_eq!(
            template["template"],
            json!({"namespace": "n", "name": "order", "language": {"policy": "deterministic", "code": "fr"},
                "components": [{"type": "body", "parameters": [{"type": "text", "text": "7"}]}]})
        );
    }

    #[test]
    fn invalid_templates_are_rejected() {
        let templates = Templates::new();
        for text in
            ["%((template:t))%", "&((template))&", "&((template=[[a]] color=[[red]]))&", "&((language=[[en]]))&"]
        {
            let content = Object::from_iter([("type".to_owned(), "text".into()), ("text".to_owned(), text.into())]);
            assert!(expand(content, &templates, true).is_err(), "{text}");
        }
    }
}
