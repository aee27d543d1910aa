"""What an entry of a case says, in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from maintien._codes import Code
from maintien._words import capitalised, day_words, said

_ELSEWHERE = ("event", "on", "recorded_on", "id", "case", "service", "by", "manager", "centre", "physician", "worker", "employer")
_OF_THE_CASE = ("sex", "birth_year", "sector", "workforce", "occupation", "disabled_worker")


def entry_title(entry: Mapping[str, Any], language: str) -> str:
    """The event of an entry."""
    event: Code = entry["event"]
    return capitalised(event.label(language))


def entry_details(entry: Mapping[str, Any], language: str) -> str:
    """The codes, days and hours of an entry, in words, without the attributes of the case."""
    words = [_value(name, value, language) for name, value in entry.items() if name not in (*_ELSEWHERE, *_OF_THE_CASE)]
    return ", ".join(word for word in words if word)


def _value(name: str, value: Any, language: str) -> str:
    if isinstance(value, Code):
        return value.label(language)
    if isinstance(value, list):
        return ", ".join(_value(name, one, language) for one in value)
    if isinstance(value, date):
        return (said(language, "jusqu'au ", "until ") if name == "until" else said(language, "le ", "on ")) + day_words(value, language)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if name == "consent":
        return said(language, *(("avec l'accord du salarié", "with the worker's consent") if value else ("sans l'accord du salarié", "without the worker's consent")))
    if name == "on_sick_leave":
        return said(language, *(("en arrêt de travail", "on sick leave") if value else ("hors arrêt de travail", "not on sick leave")))
    if name == "horizon":
        return said(language, f"à {value} mois", f"at {value} months")
    return ""
