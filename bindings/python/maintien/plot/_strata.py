"""The strata of the entries in a cell, as reports divide a register; how each is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from maintien import _core
from maintien._codes import Code
from maintien._words import value_title
from maintien.plot._style import BLUE, GREEN, ORANGE, PURPLE, SKY, VERMILION

if TYPE_CHECKING:
    from maintien._core import Cases

# Colour and line together tell the strata apart; there is no seventh pair that people would still tell from these.
LOOKS: tuple[tuple[str, Any], ...] = ((BLUE, "-"), (VERMILION, "--"), (GREEN, "-."), (PURPLE, ":"), (ORANGE, (0, (8, 2))), (SKY, (0, (3, 1, 1, 1))))

_LISTS: dict[str, type[Code]] = {
    "sex": _core.Sex,
    "age_band": _core.AgeBand,
    "sector": _core.Sector,
    "workforce": _core.Workforce,
    "occupation": _core.Occupation,
    "origin": _core.Origin,
    "cause": _core.Cause,
    "nature": _core.Nature,
}
_SPANS: dict[str, Callable[[date], str]] = {
    "year": lambda day: f"{day.year:04}",
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "month": lambda day: f"{day.year:04}-{day.month:02}",
}
_FIRST_AGES = ((30, "under_30"), (40, "30_39"), (50, "40_49"), (55, "50_54"))


def keys_of(by: str | Iterable[str]) -> list[str]:
    """The keys asked for, as ``report`` takes them."""
    keys = [one.strip() for one in by.split(",")] if isinstance(by, str) else [str(one) for one in by]
    known = [str(key.value) for key in _core.StratumKey]
    for key in keys:
        if key not in known:
            raise ValueError(f"by: found {key!r}, expected one of {', '.join(known)}")
    if len(set(keys)) != len(keys):
        raise ValueError(f"by: found {', '.join(keys)}, expected each key once")
    return keys


def strata_of_entries(cases: Cases, keys: list[str]) -> list[tuple[str, ...]]:
    """Of each episode the stratum its entry counts in; time is that of the entry, age that at the referral."""
    columns = [_values(cases, key) for key in keys]
    return list(zip(*columns, strict=True))


def _values(cases: Cases, key: str) -> list[str]:
    if key in _SPANS:
        return ["" if day is None else _SPANS[key](day) for day in cases.column("entry_day")]
    if key == "age_band":
        return [_age_band(born, referred) for born, referred in zip(cases.column("birth_year"), cases.column("referral_day"), strict=True)]
    return ["unknown" if value is None else str(value) for value in cases.column(key)]


def _age_band(born: int | None, referred: date | None) -> str:
    if born is None or referred is None:
        return "unknown"
    return next((band for end, band in _FIRST_AGES if referred.year - born < end), "55_and_over")


def in_order(strata: Iterable[tuple[str, ...]], keys: list[str]) -> list[tuple[str, ...]]:
    """The strata as reports list them: codes in the order of their list, names and times by their letters, what is not given last."""
    places = {key: {str(code.value): at for at, code in enumerate(codes)} for key, codes in _LISTS.items()}

    def place(stratum: tuple[str, ...]) -> list[tuple[bool, int, str]]:
        return [(value == "unknown", places.get(key, {}).get(value, 0), value) for key, value in zip(keys, stratum, strict=True)]

    found = sorted(set(strata), key=place)
    if len(found) > len(LOOKS):
        raise ValueError(f"by: found {len(found)} strata with an entry, expected at most {len(LOOKS)} on one drawing: restrict the period, or divide by less")
    return found


def words_of(stratum: tuple[str, ...], keys: list[str], language: str) -> str:
    """A stratum as the legend names it."""
    return ", ".join(value_title(key, value, language) for key, value in zip(keys, stratum, strict=True))
