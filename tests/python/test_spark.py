"""Registers in Spark: however the rows lie about, the report is that of one machine, and what is wrong is told where it stands."""

import doctest
import json
import os
import shutil
import sys
from datetime import date

import pytest

import maintien as mt

DAY = date(2024, 12, 31)
QUESTION = {"as_of": DAY, "from_": date(2023, 1, 1)}


@pytest.fixture(scope="module")
def spark():
    pytest.importorskip("pyarrow")
    sql = pytest.importorskip("pyspark.sql")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("no Java")
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "3", "spark.ui.showConsoleProgress": "false"}
    session = sql.SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def as_frame(spark, tmp_path_factory):
    """The events of a register as Spark reads them from a Parquet file, each row in any of five partitions."""

    def framed(events):
        pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        table = pyarrow.table(events)
        for at, field in enumerate(table.schema):
            if pyarrow.types.is_dictionary(field.type) or pyarrow.types.is_time(field.type):
                texts = [None if value is None else str(value)[:5] if pyarrow.types.is_time(field.type) else value for value in table[at].to_pylist()]
                table = table.set_column(at, field.name, pyarrow.array(texts, pyarrow.string()))
        path = tmp_path_factory.mktemp("register") / "events.parquet"
        parquet.write_table(table, path)
        return spark.read.parquet(str(path)).repartition(5)

    return framed


@pytest.fixture(scope="module")
def register():
    """Three services; a worker in five comes again."""
    return mt.simulate(cases=600, seed=4)


