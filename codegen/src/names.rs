//! Rust names for the API's names.

use std::collections::HashSet;

use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;

/// Words that can't be used as identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Type names that a model must not shadow: those of this crate and of the standard library's prelude.
const TYPES: &[&str] = &[
    // Their modules would shadow crates, or be keywords.
    "Alloc",
    "Core",
    "Gen",
    "Serde",
    "SerdeJson",
    "Std",
    "Ureq",
    "ApiClient",
    "ApiClientBuilder",
    "ApiError",
    "AppClient",
    "Arc",
    "Arguments",
    "AsId",
    "AsMut",
    "AsRef",
    "BTreeMap",
    "Blank",
    "Body",
    "Box",
    "Call",
    "Cell",
    "Clone",
    "Copy",
    "Cow",
    "Credentials",
    "Cursors",
    "Debug",
    "Default",
    "Deserialize",
    "Deserializer",
    "Display",
    "DoubleEndedIterator",
    "Drop",
    "Duration",
    "Eq",
    "Err",
    "Error",
    "ErrorKind",
    "ExactSizeIterator",
    "Extend",
    "Extra",
    "Fields",
    "Fn",
    "FnMut",
    "FnOnce",
    "Formatter",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "HashMap",
    "HashSet",
    "Id",
    "Ids",
    "Instant",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Items",
    "Iterator",
    "Json",
    "JsonText",
    "JwtScope",
    "JwtSigner",
    "Kind",
    "Listing",
    "MapAccess",
    "Method",
    "Model",
    "None",
    "Number",
    "Ok",
    "Operation",
    "Option",
    "Ord",
    "Page",
    "PageLinks",
    "PageMeta",
    "PageSize",
    "Pages",
    "Paginated",
    "PartialEq",
    "PartialOrd",
    "Patch",
    "Path",
    "PathBuf",
    "PhantomData",
    "Rc",
    "Reader",
    "Response",
    "Result",
    "RetryPolicy",
    "Secret",
    "SecretUrl",
    "Self",
    "Send",
    "Serialize",
    "Serializer",
    "Sized",
    "Some",
    "String",
    "Style",
    "Sync",
    "Tagged",
    "Time",
    "ToOwned",
    "ToString",
    "Trigger",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Untyped",
    "Upload",
    "UserJwt",
    "Vec",
    "Visitor",
    "Writer",
];

/// Splits a name into words: at each change of case, and at characters other than letters and digits. Those that Rust's
/// identifiers can't have are written as code points.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    // As the compiler compares identifiers.
    let chars: Vec<char> = name.nfc().collect();
    let mut word = String::new();
    let mut end = |word: &mut String| {
        if !word.is_empty() {
            words.push(std::mem::take(word));
        }
    };
    for (at, &c) in chars.iter().enumerate() {
        let is_identifier = is_xid_continue(c) && c != '_';
        if !is_identifier && !c.is_alphanumeric() {
            end(&mut word);
            continue;
        }
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied().unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        let begins = c.is_uppercase()
            && (before.is_lowercase() || before.is_ascii_digit() || (before.is_uppercase() && after.is_lowercase()));
        if begins {
            end(&mut word);
        }
        if is_identifier { word.push(c) } else { word.push_str(&code_point(c)) }
    }
    end(&mut word);
    words
}

fn code_point(c: char) -> String {
    format!("U{:x}", u32::from(c))
}

/// A name with code points instead of letters other than ASCII, for a file.
pub fn ascii(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii() { c.to_string() } else { code_point(c) }).collect()
}

/// Whether a name begins with a character that identifiers can have, but not begin with: mostly digits.
fn begins_within(name: &str) -> bool {
    name.starts_with(|c: char| !is_xid_start(c) && c != '_')
}

/// `whatsApp-number` as `WhatsAppNumber`.
pub fn pascal(name: &str) -> String {
    let capitalize = |word: String| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_uppercase().to_string() + chars.as_str()).unwrap_or_default()
    };
    words(name).into_iter().map(capitalize).collect()
}

/// `externalId` as `external_id`; also keywords, which the callers handle.
pub fn snake(name: &str) -> String {
    words(name).iter().map(|word| word.to_lowercase()).collect::<Vec<_>>().join("_")
}

/// `displayName` as `display name`, for sentences.
pub fn humanize(name: &str) -> String {
    let word = |word: String| match word.to_lowercase().as_str() {
        "id" => "ID".to_owned(),
        "ids" => "IDs".to_owned(),
        "url" => "URL".to_owned(),
        "uri" => "URI".to_owned(),
        "api" => "API".to_owned(),
        "sdk" => "SDK".to_owned(),
        lower => lower.to_owned(),
    };
    words(name).into_iter().map(word).collect::<Vec<_>>().join(" ")
}

/// The name of an item of a list: `widgets` as `widget`.
pub fn singular(name: &str) -> String {
    let ends_with_any = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    if name.len() < 3 || ends_with_any(&["ss", "us", "is", "series"]) {
        return name.to_owned();
    }
    if let Some(stem) = name.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let end = if ends_with_any(&["sses", "xes", "tches", "shes", "tuses"]) { "es" } else { "s" };
    name.strip_suffix(end).unwrap_or(name).to_owned()
}

