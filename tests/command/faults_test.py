"""Files with faults: every fault named at its place, nothing written, or the bad cases left out."""

import csv
import io

from program import DATA, ProgramTest, main

HEADER = "service,case,event,on,origin,outcome,channel\n"
GOOD = "s,1,referral,2024-01-10,return_visit,,\ns,1,first_contact,2024-01-12,,,phone\n"
# One fault a case, at these places.
FAULTS = (
    "s,2,referral,2024-02-30,return_visit,,\n"  # 4:14, no such day
    "s,3,outcome,2024-03-01,,happiness,\n"  # 5:25, no such outcome
    "s,4,referral,2024-03-01,return_visit\n"  # 6:37, short
    "s,5,entry,2024-03-01,,,phone\n"  # 7:24, a channel on an entry
)
REPORT = ["--protocol", "common_core", "--as-of", "2024-12-31"]


class Faults(ProgramTest):
    def test_four_faults_are_named_in_one_run_and_nothing_is_written(self) -> None:
        self.write("events.csv", HEADER + GOOD + FAULTS)
        said = self.refuse("report", "events.csv", *REPORT).splitlines()
        places = [line.split(": ")[0] for line in said if line.startswith("events.csv:")]
        self.assertEqual(places, ["events.csv:4:14", "events.csv:5:25", "events.csv:6:37", "events.csv:7:24"], said)
        for line, word in zip(said, ["2024-02-30", "happiness", "", "channel"]):
            self.assertIn(word, line)
            self.assertIn("expected", line)
        self.assertEqual(self.files(), {"events.csv"})

    def test_with_rejects_the_run_goes_on_without_those_cases_and_lists_them(self) -> None:
        self.write("events.csv", HEADER + GOOD + FAULTS + "s,2,first_contact,2024-03-02,,,phone\n")
        done = self.succeed("report", "events.csv", *REPORT, "--format", "json", "--rejects", "bad.csv")
        self.assertEqual((done.json()["input"]["cases"], done.json()["input"]["rejected"]), (1, 4))
        self.assertIn("4", done.err)
        rows = list(csv.DictReader(io.StringIO((self.folder / "bad.csv").read_text())))
        self.assertEqual([row["line"] for row in rows], ["4", "5", "6", "7", "8"])
        self.assertIn("case rejected", rows[-1]["found"])
        self.assertEqual(rows[0]["row"], "s,2,referral,2024-02-30,return_visit,,")

    def test_rejects_are_not_written_when_the_result_is_not(self) -> None:
        self.write("events.csv", HEADER + GOOD + FAULTS)
        for words in (["report", "events.csv", *REPORT], ["check", "events.csv", "--protocol", "common_core"], ["agenda", "events.csv", *REPORT], ["case", "events.csv", "--case", "1", *REPORT]):
            with self.subTest(words):
                self.assertEqual(self.run_to_nowhere(*words, "--rejects", "bad.csv"), 2)
                self.assertEqual(self.refuse(*words, "--rejects", "no/such/bad.csv").count("no/such/bad.csv"), 2)
        self.assertEqual(self.files(), {"events.csv"})

    def test_an_unknown_column_is_fatal_with_rejects_too(self) -> None:
        self.write("events.csv", "service,case,event,on,shoe_size\ns,1,entry,2024-01-01,42\n")
        self.assertIn("shoe_size", self.refuse("check", "events.csv", "--protocol", "common_core", "--rejects", "bad.csv"))
        self.assertEqual(self.files(), {"events.csv"})

    def test_faults_after_line_ends_in_cells_are_found_at_their_line(self) -> None:
        rows = 'case,event,on,employer,origin\n1,referral,2024-01-01,"a\nb\nc",return_visit\n2,referral,2024-01-32,,return_visit\n'
        for name, text in [("lf.csv", rows), ("crlf.csv", rows.replace("\n", "\r\n"))]:
            with self.subTest(name):
                self.write(name, text)
                self.assertIn(f"{name}:5:12: ", self.refuse("check", name, "--protocol", "common_core"))

    def test_columns_count_characters_in_windows_1252_too(self) -> None:
        text = "case,employer,event,on,origin\nété,Société,referral,2024-01-01,return_visit\nété,Société,first_contact,2024-13-01,\n"
        for encoding in ("utf-8", "utf-8-sig", "windows-1252"):
            with self.subTest(encoding):
                self.write("events.csv", text.encode(encoding))
                self.assertIn("events.csv:3:27: ", self.refuse("check", "events.csv", "--protocol", "common_core"))

    def test_json_lines_name_line_and_pointer(self) -> None:
        self.write("events.jsonl", '{"format": "maintien-events/1"}\n{"case": "1", "event": "outcome", "on": "2024-01-01", "outcome": "happiness"}\n')
        said = self.refuse("check", "events.jsonl", "--protocol", "common_core")
        self.assertIn("events.jsonl:2: /outcome: ", said)

    def test_a_fault_is_one_line_without_control_characters_whatever_is_named(self) -> None:
        self.write("a\nb.jsonl", r'{"case": "1", "event": "entry", "on": "2024-01-01", "a\nb": 1, "\u001b[31mX": 2, "\u009b": 3}')
        said = self.refuse("check", "a\nb.jsonl", "--protocol", "common_core")
        self.assertEqual([line.split(": ")[1] for line in said.splitlines()[:-1]], [r"/a\nb", r"/\u001b[31mX", r"/\u009b"])
        self.assertTrue(all(character.isprintable() or character == "\n" for character in said), said)
        self.write("rules.json", r'{"format": "maintien-protocol/1", "a\nb": 1}')
        self.assertIn(r"rules.json: /a\nb: found an unknown field", self.refuse("protocol", "show", "rules.json"))

    def test_a_failed_run_leaves_the_former_output_alone(self) -> None:
        self.write("events.jsonl", "former\n")
        self.write("cells.csv", (DATA / "cellule.csv").read_bytes().replace(b"01/06/2020", b"31/06/2020"))
        self.refuse("import", "cells.csv", "--mapping", str(DATA / "cellule.mapping.json"), "-o", "events.jsonl")
        self.assertEqual((self.folder / "events.jsonl").read_text(), "former\n")
        self.assertEqual(self.files(), {"events.jsonl", "cells.csv"})

    def test_an_output_that_cannot_be_written_is_an_error(self) -> None:
        said = self.refuse("simulate", "--cases", "3", "--seed", "1", "--protocol", "common_core", "-o", "no/such/folder.jsonl")
        self.assertIn("no/such/folder.jsonl", said)

    def test_an_amendment_of_nothing_is_an_error(self) -> None:
        self.write("events.jsonl", '{"case": "1", "event": "amendment", "on": "2024-01-01", "amends": "nothing", "withdraw": true}\n')
        self.assertIn("nothing", self.refuse("check", "events.jsonl", "--protocol", "common_core"))


if __name__ == "__main__":
    main()
