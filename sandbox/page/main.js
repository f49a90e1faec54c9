// Starts the page: navigation, the live feed, and the selected app.

import { get } from "./api.js";
import * as chat from "./chat.js";
import * as controls from "./controls.js";
import * as data from "./data.js";
import { debounce, find, options } from "./dom.js";
import { changed, read, state } from "./state.js";
import * as timeline from "./timeline.js";

/** Shows a view. The timeline stays next to the chat if there is room. `isReload` if all records may have changed. */
function show(isReload = false) {
  document.body.dataset.view = state.view;
  for (const one of document.querySelectorAll("nav a")) {
    if (one.dataset.view === state.view) one.setAttribute("aria-current", "page");
    else one.removeAttribute("aria-current");
  }
  if (state.view === "chat" || isReload) chat.refresh(isReload);
  if (state.view === "data") data.refresh(() => show());
  if (state.view === "controls") controls.refresh().catch(report);
  if (state.view === "about") controls.about().catch(report);
}

const report = (error) => (find("#connection").textContent = error.message);

async function loadApps() {
  const { apps } = await get("sandbox/state");
  options(find("#app"), apps.map((app) => [app.id, app.displayName ?? app.id]), state.app);
  changed({ app: find("#app").value });
  find("#app-label").hidden = apps.length < 2;
}

/** Reacts to the sandbox's events until the page is closed. The browser reconnects by itself. */
function listen() {
  const events = new EventSource("sandbox/events");
  const loadAgain = debounce(async () => {
    try {
      await loadApps();
      await timeline.load();
      show(true);
    } catch (error) {
      report(error);
    }
  }, 100);
  events.addEventListener("open", () => {
    find("#connection").textContent = "Live";
    loadAgain();
  });
  events.addEventListener("error", () => (find("#connection").textContent = "Reconnecting …"));
  for (const kind of ["request", "delivery", "simulated"]) {
    events.addEventListener(kind, (event) => {
      const entry = JSON.parse(event.data);
      timeline.add(kind, entry);
      chat.happened(kind, entry);
    });
  }
  events.addEventListener("missed", loadAgain);
  events.addEventListener("control", (event) => {
    if (["reset", "restore"].includes(JSON.parse(event.data).what)) {
      timeline.clear();
      loadAgain();
    } else if (state.view === "controls") controls.refresh().catch(report);
  });
}

read();
addEventListener("hashchange", () => {
  read();
  changed({});
  show();
});
find("#app").addEventListener("change", (event) => {
  changed({ app: event.target.value, user: "", conversation: "" });
  show(true);
});
chat.start();
timeline.start();
data.start(() => show());
document.body.dataset.view = state.view;
listen();
