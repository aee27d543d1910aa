"""Writes what people call the figures from the library's own tables: `python tests/python/write_titles.py bindings/python/maintien/_titles.py`."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TITLES = ROOT / "src/io/figure_titles.cpp"
FOLLOW_UP = ROOT / "include/maintien/indicators/follow_up_cells.hpp"
ATTRIBUTES = ROOT / "include/maintien/vocabulary/attribute.hpp"
TEXT = r'"((?:[^"\\]|\\.)*)"'
DIVIDED_BY = ("origin", "by", "cause", "nature", "sex", "age_band", "sector", "workforce", "occupation", "on_sick_leave", "disabled_worker")
DIVIDED_BY += ("service", "centre", "physician", "manager", "year", "quarter", "month")

Words = dict[str, tuple[str, str]]


def plain(literal: str) -> str:
    """A C++ string literal's text."""
    return re.sub(r"\\u([0-9A-F]{4})", lambda escape: chr(int(escape[1], 16)), literal).replace('\\"', '"')


def titles_in(table: str) -> Words:
    """One of the tables of titles, by the names it gives."""
    body = TITLES.read_text(encoding="utf-8").split(f"constexpr auto {table} =", 1)[1].split("});", 1)[0]
    return {name: (plain(fr), plain(en)) for name, fr, en in re.findall(rf"\{{{TEXT}, \{{{TEXT}, {TEXT}\}}\}}", body)}


def terms_in(path: Path, kind: str) -> Words:
    """The codes of a closed list with their words."""
    rows = re.findall(rf"\{{{kind}::\w+, {TEXT}, {TEXT}, {TEXT}\}}", path.read_text(encoding="utf-8"))
    return {code: (plain(fr), plain(en)) for code, fr, en in rows}


def keys() -> Words:
    """What a register can be divided by."""
    words = terms_in(ATTRIBUTES, "Attribute") | titles_in("key_titles")
    return {key: words[key] for key in DIVIDED_BY if key in words}


def tables() -> dict[str, Words]:
    return {
        "INDICATORS": titles_in("indicator_titles"),
        "VARIANTS": titles_in("variant_titles"),
        "STATUS": titles_in("status_titles"),
        "KEYS": keys(),
        "EXCLUSIONS": titles_in("exclusion_titles"),
        "FOLLOW_UP_ENDS": terms_in(FOLLOW_UP, "FollowUpEnd"),
    }


def module() -> str:
    """The module as it should stand."""
    text = '"""What people call the figures, in French and in English: written from the library by tests/python/write_titles.py; a test compares them."""\n'
    for name, words in tables().items():
        lines = "".join(f'    "{key}": ("{fr}", "{en}"),\n' for key, (fr, en) in words.items())
        text += f"\n{name}: dict[str, tuple[str, str]] = {{\n{lines}}}\n"
    return text


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(module(), encoding="utf-8")
