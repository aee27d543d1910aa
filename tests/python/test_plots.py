"""Every plot draws the figures of the report, of the register or of the estimators, in both languages, and hides what is hidden."""

import json
import subprocess
import sys
from datetime import date, timedelta

import pytest

import maintien as mt

pyplot = pytest.importorskip("matplotlib.pyplot")
DAY = date(2024, 12, 31)


@pytest.fixture(scope="module")
def cases():
    return mt.replay(mt.simulate(cases=1500, seed=4), as_of=DAY)


@pytest.fixture(scope="module")
def report(cases):
    return mt.report(cases)


@pytest.fixture(scope="module")
def hidden(tmp_path_factory, ask):
    """A published report in which some figures are suppressed."""
    path = tmp_path_factory.mktemp("published") / "events.jsonl"
    mt.simulate(cases=50, seed=1).write(path)
    said = ask("report", path, "--protocol", "common_core", "--as-of", DAY, "--min-count", 11, "--format", "json", status=0)
    return json.loads(said)


@pytest.fixture(scope="module")
def document():
    events = mt.simulate(cases=400, seed=3)
    left = next(episode for episode in mt.replay(events, as_of=DAY).episodes() if episode["exit_day"] and episode["exit_day"].year == 2024 and episode["outcome"].polarity == "positive")
    return mt.case(events, left["case"], service=left["service"], as_of=DAY)


def marked(axes, name):
    """The artists a plot marks with a name."""
    return [artist for artist in axes.findobj(lambda artist: artist.get_gid() == name)]


def at(axes, name):
    [line] = marked(axes, name)
    return line.get_xdata()[0], line.get_ydata()[0]


DRAWN = {
    "pathway_flow": lambda cases, report, document, **options: mt.plot.pathway_flow(cases, **options),
    "stay_in_cell": lambda cases, report, document, **options: mt.plot.stay_in_cell(cases, **options),
    "cumulative_incidence": lambda cases, report, document, **options: mt.plot.cumulative_incidence(cases, **options),
    "outcomes": lambda cases, report, document, **options: mt.plot.outcomes(report, **options),
    "retention": lambda cases, report, document, **options: mt.plot.retention(report, **options),
    "stage_delays": lambda cases, report, document, **options: mt.plot.stage_delays(report, **options),
    "service_funnel": lambda cases, report, document, **options: mt.plot.service_funnel(report, **options),
    "caseload": lambda cases, report, document, **options: mt.plot.caseload(cases, **options),
    "case_timeline": lambda cases, report, document, **options: mt.plot.case_timeline(document, **options),
}


def test_every_plot_is_tried_here():
    assert set(DRAWN) == set(mt.plot.__all__)


@pytest.mark.parametrize("name", DRAWN)
def test_a_plot_is_drawn_where_it_is_asked_in_both_languages(name, cases, report, document):
    words = {}
    for language in ("fr", "en"):
        axes = pyplot.subplots()[1]
        assert DRAWN[name](cases, report, document, ax=axes, language=language) is axes
        axes.figure.canvas.draw()
        words[language] = axes.get_title(loc="left") + axes.get_xlabel() + axes.get_ylabel()
    assert words["fr"] and words["en"] and words["fr"] != words["en"]
    with pytest.raises(ValueError, match="language: found 'de'"):
        DRAWN[name](cases, report, document, language="de")
    assert DRAWN[name](cases, report, document).figure is not axes.figure


def test_the_stay_is_that_of_the_report(cases, report):
    axes = mt.plot.stay_in_cell(cases)
    median = report.row("days_in_cell", "km_median")
    assert at(axes, "median") == (median.value, 0.5)
    [curve] = marked(axes, "survival")
    entered = [(entry, left, outcome) for entry, left, outcome in zip(cases.column("entry_day"), cases.column("exit_day"), cases.column("outcome")) if entry]
    expected = mt.stats.kaplan_meier([((left or DAY) - entry).days for entry, left, _ in entered], [int(left is not None and outcome != "transferred") for _, left, outcome in entered])
    assert list(curve.get_ydata()) == [1.0, *expected.survival]
    at_risk = [int(note.get_text().replace("\u202f", "")) for note in marked(axes, "at_risk")]
    assert at_risk[0] == median.denominator and at_risk == sorted(at_risk, reverse=True)


