//! Every class of change, made in Rust of the shape that the templates give it.

use super::*;

const OPERATIONS: &str = r#"
use super::*;

/// The operation `ListClients`.
#[derive(Debug, Clone, Copy)]
pub enum ListClients {}

impl Operation for ListClients {
    const NAME: &'static str = "ListClients";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/v2/apps/{appId}/clients";
    type Output = ClientListResponse;
}

impl Paginated for ListClients {}

impl PageSize for ListClients {}

impl Call<ListClients> {
    /// Query parameter `brandId`.
    pub fn brand_id(self, brand_id: impl Into<String>) -> Self {
        self.set("brandId", brand_id)
    }
}

/// The operation `RemoveClient`.
#[derive(Debug, Clone, Copy)]
pub enum RemoveClient {}

impl Operation for RemoveClient {
    const NAME: &'static str = "RemoveClient";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/v2/apps/{appId}/clients/{clientId}";
    type Output = ();

    fn decode(_body: &[u8]) -> serde_json::Result<()> {
        Ok(())
    }
}

/// # Clients
impl ApiClient {
    /// Lists clients.
    #[inline]
    pub fn list_clients(&self, app_id: &str) -> Call<ListClients> {
        self.call(&[("appId", app_id)])
    }

    /// Removes a client.
    #[inline]
    pub fn remove_client(&self, app_id: &str, client_id: &str) -> Call<RemoveClient> {
        self.call(&[("appId", app_id), ("clientId", client_id)])
    }
}
"#;

const MODELS: &str = r#"
use super::*;

/// A client.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Client {
    /// Its ID.
    pub id: String,
    pub type_: Option<ClientType>,
    pub display_name: Option<String>,
}

