// The selected app, user and conversation, which are kept in the address.

const VIEWS = ["chat", "timeline", "data", "controls", "about"];

export const state = { view: "chat", app: "", user: "", conversation: "" };

/** The part of the address that was read or written last. */
let known = "";

/** Reads the selection from the address: `#chat?app=…&user=…`. */
export function read() {
  known = location.hash;
  const [view, query] = location.hash.slice(1).split("?");
  state.view = VIEWS.includes(view) ? view : "chat";
  for (const [key, value] of new URLSearchParams(query ?? "")) {
    if (["app", "user", "conversation"].includes(key)) state[key] = value;
  }
}

/** Changes the selection and the address. */
export function changed(change) {
  // A link has changed the address, but its event hasn't arrived yet.
  if (location.hash !== known) read();
  Object.assign(state, change);
  const query = new URLSearchParams(
    ["app", "user", "conversation"].filter((key) => state[key]).map((key) => [key, state[key]]),
  );
  history.replaceState(null, "", `#${state.view}?${query}`);
  known = location.hash;
}
