"""A cell's own spreadsheet as events: CSV exports are read as they are, sheets of Excel and OpenDocument files by way of their rows as text."""

from __future__ import annotations

import csv
import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from maintien import _core
from maintien._spreadsheets import Sheet, Written, read_sheet, refused, workbook_in
from maintien._values import DocumentError, Problem

_Path = str | os.PathLike[str]
_Source = _Path | bytes


def import_table(
    table: _Source,
    mapping: _Source | Mapping[str, Any],
    *,
    sheet: str | None = None,
    rejects: _Path | None = None,
    threads: int = 0,
    progress: bool = False,
) -> _core.Events:
    """A cell's own spreadsheet, one row a case, as events: the mapping says which column means what.

    ``table`` is a CSV export, or an Excel (.xlsx, .xls, .xlsb) or OpenDocument (.ods) file, told apart by what they hold; the latter need python-calamine
    (``pip install maintien[spreadsheet]``). ``mapping`` is a ``maintien-mapping/1`` document, the same for all of them. Either may be a path (``str`` or
    path-like) or the document itself (``bytes``, or a ``str`` with a line end), the mapping also a dict. ``sheet`` names the sheet of a workbook that has several.

    A mistyped status, a day that does not exist, a repeated case number are errors: ``DocumentError`` tells every fault at its place; of a sheet that is its
    name, the row and the column from 1, and the header of the column (``pointer``). In a sheet a cell that holds a date is that day whatever the mapping says
    of ``dates``, a date typed as text must be written as it says; whole numbers are their digits, however they are shown. The error of a formula, a formula
    without its result and a merged cell are faults in every column that the mapping reads.

    ``rejects``, ``threads`` and ``progress`` are those of ``read_events``. Raises ``ImportError`` without python-calamine, ``ValueError`` for a ``sheet`` of a
    CSV export.

    >>> mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json").unmapped_columns
    ['Réf. adhérent', 'Réf. courrier']
    """
    workbook = workbook_in(table)
    if workbook is not None:
        return _SheetImport(read_sheet(*workbook, sheet), workbook[0], mapping).events(rejects, threads, progress)
    if sheet is not None:
        raise ValueError(f"sheet: found {sheet!r}, expected None: the table is no Excel or OpenDocument file")
    return _core._import_table(table, mapping, rejects=rejects, threads=threads, progress=progress)


