"""Runs the vendor's Python client from PyPI against the sandbox: creates, lists, gets, updates and deletes.

Prints each step, and fails on unexpected responses. Faults of the client are reported and worked around with the client's
own means."""

import sys

import sunshine_conversations_client as vendor

from program import APP_KEY, get, sandbox



def check(step, got, expected):
    print(f"  {step}: {got!r}")
    if got != expected:
        sys.exit(f"  expected {expected!r}")


def rejected(step, status, call):
    """The call must be rejected with an error that contains the API's error body."""
    try:
        call()
    except vendor.ApiException as error:
        check(step, error.status, status)
        if '"errors":[{"code":' not in error.body:
            sys.exit(f"  not the API's error: {error.body}")
    else:
        sys.exit(f"  {step}: was not rejected")


def by_hand(client, path, query):
    """Sends a request with the client, but with the correct query."""
    request = client.param_serialize("GET", path, query_params=query, auth_settings=["basicAuth"])
    response = client.call_api(*request)
    response.read()
    check("  status", response.status, 200)
    return response.data.decode()


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
    rejected("created again", 409, lambda: api.create_user(app, body))
    print("    (the client doesn't have list_users)")
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
    rejected("listed, with the filter as JSON", 400, lambda: api.list_conversations(app, filter))
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
    # The client can't decode the body's union from a dictionary.
    leave = vendor.ParticipantLeaveBody(vendor.ParticipantLeaveBodyUserExternalId(user_external_id="eva"))
    participants.leave_conversation(app, conversation.id, leave)
    check("left", len(participants.list_participants(app, conversation.id).participants), 1)
    return conversation.id


def messages(client, app, conversation, user):
    print("messages")
    api = vendor.MessagesApi(client)
    text = {"author": {"type": "business"}, "content": {"type": "text", "text": "Hello"}}
    reply = {"author": {"type": "user", "userId": user}, "content": {"type": "text", "text": "Hello to you"}}
    posted = [api.post_message(app, conversation, vendor.MessagePost.from_dict(body)).messages[0] for body in (text, reply)]
    check("posted", [it.content.actual_instance.text for it in posted], ["Hello", "Hello to you"])
    listed = api.list_messages(app, conversation)
    check("listed", [it.id for it in listed.messages], [it.id for it in posted])
    api.delete_message(app, conversation, posted[0].id)
    check("deleted one", [it.id for it in api.list_messages(app, conversation).messages], [posted[1].id])
    api.delete_all_messages(app, conversation)
    check("deleted all", api.list_messages(app, conversation).messages, [])
    rejected("deleted again", 404, lambda: api.delete_message(app, conversation, posted[0].id))


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
    rejected("deleted, and got", 404, lambda: api.get_integration(app, created.id))


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
    rejected("deleted, and got", 404, lambda: api.get_webhook(app, integration, created.id))

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
    rejected("deleted, and again", 404, lambda: api.delete_attachment(app, body))


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
            rejected("the user, and got", 404, lambda: vendor.UsersApi(client).get_user(app, user))
        configuration.password = "wrong"
        with vendor.ApiClient(configuration) as client:
            rejected("with a wrong secret", 401, lambda: vendor.UsersApi(client).get_user(app, "ines"))
        statuses = [request["status"] for request in get(f"{base_url}/sandbox/journal")["requests"]]
        check("5xx responses", [status for status in statuses if status >= 500], [])
        print(f"all as expected, in {len(statuses)} requests")


if __name__ == "__main__":
    main()
