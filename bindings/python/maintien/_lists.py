"""What long lists hold, row by row: agendas, deviations, rehearsals of a migration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from maintien._values import Reason, Text

if TYPE_CHECKING:
    from maintien._core import Actor, Event, MappingObstacle, Severity, Stage


@dataclass(frozen=True, slots=True, repr=False)
class AgendaItem:
    """One thing to be done: what, by whom, by when, since when late, and how its day was worked out.

    ``case`` is None for an item about the register, ``rule`` a rule of the agenda, a time limit or a target of the protocol, ``who`` has to act,
    ``opens`` is the first day it can or should be done (None when that is ``due``), ``held_days`` how long a suspension has held the clock.

    >>> file = mt.CaseFile("A-1")
    >>> file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
    >>> file.agenda(date(2024, 3, 20))[0]
    <AgendaItem A-1 contact_within_15_days due 2024-03-16, late 4>
    """

    service: str | None
    case: str | None
    rule: str
    title: Text
    who: Actor
    manager: str | None
    due: date | None
    opens: date | None
    late_days: int
    computation: Text
    held_days: int

    def __repr__(self) -> str:
        late = f", late {self.late_days}" if self.late_days else ""
        due = f" due {self.due}" if self.due else ""
        return f"<AgendaItem {_key(self.service, self.case)}{self.rule}{due}{late}>"


@dataclass(frozen=True, slots=True, repr=False)
class Deviation:
    """One event that the protocol would not have allowed, with the rule and every reason.

    >>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
    >>> mt.check(events, "aist43_cme", as_of=date(2020, 11, 12))[0]
    <Deviation sst-demo/2020-001 2020-06-01 referral: unrecorded referral>
    """

    service: str | None
    case: str
    episode: int
    event: Event
    on: date
    rule: str
    severity: Severity
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        return f"<Deviation {_key(self.service, self.case)}{self.on} {self.event}: {self.severity} {self.rule}>"


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """One deadline of a case under two protocols; ``from_rule`` and ``from_due`` are None when today's does not set it, ``to_rule`` and ``to_due`` when the other does not.

    ``step`` is the milestone owed by then, or ``follow_up`` with its ``horizon`` in months.

    >>> mt.MovedDeadline(1, "contact", None, "a", date(2024, 3, 16), "b", date(2024, 3, 31)).moved_days
    15
    """

    episode: int
    step: str
    horizon: int | None
    from_rule: str | None
    from_due: date | None
    to_rule: str | None
    to_due: date | None

    @property
    def moved_days(self) -> int | None:
        """By how many days it moves, later above 0; None when only one protocol sets it."""
        return None if self.from_due is None or self.to_due is None else (self.to_due - self.from_due).days


@dataclass(frozen=True, slots=True, repr=False)
class RehearsedCase:
    """What a change of protocol would do to one case: true when it maps.

    ``obstacles`` says why it does not, ``stages`` where each episode stands under today's protocol and under the other, ``new_deviations`` what deviates
    only under the other, notes included, ``deadlines`` how each deadline moves.

    >>> events = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
    >>> case = mt.rehearse(events, from_protocol="common_core", to_protocol="aist43_cme", as_of=date(2020, 11, 12))[0]
    >>> bool(case), [(before.value, after.value) for before, after in case.stages]
    (True, [('contacted', 'contacted')])
    """

    service: str | None
    case: str
    obstacles: tuple[MappingObstacle, ...]
    stages: tuple[tuple[Stage | None, Stage | None], ...]
    new_deviations: tuple[Deviation, ...]
    deadlines: tuple[MovedDeadline, ...]

    @property
    def maps(self) -> bool:
        """Whether the case maps."""
        return not self.obstacles

    def __bool__(self) -> bool:
        return self.maps

    def __repr__(self) -> str:
        return f"<RehearsedCase {_key(self.service, self.case)}{'maps' if self.maps else ', '.join(self.obstacles)}>"


def _key(service: str | None, case: str | None) -> str:
    return "/".join(part for part in (service, case) if part) + " " if service or case else ""