impl Client {
    /// Made of what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), type_: None, display_name: None }
    }

    /// Sets [`Self::id`].
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::type_`].
    pub fn with_type(mut self, type_: impl Into<ClientType>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets [`Self::display_name`].
    pub fn with_display_name(mut self, display_name: impl Into<String>) -> Self {
        self.display_name = Some(display_name.into());
        self
    }
}

impl Fields for Client {
    const NAME: &'static str = "Client";
    const KEYS: &'static [&'static str] = &["id", "type", "displayName"];

    fn read<'de, A: MapAccess<'de>>(mut object: Reader<A>) -> Result<Self, A::Error> {
        let mut id = None;
        let mut type_ = None;
        let mut display_name = None;
        while let Some(place) = object.next()? {
            match place {
                0 => object.required(&mut id),
                1 => object.value(&mut type_),
                2 => object.value(&mut display_name),
                _ => object.skip(),
            }?;
        }
        Ok(Self { id: given(id, "id")?, type_, display_name })
    }
}

impl Serialize for Client {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = Writer::new(serializer);
        object.field("id", &self.id);
        object.option("type", &self.type_);
        object.option("displayName", &self.display_name);
        object.end()
    }
}

/// What a listing answers with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ClientListResponse {
    pub clients: Vec<Client>,
}

impl Page for ClientListResponse {
    type Item = Client;
}

/// Open.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClientType {
    /// `ios`
    Ios,
    /// `web`
    Web,
    /// Any other value.
    Unknown(String),
}

impl ClientType {
    /// The value as the API writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Ios => "ios",
            Self::Web => "web",
            Self::Unknown(value) => value,
        }
    }
}

impl<'de> Deserialize<'de> for ClientType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        open_enum(deserializer)
    }
}

/// Told apart by `type`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum Content {
    /// `image`
    #[serde(rename = "image")]
    Image(ImageMessage),
    /// `text`
    #[serde(rename = "text")]
    Text(Box<TextMessage>),
    #[serde(untagged)]
    Unknown(Json),
}

impl Tagged for Content {
    const TAG: &'static str = "type";
}

impl From<ImageMessage> for Content {
    fn from(content: ImageMessage) -> Self {
        Self::Image(content)
    }
}

impl From<TextMessage> for Content {
    fn from(content: TextMessage) -> Self {
        Self::Text(Box::new(content))
    }
}

pub(crate) const SECRET_FIELDS: &[&str] = &["token"];
"#;

fn folder(operations: &str, models: &str) -> Files {
    Files::from([
        ("METHODS.md".to_owned(), b"# Methods\n".to_vec()),
        ("fingerprint".to_owned(), b"old\n".to_vec()),
        ("models/client.rs".to_owned(), models.as_bytes().to_vec()),
        ("operations/clients.rs".to_owned(), operations.as_bytes().to_vec()),
    ])
}

/// What is told when all of these replacements are made.
fn report(replacements: &[(&str, &str)]) -> Report {
    let (mut operations, mut models) = (OPERATIONS.to_owned(), MODELS.to_owned());
    for (from, to) in replacements {
        assert!(operations.contains(from) || models.contains(from), "{from:?} is not in the sources");
        operations = operations.replace(from, to);
        models = models.replace(from, to);
    }
    compare(&folder(OPERATIONS, MODELS), &folder(&operations, &models)).unwrap()
}

fn lines(replacements: &[(&str, &str)]) -> Vec<String> {
    report(replacements).changes.iter().map(|change| change.to_string().replace("  ", " ").replace("  ", " ")).collect()
}

/// The only line.
#[track_caller]
fn line(replacements: &[(&str, &str)], expected: &str) {
    assert_eq!(lines(replacements), [expected]);
}

/// The lines when old and new change places.
fn reversed(replacements: &[(&str, &str)]) -> Vec<String> {
    let (mut operations, mut models) = (OPERATIONS.to_owned(), MODELS.to_owned());
    for (from, to) in replacements {
        operations = operations.replace(from, to);
        models = models.replace(from, to);
    }
    let report = compare(&folder(&operations, &models), &folder(OPERATIONS, MODELS)).unwrap();
    report.changes.iter().map(|change| change.to_string().replace("  ", " ").replace("  ", " ")).collect()
}

const NEW_OPERATION: (&str, &str) = (
    "/// # Clients\nimpl ApiClient {",
    "pub enum GetClient {}\n\
     impl Operation for GetClient {\n\
         const NAME: &'static str = \"GetClient\";\n\
         const METHOD: Method = Method::GET;\n\
         const PATH: &'static str = \"/v2/client\";\n\
         type Output = Client;\n\
     }\n\
     impl ApiClient {\n\
         pub fn get_client(&self, body: &Client) -> Call<GetClient> { self.call(&[]).with_json(body) }",
);

#[test]
fn the_same_is_nothing() {
    let report = report(&[]);
    assert_eq!(report.difference, Difference::Nothing);
    assert_eq!(report.print("0.1.0"), "\nnothing changes\n");
}

#[test]
fn another_fingerprint_alone_is_nothing() {
    let mut made = folder(OPERATIONS, MODELS);
    made.insert("fingerprint".to_owned(), b"new\n".to_vec());
    assert_eq!(compare(&folder(OPERATIONS, MODELS), &made).unwrap().difference, Difference::Nothing);
}

#[test]
fn documentation_alone_is_comments_only() {
    let report =
        report(&[("/// Its ID.", "/// The ID,\n    /// unique."), ("/// # Clients", "// plain\n/** # Customers */")]);
    assert_eq!((report.changes.len(), &report.difference), (0, &Difference::Comments));
    assert_eq!(report.print("0.1.0"), "\nno change: comments only\n");
}

#[test]
fn the_markdown_is_documentation() {
    let mut made = folder(OPERATIONS, MODELS);
    made.insert("METHODS.md".to_owned(), b"# All methods\n".to_vec());
    assert_eq!(compare(&folder(OPERATIONS, MODELS), &made).unwrap().difference, Difference::Comments);
}

#[test]
fn code_behind_the_same_surface_is_no_comment() {
    let report = report(&[("&[\"token\"]", "&[\"token\", \"secret\"]")]);
    assert_eq!(report.difference, Difference::Internals(vec!["models/client.rs".to_owned()]));
    assert!(report.print("1.2.3").contains("Version: patch (nothing that users can name), 1.2.3 → 1.2.4"));
}

#[test]
fn operation_added() {
    line(&[NEW_OPERATION], "compatible added GetClient: `get_client(body: &Client)`, `GET /v2/client`");
}

#[test]
fn operation_removed() {
    let expected = "breaking removed GetClient: `get_client(body: &Client)`, `GET /v2/client`";
    assert_eq!(reversed(&[NEW_OPERATION]), [expected]);
}

#[test]
fn path_changed() {
    line(
        &[("/v2/apps/{appId}/clients\"", "/v3/apps/{appId}/clients\"")],
        "breaking altered ListClients: path: `/v2/apps/{appId}/clients` → `/v3/apps/{appId}/clients`",
    );
}

#[test]
fn method_changed() {
    line(&[("Method::DELETE", "Method::POST")], "breaking altered RemoveClient: method: `DELETE` → `POST`");
}

#[test]
fn client_method_renamed() {
    line(
        &[("fn remove_client", "fn delete_client")],
        "breaking altered RemoveClient: client's method: `remove_client` → `delete_client`",
    );
}

#[test]
fn output_changed() {
    line(&[("type Output = ();", "type Output = Json;")], "breaking altered RemoveClient: output: `()` → `Json`");
}

#[test]
fn positional_argument_added() {
    line(
        &[
            ("list_clients(&self, app_id: &str)", "list_clients(&self, app_id: &str, filter: &Client)"),
            ("self.call(&[(\"appId\", app_id)])", "self.call(&[(\"appId\", app_id)]).deep_object(\"filter\", filter)"),
        ],
        "breaking altered ListClients: parameters: `app_id: &str` → `app_id: &str, filter: &Client`",
    );
}

#[test]
fn positional_argument_renamed() {
    line(
        &[
            ("app_id: &str, client_id: &str", "app_id: &str, id: &str"),
            ("(\"clientId\", client_id)", "(\"clientId\", id)"),
        ],
        "compatible altered RemoveClient: parameters, in name only: `app_id: &str, client_id: &str` → \
         `app_id: &str, id: &str`",
    );
}

#[test]
fn positional_arguments_of_one_type_swapped() {
    let lines = lines(&[("app_id: &str, client_id: &str", "client_id: &str, app_id: &str")]);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].starts_with("breaking altered RemoveClient: the request is made otherwise"), "{}", lines[0]);
}

#[test]
fn setters() {
    let setter = |name: &str, kind: &str, wire: &str| {
        format!("pub fn {name}(self, {name}: {kind}) -> Self {{\n        self.set(\"{wire}\", {name})\n    }}")
    };
    let old = setter("brand_id", "impl Into<String>", "brandId");
    let both = format!("{old}\n{}", setter("state", "impl Into<String>", "state"));
    line(
        &[(&old, &both)],
        "compatible altered ListClients: with setter `.state(impl Into<String>)`, parameter `state`",
    );
    line(
        &[("    /// Query parameter `brandId`.\n", ""), (&old, "")],
        "breaking altered ListClients: without setter `.brand_id(impl Into<String>)`, parameter `brandId`",
    );
    line(
        &[(&old, &setter("brand_id", "u32", "brandId"))],
        "breaking altered ListClients: setter `.brand_id(…)` takes `impl Into<String>` → `u32`",
    );
    line(
        &[(&old, &setter("brand_id", "impl Into<String>", "brand"))],
        "breaking altered ListClients: setter `.brand_id(…)` sets another parameter: `brandId` → `brand`",
    );
    line(
        &[("self.set(\"brandId\"", "self.deep_object(\"brandId\"")],
        "breaking altered ListClients: setter `.brand_id(…)` sends its argument otherwise",
    );
}

#[test]
fn pages() {
    let size = [("impl PageSize for ListClients {}", "")];
    line(&size, "breaking altered ListClients: no longer page size settable");
    assert_eq!(reversed(&size), ["compatible altered ListClients: now page size settable"]);
    let all = [("impl Paginated for ListClients {}", "")];
    line(&all, "breaking altered ListClients: no longer paginated");
    assert_eq!(reversed(&all), ["compatible altered ListClients: now paginated"]);
}

#[test]
fn redirect() {
    line(
        &[("type Output = ();", "const REDIRECTS: bool = true;\ntype Output = ();")],
        "breaking altered RemoveClient: answers with a redirect now",
    );
}

#[test]
fn struct_added_and_removed() {
    let more = [("/// A client.", "#[non_exhaustive]\npub struct Device {\n    pub id: String,\n}\n/// A client.")];
    line(&more, "compatible added Device: a struct with 1 field");
    assert_eq!(reversed(&more), ["breaking removed Device: a struct with 1 field"]);
}

#[test]
fn enumeration_becomes_struct() {
    let old = &MODELS[MODELS.find("pub enum ClientType").unwrap()..MODELS.find("impl ClientType").unwrap()];
    let lines = lines(&[(old, "pub struct ClientType { pub name: String }\n")]);
    assert_eq!(lines, ["breaking altered ClientType: `an enumeration with 2 values` → `a struct with 1 field`"]);
}

const NEW_FIELD: [(&str, &str); 3] = [
    ("    pub display_name", "    pub display_name: Option<String>,\n    pub avatar_url"),
    ("        object.end()", "        object.option(\"avatarUrl\", &self.avatar_url);\n        object.end()"),
    (
        "    /// Sets [`Self::id`].",
        "    pub fn with_avatar_url(mut self, avatar_url: impl Into<String>) -> Self { self }\n    /// Sets [`Self::id`].",
    ),
];

#[test]
fn field_added_and_removed() {
    line(&NEW_FIELD, "compatible added Client.avatar_url: `Option<String>`, in JSON `avatarUrl`");
    assert_eq!(reversed(&NEW_FIELD), ["breaking removed Client.avatar_url: `Option<String>`, in JSON `avatarUrl`"]);
}

#[test]
fn required_field_added() {
    let mut replacements = NEW_FIELD.to_vec();
    replacements.push(("new(id: impl Into<String>)", "new(id: impl Into<String>, avatar_url: impl Into<String>)"));
    line(
        &replacements,
        "breaking added Client.avatar_url: `Option<String>`, in JSON `avatarUrl`; `Client::new` takes it",
    );
}

#[test]
fn field_added_to_a_closed_struct() {
    let mut models = MODELS.replace("#[non_exhaustive]\npub struct Client {", "pub struct Client {");
    let old = folder(OPERATIONS, &models);
    for (from, to) in NEW_FIELD {
        models = models.replace(from, to);
    }
    let changes = compare(&old, &folder(OPERATIONS, &models)).unwrap().changes;
    assert_eq!(changes.iter().map(|change| change.rating).collect::<Vec<_>>(), [Breaking]);
}

#[test]
fn field_type_changed() {
    line(
        &[
            ("pub display_name: Option<String>", "pub display_name: Option<Secret>"),
            ("display_name: impl Into<String>", "display_name: impl Into<Secret>"),
        ],
        "breaking altered Client.display_name: type: `Option<String>` → `Option<Secret>`",
    );
}

#[test]
fn field_renamed_in_json() {
    line(
        &[("\"displayName\"", "\"name\"")],
        "breaking altered Client.display_name: name in JSON: `displayName` → `name`",
    );
    line(&[("(\"type\", ", "(\"type_\", ")], "breaking altered Client.type_: name in JSON: `type` → `type_`");
}

#[test]
fn field_renamed_in_rust() {
    line(&[("display_name", "shown_name")], "breaking altered Client.display_name: called `shown_name` now");
}

#[test]
fn field_becomes_required() {
    let required = [
        ("new(id: impl Into<String>)", "new(id: impl Into<String>, display_name: impl Into<String>)"),
        ("pub display_name: Option<String>", "pub display_name: String"),
    ];
    assert_eq!(
        lines(&required),
        [
            "breaking altered Client.display_name: `Client::new` takes it now",
            "breaking altered Client.display_name: type: `Option<String>` → `String`"
        ]
    );
    assert!(
        reversed(&required)
            .contains(&"breaking altered Client.display_name: `Client::new` takes it no longer".to_owned())
    );
}

#[test]
fn field_read_otherwise() {
    let lenient = [("object.value(&mut display_name)", "object.with(lenient::Text, &mut display_name)")];
    assert!(lines(&lenient)[0].starts_with("compatible altered Client.display_name: read or written otherwise"));
    assert!(reversed(&lenient)[0].starts_with("breaking altered Client.display_name: read or written otherwise"));
}

#[test]
fn arguments_of_new() {
    let two = "pub fn new(id: impl Into<String>, type_: impl Into<ClientType>)";
    let swapped = "pub fn new(type_: impl Into<ClientType>, id: impl Into<String>)";
    let old = folder(OPERATIONS, &MODELS.replace("pub fn new(id: impl Into<String>)", two));
    let new = folder(OPERATIONS, &MODELS.replace("pub fn new(id: impl Into<String>)", swapped));
    let changes = compare(&old, &new).unwrap().changes;
    assert_eq!(changes.len(), 1);
    assert!(changes[0].to_string().contains("in another order"));
    assert_eq!(changes[0].rating, Breaking);

    let lines = lines(&[("new(id: impl Into<String>)", "new(id: String)")]);
    assert_eq!(lines, ["breaking altered Client: `Client::new` takes `id` otherwise: `impl Into<String>` → `String`"]);
}

#[test]
fn new_comes_and_goes() {
    let without = [("pub fn new(", "fn new(")];
    line(&without, "breaking altered Client: without `Client::new(id: impl Into<String>)`");
    assert_eq!(reversed(&without), ["compatible altered Client: with `Client::new(id: impl Into<String>)`"]);
}

#[test]
fn values_of_an_enumeration() {
    let more = [
        ("    /// `web`\n", "    Android,\n    /// `web`\n"),
        ("            Self::Web =>", "            Self::Android => \"android\",\n            Self::Web =>"),
    ];
    line(&more, "compatible added ClientType::Android: in JSON `android`");
    assert_eq!(reversed(&more), ["breaking removed ClientType::Android: in JSON `android`"]);
    line(
        &[("Self::Web => \"web\"", "Self::Web => \"browser\"")],
        "breaking altered ClientType::Web: name in JSON: `web` → `browser`",
    );
    line(
        &[("    Web,", "    Browser,"), ("Self::Web", "Self::Browser")],
        "breaking altered ClientType::Web: called `Browser` now",
    );
}

#[test]
fn value_added_to_a_closed_enumeration() {
    let closed = MODELS.replace("#[non_exhaustive]\npub enum ClientType {", "pub enum ClientType {");
    let more = closed.replace("    Web,\n", "    Web,\n    Android,\n");
    let changes = compare(&folder(OPERATIONS, &closed), &folder(OPERATIONS, &more)).unwrap().changes;
    assert_eq!(changes.iter().map(|change| change.rating).collect::<Vec<_>>(), [Breaking]);
    let opened = compare(&folder(OPERATIONS, &closed), &folder(OPERATIONS, MODELS)).unwrap().changes;
    assert_eq!(opened[0].to_string(), "breaking    altered  ClientType: now `#[non_exhaustive]`");
}

