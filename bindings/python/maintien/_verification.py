"""What is wrong with a rule book, each flaw with the file that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from maintien._records import Page, entry_in
from maintien._values import Text

if TYPE_CHECKING:
    from maintien._core import ConsentScope, Stage, Unsoundness, WeakeningKind


@dataclass(frozen=True, slots=True)
class Witness:
    """A file that shows a flaw: its entries, and whether the last one is ``"accepted"`` or ``"refused"``.

    >>> mt.Witness(date(2024, 3, 1), "accepted", ()).last_is
    'accepted'
    """

    as_of: date
    last_is: str
    entries: tuple[Annotated[dict[str, Any], entry_in], ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is wrong with a rule book by itself.

    ``rule`` and ``other_rule`` are the rules at fault, ``stage`` and ``consent`` what they are about; each may be None, and so may ``witness``
    when the flaw is one of the text alone.

    >>> rules = mt.Protocol.from_json({"format": "maintien-protocol/1", "name": "ours", "version": 1, "base": "common_core",
    ...                                "title": {"fr": "la nôtre", "en": "ours"}, "valid_from": "2024-01-01"})
    >>> rules.verify().flaws
    ()
    """

    kind: Unsoundness
    rule: str | None
    other_rule: str | None
    stage: Stage | None
    consent: ConsentScope | None
    text: Text
    witness: Witness | None


@dataclass(frozen=True, slots=True)
class Weakening:
    """Where a variant asks less than its base without naming it under ``relaxes``; ``rule`` is the name that ``relaxes`` would list.

    >>> mt.Protocol("aist43_cme").verify().weakenings
    ()
    """

    kind: WeakeningKind
    rule: str
    base_rule: str | None
    text: Text
    witness: Witness | None


@dataclass(frozen=True, repr=False)
class Verification(Page):
    """What was found wrong with a rule book; true when it may be relied on.

    >>> mt.Protocol("aist43_cme").verify()
    <Verification of aist43_cme/1 beside common_core/1: it holds>
    """

    protocol: str
    base: str | None
    flaws: tuple[Flaw, ...]
    weakenings: tuple[Weakening, ...]

    def __bool__(self) -> bool:
        return not self.flaws and not self.weakenings

    def __repr__(self) -> str:
        beside = f" beside {self.base}" if self.base else ""
        found = ", ".join(f"{len(what)} {name}{'s' * (len(what) != 1)}" for what, name in ((self.flaws, "flaw"), (self.weakenings, "weakening")) if what)
        return f"<Verification of {self.protocol}{beside}: {found or 'it holds'}>"