def test_the_stay_of_a_period_is_that_of_the_report_of_the_period(cases):
    period = (date(2022, 1, 1), date(2023, 12, 31))
    median = mt.report(cases, from_=period[0], to=period[1]).row("days_in_cell", "km_median")
    axes = mt.plot.stay_in_cell(cases, period=period, days=200)
    assert at(axes, "median")[0] == median.value and axes.get_xlim()[1] == 200


def test_exits_are_those_of_the_report(cases, report):
    axes = mt.plot.cumulative_incidence(cases)
    [curve] = marked(axes, "positive")
    for days in (90, 180, 365):
        reached = [share for day, share in zip(curve.get_xdata(), curve.get_ydata()) if day <= days][-1]
        assert reached == pytest.approx(report.row("positive_exit_rate", "cumulative_incidence", str(days)).value, abs=1e-12)


BY = ["sex", "age_band", "year", "workforce", ["occupation"]]


@pytest.fixture(scope="module")
def few():
    """A register of few services, in which some attributes are not given."""
    return mt.replay(mt.simulate(cases=400, seed=9), as_of=DAY)


@pytest.mark.parametrize("by", [*BY, "sex,disability"], ids=str)
def test_the_stays_of_strata_are_those_of_the_report(by, few):
    if by == "sex,disability":
        with pytest.raises(ValueError, match="by: found 'disability', expected one of service"):
            mt.plot.stay_in_cell(few, by=by)
        return
    period = (date(2021, 1, 1), date(2024, 12, 31))
    report = mt.report(few, by=by, from_=period[0], to=period[1])
    axes = mt.plot.stay_in_cell(few, by=by, period=period)
    drawn = {line.get_gid().removeprefix("survival-"): line for line in axes.lines if (line.get_gid() or "").startswith("survival-")}
    held = {"/".join(row.by.values()): row for row in report.rows if row.by and row.name == "days_in_cell/km_median" and row.denominator}
    assert list(drawn) == list(held) and len(drawn) >= 2
    assert len(axes.collections) == len(drawn)  # an interval for each
    for name, row in held.items():
        if row.value is not None:
            assert at(axes, f"median-{name}") == (row.value, 0.5)
    at_risk = [int(note.get_text().replace("\u202f", "")) for note in marked(axes, "at_risk")]
    ticks = len(axes.get_xticks())
    assert at_risk[::ticks] == [row.denominator for row in held.values()]


@pytest.mark.parametrize("polarity", ["positive", "negative", "neutral"])
def test_the_exits_of_strata_are_those_of_each_stratum(polarity, few):
    axes = mt.plot.cumulative_incidence(few, by="sex", polarity=polarity)
    curves = {line.get_gid(): line for line in axes.lines if line.get_gid()}
    for sex in ("female", "male"):
        curve = curves[f"{polarity}-{sex}"]
        if polarity == "positive":
            report = mt.report(few, by="sex")
            for days in ("90", "180", "365"):
                reached = [share for day, share in zip(curve.get_xdata(), curve.get_ydata()) if day <= int(days)][-1]
                assert reached == pytest.approx(report.row("positive_exit_rate", "cumulative_incidence", days, by={"sex": sex}).value, abs=1e-12)
        assert list(curve.get_ydata()) == sorted(curve.get_ydata())
    with pytest.raises(ValueError, match="polarity: found 'good'"):
        mt.plot.cumulative_incidence(few, by="sex", polarity="good")


def test_strata_that_cannot_be_told_apart_are_not_drawn(few):
    for draw in (mt.plot.stay_in_cell, mt.plot.cumulative_incidence):
        with pytest.raises(ValueError, match=r"by: found \d+ strata with an entry, expected at most 6"):
            draw(few, by="sector")
        with pytest.raises(ValueError, match="each key once"):
            draw(few, by="sex,sex")
        nobody = draw(few, by="sex", period=(date(1990, 1, 1), date(1990, 1, 2)), language="en")
        assert [text.get_text() for text in nobody.texts] == ["No entry in the cell"]


