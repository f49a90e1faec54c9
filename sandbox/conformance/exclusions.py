"""Findings of schemathesis that aren't faults, as narrow as possible: the check, the operations, the response, and the reason.

Most are requests that match the schema but violate a rule that the document only describes in words. A rejection for any
other reason is a finding."""

import re

from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import EnsureResourceAvailability, RejectedPositiveData, UndefinedStatusCode

from document import load, resolved

# Rejected with 400: the operations, the title of the error, and the rule in the document.
REJECTED = [
    ("List.*", r"page\[after\]: not together with page\[before\]", "paging: only one cursor"),
    ("List.*", r"page\[(after|before)\]: unknown cursor", "paging: cursors must be from responses"),
    ("ListConversations", r"filter: (is required|must have exactly one of userExternalId, userId)", "the filter: exactly one"),
    (".*", r"(/\w+)*/metadata/.*: must be a string, a number or a boolean", "metadata is flat"),
    (".*", r"(/confirmation/message)?/author: must have exactly one of userExternalId, userId", "one way to name an author"),
    (".*", r"/author/user(External)?Id: requires an author of type user", "user IDs require authors of type user"),
    (".*", r"(/confirmation/message)?/author/subtypes/0: read-only", "agent and bot are set by Zendesk"),
    (".*", r"(/confirmation/message)?/author/subtypes/0: requires an author of type business", "only businesses have subtypes"),
    ("Authorize", r"client_id: unknown client", "OAuth clients are registered"),
    ("Authorize", r"response_type: must be code", "the only supported type"),
    ("Authorize", r"redirect_uri: must be an absolute URI without a fragment", "must be registered"),
    ("(Create|Update)App", r"/settings/\w+: requires multiConvoEnabled", "one setting requires the other"),
    ("UpdateApp", r"/settings/multiConvoEnabled: can't be disabled once enabled", "an irreversible setting"),
    ("CreateAppKey", r"an app has at most 10 keys; .*", "maximum number of keys"),
    ("CreateCustomIntegrationKey", r"the integration has 10 keys; .*", "maximum number of keys"),
    ("CreateClient", r"/confirmation/message/content/type: must be text or image", "content of a confirmation"),
    ("CreateClient", r"/confirmation/message/content/actions/\d+/type: must be link", "actions of a confirmation"),
    ("CreateClient", r"/matchCriteria/address: must be an email address", "mailgun: an email address"),
    ("CreateClient", r"/matchCriteria/phoneNumber: must be a phone number .*", "a number with country code"),
    ("CreateClient", r"/matchCriteria/integrationId: (has the type .*|integration not found)", "must have the type of the criteria"),
    ("CreateConversation", r"/participants/\d+: the user is listed twice", "each participant once"),
    ("CreateConversation", r"/participants: must have exactly one participant in a personal conversation", "participants by type"),
    ("CreateConversation", r"/participants/\d+: must have exactly one of userExternalId, userId", "one way to name a user"),
    ("CreateIntegration", r"/channel(Id|Secret): channelId and channelSecret require each other", "line"),
    ("(Create|Update)Integration", r"/originWhitelist/\d+: must be like .*", "web: origins"),
    ("(Create|Update)Integration", r"/\w+: must be 3 or 6 hexadecimal digits", "web: colors"),
    ("(Create|Update)Integration", r"/displayStyle: must be button or tab", "web: the two styles"),
    ("CreateIntegration", r"/phoneNumberSid: is required without messagingServiceSid", "twilio: one of the two"),
    ("CreateIntegration|(Create|Update)Webhook", r"(/webhooks/0)?/target: must be an http or https URL", "target of a webhook"),
    ("CreateIntegration|(Create|Update)Webhook", r"(/webhooks/0)?/triggers/\d+: unknown trigger", "the list of triggers"),
    ("CreateIntegration|(Create|Update)Webhook", r"(/webhooks/0)?/triggers: must have at least one", "a webhook has a trigger"),
    ("UpdateIntegration", r"/accountId: can't be changed; .*", "viber and others: set once"),
    ("(Create|List)CustomIntegrationKeys?", r"only integrations of type custom have keys", "only custom integrations have keys"),
    ("CreateCustomIntegrationKey", r"/displayName: must have 1 to 100 characters", "length of a name"),
    ("CreateSwitchboardIntegration", r"/integrationType: several integrations have this type", "the type must be unambiguous"),
    ("GetToken", r"/grant_type: must be authorization_code", "the only supported type"),
    ("GetToken", r"/code: unknown or already used", "the code must be valid"),
    ("CreateSwitchboard", r"the app already has a switchboard", "one switchboard per app"),
    ("(Create|Update)SwitchboardIntegration", r"/name: already used by another switchboard integration", "names are unique"),
    ("(Create|Update)SwitchboardIntegration", r"/name: must only contain letters, digits, - and _", "characters of a name"),
    ("CreateSwitchboardIntegration", r"body: must have exactly one of integrationId, integrationType", "one of the two"),
    ("UpdateSwitchboardIntegration", r"/integrationType: can't be combined with integrationId", "one of the two"),
    ("UpdateSwitchboardIntegration", r"/integrationId: only custom and OAuth integrations can .*", "integrations that can have control"),
    ("(Create|Update)User", r"/signedUpAt: must be a time such as .*", "format of a time"),
    ("SyncUser", r"/survivingZendeskId: must differ from the user to merge", "a merge needs two users"),
    ("UploadAttachment", r"access: must be public", "the only supported access"),
    ("UploadAttachment", r"for: must be message", "the only supported purpose"),
    ("UploadAttachment", r"conversationId: conversation not found", "must exist"),
    # Generated as names of additional fields, which are ignored.
    ("UploadAttachment", r"body: not a valid form: failed to read headers", "control characters in headers"),
    ("DeleteConversation", r"the default conversation can't be deleted; .*", "the default can't be deleted"),
    ("DownloadMessageRef", r"/apple: is required, .*", "only Apple is supported"),
    ("JoinConversation", r"/subscribeSDKClient: is required in a group", "required for groups"),
    ("JoinConversation", r"body: must have exactly one of userExternalId, userId", "one way to name a user"),
    ("JoinConversation", r"only a conversation of type sdkGroup can be joined", "personal ones have one participant"),
    ("JoinConversation", r"the user is already a participant", "once only"),
    ("LeaveConversation", r"only a conversation of type sdkGroup can be left", "personal ones have one participant"),
    ("OfferControl", r"/switchboardIntegration: already active", "offers are for other integrations"),
    ("PostActivity", r"/type: must be conversation:read for an author of type user", "activities of users"),
    ("PostMessage", r"/content/fields/\d+/(email|text|select): is required", "the value of a field, by its type"),
    ("PostMessage", r"/content/fields/\d+/options: is required for a select", "a select has options"),
    ("PostMessage", r"/content/fields/\d+/(options/\d+/)?name: must be unique", "names are unique"),
    ("PostMessage", r"/content/fields/\d+/minSize: is larger than maxSize", "a range"),
    ("PostMessage", r"/content/fields/\d+/quotedMessageId: must be the conversation's form .*", "the form of a response"),
    ("PostMessage", r"/content/type: formResponse is only sent by end users", "forms are submitted by end users"),
    ("PostMessage", r"/content/markdownText: can't be combined with htmlText", "one form of text"),
    ("PostMessage", r"/content/text: is required without .*", "some form of text"),
    ("PostMessage", r"/content/type: must be template with schema whatsapp", "the schema of templates"),
]

