// The chat pane: a conversation as the end user sees it.

import { get, getText, list, path, simulate, upload } from "./api.js";
import { attempt, button, debounce, download, element, find, options } from "./dom.js";
import { content, quickReplies } from "./content.js";
import { changed, state } from "./state.js";

const CHANNELS = ["web", "whatsapp", "messenger", "instagram", "telegram", "line", "viber", "twilio", "apple", "mailgun"];
const PLACE = { type: "location", coordinates: { lat: 51.5237, long: -0.1585 } };

const error = () => find("#chat-error");
/** The messages in the thread: the JSON and the element, by ID. */
let bubbles = new Map();
let shownConversation = null;
let shownReplies = null;
let isTyping = false;
let typingTimer;
/** The previous action, after which the next one is performed. */
let queue = Promise.resolve();

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
  const thread = find("#thread");
  thread.addEventListener("scroll", () => (isAtEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 40));
  // An image changes the height of its message when it is loaded.
  thread.addEventListener("load", follow, true);
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
  areUsersOutdated = true;
  await choose({ user: created.userId, conversation: "" });
  find("#text").focus();
}

/** Performs an action of the end user on the selected channel, in the selected conversation. Actions keep their order. */
export function act(action) {
  const { app, user, conversation } = state;
  const channel = find("#channel").value;
  if (!user) {
    error().textContent = "Create or choose an end user first.";
    return Promise.resolve(false);
  }
  queue = queue.then(async () => {
    const result = await attempt(error(), async () => {
      const event = { type: "userAction", user, action };
      if (conversation) event.conversation = conversation;
      event.client = await client(app, user, channel);
      return simulate(app, event);
    });
    if (!result) return false;
    if (!conversation && state.user === user && !state.conversation) changed({ conversation: result.conversationId });
    refresh();
    return true;
  });
  return queue;
}

/** The user's client of a channel, which is added if necessary. Undefined for the web. */
async function client(app, user, channel) {
  if (channel === "web") return undefined;
  const found = (await list(app, "users", { search: user })).records.find((one) => one.id === user);
  const known = found?.clients.find((one) => one.type === channel && one.status === "active");
  return known?.id ?? (await simulate(app, { type: "addClient", user, channel })).clientId;
}

async function sendText() {
  const field = find("#text");
  const text = field.value.trim();
  if (text === "") return;
  // Cleared at once, so that a second Enter doesn't send the text again.
  field.value = "";
  isTyping = false;
  const isSent = await act({ type: "message", content: { type: "text", text } });
  if (!isSent) field.value = [text, field.value].filter(Boolean).join("\n");
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
  const users = (await list(state.app, "users", { limit: 200 })).records;
  if (state.user && !users.some((one) => one.id === state.user)) {
    // Older than those that are listed.
    users.push(...(await list(state.app, "users", { search: state.user })).records.filter((one) => one.id === state.user));
  }
  if (state.user && !users.some((one) => one.id === state.user)) changed({ user: "", conversation: "" });
  const name = ({ profile, externalId, id }) =>
    [profile.givenName, profile.surname].filter(Boolean).join(" ") || externalId || id;
  options(find("#user"), [["", users.length ? "Choose" : "None yet"], ...users.map((user) => [user.id, name(user)])], state.user);
}

let running = null;
let isOutdated = false;
let areUsersOutdated = true;

/** Loads the messages again, and the users if necessary. One load at a time: an older one must not replace a newer one. */
export function refresh(withUsers = false) {
  isOutdated = true;
  areUsersOutdated ||= withUsers;
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
  const { app } = state;
  if (!app) return;
  if (areUsersOutdated || find("#user").value !== state.user) {
    areUsersOutdated = false;
    await loadUsers();
  }
  const { user } = state;
  const conversations = user ? (await list(app, "conversations", { user })).records : [];
  // The selection has changed meanwhile, so the records belong to the old one.
  if (state.app !== app || state.user !== user) {
    isOutdated = true;
    return;
  }
  if (!conversations.some((one) => one.id === state.conversation)) {
    changed({ conversation: conversations.find((one) => one.isDefault)?.id ?? conversations[0]?.id ?? "" });
  }
  const label = (one) => one.displayName || (one.isDefault ? "Default" : one.id);
  const pairs = conversations.map((one) => [one.id, label(one)]);
  options(find("#conversation"), pairs.length ? pairs : [["", "New"]], state.conversation);
  await showConversation();
}

