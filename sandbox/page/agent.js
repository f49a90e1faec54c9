// Actions of an agent in the selected conversation, and files of it.

import { getText, list, path, simulate } from "./api.js";
import { attempt, download, find, options } from "./dom.js";
import { state } from "./state.js";

const error = () => find("#chat-error");

export function start() {
  find("#agent").addEventListener("click", (event) => perform(event.target.value));
  find("#agent").open = innerWidth >= 600;
}

async function perform(kind) {
  const { app, conversation } = state;
  if (!conversation) return;
  const saved = { seed: "seed.json", transcript: "transcript.yaml" }[kind];
  if (saved) {
    const text = await attempt(error(), () => getText(path("apps", app, "conversations", conversation, kind)));
    if (text) download(saved, text);
    return;
  }
  const action = actionOf(kind);
  if (!action) return;
  const done = await attempt(error(), () => simulate(app, { type: "agentAction", conversation, action }));
  if (done && kind === "message") find("#text").value = "";
}

/** The action of a button, or null. */
function actionOf(kind) {
  switch (kind) {
    case "takeConversation":
    case "close":
      return { type: kind };
    case "transfer": {
      const target = find("#transfer-target").value;
      return target ? { type: kind, switchboardIntegration: target } : { type: kind };
    }
    case "message": {
      const text = find("#text").value.trim();
      if (text !== "") return { type: kind, content: { type: "text", text } };
      error().textContent = "Write the agent's message first.";
      return null;
    }
    default:
      return null;
  }
}

/** Loads the switchboard integrations to which a conversation can be transferred. */
export async function loadTargets() {
  const { records } = await list(state.app, "switchboardIntegrations", { limit: 200 });
  const select = find("#transfer-target");
  options(select, [["", "the next integration"], ...records.map(({ id, name }) => [id, name])]);
  find("#transfer").hidden = records.length === 0;
}

/** Shows the integration that controls the conversation. */
export function showControl(conversation) {
  const active = conversation?.activeSwitchboardIntegration;
  find("#control").textContent = active
    ? `${active.name} controls the conversation.`
    : "The conversation isn't controlled by a switchboard integration.";
  find("#agent").querySelectorAll("button, select").forEach((one) => (one.disabled = !conversation));
}
