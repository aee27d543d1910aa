"""Reports of registers spread over many machines: events in a PySpark DataFrame (extra ``spark``: ``pip install 'maintien[spark]'``).

Spark divides the cases among its tasks, a worker's cases always together; each task reads, replays and counts its own, and only the whole numbers of
``mt.state`` come to the driver, which adds them up. The package must be installed wherever tasks run.

>>> from pyspark.sql import SparkSession
>>> spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
>>> rows = [("1", "referral", date(2024, 3, 1), "return_visit"), ("1", "entry", date(2024, 3, 9), None)]
>>> frame = spark.createDataFrame(rows, "case string, event string, on date, origin string")
>>> mt.spark.report(frame, as_of=date(2024, 12, 31)).row("entries/strict").value
1
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from inspect import signature
from os import PathLike
from typing import Any

from maintien import _core
from maintien._core import Events, Protocol, Report, State, merge, read_events, replay
from maintien._spark_faults import BETWEEN, CASE, FAULTS, MOST_FAULTS, PLACE, Faults, document_error, of_the_frame, shared_id_faults
from maintien._spark_tasks import STATE, TOGETHER, WRITTEN, counting, following

__all__ = ["report", "state"]

ID = "__id"
BLANK = r"^[ \t-\r\x{A0}]+|[ \t-\r\x{A0}]+$"


def report(
    df: Any,
    protocol: Protocol | str | PathLike[str] | None = None,
    *,
    as_of: date | None = None,
    known_on: date | None = None,
    from_: date | None = None,
    to: date | None = None,
    by: str | Iterable[str] = (),
    level: float | None = None,
    interval: str | None = None,
    reference: str | PathLike[str] | bytes | Mapping[str, Any] | None = None,
    min_count: int | None = None,
    public: bool = False,
    ledger: object = None,
    partitions: int | None = None,
) -> Report:
    """The figures of a register in a Spark DataFrame: byte for byte the report of ``mt.state`` of the same events.

    For a register of one service that is ``mt.report`` of the events. Of several services ``mt.report`` also knows who was referred to more than
    one; a state does not, and ``referrals/persons`` and ``re_referrals`` of the whole are ``not_mergeable``.

    Args:
        df: the events, one row each, in any order, with the columns ``mt.read_events`` takes from a frame.
        protocol: as in ``mt.report``, and so ``as_of``, ``known_on``, ``from_``, ``to``, ``by``, ``level``, ``interval``, ``reference``,
            ``min_count`` and ``public``. Say ``from_``: without it the register is gone through twice, first for its earliest referral.
        ledger: cannot be given: what was published before is counted again from the events.
        partitions: into how many parts the cases are divided; Spark chooses unless given. No figure depends on it.

    Returns:
        The report; as that of a ``State`` it keeps no cases, so ``explain`` is refused.

    Raises:
        DocumentError: every fault of the events, wherever they were read. ``file`` names the partition of ``df`` and the case, ``line`` is the row in
            that partition, from 1.
        TypeError: ``df`` is no DataFrame, or an argument is of the wrong kind.
        ValueError: an argument says what cannot be; nothing was asked of Spark.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
    >>> frame = spark.read.json("examples/data/dossier.jsonl").where("event is not null").drop("format")
    >>> far = mt.spark.report(frame, as_of=date(2026, 2, 10), by="sex")
    >>> far.to_json() == mt.report(mt.read_events("examples/data/dossier.jsonl"), as_of=date(2026, 2, 10), by="sex").to_json()
    True
    """
    if ledger is not None:
        raise ValueError("ledger: it cannot go with a DataFrame: what was published before is counted again from the events, by mt.report")
    asked = _asked(protocol=protocol, as_of=as_of, known_on=known_on, from_=from_, to=to, by=by, level=level, interval=interval)
    finish = _asked(reference=reference, min_count=min_count, public=public)
    _core.report(_no_events(df, "report"), **asked, **finish)  # what cannot be asked is told before Spark begins
    return _core.report(_state(df, asked, partitions), **finish)


def state(
    df: Any,
    protocol: Protocol | str | PathLike[str] | None = None,
    *,
    as_of: date | None = None,
    known_on: date | None = None,
    from_: date | None = None,
    to: date | None = None,
    by: str | Iterable[str] = (),
    level: float = 0.95,
    interval: str = "wilson",
    partitions: int | None = None,
) -> State:
    """The whole numbers behind that report, to be written, or merged with those of others: the same bytes as ``mt.state`` of the events.

    Args:
        df: the events, as for ``report``.
        protocol: as in ``mt.state``, and so ``as_of``, ``known_on``, ``from_``, ``to``, ``by``, ``level`` and ``interval``.
        partitions: into how many parts the cases are divided; Spark chooses unless given.

    Returns:
        The state of the whole register; its parts are added up.

    Raises:
        DocumentError: every fault of the events, as for ``report``.
        TypeError: ``df`` is no DataFrame, or an argument is of the wrong kind.
        ValueError: an argument says what cannot be.

    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
    >>> frame = spark.createDataFrame([("1", "referral", date(2024, 3, 1), "return_visit")], "case string, event string, on date, origin string")
    >>> mt.spark.state(frame, as_of=date(2024, 12, 31)).cases
    1
    """
    asked = _asked(protocol=protocol, as_of=as_of, known_on=known_on, from_=from_, to=to, by=by, level=level, interval=interval)
    _core.state(_no_events(df, "state"), **asked)
    return _state(df, asked, partitions)


def _asked(**arguments: Any) -> dict[str, Any]:
    """The arguments that say something; strata that are given one by one are taken once."""
    by = arguments.get("by", "")
    arguments |= {} if isinstance(by, str) else {"by": tuple(by)}
    return {name: value for name, value in arguments.items() if value is not None and value != ()}


def _no_events(df: Any, asker: str) -> Events:
    """A register with the columns of a DataFrame and no row: what is wrong with the columns is told without a task."""
    if not hasattr(df, "mapInArrow") or not hasattr(df, "schema"):
        raise TypeError(f"{asker}() needs a PySpark DataFrame of events, found {df!r}")
    if df.isStreaming:
        raise TypeError(f"{asker}() needs a DataFrame that ends, found a streaming one")
    in_arrow = _spark("pandas.types").to_arrow_schema
    zone = {"timezone": "UTC"} if "timezone" in signature(in_arrow).parameters else {}  # newer releases ask for one where there are timestamps
    return read_events(in_arrow(df.schema, **zone).empty_table())


def _spark(module: str) -> Any:
    """A module of Spark's, looked for when it is needed."""
    try:
        return import_module(f"pyspark.sql.{module}")
    except ImportError as error:
        raise ImportError("maintien.spark needs PySpark, pandas and pyarrow: pip install 'maintien[spark]'", name=error.name) from error