@pytest.fixture(scope="module")
def one_service(register, tmp_path_factory):
    path = tmp_path_factory.mktemp("register") / "events.jsonl"
    register.write(path)
    return mt.read_events("\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if json.loads(line).get("service") == "sst-01"))


@pytest.fixture(scope="module")
def scattered(as_frame, register):
    return as_frame(register).cache()


def test_the_report_of_one_service_is_the_same_bytes(as_frame, one_service):
    frame = as_frame(one_service)
    assert frame.rdd.getNumPartitions() == 5 if hasattr(frame, "rdd") else True
    for question in ({**QUESTION, "by": "sex"}, {"as_of": date(2024, 6, 30), "known_on": date(2024, 5, 31), "level": 0.9, "interval": "jeffreys"}):
        assert mt.spark.report(frame, **question).to_json() == mt.report(one_service, **question).to_json()


@pytest.mark.parametrize("partitions", [None, 1, 5])
def test_the_report_of_several_services_is_that_of_their_state(scattered, register, partitions):
    question = {**QUESTION, "by": iter(["service", "year"])}
    far = mt.spark.report(scattered, **question, partitions=partitions)
    state = mt.state(register, **QUESTION, by="service,year")
    assert far.to_json() == mt.report(state).to_json()
    assert far.row("referrals", "persons").null_reason == mt.NullReason.not_mergeable
    assert far.row("referrals", "persons", by={"service": "sst-01", "year": "2024"}).value is not None
    with pytest.raises(ValueError, match="keeps no cases"):
        far.explain("referrals")


def test_the_state_can_be_merged_with_others(scattered, register, cell):
    other = mt.state(cell, **QUESTION)
    assert mt.merge([mt.spark.state(scattered, **QUESTION), other]) == mt.merge([mt.state(register, **QUESTION), other])


def test_what_is_published_hides_the_same(as_frame, cell):
    question = {"protocol": "aist43_cme", "as_of": date(2020, 11, 12), "by": "sex", "min_count": 5}
    far = mt.spark.report(as_frame(cell), **question)
    secrecy = {"min_count": question.pop("min_count")}
    assert far.to_json() == mt.report(mt.state(cell, **question), **secrecy).to_json()
    assert far.audit.figures["primary"] > 0


def test_a_protocol_of_ones_own_is_read_once(as_frame, two_cases, root, monkeypatch):
    monkeypatch.chdir(root / "examples/data")
    question = {"protocol": "notre_cellule.protocol.json", "as_of": date(2026, 2, 10)}
    assert mt.spark.report(as_frame(two_cases), **question).to_json() == mt.report(two_cases, **question).to_json()


@pytest.mark.parametrize("partitions", [2, 8])
def test_cases_of_a_worker_stay_together(as_frame, partitions):
    """Also when an amendment names the worker, or the day of knowledge comes before it."""
    lines = []
    for number in range(40):
        first, again = f"a-{number}", f"b-{number}"
        worker = {"worker": f"w-{number}"}
        lines += [
            {"case": first, "event": "referral", "on": "2023-01-10", "origin": "return_visit", "consent": True, **worker},
            {"case": first, "event": "refusal", "on": "2023-02-01", "refusal_reason": "does_not_wish"},
            {"case": again, "event": "referral", "on": "2023-09-01", "origin": "return_visit", "id": f"r-{number}", "worker": f"w-{number + 1}"},
            {"case": again, "event": "amendment", "on": "2023-10-01", "amends": f"r-{number}", "entry": {"event": "referral", "on": "2023-09-01", "origin": "return_visit", **worker}},
        ]  # fmt: skip
    events = mt.read_events("\n".join(map(json.dumps, lines)))
    assert mt.report(events, as_of=DAY).row("re_referrals").numerator == 40
    for question in ({"as_of": DAY}, {"as_of": DAY, "known_on": date(2023, 9, 15)}):
        assert mt.spark.report(as_frame(events), **question, partitions=partitions).to_json() == mt.report(events, **question).to_json()


def test_cells_are_trimmed_as_the_reader_trims_them(spark):
    rows = [("1", "referral", "01/03/2024", "return_visit", 7), (" 1\u00a0", "entry", "09/03/2024", "", 7), ("1\t", " exit", "10/03/2024", None, 7), ("2", "referral", "01/03/2024", "return_visit", 7)]
    frame = spark.createDataFrame(rows, "` case` string, event string, on string, origin string, service int").where("event <> ' exit'")
    far = mt.spark.report(frame, as_of=DAY, partitions=4)
    assert (far.input["cases"], far.input["events"], far.row("entries/strict").value) == (2, 3, 1)


def test_a_frame_of_no_row(scattered):
    none = mt.read_events(b'{"format": "maintien-events/1"}\n')
    for question in ({"as_of": DAY}, QUESTION):
        assert mt.spark.report(scattered.limit(0), **question).to_json() == mt.report(none, **question).to_json()


# ---- what is wrong ------------------------------------------------------------------------------------------------


def test_all_faults_are_told_with_their_rows(spark):
    from pyspark.sql import functions

    day = date(2024, 3, 1)
    rows = [(str(number), "sst", "entry", day, None, f"e{number % 30}") for number in range(40)]
    rows[7] = ("7", "sst", "entrance", day, None, None)
    rows[19] = (None, "sst", "entry", None, None, None)
    rows[33] = ("33", "sst", "outcome", day, "promotion", None)
    frame = spark.createDataFrame(rows, "case string, service string, event string, on date, outcome string, id string").repartition(4, "outcome", "case").sortWithinPartitions("case")
    place = functions.monotonically_increasing_id().alias("place")
    place_of = {row["case"]: (row["place"] >> 33, (row["place"] & (1 << 33) - 1) + 1) for row in frame.select("case", place).collect()}
    assert len({partition for partition, _ in place_of.values()}) > 1
    with pytest.raises(mt.DocumentError) as caught:
        mt.spark.report(frame, as_of=DAY)
    told = {}
    for one in caught.value.problems:
        partition, row = next(place for case, place in place_of.items() if one.file.split(",")[0].strip("<>") == f"partition {place[0]}" and one.line == place[1])
        case = next(case for case, place in place_of.items() if place == (partition, row))
        told.setdefault(case, []).append(one)
        assert one.file == f"<partition {partition}" + (f", case {case} of sst>" if case else ">")
    assert [one.pointer for one in told.pop("7")] == ["/event"]
    assert [(one.pointer, one.found) for one in told.pop("33")] == [("/outcome", '"promotion"')]
    assert sorted(one.pointer for one in told.pop(None)) == ["/case", "/on"]
    assert {int(case) % 30 for case in told} == {0, 1, 2, 4, 5, 6, 8, 9} and len(told) == 8
    for case, (one,) in told.items():
        partition, row = place_of[next(other for other in (str(int(case) + 30), str(int(case) - 30)) if other in place_of)]
        assert (one.pointer, one.expected) == ("/id", f"an id used once: it stands on row {row} of partition {partition}")
    assert caught.value.total == 12 and str(caught.value).splitlines()[-1] == "12 errors"


def test_faults_are_told_when_cases_follow_their_workers(spark):
    rows = [(str(number), "entry" if number % 2 else "entrance", date(2024, 3, 1), "w") for number in range(2400)]
    frame = spark.createDataFrame(rows, "case string, event string, on date, worker string").repartition(3, "case")
    with pytest.raises(mt.DocumentError) as caught:
        mt.spark.report(frame, as_of=DAY)
    assert (len(caught.value.problems), caught.value.total) == (1000, 1200)
    places = [(int(one.file.split()[1].strip(",")), one.line) for one in caught.value.problems]
    assert places == sorted(places) and {partition for partition, _ in places} == {0, 1, 2}


def test_days_are_written_in_one_way_in_the_whole_frame(spark):
    columns = "case string, event string, on string, origin string"
    one, other = (spark.createDataFrame([(case, "referral", on, "return_visit")], columns) for case, on in [("1", "2024-03-01"), ("2", "01/03/2024")])
    for partitions, words in [(1, "as on row 1 of partition"), (64, "found days as YYYY-MM-DD and as dd/mm/yyyy expected one style")]:
        with pytest.raises(mt.DocumentError, match=words):
            mt.spark.report(one.union(other), as_of=DAY, partitions=partitions)


def test_columns_are_judged_before_any_task(scattered, spark):
    with pytest.raises(mt.DocumentError, match='an unknown column "name"'):
        mt.spark.report(scattered.withColumnRenamed("sex", "name"), as_of=DAY)
    with pytest.raises(mt.DocumentError, match='no column "on"'):
        mt.spark.state(scattered.drop("on"), as_of=DAY)
    with pytest.raises(mt.DocumentError, match="timestamps with the time zone"):
        mt.spark.report(spark.sql("select '1' as case, 'entry' as event, current_timestamp() as on"), as_of=DAY)


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        ({"as_of": None}, TypeError, "needs as_of"),
        ({"ledger": "ledger.json"}, ValueError, "ledger: it cannot go with a DataFrame"),
        ({"partitions": 0}, ValueError, "partitions: found 0, expected at least 1"),
        ({"by": "colour"}, ValueError, "by: found 'colour'"),
        ({"protocol": "nobody"}, ValueError, "nobody"),
        ({"min_count": 0}, ValueError, "min_count: found 0"),
        ({"explain": "referrals"}, TypeError, "explain"),
    ],
)
def test_wrong_questions_are_refused(scattered, wrong, error, words):
    with pytest.raises(error, match=words):
        mt.spark.report(scattered, **{**QUESTION, **wrong})