async function showConversation() {
  const { app, conversation } = state;
  const shown = conversation ? await get(path("apps", app, "conversations", conversation)) : { messages: [], hasMore: false };
  // Another conversation has been selected meanwhile.
  if (state.app !== app || state.conversation !== conversation) {
    isOutdated = true;
    return;
  }
  const last = shown.messages.at(-1);
  const isNew = last && !bubbles.has(last.id);
  if (isNew && last.author.type === "business") typing(false);
  showThread(conversation, shown);
  replies(last);
  showControl(shown.conversation);
  const unread = shown.participants?.find((one) => one.userId === state.user)?.unreadCount ?? 0;
  find("#read").textContent = unread ? `Mark as read (${unread})` : "Mark as read";
  find("#read").disabled = unread === 0;
}

/** Only changes elements of messages that have changed, so that a form keeps its values. */
function showThread(conversation, { messages, hasMore }) {
  const thread = find("#thread");
  if (conversation !== shownConversation) {
    shownConversation = conversation;
    bubbles = new Map();
    isAtEnd = true;
  }
  const old = bubbles;
  bubbles = new Map(
    messages.map((message) => {
      const version = JSON.stringify(message);
      const known = old.get(message.id);
      return [message.id, known?.version === version ? known : { version, node: bubble(message) }];
    }),
  );
  const notes = [hasMore && "Older messages aren't shown.", messages.length === 0 && "No messages yet."].filter(Boolean);
  const nodes = [...notes.map((text) => element("p", { class: "note" }, text)), ...[...bubbles.values()].map(({ node }) => node)];
  const kept = new Set(nodes);
  for (const child of [...thread.children]) if (!kept.has(child)) child.remove();
  let next = thread.firstChild;
  for (const node of nodes) {
    if (node === next) next = next.nextSibling;
    else thread.insertBefore(node, next);
  }
  follow();
}

let isAtEnd = true;

/** Scrolls to new messages, unless the user has scrolled up. */
function follow() {
  const thread = find("#thread");
  if (isAtEnd) thread.scrollTop = thread.scrollHeight;
}

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

/** Shows the quick replies of the last message. */
function replies(last) {
  const version = JSON.stringify(last ?? null);
  if (version === shownReplies) return;
  shownReplies = version;
  const group = find("#replies");
  const tap = async (action) => {
    const given = [...group.children];
    given.forEach((one) => (one.disabled = true));
    const reply = action.type === "reply" ? { type: "reply", text: action.text } : { type: "message", content: PLACE };
    if (!(await act(reply))) given.forEach((one) => (one.disabled = false));
  };
  group.replaceChildren(...quickReplies(last).map((action) => button(action.text, () => tap(action))));
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

/** Shows the effects of a request to the API or of a simulated event. */
export function happened(kind, entry) {
  if (kind === "request") {
    typed(entry);
    // The operations that happen most often don't change users.
    if (entry.method !== "GET") refreshSoon(!/Message|Activity|Attachment|Control/.test(entry.operation ?? ""));
  } else if (kind === "simulated") {
    refreshSoon(!["userAction", "agentAction"].includes(entry.event.type));
  }
}

const refreshLater = debounce(() => state.view === "chat" && refresh(), 100);

function refreshSoon(withUsers) {
  areUsersOutdated ||= withUsers;
  refreshLater();
}

/** Shows typing of the business, from its requests. */
function typed({ operation, path: target, body }) {
  if (operation !== "PostActivity" || !state.conversation || !target.includes(state.conversation)) return;
  if (body?.author?.type !== "business") return;
  if (body.type === "typing:start") typing(true);
  if (body.type === "typing:stop") typing(false);
}
