//! The command line of operations.

use std::collections::BTreeSet;
use std::mem;

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command as Clap};

use super::commands::{COMMANDS, OPTION_NAMES};
use super::pages::Range;
use super::table::{Body, Command, Field, Parameter, Schema, Type, Variant};
use super::template;

pub const DATA: &str = "body-data";
pub const SET: &str = "body-set";
pub const CLEAR: &str = "body-clear";
pub const TEMPLATE: &str = "body-template";
pub const NO_CHECK: &str = "no-check";

/// Returns the name of a parameter for clap, which the options of the program and of the body can't have.
pub fn id(parameter: &Parameter) -> String {
    format!("parameter {}", parameter.option)
}

/// Returns a command for each group of operations.
pub fn subcommands() -> Vec<Clap> {
    let mut groups = BTreeSet::new();
    let first = COMMANDS.iter().filter(|command| groups.insert(command.group));
    first
        .map(|first| {
            let verbs: Vec<_> = COMMANDS.iter().filter(|it| it.group == first.group).map(|it| it.verb).collect();
            Clap::new(first.group)
                .about(format!("{}: {}", first.heading, verbs.join(", ")))
                .subcommand_required(true)
                .arg_required_else_help(true)
                // The options of 68 commands take longer to build than most commands to run.
                .defer(|clap| {
                    let group = clap.get_name().to_owned();
                    clap.subcommands(COMMANDS.iter().filter(|command| command.group == group).map(subcommand))
                })
        })
        .collect()
}

fn subcommand(command: &'static Command) -> Clap {
    let mut clap = Clap::new(command.verb).about(command.summary).long_about(format!(
        "{}\n\n{} {}\n\nCredentials: {}",
        flowing(command.docs),
        command.method,
        command.path,
        command.credentials
    ));
    clap = clap.after_help(format!("Example:\n  {}", example(command)));
    for parameter in command.arguments() {
        let name = parameter.option.to_uppercase().replace('-', "_");
        clap = clap.arg(
            Arg::new(id(parameter))
                .value_name(name)
                .required(true)
                .help(first_line(parameter.docs))
                .allow_hyphen_values(false),
        );
    }
    for parameter in command.options() {
        let is_list = matches!(parameter.ty, Type::List(_));
        let mut arg = Arg::new(id(parameter))
            .long(parameter.option)
            .value_name(value_name(&parameter.ty))
            .required(parameter.required && parameter.default.is_none())
            .value_parser(parser(&parameter.ty, values(&parameter.ty)))
            .help(help(parameter.docs, parameter.default))
            .long_help(long_help(parameter.docs, parameter.default));
        if is_list {
            arg = arg.action(ArgAction::Append);
        }
        clap = clap.arg(arg);
    }
    if let Some(listing) = &command.listing {
        clap = clap.arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .value_parser(clap::value_parser!(u64).range(1..))
                .help("Most items to print")
                .help_heading("Pages"),
        );
        if listing.is_paginated {
            clap = clap
                .arg(
                    Arg::new("all")
                        .long("all")
                        .action(ArgAction::SetTrue)
                        .help("Print all pages, not only the first")
                        .conflicts_with("limit")
                        .help_heading("Pages"),
                )
                .arg(
                    Arg::new("cursor")
                        .long("cursor")
                        .value_name("CURSOR")
                        .help("Cursor to continue from")
                        .help_heading("Pages"),
                );
        }
        if let Some(most) = listing.page_size {
            clap = clap.arg(
                Arg::new("page-size")
                    .long("page-size")
                    .value_name("N")
                    .help(format!("Items per request, at most {most}"))
                    .value_parser(clap::value_parser!(u32).range(1..=i64::from(most)))
                    .help_heading("Pages"),
            );
        }
    }
    if let Some(body) = &command.body {
        clap = add_body(clap, command, body);
    }
    clap
}

