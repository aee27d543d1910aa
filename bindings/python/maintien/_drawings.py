"""Plots as pieces of a page: their text stays text, their colours are those of the page, by day and by night."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from maintien._html import Html

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ON_THE_PAGE = {
    "#1a1a1a": "var(--ink)",
    "#ffffff": "var(--paper)",
    "#767676": "var(--c-grey)",
    "#0072b2": "var(--c-blue)",
    "#e69f00": "var(--c-orange)",
    "#009e73": "var(--c-green)",
    "#d55e00": "var(--c-vermilion)",
    "#56b4e9": "var(--c-sky)",
    "#cc79a7": "var(--c-purple)",
}


def drawing(draw: Callable[..., Axes], name: str, *arguments: Any, **options: Any) -> tuple[Html, str]:
    """A plot as SVG whose identifiers begin with ``name``, and what it shows in words: its title and who is counted.

    Of a plot with nothing to draw there are the words alone.
    """
    held, words = _drawn("svg", draw, name, *arguments, **options)
    return (_of_the_page(held.decode(), name, words) if held else Html()), words


def picture(draw: Callable[..., Axes], name: str, *arguments: Any, **options: Any) -> tuple[bytes, str]:
    """A plot as PNG, otherwise as ``drawing``."""
    return _drawn("png", draw, name, *arguments, **options)


def _drawn(kind: str, draw: Callable[..., Axes], name: str, *arguments: Any, **options: Any) -> tuple[bytes, str]:
    import matplotlib
    from matplotlib import pyplot

    from maintien.plot._style import INK

    settings = {"svg.fonttype": "none", "svg.hashsalt": name, "text.color": INK, "axes.labelcolor": INK, "xtick.color": INK, "ytick.color": INK}
    how: dict[str, Any] = {"transparent": True, "metadata": {"Date": None, "Creator": None}} if kind == "svg" else {"dpi": 180, "metadata": {"Software": None}}
    with matplotlib.rc_context(settings):  # type: ignore[arg-type]
        axes = draw(*arguments, **options)
        figure: Any = axes.figure
        try:
            words = _words_of(axes)
            if not axes.axison:
                return b"", words
            held = BytesIO()
            figure.savefig(held, format=kind, bbox_inches="tight", **how)
        finally:
            pyplot.close(figure)
    return held.getvalue(), words


def _words_of(axes: Axes) -> str:
    title = axes.get_title(loc="left")
    below = [note.get_text() for note in axes.texts if note.get_text()]
    return f"{title} : {below[0]}" if title and below and axes.axison else title or " ".join(below)


def _of_the_page(svg: str, name: str, words: str) -> Html:
    """The drawing without the heading of a file, with identifiers of its own, only those it uses, and the colours of the page."""
    body = svg[svg.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>", "", body, flags=re.DOTALL)
    used = set(re.findall(r'(?:url\(#|href="#)([^")]+)', body))
    body = re.sub(r' id="([^"]*)"', lambda one: f' id="{name}-{one[1]}"' if one[1] in used else "", body)
    body = re.sub(r'(url\(#|href="#)', rf"\g<1>{name}-", body)
    body = re.sub(r"#[0-9a-f]{6}\b", lambda colour: _ON_THE_PAGE.get(colour[0], colour[0]), body)
    size = re.match(r"<svg [^>]*?(viewBox=\"[^\"]*\")", body, re.DOTALL)
    if size is None:
        raise ValueError("the drawing has no viewBox")
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size[1]} role="img" aria-label="{escape(words)}">'
    return Html(head + body[body.index(">") + 1 :].strip())
