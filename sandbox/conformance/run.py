"""Runs schemathesis against the sandbox with all of its checks. Every operation must succeed at least once, because the
checks prove nothing otherwise."""

import argparse
import json
import os
import subprocess
import sys

from document import for_schemathesis, load, operations
from program import HERE, TARGET, get, sandbox
from world import furnish

WORK = TARGET / "conformance-run"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="seed of the generated cases")
    parser.add_argument("--max-examples", type=int, default=10, help="number of cases for each operation and phase")
    parser.add_argument("rest", nargs="*", help="options for schemathesis, after --, such as --include-operation-id GetUser")
    options = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    (WORK / "openapi.json").write_text(json.dumps(for_schemathesis()))
    report = WORK / "report.json"
    report.unlink(missing_ok=True)
    with sandbox() as base_url:
        snapshot = furnish(get(f"{base_url}/sandbox/snapshot"))
        (WORK / "snapshot.json").write_text(json.dumps(snapshot))
        status = schemathesis(base_url, options)
    seen = json.loads(report.read_text())
    return print_report(seen, full=not options.rest) or status


def schemathesis(base_url, options):
    command = [sys.executable, "-m", "schemathesis.cli", "--config-file", HERE / "schemathesis.toml", "run", WORK / "openapi.json"]
    command += ["--url", base_url, "--seed", str(options.seed), "--max-examples", str(options.max_examples)]
    environment = {
        **os.environ,
        "PYTHONPATH": str(HERE),
        "SCHEMATHESIS_HOOKS": "hooks",
        # Makes the order of sets, and the generated cases, the same in every run.
        "PYTHONHASHSEED": "0",
        "CONFORMANCE_SNAPSHOT": str(WORK / "snapshot.json"),
        "CONFORMANCE_REPORT": str(WORK / "report.json"),
    }
    return subprocess.run([*command, *options.rest], cwd=WORK, env=environment).returncode


def print_report(seen, full):
    """Prints the status codes by operation. Returns 1 if an operation never succeeded."""
    print(f"\n{'operation':<32}{'2xx/3xx':>8}{'4xx':>8}{'5xx':>8}  statuses")
    silent = []
    for operation in sorted(operation["operationId"] for *_, operation in operations(load())):
        statuses = {int(status): count for status, count in seen["responses"].get(operation, {}).items()}
        good, bad, worse = (sum(n for status, n in statuses.items() if status // 100 in hundreds) for hundreds in ((2, 3), (4,), (5,)))
        print(f"{operation:<32}{good:>8}{bad:>8}{worse:>8}  {', '.join(f'{s}: {n}' for s, n in sorted(statuses.items()))}")
        if good == 0:
            silent.append(operation)
    print("\nexcluded findings:")
    for reason, count in sorted(seen["uses"].items()):
        print(f"{count:>6}  {reason}")
    print("\nfindings:")
    for finding, count in sorted(seen["findings"].items()):
        print(f"{count:>6}  {finding}")
    if silent:
        print(f"\nnever succeeded: {', '.join(silent)}")
    return 1 if silent and full else 0


if __name__ == "__main__":
    sys.exit(main())
