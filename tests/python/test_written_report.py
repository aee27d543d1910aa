"""A written report is one page complete in itself, its figures are those of the JSON report, and a browser finds nothing to say about it."""

import json
import os
import re
import runpy
import sys
from datetime import date
from html import unescape
from pathlib import Path

import pytest

import maintien as mt

pytest.importorskip("matplotlib")
DAY = date(2024, 12, 31)
BROWSER = runpy.run_path(str(Path(__file__).with_name("browser.py")))
# Two known differences: a neutral outcome and a category of a long list that nobody had has no line, nor has a line drawn only in the funnel.
LONG = ("distribution", "measures", "partners", "follow_up")


@pytest.fixture(scope="module")
def register():
    return mt.replay(mt.simulate(cases=800, seed=6), as_of=DAY)


@pytest.fixture(scope="module")
def pages(tmp_path_factory, register, published, ask):
    """A page of each kind, with the JSON report it was made from."""
    folder = tmp_path_factory.mktemp("pages")
    report = mt.report(register, by="sex")
    register.events.write(folder / "events.jsonl")
    public = json.loads(ask("report", folder / "events.jsonl", "--protocol", "common_core", "--as-of", DAY, "--public", "--format", "json"))
    made = {
        "whole": (mt.write_report(report, folder / "whole.html", language="en", cases=register), json.loads(report.to_json())),
        "cell": (mt.write_report(published, folder / "bilan.html", title="Cellule <de> démonstration"), json.loads(published.to_json())),
        "public": (mt.write_report(public, folder / "public.html", language="fr"), public),
    }
    return made


KINDS = ("whole", "cell", "public")


def name_of(row):
    return "/".join((row["indicator"], row["variant"] or "", row["category"] or "")).rstrip("/")



@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_of_the_tables_is_the_one_of_the_json_report(pages, kind):
    path, report = pages[kind]
    tables = path.read_text(encoding="utf-8").split('<h2 id="tables">', 1)[1].split('<h2 id="quality">', 1)[0]
    rows = {name_of(row): row for row in report["rows"] if not row["by"]}
    lines = re.findall(r'<tr data-figure="([^"]+)"( data-hidden="true")?>(.*?)</tr>', tables)
    assert len(lines) > 120
    for name, hidden, line in lines:
        row, values = rows.pop(name), re.findall(r'<data value="([^"]*)">', line)
        assert bool(hidden) == (row["null_reason"] == "suppressed")
        if row["value"] is not None:
            assert float(next(value for value in values if "/" not in value)) == row["value"], name
        else:
            assert all("/" in value for value in values), name
        if row["lower"] is not None:
            lower, upper = values[-1].split("/")
            assert float(lower) == row["lower"] and (upper == "" if row["upper"] is None else float(upper) == row["upper"]), name
    cells = re.findall(r'<td class="number" data-figure="(stage_delay/[^"]+)">(.*?)</td>', tables)
    for name, cell in cells:
        row, values = rows.pop(name), re.findall(r'<data value="([^"]*)">', cell)
        assert [float(value) for value in values] == ([] if row["value"] is None else [row["value"]]), name
    assert len(cells) == 36
    for name, row in rows.items():
        neutral = row["indicator"] == "outcome" and row["unit"] == "cases"
        assert row["null_reason"] != "suppressed" or row["variant"] == "limits", name
        assert row["variant"] == "limits" or (not row["numerator"] and row["category"] and (neutral or row["indicator"] in LONG)), name


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_complete_in_itself(pages, kind):
    page = pages[kind][0].read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>\n<html lang=") and "default-src 'none'" in page
    assert not re.search(r"<(script|link|img|iframe|object)\b|@import|\bsrc=", page)
    assert not [url for url in re.findall(r"(?:href|url)[=(]\"?([^\")\s]+)", page) if not url.startswith("#")]
    identifiers = re.findall(r'\bid="([^"]+)"', page)
    assert len(identifiers) == len(set(identifiers)) > 10
    assert {url[1:] for url in re.findall(r'href="(#[^"]+)"', page)} <= set(identifiers)
    assert page.count("<svg ") == page.count('role="img" aria-label="') >= 2
    for anchor in ("figures", "notes", "plots", "tables", "quality", "disclosure", "definitions"):
        assert f'<h2 id="{anchor}">' in page


def lines_of(page):
    """The tables of a page as text, line by line."""
    tables = page.split('<h2 id="tables">', 1)[1].split('<h2 id="disclosure">', 1)[0]
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line) for line in re.findall(r"<tr[^>]*>(.*?)</tr>", tables))
    return [[unescape(re.sub(r"<[^>]+>", "", cell)) for cell in line] for line in cells]


@pytest.mark.parametrize("kind", KINDS)
def test_a_word_document_holds_what_the_page_holds(pages, published, register, kind, tmp_path):
    docx = pytest.importorskip("docx")
    report = {"whole": mt.report(register, by="sex"), "cell": published, "public": pages["public"][1]}[kind]
    language = "en" if kind == "whole" else "fr"
    document = docx.Document(mt.write_report(report, tmp_path / "bilan.docx", language=language, cases=register if kind == "whole" else None))
    page = pages[kind][0].read_text(encoding="utf-8")
    key, *tables = document.tables
    assert [[cell.text.replace("\n", "") for cell in row.cells] for made in tables for row in made.rows] == lines_of(page)
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == [unescape(name) for name in re.findall(r'<h2 id="\w+">(.*?)</h2>', page)]
    drawn = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert drawn == [unescape(words) for words in re.findall(r'role="img" aria-label="([^"]*)"', page)]
    rate = next(row for row in pages[kind][1]["rows"] if row["indicator"] == "positive_exit_rate" and row["variant"] == "per_exit" and not row["by"])
    shown = "masqué" if rate["value"] is None else mt.percentage(rate["numerator"], rate["denominator"], 2, language)
    assert shown in [row.cells[2].text for row in key.rows]
    assert (document.core_properties.author, document.core_properties.comments) == ("", "")


