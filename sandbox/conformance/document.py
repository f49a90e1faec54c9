"""The document as schemathesis is to read it: with what it says in words about errors where a program can see it."""

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
    # With a variable that it does not declare, which schemathesis cannot fill in.
    document["servers"] = [{"url": "/"}]
    for path, _, item, operation in operations(document):
        declare_errors(path, item, operation)
    return document


def declare_errors(path, item, operation):
    """Of the errors that the introduction has for all operations, those that this one can come to. No others: an answer with
    a status that is in neither place is a finding."""
    statuses = {"429"}
    parameters = item.get("parameters", []) + operation.get("parameters", [])
    if any("Query" in parameter["$ref"] for parameter in parameters):
        statuses.add("400")
    if "requestBody" in operation:
        statuses |= {"400", "413", "415"}
    # A token is asked for information about itself, though the document calls that open.
    if operation["security"] or operation["operationId"] in ("GetTokenInfo", "GetToken"):
        statuses |= {"401", "403"}
    if "{" in path:
        statuses.add("404")
    for status in statuses:
        operation["responses"].setdefault(status, {"description": "See the introduction.", **ERROR})
