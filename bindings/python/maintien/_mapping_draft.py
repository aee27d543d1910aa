"""A mapping proposed from a spreadsheet's headers and values, for a person to finish."""

from __future__ import annotations

import csv
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from maintien._codes import Code
from maintien._core import Answer, Cause, Channel, Decision, Nature, Occupation, Orientation, Origin, Outcome, RefusalReason, Sector, Sex, Workforce
from maintien._spreadsheets import Sheet, read_sheet, workbook_in

#: A column of codes has few values; one with more is a name or free text.
MOST_CODES = 40
STOP_WORDS = frozenset("a au aux d dans de des du en et l la le les ou par pour sur the of to in and or n no".split())
DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2})")

#: Which event a column of dates tells, by a word of its header; the first that fits.
EVENT_WORDS = [
    ("refusal", ("refus",)),
    ("follow_up", ("suivi", "mois", "follow")),
    ("referral", ("signalement", "signale", "saisine", "adressage", "orientation", "demande", "referral")),
    ("qualification_interview", ("entretien", "qualification", "interview")),
    ("first_contact", ("contact",)),
    ("entry", ("entree", "integration", "inclusion", "admission", "entry")),
    ("action_plan", ("plan",)),
    ("outcome", ("sortie", "cloture", "issue", "fin", "exit")),
]
#: Which closed list a column of codes may hold: the event it belongs to (none: the case), and words of a header that speak for it.
CODED: dict[str, tuple[type[Code], str | None, tuple[str, ...]]] = {
    "sex": (Sex, None, ("sexe", "genre", "sex")),
    "sector": (Sector, None, ("secteur", "naf", "activite", "sector")),
    "workforce": (Workforce, None, ("effectif", "taille", "workforce")),
    "occupation": (Occupation, None, ("profession", "csp", "pcs", "metier", "occupation")),
    "origin": (Origin, "referral", ("origine", "origin", "motif")),
    "cause": (Cause, "referral", ("cause",)),
    "nature": (Nature, "referral", ("nature", "pathologie")),
    "channel": (Channel, "first_contact", ("mode", "canal", "channel")),
    "decision": (Decision, "qualification_interview", ("decision",)),
    "orientation": (Orientation, "qualification_interview", ("orientation",)),
    "refusal_reason": (RefusalReason, "refusal", ("refus", "motif")),
    "outcome": (Outcome, "outcome", ("resultat", "issue", "outcome")),
    "answer": (Answer, "follow_up", ("reponse", "situation", "answer")),
}
#: Columns of pseudonyms of the case, by a word of the header; the entry's manager stands on the entry.
NAMES = {"centre": ("centre", "center"), "physician": ("medecin", "physician"), "employer": ("employeur", "adherent", "entreprise", "employer")}
#: What an event cannot do without.
NEEDED = {"qualification_interview": "decision", "outcome": "outcome", "follow_up": "answer", "refusal": "refusal_reason"}


@dataclass(frozen=True)
class MappingDraft:
    """A mapping of a cell's spreadsheet as far as its headers and values tell it, and what a person has to finish.

    ``mapping`` is a ``maintien-mapping/1`` document; ``notes`` says column by column what was left open. Nothing is guessed about the
    conditions (``when``) under which a row tells an event, nor about values that no code of a list is like.

    >>> draft = mt.mapping_draft("examples/data/cellule.csv")
    >>> draft.mapping["case"]
    'N° dossier'
    >>> draft.mapping["case_attributes"]["sex"]
    {'column': 'Sexe', 'codes': {'F': 'female', 'H': 'male'}}
    """

    mapping: dict[str, Any]
    notes: tuple[str, ...]

    def to_json(self) -> str:
        """The mapping as a document.

        >>> mt.mapping_draft({"Dossier": ["1", "2"], "Date signalement": ["01/02/2024", "03/02/2024"]}).to_json()[:36]
        '{\\n  "format": "maintien-mapping/1",\\n'
        """
        return json.dumps(self.mapping, ensure_ascii=False, indent=2) + "\n"

    def write(self, path: str | os.PathLike[str]) -> None:
        """Writes the mapping to a file, which must not be there yet: a person's work is never overwritten.

        >>> import tempfile, pathlib
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     mt.mapping_draft("examples/data/cellule.csv").write(pathlib.Path(folder) / "draft.json")
        """
        with Path(path).open("x", encoding="utf-8") as file:
            file.write(self.to_json())

    def __repr__(self) -> str:
        return f"<MappingDraft: {len(self.mapping['events'])} events, {len(self.notes)} notes>"


