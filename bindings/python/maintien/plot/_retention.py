"""Who is still in work after the exit, with what those who did not answer leave open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from maintien._figures import Figures, figures_of
from maintien._words import day_words, number, said, share
from maintien.plot._style import BLUE, INK, ORANGE, SKY, axes_for, hidden_bar, interval_words, legend_below, nothing_to_draw, percent_axis, title

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from maintien._core import Report
    from maintien._values import Row


def retention(report: Report | Mapping[str, Any], *, after_positive_exit: bool = False, ax: Axes | None = None, language: str = "fr") -> Axes:
    """Who is in work at each horizon: among those who answered, weighted for those who did not, and between which bounds the truth lies for certain.

    The bar goes from nobody to everybody in work among those who did not answer, its thin line is Imbens and Manski's interval. ``after_positive_exit`` speaks of
    positive exits only, a condition on success that has no weighted figure; the title says so.

    >>> report = mt.report(mt.simulate(cases=400, seed=1), as_of=date(2024, 12, 31))
    >>> [label.get_text() for label in mt.plot.retention(report, language="en").get_yticklabels()]
    ['At 12 months', 'At 24 months']
    """
    figures = figures_of(report)
    prefix = "after_positive_exit" if after_positive_exit else "observed"
    rows = figures.of("retention", prefix)
    ax = axes_for(ax, language, (8.0, 1.9 + 1.35 * max(len(rows), 1)))
    if not rows or all(row.value is None and row.null_reason != "suppressed" for row in rows):
        reason = rows[0].null_reason.label(language) if rows and rows[0].null_reason else said(language, "aucun horizon", "no horizon")
        return nothing_to_draw(ax, said(language, f"Suivi après la sortie : {reason}", f"Follow-up after the exit: {reason}"))
    for at, row in enumerate(rows):
        _draw_horizon(ax, at, row, figures, after_positive_exit, language)
    ax.set_yticks(range(len(rows)), [said(language, f"À {row.category} mois", f"At {row.category} months") for row in rows])
    ax.set_ylim(len(rows) - 0.4, -0.7)
    ax.set_xlim(0, 1)
    percent_axis(ax.xaxis, language)
    ax.set_xlabel(said(language, "En emploi", "In work"))
    _legend(ax, after_positive_exit, language)
    who = said(language, "sorties positives seulement", "positive exits only") if after_positive_exit else said(language, "toutes les sorties suivies", "all exits that are followed")
    title(ax, said(language, "Maintien en emploi après la sortie", "In work after the exit"), f"{who}, {day_words(figures.as_of, language)}, {interval_words(figures.level, language)}")
    return ax


def _draw_horizon(ax: Axes, at: int, observed: Row, figures: Figures, positive_only: bool, language: str) -> None:
    bounds = figures.row("retention", "after_positive_exit_bounds" if positive_only else "bounds", observed.category)
    weighted = None if positive_only else figures.row("retention", "weighted", observed.category)
    if observed.null_reason == "suppressed":
        hidden_bar(ax, at, 1.0, language)
        return
    if bounds and bounds.bound_lower is not None and bounds.bound_upper is not None:
        ax.barh(at + 0.12, bounds.bound_upper - bounds.bound_lower, 0.5, left=bounds.bound_lower, color=SKY, alpha=0.45, linewidth=0, gid=f"bounds-{observed.category}")
        if bounds.lower is not None and bounds.upper is not None:
            ax.hlines(at + 0.12, bounds.lower, bounds.upper, color=INK, linewidth=0.8)
    for row, dy, marker, colour in ((observed, 0.02, "o", BLUE), (weighted, 0.22, "D", ORANGE)):
        if row is None or row.value is None:
            continue
        if row.lower is not None and row.upper is not None:
            ax.hlines(at + dy, row.lower, row.upper, color=colour, linewidth=3)
        ax.plot(row.value, at + dy, marker, color=colour, markeredgecolor=INK, markersize=7, gid=f"{row.variant}-{row.category}")
    ax.text(0.005, at - 0.18, _words(observed, bounds, language), va="bottom", fontsize=8.5, color=INK)


def _words(observed: Row, bounds: Row | None, language: str) -> str:
    if observed.value is None or observed.denominator is None or observed.numerator is None:
        return observed.null_reason.label(language) if observed.null_reason else ""
    silent = observed.excluded.get("non_response", 0)
    answered = f"{number(observed.numerator, language)}/{number(observed.denominator, language)}"
    text = said(language, f"{answered} en emploi parmi ceux qui ont répondu ({share(observed.value, language)}) ; {number(silent, language)} sans réponse", f"{answered} in work among those who answered ({share(observed.value, language)}); {number(silent, language)} without an answer")
    if bounds and bounds.bound_lower is not None and bounds.bound_upper is not None:
        low, high = share(bounds.bound_lower, language), share(bounds.bound_upper, language)
        text += said(language, f",\ndonc entre {low} et {high} de tous", f",\nhence between {low} and {high} of all")
    elif bounds and bounds.null_reason == "suppressed":
        text += said(language, ",\nbornes masquées", ",\nbounds suppressed")
    return text


def _legend(ax: Axes, positive_only: bool, language: str) -> None:
    marks: list[Any] = [
        ax.plot([], [], "o", color=BLUE, markeredgecolor=INK, label=said(language, "parmi ceux qui ont répondu", "among those who answered"))[0],
        ax.plot([], [], "D", color=ORANGE, markeredgecolor=INK, label=said(language, "redressé des non-réponses", "weighted for non-response"))[0],
        ax.barh(0, 0, 0, color=SKY, alpha=0.45, label=said(language, "possible quoi qu'aient répondu les autres", "possible whatever the others answered")),
    ]
    legend_below(ax, [marks[0], marks[2]] if positive_only else marks, ncols=2)
