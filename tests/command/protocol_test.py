"""Rule books: shown, started from, read from a file, and chosen by the referral day."""

import json

from program import DATA, ProgramTest, main

BUILT_IN = ["common_core/1", "aist63_cme/1", "ast_btp_ain/1", "ast_btp_ain/2", "mt2i_pspme/1", "aist43_cme/1"]


def lines(*events: dict) -> str:
    return "".join(json.dumps(event) + "\n" for event in events)


def case(number: str, referred: str) -> list[dict]:
    """A worker of thirty whose interview is in February 2020."""
    return [
        {"case": number, "event": "referral", "on": referred, "origin": "pre_return_visit", "consent": True, "birth_year": 1990},
        {"case": number, "event": "qualification_interview", "on": "2020-02-01", "decision": "accepted", "orientation": "retention_in_company"},
    ]


class Show(ProgramTest):
    def test_all_versions_are_listed(self) -> None:
        listed = self.succeed("protocols").out
        for name in BUILT_IN:
            self.assertIn(name + "  ", listed)

    def test_every_protocol_is_shown_in_every_format(self) -> None:
        for name in BUILT_IN:
            with self.subTest(name):
                self.assertIn(name, self.succeed("protocol", "show", name).out)
                document = self.succeed("protocol", "show", name, "--format", "json").json()
                self.assertEqual(f"{document['name']}/{document['version']}", name)
                self.assertTrue(self.succeed("protocol", "show", name, "--format", "mermaid").out.startswith("stateDiagram-v2\n"))
                self.assertTrue(self.succeed("protocol", "show", name, "--format", "dot", "--lang", "en").out.endswith("}\n"))

    def test_a_bare_name_shows_its_latest_version(self) -> None:
        self.assertEqual(self.succeed("protocol", "show", "ast_btp_ain").out, self.succeed("protocol", "show", "ast_btp_ain/2").out)

    def test_what_is_shown_as_a_document_can_be_read_again(self) -> None:
        for name in BUILT_IN:
            text = self.succeed("protocol", "show", name, "--format", "json").bytes
            self.write("cell.json", text)
            self.assertEqual(self.succeed("protocol", "show", "cell.json", "--format", "json").bytes, text)

    def test_an_unknown_protocol_or_format_is_refused(self) -> None:
        self.assertIn("mt2i_pspme", self.refuse("protocol", "show", "nobody"))
        self.assertIn("mermaid", self.refuse("protocol", "show", "common_core", "--format", "svg"))


class FromAFile(ProgramTest):
    def test_every_command_takes_a_file(self) -> None:
        self.write("ours.json", (DATA / "notre_cellule.protocol.json").read_bytes())
        self.succeed("simulate", "--cases", "60", "--seed", "3", "--protocol", "ours.json", "-o", "events.jsonl")
        deviations = self.run_program("check", "events.jsonl", "--protocol", "ours.json", "--format", "json").json()
        self.assertEqual(deviations["protocol"], "notre_cellule/1")
        self.assertIn("review_of_outcome", deviations["summary"])
        report = self.succeed("report", "events.jsonl", "--protocol", "ours.json", "--as-of", "2024-12-31", "--format", "json").json()
        self.assertEqual(report["protocol"], "notre_cellule/1")
        self.assertEqual([row["numerator"] for row in report["rows"] if row["indicator"] == "objective"], [59])
        self.assertGreater(report["input"]["deviations"]["note"], 0)
        self.assertIn("Notre cellule", self.succeed("report", "events.jsonl", "--protocol", "ours.json", "--as-of", "2024-12-31").out)

    def test_the_agenda_reckons_with_the_limits_of_a_file(self) -> None:
        self.write("ours.json", (DATA / "notre_cellule.protocol.json").read_bytes())
        events = [{"case": "1", "event": "referral", "on": "2024-03-01", "origin": "pre_return_visit", "consent": True},
                  {"case": "1", "event": "first_contact", "on": "2024-03-04", "channel": "phone"}]
        self.write("events.jsonl", lines(*events))
        agenda = self.succeed("agenda", "events.jsonl", "--protocol", "ours.json", "--as-of", "2024-05-20", "--within", "30", "--format", "json").json()
        self.assertEqual(agenda["protocol"], "notre_cellule/1")
        self.assertEqual([item["due"] for item in agenda["items"] if item["rule"] == "interview_within_3_months"], ["2024-06-04"])

    def test_every_fault_of_a_file_is_listed_with_its_pointer(self) -> None:
        document = json.loads((DATA / "notre_cellule.protocol.json").read_text(encoding="utf-8"))
        document["base"] = "nobody"
        document["expected"][0]["same_day"] = "team_reviews"
        document["surprise"] = 1
        said = self.refuse("check", "events.jsonl", "--protocol", self.write("ours.json", json.dumps(document)))
        for words in ("ours.json: /base: found \"nobody\"", "/expected/0/same_day", "perhaps \"team_review\"", "/surprise", "3 errors"):
            self.assertIn(words, said)

    def test_what_is_no_json_is_refused(self) -> None:
        self.assertIn("ours.json:1", self.refuse("protocol", "show", self.write("ours.json", "name: ours")))


class Versions(ProgramTest):
    def violations(self, protocol: str) -> list[str]:
        self.write("events.jsonl", lines(*case("before", "2019-12-31"), *case("after", "2020-01-01")))
        document = self.run_program("check", "events.jsonl", "--protocol", protocol, "--format", "json").json()
        return [item["case"] for item in document["deviations"] if item["severity"] == "violation"]

    def test_the_referral_day_chooses_the_version_of_a_bare_name(self) -> None:
        self.assertEqual(self.violations("ast_btp_ain"), ["before"])

    def test_a_version_named_applies_to_every_episode(self) -> None:
        self.assertEqual(self.violations("ast_btp_ain/1"), ["after", "before"])
        self.assertEqual(self.violations("ast_btp_ain/2"), [])

    def test_a_file_applies_to_every_episode(self) -> None:
        self.write("old.json", self.succeed("protocol", "show", "ast_btp_ain/1", "--format", "json").bytes)
        self.assertEqual(self.violations("old.json"), ["after", "before"])

    def test_a_report_counts_deviations_under_the_version_of_each_episode(self) -> None:
        self.write("events.jsonl", lines(*case("before", "2019-12-31"), *case("after", "2020-01-01")))
        for protocol, count in (("ast_btp_ain", 1), ("ast_btp_ain/1", 2), ("ast_btp_ain/2", 0)):
            report = self.succeed("report", "events.jsonl", "--protocol", protocol, "--as-of", "2020-12-31", "--format", "json").json()
            self.assertEqual((report["protocol"], report["input"]["deviations"]["violation"]), (protocol, count))

    def test_what_is_expected_is_a_note_and_no_violation(self) -> None:
        events = case("1", "2024-01-01")[:1]
        events.append({"case": "1", "event": "appointment", "on": "2024-01-09", "appointment_state": "held"})
        self.write("events.jsonl", lines(*events))
        done = self.succeed("check", "events.jsonl", "--protocol", "aist63_cme", "--format", "json").json()
        self.assertEqual([(item["rule"], item["severity"]) for item in done["deviations"]], [("plan_after_appointment", "note")])
        self.assertEqual(done["deviations"][0]["reasons"][0]["condition"], "same_day")


if __name__ == "__main__":
    main()
