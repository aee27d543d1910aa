"""What must not change a report: order, files, line ends, encoding, dialect, threads."""

import csv
import io
import json
import random

from program import ProgramTest, main


def as_table(lines: list[str]) -> list[list[str]]:
    """Events in JSON as the rows of a table, header first."""
    events = [json.loads(line) for line in lines]
    names = sorted({name for event in events for name in event}, reverse=True)

    def cell(value: object) -> str:
        if isinstance(value, bool):
            return "oui" if value else "non"
        if isinstance(value, list):
            return "|".join(value)
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)

    return [names] + [[cell(event[name]) if name in event else "" for name in names] for event in events]


def csv_text(rows: list[list[str]], delimiter: str = ",", line_end: str = "\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue()


class Invariance(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.simulate(400)
        text = (self.folder / "events.jsonl").read_text().replace('"sst-0', '"sst-é').replace('"c-0', '"Crêt ')
        self.heading, *self.lines = text.splitlines(keepends=True)
        self.write("events.jsonl", text)
        self.expected = self.report("events.jsonl", "--by", "service,year")
        self.assertIn("sst-é", self.expected.decode())

    def same(self, *files: str, stdin: bytes = b"") -> None:
        self.assertEqual(self.report(*files, "--by", "service,year", stdin=stdin), self.expected)

    def test_the_order_of_rows(self) -> None:
        random.Random(1).shuffle(self.lines)
        self.same(self.write("shuffled.jsonl", self.heading + "".join(self.lines)))
        self.same(self.write("without_heading.jsonl", "".join(self.lines)))

    def test_several_files_in_any_order(self) -> None:
        names = [self.write(f"part{i}.jsonl", "".join(self.lines[i::3])) for i in range(3)]
        self.same(*names)
        self.same(*reversed(names))

    def test_standard_input(self) -> None:
        self.same("-", stdin="".join(self.lines).encode())

    def test_line_ends(self) -> None:
        self.same(self.write("crlf.jsonl", "".join(self.lines).replace("\n", "\r\n")))
        self.same(self.write("open_end.jsonl", "".join(self.lines).rstrip("\n")))

    def test_every_dialect_of_csv(self) -> None:
        rows = as_table(self.lines)
        random.Random(2).shuffle(body := rows[1:])
        french = [[f"{c[8:]}/{c[5:7]}/{c[:4]}" if len(c) == 10 and c[4] + c[7] == "--" else c for c in row] for row in rows]
        copies = {
            "comma.csv": csv_text(rows).encode(),
            "shuffled.csv": csv_text([rows[0], *body]).encode(),
            "semicolon.csv": csv_text(rows, ";", "\r\n").encode("utf-8-sig"),
            "windows.csv": csv_text(rows, ";", "\r\n").encode("windows-1252"),
            "french.csv": csv_text(french, ";").encode("windows-1252"),
            "spaces.csv": csv_text([[f" {c}\u00a0" for c in row] for row in rows], ";").encode("windows-1252"),
            "empty_rows.csv": csv_text([r for row in rows for r in (row, [""] * len(row))]).encode(),
        }
        for name, copy in copies.items():
            with self.subTest(name):
                self.same(self.write(name, copy))

    def test_the_number_of_threads(self) -> None:
        for threads in ("1", "2", "5"):
            self.same("events.jsonl", "--threads", threads)

    def test_the_order_of_rows_does_not_change_the_list_of_deviations(self) -> None:
        expected = self.run_program("check", "events.jsonl", "--protocol", "common_core", "--format", "json").bytes
        self.lines.reverse()
        self.write("reversed.jsonl", "".join(self.lines))
        again = self.run_program("check", "reversed.jsonl", "--protocol", "common_core", "--format", "json", "--threads", "1").bytes
        self.assertEqual(again, expected)


if __name__ == "__main__":
    main()
