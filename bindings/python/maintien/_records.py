"""Documents of the library read as Python values: what a field may hold is told by its annotation, and nowhere else.

Where a type does not say how a value is written, ``Annotated[type, function]`` names the function that reads it.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Self, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from maintien import _core

_Read = Callable[[Any], Any]


class Document:
    """A result that is also a document.

    >>> erasure = mt.erase_person(mt.read_events("examples/data/dossier.jsonl"), "2026-014")
    >>> isinstance(erasure.tombstones, mt.Document)
    True
    """

    _document: _core._Document

    @classmethod
    def _read(cls, document: _core._Document, **more: object) -> Self:
        self: Self = record(cls, json.loads(document.json()), more)
        object.__setattr__(self, "_document", document)
        return self

    def to_json(self) -> str:
        """The document: the very bytes the command line writes.

        >>> mt.CaseFile("A-1").export(date(2024, 3, 1)).to_json().splitlines()[1].strip()
        '"format": "maintien-person/1",'
        """
        return self._document.json()


class Page(Document):
    """A result that is also a document, and a page for people.

    >>> isinstance(mt.CaseFile("A-1").document(date(2024, 3, 1)), mt.Page)
    True
    """

    def to_text(self, language: str = "fr") -> str:
        """The page for people, in French (``"fr"``) or in English (``"en"``); another language is a ``ValueError``.

        >>> mt.CaseFile("A-1").view("employer", date(2024, 3, 1)).to_text("en").splitlines()[-1]
        'Nothing to show.'
        """
        return self._document.text(language)


def record(cls: type[Any], said: Mapping[str, Any], more: Mapping[str, object] = types.MappingProxyType({})) -> Any:
    """A value of a class from what a document says; ``more`` are fields that no document holds. Keys that the class does not have are passed over."""
    values = dict(more)
    for field, read in _readers(cls):
        key = field.name.rstrip("_")
        absent = key not in said and not (field.default is MISSING and field.default_factory is MISSING)
        if field.name in more or absent:
            continue
        values[field.name] = read(said[key])
    return cls(**values)


_readers_known: dict[type[Any], list[tuple[Field[Any], _Read]]] = {}


def _readers(cls: type[Any]) -> list[tuple[Field[Any], _Read]]:
    import maintien  # the lists are made when the package is loaded

    if cls not in _readers_known:
        hints = get_type_hints(cls, localns=vars(maintien), include_extras=True)
        _readers_known[cls] = [(field, _reader(hints[field.name])) for field in fields(cls)]
    return _readers_known[cls]


def _as_it_is(value: Any) -> Any:
    return value


def _reader(hint: Any) -> _Read:
    """How a JSON value becomes what an annotation says."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        read: _Read = arguments[1]
        return read
    if origin in (Union, types.UnionType):
        return _reader_of_one(tuple(one for one in arguments if one is not type(None)))
    if origin is tuple:
        item = _reader(arguments[0])
        return lambda values: tuple(map(item, values))
    if origin is dict:
        key, value = map(_reader, arguments)
        return lambda members: {key(name): value(member) for name, member in members.items()}
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and (issubclass(hint, Enum) or hint is int):
        return hint
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda members: record(hint, members)
    return _as_it_is


def _reader_of_one(kinds: tuple[Any, ...]) -> _Read:
    """The reader of a value that may be None; of a union of plain kinds the value is taken as it is."""
    read = _reader(kinds[0]) if len(kinds) == 1 else _as_it_is
    return lambda value: None if value is None else read(value)


_kinds: dict[str, tuple[str, Any]] = {}


def _attribute(name: str, value: Any) -> Any:
    from maintien import _core

    if not _kinds:
        _kinds.update(_core._attribute_kinds())
    kind, codes = _kinds.get(name, ("", None))
    if kind == "code":
        return codes(value)
    if kind == "codes":
        return [codes(one) for one in value]
    if kind == "day":
        return date.fromisoformat(value)
    return time.fromisoformat(value) if kind == "time" else value


def entry_in(said: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as ``Events`` gives it, from its line in a document."""
    from maintien import Event

    entry: dict[str, Any] = {}
    for name, value in said.items():
        if name == "event":
            entry[name] = Event(value)
        elif name in ("on", "recorded_on"):
            entry[name] = date.fromisoformat(value)
        else:
            entry[name] = entry_in(value) if name == "entry" else _attribute(name, value)
    return entry


def attributes_in(said: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes of a case by their names."""
    return {name: _attribute(name, value) for name, value in said.items()}


def period_in(said: Mapping[str, str]) -> tuple[date, date]:
    """The first and the last day of a period."""
    return date.fromisoformat(said["from"]), date.fromisoformat(said["to"])

