"""Figures without cases: partial states, their sum, and the report on it."""

import json
from pathlib import Path

from program import ProgramTest, main

QUESTION = ["--protocol", "common_core", "--as-of", "2024-12-31", "--from", "2021-01-01"]
SCHEMAS = Path(__file__).parents[2] / "docs/format"


class Merge(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        lines = (self.folder / self.simulate(400)).read_text().splitlines(keepends=True)[1:]
        self.services = sorted({json.loads(line)["service"] for line in lines})
        for service in self.services:
            self.write(f"{service}.jsonl", "".join(line for line in lines if json.loads(line)["service"] == service))

    def partial(self, events: str, name: str, *more: str) -> str:
        self.assertEqual(self.succeed("report", events, *QUESTION, *more, "--partial", name).out, "")
        return name

    def bytes_of(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def test_services_apart_are_the_register_together(self) -> None:
        self.assertGreater(len(self.services), 1)
        whole = self.partial("events.jsonl", "whole.json", "--by", "service,year")
        states = [self.partial(f"{service}.jsonl", f"{service}.json", "--by", "service,year") for service in self.services]
        self.succeed("merge", *reversed(states), "-o", "all.json")
        self.assertEqual(self.bytes_of("all.json"), self.bytes_of(whole))
        self.assertEqual(self.succeed("merge", *states).bytes, self.bytes_of(whole))

    def test_the_finished_report_is_the_direct_one(self) -> None:
        self.partial("events.jsonl", "whole.json", "--by", "service")
        for form in ("json", "csv"):
            direct = self.succeed("report", "events.jsonl", *QUESTION, "--by", "service", "--format", form).out.splitlines()
            finished = self.succeed("report", "--from-state", "whole.json", "--format", form).out.splitlines()
            self.assertEqual(len(direct), len(finished))
            differing = [(a, b) for a, b in zip(direct, finished) if a != b]
            self.assertGreater(len(differing), 1)
            for _, found in differing:
                self.assertIn("not_mergeable", found)
                self.assertTrue("re_referrals" in found or "persons" in found)

    def test_one_service_finishes_to_the_very_report(self) -> None:
        events = f"{self.services[0]}.jsonl"
        self.partial(events, "one.json")
        for form in ("json", "csv", "text"):
            self.assertEqual(self.succeed("report", "--from-state", "one.json", "--format", form).bytes, self.succeed("report", events, *QUESTION, "--format", form).bytes)

    def test_parts_are_the_whole_whatever_the_order_of_rows(self) -> None:
        whole = self.partial("events.jsonl", "whole.json")
        lines = (self.folder / "events.jsonl").read_text().splitlines(keepends=True)[1:]
        self.write("reversed.jsonl", "".join(reversed(lines)))
        parts = [self.partial("reversed.jsonl" if i == 2 else "events.jsonl", f"{i}.json", "--part", f"{i}/3") for i in (1, 2, 3)]
        self.succeed("merge", parts[2], parts[0], "-o", "two.json")
        self.assertIn("part 1 of 3", self.refuse("report", "--from-state", "two.json"))
        self.succeed("merge", "two.json", parts[1], "-o", "all.json")
        self.assertEqual(self.bytes_of("all.json"), self.bytes_of(whole))
        self.assertIn("not in already", self.refuse("merge", "two.json", parts[0]))
        self.assertIn("not in already", self.refuse("merge", "all.json", parts[0]))

    def test_refused_sums_leave_nothing_behind(self) -> None:
        a, b = self.services[:2]
        first = self.partial(f"{a}.jsonl", "a.json")
        self.succeed("report", f"{b}.jsonl", *QUESTION[:3], "2024-11-30", *QUESTION[4:], "--partial", "b.json")
        before = self.files()
        self.assertTrue(self.refuse("merge", first, "b.json", "-o", "all.json").startswith("b.json: /as_of: found 2024-11-30 expected 2024-12-31 (in a.json)\n"))
        self.write("broken.json", self.bytes_of("a.json").replace(b'"referrals"', b'"referals"', 1))
        self.assertIn("broken.json: /whole/cells/referals", self.refuse("merge", first, "broken.json", "-o", "all.json"))
        self.assertEqual(self.files(), before | {"broken.json"})

    def test_options_that_do_not_go_together_are_refused(self) -> None:
        self.partial("events.jsonl", "s.json")
        self.assertIn("--as-of", self.refuse("report", "--from-state", "s.json", "--as-of", "2024-12-31"))
        self.assertIn("EVENTS", self.refuse("report", "events.jsonl", "--from-state", "s.json"))
        for option in (["--by", "year"], ["--level", "0.9"], ["--partial", "t.json"], ["--part", "1/2"], ["--explain", "referrals"]):
            self.assertIn(option[0], self.refuse("report", "--from-state", "s.json", *option))
        self.assertIn("--format", self.refuse("report", "events.jsonl", *QUESTION, "--partial", "t.json", "--format", "json"))
        population = {"format": "maintien-reference/1", "title": "all", "cells": [{"age_band": "40_49", "sector": "C", "weight": 1}]}
        self.write("pop.json", json.dumps(population))
        self.assertIn("--reference", self.refuse("report", "events.jsonl", *QUESTION, "--partial", "t.json", "--reference", "pop.json"))
        self.assertIn("--partial", self.refuse("report", "events.jsonl", *QUESTION, "--part", "1/2"))
        for part in ("0/2", "3/2", "1", "a/b", "1/", "1/1000000"):
            self.assertIn("--part", self.refuse("report", "events.jsonl", *QUESTION, "--partial", "t.json", "--part", part))
        for missing in ("EVENTS", "--protocol", "--as-of"):
            arguments = {"EVENTS": ["events.jsonl"], "--protocol": QUESTION[:2], "--as-of": QUESTION[2:4]}
            self.assertIn(f"{missing} is required", self.refuse("report", *(word for name, words in arguments.items() if name != missing for word in words)))
        self.assertNotIn("t.json", self.files())

    def test_a_period_that_depends_on_the_cases_is_pointed_out(self) -> None:
        done = self.succeed("report", "events.jsonl", *QUESTION[:4], "--partial", "s.json")
        self.assertIn("say --from", done.err)

    def test_a_state_holds_no_case_and_stays_small(self) -> None:
        self.simulate(20_000, "many.jsonl", seed=8)
        self.simulate(200, "few.jsonl", seed=8)
        sizes = {name: len(self.bytes_of(self.partial(f"{name}.jsonl", f"{name}.json"))) for name in ("few", "many")}
        self.assertLess(sizes["many"], 8 * sizes["few"])
        text = self.bytes_of("many.json").decode()
        events = [json.loads(line) for line in (self.folder / "many.jsonl").read_text().splitlines()[1:]]
        for word in {e["worker"] for e in events if "worker" in e} | {e["case"] for e in events}:
            self.assertNotIn(f'"{word}"', text)

    def test_the_document_is_that_of_its_schema(self) -> None:
        self.partial("events.jsonl", "s.json", "--by", "sex")
        document, schema = json.loads(self.bytes_of("s.json")), json.loads((SCHEMAS / "maintien-state-1.schema.json").read_text())
        self.assertEqual(list(document), schema["required"])
        for kind, parts in (("source", document["sources"]), ("stratum", [document["whole"], *document["strata"]])):
            for part in parts:
                self.assertEqual(list(part), schema["$defs"][kind]["required"])


if __name__ == "__main__":
    main()
