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
# # One million cases
#
# A region's ten years on a laptop: read, replay, report by service and year, compare, draw. The register is invented; set `MAINTIEN_CASES` for another size.

# %%
import os
from datetime import date
from time import perf_counter

import maintien as mt

count = int(os.environ.get("MAINTIEN_CASES", "1000000"))
day = date(2024, 12, 31)
took = {}


def timed(what, act):
    start = perf_counter()
    result = act()
    took[what] = perf_counter() - start
    print(f"{what:34} {took[what]:7.2f} s")
    return result


# %%
events = timed("simulate", lambda: mt.simulate(cases=count, seed=2024))
cases = timed("replay", lambda: mt.replay(events, as_of=day))
report = timed("report", lambda: mt.report(cases))
divided = timed("report by service and year", lambda: mt.report(cases, by="service,year"))
print(f"{len(events):,} events, {len(cases):,} cases, {len(divided):,} rows")

# %% [markdown]
# Nothing is sampled: the strata add up to the whole, to the case.

# %%
whole = report.row("referrals").value
assert whole == sum(row.value for row in divided if row.by and row.name == "referrals")
whole

# %% [markdown]
# ## How long people stay
#
# A million stays are one table of days: the curve takes the time of a look. The interval is drawn; it is too narrow to be seen.

# %%
axes = timed("draw the stay", lambda: mt.plot.stay_in_cell(cases, language="en", days=730))

# %%
axes = timed("draw the exits", lambda: mt.plot.cumulative_incidence(cases, language="en", days=730))

# %% [markdown]
# ## Which services differ by more than chance?
#
# A ranking would name a best and a worst among any numbers. The funnel asks another question: who lies beyond what chance allows at this size? Where φ exceeds 1, the
# services differ by more than chance, and the limits are too narrow to accuse anybody.

# %%
axes = mt.plot.service_funnel(report, language="en")
report.row("service_comparison", "overdispersion")

# %% [markdown]
# ## Year by year

# %%
by_year = mt.report(cases, by="year")
years = [stratum for stratum in by_year.strata if stratum]
for stratum in years:
    row = by_year.row("positive_exit_rate", "per_exit", by=stratum)
    if row.value is not None:
        print(stratum["year"], f"{row.numerator:7,}/{row.denominator:7,}  {row.value:.1%}  ({row.lower:.1%} to {row.upper:.1%})")

# %% [markdown]
# The last years may mislead: of those who entered last, only the quick have left. Read them with `mature`, which waits until everybody has been seen as long:

# %%
for stratum in years[-4:]:
    row = by_year.row("positive_exit_rate", "mature", "365", by=stratum)
    print(stratum["year"], "not observed long enough" if row.value is None else f"{row.numerator:,}/{row.denominator:,}  {row.value:.1%}", row.excluded)
