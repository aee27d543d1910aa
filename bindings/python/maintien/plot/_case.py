"""One case in time: what happened, what is expected."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from maintien._entry_words import entry_details, entry_title
from maintien._words import check_language, day_words, said, short_day
from maintien.plot._days import days_axis, position
from maintien.plot._style import BLUE, GREY, INK, ORANGE, SKY, axes_for, nothing_to_draw, title

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from maintien._sharing import CaseDocument

_LONGEST = 62


def case_timeline(document: CaseDocument, *, ax: Axes | None = None, language: str = "fr") -> Axes:
    """One case in time: a line for each entry in canonical order, the stay in the cell shaded, and below what is due and the follow-up windows.

    What lies after ``as_of`` is not known yet: follow-ups are drawn as the window in which they are expected.

    >>> document = mt.case(mt.read_events("examples/data/dossier.jsonl"), "2026-014", as_of=date(2026, 2, 10))
    >>> len(mt.plot.case_timeline(document, language="en").get_yticks()) > 14
    True
    """
    check_language(language)
    entries = [entry for entry in document.history if entry["on"] <= document.as_of]
    expected = _expected(document, language)
    lines = len(entries) + len(expected)
    ax = axes_for(ax, language, (10.0, 1.5 + 0.27 * max(lines, 4)))
    if not lines:
        return nothing_to_draw(ax, said(language, "Aucune entrée", "No entry"))
    _draw_stays(ax, document, lines)
    for at, entry in enumerate(entries):
        ax.plot(position(entry["on"]), at, "o", color=BLUE, markersize=6, gid="entry")
    for at, (first, due, last, _) in enumerate(expected, len(entries)):
        ax.hlines(at, position(first), position(last), color=ORANGE, linewidth=4, alpha=0.6)
        ax.plot(position(due), at, "D", color=ORANGE, markeredgecolor=INK, markersize=6, gid="expected")
    ax.axvline(position(document.as_of), color=INK, linewidth=1, linestyle="--")
    ax.annotate(short_day(document.as_of, language), (position(document.as_of), 1), (4, -10), xycoords=("data", "axes fraction"), textcoords="offset points", fontsize=8.5, color=INK)
    words = [_shortened(_line(entry, language)) for entry in entries] + [_shortened(text) for *_, text in expected]
    ax.set_yticks(range(lines), words)
    ax.set_ylim(lines - 0.4, -0.6)
    _dates_axis(ax, language)
    name = f"{document.service}/{document.case}" if document.service else document.case
    stage = document.episodes[-1].stage if document.episodes else None
    words_of_stage = f", {stage.label(language)}" if stage else ""
    title(ax, said(language, f"Dossier {name}", f"Case {name}"), said(language, "au ", "as of ") + day_words(document.as_of, language) + words_of_stage)
    return ax


def _expected(document: CaseDocument, language: str) -> list[tuple[date, date, date, str]]:
    """What is expected: the first day, the day due, the last day, and the words."""
    lines = []
    for item in document.agenda:
        if item.due is not None and not item.rule.startswith("follow_up"):
            first = min(item.due, item.opens or item.due)
            lines.append((first, item.due, item.due, said(language, "À faire : ", "Due: ") + item.title.text(language)))
    for episode in document.episodes:
        for horizon, window in episode.follow_up.items():
            if window.answered is None:
                over = window.closes < document.as_of
                words = ("sans réponse", "without an answer") if over else ("attendu", "expected")
                lines.append((window.opens, window.due, window.closes, said(language, f"Suivi à {horizon} mois {words[0]}", f"Follow-up at {horizon} months {words[1]}")))
    return sorted(lines)


def _draw_stays(ax: Axes, document: CaseDocument, lines: int) -> None:
    for episode in document.episodes:
        days = {milestone.value: day for milestone, day in episode.milestones.items()}
        entry = days.get("entry")
        if entry is not None:
            ax.axvspan(position(entry), position(days.get("exit") or document.as_of), color=SKY, alpha=0.25, linewidth=0)
    ax.set_axisbelow(True)
    ax.hlines(range(lines), 0, 1, transform=ax.get_yaxis_transform(), color=GREY, linewidth=0.3, linestyle=":")


def _dates_axis(ax: Axes, language: str) -> None:
    days_axis(ax, language, 6)
    low, high = ax.get_xlim()
    ax.set_xlim(low - 0.02 * (high - low), high + 0.02 * (high - low))
    stay = ax.plot([], [], "s", color=SKY, alpha=0.5, markersize=10, label=said(language, "dans la cellule", "in the cell"))[0]
    due = ax.plot([], [], "D", color=ORANGE, markeredgecolor=INK, label=said(language, "attendu, ou sans réponse", "expected, or without an answer"))[0]
    ax.legend(handles=[stay, due], loc="upper right", bbox_to_anchor=(1, 1.13), ncols=2, frameon=False, fontsize=8.5)


def _line(entry: dict[str, object], language: str) -> str:
    details = entry_details(entry, language)
    return entry_title(entry, language) + (f" : {details}" if details and language == "fr" else f": {details}" if details else "")


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
