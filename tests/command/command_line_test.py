"""What no command takes: an option without a value, one file for two outputs, an output over what is read."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from program import DATA, ProgramTest, main
from use_test import COMMANDS

QUESTION = ["--protocol", "common_core", "--as-of", "2024-12-31"]
REPORT = ["report", "events.jsonl", *QUESTION]
MAPPING = str(DATA / "cellule.mapping.json")

# Every option with a value, where it stands; a list of codes is told in its own words.
EMPTY = [
    *(REPORT + more for more in (
        ["--public", "--ledger", ""], ["--public", "--audit", ""], ["--rejects", ""], ["--partial", ""], ["--explain", ""], ["--by", ""], ["--reference", ""],
        ["--from", ""], ["--to", ""], ["--known-on", ""], ["--level", ""], ["--interval", ""], ["--min-count", ""], ["--format", ""], ["--lang", ""], ["--threads", ""],
    )),
    ["report", "--from-state", ""], ["report", "--from-state", "", "--format", "json"], ["report", "--from-state", "", "--public"],
    ["report", "events.jsonl", "", *QUESTION], ["report", "events.jsonl", "--as-of", "2024-12-31", "--protocol", ""],
    ["report", "events.jsonl", "--partial", "part.json", *QUESTION, "--part", ""],
    ["trend", "events.jsonl", *QUESTION, "--every", "year", "--by", ""], ["trend", "events.jsonl", *QUESTION, "--every", ""], ["trend", "events.jsonl", *QUESTION, "--every", "year", "--over", ""],
    ["revise", "events.jsonl", *QUESTION, "--known-on", "2024-06-30", "--and", ""],
    ["case", "events.jsonl", *QUESTION, "--case", ""], ["case", "events.jsonl", *QUESTION, "--case", "1", "--service", ""], ["case", "events.jsonl", *QUESTION, "--case", "1", "--audience", ""],
    ["letter", "employer_notice", "events.jsonl", "--case", "1", "--as-of", "2024-12-31", "--template", ""], ["letter", "", "events.jsonl", "--case", "1", "--as-of", "2024-12-31"],
    ["letter", "relay_sheet", "events.jsonl", "--case", "1", "--as-of", "2024-12-31", "--partner", ""], ["letter", "employer_notice", "events.jsonl", "--case", "1", "--as-of", "2024-12-31", "--appointment", ""],
    ["rights", "export", "events.jsonl", "--case", "1", "--as-of", ""], ["rights", "export", "events.jsonl", "--case", "1", "--service", ""],
    ["rights", "erase", "events.jsonl", "--case", "1", "--tombstone", ""], ["rights", "erase", "events.jsonl", "--case", "1", "-o", ""],
    ["digest", "visits.csv", "--on", "2024-03-16", "--protocol", ""], ["digest", "visits.csv", "--on", "2024-03-16", "--events", ""], ["digest", "", "--on", "2024-03-16"],
    ["import", "table.csv", "--mapping", ""], ["import", "table.csv", "--mapping", MAPPING, "-o", ""], ["import", "", "--mapping", MAPPING],
    ["merge", "a.json", ""], ["merge", "a.json", "-o", ""], ["outreach", "", "--from", "2024-01-01", "--to", "2024-12-31"],
    ["simulate", "--cases", "1", "--seed", "1", "--protocol", "common_core", "-o", ""],
    ["agenda", "events.jsonl", *QUESTION, "--within", ""], ["agenda", "events.jsonl", *QUESTION, "--region", ""],
    ["rehearse", "events.jsonl", "--as-of", "2024-12-31", "--from-protocol", "common_core", "--to-protocol", ""],
    ["conform", "kit", "--adapter", ""], ["conform", "kit", "--questions", ""], ["conform", ""], ["conform", "kit", "--adapter", "cat", "--timeout", ""],
    ["protocol", "show", ""], ["protocol", "show", "common_core", "--format", ""], ["protocol", "verify", ""], ["protocol", "diff", "common_core", ""],
]  # fmt: skip


def option_of(words: list[str]) -> str:
    """What the program calls the empty word."""
    before = words[words.index("") - 1]
    return "--output" if before == "-o" else before if before.startswith("--") else ""


class EmptyValues(ProgramTest):
    def test_an_empty_value_is_refused_by_the_name_of_its_option(self) -> None:
        self.simulate(2)
        before = self.files()
        for words in EMPTY:
            with self.subTest(" ".join(word or "''" for word in words)):
                said = self.refuse(*words)
                self.assertIn(f"maintien: {option_of(words)}", said)
                self.assertRegex(said, r'found (an empty value|"")')
                self.assertIn("expected", said)
        self.assertEqual(self.files(), before)

    def test_an_option_without_a_value_does_not_swallow_the_next_one(self) -> None:
        self.simulate(2)
        before = self.files()
        for option in ("--rejects", "--ledger", "--explain"):
            self.assertIn(f"maintien: {option}: found an empty value", self.refuse(*REPORT, f"{option}=", "--public"))
        self.assertIn("EVENTS: found an empty value, expected a file", self.refuse(*REPORT, "--public="))
        self.assertEqual(self.files(), before)
        self.assertEqual(self.succeed(*REPORT, "--format=json").bytes, self.report("events.jsonl"))

    def test_what_was_published_is_not_forgotten_when_a_variable_is_not_set(self) -> None:
        self.simulate(2)
        self.assertIn("--ledger: found an empty value, expected FILE", self.refuse(*REPORT, "--public", "--ledger", ""))


class OneFileForTwo(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.simulate(3)
        shutil.copy(DATA / "cellule.csv", self.folder / "table.csv")
        shutil.copy(MAPPING, self.folder / "mapping.json")
        self.written = {path.name: path.read_bytes() for path in self.folder.iterdir()}

    def refuse_unwritten(self, *arguments: str, stdin: bytes = b"") -> str:
        said = self.refuse(*arguments, stdin=stdin)
        self.assertEqual({path.name: path.read_bytes() for path in self.folder.iterdir() if path.name in self.written}, self.written)
        return said

    def test_two_outputs_go_to_two_files(self) -> None:
        (self.folder / "sub").mkdir()
        (self.folder / "link").symlink_to("both")
        imported, erased = ["import", "table.csv", "--mapping", "mapping.json"], ["rights", "erase", "events.jsonl", "--case", "000001"]
        published = [*REPORT, "--public"]
        for words in (
            [*imported, "-o", "both", "--rejects", "both"], [*imported, "-o", "both", "--rejects", "./both"], [*imported, "-o", "sub/../both", "--rejects", "both"],
            [*imported, "-o", "both", "--rejects", "link"], [*imported, "-o", "both", "--rejects", str(self.folder / "both")],
            [*imported, "-o", "-", "--rejects", "-"], [*imported, "--rejects", "-"],
            [*erased, "-o", "both", "--tombstone", "both"], [*erased, "-o", "both", "--rejects", "both"], [*erased, "--tombstone", "-"], [*erased, "-o", "both", "--rejects", "-"],
            [*published, "--audit", "both", "--ledger", "./both"], [*published, "--audit", "both", "--rejects", "both"], [*published, "--ledger", "-"], [*published, "--audit", "-"],
            [*REPORT, "--partial", "both", "--rejects", "both"], [*REPORT, "--rejects", "-"],
        ):  # fmt: skip
            with self.subTest(words):
                self.assertIn("found the same file, expected two", self.refuse_unwritten(*words))
        self.assertNotIn("both", self.files())

    def test_two_names_of_a_file_that_is_there_are_one(self) -> None:
        self.write("there", "old")
        os.link(self.folder / "there", self.folder / "hard")
        self.assertIn("--output and --rejects: found the same file", self.refuse("import", "table.csv", "--mapping", "mapping.json", "-o", "there", "--rejects", "hard"))
        self.assertEqual((self.folder / "hard").read_text(), "old")

    def test_nothing_is_written_over_what_is_read(self) -> None:
        (self.folder / "link.jsonl").symlink_to("events.jsonl")
        os.link(self.folder / "events.jsonl", self.folder / "hard.jsonl")
        erased, imported = ["rights", "erase", "events.jsonl", "--case", "000001"], ["import", "table.csv", "--mapping", "mapping.json"]
        for words, option, read in (
            (["check", "events.jsonl", "--protocol", "common_core", "--rejects", "events.jsonl"], "--rejects", "EVENTS"),
            (["check", "table.csv", "events.jsonl", "--protocol", "common_core", "--rejects", "./events.jsonl"], "--rejects", "EVENTS"),
            ([*imported, "-o", "table.csv"], "--output", "TABLE"), ([*imported, "-o", "mapping.json"], "--output", "--mapping"), ([*imported, "-o", "x", "--rejects", "table.csv"], "--rejects", "TABLE"),
            ([*REPORT, "--partial", "events.jsonl"], "--partial", "EVENTS"), ([*REPORT, "--public", "--ledger", "events.jsonl"], "--ledger", "EVENTS"),
            ([*erased, "-o", "events.jsonl"], "--output", "EVENTS"), ([*erased, "-o", "link.jsonl"], "--output", "EVENTS"), ([*erased, "-o", "hard.jsonl"], "--output", "EVENTS"),
            ([*erased, "-o", "x", "--tombstone", "events.jsonl"], "--tombstone", "EVENTS"), (["merge", "events.jsonl", "-o", "events.jsonl"], "--output", "STATES"),
            (["digest", "table.csv", "--on", "2024-03-16", "--events", "events.jsonl", "--rejects", "events.jsonl"], "--rejects", "--events"),
        ):  # fmt: skip
            with self.subTest(words):
                said = self.refuse_unwritten(*words)
                self.assertIn(option, said)
                self.assertIn(read, said)
        self.assertEqual(self.files() - set(self.written), {"link.jsonl", "hard.jsonl"})

    def test_questions_do_not_replace_a_scenario_of_the_folder_that_is_asked(self) -> None:
        (self.folder / "kit").mkdir()
        self.write("kit/one.json", "{}")
        self.assertIn("kit/one.json", self.refuse("conform", "kit", "--questions", "kit/one.json"))
        self.assertEqual((self.folder / "kit" / "one.json").read_text(), "{}")

    def test_a_redirected_standard_input_is_the_file_it_comes_from(self) -> None:
        program = [os.environ["MAINTIEN_PROGRAM"], "check", "-", "--protocol", "common_core", "--rejects", "events.jsonl"]
        with open(self.folder / "events.jsonl", "rb") as events:
            done = subprocess.run(program, cwd=self.folder, stdin=events, capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertEqual((self.folder / "events.jsonl").read_bytes(), self.written["events.jsonl"])

    def test_every_option_that_names_a_file_is_known_as_read_or_written(self) -> None:
        known = (Path(__file__).parents[2] / "src/command/command_line.cpp").read_text(encoding="utf-8")
        for command in (*COMMANDS, "merge", "revise", "trend", "rights export", "rights erase"):
            for option in re.findall(r"(--[a-z-]+) FILE\b", self.succeed(*command.split(), "--help").out):
                self.assertIn(f'"{option}"', known, command)

    def test_a_device_may_take_two_outputs(self) -> None:
        self.succeed("import", "table.csv", "--mapping", "mapping.json", "-o", os.devnull, "--rejects", os.devnull)

    def test_a_ledger_is_read_and_added_to(self) -> None:
        for _ in range(2):
            self.succeed(*REPORT, "--public", "--ledger", "ledger.json")


if __name__ == "__main__":
    main()
