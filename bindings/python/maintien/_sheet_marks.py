"""What a spreadsheet marks that its reader gives as an empty cell: errors of formulas, formulas never worked out, merged cells.

python-calamine gives an empty cell for each of them; a date would be missing without a word. So the file is looked at once more, for these marks alone.
"""

from __future__ import annotations

import posixpath
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO
from xml.etree.ElementTree import Element, iterparse, parse
from zipfile import ZipFile

#: The errors of cells by the number that binary workbooks give them.
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA"}
#: What a sheet with marks has in it somewhere; one without is not looked at cell by cell.
_MAY_MARK_XLSX = re.compile(rb"\bt\s*=\s*[\"']e[\"']|<(?:\w+:)?f[\s>/]|mergeCell")
_MAY_MARK_ODS = re.compile(rb"formula\s*=|value-type\s*=\s*[\"']error|-spanned\s*=|string-value\s*=\s*(?:\"\"|'')")
#: What stands for a formula that the program which wrote the file did not work out.
NOT_WORKED_OUT = "a formula without its result"


@dataclass
class Marks:
    """The marks of a sheet: what stands in cells that have no value, and the ranges of merged cells, both by row and column from 0."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)


def marks_of(content: bytes, index: int) -> Marks:
    """The marks of the sheet with that place among all sheets of the workbook."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return _marks_of_xls(_workbook_stream(content), index)
    with ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        if "content.xml" in names:
            part = archive.read("content.xml")
            return _marks_of_ods(BytesIO(part), index) if _MAY_MARK_ODS.search(part) else Marks()
        book = _main_part(archive)
        if book.endswith(".bin"):
            return _marks_of_xlsb(archive.read(_related(archive, book)[_xlsb_sheets(archive.read(book))[index]]))
        with archive.open(book) as held:
            keys = [next(value for key, value in sheet.attrib.items() if key.endswith("}id")) for sheet in parse(held).iter() if _local(sheet) == "sheet"]
        part = archive.read(_related(archive, book)[keys[index]])
        return _marks_of_xlsx(BytesIO(part)) if _MAY_MARK_XLSX.search(part) else Marks()


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _main_part(archive: ZipFile) -> str:
    return next(iter(_related(archive, "", "/officeDocument").values()))


def _related(archive: ZipFile, part: str, kind: str = "") -> dict[str, str]:
    """The parts that a part of a workbook names, by key."""
    folder, name = posixpath.split(part)
    with archive.open(posixpath.join(folder, "_rels", name + ".rels")) as held:
        relations = [one for one in parse(held).iter() if _local(one) == "Relationship" and one.get("Type", "").endswith(kind)]
    return {one.get("Id", ""): posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))).lstrip("/") for one in relations}


# ---- .xlsx ----------------------------------------------------------------------------------------


def _place(reference: str) -> tuple[int, int]:
    """Row and column from 0 of a cell as spreadsheets name it, B4."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]) - 1, column - 1


def _marks_of_xlsx(held: IO[bytes]) -> Marks:
    marks, row, column = Marks(), -1, -1
    for event, element in iterparse(held, ("start", "end")):
        name = _local(element)
        if event == "start":
            if name == "row":
                row, column = int(element.get("r", row + 2)) - 1, -1
            continue
        if name == "c":
            row, column = _place(element.attrib["r"]) if "r" in element.attrib else (row, column + 1)
            parts = {_local(part): part.text for part in element}
            if element.get("t") == "e":
                marks.errors[row, column] = parts.get("v") or "an error"
            elif "f" in parts and not parts.get("v") and element.get("t", "n") == "n":
                marks.errors[row, column] = NOT_WORKED_OUT
        elif name == "mergeCell":
            first, _, last = element.get("ref", "").partition(":")
            marks.merged.append((_place(first), _place(last or first)))
        elif name == "row":
            element.clear()
    return marks


# ---- .ods -----------------------------------------------------------------------------------------


def _marks_of_ods(held: IO[bytes], index: int) -> Marks:
    marks, table, row = Marks(), -1, 0
    for event, element in iterparse(held, ("start", "end")):
        name = _local(element)
        if event == "start" and name == "table":
            table, row = table + 1, 0
        elif event == "end" and name == "table-row":
            times = _times(element, "number-rows-repeated")
            if table == index:
                _mark_ods_row(marks, element, row, times)
            row += times
            element.clear()
    return marks


def _mark_ods_row(marks: Marks, element: Element, row: int, times: int) -> None:
    column = 0
    for cell in element:
        wide = _times(cell, "number-columns-repeated")
        error = _error_of_ods(cell)
        if error is not None:
            marks.errors |= {(row + down, column + right): error for down in range(times) for right in range(wide)}
        rows, columns = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            marks.merged.append(((row, column), (row + rows - 1, column + columns - 1)))
        column += wide


def _said(element: Element, name: str) -> str | None:
    """An attribute by its local name."""
    return next((value for key, value in element.attrib.items() if key.endswith("}" + name)), None)


def _times(element: Element, name: str) -> int:
    return int(_said(element, name) or 1)


def _error_of_ods(cell: Element) -> str | None:
    kinds = {value for key, value in cell.attrib.items() if key.endswith("}value-type")}
    shown = [part for part in cell if _local(part) == "p"]
    text = " ".join("".join(part.itertext()) for part in shown).strip()
    formula = _said(cell, "formula") is not None
    # Calc writes the type "error" beside that of the format, older programs the text alone, over an empty text or a 0.
    if "error" in kinds or (formula and re.match(r"#|Err\s?:\d", text)) or (text and _said(cell, "string-value") == ""):
        return text or "an error"
    # Under the format of a date Calc writes an empty text without its type, but with the paragraph that shows it.
    return NOT_WORKED_OUT if formula and not kinds and not shown else None


# ---- .xlsb ----------------------------------------------------------------------------------------

_ROW, _CELL_ERROR, _FORMULA_ERROR, _SHEET, _MERGED = 0, 3, 11, 156, 176


def _xlsb_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0

    def number(most: int) -> int:
        nonlocal at
        value = 0
        for place in range(most):
            byte = part[at]
            at += 1
            value |= (byte & 0x7F) << (7 * place)
            if byte < 0x80:
                break
        return value

    while at < len(part):
        kind, size = number(2), number(4)
        yield kind, part[at : at + size]
        at += size


def _xlsb_sheets(book: bytes) -> list[str]:
    """The keys of the sheets' parts, in order."""
    sheets = [held for kind, held in _xlsb_records(book) if kind == _SHEET]
    return [held[12 : 12 + 2 * struct.unpack_from("<I", held, 8)[0]].decode("utf-16-le") for held in sheets]


