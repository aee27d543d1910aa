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
# # Still in work after 12 and 24 months, when half do not answer
#
# Those who left are asked again. Many do not answer, and they are not like those who do. This notebook goes from the figure everybody quotes to what can be said for
# certain. The register is invented.

# %%
import os
from datetime import date

import maintien as mt

day = date(2024, 12, 31)
cases = mt.replay(mt.simulate(cases=int(os.environ.get("MAINTIEN_CASES", "20000")), seed=11), as_of=day)
report = mt.report(cases)

# %% [markdown]
# ## Who was asked, who answered
#
# Only exits whose window is over are counted (`due`): who answers early is not like who answers late.

# %%
for horizon in ("12", "24"):
    due = report.row("follow_up", horizon, "due").value
    shares = {end: report.row("follow_up", horizon, end).value for end in ("answered", "refused", "no_contact", "lost", "not_sent", "deceased", "retired")}
    print(horizon, "months:", due, "due;", ", ".join(f"{end} {share:.1%}" for end, share in shares.items()))

# %% [markdown]
# ## Three answers to one question
#
# *Observed*: in work among those who answered. *Bounds*: nobody, or everybody, of those who did not answer is in work; the truth lies between, whatever they would
# have said. *Weighted*: those who answered speak for those who did not and are like them in outcome and age. That is an assumption, the bounds are not.

# %%
for horizon in ("12", "24"):
    observed, bounds, weighted = (report.row("retention", variant, horizon) for variant in ("observed", "bounds", "weighted"))
    assert bounds.bound_lower <= observed.value <= bounds.bound_upper
    print(
        f"{horizon} months: observed {observed.numerator}/{observed.denominator} = {observed.value:.1%} ({observed.lower:.1%} to {observed.upper:.1%}), "
        f"weighted {weighted.value:.1%}, for certain between {bounds.bound_lower:.1%} and {bounds.bound_upper:.1%}"
    )

# %%
axes = mt.plot.retention(report, language="en")

# %% [markdown]
# The interval around 59 % is narrow and beside the point: it only says how well we know those who answered. The band is honest, and it is wide; it narrows in one
# way only, by asking again those who were not reached.
#
# ## What an answer more would be worth

# %%
observed = report.row("retention", "observed", "12")
silent = observed.excluded["non_response"]
for reached in (0, 0.25, 0.5, 0.75):
    answers = observed.denominator + round(reached * silent)
    bounds = mt.stats.manski_bounds(round(observed.value * answers), answers, observed.denominator + silent)
    print(f"{reached:.0%} of the silent reached, answering alike: between {bounds.bound_lower:.1%} and {bounds.bound_upper:.1%}")

# %% [markdown]
# ## A condition on success
#
# Often only positive exits are asked. The share is higher, and it is another question: of those who left with a solution, who kept it? The title of the plot says so.

# %%
axes = mt.plot.retention(report, after_positive_exit=True, language="en")
assert report.row("retention", "after_positive_exit", "12").value > observed.value

# %% [markdown]
# ## By sex
#
# Differences between groups meet the same problem twice. First the difference among those who answered, with Newcombe's interval; then the bounds of each, which overlap.

# %%
by_sex = mt.report(cases, by="sex")
women, men = (by_sex.row("retention", "observed", "12", by={"sex": sex}) for sex in ("female", "male"))
difference = mt.stats.difference(women.numerator, women.denominator, men.numerator, men.denominator)
print(f"women {women.value:.1%}, men {men.value:.1%}, difference {difference.value:+.1%} ({difference.lower:+.1%} to {difference.upper:+.1%})")
for sex in ("female", "male"):
    bounds = by_sex.row("retention", "bounds", "12", by={"sex": sex})
    print(f"{sex}: for certain between {bounds.bound_lower:.1%} and {bounds.bound_upper:.1%}")