fn add_body(mut clap: Clap, command: &Command, body: &'static Body) -> Clap {
    const HEADING: &str = "Body";
    let mut taken: BTreeSet<String> = OPTION_NAMES.iter().map(|&name| name.to_owned()).collect();
    taken.extend(command.options().map(|parameter| parameter.option.to_owned()));
    for option in field_options(body) {
        if option.name.is_empty() || !taken.insert(option.name.clone()) {
            continue;
        }
        let (help, long_help) = (help(option.field.docs, option.field.default), option.field.long_help());
        let mut arg = Arg::new(format!("field {}", option.path))
            .long(option.name)
            .value_name(if option.field.values.is_empty() { value_name(&option.field.ty) } else { "VALUE" })
            .value_parser(parser(&option.field.ty, option.field.values.clone()))
            .allow_hyphen_values(matches!(option.field.ty, Type::Text | Type::Number | Type::Integer))
            .hide_short_help(option.field.is_special())
            .help(help)
            .long_help(long_help)
            .help_heading(HEADING);
        if matches!(option.field.ty, Type::List(_)) {
            arg = arg.action(ArgAction::Append);
        }
        if matches!(option.field.ty, Type::Bool) {
            arg = arg.num_args(0..=1).require_equals(true).default_missing_value("true");
        }
        clap = clap.arg(arg);
    }
    clap.arg(
        Arg::new(DATA)
            .long("data")
            .short('d')
            .value_name("JSON")
            .help("Body: JSON or YAML, @FILE, or @- for stdin")
            .help_heading(HEADING),
    )
    .arg(
        Arg::new(SET)
            .long("set")
            .value_name("PATH=VALUE")
            .action(ArgAction::Append)
            .help_heading(HEADING)
            .help("Set a field, such as profile.givenName=Ada; the value may be @FILE"),
    )
    .arg(
        Arg::new(CLEAR)
            .long("clear")
            .value_name("PATH")
            .action(ArgAction::Append)
            .help("Remove the value of a field: send null")
            .help_heading(HEADING),
    )
    .arg(
        Arg::new(TEMPLATE)
            .long("body-template")
            .action(ArgAction::SetTrue)
            .exclusive(true)
            .help_heading(HEADING)
            .help("Print a body to fill in, with every field, its type, default and limits"),
    )
    .arg(
        Arg::new(NO_CHECK)
            .long("no-check")
            .action(ArgAction::SetTrue)
            .help_heading(HEADING)
            .help("Send the body even if it has unknown fields or values"),
    )
}

/// An option for a field of a body.
struct FieldOption {
    name: String,
    path: String,
    field: BodyField,
}

/// A field of an object, or of the objects of a union.
struct BodyField {
    key: &'static str,
    ty: Type,
    /// The values of an enum.
    values: Vec<&'static str>,
    is_secret: bool,
    required: bool,
    default: Option<&'static str>,
    docs: &'static str,
    /// The objects of the union that have the field.
    variants: Vec<&'static str>,
    /// Those that don't.
    others: Vec<&'static str>,
}

impl From<&'static Field> for BodyField {
    fn from(field: &'static Field) -> Self {
        let Field { key, ty, is_secret, required, default, docs, .. } = *field;
        let (values, variants, others) = (values(&ty), Vec::new(), Vec::new());
        Self { key, ty, values, is_secret, required, default, docs, variants, others }
    }
}

impl BodyField {
    /// Returns whether most objects of the union lack the field, and none is named after it, as a text is after `text`.
    fn is_special(&self) -> bool {
        self.others.len() > self.variants.len() && !self.variants.contains(&self.key)
    }

    /// Returns the full help text.
    fn long_help(&self) -> String {
        let text = long_help(self.docs, self.default);
        match self.others.len() {
            0 => text,
            count if count > self.variants.len() => format!("{text}\n\nOnly for {}.", self.variants.join(", ")),
            _ => format!("{text}\n\nNot for {}.", self.others.join(", ")),
        }
    }
}

