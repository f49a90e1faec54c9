//! The operations of a document: parameters, bodies and responses, before they are named.

use crate::document::{Document, View, escape};
use crate::markdown::{append, code};
use crate::model::{Models, Property, Shape, Type};
use crate::paging::{Listing, PageParameters};
use crate::yaml::{Node, Value};

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// An operation.
pub struct Operation<'d> {
    /// The `operationId`, or the method and path.
    pub id: String,
    /// The HTTP method, in capitals.
    pub http: String,
    /// The path with its parameters in braces.
    pub path: String,
    /// The first tag.
    pub tag: String,
    /// The operation's node.
    pub node: &'d Node,
    /// The parameters, those of the path first and in its order.
    pub parameters: Vec<Parameter<'d>>,
    /// The request body.
    pub body: Option<Body<'d>>,
    /// The content of a successful response.
    pub output: Output<'d>,
    /// Whether a redirect is a documented success.
    pub redirects: bool,
    /// A server of the operation or its path.
    pub server: Option<String>,
    /// The documented responses: status and description.
    pub responses: Vec<(String, String)>,
    /// The list in the response, if the operation lists records.
    pub listing: Option<Listing>,
    /// The parameters of a page, if the listing has several.
    pub page: Option<PageParameters<'d>>,
}

/// A parameter.
#[derive(Clone)]
pub struct Parameter<'d> {
    /// The API's name.
    pub name: String,
    /// `path`, `query`, `header` or `cookie`.
    pub place: String,
    /// The parameter's node.
    pub node: &'d Node,
    /// The description of the parameter, or of the reference to it.
    pub description: Option<&'d str>,
    /// Its schema.
    pub view: View<'d>,
    /// Its type.
    pub ty: Type,
    /// Whether it must be sent.
    pub required: bool,
    /// Its style: `form`, `simple`, `deepObject` and so on.
    pub style: String,
    /// Whether each item of a list is a separate parameter.
    pub explode: bool,
    /// Whether it is sent as JSON: its `content` is.
    pub is_json: bool,
}

/// A request body.
pub struct Body<'d> {
    /// Whether it must be sent.
    pub required: bool,
    /// Its description.
    pub description: Option<&'d str>,
    /// Its media type.
    pub media_type: String,
    /// A sentence that names the other media types that the API accepts.
    pub others: Option<String>,
    /// Its content.
    pub content: Content<'d>,
}

