"""How every plot looks: colours, axes, the mark of a hidden figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib import pyplot
from matplotlib.ticker import FuncFormatter, MaxNLocator

from maintien._words import check_language, number, said, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.axis import Axis

# Of M. Okabe and K. Ito, Color Universal Design, 2008: told apart with every common form of colour vision.
BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7"
INK, FAINT, GREY, PAPER = "#1a1a1a", "#d9d9d9", "#767676", "#ffffff"

POLARITY_COLOURS = {"positive": BLUE, "negative": VERMILION, "neutral": GREY}
POLARITY_LINES = {"positive": "-", "negative": "--", "neutral": ":"}
POLARITY_WORDS = {
    "positive": ("sortie positive", "positive exit"),
    "negative": ("sortie négative", "negative exit"),
    "neutral": ("sortie neutre", "neutral exit"),
}


def axes_for(ax: Axes | None, language: str, size: tuple[float, float] = (8.0, 4.5)) -> Axes:
    """The axes to draw in, bare; an unknown language is refused before anything is drawn."""
    check_language(language)
    if ax is None:
        ax = pyplot.subplots(figsize=size, layout="constrained")[1]
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    for side in ("left", "bottom"):
        ax.spines[side].set_color(GREY)
    ax.tick_params(colors=INK, labelsize=9)
    return ax


def title(ax: Axes, text: str, subtitle: str = "") -> None:
    """What is shown, and below it who is counted."""
    ax.set_title(text + (f"\n{subtitle}" if subtitle else ""), loc="left", fontsize=11, color=INK)
    if subtitle:
        ax.set_title(text, loc="left", fontsize=11, color=INK, pad=22)
        ax.annotate(subtitle, (0, 1), (0, 7), xycoords="axes fraction", textcoords="offset points", fontsize=9, color=INK)


def percent_axis(axis: Axis, language: str) -> None:
    """An axis of proportions, printed as percentages."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: share(value, language, 0)))


def whole_axis(axis: Axis, language: str) -> None:
    """An axis of whole numbers."""
    axis.set_major_locator(MaxNLocator(nbins="auto", integer=True))
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, language)))


def hidden_bar(ax: Axes, at: float, width: float, language: str, height: float = 0.6) -> None:
    """A figure that disclosure control hides: a hatched strip over the whole range, with the word for it."""
    ax.barh(at, width, height, color="none", edgecolor=GREY, hatch="////", linewidth=0, gid="hidden")
    box = {"facecolor": PAPER, "edgecolor": "none", "pad": 2}
    ax.text(width / 2, at, said(language, "masqué", "suppressed"), ha="center", va="center", fontsize=9, color=INK, bbox=box)


def legend_below(ax: Axes, handles: Sequence[Any], ncols: int = 3, gap: float = 0.5) -> None:
    """The legend under the axes, ``gap`` inches below them: it hides nothing."""
    height = max(ax.get_window_extent().height / ax.figure.dpi, 0.5)
    ax.legend(handles=list(handles), loc="upper left", bbox_to_anchor=(0, -gap / height), ncols=ncols, frameon=False, fontsize=8.5, borderaxespad=0)


def nothing_to_draw(ax: Axes, text: str) -> Axes:
    """Axes that say why they are empty."""
    ax.text(0.5, 0.5, text, transform=ax.transAxes, ha="center", va="center", fontsize=10, color=INK, wrap=True)
    ax.set_axis_off()
    return ax


def interval_words(level: float, language: str) -> str:
    """The interval drawn, by its level."""
    percent = share(level, language, 0 if round(level * 100, 6).is_integer() else 1)
    return said(language, f"intervalle à {percent}", f"{percent} interval")
