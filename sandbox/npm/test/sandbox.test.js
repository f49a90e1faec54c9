// Tests of the installed package.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { start } from "sunshine-conversations-sandbox";

let sandbox;
before(async () => (sandbox = await start()));
afterEach(() => sandbox.reset());
after(() => sandbox.stop());

for (const round of [1, 2]) {
  test(`a user is created in the initial state, round ${round}`, async () => {
    const { user } = await sandbox.post("/users", { externalId: "ada" });
    const action = { type: "message", content: { type: "text", text: "Hello" } };
    const sent = await sandbox.simulate({ type: "userAction", user: user.id, action });
    assert.ok(sent.messageId);
  });
}

test("unknown options are reported", async () => {
  await assert.rejects(start("--unknown"), /--unknown/);
});
