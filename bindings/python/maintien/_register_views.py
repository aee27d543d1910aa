"""What a notebook shows of a register: how much there is, from when to when, and the first rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from maintien import _core
from maintien._entry_words import entry_details, entry_title
from maintien._html import Html, element, number_cell, row, table
from maintien._words import counted, day_words, number, said

if TYPE_CHECKING:
    from datetime import date

    from maintien._core import Agenda, Cases, Events

_FIRST = 10


def key_text(service: str | None, case: str | None) -> str:
    """How a case is called: its service and its number."""
    return "/".join(part for part in (service, case) if part)


def _day(day: date | None, language: str) -> Html:
    return element("td", element("time", day_words(day, language), datetime=day.isoformat()) if day else None)


def _first(shown: int, count: int, language: str) -> str:
    """What stands in a table of first rows."""
    return said(language, f"Les {shown} premiers", f"The first {shown}") if shown < count else said(language, "Tous", "All of them")


def _from_to(first: date, last: date, language: str) -> str:
    return said(language, f", du {day_words(first, language)} au {day_words(last, language)}", f", from {day_words(first, language)} to {day_words(last, language)}")


def events_view(events: Events, language: str) -> Iterable[Html]:
    """How many events of how many cases, from when to when, what was left out, and the first of them."""
    cases = counted(events.cases, ("dossier", "dossiers"), ("case", "cases"), language)
    count = counted(len(events), ("événement", "événements"), ("event", "events"), language)
    span = "" if events.period is None else _from_to(*events.period, language)
    yield element("p", element("strong", count), said(language, " de ", " of ") + cases + span)
    if events.rejected:
        left_out = counted(events.rejected, ("dossier rejeté", "dossiers rejetés"), ("case rejected", "cases rejected"), language)
        rows = counted(events.rejected_rows, ("ligne", "lignes"), ("row", "rows"), language)
        yield element("p", said(language, f"{left_out} à la lecture ({rows})", f"{left_out} on reading ({rows})"))
    first = list(islice(events, _FIRST))
    if first:
        lines = [row([key_text(one.get("service"), one["case"]), _day(one["on"], language), entry_title(one, language), entry_details(one, language)]) for one in first]
        head = [said(language, "Dossier", "Case"), said(language, "Jour", "Day"), said(language, "Événement", "Event"), said(language, "Détails", "Details")]
        yield table(_first(len(first), len(events), language), head, lines)


def cases_view(cases: Cases, language: str) -> Iterable[Html]:
    """Where the cases of a register stand: how many at each stage, what deviates, and the first episodes."""
    stages = cases.column("stage")
    episodes = counted(len(stages), ("épisode", "épisodes"), ("episode", "episodes"), language)
    referred = [day for day in cases.column("referral_day") if day]
    span = "" if not referred else said(language, ", signalés", ", referred") + _from_to(min(referred), max(referred), language).removeprefix(",")
    known = "" if cases.known_on is None else said(language, ", faits connus au ", ", facts known on ") + day_words(cases.known_on, language)
    count = counted(len(cases), ("dossier", "dossiers"), ("case", "cases"), language)
    yield element("p", element("strong", count), f", {episodes}{span}")
    yield element("p", said(language, f"Protocole {cases.protocol.name}, situation au ", f"Protocol {cases.protocol.name}, as of ") + day_words(cases.as_of, language) + known)
    if len(stages):
        yield _stages(Counter(stages), language)
        yield _episodes(cases, len(stages), language)
    yield _left_open(cases, language)


def _stages(stages: Counter[Any], language: str) -> Html:
    lines = [row([stage.label(language), number_cell(number(stages[stage], language), stages[stage])]) for stage in _core.Stage if stages[stage]]
    if stages[None]:
        lines.append(row([said(language, "aucune étape", "no stage yet"), number_cell(number(stages[None], language), stages[None])]))
    return table(said(language, "Épisodes par étape", "Episodes by stage"), [said(language, "Étape", "Stage"), said(language, "Nombre", "Number")], lines)


def _episodes(cases: Cases, count: int, language: str) -> Html:
    columns = [cases.column(name)[:_FIRST] for name in ("service", "case", "stage", "referral_day", "entry_day", "exit_day", "outcome")]
    lines = [
        row([key_text(service, case), stage.label(language) if stage else "", _day(referral, language), _day(entry, language), _day(left, language), outcome.label(language) if outcome else ""])
        for service, case, stage, referral, entry, left, outcome in zip(*columns, strict=True)
    ]
    head = [said(language, *words) for words in (("Dossier", "Case"), ("Étape", "Stage"), ("Signalé le", "Referred"), ("Entré le", "Entered"), ("Sorti le", "Left"), ("Résultat", "Outcome"))]
    return table(_first(len(lines), count, language), head, lines)


def _left_open(cases: Cases, language: str) -> Html:
    lines = [row([said(language, "Écarts au protocole : ", "Deviations from the protocol: ") + severity.label(language), number_cell(number(count, language), count)]) for severity, count in cases.deviations.items()]
    lines.append(row([said(language, "Dossiers exclus à la demande du salarié", "Cases left out at the worker's request"), number_cell(number(cases.objected, language), cases.objected)]))
    return table(said(language, "À savoir", "To know"), [said(language, "Quoi", "What"), said(language, "Nombre", "Number")], lines)


def agenda_view(agenda: Agenda, language: str) -> Iterable[Html]:
    """How much is to be done and how much of it is late, by whom, and the first items."""
    late = sum(days > 0 for days in agenda.column("late_days"))
    count = counted(len(agenda), ("chose à faire", "choses à faire"), ("thing to do", "things to do"), language)
    due = [day for day in agenda.column("due") if day]
    span = "" if not due else said(language, ", échéances", ", due") + _from_to(min(due), max(due), language).removeprefix(",")
    overdue = said(language, f", {number(late, language)} en retard", f", {number(late, language)} late") if late else ""
    yield element("p", element("strong", count), overdue + span)
    yield element("p", said(language, f"Protocole {agenda.protocol}, au ", f"Protocol {agenda.protocol}, as of ") + day_words(agenda.as_of, language))
    if len(agenda):
        yield _by_whom(agenda, language)
        yield _items(agenda, language)


def _by_whom(agenda: Agenda, language: str) -> Html:
    late = Counter(who for who, days in zip(agenda.column("who"), agenda.column("late_days"), strict=True) if days > 0)
    counts = Counter(agenda.column("who"))
    lines = [row([who.label(language), number_cell(number(counts[who], language), counts[who]), number_cell(number(late[who], language), late[who])]) for who in _core.Actor if counts[who]]
    return table(said(language, "Par qui", "By whom"), [said(language, "Qui", "Who"), said(language, "Nombre", "Number"), said(language, "En retard", "Late")], lines)


def _items(agenda: Agenda, language: str) -> Html:
    def lines() -> Iterator[Html]:
        for at in range(min(_FIRST, len(agenda))):
            item = agenda[at]
            days = number_cell(number(item.late_days, language), item.late_days) if item.late_days else number_cell("")
            yield row([item.title.text(language), key_text(item.service, item.case), item.who.label(language), _day(item.due, language), days])

    head = [said(language, *words) for words in (("Quoi", "What"), ("Dossier", "Case"), ("Qui", "Who"), ("Pour le", "Due"), ("Jours de retard", "Days late"))]
    return table(_first(min(_FIRST, len(agenda)), len(agenda), language), head, lines())
