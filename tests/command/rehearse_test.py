"""What a change of protocol does to the cases of a register."""

import json

from program import ProgramTest, main

REFERRAL = {"case": "1", "event": "referral", "on": "2024-01-10", "origin": "return_visit", "consent": True}
ENTRY = {"case": "1", "event": "entry", "on": "2024-01-20"}


class Rehearse(ProgramTest):
    def rehearse(self, from_protocol: str, to_protocol: str, *more: str):
        return self.run_program("rehearse", "events.jsonl", "--from-protocol", from_protocol, "--to-protocol", to_protocol, "--as-of", "2024-12-31", *more)

    def test_the_exit_status_says_whether_every_case_maps(self) -> None:
        self.write("events.jsonl", json.dumps(REFERRAL) + "\n" + json.dumps(ENTRY) + "\n")
        self.assertEqual(self.rehearse("common_core", "aist43_cme").status, 0)
        done = self.rehearse("aist43_cme/1", "common_core", "--format", "json")
        self.assertEqual(done.status, 1)
        self.assertEqual((done.json()["from_protocol"], done.json()["cases"][0]["obstacles"]), ("aist43_cme/1", ["new_deviation"]))

    def test_the_register_is_not_touched_and_the_rehearsal_is_the_same_again(self) -> None:
        self.simulate(500)
        before = (self.folder / "events.jsonl").read_bytes()
        first = self.rehearse("common_core", "aist63_cme", "--format", "json", "--threads", "1")
        self.assertEqual(first.bytes, self.rehearse("common_core", "aist63_cme", "--format", "json", "--threads", "3").bytes)
        self.assertEqual((self.folder / "events.jsonl").read_bytes(), before)
        self.assertEqual(self.files(), {"events.jsonl"})

    def test_new_deviations_are_those_check_lists_only_of_the_other_protocol(self) -> None:
        self.simulate(500, protocol="aist43_cme")
        checked = {}
        for protocol in ("common_core", "aist43_cme"):
            listed = self.run_program("check", "events.jsonl", "--protocol", protocol, "--as-of", "2024-12-31", "--format", "json").json()["deviations"]
            checked[protocol] = {(d["service"], d["case"], d["event"], d["on"], d["severity"]) for d in listed}
        cases = self.rehearse("aist43_cme", "common_core", "--format", "json").json()["cases"]
        new = {(c["service"], c["case"], d["event"], d["on"], d["severity"]) for c in cases for d in c["new_deviations"]}
        self.assertLessEqual(new, checked["common_core"])
        self.assertGreater(len(new), 20)
        self.assertLessEqual({d for d in checked["common_core"] - checked["aist43_cme"] if d[4] == "violation"}, new)

    def test_an_unknown_protocol_is_named(self) -> None:
        self.write("events.jsonl", json.dumps(REFERRAL) + "\n")
        done = self.rehearse("common_core", "nobody")
        self.assertEqual(done.status, 2)
        self.assertIn("--to-protocol", done.err)
        self.assertIn("nobody", done.err)


if __name__ == "__main__":
    main()
