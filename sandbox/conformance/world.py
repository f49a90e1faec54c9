"""The sandbox's initial state for schemathesis: the records of the seed, records that no request creates, and the IDs that fit
each parameter."""

# An OAuth code, and its client.
CODE = "code-of-the-harbour"
CLIENT = {"client_id": "sandbox-client", "client_secret": "sandbox-client-secret"}
TOKEN = "token-of-the-harbour"
ZENDESK_IDS = ("70421", "70422")
# The external ID of a user without conversations.
NEWCOMER = "eva"


def furnish(snapshot):
    """Adds records to a snapshot that no request creates: devices, users of Zendesk Support, message references, OAuth."""
    base_url, state = snapshot["baseUrl"], snapshot["state"]
    app = state["apps"][0]
    client = next(client for clients in app["clients"].values() for client in clients if client["type"] == "sdk")
    owner = next(user for user, clients in app["clients"].items() if client in clients)
    app["devices"][owner] = [
        {
            "id": new_id(snapshot),
            "type": "web",
            "guid": new_id(snapshot),
            "clientId": client["id"],
            "status": "active",
            "lastSeen": "2026-01-01T00:00:00.000Z",
            "pushNotificationToken": None,
            "info": None,
            "appVersion": None,
        }
    ]
    for user, zendesk_id in zip(app["users"], ZENDESK_IDS):
        user["zendeskId"] = zendesk_id
        app["zendeskUsers"][zendesk_id] = {"givenName": "Given", "surname": "Surname"}
    app["messageRefs"][f"{base_url}/messageRefs/1"] = {"data": {"version": "1.0"}}
    bot, desk = app["switchboardIntegrations"][app["switchboards"][0]["id"]]
    group = app["conversations"][1]
    group["activeSwitchboardIntegration"] = controller(desk)
    group["pendingSwitchboardIntegration"] = controller(bot)
    attachment = new_id(snapshot)
    app["attachments"].append(
        {
            "id": attachment,
            "mediaUrl": f"{base_url}/attachments/{app['id']}/{attachment}/map.txt",
            "mediaType": "text/plain",
            "fileName": "map.txt",
            "forMessage": False,
            "conversationId": None,
            "bytes": "bWFw",
        }
    )
    state["oauthCodes"].append({"code": CODE, "clientId": CLIENT["client_id"], "appId": app["id"]})
    app["accessTokens"].append({"token": TOKEN, "clientId": CLIENT["client_id"], "integrationId": new_id(snapshot)})
    return snapshot


def controller(switchboard_integration):
    return {key: switchboard_integration[key] for key in ("id", "name", "integrationId", "integrationType")}


def new_id(snapshot):
    ids = snapshot["ids"]
    new = f"{ids['prefix']}{ids['next']:08x}"
    ids["next"] += 1
    return new


def ids(records):
    return [record["id"] for record in records]


class World:
    """The existing IDs."""

    def __init__(self, snapshot):
        self.snapshot = snapshot
        self.base_url = snapshot["baseUrl"]
        self.state = snapshot["state"]
        self.app = self.state["apps"][0]
        self.prefix = snapshot["ids"]["prefix"]

    def has_made(self, value):
        """Whether the sandbox generated a value, such as the ID of an object that an earlier call created."""
        return isinstance(value, str) and self.prefix in value

    def in_path(self, operation, name, chosen):
        """The valid IDs of a path parameter, after the earlier ones are chosen."""
        app = self.app
        user = next((user["id"] for user in app["users"] if chosen.get("userIdOrExternalId") in of_user(user)), None)
        match name:
            case "appId" if operation == "CreateSwitchboard":
                # The app without a switchboard.
                return [self.state["apps"][1]["id"]]
            case "appId":
                return [app["id"]]
            case "userIdOrExternalId" if "Client" in operation or "Device" in operation:
                return of_user(app["users"][0])
            case "userIdOrExternalId":
                return [key for user in app["users"] for key in of_user(user)]
            case "zendeskId":
                return ZENDESK_IDS
            case "clientId":
                return ids(app["clients"].get(user, []))
            case "deviceId":
                return ids(app["devices"].get(user, []))
            case "conversationId" if operation in ("DownloadMessageRef", "ReleaseControl"):
                return ids(app["conversations"])[:1]
            case "conversationId" if operation in ("AcceptControl", "JoinConversation", "LeaveConversation"):
                # The group: control has been offered there.
                return ids(app["conversations"])[1:]
            case "conversationId":
                return ids(app["conversations"])
            case "messageId":
                return ids(app["messages"].get(chosen.get("conversationId"), []))
            case "integrationId" if "Key" in operation or "Webhook" in operation:
                return ids(app["integrations"])[:2]
            case "integrationId":
                return ids(app["integrations"])
            case "keyId" if "Custom" in operation:
                return ids(app["integrationKeys"].get(chosen.get("integrationId"), []))
            case "keyId":
                return ids(app["keys"])
            case "webhookId":
                return ids(app["webhooks"].get(chosen.get("integrationId"), []))
            case "switchboardId":
                return ids(app["switchboards"])
            case "switchboardIntegrationId":
                return ids(app["switchboardIntegrations"].get(chosen.get("switchboardId"), []))
        return []

    def in_body(self, operation, name, holder):
        """The valid IDs of a property of a body, of a nested object, or of a query, such as `filter[userId]`."""
        name = name.rsplit("[", 1)[-1].rstrip("]")
        app = self.app
        match name:
            case "userId":
                # The participant of every conversation.
                return ids(app["users"])[:1]
            case "userExternalId":
                return [app["users"][0]["externalId"]]
            case "conversationId":
                return ids(app["conversations"])
            case "integrationId" if operation == "CreateClient":
                return ids(integration for integration in app["integrations"] if integration["type"] == holder.get("type"))
            case "integrationId":
                return ids(app["integrations"])[:2]
            case "switchboardIntegration" | "defaultSwitchboardIntegrationId" | "nextSwitchboardIntegrationId":
                return ids(app["switchboardIntegrations"][app["switchboards"][0]["id"]])
            case "mediaUrl" if operation == "DeleteAttachment":
                return [app["attachments"][0]["mediaUrl"]]
            case "url" if operation == "DownloadMessageRef":
                return list(app["messageRefs"])
            case "participantId":
                return ids(app["participants"][app["conversations"][0]["id"]])
            case "survivingZendeskId":
                return ZENDESK_IDS
            case "identities.email":
                return ["ines@books.example"]
            case "after" | "before":
                return ids(app["users"])
            case "code":
                return [CODE]
            case "client_id" | "client_secret":
                return [CLIENT[name]]
            case "grant_type":
                return ["authorization_code"]
            case "response_type":
                return ["code"]
            case "access":
                return ["public"]
            case "for":
                return ["message"]
            case "redirect_uri":
                return ["https://books.example/back"]
        return []

    def keys(self, scopes):
        """Keys for the scopes of an operation."""
        app = self.app
        key_of = {
            "account": self.state["accountKeys"][0],
            "app": app["keys"][0],
            # The integration that receives the offers, so that it can accept and release control.
            "integration": app["integrationKeys"][app["integrations"][0]["id"]][0],
        }
        return [(key_of[scope]["id"], key_of[scope]["secret"]) for scope in scopes]


def of_user(user):
    return [key for key in (user["id"], user["externalId"]) if key]