/// The content of a request body.
pub enum Content<'d> {
    /// JSON.
    Json(Type),
    /// `application/x-www-form-urlencoded`.
    Form(Type),
    /// `multipart/form-data`: the parts, with the media types that the document gives them.
    Multipart(Vec<(Property<'d>, Option<String>)>),
    /// Anything else, with its media type.
    Raw(String),
}

/// The content of a successful response.
pub enum Output<'d> {
    /// An object without fields, or no body.
    Nothing,
    /// A body that isn't read.
    Ignored,
    /// JSON.
    Json(View<'d>, Type),
    /// JSON, or no body.
    Optional(View<'d>, Type),
    /// Text of this media type.
    Text(String),
    /// Bytes of this media type.
    Bytes(String),
    /// A body for each status code, and the media types other than JSON.
    Several(Vec<(String, ResponseBody<'d>)>, Vec<String>),
}

/// The body of a successful response.
pub enum ResponseBody<'d> {
    /// None, or an object without fields.
    Nothing,
    /// JSON.
    Json(View<'d>, Type),
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl ResponseBody<'_> {
    /// Returns the type of a body that is JSON.
    pub fn json(&self) -> Option<&Type> {
        match self {
            Self::Json(_, ty) => Some(ty),
            _ => None,
        }
    }
}

/// Reads all operations, in the order of the document.
pub fn read<'d>(document: &'d Document, models: &mut Models<'d>) -> Vec<Operation<'d>> {
    let mut operations = Vec::new();
    for (path, item) in document.root().get("paths").map_or(&[][..], Node::entries) {
        let at = format!("#/paths/{}", escape(path));
        let (item, at) = document.follow(item, &at);
        for (method, node) in item.entries() {
            if METHODS.contains(&method.as_str()) && node.is_map() {
                let at = format!("{at}/{method}");
                operations.push(operation(document, models, Place { path, item, method, node, at: &at }));
            }
        }
    }
    operations
}

struct Place<'d, 'a> {
    path: &'d str,
    item: &'d Node,
    method: &'a str,
    node: &'d Node,
    at: &'a str,
}

fn operation<'d>(document: &'d Document, models: &mut Models<'d>, place: Place<'d, '_>) -> Operation<'d> {
    let Place { path, item, method, node, at } = place;
    let id = node.get("operationId").and_then(Node::text).map_or_else(|| format!("{method} {path}"), str::to_owned);
    let parameters = parameters(document, models, &place);
    let body = node.get("requestBody").and_then(|body| request_body(document, models, body, at));
    let (output, redirects, responses) = responses(document, models, node, at);
    let server = [node, item].iter().find_map(|node| server(node));
    let tag = node.get("tags").map_or(&[][..], Node::list).first().and_then(Node::scalar);
    Operation {
        id,
        http: method.to_uppercase(),
        path: path.to_owned(),
        tag: tag.unwrap_or_else(|| "Other".to_owned()),
        node,
        parameters,
        body,
        output,
        redirects,
        server,
        responses,
        listing: None,
        page: None,
    }
}

/// The first server of a node, with the defaults of its variables.
fn server(node: &Node) -> Option<String> {
    let server = node.get("servers")?.list().first()?;
    let mut url = server.get("url")?.text()?.to_owned();
    for (name, variable) in server.get("variables").map_or(&[][..], Node::entries) {
        if let Some(default) = variable.get("default").and_then(Node::scalar).filter(|_| name != "subdomain") {
            url = url.replace(&format!("{{{name}}}"), &default);
        }
    }
    Some(url)
}

fn parameters<'d>(document: &'d Document, models: &mut Models<'d>, place: &Place<'d, '_>) -> Vec<Parameter<'d>> {
    let mut found: Vec<Parameter<'d>> = Vec::new();
    let path_at = place.at.rsplit_once('/').map_or("#", |(path, _)| path);
    for (owner, at) in [(place.item, path_at), (place.node, place.at)] {
        for (index, node) in owner.get("parameters").map_or(&[][..], Node::list).iter().enumerate() {
            let (target, at) = document.follow(node, &format!("{at}/parameters/{index}"));
            let Some(mut parameter) = parameter(document, models, target, &at) else { continue };
            parameter.description = description(node, target);
            let same = |known: &&mut Parameter<'_>| known.name == parameter.name && known.place == parameter.place;
            match found.iter_mut().find(same) {
                Some(known) => *known = parameter,
                None => found.push(parameter),
            }
        }
    }
    let position = |parameter: &Parameter<'_>| place.path.find(&format!("{{{}}}", parameter.name));
    found.retain(|parameter| parameter.place != "path" || position(parameter).is_some());
    // A parameter of the path that nothing declares is text.
    for name in place.path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
        if !found.iter().any(|known| known.place == "path" && known.name == name) {
            found.push(Parameter {
                name: name.to_owned(),
                place: "path".to_owned(),
                node: place.node,
                description: None,
                view: View { layers: Vec::new() },
                ty: Type::Text,
                required: true,
                style: "simple".to_owned(),
                explode: false,
                is_json: false,
            });
        }
    }
    found.sort_by_key(|parameter| match parameter.place.as_str() {
        "path" => (0, position(parameter)),
        "query" => (1, None),
        "header" => (2, None),
        _ => (3, None),
    });
    found
}

/// The description of a parameter, request body or response. One next to the reference to it has priority.
fn description<'d>(place: &'d Node, target: &'d Node) -> Option<&'d str> {
    place.get("description").or_else(|| target.get("description")).and_then(Node::text)
}

fn parameter<'d>(document: &'d Document, models: &mut Models<'d>, node: &'d Node, at: &str) -> Option<Parameter<'d>> {
    let name = node.get("name")?.scalar()?;
    let place = node.get("in")?.text()?.to_owned();
    if !matches!(place.as_str(), "path" | "query" | "header" | "cookie") {
        return None;
    }
    // OpenAPI leaves these three to the media types and the security schemes.
    let ignored = ["accept", "content-type", "authorization"];
    if place == "header" && ignored.contains(&name.to_lowercase().as_str()) {
        return None;
    }
    let content = node.get("content").map_or(&[][..], Node::entries).iter();
    let content = { content }.find(|(media_type, media)| format_of(document, media_type, media) == Format::Json);
    let content = content.filter(|_| node.get("schema").is_none());
    let (view, ty) = match (node.get("schema"), content) {
        (Some(schema), _) => models.type_at(schema, &format!("{at}/schema")),
        (None, Some((media_type, media))) => {
            let at = format!("{at}/content/{}", escape(media_type));
            match media.get("schema") {
                Some(schema) => models.type_at(schema, &format!("{at}/schema")),
                None => (document.view(media, &at), Type::Json),
            }
        }
        // A parameter with another media type is text of that type.
        (None, None) => (document.view(node, at), Type::Text),
    };
    let by_place = if matches!(place.as_str(), "query" | "cookie") { "form" } else { "simple" };
    let style = node.get("style").and_then(Node::text).unwrap_or(by_place).to_owned();
    let explode = node.get("explode").map_or(style == "form", |node| node.value == Value::Bool(true));
    let required = place == "path" || node.flag("required");
    let is_json = content.is_some();
    Some(Parameter { name, place, node, description: None, view, ty, required, style, explode, is_json })
}

fn request_body<'d>(document: &'d Document, models: &mut Models<'d>, node: &'d Node, at: &str) -> Option<Body<'d>> {
    let place = node;
    let (node, at) = document.follow(node, &format!("{at}/requestBody"));
    let content = node.get("content").map_or(&[][..], Node::entries);
    let (media_type, media) = preferred(document, content)?;
    let others = content.iter().map(|(other, _)| other).filter(|other| *other != media_type);
    let others = also("The API also accepts", others);
    let at = format!("{at}/content/{}", escape(media_type));
    let schema = media.get("schema");
    let content = if format_of(document, media_type, media) == Format::Json {
        Content::Json(schema.map_or(Type::Json, |schema| models.type_at(schema, &format!("{at}/schema")).1))
    } else if media_type.starts_with("application/x-www-form-urlencoded") {
        Content::Form(schema.map_or(Type::Json, |schema| models.type_at(schema, &format!("{at}/schema")).1))
    } else if media_type.starts_with("multipart/")
        && let Some(schema) = schema
    {
        let view = document.view(schema, &format!("{at}/schema"));
        let media_type = |key: &str| media.get("encoding")?.get(key)?.get("contentType")?.scalar();
        let parts = models.properties_of(&view).into_iter();
        Content::Multipart(
            parts.map(|part| (media_type(&part.key), part)).map(|(media_type, part)| (part, media_type)).collect(),
        )
    } else {
        Content::Raw(media_type.to_owned())
    };
    let description = description(place, node);
    Some(Body { required: node.flag("required"), description, media_type: media_type.to_owned(), others, content })
}

