"""The document for schemathesis, with rules from its descriptions and from OpenAPI's dialect in a machine-readable form."""

import copy

import yaml

from program import ROOT

ERROR = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/errorResponse"}}}}


def operations(document):
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method != "parameters":
                yield path, method, item, operation


def load():
    return yaml.safe_load((ROOT / "openapi.yaml").read_text())


def for_schemathesis():
    document = load()
    # The original URL has an undeclared variable, which schemathesis can't fill in.
    document["servers"] = [{"url": "/"}]
    for path, _, item, operation in operations(document):
        declare_errors(path, item, operation)
    schemas = document["components"]["schemas"]
    for schema in (schemas["errorResponse"], schemas["error"]):
        # Without these every object is an error.
        schema["required"] = list(schema["properties"])
    spread_bases(schemas)
    return mended(document, schemas)


def declare_errors(path, item, operation):
    """Declares the errors of the document's introduction that apply to this operation. Any other status code is a finding."""
    statuses = {"429"}
    parameters = item.get("parameters", []) + operation.get("parameters", [])
    if any("Query" in parameter["$ref"] for parameter in parameters):
        statuses.add("400")
    if "requestBody" in operation:
        statuses |= {"400", "413", "415"}
    # GetTokenInfo needs a token, although the document doesn't require credentials.
    if operation["security"] or operation["operationId"] in ("GetTokenInfo", "GetToken"):
        statuses |= {"401", "403"}
    if "{" in path:
        statuses.add("404")
    for status in statuses:
        operation["responses"].setdefault(status, {"description": "See the introduction.", **ERROR})


def name_of(reference):
    return reference.rsplit("/", 1)[1]


def spread_bases(schemas):
    """A schema with a discriminator but without branches is the base of the schemas in its mapping. A reference to it means
    one of them."""
    bases = [name for name, schema in schemas.items() if "discriminator" in schema and "oneOf" not in schema]
    for name in bases:
        base = schemas[name]
        discriminator = base.pop("discriminator")
        schemas[f"{name}Base"] = base
        own, alone = f"#/components/schemas/{name}", {"$ref": f"#/components/schemas/{name}Base"}
        for branch in discriminator["mapping"].values():
            parts = schemas[name_of(branch)]["allOf"]
            parts[:] = [alone if part.get("$ref") == own else part for part in parts]
        branches = [{"$ref": branch} for branch in discriminator["mapping"].values()]
        schemas[name] = {"oneOf": branches, "discriminator": discriminator}


def mended(value, schemas):
    if isinstance(value, list):
        return [mended(item, schemas) for item in value]
    if not isinstance(value, dict):
        return value
    if "discriminator" in value:
        value = pinned(value)
    elif "oneOf" in value:
        value = exactly_one(value, schemas)
    if value.get("nullable") is False and "allOf" in value:
        value = never_null(value, schemas)
    return {key: mended(inner, schemas) for key, inner in value.items()}


def pinned(schema):
    """Gives each branch its tag, as the discriminator requires. Otherwise all branches would match."""
    schema = dict(schema)
    discriminator = schema.pop("discriminator")
    tag = discriminator["propertyName"]
    named = {name_of(branch["$ref"]): branch["$ref"] for branch in schema["oneOf"]}
    branches = discriminator.get("mapping", named).items()
    pin = lambda text: {"type": "object", "required": [tag], "properties": {tag: {"type": "string", "enum": [text]}}}
    schema["oneOf"] = [{"allOf": [{"$ref": branch}, pin(text)]} for text, branch in branches]
    return schema


def exactly_one(schema, schemas):
    """Branches without required properties would all match the same objects."""
    schema = dict(schema)
    branches = [resolved(branch, schemas) for branch in schema["oneOf"]]
    if any("required" in branch for branch in branches):
        return schema
    if all(len(branch.get("properties", {})) == 1 for branch in branches):
        # A choice between properties.
        del schema["oneOf"]
        properties = {name: property for branch in branches for name, property in branch["properties"].items()}
        one = [{"required": [name]} for name in properties]
        return {**schema, "type": "object", "properties": properties, "oneOf": one}
    # The type of the updated record decides which fields apply.
    schema["allOf"] = schema.pop("oneOf")
    return schema


def never_null(schema, schemas):
    """Applies `nullable: false`, which has no effect next to `allOf` in OpenAPI."""
    (part,) = schema["allOf"]
    inner = copy.deepcopy(resolved(part, schemas))
    inner.pop("nullable", None)
    return {**inner, **{key: value for key, value in schema.items() if key not in ("allOf", "nullable")}}


def resolved(schema, schemas):
    return schemas[name_of(schema["$ref"])] if "$ref" in schema else schema
