"""What moved in the figures between two days of knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from maintien._records import Page, period_in
from maintien._values import ListedEpisode

if TYPE_CHECKING:
    from maintien._core import NullReason


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure as it was known on one of the days.

    >>> revision = mt.revise(mt.simulate(cases=300, seed=1), as_of=date(2024, 6, 30), known_on=date(2024, 7, 5), and_=date(2024, 12, 31))
    >>> all(row.before != row.after for row in revision.rows)
    True
    """

    numerator: float | None
    denominator: float | None
    value: float | None
    excluded: dict[str, int]
    null_reason: NullReason | None


@dataclass(frozen=True, slots=True)
class MovedEpisodes:
    """The episodes that a sum gained and lost; ``times`` is how often more, or less, it counts them.

    >>> mt.MovedEpisodes((mt.ListedEpisode("sst-demo", "2020-001", 1, 1),), ()).entered[0].case
    '2020-001'
    """

    entered: tuple[ListedEpisode, ...]
    left: tuple[ListedEpisode, ...]


@dataclass(frozen=True, slots=True)
class ChangedDuration:
    """An episode that is still counted, with another duration.

    >>> mt.ChangedDuration("sst-demo", "2020-001", 1, 12, 15).days_after
    15
    """

    service: str | None
    case: str
    episode: int
    days_before: int
    days_after: int


@dataclass(frozen=True, slots=True)
class MovedFigure:
    """A figure of the whole register that moved, and what moved it.

    >>> revision = mt.revise(mt.simulate(cases=300, seed=1), as_of=date(2024, 6, 30), known_on=date(2024, 7, 5), and_=date(2024, 12, 31))
    >>> all(row.indicator for row in revision.rows)
    True
    """

    indicator: str
    variant: str | None
    category: str | None
    before: KnownFigure
    after: KnownFigure
    numerator: MovedEpisodes
    denominator: MovedEpisodes
    excluded: dict[str, MovedEpisodes]
    changed: tuple[ChangedDuration, ...]


@dataclass(frozen=True)
class Revision(Page):
    """What moved in a register between the days of knowledge ``known_on`` and ``and_`` (``maintien-revision/1``). It names cases: it stays in the service.

    ``figures`` counts the figures, ``moved`` those that moved; ``rows`` are these.

    >>> revision = mt.revise(mt.simulate(cases=300, seed=1), as_of=date(2024, 6, 30), known_on=date(2024, 7, 5), and_=date(2024, 12, 31))
    >>> revision.and_ - revision.known_on
    datetime.timedelta(days=179)
    """

    protocol: str
    as_of: date
    known_on: date
    period: Annotated[tuple[date, date], period_in]
    and_: date
    figures: int
    moved: int
    rows: tuple[MovedFigure, ...]
