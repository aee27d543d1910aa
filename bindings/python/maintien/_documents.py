"""Python values written as JSON, for the readers of the library to judge: there is one strict reader, not two."""

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from maintien._values import DocumentError, Problem, line_of

if TYPE_CHECKING:
    from maintien import Protocol, State


class _Unsayable(TypeError):
    """A value no document can hold: what was found, and what is expected."""


def _said(value: object) -> object:
    """A value that JSON does not know, as documents write it. A day with a time of day is not a civil day and is refused."""
    if isinstance(value, datetime):
        raise _Unsayable(repr(value), "a civil day (datetime.date)")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        if value.second or value.microsecond or value.tzinfo:
            raise _Unsayable(repr(value), "a time of day in hours and minutes")
        return value.strftime("%H:%M")
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise _Unsayable(repr(value), "a code, a day, a time, a text, a whole number or a truth value")


def json_text(value: object) -> str:
    """A value as JSON text; what no document can hold is a ``TypeError``."""
    return json.dumps(value, default=_said, ensure_ascii=False)


def protocol_again(text: str) -> "Protocol":
    """A protocol as it was pickled: the C++ function that reads one cannot be."""
    from maintien import Protocol

    return Protocol.from_json(text)


def state_again(text: str) -> "State":
    """A state as it was pickled."""
    from maintien import State

    return State.from_json(text)


def entry_line(place: str, case: str, service: str | None, event: object, on: object, attributes: Mapping[str, Any]) -> str:
    """An entry of a case as one line of an event file; a key said twice stays twice, for the reader to refuse."""
    members, problems = [], []
    for key, value in [("case", case), ("service", service), ("event", event), ("on", on), *attributes.items()]:
        try:
            members.append(f"{json_text(key)}: {json_text(value)}")
        except _Unsayable as fault:
            problems.append(Problem(place, 0, 0, f"/{key}", fault.args[0], fault.args[1]))
    if problems:
        raise DocumentError("\n".join(map(line_of, problems)), tuple(problems), len(problems))
    return "{" + ", ".join(members) + "}"
