#!/usr/bin/env python3
"""From a polars frame in memory to a report, beside the program that reads the same columns from a file; on this machine, in one run.

    frames.py [--cases 1000000] [--seed 1] [--threads 0] [--events FILE]

`maintien simulate` writes the register as CSV. The program reads that file, replays and reports (`register_phases`); Python has it as a
frame, all texts or with days as dates, and takes it from there: `read_events`, `replay`, `report`. Each runs in a process of its own.
What a frame costs beside itself is the peak of its process less what the process held with the frame before maintien began (Linux).
Every report must be that of the program to the byte: exit status 1 when one is not.

maintien must be on the PATH, with the benchmark `register_phases` beside it as the build lays them; the package and polars in this Python.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date

from peers import AS_OF, BY, phases_beside

FRAMES = ["texts", "dates"]
PARTS = ["read", "replay", "report"]


def frame_of(path: str, kind: str):
    """The events as a frame in one piece: else polars puts it together when it first hands it over, which is no work of ours."""
    import polars as pl

    frame = pl.read_csv(path, infer_schema=False)
    days = [name for name in ("on", "recorded_on", "until") if kind == "dates" and name in frame.columns]
    frame = frame.with_columns(pl.col(days).str.to_date("%Y-%m-%d"))
    # Column by column: a frame of ten million events and its copy are more than many machines hold.
    return pl.DataFrame([frame.drop_in_place(name).rechunk() for name in frame.columns])


def held(what: str) -> int:
    """Bytes of this process: VmRSS now, VmHWM at most since `forget_peak`."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(what))


def forget_peak() -> None:
    with open("/proc/self/clear_refs", "w", encoding="ascii") as refs:
        refs.write("5")


def run_frame(path: str, kind: str, threads: int) -> dict:
    """Runs in a process of its own."""
    import maintien as mt

    frame = frame_of(path, kind)
    time.sleep(5)  # polars gives back what it took to make the frame only after a while
    forget_peak()
    before, since, seconds = held("VmRSS"), time.perf_counter(), []

    def lap() -> None:
        nonlocal since
        now = time.perf_counter()
        seconds.append(now - since)
        since = now

    events = mt.read_events(frame, threads=threads)
    lap()
    cases = mt.replay(events, protocol="common_core", as_of=date.fromisoformat(AS_OF), threads=threads)
    lap()
    report = mt.report(cases, by=BY, threads=threads)
    lap()
    return {"name": f"polars, {kind}", "seconds": seconds, "bytes": held("VmHWM") - before, "events": len(events), "digest": digest_of(report.to_json().encode())}


def digest_of(report: bytes) -> str:
    return hashlib.sha256(report).hexdigest()


def frame_apart(path: str, kind: str, threads: int) -> dict:
    command = [sys.executable, __file__, "--events", path, "--threads", str(threads), "--frame", kind]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def program_apart(path: str, threads: int) -> dict:
    program, phases = phases_beside()
    options = ["--threads", str(threads)] if threads else []
    done = json.loads(subprocess.run([phases, *options, "--by", BY, path], check=True, capture_output=True).stdout)
    report = [program, "report", path, "--protocol", "common_core", "--as-of", AS_OF, "--by", BY, "--format", "json", *options]
    written = subprocess.run(report, check=True, capture_output=True).stdout
    return {"name": "program, CSV", "seconds": [done[f"{part}_s"] for part in PARTS], "bytes": done["peak_bytes"], "digest": digest_of(written)}


def print_table(runs: list[dict]) -> None:
    print(f"{'':16}{'read s':>9}{'replay s':>10}{'report s':>10}{'replay + report':>17}{'all':>9}{'GB beside':>11}")
    ours = runs[0]["seconds"]
    for run in runs:
        read, replay, report = run["seconds"]
        later, whole = (replay + report) / sum(ours[1:]), sum(run["seconds"]) / sum(ours)
        print(f"{run['name']:16}{read:9.2f}{replay:10.2f}{report:10.2f}{later:16.2f}×{whole:8.2f}×{run['bytes'] / 1e9:11.2f}")


def compare(path: str, threads: int) -> int:
    runs = [program_apart(path, threads), *(frame_apart(path, kind, threads) for kind in FRAMES)]
    print(f"{runs[1]['events']:,} events, {threads or os.cpu_count()} threads, report by {BY}")
    print_table(runs)
    different = [run["name"] for run in runs if run["digest"] != runs[0]["digest"]]
    for name in different:
        print(f"another report: {name}", file=sys.stderr)
    return 1 if different else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0, help="0: all cores")
    parser.add_argument("--events", help="a register that is already there, made by maintien simulate --protocol common_core")
    parser.add_argument("--frame", choices=FRAMES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.frame:
        print(json.dumps(run_frame(options.events, options.frame, options.threads)))
        return 0
    if options.events:
        return compare(options.events, options.threads)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "events.csv")
        subprocess.run(["maintien", "simulate", "--cases", str(options.cases), "--seed", str(options.seed), "--protocol", "common_core", "-o", path], check=True)
        return compare(path, options.threads)


if __name__ == "__main__":
    sys.exit(main())
