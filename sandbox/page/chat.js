// The chat pane: a conversation as the end user sees it.

import { get, getText, list, path, simulate, upload } from "./api.js";
import { attempt, debounce, download, element, find, options } from "./dom.js";
import { content, quickReplies } from "./content.js";
import { changed, state } from "./state.js";

const CHANNELS = ["web", "whatsapp", "messenger", "instagram", "telegram", "line", "viber", "twilio", "apple", "mailgun"];
const PLACE = { type: "location", coordinates: { lat: 51.5237, long: -0.1585 } };

const error = () => find("#chat-error");
let users = [];
let newest = null;
let isTyping = false;
let typingTimer;

export function start() {
  options(find("#channel"), CHANNELS.map((channel) => [channel, channel]));
  find("#user").addEventListener("change", (event) => choose({ user: event.target.value, conversation: "" }));
  find("#conversation").addEventListener("change", (event) => choose({ conversation: event.target.value }));
  find("#new-user").addEventListener("click", () => toggleForm(true));
  find("#user-form").addEventListener("submit", createUser);
  find("#user-form [value=cancel]").addEventListener("click", () => toggleForm(false));
  find("#composer").addEventListener("submit", (event) => {
    event.preventDefault();
    sendText();
  });
  find("#text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      sendText();
    }
  });
  find("#text").addEventListener("input", type);
  find("#location").addEventListener("click", () => act({ type: "message", content: PLACE }));
  find("#read").addEventListener("click", () => act({ type: "read" }));
  find("#file").addEventListener("change", sendFile);
  find("#agent").addEventListener("click", agent);
  find("#agent").open = innerWidth >= 600;
  // An image changes the height of its message when it is loaded.
  find("#thread").addEventListener("load", toEnd, true);
}

function choose(change) {
  changed(change);
  return refresh();
}

function toggleForm(isShown) {
  find("#user-form").hidden = !isShown;
  if (isShown) find("#user-form [name=givenName]").focus();
}

async function createUser(event) {
  event.preventDefault();
  const given = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ""));
  const created = await attempt(error(), () => simulate(state.app, { type: "addUser", ...given }));
  if (!created) return;
  event.target.reset();
  toggleForm(false);
  await choose({ user: created.userId, conversation: "" });
  find("#text").focus();
}

/** Performs an action of the end user on the selected channel, in the selected conversation. */
export async function act(action) {
  if (!state.user) {
    error().textContent = "Create or choose an end user first.";
    return false;
  }
  const result = await attempt(error(), async () => {
    const event = { type: "userAction", user: state.user, action };
    if (state.conversation) event.conversation = state.conversation;
    event.client = await client();
    return simulate(state.app, event);
  });
  if (!result) return false;
  if (!state.conversation) changed({ conversation: result.conversationId });
  refresh();
  return true;
}

/** The user's client of the selected channel, which is added if necessary. Undefined for the web. */
async function client() {
  const channel = find("#channel").value;
  if (channel === "web") return undefined;
  const user = users.find((one) => one.id === state.user);
  const known = user?.clients.find((one) => one.type === channel && one.status === "active");
  if (known) return known.id;
  const { clientId } = await simulate(state.app, { type: "addClient", user: state.user, channel });
  await loadUsers();
  return clientId;
}

async function sendText() {
  const text = find("#text").value.trim();
  if (text === "") return;
  isTyping = false;
  if (await act({ type: "message", content: { type: "text", text } })) find("#text").value = "";
}

async function sendFile(event) {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  const sent = await attempt(error(), () => upload(state.app, file));
  if (!sent) return;
  const type = sent.mediaType.startsWith("image/") ? "image" : "file";
  act({ type: "message", content: { type, mediaUrl: sent.mediaUrl, altText: file.name } });
}

const stopTyping = debounce(() => {
  if (isTyping && state.conversation) act({ type: "stopTyping" });
  isTyping = false;
}, 3000);

function type() {
  if (!isTyping && state.user && state.conversation) act({ type: "startTyping" });
  isTyping = true;
  stopTyping();
}

async function agent(event) {
  const kind = event.target.value;
  if (!kind || !state.conversation) return;
  const saved = { seed: "seed.json", transcript: "transcript.yaml" }[kind];
  if (saved) {
    const text = await attempt(error(), () => getText(path("apps", state.app, "conversations", state.conversation, kind)));
    if (text) download(saved, text);
    return;
  }
  const action = { type: kind };
  if (kind === "message") {
    const text = find("#text").value.trim();
    if (text === "") {
      error().textContent = "Write the agent's message first.";
      return;
    }
    action.content = { type: "text", text };
  }
  const done = await attempt(error(), () =>
    simulate(state.app, { type: "agentAction", conversation: state.conversation, action }),
  );
  if (done && kind === "message") find("#text").value = "";
  refresh();
}

