"""The figures of collective actions."""

import csv
import io
import json

from program import DATA, ProgramTest, main

YEAR = ("--from", "2024-01-01", "--to", "2024-12-31")


class Outreach(ProgramTest):
    def figures(self, *arguments: str) -> dict:
        rows = self.succeed("outreach", *arguments, "--format", "json").json()["rows"]
        return {(row["variant"], row["category"]): row for row in rows}

    def test_the_demonstration_data_are_counted(self) -> None:
        found = self.figures(str(DATA / "actions.jsonl"), *YEAR)
        self.assertEqual(found["events", None]["numerator"], 5)
        self.assertEqual(found["participants", None]["numerator"], 108)
        self.assertEqual(found["participants_by_kind", "workers"]["sources"], {"attendance_sheet": 41, "none": 15})
        self.assertEqual((found["documented", None]["numerator"], found["documented", None]["denominator"]), (4, 5))

    def test_csv_and_json_say_the_same(self) -> None:
        rows = list(csv.DictReader(io.StringIO(self.succeed("outreach", str(DATA / "actions.jsonl"), *YEAR, "--format", "csv").out)))
        found = self.figures(str(DATA / "actions.jsonl"), *YEAR)
        self.assertEqual([(row["variant"], row["category"] or None, int(row["numerator"])) for row in rows], [(*key, row["numerator"]) for key, row in found.items()])

    def test_the_page_has_both_languages(self) -> None:
        self.assertIn("Suivi des évolutions", self.succeed("outreach", str(DATA / "actions.jsonl"), *YEAR).out)
        self.assertIn("Log of changes", self.succeed("outreach", str(DATA / "actions.jsonl"), *YEAR, "--lang", "en").out)

    def test_standard_input_is_read(self) -> None:
        action = {"action": "1", "title": "t", "outreach_kind": "awareness", "on": "2024-01-01"}
        done = self.succeed("outreach", "-", *YEAR, "--format", "json", stdin=json.dumps(action).encode())
        self.assertEqual(done.json()["rows"][0]["numerator"], 1)

    def test_faults_and_senseless_periods_are_refused(self) -> None:
        self.write("bad.jsonl", '{"action": "1", "title": "t", "outreach_kind": "party", "on": "2024-01-01"}\n')
        self.assertIn("bad.jsonl:1: /outreach_kind: ", self.refuse("outreach", "bad.jsonl", *YEAR))
        self.assertIn("--to 2023-12-31", self.refuse("outreach", str(DATA / "actions.jsonl"), "--from", "2024-01-01", "--to", "2023-12-31"))
        self.assertIn("--to", self.refuse("outreach", str(DATA / "actions.jsonl"), "--from", "2024-01-01"))


if __name__ == "__main__":
    main()
