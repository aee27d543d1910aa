"""What to know before a figure is quoted: which population it speaks of, and what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maintien._words import bounds_phrase, counted, number, quantity, said, shown_counts, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maintien._figures import Figures


def reading_notes(figures: Figures, language: str) -> list[str]:
    """The notes that the figures call for."""
    return [*_on_the_mean(figures, language), *_on_the_rate(figures, language), *_on_neutral(figures, language), *_on_delays(figures, language), *_on_follow_up(figures, language), _on_rounding(language)]


def _on_the_mean(figures: Figures, language: str) -> Iterator[str]:
    everybody, closed = figures.row("days_in_cell", "all_mean"), figures.row("days_in_cell", "closed_mean")
    if everybody and closed and everybody.value is not None and closed.value is not None and everybody.denominator and closed.denominator:
        yield said(
            language,
            f"La durée moyenne est de {quantity(everybody.value, language)} jours sur les {number(everybody.denominator, language)} entrées, dossiers en cours compris, "
            f"et de {quantity(closed.value, language)} jours sur les {number(closed.denominator, language)} dossiers sortis : nommer la population.",
            f"The mean stay is {quantity(everybody.value, language)} days over the {number(everybody.denominator, language)} entries, open files included, "
            f"and {quantity(closed.value, language)} days over the {number(closed.denominator, language)} files that left: name the population.",
        )


def _on_the_rate(figures: Figures, language: str) -> Iterator[str]:
    per_exit, per_entry = figures.row("positive_exit_rate", "per_exit"), figures.row("positive_exit_rate", "per_entry")
    if per_exit and per_entry and per_exit.value is not None and per_entry.value is not None:
        exits = f"{shown_counts(per_exit, language)}, {shown_value(per_exit, language, figures.decimals)}"
        entries = f"{shown_counts(per_entry, language)}, {shown_value(per_entry, language, figures.decimals)}"
        yield said(language, f"Sorties positives : {exits} par sortie ; {entries} par entrée", f"Positive exits: {exits} per exit; {entries} per entry") + (
            f" ({bounds_phrase(per_entry, language, figures.decimals)})." if per_entry.bound_lower is not None else "."
        )
    accompanied = figures.row("positive_exit_rate", "per_accompanied_exit")
    if per_exit and accompanied and accompanied.value is not None and per_exit.denominator != accompanied.denominator and per_exit.value is not None:
        refusals = (per_exit.denominator or 0) - (accompanied.denominator or 0)
        share = f"{shown_counts(accompanied, language)}, {shown_value(accompanied, language, figures.decimals)}"
        count = counted(refusals, ("refus d'intégration est compté", "refus d'intégration sont comptés"), ("refusal is counted", "refusals are counted"), language)
        yield said(language, f"{count} parmi les sorties ; sans les refus : {share}.", f"{count} among the exits; without refusals: {share}.")


def _on_neutral(figures: Figures, language: str) -> Iterator[str]:
    neutral = figures.row("neutral_share")
    if neutral and neutral.numerator:
        share = f"{shown_counts(neutral, language)}, {shown_value(neutral, language, figures.decimals)}"
        yield said(language, f"Les sorties neutres ({share}) ne sont dans aucun taux.", f"Neutral exits ({share}) are in no rate.")


def _on_delays(figures: Figures, language: str) -> Iterator[str]:
    pending = [row for row in figures.of("stage_delay") if row.category == "pending" and row.value]
    if pending:
        yield said(
            language,
            "Les délais moyens ne parlent que des dossiers arrivés à l'étape : les lire avec le nombre de ceux qui attendent.",
            "Mean delays speak only of the files that reached the stage: read them with the number of those who wait.",
        )


def _on_follow_up(figures: Figures, language: str) -> Iterator[str]:
    for row in figures.of("retention", "observed"):
        silent = row.excluded.get("non_response", 0)
        if row.value is not None and row.denominator and silent > row.denominator:
            yield said(
                language,
                f"À {row.category} mois, {number(silent, language)} personnes n'ont pas répondu, plus que les {number(row.denominator, language)} qui ont répondu : citer les bornes avec le taux.",
                f"At {row.category} months, {number(silent, language)} people did not answer, more than the {number(row.denominator, language)} who did: quote the bounds with the rate.",
            )


def _on_rounding(language: str) -> str:
    return said(
        language,
        "Les totaux sont des effectifs : des pourcentages arrondis ne s'additionnent pas toujours à 100.",
        "Totals are counts: rounded percentages do not always add up to 100.",
    )
