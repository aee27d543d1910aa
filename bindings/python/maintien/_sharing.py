"""A case as documents: whole, as one reader may see it, as letters, as a person may ask for it or have it erased."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from os import PathLike
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, Self, TypeVar

from maintien._codes import in_language
from maintien._lists import AgendaItem
from maintien._records import Document, Page, attributes_in, entry_in, record
from maintien._values import Obstacle, Possibility, Text

if TYPE_CHECKING:
    from maintien import _core
    from maintien._core import Actor, AudienceRole, ConsentScope, ConsentStanding, Event, LetterKind, Milestone, Outcome, Partner, Stage

_Rest = TypeVar("_Rest")


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One consent of a file: ``party`` was asked for ``scope``, towards one ``partner`` or all, and how that stands on the day looked at.

    ``since`` is the day of the word that counts, ``until`` the last day of a consent given for a time; each may be None.

    >>> mt.CaseFile("A-1").consents(date(2024, 3, 1))[0].standing
    <ConsentStanding.not_recorded: 'not_recorded'>
    """

    scope: ConsentScope
    party: Actor
    partner: Partner | None
    standing: ConsentStanding
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class FollowUpWindow:
    """When a worker who left is asked again, for one horizon: the window, its day, and the day of the answer or None.

    >>> mt.FollowUpWindow(date(2025, 1, 31), date(2025, 3, 2), date(2025, 5, 31), None).answered is None
    True
    """

    opens: date
    due: date
    closes: date
    answered: date | None


@dataclass(frozen=True, slots=True)
class CaseEpisode:
    """One passage of the worker through the cell; ``follow_up`` has a window for each horizon in months, once the exit is followed.

    >>> file = mt.CaseFile("A-1")
    >>> file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
    >>> file.document(date(2024, 3, 1)).episodes[0].milestones[mt.Milestone.referral]
    datetime.date(2024, 3, 1)
    """

    stage: Stage | None
    milestones: dict[Milestone, date | None]
    outcome: Outcome | None
    follow_up: dict[int, FollowUpWindow]


@dataclass(frozen=True, repr=False)
class CaseDocument(Page):
    """A whole case as of a day, for those who work with the file: nothing is left out.

    ``history`` holds the entries in canonical order, amendments carried out, as ``CaseFile.entries`` gives them; ``possible`` and ``blocked`` what can happen
    next and what cannot, with the verdicts; ``agenda`` what is due.

    >>> document = mt.case(mt.read_events("examples/data/dossier.jsonl"), "2026-014", as_of=date(2026, 2, 10))
    >>> document
    <CaseDocument sst-demo/2026-014 as of 2026-02-10: in_support>
    >>> document.history[0]["visit_kind"].en
    "visit at the worker's request"
    """

    service: str | None
    case: str
    as_of: date
    episodes: tuple[CaseEpisode, ...]
    consents: tuple[ConsentLine, ...]
    history: tuple[Annotated[dict[str, Any], entry_in], ...]
    possible: tuple[Possibility, ...]
    blocked: tuple[Obstacle, ...]
    agenda: tuple[AgendaItem, ...]

    def __repr__(self) -> str:
        stage = self.episodes[-1].stage if self.episodes else None
        return f"<CaseDocument {_name(self.service, self.case)} as of {self.as_of}: {stage or 'no stage yet'}>"


@dataclass(frozen=True, repr=False)
class View(Page):
    """A case as one reader may see it: what is not for him is absent, and in Python None or empty.

    Of a case with nothing for an employer, a partner or the public not even ``case`` is there. ``about`` is what the reader may know of worker and employer.

    >>> mt.view(mt.read_events("examples/data/dossier.jsonl"), "2026-014", audience="employer", as_of=date(2026, 2, 10))
    <View for employer of sst-demo/2026-014 as of 2026-02-10: 4 entries>
    """

    audience: AudienceRole
    as_of: date
    partner: Partner | None = None
    service: str | None = None
    case: str | None = None
    about: Annotated[dict[str, Any], attributes_in] = field(default_factory=dict)
    episodes: tuple[CaseEpisode, ...] = ()
    consents: tuple[ConsentLine, ...] = ()
    history: tuple[Annotated[dict[str, Any], entry_in], ...] = ()

    def __repr__(self) -> str:
        reader = f"{self.audience} {self.partner}" if self.partner else str(self.audience)
        if self.case is None:
            return f"<View for {reader} as of {self.as_of}: nothing to show>"
        count = len(self.history)
        return f"<View for {reader} of {_name(self.service, self.case)} as of {self.as_of}: {count} {'entry' if count == 1 else 'entries'}>"


class _Written:
    """What a letter keeps beside its fields."""

    _document: _core._LetterDocument


