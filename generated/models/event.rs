// Generated from openapi.yaml by build.rs. Don't edit.

use super::*;

union! {
    /// A webhook event.
    pub enum Event by "type" boxed {
        /// `client:add`
        ClientAdd(ClientAddEvent) = "client:add",
        /// `client:remove`
        ClientRemove(ClientRemoveEvent) = "client:remove",
        /// `client:update`
        ClientUpdate(ClientUpdateEvent) = "client:update",
        /// `conversation:create`
        ConversationCreate(ConversationCreateEvent) = "conversation:create",
        /// `conversation:join`
        ConversationJoin(ConversationJoinEvent) = "conversation:join",
        /// `conversation:leave`
        ConversationLeave(ConversationLeaveEvent) = "conversation:leave",
        /// `conversation:message`
        ConversationMessage(ConversationMessageEvent) = "conversation:message",
        /// `conversation:message:delivery:channel`
        ConversationMessageDeliveryChannel(ConversationMessageDeliveryChannelEvent) = "conversation:message:delivery:channel",
        /// `conversation:message:delivery:failure`
        ConversationMessageDeliveryFailure(ConversationMessageDeliveryFailureEvent) = "conversation:message:delivery:failure",
        /// `conversation:message:delivery:user`
        ConversationMessageDeliveryUser(ConversationMessageDeliveryUserEvent) = "conversation:message:delivery:user",
        /// `conversation:postback`
        ConversationPostback(ConversationPostbackEvent) = "conversation:postback",
        /// `conversation:read`
        ConversationRead(ConversationReadEvent) = "conversation:read",
        /// `conversation:referral`
        ConversationReferral(ConversationReferralEvent) = "conversation:referral",
        /// `conversation:remove`
        ConversationRemove(ConversationRemoveEvent) = "conversation:remove",
        /// `conversation:typing`
        ConversationTyping(ConversationTypingEvent) = "conversation:typing",
        /// `passthrough:messaging`
        PassthroughMessaging(PassthroughMessagingEvent) = "passthrough:messaging",
        /// `switchboard:acceptControl`
        SwitchboardAcceptControl(SwitchboardAcceptControlEvent) = "switchboard:acceptControl",
        /// `switchboard:acceptControl:failure`
        SwitchboardAcceptControlFailure(SwitchboardAcceptControlFailureEvent) = "switchboard:acceptControl:failure",
        /// `switchboard:offerControl`
        SwitchboardOfferControl(SwitchboardOfferControlEvent) = "switchboard:offerControl",
        /// `switchboard:offerControl:failure`
        SwitchboardOfferControlFailure(SwitchboardOfferControlFailureEvent) = "switchboard:offerControl:failure",
        /// `switchboard:passControl`
        SwitchboardPassControl(SwitchboardPassControlEvent) = "switchboard:passControl",
        /// `switchboard:passControl:failure`
        SwitchboardPassControlFailure(SwitchboardPassControlFailureEvent) = "switchboard:passControl:failure",
        /// `switchboard:releaseControl`
        SwitchboardReleaseControl(SwitchboardReleaseControlEvent) = "switchboard:releaseControl",
        /// `user:merge`
        UserMerge(UserMergeEvent) = "user:merge",
        /// `user:remove`
        UserRemove(UserRemoveEvent) = "user:remove",
        /// `user:update`
        UserUpdate(UserUpdateEvent) = "user:update",
    }

    common {
        id: EventId = "id" required;
        created_at: Time = "createdAt" option;
    }

