//! The command line of operations.

use std::collections::BTreeSet;

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command as Clap};

use super::commands::{COMMANDS, OPTION_NAMES};
use super::pages::Range;
use super::table::{Body, Command, Field, Parameter, Type};
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
    // Code blocks stay, without their fences.
    let docs: Vec<_> = command.docs.lines().filter(|line| !line.starts_with("```")).collect();
    let mut clap = Clap::new(command.verb).about(command.summary).long_about(format!(
        "{}\n\n{} {}\n\nCredentials: {}",
        docs.join("\n"),
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
            .value_parser(parser(&parameter.ty))
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
        let mut arg = Arg::new(format!("field {}", option.path))
            .long(option.name)
            .value_name(value_name(&option.field.ty))
            .value_parser(parser(&option.field.ty))
            .allow_hyphen_values(matches!(option.field.ty, Type::Text | Type::Number | Type::Integer))
            .help(help(option.field.docs, option.field.default))
            .long_help(long_help(option.field.docs, option.field.default))
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
    field: &'static Field,
}

/// The options for scalar fields: those of the body, those of its objects, and the text of a union.
fn field_options(body: &'static Body) -> Vec<FieldOption> {
    let Type::Object(schema) = &body.ty else { return Vec::new() };
    let mut options = Vec::new();
    for field in schema.fields {
        match &field.ty {
            Type::Object(inner) => {
                let scalars = inner.fields.iter().filter(|inner| is_option(inner));
                options.extend(scalars.map(|inner| FieldOption {
                    name: format!("{}-{}", kebab(field.key), kebab(inner.key)),
                    path: format!("{}.{}", field.key, inner.key),
                    field: inner,
                }));
            }
            Type::Union(union) => {
                let text = union.variants.iter().find(|variant| variant.tag == "text");
                if let Some(Type::Object(inner)) = text.map(|variant| &variant.ty)
                    && let Some(inner) = inner.fields.iter().find(|inner| inner.key == "text")
                {
                    options.push(FieldOption {
                        name: "text".to_owned(),
                        path: format!("{}.text", field.key),
                        field: inner,
                    });
                }
            }
            _ if is_option(field) => {
                options.push(FieldOption { name: kebab(field.key), path: field.key.to_owned(), field });
            }
            _ => {}
        }
    }
    options
}

fn is_option(field: &Field) -> bool {
    let is_scalar = |ty: &Type| matches!(ty, Type::Text | Type::Bool | Type::Integer | Type::Number | Type::Enum(_));
    let is_list = matches!(&field.ty, Type::List(item) if matches!(item, Type::Text | Type::Enum(_)));
    (is_scalar(&field.ty) || is_list) && !field.is_secret
}

/// Returns the fields that options set: path, type and values.
pub fn field_values(body: &'static Body, matches: &ArgMatches) -> Vec<(String, Type, Vec<String>)> {
    let values = |option: FieldOption| {
        let values = matches.try_get_many::<String>(&format!("field {}", option.path)).ok().flatten()?;
        Some((option.path, option.field.ty, values.cloned().collect()))
    };
    field_options(body).into_iter().filter_map(values).collect()
}

/// Returns the union that a path is in, and its tag, if the option chooses a variant.
pub fn tag_of(ty: &Type, path: &str) -> Option<(String, (&'static str, &'static str))> {
    let (union, key) = path.split_once('.')?;
    let Type::Object(schema) = ty else { return None };
    match schema.fields.iter().find(|field| field.key == union)?.ty {
        Type::Union(found) if key == "text" => Some((union.to_owned(), (found.tag, "text"))),
        _ => None,
    }
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

fn parser(ty: &Type) -> ValueParser {
    match ty {
        Type::Enum(values) => PossibleValuesParser::new(values.iter().copied()).into(),
        Type::List(Type::Enum(values)) => PossibleValuesParser::new(values.iter().copied()).into(),
        Type::Bool => PossibleValuesParser::new(["true", "false"]).into(),
        _ => ValueParser::string(),
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
    match default {
        Some(default) if !docs.contains("Defaults to") => format!("{docs}\n\nThe API's default is {default}."),
        _ => docs.to_owned(),
    }
}

fn kebab(key: &str) -> String {
    let mut text = String::new();
    for c in key.chars() {
        if c.is_uppercase() && !text.is_empty() && !text.ends_with('-') {
            text.push('-');
        }
        text.push(if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
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
            let required: Vec<_> =
                schema.fields.iter().filter(|field| field.required && field.key != "author").collect();
            if required.iter().all(|field| is_option(field)) {
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
    use super::super::table::{Listing, Place, Schema};
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
        assert!(matches.get_flag("ids") && matches.get_one::<crate::output::Format>("format").is_some());
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
    fn options_are_named_after_fields() {
        assert_eq!(kebab("originWhitelist"), "origin-whitelist");
        let command = COMMANDS.iter().find(|command| command.id == "CreateUser").unwrap();
        let names: Vec<_> =
            field_options(command.body.as_ref().unwrap()).into_iter().map(|option| option.name).collect();
        for name in ["external-id", "signed-up-at", "profile-given-name", "profile-email"] {
            assert!(names.iter().any(|known| known == name), "{names:?}");
        }
    }
}
