// Controls: clock, settings, faults, snapshots and reset. Also the list of routes and credentials.

import { get, patch, path, post, put, remove } from "./api.js";
import { attempt, button, element, find, json } from "./dom.js";

const message = element("p", { role: "alert" });
/** The parts that change. Forms stay, so that they keep values that aren't saved yet. */
const parts = { clock: element("p"), settings: element("div"), faults: element("div"), snapshots: element("div") };
let shownSettings = null;

export async function refresh() {
  const [clock, settings, faults, snapshots] = await Promise.all(
    ["clock", "settings", "faults", "snapshots"].map((route) => get(`sandbox/${route}`)),
  );
  if (!message.isConnected) build();
  parts.clock.textContent = `It is ${clock.now}.`;
  parts.faults.replaceChildren(...faultList(faults.faults));
  parts.snapshots.replaceChildren(snapshotList(snapshots.snapshots));
  const version = JSON.stringify(settings);
  if (version !== shownSettings) parts.settings.replaceChildren(settingsForm(settings));
  shownSettings = version;
}

function build() {
  find("#controls").replaceChildren(
    message,
    group("Clock", parts.clock, advance()),
    group("Settings", parts.settings),
    group("Faults", faultForm(), parts.faults),
    group("Snapshots", snapshotForm(), parts.snapshots),
    group(
      "Reset",
      element("p", {}, "Restores the initial state, and clears faults, the journal and the log of deliveries."),
      button("Reset", run(() => post("sandbox/reset"))),
    ),
  );
}

/** Performs an action and shows the new state. */
const run = (action) => async () => {
  await attempt(message, async () => {
    await action();
    await refresh();
  });
};

const group = (title, ...children) => element("section", { class: "group" }, element("h2", {}, title), children);

/** A form that calls `action` with its values. */
function form(action, text, ...children) {
  const onsubmit = (event) => {
    event.preventDefault();
    run(() => action(new FormData(event.target)))();
  };
  return element("form", { class: "bar", onsubmit }, children, element("button", {}, text));
}

const field = (text, attributes) => element("label", {}, text, " ", element("input", attributes));
const check = (text, name, checked) => element("label", {}, element("input", { type: "checkbox", name, checked }), " ", text);

const advance = () =>
  form(
    (given) => post("sandbox/clock/advance", { seconds: Number(given.get("seconds")) }),
    "Advance",
    field("Seconds", { name: "seconds", type: "number", min: 0, step: "any", value: 60, required: true }),
  );

function settingsForm(settings) {
  const [least, most] = settings.latencyMilliseconds ?? ["", ""];
  const { requests = "", seconds = "" } = settings.rateLimit ?? {};
  const number = (text, name, value) => field(text, { name, type: "number", min: 0, step: "any", value });
  const save = (given) => {
    const value = (name) => (given.get(name) === "" ? null : Number(given.get(name)));
    const latency = value("least") === null ? null : [value("least"), value("most") ?? value("least")];
    const rate = value("requests") === null ? null : { requests: value("requests"), seconds: value("seconds") ?? 1 };
    return patch("sandbox/settings", {
      latencyMilliseconds: latency,
      rateLimit: rate,
      webhookBatch: value("batch") ?? 1,
      duplicateDeliveries: given.has("duplicate"),
      reorderDeliveries: given.has("reorder"),
    });
  };
  return form(
    save,
    "Save",
    number("Latency in ms, from", "least", least),
    number("to", "most", most),
    number("Rate limit, requests", "requests", requests),
    number("in seconds", "seconds", seconds),
    number("Events per webhook request", "batch", settings.webhookBatch),
    check("Repeat deliveries", "duplicate", settings.duplicateDeliveries),
    check("Reorder deliveries", "reorder", settings.reorderDeliveries),
  );
}

const faultForm = () =>
  form(
    (given) => {
      const fault = { kind: given.get("kind"), times: given.get("times") === "" ? null : Number(given.get("times")), afterActing: given.has("after") };
      if (given.get("status") && fault.kind === "status") fault.status = Number(given.get("status"));
      if (given.get("retryAfter")) fault.headers = { "retry-after": given.get("retryAfter") };
      if (given.get("on")) fault.on = given.get("on");
      if (given.get("delay")) fault.delayMilliseconds = Number(given.get("delay"));
      return post("sandbox/faults", fault);
    },
    "Add fault",
    element(
      "label",
      {},
      "Kind ",
      element("select", { name: "kind" }, ["status", "delay", "close", "reset", "truncate"].map((kind) => element("option", {}, kind))),
    ),
    field("Status code", { name: "status", type: "number", min: 200, max: 599, value: 503 }),
    field("Operation", { name: "on", placeholder: "any, or PostMessage" }),
    field("Retry-After in seconds", { name: "retryAfter", type: "number", min: 0 }),
    field("Times", { name: "times", type: "number", min: 1, value: 1, placeholder: "all" }),
    field("Delay in ms", { name: "delay", type: "number", min: 0 }),
    check("After the operation is performed", "after", false),
  );

const faultList = (faults) =>
  faults.length === 0
    ? [element("p", { class: "note" }, "No faults.")]
    : [json(faults), button("Remove all faults", run(() => remove("sandbox/faults")))];

const snapshotForm = () =>
  form((given) => put(path("snapshots", given.get("name"))), "Save snapshot", field("Name", { name: "name", required: true, maxlength: 100 }));

const snapshotList = (snapshots) =>
  element(
    "ul",
    {},
    snapshots.map(({ name, time }) =>
      element(
        "li",
        {},
        `${name} (${time}) `,
        button("Restore", run(() => post(path("snapshots", name, "restore")))),
        " ",
        button("Remove", run(() => remove(path("snapshots", name)))),
      ),
    ),
  );

/** Fills the view with credentials and control routes. */
export async function about() {
  const [state, credentials, { routes }] = await Promise.all(
    ["state", "credentials", "routes"].map((route) => get(`sandbox/${route}`)),
  );
  const keys = [
    ...credentials.accountKeys.map((key) => ["the account", key]),
    ...credentials.serviceAccountKeys.map((key) => ["a service account", key]),
    ...credentials.apps.flatMap((app) => app.keys.map((key) => [`the app ${app.displayName ?? app.id}`, key])),
    ...credentials.oauthClients.map((key) => ["an OAuth client", key]),
  ];
  const table = (head, rows) =>
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, head.map((text) => element("th", {}, text)))),
      element("tbody", {}, rows.map((cells) => element("tr", {}, cells.map((cell) => element("td", {}, cell))))),
    );
  const code = (text) => element("code", {}, text);
  const counts = state.apps.flatMap((app) =>
    Object.entries(app.counts).map(([name, count]) => [app.displayName ?? app.id, name, String(count)]),
  );
  find("#about").replaceChildren(
    element("p", {}, "The Sunshine Conversations API v2 in memory, at ", code(state.baseUrl), ". "),
    group("Credentials", table(["For", "Key ID", "Secret"], keys.map(([what, key]) => [what, code(key.id), code(key.secret)]))),
    group("Records", table(["App", "Kind", "Count"], counts)),
    group(
      "Control routes",
      element("p", {}, "Not part of the API, which is described in ", element("a", { href: "sandbox/openapi.yaml" }, "openapi.yaml"), "."),
      table(["Method", "Path", "Purpose"], routes.map((route) => [route.method, code(route.path), route.about])),
    ),
  );
}
