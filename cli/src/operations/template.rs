//! Bodies to fill in: YAML with a comment for each field.

use super::table::{Field, Schema, Type, Union};

/// The deepest optional objects that are shown.
const DEPTH: usize = 4;

/// Returns a body to fill in. Optional fields are comments.
pub fn body(ty: &Type) -> String {
    let mut lines = Vec::new();
    write(ty, &mut lines, "", 0);
    lines.join("\n") + "\n"
}

fn write(ty: &Type, lines: &mut Vec<String>, indent: &str, depth: usize) {
    match ty {
        Type::Object(schema) => object(schema, lines, indent, depth),
        Type::Union(union) => variants(union, lines, indent, depth),
        Type::Choice(schemas) => choice(schemas, lines, indent, depth),
        _ => lines.push(format!("{indent}{}", placeholder(ty))),
    }
}

fn object(schema: &Schema, lines: &mut Vec<String>, indent: &str, depth: usize) {
    for field in schema.fields {
        self::field(field, lines, indent, depth);
    }
}

fn field(field: &Field, lines: &mut Vec<String>, indent: &str, depth: usize) {
    for line in field.docs.lines().filter(|line| !line.trim().is_empty()) {
        lines.push(format!("{indent}# {line}"));
    }
    let mut facts = vec![name(&field.ty)];
    facts.push(if field.required { "required" } else { "optional" }.to_owned());
    facts.extend(field.clears.then(|| "null removes it".to_owned()));
    facts.extend(field.default.map(|default| format!("default {default}")));
    facts.extend(field.is_secret.then(|| "secret".to_owned()));
    lines.push(format!("{indent}# ({})", facts.join("; ")));
    // The fields below an optional one are comments, too.
    let mut below = Vec::new();
    let key = field.key;
    let inner = match &field.ty {
        Type::List(item) if is_nested(item) => Some(**item),
        ty if is_nested(ty) => Some(*ty),
        _ => None,
    };
    match inner.filter(|_| depth < DEPTH || field.required) {
        Some(inner) => {
            below.push(format!("{key}:"));
            let mut nested = Vec::new();
            write(&inner, &mut nested, "", depth + 1);
            if matches!(field.ty, Type::List(_)) {
                let first = nested.iter().position(|line| !line.starts_with('#')).unwrap_or_default();
                below.extend(
                    nested
                        .iter()
                        .enumerate()
                        .map(|(index, line)| format!("  {}{line}", if index == first { "- " } else { "  " })),
                );
            } else {
                below.extend(nested.iter().map(|line| format!("  {line}")));
            }
        }
        None => below.push(format!("{key}: {}", placeholder(&field.ty))),
    }
    let prefix = if field.required { "" } else { "# " };
    lines.extend(below.iter().map(|line| format!("{indent}{prefix}{line}").trim_end().to_owned()));
}

fn variants(union: &Union, lines: &mut Vec<String>, indent: &str, depth: usize) {
    for (index, variant) in union.variants.iter().enumerate() {
        let mut nested = vec![format!("{}: {}", union.tag, variant.tag)];
        let is_first = index == 0;
        if depth < DEPTH || is_first {
            write(&variant.ty, &mut nested, "", depth + 1);
        }
        if !is_first {
            lines.push(format!("{indent}# Or:"));
        }
        let prefix = if is_first { "" } else { "# " };
        lines.extend(nested.iter().map(|line| format!("{indent}{prefix}{line}").trim_end().to_owned()));
    }
}

/// The objects after each other: the first one, and the others as comments.
fn choice(schemas: &[&Schema], lines: &mut Vec<String>, indent: &str, depth: usize) {
    for (index, schema) in schemas.iter().enumerate() {
        let mut nested = Vec::new();
        object(schema, &mut nested, "", depth + 1);
        lines.push(format!("{indent}# {}{}:", if index == 0 { "" } else { "Or: " }, schema.name));
        let prefix = if index == 0 { "" } else { "# " };
        lines.extend(nested.iter().map(|line| format!("{indent}{prefix}{line}").trim_end().to_owned()));
    }
}

fn is_nested(ty: &Type) -> bool {
    matches!(ty, Type::Object(_) | Type::Union(_) | Type::Choice(_))
}

/// Returns the name of a type.
pub fn name(ty: &Type) -> String {
    match ty {
        Type::Text => "text".to_owned(),
        Type::Bool => "true or false".to_owned(),
        Type::Integer => "integer".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Json => "any JSON".to_owned(),
        Type::Binary => "file".to_owned(),
        Type::Enum(values) => format!("one of {}", values.join(", ")),
        Type::Object(_) | Type::Union(_) | Type::Choice(_) => "object".to_owned(),
        Type::List(item) => format!("list of {}", name(item)),
        Type::Map(value) => format!("object with values of {}", name(value)),
    }
}

fn placeholder(ty: &Type) -> String {
    match ty {
        Type::Text | Type::Binary => "\"\"".to_owned(),
        Type::Bool => "false".to_owned(),
        Type::Integer | Type::Number => "0".to_owned(),
        Type::Enum(values) => values.first().map_or_else(|| "\"\"".to_owned(), |value| (*value).to_owned()),
        Type::List(_) => "[]".to_owned(),
        Type::Json | Type::Object(_) | Type::Union(_) | Type::Choice(_) | Type::Map(_) => "{}".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::commands::COMMANDS;
    use super::super::table::Type;
    use super::super::{body, check};

    /// Every template is YAML, and its only mistakes are empty required values.
    #[test]
    fn templates_are_bodies() {
        for command in COMMANDS {
            let Some(body) = &command.body else { continue };
            let text = super::body(&body.ty);
            let value = body::parse(&text).unwrap_or_else(|e| panic!("{}: {e}\n{text}", command.id));
            let mistakes = match &body.ty {
                // Nothing is required, so that any of the objects is meant.
                Type::Choice(_) => Vec::new(),
                ty => check::mistakes(&value, ty),
            };
            assert_eq!(mistakes, Vec::<String>::new(), "{}\n{text}", command.id);
        }
    }

    #[test]
    fn templates_have_every_field() {
        let command = COMMANDS.iter().find(|command| command.id == "CreateUser").unwrap();
        let text = super::body(&command.body.as_ref().unwrap().ty);
        for field in ["externalId", "signedUpAt", "givenName", "surname", "email", "avatarUrl", "locale", "metadata"] {
            assert!(text.contains(&format!("{field}:")), "{field}\n{text}");
        }
        assert!(text.contains("# (text; optional)"), "{text}");
    }
}
