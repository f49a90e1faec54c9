// Runs the sandbox for tests.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The program of this platform, such as bin/linux-x64. */
export function program() {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const file = fileURLToPath(new URL(`bin/${process.platform}-${process.arch}${suffix}`, import.meta.url));
  if (!existsSync(file)) {
    throw new Error(`sunshine-conversations-sandbox doesn't support ${process.platform}-${process.arch}`);
  }
  return file;
}

/** Starts a sandbox on a free port, with further options of the program, such as "--seed", "demo.json". */
export async function start(...options) {
  const child = spawn(program(), ["--port", "0", ...options], { stdio: ["ignore", "pipe", "pipe"] });
  let [greeting, errors] = ["", ""];
  child.stderr.on("data", (data) => (errors += data));
  await new Promise((resolve, reject) => {
    child.stdout.on("data", (data) => {
      greeting += data;
      if (/curl .*\n/.test(greeting)) resolve();
    });
    child.on("error", reject);
    child.on("close", () => reject(new Error(errors.trim() || "the sandbox has ended")));
  });
  const found = (pattern) => greeting.match(pattern)[1];
  // Later output is discarded, which also keeps the pipes empty.
  child.stdout.removeAllListeners("data").resume();
  child.stderr.removeAllListeners("data").resume();
  return new Sandbox(child, {
    baseUrl: found(/listens on (\S+)/),
    appId: found(/app id +(\S+)/),
    keyId: found(/\nkey id +(\S+)/),
    keySecret: found(/\nsecret +(\S+)/),
  });
}

class Sandbox {
  #child;

  constructor(child, settings) {
    this.#child = child;
    Object.assign(this, settings);
  }

  /** Sends a request to a control route and returns its JSON. */
  control(method, path, body) {
    return this.#send(method, path, body, {});
  }

  /** Simulates an event in the first app. */
  simulate(event) {
    return this.control("POST", `/sandbox/apps/${this.appId}/simulate`, event);
  }

  /** Sends a request to the API, below the first app. */
  post(path, body) {
    const authorization = `Basic ${Buffer.from(`${this.keyId}:${this.keySecret}`).toString("base64")}`;
    return this.#send("POST", `/v2/apps/${this.appId}${path}`, body, { authorization });
  }

  /** Restores the initial state. */
  async reset() {
    await this.control("POST", "/sandbox/reset");
  }

  async stop() {
    const ended = new Promise((resolve) => this.#child.once("close", resolve));
    this.#child.kill();
    await ended;
  }

  async #send(method, path, body, headers) {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }
}