#[test]
fn variants_of_a_union() {
    let more = [
        ("    /// `text`\n", "    #[serde(rename = \"file\")]\n    File(Box<FileMessage>),\n    /// `text`\n"),
        ("pub(crate) const", "impl From<FileMessage> for Content {}\npub(crate) const"),
    ];
    line(&more, "compatible added Content::File: `Box<FileMessage>`, in JSON `file`");
    assert_eq!(reversed(&more), ["breaking removed Content::File: `Box<FileMessage>`, in JSON `file`"]);
    line(
        &[("rename = \"image\"", "rename = \"picture\"")],
        "breaking altered Content::Image: name in JSON: `image` → `picture`",
    );
    line(
        &[("ImageMessage", "PictureMessage")],
        "breaking altered Content::Image: content: `ImageMessage` → `PictureMessage`",
    );
}

#[test]
fn the_tag_of_a_union() {
    assert_eq!(
        lines(&[("#[serde(tag = \"type\")]", "#[serde(tag = \"kind\")]")]),
        [
            "breaking altered Content: in JSON: no longer `tag = \"type\"`",
            "breaking altered Content: in JSON: now `tag = \"kind\"`"
        ]
    );
}

#[test]
fn traits_and_methods() {
    line(
        &[("#[derive(Debug, Clone, PartialEq, Eq, Hash)]", "#[derive(Debug, Clone, PartialEq, Eq)]")],
        "breaking altered ClientType: no longer implements `Hash`",
    );
    assert_eq!(
        lines(&[("type Item = Client;", "type Item = Device;")]),
        [
            "breaking altered ClientListResponse: no longer implements `Page<Item = Client>`",
            "compatible altered ClientListResponse: implements `Page<Item = Device>` now"
        ]
    );
    line(
        &[("pub fn as_str(&self) -> &str {", "pub fn as_str(&self) -> Cow<'_, str> {")],
        "breaking altered ClientType::as_str: `(&self) -> &str` → `(&self) -> Cow<'_, str>`",
    );
}

