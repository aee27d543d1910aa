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
# # From a spreadsheet to the AIST 43 table, and what to ask of it
#
# A cell keeps a row a case. In 2020 one of them showed a table: 103 referrals, 43 entries, 9 positive exits out of 12, 69 days in the cell. Here it is again, from
# an invented spreadsheet with the same totals, and the questions it leaves open. The files are `cellule.csv` and `cellule.mapping.json` of `examples/data`, found
# from the project's folder or from this notebook's; write the path of your copy below. The plots need matplotlib: `pip install 'maintien[plot]'`.

# %%
import os
from datetime import date
from pathlib import Path

import maintien as mt

folder = Path(os.environ.get("MAINTIEN_DATA", "examples/data" if Path("examples/data").exists() else "../../examples/data"))
day = date(2020, 11, 12)

# %% [markdown]
# ## Read
#
# The mapping says which column is what. Whatever it does not list is refused with its line and column; columns it leaves out are named.

# %%
events = mt.import_table(folder / "cellule.csv", folder / "cellule.mapping.json")
events, events.unmapped_columns

# %%
try:
    mt.import_table((folder / "cellule.csv").read_bytes().replace(b"Inaptitude", b"Inapte"), folder / "cellule.mapping.json")
except mt.DocumentError as error:
    print(error)

# %% [markdown]
# ## The table
#
# The day of the extraction is an argument: the same call gives the same figures next year.

# %%
report = mt.report(events, "aist43_cme", as_of=day)
print(report.to_text("fr").split("À savoir")[0])

# %%
printed = {row.name: row.value for row in report if row.indicator == "status"}
assert report.row("referrals").value == 103 and report.row("entries/broad").value == 43
assert [round(100 * printed[f"status//{state}"], 2) for state in ("ongoing", "refused", "negative", "positive")] == [72.09, 2.33, 4.65, 20.93]
assert round(report.row("days_in_cell/all_mean").value) == 69

# %% [markdown]
# The report itself is a table in a notebook: each figure with its denominator and its interval (`mt.to_html(report, "en")` for English).

# %%
report

# %% [markdown]
# ## Questions
#
# **“9 out of 12, 75 %.”** Among the twelve is one refusal that was never accompanied, and 31 files are still open.

# %%
for name in ("positive_exit_rate/per_exit", "positive_exit_rate/per_accompanied_exit", "positive_exit_rate/per_entry"):
    row = report.row(name)
    print(f"{name:42} {row.numerator}/{row.denominator}  {row.value:.1%}  from {row.lower:.1%} to {row.upper:.1%}")
row = report.row("positive_exit_rate/per_entry")
print(f"in the end, per entry, between {row.bound_lower:.1%} and {row.bound_upper:.1%}")

# %% [markdown]
# **Who is the refusal?** Every figure names its cases.

# %%
[one.case for one in report.explain("status//refused").numerator]

# %% [markdown]
# **“69 days.”** Over whom? Three means and a median, of the same cell on the same day:

# %%
for variant in ("all_mean", "closed_mean", "open_mean_age", "km_median"):
    row = report.row("days_in_cell", variant)
    print(f"{variant:14} n = {row.denominator:3}  {row.value:6.1f} days")

# %% [markdown]
# The mean over those who left (78.8) is too short, since slow files are still open; the median that counts them, too, is 126 days, and with 11 exits its upper limit
# cannot be given yet. That is best seen:

# %%
cases = mt.replay(events, "aist43_cme", as_of=day)
stay = mt.plot.stay_in_cell(cases, language="en")

# %%
flow = mt.plot.pathway_flow(cases, language="en")

# %%
outcomes = mt.plot.outcomes(report, language="en")

# %% [markdown]
# **“50 % kept in work.”** By exit the target is beaten on paper, but the interval contains it:

# %%
target = report.row("objective", "kept")
target.value, (target.lower, target.upper), target.verdict

# %% [markdown]
# ## For the board
#
# One page, complete in itself, to be read offline or printed. It is internal: nothing in it is hidden.

# %%
page = mt.write_report(report, Path(os.environ.get("MAINTIEN_OUT", "."), "bilan.html"), language="fr", cases=cases)
page.stat().st_size > 100_000