/// The options for scalar fields: those of the body, and those of its objects.
fn field_options(body: &Body) -> Vec<FieldOption> {
    let mut options = Vec::new();
    for field in fields_of(&body.ty) {
        if is_option(&field) {
            options.push(FieldOption { name: kebab(field.key), path: field.key.to_owned(), field });
            continue;
        }
        for mut inner in fields_of(&field.ty).into_iter().filter(is_option) {
            if inner.others.is_empty() {
                inner.variants.clone_from(&field.variants);
                inner.others.clone_from(&field.others);
            }
            // The text of a message is the field that is used most.
            let is_text = matches!(field.ty, Type::Union(_)) && inner.key == "text";
            let name = if is_text { "text".to_owned() } else { format!("{}-{}", kebab(field.key), kebab(inner.key)) };
            options.push(FieldOption { name, path: format!("{}.{}", field.key, inner.key), field: inner });
        }
    }
    options
}

/// The fields of an object. Those of a union are its tag and the fields of all its objects, because the object may be chosen by any
/// part of the command line. The check of the body rejects fields that the chosen object doesn't have.
fn fields_of(ty: &Type) -> Vec<BodyField> {
    let objects: Vec<(&'static str, &'static Schema)> = match ty {
        Type::Object(schema) => return schema.fields.iter().map(BodyField::from).collect(),
        Type::Union(union) => {
            let object = |variant: &'static Variant| match variant.ty {
                Type::Object(schema) => Some((variant.tag, schema)),
                _ => None,
            };
            union.variants.iter().filter_map(object).collect()
        }
        Type::Choice(schemas) => {
            // Without the common end of the names, which is redundant.
            let names: Vec<_> = schemas.iter().map(|schema| schema.name).collect();
            let end = common_end(&names);
            schemas.iter().map(|schema| (schema.name.strip_suffix(end).unwrap_or_default(), *schema)).collect()
        }
        _ => return Vec::new(),
    };
    let mut fields = Vec::new();
    if let Type::Union(union) = ty {
        let values = union.variants.iter().map(|variant| variant.tag).collect();
        let (key, ty, docs) = (union.tag, Type::Text, "Type of the object.");
        let (is_secret, required, default, variants, others) = (false, true, None, Vec::new(), Vec::new());
        fields.push(BodyField { key, ty, values, is_secret, required, default, docs, variants, others });
    }
    for (name, schema) in &objects {
        for field in schema.fields {
            let known = fields.iter_mut().find(|known: &&mut BodyField| known.key == field.key);
            let Some(known) = known else {
                fields.push(BodyField { variants: vec![name], ..field.into() });
                continue;
            };
            known.variants.push(name);
            known.is_secret |= field.is_secret;
            let more = values(&field.ty).into_iter().filter(|value| !known.values.contains(value));
            let more: Vec<_> = more.collect();
            known.values.extend(more);
            if mem::discriminant(&known.ty) != mem::discriminant(&field.ty) {
                known.ty = Type::Json;
            }
        }
    }
    for field in fields.iter_mut().filter(|field| !field.variants.is_empty()) {
        let names = objects.iter().map(|(name, _)| *name);
        field.others = names.filter(|name| !field.variants.contains(name)).collect();
    }
    fields
}

/// Returns the words at the end that all names have.
fn common_end<'n>(names: &[&'n str]) -> &'n str {
    let Some(first) = names.first() else { return "" };
    let mut ends = first.char_indices().filter(|(_, c)| c.is_uppercase()).filter_map(|(index, _)| first.get(index..));
    ends.find(|end| names.iter().all(|name| name.len() > end.len() && name.ends_with(end))).unwrap_or_default()
}

fn values(ty: &Type) -> Vec<&'static str> {
    match ty {
        Type::Enum(values) => values.to_vec(),
        Type::List(item) => values(item),
        _ => Vec::new(),
    }
}

fn is_option(field: &BodyField) -> bool {
    let is_scalar = |ty: &Type| matches!(ty, Type::Text | Type::Bool | Type::Integer | Type::Number | Type::Enum(_));
    let is_list = matches!(field.ty, Type::List(item) if matches!(item, Type::Text | Type::Enum(_)));
    (is_scalar(&field.ty) || is_list) && !field.is_secret
}