#[test]
fn whatever_else_is_public() {
    let more = [("pub(crate) const SECRET_FIELDS", "pub const NAMES: &[&str] = &[];\npub(crate) const SECRET_FIELDS")];
    line(&more, "compatible added NAMES: `const: &[&str]`");
    assert_eq!(reversed(&more), ["breaking removed NAMES: `const: &[&str]`"]);
}

#[test]
fn the_order_of_lines_and_the_summary() {
    let report = report(&[NEW_OPERATION, NEW_FIELD[0], NEW_FIELD[1], ("Method::DELETE", "Method::POST")]);
    let expected = "\nOperations\n  \
        breaking    altered  RemoveClient: method: `DELETE` → `POST`\n  \
        compatible  added    GetClient: `get_client(body: &Client)`, `GET /v2/client`\n\
        \nFields\n  \
        compatible  added    Client.avatar_url: `Option<String>`, in JSON `avatarUrl`\n\
        \n1 breaking change, 2 compatible ones\n\
        Version: minor (breaking, while 0.x), 0.1.0 → 0.2.0\n";
    assert_eq!(report.print("0.1.0"), expected);
    assert_eq!(report.difference, Difference::Surface);
}

#[test]
fn versions() {
    let breaking = report(&[("Method::DELETE", "Method::POST")]);
    assert!(breaking.print("1.4.2").ends_with("Version: major (breaking), 1.4.2 → 2.0.0\n"));
    assert!(breaking.print("0.4.2").ends_with("0.4.2 → 0.5.0\n"));
    let added = report(&[NEW_OPERATION]);
    assert!(added.print("1.4.2").ends_with("Version: minor (additions), 1.4.2 → 1.5.0\n"));
    assert!(added.print("0.4.2").ends_with("0.4.2 → 0.4.3\n"));
}

#[test]
fn code_that_is_not_rust_is_named() {
    let error = compare(&folder(OPERATIONS, MODELS), &folder(OPERATIONS, "pub struct {")).unwrap_err();
    assert!(format!("{error:#}").contains("models/client.rs"), "{error:#}");
}

#[test]
fn differing_files() {
    let mut made = folder(OPERATIONS, "");
    made.remove("METHODS.md");
    made.insert("new.rs".to_owned(), Vec::new());
    let expected = [
        ("METHODS.md".to_owned(), "checked in, and not generated"),
        ("models/client.rs".to_owned(), "differs"),
        ("new.rs".to_owned(), "generated, and not checked in"),
    ];
    assert_eq!(differing(&folder(OPERATIONS, MODELS), &made), expected);
}

#[test]
fn releases_of_the_documents() {
    let old = "openapi: 3.0.3\ninfo:\n  # a comment\n  title: API\n  version: '17.0.0'\npaths: {}\n";
    assert_eq!(
        title(old, "openapi: 3.0.3\npaths:\n  version: 1\n"),
        "From the API's release 17.0.0 in openapi.yaml to release of no number in the document\n"
    );
}
