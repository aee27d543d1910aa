"""Plots of registers and reports, one call each (extra ``plot``: ``pip install maintien[plot]``).

Every function takes ``ax=`` (a new figure without it) and ``language=`` (``"fr"`` or ``"en"``) and returns the ``Axes``. Colours are told apart by people who
see colours differently, and nothing is told by colour alone; uncertainty is always drawn. Figures are those of the report's rows, of the register's columns or
of ``maintien.stats``; a figure that disclosure control hides is drawn as hidden, never as 0.

>>> cases = mt.replay(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
>>> mt.plot.stay_in_cell(cases, language="en").get_xlabel()
'Days since the entry'
"""

try:
    import matplotlib as _matplotlib  # noqa: F401
except ModuleNotFoundError as _missing:
    raise ModuleNotFoundError("maintien.plot draws with matplotlib: pip install 'maintien[plot]'", name="matplotlib") from _missing

from maintien.plot._case import case_timeline
from maintien.plot._courses import cumulative_incidence, stay_in_cell
from maintien.plot._delays import stage_delays
from maintien.plot._flow import pathway_flow
from maintien.plot._funnel import service_funnel
from maintien.plot._load import caseload
from maintien.plot._outcomes import outcomes
from maintien.plot._retention import retention

__all__ = [
    "case_timeline",
    "caseload",
    "cumulative_incidence",
    "outcomes",
    "pathway_flow",
    "retention",
    "service_funnel",
    "stage_delays",
    "stay_in_cell",
]
