"""Plants faults in a copy of the engine, one at a time, and expects the comparison with the slow reference to notice each.

    plant_faults.py --compiler CXX --include DIR [--include DIR …] --support LIBRARY [--registers N] [--only NAME …]

Without a fault the comparison must find no difference; a fault that nobody notices fails the run.
"""
import argparse
import concurrent.futures
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# name: (header, what stands there, what is put in its place)
FAULTS = {
    "window closes a day early": (
        "protocol/follow_up_schedule.hpp", "due + schedule.closes_after_days", "due + schedule.closes_after_days - 1"),
    "refusal counts from its own day": (
        "pathway/consent_standing.hpp", "word->on : word->on + 1", "word->on : word->on"),
    "consent ends the day before": (
        "pathway/consent_standing.hpp", "word.until < day", "word.until <= day"),
    "codes do not settle ties": (
        "pathway/dated_mark.hpp", "if (has_own_code(x.event) && x.code != y.code) return x.code < y.code;", ""),
    "day of knowledge does not settle ties": (
        "pathway/dated_mark.hpp", "if (a.known_since != b.known_since) return a.known_since < b.known_since;", ""),
    "last day is masked": (
        "pathway/mask.hpp", "return on <= last_day", "return on < last_day"),
    "day of knowledge is masked": (
        "pathway/mask.hpp", "known_since <= known_on", "known_since < known_on"),
    "earlier amendment wins": (
        "pathway/amendments.hpp", "if (a.known_since != b.known_since) return a.known_since < b.known_since;",
        "if (a.known_since != b.known_since) return b.known_since < a.known_since;"),
    "withdrawal does not win": (
        "pathway/amendments.hpp", "return b_withdraws;", "return a_withdraws;"),
    "reopening on the exit day comes first": (
        "pathway/replay_one.hpp", "under_way(position.current()) && i + 1 < last", "false"),
    "second outcome stands": (
        "pathway/judge.hpp", "if (episode.outcome != no_code) return Bar::second_outcome;", ""),
    "withdrawal is a refusal": (
        "pathway/advance.hpp", "if (!known(episode.day_of(Milestone::entry))) {", "if (true) {"),
    "refusal is no contact": (
        "pathway/advance.hpp",
        "inline void apply_refusal(Episode& episode, const Mark& mark) {\n    reach(episode, Milestone::contact, mark.on);",
        "inline void apply_refusal(Episode& episode, const Mark& mark) {"),
    "last value of an attribute counts": (
        "register/case_facts.hpp", "if (known_value == no_code) known_value", "known_value"),
    "objection is not heard": (
        "register/case_facts.hpp", "dated.mark.state != index_of(ConsentState::given)", "false"),
    "period ends a day early": (
        "vocabulary/period.hpp", "day <= period.to", "day < period.to"),
    "maturity a day late": (
        "indicators/contributions.hpp", "if (e.E + mature_days[i] > study", "if (e.E + mature_days[i] >= study"),
    "limit excludes its last day": (
        "indicators/contributions.hpp", "known(e.C) && e.C - e.R <= limit", "known(e.C) && e.C - e.R < limit"),
    "return after a year and a day": (
        "indicators/worker_links.hpp", "*next <= episode.X + within", "*next <= episode.X + within + 1"),
    "open on the exit day": (
        "indicators/contributions.hpp", "day < e.X", "day <= e.X"),
    "month ends are not clamped": (
        "vocabulary/day.hpp", "moved.year() / moved.month() / date::last", "moved.year() / moved.month() / 1"),
}


def build_and_run(arguments, folder: pathlib.Path, include: pathlib.Path) -> subprocess.CompletedProcess:
    program = folder / "compare"
    includes = [f"-I{path}" for path in (include, *arguments.include, ROOT / "tests")]
    sources = [HERE / "compare.cpp", ROOT / "tests/support/engine_register.cpp"]
    command = [arguments.compiler, "-std=c++20", "-O1", "-pthread", *includes, *sources, arguments.support, "-lrapidcheck",
               "-o", program]
    subprocess.run(command, check=True)
    return subprocess.run([program, str(arguments.registers)], capture_output=True, text=True, timeout=600)


def planted(include: pathlib.Path, fault) -> None:
    header, there, instead = fault
    path = include / "maintien" / header
    text = path.read_text(encoding="utf-8")
    if there not in text:
        raise SystemExit(f"{header} no longer holds the text a fault is planted in: {there}")
    path.write_text(text.replace(there, instead), encoding="utf-8")


def try_fault(arguments, name: str) -> str:
    """The verdict on one fault: empty when it was noticed."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        include = folder / "include"
        shutil.copytree(ROOT / "include", include)
        if name:
            planted(include, FAULTS[name])
        result = build_and_run(arguments, folder, include)
    print(f"{name or 'no fault'}: {result.stdout.strip() or result.returncode}", flush=True)
    noticed = result.returncode != 0
    return "" if noticed == bool(name) else (name or "no fault")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--include", action="append", default=[])
    parser.add_argument("--support", required=True)
    parser.add_argument("--registers", type=int, default=2000)
    parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()
    names = arguments.only if arguments.only else ["", *FAULTS]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        unnoticed = [verdict for verdict in pool.map(lambda name: try_fault(arguments, name), names) if verdict]
    print(f"{len(names) - len(unnoticed)} passed, {len(unnoticed)} failed")
    for name in unnoticed:
        print(f"not noticed: {name}", file=sys.stderr)
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
