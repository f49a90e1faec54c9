"""Tests of the installed package."""


def test_a_user_is_created(sunshine_sandbox):
    assert sunshine_sandbox.post("/users", {"externalId": "ada"})["user"]["externalId"] == "ada"


def test_each_test_has_the_initial_state(sunshine_sandbox):
    sunshine_sandbox.post("/users", {"externalId": "ada"})
    action = {"type": "message", "content": {"type": "text", "text": "Hello"}}
    sent = sunshine_sandbox.simulate({"type": "userAction", "user": "ada", "action": action})
    assert sent["messageId"]
    assert sunshine_sandbox.control("GET", "/sandbox/deliveries?wait=10")["pending"] == 0
