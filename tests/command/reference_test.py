"""Rates standardised on a reference population that the user names."""

import json

from program import DATA, ProgramTest, main

ASKED = ["report", "events.jsonl", "--protocol", "common_core", "--as-of", "2024-12-31"]
RATE = "standardised_rate/entry_rate"


def referral(case: str, **about: object) -> dict:
    return {"service": "s", "case": case, "event": "referral", "on": "2024-03-01", "origin": "pre_return_visit", **about}


class Reference(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        forties = {"birth_year": 1980, "sector": "C"}
        events = [referral("1", **forties), referral("2", **forties), referral("3"), referral("4"), referral("5", birth_year=1960)]
        events += [{"service": "s", "case": case, "event": "entry", "on": "2024-04-02"} for case in ("1", "3", "4")]
        self.write("events.jsonl", "".join(json.dumps(event) + "\n" for event in events))

    def reference(self, *cells: tuple[str, str, float]) -> str:
        listed = [{"age_band": age, "sector": sector, "weight": weight} for age, sector, weight in cells]
        return self.write("reference.json", json.dumps({"format": "maintien-reference/1", "title": "Région", "cells": listed}))

    def rate(self, *arguments: str) -> dict:
        report = self.succeed(*ASKED, "--format", "json", *arguments).json()
        return next(row for row in report["rows"] if (row["indicator"], row["variant"]) == ("standardised_rate", "entry_rate"))

    def test_a_rate_is_weighed_as_the_reference_is_mixed(self) -> None:
        row = self.rate("--reference", self.reference(("40_49", "C", 3), ("unknown", "unknown", 1)))
        self.assertAlmostEqual(row["value"], 0.75 * 0.5 + 0.25 * 1.0)
        self.assertEqual((row["numerator"], row["denominator"], row["method"]), (3, 4, "mover_wilson"))
        self.assertEqual(row["excluded"], {"outside_reference": 1})

    def test_without_a_reference_and_without_anybody_in_a_part_the_reason_is_told(self) -> None:
        self.assertEqual(self.rate()["null_reason"], "no_reference")
        self.assertEqual(self.rate("--reference", self.reference(("under_30", "A", 1)))["null_reason"], "empty_stratum")

    def test_who_is_outside_the_reference_is_listed(self) -> None:
        path = self.reference(("40_49", "C", 3), ("unknown", "unknown", 1))
        listed = self.succeed(*ASKED, "--format", "json", "--reference", path, "--explain", RATE).json()
        self.assertEqual([episode["case"] for episode in listed["excluded"]["outside_reference"]], ["5"])
        self.assertEqual([episode["case"] for episode in listed["numerator"]], ["1", "3", "4"])

    def test_the_reference_is_named(self) -> None:
        path = self.reference(("40_49", "C", 3))
        self.assertEqual(self.succeed(*ASKED, "--format", "json", "--reference", path).json()["reference"], "Région")
        self.assertIn("Rates standardised by age and sector: Région", self.succeed(*ASKED, "--lang", "en", "--reference", path).out)

    def test_a_malformed_reference_is_refused_at_its_place(self) -> None:
        self.assertIn("reference.json: /cells/0/weight: ", self.refuse(*ASKED, "--reference", self.reference(("40_49", "C", -1))))
        self.assertIn("nowhere.json", self.refuse(*ASKED, "--reference", "nowhere.json"))

    def test_the_demonstration_reference_is_taken(self) -> None:
        self.assertEqual(self.succeed(*ASKED, "--format", "json", "--reference", str(DATA / "reference.json")).json()["reference"], "Population de référence inventée")


if __name__ == "__main__":
    main()
