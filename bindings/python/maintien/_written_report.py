"""A report as one page, or a Word document, that a cell sends to its board: readable, printable, complete in itself."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from maintien._definitions import DEFINITIONS
from maintien._figures import Figures, figures_of
from maintien._html import Html, element, joined, table
from maintien._notebook import KEY_FIGURES, report_heading
from maintien._reading_notes import reading_notes
from maintien._report_style import STYLE
from maintien._report_tables import figure_row, heads, indicator_tables, quality_table, strata_table
from maintien._words import check_language, counted, day_words, indicator_title, notes_of, said, share, shown_counts, shown_interval, shown_value, whole_title

if TYPE_CHECKING:
    from maintien._core import Cases, Report
    from maintien._values import Row
    from maintien._word_report import Picture

# What a plot becomes: a drawing of the page, a picture of the document.
_Plot = TypeVar("_Plot")
# Nothing may be fetched and no script may run, whatever a browser makes of the page.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_report(
    report: Report | Mapping[str, Any],
    path: str | PathLike[str],
    *,
    language: str = "fr",
    cases: Cases | None = None,
    title: str | None = None,
    plots: bool = True,
) -> Path:
    """A report as one HTML page, to be read offline or printed: figures with their denominators, plots, the quality of the data, definitions, disclosure.

    A ``path`` that ends in ``.docx`` makes a Word document of the same content, with the extra ``word``.

    ``report`` is a ``Report`` or a published ``maintien-report/1`` document as ``json.load`` gives it. ``cases``, the register it was made from, adds the plots
    that need it: the way through the cell, the stay, the exits, the caseload; it is refused for a published report (``min_count`` above 1), whose
    hidden figures they would show. ``title`` names the cell, otherwise the protocol does. Plots need the extra ``plot``; ``plots=False`` leaves them out. The page
    has no script and fetches nothing; it is written beside ``path`` and then renamed, so that there is never half a page. Gives back the path.

    >>> import tempfile, pathlib
    >>> report = mt.report(mt.simulate(cases=50, seed=1), as_of=date(2024, 12, 31))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = mt.write_report(report, pathlib.Path(folder, "bilan.html"), language="fr").read_text(encoding="utf-8")
    >>> "<h2 id=\\"figures\\">Chiffres clés</h2>" in page
    True
    """
    check_language(language)
    figures = figures_of(report)
    if cases is not None:
        _check_cases(figures, cases)
    title = title or _protocol_title(figures, language)
    if Path(path).suffix.lower() == ".docx":
        return _written(Path(path), _document(figures, cases, title, language, plots))
    return _written(Path(path), _page(figures, cases, title, language, plots).encode())


def _check_cases(figures: Figures, cases: Cases) -> None:
    if figures.min_count > 1:
        raise ValueError(f"cases: a report that hides numbers below {figures.min_count} is drawn from its own rows alone")
    said_of = (cases.protocol.name, cases.as_of, cases.known_on)
    expected = (figures.protocol.split("/")[0], figures.as_of, figures.known_on)
    if said_of != expected:
        raise ValueError(f"cases: found protocol, as_of and known_on {said_of}, expected those of the report, {expected}")


def _written(path: Path, content: bytes) -> Path:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o666 & ~_mask())
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise
    return path


def _mask() -> int:
    """The permissions that new files do not get here."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _protocol_title(figures: Figures, language: str) -> str:
    from maintien import _core

    for protocol in reversed(_core.protocols()):
        if protocol.name == figures.protocol.split("/")[0]:
            return protocol.title.get(language) or protocol.name
    return said(language, "Bilan de la cellule", "Report of the cell")


def _page(figures: Figures, cases: Cases | None, title: str, language: str, plots: bool) -> str:
    sections = list(_sections(figures, language, _cards(figures, language), list(_plots(figures, cases, language)) if plots else []))
    links = element("ul", *(element("li", element("a", name, href=f"#{anchor}")) for anchor, name, _ in sections))
    nav = element("nav", links, aria_label=said(language, "Sommaire", "Contents"))
    heading = element("p", report_heading(figures, language), class_="lead")
    header = element("header", element("h1", title), heading, _banner(figures, language), nav)
    body = [element("section", element("h2", name, id=anchor), *parts, aria_labelledby=anchor) for anchor, name, parts in sections]
    footer = element("footer", element("p", _origin(figures, language)))
    full = f"{title} – {day_words(figures.as_of, language)}"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{element("title", full)}\n<style>{STYLE}</style>\n</head>\n<body>\n'
        f"{header}\n{element('main', joined(body))}\n{footer}\n</body>\n</html>\n"
    )


