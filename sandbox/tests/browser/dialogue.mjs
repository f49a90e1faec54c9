// Carries out a dialogue with a bot on the sandbox's page, by clicking. Starts the sandbox and the bot.
//
//   node dialogue.mjs PROGRAM [--screenshots FOLDER]
//
// CHROMIUM is the browser; it defaults to /usr/bin/chromium.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import http from "node:http";
import { createInterface } from "node:readline";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [program, option, screenshots] = process.argv.slice(2);
assert(program, "usage: node dialogue.mjs PROGRAM [--screenshots FOLDER]");
assert(!option || (option === "--screenshots" && screenshots), `unknown option: ${option}`);
if (screenshots) mkdirSync(screenshots, { recursive: true });

const APP = "5a4db0c05a4db0c000000001";
const KEY = `Basic ${Buffer.from("app_bakery:fresh-bread").toString("base64")}`;

/** The bot responds to texts except for thanks, and offers buttons, a carousel and a form. */
function startBot(api) {
  const send = async (conversation, content) => {
    const response = await fetch(`${api()}/v2/apps/${APP}/conversations/${conversation}/messages`, {
      method: "POST",
      headers: { authorization: KEY, "content-type": "application/json" },
      body: JSON.stringify({ author: { type: "business", displayName: "Bakery" }, content }),
    });
    assert.equal(response.status, 201, await response.text());
  };
  const responses = {
    hello: { type: "text", text: "Hello! What would you like?", actions: [
      { type: "reply", text: "Bread", payload: "BREAD" },
      { type: "reply", text: "Cake", payload: "CAKE" },
    ] },
    Bread: { type: "carousel", items: [
      { title: "Rye bread", description: "Dark and sour", actions: [{ type: "postback", text: "Order rye", payload: "ORDER_RYE" }] },
      { title: "Baguette", description: "Crisp", actions: [{ type: "postback", text: "Order a baguette", payload: "ORDER_BAGUETTE" }] },
      { title: "Brioche", description: "Soft and sweet", actions: [{ type: "link", text: "Read more", uri: "https://bakery.example/brioche" }] },
    ] },
    ORDER_RYE: { type: "form", fields: [
      { type: "text", name: "name", label: "Your name" },
      { type: "email", name: "email", label: "Your email" },
      { type: "select", name: "day", label: "Day", options: [{ name: "mon", label: "Monday" }, { name: "tue", label: "Tuesday" }] },
    ] },
  };
  const server = http.createServer((request, response) => {
    let text = "";
    request.on("data", (part) => (text += part));
    request.on("end", async () => {
      response.end();
      for (const { type, payload } of JSON.parse(text).events) {
        const { content, author } = payload.message ?? {};
        const key = type === "conversation:postback" ? payload.postback.payload : content?.text;
        if (type === "conversation:message" && (author.type !== "user" || key === "Thanks")) continue;
        const reply = content?.type === "formResponse"
          ? { type: "text", text: `Thank you, ${content.fields[0].text}!` }
          : (responses[key] ?? { type: "text", text: `You sent: ${key ?? content.type}` });
        await send(payload.conversation.id, reply);
      }
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** Starts the sandbox, and returns its process and address. */
async function startSandbox(seed) {
  const child = spawn(program, ["--port", "0", "--deterministic", "--seed", seed], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const found = line.match(/listens on (\S+)/);
    if (found) {
      // The rest of the output is discarded, so that the program can write it.
      child.stdout.resume();
      return [child, found[1]];
    }
  }
  throw new Error("the sandbox didn't start");
}

let base = "";
const bot = await startBot(() => base);
const seed = join(tmpdir(), `sandbox-browser-${process.pid}.json`);
writeFileSync(seed, JSON.stringify({ apps: [{
  displayName: "Corner Bakery",
  keys: [{ id: "app_bakery", secret: "fresh-bread" }],
  integrations: [
    { $id: "bot", type: "custom", displayName: "Bot", webhooks: [
      { target: `http://127.0.0.1:${bot.address().port}/`, triggers: ["conversation:message", "conversation:postback"] }] },
    { type: "custom", displayName: "<img src=x onerror=alert(1)>", webhooks: [{ target: "http://127.0.0.1:1/", triggers: ["user:remove"] }] },
  ],
  switchboards: [{ enabled: true, defaultSwitchboardIntegrationId: "${controller}", switchboardIntegrations: [
    { $id: "controller", name: "bot", integrationId: "${bot}" }, { name: "agents", integrationType: "zd:agentWorkspace" }] }],
  users: [{ externalId: "maria", profile: { givenName: "Maria", surname: "<b>Silva</b>" } }],
}] }));
const [sandbox, address] = await startSandbox(seed);
base = address;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const problems = [];

/** Opens a page that reports console errors, violations of the policy and requests to other hosts. */
async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme: "light", permissions: ["clipboard-read", "clipboard-write"], ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  // A rejected request is also listed in the console; the page shows its error.
  page.on("console", (one) => { if (["error", "warning"].includes(one.type()) && !one.text().includes("the server responded with a status of 4")) problems.push(one.text()); });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== base) problems.push(`request to ${request.url()}`); });
  await page.goto(base);
  await page.getByText("Live", { exact: true }).waitFor();
  return page;
}

const postTo = async (url, body) => {
  const response = await fetch(`${base}${url}`, { method: "POST", headers: { authorization: KEY, "content-type": "application/json" }, body: JSON.stringify(body) });
  assert(response.ok, `${url}: ${response.status}`);
  return response.json();
};
const post = (path, body) => postTo(`/v2/apps/${APP}/${path}`, body);
const simulate = (event) => postTo(`/sandbox/apps/${APP}/simulate`, event);

const shot = async (page, name) => { if (screenshots) await page.screenshot({ path: join(screenshots, `${name}.png`) }); };

try {
  const page = await open();
  const thread = page.getByRole("log");
  const has = (text) => thread.getByText(text, { exact: false }).last().waitFor();

  // A new user writes, and the bot responds.
  await page.getByRole("button", { name: "New user" }).click();
  await page.getByLabel("Name").fill("Steve");
  await page.getByLabel("External ID").fill("steve");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await page.locator("#user-form").waitFor({ state: "hidden" });
  await page.getByLabel("Message", { exact: true }).fill("hello");
  await page.keyboard.press("Enter");
  await has("What would you like?");

  // A quick reply disappears after it is used.
  const replies = page.getByRole("group", { name: "Quick replies" });
  assert.equal(await replies.getByRole("button").count(), 2);
  await replies.getByRole("button", { name: "Bread" }).click();
  await has("Rye bread");
  assert.equal(await replies.getByRole("button").count(), 0);

  // A carousel, a postback, and a form.
  await page.getByRole("button", { name: "Next items" }).click();
  await page.getByRole("button", { name: "Order rye" }).click();
  await page.getByLabel("Your name").fill("Steve");
  await page.getByLabel("Your email").fill("steve@bakery.example");
  await page.getByLabel("Day").selectOption("tue");
  await page.getByRole("button", { name: "Submit" }).click();
  await has("Thank you, Steve!");
  await has("Form, submitted");

  // A file and a location.
  await page.locator("#file").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 240, height: 46 } }) });
  await thread.getByRole("img", { name: "photo.png" }).waitFor();
  await has("You sent: image");
  await page.getByRole("button", { name: "Share a location" }).click();
  await has("51.5237");

  // A form keeps its values and the focus when another message arrives.
  const conversation = new URLSearchParams(page.url().split("?")[1]).get("conversation");
  const messages = `conversations/${conversation}/messages`;
  await post(messages, { author: { type: "business" }, content: { type: "form", fields: [{ type: "text", name: "street", label: "Your street" }] } });
  await page.getByLabel("Your street").fill("Baker");
  const { messages: [posted] } = await post(messages, { author: { type: "business" }, content: { type: "text", text: "Take your time.", actions: [{ type: "link", text: "Run", uri: "file:///etc/hosts" }] } });
  await has("Take your time.");
  await page.keyboard.type(" Street");
  assert.equal(await page.getByLabel("Your street").inputValue(), "Baker Street");

  // Only some schemes become links. The API rejects links that run scripts.
  await thread.getByText("Run", { exact: true }).waitFor();
  assert.equal(await thread.getByRole("link", { name: "Run" }).count(), 0);

  // A deleted message disappears.
  await simulate({ type: "unsendMessage", conversation, message: posted.id });
  await thread.getByText("Take your time.").waitFor({ state: "detached" });
  await thread.getByText("Deleted", { exact: true }).waitFor();

  // The business types.
  const activity = (type) => post(`conversations/${conversation}/activity`, { author: { type: "business" }, type });
  await activity("typing:start");
  await page.getByText("The business is typing …").waitFor();
  await activity("typing:stop");
  await page.locator("#typing:empty").waitFor({ state: "attached" });

  // A second Enter doesn't send the text again. The messages are marked as read.
  await page.getByLabel("Message", { exact: true }).fill("twice");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await has("You sent: twice");
  assert.equal(await thread.getByText("twice", { exact: true }).count(), 1);
  await page.getByRole("button", { name: "Mark as read", exact: true, disabled: true }).waitFor();

  // The text is kept if the sandbox rejects it.
  await page.getByLabel("Message", { exact: true }).fill("x".repeat(5000));
  await page.keyboard.press("Enter");
  await page.locator("#chat-error").getByText("content", { exact: false }).waitFor();
  assert.equal((await page.getByLabel("Message", { exact: true }).inputValue()).length, 5000);
  await page.getByLabel("Message", { exact: true }).fill("");

  // The timeline is live, and explains a rejection.
  const timeline = page.getByRole("region", { name: "Timeline" });
  await timeline.getByRole("button", { name: /PostMessage/ }).first().waitFor();
  await timeline.getByRole("button", { name: /conversation:postback/ }).first().waitFor();
  const rejected = await fetch(`${base}/v2/apps/${APP}/users`, { method: "POST", headers: { authorization: KEY, "content-type": "application/json" }, body: "{\"externalId\": 7}" });
  assert.equal(rejected.status, 400);
  await page.getByLabel("Errors only").check();
  await timeline.getByRole("button", { name: /CreateUser.*400/ }).first().click();
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByText("/externalId", { exact: false }).first().waitFor();
  await details.getByRole("button", { name: "Send again" }).click();
  await details.getByText("The response has the status code 400.").waitFor();
  await details.getByRole("button", { name: "Copy as curl" }).click();
  await details.getByText("Copied.").waitFor();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(command, /^curl -X POST .*\/users' -u "\$SUNCO_KEY_ID:\$SUNCO_KEY_SECRET" .*-d '\{"externalId":7\}'$/);
  await shot(page, "details");
  await page.keyboard.press("Escape");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /CreateUser.*400/);
  await page.getByLabel("Errors only").uncheck();
  await timeline.getByRole("button", { name: /conversation:message.*200/ }).first().click();
  await details.getByRole("button", { name: "Deliver again" }).click();
  await details.getByText("Queued.").waitFor();
  await page.keyboard.press("Escape");

  // An agent takes over, responds and closes the ticket.
  await page.getByText("bot controls the conversation.").waitFor();
  await page.getByRole("button", { name: "Take as agent" }).click();
  await page.getByText("agents controls the conversation.").waitFor();
  await page.getByLabel("Message", { exact: true }).fill("I'm a human.");
  await page.getByRole("button", { name: "Reply as agent" }).click();
  await has("I'm a human.");
  await simulate({ type: "userAction", user: "steve", conversation, action: { type: "message", content: { type: "text", text: "Thanks" } } });
  await has("Thanks");
  await activity("conversation:read");
  await page.getByText("Read by the business").waitFor();
  await page.getByLabel("Transfer to").selectOption({ label: "bot" });
  await page.getByRole("button", { name: "Transfer" }).click();
  await page.getByText("bot controls the conversation.").waitFor();
  await page.getByRole("button", { name: "Close ticket" }).click();
  await has("The ticket was closed.");
  await page.getByText("bot controls the conversation.").waitFor();
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export as seed" }).click()]);
  assert.equal(saved.suggestedFilename(), "seed.json");
  const [recorded] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Record transcript" }).click()]);
  assert.match(readFileSync(await recorded.path(), "utf8"), /- user: hello\n/);
  await shot(page, "chat");

  // Another conversation.
  await page.getByRole("button", { name: "New conversation" }).click();
  await thread.getByText("No messages yet.").waitFor();
  await page.getByLabel("Message", { exact: true }).fill("second");
  await page.keyboard.press("Enter");
  await has("You sent: second");
  assert.equal(await page.locator("#conversation option").count(), 2);
  await page.locator("#conversation").selectOption({ label: "Default" });
  await has("I'm a human.");

  // Another channel.
  await page.getByLabel("Channel").selectOption("whatsapp");
  await page.getByLabel("Message", { exact: true }).fill("hello");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await has("What would you like?");

  // Data: search, details, and text that looks like HTML.
  await page.getByRole("link", { name: "Data" }).click();
  await page.locator("#records").getByText("Maria <b>Silva</b>").waitFor();
  await page.getByLabel("Search").fill("steve");
  await page.locator("#records").getByText("Maria <b>Silva</b>").waitFor({ state: "detached" });
  await page.locator("#records summary").first().click();
  await page.getByText("\"externalId\": \"steve\"", { exact: false }).waitFor();
  await shot(page, "data");
  await page.getByLabel("Search").fill("");
  await page.getByLabel("Records").selectOption("integrations");
  await page.getByText("custom: <img src=x onerror=alert(1)>").waitFor();
  await page.getByLabel("Records").selectOption("conversations");
  const record = page.locator("#records details").filter({ hasText: `"id": "${conversation}"` });
  await record.locator("summary").click();
  await record.getByRole("button", { name: "Open in the chat" }).click();
  await page.waitForURL((url) => url.hash.startsWith("#chat") && url.hash.includes(conversation));
  await has("What would you like?");

  // Controls.
  await page.getByRole("link", { name: "Controls" }).click();
  await page.getByRole("button", { name: "Add fault" }).click();
  await page.getByText("\"status\": 503").waitFor();
  await page.getByRole("textbox", { name: "Operation" }).fill("PostMessage");
  await fetch(`${base}/sandbox/clock/advance`, { method: "POST", body: "{\"seconds\": 1}" });
  await page.getByText("It is 2026-01-01T00:00:01", { exact: false }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Operation" }).inputValue(), "PostMessage");
  await page.getByRole("region", { name: "Controls" }).getByLabel("Name", { exact: true }).fill("with Steve");
  await page.getByRole("button", { name: "Save snapshot" }).click();
  await page.getByText("with Steve (").waitFor();
  await shot(page, "controls");
  // A page that is opened later has the simulated events, too.
  const later = await open();
  await later.locator("#rows .tag.simulated").first().waitFor({ state: "attached" });
  await later.context().close();
  await page.getByRole("button", { name: "Advance" }).click();
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByText("No faults.").waitFor();
  await page.getByRole("button", { name: "Restore" }).click();
  await page.getByRole("link", { name: "Chat" }).click();
  await has("What would you like?");
  await page.getByRole("link", { name: "About" }).click();
  await page.getByText("fresh-bread").waitFor();

  // Dark, and on a small screen: nothing is wider than the screen.
  const selected = page.url().replace(/#about/, "#chat");
  const dark = await open({ colorScheme: "dark" });
  await dark.goto(selected);
  await dark.reload();
  await dark.getByRole("log").getByText("What would you like?").first().waitFor();
  await dark.waitForTimeout(500);
  await shot(dark, "chat-dark");
  const narrow = await open({ viewport: { width: 360, height: 740 } });
  await narrow.goto(selected);
  await narrow.reload();
  await narrow.getByRole("log").getByText("What would you like?").first().waitFor();
  await narrow.waitForTimeout(500);
  await shot(narrow, "narrow");
  for (const view of ["Chat", "Timeline", "Data", "Controls", "About"]) {
    await narrow.getByRole("link", { name: view }).click();
    await narrow.waitForTimeout(300);
    const wide = await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(wide, 0, `${view} is ${wide} px wider than the screen`);
  }
  assert.deepEqual(problems, []);
  console.log("The dialogue is complete.");
} finally {
  await browser.close();
  sandbox.kill();
  bot.close();
  bot.closeAllConnections();
  rmSync(seed, { force: true });
}
