"""The scenario kit against a program of a vendor."""

import json
import os
import shlex
import subprocess
import sys
from unittest.mock import patch

from program import ProgramTest, main

REFERRAL = {"case": "1", "event": "referral", "on": "2024-03-04", "origin": "return_visit", "consent": True}
ENTRY = {"case": "1", "event": "entry", "on": "2024-03-08"}

# A vendor's adapter: it answers every question from a table of its own, by the event proposed.
ADAPTER = """
import json, sys
answers = json.loads(sys.argv[1])
for line in sys.stdin:
    question = json.loads(line)
    assert "expect" not in question and question["format"] == "maintien-question/1"
    print(json.dumps(answers[question.get("then", {}).get("event", "nothing")]))
"""


def scenario(then: dict | None, expect: dict) -> str:
    document = {"format": "maintien-scenario/1", "title": {"fr": "titre", "en": "what it is about"}, "protocol": "common_core/1", "as_of": "2024-03-10", "entries": [REFERRAL]}
    return json.dumps(document | ({"then": then} if then else {}) | {"expect": expect})


class Conform(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        (self.folder / "kit" / "stories").mkdir(parents=True)
        self.write("kit/stories/one.json", scenario(ENTRY, {"stage": "referred", "refused": [{"rule": "entry"}]}))
        self.write("kit/more.jsonl", scenario(None, {"stage": "referred"}) + "\n" + scenario(None, {"agenda": [{"rule": "contact_within_15_days", "due": "2024-03-19"}]}) + "\n")
        self.write("adapter.py", ADAPTER)

    def adapter(self, answers: dict) -> str:
        return shlex.join([sys.executable, "adapter.py", json.dumps(answers)])

    def conform(self, answers: dict, *more: str):
        return self.run_program("conform", "kit", "--adapter", self.adapter(answers), *more)

    right = {"entry": {"stage": "referred", "refused": [{"rule": "entry"}]},
             "nothing": {"stage": "referred", "agenda": [{"rule": "contact_within_15_days", "due": "2024-03-19"}]}}

    def test_a_program_that_answers_as_expected_passes(self) -> None:
        done = self.conform(self.right)
        self.assertEqual((done.status, done.out, done.err), (0, "3 of 3 scenarios passed\n", ""))

    def test_what_differs_is_listed_by_scenario_and_the_exit_status_says_so(self) -> None:
        done = self.conform(self.right | {"entry": {"accepted": True, "stage": "in_support"}})
        self.assertEqual(done.status, 1)
        self.assertEqual(done.out, "kit/stories/one.json: what it is about\n"
                                   "  the proposed entry: found accepted, expected refused by entry\n"
                                   "  stage: found in_support, expected referred\n"
                                   "2 of 3 scenarios passed\n")

    def test_a_missing_line_and_a_bad_line_and_a_failing_adapter_are_refused(self) -> None:
        self.assertIn("found 1 lines, expected 3", self.refuse("conform", "kit", "--adapter", "echo '{}'"))
        self.assertIn("/stage", self.refuse("conform", "kit", "--adapter", self.adapter(self.right | {"entry": {"stage": "nowhere"}})))
        self.assertIn("the adapter failed", self.refuse("conform", "kit", "--adapter", "false"))
        self.assertIn("--adapter", self.refuse("conform", "kit"))

    def test_a_kit_must_be_there(self) -> None:
        self.assertIn("name the folder of the scenarios", self.refuse("conform", "--adapter", "cat"))
        (self.folder / "nothing").mkdir()
        self.assertIn("holds no scenario", self.refuse("conform", "nothing", "--adapter", "cat"))
        self.assertIn("absent.json", self.refuse("conform", "absent.json", "--adapter", "cat"))

    def test_the_questions_can_be_looked_at(self) -> None:
        done = self.succeed("conform", "kit", "--questions", "questions.jsonl")
        self.assertEqual(done.out, "")
        questions = [json.loads(line) for line in (self.folder / "questions.jsonl").read_text().splitlines()]
        self.assertEqual([question["asked"] for question in questions], [["stage"], ["agenda"], ["stage", "accepted", "refused"]])
        self.assertEqual(questions[2]["then"], ENTRY)

    def test_rows_of_a_report_may_be_copied_whole(self) -> None:
        self.write("events.jsonl", json.dumps(REFERRAL) + "\n")
        report = self.succeed("report", "events.jsonl", "--protocol", "common_core/1", "--as-of", "2024-03-10", "--by", "origin", "--format", "json").json()
        rows = [row for row in report["rows"] if row["indicator"] in ("referrals", "entry_rate")]
        self.write("whole.json", scenario(None, {"report": rows}))
        wrong = [rows[0] | {"unit": "days", "excluded": {"no_day": 1}}, *rows[1:]]
        self.assertEqual(self.run_program("conform", "whole.json", "--adapter", self.adapter({"nothing": {"report": rows}})).status, 0)
        done = self.run_program("conform", "whole.json", "--adapter", self.adapter({"nothing": {"report": wrong}}))
        self.assertEqual(done.status, 1)
        self.assertIn("referrals// unit: found days, expected cases\n  referrals// excluded: found no_day=1, expected none\n", done.out)

    def test_an_adapter_that_answers_without_end_is_ended(self) -> None:
        before = self.files()
        with patch.dict(os.environ, TMPDIR=str(self.folder)):
            self.assertIn("found more than 3 lines, expected 3", self.refuse("conform", "kit", "--adapter", "yes"))
            self.assertIn("found a line longer than 16 MiB", self.refuse("conform", "kit", "--adapter", "cat /dev/zero"))
        self.assertEqual(self.files(), before)

    def test_an_adapter_that_hangs_is_ended_with_what_it_started(self) -> None:
        for adapter, said in (("sleep 77 | cat", "answer 1: found nothing for 1 s"), ("echo '{}'; sleep 77", "answer 2: found nothing for 1 s"), (self.adapter(self.right) + "; sleep 77 > sleeping", "still at work 1 s after its last answer")):
            with self.subTest(adapter):
                self.assertIn(said, self.refuse("conform", "kit", "--adapter", f"{adapter} & wait; touch went_on", "--timeout", "1"))
                self.assertNotIn("went_on", self.files())
        self.assertIn("--timeout", self.refuse("conform", "kit", "--adapter", "cat", "--timeout", "0"))

    def test_an_adapter_ends_with_the_program_that_asks(self) -> None:
        asking = subprocess.Popen([os.environ["MAINTIEN_PROGRAM"], "conform", "kit", "--adapter", "echo here >&2; sleep 77 & wait"], cwd=self.folder, stderr=subprocess.PIPE)
        self.assertEqual(asking.stderr.readline(), b"here\n")
        asking.kill()
        # The adapter and what it started hold the other end of the pipe for as long as they are there.
        self.assertEqual(asking.communicate(timeout=20)[1], b"")

    def test_a_field_that_no_answer_has_is_told_with_those_it_has(self) -> None:
        said = self.refuse("conform", "kit", "--adapter", self.adapter(self.right | {"entry": {"verdict": "no"}}))
        self.assertIn("answer 3", said)
        self.assertIn("/verdict", said)
        self.assertIn("expected a field of an answer: stage, accepted, refused ({rule}), agenda ({rule, due}) or report (rows)", said)

    def test_answers_prepared_by_hand_need_no_question_read(self) -> None:
        self.succeed("conform", "kit", "--questions", "questions.jsonl")
        answers = [self.right[json.loads(line).get("then", {}).get("event", "nothing")] for line in (self.folder / "questions.jsonl").read_text().splitlines()]
        self.write("answers.jsonl", "\n".join(map(json.dumps, answers)))
        self.assertEqual(self.run_program("conform", "kit", "--adapter", "cat answers.jsonl").status, 0)

    def test_a_pipe_may_be_an_adapter(self) -> None:
        self.assertEqual(self.run_program("conform", "kit", "--adapter", self.adapter(self.right) + " | cat").status, 0)


if __name__ == "__main__":
    main()
