"""Before and beside the cases: the digest of a service's visits, and its collective actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated

from maintien._records import Page, period_in

if TYPE_CHECKING:
    from maintien._core import NullReason, Origin, OutreachKind, ParticipantKind, SourceDocument, TargetVerdict, Unit, VisitSequel


def _kind(code: str) -> Origin | None:
    from maintien import Origin

    return None if code == "absence" else Origin(code)


@dataclass(frozen=True, slots=True)
class WorkerReferral:
    """The referral of a worker: its case, and its day.

    >>> mt.WorkerReferral("sst-demo", "2024-017", date(2024, 3, 6)).case
    '2024-017'
    """

    service: str | None
    case: str
    on: date


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One visit, or a long absence when ``kind`` is None, and what became of it.

    ``sequel`` is None when the events of the cell were not given, ``referral`` the referral it led to or by which the worker is followed; ``invite`` tells
    that the absent worker is to be invited to a pre-return visit.

    >>> digest = mt.digest("examples/data/visites.csv", on=date(2024, 3, 16))
    >>> [line.visit for one in digest.physicians for line in one.visits if line.invite]
    ['V-0204']
    """

    visit: str
    worker: str
    employer: str | None
    on: date
    kind: Annotated[Origin | None, _kind]
    sequel: VisitSequel | None
    referral: WorkerReferral | None
    invite: bool


@dataclass(frozen=True, slots=True)
class PhysicianDigest:
    """The list of one physician, by day.

    >>> mt.digest("examples/data/visites.csv", on=date(2024, 3, 16)).physicians[0].physician
    'M01'
    """

    physician: str | None
    visits: tuple[DigestLine, ...]


@dataclass(frozen=True, repr=False)
class Digest(Page):
    """What physicians are sent on one day: a list each, of the visits and absences of the ``period`` since the last digest day.

    A ``preview`` is not sent on a digest day: the ``next_digest`` shows the same lines again. ``not_listed`` counts visits of other kinds.

    >>> mt.digest("examples/data/visites.csv", on=date(2024, 3, 16))
    <Digest on 2024-03-16: 3 physicians, 6 visits>
    """

    on: date
    digest_days: tuple[int, ...]
    period: Annotated[tuple[date, date], period_in]
    preview: bool
    next_digest: date
    physicians: tuple[PhysicianDigest, ...]
    not_listed: dict[Origin, int]
    skipped_empty_rows: int

    def __repr__(self) -> str:
        physicians, visits = len(self.physicians), sum(len(one.visits) for one in self.physicians)
        return f"<Digest on {self.on}: {physicians} physician{'s' * (physicians != 1)}, {visits} visit{'s' * (visits != 1)}>"


@dataclass(frozen=True, slots=True)
class OutreachRow:
    """One figure of collective actions, with the keys of a report's row: ``sources`` tells how much of it each kind of document proves, ``none`` what no document does.

    ``excluded`` counts what is left out, such as actions whose participants nobody counted.

    >>> report = mt.outreach("examples/data/actions.jsonl", from_=date(2024, 1, 1), to=date(2024, 12, 31))
    >>> report.row("documented").value
    0.8
    """

    indicator: str
    variant: str
    category: str | None
    by: dict[str, str]
    numerator: int
    denominator: int | None
    value: float | None
    lower: float | None
    upper: float | None
    bound_lower: float | None
    bound_upper: float | None
    method: str | None
    unit: Unit
    verdict: TargetVerdict | None
    excluded: dict[str, int]
    null_reason: NullReason | None
    sources: dict[str, int]


@dataclass(frozen=True, slots=True)
class CollectiveAction:
    """A meeting, a training, a document for many people at once; no worker is in it.

    ``participants`` is None when nobody counted, ``deliverable`` the name of what was produced, or True, or None.

    >>> mt.outreach("examples/data/actions.jsonl", from_=date(2024, 1, 1), to=date(2024, 12, 31)).actions[0].outreach_kind.en
    'information meeting'
    """

    action: str
    title: str
    outreach_kind: OutreachKind
    on: date
    audience: tuple[ParticipantKind, ...]
    pilot: str | None
    contributors: tuple[str, ...]
    themes: tuple[str, ...]
    participants: dict[ParticipantKind, int] | None
    source_documents: tuple[SourceDocument, ...]
    deliverable: str | bool | None
    documented: bool


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """What was changed about a collective action, when and why.

    >>> len(mt.outreach("examples/data/actions.jsonl", from_=date(2024, 1, 1), to=date(2024, 12, 31)).log)
    3
    """

    action: str
    title: str
    on: date
    change: str
    reason: str


@dataclass(frozen=True, repr=False)
class OutreachReport(Page):
    """The collective actions of a period: their figures, the actions, and what was changed about them.

    >>> mt.outreach("examples/data/actions.jsonl", from_=date(2024, 1, 1), to=date(2024, 12, 31))
    <OutreachReport 2024-01-01 to 2024-12-31: 5 actions>
    """

    period: Annotated[tuple[date, date], period_in]
    rows: tuple[OutreachRow, ...]
    actions: tuple[CollectiveAction, ...]
    log: tuple[LoggedChange, ...]

    def row(self, variant: str, category: str | None = None) -> OutreachRow:
        """One figure; a name that is not there is a ``KeyError`` that tells what is.

        >>> report = mt.outreach("examples/data/actions.jsonl", from_=date(2024, 1, 1), to=date(2024, 12, 31))
        >>> report.row("events").value
        5
        """
        for row in self.rows:
            if (row.variant, row.category) == (variant, category):
                return row
        there = ", ".join("/".join(filter(None, (row.variant, row.category))) for row in self.rows)
        raise KeyError(f"no row {variant}{f'/{category}' if category else ''}; there are: {there}")

    def to_csv(self) -> str:
        """The figures as CSV: the very bytes the command line writes.

        >>> report = mt.outreach("examples/data/actions.jsonl", from_=date(2024, 1, 1), to=date(2024, 12, 31))
        >>> report.to_csv().split(",")[0]
        'indicator'
        """
        return self._document.csv()

    def __repr__(self) -> str:
        count = len(self.actions)
        return f"<OutreachReport {self.period[0]} to {self.period[1]}: {count} action{'s' * (count != 1)}>"