/// The name of a type: never empty, a keyword, or the name of a type of this crate or the standard library.
pub fn type_name(name: &str) -> String {
    let name = pascal(name);
    match name.as_str() {
        "" => "Model".to_owned(),
        _ if begins_within(&name) => format!("Model{name}"),
        _ if TYPES.contains(&name.as_str()) => format!("{name}Model"),
        _ => name,
    }
}

/// The name of a field, parameter or method: never empty or a keyword.
pub fn value_name(name: &str) -> String {
    let name = snake(name);
    match name.as_str() {
        "" => "field".to_owned(),
        _ if begins_within(&name) => format!("n{name}"),
        _ if KEYWORDS.contains(&name.as_str()) => format!("{name}_"),
        _ => name,
    }
}

/// The name of an enum's variant. `QUICK_REPLY` is `QuickReply`.
pub fn variant_name(value: &str) -> String {
    let is_shouted = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
    let calm = |word: String| if is_shouted(&word) { word.to_lowercase() } else { word };
    let name = pascal(&words(value).into_iter().map(calm).collect::<Vec<_>>().join("_"));
    let is_negative = value.starts_with('-') && value.chars().nth(1).is_some_and(char::is_alphanumeric);
    match name.as_str() {
        "" if value.is_empty() => "Empty".to_owned(),
        "" => "Symbol".to_owned(),
        _ if is_negative => format!("Minus{name}"),
        _ if begins_within(&name) => format!("Value{name}"),
        "Unknown" | "Self" => format!("{name}Value"),
        _ => name,
    }
}

/// Names that are taken. Finds the next free one.
#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// Takes names that nothing else may have.
    pub fn reserve<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Self {
        self.0.extend(names.into_iter().map(str::to_owned));
        self
    }

    /// Returns whether a name is taken.
    pub fn is_taken(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Takes a name; if it is taken, the same with `suffix`, or with a number.
    pub fn take(&mut self, name: String, suffix: &str) -> String {
        if self.0.insert(name.clone()) {
            return name;
        }
        let suffixed = format!("{}{suffix}", name.trim_end_matches('_'));
        if !suffix.is_empty() && self.0.insert(suffixed.clone()) {
            return suffixed;
        }
        let separator = if name == name.to_lowercase() && !name.ends_with('_') { "_" } else { "" };
        let mut number = 2;
        while !self.0.insert(format!("{name}{separator}{number}")) {
            number += 1;
        }
        format!("{name}{separator}{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found() {
        assert_eq!(words("userIdOrExternalId"), ["user", "Id", "Or", "External", "Id"]);
        assert_eq!(words("subscribeSDKClient"), ["subscribe", "SDK", "Client"]);
        assert_eq!(words("identities.email"), ["identities", "email"]);
        assert_eq!(words("X-Request-ID"), ["X", "Request", "ID"]);
        assert_eq!(snake("subscribeSDKClient"), "subscribe_sdk_client");
        assert_eq!(pascal("conversation:message:delivery"), "ConversationMessageDelivery");
        assert_eq!(pascal("whatsApp"), "WhatsApp");
    }

    #[test]
    fn items_have_names() {
        let plurals = [
            "widgets",
            "entries",
            "statuses",
            "addresses",
            "boxes",
            "matches",
            "causes",
            "caches",
            "status",
            "access",
            "series",
            "data",
            "ids",
        ];
        let items = [
            "widget", "entry", "status", "address", "box", "match", "cause", "cache", "status", "access", "series",
            "data", "id",
        ];
        assert_eq!(plurals.map(singular), items);
    }

    #[test]
    fn names_are_not_keywords_or_existing_types() {
        assert_eq!(type_name("option"), "OptionModel");
        assert_eq!(type_name("3d"), "Model3d");
        assert_eq!((type_name("é").as_str(), type_name("e\u{301}").as_str()), ("É", "É"));
        assert_eq!((type_name("②").as_str(), ascii("GrößeB").as_str()), ("U2461", "GrUf6UdfeB"));
        assert_eq!(value_name("type"), "type_");
        assert_eq!(value_name("gen"), "gen_");
        assert_eq!(value_name("2fa"), "n2fa");
        assert_eq!(variant_name(""), "Empty");
        assert_eq!(variant_name("-1"), "Minus1");
        assert_eq!(variant_name("-createdAt"), "MinusCreatedAt");
        assert_eq!(variant_name("AUTH2"), "Auth2");
        assert_eq!(variant_name("conversation:endedByUser"), "ConversationEndedByUser");
        assert_eq!(variant_name("unknown"), "UnknownValue");
        assert_eq!(variant_name("+"), "Symbol");
    }

    #[test]
    fn taken_names_get_a_number() {
        let mut names = Names::default().reserve(["send"]);
        let mut take = |name: &str, suffix: &str| names.take(name.to_owned(), suffix);
        assert_eq!(take("send", "_parameter"), "send_parameter");
        assert_eq!(take("send", "_parameter"), "send_2");
        assert_eq!(take("id", ""), "id");
        assert_eq!(take("id", ""), "id_2");
        assert_eq!(take("id", ""), "id_3");
        assert_eq!(take("Active", ""), "Active");
        assert_eq!(take("Active", ""), "Active2");
    }
}
