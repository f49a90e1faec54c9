//! Pairs of small documents, with the exact lines of their report.

use super::*;

mod changes;
mod equal;

/// An API for parcels.
const DOCUMENT: &str = r##"
openapi: 3.0.3
info: {title: Parcels, version: 1.4.0}
servers: [{url: 'https://api.example.com'}]
security: [{key: [shop, carrier]}]
paths:
  /parcels:
    get:
      operationId: ListParcels
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100, default: 25}}
        - {name: status, in: query, schema: {$ref: '#/components/schemas/status'}}
        - {name: ids, in: query, schema: {type: array, items: {type: string}}}
        - {name: filter, in: query, style: deepObject, schema: {$ref: '#/components/schemas/filter'}}
        - {name: X-Trace, in: header, schema: {type: string}}
      responses:
        '200': {description: A page., content: {application/json: {schema: {$ref: '#/components/schemas/parcelList'}}}}
        '429': {description: Too many requests.}
    post:
      operationId: CreateParcel
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/parcelCreate'}}}
      responses:
        '201': {description: The parcel., content: {application/json: {schema: {$ref: '#/components/schemas/parcel'}}}}
  /parcels/{parcelId}:
    parameters: [{$ref: '#/components/parameters/parcelId'}]
    get:
      operationId: GetParcel
      responses:
        '200': {description: The parcel., content: {application/json: {schema: {$ref: '#/components/schemas/parcel'}}}}
    patch:
      operationId: UpdateParcel
      requestBody:
        content: {application/json: {schema: {type: object, properties: {note: {type: string, nullable: true}, room: {type: string}}}}}
      responses:
        '200': {description: The parcel., content: {application/json: {schema: {$ref: '#/components/schemas/parcel'}}}}
    delete:
      operationId: DeleteParcel
      responses:
        '204': {description: Deleted.}
x-webhooks:
  parcels:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                shop: {type: string}
                events:
                  type: array
                  items:
                    anyOf:
                      - $ref: '#/components/schemas/sentEvent'
                      - $ref: '#/components/schemas/lost'
components:
  securitySchemes:
    key: {type: http, scheme: basic}
    login: {type: oauth2, flows: {}}
  parameters:
    parcelId: {name: parcelId, in: path, required: true, schema: {type: string}}
  schemas:
    status: {type: string, enum: [packed, sent, lost]}
    filter: {type: object, properties: {shop.id: {type: string}, urgent: {type: boolean}}}
    parcelList:
      type: object
      required: [parcels]
      properties:
        parcels: {type: array, items: {$ref: '#/components/schemas/parcel'}}
    label:
      type: object
      properties:
        color: {type: string, description: Color of the label.}
    parcel:
      allOf:
        - $ref: '#/components/schemas/label'
        - type: object
          required: [id]
          properties:
            id: {type: string, readOnly: true}
            status: {$ref: '#/components/schemas/status'}
            weight: {type: number, description: Weight in grams.}
            sentAt: {type: string}
            content: {$ref: '#/components/schemas/content'}
    parcelCreate:
      type: object
      required: [address]
      properties:
        address: {type: string, maxLength: 400}
        note: {type: string, nullable: true, description: Text for the recipient.}
        priority: {type: string, enum: [low, high], default: low}
        fragile: {type: boolean}
        content: {$ref: '#/components/schemas/content'}
        tags: {type: object, additionalProperties: {type: string}}
    content:
      oneOf:
        - $ref: '#/components/schemas/book'
        - $ref: '#/components/schemas/food'
      discriminator:
        propertyName: type
        mapping: {book: '#/components/schemas/book', food: '#/components/schemas/food'}
    book: {type: object, properties: {type: {type: string}, pages: {type: integer, maximum: 5000}}}
    food: {type: object, properties: {type: {type: string}, bestBefore: {type: string}}}
    event: {type: object, required: [id], properties: {id: {type: string}}}
    sentEvent:
      title: parcel:sent
      allOf:
        - $ref: '#/components/schemas/event'
        - {type: object, properties: {parcel: {$ref: '#/components/schemas/parcel'}}}
    lost:
      title: parcel:lost
      allOf:
        - $ref: '#/components/schemas/event'
        - {type: object, properties: {place: {type: string}}}
"##;

/// Returns the document with text replaced, which must occur exactly once.
fn edited(edits: &[(&str, &str)]) -> String {
    let mut document = DOCUMENT.to_owned();
    for (from, to) in edits {
        assert_eq!(document.matches(from).count(), 1, "{from}");
        document = document.replace(from, to);
    }
    document
}

/// Returns the lines of a report, each with its section.
fn lines(old: &str, new: &str) -> Vec<String> {
    let report = compare(old, new, "modelNameMappings: {label: ParcelLabel}").unwrap();
    let mut lines: Vec<String> = report.lines.iter().map(|line| format!("{}: {}", line.kind, line.text)).collect();
    if report.descriptions > 0 {
        lines.push(format!("{} descriptions", report.descriptions));
    }
    lines
}

#[test]
fn the_report_is_text_for_the_changelog() {
    let new = edited(&[
        ("maxLength: 400", "maxLength: 200"),
        ("A page.", "A page of parcels."),
        ("[packed, sent, lost]", "[packed, sent, lost, found]"),
        ("version: 1.4.0", "version: 1.5.0"),
    ]);
    let report = compare(DOCUMENT, &new, "{}").unwrap();
    assert_eq!(report.breaking(), 1);
    assert_eq!(
        report.print("0.3.1"),
        "
### Breaking

- `ParcelCreate.address`: `maxLength` 400 → 200 (requests of `create_parcel`).

### Added

- `Status`: new enum value `found` (requests of `list_parcels`; responses of `create_parcel`, `get_parcel` and 2 more; \
         event `parcel:sent`).

1 description changed.

1 breaking, 1 other.
Next version: 0.3.1 → 0.4.0 (minor, for breaking changes before 1.0).
"
    );
    assert_eq!(title(DOCUMENT, &new).unwrap(), "Changes from version 1.4.0 of the API to 1.5.0\n");
}

#[test]
fn the_next_version_follows_from_the_changes() {
    let next = |from: &str, to: &str, version: &str| {
        let text = compare(DOCUMENT, &edited(&[(from, to)]), "{}").unwrap().print(version);
        text.lines().find_map(|line| Some(line.strip_prefix("Next version: ")?.to_owned()))
    };
    let (narrower, wider) = ("maxLength: 200", "maxLength: 600");
    for (to, version, expected) in [
        (narrower, "0.3.1", "0.3.1 → 0.4.0 (minor, for breaking changes before 1.0)."),
        (wider, "0.3.1", "0.3.1 → 0.3.2 (patch, for compatible changes before 1.0)."),
        (narrower, "1.3.1", "1.3.1 → 2.0.0 (major, for breaking changes)."),
        (wider, "1.3.1", "1.3.1 → 1.4.0 (minor, for compatible changes)."),
    ] {
        assert_eq!(next("maxLength: 400", to, version).as_deref(), Some(expected));
    }
    assert_eq!(next("maxLength: 400", "maxLength: 400", "1.0.0"), None);
}

#[test]
fn invalid_yaml_is_reported_with_its_document() {
    let message = compare(DOCUMENT, "a: [", "{}").unwrap_err().to_string();
    assert!(message.starts_with("the new document isn't valid YAML: line "), "{message}");
}
