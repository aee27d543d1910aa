"""The bar on standard error: on a terminal, when the work is long, and nowhere else."""

import os
import pty
import subprocess
import time

from program import ProgramTest, main


class Bar(ProgramTest):
    def run_slowly(self, stderr: int) -> bytes:
        """Checks a register that comes through a pipe and takes its time; gives the result."""
        events = (self.folder / self.simulate(20)).read_bytes()
        command = [os.environ["MAINTIEN_PROGRAM"], "check", "-", "--protocol", "common_core", "--format", "json"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr) as running:
            time.sleep(2.5)
            out, _ = running.communicate(events)
        self.assertIn(running.returncode, (0, 1))
        return out

    def test_a_terminal_sees_how_far_a_long_reading_has_come_and_then_nothing_more(self) -> None:
        ours, theirs = pty.openpty()
        try:
            out = self.run_slowly(theirs)
        finally:
            os.close(theirs)
        shown = os.read(ours, 65536)
        os.close(ours)
        self.assertIn(b"reading", shown)
        self.assertTrue(shown.endswith(b"\r\x1b[K"), shown)
        self.assertNotIn(b"reading", out)

    def test_a_file_sees_nothing(self) -> None:
        with open(self.folder / "said", "wb") as said:
            self.run_slowly(said.fileno())
        self.assertEqual((self.folder / "said").read_bytes(), b"")


if __name__ == "__main__":
    main()
