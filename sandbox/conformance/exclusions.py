"""Findings of schemathesis that are none, each as narrow as it can be: the check, the operations, what was answered, and why.

Most are requests that keep the schema and break a rule that the document has in words only. Whoever reads the schema alone
expects them to be accepted. A refusal for any other reason than these is a finding."""

import re

from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import RejectedPositiveData, UndefinedStatusCode

from document import load, resolved

# What is refused with 400: the operations, the title of the error, and where the document says so.
REFUSED = [
    ("List.*", r"page\[after\]: not together with page\[before\]", "paging: one cursor, never both"),
    ("List.*", r"page\[(after|before)\]: unknown cursor", "paging: cursors are those of answers"),
    ("ListConversations", r"filter: (is required|must have exactly one of userExternalId, userId)", "the filter: exactly one"),
    (".*", r"(/\w+)*/metadata/.*: must be a string, a number or a boolean", "metadata is flat"),
    (".*", r"(/confirmation/message)?/author: must have exactly one of userExternalId, userId", "an author is named in one way"),
    (".*", r"/author/user(External)?Id: only for an author of type user", "a user's ids are for authors of type user"),
    (".*", r"(/confirmation/message)?/author/subtypes/0: in answers only", "agent and bot are for Zendesk's own authors"),
    (".*", r"(/confirmation/message)?/author/subtypes/0: only for an author of type business", "subtypes are of businesses"),
    ("Authorize", r"client_id: no such client", "OAuth clients are registered"),
    ("Authorize", r"response_type: must be code", "the only type for now"),
    ("Authorize", r"redirect_uri: must be an absolute URI without a fragment", "one of those that are registered"),
    ("(Create|Update)App", r"/settings/\w+: needs multiConvoEnabled", "one setting needs the other"),
    ("UpdateApp", r"/settings/multiConvoEnabled: cannot be disabled once it is enabled", "a setting that stays"),
    ("CreateAppKey", r"an app has at most 10 keys: .*", "how many keys"),
    ("CreateCustomIntegrationKey", r"the integration has 10 keys: .*", "how many keys"),
    ("CreateClient", r"/confirmation/message/content/type: must be text or image", "what a confirmation can be"),
    ("CreateClient", r"/confirmation/message/content/actions/\d+/type: must be link", "what it can have"),
    ("CreateClient", r"/matchCriteria/address: must be an email address", "an address of mailgun"),
    ("CreateClient", r"/matchCriteria/phoneNumber: must be a phone number .*", "a number with country code"),
    ("CreateClient", r"/matchCriteria/integrationId: (is of type .*|no such integration)", "one of the type of the criteria"),
    ("CreateConversation", r"/participants/\d+: the user stands there already", "each participant once"),
    ("CreateConversation", r"/participants: a personal conversation has exactly one", "participants by type"),
    ("CreateConversation", r"/participants/\d+: must have exactly one of userExternalId, userId", "a user is named in one way"),
    ("CreateIntegration", r"/channel(Id|Secret): channelId and channelSecret come together or not at all", "line"),
    ("(Create|Update)Integration", r"/originWhitelist/\d+: must be like .*", "web: origins"),
    ("(Create|Update)Integration", r"/\w+: must be 3 or 6 hexadecimal digits", "web: colours"),
    ("(Create|Update)Integration", r"/displayStyle: must be button or tab", "web: the two styles"),
    ("CreateIntegration", r"/phoneNumberSid: is required unless there is messagingServiceSid", "twilio: one of the two"),
    ("CreateIntegration|(Create|Update)Webhook", r"(/webhooks/0)?/target: must be an http or https URL", "where a webhook goes"),
    ("CreateIntegration|(Create|Update)Webhook", r"(/webhooks/0)?/triggers/\d+: no such trigger", "the list of triggers"),
    ("CreateIntegration|(Create|Update)Webhook", r"(/webhooks/0)?/triggers: must have at least one", "a webhook has a trigger"),
    ("UpdateIntegration", r"/accountId: cannot be changed; .*", "viber and others: set once"),
    ("(Create|List)CustomIntegrationKeys?", r"only an integration of type custom has keys", "keys are of custom ones"),
    ("CreateCustomIntegrationKey", r"/displayName: must have 1 to 100 characters", "a name that can be read"),
    ("CreateSwitchboardIntegration", r"/integrationType: several integrations are of this type", "a type that is one integration's"),
    ("GetToken", r"/grant_type: must be authorization_code", "the only type for now"),
    ("GetToken", r"/code: unknown, or used before", "a code is one that was given"),
    ("CreateSwitchboard", r"the app has a switchboard already", "one switchboard in an app"),
    ("(Create|Update)SwitchboardIntegration", r"/name: another switchboard integration has it", "names are unique"),
    ("(Create|Update)SwitchboardIntegration", r"/name: must be of letters, digits, - and _", "what a name is of"),
    ("CreateSwitchboardIntegration", r"body: must have exactly one of integrationId, integrationType", "the one or the other"),
    ("UpdateSwitchboardIntegration", r"/integrationType: not together with integrationId", "the one or the other"),
    ("UpdateSwitchboardIntegration", r"/integrationId: only custom and OAuth integrations can .*", "who can have control"),
    ("(Create|Update)User", r"/signedUpAt: must be a time such as .*", "a time, as text"),
    ("SyncUser", r"/survivingZendeskId: is the one that is merged into it", "a merge is of two"),
    ("UploadAttachment", r"access: only public is available", "the only access for now"),
    ("UploadAttachment", r"for: only message.*", "the only purpose for now"),
    ("UploadAttachment", r"conversationId: no such conversation", "one that there is"),
    # Drawn as names of further fields, which nobody looks at.
    ("UploadAttachment", r"body: not a form: failed to read headers", "no header has control characters"),
    ("DeleteConversation", r"the default conversation cannot be deleted; .*", "the default stays"),
    ("DownloadMessageRef", r"/apple: is required: no other channel has references", "Apple only, for now"),
    ("JoinConversation", r"/subscribeSDKClient: is required in a group", "required for groups"),
    ("JoinConversation", r"body: must have exactly one of userExternalId, userId", "a user is named in one way"),
    ("JoinConversation", r"only a conversation of type sdkGroup can be joined", "personal ones have one participant"),
    ("JoinConversation", r"the user is a participant already", "once only"),
    ("LeaveConversation", r"only a conversation of type sdkGroup can be left", "personal ones have one participant"),
    ("OfferControl", r"/switchboardIntegration: it is active already", "an offer is for another"),
    ("PostActivity", r"/type: of a user only conversation:read", "what users do"),
    ("PostMessage", r"/content/fields/\d+/(email|text|select): is required", "the answer of a field, by its type"),
    ("PostMessage", r"/content/fields/\d+/options: is required of a select", "a select has options"),
    ("PostMessage", r"/content/fields/\d+/(options/\d+/)?name: another (field|option) has it", "names are unique"),
    ("PostMessage", r"/content/fields/\d+/minSize: is larger than maxSize", "a range"),
    ("PostMessage", r"/content/fields/\d+/quotedMessageId: must be the form .*", "the form that is answered"),
    ("PostMessage", r"/content/markdownText: not together with htmlText", "one form of text"),
    ("PostMessage", r"/content/text: is required unless there is .*", "a text, in one form or another"),
    ("PostMessage", r"/content/type: must be template with schema whatsapp", "the schema of templates"),
]

