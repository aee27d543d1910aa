"""The sheets of Excel and OpenDocument files as rows of text, for the reader of tables to judge: there is one strict reader, not two."""

from __future__ import annotations

import os
import re
import struct
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib import import_module
from importlib.metadata import version
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from maintien._documents import json_text
from maintien._sheet_marks import NOT_WORKED_OUT, Marks, marks_of
from maintien._values import DocumentError, Problem, line_of

#: What begins a file of Excel or OpenDocument: a zip archive, or a compound file.
_BEGINNINGS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_DATE = re.compile(r"(?P<french>\d{2}/\d{2}/\d{4})|\d{4}-\d{2}-\d{2}")


def refused(problems: Sequence[Problem], total: int | None = None) -> DocumentError:
    """The error of a document with these faults, told as the library tells them."""
    count = len(problems) if total is None else total
    lines = map(line_of, problems[:1000])
    return DocumentError("\n".join([*lines, f"{count} error" + ("s" if count != 1 else "")]), tuple(problems[:1000]), count)


def workbook_in(table: object) -> tuple[str, bytes] | None:
    """What a table is called and what it holds, if it is a workbook by its first bytes, whatever its name ends in; else None."""
    if isinstance(table, bytes):
        return ("<bytes>", table) if table.startswith(_BEGINNINGS) else None
    if not isinstance(table, (str, os.PathLike)) or (isinstance(table, str) and "\n" in table):
        return None
    try:
        with Path(table).open("rb") as held:
            beginning = held.read(8)
            return (os.fspath(table), beginning + held.read()) if beginning.startswith(_BEGINNINGS) else None
    except (OSError, ValueError):
        return None


@dataclass(frozen=True)
class Sheet:
    """A sheet as a person sees it: its cells from the first row and column on, and what is marked in it; empty rows and columns at its end are none."""

    name: str
    cells: list[list[Any]]
    marks: Marks

    @property
    def header(self) -> int:
        """The row of the header: the first that is not empty, be it with an error."""
        first_error = min((row for row, _ in self.marks.errors), default=len(self.cells))
        return next((at for at, cells in enumerate(self.cells) if at == first_error or any(_filled(cell) for cell in cells)), 0)

    def names(self) -> list[str]:
        """The names of the columns."""
        return [cell_text(cell, french=False).strip() for cell in self.cells[self.header]] if self.cells else []

    def is_french(self, columns: Iterable[int]) -> bool:
        """Whether the first date that some columns hold as text is written dd/mm/yyyy; days are written beside it in the same way."""
        wanted = sorted(columns)
        texts = (cells[at] for cells in self.cells[self.header + 1 :] for at in wanted if at < len(cells) and isinstance(cells[at], str))
        found = next((match for text in texts if (match := _DATE.fullmatch(text.strip()))), None)
        return found is not None and found["french"] is not None

    def texts(self, french: bool) -> list[list[str]]:
        """The cells as text; those that hold an error say it."""
        rows = [[cell_text(cell, french) for cell in cells] for cells in self.cells]
        for (row, column), error in self.marks.errors.items():
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = error
        return rows

    def faults(self, read: Iterable[int]) -> dict[tuple[int, int], tuple[str, str]]:
        """What no column that is read may hold, found and expected by row and column: errors, formulas without a result, merged cells."""
        wanted, faults = set(read), {}
        for place, error in self.marks.errors.items():
            if place[0] > self.header and place[1] in wanted:
                faults[place] = (error, "its result: open the file in a spreadsheet program and save it") if error == NOT_WORKED_OUT else (json_text(error), "a value, not the error of a formula")
        for (top, left), (bottom, right) in self.marks.merged:
            if bottom > self.header and wanted.intersection(range(left, right + 1)) and top < len(self.cells) and left < len(self.cells[top]) and _filled(self.cells[top][left]):
                faults.setdefault((top, left), (f"a cell merged over {cell_name(top, left)}:{cell_name(bottom, right)}", "a cell of its own in every row and column"))
        return faults


def _filled(cell: object) -> bool:
    return not isinstance(cell, str) or bool(cell.strip())


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheets name it."""
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters, column = chr(65 + letter) + letters, column - 1
    return f"{letters}{row + 1}"


def cell_text(cell: object, french: bool) -> str:
    """A cell as a person would have typed it: a day in one of the two ways dates are written, whole numbers by their digits, texts as they are."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        day = cell_text(cell.date(), french)
        return day if cell.time() == time() else f"{day} {cell_text(cell.time(), french)}"
    if isinstance(cell, date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year:04}" if french else cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes" if cell.second == cell.microsecond == 0 else "auto")
    if isinstance(cell, timedelta):
        within_a_day = timedelta() <= cell < timedelta(days=1)
        return cell_text((datetime.min + cell).time(), french) if within_a_day else str(cell)
    return str(cell)


