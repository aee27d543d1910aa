"""The program under test, run as a user runs it, in a folder that is thrown away."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

DATA = Path(__file__).parents[2] / "examples" / "data"


class Finished:
    """What a run left: exit status, standard output, standard error."""

    def __init__(self, done: subprocess.CompletedProcess) -> None:
        self.status, self.bytes = done.returncode, done.stdout
        self.out, self.err = done.stdout.decode(), done.stderr.decode()

    def json(self) -> dict:
        return json.loads(self.out)


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own and the program to run in it."""

    maxDiff = 2000

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_to_nowhere(self, *arguments: str) -> int:
        """Runs the program with a standard output that takes nothing. Gives its exit status."""
        with open("/dev/full", "wb") as nowhere:
            return subprocess.run([os.environ["MAINTIEN_PROGRAM"], *arguments], cwd=self.folder, stdout=nowhere, stderr=subprocess.DEVNULL, check=False).returncode

    def run_program(self, *arguments: str, stdin: bytes = b"") -> Finished:
        program = os.environ["MAINTIEN_PROGRAM"]
        return Finished(subprocess.run([program, *arguments], cwd=self.folder, input=stdin, capture_output=True, check=False))

    def succeed(self, *arguments: str, stdin: bytes = b"") -> Finished:
        """Runs the program, which must end well."""
        done = self.run_program(*arguments, stdin=stdin)
        self.assertEqual(done.status, 0, done.err)
        return done

    def refuse(self, *arguments: str, stdin: bytes = b"") -> str:
        """Runs the program, which must refuse: exit status 2, nothing on standard output. Gives what it says."""
        done = self.run_program(*arguments, stdin=stdin)
        self.assertEqual((done.status, done.out), (2, ""), done.err)
        self.assertNotEqual(done.err, "")
        return done.err

    def write(self, name: str, text: str | bytes) -> str:
        (self.folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    def files(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}

    def simulate(self, cases: int, name: str = "events.jsonl", protocol: str = "common_core", seed: int = 7) -> str:
        self.succeed("simulate", "--cases", str(cases), "--seed", str(seed), "--protocol", protocol, "-o", name)
        return name

    def report(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """The report of a register as the bytes of its JSON."""
        return self.succeed("report", *arguments, "--protocol", "common_core", "--as-of", "2024-12-31", "--format", "json", stdin=stdin).bytes


def main() -> None:
    unittest.main(module="__main__")
