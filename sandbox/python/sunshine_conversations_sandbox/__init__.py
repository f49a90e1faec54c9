"""Runs the Sunshine Conversations sandbox for tests."""

import base64
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import urllib.request
from pathlib import Path

__all__ = ["Sandbox"]

PROGRAM = "sunshine-conversations-sandbox"


def _program():
    """Returns the program of this installation, or the one on the PATH."""
    suffix = ".exe" if sys.platform == "win32" else ""
    own = Path(sysconfig.get_path("scripts")) / (PROGRAM + suffix)
    if own.exists():
        return str(own)
    found = shutil.which(PROGRAM)
    if found is None:
        raise FileNotFoundError(f"{PROGRAM} isn't installed; reinstall the package")
    return found


class Sandbox:
    """A running sandbox on a free port. Stops at the end of the `with` block, or with `stop()`."""

    def __init__(self, *options):
        """Starts a sandbox with further options of the program, such as "--seed", "demo.json"."""
        # A file, because a pipe that isn't read would block the program.
        self._errors = tempfile.TemporaryFile("w+")
        self._process = subprocess.Popen(
            [_program(), "--port", "0", *options], stdout=subprocess.PIPE, stderr=self._errors, text=True
        )
        greeting = ""
        for line in self._process.stdout:
            greeting += line
            if "curl " in line:
                break
        else:
            self._process.wait()
            self._errors.seek(0)
            raise RuntimeError(self._errors.read().strip())

        def found(pattern):
            return re.search(pattern, greeting).group(1)

        self.base_url = found(r"listens on (\S+)")
        self.app_id = found(r"app id +(\S+)")
        self.key_id = found(r"\nkey id +(\S+)")
        self.key_secret = found(r"\nsecret +(\S+)")

    def control(self, method, path, body=None):
        """Sends a request to a control route and returns its JSON."""
        return self._send(method, path, body, {})

    def simulate(self, event):
        """Simulates an event in the first app."""
        return self.control("POST", f"/sandbox/apps/{self.app_id}/simulate", event)

    def post(self, path, body):
        """Sends a request to the API, below the first app."""
        credentials = base64.b64encode(f"{self.key_id}:{self.key_secret}".encode()).decode()
        return self._send("POST", f"/v2/apps/{self.app_id}{path}", body, {"Authorization": f"Basic {credentials}"})

    def reset(self):
        """Restores the initial state."""
        self.control("POST", "/sandbox/reset")

    def stop(self):
        self._process.terminate()
        self._process.communicate()
        self._errors.close()

    def _send(self, method, path, body, headers):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", **headers}
        request = urllib.request.Request(self.base_url + path, data, headers, method=method)
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop()