def read_sheet(called: str, content: bytes, sheet: str | None) -> Sheet:
    """One sheet of a workbook: the one of that name, or the only one. Raises ``DocumentError`` when there is none such, or the file cannot be read."""
    calamine = _calamine()
    try:
        with calamine.load_workbook(BytesIO(content)) as book:
            tables = {one.name: one.visible for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet}
            name = _chosen(called, tables, sheet, calamine.SheetVisibleEnum.Visible)
            cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            marks = marks_of(content, book.sheet_names.index(name))
    except (calamine.CalamineError, OSError, BadZipFile, ParseError, KeyError, IndexError, StopIteration, struct.error) as error:
        raise refused([Problem(called, 0, 0, "", f"a file that cannot be read as a workbook: {error}", "Excel (.xlsx, .xls, .xlsb) or OpenDocument (.ods), without a password")]) from error
    return Sheet(name, _without_empty_ends(cells, marks), marks)


def _calamine() -> Any:
    needed = "reading Excel and OpenDocument files needs python-calamine 0.6.2 or newer: pip install 'maintien[spreadsheet]'"
    try:
        calamine = import_module("python_calamine")
    except ImportError as error:
        raise ImportError(needed, name="python_calamine") from error
    # Before that, the cells of an OpenDocument sheet move into the empty row above them.
    if tuple(map(int, re.findall(r"\d+", version("python-calamine"))[:3])) < (0, 6, 2):
        raise ImportError(needed, name="python_calamine")
    return calamine


def _chosen(called: str, tables: dict[str, Any], sheet: str | None, visible: Any) -> str:
    if sheet is None and len(tables) == 1:
        return next(iter(tables))
    if sheet is not None and sheet in tables:
        return sheet
    names = ", ".join(json_text(name) + ("" if shown == visible else " (hidden)") for name, shown in tables.items())
    if sheet is None:
        raise refused([Problem(called, 0, 0, "", f"{len(tables)} sheets: {names}", "the name of one of them as sheet=")])
    raise refused([Problem(called, 0, 0, "", f"no sheet {json_text(sheet)}", f"one of {names}")])


def _without_empty_ends(cells: list[list[Any]], marks: Marks) -> list[list[Any]]:
    """The cells up to the last row and the last column that hold something, be it an error."""
    height = 1 + max([*(row for row, held in enumerate(cells) if any(map(_filled, held))), *(row for row, _ in marks.errors)], default=-1)
    width = 1 + max([*(max((at for at, cell in enumerate(held) if _filled(cell)), default=-1) for held in cells), *(column for _, column in marks.errors)], default=-1)
    kept = [held[:width] + [""] * (width - len(held)) for held in cells[:height]]
    return kept + [[""] * width for _ in range(height - len(kept))]


class Written:
    """The rows of a sheet as a CSV document, and where in the sheet each place of it is."""

    def __init__(self, rows: list[list[str]]) -> None:
        width = max(map(len, rows), default=0)
        used = [at for at in range(width) if any(cells[at] for cells in rows)]
        self.columns = used
        self.rows = [[_quoted(cells[at]) for at in used] if any(cells) else [] for cells in rows]
        self._first_lines = list(accumulate((1 + sum(cell.count("\n") for cell in cells) for cells in self.rows), initial=1))

    def row_text(self, row: int) -> str:
        """One row of the document."""
        return ",".join(self.rows[row])

    def document(self, faulty: Iterable[int] = ()) -> bytes:
        """The document in UTF-8; faulty rows have a cell too many, so that no reader takes them."""
        lines = [self.row_text(row) for row in range(len(self.rows))]
        for row in set(faulty):
            lines[row] += ",faulty"
        return ("\n".join(lines) + "\n").encode()

    def row_at(self, line: int) -> int:
        """The row of the sheet, from 0, that a line of the document belongs to."""
        return max(min(bisect_right(self._first_lines, line), len(self.rows)) - 1, 0)

    def place_at(self, line: int, column: int) -> tuple[int, int]:
        """The cell of the sheet, row and column from 0, that a place in the document is in."""
        row = self.row_at(line)
        at, begin, found = self._first_lines[row], 1, 0
        for number, cell in enumerate(self.rows[row] if self.rows else []):
            if (at, begin) > (line, column):
                break
            found = number
            breaks = cell.count("\n")
            at, begin = at + breaks, (len(cell) - cell.rfind("\n") if breaks else begin + len(cell)) + 1
        return row, self.columns[found] if self.columns else 0


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in '",\r\n') else text
