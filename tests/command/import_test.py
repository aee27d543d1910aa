"""A cell's spreadsheet becomes events, and the events the published table."""

from program import DATA, ProgramTest, main

MAPPING = ["--mapping", str(DATA / "cellule.mapping.json")]
TABLE = DATA / "cellule.csv"


class Import(ProgramTest):
    def published(self, name: str) -> dict:
        return self.succeed("report", name, "--protocol", "aist43_cme", "--as-of", "2020-11-12", "--format", "json").json()

    def test_the_demo_gives_the_published_figures(self) -> None:
        done = self.succeed("import", str(TABLE), *MAPPING, "-o", "events.jsonl")
        self.assertEqual(done.out, "")
        rows = {(r["indicator"], r["variant"], r["category"]): r for r in self.published("events.jsonl")["rows"]}
        figure = lambda *names: (rows[names]["numerator"], rows[names]["denominator"])
        self.assertEqual(rows["referrals", None, None]["numerator"], 103)
        self.assertEqual(figure("positive_exit_rate", "per_exit", None), (9, 12))
        self.assertEqual(figure("positive_exit_rate", "per_accompanied_exit", None), (9, 11))
        per_entry = rows["positive_exit_rate", "per_entry", None]
        self.assertEqual((per_entry["numerator"], per_entry["denominator"]), (9, 43))
        self.assertEqual((per_entry["bound_lower"], per_entry["bound_upper"]), (9 / 43, 40 / 43))
        self.assertEqual(figure("entry_rate", "flow_ratio", None), (43, 103))
        self.assertEqual([rows["status", None, status]["numerator"] for status in ("ongoing", "refused", "negative", "positive")], [31, 1, 2, 9])

    def test_the_page_prints_the_published_digits(self) -> None:
        self.succeed("import", str(TABLE), *MAPPING, "-o", "events.jsonl")
        page = self.succeed("report", "events.jsonl", "--protocol", "aist43_cme", "--as-of", "2020-11-12", "--lang", "fr").out.replace("\u00a0", " ").replace("\u202f", " ")
        for digits in ["72,09 %", "2,33 %", "4,65 %", "20,93 %", "33,33 %", "8,33 %", "25,00 %", "16,67 %", "75,00 %", "69 j"]:
            self.assertIn(digits, page)

    def test_without_output_the_events_go_to_standard_output(self) -> None:
        self.succeed("import", str(TABLE), *MAPPING, "-o", "events.jsonl")
        self.assertEqual(self.succeed("import", str(TABLE), *MAPPING).bytes, (self.folder / "events.jsonl").read_bytes())
        self.assertEqual(self.succeed("import", "-", *MAPPING, stdin=TABLE.read_bytes()).bytes, (self.folder / "events.jsonl").read_bytes())

    def test_columns_that_are_not_read_are_named(self) -> None:
        self.assertIn("Réf. adhérent", self.succeed("import", str(TABLE), *MAPPING, "-o", "events.jsonl").err)

    def test_encoding_and_line_ends_change_nothing(self) -> None:
        text = TABLE.read_bytes().decode("windows-1252")
        expected = self.succeed("import", str(TABLE), *MAPPING).bytes
        for name, copy in [("utf8.csv", text.encode()), ("bom.csv", text.encode("utf-8-sig")), ("lf.csv", text.replace("\r\n", "\n").encode("windows-1252"))]:
            with self.subTest(name):
                self.assertEqual(self.succeed("import", self.write(name, copy), *MAPPING).bytes, expected)

    def test_a_mistyped_status_is_an_error_not_an_ongoing_case(self) -> None:
        table = TABLE.read_bytes().decode("windows-1252")
        line = next(i for i, row in enumerate(table.splitlines(), 1) if "Sortie Positive" in row)
        self.write("cells.csv", table.replace("Sortie Positive", "Sortie Positve", 1).encode("windows-1252"))
        said = self.refuse("import", "cells.csv", *MAPPING, "-o", "events.jsonl")
        self.assertIn(f"cells.csv:{line}:", said)
        self.assertIn("Sortie Positve", said)
        self.assertEqual(self.files(), {"cells.csv"})

    def test_beside_a_mistyped_status_the_other_cells_of_the_row_are_checked(self) -> None:
        head, *rows = TABLE.read_bytes().decode("windows-1252").splitlines()
        names = head.split(";")
        at = next(i for i, row in enumerate(rows) if "Sortie Positive" in row)
        cells = dict(zip(names, rows[at].split(";")))
        cells |= {"Statut": "Sortie Positve", "Date sortie": "31/02/2024", "Résultat": "rien"}
        rows[at] = ";".join(cells.values())
        self.write("cells.csv", "\n".join([head, *rows]).encode("windows-1252"))
        said = self.refuse("import", "cells.csv", *MAPPING, "-o", "events.jsonl").splitlines()
        self.assertEqual(len(said), 4, said)
        for word in ("Sortie Positve", "31/02/2024", "rien"):
            self.assertTrue(any(word in line and line.startswith(f"cells.csv:{at + 2}:") for line in said), word)

    def test_with_rejects_the_other_cases_are_imported(self) -> None:
        table = TABLE.read_bytes().decode("windows-1252").replace("Sortie Positive", "Sortie Positve", 1)
        self.write("cells.csv", table.encode("windows-1252"))
        self.succeed("import", "cells.csv", *MAPPING, "-o", "events.jsonl", "--rejects", "bad.csv")
        self.assertEqual(self.published("events.jsonl")["input"]["cases"], 102)
        self.assertIn("Sortie Positve", (self.folder / "bad.csv").read_text())

    def test_events_and_rejected_rows_are_written_together_or_not_at_all(self) -> None:
        for words in (["-o", "/dev/full", "--rejects", "bad.csv"], ["-o", "events.jsonl", "--rejects", "/dev/full"], ["-o", "events.jsonl", "--rejects", "no/such/bad.csv"]):
            with self.subTest(words):
                self.refuse("import", str(TABLE), *MAPPING, *words)
                self.assertEqual(self.files(), set())

    def test_a_name_that_ends_in_csv_gets_a_table_that_says_the_same(self) -> None:
        for name in ("events.jsonl", "events.csv"):
            self.succeed("import", str(TABLE), *MAPPING, "-o", name)
        self.assertTrue((self.folder / "events.csv").read_text().startswith("service,case,event,on,recorded_on,id,"))
        self.assertEqual(self.published("events.csv"), self.published("events.jsonl"))


if __name__ == "__main__":
    main()
