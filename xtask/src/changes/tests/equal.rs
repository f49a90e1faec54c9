//! Documents that say the same in other words.

use super::{DOCUMENT, edited, lines};

/// Edits of both documents, after which they have the same meaning.
type Case = (&'static str, &'static str, &'static str);

#[test]
fn equal_documents_do_not_differ() {
    let cases: &[Case] = &[
        (
            "allOf with one member",
            "schema: {$ref: '#/components/schemas/parcelList'}",
            "schema: {allOf: [{$ref: '#/components/schemas/parcelList'}]}",
        ),
        (
            "an inline schema with a name",
            "schema: {$ref: '#/components/schemas/parcelList'}",
            "schema: {type: object, required: [parcels], properties: {parcels: {type: array, items: {$ref: '#/components/schemas/parcel'}}}}",
        ),
        (
            "the order of keys",
            "{type: string, enum: [low, high], default: low}",
            "{default: low, enum: [high, low], type: string}",
        ),
        (
            "null as a type",
            "note: {type: string, nullable: true, description",
            "note: {type: [string, 'null'], description",
        ),
        (
            "null as a member",
            "note: {type: string, nullable: true, description",
            "note: {oneOf: [{type: string}, {type: 'null'}], description",
        ),
        (
            "false flags",
            "fragile: {type: boolean}",
            "fragile: {type: boolean, nullable: false, deprecated: false, readOnly: false}",
        ),
        (
            "limits that limit nothing",
            "fragile: {type: boolean}",
            "fragile: {type: boolean, minLength: 0, uniqueItems: false}",
        ),
        ("numbers in another notation", "maximum: 5000}", "maximum: 5000.0}"),
        (
            "the default style",
            "{name: ids, in: query, schema",
            "{name: ids, in: query, style: form, explode: true, schema",
        ),
        ("the implied type", "label:\n      type: object\n", "label:\n"),
        ("a status code without quotes", "'204': {", "204: {"),
        (
            "a parameter of the operation instead of the path",
            "operationId: GetParcel\n",
            "operationId: GetParcel\n      parameters: [{$ref: '#/components/parameters/parcelId'}]\n",
        ),
        (
            "an inline parameter",
            "[{$ref: '#/components/parameters/parcelId'}]",
            "[{name: parcelId, in: path, required: true, schema: {type: string}}]",
        ),
        (
            "the global credentials of an operation",
            "operationId: GetParcel\n",
            "operationId: GetParcel\n      security: [{key: [carrier, shop]}]\n",
        ),
        (
            "the global server of an operation",
            "operationId: GetParcel\n",
            "operationId: GetParcel\n      servers: [{url: 'https://api.example.com/'}]\n",
        ),
        (
            "the charset of a media type",
            "content: {application/json: {schema: {$ref: '#/components/schemas/parcelCreate'}}}",
            "content: {application/json; charset=utf-8: {schema: {$ref: '#/components/schemas/parcelCreate'}}}",
        ),
        (
            "an unused schema",
            "    status: {type",
            "    unused: {type: object, properties: {a: {type: string}}}\n    status: {type",
        ),
        ("events without a title", "    lost:\n      title: parcel:lost\n", "    lost:\n"),
        ("the line breaks of a description", "Text for the recipient.", "'Text for\n          the recipient.'"),
        ("an example", "fragile: {type: boolean}", "fragile: {type: boolean, example: true, x-note: new}"),
    ];
    let mut failures = String::new();
    for (what, from, to) in cases {
        let other = edited(&[(from, to)]);
        for (old, new) in [(DOCUMENT, other.as_str()), (other.as_str(), DOCUMENT)] {
            let found = lines(old, new);
            if !found.is_empty() {
                failures.push_str(&format!("{what}: {found:#?}\n"));
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn one_value_is_a_constant() {
    let old = edited(&[(
        "properties: {type: {type: string}, pages",
        "properties: {type: {type: string, enum: [book]}, pages",
    )]);
    let new = edited(&[("properties: {type: {type: string}, pages", "properties: {type: {const: book}, pages")]);
    assert_eq!(lines(&old, &new), [""; 0]);
}

#[test]
fn exclusive_limits_have_two_notations() {
    let old = edited(&[("minimum: 1,", "minimum: 1, exclusiveMinimum: true,")]);
    let new = edited(&[("minimum: 1,", "exclusiveMinimum: 1,")]);
    assert_eq!(lines(&old, &new), [""; 0]);
}

#[test]
fn webhooks_move_out_of_the_extension() {
    assert_eq!(lines(DOCUMENT, &edited(&[("x-webhooks:", "webhooks:")])), [""; 0]);
}

#[test]
fn recursive_schemas_end() {
    let tree = |field: &str| {
        edited(&[(
            "label:\n      type: object\n      properties:\n",
            &format!(
                "label:\n      type: object\n      properties:\n        {field}: {{$ref: '#/components/schemas/label'}}\n        more: {{type: array, items: {{allOf: [{{$ref: '#/components/schemas/label'}}, {{type: object}}]}}}}\n"
            ),
        )])
    };
    assert_eq!(lines(&tree("inner"), &tree("inner")), [""; 0]);
    assert_ne!(lines(&tree("inner"), &tree("outer")), [""; 0]);
}
