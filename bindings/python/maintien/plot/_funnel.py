"""Services compared: each against what chance alone allows at its size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from maintien import stats
from maintien._figures import figures_of
from maintien._words import counted, day_words, number, said, share
from maintien.plot._style import BLUE, GREY, INK, VERMILION, axes_for, nothing_to_draw, percent_axis, title, whole_axis

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from maintien._core import Report
    from maintien._values import Row

_POINTS = 120


def service_funnel(report: Report | Mapping[str, Any], *, ax: Axes | None = None, language: str = "fr") -> Axes:
    """Services compared by their positive exits per exit: each at its size, within the limits of chance around the rate of all (95 and 99.8 %).

    A service beyond the outer limits is named, and has another mark; one that is suppressed is counted below the title. A funnel does not rank services,
    and of one service there is none.

    >>> report = mt.report(mt.simulate(cases=400, seed=1), as_of=date(2024, 12, 31))
    >>> mt.plot.service_funnel(report, language="en").get_ylabel()
    'Positive exits per exit'
    """
    figures = figures_of(report)
    ax = axes_for(ax, language)
    services = figures.of("service_comparison", "positive_exit_rate")
    pooled = figures.row("service_comparison", "pooled")
    points = [row for row in services if row.value is not None and row.denominator]
    hidden = sum(row.null_reason == "suppressed" for row in services)
    if not points or pooled is None or pooled.value is None:
        why = said(language, f"services masqués : {hidden}", f"suppressed services: {hidden}") if hidden else said(language, "aucun service avec des sorties", "no service with exits")
        return nothing_to_draw(ax, said(language, "Entonnoir des services : ", "Funnel of services: ") + why)
    if len(services) == 1:
        return nothing_to_draw(ax, said(language, "Entonnoir des services : un seul service, rien à comparer", "Funnel of services: one service, nothing to compare"))
    largest = int(max(row.denominator or 0 for row in points) * 1.1) + 2
    _draw_limits(ax, pooled.value, largest, language)
    _draw_services(ax, points)
    ax.set_xlim(0, largest)
    heights = [height for row in points for height in (row.value, row.bound_lower, row.bound_upper) if height is not None]
    ax.set_ylim(max(-0.02, min(heights) - 0.1), min(1.02, max(heights) + 0.1))
    percent_axis(ax.yaxis, language)
    whole_axis(ax.xaxis, language)
    ax.set_xlabel(said(language, "Sorties du service", "Exits of the service"))
    ax.set_ylabel(said(language, "Sorties positives par sortie", "Positive exits per exit"))
    ax.legend(loc="lower right", frameon=False, fontsize=8.5)
    _heading(ax, figures.as_of, pooled, len(points), hidden, language)
    return ax


def _heading(ax: Axes, as_of: Any, pooled: Row, shown: int, hidden: int, language: str) -> None:
    who = counted(shown, ("service", "services"), ("service", "services"), language) + f", {number(pooled.numerator or 0, language)}/{number(pooled.denominator or 0, language)}, {day_words(as_of, language)}"
    if hidden:
        who += said(language, f" ; services masqués : {hidden}", f"; suppressed services: {hidden}")
    title(ax, said(language, "Sorties positives par service (entonnoir)", "Positive exits by service (funnel)"), who)


def _draw_limits(ax: Axes, rate: float, largest: int, language: str) -> None:
    step = max(1, largest // _POINTS)
    sizes = [*range(1, min(40, largest)), *range(min(40, largest), largest + step, step)]
    for level, style, width in ((0.95, "--", 1.2), (0.998, "-", 1.2)):
        limits = [stats.funnel_limits(rate, size, level=level) for size in sizes]
        label = said(language, f"limites à {share(level, language, 0 if level == 0.95 else 1)}", f"{share(level, language, 0 if level == 0.95 else 1)} limits")
        for ends, name in (([limit.lower for limit in limits], label), ([limit.upper for limit in limits], None)):
            ax.plot(sizes, [float("nan") if end is None else end for end in ends], style, color=GREY, linewidth=width, label=name)
    ax.axhline(rate, color=INK, linewidth=1, label=said(language, f"ensemble : {share(rate, language)}", f"all services: {share(rate, language)}"))


def _draw_services(ax: Axes, points: list[Row]) -> None:
    for row in points:
        rate, size = row.value or 0.0, row.denominator or 0
        beyond = (row.bound_lower is not None and rate < row.bound_lower) or (row.bound_upper is not None and rate > row.bound_upper)
        ax.plot(size, rate, "^" if beyond else "o", color=VERMILION if beyond else BLUE, markeredgecolor=INK, markeredgewidth=0.5, markersize=8 if beyond else 6, gid=f"service-{row.category}")
        if beyond or len(points) <= 6:
            ax.annotate(row.category or "", (size, rate), (7, 5), textcoords="offset points", fontsize=8.5, color=INK)