/// How the SDK reads and writes the content of a media type.
#[derive(Clone, Copy, PartialEq)]
enum Format {
    Json,
    Text,
    Bytes,
}

fn format_of(document: &Document, media_type: &str, media: &Node) -> Format {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_lowercase();
    let is_file = || {
        let schema = media.get("schema").map(|schema| document.view(schema, "#"));
        schema.is_some_and(|schema| schema.text("format") == Some("binary"))
    };
    match essence.as_str() {
        "*/*" if is_file() => Format::Bytes,
        "application/json" | "*/*" => Format::Json,
        _ if essence.ends_with("+json") => Format::Json,
        _ if essence.starts_with("text/") => Format::Text,
        _ => Format::Bytes,
    }
}

/// The media type that the SDK sends or reads: JSON if there is a choice.
fn preferred<'d>(document: &Document, content: &'d [(String, Node)]) -> Option<(&'d str, &'d Node)> {
    let json = content.iter().find(|(media_type, media)| format_of(document, media_type, media) == Format::Json);
    json.or_else(|| content.first()).map(|(media_type, node)| (media_type.as_str(), node))
}

/// A sentence that names the media types that the SDK doesn't use, if there are any.
fn also<'d>(sentence: &str, media_types: impl Iterator<Item = &'d String>) -> Option<String> {
    let names: Vec<_> = media_types.map(|media_type| code(media_type)).collect();
    (!names.is_empty()).then(|| format!("{sentence} {}.", names.join(", ")))
}

type Responses<'d> = (Output<'d>, bool, Vec<(String, String)>);

