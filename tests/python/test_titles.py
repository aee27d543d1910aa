"""What Python calls the figures is what the library calls them."""

import re
import runpy
from datetime import date

import pytest

import maintien as mt
from maintien import _figures, _report_tables, _titles, _words


def test_titles_are_written_from_the_library(root):
    writer = runpy.run_path(str(root / "tests/python/write_titles.py"))
    written = (root / "bindings/python/maintien/_titles.py").read_text(encoding="utf-8")
    assert written == writer["module"](), "python tests/python/write_titles.py bindings/python/maintien/_titles.py"
    assert len(_titles.INDICATORS) > 20 and len(_titles.VARIANTS) > 60 and all(writer["tables"]().values())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_figure_is_called_what_the_text_report_calls_it(invented, language):
    report = mt.report(invented[0], as_of=date(2024, 12, 31))
    text = re.sub(r"\s+", " ", report.to_text(language))
    rows = [row for row in _figures.figures_of(report).rows if _report_tables.is_shown(row) and row.indicator not in ("stage_delay", "follow_up", "distribution")]
    figures = {_words.figure_title(row, language) for row in rows if row.indicator not in ("measures", "partners")}
    on_the_first_page = {_words.variant_title("days_in_cell", "all_mean", language), _words.category_title("outcome", None, "unknown", language)}
    lacking = {title for title in figures - on_the_first_page if title not in text}
    assert not lacking and len(figures) > 60


@pytest.mark.parametrize("language", ["fr", "en"])
def test_values_are_printed_as_the_text_report_prints_them(published, language):
    text = published.to_text(language)
    rows = [row for row in published.rows if row.unit == "proportion" and row.value is not None and _report_tables.is_shown(row)]
    assert len(rows) > 50
    for row in rows:
        assert _words.shown_value(row, language, 2) in text, row
        assert row.indicator == "status" or _words.shown_interval(row, language, 2) in text, row  # no interval stands on the first page
