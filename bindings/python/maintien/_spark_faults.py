"""What is wrong with events that Spark's tasks read: faults travel as JSON, with the places their rows had in the DataFrame."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from maintien._values import DocumentError, Problem, line_of

PLACE, CASE, FAULTS = "__place", "__case", "__faults"  # columns beside those of the events
BETWEEN = "\x1f"  # a service and the number of one of its cases
MOST_FAULTS = 1000  # are kept, as the reader does

# {"faults": [{"place", "case", "pointer", "found", "expected"}], "total": how many there are}
Faults = dict[str, Any]


def told(error: DocumentError, row_of: Callable[[int], tuple[int, str]]) -> Faults:
    """The faults a reader found; ``row_of`` gives the place and the case of a line it speaks of."""

    def elsewhere(line: re.Match[str]) -> str:
        return _place_text(row_of(int(line[1]))[0])

    faults = []
    for one in error.problems:
        place, case = row_of(one.line) if one.line else (None, None)
        expected = re.sub(r"\bline (\d+)\b", elsewhere, one.expected)
        faults.append({"place": place, "case": case, "pointer": one.pointer, "found": one.found, "expected": expected})
    return {"faults": faults, "total": error.total}


def of_the_frame(found: str, expected: str) -> Faults:
    """A fault of no row in particular."""
    return {"faults": [{"place": None, "case": None, "pointer": "", "found": found, "expected": expected}], "total": 1}


def shared_id_faults(rows: Iterable[Any], total: int) -> Faults:
    """The faults of rows that use the id of a row of another case."""
    faults = []
    for row in rows:
        expected = f"an id used once: it stands on {_place_text(row['__first'][PLACE])}"
        faults.append({"place": row[PLACE], "case": row[CASE], "pointer": "/id", "found": _quoted(row["__id"]), "expected": expected})
    return {"faults": faults, "total": total}


def document_error(found: list[Faults]) -> DocumentError:
    """The error with all faults, in the order of the rows in the DataFrame."""
    total = sum(some["total"] for some in found)
    all_faults = [fault for some in found for fault in some["faults"]]
    once = {(fault["place"], fault["pointer"], fault["found"]): fault for fault in all_faults}
    total -= len(all_faults) - len(once)
    ordered = sorted(once.values(), key=lambda fault: -1 if fault["place"] is None else fault["place"])
    problems = tuple(_problem(fault) for fault in ordered[:MOST_FAULTS])
    lines = [line_of(problem) for problem in problems]
    return DocumentError("\n".join([*lines, f"{total} error{'s' * (total != 1)}"]), problems, total)


def _partition_and_row(place: int) -> tuple[int, int]:
    """As Spark numbers rows: the partition from 0, the row in it, here from 1."""
    return place >> 33, (place & (1 << 33) - 1) + 1


def _place_text(place: int) -> str:
    partition, row = _partition_and_row(place)
    return f"row {row} of partition {partition}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _problem(fault: dict[str, Any]) -> Problem:
    if fault["place"] is None:
        return Problem("<frame>", 0, 0, fault["pointer"], fault["found"], fault["expected"])
    partition, row = _partition_and_row(fault["place"])
    service, _, case = fault["case"].partition(BETWEEN)
    named = f", case {case}" + (f" of {service}" if service else "") if case else ""
    return Problem(f"<partition {partition}{named}>", row, 0, fault["pointer"], fault["found"], fault["expected"])
