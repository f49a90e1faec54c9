//! Documents that differ.

use super::{DOCUMENT, edited, lines};

/// Text to replace, its replacement, and the lines of the report.
type Case = (&'static str, &'static str, &'static [&'static str]);

/// The uses of schemas.
const USES: &[(&str, &str)] = &[
    ("{create}", "(requests of `create_parcel`)"),
    ("{parcel}", "(responses of `create_parcel`, `get_parcel` and 2 more; event `parcel:sent`)"),
    (
        "{status}",
        "(requests of `list_parcels`; responses of `create_parcel`, `get_parcel` and 2 more; event `parcel:sent`)",
    ),
    (
        "{content}",
        "(requests of `create_parcel`; responses of `create_parcel`, `get_parcel` and 2 more; event `parcel:sent`)",
    ),
];

fn check(cases: &[Case]) {
    let mut failures = String::new();
    for (from, to, expected) in cases {
        let found = lines(DOCUMENT, &edited(&[(from, to)]));
        let expand = |line: &&str| USES.iter().fold((*line).to_owned(), |line, (key, uses)| line.replace(key, uses));
        let expected: Vec<String> = expected.iter().map(expand).collect();
        if found != expected {
            failures.push_str(&format!("{from}\n    → {to}\n  expected {expected:#?}\n  found {found:#?}\n"));
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn operations() {
    check(&[
        (
            "    delete:\n      operationId: DeleteParcel\n      responses:\n        '204': {description: Deleted.}\n",
            "",
            &["Breaking: `delete_parcel`: operation removed, `DELETE /parcels/{parcelId}`."],
        ),
        (
            "x-webhooks:",
            "  /shops:\n    get:\n      operationId: ListShops\n      responses: {}\nx-webhooks:",
            &["Added: `list_shops`: new operation, `GET /shops`."],
        ),
        ("operationId: GetParcel", "operationId: FetchParcel", &["Breaking: `get_parcel`: renamed to `fetch_parcel`."]),
        ("operationId: GetParcel", "operationId: getParcel", &[]),
        (
            "  /parcels:\n",
            "  /v2/parcels:\n",
            &[
                "Breaking: `create_parcel`: moved, `POST /parcels` → `POST /v2/parcels`.",
                "Breaking: `list_parcels`: moved, `GET /parcels` → `GET /v2/parcels`.",
            ],
        ),
        (
            "    patch:\n",
            "    put:\n",
            &["Breaking: `update_parcel`: moved, `PATCH /parcels/{parcelId}` → `PUT /parcels/{parcelId}`."],
        ),
        (
            "operationId: ListParcels\n",
            "operationId: ListParcels\n      deprecated: true\n",
            &["Deprecated: `list_parcels`: operation deprecated."],
        ),
        ("operationId: ListParcels\n", "operationId: ListParcels\n      description: Lists.\n", &["1 descriptions"]),
    ]);
}

#[test]
fn parameters() {
    check(&[
        (
            "- {name: limit,",
            "- {name: shop, in: query, required: true, schema: {type: string}}\n        - {name: limit,",
            &["Breaking: `list_parcels`: new required query parameter `shop`."],
        ),
        (
            "- {name: limit,",
            "- {name: X-Shop, in: header, required: true, schema: {type: string}}\n        - {name: limit,",
            &["Breaking: `list_parcels`: new required header parameter `X-Shop`."],
        ),
        (
            "- {name: limit,",
            "- {name: session, in: cookie, schema: {type: string}}\n        - {name: limit,",
            &["Added: `list_parcels`: new optional cookie parameter `session`."],
        ),
        (
            "parameters: [{$ref: '#/components/parameters/parcelId'}]",
            "parameters: [{$ref: '#/components/parameters/parcelId'}, {name: brand, in: query, schema: {type: string}}]",
            &["Added: `delete_parcel`, `get_parcel` and `update_parcel`: new optional query parameter `brand`."],
        ),
        (
            "        - {name: X-Trace, in: header, schema: {type: string}}\n",
            "",
            &["Breaking: `list_parcels`: header parameter `X-Trace` removed."],
        ),
        (
            "{name: X-Trace, in: header, schema",
            "{name: X-Trace, in: header, required: true, schema",
            &["Breaking: Header parameter `X-Trace` of `list_parcels`: now required."],
        ),
        (
            "{name: X-Trace, in: header",
            "{name: X-Trace, in: query",
            &["Breaking: `list_parcels`: header parameter `X-Trace` is now a query parameter."],
        ),
        (
            "{name: X-Trace, in: header",
            "{name: x_trace, in: header",
            &["Breaking: `list_parcels`: header parameter `X-Trace` renamed to `x_trace`."],
        ),
        (
            "{name: X-Trace, in: header, schema: {type: string}}",
            "{name: X-Trace, in: header, schema: {type: array, items: {type: string}}}",
            &["Breaking: Header parameter `X-Trace` of `list_parcels`: type string → list of strings."],
        ),
        (
            "{type: integer, minimum: 1, maximum: 100, default: 25}",
            "{type: integer, minimum: 0, maximum: 50, default: 20}",
            &[
                "Breaking: Query parameter `limit` of `list_parcels`: `maximum` 100 → 50.",
                "Changed: Query parameter `limit` of `list_parcels`: `minimum` 1 → 0.",
                "Changed: Query parameter `limit` of `list_parcels`: default 25 → 20.",
            ],
        ),
        (
            "{name: ids, in: query, schema",
            "{name: ids, in: query, explode: false, schema",
            &[
                "Breaking: Query parameter `ids` of `list_parcels`: encoding `form, explode true` → `form, explode false`.",
            ],
        ),
        (
            "items: {type: string}}}\n",
            "maxItems: 10, items: {type: integer}}}\n",
            &[
                "Breaking: Query parameter `ids[]` of `list_parcels`: type string → integer.",
                "Breaking: Query parameter `ids` of `list_parcels`: new `maxItems` 10.",
            ],
        ),
        (
            "{shop.id: {type: string}, urgent: {type: boolean}}",
            "{shop.id: {type: array, items: {type: string}}, urgent: {type: boolean}, size: {type: integer}}",
            &[
                "Breaking: Query parameter `filter[shop.id]` of `list_parcels`: type string → list of strings.",
                "Added: Query parameter `filter[size]` of `list_parcels`: new optional parameter.",
            ],
        ),
        (
            "{name: ids, in: query",
            "{name: ids, deprecated: true, in: query",
            &["Deprecated: Query parameter `ids` of `list_parcels`: deprecated."],
        ),
        (
            "parcelId: {name: parcelId, in: path, required: true, schema: {type: string}}",
            "parcelId: {name: parcelId, in: path, required: true, schema: {type: integer}}",
            &[
                "Breaking: Path parameter `parcelId` of `delete_parcel`, `get_parcel` and `update_parcel`: type string → integer.",
            ],
        ),
    ]);
    let renamed = edited(&[("/parcels/{parcelId}", "/parcels/{id}"), ("{name: parcelId", "{name: id")]);
    assert_eq!(
        lines(DOCUMENT, &renamed),
        ["Changed: `delete_parcel`, `get_parcel` and `update_parcel`: path parameter `parcelId` renamed to `id`."]
    );
}

#[test]
fn requests_and_responses() {
    check(&[
        (
            "    delete:\n      operationId: DeleteParcel\n",
            "    delete:\n      operationId: DeleteParcel\n      requestBody: {content: {application/json: {schema: {type: object}}}}\n",
            &["Added: `delete_parcel`: new optional request body."],
        ),
        (
            "operationId: DeleteParcel\n",
            "operationId: DeleteParcel\n      requestBody: {required: true, content: {text/plain: {schema: {type: string}}}}\n",
            &["Breaking: `delete_parcel`: new required request body."],
        ),
        (
            "        required: true\n        content: {app",
            "        content: {app",
            &["Breaking: `create_parcel`: request body no longer required."],
        ),
        (
            "content: {application/json: {schema: {$ref: '#/components/schemas/parcelCreate'}}}",
            "content: {multipart/form-data: {schema: {$ref: '#/components/schemas/parcelCreate'}}}",
            &["Breaking: `create_parcel`: request media type `application/json` → `multipart/form-data`."],
        ),
        (
            "room: {type: string}",
            "room: {type: string, maxLength: 9}, floor: {type: integer}",
            &[
                "Breaking: Request body field `room` of `update_parcel`: new `maxLength` 9.",
                "Added: Request body field `floor` of `update_parcel`: new optional field.",
            ],
        ),
        (
            "        '429': {description: Too many requests.}\n",
            "",
            &["Removed: `list_parcels`: status code 429 removed."],
        ),
        (
            "'429': {description: Too many requests.}",
            "'429': {description: Too many requests.}\n        '503': {description: Down.}",
            &["Added: `list_parcels`: new status code 503."],
        ),
        ("        '204': {", "        '200': {", &["Changed: `delete_parcel`: status code 204 → 200."]),
        (
            "        '204': {",
            "        '202': {description: Later.}\n        '204': {",
            &["Breaking: `delete_parcel`: new status code 202."],
        ),
        (
            "{schema: {$ref: '#/components/schemas/parcelList'}}",
            "{schema: {type: array, items: {$ref: '#/components/schemas/parcel'}}}",
            &[
                "Breaking: Response of `list_parcels`: type `ParcelList` → list of `Parcel`.",
                "Breaking: `ParcelList`: model removed (responses of `list_parcels`).",
            ],
        ),
        (
            "{description: A page., content",
            "{description: A page., headers: {X-Total: {schema: {type: integer}}}, content",
            &["Added: `list_parcels`: new header `X-Total` of the response."],
        ),
    ]);
}

#[test]
fn servers_and_credentials() {
    check(&[
        (
            "https://api.example.com",
            "https://eu.example.com",
            &["Breaking: All operations: server `https://api.example.com` → `https://eu.example.com`."],
        ),
        (
            "servers: [",
            "servers: [{url: 'https://eu.example.com'}, ",
            &["Added: All operations: new server `https://eu.example.com`."],
        ),
        (
            "operationId: GetParcel\n",
            "operationId: GetParcel\n      servers: [{url: 'https://read.example.com'}]\n",
            &["Breaking: `get_parcel`: server `https://api.example.com` → `https://read.example.com`."],
        ),
        (
            "    parameters: [{$ref",
            "    servers: [{url: /v3}]\n    parameters: [{$ref",
            &["Breaking: `delete_parcel`, `get_parcel` and `update_parcel`: server `https://api.example.com` → `/v3`."],
        ),
        (
            "operationId: GetParcel\n",
            "operationId: GetParcel\n      security: [{key: [shop]}]\n",
            &["Breaking: `get_parcel`: scope `carrier` of `key` no longer accepted."],
        ),
        (
            "[shop, carrier]",
            "[shop, carrier, admin]",
            &["Changed: All operations: scope `admin` of `key` now accepted."],
        ),
        (
            "operationId: GetParcel\n",
            "operationId: GetParcel\n      security: [{login: [read]}]\n",
            &[
                "Breaking: `get_parcel`: no longer accepts the credentials `key`.",
                "Changed: `get_parcel`: now accepts the credentials `login`.",
            ],
        ),
        (
            "type: http, scheme: basic",
            "type: http, scheme: bearer",
            &["Breaking: Credentials `key`: scheme `basic` → `bearer`."],
        ),
        (
            "{type: oauth2, flows: {}}",
            "{type: oauth2, flows: {implicit: {scopes: {read: Reads parcels.}}}}",
            &["Added: Credentials `login`: new scope `read`."],
        ),
        (
            "operationId: GetParcel\n",
            "operationId: GetParcel\n      security: []\n",
            &[
                "Breaking: `get_parcel`: no longer accepts the credentials `key`.",
                "Changed: `get_parcel`: credentials are no longer required.",
            ],
        ),
    ]);
    let oauth = |scopes| edited(&[("security: [{key: [shop, carrier]}]", scopes)]);
    assert_eq!(
        lines(&oauth("security: [{login: [read]}]"), &oauth("security: [{login: [read, write]}]")),
        ["Breaking: All operations: scope `write` of `login` now required."]
    );
}

#[test]
fn fields() {
    check(&[
        (
            "sentAt: {type: string}",
            "sentAt: {type: string}\n            carrier: {type: string}",
            &["Added: `Parcel.carrier`: new optional field {parcel}."],
        ),
        ("fragile: {type: boolean}", "", &["Breaking: `ParcelCreate.fragile`: field removed {create}."]),
        (
            "color: {type: string, description: Color of the label.}",
            "shade: {type: string, description: Color of the label.}",
            &["Breaking: `Parcel.color`: renamed to `shade` {parcel}."],
        ),
        (
            "weight: {type: number, description: Weight in grams.}",
            "weight: {type: integer, description: Weight in grams.}",
            &["Breaking: `Parcel.weight`: type number → integer {parcel}."],
        ),
        (
            "sentAt: {type: string}",
            "sentAt: {type: string, format: date-time}",
            &["Breaking: `Parcel.sentAt`: new format `date-time` {parcel}."],
        ),
        (
            "required: [address]",
            "required: [address, fragile]",
            &["Breaking: `ParcelCreate.fragile`: now required {create}."],
        ),
        (
            "fragile: {type: boolean}",
            "fragile: {type: boolean, nullable: true}",
            &["Changed: `ParcelCreate.fragile`: now nullable {create}."],
        ),
        (
            "room: {type: string}",
            "room: {type: string, nullable: true}",
            &["Breaking: Request body field `room` of `update_parcel`: now nullable."],
        ),
        (
            "nullable: true, description: Text for the recipient.",
            "description: Text for the recipient.",
            &["Breaking: `ParcelCreate.note`: no longer nullable {create}."],
        ),
        (
            "fragile: {type: boolean}",
            "fragile: {type: boolean, readOnly: true}",
            &["Breaking: `ParcelCreate.fragile`: now read-only {create}."],
        ),
        (
            "sentAt: {type: string}",
            "sentAt: {type: string, deprecated: true}",
            &["Deprecated: `Parcel.sentAt`: deprecated {parcel}."],
        ),
        (
            "fragile: {type: boolean}",
            "fragile: {type: boolean, writeOnly: true}",
            &["Breaking: `ParcelCreate.fragile`: now write-only {create}."],
        ),
        ("default: low", "default: high", &["Changed: `ParcelCreate.priority`: default `low` → `high` {create}."]),
        (
            "address: {type: string, maxLength: 400}",
            "address: {type: string, maxLength: 500, pattern: ^A}",
            &[
                "Breaking: `ParcelCreate.address`: new `pattern` `^A` {create}.",
                "Changed: `ParcelCreate.address`: `maxLength` 400 → 500 {create}.",
            ],
        ),
        (
            "fragile: {type: boolean}",
            "fragile: {type: boolean}\n        rush: {type: boolean}",
            &["Added: `ParcelCreate.rush`: new optional field {create}."],
        ),
        (
            "sentAt: {type: string}",
            "sentAt: {type: string, maxLength: 30}",
            &["Changed: `Parcel.sentAt`: new `maxLength` 30 {parcel}."],
        ),
        (
            "color: {type: string, description",
            "color: {type: string, nullable: true, description",
            &["Changed: `Parcel.color`: now nullable {parcel}."],
        ),
        ("default: low", "x-default: low", &["Changed: `ParcelCreate.priority`: default `low` removed {create}."]),
        (
            "required: [address]",
            "additionalProperties: false\n      required: [address]",
            &["Breaking: `ParcelCreate`: undeclared fields are no longer allowed {create}."],
        ),
        (
            "    food: {type: object,",
            "    food: {type: object, deprecated: true,",
            &["Deprecated: `Food`: deprecated {content}."],
        ),
        (
            "additionalProperties: {type: string}",
            "additionalProperties: {type: integer}",
            &["Breaking: `ParcelCreate.tags.*`: type string → integer {create}."],
        ),
        ("description: Weight in grams.", "description: Weight in kilograms.", &["1 descriptions"]),
    ]);
}

#[test]
fn enums_and_unions() {
    check(&[
        ("[packed, sent, lost]", "[packed, sent]", &["Breaking: `Status`: enum value `lost` removed {status}."]),
        (
            "[low, high]",
            "[low, medium, high, urgent]",
            &["Added: `ParcelCreate.priority`: new enum values `medium` and `urgent` {create}."],
        ),
        (
            "fragile: {type: boolean}",
            "fragile: {type: string, enum: ['yes', 'no']}",
            &["Breaking: `ParcelCreate.fragile`: type boolean → enum (`yes` and `no`) {create}."],
        ),
        (
            "mapping: {book: '#/components/schemas/book', food: '#/components/schemas/food'}",
            "mapping: {book: '#/components/schemas/book', meal: '#/components/schemas/food'}",
            &[
                "Breaking: `Content`: variant `food` (`Food`) removed {content}.",
                "Added: `Content`: new variant `meal` (`Food`) {content}.",
            ],
        ),
        (
            "mapping: {book: '#/components/schemas/book', food: '#/components/schemas/food'}",
            "mapping: {book: '#/components/schemas/food', food: '#/components/schemas/food'}",
            &["Breaking: `Content(book)`: type `Book` → `Food` {content}."],
        ),
        (
            "propertyName: type",
            "propertyName: kind",
            &["Breaking: `Content`: discriminator `type` → `kind` {content}."],
        ),
        (
            "        - $ref: '#/components/schemas/food'\n",
            "        - $ref: '#/components/schemas/food'\n        - {title: text, type: string}\n",
            &["Added: `Content`: new variant `text` {content}."],
        ),
    ]);
}

#[test]
fn models() {
    let renamed = DOCUMENT.replace("schemas/status", "schemas/stage").replace("    status: {type", "    stage: {type");
    let used = "requests of `list_parcels`; responses of `create_parcel`, `get_parcel` and 2 more; event `parcel:sent`";
    assert_eq!(lines(DOCUMENT, &renamed), [format!("Breaking: `Status`: renamed to `Stage` ({used}).")]);
    // The field is a list under a new name, so that the new schema replaces the old one.
    let renamed = DOCUMENT
        .replace("schemas/parcelList'", "schemas/page'")
        .replace("    parcelList:\n", "    page:\n")
        .replace("required: [parcels]", "required: []");
    assert_eq!(
        lines(DOCUMENT, &renamed),
        [
            "Breaking: `PageModel.parcels`: no longer required (responses of `list_parcels`).",
            "Breaking: `ParcelList`: renamed to `PageModel` (responses of `list_parcels`).",
        ]
    );
    let added = edited(&[
        ("sentAt: {type: string}", "sentAt: {type: string}\n            from: {$ref: '#/components/schemas/sender'}"),
        ("    label:\n", "    sender: {type: object, properties: {name: {type: string}}}\n    label:\n"),
    ]);
    let used = "responses of `create_parcel`, `get_parcel` and 2 more; event `parcel:sent`";
    assert_eq!(
        lines(DOCUMENT, &added),
        [
            format!("Added: `Parcel.from`: new optional field ({used})."),
            format!("Added: `Sender`: new model ({used}).")
        ]
    );
    assert_eq!(
        lines(&added, DOCUMENT),
        [
            format!("Breaking: `Parcel.from`: field removed ({used})."),
            format!("Breaking: `Sender`: model removed ({used}).")
        ]
    );
}

#[test]
fn events() {
    let without_lost = edited(&[("                      - $ref: '#/components/schemas/lost'\n", "")]);
    assert_eq!(
        lines(DOCUMENT, &without_lost),
        [
            "Breaking: Event `parcel:lost` (`LostEvent`): no longer delivered.",
            "Breaking: `LostEvent`: model removed (event `parcel:lost`).",
        ]
    );
    assert_eq!(
        lines(&without_lost, DOCUMENT),
        [
            "Added: Event `parcel:lost` (`LostEvent`): now delivered.",
            "Added: `LostEvent`: new model (event `parcel:lost`).",
        ]
    );
    // OpenAPI 3.1 has a webhook for every event.
    let webhook = |name: &str| {
        format!(
            "openapi: 3.1.0\npaths: {{}}\nwebhooks:\n  {name}:\n    post:\n      requestBody:\n        content:\n          \
             application/json: {{schema: {{type: object, properties: {{id: {{type: string}}}}}}}}\n"
        )
    };
    assert_eq!(
        lines(&webhook("lost"), &webhook("found")),
        ["Breaking: Event `lost`: no longer delivered.", "Added: Event `found`: now delivered."]
    );
}