@dataclass(frozen=True, repr=False)
class Letter(_Written):
    """A letter that may be written: everything it may say. It is true, a ``LetterRefusal`` is false.

    ``fields`` are the merge fields, texts under the names a template may use; each day and each code comes as in documents, in French (``_fr``) and in
    English (``_en``). Names and addresses are not in the library: pseudonyms stand in their place.

    >>> letter = mt.letter("worker_booklet", mt.read_events("examples/data/dossier.jsonl"), "2026-014", as_of=date(2026, 2, 10))
    >>> letter
    <Letter worker_booklet to worker as of 2026-02-10>
    >>> letter.fields["worker"]
    'w-5512'
    """

    kind: LetterKind
    signer: AudienceRole
    addressee: AudienceRole
    partner: Partner | None
    copies: tuple[AudienceRole, ...]
    as_of: date
    fields: dict[str, Any]

    @classmethod
    def _read(cls, document: _core._LetterDocument) -> Self:
        self: Self = record(cls, json.loads(document.json()))
        object.__setattr__(self, "_document", document)
        return self

    def __bool__(self) -> Literal[True]:
        return True

    def __repr__(self) -> str:
        return f"<Letter {self.kind} to {self.partner or self.addressee} as of {self.as_of}>"

    def to_json(self) -> str:
        """The letter's merge fields as a ``maintien-letter/1`` document: the very bytes the command line writes.

        >>> letter = mt.CaseFile("A-1").letter("worker_booklet", date(2024, 3, 1))
        >>> letter.to_json().splitlines()[2].strip()
        '"kind": "worker_booklet",'
        """
        return self._document.json()

    def to_text(self, template: str | bytes | PathLike[str] | None = None) -> str:
        """The letter in French in the library's own words, or in those of a Mustache template, as plain text.

        ``template`` is a path, or the template itself as ``bytes`` or a ``str`` with a line end. Naming a field that the letter does not have is a ``DocumentError``.

        >>> mt.CaseFile("A-1").letter("worker_booklet", date(2024, 3, 1)).to_text(b"Booklet of {{on_en}}")
        'Booklet of 1 March 2024'
        """
        return self._document.text(template)


@dataclass(frozen=True, slots=True)
class LetterReason:
    """One reason why a letter is not written; ``condition`` is what is not met, ``audience`` in every refusal to a reader outside.

    >>> mt.CaseFile("A-1").letter("employer_notice", date(2024, 3, 1)).reasons[0].condition
    'audience'
    """

    condition: str
    fr: str
    en: str

    def text(self, language: str = "fr") -> str:
        """The reason in French (``"fr"``) or in English (``"en"``); another language is a ``ValueError``.

        >>> mt.CaseFile("A-1").letter("pre_return_invitation", date(2024, 3, 1)).reasons[0].text("en")
        'No sick leave is recorded on this day.'
        """
        return in_language(self.fr, self.en, language)


@dataclass(frozen=True, slots=True)
class LetterRefusal:
    """The answer when a letter may not be written: false, with every reason.

    For a letter to the employer or a partner the reason is always the same and tells nothing of the file, not even whether there is one.

    >>> bool(mt.CaseFile("A-1").letter("employer_notice", date(2024, 3, 1)))
    False
    """

    kind: LetterKind
    reasons: tuple[LetterReason, ...]

    def __bool__(self) -> Literal[False]:
        return False


@dataclass(frozen=True, slots=True)
class KeptBecause:
    """Why the law keeps something: in words, and the article.

    >>> file = mt.CaseFile("A-1")
    >>> file.add("visit", date(2024, 3, 1), visit_kind="return_visit")
    >>> file.export(date(2024, 3, 1)).cases[0].retention.why.source
    'Code du travail, R4624-45-9'
    """

    text: Text
    source: str


@dataclass(frozen=True, slots=True)
class Retention:
    """What the law keeps of a file: how many medical entries, until when and why; None when it keeps nothing.

    >>> mt.Retention(0, None, None).kept_until is None
    True
    """

    medical_entries: int
    kept_until: date | None
    why: KeptBecause | None


@dataclass(frozen=True, slots=True)
class PersonCase:
    """One case of a person: every entry as it was recorded, amendments and what they correct included.

    >>> mt.export_person(mt.read_events("examples/data/dossier.jsonl"), "2026-014").cases[0].entries[0]["event"].en
    'medical visit'
    """

    service: str | None
    case: str
    entries: tuple[Annotated[dict[str, Any], entry_in], ...]
    retention: Retention


@dataclass(frozen=True, repr=False)
class PersonFile(Document):
    """Everything recorded about a person, for access and for portability.

    >>> mt.export_person(mt.read_events("examples/data/dossier.jsonl"), "2026-014")
    <PersonFile as of 2026-02-02: 1 case, 14 entries>
    """

    as_of: date
    cases: tuple[PersonCase, ...]

    def __repr__(self) -> str:
        cases, entries = len(self.cases), sum(len(case.entries) for case in self.cases)
        return f"<PersonFile as of {self.as_of}: {cases} {'case' if cases == 1 else 'cases'}, {entries} {'entry' if entries == 1 else 'entries'}>"


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry that stays after an erasure: what it records, and its day.

    >>> mt.KeptEntry(mt.Event.visit, date(2024, 3, 1)).on.year
    2024
    """

    event: Event
    on: date


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stands in place of an erased file: enough not to take it in again, nothing of what it said.

    >>> mt.CaseFile("A-1").erase(date(2024, 3, 1)).tombstones.cases[0].erased_entries
    0
    """

    service: str | None
    case: str
    erased_on: date
    erased_entries: int
    kept: tuple[KeptEntry, ...]
    kept_until: date | None
    why: KeptBecause | None


@dataclass(frozen=True)
class Tombstones(Document):
    """The tombstones of an erasure (``maintien-tombstone/1``): keep them, they stop an old export from being taken in again.

    >>> [one.case for one in mt.CaseFile("A-1").erase(date(2024, 3, 1)).tombstones.cases]
    ['A-1']
    """

    cases: tuple[Tombstone, ...]


@dataclass(frozen=True)
class Erasure(Generic[_Rest]):
    """What an erasure leaves: ``rest``, the register or the file without what went, and the tombstones.

    >>> erasure = mt.erase_person(mt.read_events("examples/data/dossier.jsonl"), "2026-014", as_of=date(2026, 4, 1))
    >>> sorted({entry["event"].value for entry in erasure.rest if entry["case"] == "2026-014"})
    ['action', 'visit']
    """

    rest: _Rest
    tombstones: Tombstones


def _name(service: str | None, case: str) -> str:
    return f"{service}/{case}" if service else case
