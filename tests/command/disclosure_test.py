"""What leaves a service: --min-count, --public, --ledger, --audit."""

import json

from program import DATA, ProgramTest, main

AIST43 = ("--protocol", "aist43_cme", "--as-of", "2020-11-12")


class DisclosureTest(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.succeed("import", str(DATA / "cellule.csv"), "--mapping", str(DATA / "cellule.mapping.json"), "-o", "events.jsonl")

    def published(self, *options: str) -> dict:
        return self.succeed("report", "events.jsonl", *AIST43, "--format", "json", *options).json()

    def audit(self) -> dict:
        return json.loads((self.folder / "audit.json").read_text(encoding="utf-8"))

    def test_the_cell_of_2020_is_protected_at_11_and_at_5(self) -> None:
        for least in (11, 5):
            report = self.published("--min-count", str(least), "--audit", "audit.json")
            audit = self.audit()
            hidden = [row for row in report["rows"] if row["null_reason"] == "suppressed"]
            self.assertEqual(len(hidden), len(audit["rows"]))
            self.assertEqual((report["min_count"], audit["min_count"], audit["given_away"]), (least, least, 0))
            self.assertGreater(audit["figures"]["primary"], 0)
            self.assertGreater(audit["figures"]["secondary"], 0)
            self.assertIn("longer_period", [merger["merger"] for merger in audit["mergers"]])
            for count in (count for row in audit["rows"] for count in row["protects"]):
                self.assertTrue(count["proven"] and count["lower"] <= 1 and (count["upper"] is None or count["upper"] >= least - 1), count)

    def test_nine_of_twelve_is_not_shown_beside_nine_of_eleven(self) -> None:
        rows = {(row["indicator"], row["variant"]): row for row in self.published("--min-count", "3")["rows"] if row["indicator"] == "positive_exit_rate"}
        shown = [rows["positive_exit_rate", variant]["numerator"] is not None for variant in ("per_exit", "per_accompanied_exit")]
        self.assertFalse(all(shown))

    def test_a_hidden_row_says_nothing_else(self) -> None:
        for row in self.published("--public")["rows"]:
            if row["null_reason"] == "suppressed":
                values = [row[key] for key in ("numerator", "denominator", "value", "lower", "upper", "bound_lower", "bound_upper", "method", "verdict")]
                self.assertEqual((set(values), row["excluded"]), ({None}, {}))

    def test_the_ledger_grows_and_the_same_question_hides_the_same(self) -> None:
        first = self.published("--public", "--ledger", "ledger.json")
        second = self.published("--public", "--ledger", "ledger.json", "--audit", "audit.json")
        self.assertEqual(len(json.loads((self.folder / "ledger.json").read_text(encoding="utf-8"))["releases"]), 2)
        self.assertEqual(self.audit()["earlier"], {"releases": 1, "stale": 0})
        shown = [{(r["indicator"], r["variant"], r["category"]) for r in report["rows"] if r["null_reason"] != "suppressed"} for report in (first, second)]
        self.assertEqual(self.audit()["given_away"], 0)
        self.assertTrue(shown[0] and shown[1])

    def test_within_the_service_nothing_is_hidden(self) -> None:
        self.assertEqual(self.published(), self.published("--min-count", "1"))
        self.assertNotIn("suppressed", [row["null_reason"] for row in self.published()["rows"]])

    def test_the_text_says_how_many_are_hidden_and_not_why(self) -> None:
        text = self.succeed("report", "events.jsonl", *AIST43, "--public", "--lang", "en").out
        self.assertIn("are hidden so that nobody can be recognised", text)
        self.assertNotIn("secondary", text)

    def test_a_report_that_nobody_takes_was_not_published(self) -> None:
        before = self.files()
        self.assertEqual(self.run_to_nowhere("report", "events.jsonl", *AIST43, "--public", "--ledger", "ledger.json", "--audit", "audit.json"), 2)
        self.assertEqual(self.files(), before)

    def test_what_does_not_go_together_is_refused_and_writes_nothing(self) -> None:
        before = self.files()
        self.assertIn("--explain", self.refuse("report", "events.jsonl", *AIST43, "--public", "--explain", "referrals"))
        self.assertIn("--ledger", self.refuse("report", "events.jsonl", *AIST43, "--ledger", "ledger.json"))
        self.assertIn("--audit", self.refuse("report", "events.jsonl", *AIST43, "--audit", "audit.json"))
        self.refuse("report", "events.jsonl", *AIST43, "--public", "--min-count", "5")
        self.assertIn("ledger.json", self.refuse("report", "events.jsonl", *AIST43, "--public", "--ledger", self.write("ledger.json", "{}")))
        self.assertEqual(self.files() - {"ledger.json"}, before)


main()
