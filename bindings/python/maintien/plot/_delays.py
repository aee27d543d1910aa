"""Delays between the stages, those who still wait included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from maintien._figures import Figures, figures_of
from maintien._words import day_words, number, quantity, said, variant_title
from maintien.plot._style import BLUE, GREY, INK, ORANGE, SKY, axes_for, hidden_bar, interval_words, legend_below, nothing_to_draw, title, whole_axis

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from maintien._core import Report
    from maintien._values import Row


def stage_delays(report: Report | Mapping[str, Any], *, ax: Axes | None = None, language: str = "fr") -> Axes:
    """Delays between the stages: quartiles of those who came through, and the median of all who waited, Kaplan-Meier, with its interval.

    Recent files have only their short delays: where the two medians lie apart, the second tells the truth. Beside each, how many came through and how many
    still wait.

    >>> report = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> len(mt.plot.stage_delays(report).get_yticklabels())
    6
    """
    figures = figures_of(report)
    delays = list(dict.fromkeys(row.variant for row in figures.of("stage_delay") if row.variant))
    ax = axes_for(ax, language, (8.0, 1.9 + 0.52 * max(len(delays), 1)))
    rows = {delay: {row.category: row for row in figures.of("stage_delay", delay)} for delay in delays}
    numbers = [end for delay in rows.values() for row in delay.values() for end in (row.value, row.upper) if row.unit == "days" and end is not None]
    hidden = any(row.null_reason == "suppressed" for delay in rows.values() for row in delay.values())
    if not numbers and not hidden:
        return nothing_to_draw(ax, said(language, "Aucun délai observé", "No delay observed"))
    widest = max([1.0, *numbers]) * 1.05
    for at, delay in enumerate(delays):
        _draw_delay(ax, at, rows[delay], widest, language)
    ax.set_yticks(range(len(delays)), [variant_title("stage_delay", delay, language) for delay in delays])
    ax.set_ylim(len(delays) - 0.45, -0.6)
    ax.set_xlim(0, widest)
    whole_axis(ax.xaxis, language)
    ax.set_xlabel(said(language, "Jours", "Days"))
    _legend(ax, language)
    _heading(ax, figures, language)
    return ax


def _heading(ax: Axes, figures: Figures, language: str) -> None:
    title(ax, said(language, "Délais entre étapes", "Delays between stages"), f"{day_words(figures.as_of, language)}, {interval_words(figures.level, language)}")


def _draw_delay(ax: Axes, at: int, rows: dict[str | None, Row], widest: float, language: str) -> None:
    median, first, third, course, pending = (rows.get(name) for name in ("median", "q1", "q3", "km_median", "pending"))
    if median is None or median.null_reason == "suppressed":
        hidden_bar(ax, at, widest, language, 0.5)
        return
    if median.value is not None and first and third and first.value is not None and third.value is not None:
        ax.barh(at, max(third.value - first.value, widest * 0.003), 0.36, left=first.value, color=SKY, alpha=0.6, linewidth=0)
        ax.plot([median.value] * 2, [at - 0.2, at + 0.2], color=BLUE, linewidth=2.5, gid=f"median-{median.variant}")
    if course and course.lower is not None:
        ax.hlines(at, course.lower, widest if course.upper is None else course.upper, color=INK, linewidth=1.6)
        if course.upper is None:
            ax.plot(widest, at, ">", color=INK, markersize=6, clip_on=False)
    if course and course.value is not None:
        ax.plot(course.value, at, "D", color=ORANGE, markeredgecolor=INK, markersize=7, gid=f"km_median-{course.variant}")
    ax.annotate(_counts(median, course, pending, language), (1, at), (8, 0), xycoords=("axes fraction", "data"), textcoords="offset points", va="center", fontsize=8.5, color=INK)


def _counts(median: Row, course: Row | None, pending: Row | None, language: str) -> str:
    text = f"n = {number(median.denominator or 0, language)}"
    if pending and pending.null_reason == "suppressed":
        text += said(language, ", en attente : masqué", ", pending: suppressed")
    elif pending and pending.value is not None:
        text += said(language, f", {number(pending.value, language)} en attente", f", {number(pending.value, language)} pending")
    if course and course.value is not None:
        return text + said(language, f"\nmédiane {quantity(course.value, language)} j", f"\nmedian {quantity(course.value, language)} days")
    if course and course.null_reason == "suppressed":
        return text + said(language, "\nmédiane masquée", "\nmedian suppressed")
    return text + said(language, "\nmédiane non atteinte", "\nmedian not reached")


def _legend(ax: Axes, language: str) -> None:
    marks = [
        ax.barh(0, 0, 0, color=SKY, alpha=0.6, label=said(language, "quartiles, arrivés seulement", "quartiles, come through only")),
        ax.plot([], [], "|", color=BLUE, markersize=12, markeredgewidth=2.5, label=said(language, "médiane, arrivés seulement", "median, come through only"))[0],
        ax.plot([], [], "D", color=ORANGE, markeredgecolor=INK, label=said(language, "médiane, en attente compris", "median, pending included"))[0],
    ]
    legend_below(ax, marks, ncols=2)
    ax.axvline(0, color=GREY, linewidth=0.8)
