// Records of the selected app, in pages.

import { list } from "./api.js";
import { attempt, button, debounce, element, find, json, options } from "./dom.js";
import { changed, state } from "./state.js";

const KINDS = [
  ["users", "Users"],
  ["conversations", "Conversations"],
  ["integrations", "Integrations"],
  ["webhooks", "Webhooks"],
  ["switchboards", "Switchboards"],
  ["switchboardIntegrations", "Switchboard integrations"],
];

let last;
/** The kind and the search text that are shown. */
let shown = "";
/** Incremented by each search. Responses to older ones are ignored. */
let searches = 0;

export function start(openChat) {
  options(find("#kind"), KINDS);
  find("#kind").addEventListener("change", () => {
    find("#records").replaceChildren();
    refresh(openChat);
  });
  // A list that is already shown isn't replaced, because the user may have opened one of its records.
  find("#search").addEventListener("input", debounce(() => query() !== shown && refresh(openChat), 200));
  find("#more").addEventListener("click", () => load(openChat));
}

const query = () => JSON.stringify([state.app, find("#kind").value, find("#search").value]);

export async function refresh(openChat) {
  shown = query();
  last = undefined;
  searches += 1;
  await load(openChat, true);
}

async function load(openChat, isNew = false) {
  if (!state.app) return;
  const kind = find("#kind").value;
  const place = find("#records");
  const search = searches;
  const error = element("p", { role: "alert" });
  find("#more").disabled = true;
  const page = await attempt(error, () => list(state.app, kind, { search: find("#search").value, after: last }));
  if (search !== searches) return;
  find("#more").disabled = false;
  if (isNew) place.replaceChildren();
  if (!page) {
    place.append(error);
    return;
  }
  place.append(...page.records.map((record) => row(kind, record, openChat)));
  if (place.children.length === 0) place.append(element("p", { class: "note" }, "No records."));
  last = page.records.at(-1)?.id;
  find("#more").hidden = !page.hasMore;
}

function title(kind, record) {
  const profile = record.profile ?? {};
  const name = [profile.givenName, profile.surname].filter(Boolean).join(" ");
  return {
    users: name || record.externalId || record.id,
    conversations: record.displayName || record.lastMessage?.content?.text || record.id,
    integrations: [record.type, record.displayName].filter(Boolean).join(": "),
    webhooks: record.target,
    switchboards: record.enabled ? "Enabled" : "Disabled",
    switchboardIntegrations: record.name,
  }[kind];
}

function row(kind, record, openChat) {
  const user = kind === "users" ? record.id : record.participants?.[0]?.userId;
  const conversation = kind === "conversations" ? record.id : "";
  const chat = () => {
    changed({ user, conversation, view: "chat" });
    openChat();
  };
  return element(
    "details",
    {},
    element("summary", {}, title(kind, record), " ", element("code", {}, record.id)),
    user && button("Open in the chat", chat),
    json(record),
  );
}
