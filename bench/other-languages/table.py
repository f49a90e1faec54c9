"""Makes the table of docs/benchmarks.md from the lines of the rounds: client, clients a page, calls a second, CPU ms a call."""

import collections
import pathlib
import re
import statistics
import sys

SDK = "this SDK"
page = pathlib.Path(sys.argv[1])
rates, times, names = collections.defaultdict(list), collections.defaultdict(list), []
for line in sys.stdin:
    name, clients, rate, time = line.rstrip("\n").split("\t")
    rates[name, clients].append(float(rate))
    times[name, clients].append(float(time))
    if name not in names:
        names.append(name)


def middle(of, name, clients):
    return statistics.median(of[name, clients])


def ratio(upper, lower):
    """Per round, because its clients shared the other load of the machine."""
    return statistics.median(a / b for a, b in zip(upper, lower))


rows = []
for clients in sorted({clients for _, clients in rates}, key=int):
    for name in names:
        row = [f"{clients}: {name}", f"{middle(rates, name, clients):,.0f}", "", f"{middle(times, name, clients):.3f}", ""]
        if name != SDK:
            row[2] = f"**{ratio(rates[SDK, clients], rates[name, clients]):.1f}**"
            row[4] = f"**{ratio(times[name, clients], times[SDK, clients]):.1f}**"
        rows.append(f"| {' | '.join(row)} |")
table = "\n".join(
    [
        "| `list_clients`, clients a page | calls/s | SDK's calls for one of its | CPU ms a call | its CPU for one of the SDK's |",
        "| --- | ---: | ---: | ---: | ---: |",
        *rows,
    ]
)
print(table)
text, count = re.subn(
    r"(?s)(<!-- begin languages -->\n).*?(<!-- end languages -->)", lambda marks: f"{marks[1]}\n{table}\n\n{marks[2]}", page.read_text()
)
assert count == 1, f"{page} doesn't contain the table once"
page.write_text(text)