# Answered 400, though the document lists no such answer: it says in words that these are refused, and not with what.
UNLISTED = [
    ("DeleteSwitchboardIntegration", r"it is the switchboard's default: .*", "the default cannot be deleted"),
]

SCHEMAS = load()["components"]["schemas"]


def excluded(operation, failure, response):
    """The reason why a finding is none, or nothing."""
    if isinstance(failure, RejectedPositiveData) and response.status_code == 400:
        return explained(REFUSED + UNLISTED, operation, response)
    if isinstance(failure, UndefinedStatusCode) and response.status_code == 400:
        return explained(UNLISTED, operation, response)
    if isinstance(failure, AcceptedNegativeData) and operation == "UpdateIntegration":
        return foreign_field(failure, response)
    return None


def explained(rules, operation, response):
    """Every one of the errors must be explained."""
    titles = [error["title"] for error in response.json()["errors"]]
    reasons = {title: reason(rules, operation, title) for title in titles}
    return None if None in reasons.values() else f"{operation}: {'; '.join(sorted(set(reasons.values())))}"


def reason(rules, operation, title):
    for operations, pattern, why in rules:
        if re.fullmatch(operations, operation) and re.fullmatch(pattern, title, re.DOTALL):
            return why
    return None


def foreign_field(failure, response):
    """An update has the fields of every type of integration. Those of another type than the integration's are of no effect,
    and so are not looked at."""
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