def test_the_flow_adds_up_to_the_referrals(cases, report):
    axes = mt.plot.pathway_flow(cases)
    widths = {bar.get_gid(): bar.get_width() for bar in axes.patches if bar.get_gid()}
    assert sum(width for name, width in widths.items() if not name.endswith("-on")) == report.row("referrals").value
    assert sum(width for name, width in widths.items() if name.startswith("referral-")) == report.row("referrals").value
    refused = sum(width for name, width in widths.items() if name.endswith("-refused"))
    assert refused == sum(1 for referral, refusal in zip(cases.column("referral_day"), cases.column("refusal_day")) if referral and refusal)


@pytest.mark.parametrize("cohort", ["entry_cohort", "exits_of_period"])
def test_outcome_bars_are_the_rows(report, cohort):
    axes = mt.plot.outcomes(report, cohort=cohort)
    bars = {bar.get_gid().removeprefix("outcome-"): bar.get_width() for bar in axes.patches if bar.get_gid()}
    rows = {row.category: row.value for row in report.rows if (row.indicator, row.variant) == ("outcome", cohort) and row.denominator and row.numerator}
    assert bars == pytest.approx(rows) and len(bars) > 10


def test_another_cohort_is_refused(report):
    with pytest.raises(ValueError, match="cohort: found 'all'"):
        mt.plot.outcomes(report, cohort="all")


@pytest.mark.parametrize("positive_only", [False, True])
def test_retention_marks_are_the_rows(report, positive_only):
    axes = mt.plot.retention(report, after_positive_exit=positive_only)
    observed, bounds = ("after_positive_exit", "after_positive_exit_bounds") if positive_only else ("observed", "bounds")
    for horizon in ("12", "24"):
        assert at(axes, f"{observed}-{horizon}")[0] == report.row("retention", observed, horizon).value
        row = report.row("retention", bounds, horizon)
        [band] = marked(axes, f"bounds-{horizon}")
        assert (band.get_x(), band.get_x() + band.get_width()) == pytest.approx((row.bound_lower, row.bound_upper))


def test_delays_are_the_rows(report):
    axes = mt.plot.stage_delays(report)
    for delay in ("referral_to_contact", "referral_to_entry", "referral_to_exit"):
        for figure in ("median", "km_median"):
            assert at(axes, f"{figure}-{delay}")[0] == report.row("stage_delay", delay, figure).value


def test_services_are_the_rows(report):
    axes = mt.plot.service_funnel(report)
    rows = [row for row in report.rows if (row.indicator, row.variant) == ("service_comparison", "positive_exit_rate") and row.denominator]
    assert len(rows) > 5
    for row in rows:
        assert at(axes, f"service-{row.category}") == (row.denominator, row.value)


def test_one_service_is_compared_with_none(published):
    assert [note.get_text() for note in mt.plot.service_funnel(published, language="en").texts] == ["Funnel of services: one service, nothing to compare"]


def test_the_caseload_is_that_of_the_reports(cases):
    from maintien.plot._load import open_files

    days, counts = open_files(cases)
    for day in (date(2018, 3, 1), date(2021, 7, 14), date(2023, 12, 31), DAY):
        drawn = [count for changed, count in zip(days, counts) if changed <= day][-1]
        assert drawn == mt.report(cases, to=day).row("caseload", "closing").value
    opening = mt.report(cases, from_=date(2020, 1, 1)).row("caseload", "opening").value
    assert open_files(cases, (date(2020, 1, 1) - timedelta(days=1), DAY))[1][0] == opening


