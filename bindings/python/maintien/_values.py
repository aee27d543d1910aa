"""Answers as plain values: what a report's line, a verdict or a fault of a document holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from maintien._codes import in_language
from maintien._records import Page

if TYPE_CHECKING:
    from datetime import date

    from maintien._codes import Code
    from maintien._core import Actor, Event, NullReason, Partner, TargetVerdict, Unit, VerdictKind


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a document: its place, what stands there, and what should.

    ``line`` and ``column`` count from 1, 0 when the fault has none; ``pointer`` is a JSON pointer, empty when there is none.

    >>> mt.Problem("cellule.csv", 3, 10, "", '"31/02/2024"', "a day of the calendar").line
    3
    """

    file: str
    line: int
    column: int
    pointer: str
    found: str
    expected: str


_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def line_of(problem: Problem) -> str:
    """The line a person reads for a fault, as the library says it: one, with control characters escaped wherever they come from."""
    place = ":".join([problem.file, *(str(number) for number in (problem.line, problem.column) if number)])
    pointer = f"{problem.pointer}: " if problem.pointer else ""
    return _CONTROLS.sub(lambda control: json.dumps(control[0])[1:-1], f"{place}: {pointer}found {problem.found} expected {problem.expected}")


class DocumentError(ValueError):
    """A document that cannot be used as it is: it carries every fault, not the first only, and nothing was written.

    ``problems`` holds the first thousand faults, ``total`` counts all; the text has a line for each.

    >>> try:
    ...     mt.CaseFile("A-1").add("outcome", date(2024, 3, 1), outcome="promotion")
    ... except mt.DocumentError as error:
    ...     print(error.problems[0].pointer, error.problems[0].found)
    /outcome "promotion"
    """

    def __init__(self, text: str, problems: tuple[Problem, ...] = (), total: int = 0) -> None:
        super().__init__(text)
        self.problems = problems
        self.total = total

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.problems, self.total)


@dataclass(frozen=True, slots=True)
class Text:
    """Words in French and in English.

    >>> mt.Text("dossier", "case").en
    'case'
    """

    fr: str
    en: str

    def text(self, language: str = "fr") -> str:
        """The words in French (``"fr"``) or in English (``"en"``); another language is a ``ValueError``.

        >>> mt.Text("dossier", "case").text()
        'dossier'
        """
        return in_language(self.fr, self.en, language)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why an event is not allowed, in words a person understands.

    ``condition`` is what is not met, ``why`` how it stands (``not_recorded``, ``withdrawn``, ``not_at_this_stage`` …), ``source`` where
    the rule comes from, ``lifted_by`` who can lift it, ``earliest`` the first day on which it could be lifted; both may be None.

    >>> file = mt.CaseFile("A-1")
    >>> file.admit("entry", date(2024, 3, 1)).reasons[0].condition
    'stage'
    """

    condition: str
    why: str
    source: str
    fr: str
    en: str
    lifted_by: Actor | None
    earliest: date | None

    def text(self, language: str = "fr") -> str:
        """The reason in French (``"fr"``) or in English (``"en"``); another language is a ``ValueError``.

        >>> mt.CaseFile("A-1").admit("entry", date(2024, 3, 1)).reasons[-1].text("en")
        'There is no referral yet in this episode.'
        """
        return in_language(self.fr, self.en, language)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to "may this event happen?": true when accepted, else with every reason at once.

    ``kind`` is one of four answers kept apart (accepted, event unknown to the protocol, not at this stage, conditions unmet),
    ``rule`` the rule that answers.

    >>> bool(mt.CaseFile("A-1").admit("referral", date(2024, 3, 1), origin="pre_return_visit", consent=True))
    True
    """

    kind: VerdictKind
    rule: str
    reasons: tuple[Reason, ...]

    @property
    def accepted(self) -> bool:
        """Whether the event is accepted."""
        return self.kind == "accepted"

    def __bool__(self) -> bool:
        return self.accepted