def test_without_python_docx_the_extra_is_named_and_nothing_is_written(published, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ImportError, match=r"maintien\[word\]"):
        mt.write_report(published, tmp_path / "bilan.docx", plots=False)
    assert not list(tmp_path.iterdir())


def test_a_page_says_what_it_hides_and_an_internal_one_that_it_hides_nothing(pages):
    path, report = pages["public"]
    hidden = sum(row["null_reason"] == "suppressed" for row in report["rows"])
    page = path.read_text(encoding="utf-8")
    assert hidden > 20 and f"{hidden} chiffres sont masqués sur {len(report['rows'])}." in page
    assert "les effectifs de moins de 11 sont masqués" in page
    assert "Internal document: nothing is suppressed" in pages["whole"][0].read_text(encoding="utf-8")


def test_the_register_of_a_published_report_is_refused(pages, register, tmp_path):
    with pytest.raises(ValueError, match="cases: a report that hides numbers below 11 is drawn from its own rows alone"):
        mt.write_report(pages["public"][1], tmp_path / "page.html", cases=register)
    with pytest.raises(ValueError, match="cases: found protocol"):
        mt.write_report(pages["cell"][1], tmp_path / "page.html", cases=register)
    assert not list(tmp_path.iterdir())


def test_the_title_is_escaped_and_plots_may_be_left_out(pages, published, tmp_path):
    assert "<h1>Cellule &lt;de&gt; démonstration</h1>" in pages["cell"][0].read_text(encoding="utf-8")
    page = mt.write_report(published, tmp_path / "plain.html", plots=False).read_text(encoding="utf-8")
    assert "<svg" not in page and "<h1>Cellule de maintien dans l&#x27;emploi, AIST 43</h1>" in page


def test_a_page_is_written_whole_or_not_at_all(published, tmp_path, monkeypatch):
    path = tmp_path / "bilan.html"
    path.write_text("the page of last year")
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("no room")))
    with pytest.raises(OSError, match="no room"):
        mt.write_report(published, path, plots=False)
    assert path.read_text() == "the page of last year" and list(tmp_path.iterdir()) == [path]


def test_the_same_report_gives_the_same_bytes(published, tmp_path):
    first, second = (mt.write_report(published, tmp_path / name).read_bytes() for name in ("a.html", "b.html"))
    assert first == second


def test_what_is_no_report_and_another_language_are_refused(published, tmp_path):
    with pytest.raises(TypeError, match="report: found dict"):
        mt.write_report({"format": "maintien-state/1"}, tmp_path / "page.html")
    with pytest.raises(ValueError, match="language: found 'de'"):
        mt.write_report(published, tmp_path / "page.html", language="de")


# In a browser. MAINTIEN_BROWSER names one, MAINTIEN_AXE a folder with axe-core (`npm install axe-core`).
AXE = Path(os.environ.get("MAINTIEN_AXE", "build/axe/node_modules/axe-core"), "axe.min.js")


@pytest.fixture(scope="module")
def browser():
    program = BROWSER["find_browser"]()
    if program is None:
        pytest.skip("no Chromium: name one in MAINTIEN_BROWSER")
    with BROWSER["Browser"](program) as opened:
        yield opened


def test_the_browser_would_tell_of_a_request_and_of_an_error(browser, tmp_path):
    path = tmp_path / "bad.html"
    path.write_text('<!DOCTYPE html><title>bad</title><img src="http://127.0.0.1:9/pixel.png"><script>console.error("not well")</script>')
    browser.open(path)
    assert any("pixel.png" in url for url in browser.requests()) and any("not well" in said for said in browser.complaints())


@pytest.mark.parametrize("kind", KINDS)
def test_a_browser_asks_for_nothing_and_complains_of_nothing(browser, pages, kind):
    path, report = pages[kind]
    for width, dark in ((1280, False), (390, False), (1280, True)):
        browser.open(path, width, 900, dark)
        assert browser.requests() == [path.resolve().as_uri()] and browser.complaints() == []
        assert browser.run("document.documentElement.scrollWidth") <= width
    cards = browser.run("Object.fromEntries([...document.querySelectorAll('.cards li')].map(card => [card.dataset.figure, card.querySelector('data')?.value ?? null]))")
    rows = {name_of(row): row["value"] for row in report["rows"] if not row["by"]}
    assert len(cards) >= 13 and all((None if value is None else float(value)) == rows[name] for name, value in cards.items())
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 27)"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_prints(browser, pages, kind, tmp_path):
    browser.open(pages[kind][0])
    browser.printed(tmp_path / "page.pdf")
    printed = (tmp_path / "page.pdf").read_bytes()
    assert printed.startswith(b"%PDF-") and 3 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 40


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_accessibility_checker_finds_nothing(browser, pages, kind, dark, root, tmp_path):
    axe = root / AXE
    if not axe.exists():
        pytest.skip("no axe-core: npm install axe-core, and name its folder in MAINTIEN_AXE")

    def violations(path):
        browser.open(path, dark=dark)
        browser.run(axe.read_text(encoding="utf-8") + ";0")
        found = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice']}).then(all => all.violations.map(one => one.id + ': ' + one.nodes[0].html))"
        return browser.run(found)

    assert violations(pages[kind][0]) == []
    bad = tmp_path / "bad.html"
    bad.write_text(pages[kind][0].read_text(encoding="utf-8").replace('role="img" aria-label=', 'role="img" data-label='), encoding="utf-8")
    assert any(one.startswith("svg-img-alt") for one in violations(bad))
