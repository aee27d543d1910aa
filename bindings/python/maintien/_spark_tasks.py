"""What a task of Spark does with the events it is given: it reads them, finds out whose they are, counts them. Nothing here needs Spark."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from maintien._core import Events, read_events, replay, state
from maintien._spark_faults import BETWEEN, CASE, FAULTS, PLACE, told
from maintien._values import DocumentError

TOGETHER, STATE, WRITTEN = "__together", "__state", "__written"  # columns beside those of the events
DAYS = ("on", "recorded_on", "day", "due", "ends_on", "notified_on", "sick_leave_since", "starts_on", "until")

Task = Callable[[Iterable[Any]], Iterator[Any]]


def following(columns: list[str], question: dict[str, Any]) -> Task:
    """A task that is given whole cases and says of each row with which others it must be counted: those of the same worker, else of the case."""

    def follow(batches: Iterable[Any]) -> Iterator[Any]:
        table = _table(batches)
        if table is None:
            return
        events, faults = _read(table, columns)
        yield from (_alone(table.schema, faults) if events is None else _together(table, events, question)).to_batches()

    return follow


def counting(columns: list[str], question: dict[str, Any]) -> Task:
    """A task that is given all cases of its workers and gives a row: their state, or what is wrong with them."""

    def count(batches: Iterable[Any]) -> Iterator[Any]:
        pyarrow = import_module("pyarrow")
        table = _table(batches)
        if table is None:
            return
        known = table[FAULTS].drop_null().to_pylist() if FAULTS in table.column_names else []
        rows = table.filter(table[FAULTS].is_null()) if known else table
        events, faults = _read(rows, columns) if rows.num_rows else (None, None)
        counted = None if events is None else state(events, **question, threads=1).to_json()
        found = [(None, None, one) for one in [*known, faults] if one] + ([(counted, _written(rows, columns), None)] if counted else [])
        yield pyarrow.RecordBatch.from_arrays([pyarrow.array(values, pyarrow.string()) for values in zip(*found, strict=True)], [STATE, WRITTEN, FAULTS])

    return count


def _table(batches: Iterable[Any]) -> Any:
    held = [batch for batch in batches if batch.num_rows > 0]
    return import_module("pyarrow").Table.from_batches(held) if held else None


def _read(table: Any, columns: list[str]) -> tuple[Events | None, str | None]:
    """The events of rows, or what is wrong with them as JSON."""
    try:
        return read_events(table.select(columns), threads=1), None
    except DocumentError as error:
        return None, json.dumps(told(error, lambda line: (table[PLACE][line - 1].as_py(), table[CASE][line - 1].as_py())))


def _alone(schema: Any, faults: str | None) -> Any:
    """A row that holds nothing but faults, in the shape of rows with events."""
    pyarrow = import_module("pyarrow")
    nothing = [pyarrow.nulls(1, field.type) for field in schema]
    return pyarrow.table([*nothing, pyarrow.array([faults]), pyarrow.array([faults])], names=[*schema.names, TOGETHER, FAULTS])


def _together(table: Any, events: Events, question: dict[str, Any]) -> Any:
    pyarrow, compute = import_module("pyarrow"), import_module("pyarrow.compute")
    asked = {name: question[name] for name in ("protocol", "as_of", "known_on") if name in question}
    cases = replay(events, **asked, threads=1)
    known = zip(cases.column("service"), cases.column("case"), cases.column("worker"), strict=True)
    workers = {f"{service or ''}{BETWEEN}{case}": BETWEEN + worker for service, case, worker in known if worker}
    at = compute.index_in(table[CASE], value_set=pyarrow.array(workers.keys(), pyarrow.string()))
    worker = pyarrow.array(workers.values(), pyarrow.string()).take(at.combine_chunks())
    together = compute.coalesce(worker, table[CASE].combine_chunks())
    return table.append_column(TOGETHER, together).append_column(FAULTS, pyarrow.nulls(table.num_rows, pyarrow.string()))


def _written(table: Any, columns: list[str]) -> str:
    """How days are written where they are texts: ``/`` or ``-``, both or neither."""
    pyarrow, compute = import_module("pyarrow"), import_module("pyarrow.compute")
    texts = [table[name] for name in columns if name.strip() in DAYS and table[name].type in (pyarrow.string(), pyarrow.large_string())]
    return "".join(mark for mark in "/-" if any(compute.any(compute.match_substring(text, mark)).as_py() for text in texts))
