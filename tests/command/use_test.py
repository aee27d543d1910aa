"""Help, version, and what happens when a command is misspelt."""

from program import DATA, ProgramTest, main

COMMANDS = ["import", "check", "report", "agenda", "case", "letter", "rights", "protocols", "protocol", "simulate", "digest", "outreach", "rehearse", "conform"]
REPORT = ["report", "events.jsonl", "--protocol", "common_core", "--as-of", "2024-12-31"]


class Help(ProgramTest):
    def test_help_names_every_command_and_goes_to_standard_output(self) -> None:
        done = self.succeed("--help")
        for command in COMMANDS:
            self.assertIn(command, done.out)
        self.assertEqual(done.err, "")

    def test_every_command_explains_itself_with_an_example(self) -> None:
        for command in COMMANDS:
            with self.subTest(command):
                done = self.succeed(command, "--help")
                self.assertIn("Example", done.out)
                self.assertIn(f"  maintien {command}", done.out)
                self.assertEqual(done.err, "")

    def test_version(self) -> None:
        self.assertRegex(self.succeed("--version").out, r"^maintien \d+\.\d+\.\d+\n$")

    def test_protocols_are_listed_in_both_languages(self) -> None:
        french, english = self.succeed("protocols").out, self.succeed("protocols", "--lang", "en").out
        for text in (french, english):
            self.assertIn("common_core/1", text)
            self.assertIn("aist43_cme/1", text)
            self.assertIn("2020-06-01", text)
        self.assertIn("15 jours", french)
        self.assertIn("15 days", english)


class Files(ProgramTest):
    def test_a_file_that_cannot_be_read_is_named_with_what_was_found(self) -> None:
        (self.folder / "folder.csv").mkdir()
        self.write("empty.csv", "")
        mapping = str(DATA / "cellule.mapping.json")
        for path, found in [("none.jsonl", "no such file"), ("folder.csv", "a folder"), ("empty.csv", "no header")]:
            with self.subTest(path):
                self.assertIn(f"{path}:", self.refuse("check", path, "--protocol", "common_core"))
                self.assertIn(f"found {found} expected ", self.refuse("check", path, "--protocol", "common_core"))
                self.assertIn(f"found {found} expected ", self.refuse("import", path, "--mapping", mapping))
        self.assertIn("none.json: found no such file expected a file that can be read", self.refuse("import", "empty.csv", "--mapping", "none.json"))


class WrongUse(ProgramTest):
    def test_no_command_shows_them_all(self) -> None:
        self.assertIn("simulate", self.refuse())

    def test_an_unknown_command_is_refused(self) -> None:
        self.assertIn("repor", self.refuse("repor"))

    def test_what_is_wrong_is_named_with_what_is_expected(self) -> None:
        self.simulate(2)
        cases = [
            (["--from", "2024-02-30"], ["--from", "2024-02-30", "YYYY-MM-DD"]),
            (["--to", "24-01-01"], ["--to", "24-01-01"]),
            (["--known-on", "31/12/2023"], ["--known-on", "31/12/2023"]),
            (["--from", "2024-03-01", "--to", "2024-02-01"], ["--to", "2024-02-01", "2024-03-01"]),
            (["--from", "2025-03-01"], ["--to", "2024-12-31", "2025-03-01"]),
            (["--by", "service,shoe_size"], ["--by", "shoe_size", "age_band"]),
            (["--by", "sex,sex"], ["--by", "sex", "twice"]),
            (["--by", "sex,"], ["--by"]),
            (["--level", "95"], ["--level", "95"]),
            (["--level", "1"], ["--level"]),
            (["--interval", "wald"], ["--interval", "wald", "wilson"]),
            (["--format", "xml"], ["--format", "xml", "csv"]),
            (["--lang", "de"], ["--lang", "de"]),
            (["--threads", "0"], ["--threads", "0"]),
            (["--explain", "luck"], ["--explain", "luck"]),
            (["--explain", "referrals", "--format", "csv"], ["--explain", "csv"]),
            (["--explain", "referrals", "--by", "sex"], ["--explain", "--by"]),
        ]
        for options, words in cases:
            with self.subTest(options):
                said = self.refuse(*REPORT, *options)
                for word in words:
                    self.assertIn(word, said)

    def test_a_missing_day_or_protocol_is_named(self) -> None:
        self.assertIn("--as-of", self.refuse("report", "events.jsonl", "--protocol", "common_core"))
        self.assertIn("--protocol", self.refuse("report", "events.jsonl", "--as-of", "2024-12-31"))

    def test_an_unknown_protocol_lists_those_there_are(self) -> None:
        for wanted in ["nobody", "common_core/9", "common_core/", "rules.json"]:
            with self.subTest(wanted):
                said = self.refuse("check", "events.jsonl", "--protocol", wanted)
                self.assertIn(wanted, said)
                self.assertIn("common_core, aist63_cme, ast_btp_ain, mt2i_pspme, aist43_cme", said)

    def test_a_file_that_is_not_there_is_named(self) -> None:
        self.assertIn("missing.jsonl", self.refuse("check", "missing.jsonl", "--protocol", "common_core"))

    def test_numbers_of_a_simulation_are_checked(self) -> None:
        for option, value in [("--cases", "0"), ("--cases", "-5"), ("--cases", "many"), ("--cases", "100000001"), ("--seed", "x")]:
            with self.subTest(option=option, value=value):
                wanted = {"--cases": "3", "--seed": "1", option: value}
                said = self.refuse("simulate", *(word for pair in wanted.items() for word in pair), "--protocol", "common_core", "-o", "x.jsonl")
                self.assertIn(option, said)
        self.assertEqual(self.files(), set())

    def test_a_simulation_cannot_end_before_the_protocol_begins(self) -> None:
        options = ["simulate", "--cases", "3", "--seed", "1", "--protocol", "aist43_cme", "-o", "x.jsonl", "--until", "2020-05-31"]
        self.assertIn("2020-06-01", self.refuse(*options))
        self.assertEqual(self.files(), set())


if __name__ == "__main__":
    main()
