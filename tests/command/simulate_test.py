"""Invented registers: the same bytes everywhere."""

import hashlib
import json

from program import ProgramTest, main

EVENTS = {
    "sick_leave", "visit", "unfitness_opinion", "consent", "reopening", "referral", "contact_attempt", "first_contact", "appointment", "qualification_interview",
    "entry", "refusal", "action_plan", "action", "employer_contact", "relay", "team_review", "suspension", "resumption", "outcome", "follow_up", "amendment",
}  # fmt: skip


class Simulate(ProgramTest):
    def simulated(self, *options: str, protocol: str = "common_core", cases: int = 200) -> bytes:
        return self.succeed("simulate", "--cases", str(cases), "--seed", "1", "--protocol", protocol, "-o", "-", *options).bytes

    def test_the_number_of_threads_changes_no_byte(self) -> None:
        expected = self.simulated("--threads", "1", cases=20000)
        for threads in ("2", "3"):
            self.assertEqual(hashlib.sha256(self.simulated("--threads", threads, cases=20000)).digest(), hashlib.sha256(expected).digest())

    def test_a_file_is_written_as_standard_output_is(self) -> None:
        self.simulate(200, seed=1)
        self.assertEqual((self.folder / "events.jsonl").read_bytes(), self.simulated())

    def test_both_dialects_say_the_same(self) -> None:
        for protocol in ("common_core", "aist43_cme"):
            with self.subTest(protocol):
                self.assertEqual(self.report(self.simulate(500, "a.jsonl", protocol)), self.report(self.simulate(500, "a.csv", protocol)))

    def test_there_are_as_many_cases_as_asked_for_and_none_after_the_last_day(self) -> None:
        lines = self.simulated("--until", "2022-03-31", cases=999).decode().splitlines()[1:]
        events = [json.loads(line) for line in lines]
        self.assertEqual(len({(e["service"], e["case"]) for e in events}), 999)
        self.assertLessEqual(max(max(e["on"], e.get("recorded_on", "")) for e in events), "2022-03-31")

    def test_every_event_occurs_in_some_thousand_cases(self) -> None:
        for protocol in ("common_core", "aist43_cme"):
            events = {json.loads(line).get("event") for line in self.simulated(protocol=protocol, cases=5000).decode().splitlines()[1:]}
            self.assertEqual(events, EVENTS)

    def test_seeds_give_different_registers(self) -> None:
        self.assertNotEqual(self.simulated(), self.succeed("simulate", "--cases", "200", "--seed", "2", "--protocol", "common_core", "-o", "-").bytes)


if __name__ == "__main__":
    main()