def _document(figures: Figures, cases: Cases | None, title: str, language: str, plots: bool) -> bytes:
    from maintien._word_report import word_document

    lines = [figure_row(row, language, figures.decimals, whole_title(row, language)) for row in _key_rows(figures)]
    key = table(said(language, "Chiffres clés", "Key figures"), heads(figures, language), lines)
    sections = _sections(figures, language, key, list(_pictures(figures, cases, language)) if plots else [])
    lead = [element("p", report_heading(figures, language)), _banner(figures, language)]
    return word_document(title, figures.as_of, language, lead, [(name, parts) for _, name, parts in sections], element("p", _origin(figures, language)))


def _origin(figures: Figures, language: str) -> str:
    return said(language, f"Définitions, version 1. Fait par maintien à partir des dossiers connus au {day_words(figures.known_on or figures.as_of, language)}.", f"Definitions, version 1. Made by maintien from the cases known on {day_words(figures.known_on or figures.as_of, language)}.")


def _banner(figures: Figures, language: str) -> Html:
    if figures.min_count > 1:
        text = said(language, f"Document publiable : les effectifs de moins de {figures.min_count} sont masqués.", f"For publication: numbers below {figures.min_count} are suppressed.")
    else:
        text = said(language, "Document interne : rien n'est masqué, de petits nombres peuvent désigner des personnes. Ne pas diffuser hors du service.", "Internal document: nothing is suppressed, small numbers may point at people. Not to leave the service.")
    return element("p", text, class_="banner")


def _sections(figures: Figures, language: str, key: Html, plots: list[_Plot]) -> Iterable[tuple[str, str, list[Html | _Plot]]]:
    """The sections of a report around its key figures and its plots, each with its anchor and its heading."""
    yield "figures", said(language, "Chiffres clés", "Key figures"), [key]
    notes = element("ul", *(element("li", note) for note in reading_notes(figures, language)))
    yield "notes", said(language, "À savoir avant de citer ces chiffres", "Before quoting these figures"), [notes]
    if plots:
        yield "plots", said(language, "Graphiques", "Plots"), [*plots]
    yield "tables", said(language, "Tableaux", "Tables"), list(_tables(figures, language))
    yield "quality", said(language, "Qualité des données", "Data quality"), [_wide(quality_table(figures, language), said(language, "Tableau de la qualité des données", "Table of data quality"))]
    yield "disclosure", said(language, "Secret statistique", "Disclosure control"), list(_disclosure(figures, language))
    yield "definitions", said(language, "Définitions", "Definitions"), [_definitions(figures, language)]


def _key_rows(figures: Figures) -> list[Row]:
    shown = [*KEY_FIGURES, ("caseload", "closing", None), *(("retention", "observed", row.category) for row in figures.of("retention", "observed"))]
    return [row for name in shown if (row := figures.row(*name)) is not None]


def _cards(figures: Figures, language: str) -> Html:
    return element("ul", *(_card(row, figures, language) for row in _key_rows(figures)), class_="cards")


def _card(row: Row, figures: Figures, language: str) -> Html:
    details = [shown_counts(row, language), _interval(row, figures, language), *notes_of(row, language, figures.decimals)]
    value = shown_value(row, language, figures.decimals)
    unit = said(language, " jours", " days") if row.unit == "days" and row.value is not None else ""
    big = element("data", value, value=str(row.value)) if row.value is not None else value
    return element(
        "li",
        element("span", whole_title(row, language), class_="label"),
        element("span", big, unit, class_="big"),
        *(element("span", detail, class_="detail") for detail in details if detail),
        data_figure=row.name,
    )


def _interval(row: Row, figures: Figures, language: str) -> str:
    interval = shown_interval(row, language, figures.decimals)
    percent = share(figures.level, language, 0)
    return said(language, f"intervalle à {percent} : {interval}", f"{percent} interval: {interval}") if interval else ""


def _tables(figures: Figures, language: str) -> Iterable[Html]:
    strata = strata_table(figures, language)
    if strata is not None:
        yield _wide(strata, said(language, "Par strate", "By stratum"))
    for indicator, made in indicator_tables(figures, language):
        yield _wide(made, indicator_title(indicator, language))


def _wide(made: Html, label: str) -> Html:
    """A table that a narrow screen may scroll, with the keyboard too."""
    return element("div", made, class_="wide", role="region", aria_label=label, tabindex="0")


