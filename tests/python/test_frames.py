"""Data frames in and out: any library with the Arrow PyCapsule interface gives the same register, and takes every table.

The frames themselves come from libraries that the package does not need (tests/python/frames_requirements.txt): what needs one is skipped without it.
Tables of the package have the same interface, so that both directions are tested without any.
"""

import json
from datetime import date, datetime, time

import pytest

import maintien as mt

DAY = date(2020, 11, 12)


def report_of(frame):
    return mt.report(mt.read_events(frame), "aist43_cme", as_of=DAY).to_json()


def test_a_register_goes_out_and_comes_in_again(invented, two_cases, cell):
    for events in (invented[0], two_cases, cell, mt.simulate(cases=5000, seed=2)):
        again = mt.read_events(events)
        assert list(again) == list(events)
        assert (again.cases, again.rejected, again.remarks) == (events.cases, 0, [])


def test_threads_change_nothing(invented):
    assert list(mt.read_events(invented[0], threads=1)) == list(mt.read_events(invented[0], threads=3))


def test_amendments_go_out_and_come_in_again(tmp_path):
    lines = [
        {"case": "1", "event": "appointment", "on": "2024-03-01", "id": "e1", "appointment_state": "planned", "day": "2024-03-08", "starts": "09:30", "in_working_time": False},
        {"case": "1", "event": "action_plan", "on": "2024-03-09", "aspect": ["social", "medical"]},
        {"case": "1", "event": "amendment", "on": "2024-03-10", "amends": "e1", "entry": {"event": "appointment", "on": "2024-03-01", "appointment_state": "cancelled"}},
        {"case": "1", "event": "referral", "on": "2024-02-01", "recorded_on": "2024-02-05", "origin": "return_visit", "consent": True, "birth_year": 1970},
    ]  # fmt: skip
    events = mt.read_events("\n".join(map(json.dumps, lines)))
    assert list(mt.read_events(events)) == list(events)


def test_several_frames_are_one_register(cell, two_cases):
    both = mt.read_events(cell, two_cases)
    assert (len(both), both.cases) == (len(cell) + len(two_cases), cell.cases + two_cases.cases)


def test_frames_and_files_do_not_mix(cell, dossier):
    with pytest.raises(TypeError, match="not both"):
        mt.read_events(cell, dossier)


def test_a_table_that_is_no_register_is_refused(cell):
    with pytest.raises(mt.DocumentError) as caught:
        mt.read_events(mt.replay(cell, "aist43_cme", as_of=DAY))
    found = [problem.found for problem in caught.value.problems]
    assert 'an unknown column "episode"' in found and caught.value.problems[0].file == "<frame>"


@pytest.mark.parametrize("library", ["pyarrow", "pandas", "polars"])
def test_a_missing_library_is_named(cell, library, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, library, None)
    with pytest.raises(ImportError, match=f"pip install {library}"):
        getattr(cell, f"to_{library.replace('pyarrow', 'arrow')}")()


# ---- with the libraries -----------------------------------------------------------------------------------------


def frames_of(cell):
    """The same events as frames of each library that is there: made with `to_…`, the way a user would have them."""
    yield "Events", lambda: cell
    yield "pyarrow", lambda: pytest.importorskip("pyarrow").table(cell)
    yield "pandas", lambda: _pandas(cell)
    yield "polars", lambda: pytest.importorskip("polars").DataFrame(cell)
    yield "duckdb", lambda: _duckdb(cell)
    yield "narwhals", lambda: _narwhals(cell)


def _pandas(cell):
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    return cell.to_pandas()


def _duckdb(cell):
    duckdb, table = pytest.importorskip("duckdb"), pytest.importorskip("pyarrow").table(cell)
    assert table.num_rows == len(cell)
    return duckdb.from_arrow(table)


def _narwhals(cell):
    pytest.importorskip("polars")
    return pytest.importorskip("narwhals").from_native(cell.to_polars())


@pytest.mark.parametrize("library", ["pyarrow", "pandas", "polars", "duckdb", "narwhals"])
def test_every_library_gives_the_same_report(cell, published, library):
    frame = dict(frames_of(cell))[library]()
    assert report_of(frame) == published.to_json()
    assert list(mt.read_events(frame)) == list(cell)


def plain(cell):
    """The events as rows of plain values, as a csv file would have them."""
    pyarrow = pytest.importorskip("pyarrow")
    return pyarrow.table(cell).to_pylist()