fn responses<'d>(document: &'d Document, models: &mut Models<'d>, node: &'d Node, at: &str) -> Responses<'d> {
    let mut documented = Vec::new();
    let mut bodies: Vec<(String, ResponseBody<'d>)> = Vec::new();
    let mut media_types: Vec<String> = Vec::new();
    let mut redirects = false;
    let entries = node.get("responses").map_or(&[][..], Node::entries);
    let has_success = entries.iter().any(|(status, _)| status.starts_with('2'));
    for (status, response) in entries {
        let place = response;
        let (response, at) = document.follow(response, &format!("{at}/responses/{status}"));
        let content = response.get("content").map_or(&[][..], Node::entries);
        let chosen = preferred(document, content);
        let format = chosen.map(|(media_type, media)| format_of(document, media_type, media));
        let (same, others): (Vec<_>, Vec<_>) =
            content.iter().partition(|(media_type, media)| format == Some(format_of(document, media_type, media)));
        let mut text = description(place, response).unwrap_or_default().trim().to_owned();
        for (name, header) in response.get("headers").map_or(&[][..], Node::entries) {
            let described = description(header, document.follow(header, &at).0).unwrap_or_default();
            append(&mut text, format!("Header {}: {described}", code(name)).trim_end_matches([':', ' ']));
        }
        let others = also("The API also returns", others.iter().map(|(media_type, _)| media_type));
        others.iter().for_each(|sentence| append(&mut text, sentence));
        documented.push((status.clone(), text));
        redirects |= status.starts_with('3') && !has_success;
        let is_success = status.starts_with('2') || (status == "default" && !has_success && !redirects);
        if !is_success {
            continue;
        }
        let body = match (chosen, format) {
            (Some((media_type, media)), Some(Format::Json)) => {
                let at = format!("{at}/content/{}/schema", escape(media_type));
                let (view, ty) = match media.get("schema") {
                    Some(schema) => models.type_at(schema, &at),
                    None => (document.view(media, &at), Type::Json),
                };
                if is_empty_object(&view, &ty) { ResponseBody::Nothing } else { ResponseBody::Json(view, ty) }
            }
            (_, Some(format)) => {
                media_types.extend(same.iter().map(|(media_type, _)| media_type.clone()));
                if format == Format::Text { ResponseBody::Text } else { ResponseBody::Bytes }
            }
            (_, None) => ResponseBody::Nothing,
        };
        bodies.push((status.clone(), body));
    }
    let output = if redirects { Output::Ignored } else { output_of(bodies, media_types) };
    (output, redirects, documented)
}

fn output_of<'d>(mut bodies: Vec<(String, ResponseBody<'d>)>, media_types: Vec<String>) -> Output<'d> {
    let has = |is: fn(&ResponseBody<'d>) -> bool| bodies.iter().any(|(_, body)| is(body));
    let (some_nothing, some_text, some_bytes) = (
        has(|body| matches!(body, ResponseBody::Nothing)),
        has(|body| matches!(body, ResponseBody::Text)),
        has(|body| matches!(body, ResponseBody::Bytes)),
    );
    let mut types: Vec<&Type> = bodies.iter().filter_map(|(_, body)| body.json()).collect();
    types.sort();
    types.dedup();
    match (types.len(), some_text, some_bytes) {
        (0, false, false) => Output::Nothing,
        (0, true, false) => Output::Text(media_types.join(", ")),
        (0, ..) => Output::Bytes(media_types.join(", ")),
        (1, false, false) => match bodies.into_iter().find(|(_, body)| body.json().is_some()) {
            Some((_, ResponseBody::Json(view, ty))) if some_nothing || (view.is_nullable() && ty != Type::Json) => {
                Output::Optional(view, ty)
            }
            Some((_, ResponseBody::Json(view, ty))) => Output::Json(view, ty),
            _ => Output::Nothing,
        },
        _ => {
            // Exact status codes take precedence over ranges such as `2XX`.
            bodies.sort_by_key(|(status, _)| (status == "default", status.parse::<u16>().is_err()));
            Output::Several(bodies, media_types)
        }
    }
}

/// Whether a schema is only `{type: object}`, which the API uses for empty responses.
fn is_empty_object(view: &View<'_>, ty: &Type) -> bool {
    *ty == Type::Json && view.types() == ["object"] && view.get("additionalProperties").is_none()
}

/// Returns the properties of the struct that a type is.
pub fn fields<'m, 'd>(models: &'m Models<'d>, ty: &Type) -> &'m [Property<'d>] {
    let Type::Model(key) = ty else { return &[] };
    match models.all.get(key).map(|model| &model.shape) {
        Some(Shape::Struct(properties)) => properties,
        _ => &[],
    }
}
