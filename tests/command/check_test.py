"""The list of deviations and its exit status."""

import json

from program import ProgramTest, main

CONSENTED = {"case": "1", "event": "referral", "on": "2024-01-10", "origin": "return_visit", "consent": True}


class Check(ProgramTest):
    def check_events(self, *events: dict, options: tuple[str, ...] = ()) -> tuple[int, dict]:
        self.write("events.jsonl", "".join(json.dumps(event) + "\n" for event in events))
        done = self.run_program("check", "events.jsonl", "--protocol", "common_core", "--format", "json", *options)
        return done.status, done.json()

    def test_a_case_that_follows_the_rules_is_not_listed(self) -> None:
        status, found = self.check_events(CONSENTED, {"case": "1", "event": "first_contact", "on": "2024-01-12", "channel": "phone"})
        self.assertEqual((status, found["deviations"], found["summary"]), (0, [], {}))
        self.assertEqual(found["as_of"], "2024-01-12")

    def test_what_is_only_not_recorded_is_no_violation(self) -> None:
        status, found = self.check_events({**CONSENTED, "consent": None})
        self.assertEqual((status, found["summary"]), (0, {"referral": 1}))
        self.assertEqual(found["deviations"][0]["severity"], "unrecorded")
        self.assertEqual(found["deviations"][0]["reasons"][0]["lifted_by"], "worker")

    def test_a_broken_rule_makes_exit_status_1(self) -> None:
        status, found = self.check_events(CONSENTED, {"case": "1", "event": "entry", "on": "2024-01-11"})
        self.assertEqual((status, found["summary"]), (1, {"entry": 1}))
        done = self.run_program("check", "events.jsonl", "--protocol", "common_core")
        self.assertEqual(done.status, 1)
        self.assertIn("entry", done.out)
        self.assertEqual(self.run_program("check", "events.jsonl", "--protocol", "aist43_cme").status, 0)

    def test_a_case_without_referral_is_listed_once(self) -> None:
        status, found = self.check_events({"case": "1", "event": "first_contact", "on": "2024-01-12", "channel": "phone"}, {"case": "1", "event": "team_review", "on": "2024-01-13"})
        self.assertEqual((status, found["summary"]), (0, {"referral_missing": 1}))
        self.assertEqual((found["deviations"][0]["on"], found["deviations"][0]["event"]), ("2024-01-12", "first_contact"))

    def test_what_comes_after_the_day_looked_at_is_not_judged(self) -> None:
        status, found = self.check_events(CONSENTED, {"case": "1", "event": "entry", "on": "2024-01-11"}, options=("--as-of", "2024-01-10"))
        self.assertEqual((status, found["deviations"]), (0, []))

    def test_the_list_is_in_the_order_of_service_case_and_day(self) -> None:
        self.simulate(3000)
        found = self.run_program("check", "events.jsonl", "--protocol", "common_core", "--format", "json").json()
        keys = [(d["service"], d["case"], d["on"]) for d in found["deviations"]]
        self.assertEqual(keys, sorted(keys))
        self.assertGreater(len(keys), 100)
        self.assertEqual(sum(found["summary"].values()), len(keys))

    def test_it_counts_what_the_report_counts_and_the_cases_that_object(self) -> None:
        self.simulate(3000)
        listed = self.run_program("check", "events.jsonl", "--protocol", "common_core", "--as-of", "2024-12-31", "--format", "json").json()["deviations"]
        objecting = set()
        for line in (self.folder / "events.jsonl").read_text().splitlines()[1:]:
            event = json.loads(line)
            if event.get("scope") == "statistics" and event["state"] != "given":
                objecting.add((event["service"], event["case"]))
        counted = json.loads(self.report("events.jsonl"))["input"]
        self.assertEqual(counted["objected"], len(objecting))
        for severity, number in counted["deviations"].items():
            self.assertEqual(sum(d["severity"] == severity and (d["service"], d["case"]) not in objecting for d in listed), number)


if __name__ == "__main__":
    main()
