"""What moved between two days of knowledge, and the figures span by span, held against the report."""

import csv
import io
import json
from pathlib import Path

from program import ProgramTest, main

ABOUT = ["--protocol", "common_core", "--as-of", "2024-12-31", "--from", "2022-01-01"]
SCHEMAS = Path(__file__).parents[2] / "docs/format"


def name_of(row: dict) -> tuple:
    return row["indicator"], row["variant"], row["category"]


class Revise(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.simulate(300)

    def rows(self, known_on: str) -> dict[tuple, dict]:
        report = self.succeed("report", "events.jsonl", *ABOUT, "--known-on", known_on, "--format", "json").json()
        return {name_of(row): row for row in report["rows"]}

    def revise(self, *more: str) -> dict:
        return self.succeed("revise", "events.jsonl", *ABOUT, "--known-on", "2024-03-31", "--and", "2024-06-30", "--format", "json", *more).json()

    def test_what_moved_is_what_two_reports_say(self) -> None:
        before, after = self.rows("2024-03-31"), self.rows("2024-06-30")
        document = self.revise()
        listed = {name_of(row): row for row in document["rows"]}
        self.assertEqual((document["figures"], document["moved"]), (len(after), len(listed)))
        self.assertGreater(len(listed), 20)
        for name, row in after.items():
            parts = ("numerator", "denominator", "value", "excluded", "null_reason")
            if name in listed:
                for side, rows in (("before", before), ("after", after)):
                    self.assertEqual(listed[name][side], {part: rows[name][part] for part in parts}, name)
            else:
                self.assertEqual(*({part: rows[name][part] for part in parts} for rows in (before, after)), name)

    def test_the_cases_are_those_that_entered_and_left_the_explanation(self) -> None:
        figure = "positive_exit_rate/per_exit"
        sides = []
        for known_on in ("2024-03-31", "2024-06-30"):
            explained = self.succeed("report", "events.jsonl", *ABOUT, "--known-on", known_on, "--format", "json", "--explain", figure).json()
            sides.append({part: {(e["service"], e["case"], e["episode"]) for e in explained[part]} for part in ("numerator", "denominator")})
        row = next(row for row in self.revise()["rows"] if name_of(row) == ("positive_exit_rate", "per_exit", None))
        for part in ("numerator", "denominator"):
            entered, left = ({(e["service"], e["case"], e["episode"]) for e in row[part][way]} for way in ("entered", "left"))
            self.assertEqual((entered, left), (sides[1][part] - sides[0][part], sides[0][part] - sides[1][part]))

    def test_a_figure_that_moved_has_the_cases_that_moved_it(self) -> None:
        for row in self.revise()["rows"]:
            moved = [row["numerator"], row["denominator"], *row["excluded"].values()]
            self.assertTrue(row["changed"] or any(part["entered"] or part["left"] for part in moved), name_of(row))
            for reason in {**row["before"]["excluded"], **row["after"]["excluded"]}:
                more = row["after"]["excluded"].get(reason, 0) - row["before"]["excluded"].get(reason, 0)
                part = row["excluded"].get(reason, {"entered": [], "left": []})
                self.assertEqual(more, sum(e["times"] for e in part["entered"]) - sum(e["times"] for e in part["left"]), (name_of(row), reason))

    def test_people_read_it_in_both_languages(self) -> None:
        for language, words in (("fr", "chiffres ont changé"), ("en", "figures moved")):
            self.assertIn(words, self.succeed("revise", "events.jsonl", *ABOUT, "--known-on", "2024-03-31", "--and", "2024-06-30", "--lang", language).out)

    def test_the_later_day_comes_after_the_earlier(self) -> None:
        self.assertIn("--and: found 2024-03-31", self.refuse("revise", "events.jsonl", *ABOUT, "--known-on", "2024-03-31", "--and", "2024-03-31"))
        self.assertIn("--and is required", self.refuse("revise", "events.jsonl", *ABOUT, "--known-on", "2024-03-31"))
        self.assertIn("--known-on is required", self.refuse("revise", "events.jsonl", *ABOUT, "--and", "2024-03-31"))

    def test_the_document_is_that_of_its_schema(self) -> None:
        document, schema = self.revise(), json.loads((SCHEMAS / "maintien-revision-1.schema.json").read_text())
        self.assertEqual(list(document), schema["required"])
        for row in document["rows"]:
            self.assertEqual(list(row), schema["$defs"]["row"]["required"])


class Trend(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.simulate(300)

    def test_each_span_is_the_report_on_it(self) -> None:
        document = self.succeed("trend", "events.jsonl", *ABOUT, "--every", "year", "--by", "sex", "--format", "json").json()
        self.assertEqual([span["period"]["from"] for span in document["spans"]], ["2022-01-01", "2023-01-01", "2024-01-01"])
        for span in document["spans"]:
            period = ["--from", span["period"]["from"], "--to", span["period"]["to"]]
            report = self.succeed("report", "events.jsonl", *ABOUT[:4], *period, "--by", "sex", "--format", "json").json()
            self.assertEqual(span["rows"], report["rows"])

    def test_csv_has_a_line_for_each_figure_of_each_span(self) -> None:
        text = self.succeed("trend", "events.jsonl", *ABOUT, "--every", "quarter", "--format", "csv").out
        lines = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual(len({(line["from"], line["to"]) for line in lines}), 12)
        report = next(csv.DictReader(io.StringIO(self.succeed("report", "events.jsonl", *ABOUT, "--format", "csv").out)))
        self.assertEqual(list(lines[0]), ["from", "to", *report])
        self.assertEqual(sum(int(line["numerator"]) for line in lines if line["indicator"] == "referrals" and not line["variant"]), int(report["numerator"]))

    def test_people_read_a_column_a_span(self) -> None:
        text = self.succeed("trend", "events.jsonl", *ABOUT, "--every", "month", "--lang", "fr").out
        for month in ("2022-01", "2023-06", "2024-12", "Signalements"):
            self.assertIn(month, text)
        self.assertLessEqual(max(map(len, text.splitlines())), 100)

    def test_what_does_not_go_together_is_refused(self) -> None:
        self.assertIn("--every", self.refuse("trend", "events.jsonl", *ABOUT, "--every", "week"))
        self.assertIn("--every is required", self.refuse("trend", "events.jsonl", *ABOUT))
        self.assertIn("--by", self.refuse("trend", "events.jsonl", *ABOUT, "--every", "year", "--by", "sex"))

    def test_the_document_is_that_of_its_schema(self) -> None:
        document = self.succeed("trend", "events.jsonl", *ABOUT, "--every", "year", "--format", "json").json()
        self.assertEqual(list(document), json.loads((SCHEMAS / "maintien-trend-1.schema.json").read_text())["required"])


if __name__ == "__main__":
    main()
