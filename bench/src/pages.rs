//! The measured bodies: generated, the same in every run, in the API's shape.

use std::fmt::Write as _;

/// The position of a union's tag in its object.
#[derive(Clone, Copy, PartialEq)]
pub enum Tag {
    First,
    Last,
}

impl Tag {
    /// An object of a union: `fields` are without braces and tag.
    fn object(self, kind: &str, fields: &str) -> String {
        match self {
            Self::First if fields.is_empty() => format!(r#"{{"type":"{kind}"}}"#),
            Self::First => format!(r#"{{"type":"{kind}",{fields}}}"#),
            Self::Last => format!(r#"{{{fields},"type":"{kind}"}}"#),
        }
    }
}

const CLIENT: &str = r#"{"id":"5d8cff3cd55b040010928b@","type":"whatsapp","status":"active","integrationId":"582dedf230e788746891281a","externalId":"+151455501@","lastSeen":"2026-05-21T15:53:30.197Z","linkedAt":"2026-04-02T08:11:05.003Z","displayName":"Zoë Ångström @","avatarUrl":"https://media.smooch.io/apps/5d8c/avatars/63f0c1a9e7b2d4580e1c9f@.png","info":{"phoneNumber":"+1 514 555-01@","vendorId":"zen","devicePlatform":"Android 15","appVersion":"2.25.@","carrier":"Example Mobile"},"raw":{"from":"151455501@","profile":{"name":"Zoë Ångström"},"to":"15145550100","pricing":{"billable":true,"model":"CBP"}}}"#;

/// A page of clients up to its `meta`: `{"clients":[…],`.
pub fn clients(count: usize) -> String {
    let mut text = String::from(r#"{"clients":["#);
    for index in 0..count {
        text.push_str(if index == 0 { "" } else { "," });
        text.push_str(&CLIENT.replace('@', &format!("{:02}", index % 100)));
    }
    text.push_str("],");
    text
}

const META: &str = r#""meta":{"hasMore":true,"beforeCursor":"63f0c1a9e7b2d4580e1c9f00","afterCursor":"63f0c1a9e7b2d4580e1c9f99"},"links":{"prev":"https://api.smooch.io/v2/apps/5d8c/x?page[before]=63f0c1a9e7b2d4580e1c9f00","next":"https://api.smooch.io/v2/apps/5d8c/x?page[after]=63f0c1a9e7b2d4580e1c9f99"}}"#;

/// A complete page of clients.
pub fn client_page(count: usize) -> String {
    clients(count) + META
}

pub const CREATED_CLIENT: &str = r#"{"client":{"id":"5d8cff3cd55b040010928b00","type":"whatsapp","status":"pending","integrationId":"582dedf230e788746891281a","externalId":"+15145550100","linkedAt":"2026-04-02T08:11:05.003Z","displayName":"+1 514 555-0100","info":{"phoneNumber":"+1 514 555-0100"},"raw":{"from":"15145550100"}}}"#;
pub const POSTED_MESSAGE: &str = r#"{"messages":[{"id":"63f0c1a9e7b2d4580e1c9f01","received":"2026-05-21T15:53:30.197Z","author":{"type":"business","displayName":"Acme","avatarUrl":"https://media.smooch.io/acme.png"},"content":{"type":"text","text":"Your parcel has shipped: it should be with you on Thursday."},"source":{"type":"api:conversations"},"metadata":{"campaign":"parcels"}}]}"#;
pub const UPLOADED: &str =
    r#"{"attachment":{"mediaUrl":"https://media.smooch.io/apps/5d8c/63f0c1a9/film.mp4","mediaType":"video/mp4"}}"#;

/// All types of content, without their tags.
fn content(tag: Tag, kind: &str) -> String {
    let action = |kind: &str, fields: &str| tag.object(kind, fields);
    let actions = |all: bool| {
        let mut list = vec![
            action(
                "link",
                r#""text":"Track it","uri":"https://acme.example.com/track/4711","default":true,"metadata":{"step":"track"}"#,
            ),
            action("postback", r#""text":"Call me","payload":"CALL_ME","metadata":{"step":"call"}"#),
            action(
                "webview",
                r#""text":"Choose a day","uri":"https://acme.example.com/days","fallback":"https://acme.example.com/days?plain=1","size":"tall","openOnReceive":false"#,
            ),
            action("buy", r#""text":"Express","amount":1999,"currency":"CAD""#),
        ];
        if all {
            list.push(action(
                "reply",
                r#""text":"Yes","payload":"YES","iconUrl":"https://media.smooch.io/yes.png","metadata":{"step":"yes"}"#,
            ));
            list.push(action("locationRequest", r#""text":"Where are you?""#));
        }
        list.join(",")
    };
    let items = |count: usize| {
        let item = |index: usize| {
            format!(
                r#"{{"title":"Parcel {index}","description":"Two books, one lamp; arrives on Thursday.","mediaUrl":"https://media.smooch.io/parcels/{index}.jpg","mediaType":"image/jpeg","altText":"A parcel","size":"compact","actions":[{}],"metadata":{{"parcel":{index}}}}}"#,
                actions(false)
            )
        };
        (0..count).map(item).collect::<Vec<_>>().join(",")
    };
    let fields = match kind {
        "text" => format!(
            r#""text":"Your parcel has shipped: it should be with you on Thursday.","htmlText":"Your parcel has <b>shipped</b>: it should be with you on Thursday.","blockChatInput":false,"actions":[{}]"#,
            actions(true)
        ),
        "image" => r#""mediaUrl":"https://media.smooch.io/apps/5d8c/63f0c1a9/parcel.jpg","mediaType":"image/jpeg","mediaSize":627328,"altText":"A parcel","text":"There it is","attachmentId":"63f0c1a9e7b2d4580e1c9f77""#.into(),
        "file" => r#""mediaUrl":"https://media.smooch.io/apps/5d8c/63f0c1a9/invoice.pdf","mediaType":"application/pdf","mediaSize":204011,"altText":"The invoice","text":"Your invoice","attachmentId":"63f0c1a9e7b2d4580e1c9f78""#.into(),
        "location" => r#""text":"https://maps.example.com/@45.5261583,-73.595346","coordinates":{"lat":45.5261583,"long":-73.595346},"location":{"address":"5333 av. Casgrain, Montréal","name":"The shop"}"#.into(),
        "carousel" => format!(r#""text":"Your parcels","items":[{}],"displaySettings":{{"imageAspectRatio":"square"}}"#, items(3)),
        "list" => format!(r#""items":[{}],"actions":[{}]"#, items(2), actions(false)),
        "form" => r#""submitted":false,"blockChatInput":true,"fields":[{"type":"text","name":"name","label":"Your name?","placeholder":"Ada","minSize":1,"maxSize":128},{"type":"email","name":"email","label":"Your address?","placeholder":"ada@example.com"},{"type":"select","name":"day","label":"Which day?","options":[{"name":"thu","label":"Thursday"},{"name":"fri","label":"Friday"}]}]"#.into(),
        "formResponse" => r#""fields":[{"type":"text","name":"name","label":"Your name?","text":"Ada Lovelace"},{"type":"email","name":"email","label":"Your address?","email":"ada@example.com"},{"type":"select","name":"day","label":"Which day?","select":[{"name":"thu","label":"Thursday"}]}],"textFallback":"Your name?: Ada Lovelace""#.into(),
        _ => r#""template":{"type":"template","template":{"namespace":"acme","name":"parcel_on_its_way","language":{"policy":"deterministic","code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"Thursday"}]}]}}"#.into(),
    };
    tag.object(kind, &fields)
}

/// All message types of the document.
pub const CONTENT_KINDS: [&str; 9] =
    ["text", "image", "file", "location", "carousel", "list", "form", "formResponse", "template"];

fn message(tag: Tag, index: usize) -> String {
    let kind = CONTENT_KINDS[index % CONTENT_KINDS.len()];
    let author = if index.is_multiple_of(2) {
        r#"{"type":"user","userId":"029c31f25a21b47effd7be90","userExternalId":"customer-4711","displayName":"Ada Lovelace","avatarUrl":"https://media.smooch.io/ada.png"}"#
    } else {
        r#"{"type":"business","subtypes":["AI"],"displayName":"Acme","avatarUrl":"https://media.smooch.io/acme.png"}"#
    };
    format!(
        r#"{{"id":"63f0c1a9e7b2d4580e1c9f{:02}","received":"2026-05-21T15:53:30.197Z","author":{author},"content":{},"source":{{"type":"whatsapp","integrationId":"582dedf230e788746891281a","originalMessageId":"wamid.HBgLMTUxNDU1NTAxMDA","originalMessageTimestamp":"2026-05-21T15:53:29.000Z"}},"metadata":{{"campaign":"parcels","step":{index}}}}}"#,
        index % 100,
        content(tag, kind)
    )
}

/// A page of messages of all types.
pub fn message_page(tag: Tag, count: usize) -> String {
    let messages: Vec<_> = (0..count).map(|index| message(tag, index)).collect();
    format!(r#"{{"messages":[{}],{META}"#, messages.join(","))
}

/// A page of integrations of all types.
pub fn integration_page(tag: Tag, count: usize) -> String {
    let kinds = [
        (
            "android",
            r#""projectId":"acme-1","clientEmail":"push@acme.example.com","senderId":"4711","canUserSeeConversationList":true,"canUserCreateMoreConversations":false,"attachmentsEnabled":true"#,
        ),
        ("apple", r#""businessId":"urn:biz:4711","mspId":"9b1c""#),
        (
            "custom",
            r#""webhooks":[{"id":"5d8c1a","version":"v2","target":"https://acme.example.com/hook","triggers":["conversation:message","conversation:postback","client:add"],"secret":"wL5tq2kZ","includeFullUser":true,"includeFullSource":false}]"#,
        ),
        (
            "instagram",
            r#""appId":"4711","businessName":"Acme","businessUsername":"acme","pageId":"3581","businessId":"9812","username":"acme","userId":"77","storyRepliesEnabled":true,"storyMentionsEnabled":false"#,
        ),
        (
            "ios",
            r#""production":true,"autoUpdateBadge":true,"canUserSeeConversationList":true,"canUserCreateMoreConversations":false,"attachmentsEnabled":true"#,
        ),
        (
            "line",
            r#""channelId":"1471","serviceCode":"abc","qrCodeUrl":"https://qr.example.com/1471.png","lineId":"@acme""#,
        ),
        (
            "mailgun",
            r#""domain":"mail.acme.example.com","incomingAddress":"help@mail.acme.example.com","hideUnsubscribeLink":true,"fromAddress":"help@acme.example.com""#,
        ),
        ("messagebird", r#""originator":"12262121021","webhookSecret":"FbzlGrqeDxQ1q1cv""#),
        ("messenger", r#""appId":"4711","pageId":106731941223392,"pageName":"Acme""#),
        ("telegram", r#""username":"AcmeBot","botId":"192033615""#),
        ("twilio", r#""accountSid":"AC4711","phoneNumberSid":"PN4711","messagingServiceSid":"MG4711""#),
        ("twitter", r#""tier":"enterprise","envName":"prod""#),
        (
            "unity",
            r#""canUserSeeConversationList":true,"canUserCreateMoreConversations":false,"attachmentsEnabled":true"#,
        ),
        ("viber", r#""uri":"acme","accountId":"pa:4711""#),
        (
            "web",
            r##""brandColor":"#65758e","fixedIntroPane":true,"conversationColor":"#0099ff","actionColor":"#0099ff","displayStyle":"button","buttonIconUrl":"https://media.smooch.io/icon.png","buttonWidth":"58","buttonHeight":"58","integrationOrder":["582dedf230e788746891281a","582dedf230e788746891281b"],"businessName":"Acme","businessIconUrl":"https://media.smooch.io/acme.png","backgroundImageUrl":"https://media.smooch.io/back.png","originWhitelist":["https://acme.example.com"],"prechatCapture":{"avatarUrl":"https://media.smooch.io/bot.png","enabled":true,"enableEmailLinking":true,"fields":[{"type":"email","name":"email","label":"Your address?"}]},"canUserSeeConversationList":true,"canUserCreateMoreConversations":false,"attachmentsEnabled":true"##,
        ),
        ("whatsapp", r#""hsmFallbackLanguage":"en_US","accountId":"4711","phoneNumber":"+1 514 555-0100""#),
    ];
    let integration = |index: usize| {
        let (kind, fields) = kinds[index % kinds.len()];
        let common = format!(
            r#""id":"582dedf230e78874689128{index:02}","status":"active","displayName":"Acme {index}","defaultResponderId":"5d8cff3cd55b040010928b5b","defaultResponder":{{"name":"bot","integrationId":"5d8cff3cd55b040010928b5b","integrationType":"custom","deliverStandbyEvents":true,"nextSwitchboardIntegrationId":"5d8cff3cd55b040010928b5c","messageHistoryCount":10,"inherited":false}},"showAIDisclaimer":false,"#
        );
        tag.object(kind, &(common + fields))
    };
    let integrations: Vec<_> = (0..count).map(integration).collect();
    format!(r#"{{"integrations":[{}],{META}"#, integrations.join(","))
}

/// The body of a webhook: an event of each of the 25 types.
pub fn webhook_body(tag: Tag) -> String {
    let conversation = r#""conversation":{"id":"029c31f25a21b47effd7be90","type":"personal","metadata":{"lang":"en"},"activeSwitchboardIntegration":{"id":"5ef2","name":"bot","integrationId":"5d8c","integrationType":"custom"}}"#;
    let short_user = r#""user":{"id":"a90c","externalId":"customer-4711","zendeskId":"35436","authenticated":true}"#;
    let full_user = r#"{"id":"a90c","externalId":"customer-4711","signedUpAt":"2026-01-21T15:53:30.197Z","toBeRetained":false,"profile":{"givenName":"Ada","surname":"Lovelace","email":"ada@example.com","avatarUrl":"https://media.smooch.io/ada.png","locale":"en-GB"},"metadata":{"tier":"gold","visits":7},"identities":[{"type":"email","value":"ada@example.com","verification":"verified"}],"authenticated":true}"#;
    let user = format!(r#""user":{full_user}"#);
    let client = CLIENT.replace('@', "00");
    let source = r#""source":{"type":"whatsapp","integrationId":"582dedf230e788746891281a","originalMessageId":"wamid.HBg","originalMessageTimestamp":"2026-05-21T15:53:29.000Z"}"#;
    let activity = format!(
        r#""activity":{{"type":"conversation:read","source":{{"type":"web","integrationId":"582d"}},"author":{{"type":"user","userId":"a90c","user":{full_user}}}}}"#
    );
    let delivery = r#""message":{"id":"63f0c1a9e7b2d4580e1c9f01"},"destination":{"type":"whatsapp","integrationId":"582d"},"externalMessages":[{"id":"wamid.HBg"}],"isFinalEvent":true"#;
    let referral = r#""referral":{"code":"SPRING","details":{"source":"ad","type":"OPEN_THREAD","adId":"4711"}}"#;
    let failure = r#""error":{"code":"uncategorized_error","message":"It did not arrive."}"#;
    let mut events = String::new();
    let mut add = |kind: &str, payload: &str| {
        let comma = if events.is_empty() { "" } else { "," };
        let fields = format!(
            r#""id":"5d8cff3cd55b040010928b5b","createdAt":"2026-05-21T15:53:30.197Z","payload":{{{payload}}}"#
        );
        let _ = write!(events, "{comma}{}", tag.object(kind, &fields));
    };
    for (kind, reason) in [("add", "channelLinking"), ("remove", "api"), ("update", "confirmed")] {
        add(
            &format!("client:{kind}"),
            &format!(r#"{conversation},{short_user},"client":{client},"reason":"{reason}""#),
        );
    }
    add("conversation:create", &format!(r#"{conversation},"creationReason":"message",{source},{user},{referral}"#));
    add("conversation:join", &format!("{conversation},{short_user}"));
    add("conversation:leave", &format!("{conversation},{short_user}"));
    add("conversation:message:delivery:channel", &format!("{user},{conversation},{delivery}"));
    add("conversation:message:delivery:failure", &format!("{user},{conversation},{delivery},{failure}"));
    add("conversation:message:delivery:user", &format!("{user},{conversation},{delivery}"));
    let message = format!(
        r#"{{"id":"63f0c1a9e7b2d4580e1c9f01","received":"2026-05-21T15:53:30.197Z","author":{{"type":"user","userId":"a90c","user":{full_user}}},"content":{},{source},"metadata":{{"campaign":"parcels"}}}}"#,
        content(tag, "text")
    );
    add("conversation:message", &format!(r#"{conversation},"message":{message}"#));
    add(
        "conversation:postback",
        &format!(r#""postback":{{"payload":"CALL_ME","metadata":{{"step":"call"}}}},{conversation},{user},{source}"#),
    );
    add("conversation:read", &format!("{conversation},{activity}"));
    add("conversation:referral", &format!("{conversation},{user},{source},{referral}"));
    add("conversation:remove", conversation);
    add("conversation:typing", &format!("{conversation},{activity}"));
    for kind in ["acceptControl", "offerControl"] {
        add(&format!("switchboard:{kind}"), &format!(r#"{conversation},"metadata":{{"intent":"parcel"}}"#));
        add(
            &format!("switchboard:{kind}:failure"),
            &format!(r#"{conversation},"metadata":{{"intent":"parcel"}},{failure}"#),
        );
    }
    add(
        "switchboard:passControl",
        &format!(r#"{conversation},"metadata":{{"intent":"parcel"}},"reason":"ticketClosed""#),
    );
    add("switchboard:passControl:failure", &format!(r#"{conversation},"metadata":{{"intent":"parcel"}},{failure}"#));
    add(
        "switchboard:releaseControl",
        &format!(r#"{conversation},"metadata":{{"intent":"parcel"}},"reason":"transferToEmail""#),
    );
    add(
        "user:merge",
        &format!(
            r#""mergedUsers":{{"surviving":{full_user},"discarded":{full_user}}},"mergedClients":{{"surviving":{client},"discarded":{client}}},"discardedMetadata":{{"tier":"silver"}},"reason":"api""#
        ),
    );
    add("user:remove", short_user);
    add("user:update", &format!(r#"{user},"reason":"localeDetection",{source}"#));
    format!(r#"{{"app":{{"id":"5d8c"}},"webhook":{{"id":"59fc","version":"v2"}},"events":[{events}]}}"#)
}
