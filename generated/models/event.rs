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