class _SheetImport:
    """The import of one sheet: its rows go through the reader of tables, what that finds goes back to its place in the sheet."""

    def __init__(self, sheet: Sheet, file: str, mapping: _Source | Mapping[str, Any]) -> None:
        self.sheet, self.mapping = sheet, mapping
        self.called = f"{file}[{sheet.name}]"
        self.names = sheet.names()
        read, days, dates = _columns_of(_document(mapping))
        at = {name: [place for place, one in enumerate(self.names) if one == name] for name in self.names}
        french = dates == "dd/mm/yyyy" or (dates != "YYYY-MM-DD" and sheet.is_french({place for name in days for place in at.get(name, [])}))
        self.written = Written(sheet.texts(french))
        self.faults = {place: Problem(self.called, place[0] + 1, place[1] + 1, self.names[place[1]], *told) for place, told in sheet.faults({place for name in read for place in at.get(name, [])}).items()}

    def events(self, rejects: _Path | None, threads: int, progress: bool) -> _core.Events:
        if rejects is None:
            events = self._read(None, threads, progress)
            if self.faults:
                raise refused([self.faults[place] for place in sorted(self.faults)])
            return events
        with TemporaryDirectory() as folder:
            held = Path(folder, "rejects.csv")
            events = self._read(held, threads, progress)
            lines = self._rejects(held.read_text(encoding="utf-8"))
        _write_whole(Path(rejects), lines)
        return events

    def _read(self, rejects: Path | None, threads: int, progress: bool) -> _core.Events:
        faulty = {row for row, _ in self.faults} if rejects is not None else set()
        try:
            return _core._import_table(self.written.document(faulty), self.mapping, called=self.called, rejects=rejects, threads=threads, progress=progress)
        except DocumentError as error:
            raise self._at_their_places(error, faulty) from None

    def _at_their_places(self, error: DocumentError, faulty: set[int]) -> DocumentError:
        """The faults that the reader found, each in its cell, and with them those of cells it cannot know."""
        if any(one.file != self.called for one in error.problems):
            return error  # of the mapping
        found, told_already = [], 0
        for one in error.problems:
            place = self.written.place_at(one.line, one.column)
            if place in self.faults or (place[0] in faulty and one.found.startswith("a row of ")):
                told_already += 1
            else:
                found.append(self._placed(one, place))
        found += self.faults.values()
        return refused(sorted(found, key=lambda one: (one.line, one.column)), error.total - told_already + len(self.faults))

    def _placed(self, problem: Problem, place: tuple[int, int]) -> Problem:
        row, column = place
        expected = re.sub(r"\bline (\d+)\b", lambda one: f"row {self.written.row_at(int(one[1])) + 1}", problem.expected)
        if row <= self.sheet.header:
            return replace(problem, line=row + 1, column=0, expected=expected)
        return replace(problem, line=row + 1, column=column + 1, pointer=self.names[column], expected=expected)

    def _rejects(self, text: str) -> str:
        """The rows left out, each with its place in the sheet."""
        out = StringIO()
        writer = csv.writer(out, lineterminator="\n")
        head, *rows = csv.reader(StringIO(text, newline=""))
        writer.writerow(head)
        faults: dict[int, list[Problem]] = defaultdict(list)
        for place in sorted(self.faults):
            faults[place[0]].append(self.faults[place])
        for line, column, found, expected, _ in rows:
            row, at = self.written.place_at(int(line), int(column))
            placed = self._placed(Problem(self.called, int(line), int(column), "", found, expected), (row, at))
            if row in faults:
                placed = replace(faults[row][0], found="; ".join(one.found for one in faults[row]), expected="; ".join(one.expected for one in faults[row]))
            writer.writerow([placed.line, placed.column, placed.found, placed.expected, self.written.row_text(row)])
        return out.getvalue()


def _write_whole(path: Path, text: str) -> None:
    """Writes a file by way of a temporary one that takes the name when all is written."""
    temporary = path.with_name(path.name + ".tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="")
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise refused([Problem(os.fspath(path), 0, 0, "", f"a file that cannot be written: {error.strerror}", "a place to write")]) from error


def _document(mapping: _Source | Mapping[str, Any]) -> Mapping[str, Any]:
    """A mapping as far as it can be read here; what is wrong with it the library's own reader tells."""
    if isinstance(mapping, Mapping):
        return mapping
    try:
        text = mapping if isinstance(mapping, bytes) or (isinstance(mapping, str) and "\n" in mapping) else Path(mapping).read_bytes()
        document = json.loads(text.removeprefix(b"\xef\xbb\xbf") if isinstance(text, bytes) else text)
    except (OSError, TypeError, ValueError):
        return {}
    return document if isinstance(document, Mapping) else {}


def _columns_of(mapping: Mapping[str, Any]) -> tuple[set[str], set[str], object]:
    """The columns that a mapping reads, those of them that hold days, and how it says that dates are written."""
    kinds = _core._attribute_kinds()
    read, days = set(), set()
    for key, name in _named(mapping, ""):
        read.add(name.strip())
        if key in ("on", "recorded_on") or (kinds.get(key) or ("",))[0] == "day":
            days.add(name.strip())
    return read, days, mapping.get("dates")


def _named(value: object, key: str) -> Iterator[tuple[str, str]]:
    """Every column that a part of a mapping names, with what is read from it."""
    if isinstance(value, Mapping):
        for inner, held in value.items():
            if isinstance(held, str) and inner in ("column", "case", "on", "recorded_on"):
                yield (key if inner == "column" else inner), held
            elif inner == "ignore" and isinstance(held, Mapping):
                yield from (("", str(name)) for name in held)
            else:
                yield from _named(held, inner)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _named(one, key)