    find {
        /// Returns the `message` of an event that has one.
        message: MessageWebhook {
            ConversationMessage(event) => event.payload.message.as_ref()?,
        }
        /// Returns the ID of the event's client, if it has one. If the type of the event is unknown, the ID is
        /// `payload.client.id`.
        client_id: ClientId = ["payload", "client", "id"] {
            ClientAdd(event) => &event.payload.client.as_ref()?.id,
            ClientRemove(event) => &event.payload.client.as_ref()?.id,
            ClientUpdate(event) => &event.payload.client.as_ref()?.id,
            ConversationCreate(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
            ConversationMessage(event) => &event.payload.message.as_ref()?.source.as_ref()?.client.as_ref()?.id,
            ConversationPostback(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
            ConversationRead(event) => &event.payload.activity.as_ref()?.source.as_ref()?.client.as_ref()?.id,
            ConversationReferral(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
            ConversationTyping(event) => &event.payload.activity.as_ref()?.source.as_ref()?.client.as_ref()?.id,
            PassthroughMessaging(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
            SwitchboardAcceptControl(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
            SwitchboardOfferControl(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
            SwitchboardPassControl(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
            SwitchboardReleaseControl(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
            UserUpdate(event) => &event.payload.source.as_ref()?.client.as_ref()?.id,
        }
        /// Returns the ID of the event's conversation, if it has one. If the type of the event is unknown, the
        /// ID is `payload.conversation.id`.
        conversation_id: ConversationId = ["payload", "conversation", "id"] {
            ClientAdd(event) => &event.payload.conversation.as_ref()?.id,
            ClientRemove(event) => &event.payload.conversation.as_ref()?.id,
            ClientUpdate(event) => &event.payload.conversation.as_ref()?.id,
            ConversationCreate(event) => &event.payload.conversation.as_ref()?.id,
            ConversationJoin(event) => &event.payload.conversation.as_ref()?.id,
            ConversationLeave(event) => &event.payload.conversation.as_ref()?.id,
            ConversationMessage(event) => &event.payload.conversation.as_ref()?.id,
            ConversationMessageDeliveryChannel(event) => &event.payload.conversation.as_ref()?.id,
            ConversationMessageDeliveryFailure(event) => &event.payload.conversation.as_ref()?.id,
            ConversationMessageDeliveryUser(event) => &event.payload.conversation.as_ref()?.id,
            ConversationPostback(event) => &event.payload.conversation.as_ref()?.id,
            ConversationRead(event) => &event.payload.conversation.as_ref()?.id,
            ConversationReferral(event) => &event.payload.conversation.as_ref()?.id,
            ConversationRemove(event) => &event.payload.conversation.as_ref()?.id,
            ConversationTyping(event) => &event.payload.conversation.as_ref()?.id,
            PassthroughMessaging(event) => &event.payload.conversation.as_ref()?.id,
            SwitchboardAcceptControl(event) => &event.payload.conversation.as_ref()?.id,
            SwitchboardAcceptControlFailure(event) => &event.payload.conversation.as_ref()?.id,
            SwitchboardOfferControl(event) => &event.payload.conversation.as_ref()?.id,
            SwitchboardOfferControlFailure(event) => &event.payload.conversation.as_ref()?.id,
            SwitchboardPassControl(event) => &event.payload.conversation.as_ref()?.id,
            SwitchboardPassControlFailure(event) => &event.payload.conversation.as_ref()?.id,
            SwitchboardReleaseControl(event) => &event.payload.conversation.as_ref()?.id,
        }
        /// Returns the ID of the event's message, if it has one. If the type of the event is unknown, the ID is
        /// `payload.message.id`.
        message_id: MessageId = ["payload", "message", "id"] {
            ConversationMessage(event) => &event.payload.message.as_ref()?.id,
            ConversationMessageDeliveryChannel(event) => event.payload.message.as_ref()?.id.as_ref()?,
            ConversationMessageDeliveryFailure(event) => event.payload.message.as_ref()?.id.as_ref()?,
            ConversationMessageDeliveryUser(event) => event.payload.message.as_ref()?.id.as_ref()?,
        }
        /// Returns the ID of the event's user, if it has one. If the type of the event is unknown, the ID is
        /// `payload.user.id`.
        user_id: UserId = ["payload", "user", "id"] {
            ClientAdd(event) => &event.payload.user.as_ref()?.id,
            ClientRemove(event) => &event.payload.user.as_ref()?.id,
            ClientUpdate(event) => &event.payload.user.as_ref()?.id,
            ConversationCreate(event) => &event.payload.user.as_ref()?.id,
            ConversationJoin(event) => &event.payload.user.as_ref()?.id,
            ConversationLeave(event) => &event.payload.user.as_ref()?.id,
            ConversationMessage(event) => { let owner = event.payload.message.as_ref()?.author.as_ref()?; owner.user_id.as_ref().or(owner.user.as_ref().map(|user| &user.id))? },
            ConversationMessageDeliveryChannel(event) => &event.payload.user.as_ref()?.id,
            ConversationMessageDeliveryFailure(event) => &event.payload.user.as_ref()?.id,
            ConversationMessageDeliveryUser(event) => &event.payload.user.as_ref()?.id,
            ConversationPostback(event) => &event.payload.user.as_ref()?.id,
            ConversationRead(event) => { let owner = event.payload.activity.as_ref()?.author.as_ref()?; owner.user_id.as_ref().or(owner.user.as_ref().map(|user| &user.id))? },
            ConversationReferral(event) => &event.payload.user.as_ref()?.id,
            ConversationTyping(event) => { let owner = event.payload.activity.as_ref()?.author.as_ref()?; owner.user_id.as_ref().or(owner.user.as_ref().map(|user| &user.id))? },
            PassthroughMessaging(event) => &event.payload.user.as_ref()?.id,
            UserRemove(event) => &event.payload.user.as_ref()?.id,
            UserUpdate(event) => &event.payload.user.as_ref()?.id,
        }
    }
}

open_enum! {
    /// A type of webhook event: the trigger that a webhook subscribes to, and the `type` of an [`Event`].
    pub enum Trigger: str {
        /// `client:add`
        ClientAdd = "client:add",
        /// `client:remove`
        ClientRemove = "client:remove",
        /// `client:update`
        ClientUpdate = "client:update",
        /// `conversation:create`
        ConversationCreate = "conversation:create",
        /// `conversation:join`
        ConversationJoin = "conversation:join",
        /// `conversation:leave`
        ConversationLeave = "conversation:leave",
        /// `conversation:message`
        ConversationMessage = "conversation:message",
        /// `conversation:message:delivery:channel`
        ConversationMessageDeliveryChannel = "conversation:message:delivery:channel",
        /// `conversation:message:delivery:failure`
        ConversationMessageDeliveryFailure = "conversation:message:delivery:failure",
        /// `conversation:message:delivery:user`
        ConversationMessageDeliveryUser = "conversation:message:delivery:user",
        /// `conversation:postback`
        ConversationPostback = "conversation:postback",
        /// `conversation:read`
        ConversationRead = "conversation:read",
        /// `conversation:referral`
        ConversationReferral = "conversation:referral",
        /// `conversation:remove`
        ConversationRemove = "conversation:remove",
        /// `conversation:typing`
        ConversationTyping = "conversation:typing",
        /// `passthrough:messaging`
        PassthroughMessaging = "passthrough:messaging",
        /// `switchboard:acceptControl`
        SwitchboardAcceptControl = "switchboard:acceptControl",
        /// `switchboard:acceptControl:failure`
        SwitchboardAcceptControlFailure = "switchboard:acceptControl:failure",
        /// `switchboard:offerControl`
        SwitchboardOfferControl = "switchboard:offerControl",
        /// `switchboard:offerControl:failure`
        SwitchboardOfferControlFailure = "switchboard:offerControl:failure",
        /// `switchboard:passControl`
        SwitchboardPassControl = "switchboard:passControl",
        /// `switchboard:passControl:failure`
        SwitchboardPassControlFailure = "switchboard:passControl:failure",
        /// `switchboard:releaseControl`
        SwitchboardReleaseControl = "switchboard:releaseControl",
        /// `user:merge`
        UserMerge = "user:merge",
        /// `user:remove`
        UserRemove = "user:remove",
        /// `user:update`
        UserUpdate = "user:update",
    }
}
