//! The types of the generated table of commands.

use sunshine_conversations::{ApiClient, Error};

use super::call::{Input, Reply};

/// A command for an operation.
pub struct Command {
    /// The operation's name in the API reference.
    pub id: &'static str,
    /// The group of commands: `users`.
    pub group: &'static str,
    /// The title of the group: `Users`.
    pub heading: &'static str,
    /// The command within the group: `get`.
    pub verb: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with parameter names in braces.
    pub path: &'static str,
    /// One line of help.
    pub summary: &'static str,
    /// The description.
    pub docs: &'static str,
    /// The keys that may call the operation.
    pub credentials: &'static str,
    /// Whether the path begins with an app ID.
    pub takes_app: bool,
    /// The parameters of path, query and headers.
    pub parameters: &'static [Parameter],
    /// The JSON body.
    pub body: Option<Body>,
    /// The list in the response.
    pub listing: Option<Listing>,
    /// The only field of the response, which contains a record.
    pub record: Option<&'static str>,
    /// The columns of a table.
    pub columns: &'static [&'static str],
    /// The call of the SDK's method, for an operation that doesn't exchange JSON.
    pub call: Option<TypedCall>,
}

/// Sends a call with the SDK's method for the operation.
pub type TypedCall = fn(&ApiClient, &Input<'_>) -> Result<Reply, Error>;

/// A parameter.
pub struct Parameter {
    /// The API's name.
    pub name: &'static str,
    /// The name on the command line.
    pub option: &'static str,
    /// The part of the request that contains it.
    pub place: Place,
    /// The type.
    pub ty: Type,
    /// Whether the items of a list are joined with commas.
    pub is_joined: bool,
    /// Whether it is sent as JSON.
    pub is_json: bool,
    /// Whether it is required.
    pub required: bool,
    /// The API's default.
    pub default: Option<&'static str>,
    /// The description, with limits.
    pub docs: &'static str,
}

/// The part of a request that contains a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "a future document may have parameters in other places")]
pub enum Place {
    /// The path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
    /// A file: the request body, or a part of a form.
    File,
    /// Another part of a form.
    Part,
}

/// A JSON body.
pub struct Body {
    /// The type.
    pub ty: Type,
    /// Whether it is required.
    pub required: bool,
    /// Decodes a body as the SDK's type.
    pub check: fn(&str) -> Result<(), String>,
}

/// A list in a response.
pub struct Listing {
    /// The field with the list.
    pub items: &'static str,
    /// Whether the list has several pages.
    pub is_paginated: bool,
    /// Whether the first page is the last one in time, and `before` leads to others.
    pub is_from_end: bool,
    /// The largest size of a page, if it can be set.
    pub page_size: Option<u32>,
}

/// A type of JSON values.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "a future document may use the others")]
pub enum Type {
    /// Text.
    Text,
    /// `true` or `false`.
    Bool,
    /// An integer.
    Integer,
    /// A number.
    Number,
    /// Any value.
    Json,
    /// The content of a file.
    Binary,
    /// One of several texts.
    Enum(&'static [&'static str]),
    /// An object with known fields.
    Object(&'static Schema),
    /// One of several objects.
    Union(&'static Union),
    /// One of several objects, which nothing in the value distinguishes.
    Choice(&'static [&'static Schema]),
    /// A list.
    List(&'static Type),
    /// An object with any keys.
    Map(&'static Type),
}

/// An object with known fields.
pub struct Schema {
    /// The name of the SDK's type.
    pub name: &'static str,
    /// The fields.
    pub fields: &'static [Field],
}

/// A field of an object.
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// The type of the value.
    pub ty: Type,
    /// Whether it is required.
    pub required: bool,
    /// Whether `null` removes the value.
    pub clears: bool,
    /// Whether the value must not be shown.
    pub is_secret: bool,
    /// Whether responses don't contain it.
    pub is_write_only: bool,
    /// The API's default.
    pub default: Option<&'static str>,
    /// The description, with limits.
    pub docs: &'static str,
}

/// Objects that are distinguished by the value of a key.
pub struct Union {
    /// The key.
    pub tag: &'static str,
    /// The objects.
    pub variants: &'static [Variant],
}

/// An object of a union.
pub struct Variant {
    /// The value of the key.
    pub tag: &'static str,
    /// The object.
    pub ty: Type,
}

impl Command {
    /// Returns whether the command removes or revokes anything.
    pub fn is_destructive(&self) -> bool {
        let removes = ["delete", "remove", "revoke"].iter().any(|verb| self.verb.split('-').any(|word| word == *verb));
        self.method == "DELETE" || removes
    }

    /// Returns the parameters that are arguments: those of the path, without the app, and files.
    pub fn arguments(&self) -> impl Iterator<Item = &'static Parameter> {
        let skipped = usize::from(self.takes_app);
        self.parameters.iter().filter(|it| matches!(it.place, Place::Path | Place::File)).skip(skipped)
    }

    /// Returns the parameters that are options.
    pub fn options(&self) -> impl Iterator<Item = &'static Parameter> {
        self.parameters.iter().filter(|it| !matches!(it.place, Place::Path | Place::File))
    }
}
