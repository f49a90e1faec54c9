"""The vendor's Python client, as it comes from PyPI, creates, lists, gets, updates and removes against the sandbox.

Prints what it does, and fails where an answer is another than expected. Where the client itself is at fault the round says so,
and goes around it with what the client offers."""

import sys

import sunshine_conversations_client as vendor

from program import APP_KEY, get, sandbox



def check(what, got, expected):
    print(f"  {what}: {got!r}")
    if got != expected:
        sys.exit(f"  expected {expected!r}")


def refused(what, status, call):
    """The call must be refused, and so is an error of the client with the API's error body in it."""
    try:
        call()
    except vendor.ApiException as error:
        check(what, error.status, status)
        if '"errors":[{"code":' not in error.body:
            sys.exit(f"  not the API's error: {error.body}")
    else:
        sys.exit(f"  {what}: was not refused")


def by_hand(client, path, query):
    """A request with the client's own means, but with the query as it should be."""
    asked = client.param_serialize("GET", path, query_params=query, auth_settings=["basicAuth"])
    answer = client.call_api(*asked)
    answer.read()
    check("  status", answer.status, 200)
    return answer.data.decode()


def users(client, app):
    print("users")
    api = vendor.UsersApi(client)
    body = vendor.UserCreateBody(external_id="ada", profile=vendor.Profile(given_name="Ada", locale="en-GB"))
    user = api.create_user(app, body).user
    check("created", (user.external_id, user.profile.given_name), ("ada", "Ada"))
    check("by external id", api.get_user(app, "ada").user.id, user.id)
    update = vendor.UserUpdateBody(profile=vendor.Profile(surname="Lovelace"), metadata={"orders": 1})
    updated = api.update_user(app, user.id, update).user
    check("updated", (updated.profile.given_name, updated.profile.surname, updated.metadata), ("Ada", "Lovelace", {"orders": 1}))
    refused("created again", 409, lambda: api.create_user(app, body))
    print("    (the client has no list_users)")
    return user.id


def conversations(client, app, user):
    print("conversations")
    api = vendor.ConversationsApi(client)
    participant = {"userId": user, "subscribeSDKClient": False}
    body = vendor.ConversationCreateBody.from_dict({"type": "sdkGroup", "displayName": "Group", "participants": [participant]})
    conversation = api.create_conversation(app, body).conversation
    check("created", (conversation.type, conversation.display_name), ("sdkGroup", "Group"))
    # The filter arrives as one text of JSON, as do pages: listing by its own operation the client cannot do.
    filter = vendor.ConversationListFilter(user_id=user)
    refused("listed, with the filter as JSON", 400, lambda: api.list_conversations(app, filter))
    listed = by_hand(client, f"/v2/apps/{app}/conversations", [("filter[userId]", user)])
    check("listed, by hand", [it.id for it in vendor.ConversationListResponse.from_json(listed).conversations], [conversation.id])
    check("got", api.get_conversation(app, conversation.id).conversation.display_name, "Group")
    update = vendor.ConversationUpdateBody(display_name="Book club")
    check("updated", api.update_conversation(app, conversation.id, update).conversation.display_name, "Book club")
    participants = vendor.ParticipantsApi(client)
    join = vendor.ParticipantJoinBody.from_dict({"userExternalId": "eva", "subscribeSDKClient": False})
    joined = participants.join_conversation(app, conversation.id, join).participant
    check("joined", joined.user_external_id, "eva")
    listed = participants.list_participants(app, conversation.id).participants
    check("participants", [it.user_external_id for it in listed], ["ada", "eva"])
    # From a dictionary the client cannot tell the forms of a body apart.
    leave = vendor.ParticipantLeaveBody(vendor.ParticipantLeaveBodyUserExternalId(user_external_id="eva"))
    participants.leave_conversation(app, conversation.id, leave)
    check("left", len(participants.list_participants(app, conversation.id).participants), 1)
    return conversation.id


def messages(client, app, conversation, user):
    print("messages")
    api = vendor.MessagesApi(client)
    text = {"author": {"type": "business"}, "content": {"type": "text", "text": "Hello"}}
    said = {"author": {"type": "user", "userId": user}, "content": {"type": "text", "text": "Hello to you"}}
    posted = [api.post_message(app, conversation, vendor.MessagePost.from_dict(body)).messages[0] for body in (text, said)]
    check("posted", [it.content.actual_instance.text for it in posted], ["Hello", "Hello to you"])
    listed = api.list_messages(app, conversation)
    check("listed", [it.id for it in listed.messages], [it.id for it in posted])
    api.delete_message(app, conversation, posted[0].id)
    check("deleted one", [it.id for it in api.list_messages(app, conversation).messages], [posted[1].id])
    api.delete_all_messages(app, conversation)
    check("deleted all", api.list_messages(app, conversation).messages, [])
    refused("deleted again", 404, lambda: api.delete_message(app, conversation, posted[0].id))


