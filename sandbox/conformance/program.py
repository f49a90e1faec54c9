"""Runs the sandbox as a program on a free port."""

import base64
import contextlib
import json
import os
import re
import subprocess
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PACKAGE = "sunshine-conversations-sandbox"

# The key in the seed.
APP_KEY = ("app_harbour", "harbour-secret")


@contextlib.contextmanager
def sandbox():
    """Starts a sandbox with the seed in this folder, and returns its URL."""
    subprocess.run(["cargo", "build", "--quiet", "-p", PACKAGE], cwd=ROOT, check=True)
    command = [TARGET / "debug" / PACKAGE, "--port", "0", "--deterministic", "--seed", HERE / "seed.json"]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        first = program.stdout.readline()
        found = re.search(r"http://\S+", first)
        if not found:
            raise SystemExit(f"the sandbox did not start: {first}")
        yield found.group()
    finally:
        program.terminate()
        program.wait(10)
        program.stdout.close()


def basic(key):
    return "Basic " + base64.b64encode(":".join(key).encode()).decode()


def get(url):
    with urllib.request.urlopen(url) as response:
        return json.load(response)
