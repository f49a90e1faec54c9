"""What schemathesis needs to know to get past the door: credentials, ids that there are, and the same state for every call."""

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

# How many answers of which status, by operation.
answers = collections.defaultdict(collections.Counter)
# How often an exclusion was needed.
uses = collections.Counter()
# The others, each in a line.
findings = collections.Counter()
# Whether something has changed since the state was put back.
changed = True


def restore():
    global changed
    if changed:
        CONTROL.put(f"{WORLD.base_url}/sandbox/snapshot", data=SNAPSHOT).raise_for_status()
    changed = False


def lot(case, *more):
    """A number that is the same for the same case in every run."""
    text = repr((case.operation.label, case.path_parameters, case.query, case.body, more))
    return zlib.crc32(text.encode(errors="replace"))


def operation_id(case):
    return case.operation.definition.raw["operationId"]


def is_stateful(case):
    return case.meta is not None and case.meta.phase.name == "stateful"


def is_negative(case, location):
    components = {} if case.meta is None else case.meta.components
    return any(where.name == location and info.mode.is_negative for where, info in components.items())


@schemathesis.hook
def before_call(context, case, kwargs):
    # Calls that belong together see what the ones before have done; all others see what there was at the start.
    if not is_stateful(case):
        restore()
    if not is_negative(case, "BODY") and fit.small(case.body) != case.body:
        case.body = fit.small(case.body)
    # One in ten keeps what was drawn, for the answers about what is not there.
    if lot(case) % 10 == 0:
        return
    operation = operation_id(case)
    # In a row of calls only what the row made is deleted, so that the others find what they need.
    spares = is_stateful(case) and operation.startswith(("Delete", "Remove"))
    if not is_negative(case, "PATH") and not spares:
        chosen = {}
        # Parents before children, as they stand in the path.
        for name in sorted(case.path_parameters, key=case.path.index):
            there = WORLD.in_path(operation, name, chosen)
            if there and not keeps(case, case.path_parameters[name]):
                case.path_parameters[name] = there[lot(case, name) % len(there)]
            chosen[name] = case.path_parameters[name]
    for location, container in (("QUERY", "query"), ("BODY", "body")):
        value = getattr(case, container)
        if not is_negative(case, location) and isinstance(value, dict):
            new = getattr(fit, container)(operation, replaced(case, operation, value))
            # What is set anew is judged anew.
            if new != value:
                setattr(case, container, new)


def replaced(case, operation, value, name=None, holder=None):
    if isinstance(value, dict):
        return {key: replaced(case, operation, inner, key, value) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(case, operation, inner, name, holder) for inner in value]
    there = WORLD.in_body(operation, name, holder) if isinstance(value, str) else []
    return value if not there or keeps(case, value) else there[lot(case, name) % len(there)]


def keeps(case, value):
    """In a row of calls what one answered goes into the next. Elsewhere it is gone when the state is put back."""
    return is_stateful(case) and WORLD.has_made(value)


# For each case anew: the credentials are the operation's.
@schemathesis.auth(refresh_interval=None)
class Credentials:
    """A key of one of the scopes that the operation is for, or the token that OAuth gave."""

    def get(self, case, context):
        operation = operation_id(case)
        if operation == "RevokeAccess":
            return f"Bearer {TOKEN}"
        if operation == "GetTokenInfo":
            return basic(WORLD.keys(["app"])[0])
        scopes = sorted({scope for way in case.operation.definition.raw["security"] for scopes in way.values() for scope in scopes})
        if not scopes:
            return None
        # Who accepts and releases control is the one who has it.
        wanted = ["integration"] if operation in ("AcceptControl", "ReleaseControl") else scopes
        # The app that has none yet is another than that of the keys.
        wanted = ["account"] if operation == "CreateSwitchboard" else wanted
        keys = WORLD.keys(wanted)
        return basic(keys[lot(case, "key") % len(keys)])

    def set(self, case, data, context):
        case.headers["Authorization"] = data


@schemathesis.hook
def after_call(context, case, response):
    global changed
    # What is refused changes nothing: should it, then later calls find another state than they expect.
    changed = changed or response.status_code < 400 or response.status_code >= 500
    answers[operation_id(case)][response.status_code] += 1


@schemathesis.hook
def filter_failure(context, failure: Failure, case, response):
    reason = excluded(operation_id(case), failure, response)
    if reason is None:
        findings[f"{operation_id(case)}: {failure.title}: {response.status_code} {response.text[:1500]}"] += 1
        return True
    uses[reason] += 1
    return False


# Every row of calls begins with what there was at the start.
APIStateMachine.setup = lambda machine: restore()


@atexit.register
def report():
    by_operation = {operation: dict(statuses) for operation, statuses in answers.items()}
    Path(os.environ["CONFORMANCE_REPORT"]).write_text(json.dumps({"answers": by_operation, "uses": uses, "findings": findings}))
