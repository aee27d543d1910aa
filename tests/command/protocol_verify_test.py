"""Rule books verified: each planted fault is refused, with a file that shows it."""

import json

from program import DATA, ProgramTest, main

BUILT_IN = ["common_core/1", "aist63_cme/1", "ast_btp_ain/1", "ast_btp_ain/2", "mt2i_pspme/1", "aist43_cme/1"]


def row(name: str, event: str, start: list, to: str, guards: list, **when: list) -> dict:
    found = {"id": name, "event": event, "from": start, "to": to, "guards": guards, "source": "planted"}
    return {**found, "when": when} if when else found


OPEN = ["referred", "contacted", "qualified", "in_support", "suspended"]
PLANTED = {
    "no_start": [{"id": "referral", "remove": True}, row("first_contact", "first_contact", ["referred"], "contacted", [])],
    "unreachable_stage": [row("interview_accepted", "qualification_interview", ["referred", "contacted"], "contacted", [], decision=["accepted"])],
    "dead_end": [
        *({"id": name, "remove": True} for name in ("resumption", "outcome_closing")),
        row("refusal", "refusal", ["referred", "contacted", "qualified"], "declined", [{"not_after": "entry"}]),
        row("outcome_before_entry", "outcome", ["referred", "contacted", "qualified"], "closed", [{"not_after": "entry"}]),
        row("withdrawal", "refusal", ["in_support"], "exited", [{"after": "entry"}]),
        row("outcome", "outcome", ["in_support"], "exited", [{"after": "entry"}, {"after": "plan"}]),
    ],
    "overlapping_rows": [row("second_review", "team_review", ["contacted"], "same", [])],
    "impossible_guard": [row("action_plan", "action_plan", ["contacted", "qualified", "in_support"], "same", [{"age_at_least": 120}])],
    "uncovered_sharing": [row("relay", "relay", OPEN, "same", [])],
}


class Verify(ProgramTest):
    def variant(self, transitions: list, name: str = "cell.json", **more: object) -> str:
        document = {"format": "maintien-protocol/1", "name": "planted", "version": 1, "title": {"fr": "Essai", "en": "Trial"}, "valid_from": "2024-01-01", "base": "common_core", "transitions": transitions}
        return self.write(name, json.dumps({**document, **more}))

    def found(self, path: str) -> dict:
        done = self.run_program("protocol", "verify", path, "--format", "json")
        self.assertEqual(done.status, 1, done.err)
        return done.json()

    def test_every_built_in_protocol_holds(self) -> None:
        for name in BUILT_IN:
            self.assertIn(name, self.succeed("protocol", "verify", name).out)

    def test_the_example_of_a_cell_holds(self) -> None:
        self.write("ours.json", (DATA / "notre_cellule.protocol.json").read_bytes())
        self.assertEqual(self.succeed("protocol", "verify", "ours.json", "--lang", "en").out, "notre_cellule/1: sound, refines its base common_core/1\n")

    def test_every_planted_fault_is_refused_and_shown(self) -> None:
        for kind, transitions in PLANTED.items():
            with self.subTest(kind):
                flaws = [flaw for flaw in self.found(self.variant(transitions))["flaws"] if flaw["kind"] == kind]
                self.assertTrue(flaws)
                self.assertTrue(flaws[0]["witness"]["entries"])

    def test_a_dropped_time_limit_is_a_weakening_until_it_is_relaxed(self) -> None:
        limits = [{"id": "contact_within_15_days", "remove": True}]
        found = self.found(self.variant([], time_limits=limits))
        self.assertEqual([(one["kind"], one["rule"]) for one in found["weakenings"]], [("dropped_limit", "contact_within_15_days")])
        self.assertEqual(found["flaws"], [])
        path = self.variant([], time_limits=limits, relaxes=[{"rule": "contact_within_15_days", "reason": "aucun délai"}])
        self.assertIn("sain", self.succeed("protocol", "verify", path).out)

    def test_check_replays_a_witness(self) -> None:
        """What is accepted deviates from nothing under the protocol; under the base it does."""
        path = self.variant(PLANTED["uncovered_sharing"])
        witness = self.found(path)["flaws"][0]["witness"]
        self.write("witness.jsonl", "".join(json.dumps(entry) + "\n" for entry in witness["entries"]))
        self.assertEqual(self.succeed("check", "witness.jsonl", "--protocol", path, "--format", "json").json()["deviations"], [])
        deviations = self.succeed("check", "witness.jsonl", "--protocol", "common_core", "--format", "json").json()["deviations"]
        self.assertEqual([(one["rule"], one["severity"]) for one in deviations], [("relay", "unrecorded")])

    def test_the_flaws_of_a_cell_are_the_golden_ones(self) -> None:
        golden = DATA.parents[1] / "tests" / "golden" / "verification"
        self.write("planted.json", (golden / "planted.protocol.json").read_bytes())
        self.assertEqual(self.found("planted.json"), json.loads((golden / "planted.json").read_text(encoding="utf-8")))
        self.assertEqual(self.run_program("protocol", "verify", "planted.json").out, (golden / "planted.txt").read_text(encoding="utf-8"))

    def test_people_read_the_witness_in_their_language(self) -> None:
        path = self.variant(PLANTED["uncovered_sharing"])
        french, english = self.run_program("protocol", "verify", path), self.run_program("protocol", "verify", path, "--lang", "en")
        self.assertIn("2 janvier 2024 : Relais à un partenaire", french.out)
        self.assertIn("2 January 2024: Relay to a partner", english.out)

    def test_what_cannot_be_read_is_refused(self) -> None:
        self.refuse("protocol", "verify", "nobody")
        self.refuse("protocol", "verify", self.write("bad.json", "{"))


if __name__ == "__main__":
    main()
