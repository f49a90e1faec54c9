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

export const path = (...segments) => "/sandbox/" + segments.map(encodeURIComponent).join("/");

/** Returns one page of records. */
export function list(app, kind, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  return get(`${path("apps", app, kind)}?${new URLSearchParams(given)}`);
}

export const simulate = (app, event) => post(path("apps", app, "simulate"), event);

/** Uploads a file with the key of the app. Returns its URL and media type. */
export async function upload(app, file) {
  const credentials = await get("/sandbox/credentials");
  const [key] = credentials.apps.find((one) => one.id === app)?.keys ?? [];
  if (!key) throw new Failure("The app doesn't have a key, so files can't be uploaded.");
  const form = new FormData();
  form.append("source", file);
  const headers = { authorization: `Basic ${btoa(`${key.id}:${key.secret}`)}` };
  const url = `/v2/apps/${encodeURIComponent(app)}/attachments?access=public`;
  return (await send(url, { method: "POST", headers, body: form })).attachment;
}