def _marks_of_xlsb(part: bytes) -> Marks:
    marks, row = Marks(), 0
    for kind, held in _xlsb_records(part):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", held)
        elif kind in (_CELL_ERROR, _FORMULA_ERROR):
            marks.errors[row, struct.unpack_from("<I", held)[0]] = _ERRORS.get(held[8], "an error")
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<4I", held)
            marks.merged.append(((top, left), (bottom, right)))
    return marks


# ---- .xls -----------------------------------------------------------------------------------------


def _workbook_stream(content: bytes) -> bytes:
    """The stream that holds the workbook, out of the compound file around it."""
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    size, mini_size = 1 << shift, 1 << mini_shift
    directory_at, least, mini_table_at = (struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60))
    tables = list(struct.unpack_from("<109I", content, 76))
    (more,) = struct.unpack_from("<I", content, 68)
    while more < 0xFFFFFFFA:
        *entries, more = struct.unpack_from(f"<{size // 4}I", content, (more + 1) * size)
        tables += entries
    following = [one for at in tables if at < 0xFFFFFFFA for one in struct.unpack_from(f"<{size // 4}I", content, (at + 1) * size)]

    def chain(first: int, table: list[int], held: bytes, size: int, offset: int) -> bytes:
        pieces: list[bytes] = []
        while first < 0xFFFFFFFA and len(pieces) <= len(table):
            pieces.append(held[(first + offset) * size : (first + offset + 1) * size])
            first = table[first]
        return b"".join(pieces)

    directory = chain(directory_at, following, content, size, 1)
    entries_of: dict[str, tuple[int, int]] = {}
    for at in range(0, len(directory), 128):
        (length,) = struct.unpack_from("<H", directory, at + 64)
        entries_of[directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")] = struct.unpack_from("<II", directory, at + 116)
    first, length = entries_of.get("Workbook") or entries_of["Book"]
    if length >= least:
        return chain(first, following, content, size, 1)[:length]
    mini_table = chain(mini_table_at, following, content, size, 1)
    mini = chain(entries_of["Root Entry"][0], following, content, size, 1)
    return chain(first, list(struct.unpack(f"<{len(mini_table) // 4}I", mini_table)), mini, mini_size, 0)[:length]


def _xls_records(stream: bytes, at: int = 0) -> Iterator[tuple[int, bytes]]:
    """The records of a part of the stream, up to its end; parts within it, of drawings, are passed over."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        depth += (kind == 0x809) - (kind == 0x0A)
        if depth == 0:
            return
        if depth == 1:
            yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _marks_of_xls(stream: bytes, index: int) -> Marks:
    marks = Marks()
    sheets = [struct.unpack_from("<I", held)[0] for kind, held in _xls_records(stream) if kind == 0x85]
    for kind, held in _xls_records(stream, sheets[index]):
        if kind == 0x205 and held[7]:
            marks.errors[struct.unpack_from("<HH", held)] = _ERRORS.get(held[6], "an error")
        elif kind == 0x06 and held[12:14] == b"\xff\xff" and held[6] == 2:
            marks.errors[struct.unpack_from("<HH", held)] = _ERRORS.get(held[8], "an error")
        elif kind == 0xE5:
            for at in range(2, len(held) - 7, 8):
                top, bottom, left, right = struct.unpack_from("<4H", held, at)
                marks.merged.append(((top, left), (bottom, right)))
    return marks
