// Requests to the control routes and, with the app's key, to the API.

export class Failure extends Error {}

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Failure("The sandbox doesn't respond.");
  }
  const text = await response.text();
  if (response.ok && options?.isText) return text;
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    // Not JSON: the status code is enough.
  }
  if (!response.ok) {
    const titles = (body?.errors ?? []).map((error) => error.title);
    throw new Failure(titles.join("; ") || `${response.status} ${response.statusText}`);
  }
  return body;
}

const withBody = (method) => (path, body) =>
  send(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) });

export const get = (path) => send(path);
export const getText = (path) => send(path, { isText: true });
export const post = withBody("POST");
export const put = withBody("PUT");
export const patch = withBody("PATCH");
export const remove = (path) => send(path, { method: "DELETE" });

export const path = (...segments) => "sandbox/" + segments.map(encodeURIComponent).join("/");

/** Returns one page of records. */
export function list(app, kind, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return get(`${path("apps", app, kind)}?${new URLSearchParams(given)}`);
}

export const simulate = (app, event) => post(path("apps", app, "simulate"), event);

/** Returns the headers that authenticate with the key of the app. */
async function authorization(app) {
  const credentials = await get("sandbox/credentials");
  const [key] = credentials.apps.find((one) => one.id === app)?.keys ?? [];
  if (!key) throw new Failure("The app doesn't have a key, which the page needs for this.");
  return { authorization: `Basic ${btoa(`${key.id}:${key.secret}`)}` };
}

const apiPath = (app, rest) => `v2/apps/${encodeURIComponent(app)}/${rest}`;

/** Uploads a file. Returns its URL and media type. */
export async function upload(app, file) {
  const headers = await authorization(app);
  const body = new FormData();
  body.append("source", file);
  return (await send(apiPath(app, "attachments?access=public"), { method: "POST", headers, body })).attachment;
}

/** Creates a conversation with a user. Returns it. */
export async function createConversation(app, user) {
  const headers = { ...(await authorization(app)), "content-type": "application/json" };
  const body = JSON.stringify({ type: "personal", participants: [{ userId: user }] });
  return (await send(apiPath(app, "conversations"), { method: "POST", headers, body })).conversation;
}
