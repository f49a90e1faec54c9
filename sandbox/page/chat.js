// The chat pane: a conversation as the end user sees it.

import * as agent from "./agent.js";
import { createConversation, get, list, path, simulate, upload } from "./api.js";
import { quickReplies } from "./content.js";
import { attempt, button, debounce, find, options } from "./dom.js";
import { changed, state } from "./state.js";
import * as thread from "./thread.js";

const CHANNELS = ["web", "whatsapp", "messenger", "instagram", "telegram", "line", "viber", "twilio", "apple", "mailgun"];
const PLACE = { type: "location", coordinates: { lat: 51.5237, long: -0.1585 } };

const error = () => find("#chat-error");
let shownReplies = null;
/** The last message that was marked as read. */
let lastRead = null;
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
  find("#new-conversation").addEventListener("click", newConversation);
  find("#read").addEventListener("click", () => act({ type: "read" }));
  find("#auto-read").addEventListener("change", () => refresh());
  document.addEventListener("visibilitychange", () => refresh());
  find("#file").addEventListener("change", sendFile);
  agent.start();
  thread.start();
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
    refreshLater();
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
  areUsersOutdated ||= withUsers;
  // Otherwise they are loaded once the chat is shown.
  if (state.view !== "chat") return Promise.resolve();
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
  const { app } = state;
  if (!app) return;
  if (areUsersOutdated || find("#user").value !== state.user) {
    areUsersOutdated = false;
    await Promise.all([loadUsers(), agent.loadTargets()]);
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
  const label = (one) => one.displayName || (one.isDefault ? "Default" : `… ${one.id.slice(-6)}`);
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
  if (last?.author.type === "business" && !thread.has(last.id)) typing(false);
  thread.show(conversation, shown, act);
  replies(last);
  agent.showControl(shown.conversation);
  const { businessLastRead } = shown.conversation ?? {};
  const isSeen = last?.author.type === "user" && businessLastRead && businessLastRead >= last.received;
  find("#blocked").hidden = !last?.content.blockChatInput;
  find("#seen").textContent = isSeen ? "Read by the business" : "";
  const unread = shown.participants?.find((one) => one.userId === state.user)?.unreadCount ?? 0;
  find("#read").textContent = unread ? `Mark as read (${unread})` : "Mark as read";
  find("#read").disabled = unread === 0;
  if (unread > 0) readAutomatically(last);
}

/** Marks the messages as read if the end user sees them. Once for each message, in case that fails. */
function readAutomatically(last) {
  if (!find("#auto-read").checked || !thread.isRead() || last.id === lastRead) return;
  lastRead = last.id;
  act({ type: "read" });
}

async function newConversation() {
  const { app, user } = state;
  if (!user) {
    error().textContent = "Create or choose an end user first.";
    return;
  }
  const created = await attempt(error(), () => createConversation(app, user));
  if (created) await choose({ conversation: created.id });
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

const refreshLater = debounce(() => refresh(), 100);

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