def _state(df: Any, asked: dict[str, Any], partitions: int | None) -> State:
    if partitions is not None and partitions < 1:
        raise ValueError(f"partitions: found {partitions}, expected at least 1")
    nothing, question = _no_events(df, "state"), dict(asked)
    if "protocol" in asked:  # read here: its file need not be where the tasks run
        question["protocol"] = replay(nothing, asked["protocol"], as_of=asked["as_of"]).protocol
    register = _Register(df, partitions)
    states = register.counted(question, register.shared_ids())
    first = min((one.period[0] for one in states), default=None)
    if any(one.period[0] != first for one in states):  # each began with its own earliest referral
        states = register.counted(question | {"from_": first}, [])
    return merge(states) if states else _core.state(nothing, **asked)


class _Register:
    """The rows of a DataFrame with the place each has in it and the key of its case."""

    def __init__(self, df: Any, partitions: int | None) -> None:
        functions = _spark("functions")
        column_of = {name.strip(): name for name in df.columns}
        nothing = functions.lit("")

        def cell(name: str) -> Any:
            """A column as the reader sees it: trimmed text, empty when absent."""
            if name not in column_of:
                return nothing
            text = functions.col(f"`{column_of[name]}`").cast("string")
            return functions.coalesce(functions.regexp_replace(text, BLANK, ""), nothing)

        extra = [functions.monotonically_increasing_id().alias(PLACE), functions.concat_ws(BETWEEN, cell("service"), cell("case")).alias(CASE)]
        self.columns = list(df.columns)
        self.rows = df.select("*", *extra)
        self.ids = df.select(*extra, cell("id").alias(ID)).where(functions.length(ID) > 0) if "id" in column_of else None
        self.names_workers = "worker" in column_of or "entry" in column_of
        self.divided = (partitions,) if partitions else ()

    def counted(self, question: dict[str, Any], faults: list[Faults]) -> list[State]:
        """What each task counted, as parts of the register; what is wrong with the events comes on top of the faults there are."""
        rows = self.rows.repartition(*self.divided, CASE)
        if self.names_workers:
            rows = rows.mapInArrow(following(self.columns, question), _shape_followed(rows.schema)).repartition(*self.divided, TOGETHER)
        found = rows.mapInArrow(counting(self.columns, question), f"{STATE} string, {WRITTEN} string, {FAULTS} string").collect()
        faults = faults + [json.loads(row[FAULTS]) for row in found if row[FAULTS]]
        if not faults and len({mark for row in found for mark in row[WRITTEN]}) > 1:
            faults = [of_the_frame("days as YYYY-MM-DD and as dd/mm/yyyy", "one style of days in a frame")]
        if faults:
            raise document_error(faults)
        return _parts([json.loads(row[STATE]) for row in found])

    def shared_ids(self) -> list[Faults]:
        """Ids that several cases use, which no task sees."""
        if self.ids is None:
            return []
        functions = _spark("functions")
        users = [functions.min(CASE).alias("__one"), functions.max(CASE).alias("__other"), functions.min(functions.struct(PLACE, CASE)).alias("__first")]
        shared = self.ids.groupBy(ID).agg(*users).where("__one <> __other").select(ID, "__first")
        again = self.ids.join(shared, ID).where(f"{CASE} <> __first.{CASE}")
        rows = again.orderBy(PLACE).limit(MOST_FAULTS).collect()
        total = again.count() if len(rows) == MOST_FAULTS else len(rows)
        return [shared_id_faults(rows, total)] if rows else []


def _shape_followed(schema: Any) -> Any:
    """The columns of rows once it is known with which others each is counted; a row of faults leaves the others empty."""
    types = _spark("types")
    shape = types.StructType([types.StructField(field.name, field.dataType) for field in schema])
    return shape.add(TOGETHER, types.StringType()).add(FAULTS, types.StringType())


def _parts(documents: list[dict[str, Any]]) -> list[State]:
    """States as the parts into which the cases of each of their services were divided."""
    parts = Counter(source["service"] for document in documents for source in document["sources"])
    counted: Counter[str | None] = Counter()
    for document in documents:
        for source in document["sources"]:
            counted[source["service"]] += 1
            source |= {"part": counted[source["service"]], "parts": parts[source["service"]]}
    return [State.from_json(document) for document in documents]
