"""Outcomes of those who left, as bars with their intervals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from maintien._figures import Figures, figures_of
from maintien._words import category_title, counted, day_words, number, said, shown_value
from maintien.plot._style import GREY, INK, POLARITY_COLOURS, POLARITY_WORDS, axes_for, hidden_bar, interval_words, legend_below, nothing_to_draw, percent_axis, title

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from maintien._core import Report
    from maintien._values import Row

_COHORTS = {
    "entry_cohort": ("entrées de la période", "entries of the period"),
    "exits_of_period": ("sorties de la période", "exits of the period"),
}


def outcomes(
    report: Report | Mapping[str, Any], *, cohort: str = "entry_cohort", ax: Axes | None = None, language: str = "fr"
) -> Axes:
    """The outcomes of those who left: for each the share among the exits with its interval, positive and negative apart.

    ``cohort`` is ``entry_cohort`` or ``exits_of_period``. Outcomes nobody had are named below in one number; neutral ones are in no rate and have their number
    only; a suppressed one is hatched.

    >>> report = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> mt.plot.outcomes(report, language="en").get_xlabel()
    'Share of the exits (6 other outcomes: 0)'
    """
    if cohort not in _COHORTS:
        raise ValueError(f"cohort: found {cohort!r}, expected {' or '.join(map(repr, _COHORTS))}")
    figures = figures_of(report)
    rows = figures.of("outcome", cohort)
    shown = [row for row in rows if row.numerator or row.null_reason == "suppressed"]
    ax = axes_for(ax, language, (8.0, 1.6 + 0.34 * max(len(shown), 4)))
    if not shown:
        return nothing_to_draw(ax, said(language, "Aucune sortie", "No exit"))
    widest = max([0.1, *(row.upper for row in shown if row.upper is not None)])
    for at, row in enumerate(shown):
        _draw(ax, at, row, figures, widest, language)
    ax.set_yticks(range(len(shown)), [category_title("outcome", cohort, row.category or "", language) for row in shown])
    ax.set_ylim(len(shown) - 0.4, -0.6)
    ax.set_xlim(0, widest * 1.02)
    percent_axis(ax.xaxis, language)
    nobody = len(rows) - len(shown)
    rest = counted(nobody, ("autre résultat : 0", "autres résultats : 0"), ("other outcome: 0", "other outcomes: 0"), language)
    ax.set_xlabel(said(language, "Part des sorties", "Share of the exits") + (f" ({rest})" if nobody else ""))
    _legend(ax, shown, figures, language)
    _heading(ax, figures, shown, cohort, language)
    return ax


def _heading(ax: Axes, figures: Figures, shown: list[Row], cohort: str, language: str) -> None:
    total = next((row.denominator for row in shown if row.denominator is not None), None)
    exits = "" if total is None else counted(total, ("sortie", "sorties"), ("exit", "exits"), language) + ", "
    who = f"{exits}{said(language, *_COHORTS[cohort])}, {day_words(figures.as_of, language)}, {interval_words(figures.level, language)}"
    title(ax, said(language, "Résultats à la sortie", "Outcomes at the exit"), who)


def polarity_of(row: Row, figures: Figures) -> str:
    """How the protocol of the report reads an outcome; a neutral one is in no rate."""
    from maintien import _core

    if row.unit == "cases":
        return "neutral"
    if row.category is None or row.category not in _core.Outcome.__members__:
        return "negative"
    known = {protocol.name: protocol for protocol in _core.protocols()}.get(figures.protocol.split("/")[0])
    outcome = _core.Outcome(row.category)
    polarity: str = known.outcomes[outcome]["polarity"] if known else outcome.polarity
    return polarity


def _draw(ax: Axes, at: int, row: Row, figures: Figures, widest: float, language: str) -> None:
    if row.null_reason == "suppressed":
        hidden_bar(ax, at, widest, language)
    elif row.value is None or row.denominator is None:
        ax.text(0.004 * widest, at, said(language, f"{number(row.numerator or 0, language)}, hors des taux", f"{number(row.numerator or 0, language)}, in no rate"), va="center", fontsize=9, color=INK)
    else:
        negative = polarity_of(row, figures) == "negative"
        colour = POLARITY_COLOURS["negative" if negative else "positive"]
        ax.barh(at, row.value, 0.6, color=colour, alpha=0.75, hatch="//" if negative else "", edgecolor="#ffffff", linewidth=0, gid=f"outcome-{row.category}")
        if row.lower is not None and row.upper is not None:
            ax.hlines(at, row.lower, row.upper, color=INK, linewidth=1.6)
        text = f"{number(row.numerator or 0, language)}/{number(row.denominator, language)}, {shown_value(row, language, 1)}"
        ax.annotate(text, (row.upper or row.value, at), (5, 0), textcoords="offset points", va="center", fontsize=8.5, color=INK, annotation_clip=False)


def _legend(ax: Axes, shown: list[Row], figures: Figures, language: str) -> None:
    in_rates = [row for row in shown if row.denominator is not None]
    kinds = [kind for kind in ("positive", "negative") if any(polarity_of(row, figures) == kind for row in in_rates)]
    handles = [
        ax.barh(0, 0, 0, color=POLARITY_COLOURS[kind], alpha=0.75, hatch="//" if kind == "negative" else "", edgecolor="#ffffff", label=said(language, *POLARITY_WORDS[kind]))
        for kind in kinds
    ]
    if handles:
        legend_below(ax, handles)
    ax.axvline(0, color=GREY, linewidth=0.8)
