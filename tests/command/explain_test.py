"""Which cases stand behind a figure: taking one away changes what it was listed under, by the number of its times."""

import json
from collections import Counter
from pathlib import Path

from program import ProgramTest, main

PERIOD = ["--protocol", "aist43_cme", "--as-of", "2024-12-31", "--from", "2021-01-01", "--to", "2024-06-30"]
KEYS = ("format", "definitions", "protocol", "as_of", "known_on", "period", "indicator", "variant", "category", "numerator", "denominator", "excluded")


def name_of(row: dict) -> str:
    return "/".join(row[part] or "" for part in ("indicator", "variant", "category")).rstrip("/")


def times_of(listed: list[dict]) -> Counter:
    times: Counter = Counter()
    for episode in listed:
        times[episode["service"], episode["case"]] += episode["times"]
    return times


class Explain(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.simulate(150, protocol="aist43_cme", seed=11)
        self.lines = (self.folder / "events.jsonl").read_text().splitlines(keepends=True)[1:]

    def rows(self, name: str) -> dict[str, dict]:
        report = self.succeed("report", name, *PERIOD, "--format", "json").json()
        return {name_of(row): row for row in report["rows"]}

    def explain(self, figure: str) -> dict:
        return self.succeed("report", "events.jsonl", *PERIOD, "--format", "json", "--explain", figure).json()

    def cases_of_lonely_workers(self) -> list[tuple[str, str]]:
        """Cases whose worker has no other: taking one away cannot change how another episode is read."""
        events = [json.loads(line) for line in self.lines]
        workers = {(e["service"], e["case"]): e["worker"] for e in events if "worker" in e}
        often = Counter(workers.values())
        return sorted(key for key, worker in workers.items() if often[worker] == 1)

    def test_removing_a_case_changes_exactly_what_it_is_listed_under(self) -> None:
        before = self.rows("events.jsonl")
        explained = {figure: self.explain(figure) for figure in before}
        for key in self.cases_of_lonely_workers()[::8]:
            kept = [line for line in self.lines if (json.loads(line)["service"], json.loads(line)["case"]) != key]
            after = self.rows(self.write("rest.jsonl", "".join(kept)))
            for figure, row in before.items():
                with self.subTest(case=key, figure=figure):
                    self.compare(row, after[figure], explained[figure], key)

    def compare(self, before: dict, after: dict, explained: dict, key: tuple[str, str]) -> None:
        listed = {part: times_of(explained[part])[key] for part in ("numerator", "denominator")}
        lost = {part: (before[part] or 0) - (after[part] or 0) for part in listed}
        if before["method"] in ("mean", "quantile_type7"):  # the numerator is a sum of days
            listed.pop("numerator")
        if before["indicator"] == "objective" and before["unit"] == "ratio":  # the denominator is the target
            self.assertEqual(before["denominator"], after["denominator"])
            listed.pop("denominator")
        for part, times in listed.items():
            self.assertEqual(lost[part], times, part)
        for reason, episodes in explained["excluded"].items():
            self.assertEqual(before["excluded"].get(reason, 0) - after["excluded"].get(reason, 0), times_of(episodes)[key], reason)

    def test_the_times_add_up_to_the_figure(self) -> None:
        for figure, row in self.rows("events.jsonl").items():
            if row["unit"] == "days" or row["indicator"] == "objective" or row["variant"] == "persons":
                continue
            with self.subTest(figure):
                explained = self.explain(figure)
                self.assertEqual(sum(times_of(explained["numerator"]).values()), row["numerator"])
                if row["denominator"] is not None:
                    self.assertEqual(sum(times_of(explained["denominator"]).values()), row["denominator"])

    def test_a_variant_that_is_null_may_be_left_out(self) -> None:
        self.assertEqual(self.explain("referrals"), self.explain("referrals//"))
        self.assertEqual(self.explain("status//ongoing")["category"], "ongoing")

    def test_the_document_is_that_of_its_schema(self) -> None:
        schema = json.loads((Path(__file__).parents[2] / "docs/format/maintien-explanation-1.schema.json").read_text())
        document = self.explain("re_referrals/after_positive_exit_365")
        self.assertEqual(tuple(document), KEYS)
        self.assertEqual(tuple(schema["required"]), KEYS)
        self.assertEqual(tuple(schema["properties"]), KEYS)
        for episode in document["denominator"] + document["excluded"]["not_mature"]:
            self.assertEqual(tuple(episode), tuple(schema["$defs"]["listed"]["required"]))

    def test_people_read_a_list(self) -> None:
        french = self.succeed("report", "events.jsonl", *PERIOD, "--explain", "positive_exit_rate/per_exit").out
        english = self.succeed("report", "events.jsonl", *PERIOD, "--explain", "positive_exit_rate/per_exit", "--lang", "en").out
        count = len(self.explain("positive_exit_rate/per_exit")["denominator"])
        self.assertIn(f"Rapportés à\u00a0: {count}\n", french)
        self.assertIn(f"Measured against: {count}\n", english)

    def test_persons_are_counted_by_their_own_number(self) -> None:
        persons = round(self.rows("events.jsonl")["referrals/persons"]["numerator"])
        episodes = sum(times_of(self.explain("referrals/persons")["numerator"]).values())
        self.assertLess(persons, episodes)
        english = self.succeed("report", "events.jsonl", *PERIOD, "--explain", "referrals/persons", "--lang", "en").out
        self.assertIn(f"Counted: {persons} (persons; the list has their episodes: {episodes})\n", english)


if __name__ == "__main__":
    main()