/// Returns the fields that options set: path, type and values.
pub fn field_values(body: &Body, matches: &ArgMatches) -> Vec<(String, Type, Vec<String>)> {
    let values = |option: FieldOption| {
        let values = matches.try_get_many::<String>(&format!("field {}", option.path)).ok().flatten()?;
        Some((option.path, option.field.ty, values.cloned().collect()))
    };
    field_options(body).into_iter().filter_map(values).collect()
}

/// Returns the part of a listing to print.
pub fn range(matches: &ArgMatches) -> Range {
    Range {
        all: matches.try_get_one::<bool>("all").ok().flatten().copied().unwrap_or_default(),
        limit: matches.get_one("limit").copied(),
        page_size: matches.try_get_one("page-size").ok().flatten().copied(),
        cursor: matches.try_get_one::<String>("cursor").ok().flatten().cloned(),
    }
}

fn parser(ty: &Type, values: Vec<&'static str>) -> ValueParser {
    match ty {
        Type::Bool => PossibleValuesParser::new(["true", "false"]).into(),
        _ if values.is_empty() => ValueParser::string(),
        _ => PossibleValuesParser::new(values).into(),
    }
}

fn value_name(ty: &Type) -> &'static str {
    match ty {
        Type::Bool => "BOOL",
        Type::Integer | Type::Number => "N",
        Type::Enum(_) => "VALUE",
        Type::List(item) => value_name(item),
        _ => "TEXT",
    }
}

fn first_line(docs: &str) -> String {
    let paragraph: Vec<_> = docs.lines().take_while(|line| !line.trim().is_empty()).collect();
    paragraph.join(" ")
}

fn help(docs: &str, default: Option<&str>) -> String {
    let line = first_line(docs);
    let sentence = line.split_once(". ").map_or(line.as_str(), |(first, _)| first).trim_end_matches('.').to_owned();
    match default {
        Some(default) => format!("{sentence} [API's default: {default}]"),
        None => sentence,
    }
}

fn long_help(docs: &str, default: Option<&str>) -> String {
    let text = flowing(docs);
    match default {
        Some(default) if !docs.contains("Defaults to") => format!("{text}\n\nThe API's default is {default}."),
        _ => text,
    }
}

/// Joins the lines of paragraphs, which the terminal wraps. Code blocks stay, without their fences.
fn flowing(docs: &str) -> String {
    let (mut text, mut is_code, mut joins) = (String::new(), false, false);
    for line in docs.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
            joins = false;
            continue;
        }
        let is_text = !is_code && !line.trim().is_empty() && !line.starts_with(['-', '*', '|', ' ']);
        if !text.is_empty() {
            text.push(if joins && is_text { ' ' } else { '\n' });
        }
        text += line;
        joins = !is_code && !line.trim().is_empty() && !line.starts_with('|');
    }
    text
}

