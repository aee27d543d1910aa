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
# # Reviewing a vendor's export
#
# A service changes its software and sends an export of its events. Before any figure is quoted: can it be read, does it follow the pathway, what does it leave out? And does
# the software itself give the right answers? The export is made here from an invented register, with the faults that exports have.

# %%
import json
import os
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import maintien as mt

day = date(2024, 12, 31)
folder = Path(tempfile.mkdtemp())
mt.simulate(cases=int(os.environ.get("MAINTIEN_CASES", "2000")), seed=7).write(folder / "sound.jsonl")
lines = [json.loads(line) for line in (folder / "sound.jsonl").read_text(encoding="utf-8").splitlines()]

# %% [markdown]
# The faults: no consent was exported, one outcome has a word of the vendor's own, one day does not exist, and a dozen entries came before their referral.

# %%
export = [entry for entry in lines if entry.get("event") != "consent"]
for entry in export:
    entry.pop("consent", None)
outcomes = [entry for entry in export if entry.get("event") == "outcome"]
outcomes[0]["outcome"] = "reclassement"
outcomes[1]["on"] = "2023-02-30"
first_referral = {}
for entry in export:
    if entry.get("event") == "referral":
        first_referral.setdefault((entry["service"], entry["case"]), entry["on"])
early = [entry for entry in export if entry.get("event") == "entry"][:12]
for entry in early:
    entry["on"] = date.fromordinal(date.fromisoformat(first_referral[entry["service"], entry["case"]]).toordinal() - 20).isoformat()
path = folder / "export.jsonl"
path.write_text("\n".join(json.dumps(entry, ensure_ascii=False) for entry in export) + "\n", encoding="utf-8")

# %% [markdown]
# ## Can it be read?
#
# All faults at once, each with its line, what stands there and what should. Nothing is taken in meanwhile.

# %%
try:
    mt.read_events(path)
except mt.DocumentError as error:
    for problem in error.problems:
        print(f"line {problem.line} {problem.pointer}: found {problem.found}, expected {problem.expected}")
    assert error.total == 2

# %% [markdown]
# The vendor is told. Until then those cases are left out whole, and the number goes into every report.

# %%
events = mt.read_events(path, rejects=folder / "rejects.csv")
events.rejected, events.rejected_rows, events.cases

# %% [markdown]
# ## Does it follow the pathway?

# %%
deviations = mt.check(events, as_of=day)
mt.to_html(deviations, "en")

# %%
by_severity = Counter(severity.value for severity in deviations.column("severity"))
by_severity

# %% [markdown]
# *Unrecorded*: a consent the rule needs is simply not there, for every case alike: the export left the column out. *Violation*: an event that no rule allows. Those are
# worth a call each; the cases we know to be wrong are among them.

# %%
violations = [one for one in deviations if one.severity == mt.Severity.violation]
known = {(entry["service"], entry["case"]) for entry in early}
found = {(one.service, one.case) for one in violations if one.event == mt.Event.entry}
print(len(violations), "violations;", len(known & found), "of the", len(known), "early entries are among them")
print(violations[0].reasons[0].text("en"))
assert len(known & found) >= 10

# %% [markdown]
# One of them, event by event:

# %%
service, case = sorted(known & found)[0]
mt.to_html(mt.case(events, case, service=service, as_of=day), "en")

# %% [markdown]
# ## What does it do to the figures?
#
# Facts are facts: deviating cases count. What moves is said by the report's own data quality. And one thing moves that nobody looks for: with the consents went the
# objections to statistics, so that people who said no are counted. That alone is a reason to send the export back.

# %%
report = mt.report(events, as_of=day)
sound = mt.report(mt.read_events(folder / "sound.jsonl"), as_of=day)
for name in ("referrals", "entries/strict", "positive_exit_rate/per_exit", "stage_delay/referral_to_entry/mean"):
    ours, theirs = sound.row(name), report.row(name)
    print(f"{name:36} sound {ours.value:10.3f}   export {theirs.value:10.3f}   left out {theirs.excluded}")
quality = json.loads(report.to_json())["data_quality"]
print("objected to statistics: sound", sound.input["objected"], "export", report.input["objected"])
assert sound.input["objected"] > 0 == report.input["objected"] and quality["rejected"] == 2 and quality["negative_delays"]["referral_to_entry"] >= 10

# %% [markdown]
# ## Does the software itself answer right?
#
# The scenario kit asks any program: may this happen now, where does the case stand, what is due? Here the adapter is a program with one fault: it lets everything happen.


# %%
def careless(scenario):
    answer = scenario.answer()
    if "accepted" in answer:
        answer = {**answer, "accepted": True}
        answer.pop("refused", None)
    return answer


stories = mt.scenarios()[:400]
right, wrong = mt.conform(scenarios=stories), mt.conform(careless, stories)
print(sum(map(bool, right)), "of", len(right), "by the library;", sum(map(bool, wrong)), "by the careless program")
assert all(right) and not all(wrong)

# %%
first = next(result for result in wrong if not result)
print(first.scenario.title.en)
for mismatch in first.mismatches:
    print(mismatch)
