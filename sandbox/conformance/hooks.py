"""Hooks for schemathesis: credentials, existing IDs, and the same state for every call."""

import atexit
import collections
import json
import os
import zlib
from pathlib import Path

import requests
import schemathesis
from schemathesis.core.failures import Failure
from schemathesis.generation.stateful.state_machine import APIStateMachine

import fit
from exclusions import excluded
from program import basic
from world import TOKEN, World

SNAPSHOT = Path(os.environ["CONFORMANCE_SNAPSHOT"]).read_bytes()
WORLD = World(json.loads(SNAPSHOT))
CONTROL = requests.Session()

# The number of responses by operation and status code.
responses = collections.defaultdict(collections.Counter)
# How often each exclusion was used.
uses = collections.Counter()
# The remaining findings.
findings = collections.Counter()
# Whether the state has changed since it was restored.
changed = True


def restore():
    global changed
    if changed:
        CONTROL.put(f"{WORLD.base_url}/sandbox/snapshot", data=SNAPSHOT).raise_for_status()
    changed = False


def lot(case, *more):
    """A pseudo-random number that is the same for the same case in every run."""
    text = repr((case.operation.label, case.path_parameters, case.query, case.body, more))
    return zlib.crc32(text.encode(errors="replace"))


def operation_id(case):
    return case.operation.definition.raw["operationId"]


def is_stateful(case):
    return case.meta is not None and case.meta.phase.name == "stateful"


def is_negative(case, location):
    components = {} if case.meta is None else case.meta.components
    return any(part.name == location and info.mode.is_negative for part, info in components.items())


@schemathesis.hook
def before_call(context, case, kwargs):
    # Calls of a sequence share a state; all others start with the initial state.
    if not is_stateful(case):
        restore()
    if not is_negative(case, "BODY") and fit.small(case.body) != case.body:
        case.body = fit.small(case.body)
    # One in ten requests stays as generated, to test missing objects.
    if lot(case) % 10 == 0:
        return
    operation = operation_id(case)
    # A sequence only deletes its own objects, so that its other calls succeed.
    keeps_seed = is_stateful(case) and operation.startswith(("Delete", "Remove"))
    if not is_negative(case, "PATH") and not keeps_seed:
        chosen = {}
        # Parents before children, in the order of the path.
        for name in sorted(case.path_parameters, key=case.path.index):
            existing = WORLD.in_path(operation, name, chosen)
            if existing and not keeps(case, case.path_parameters[name]):
                case.path_parameters[name] = existing[lot(case, name) % len(existing)]
            chosen[name] = case.path_parameters[name]
    for location, container in (("QUERY", "query"), ("BODY", "body")):
        value = getattr(case, container)
        if not is_negative(case, location) and isinstance(value, dict):
            new = getattr(fit, container)(operation, replaced(case, operation, value))
            # Setting a value resets the metadata of the case.
            if new != value:
                setattr(case, container, new)


def replaced(case, operation, value, name=None, holder=None):
    if isinstance(value, dict):
        return {key: replaced(case, operation, inner, key, value) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(case, operation, inner, name, holder) for inner in value]
    existing = WORLD.in_body(operation, name, holder) if isinstance(value, str) else []
    return value if not existing or keeps(case, value) else existing[lot(case, name) % len(existing)]


def keeps(case, value):
    """In a sequence, values of earlier responses are kept. Elsewhere, they don't exist once the state is restored."""
    return is_stateful(case) and WORLD.has_made(value)


# Refreshed for each case, because credentials depend on the operation.
@schemathesis.auth(refresh_interval=None)
class Credentials:
    """A key with one of the operation's scopes, or an OAuth token."""

    def get(self, case, context):
        operation = operation_id(case)
        if operation == "RevokeAccess":
            return f"Bearer {TOKEN}"
        if operation == "GetTokenInfo":
            return basic(WORLD.keys(["app"])[0])
        scopes = sorted({scope for way in case.operation.definition.raw["security"] for scopes in way.values() for scope in scopes})
        if not scopes:
            return None
        # Only the integration with control can accept and release it.
        required = ["integration"] if operation in ("AcceptControl", "ReleaseControl") else scopes
        # The app without a switchboard isn't the app of the keys.
        required = ["account"] if operation == "CreateSwitchboard" else required
        keys = WORLD.keys(required)
        return basic(keys[lot(case, "key") % len(keys)])

    def set(self, case, data, context):
        case.headers["Authorization"] = data


@schemathesis.hook
def after_call(context, case, response):
    global changed
    # Rejected requests must not change the state; if one does, later calls fail.
    changed = changed or response.status_code < 400 or response.status_code >= 500
    responses[operation_id(case)][response.status_code] += 1


@schemathesis.hook
def filter_failure(context, failure: Failure, case, response):
    reason = excluded(operation_id(case), failure, response)
    if reason is None:
        findings[f"{operation_id(case)}: {failure.title}: {response.status_code} {response.text[:1500]}"] += 1
        return True
    uses[reason] += 1
    return False


# Every sequence starts with the initial state.
APIStateMachine.setup = lambda machine: restore()


@atexit.register
def report():
    by_operation = {operation: dict(statuses) for operation, statuses in responses.items()}
    Path(os.environ["CONFORMANCE_REPORT"]).write_text(json.dumps({"responses": by_operation, "uses": uses, "findings": findings}))
