// The sandbox that the programs of src/cookbook.md run against. Each program is a process and includes this file.

use sunshine_conversations::models::*;
use sunshine_conversations::serde_json::json;
use sunshine_conversations::{ApiClient, AppClient, Credentials};
use sunshine_conversations_sandbox::Sandbox;

/// A sandbox with the user `customer-42` and one conversation, and a client for its app.
pub struct Setup {
    pub sandbox: &'static Sandbox,
    pub app: AppClient,
    /// Has messages of every kind, a form response included.
    pub conversation: ConversationId,
    /// A WhatsApp integration.
    pub whatsapp: IntegrationId,
    /// Custom integrations without a switchboard.
    pub bot_integration: IntegrationId,
    pub agents_integration: IntegrationId,
}

/// Also changes to a folder that contains `invoice.pdf`.
pub fn start() -> Setup {
    let folder = std::env::temp_dir().join("sunshine-conversations-cookbook");
    std::fs::create_dir_all(&folder).expect("a folder for temporary files");
    std::env::set_current_dir(&folder).expect("the folder exists");
    write("invoice.pdf", "%PDF-1.7");
    // The sandbox runs until the process ends.
    let sandbox = Box::leak(Box::new(Sandbox::start().expect("the sandbox starts")));
    filled(sandbox).expect("the sandbox accepts the setup")
}

fn filled(sandbox: &'static Sandbox) -> sunshine_conversations::Result<Setup> {
    let credentials = Credentials::basic(sandbox.key_id(), sandbox.key_secret());
    let api = ApiClient::builder().base_url(sandbox.base_url()).credentials(credentials).build()?;
    let app = api.app(sandbox.app_id());
    for user in ["customer-42", "customer-43"] {
        let profile = Profile::new().with_given_name("Ada").with_surname("Lovelace");
        app.create_user(&UserCreateBody::new().with_external_id(user).with_profile(profile)).send()?;
    }
    let participant = ParticipantCreate::new().with_user_external_id("customer-42");
    let body = ConversationCreateBody::new(ConversationType::Personal).with_participants([participant]);
    let conversation = app.create_conversation(&body).send()?.conversation.id;

    let whatsapp = create_integration(&app, WhatsAppIntegration::new().with_display_name("Shop"))?;
    let criteria = MatchCriteriaWhatsApp::new(&whatsapp, "+15557654321");
    let confirmation = ClientConfirmation::new(ClientConfirmationType::Immediate);
    let client = ClientCreate::new(criteria, confirmation, ClientTarget::new(&conversation));
    app.create_client("customer-42", &client).send()?;

    let user = || Author::new(AuthorType::User).with_user_external_id("customer-42");
    for number in 1..=3 {
        let text = TextMessage::new().with_text(format!("Message {number}"));
        app.post_message(&conversation, &MessagePost::new(user(), text)).send()?;
    }
    let field = FormMessageField::new(FormFieldType::Text, "name", "Your name?");
    let form = MessagePost::new(AuthorType::Business, FormMessage::new([field]));
    let form = app.post_message(&conversation, &form).send()?.messages[0].id.clone();
    let name = json!({"type": "text", "name": "name", "label": "Your name?", "text": "Ada", "quotedMessageId": form});
    let customer = sandbox.end_user("customer-42").in_conversation(conversation.as_str());
    customer.send(json!({"type": "formResponse", "fields": [name]})).expect("a response to the form");

    let bot_integration = create_integration(&app, custom("Bot"))?;
    let agents_integration = create_integration(&app, custom("Agents"))?;
    Ok(Setup { sandbox, app, conversation, whatsapp, bot_integration, agents_integration })
}

fn custom(name: &str) -> CustomIntegration {
    CustomIntegration::new([Webhook::new("http://127.0.0.1:9/", [Trigger::UserMerge])]).with_display_name(name)
}

fn create_integration(
    app: &AppClient,
    integration: impl Into<Integration>,
) -> sunshine_conversations::Result<IntegrationId> {
    let created = app.create_integration(&integration.into()).send()?.integration;
    Ok(match created {
        Integration::Custom(created) => created.id,
        Integration::WhatsApp(created) => created.id,
        other => panic!("created {other:?}"),
    })
}

impl Setup {
    /// Puts the integration `bot` in control of new and existing conversations; `agents` is the next.
    pub fn add_switchboard(&self) -> sunshine_conversations::Result<()> {
        let app = &self.app;
        let switchboard = app.create_switchboard().send()?.switchboard.id;
        let body = |name: &str, integration: &IntegrationId| {
            SwitchboardIntegrationCreateBody::new(name).with_integration_id(integration)
        };
        let agents = body("agents", &self.agents_integration);
        let agents = app.create_switchboard_integration(&switchboard, &agents).send()?.switchboard_integration;
        let bot = body("bot", &self.bot_integration).with_next_switchboard_integration_id(agents.id);
        let bot = app.create_switchboard_integration(&switchboard, &bot).send()?.switchboard_integration;
        let default = SwitchboardUpdateBody::new().with_enabled(true).with_default_switchboard_integration_id(bot.id);
        app.update_switchboard(&switchboard, &default).send()?;
        Ok(())
    }
}

/// Writes the certificate of a certificate authority.
pub fn write_certificate(path: &str) {
    write(path, include_str!("ca.pem"));
}

/// Other programs may write the same file at the same time.
fn write(path: &str, content: &str) {
    let new = format!("{path}.{}", std::process::id());
    std::fs::write(&new, content).and_then(|()| std::fs::rename(&new, path)).expect("a new file");
}