# Rejected with 400, which the document doesn't declare: it only describes in words that these are rejected.
UNLISTED = [
    ("DeleteSwitchboardIntegration", r"it is the switchboard's default; .*", "the default can't be deleted"),
]

# Rejected with 404 because of an ID in the body. schemathesis expects that of the path, which it has created.
REFERENCES = [
    ("CreateSwitchboardIntegration", r"/nextSwitchboardIntegrationId: switchboard integration not found", "must exist"),
]

SCHEMAS = load()["components"]["schemas"]


def excluded(operation, failure, response):
    """The reason to exclude a finding, or None."""
    if isinstance(failure, RejectedPositiveData) and response.status_code == 400:
        return explained(REJECTED + UNLISTED, operation, response)
    if isinstance(failure, UndefinedStatusCode) and response.status_code == 400:
        return explained(UNLISTED, operation, response)
    if isinstance(failure, EnsureResourceAvailability) and response.status_code == 404:
        return explained(REFERENCES, operation, response)
    if isinstance(failure, AcceptedNegativeData) and operation == "UpdateIntegration":
        return foreign_field(failure, response)
    return None


def explained(rules, operation, response):
    """All errors of the response must be explained."""
    titles = [error["title"] for error in response.json()["errors"]]
    reasons = {title: reason(rules, operation, title) for title in titles}
    return None if None in reasons.values() else f"{operation}: {'; '.join(sorted(set(reasons.values())))}"


def reason(rules, operation, title):
    for operations, pattern, why in rules:
        if re.fullmatch(operations, operation) and re.fullmatch(pattern, title, re.DOTALL):
            return why
    return None


def foreign_field(failure, response):
    """An update may have the fields of any integration type. Fields of other types have no effect and aren't validated."""
    kind = response.json()["integration"]["type"]
    own = next(schema for name, schema in SCHEMAS.items() if name.lower() == f"{kind}update")
    fields = set(properties(own))
    # `in body - token: Incorrect type`, or the first property in the path of a schema that is violated.
    named = r"(?:in body - |Invalid component: |^ *- )(\w+)(?: ->|:)|violates `\w+` at (?:/allOf/\d+)*/properties/(\w+)"
    wrong = [one or other for one, other in re.findall(named, failure.message, re.MULTILINE)]
    if not wrong or fields.intersection(wrong):
        return None
    return "UpdateIntegration: a field of another type of integration"


def properties(schema):
    schema = resolved(schema, SCHEMAS)
    yield from schema.get("properties", {})
    for part in schema.get("allOf", []):
        yield from properties(part)
