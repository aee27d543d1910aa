"""Courses in time from the entry in the cell: how long people stay, how they leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from maintien import stats
from maintien._words import capitalised, counted, day_words, number, quantity, said
from maintien.plot._style import (
    BLUE,
    GREY,
    INK,
    POLARITY_COLOURS,
    POLARITY_LINES,
    POLARITY_WORDS,
    axes_for,
    interval_words,
    nothing_to_draw,
    percent_axis,
    title,
    whole_axis,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from maintien._core import Cases

POLARITIES = ("positive", "negative", "neutral")


@dataclass(frozen=True, slots=True)
class Stays:
    """How long each entered episode was seen in the cell, and how it ended: 0 while it has not, else 1 + the place of its polarity."""

    days: list[int]
    endings: list[int]


def last_day(cases: Cases) -> date:
    """The last day of which anything is known."""
    return min(cases.as_of, cases.known_on or cases.as_of)


def within(day: date | None, period: tuple[date, date] | None) -> bool:
    """Whether a day is known and lies in a period; every day does when there is none."""
    return day is not None and (period is None or period[0] <= day <= period[1])


def stays_of(cases: Cases, period: tuple[date, date] | None) -> Stays:
    """The stays of the episodes that entered in the period; a transfer ends what is seen, not the need."""
    until, outcomes = last_day(cases), cases.protocol.outcomes
    stays = Stays([], [])
    for entry, left, outcome in zip(cases.column("entry_day"), cases.column("exit_day"), cases.column("outcome"), strict=True):
        if not within(entry, period):
            continue
        stays.days.append(((left or until) - entry).days)
        ended = left is not None and outcome != "transferred"
        stays.endings.append(1 + POLARITIES.index(outcomes[outcome]["polarity"]) if ended else 0)
    return stays


def stay_in_cell(
    cases: Cases,
    *,
    ax: Axes | None = None,
    language: str = "fr",
    level: float = 0.95,
    period: tuple[date, date] | None = None,
    days: int | None = None,
) -> Axes:
    """How long people stay in the cell: the share still there by days since the entry, Kaplan-Meier, with its interval and the number at risk.

    Open files count as long as they were seen; the median, as ``days_in_cell/km_median`` gives it, is marked with its interval. ``period`` restricts to the
    entries between two days, both included; ``days`` ends the axis there, the curve and its figures stay those of everybody.

    >>> cases = mt.replay(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> mt.plot.stay_in_cell(cases).get_ylabel()
    'Encore dans la cellule'
    """
    ax = axes_for(ax, language)
    stays = stays_of(cases, period)
    if not stays.days:
        return nothing_to_draw(ax, said(language, "Aucune entrée dans la cellule", "No entry in the cell"))
    ended = [int(ending > 0) for ending in stays.endings]
    curve = stats.kaplan_meier(stays.days, ended, level=level)
    last = days or curve.days[-1]
    _band(ax, curve.days, curve.lower, curve.upper, BLUE)
    ax.step([0, *curve.days], [1.0, *curve.survival], where="post", color=BLUE, linewidth=2, gid="survival")
    seen = [(day, share) for day, share, count in zip(curve.days, curve.survival, curve.censored, strict=True) if count]
    if len(seen) <= 200:
        ax.plot([day for day, _ in seen], [share for _, share in seen], "|", color=BLUE, markersize=7)
    _mark_median(ax, stays.days, ended, last, level, language)
    _frame(ax, last, curve.days, curve.at_risk, language)
    ax.set_ylabel(said(language, "Encore dans la cellule", "Still in the cell"))
    entries = counted(len(ended), ("entrée", "entrées"), ("entry", "entries"), language)
    exits = counted(sum(ended), ("sortie", "sorties"), ("exit", "exits"), language)
    title(ax, said(language, "Durée de séjour dans la cellule (Kaplan-Meier)", "Stay in the cell (Kaplan-Meier)"), f"{entries}, {exits}, {_caption(cases, level, language)}")
    return ax


def cumulative_incidence(
    cases: Cases,
    *,
    ax: Axes | None = None,
    language: str = "fr",
    level: float = 0.95,
    period: tuple[date, date] | None = None,
    days: int | None = None,
) -> Axes:
    """How people leave the cell: the share that has left positively, negatively, neutrally by days since the entry, Aalen-Johansen, with intervals.

    The positive curve is that of ``positive_exit_rate/cumulative_incidence``: at every day the three shares and those still there add up to 1. ``period``
    and ``days`` are those of ``stay_in_cell``.

    >>> cases = mt.replay(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> mt.plot.cumulative_incidence(cases, language="en").get_ylabel()
    'Has left'
    """
    ax = axes_for(ax, language)
    stays = stays_of(cases, period)
    if not stays.days:
        return nothing_to_draw(ax, said(language, "Aucune entrée dans la cellule", "No entry in the cell"))
    curve = stats.aalen_johansen(stays.days, stays.endings, level=level)
    highest = 0.0
    for at, polarity in enumerate(POLARITIES, 1):
        if at not in curve.causes:
            continue
        course, colour = curve.causes[at], POLARITY_COLOURS[polarity]
        _band(ax, curve.days, course.lower, course.upper, colour)
        label = f"{capitalised(said(language, *POLARITY_WORDS[polarity]))} ({number(sum(course.events), language)})"
        ax.step([0, *curve.days], [0.0, *course.incidence], where="post", color=colour, linewidth=2, linestyle=POLARITY_LINES[polarity], label=label, gid=polarity)
        highest = max([highest, *(end for end in course.upper if end is not None), *course.incidence])
    _frame(ax, days or curve.days[-1], curve.days, curve.at_risk, language)
    ax.set_ylim(0, min(1.25, highest * 1.25 or 1.0))
    ax.set_yticks([tick for tick in ax.get_yticks() if 0 <= tick <= 1])
    ax.set_ylabel(said(language, "Sont sortis", "Has left"))
    if curve.causes:
        ax.legend(loc="upper left", ncols=3, frameon=False, fontsize=9)
    entries = counted(len(stays.days), ("entrée", "entrées"), ("entry", "entries"), language)
    title(ax, said(language, "Sorties cumulées selon leur nature (Aalen-Johansen)", "Cumulative incidence of exits (Aalen-Johansen)"), f"{entries}, {_caption(cases, level, language)}")
    return ax


def _caption(cases: Cases, level: float, language: str) -> str:
    day = day_words(last_day(cases), language)
    return said(language, f"situation au {day}, ", f"as of {day}, ") + interval_words(level, language)


def _band(ax: Axes, days: Sequence[int], lower: Sequence[float | None], upper: Sequence[float | None], colour: str) -> None:
    """The interval of a course; it begins with the first day on which there is one."""
    low, high = ([float("nan") if end is None else end for end in ends] for ends in (lower, upper))
    ax.fill_between(list(days), low, high, step="post", color=colour, alpha=0.2, linewidth=0)


def _mark_median(ax: Axes, days: list[int], ended: list[int], last: int, level: float, language: str) -> None:
    median = stats.survival_quantile(days, ended, 0.5, level=level)
    ax.axhline(0.5, color=GREY, linewidth=0.8, linestyle=":")
    if median.value is None:
        text = said(language, "médiane non atteinte", "median not reached")
    else:
        ends = [quantity(end, language) if end is not None else "—" for end in (median.lower, median.upper)]
        text = said(language, f"médiane {quantity(median.value, language)} j ({ends[0]} à {ends[1]})", f"median {quantity(median.value, language)} days ({ends[0]} to {ends[1]})")
        low = median.value if median.lower is None else median.lower
        high = max(days) if median.upper is None else median.upper
        ax.hlines(0.5, low, high, color=INK, linewidth=2)
        ax.plot(median.value, 0.5, "o", color=INK, markersize=6, gid="median")
    early = stats.survival(days, ended, int(0.4 * last), level=level).value
    at, side = (0.01, "left") if early is None or early > 0.6 else (0.99, "right")
    ax.annotate(text, (at, 0.5), (0, 4), xycoords=("axes fraction", "data"), textcoords="offset points", ha=side, fontsize=9, color=INK)


def _frame(ax: Axes, last: int, days: Sequence[int], at_risk: Sequence[int], language: str) -> None:
    """The axes of a course, and below the ticks how many were still seen."""
    ax.set_xlim(0, max(last, 1))
    ax.set_ylim(0, 1.02)
    percent_axis(ax.yaxis, language)
    whole_axis(ax.xaxis, language)
    ax.set_xlabel(said(language, "Jours depuis l'entrée", "Days since the entry"))
    ticks = [tick for tick in ax.get_xticks() if 0 <= tick <= last]
    ax.set_xticks(ticks)
    below = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points", "fontsize": 8, "color": INK, "va": "top"}
    for tick in ticks:
        still = next((count for day, count in zip(days, at_risk, strict=True) if day >= tick), 0)
        ax.annotate(number(still, language), (tick, 0), (0, -48), ha="center", gid="at_risk", **below)  # type: ignore[arg-type]
    heading = said(language, "Dossiers suivis :", "At risk:")
    ax.annotate(heading, (0, 0), (0, -36), xycoords="axes fraction", textcoords="offset points", fontsize=8, color=GREY, va="top", ha="left")
