"""The way through the cell: how many reach each stage, and where the others are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from maintien import stats
from maintien._words import capitalised, day_words, number, said, share
from maintien.plot._courses import last_day, within
from maintien.plot._style import (
    BLUE,
    GREY,
    INK,
    ORANGE,
    PAPER,
    POLARITY_COLOURS,
    POLARITY_WORDS,
    PURPLE,
    SKY,
    VERMILION,
    axes_for,
    interval_words,
    legend_below,
    nothing_to_draw,
    title,
    whole_axis,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from maintien._core import Cases

STEPS = ("referral", "contact", "interview", "entry", "exit")
_STEP_WORDS = {
    "referral": ("Signalés", "Referred"),
    "contact": ("Contact pris", "Contacted"),
    "interview": ("Reçus en entretien", "Interviewed"),
    "entry": ("Entrés", "Entered"),
    "exit": ("Sortis", "Left"),
}
# What became of those who reached a step: word, colour, hatch.
_FATES = {
    "on": (("ont continué", "went on"), BLUE, ""),
    "waiting": (("en cours", "still there"), SKY, ""),
    "refused": (("refus d'intégration", "refused"), ORANGE, "//"),
    "closed": (("clos ou réorientés avant l'entrée", "closed or redirected before entry"), PURPLE, "\\\\"),
    "positive": (POLARITY_WORDS["positive"], POLARITY_COLOURS["positive"], "."),
    "negative": (POLARITY_WORDS["negative"], VERMILION, "xx"),
    "neutral": (POLARITY_WORDS["neutral"], GREY, ".."),
}


def flow_of(cases: Cases, period: tuple[date, date] | None) -> dict[str, dict[str, int]]:
    """For each step, what became of the referrals of the period that reached it or a later one."""
    counts = {step: dict.fromkeys(_FATES, 0) for step in STEPS}
    days = {step: cases.column(f"{step}_day") for step in STEPS}
    others = zip(cases.column("refusal_day"), cases.column("closing_day"), cases.column("outcome"), strict=True)
    for at, (refusal, closing, outcome) in enumerate(others):
        if not within(days["referral"][at], period):
            continue
        furthest = max(step for step, name in enumerate(STEPS) if days[name][at] is not None)
        for step in STEPS[:furthest]:
            counts[step]["on"] += 1
        counts[STEPS[furthest]][_fate(cases, furthest, refusal, closing, outcome)] += 1
    return counts


def _fate(cases: Cases, furthest: int, refusal: Any, closing: Any, outcome: Any) -> str:
    if STEPS[furthest] == "exit":
        return str(cases.protocol.outcomes[outcome]["polarity"])
    if STEPS[furthest] == "entry":
        return "waiting"
    if refusal is not None:
        return "refused"
    return "waiting" if closing is None else "closed"


def pathway_flow(
    cases: Cases, *, ax: Axes | None = None, language: str = "fr", level: float = 0.95, period: tuple[date, date] | None = None
) -> Axes:
    """The way through the cell: how many reached each stage, how many went on, and where the others left or wait.

    Referrals of ``period`` (of all time without it) are counted by episodes. A stage counts as reached when it or a later one was; the whisker is Wilson's
    interval of the share that went on.

    >>> cases = mt.replay(mt.simulate(cases=200, seed=1), as_of=date(2024, 12, 31))
    >>> [label.get_text() for label in mt.plot.pathway_flow(cases, language="en").get_yticklabels()][-1]
    'Left'
    """
    ax = axes_for(ax, language, (8.0, 5.2))
    counts = flow_of(cases, period)
    totals = {step: sum(counts[step].values()) for step in STEPS}
    if not totals["referral"]:
        return nothing_to_draw(ax, said(language, "Aucun signalement", "No referral"))
    for at, step in enumerate(STEPS):
        _draw_step(ax, at, counts[step], totals[step], totals["referral"], level, language)
    ax.set_yticks(range(len(STEPS)), [said(language, *_STEP_WORDS[step]) for step in STEPS])
    ax.invert_yaxis()
    ax.set_xlim(0, totals["referral"] * 1.32)
    whole_axis(ax.xaxis, language)
    ax.set_xticks([tick for tick in ax.get_xticks() if tick <= totals["referral"]])
    ax.set_xlabel(said(language, "Épisodes", "Episodes"))
    _legend(ax, counts, language)
    day = day_words(last_day(cases), language)
    who = said(language, f"{number(totals['referral'], language)} signalements, situation au {day}", f"{number(totals['referral'], language)} referrals, as of {day}")
    title(ax, said(language, "Parcours dans la cellule", "The way through the cell"), f"{who}, {interval_words(level, language)}")
    return ax


def _draw_step(ax: Axes, at: int, fates: dict[str, int], total: int, all_referred: int, level: float, language: str) -> None:
    left = 0
    for fate, count in fates.items():
        _, colour, hatch = _FATES[fate]
        if not count:
            continue
        ax.barh(at, count, 0.62, left=left, color=colour, hatch=hatch, edgecolor=PAPER, linewidth=0.8, gid=f"{STEPS[at]}-{fate}")
        if count > 0.045 * all_referred:
            box = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.2}
            ax.text(left + count / 2, at, number(count, language), ha="center", va="center", fontsize=8, color=INK, bbox=box)
        left += count
    text = number(total, language)
    if STEPS[at] != "exit" and total:
        passed = stats.proportion(fates["on"], total, level=level)
        if passed.value is not None and passed.lower is not None and passed.upper is not None:
            ax.hlines(at - 0.4, passed.lower * total, passed.upper * total, color=INK, linewidth=1.6)
            ax.plot(fates["on"], at - 0.4, "o", color=INK, markersize=3.5)
            ends = said(language, f"{share(passed.lower, language, 0)} à {share(passed.upper, language, 0)}", f"{share(passed.lower, language, 0)} to {share(passed.upper, language, 0)}")
            text += said(language, f", {share(passed.value, language, 0)} ont continué\n({ends})", f", {share(passed.value, language, 0)} went on\n({ends})")
    ax.text(max(total, 0) + 0.012 * all_referred, at, text, va="center", fontsize=8.5, color=INK)


def _legend(ax: Axes, counts: dict[str, dict[str, int]], language: str) -> None:
    handles = []
    for fate, (words, colour, hatch) in _FATES.items():
        count = sum(step[fate] for step in counts.values())
        if count:
            label = capitalised(said(language, *words)) + ("" if fate == "on" else f" ({number(count, language)})")
            handles.append(ax.barh(0, 0, 0, color=colour, hatch=hatch, edgecolor=PAPER, label=label))
    legend_below(ax, handles, ncols=2, gap=0.55)
