# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A year of three services, pooled without sharing a case
#
# Three services of a département report together. None may send its cases to another. Each sends the integers behind its report instead, they are added, and the report
# of all three is made from the sum. The services are invented.

# %%
import json
import os
import subprocess
import sysconfig
import tempfile
from pathlib import Path

import maintien as mt

folder = Path(tempfile.mkdtemp())
mt.simulate(cases=int(os.environ.get("MAINTIEN_CASES", "6000")), seed=38).write(folder / "all.jsonl")
lines = (folder / "all.jsonl").read_text(encoding="utf-8").splitlines()
services = ("sst-01", "sst-02", "sst-03")
entries = {service: [line for line in lines if f'"service": "{service}"' in line or f'"service":"{service}"' in line] for service in services}
for service in services:
    (folder / f"{service}.jsonl").write_text("\n".join(entries[service]) + "\n", encoding="utf-8")
{service: len(entries[service]) for service in services}


# %% [markdown]
# ## In each service
#
# The program that comes with the package writes the state. It asks the same question everywhere: protocol, day, period.


# %%
def maintien(*words):
    program = Path(sysconfig.get_path("scripts"), "maintien")
    return subprocess.run([program, *map(str, words)], check=True, capture_output=True, text=True, encoding="utf-8").stdout


question = ("--protocol", "common_core", "--as-of", "2024-12-31", "--from", "2024-01-01", "--to", "2024-12-31")
for service in services:
    maintien("report", folder / f"{service}.jsonl", *question, "--partial", folder / f"{service}.state.json")

# %% [markdown]
# What leaves the service holds no case and no worker. It is exact all the same, small numbers included: it is sent to whoever adds it up, it is not published.

# %%
numbers = {json.loads(line)["case"] for service in services for line in entries[service]}
sent = "".join((folder / f"{service}.state.json").read_text(encoding="utf-8") for service in services)
print(len(sent), "bytes for", len(numbers), "cases")
assert not [number for number in numbers if f'"{number}"' in sent]

# %% [markdown]
# ## At the observatory
#
# The order does not matter, and nobody can be counted twice: a state that is already in is refused.

# %%
states = [folder / f"{service}.state.json" for service in services]
maintien("merge", *reversed(states), "-o", folder / "pooled.state.json")
pooled = json.loads(maintien("report", "--from-state", folder / "pooled.state.json", "--format", "json"))
try:
    maintien("merge", folder / "pooled.state.json", states[0], "-o", folder / "twice.json")
except subprocess.CalledProcessError as refused:
    print(refused.stderr.strip())
    assert not (folder / "twice.json").exists()

# %%
mt.to_html(pooled, "en")

# %% [markdown]
# ## Is it the same?
#
# With all cases in one place, which nobody has in life, the report would be this one. It is equal row for row, medians and curves included; only what needs to know whether
# two services see the same person is not given.

# %%
together = json.loads(maintien("report", *(folder / f"{service}.jsonl" for service in services), *question, "--format", "json"))
different = [(ours, theirs) for ours, theirs in zip(pooled["rows"], together["rows"], strict=True) if ours != theirs]
print(len(pooled["rows"]), "rows;", sorted({f"{ours['indicator']}/{ours['variant']}: {ours['null_reason']}" for ours, _ in different}))
assert all(ours["null_reason"] == "not_mergeable" for ours, _ in different)

# %% [markdown]
# ## Do the services differ?
#
# Three points in a funnel: beyond the lines, chance alone would not explain it.

# %%
axes = mt.plot.service_funnel(pooled, language="en")

# %%
axes = mt.plot.stage_delays(pooled, language="en")

# %% [markdown]
# ## What may be published
#
# The sum is still exact. Publication is another step, with a least count; what it hides is hidden in the tables and in the plots.

# %%
public = json.loads(maintien("report", "--from-state", folder / "pooled.state.json", "--public", "--format", "json"))
print(sum(row["null_reason"] == "suppressed" for row in public["rows"]), "of", len(public["rows"]), "figures are suppressed")
axes = mt.plot.outcomes(public, cohort="exits_of_period", language="en")

# %%
page = mt.write_report(public, folder / "departement.html", language="fr", title="Maintien en emploi dans le département, 2024")
page.stat().st_size > 50_000