def test_plain_frames_of_polars(cell, published):
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(plain(cell), infer_schema_length=None)
    assert {frame.schema["case"], frame.schema["on"], frame.schema["on_sick_leave"]} == {polars.String, polars.Date, polars.Boolean}
    assert report_of(frame) == published.to_json()
    whole = polars.concat([frame[:100], frame[:0], frame[100:]], rechunk=False)
    assert whole.n_chunks() > 1
    for one in (whole, frame.with_columns(polars.col("event").cast(polars.Categorical)), frame.with_columns(polars.all().cast(polars.String))):
        assert list(mt.read_events(one)) == list(cell)
    assert list(mt.read_events(frame[100:], frame[:100])) == [*list(cell)[100:], *list(cell)[:100]]


def test_plain_frames_of_pandas(cell, published):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(plain(cell))
    assert report_of(frame) == published.to_json()
    frame["on"] = pandas.to_datetime(frame["on"])
    assert str(frame.dtypes["birth_year"]) in ("float64", "int64")
    assert report_of(frame) == published.to_json()
    cut = frame[frame["case"] != frame["case"][0]]  # its rows keep their own numbers, which travel as a column
    assert mt.read_events(cut).cases == cell.cases - 1


def test_every_layout_of_arrow(cell, published):
    pyarrow = pytest.importorskip("pyarrow")
    rows = plain(cell)
    layouts = [pyarrow.string(), pyarrow.large_string(), pyarrow.dictionary(pyarrow.uint16(), pyarrow.string())]
    layouts += [pyarrow.string_view()] if hasattr(pyarrow, "string_view") else []
    for layout in layouts:
        table = pyarrow.table({name: pyarrow.array([row[name] for row in rows], layout if name in ("case", "event", "outcome") else None) for name in rows[0]})
        assert report_of(table) == published.to_json(), layout
        assert list(mt.read_events(table.slice(7, 50))) == list(cell)[7:57], layout
    assert list(mt.read_events(table.to_batches()[0])) == list(cell)


def test_zero_rows(cell):
    pyarrow = pytest.importorskip("pyarrow")
    empty = pyarrow.table(cell).slice(0, 0)
    assert len(mt.read_events(empty)) == len(mt.read_events(pyarrow.Table.from_batches([], empty.schema))) == 0


def test_values_of_all_kinds():
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table({
        "case": pyarrow.array([1, 1, 1], pyarrow.int64()),
        "event": ["appointment", "action_plan", "referral"],
        "on": pyarrow.array([datetime(2024, 3, 1), datetime(2024, 3, 9), datetime(2024, 2, 1)], pyarrow.timestamp("ms")),
        "appointment_state": ["planned", None, None],
        "day": pyarrow.array([date(2024, 3, 8), None, None], pyarrow.date64()),
        "starts": pyarrow.array([time(9, 30), None, None], pyarrow.time64("us")),
        "in_working_time": [True, None, None],
        "appointment": pyarrow.array([2, None, None], pyarrow.uint8()),
        "aspect": [None, ["social", "medical"], []],
        "origin": pyarrow.array([None, None, " return_visit "], pyarrow.large_string()),
        "birth_year": [None, float("nan"), 1970.0],
        "centre": pyarrow.nulls(3),
    })  # fmt: skip
    appointment, plan, referral = mt.read_events(table)
    assert (appointment["case"], appointment["day"], appointment["starts"], appointment["in_working_time"], appointment["appointment"]) == ("1", date(2024, 3, 8), time(9, 30), True, 2)
    assert plan["aspect"] == ["medical", "social"]
    assert (referral["on"], referral["origin"], referral["birth_year"]) == (date(2024, 2, 1), mt.Origin.return_visit, 1970)


@pytest.mark.parametrize(
    ("column", "values", "row", "found", "expected"),
    [
        ("outcome", ["training", "promotion"], 2, '"promotion"', "a code of outcome"),
        ("outcome", ["training", None], 2, "nothing", "outcome requires"),
        ("recorded_on", ["01/03/2024", "2024-03-02"], 2, '"2024-03-02"', "a date dd/mm/yyyy as on line 1"),
        ("on", [datetime(2024, 3, 1), datetime(2024, 3, 1, 12, 30)], 2, '"2024-03-01T12:30"', "a date YYYY-MM-DD"),
        ("birth_year", [1970.5, 1970.0], 1, '"1970.5"', "a whole number from"),
        ("case", [1.5, 2.0], 0, "a column of numbers with a fraction", "text or whole numbers"),
        ("outcome", [{"a": 1}, None], 0, "a column of the Arrow type", "text, numbers"),
        ("entry", ['{"event": "entry"', None], 1, "", ""),
        ("channel", [None, "phone"], 2, '"phone"', "outcome takes no channel"),
    ],
)
def test_faults_tell_row_and_column(column, values, row, found, expected):
    pyarrow = pytest.importorskip("pyarrow")
    good = {"case": ["1", "2"], "event": ["outcome", "outcome"], "on": [date(2024, 3, 1)] * 2, "outcome": ["training", "training"]}
    with pytest.raises(mt.DocumentError) as caught:
        mt.read_events(pyarrow.table(good | {column: values}))
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.column, problem.pointer.split("/")[1]) == ("<frame>", row, 0, column)
    assert found in problem.found and expected in problem.expected


