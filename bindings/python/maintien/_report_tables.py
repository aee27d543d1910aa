"""The tables of a report: every figure with what it is counted from, its interval and what is to be known beside it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from maintien._html import Html, element, number_cell, row, table
from maintien._words import (
    capitalised,
    figure_title,
    indicator_title,
    key_title,
    notes_of,
    number,
    quantity,
    said,
    share,
    shown_counts,
    shown_interval,
    shown_value,
    value_title,
    variant_title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maintien._figures import Figures
    from maintien._values import Row

# Of these a category that nobody is in is left out; the documents have them all.
_LONG = ("distribution", "measures", "partners", "follow_up")
_DELAY_FIGURES = ("mean", "median", "q1", "q3", "km_median", "pending")


def is_shown(figure: Row) -> bool:
    """Whether a figure has a line of its own: not an outcome of a long list that nobody had, nor a line drawn only in the funnel."""
    if figure.indicator == "service_comparison" and figure.variant == "limits":
        return False
    if figure.null_reason == "suppressed" or figure.category is None:
        return True
    neutral = figure.indicator == "outcome" and figure.unit == "cases"
    return bool(figure.numerator) or not (neutral or figure.indicator in _LONG)


def heads(figures: Figures, language: str) -> list[str]:
    """The headings of the columns of figures."""
    percent = share(figures.level, language, 0)
    return [said(language, "Chiffre", "Figure"), "n/d", said(language, "Valeur", "Value"), said(language, f"Intervalle à {percent}", f"{percent} interval")]


def figure_row(figure: Row, language: str, decimals: int, title: str | None = None) -> Html:
    """One figure as a line of a table; its exact numbers stand beside those people read."""
    name = element("span", title or figure_title(figure, language))
    notes = [element("span", note, class_="note") for note in notes_of(figure, language, decimals)]
    counts = shown_counts(figure, language)
    ends = None if figure.lower is None and figure.upper is None else f"{_exact(figure.lower)}/{_exact(figure.upper)}"
    cells = [
        Html(name + "".join(notes)),
        number_cell(counts, f"{_exact(figure.numerator)}/{_exact(figure.denominator)}" if counts else None),
        number_cell(shown_value(figure, language, decimals), figure.value),
        number_cell(shown_interval(figure, language, decimals), ends),
    ]
    return row(cells, data_figure=figure.name, data_hidden="true" if figure.null_reason == "suppressed" else None)


def _exact(value: float | None) -> str:
    return "" if value is None else str(value)


def indicator_tables(figures: Figures, language: str) -> Iterator[tuple[str, Html]]:
    """A table for each indicator that has lines to show, with the indicator's name in documents."""
    overall = (figure for figure in figures.rows if not figure.by)
    for indicator, rows in groupby(overall, key=lambda figure: figure.indicator):
        lines = [figure for figure in rows if is_shown(figure)]
        if indicator == "stage_delay":
            yield indicator, _delays(lines, language)
        elif lines:
            yield indicator, _plain(indicator, lines, figures, language)


def _plain(indicator: str, lines: list[Row], figures: Figures, language: str) -> Html:
    grouped = indicator in ("outcome", "distribution", "follow_up")
    made = [figure_row(figure, language, figures.decimals, _title(figure, grouped, language)) for figure in lines]
    return table(indicator_title(indicator, language), heads(figures, language), made)


def _title(figure: Row, grouped: bool, language: str) -> str:
    title = figure_title(figure, language)
    if not grouped or figure.indicator == "follow_up":
        return title
    cohorts = {"entry_cohort": ("Entrées de la période", "Entries of the period"), "exits_of_period": ("Sorties de la période", "Exits of the period")}
    variant = said(language, *cohorts[figure.variant]) if figure.variant in cohorts else variant_title(figure.indicator, figure.variant, language)
    return f"{variant} – {title}"


def _delays(lines: list[Row], language: str) -> Html:
    head = [said(language, "Délai", "Delay"), "n", said(language, "Moyenne", "Mean"), said(language, "Médiane", "Median"), "Q1", "Q3"]
    head += [said(language, "Médiane, en attente compris (Kaplan-Meier)", "Median, pending included (Kaplan-Meier)"), said(language, "En attente", "Pending")]
    made = []
    for delay, of_delay in groupby(lines, key=lambda figure: figure.variant):
        rows = {figure.category: figure for figure in of_delay}
        cells = [_delay_cell(rows[name], language) for name in _DELAY_FIGURES if name in rows]
        counts = shown_counts(rows["mean"], language).removeprefix("n = ")
        made.append(row([variant_title("stage_delay", delay, language), number_cell(counts), *cells]))
    return table(indicator_title("stage_delay", language), head, made)


def _delay_cell(figure: Row, language: str) -> Html:
    interval = shown_interval(figure, language, 1)
    text = shown_value(figure, language, 1) + (f" ({interval})" if interval else "")
    return number_cell(text, figure.value, data_figure=figure.name)


_OF_A_STRATUM = (
    ("referrals", None, None),
    ("entries", "broad", None),
    ("status", None, "ongoing"),
    ("positive_exit_rate", "per_exit", None),
    ("positive_exit_rate", "per_entry", None),
)


