#!/usr/bin/env python3
"""The same counts by maintien and by DuckDB, on one invented register, on this machine, in one run.

    peers.py [--cases 1000000] [--seed 1] [--threads 0] [--repeat 1] [--events FILE] [--json]

`maintien simulate` writes the register as CSV; both engines read that file once. Each runs in a process of its own, so that its peak memory is its own;
reading, replay (events to milestones of episodes) and report (counts by service and year) are timed apart. All counts are whole numbers and
must be equal, every one: exit status 1 when one is not.

maintien must be on the PATH, with the benchmark `register_phases` beside it as the build lays them; DuckDB in this Python.

What DuckDB does is not the whole work: it groups the events of a case and takes first days, which is all these counts need on an invented register, where
no case has a third episode and nothing but the planted slips is out of order. maintien judges every event by every rule, counts deviations, and works
out all figures of its report with their intervals. What is compared are the counts both give.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

AS_OF = "2024-12-31"
BY = "service,year"
POSITIVE = "same_post adapted_post internal_redeployment external_post permanent_hire fixed_term_hire business_creation retraining training other_insertion".split()
NEGATIVE = "unfitness invalidity dismissal mutual_termination resignation drop_out other_outcome".split()

# What DuckDB is asked, phase by phase. Cases are grouped by the hash of their key, which is its fast plan.
READ = """
CREATE TABLE events AS SELECT hash(service, "case") AS k, service, event, CAST("on" AS DATE) AS d, id, outcome, decision, scope, state, amends, withdraw, entry
FROM read_csv('{path}', header = true, all_varchar = true)
"""
REPLAY = [
    # Amended entries as they stand: replaced, or withdrawn.
    "CREATE TEMP TABLE amended AS SELECT amends AS id, withdraw, entry FROM events WHERE event = 'amendment'",
    """
    CREATE TEMP VIEW standing AS
    SELECT k, service, event, d, outcome, decision, scope, state FROM events WHERE id IS NULL AND event <> 'amendment'
    UNION ALL
    SELECT k, service, event, coalesce(CAST(a.entry ->> '$.on' AS DATE), d), coalesce(a.entry ->> '$.outcome', outcome), decision, scope, state
    FROM events e LEFT JOIN amended a ON e.id = a.id WHERE e.id IS NOT NULL AND a.withdraw IS NULL
    """,
    """
    CREATE TEMP TABLE cases AS SELECT k, any_value(service) AS service,
      min(d) FILTER (event IN ('refusal', 'outcome') OR decision IN ('redirected', 'not_eligible')) AS first_end,
      max(d) FILTER (event IN ('referral', 'reopening')) AS last_opening,
      coalesce(bool_or(scope = 'statistics' AND state <> 'given'), false) AS objected,
      {milestones} FROM standing GROUP BY k
    """,
    # A case that was opened again after its end has two episodes.
    "CREATE TEMP TABLE twice AS SELECT k, service, last_opening FROM cases WHERE last_opening > first_end AND NOT objected",
    """
    CREATE TEMP TABLE episodes AS
    SELECT service, r, e, o, f, outcome FROM cases WHERE NOT objected AND NOT coalesce(last_opening > first_end, false)
    UNION ALL
    SELECT any_value(t.service), {milestones} FROM standing JOIN twice t USING (k) GROUP BY k, d >= t.last_opening
    """,
    """
    CREATE TEMP TABLE stays AS SELECT service, r, e, CASE WHEN e IS NOT NULL THEN least(o, f) END AS x,
      CASE WHEN f < o OR o IS NULL THEN 'drop_out' ELSE outcome END AS outcome FROM episodes
    """,
]
MILESTONES = """min(d) FILTER (event IN ('referral', 'reopening')) AS r, min(d) FILTER (event = 'entry') AS e,
      min(d) FILTER (event = 'outcome') AS o, min(d) FILTER (event = 'refusal') AS f, arg_min(outcome, d) FILTER (event = 'outcome') AS outcome"""
POLARITY = "CASE WHEN x IS NULL THEN 'ongoing' WHEN outcome IN {positive} THEN 'positive' WHEN outcome IN {negative} THEN 'negative' ELSE 'neutral' END"
REPORT = {
    "referrals": "SELECT '', service, year(r), count(*) FROM stays WHERE r IS NOT NULL GROUP BY ALL",
    "entries": "SELECT '', service, year(e), count(*) FROM stays WHERE e IS NOT NULL GROUP BY ALL",
    "status": f"SELECT {POLARITY}, service, year(e), count(*) FROM stays WHERE e IS NOT NULL GROUP BY ALL",
    "outcome": "SELECT outcome, service, year(x), count(*) FROM stays WHERE x IS NOT NULL GROUP BY ALL",
    "exits": "SELECT '', service, year(x), count(*) FROM stays WHERE x IS NOT NULL GROUP BY ALL",
    "days": "SELECT '', service, year(x), sum(x - e) FROM stays WHERE x IS NOT NULL GROUP BY ALL",
}
# Where the same counts stand in a report: indicator, variant, and which number of the row.
ROWS = {
    ("referrals", None): [("referrals", "numerator")],
    ("entries", "strict"): [("entries", "numerator")],
    ("status", None): [("status", "numerator")],
    ("outcome", "exits_of_period"): [("outcome", "numerator")],
    ("days_in_cell", "closed_mean_of_period"): [("exits", "denominator"), ("days", "numerator")],
}


def quoted(words: list[str]) -> str:
    return "(" + ", ".join(f"'{word}'" for word in words) + ")"


def run_duckdb(path: str, threads: int) -> dict:
    """Runs in a process of its own."""
    import duckdb

    connection = duckdb.connect()
    if threads:
        connection.execute(f"SET threads = {threads}")
    seconds, since = [], time.perf_counter()

    def lap() -> None:
        nonlocal since
        now = time.perf_counter()
        seconds.append(round(now - since, 3))
        since = now

    connection.execute(READ.format(path=path))
    lap()
    for step in REPLAY:
        connection.execute(step.format(milestones=MILESTONES))
    lap()
    counts = []
    for figure, query in REPORT.items():
        rows = connection.execute(query.format(positive=quoted(POSITIVE), negative=quoted(NEGATIVE))).fetchall()
        counts += [[figure, category, service, str(year), int(count)] for category, service, year, count in rows]
    lap()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"name": f"DuckDB {duckdb.__version__}", "seconds": seconds, "peak_bytes": peak, "counts": counts}


def duckdb_apart(path: str, threads: int) -> dict:
    command = [sys.executable, __file__, "--events", path, "--threads", str(threads), "--engine", "duckdb"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def phases_beside() -> tuple[str, Path]:
    """The program and the benchmark that times its phases."""
    program = shutil.which("maintien") or sys.exit("maintien is not on the PATH")
    return program, Path(program).resolve().parents[1] / "benchmarks" / "register_phases"


def maintien_apart(path: str, threads: int) -> dict:
    program, phases = phases_beside()
    options = ["--threads", str(threads)] if threads else []
    done = json.loads(subprocess.run([phases, *options, "--by", BY, path], check=True, capture_output=True).stdout)
    report = [program, "report", path, "--protocol", "common_core", "--as-of", AS_OF, "--by", BY, "--format", "json", *options]
    rows = json.loads(subprocess.run(report, check=True, capture_output=True).stdout)["rows"]
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    seconds = [done["read_s"], done["replay_s"], done["report_s"]]
    return {"name": version, "seconds": seconds, "peak_bytes": done["peak_bytes"], "counts": counts_of(rows), "cases": done["cases"], "events": done["events"]}


def counts_of(rows: list[dict]) -> list[list]:
    counts = []
    for row in rows:
        for figure, part in ROWS.get((row["indicator"], row["variant"]), []) if row["by"] else []:
            counts.append([figure, row["category"] or "", row["by"]["service"], row["by"]["year"], row[part] or 0])
    return counts


def as_set(counts: list[list]) -> dict[tuple, int]:
    return {tuple(names): count for *names, count in counts if count}


def print_table(engines: list[dict]) -> None:
    print(f"{'':16}{'read s':>9}{'replay s':>10}{'report s':>10}{'replay + report s':>19}{'peak GB':>9}")
    for engine in engines:
        read, replay, report = engine["seconds"]
        print(f"{engine['name']:16}{read:9.2f}{replay:10.2f}{report:10.2f}{replay + report:19.2f}{engine['peak_bytes'] / 1e9:9.2f}")
    ours, theirs = (sum(engine["seconds"][1:]) for engine in engines)
    print(f"replay + report: {theirs / ours:.1f} times as long with {engines[1]['name']}")


def compare(path: str, options: argparse.Namespace) -> int:
    runs = [[engine(path, options.threads) for engine in (maintien_apart, duckdb_apart)] for _ in range(options.repeat)]
    best = [min((run[i] for run in runs), key=lambda engine: sum(engine["seconds"][1:])) for i in range(2)]
    counts = [as_set(engine.pop("counts")) for engine in best]
    if options.json:
        print(json.dumps(best))
    else:
        print(f"{best[0]['cases']} cases, {best[0]['events']} events, {options.threads or os.cpu_count()} threads, counts by {BY}")
        print_table(best)
    different = sorted(name for name in counts[0].keys() | counts[1].keys() if counts[0].get(name) != counts[1].get(name))
    for name in different[:20]:
        print(f"differs: {'/'.join(name)}: {counts[0].get(name, 0)} and {counts[1].get(name, 0)}", file=sys.stderr)
    print(f"{len(counts[0])} counts, {len(different)} differ", file=sys.stderr)
    return 1 if different or not counts[0] else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=0, help="0: all cores")
    parser.add_argument("--repeat", type=int, default=1, help="the best of so many runs")
    parser.add_argument("--events", help="a register that is already there, made by maintien simulate --protocol common_core")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--engine", choices=["duckdb"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.engine:
        print(json.dumps(run_duckdb(options.events, options.threads)))
        return 0
    if options.events:
        return compare(options.events, options)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "events.csv")
        subprocess.run(["maintien", "simulate", "--cases", str(options.cases), "--seed", str(options.seed), "--protocol", "common_core", "-o", path], check=True)
        return compare(path, options)


if __name__ == "__main__":
    sys.exit(main())
