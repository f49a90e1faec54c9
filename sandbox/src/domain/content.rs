//! Message content: rules that the document only describes in words, and the form in responses.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::domain::card_numbers::masked;
use crate::model::attachment::Attachment;
use crate::model::table::Table;
use crate::spec::document::document;
use crate::util::error::ApiError;
use crate::util::packed::Object;
use crate::util::values::{list, text};

const MAX_TEXT: usize = 4096;

/// The schemes of URIs that run scripts.
const SCRIPTS: [&str; 3] = ["data", "javascript", "vbscript"];

/// The fields with texts that people read.
const READ_BY_PEOPLE: [&str; 9] =
    ["address", "altText", "description", "htmlText", "label", "placeholder", "text", "textFallback", "title"];

/// Media types by file name extension.
const MEDIA_TYPES: [(&str, &str); 11] = [
    ("gif", "image/gif"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("json", "application/json"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("txt", "text/plain"),
    ("webp", "image/webp"),
    ("zip", "application/zip"),
];

/// Validates content and returns it as responses show it. Errors start with `/content`.
pub(crate) fn accept(mut content: Object) -> Result<Object, ApiError> {
    check_views(&content)?;
    check_links(&content)?;
    match text(&content, "type").unwrap_or_default() {
        "text" => check_text(&content)?,
        "form" => accept_form(&mut content)?,
        "formResponse" => accept_response(&mut content)?,
        "file" | "image" => describe_media(&mut content),
        "carousel" => {
            let text = fallback_of_items(&content);
            content.insert("text".to_owned(), text.into());
        }
        "location" => {
            let text = fallback_of_location(&content);
            content.insert("text".to_owned(), text.into());
        }
        _ => {}
    }
    enrich(&mut content)?;
    Ok(content)
}

fn rejected<T>(place: &str, message: &str) -> Result<T, ApiError> {
    Err(ApiError::bad_request(format!("/content/{place}: {message}")))
}

fn check_text(content: &Object) -> Result<(), ApiError> {
    if ["text", "htmlText", "markdownText", "actions"].iter().any(|key| content.contains_key(*key)) {
        return Ok(());
    }
    rejected("text", "is required without htmlText, markdownText or actions")
}

/// At most one webview opens automatically.
fn check_views(content: &Object) -> Result<(), ApiError> {
    let actions = |owner: &Object| owner.get("actions").and_then(Value::as_array).cloned().unwrap_or_default();
    let of_items = content.get("items").into_iter().flat_map(list).filter_map(Value::as_object).flat_map(actions);
    let opening = actions(content).into_iter().chain(of_items).filter(|action| action["openOnReceive"] == true).count();
    if opening > 1 { rejected("actions", "only one action of a message may have openOnReceive") } else { Ok(()) }
}

/// Links open in the clients of end users, so they can't run scripts.
fn check_links(content: &Object) -> Result<(), ApiError> {
    let check = |place: &str, owner: &Value| {
        for (index, action) in owner.get("actions").into_iter().flat_map(list).enumerate() {
            for key in ["uri", "fallback"] {
                let Some((scheme, _)) = action[key].as_str().and_then(|uri| uri.split_once(':')) else { continue };
                let scheme = scheme.trim().to_ascii_lowercase();
                if SCRIPTS.contains(&scheme.as_str()) {
                    let place = format!("{place}actions/{index}/{key}");
                    return rejected(
                        &place,
                        &format!("must not be a {scheme}: URI; use https, mailto, tel or an app's scheme"),
                    );
                }
            }
        }
        Ok(())
    };
    check("", &Value::from(content.clone()))?;
    let mut items = content.get("items").into_iter().flat_map(list).enumerate();
    items.try_for_each(|(index, item)| check(&format!("items/{index}/"), item))
}

fn fields(content: &Object) -> impl Iterator<Item = &Object> {
    content.get("fields").into_iter().flat_map(list).filter_map(Value::as_object)
}

fn check_names(content: &Object) -> Result<(), ApiError> {
    let mut seen = BTreeSet::new();
    match fields(content).position(|field| !seen.insert(text(field, "name"))) {
        Some(index) => rejected(&format!("fields/{index}/name"), "must be unique"),
        None => Ok(()),
    }
}

/// A new form isn't submitted.
fn accept_form(content: &mut Object) -> Result<(), ApiError> {
    check_names(content)?;
    for (index, field) in fields(content).enumerate() {
        let options: Vec<&Value> = field.get("options").into_iter().flat_map(list).collect();
        if text(field, "type") == Some("select") && options.is_empty() {
            return rejected(&format!("fields/{index}/options"), "is required for a select");
        }
        let mut seen = BTreeSet::new();
        if let Some(option) = options.iter().position(|option| !seen.insert(option["name"].as_str())) {
            return rejected(&format!("fields/{index}/options/{option}/name"), "must be unique");
        }
        let size = |name: &str, default: u64| field.get(name).and_then(Value::as_u64).unwrap_or(default);
        if size("minSize", 1) > size("maxSize", 128) {
            return rejected(&format!("fields/{index}/minSize"), "is larger than maxSize");
        }
    }
    content.insert("submitted".to_owned(), false.into());
    Ok(())
}

/// Every field has a value under the name of its type.
fn accept_response(content: &mut Object) -> Result<(), ApiError> {
    check_names(content)?;
    let mut lines = Vec::new();
    for (index, field) in fields(content).enumerate() {
        let kind = text(field, "type").unwrap_or_default();
        let Some(response) = field.get(kind) else {
            return rejected(&format!("fields/{index}/{kind}"), "is required");
        };
        let response = match response.as_str() {
            Some(response) => response.to_owned(),
            None => list(response).filter_map(|option| option["label"].as_str()).collect::<Vec<_>>().join(", "),
        };
        lines.push(format!("{}: {response}", text(field, "label").unwrap_or_default()));
    }
    for field in content.get_mut("fields").and_then(Value::as_array_mut).into_iter().flatten() {
        field.as_object_mut().and_then(|field| field.remove("quotedMessageId"));
    }
    content.insert("textFallback".to_owned(), lines.join("\n").into());
    Ok(())
}

/// The text for channels without carousels: titles, descriptions and buttons.
fn fallback_of_items(content: &Object) -> String {
    let items = content.get("items").into_iter().flat_map(list).map(|item| {
        let actions = list(&item["actions"]).filter_map(|action| {
            let text = action["text"].as_str()?;
            Some(action["uri"].as_str().map_or_else(|| text.to_owned(), |uri| format!("{text} {uri}")))
        });
        let lines = [item["title"].as_str(), item["description"].as_str()];
        lines.into_iter().flatten().map(str::to_owned).chain(actions).collect::<Vec<_>>().join("\n")
    });
    items.collect::<Vec<_>>().join("\n\n")
}

/// The text for channels without locations: the name, the address and a map.
fn fallback_of_location(content: &Object) -> String {
    let get = |object: &str, key: &str| content.get(object).map_or(&Value::Null, |object| &object[key]);
    let (lat, long) = (get("coordinates", "lat"), get("coordinates", "long"));
    let named = [get("location", "name"), get("location", "address")].into_iter().filter_map(Value::as_str);
    let map = format!("https://maps.google.com/maps?q={lat},{long}");
    named.map(str::to_owned).chain([map]).collect::<Vec<_>>().join("\n")
}

/// Sets type and size of a file that was uploaded to the sandbox.
pub(crate) fn describe_upload(content: &mut Object, attachments: &Table<Attachment>) {
    let Some(url) = text(content, "mediaUrl") else { return };
    if let Some(attachment) = attachments.iter().find(|attachment| attachment.media_url == url) {
        let (media_type, size) = (attachment.media_type.clone(), attachment.bytes.len());
        content.insert("mediaType".to_owned(), media_type.into());
        content.insert("mediaSize".to_owned(), size.into());
    }
}

/// Masks card numbers in all texts that people read, including those of items, buttons and form fields.
pub(crate) fn mask_card_numbers(content: &mut Object) {
    for (key, value) in content {
        match value {
            Value::String(text) if READ_BY_PEOPLE.contains(&key.as_str()) => *text = masked(text),
            Value::Object(part) => mask_card_numbers(part),
            Value::Array(parts) => parts.iter_mut().filter_map(Value::as_object_mut).for_each(mask_card_numbers),
            _ => {}
        }
    }
}

/// Describes media by the URL only, because the sandbox doesn't fetch files.
fn describe_media(content: &mut Object) {
    let url = text(content, "mediaUrl").unwrap_or_default();
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let name = path.split_once("://").and_then(|(_, rest)| rest.rsplit_once('/')).map_or("", |(_, name)| name);
    let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy().into_owned();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let media_type = MEDIA_TYPES.iter().find(|(known, _)| *known == ending).map(|(_, media_type)| *media_type);
    if let Some(media_type) = media_type {
        content.insert("mediaType".to_owned(), media_type.into());
    }
    if !name.is_empty() && name.chars().count() <= 128 {
        content.entry("altText").or_insert(name.into());
    }
}

/// Converts Markdown to HTML, and either of them to text if the text is missing.
fn enrich(content: &mut Object) -> Result<(), ApiError> {
    if let Some(Value::String(markdown)) = content.remove("markdownText") {
        if content.contains_key("htmlText") {
            return rejected("markdownText", "can't be combined with htmlText");
        }
        // One escaped paragraph shows that a conversion took place, without a Markdown parser.
        let escaped = markdown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let html = format!("<p>{escaped}</p>");
        if html.chars().count() > MAX_TEXT {
            return rejected("markdownText", "as HTML longer than 4096 characters");
        }
        content.insert("htmlText".to_owned(), html.into());
        content.entry("text").or_insert(markdown.into());
    } else if let Some(html) = text(content, "htmlText") {
        let plain = plain(html);
        content.entry("text").or_insert(plain.into());
    }
    Ok(())
}

/// Removes tags from HTML; blocks and line breaks end a line.
fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let Some((tag, after)) = after.split_once('>') else {
            text.push('<');
            rest = after;
            break;
        };
        let name = tag.trim_end_matches('/').split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        if ["br", "/p", "/div", "/li", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6"].contains(&name.as_str()) {
            text.push('\n');
        }
        rest = after;
    }
    text.push_str(rest);
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    let decoded = entities.iter().fold(text, |text, (entity, character)| text.replace(entity, character));
    decoded.trim().to_owned()
}

/// Removes the fields of a message's content that only responses have.
pub(crate) fn writable(content: &mut Value) {
    let Some(operation) = document().operation("PostMessage") else { return };
    // Removing a field may reveal another violation in the same place.
    for _ in 0..10 {
        let body = json!({"author": {"type": "business"}, "content": content});
        let violations = operation.body_violations(&body);
        if violations.is_empty() {
            return;
        }
        for violation in violations {
            let Some((parent, key)) = violation.pointer.strip_prefix("/content").and_then(|p| p.rsplit_once('/'))
            else {
                continue;
            };
            if let Some(parent) = content.pointer_mut(parent).and_then(Value::as_object_mut) {
                parent.remove(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_as_text() {
        let cases = [
            ("<b>bold</b> &amp; &lt;plain&gt;", "bold & <plain>"),
            ("<h1>Title</h1><p>one<br/>two</p>", "Title\none\ntwo"),
            ("<a href=\"https://example.org/?a=1\">link</a>", "link"),
            ("1 < 2", "1 < 2"),
            ("&amp;lt;", "&lt;"),
            ("", ""),
        ];
        for (html, text) in cases {
            assert_eq!(plain(html), text, "{html}");
        }
    }
}