def clients(client, app, user):
    print("clients")
    personal = {"type": "personal", "participants": [{"userId": user}]}
    create = vendor.ConversationCreateBody.from_dict(personal)
    conversation = vendor.ConversationsApi(client).create_conversation(app, create).conversation.id
    whatsapp = vendor.Whatsapp(type="whatsapp")
    integration = vendor.IntegrationsApi(client).create_integration(app, whatsapp).integration.id
    api = vendor.ClientsApi(client)
    body = vendor.ClientCreate.from_dict(
        {
            "matchCriteria": {"type": "whatsapp", "integrationId": integration, "phoneNumber": "+351910000009"},
            "confirmation": {"type": "immediate"},
            "target": {"conversationId": conversation},
        }
    )
    created = api.create_client(app, user, body).client
    check("created", (created.type, created.status), ("whatsapp", "pending"))
    check("listed", created.id in [it.id for it in api.list_clients(app, user).clients], True)
    api.remove_client(app, user, created.id)
    check("removed", created.id in [it.id for it in api.list_clients(app, user).clients], False)


def integrations(client, app):
    print("integrations")
    api = vendor.IntegrationsApi(client)
    body = vendor.Telegram(type="telegram", token="secret-token", display_name="Telegram")
    created = api.create_integration(app, body).integration
    check("created", (created.type, created.display_name, created.to_dict().get("token")), ("telegram", "Telegram", None))
    check("listed", created.id in [it.id for it in api.list_integrations(app).integrations], True)
    check("got", api.get_integration(app, created.id).integration.type, "telegram")
    update = vendor.IntegrationUpdate(vendor.TelegramUpdate(display_name="Chat"))
    check("updated", api.update_integration(app, created.id, update).integration.display_name, "Chat")
    api.delete_integration(app, created.id)
    refused("deleted, and got", 404, lambda: api.get_integration(app, created.id))


def webhooks(client, app):
    print("webhooks, and keys of a custom integration")
    custom = vendor.Custom.from_dict(
        {"type": "custom", "webhooks": [{"target": "https://one.example/", "triggers": ["conversation:message"]}]}
    )
    integration = vendor.IntegrationsApi(client).create_integration(app, custom).integration.id
    api = vendor.WebhooksApi(client)
    body = vendor.WebhookCreateBody(target="https://two.example/", triggers=["client:add"])
    created = api.create_webhook(app, integration, body).webhook
    check("created", (created.target, created.triggers), ("https://two.example/", ["client:add"]))
    check("listed", len(api.list_webhooks(app, integration).webhooks), 2)
    check("got", api.get_webhook(app, integration, created.id).webhook.target, "https://two.example/")
    update = vendor.WebhookBody(target="https://three.example/")
    check("updated", api.update_webhook(app, integration, created.id, update).webhook.target, "https://three.example/")
    api.delete_webhook(app, integration, created.id)
    refused("deleted, and got", 404, lambda: api.get_webhook(app, integration, created.id))

    keys = vendor.CustomIntegrationApiKeysApi(client)
    key = keys.create_custom_integration_key(app, integration, vendor.IntegrationApiKey(display_name="Key")).key
    check("key created", (key.display_name, bool(key.secret)), ("Key", True))
    check("key got", keys.get_custom_integration_key(app, integration, key.id).key.id, key.id)
    check("keys listed", [it.id for it in keys.list_custom_integration_keys(app, integration).keys], [key.id])
    keys.delete_custom_integration_key(app, integration, key.id)
    check("key deleted", keys.list_custom_integration_keys(app, integration).keys, [])


def attachments(client, app):
    print("attachments")
    api = vendor.AttachmentsApi(client)
    uploaded = api.upload_attachment(app, "public", ("note.txt", b"A note"), var_for="message").attachment
    check("uploaded", (uploaded.media_type, uploaded.media_url.endswith("/note.txt")), ("text/plain", True))
    body = vendor.AttachmentDeleteBody(media_url=uploaded.media_url)
    api.delete_attachment(app, body)
    refused("deleted, and again", 404, lambda: api.delete_attachment(app, body))


def main():
    with sandbox() as base_url:
        app = get(f"{base_url}/sandbox/snapshot")["state"]["apps"][0]["id"]
        configuration = vendor.Configuration(host=base_url, username=APP_KEY[0], password=APP_KEY[1])
        with vendor.ApiClient(configuration) as client:
            print(f"sunshine-conversations-client {vendor.__version__}")
            user = users(client, app)
            conversation = conversations(client, app, user)
            messages(client, app, conversation, user)
            clients(client, app, user)
            integrations(client, app)
            webhooks(client, app)
            attachments(client, app)
            print("removed")
            vendor.ConversationsApi(client).delete_conversation(app, conversation)
            vendor.UsersApi(client).delete_user(app, user)
            refused("the user, and got", 404, lambda: vendor.UsersApi(client).get_user(app, user))
        configuration.password = "wrong"
        with vendor.ApiClient(configuration) as client:
            refused("with a wrong secret", 401, lambda: vendor.UsersApi(client).get_user(app, "ines"))
        statuses = [asked["status"] for asked in get(f"{base_url}/sandbox/journal")["requests"]]
        check("answers of the server's fault", [status for status in statuses if status >= 500], [])
        print(f"all as expected, in {len(statuses)} requests")


if __name__ == "__main__":
    main()
