"""Tests of the installed package."""

import pytest
from sunshine_conversations_sandbox import Sandbox


def test_unknown_options_are_reported():
    with pytest.raises(RuntimeError, match="--unknown"):
        Sandbox("--unknown")


def test_a_log_does_not_block_the_program():
    with Sandbox("--log") as sandbox:
        for number in range(1000):
            sandbox.post("/users", {"externalId": f"user-{number}"})


def test_a_user_is_created(sunshine_sandbox):
    assert sunshine_sandbox.post("/users", {"externalId": "ada"})["user"]["externalId"] == "ada"


def test_each_test_has_the_initial_state(sunshine_sandbox):
    sunshine_sandbox.post("/users", {"externalId": "ada"})
    action = {"type": "message", "content": {"type": "text", "text": "Hello"}}
    sent = sunshine_sandbox.simulate({"type": "userAction", "user": "ada", "action": action})
    assert sent["messageId"]
    assert sunshine_sandbox.control("GET", "/sandbox/deliveries?wait=10")["pending"] == 0