def _plots(figures: Figures, cases: Cases | None, language: str) -> Iterable[Html]:
    from maintien._drawings import drawing

    for name, draw, arguments, options in _to_draw(figures, cases):
        svg, words = drawing(draw, name, *arguments, language=language, **options)
        if not svg:
            yield element("p", f"{words}.")
            continue
        framed = element("div", svg, class_="wide", role="region", aria_label=words, tabindex="0")
        yield element("figure", framed, element("figcaption", _how_to_read(name, language)))


def _pictures(figures: Figures, cases: Cases | None, language: str) -> Iterable[Html | Picture]:
    from maintien._drawings import picture
    from maintien._word_report import Picture

    for name, draw, arguments, options in _to_draw(figures, cases):
        png, words = picture(draw, name, *arguments, language=language, **options)
        yield Picture(png, words, _how_to_read(name, language)) if png else element("p", f"{words}.")


def _to_draw(figures: Figures, cases: Cases | None) -> Iterable[tuple[str, Any, tuple[Any, ...], dict[str, Any]]]:
    """The plots of a report: the name of each, what draws it, from what and how."""
    from maintien import plot

    first, last = figures.period
    period = (first, last) if first and last else None
    if cases is not None:
        for name, draw in (("flow", plot.pathway_flow), ("stay", plot.stay_in_cell), ("exits", plot.cumulative_incidence)):
            yield name, draw, (cases,), {"level": figures.level, "period": period}
        yield "load", plot.caseload, (cases,), {"period": period}
    for name, of_report in (("outcomes", plot.outcomes), ("delays", plot.stage_delays), ("retention", plot.retention), ("funnel", plot.service_funnel)):
        yield name, of_report, (figures,), {}


def _how_to_read(name: str, language: str) -> str:
    words = {
        "flow": ("Chaque barre compte les signalés qui ont atteint l'étape ; le trait est l'intervalle de la part qui a continué.", "Each bar counts those referred who reached the stage; the line is the interval of the share that went on."),
        "stay": ("Part encore dans la cellule, dossiers en cours compris ; sous l'axe, les dossiers encore suivis.", "Share still in the cell, open files included; below the axis, the files still followed."),
        "exits": ("Part sortie, selon la nature de la sortie : les courbes et la part restante font 100 %.", "Share that left, by kind of exit: the curves and the rest make 100%."),
        "load": ("Dossiers ouverts chaque jour ; dessous, entrées et sorties.", "Files open on each day; below, entries and exits."),
        "outcomes": ("Part de chaque résultat parmi les sorties, avec son intervalle. Hachuré : masqué.", "Share of each outcome among the exits, with its interval. Hatched: suppressed."),
        "delays": ("Le losange compte aussi ceux qui attendent ; la boîte, ceux qui sont arrivés.", "The diamond counts those who wait, too; the box those who came through."),
        "retention": ("La bande est possible quoi qu'aient répondu les autres ; les points parlent de ceux qui ont répondu.", "The band is possible whatever the others would have answered; the marks speak of those who answered."),
        "funnel": ("Entre les lignes, le hasard suffit à expliquer l'écart : ce n'est pas un classement.", "Between the lines chance is enough to explain the difference: this is no ranking."),
    }
    return said(language, *words[name])


def _disclosure(figures: Figures, language: str) -> Iterable[Html]:
    hidden = sum(row.null_reason == "suppressed" for row in figures.rows)
    if figures.min_count == 1:
        yield element("p", said(language, "Aucun chiffre n'est masqué. Avant toute diffusion hors du service, refaire le rapport avec un plus petit effectif montré (11 pour une publication).", "No figure is suppressed. Before anything leaves the service, make the report again with a least count (11 for publication)."))
        return
    count = counted(hidden, ("chiffre est masqué", "chiffres sont masqués"), ("figure is suppressed", "figures are suppressed"), language)
    total = said(language, f" sur {len(figures.rows)}", f" of {len(figures.rows)}")
    yield element("p", count + total + said(language, f". Le plus petit effectif montré est {figures.min_count}. Certains sont masqués pour eux-mêmes, d'autres parce qu'ils permettraient de les calculer ; le document ne dit pas lesquels. « Masqué » n'est pas zéro.", f". The least count shown is {figures.min_count}. Some are hidden for themselves, others because they would tell them; the document does not say which. “Suppressed” is not zero."))


def _definitions(figures: Figures, language: str) -> Html:
    indicators = dict.fromkeys(row.indicator for row in figures.rows)
    pairs = [joined([element("dt", indicator_title(one, language)), element("dd", said(language, *DEFINITIONS[one]))]) for one in indicators if one in DEFINITIONS]
    return element("dl", *pairs)
