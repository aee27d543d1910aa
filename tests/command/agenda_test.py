"""The agenda of a small register on a Monday, and what every agenda must be."""

import csv
import io
import json
from datetime import date

from program import DATA, ProgramTest, main

GOLDEN = DATA.parents[1] / "tests" / "golden" / "agenda"
MONDAY = ("--protocol", "common_core", "--as-of", "2024-03-11")


class Agenda(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("monday.jsonl", (GOLDEN / "monday.jsonl").read_bytes())

    def items(self, *options: str, events: str = "monday.jsonl", day: tuple[str, ...] = MONDAY) -> list[dict]:
        return self.succeed("agenda", events, *day, "--format", "json", *options).json()["items"]

    def test_the_register_of_a_monday_gives_the_golden_agenda(self) -> None:
        self.assertEqual(self.succeed("agenda", "monday.jsonl", *MONDAY, "--format", "json").out, (GOLDEN / "monday.json").read_text(encoding="utf-8"))
        self.assertEqual(self.succeed("agenda", "monday.jsonl", *MONDAY).out, (GOLDEN / "monday.txt").read_text(encoding="utf-8"))

    def test_the_stories_of_the_register_come_out(self) -> None:
        found = {(item["case"], item["rule"]): item for item in self.items()}
        self.assertEqual(found["01", "contact_within_15_days"]["due"], "2024-03-14")
        self.assertIn("2 contact attempts, the last on 8 March 2024", found["01", "contact_within_15_days"]["computation"]["en"])
        held = found["02", "interview_within_30_days"]
        self.assertEqual((held["due"], held["held_days"], held["late_days"]), ("2024-03-21", 36, 0), "hospital stops the clock")
        self.assertEqual(found["04", "no_show"]["due"], "2024-03-09", "a Saturday is a working day")
        self.assertEqual(found["04", "return_visit"]["due"], "2024-04-09")
        self.assertEqual(found["06", "follow_up"]["due"], "2024-02-28", "the first exit is followed though the file was reopened")
        cases = {item["case"] for item in self.items()}
        self.assertNotIn("07", cases, "nobody writes to the dead")
        self.assertNotIn("08", cases, "nobody writes to who refused")
        self.assertNotIn("10", cases)
        self.assertEqual({case for case, rule in found if rule == "duplicate"}, {"03", "09"})

    def test_late_is_what_is_past_and_late_comes_first(self) -> None:
        self.simulate(3000)
        items = self.items(events="events.jsonl", day=("--protocol", "common_core", "--as-of", "2024-06-30"))
        today = date(2024, 6, 30)
        for item in items:
            late = (today - date.fromisoformat(item["due"])).days if item["due"] else 0
            self.assertEqual(item["late_days"], max(0, late), item)
            self.assertTrue(item["computation"]["fr"] and item["computation"]["en"], item)
        order = [(item["late_days"] == 0, item["due"] is None, item["due"] or "", item["service"] or "", item["case"] or "", item["rule"]) for item in items]
        self.assertEqual(order, sorted(order))
        self.assertGreater(len({item["rule"] for item in items}), 12)

    def test_looking_further_ahead_only_adds(self) -> None:
        key = lambda item: (item["case"], item["rule"], item["due"], item["manager"])
        listed = [set(map(key, self.items("--within", str(days)))) for days in (0, 7, 30, 400)]
        for near, far in zip(listed, listed[1:]):
            self.assertLess(near, far)

    def test_the_table_has_the_same_items(self) -> None:
        rows = list(csv.DictReader(io.StringIO(self.succeed("agenda", "monday.jsonl", *MONDAY, "--format", "csv").out)))
        for row, item in zip(rows, self.items(), strict=True):
            flat = {**item, **{f"{key}_{language}": item[key][language] for key in ("title", "computation") for language in ("fr", "en")}}
            self.assertEqual(row, {key: "" if flat[key] is None else str(flat[key]) for key in row})

    def test_targets_of_the_protocol_are_measured(self) -> None:
        found = {item["rule"]: item for item in self.items(day=("--protocol", "aist43_cme", "--as-of", "2024-03-11"))}
        self.assertEqual(found["referrals_per_year"]["title"]["en"], "Target referrals_per_year: 4 against 19.4 to date, missed")
        self.assertIsNone(found["referrals_per_year"]["case"])

    def test_the_region_moves_working_days(self) -> None:
        case = {"case": "1", "event": "referral", "on": "2024-03-01", "origin": "return_visit", "consent": True}
        missed = {"case": "1", "event": "appointment", "on": "2024-03-28", "appointment_state": "missed"}
        self.write("easter.jsonl", json.dumps(case) + "\n" + json.dumps(missed) + "\n")
        for region, due in (("metropolitan", "2024-03-29"), ("alsace_moselle", "2024-03-30")):
            items = self.items("--region", region, events="easter.jsonl", day=("--protocol", "common_core", "--as-of", "2024-03-28"))
            self.assertEqual([item["due"] for item in items if item["rule"] == "no_show"], [due])

    def test_what_has_no_meaning_is_refused(self) -> None:
        self.assertIn("--as-of", self.refuse("agenda", "monday.jsonl", "--protocol", "common_core"))
        self.assertIn("--within", self.refuse("agenda", "monday.jsonl", *MONDAY, "--within", "-1"))
        self.assertIn("--region", self.refuse("agenda", "monday.jsonl", *MONDAY, "--region", "bretagne"))
        self.assertIn("no.jsonl", self.refuse("agenda", "no.jsonl", *MONDAY))


if __name__ == "__main__":
    main()