@dataclass(frozen=True, slots=True)
class Possibility:
    """An event that may happen next in a case; ``codes`` are the codes it may have, empty for an event without one of its own.

    >>> [next.event.value for next in mt.CaseFile("A-1").possible(date(2024, 3, 1))][:3]
    ['sick_leave', 'visit', 'unfitness_opinion']
    """

    event: Event
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a path: an ``entry`` that does it, the event's own ``codes`` that would do as well, and who usually does it.

    >>> mt.CaseFile("A-1").path_to("first_contact", date(2024, 3, 1), channel="phone") is not None
    True
    """

    entry: dict[str, Any]
    codes: tuple[Code, ...]
    by: Actor


@dataclass(frozen=True, slots=True)
class Path:
    """The shortest way to an event: ``steps`` in this order, after which it may happen from ``day`` on; without steps only time is to pass.

    >>> mt.CaseFile("A-1").path_to("referral", date(2024, 3, 1), origin="return_visit", consent=True).steps
    ()
    """

    steps: tuple[PathStep, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Obstacle:
    """An event that may not happen now in a case, with the verdict on it and the shortest way to it, None when nothing leads there.

    Several codes share the verdict on the first.

    >>> [obstacle.event.value for obstacle in mt.CaseFile("A-1").blocked(date(2024, 3, 1))][:2]
    ['reopening', 'contact_attempt']
    """

    event: Event
    verdict: Verdict
    path: Path | None


@dataclass(frozen=True, slots=True)
class Blocked:
    """What a word such as a withdrawn consent makes impossible: an event with some of its ``codes``; of an action also done by whom or with which partner.

    >>> file = mt.read_events("examples/data/dossier.jsonl").case_file("2026-014")
    >>> all(not one.verdict for one in file.blocked_by("consent", date(2026, 2, 10), scope="employer_contact", state="withdrawn"))
    True
    """

    event: Event
    codes: tuple[Code, ...]
    actor: Actor | None
    partner: Partner | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, repr=False)
class Row(Mapping[str, Any]):
    """One figure of a report, with its denominator, its interval and what was left out; also a mapping with the keys of the JSON report.

    ``lower`` and ``upper`` are the interval at the report's level, ``bound_lower`` and ``bound_upper`` where the final value lies for
    certain while files are open. Counts are whole numbers, days are civil days, proportions lie between 0 and 1. ``by`` is the stratum,
    empty for the whole register; a figure that cannot be given has ``value`` None and a ``null_reason``.

    >>> row = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31)).row("referrals")
    >>> row.value == row["value"]
    True
    """

    indicator: str
    variant: str | None
    category: str | None
    by: dict[str, str]
    numerator: float | None
    denominator: float | None
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

    def __getitem__(self, key: str) -> Any:
        if key not in _ROW_KEYS:
            raise KeyError(key)
        return getattr(self, key)

    def __iter__(self) -> Iterator[str]:
        return iter(_ROW_KEYS)

    def __len__(self) -> int:
        return len(_ROW_KEYS)

    @property
    def name(self) -> str:
        """What ``explain`` and ``row`` call the figure: ``indicator/variant/category`` without the empty end.

        >>> mt.report(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31)).rows[0].name
        'referrals'
        """
        return "/".join((self.indicator, self.variant or "", self.category or "")).rstrip("/")

    def __repr__(self) -> str:
        stratum = "".join(f" {key}={value}" for key, value in self.by.items())
        ratio = "" if self.denominator is None else f" {self.numerator}/{self.denominator}"
        return f"<Row {self.name}{stratum}{ratio} = {self.value}>"


_ROW_KEYS = tuple(field.name for field in fields(Row))


@dataclass(frozen=True, slots=True)
class ListedEpisode:
    """An episode that stands behind a figure; ``times`` is how often it is counted there.

    >>> mt.ListedEpisode("sst-demo", "2020-001", 1, 1).case
    '2020-001'
    """

    service: str | None
    case: str
    episode: int
    times: int


@dataclass(frozen=True)
class Explanation(Page):
    """The episodes behind one figure of the whole register, each list in the order of the cases' keys (``maintien-explanation/1``).

    ``excluded`` gives, for each reason, what was left out of the figure.

    >>> report = mt.report(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> len(report.explain("referrals").numerator) == report.row("referrals").value
    True
    """

    name: str
    numerator: tuple[ListedEpisode, ...]
    denominator: tuple[ListedEpisode, ...]
    excluded: dict[str, tuple[ListedEpisode, ...]]