async function loadUsers() {
  users = (await list(state.app, "users", { limit: 200 })).records;
  if (state.user && !users.some((one) => one.id === state.user)) {
    // Older than those that are listed.
    users.push(...(await list(state.app, "users", { search: state.user })).records);
  }
  const name = ({ profile, externalId, id }) =>
    [profile.givenName, profile.surname].filter(Boolean).join(" ") || externalId || id;
  options(find("#user"), [["", users.length ? "Choose" : "None yet"], ...users.map((user) => [user.id, name(user)])], state.user);
}

let running = null;
let isOutdated = false;

/** Loads the users, conversations and messages again. One load at a time: an older one must not replace a newer one. */
export function refresh() {
  isOutdated = true;
  running ??= (async () => {
    while (isOutdated) {
      isOutdated = false;
      try {
        await load();
      } catch (failure) {
        error().textContent = failure.message;
      }
    }
    running = null;
  })();
  return running;
}

async function load() {
  const { app, user } = state;
  if (!app) return;
  await loadUsers();
  const conversations = user ? (await list(app, "conversations", { user })).records : [];
  // The selection has changed meanwhile, so the records belong to the old one.
  if (state.app !== app || state.user !== user) {
    isOutdated = true;
    return;
  }
  if (user && !users.some((one) => one.id === user)) changed({ user: "", conversation: "" });
  if (!conversations.some((one) => one.id === state.conversation)) {
    changed({ conversation: conversations.find((one) => one.isDefault)?.id ?? conversations[0]?.id ?? "" });
  }
  const label = (one) => one.displayName || (one.isDefault ? "Default" : one.id);
  const pairs = conversations.map((one) => [one.id, label(one)]);
  options(find("#conversation"), pairs.length ? pairs : [["", "New"]], state.conversation);
  await showMessages();
}

async function showMessages() {
  const thread = find("#thread");
  const shown = state.conversation
    ? await get(path("apps", state.app, "conversations", state.conversation))
    : { messages: [], hasMore: false };
  const last = shown.messages.at(-1);
  const version = JSON.stringify([state.conversation, shown.messages.length, last?.id, shown.messages.map((one) => one.content.submitted)]);
  if (version !== newest) {
    newest = version;
    thread.replaceChildren(
      ...(shown.hasMore ? [element("p", { class: "note" }, "Older messages aren't shown.")] : []),
      ...(shown.messages.length ? shown.messages.map(bubble) : [element("p", { class: "note" }, "No messages yet.")]),
    );
    toEnd();
    if (last?.author.type === "business") typing(false);
    replies(last);
  }
  showControl(shown.conversation);
  const unread = shown.participants?.find((one) => one.userId === state.user)?.unreadCount ?? 0;
  find("#read").textContent = unread ? `Mark as read (${unread})` : "Mark as read";
  find("#read").disabled = unread === 0;
}

const toEnd = () => (find("#thread").scrollTop = find("#thread").scrollHeight);

function bubble(message) {
  const side = message.author.type === "user" ? "user" : "business";
  const names = message.author.displayName || (side === "user" ? "User" : "Business");
  const subtypes = message.author.subtypes?.length ? ` (${message.author.subtypes.join(", ")})` : "";
  return element(
    "article",
    { class: `message ${side}`, "data-id": message.id },
    element("header", {}, names + subtypes, " ", element("time", { datetime: message.received }, message.received.slice(11, 19))),
    message.deleted ? element("p", { class: "note" }, "Deleted") : content(message, act),
  );
}

function replies(last) {
  const given = quickReplies(last).map((action) =>
    element(
      "button",
      {
        type: "button",
        onclick: () =>
          act(action.type === "reply" ? { type: "reply", text: action.text } : { type: "message", content: PLACE }),
      },
      action.text,
    ),
  );
  find("#replies").replaceChildren(...given);
}

function showControl(conversation) {
  const active = conversation?.activeSwitchboardIntegration;
  find("#control").textContent = active
    ? `${active.name} controls the conversation.`
    : "The conversation isn't controlled by a switchboard integration.";
  find("#agent").querySelectorAll("button").forEach((one) => (one.disabled = !conversation));
}

function typing(is) {
  clearTimeout(typingTimer);
  find("#typing").textContent = is ? "The business is typing …" : "";
  if (is) typingTimer = setTimeout(() => typing(false), 10000);
}

/** Shows typing of the business, from its requests. */
export function requested(request) {
  const { operation, path: target, body } = request;
  if (operation !== "PostActivity" || !state.conversation || !target.includes(state.conversation)) return;
  if (body?.author?.type !== "business") return;
  if (body.type === "typing:start") typing(true);
  if (body.type === "typing:stop") typing(false);
}
