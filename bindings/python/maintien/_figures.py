"""A report as figures to be drawn or written: read from a ``Report`` of this library or from a published document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from maintien._records import record
from maintien._values import Row

if TYPE_CHECKING:
    from maintien._core import Report


@dataclass(frozen=True, slots=True)
class Figures:
    """What stands in a report: its heading, its rows, and the quality of the data."""

    protocol: str
    as_of: date
    known_on: date | None
    period: tuple[date | None, date | None]
    min_count: int
    level: float
    input: dict[str, Any]
    data_quality: dict[str, Any]
    rows: tuple[Row, ...]

    def of(self, indicator: str, variant: str | None = None) -> list[Row]:
        """The rows of an indicator over the whole register, of one variant when it is named."""
        rows = (row for row in self.rows if row.indicator == indicator and not row.by)
        return [row for row in rows if variant is None or row.variant == variant]

    def row(self, indicator: str, variant: str | None = None, category: str | None = None) -> Row | None:
        """One figure of the whole register, None when the report does not have it."""
        return next((row for row in self.of(indicator) if row.variant == variant and row.category == category), None)

    @property
    def decimals(self) -> int:
        """How many decimals percentages have: the protocol's, two when its name alone is not known here."""
        from maintien import _core

        known = {protocol.name: protocol.decimals for protocol in _core.protocols()}
        return known.get(self.protocol.split("/")[0], 2)


def figures_of(report: Report | Mapping[str, Any] | Figures) -> Figures:
    """The figures of a report, or of a ``maintien-report/1`` document as ``json.load`` gives it."""
    from maintien import _core

    if isinstance(report, Figures):
        return report
    if isinstance(report, _core.Report):
        return _figures_in(json.loads(report.to_json()))
    if isinstance(report, Mapping) and report.get("format") == "maintien-report/1":
        return _figures_in(report)
    raise TypeError(f"report: found {type(report).__name__}, expected a Report or a maintien-report/1 document")


def _figures_in(said: Mapping[str, Any]) -> Figures:
    period = said["period"]
    return Figures(
        protocol=said["protocol"],
        as_of=date.fromisoformat(said["as_of"]),
        known_on=_day(said["known_on"]),
        period=(_day(period["from"]), _day(period["to"])),
        min_count=said["min_count"],
        level=said["level"],
        input=dict(said["input"]),
        data_quality=dict(said.get("data_quality", {})),
        rows=tuple(record(Row, row) for row in said["rows"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
