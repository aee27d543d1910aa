"""Axes of civil days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from matplotlib import dates
from matplotlib.ticker import FuncFormatter

from maintien._words import short_day

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# matplotlib's dates have no types.
_dates: Any = dates


def position(day: date) -> float:
    """Where a day lies on an axis of days."""
    return float(_dates.date2num(day))


def days_axis(ax: Axes, language: str, most: int) -> None:
    """A horizontal axis of days, with ``most`` ticks at most."""
    ax.xaxis.set_major_locator(_dates.AutoDateLocator(minticks=3, maxticks=most))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: short_day(_dates.num2date(value).date(), language)))