def strata_table(figures: Figures, language: str, most: int | None = None) -> Html | None:
    """A line for each stratum with its main figures; None for a report that is not divided."""
    strata = [dict(by) for by in dict.fromkeys(tuple(figure.by.items()) for figure in figures.rows if figure.by)]
    if not strata:
        return None
    held = {(figure.indicator, figure.variant, figure.category, tuple(figure.by.items())): figure for figure in figures.rows if figure.by}
    keys = ", ".join(key_title(key, language) for key in strata[0])
    caption = said(language, f"Par {keys}", f"By {keys}")
    if most is not None and len(strata) > most:
        caption += said(language, f" ({most} premières strates sur {number(len(strata), language)})", f" (first {most} of {number(len(strata), language)} strata)")
    head = [capitalised(keys), *(_head_of(name, language) for name in _OF_A_STRATUM)]
    return table(caption, head, [_stratum_row(by, held, figures, language) for by in strata[:most]])


def _head_of(name: tuple[str, str | None, str | None], language: str) -> str:
    words = {
        ("referrals", None): ("Signalements", "Referrals"),
        ("entries", "broad"): ("Entrées", "Entries"),
        ("status", None): ("En cours", "Ongoing"),
        ("positive_exit_rate", "per_exit"): ("Sorties positives, par sortie", "Positive exits, per exit"),
        ("positive_exit_rate", "per_entry"): ("Sorties positives, par entrée", "Positive exits, per entry"),
    }
    return said(language, *words[name[0], name[1]])


def _stratum_row(by: dict[str, str], held: dict[tuple[str, str | None, str | None, tuple[tuple[str, str], ...]], Row], figures: Figures, language: str) -> Html:
    cells: list[str] = [", ".join(_of_a_key(key, value, language) for key, value in by.items())]
    for name in _OF_A_STRATUM:
        figure = held.get((*name, tuple(by.items())))
        cells.append(number_cell("—") if figure is None else _stratum_cell(figure, figures, language))
    return row(cells)


def _of_a_key(key: str, value: str, language: str) -> str:
    """A value in words as a heading; a name stays as it is written."""
    words = value_title(key, value, language)
    return words if words == value and key in _NAMES else capitalised(words)


_NAMES = ("service", "centre", "physician", "manager")


def _stratum_cell(figure: Row, figures: Figures, language: str) -> Html:
    text = shown_value(figure, language, figures.decimals)
    counts, interval = shown_counts(figure, language), shown_interval(figure, language, figures.decimals)
    if not counts or figure.value is None:
        return number_cell(text, figure.value, data_figure=figure.name)
    return number_cell(f"{counts}, {text}", figure.value, note=interval, data_figure=figure.name)


def quality_table(figures: Figures, language: str) -> Html:
    """What the data leave open: what was left out of what and why, and what is not given."""
    quality = figures.data_quality
    lines = [
        _count(said(language, "Dossiers rejetés à la lecture", "Cases rejected on reading"), quality.get("rejected"), language),
        _count(said(language, "Dossiers exclus à la demande du salarié", "Cases left out at the worker's request"), quality.get("objected"), language),
        _count(said(language, "Dossiers sans signalement", "Cases without a referral"), quality.get("without_referral"), language),
        *_deviations(quality.get("deviations"), language),
        *_excluded(quality.get("excluded") or {}, language),
        *_negative(quality.get("negative_delays") or {}, language),
        *_not_given(quality.get("not_given") or {}, figures, language),
    ]
    return table(said(language, "Qualité des données", "Data quality"), [said(language, "Ce qui manque", "What is missing"), said(language, "Nombre", "Number")], lines)


def _count(title: str, count: float | None, language: str, detail: str = "") -> Html:
    text = said(language, "masqué", "suppressed") if count is None else quantity(count, language)
    return row([title, number_cell(text + detail, count)])


def _deviations(counts: dict[str, int | None] | None, language: str) -> Iterator[Html]:
    from maintien import _core

    for severity, count in (counts or {}).items():
        yield _count(said(language, "Écarts au protocole : ", "Deviations from the protocol: ") + _core.Severity(severity).label(language), count, language)


def _excluded(excluded: dict[str, dict[str, int]], language: str) -> Iterator[Html]:
    from maintien._titles import EXCLUSIONS

    for reason, what in excluded.items():
        words = said(language, *EXCLUSIONS.get(reason, (reason, reason)))
        title = said(language, f"Laissés hors d'un chiffre : {words}", f"Left out of a figure: {words}")
        where = said(language, f" (dans {what['rows']} chiffres)", f" (in {what['rows']} figures)")
        yield _count(title, what["count"], language, where)


def _negative(delays: dict[str, int], language: str) -> Iterator[Html]:
    for delay, count in delays.items():
        if count != 0:
            words = variant_title("stage_delay", delay, language)
            yield _count(said(language, f"Délais négatifs : {words}", f"Negative delays: {words}"), count, language)


def _not_given(attributes: dict[str, dict[str, float | None]], figures: Figures, language: str) -> Iterator[Html]:
    for attribute, held in attributes.items():
        title = said(language, "Non renseigné parmi les signalements : ", "Not given among the referrals: ") + _attribute(attribute, language)
        count, total, value = held.get("numerator"), held.get("denominator"), held.get("value")
        detail = "" if count is None or total is None else f"/{number(total, language)}" + (f", {share(value, language, figures.decimals)}" if value is not None else "")
        yield _count(title, count, language, detail)


def _attribute(name: str, language: str) -> str:
    title = variant_title("distribution", name, language)
    return title[:1].lower() + title[1:]
