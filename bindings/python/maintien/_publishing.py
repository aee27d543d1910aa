"""What a report keeps to itself before it leaves a service, and whose cases the figures of several services count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from maintien._records import Document, period_in

if TYPE_CHECKING:
    from maintien._core import StratumKey


@dataclass(frozen=True, slots=True)
class StateSource:
    """Whose cases a state counts: those of a service, or part ``part`` of ``parts`` of them.

    >>> mt.state(mt.read_events("examples/data/dossier.jsonl"), as_of=date(2026, 2, 10)).sources
    (StateSource(service='sst-demo', part=1, parts=1),)
    """

    service: str | None
    part: int
    parts: int


@dataclass(frozen=True, slots=True)
class ProtectedCount:
    """A number of people that a hidden figure would tell, and between which values an outsider can place it.

    ``upper`` is None when nothing limits it; ``method`` says how that is known: ``exact``, ``neighbourhood`` (the true bounds are at least as wide) or ``none``.

    >>> audit = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31), min_count=5).audit
    >>> all(one.lower <= one.count for row in audit.rows for one in row.protects)
    True
    """

    count: int
    lower: int
    upper: int | None
    proven: bool
    method: str


@dataclass(frozen=True, slots=True)
class HiddenRow:
    """A figure that was hidden: ``primary`` because it is small itself, ``secondary`` because it would tell one that is, or ``withheld``.

    >>> audit = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31), min_count=5).audit
    >>> {row.hiding for row in audit.rows} <= {"primary", "secondary", "withheld"}
    True
    """

    indicator: str
    variant: str | None
    category: str | None
    by: dict[str, str]
    hiding: str
    protects: tuple[ProtectedCount, ...]


@dataclass(frozen=True, slots=True)
class SuggestedMerger:
    """What would make more publishable: ``outcome_families``, ``longer_period`` or ``pooled_strata``, and how many ``figures`` ``of`` those hidden it would free.

    >>> audit = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31), min_count=5).audit
    >>> all(one.figures <= one.of for one in audit.mergers)
    True
    """

    merger: str
    figures: int
    of: int


@dataclass(frozen=True)
class DisclosureAudit(Document):
    """What was hidden in a report to be published and why (``maintien-disclosure-audit/1``): for the service alone, for published it would tell what is hidden.

    ``figures`` counts rows by how they are hidden, ``earlier`` the releases of the ledger taken into account and their figures that are ``stale``; ``given_away`` counts
    small numbers that cannot be protected any more, ``input`` names what is hidden of the heading.

    >>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
    >>> audit = mt.report(events, "aist43_cme", as_of=date(2020, 11, 12), public=True).audit
    >>> audit.min_count, audit.figures["primary"] > 0
    (11, True)
    """

    protocol: str
    as_of: date
    known_on: date | None
    period: Annotated[tuple[date, date], period_in]
    min_count: int
    by: tuple[StratumKey, ...]
    figures: dict[str, int]
    earlier: dict[str, int]
    given_away: int
    input: tuple[str, ...]
    mergers: tuple[SuggestedMerger, ...]
    rows: tuple[HiddenRow, ...]
