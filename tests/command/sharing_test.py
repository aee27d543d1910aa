"""One case, what each reader may see of it, its letters, and the rights of the person: `case`, `letter`, `rights`."""

import json
import shutil
from pathlib import Path

from program import DATA, Finished, ProgramTest, main

GOLDEN = Path(__file__).parents[1] / "golden" / "sharing"
DAY = ["--as-of", "2026-02-10"]
CASE = ["case", "dossier.jsonl", "--protocol", "common_core", *DAY, "--format", "json"]
OUTSIDE = ["employer", "partner", "public"]


class SharingTest(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        shutil.copy(DATA / "dossier.jsonl", self.folder)

    def letter(self, kind: str, *more: str, case: str = "2026-014") -> Finished:
        return self.run_program("letter", kind, "dossier.jsonl", "--case", case, *DAY, *more)

    def compare_with_golden(self, name: str, text: str) -> None:
        self.assertEqual(text, (GOLDEN / name).read_text(encoding="utf-8"), name)


class Case(SharingTest):
    def test_the_whole_case_and_its_views_are_the_golden_ones(self) -> None:
        self.compare_with_golden("case.json", self.succeed(*CASE, "--case", "2026-014").out)
        for reader in ("employer", "cell", "statistician"):
            self.compare_with_golden(f"view_{reader}.json", self.succeed(*CASE, "--case", "2026-014", "--audience", reader).out)
        view = self.succeed(*CASE, "--case", "2026-014", "--audience", "partner", "--partner", "cap_emploi").out
        self.compare_with_golden("view_partner.json", view)

    def test_a_case_of_which_nothing_is_for_a_reader_outside_looks_like_no_case(self) -> None:
        for reader in OUTSIDE:
            with self.subTest(reader):
                there = self.succeed(*CASE, "--case", "2026-021", "--audience", reader)
                nowhere = self.succeed(*CASE, "--case", "2026-999", "--audience", reader)
                self.assertEqual((there.out, there.err), (nowhere.out, nowhere.err))

    def test_an_unknown_case_is_refused_to_those_who_work_with_the_files(self) -> None:
        self.assertIn("2026-999", self.refuse(*CASE, "--case", "2026-999"))
        self.assertIn("2026-999", self.refuse(*CASE, "--case", "2026-999", "--audience", "cell"))

    def test_a_number_in_two_services_needs_the_service(self) -> None:
        lines = [json.dumps({"case": "1", "event": "first_contact", "on": "2026-01-01", "channel": "phone", "service": service}) for service in "ab"]
        self.write("two.jsonl", "\n".join(lines) + "\n")
        asked = ["case", "two.jsonl", "--case", "1", "--protocol", "common_core", *DAY, "--format", "json"]
        self.assertIn("--service", self.refuse(*asked))
        self.assertEqual(self.succeed(*asked, "--service", "b").json()["service"], "b")

    def test_a_number_in_two_services_is_no_case_to_a_reader_outside(self) -> None:
        lines = [json.loads(line) for line in (self.folder / "dossier.jsonl").read_text().splitlines()[1:]]
        other = "".join(json.dumps(line | {"service": "sst-other"}) + "\n" for line in lines if line["case"] == "2026-014" and "id" not in line and line["event"] != "amendment")
        self.write("other.jsonl", other)
        for reader in OUTSIDE:
            for form in ("json", "text"):
                with self.subTest(reader, form=form):
                    asked = ["case", "dossier.jsonl", "other.jsonl", "--protocol", "common_core", *DAY, "--format", form, "--audience", reader, "--case"]
                    several, nothing, nowhere = (self.run_program(*asked, number) for number in ("2026-014", "2026-021", "2026-999"))
                    for done in (several, nothing):
                        self.assertEqual((done.status, done.bytes, done.err), (0, nowhere.bytes, nowhere.err))
        self.assertIn("--service", self.refuse(*asked[:-3], "--audience", "cell", "--case", "2026-014"))
        for kind in ("employer_notice", "relay_sheet"):
            asked = ["letter", kind, "dossier.jsonl", "other.jsonl", *DAY, "--case"]
            several, nothing, nowhere = (self.run_program(*asked, number) for number in ("2026-014", "2026-021", "2026-999"))
            for done in (several, nothing):
                self.assertEqual((done.status, done.bytes, done.err), (1, b"", nowhere.err))
        self.assertIn("--service", self.refuse("letter", "worker_booklet", "dossier.jsonl", "other.jsonl", *DAY, "--case", "2026-014"))

    def test_the_text_is_in_both_languages(self) -> None:
        text = [word for word in CASE if word not in ("--format", "json")]
        self.assertIn("en accompagnement", self.succeed(*text, "--case", "2026-014").out)
        self.assertIn("in support", self.succeed(*text, "--case", "2026-014", "--lang", "en").out)
        self.assertIn("View for: employer", self.succeed(*text, "--case", "2026-014", "--lang", "en", "--audience", "employer").out)

    def test_options_that_have_no_meaning_together_are_refused(self) -> None:
        self.assertIn("--partner", self.refuse(*CASE, "--case", "2026-014", "--partner", "mdph"))
        self.assertIn("cap_emploi", self.refuse(*CASE, "--case", "2026-014", "--audience", "partner", "--partner", "cap"))
        self.assertIn("statistician", self.refuse(*CASE, "--case", "2026-014", "--audience", "boss"))


class Letter(SharingTest):
    def test_letters_are_the_golden_ones(self) -> None:
        for kind in ("employer_notice", "attendance_certificate", "relay_sheet", "worker_booklet"):
            done = self.letter(kind)
            self.assertEqual(done.status, 0, done.err)
            self.compare_with_golden(f"{kind}.txt", done.out)
            self.compare_with_golden(f"{kind}.json", self.letter(kind, "--format", "json").out)
        self.compare_with_golden("pre_return_invitation.txt", self.letter("pre_return_invitation", case="2026-021").out)

    def test_a_letter_that_may_not_be_written_says_the_rule_alone(self) -> None:
        on_leave, nowhere = self.letter("employer_notice", case="2026-021"), self.letter("employer_notice", case="2026-999")
        held, unknown = self.letter("employer_notice", "--appointment", "1"), self.letter("employer_notice", "--appointment", "77")
        for done in (on_leave, nowhere, held, unknown):
            self.assertEqual((done.status, done.out, done.err), (1, "", on_leave.err))
        for told in ("2026-021", "w-6127", "e-118", "2026-03"):
            self.assertNotIn(told, on_leave.err)

    def test_the_relay_sheet_needs_a_consent_towards_the_partner(self) -> None:
        self.assertEqual(self.letter("relay_sheet", "--partner", "mdph").status, 1)
        self.assertEqual(self.letter("relay_sheet", case="2026-021").status, 1)

    def test_the_worker_is_told_why_not(self) -> None:
        self.assertIn("No sick leave", self.letter("pre_return_invitation").err)
        self.assertIn("not recorded as held", self.letter("attendance_certificate", "--appointment", "2").err)

    def test_the_employer_gets_a_copy_of_the_certificate_only_when_the_worker_asks(self) -> None:
        self.assertNotIn("employeur", self.letter("attendance_certificate").out)
        self.assertIn("Copie, à sa demande : employeur", self.letter("attendance_certificate", "--copy-to-employer").out)
        self.assertEqual(self.letter("worker_booklet", "--copy-to-employer").status, 2)

    def test_the_protocol_says_who_decides_on_recommendations(self) -> None:
        self.assertIn("sauf si vous vous y opposez", self.letter("pre_return_invitation", case="2026-021").out)
        self.assertIn("qu'avec votre accord", self.letter("pre_return_invitation", "--protocol", "aist63_cme", case="2026-021").out)

    def test_a_template_of_ones_own_is_plain_text_and_strict(self) -> None:
        self.write("own.mustache", "{{worker}} & <{{day_en}}>\n")
        self.assertEqual(self.letter("employer_notice", "--template", "own.mustache").out, "w-5512 & <10 March 2026>\n")
        self.write("bad.mustache", "{{diagnosis}} {{#actions}}{{/actions}}\n")
        done = self.letter("employer_notice", "--template", "bad.mustache")
        self.assertEqual((done.status, done.out), (2, ""))
        for word in ("bad.mustache", "{{diagnosis}}", "{{actions}}"):
            self.assertIn(word, done.err)
        self.assertEqual(self.letter("employer_notice", "--template", "own.mustache", "--format", "json").status, 2)
        self.write("latin.mustache", "{{worker}},\nconvoqué\n".encode("windows-1252"))
        done = self.letter("employer_notice", "--template", "latin.mustache")
        self.assertEqual((done.status, done.out), (2, ""))
        self.assertIn("latin.mustache:2:8: found a byte that is no UTF-8 expected UTF-8", done.err)


class Rights(SharingTest):
    def test_the_export_is_the_golden_one_and_holds_every_line_as_it_was(self) -> None:
        exported = self.succeed("rights", "export", "dossier.jsonl", "--case", "2026-014")
        self.compare_with_golden("person.json", exported.out)
        lines = [json.loads(line) for line in (self.folder / "dossier.jsonl").read_text().splitlines()[1:]]
        self.assertEqual(exported.json()["cases"][0]["entries"], [line for line in lines if line["case"] == "2026-014"])

    def test_an_erasure_leaves_the_other_cases_and_what_the_law_keeps(self) -> None:
        done = self.succeed("rights", "erase", "dossier.jsonl", "--case", "2026-014", "--as-of", "2026-04-01", "-o", "rest.jsonl")
        self.compare_with_golden("tombstone.json", done.out)
        rest = [json.loads(line) for line in (self.folder / "rest.jsonl").read_text().splitlines()[1:]]
        mine = [line for line in rest if line["case"] == "2026-014"]
        self.assertEqual([line["event"] for line in mine], ["visit", "action"])
        before = (self.folder / "dossier.jsonl").read_text().splitlines()
        self.assertEqual([line for line in before if '"2026-021"' in line], [line for line in (self.folder / "rest.jsonl").read_text().splitlines() if '"2026-021"' in line])

    def test_an_erased_register_is_read_and_replayed(self) -> None:
        self.succeed("rights", "erase", "dossier.jsonl", "--case", "2026-014", "-o", "rest.jsonl")
        case = self.succeed("case", "rest.jsonl", "--case", "2026-014", "--protocol", "common_core", *DAY, "--format", "json").json()
        self.assertIsNone(case["episodes"][0]["stage"])
        self.assertTrue(all(line["standing"] == "not_recorded" for line in case["consents"]))
        self.succeed("rights", "erase", "rest.jsonl", "--case", "2026-014", "-o", "again.jsonl")
        self.assertEqual((self.folder / "again.jsonl").read_text(), (self.folder / "rest.jsonl").read_text())

    def test_the_register_goes_to_standard_output_and_the_tombstone_beside(self) -> None:
        done = self.succeed("rights", "erase", "dossier.jsonl", "--case", "2026-014")
        self.assertTrue(done.out.startswith('{"format": "maintien-events/1"}\n'))
        self.assertEqual(json.loads(done.err)["format"], "maintien-tombstone/1")
        self.succeed("rights", "erase", "dossier.jsonl", "--case", "2026-014", "--tombstone", "stone.json")
        self.assertEqual(json.loads((self.folder / "stone.json").read_text())["cases"][0]["case"], "2026-014")
        self.refuse("rights", "erase", "dossier.jsonl", "--case", "2026-014", "--tombstone", "-")

    def test_a_tombstone_that_cannot_be_written_leaves_no_register_either(self) -> None:
        before = self.files()
        for stone in ("/dev/full", "no/such/stone.json"):
            self.refuse("rights", "erase", "dossier.jsonl", "--case", "2026-014", "-o", "rest.jsonl", "--tombstone", stone)
        self.refuse("rights", "erase", "dossier.jsonl", "--case", "2026-014", "-o", "/dev/full", "--tombstone", "stone.json")
        self.assertEqual(self.files(), before)

    def test_a_register_goes_to_a_table_too(self) -> None:
        erase = ["rights", "erase", "dossier.jsonl", "--case", "2026-014", "--as-of", "2026-04-01", "-o"]
        for name in ("rest.jsonl", "rest.csv"):
            self.succeed(*erase, name)
        self.assertTrue((self.folder / "rest.csv").read_text().startswith("service,case,event,on,recorded_on,id,"))
        said = [self.succeed("rights", "export", name, "--case", "2026-021", "--as-of", "2026-04-01").out for name in ("rest.jsonl", "rest.csv")]
        self.assertEqual(said[0], said[1])

    def test_a_table_that_would_change_a_name_is_refused(self) -> None:
        lines = [{"case": number, "event": "first_contact", "on": "2026-01-01", "channel": "phone"} for number in ("1", " 1", "2")]
        self.write("padded.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        before = self.files()
        self.assertIn('found the name " 1"', self.refuse("rights", "erase", "padded.jsonl", "--case", "2", "-o", "rest.csv"))
        self.assertEqual(self.files(), before)

    def test_a_person_is_all_cases_of_the_worker_in_the_service(self) -> None:
        self.simulate(300)
        events = [json.loads(line) for line in (self.folder / "events.jsonl").read_text().splitlines()[1:]]
        cases: dict[tuple[str, str], set[str]] = {}
        for event in events:
            if "worker" in event:
                cases.setdefault((event["service"], event["worker"]), set()).add(event["case"])
        (service, _), numbers = next(item for item in cases.items() if len(item[1]) > 1)
        exported = self.succeed("rights", "export", "events.jsonl", "--case", min(numbers), "--service", service).json()
        self.assertEqual({case["case"] for case in exported["cases"]}, numbers)

    def test_an_unknown_case_is_refused_and_nothing_is_written(self) -> None:
        self.refuse("rights", "erase", "dossier.jsonl", "--case", "2026-999", "-o", "rest.jsonl")
        self.assertNotIn("rest.jsonl", self.files())
        self.refuse("rights", "dossier.jsonl", "--case", "2026-014")


if __name__ == "__main__":
    main()