fn kebab(key: &str) -> String {
    let mut text = String::new();
    let mut before = '-';
    let mut letters = key.chars().peekable();
    while let Some(c) = letters.next() {
        // A word begins at a capital, and an abbreviation such as `AI` is one word.
        let ends_abbreviation = before.is_uppercase() && letters.peek().is_some_and(|next| next.is_lowercase());
        if c.is_uppercase() && before.is_alphanumeric() && (!before.is_uppercase() || ends_abbreviation) {
            text.push('-');
        }
        text.push(if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
        before = c;
    }
    // clap adds the dashes of an option.
    text.trim_matches('-').to_owned()
}

/// Returns a command line that is complete: every argument and every required field.
pub fn example(command: &'static Command) -> String {
    let mut words = vec!["sunco".to_owned(), command.group.to_owned(), command.verb.to_owned()];
    for parameter in command.arguments() {
        words.push(match parameter.option {
            "user" => "steve".to_owned(),
            "file" => "photo.jpg".to_owned(),
            name => format!("{}_ID", name.to_uppercase().replace('-', "_")),
        });
    }
    for parameter in command.options().filter(|it| it.required && it.default.is_none()) {
        words.push(format!("--{} {}", parameter.option, sample(&parameter.ty)));
    }
    if command.listing.as_ref().is_some_and(|listing| listing.is_paginated) {
        words.push("--all".to_owned());
    }
    if let Some(body) = &command.body {
        let options = field_options(body);
        if let Some(text) = options.iter().find(|option| option.name == "text") {
            words.push(format!("--{} \"Hi\"", text.name));
        } else if let Type::Object(schema) = &body.ty {
            let fields = schema.fields.iter().map(BodyField::from);
            let required: Vec<_> = fields.filter(|field| field.required && field.key != "author").collect();
            if required.iter().all(is_option) {
                words.extend(required.iter().map(|field| format!("--{} {}", kebab(field.key), sample(&field.ty))));
            } else {
                words.push("-d @body.json".to_owned());
            }
        } else {
            words.push("-d @body.json".to_owned());
        }
    }
    words.join(" ")
}

fn sample(ty: &Type) -> String {
    match ty {
        Type::Enum(values) => values.first().map_or_else(String::new, |value| (*value).to_owned()),
        Type::Bool => "true".to_owned(),
        Type::List(item) => sample(item),
        ty if template::name(ty) == "text" => "TEXT".to_owned(),
        _ => "1".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::commands::COMMAND_NAMES;
    use super::super::table::{Listing, Place};
    use super::*;

    #[test]
    fn every_operation_has_a_command() {
        let known: BTreeSet<_> = COMMANDS.iter().map(|command| command.id).collect();
        for operation in sunshine_conversations::operations::OPERATIONS {
            assert!(known.contains(operation.name), "{}", operation.name);
        }
        assert_eq!(known.len(), sunshine_conversations::operations::OPERATIONS.len());
        let names: BTreeSet<_> = COMMANDS.iter().map(|command| (command.group, command.verb)).collect();
        assert_eq!(names.len(), COMMANDS.len());
    }

    /// The code generator gives other names to groups and parameters.
    #[test]
    fn the_names_of_the_tool_are_reserved() {
        let tool = crate::command();
        let groups: BTreeSet<_> = COMMANDS.iter().map(|command| command.group).collect();
        let other = tool.get_subcommands().map(Clap::get_name).filter(|name| !groups.contains(name));
        let unknown: Vec<_> = other.filter(|name| !COMMAND_NAMES.contains(name)).collect();
        assert_eq!(unknown, [""; 0]);
        let unknown: Vec<_> =
            tool.get_arguments().filter_map(Arg::get_long).filter(|name| !OPTION_NAMES.contains(name)).collect();
        assert_eq!(unknown, [""; 0]);
    }

    /// A document may name parameters and fields like the options of the program, or each other.
    #[test]
    fn any_names_can_be_used() {
        const fn field(key: &'static str) -> Field {
            let (required, clears, is_secret, is_write_only) = (false, false, false, false);
            Field { key, ty: Type::Text, required, clears, is_secret, is_write_only, default: None, docs: "" }
        }
        const fn parameter(name: &'static str, place: Place) -> Parameter {
            let (is_joined, is_json, required) = (false, false, true);
            let (option, ty, default) = (name, Type::Text, None);
            Parameter { name, option, place, ty, is_joined, is_json, required, default, docs: "" }
        }
        static SCHEMA: Schema = Schema {
            name: "Body",
            fields: &[
                field("format"),
                field("ids"),
                field("yes"),
                field("help"),
                field("version"),
                field("all"),
                field("user"),
                field("$ref"),
                field("-"),
                field("a b"),
                field("aB"),
                field("a_b"),
                field("日本"),
                field("body-set"),
                field("use-sandbox"),
                field("parameter user"),
            ],
        };
        static COMMAND: Command = Command {
            id: "Odd",
            group: "odd",
            heading: "Odd",
            verb: "create",
            method: "POST",
            path: "/{user}/{app-id}",
            summary: "",
            docs: "",
            credentials: "",
            takes_app: false,
            parameters: &[
                parameter("user", Place::Path),
                parameter("app-id", Place::Path),
                parameter("format", Place::Query),
                parameter("use-sandbox", Place::Header),
                parameter("body-data", Place::Query),
            ],
            body: Some(Body { ty: Type::Object(&SCHEMA), required: false, check: |_| Ok(()) }),
            listing: Some(Listing { items: "", is_paginated: true, is_from_end: false, page_size: Some(1) }),
            record: None,
            columns: &[],
            call: None,
        };
        let program = crate::globals::add_to(Clap::new("sunco")).subcommand(subcommand(&COMMAND));
        program.clone().debug_assert();
        let words = [
            "sunco",
            "create",
            "u",
            "a",
            "--format",
            "f",
            "--use-sandbox",
            "s",
            "--body-data",
            "d",
            "--ref",
            "r",
            "--a-b",
            "x",
            "--日本",
            "j",
            "--user",
            "field",
            "-o",
            "json",
            "-q",
        ];
        let matches = program.try_get_matches_from(words).unwrap();
        assert!(matches.get_flag("ids") && matches.get_one::<crate::output::Format>("output").is_some());
        let matches = matches.subcommand_matches("create").unwrap();
        let values: Vec<_> =
            COMMAND.parameters.iter().map(|it| matches.get_one::<String>(&id(it)).unwrap().as_str()).collect();
        assert_eq!(values, ["u", "a", "f", "s", "d"]);
        let body = COMMAND.body.as_ref().unwrap();
        let fields: Vec<_> = field_values(body, matches).into_iter().map(|(path, ..)| path).collect();
        assert_eq!(fields, ["user", "$ref", "a b", "日本"]);
    }

    /// The examples of the help texts are command lines.
    #[test]
    fn examples_can_be_parsed() {
        for command in COMMANDS {
            let example = example(command).replace('"', "");
            let matches = crate::command().try_get_matches_from(example.split(' '));
            assert!(matches.is_ok(), "{example}\n{}", matches.unwrap_err());
        }
    }

    #[test]
    fn paragraphs_are_one_line() {
        let docs = "One\ntwo.\n\nThree:\n- a\n  b\n- c\n\n```text\nd\ne\n```\nf";
        assert_eq!(flowing(docs), "One two.\n\nThree:\n- a\n  b\n- c\n\nd\ne\nf");
    }

    /// A body that is a union has options, too: those of all its objects.
    #[test]
    fn unions_have_options() {
        let option = |id: &str, path: &str| {
            let command = COMMANDS.iter().find(|command| command.id == id).unwrap();
            let options = field_options(command.body.as_ref().unwrap()).into_iter();
            options.map(|it| (it.path, it.name, it.field)).find(|it| it.0 == path).map(|it| (it.1, it.2)).unwrap()
        };
        let (name, field) = option("CreateIntegration", "displayName");
        assert!(name == "display-name" && field.others.is_empty());
        let (_, field) = option("CreateIntegration", "type");
        assert!(field.values.contains(&"custom") && field.values.contains(&"whatsapp"));
        let (_, field) = option("CreateIntegration", "production");
        assert!(field.long_help().ends_with("\n\nOnly for ios."), "{}", field.long_help());
        let (_, field) = option("CreateIntegration", "defaultResponderId");
        assert!(field.long_help().ends_with("\n\nNot for custom."), "{}", field.long_help());
        let (_, field) = option("UpdateIntegration", "production");
        assert_eq!(field.variants, ["Ios"]);
        assert_eq!(option("PostMessage", "content.text").0, "text");
        assert_eq!(option("PostMessage", "content.mediaUrl").0, "content-media-url");
        assert_eq!(option("CreateClient", "matchCriteria.phoneNumber").0, "match-criteria-phone-number");
    }

    #[test]
    fn options_are_named_after_fields() {
        assert_eq!(kebab("originWhitelist"), "origin-whitelist");
        assert_eq!(kebab("showAIDisclaimer"), "show-ai-disclaimer");
        assert_eq!((kebab("fileURL"), kebab("a_bC")), ("file-url".to_owned(), "a-b-c".to_owned()));
        let command = COMMANDS.iter().find(|command| command.id == "CreateUser").unwrap();
        let names: Vec<_> =
            field_options(command.body.as_ref().unwrap()).into_iter().map(|option| option.name).collect();
        for name in ["external-id", "signed-up-at", "profile-given-name", "profile-email"] {
            assert!(names.iter().any(|known| known == name), "{names:?}");
        }
    }
}
