"""What a notebook shows: escaped, in both languages, tables with captions and headings, no script; and reprs that are short."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

import maintien as mt

DAY = date(2026, 2, 10)
VOID = {"meta", "br", "hr", "input"}


class Structure(HTMLParser):
    """Whether elements close in order, and what tables hold."""

    def __init__(self, html):
        super().__init__()
        self.open, self.faults, self.seen, self.attributes = [], [], [], []
        self.feed(html)
        if self.open:
            self.faults.append(f"never closed: {self.open}")

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"closes out of order: {tag}")


def shown(two_cases, cell, published):
    return {
        "protocol": mt.Protocol("aist43_cme"),
        "report": published,
        "divided": mt.report(cell, "aist43_cme", as_of=date(2020, 11, 12), by="centre,sex"),
        "case": mt.case(two_cases, "2026-014", as_of=DAY),
        "file": two_cases.case_file("2026-014", "sst-demo"),
        "view": mt.view(two_cases, "2026-014", audience="employer", as_of=DAY),
        "deviations": mt.check(cell, "aist43_cme", as_of=date(2020, 11, 12)),
        "no deviations": mt.check(two_cases, as_of=DAY),
        "events": cell,
        "no events": mt.Events.from_files([]),
        "cases": mt.replay(cell, "aist43_cme", as_of=date(2020, 11, 12)),
        "no cases": mt.replay(mt.Events.from_files([]), as_of=DAY, known_on=DAY),
        "agenda": mt.agenda(cell, "aist43_cme", as_of=date(2020, 11, 12)),
        "no agenda": mt.agenda(mt.Events.from_files([]), as_of=DAY),
    }


@pytest.mark.parametrize("name", ["protocol", "report", "divided", "case", "file", "view", "deviations", "no deviations", "events", "no events", "cases", "no cases", "agenda", "no agenda"])
def test_a_notebook_shows_accessible_html_without_script(name, two_cases, cell, published):
    value = shown(two_cases, cell, published)[name]
    assert value._repr_html_() == mt.to_html(value, "fr")
    for language in ("fr", "en"):
        html = mt.to_html(value, language)
        assert isinstance(html, mt.Html) and html._repr_html_() == html
        structure = Structure(html)
        assert structure.faults == []
        assert html.startswith(f'<div class="maintien" lang="{language}">')
        assert "script" not in structure.seen and not re.search(r"(src|href|on\w+)=", html)
        assert structure.seen.count("table") == structure.seen.count("caption") == structure.seen.count("thead")
        assert all(attributes.get("scope") in ("row", "col") for tag, attributes in structure.attributes if tag == "th")
    assert mt.to_html(value, "en") != mt.to_html(value, "fr")


def test_another_language_and_another_value_are_refused(published):
    with pytest.raises(ValueError, match="language: found 'de'"):
        mt.to_html(published, "de")
    with pytest.raises(TypeError, match="value: found int"):
        mt.to_html(3)


def test_a_report_shows_its_figures_with_denominators_and_intervals(published):
    html = mt.to_html(published, "fr")
    row = re.search(r'<tr data-figure="positive_exit_rate/per_exit">(.*?)</tr>', html)[1]
    assert re.findall(r'value="([^"]*)"', row) == ["9/12", "0.75", f"{published.row('positive_exit_rate/per_exit').lower}/{published.row('positive_exit_rate/per_exit').upper}"]
    assert "75,00\u00a0%" in row and "46,77\u00a0% à 91,11\u00a0%" in row
    assert "valeur finale certaine entre 20,93\u00a0% et 93,02\u00a0%" in html
    assert "non comptés : 22 sans le recul nécessaire" in html


def test_a_published_document_shows_what_it_hides(published):
    import json

    document = json.loads(published.to_json())
    for row in document["rows"]:
        if row["indicator"] == "referrals" and row["variant"] is None:
            row |= {"numerator": None, "value": None, "lower": None, "upper": None, "method": None, "null_reason": "suppressed"}
    html = mt.to_html(document, "en")
    assert '<tr data-figure="referrals" data-hidden="true"><th scope="row"><span>Referrals</span></th><td class="number"></td><td class="number">suppressed</td>' in html


def test_names_are_escaped():
    file = mt.CaseFile('<b>"1"</b>', "<script>alert(1)</script>")
    file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
    events = mt.Events.from_files([file])
    report = mt.report(events, as_of=date(2024, 4, 1), by="service")
    for value in (file, file.document(date(2024, 4, 1)), report, mt.check(mt.Events.from_files([file]), as_of=date(2024, 4, 1))):
        html = mt.to_html(value)
        assert "<script" not in html and "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in mt.to_html(report) and "&lt;b&gt;&quot;1&quot;&lt;/b&gt;" in mt.to_html(file)


def test_a_protocol_shows_every_passage_that_is_drawn():
    protocol = mt.Protocol("common_core")
    arrows = protocol.diagram("mermaid", "en").count("-->")
    assert mt.to_html(protocol, "en").split("Stages and transitions", 1)[1].split("</table>", 1)[0].count('scope="row"') == arrows > 20


def test_a_protocol_is_drawn_with_its_own_stages_and_passages():
    protocol = mt.Protocol("common_core")
    picture = mt.to_html(protocol, "en").split("<svg ", 1)[1].split("</svg>", 1)[0]
    drawn = [line.split(" : ")[0].split() for line in protocol.diagram("mermaid", "en").splitlines() if "-->" in line]
    assert picture.count("<rect ") == 10 and picture.count("currentColor") > 50
    assert picture.count('d="M') == 2 * sum(origin != target for origin, _, target in drawn)
    assert re.findall(r"<text [^>]*>([^<]*)</text>", picture) == ["(nothing yet)", *(stage.label("en") for stage in mt.Stage)]


def test_deviations_are_counted_by_rule_and_the_first_are_shown(cell):
    deviations = mt.check(cell, "aist43_cme", as_of=date(2020, 11, 12))
    html = mt.to_html(deviations, "en")
    assert '<data value="103">103</data>' in html and "<caption>The first 20</caption>" in html and html.count("<td>referral</td>") == 20


def test_a_register_shows_how_much_there_is_and_its_first_rows(cell):
    html = mt.to_html(cell, "en")
    assert "<strong>262 events</strong> of 103 cases, from 1 June 2020 to" in html and "<caption>The first 10</caption>" in html and html.count("<tr>") == 11
    assert (cell.period[0], mt.Events.from_files([]).period) == (min(event["on"] for event in cell), None)
    rejected = mt.to_html(mt.read_events(b'{"case": "1", "event": "entry", "on": "2024-03-01"}'), "en")
    assert "<caption>All of them</caption>" in rejected and "rejected" not in rejected


def test_what_was_rejected_is_said(tmp_path):
    events = mt.read_events(b'{"case": "1", "event": "entry", "on": "2024-03-01"}\n{"case": "2", "event": "entry"}\n', rejects=tmp_path / "rejects.csv")
    assert "<p>1 case rejected on reading (1 row)</p>" in mt.to_html(events, "en")


def test_cases_are_counted_by_stage(cell):
    cases = mt.replay(cell, "aist43_cme", as_of=date(2020, 11, 12))
    html = mt.to_html(cases, "en")
    table = html.split("<caption>Episodes by stage</caption>")[1].split("</table>")[0]
    assert sum(map(int, re.findall(r'value="(\d+)"', table))) == len(cases.column("stage")) == 103
    assert "<strong>103 cases</strong>, 103 episodes, referred from 1 June 2020 to" in html and "Protocol aist43_cme, as of 12 November 2020" in html
    assert f'<data value="{cases.deviations[mt.Severity.unrecorded]}">' in html.split("<caption>To know</caption>")[1]


def test_an_agenda_is_counted_by_who_acts(cell):
    agenda = mt.agenda(cell, "aist43_cme", as_of=date(2020, 11, 12))
    html = mt.to_html(agenda, "en")
    table = html.split("<caption>By whom</caption>")[1].split("</table>")[0]
    counts = list(map(int, re.findall(r'value="(\d+)"', table)))
    late = sum(item.late_days > 0 for item in agenda)
    assert (sum(counts[::2]), sum(counts[1::2])) == (len(agenda), late) and f"{late} late" in html
    assert len(re.findall("<tr>", html.split("<caption>The first 10</caption>")[1])) == 11


def test_reprs_are_short(two_cases, cell, published):
    for value in shown(two_cases, cell, published).values():
        assert len(repr(value)) < 120 and "\n" not in repr(value)
