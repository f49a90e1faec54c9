// The messages of a conversation.

import { content } from "./content.js";
import { element, find } from "./dom.js";

/** The messages that are shown: the JSON and the element, by ID. */
let bubbles = new Map();
let shownConversation = null;
let isAtEnd = true;

export function start() {
  const thread = find("#thread");
  let previous = 0;
  thread.addEventListener("scroll", () => {
    const isNearEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 40;
    // The end also moves away when the thread becomes smaller: only the user scrolls up.
    isAtEnd = isNearEnd || (isAtEnd && thread.scrollTop >= previous);
    previous = thread.scrollTop;
  });
  // An image changes the height of its message when it is loaded, and quick replies change that of the thread.
  thread.addEventListener("load", follow, true);
  new ResizeObserver(follow).observe(thread);
}

/** Returns whether a message is shown. */
export const has = (id) => bubbles.has(id);

/** Returns whether the end of the thread is visible. */
export const isRead = () => isAtEnd && document.visibilityState === "visible";

/** Shows the messages of a conversation. Only changes elements of messages that have changed, so that a form keeps its values. */
export function show(conversation, { messages, hasMore }, act) {
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
      return [message.id, known?.version === version ? known : { version, node: bubble(message, act) }];
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

/** Scrolls to new messages, unless the user has scrolled up. */
function follow() {
  const thread = find("#thread");
  if (isAtEnd) thread.scrollTop = thread.scrollHeight;
}

function bubble(message, act) {
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