def test_what_is_no_frame_of_spark_is_refused(spark, register):
    with pytest.raises(TypeError, match="report\\(\\) needs a PySpark DataFrame of events, found <Events"):
        mt.spark.report(register, as_of=DAY)
    with pytest.raises(TypeError, match="a streaming one"):
        mt.spark.state(spark.readStream.format("rate").load(), as_of=DAY)


def test_spark_is_named_when_it_is_missing(monkeypatch):
    class Frame:
        schema, isStreaming, mapInArrow = None, False, None

    monkeypatch.setitem(sys.modules, "pyspark.sql.pandas.types", None)
    with pytest.raises(ImportError, match="pip install 'maintien\\[spark\\]'"):
        mt.spark.report(Frame(), as_of=DAY)


def test_every_column_of_days_is_known(root):
    schema = json.loads((root / "docs/format/maintien-events-1.schema.json").read_text(encoding="utf-8"))
    days = {name for name, said in schema["$defs"]["entry"]["properties"].items() if {"$ref": "#/$defs/day"} in [said, *said.get("anyOf", [])]}
    from maintien._spark_tasks import DAYS

    assert set(DAYS) == days


@pytest.mark.parametrize("name", ["", "report", "state"])
def test_examples(spark, root, monkeypatch, name):
    monkeypatch.chdir(root)
    text = getattr(mt.spark, name).__doc__ if name else mt.spark.__doc__
    shown = doctest.DocTestParser().get_doctest(text, {"mt": mt, "date": date}, name or "spark", None, 0)
    lines: list[str] = []
    assert shown.examples and doctest.DocTestRunner(verbose=False).run(shown, out=lines.append).failed == 0, "".join(lines)