def test_all_faults_are_told():
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"case": ["1", None, "3"], "event": ["entry", "entry", "exit"], "on": ["2024-03-01", "2024-03-01", "31/02/2024"]})
    with pytest.raises(mt.DocumentError) as caught:
        mt.read_events(frame)
    assert [(problem.line, problem.pointer) for problem in caught.value.problems] == [(2, "/case"), (3, "/event"), (3, "/on")]
    with pytest.raises(mt.DocumentError, match="no column .on.") as caught:
        mt.read_events(frame.select("case", "event"))


def test_rejects_leave_out_whole_cases(tmp_path):
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"case": ["1", "2", "1"], "event": ["entry", "entry", "exit"], "on": [date(2024, 3, 1)] * 3})
    events = mt.read_events(frame, rejects=tmp_path / "rejects.csv")
    assert (len(events), events.rejected, events.rejected_rows) == (1, 1, 2)
    assert "exit" in (tmp_path / "rejects.csv").read_text(encoding="utf-8")


def test_an_id_is_used_once_across_chunks():
    pyarrow = pytest.importorskip("pyarrow")
    part = pyarrow.table({"case": ["1"], "event": ["entry"], "on": [date(2024, 3, 1)], "id": ["a"]})
    with pytest.raises(mt.DocumentError) as caught:
        mt.read_events(pyarrow.concat_tables([part, part]))
    assert (caught.value.problems[0].line, caught.value.problems[0].pointer) == (2, "/id")


def test_a_case_table_has_a_row_for_each_episode(invented):
    polars = pytest.importorskip("polars")
    cases = mt.replay(invented[0], as_of=date(2024, 12, 31))
    frame = cases.to_polars()
    episodes = cases.episodes()
    assert (frame.columns, len(frame)) == (list(cases.columns), len(episodes))
    assert frame.with_columns(polars.col(polars.Categorical).cast(polars.String)).rows(named=True) == [
        {name: str(value) if isinstance(value, mt.Code) else value for name, value in episode.items()} for episode in episodes
    ]
    assert frame.schema["entry_day"] == polars.Date and {"answer_12", "follow_up_12", "answer_24"} <= set(frame.columns)


def test_answers_of_the_case_table_are_those_of_the_report(invented):
    cases = mt.replay(invented[0], as_of=date(2024, 12, 31))
    report = mt.report(cases)
    ends = cases.column("follow_up_12")
    for end in mt.FollowUpEnd:
        names = [row for row in report if row.indicator == "follow_up" and row.category == end and row.variant and "12" in row.variant]
        assert all(row.numerator == ends.count(end) for row in names)
    answered = [answer for answer, end in zip(cases.column("answer_12"), ends, strict=True) if end == mt.FollowUpEnd.answered]
    assert answered and None not in answered


def test_every_table_goes_out(invented):
    polars = pytest.importorskip("polars")
    events, day = invented[0], date(2024, 12, 31)
    agenda, deviations = mt.agenda(events, as_of=day), mt.check(events, as_of=day)
    assert agenda.to_polars()["due"].to_list() == agenda.column("due")
    assert deviations.to_polars()["reasons_fr"].to_list() == [[reason.fr for reason in one.reasons] for one in deviations]
    report = mt.report(events, as_of=day, by="sex,year")
    frame = report.to_polars()
    assert frame["value"].to_list() == [None if row.value is None else float(row.value) for row in report]
    assert frame["sex"].to_list() == [row.by.get("sex") for row in report]
    assert frame.filter(polars.col("indicator") == "referrals", polars.col("sex").is_null())["value"].to_list()[0] == report.row("referrals").value
    trend = mt.trend(events, as_of=day, from_=date(2023, 1, 1), every="year").to_polars()
    assert trend["from"].unique().sort().to_list() == [date(2023, 1, 1), date(2024, 1, 1)]


def test_pandas_loses_nothing(invented):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = mt.replay(invented[0], as_of=date(2024, 12, 31)).to_pandas()
    assert str(frame.dtypes["entry_day"]).startswith("datetime64") and isinstance(frame.dtypes["stage"], pandas.CategoricalDtype)
    assert str(frame.dtypes["birth_year"]) == "Int32"
    stay = (frame["exit_day"] - frame["entry_day"]).dt.days
    assert stay.notna().sum() > 0


def test_a_stream_is_read_once_and_let_go(cell):
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(cell)
    del cell
    assert table.column("case").null_count == 0
    assert table.validate(full=True) is None
