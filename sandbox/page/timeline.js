// The timeline: requests, webhook deliveries and simulated events, newest first.

import { get, path, post } from "./api.js";
import { attempt, button, element, find, json } from "./dom.js";

const MOST = 500;
let entries = [];
/** The button that opened the details. */
let opener = null;

export function start() {
  find("#timeline .bar").addEventListener("input", draw);
  find("#clear-timeline").addEventListener("click", clear);
  find("#rows").addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const row = step && event.target.closest("li")?.[step];
    if (row) {
      event.preventDefault();
      row.querySelector("button").focus();
    }
  });
  find("#details").addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
}

const key = ({ kind, data }) => `${kind} ${data.number}`;

/** Loads the entries that this page doesn't have: those from before it was opened, or while it was disconnected. */
export async function load() {
  const latest = entries.findLast(({ kind }) => kind === "request")?.data.number ?? 0;
  const { requests: count, deliveries, simulated } = await get("sandbox/state");
  // The logs may contain thousands of entries, of which only the latest are shown.
  const after = (last) => `after=${Math.max(0, last - MOST)}`;
  const [journal, log, events] = await Promise.all([
    get(`sandbox/journal?${after(count)}`),
    get(`sandbox/deliveries?${after(deliveries)}`),
    get(`sandbox/simulated?${after(simulated)}`),
  ]);
  // The numbers start again if the sandbox was restarted, or if its journal was cleared.
  if (latest > count) entries = [];
  const known = new Set(entries.map(key));
  const missing = [
    ...journal.requests.map((data) => ({ kind: "request", data })),
    ...log.deliveries.map((data) => ({ kind: "delivery", data })),
    ...events.events.map((data) => ({ kind: "simulated", data })),
  ].filter((entry) => !known.has(key(entry)));
  entries = [...missing, ...entries].sort((a, b) => a.data.time.localeCompare(b.data.time)).slice(-MOST);
  draw();
}

/** Removes all entries, after a reset. */
export function clear() {
  entries = [];
  draw();
}

export function add(kind, data) {
  const entry = { kind, data };
  entries.push(entry);
  if (entries.length > MOST) entries.shift();
  if (isShown(entry)) {
    const rows = find("#rows");
    rows.prepend(row(entry));
    while (rows.children.length > MOST) rows.lastChild.remove();
  }
}

const isError = ({ kind, data }) =>
  kind === "simulated" ? Boolean(data.error) : data.status === null || data.status >= 400 || Boolean(data.error);

function title({ kind, data }) {
  if (kind === "request") return data.operation ?? `${data.method} ${data.path}`;
  if (kind === "delivery") return data.trigger;
  return data.event.action?.type ? `${data.event.type}: ${data.event.action.type}` : data.event.type;
}

function isShown(entry) {
  const kinds = [...document.querySelectorAll("#timeline [name=kind]:checked")].map((input) => input.value);
  const text = find("#timeline-filter").value.toLowerCase();
  return (
    kinds.includes(entry.kind) &&
    (!find("#only-errors").checked || isError(entry)) &&
    (text === "" || (title(entry) + JSON.stringify(entry.data)).toLowerCase().includes(text))
  );
}

function draw() {
  find("#rows").replaceChildren(...entries.filter(isShown).map(row).reverse());
}

const KINDS = { request: "Request", delivery: "Delivery", simulated: "Event" };

function row(entry) {
  const { kind, data } = entry;
  const status = kind === "simulated" ? (data.error ? "error" : "ok") : (data.status ?? "no response");
  return element(
    "li",
    { class: isError(entry) ? "failed" : "" },
    button(
      [
        element("time", {}, data.time.slice(11, 23)),
        element("span", { class: `tag ${kind}` }, KINDS[kind]),
        element("span", { class: "title" }, title(entry)),
        element("span", { class: "status" }, String(status)),
      ],
      (event) => open(entry, event.currentTarget),
    ),
  );
}

/** Explains an error. */
function reason({ kind, data }) {
  const titles = (data.response?.errors ?? []).map((error) => error.title);
  if (kind === "request" && titles.length) return titles.join("; ");
  if (data.fault) return "A fault applied to this request.";
  if (kind === "delivery" && data.status >= 300) return `The webhook responded with the status code ${data.status}.`;
  return (typeof data.error === "string" ? data.error : JSON.stringify(data.error)) ?? "";
}

/** The number of an attempt, and whether others follow. */
function attemptOf({ attempt, status, isFinal }) {
  if (status >= 200 && status < 300) return String(attempt);
  return isFinal ? `${attempt}, which isn't retried` : `${attempt}, which is retried`;
}

function facts({ kind, data }) {
  if (kind === "request") return [["Request", `${data.method} ${data.path}${data.query ? `?${data.query}` : ""}`], ["Key", data.keyId ?? "none"]];
  if (kind === "delivery") return [["Target", data.target], ["Attempt", attemptOf(data)]];
  return [["App", data.app]];
}

function open(entry, from) {
  opener = from;
  const { kind, data } = entry;
  const message = element("p", { role: "alert" });
  const outcome = element("p", { role: "status" });
  const run = (action, done) => () => {
    outcome.textContent = "";
    return attempt(message, async () => (outcome.textContent = done(await action())));
  };
  const again = {
    request: () => [
      button("Send again", run(() => post(path("journal", data.number, "replay")), (result) => `The response has the status code ${result.status}.`)),
      button("Copy as curl", run(() => copy(curl(data)), (copied) => copied)),
    ],
    delivery: () => [button("Deliver again", run(() => post(path("deliveries", data.number, "resend")), () => "Queued."))],
    simulated: () => [],
  }[kind];
  const parts = { request: [["Body", data.body], ["Response", data.response], ["Headers", data.headers]], delivery: [["Body", data.body]], simulated: [["Event", data.event], ["Result", data.result]] }[kind];
  const details = find("#details");
  details.replaceChildren(
    element("h2", {}, title(entry)),
    element("dl", {}, facts(entry).flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, String(value))])),
    reason(entry) && element("p", { class: "reason" }, reason(entry)),
    element("div", { class: "bar" }, again(), button("Close", close)),
    message,
    outcome,
    ...parts.filter(([, value]) => value !== null && value !== undefined).flatMap(([name, value]) => [element("h3", {}, name), json(value)]),
  );
  details.hidden = false;
  details.focus();
}

function close() {
  find("#details").hidden = true;
  (opener?.isConnected ? opener : find("#rows button"))?.focus();
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** Copies a text. Returns the text if the browser doesn't allow that, so that it can be selected. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied.";
  } catch {
    return text;
  }
}

/** The request as a command. Credentials and bodies that aren't JSON aren't in the journal. */
function curl(data) {
  const url = `${new URL(data.path.slice(1), document.baseURI)}${data.query ? `?${data.query}` : ""}`;
  const parts = ["curl", "-X", data.method, quoted(url)];
  if (data.headers.some(([name]) => name === "authorization")) parts.push("-u", '"$SUNCO_KEY_ID:$SUNCO_KEY_SECRET"');
  if (data.body !== null) parts.push("-H", quoted("Content-Type: application/json"), "-d", quoted(JSON.stringify(data.body)));
  else if (data.bodyLength > 0) parts.push("--data-binary", "@body");
  return parts.join(" ");
}
