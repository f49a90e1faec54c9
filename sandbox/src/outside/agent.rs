//! A simulated human agent: takes a conversation, responds, transfers it and closes the ticket.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::domain::messages::{Draft, add as add_message, add_expanded, check as check_message};
use crate::domain::switchboard::{default as default_controller, find_named as switchboard_named};
use crate::model::context::Context;
use crate::model::event::Source;
use crate::model::state::App;
use crate::model::switchboard::Controller;
use crate::util::error::ApiError;
use crate::util::packed::Object;

/// The type of the agent's integration in a switchboard.
const WORKSPACE: &str = "zd:agentWorkspace";

/// The display name of an agent without a name.
const NAME: &str = "Agent";

/// An action of an agent.
#[derive(Deserialize, Serialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub(crate) enum AgentAction {
    /// Control passes to the agent, if the switchboard is enabled.
    TakeConversation,
    Message {
        content: Object,
        name: Option<String>,
    },
    /// Control passes to a switchboard integration, by ID, name or type. Defaults to the one after the agent's.
    Transfer {
        switchboard_integration: Option<String>,
        /// Whether the agent continues by email, which ends the conversation.
        #[serde(default)]
        to_email: bool,
    },
    /// The ticket is closed, and control passes to the next or the default integration.
    Close,
}

impl AgentAction {
    pub(crate) fn perform(self, conversation: &str, app: &mut App, context: &Context) -> Result<Value, ApiError> {
        app.conversation(conversation)?;
        match self {
            Self::TakeConversation => {
                let workspace = switchboard_named(WORKSPACE, app)?
                    .ok_or_else(|| ApiError::bad_request(format!("the switchboard doesn't have a {WORKSPACE}")))?;
                pass(conversation, workspace, None, app)?;
            }
            Self::Message { content, name } => {
                let name = name.unwrap_or_else(|| NAME.to_owned());
                let author = json!({"type": "business", "subtypes": ["agent"], "displayName": name});
                let author = author.as_object().cloned().unwrap_or_default();
                check_message(&content, &author, conversation, app, context)?;
                let draft = Draft::new(author, content, Source::agent());
                let messages = add_expanded(draft, conversation, app, context)?;
                return Ok(json!({"messageId": messages.last().map(|message| &message.id)}));
            }
            Self::Transfer { switchboard_integration, to_email } => {
                let target = match &switchboard_integration {
                    Some(key) => switchboard_named(key, app)?.ok_or_else(|| {
                        ApiError::not_found(format!("/switchboardIntegration: switchboard integration {key} not found"))
                    })?,
                    None => next(app).ok_or_else(|| {
                        ApiError::bad_request(
                            "/switchboardIntegration: is required, because the switchboard has nothing after the agent",
                        )
                    })?,
                };
                if to_email {
                    inform(conversation, "ticket:transfer:email", app, context)?;
                }
                pass(conversation, target, to_email.then_some("transferToEmail"), app)?;
            }
            Self::Close => {
                inform(conversation, "ticket:closed", app, context)?;
                match next(app).or_else(|| default(app)) {
                    Some(target) => pass(conversation, target, Some("ticketClosed"), app)?,
                    None => release(conversation, app)?,
                }
            }
        }
        Ok(json!({}))
    }
}

fn pass(conversation: &str, target: Controller, reason: Option<&str>, app: &mut App) -> Result<(), ApiError> {
    let control = &mut app.conversation_mut(conversation)?.control;
    control.active_switchboard_integration = Some(target);
    control.pending_switchboard_integration = None;
    app.emit_handover("switchboard:passControl", conversation, reason);
    Ok(())
}

fn release(conversation: &str, app: &mut App) -> Result<(), ApiError> {
    let control = &mut app.conversation_mut(conversation)?.control;
    if control.active_switchboard_integration.take().is_some() {
        app.emit_handover("switchboard:releaseControl", conversation, Some("ticketClosed"));
    }
    Ok(())
}

/// Informs the user about the ticket, in a message of the system.
fn inform(conversation: &str, activity: &str, app: &mut App, context: &Context) -> Result<(), ApiError> {
    let text = match activity {
        "ticket:closed" => "The ticket was closed.",
        _ => "The conversation continues by email.",
    };
    let author = json!({"type": "business", "subtypes": ["activity"]});
    let content = json!({"type": "text", "text": text});
    let object = |value: &Value| value.as_object().cloned().unwrap_or_default();
    let draft = Draft {
        activity: Some(json!({"type": activity, "data": {}})),
        ..Draft::new(object(&author), object(&content), Source::agent())
    };
    add_message(draft, conversation, app, context).map(drop)
}

/// The switchboard integration after the agent's.
fn next(app: &App) -> Option<Controller> {
    let all = app.active_switchboard_integrations();
    let workspace = all.iter().find(|one| one.integration_type == WORKSPACE)?;
    let next = workspace.next_switchboard_integration_id.as_deref()?;
    all.iter().find(|one| one.id == next).map(Controller::from)
}

/// The switchboard's default, unless that is the agent's.
fn default(app: &App) -> Option<Controller> {
    default_controller(app).filter(|one| one.integration_type != WORKSPACE).map(Controller::from)
}
