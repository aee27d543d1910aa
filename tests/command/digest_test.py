"""The lists of visits that physicians are sent."""

import datetime
import json
import shutil

from program import DATA, ProgramTest, main

HEADER = "visit,worker,employer,physician,on,kind\n"


class Digest(ProgramTest):
    def digest(self, *arguments: str) -> dict:
        return self.succeed("digest", *arguments, "--format", "json").json()

    def test_the_demonstration_data_tell_the_story(self) -> None:
        for name in ("visites.csv", "visites-suites.jsonl"):
            shutil.copy(DATA / name, self.folder)
        found = self.digest("visites.csv", "--on", "2024-03-16", "--events", "visites-suites.jsonl")
        self.assertEqual([one["physician"] for one in found["physicians"]], ["M01", "M02", "M03"])
        sequels = {line["visit"]: line["sequel"] for one in found["physicians"] for line in one["visits"]}
        self.assertEqual(sequels["V-0203"], "referred")
        self.assertEqual(sequels["V-0208"], "already_followed")
        self.assertEqual([visit for visit, sequel in sequels.items() if sequel == "not_referred"], ["V-0206", "V-0207", "V-0204", "V-0209"])
        self.assertEqual([line["visit"] for one in found["physicians"] for line in one["visits"] if line["invite"]], ["V-0204"])
        self.assertEqual(found["not_listed"], {"return_visit": 1})

    def test_over_a_year_every_visit_is_sent_once(self) -> None:
        first = datetime.date(2024, 1, 2)
        days = [first + datetime.timedelta(days=i) for i in range(365)]
        self.write("visits.csv", HEADER + "".join(f"v{i},w,e,m{i % 3},{day},pre_return_visit\n" for i, day in enumerate(days)))
        sent = []
        for month in range(2, 15):
            for number in (1, 16):
                on = datetime.date(2024 + (month - 1) // 12, (month - 1) % 12 + 1, number)
                sent += [line["visit"] for one in self.digest("visits.csv", "--on", f"{on}")["physicians"] for line in one["visits"]]
        self.assertEqual(len(sent), len(set(sent)))
        # The digest of 1 February begins on 17 January.
        self.assertEqual(set(sent), {f"v{i}" for i, day in enumerate(days) if day >= datetime.date(2024, 1, 17)})

    def test_rejects_concern_the_events(self) -> None:
        self.write("visits.csv", HEADER + "v,w,e,m,2024-03-04,pre_return_visit\n")
        good = {"case": "1", "event": "referral", "on": "2024-03-05", "origin": "pre_return_visit", "consent": True, "worker": "w"}
        self.write("events.jsonl", json.dumps(good) + "\n" + json.dumps({**good, "case": "2", "origin": "luck"}) + "\n")
        self.assertIn("luck", self.refuse("digest", "visits.csv", "--on", "2024-03-16", "--events", "events.jsonl"))
        found = self.digest("visits.csv", "--on", "2024-03-16", "--events", "events.jsonl", "--rejects", "bad.csv")
        self.assertEqual(found["physicians"][0]["visits"][0]["referral"], {"service": None, "case": "1", "on": "2024-03-05"})
        self.assertIn("luck", (self.folder / "bad.csv").read_text())
        self.assertIn("--events", self.refuse("digest", "visits.csv", "--on", "2024-03-16", "--rejects", "bad.csv"))

    def test_several_event_files_are_read_together(self) -> None:
        self.write("visits.csv", HEADER + "v,w,e,m,2024-03-04,pre_return_visit\n")
        good = {"case": "1", "event": "referral", "on": "2024-03-05", "origin": "pre_return_visit", "consent": True, "worker": "w"}
        self.write("a.jsonl", json.dumps({**good, "worker": "x"}) + "\n")
        self.write("b.jsonl", json.dumps({**good, "case": "2"}) + "\n")
        found = self.digest("--events", "a.jsonl", "--events", "b.jsonl", "visits.csv", "--on", "2024-03-16")
        self.assertEqual(found["physicians"][0]["visits"][0]["referral"]["case"], "2")

    def test_a_protocol_names_its_digest_days(self) -> None:
        self.write("visits.csv", HEADER + "v,w,e,m,2024-03-04,pre_return_visit\n")
        self.assertEqual(self.digest("visits.csv", "--on", "2024-03-16", "--protocol", "ast_btp_ain")["digest_days"], [1, 16])
        self.assertIn("common_core names no digest days", self.refuse("digest", "visits.csv", "--on", "2024-03-16", "--protocol", "common_core"))
        self.assertIn("nobody", self.refuse("digest", "visits.csv", "--on", "2024-03-16", "--protocol", "nobody"))

    def test_faults_are_listed_and_nothing_is_written(self) -> None:
        self.write("visits.csv", HEADER + "v,w,e,m,2024-03-44,visit\n")
        said = self.refuse("digest", "visits.csv", "--on", "2024-03-16")
        self.assertIn("visits.csv:2:9: ", said)
        self.assertIn("visits.csv:2:20: ", said)
        self.assertIn("--on", self.refuse("digest", "visits.csv"))


if __name__ == "__main__":
    main()