def mapping_draft(table: str | os.PathLike[str] | Mapping[str, Iterable[object]], *, sheet: str | None = None) -> MappingDraft:
    """The mapping that a spreadsheet's headers and values suggest, for a person to finish.

    ``table`` is a CSV file (UTF-8 or Windows-1252; ``;``, ``,`` or tab), an Excel or OpenDocument file (``sheet`` as in ``import_table``), or columns by name.
    Raises ``ValueError`` when there is no column, and for a ``sheet`` of what has none.

    >>> draft = mt.mapping_draft({"Dossier": ["1", "2"], "Date signalement": ["01/02/2024", ""], "Origine": ["Visite de préreprise", "?"]})
    >>> draft.mapping["events"]
    [{'event': 'referral', 'on': 'Date signalement', 'origin': {'column': 'Origine', 'codes': {'Visite de préreprise': 'pre_return_visit'}}}]
    >>> draft.notes[0]
    "Origine: no code of origin is like '?'"
    """
    columns = {name: [str(cell).strip() for cell in cells if cell is not None] for name, cells in _columns(table, sheet).items()}
    if not columns:
        raise ValueError("found a table without columns, expected a header and rows")
    return _Draft(columns).finished()


class _Draft:
    def __init__(self, columns: dict[str, list[str]]) -> None:
        self.columns = columns
        self.values = {name: [cell for cell in dict.fromkeys(cells) if cell] for name, cells in columns.items()}
        self.notes: list[str] = []
        self.used: set[str] = set()
        self.events: dict[str, dict[str, Any]] = {}
        self.case_attributes: dict[str, Any] = {}

    def finished(self) -> MappingDraft:
        case = self.case_column()
        if len(self.columns) == 1:
            self.notes.append(f"{case}: the only column; a title must not stand above the header")
        self.add_events()
        self.add_birth_year()
        self.add_codes()
        self.add_names()
        for event, needed in NEEDED.items():
            if event in self.events and needed not in self.events[event]:
                self.notes.append(f"{self.events[event]['on']}: {event} needs {needed}, which no column tells")
        for name in self.columns:
            if name not in self.used:
                self.notes.append(self.left_open(name))
        mapping = {"format": "maintien-mapping/1", "title": "", "encoding": "auto", "delimiter": "auto", "dates": "auto", "case": case,
                   "case_attributes": self.case_attributes, "events": list(self.events.values())}
        return MappingDraft(mapping, tuple(self.notes))

    def case_column(self) -> str:
        """The first column that fills every row with another value, a number or a reference by its header rather than another."""
        rows = max(map(len, self.columns.values()))
        unique = [name for name, cells in self.columns.items() if len(self.values[name]) == len(cells) == rows and not _is_dates(cells)]
        spoken = [name for name in unique if _words(name) & {"dossier", "numero", "no", "id", "reference", "case", "cas"}]
        name = next(iter(spoken or unique), next(iter(self.columns)))
        if name not in unique:
            self.notes.append(f"{name}: taken for the case number although no column tells the rows apart")
        self.used.add(name)
        return name

    def add_events(self) -> None:
        for name in self.columns:
            event = next((event for event, words in EVENT_WORDS if _speaks(name, words)), None)
            if not self.values[name] or not _is_dates(self.values[name]):
                continue
            if event is None or event in self.events:
                self.notes.append(f"{name}: dates of an event that the header does not name" if event is None else f"{name}: dates of {event} too")
            else:
                self.events[event] = {"event": event, "on": name} | ({"horizon": 24 if "24" in name else 12} if event == "follow_up" else {})
            self.used.add(name)

    def add_birth_year(self) -> None:
        for name, values in self.values.items():
            if _words(name) & {"naissance", "ne", "nee", "birth", "born"}:
                if values and all(re.fullmatch(r"(19|20)\d\d", value) for value in values):
                    self.case_attributes["birth_year"] = {"column": name}
                    self.used.add(name)

    def add_codes(self) -> None:
        for name, values in self.values.items():
            if name in self.used or not values or len(values) > MOST_CODES:
                continue
            if {_plain(value) for value in values} <= {"oui", "non", "yes", "no", "true", "false"}:
                if _speaks(name, ("arret", "leave")) and "referral" in self.events:
                    self.events["referral"]["on_sick_leave"] = {"column": name}
                    self.used.add(name)
                elif _speaks(name, ("rqth", "boeth", "handicap", "disabled")):
                    self.case_attributes["disabled_worker"] = {"column": name}
                    self.used.add(name)
                continue
            self.add_code(name, values)

    def add_code(self, name: str, values: list[str]) -> None:
        """Enters a column under the list whose codes its values are like; the header counts as much as half of them, and alone where it
        speaks for one list only."""
        best, most = "", 0.0
        for attribute, (codes, event, words) in CODED.items():
            free = event is None or (event in self.events and attribute not in self.events[event])
            alike = len(_codes(values, codes)) / len(values)
            score = alike + 0.5 * _speaks(name, words)
            if free and alike >= 0.3 and score > most:
                best, most = attribute, score
        if most < 0.6:
            spoken = [attribute for attribute, (_, event, words) in CODED.items() if _speaks(name, words) and (event is None or event in self.events)]
            if len(spoken) != 1:
                return
            best = spoken[0]
        codes, event, _ = CODED[best]
        translated = _codes(values, codes)
        (self.case_attributes if event is None else self.events[event])[best] = {"column": name, "codes": translated}
        self.used.add(name)
        unlike = ", ".join(repr(value) for value in values if value not in translated)
        if unlike:
            self.notes.append(f"{name}: no code of {best} is like {unlike}")

    def add_names(self) -> None:
        for attribute, words in NAMES.items():
            name = next((name for name in self.columns if name not in self.used and _speaks(name, words)), None)
            if name is not None:
                self.case_attributes[attribute] = {"column": name}
                self.used.add(name)

    def left_open(self, name: str) -> str:
        values = self.values[name]
        if not values or len(values) > MOST_CODES:
            return f"{name}: not used"
        return f"{name}: not used; if it tells which events a row had, write `when` conditions on {', '.join(map(repr, values[:12]))}"


