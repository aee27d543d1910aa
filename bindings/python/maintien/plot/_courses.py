"""Courses in time from the entry in the cell: how long people stay, how they leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from maintien import stats
from maintien._words import capitalised, check_language, counted, day_words, key_title, number, quantity, said
from maintien.plot._strata import LOOKS, in_order, keys_of, strata_of_entries, words_of
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
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

    from maintien._core import Cases
    from maintien._estimates import Estimate

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
    return stays_by(cases, period, []).get((), Stays([], []))


def stays_by(cases: Cases, period: tuple[date, date] | None, keys: list[str]) -> dict[tuple[str, ...], Stays]:
    """The same by stratum, in the order of reports."""
    until, outcomes = last_day(cases), cases.protocol.outcomes
    columns = [cases.column(name) for name in ("entry_day", "exit_day", "outcome")]
    strata = strata_of_entries(cases, keys) if keys else [()] * len(columns[0])
    found: dict[tuple[str, ...], Stays] = {}
    for entry, left, outcome, stratum in zip(*columns, strata, strict=True):
        if not within(entry, period):
            continue
        stays = found.setdefault(stratum, Stays([], []))
        stays.days.append(((left or until) - entry).days)
        ended = left is not None and outcome != "transferred"
        stays.endings.append(1 + POLARITIES.index(outcomes[outcome]["polarity"]) if ended else 0)
    return {stratum: found[stratum] for stratum in in_order(found, keys)}


def stay_in_cell(
    cases: Cases,
    *,
    ax: Axes | None = None,
    language: str = "fr",
    level: float = 0.95,
    period: tuple[date, date] | None = None,
    days: int | None = None,
    by: str | Iterable[str] = (),
) -> Axes:
    """How long people stay in the cell: the share still there by days since the entry, Kaplan-Meier, with its interval and the number at risk.

    Open files count as long as they were seen; the median, as ``days_in_cell/km_median`` gives it, is marked with its interval. ``period`` restricts to the
    entries between two days, both included; ``days`` ends the axis there, the curve and its figures stay those of everybody. ``by`` draws a curve for each
    stratum, divided by the keys that ``report`` takes (``"sex"``, ``"service,year"`` …, the time being that of the entry): six at most, more are a ``ValueError``.

    >>> cases = mt.replay(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> mt.plot.stay_in_cell(cases).get_ylabel()
    'Encore dans la cellule'
    >>> [text.get_text() for text in mt.plot.stay_in_cell(cases, by="sex", language="en").get_legend().get_texts()]
    ['female: median 141 days (91 to 229)', 'male: median 218 days (131 to 281)']
    """
    keys = keys_of(by)
    if keys:
        return _stay_by(cases, ax, language, level, period, days, keys)
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
    _frame(ax, last, [AtRisk("", INK, curve.days, curve.at_risk)], language)
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
    by: str | Iterable[str] = (),
    polarity: str = "positive",
) -> Axes:
    """How people leave the cell: the share that has left positively, negatively, neutrally by days since the entry, Aalen-Johansen, with intervals.

    The positive curve is that of ``positive_exit_rate/cumulative_incidence``: at every day the three shares and those still there add up to 1. ``period``
    and ``days`` are those of ``stay_in_cell``. ``by``, as there, draws one curve for each stratum: the exits of one ``polarity`` (``"positive"``, ``"negative"`` or
    ``"neutral"``), while the other ways out still compete with it.

    >>> cases = mt.replay(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> mt.plot.cumulative_incidence(cases, language="en").get_ylabel()
    'Has left'
    >>> mt.plot.cumulative_incidence(cases, language="en", by="sex").get_ylabel()
    'Has left: positive exit'
    """
    if polarity not in POLARITIES:
        raise ValueError(f"polarity: found {polarity!r}, expected one of {', '.join(POLARITIES)}")
    keys = keys_of(by)
    if keys:
        return _incidence_by(cases, ax, language, level, period, days, keys, polarity)
    ax = axes_for(ax, language)
    stays = stays_of(cases, period)
    if not stays.days:
        return nothing_to_draw(ax, said(language, "Aucune entrée dans la cellule", "No entry in the cell"))
    curve = stats.aalen_johansen(stays.days, stays.endings, level=level)
    highest = 0.0
    for at, name in enumerate(POLARITIES, 1):
        if at not in curve.causes:
            continue
        course, colour = curve.causes[at], POLARITY_COLOURS[name]
        _band(ax, curve.days, course.lower, course.upper, colour)
        label = f"{capitalised(said(language, *POLARITY_WORDS[name]))} ({number(sum(course.events), language)})"
        ax.step([0, *curve.days], [0.0, *course.incidence], where="post", color=colour, linewidth=2, linestyle=POLARITY_LINES[name], label=label, gid=name)
        highest = max([highest, *(end for end in course.upper if end is not None), *course.incidence])
    _frame(ax, days or curve.days[-1], [AtRisk("", INK, curve.days, curve.at_risk)], language)
    _shares_up_to(ax, highest)
    ax.set_ylabel(said(language, "Sont sortis", "Has left"))
    if curve.causes:
        ax.legend(loc="upper left", ncols=3, frameon=False, fontsize=9)
    entries = counted(len(stays.days), ("entrée", "entrées"), ("entry", "entries"), language)
    title(ax, said(language, "Sorties cumulées selon leur nature (Aalen-Johansen)", "Cumulative incidence of exits (Aalen-Johansen)"), f"{entries}, {_caption(cases, level, language)}")
    return ax


def _caption(cases: Cases, level: float, language: str) -> str:
    day = day_words(last_day(cases), language)
    return said(language, f"situation au {day}, ", f"as of {day}, ") + interval_words(level, language)


def _band(ax: Axes, days: Sequence[int], lower: Sequence[float | None], upper: Sequence[float | None], colour: str, alpha: float = 0.2) -> None:
    """The interval of a course; it begins with the first day on which there is one."""
    low, high = ([float("nan") if end is None else end for end in ends] for ends in (lower, upper))
    ax.fill_between(list(days), low, high, step="post", color=colour, alpha=alpha, linewidth=0)


def _shares_up_to(ax: Axes, highest: float) -> None:
    ax.set_ylim(0, min(1.25, highest * 1.25 or 1.0))
    ax.set_yticks([tick for tick in ax.get_yticks() if 0 <= tick <= 1])


def _stay_by(cases: Cases, ax: Axes | None, language: str, level: float, period: tuple[date, date] | None, days: int | None, keys: list[str]) -> Axes:
    """A curve of those still there for each stratum."""
    check_language(language)
    strata = stays_by(cases, period, keys)
    ax = axes_for(ax, language, (8.0, 4.2 + 0.36 * len(strata)))
    if not strata:
        return nothing_to_draw(ax, said(language, "Aucune entrée dans la cellule", "No entry in the cell"))
    seen = []
    for (stratum, stays), (colour, line) in zip(strata.items(), LOOKS, strict=False):
        ended = [int(ending > 0) for ending in stays.endings]
        curve = stats.kaplan_meier(stays.days, ended, level=level)
        name = words_of(stratum, keys, language)
        median = stats.survival_quantile(stays.days, ended, 0.5, level=level)
        _band(ax, curve.days, curve.lower, curve.upper, colour, 0.12)
        label = said(language, f"{name} : ", f"{name}: ") + _median_words(median, language)
        ax.step([0, *curve.days], [1.0, *curve.survival], where="post", color=colour, linewidth=2, linestyle=line, label=label, gid="survival-" + "/".join(stratum))
        if median.value is not None:
            ax.plot(median.value, 0.5, "o", color=colour, markeredgecolor=INK, markersize=6, gid="median-" + "/".join(stratum))
        seen.append(AtRisk(name, colour, curve.days, curve.at_risk))
    ax.axhline(0.5, color=GREY, linewidth=0.8, linestyle=":")
    _frame(ax, days or max(one.days[-1] for one in seen), seen, language)
    ax.set_ylabel(said(language, "Encore dans la cellule", "Still in the cell"))
    ax.legend(loc="upper right", frameon=False, fontsize=8.5)
    title(ax, said(language, "Durée de séjour dans la cellule (Kaplan-Meier)", "Stay in the cell (Kaplan-Meier)"), _who(cases, strata, keys, level, language))
    return ax


def _incidence_by(
    cases: Cases, ax: Axes | None, language: str, level: float, period: tuple[date, date] | None, days: int | None, keys: list[str], polarity: str
) -> Axes:
    """A curve of the exits of one polarity for each stratum."""
    check_language(language)
    strata = stays_by(cases, period, keys)
    ax = axes_for(ax, language, (8.0, 4.2 + 0.36 * len(strata)))
    if not strata:
        return nothing_to_draw(ax, said(language, "Aucune entrée dans la cellule", "No entry in the cell"))
    seen, highest, cause = [], 0.0, 1 + POLARITIES.index(polarity)
    for (stratum, stays), (colour, line) in zip(strata.items(), LOOKS, strict=False):
        curve = stats.aalen_johansen(stays.days, stays.endings, level=level)
        name = words_of(stratum, keys, language)
        seen.append(AtRisk(name, colour, curve.days, curve.at_risk))
        course = curve.causes.get(cause)
        events = sum(course.events) if course else 0
        reached = [0.0, *course.incidence] if course else [0.0] * (len(curve.days) + 1)
        if course:
            _band(ax, curve.days, course.lower, course.upper, colour, 0.12)
            highest = max([highest, *(end for end in course.upper if end is not None)])
        label = f"{name} ({number(events, language)}/{number(len(stays.days), language)})"
        ax.step([0, *curve.days], reached, where="post", color=colour, linewidth=2, linestyle=line, label=label, gid=f"{polarity}-" + "/".join(stratum))
        highest = max(highest, *reached)
    _frame(ax, days or max(one.days[-1] for one in seen), seen, language)
    _shares_up_to(ax, highest)
    exits = said(language, *POLARITY_WORDS[polarity])
    ax.set_ylabel(said(language, f"Sont sortis : {exits}", f"Has left: {exits}"))
    ax.legend(loc="upper left", frameon=False, fontsize=8.5)
    title(ax, said(language, f"{capitalised(exits)} : incidence cumulée (Aalen-Johansen)", f"{capitalised(exits)}: cumulative incidence (Aalen-Johansen)"), _who(cases, strata, keys, level, language))
    return ax


def _who(cases: Cases, strata: dict[tuple[str, ...], Stays], keys: list[str], level: float, language: str) -> str:
    entries = counted(sum(len(stays.days) for stays in strata.values()), ("entrée", "entrées"), ("entry", "entries"), language)
    divided = ", ".join(key_title(key, language) for key in keys)
    return said(language, f"{entries}, par {divided}, ", f"{entries}, by {divided}, ") + _caption(cases, level, language)


def _median_words(median: Estimate, language: str) -> str:
    if median.value is None:
        return said(language, "médiane non atteinte", "median not reached")
    ends = [quantity(end, language) if end is not None else "—" for end in (median.lower, median.upper)]
    return said(language, f"médiane {quantity(median.value, language)} j ({ends[0]} à {ends[1]})", f"median {quantity(median.value, language)} days ({ends[0]} to {ends[1]})")


def _mark_median(ax: Axes, days: list[int], ended: list[int], last: int, level: float, language: str) -> None:
    median = stats.survival_quantile(days, ended, 0.5, level=level)
    ax.axhline(0.5, color=GREY, linewidth=0.8, linestyle=":")
    text = _median_words(median, language)
    if median.value is not None:
        low = median.value if median.lower is None else median.lower
        high = max(days) if median.upper is None else median.upper
        ax.hlines(0.5, low, high, color=INK, linewidth=2)
        ax.plot(median.value, 0.5, "o", color=INK, markersize=6, gid="median")
    early = stats.survival(days, ended, int(0.4 * last), level=level).value
    at, side = (0.01, "left") if early is None or early > 0.6 else (0.99, "right")
    ax.annotate(text, (at, 0.5), (0, 4), xycoords=("axes fraction", "data"), textcoords="offset points", ha=side, fontsize=9, color=INK)


@dataclass(frozen=True, slots=True)
class AtRisk:
    """How many were still seen on each day, of everybody or of a stratum."""

    name: str
    colour: str
    days: Sequence[int]
    at_risk: Sequence[int]


def _frame(ax: Axes, last: int, seen: Sequence[AtRisk], language: str) -> None:
    """The axes of a course, and below the ticks how many were still seen, a line for each stratum."""
    ax.set_xlim(0, max(last, 1))
    ax.set_ylim(0, 1.02)
    percent_axis(ax.yaxis, language)
    whole_axis(ax.xaxis, language)
    ax.set_xlabel(said(language, "Jours depuis l'entrée", "Days since the entry"))
    ticks = [tick for tick in ax.get_xticks() if 0 <= tick <= last]
    ax.set_xticks(ticks)
    for at, one in enumerate(seen):
        named = f" {one.name}" if one.name else ""
        heading = said(language, f"Dossiers suivis{named} :", f"At risk{named}:")
        ax.annotate(heading, (0, 0), (0, -36 - 26 * at), xycoords="axes fraction", textcoords="offset points", fontsize=8, color=GREY, va="top", ha="left")
        below = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points", "fontsize": 8, "color": INK, "va": "top"}
        for tick in ticks:
            still = next((count for day, count in zip(one.days, one.at_risk, strict=True) if day >= tick), 0)
            ax.annotate(number(still, language), (tick, 0), (0, -48 - 26 * at), ha="center", gid="at_risk", **below)  # type: ignore[arg-type]
