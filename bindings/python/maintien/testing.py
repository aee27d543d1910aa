"""For the tests of software that uses maintien: two reports compared figure by figure, in words.

It is a pytest plugin too: where a test compares the JSON of two reports, the failure names the figures that differ.

>>> from maintien.testing import differences
>>> table = mt.import_table("examples/data/cellule.csv", "examples/data/cellule.mapping.json")
>>> then = mt.report(table, protocol="aist43_cme", as_of=date(2020, 11, 12))
>>> before = mt.report(table, protocol="aist43_cme", as_of=date(2020, 6, 30))
>>> differences(then, then)
[]
>>> differences(before, then)[0]
"as_of: '2020-06-30', expected '2020-11-12'"
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from math import isclose
from typing import Any

from maintien._core import Report

__all__ = ["assert_same_report", "differences"]

FORMAT = "maintien-report/1"
NUMBERS = ("value", "lower", "upper", "bound_lower", "bound_upper")


def differences(actual: Report | Mapping[str, Any] | str, expected: Report | Mapping[str, Any] | str, *, rel: float = 0.0) -> list[str]:
    """In what a report differs from an expected one: a line for each figure and each word of the heading, in the order of the report.

    Each is a report, its JSON or the document read from it. Counts must be the same; values and limits may differ by ``rel`` of
    themselves. The order of the rows counts for nothing.

    >>> from maintien.testing import differences
    >>> report = mt.report(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31))
    >>> differences(report, report.to_json())
    []
    """
    found, wanted = _document(actual), _document(expected)
    heading = [key for key in {**wanted, **found} if key != "rows"]
    lines = [f"{key}: {found.get(key)!r}, expected {wanted.get(key)!r}" for key in heading if found.get(key) != wanted.get(key)]
    return lines + list(_differing_rows(_rows(found), _rows(wanted), rel))


def assert_same_report(actual: Report | Mapping[str, Any] | str, expected: Report | Mapping[str, Any] | str, *, rel: float = 0.0) -> None:
    """Raises an ``AssertionError`` that names what differs, unless two reports say the same; see ``differences``.

    >>> from maintien.testing import assert_same_report
    >>> report = mt.report(mt.simulate(cases=20, seed=1), as_of=date(2024, 12, 31))
    >>> assert_same_report(report, report)
    """
    lines = differences(actual, expected, rel=rel)
    if lines:
        raise AssertionError(_told(lines))


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """What pytest prints where ``report.to_json() == expected`` fails."""
    if op != "==" or not (_is_report(left) and _is_report(right)):
        return None
    lines = differences(left, right)  # type: ignore[arg-type]
    return _told(lines or ["the same figures, otherwise spelt"]).splitlines()


def _told(lines: list[str], most: int = 30) -> str:
    more = [f"... and {len(lines) - most} more"] if len(lines) > most else []
    return "\n".join(["the reports differ:", *lines[:most], *more])


def _is_report(value: object) -> bool:
    return isinstance(value, Report) or (isinstance(value, str) and value.lstrip().startswith("{") and f'"{FORMAT}"' in value[:200])


def _document(report: Report | Mapping[str, Any] | str) -> Mapping[str, Any]:
    if isinstance(report, Report):
        report = report.to_json()
    return json.loads(report) if isinstance(report, str) else report


def _name(row: Mapping[str, Any]) -> str:
    by = ", ".join(f"{key} {value}" for key, value in (row.get("by") or {}).items())
    return "/".join(row.get(part) or "" for part in ("indicator", "variant", "category")).rstrip("/") + (f" ({by})" if by else "")


def _rows(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {_name(row): row for row in document.get("rows", ())}


def _same(key: str, found: Any, wanted: Any, rel: float) -> bool:
    both = isinstance(found, float | int) and isinstance(wanted, float | int)
    return isclose(found, wanted, rel_tol=rel) if key in NUMBERS and both and rel > 0 else bool(found == wanted)


def _differing_rows(found: dict[str, Mapping[str, Any]], wanted: dict[str, Mapping[str, Any]], rel: float) -> Iterator[str]:
    for name, row in wanted.items():
        if name not in found:
            yield f"{name}: missing"
            continue
        for key in {**row, **found[name]}:
            if not _same(key, found[name].get(key), row.get(key), rel):
                yield f"{name}: {key} {found[name].get(key)!r}, expected {row.get(key)!r}"
    yield from (f"{name}: not expected" for name in found if name not in wanted)