def _columns(table: str | os.PathLike[str] | Mapping[str, Iterable[object]], sheet: str | None) -> dict[str, list[object]]:
    workbook = None if isinstance(table, Mapping) else workbook_in(table)
    if workbook is not None:
        return _columns_of_sheet(read_sheet(*workbook, sheet))
    if sheet is not None:
        raise ValueError(f"sheet: found {sheet!r}, expected None: the table is no Excel or OpenDocument file")
    if isinstance(table, Mapping):
        return {str(name).strip(): list(cells) for name, cells in table.items()}
    text = _text(Path(table).read_bytes())
    header = text.partition("\n")[0]
    rows = list(csv.reader(StringIO(text), delimiter=max(";,\t", key=header.count)))
    names = [name.strip() for name in rows[0]] if rows else []
    return {name: [row[i] if i < len(row) else "" for row in rows[1:] if any(row)] for i, name in enumerate(names) if name}


def _columns_of_sheet(sheet: Sheet) -> dict[str, list[object]]:
    names = sheet.names()
    rows = [cells for cells in sheet.texts(sheet.is_french(range(len(names))))[sheet.header + 1 :] if any(cells)]
    return {name: [cells[at] for cells in rows] for at, name in enumerate(names) if name}


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("windows-1252")


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.lower().replace("°", "o"))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(sign for sign in bare if not unicodedata.combining(sign))))


def _words(text: str) -> set[str]:
    return set(_plain(text).split())


def _speaks(name: str, words: tuple[str, ...]) -> bool:
    return any(own == word or (len(word) >= 5 and own.startswith(word)) for own in _words(name) for word in words)


def _is_dates(values: list[str]) -> bool:
    filled = [value for value in values if value]
    return bool(filled) and sum(DATE.fullmatch(value) is not None for value in filled) >= 0.9 * len(filled)


def _alike(value: str, label: str) -> float:
    """How much a value is like a label, 0 to 1: the share of words that both have, endings aside."""
    own, wanted = _words(value) - STOP_WORDS, _words(label) - STOP_WORDS
    if not own or not wanted:
        return 0.0
    if len(own) == len(wanted) == 1 and len(_plain(value)) == 1:
        return 0.6 if _plain(label).startswith(_plain(value)) else 0.0
    common = sum(any(word == other or (min(len(word), len(other)) >= 6 and word[:6] == other[:6]) for other in wanted) for word in own)
    return min(common, len(wanted)) / max(len(own), len(wanted))


def _codes(values: list[str], codes: type[Code]) -> dict[str, str]:
    """Of some values the code each is most like, if one code is."""
    found = {}
    for value in values:
        scores = sorted(((max(_plain(value) == _plain(code) or _alike(value, code.label(language)) for language in ("fr", "en")), code.value) for code in codes), reverse=True)
        if scores[0][0] >= 0.5 and (len(scores) == 1 or scores[0][0] > scores[1][0]):
            found[value] = str(scores[0][1])
    return found
