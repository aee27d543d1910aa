"""What a notebook shows of a value: tables that need no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from maintien import _core
from maintien._entry_words import entry_details, entry_title
from maintien._figures import Figures, figures_of
from maintien._html import Html, element, fragment, number_cell, row, table
from maintien._protocol_diagram import Drawn, drawn, protocol_diagram
from maintien._register_views import agenda_view, cases_view, events_view, key_text
from maintien._report_tables import figure_row, heads, indicator_tables, quality_table, strata_table
from maintien._sharing import CaseDocument, View
from maintien._words import check_language, counted, day_words, indicator_title, number, said, whole_title

if TYPE_CHECKING:
    from maintien._core import CaseFile, Deviations, Protocol, Report

# What a cell publishes first.
KEY_FIGURES = (
    ("referrals", None, None),
    ("entries", "broad", None),
    ("status", None, "ongoing"),
    ("status", None, "positive"),
    ("status", None, "negative"),
    ("status", None, "neutral"),
    ("status", None, "refused"),
    ("positive_exit_rate", "per_exit", None),
    ("positive_exit_rate", "per_entry", None),
    ("neutral_share", None, None),
    ("days_in_cell", "all_mean", None),
    ("days_in_cell", "km_median", None),
)
_FIRST_DEVIATIONS = 20
_FIRST_STRATA = 50


def to_html(value: object, language: str = "fr") -> Html:
    """What a notebook shows of a protocol, events, cases, a report, a case, a case file, a view, an agenda or deviations, in French or in English.

    In a notebook the value alone shows it in French. A ``maintien-report/1`` document as ``json.load`` gives it is shown like the report.

    >>> report = mt.report(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31))
    >>> "<caption>Key figures</caption>" in mt.to_html(report, "en")
    True
    """
    check_language(language)
    for kind, shown in _VIEWS:
        if isinstance(value, kind):
            return fragment(shown(value, language), language)
    raise TypeError(f"value: found {type(value).__name__}, expected a Protocol, Events, Cases, Report, CaseDocument, CaseFile, View, Agenda or Deviations")


def report_heading(figures: Figures, language: str) -> str:
    """Under which protocol, over which days and from how many cases."""
    first, last = figures.period
    period = said(language, f"période du {day_words(first, language)} au {day_words(last, language)}, ", f"period from {day_words(first, language)} to {day_words(last, language)}, ") if first and last else ""
    known = "" if figures.known_on is None else said(language, ", faits connus au ", ", facts known on ") + day_words(figures.known_on, language)
    cases = figures.input.get("cases")
    count = said(language, "nombre de dossiers masqué", "number of cases suppressed") if cases is None else counted(cases, ("dossier", "dossiers"), ("case", "cases"), language)
    return said(language, f"Protocole {figures.protocol}, {period}situation au ", f"Protocol {figures.protocol}, {period}as of ") + day_words(figures.as_of, language) + known + f" ; {count}." * (language == "fr") + f"; {count}." * (language == "en")


def _report_view(report: Report | Mapping[str, Any], language: str) -> Iterable[Html]:
    figures = figures_of(report)
    yield element("p", report_heading(figures, language))
    key = [figure for name in KEY_FIGURES if (figure := figures.row(*name)) is not None]
    lines = [figure_row(figure, language, figures.decimals, whole_title(figure, language)) for figure in key]
    yield table(said(language, "Chiffres clés", "Key figures"), heads(figures, language), lines)
    strata = strata_table(figures, language, _FIRST_STRATA)
    if strata:
        yield strata
    for indicator, made in indicator_tables(figures, language):
        yield element("details", element("summary", indicator_title(indicator, language)), made)
    yield element("details", element("summary", said(language, "Qualité des données", "Data quality")), quality_table(figures, language))


def _protocol_view(protocol: Protocol, language: str) -> Iterable[Html]:
    title = protocol.title.get(language) or protocol.name
    until = f" – {day_words(protocol.valid_until, language)}" if protocol.valid_until else ""
    yield element("p", element("strong", f"{protocol.name}/{protocol.version}"), f" {title}, ", said(language, "depuis le ", "since "), day_words(protocol.valid_from, language), until)
    shown = drawn(protocol, language)
    yield protocol_diagram(shown, language)
    yield _transitions(shown, language)
    if protocol.relaxes:
        lines = [row([one["rule"], one["reason"]]) for one in protocol.relaxes]
        yield table(said(language, f"Assouplit {protocol.base}", f"Relaxes {protocol.base}"), [said(language, "Règle", "Rule"), said(language, "Raison", "Reason")], lines)


def _transitions(shown: Drawn, language: str) -> Html:
    """The ways between the stages, each with its events."""
    lines = []
    for way in shown.passages:
        start = said(language, "(rien encore)", "(nothing yet)") if way.origin is None else shown.stages[way.origin]
        lines.append(row([start, "→ " + shown.stages[way.target], " ; ".join(way.events)]))
    head = [said(language, "Étape", "Stage"), said(language, "Vers", "To"), said(language, "Par (* : sous conditions)", "By (*: under conditions)")]
    return table(said(language, "Étapes et passages", "Stages and transitions"), head, lines)


def _history(entries: Iterable[Mapping[str, Any]], language: str) -> Html:
    lines = []
    for entry in entries:
        who = entry["by"].label(language) if "by" in entry else ""
        day = element("time", day_words(entry["on"], language), datetime=entry["on"].isoformat())
        lines.append(row([day, entry_title(entry, language), entry_details(entry, language), who]))
    head = [said(language, "Jour", "Day"), said(language, "Événement", "Event"), said(language, "Détails", "Details"), said(language, "Par", "By")]
    return table(said(language, "Historique", "History"), head, lines)


def _case_view(document: CaseDocument, language: str) -> Iterable[Html]:
    stage = document.episodes[-1].stage if document.episodes else None
    where = stage.label(language) if stage else said(language, "aucune étape", "no stage yet")
    yield element("p", element("strong", said(language, "Dossier ", "Case ") + key_text(document.service, document.case)), said(language, ", au ", ", as of "), f"{day_words(document.as_of, language)} : {where}" if language == "fr" else f"{day_words(document.as_of, language)}: {where}")
    yield _history(document.history, language)
    if document.agenda:
        lines = [
            row([item.title.text(language), item.who.label(language), day_words(item.due, language) if item.due else "", number_cell(number(item.late_days, language) if item.late_days else "")])
            for item in document.agenda
        ]
        head = [said(language, "Quoi", "What"), said(language, "Qui", "Who"), said(language, "Pour le", "Due"), said(language, "Jours de retard", "Days late")]
        yield table(said(language, "À faire", "To do"), head, lines)


def _file_view(file: CaseFile, language: str) -> Iterable[Html]:
    yield element("p", element("strong", said(language, "Dossier ", "Case ") + key_text(file.service, file.case)), ", ", counted(len(file), ("entrée", "entrées"), ("entry", "entries"), language))
    yield _history(file.entries, language)


def _shared_view(view: View, language: str) -> Iterable[Html]:
    reader = view.audience.label(language) + (f" ({view.partner.label(language)})" if view.partner else "")
    what = said(language, "rien à montrer", "nothing to show") if view.case is None else key_text(view.service, view.case)
    yield element("p", element("strong", what), said(language, f", pour {reader}, au ", f", for {reader}, as of "), day_words(view.as_of, language))
    if view.history:
        yield _history(view.history, language)


def _deviations_view(deviations: Deviations, language: str) -> Iterable[Html]:
    total = counted(len(deviations), ("écart", "écarts"), ("deviation", "deviations"), language)
    yield element("p", said(language, f"{total} au protocole {deviations.protocol}, au ", f"{total} from protocol {deviations.protocol}, as of "), day_words(deviations.as_of, language))
    if not len(deviations):
        return
    counts = Counter(zip(deviations.column("severity"), deviations.column("rule"), strict=True))
    order = {severity: at for at, severity in enumerate(_core.Severity)}
    rules = sorted(counts.items(), key=lambda one: (order[one[0][0]], -one[1], one[0][1]))
    lines = [row([rule, severity.label(language), number_cell(number(count, language), count)]) for (severity, rule), count in rules]
    yield table(said(language, "Par règle", "By rule"), [said(language, "Règle", "Rule"), said(language, "Gravité", "Severity"), said(language, "Nombre", "Number")], lines)
    first = [deviations[at] for at in range(min(_FIRST_DEVIATIONS, len(deviations)))]
    lines = [row([key_text(one.service, one.case), day_words(one.on, language), one.event.label(language), " ".join(reason.text(language) for reason in one.reasons)]) for one in first]
    head = [said(language, "Dossier", "Case"), said(language, "Jour", "Day"), said(language, "Événement", "Event"), said(language, "Pourquoi", "Why")]
    caption = said(language, f"Les {len(first)} premiers", f"The first {len(first)}") if len(first) < len(deviations) else said(language, "Tous", "All of them")
    yield table(caption, head, lines)


_VIEWS: tuple[tuple[type, Callable[[Any, str], Iterable[Html]]], ...] = (
    (_core.Report, _report_view),
    (Mapping, _report_view),
    (_core.Protocol, _protocol_view),
    (CaseDocument, _case_view),
    (_core.CaseFile, _file_view),
    (View, _shared_view),
    (_core.Deviations, _deviations_view),
    (_core.Agenda, agenda_view),
    (_core.Cases, cases_view),
    (_core.Events, events_view),
)


def _shown_in_notebooks(self: object) -> str:
    """What a notebook shows, in French; ``to_html`` has both languages."""
    return to_html(self)


for _kind, _ in _VIEWS:
    if _kind is not Mapping:
        setattr(_kind, "_repr_html_", _shown_in_notebooks)
