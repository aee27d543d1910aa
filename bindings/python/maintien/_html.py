"""HTML made of elements: every text is escaped, every table has its caption and its headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


class Html(str):
    """A piece of HTML: a notebook shows it, elsewhere it is the text to be written to a file.

    >>> mt.to_html(mt.protocols()[0], "en").startswith('<div class="maintien"')
    True
    """

    def _repr_html_(self) -> str:
        return str(self)


def element(name: str, *children: str | None, **attributes: str | None) -> Html:
    """An element; what is not HTML already is escaped, ``_`` in the name of an attribute stands for ``-``, and None is left out."""
    inside = "".join(child if isinstance(child, Html) else escape(child) for child in children if child is not None)
    said = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return Html(f"<{name}{said}>{inside}</{name}>")


def joined(parts: Iterable[str]) -> Html:
    """Pieces of HTML one after the other."""
    return Html("\n".join(part if isinstance(part, Html) else escape(part) for part in parts))


def row(cells: Sequence[str], heading: bool = True, **attributes: str | None) -> Html:
    """A row of a table; its first cell is its heading. Cells that are ``td`` elements already stay as they are."""
    made = [cell if isinstance(cell, Html) and cell.startswith("<td") else element("td", cell) for cell in cells]
    if heading:
        made[0] = element("th", cells[0], scope="row")
    return element("tr", *made, **attributes)


def table(caption: str, head: Sequence[str], rows: Iterable[Html]) -> Html:
    """A table with its caption, and a heading for each column."""
    heads = element("thead", element("tr", *(element("th", name, scope="col") for name in head)))
    return element("table", element("caption", caption), heads, element("tbody", joined(rows)))


def number_cell(text: str, value: float | str | None = None, note: str = "", **attributes: str | None) -> Html:
    """A cell with a number as people read it, and beside it the number as documents hold it; a note stands below."""
    held = element("data", text, value=str(value)) if value is not None else text
    return element("td", held, element("span", note, class_="note") if note else None, class_="number", **attributes)


# In a notebook: the colours are those of the notebook, so that it may be light or dark; the long selectors outweigh its own for tables.
_STYLE = """
div.maintien{font-size:.9em;line-height:1.4}
div.maintien.maintien.maintien table{border-collapse:collapse;margin:.4em 0 1em;text-align:left}
div.maintien.maintien.maintien table caption{text-align:left;font-weight:bold;padding:.3em 0;caption-side:top}
div.maintien.maintien.maintien table tr th,div.maintien.maintien.maintien table tr td{padding:.15em .7em .15em 0;border-bottom:1px solid rgba(128,128,128,.45);text-align:left;vertical-align:top;white-space:normal;max-width:none}
div.maintien.maintien.maintien table tbody tr th{font-weight:normal}
div.maintien.maintien.maintien table tr td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
div.maintien p{margin:.2em 0}
div.maintien summary{cursor:pointer}
div.maintien .note{display:block;opacity:.85;font-size:.92em}
"""


def fragment(parts: Iterable[str], language: str) -> Html:
    """What a notebook shows of a value: its parts in a box of their own, in the language they are written in."""
    style = Html("<style>" + _STYLE.strip().replace("\n", "") + "</style>")
    return Html(f'<div class="maintien" lang="{language}">\n{style}\n{joined(parts)}\n</div>')
