"""How many files are open, day by day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from maintien._words import day_words, number, said
from maintien.plot._courses import last_day
from maintien.plot._days import days_axis, position
from maintien.plot._style import BLUE, GREY, INK, ORANGE, SKY, axes_for, nothing_to_draw, title, whole_axis

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from maintien._core import Cases


def open_files(cases: Cases, period: tuple[date, date] | None = None) -> tuple[list[date], list[int]]:
    """The days on which the number of open files changes, and the number from each of them on: open from the entry to the day before the exit."""
    changes: Counter[date] = Counter()
    for entry, left in zip(cases.column("entry_day"), cases.column("exit_day"), strict=True):
        if entry is not None:
            changes[entry] += 1
            changes[left or date.max] -= 1
    changes.pop(date.max, None)
    first, last = period or (min(changes, default=last_day(cases)) - timedelta(days=1), last_day(cases))
    days, counts, count = [first], [0], 0
    for day in sorted(changes):
        count += changes[day]
        if day <= first:
            counts[0] = count
        elif day <= last:
            days.append(day)
            counts.append(count)
    return [*days, last], [*counts, counts[-1]]


def caseload(cases: Cases, *, ax: Axes | None = None, language: str = "fr", period: tuple[date, date] | None = None) -> Axes:
    """The caseload: how many files are open on each day, and the entries and exits of each month below.

    A count of everybody has no interval. It is ``caseload`` of a report whose period ends on that day.

    >>> cases = mt.replay(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> mt.plot.caseload(cases, language="en").get_ylabel()
    'Open files'
    """
    ax = axes_for(ax, language)
    days, counts = open_files(cases, period)
    if max(counts) == 0:
        return nothing_to_draw(ax, said(language, "Aucun dossier ouvert", "No open file"))
    at = [position(day) for day in days]
    ax.fill_between(at, counts, step="post", color=SKY, alpha=0.4, linewidth=0)
    ax.step(at, counts, where="post", color=BLUE, linewidth=1.8, gid="open")
    whole_axis(ax.yaxis, language)
    _draw_months(ax, cases, days[0], days[-1], max(counts), language)
    days_axis(ax, language, 7)
    ax.set_xlim(at[0], at[-1])
    ax.set_ylabel(said(language, "Dossiers ouverts", "Open files"))
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.legend(loc="upper left", frameon=False, fontsize=8.5)
    now = number(counts[-1], language)
    title(ax, said(language, "File active", "Caseload"), said(language, f"{now} dossiers ouverts au {day_words(days[-1], language)}", f"{now} open files on {day_words(days[-1], language)}"))
    return ax


def _draw_months(ax: Axes, cases: Cases, first: date, last: date, most: int, language: str) -> None:
    """Entries above and exits below a line under the curve, month by month; by quarter over more than six years."""
    months = 1 if (last - first).days < 6 * 366 else 3
    flows = {name: Counter(_start(day, months) for day in cases.column(name) if day is not None and first <= day <= last) for name in ("entry_day", "exit_day")}
    highest = max([1, *(count for flow in flows.values() for count in flow.values())])
    base, scale = -0.24 * most, 0.14 * most / highest
    span = said(language, *((("par mois", "by month")) if months == 1 else ("par trimestre", "by quarter")))
    words = {"entry_day": said(language, "entrées", "entries"), "exit_day": said(language, "sorties", "exits")}
    for name, colour, hatch, sign in (("entry_day", BLUE, "", 1), ("exit_day", ORANGE, "//", -1)):
        starts = sorted(flows[name])
        label = f"{words[name].capitalize()} {span}" + said(language, f" (au plus {number(max(flows[name].values(), default=0), language)})", f" (at most {number(max(flows[name].values(), default=0), language)})")
        at = [position(start) for start in starts]
        heights = [sign * scale * flows[name][start] for start in starts]
        ax.bar(at, heights, 27 * months, bottom=base, align="edge", color=colour, hatch=hatch, edgecolor="#ffffff", linewidth=0, label=label)
    ax.axhline(base, color=INK, linewidth=0.6)
    ax.set_ylim(base * 1.7, most * 1.25)
    ax.set_yticks([tick for tick in ax.get_yticks() if 0 <= tick <= most * 1.25 and float(tick).is_integer()])


def _start(day: date, months: int) -> date:
    return date(day.year, day.month - (day.month - 1) % months, 1)