def test_a_timeline_has_a_line_for_each_entry_and_each_thing_expected(document):
    axes = mt.plot.case_timeline(document, language="en")
    lines = [label.get_text() for label in axes.get_yticklabels()]
    assert len(marked(axes, "entry")) == len([entry for entry in document.history if entry["on"] <= DAY])
    expected = [line for line in lines if line.startswith(("Due", "Follow-up at"))]
    assert len(marked(axes, "expected")) == len(expected) and any(line.endswith("months expected") for line in expected)
    assert mt.plot.case_timeline(document, language="en").get_ylim()[0] == pytest.approx(len(lines) - 0.4)


def test_a_follow_up_whose_window_is_over_is_without_an_answer():
    file = mt.CaseFile("A-1")
    file.add("referral", date(2022, 1, 3), origin="return_visit", consent=True)
    for event, day, more in (("first_contact", 5, {"channel": "phone"}), ("qualification_interview", 10, {"decision": "accepted"}), ("entry", 12, {}), ("action_plan", 13, {"aspect": ["medical"]})):
        file.add(event, date(2022, 1, day), **more)
    file.add("outcome", date(2022, 3, 1), outcome="adapted_post")
    lines = [label.get_text() for label in mt.plot.case_timeline(file.document(date(2023, 9, 1)), language="en").get_yticklabels()]
    assert lines[-2:] == ["Follow-up at 12 months without an answer", "Follow-up at 24 months expected"]


def test_what_is_suppressed_is_drawn_as_hidden_never_as_nothing(hidden):
    rows = [row for row in hidden["rows"] if (row["indicator"], row["variant"]) == ("outcome", "entry_cohort")]
    suppressed = sum(row["null_reason"] == "suppressed" for row in rows)
    assert suppressed > 3
    axes = mt.plot.outcomes(hidden)
    assert len(marked(axes, "hidden")) == suppressed
    assert [note.get_text() for note in axes.texts].count("masqué") == suppressed
    axes = mt.plot.stage_delays(hidden, language="en")
    medians = [row for row in hidden["rows"] if row["indicator"] == "stage_delay" and row["category"] == "median"]
    assert len(marked(axes, "hidden")) == sum(row["null_reason"] == "suppressed" for row in medians) > 0
    words = [note.get_text() for note in axes.texts]
    courses = [row for row in hidden["rows"] if row["indicator"] == "stage_delay" and row["category"] == "km_median"]
    assert sum(row["null_reason"] == "suppressed" for row in courses) == words.count("suppressed") + sum("median suppressed" in one for one in words) > 3
    services = sum(row["null_reason"] == "suppressed" for row in hidden["rows"] if (row["indicator"], row["variant"]) == ("service_comparison", "positive_exit_rate"))
    assert f"services masqués : {services}" in " ".join(note.get_text() for note in mt.plot.service_funnel(hidden).texts)
    assert len(marked(mt.plot.retention(hidden), "hidden")) == 2


def test_a_register_without_entries_says_so():
    file = mt.CaseFile("A-1", "sst")
    file.add("referral", date(2024, 3, 1), origin="return_visit", consent=True)
    cases = mt.replay(mt.Events.from_files([file]), as_of=date(2024, 4, 1))
    for draw, words in ((mt.plot.stay_in_cell, "No entry in the cell"), (mt.plot.cumulative_incidence, "No entry in the cell"), (mt.plot.caseload, "No open file")):
        assert [note.get_text() for note in draw(cases, language="en").texts] == [words]
    report = mt.report(cases)
    for draw in (mt.plot.outcomes, mt.plot.retention, mt.plot.stage_delays, mt.plot.service_funnel):
        assert draw(report).texts, draw.__name__


def test_without_matplotlib_the_package_works_and_says_what_plots_need():
    program = "import sys; sys.modules['matplotlib'] = None\nimport maintien as mt\nprint(mt.percentage(1, 2))\ntry:\n    mt.plot\nexcept ModuleNotFoundError as error:\n    print(error)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", env={"PYTHONIOENCODING": "utf-8"})
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[1:] == ["maintien.plot draws with matplotlib: pip install 'maintien[plot]'"]


def test_an_unknown_name_of_the_package_is_an_error():
    with pytest.raises(AttributeError, match="no attribute 'plots'"):
        mt.plots  # noqa: B018
