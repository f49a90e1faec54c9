"""What the sandbox has when schemathesis meets it: the records of the seed, those that only come from outside of the API,
and which ids fit where a request wants one."""

# A code that OAuth gave, and the client that it gave it to.
CODE = "code-of-the-harbour"
CLIENT = {"client_id": "sandbox-client", "client_secret": "sandbox-client-secret"}
TOKEN = "token-of-the-harbour"
ZENDESK_IDS = ("70421", "70422")
# The external id of a user who takes part in no conversation.
NEWCOMER = "eva"


def furnish(snapshot):
    """Adds to a snapshot what no request creates: devices, users of Zendesk Support, references of Apple, OAuth."""
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
    """Which ids there are."""

    def __init__(self, snapshot):
        self.snapshot = snapshot
        self.base_url = snapshot["baseUrl"]
        self.state = snapshot["state"]
        self.app = self.state["apps"][0]
        self.prefix = snapshot["ids"]["prefix"]

    def has_made(self, value):
        """Whether a value came from the sandbox, such as the id of what an earlier call created."""
        return isinstance(value, str) and self.prefix in value

    def in_path(self, operation, name, chosen):
        """The ids for a parameter of a path whose earlier parameters are chosen."""
        app = self.app
        user = next((user["id"] for user in app["users"] if chosen.get("userIdOrExternalId") in of_user(user)), None)
        match name:
            case "appId" if operation == "CreateSwitchboard":
                # The one that has none yet.
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
                # The group, in which control has been offered.
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
        """The same for a property of a body or of an object in it, or for one of a query, such as `filter[userId]`."""
        name = name.rsplit("[", 1)[-1].rstrip("]")
        app = self.app
        match name:
            case "userId":
                # The one who is in every conversation.
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
        """Credentials for each scope, of which an operation names those that it is for."""
        app = self.app
        key_of = {
            "account": self.state["accountKeys"][0],
            "app": app["keys"][0],
            # The integration whose seat the offers go to, so that it may accept and release control.
            "integration": app["integrationKeys"][app["integrations"][0]["id"]][0],
        }
        return [(key_of[scope]["id"], key_of[scope]["secret"]) for scope in scopes]


def of_user(user):
    return [key for key in (user["id"], user["externalId"]) if key]
