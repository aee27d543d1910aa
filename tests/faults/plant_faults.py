"""Plants faults in a copy of the engine, one at a time, and expects the comparison with the slow reference to notice each: figures,
and deviations by severity, of random registers under every protocol. A fault that makes a protocol unsound may not even compile.
The guards of a supervised trial are too rare in random registers: the scenario kit holds them (generated/consents.jsonl).

    plant_faults.py --compiler CXX --include DIR [--include DIR …] --support LIBRARY [--registers N] [--only NAME …]
    plant_faults.py --places

Without a fault the comparison must find no difference; a fault that nobody notices fails the run.
"""
import argparse
import concurrent.futures
import pathlib
import re
import shutil
import signal
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
        "pathway/replay_one.hpp", "return opens(marks[i]) && under_way(position.current()) && i + 1 < marks.size() && marks[i + 1].on == marks[i].on;", "return false;"),
    "second outcome stands": (
        "pathway/judge.hpp", "if (episode.outcome != no_code) return Bar::second_outcome;", ""),
    "withdrawal is a refusal": (
        "pathway/effect.hpp", "if (!known(episode.day_of(Milestone::entry))) {", "if (true) {"),
    "refusal is no contact": (
        "pathway/effect.hpp",
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
    "follow-up is pending a day longer": (
        "indicators/follow_up_contributions.hpp", "if (closes > study.table.last_day())", "if (closes >= study.table.last_day())"),
    "an earlier exit keeps the answer": (
        "indicators/follow_up_contributions.hpp", " && !belongs_to_a_later_exit(study, anchor, horizon, on)", ""),
    "a word on the due day comes too late": (
        "indicators/follow_up_contributions.hpp", "words.on[i] <= by", "words.on[i] < by"),
    "weights know no age": (
        "indicators/follow_up_contributions.hpp", "age_band_at(study, e));", "no_code);"),
    "a measure stays as it was first seen": (
        "register/kept_facts.hpp", "rows.done[at - 1] |= done;", ""),
    "a partner counts each time": (
        "indicators/plan_contributions.hpp", "before[rows.partner[i]] = on;", ""),
    # courses, delays and comparisons
    "a refusal does not end the wait for an entry": (
        "indicators/course_contributions.hpp", "ends(e.D, Stay::referral_to_refusing);", ""),
    "a transfer is an exit": (
        "indicators/course_contributions.hpp", "if (!known(e.X) || e.outcome == index_of(Outcome::transferred)) {", "if (!known(e.X)) {"),
    "a delay runs on after the end of the file": (
        "indicators/course_contributions.hpp", "if (known(end)) seen_until = std::min(seen_until, end);", ""),
    "causes of one day come one after the other": (
        "indicators/aalen_johansen.hpp", "incidence[cause] += before * static_cast<double>(set.by_cause[cause]) / n;",
        "incidence[cause] += (cause == 0 ? before : survival) * static_cast<double>(set.by_cause[cause]) / n;"),
    "who had the event stays in the variance of a restricted mean": (
        "indicators/restricted_mean.hpp", "static_cast<double>(point->events) / (n * left)", "static_cast<double>(point->events) / (n * n)"),
    "a median is the first day of its flat stretch": (
        "indicators/survival_quantile.hpp", "return (static_cast<double>(first->day) + static_cast<double>(end_of_flat)) / 2.0;",
        "return static_cast<double>(first->day) + 0.0 * static_cast<double>(end_of_flat);"),
    "an empty part is left out of the reference": (
        "indicators/standardisation.hpp", "if (stratum.n == 0) return not_given(NullReason::empty_stratum);", "if (stratum.n == 0) continue;"),
    "the funnel does not interpolate": (
        "indicators/funnel.hpp", "return static_cast<double>(r) - (binomial_at_most(r, n, rate) - tail) / binomial_probability(r, n, rate);",
        "return static_cast<double>(r);"),
    "a service without cases counts among those that differ": (
        "indicators/funnel.hpp", "sum / static_cast<double>(z.size())", "sum / static_cast<double>(services.size() + 1)"),
    "a neutral exit is measured": (
        "indicators/comparison_contributions.hpp", " && polarity != Polarity::neutral;", ";"),
    "those who did not answer would have said no": (
        "indicators/non_response.hpp", "static_cast<double>(answers.positive + answers.eligible - answers.respondents) / eligible",
        "static_cast<double>(answers.positive) / eligible"),
    "a worker referred twice is two persons": (
        "indicators/persons.hpp", "return std::unique(values.begin(), values.end()) - values.begin();",
        "return static_cast<std::int64_t>(values.size());"),
    "month ends are not clamped": (
        "vocabulary/day.hpp", "moved.year() / moved.month() / date::last", "moved.year() / moved.month() / 1"),
    # guards
    "age is reached a year early": (
        "pathway/judge.hpp", "age >= guard.age", "age >= guard.age - 1"),
    "consent on the form is not read": (
        "pathway/judge.hpp", "if (has(mark, consent_given)) return ConsentStanding::live;", ""),
    "physician's call implies no consent": (
        "pathway/judge.hpp", "if (guard.implied_by && mark.by == index_of(*guard.implied_by)) return ConsentStanding::live;", ""),
    "insurance bodies are partners as others": (
        "pathway/recipient.hpp", "return insurance ? ConsentScope::insurance_exchange : ConsentScope::partner_exchange;",
        "return ConsentScope::partner_exchange;"),
    "consent to one partner covers all": (
        "pathway/consent_standing.hpp", "if (word->partner != no_code && word->partner != question.partner) continue;", ""),
    "team is not known": (
        "pathway/recipient.hpp", "if (team.contains(actor) || actor == Actor::worker", "if (actor == Actor::worker"),
    "resumption goes back to contacted": (
        "pathway/advance.hpp", "episode.stage = move.kind == MoveKind::same ? met : returns_to;", "episode.stage = met;"),
    # protocols
    "version begins a day late": (
        "protocol/protocol_versions.hpp", "version->valid_from <= day", "version->valid_from < day"),
    "first version of AST BTP asks no age": (
        "protocol/built_in/ast_btp_ain.hpp", 'row_to_change(cell, "interview_accepted").guards.push_back(needs_age(50));', ""),
    "AIST 63 asks for an interview": (
        "protocol/built_in/aist63_cme.hpp", "entry.from = {{Stage::contacted, Stage::qualified}};", ""),
    "AIST 43 asks for a plan": (
        "protocol/built_in/aist43_cme.hpp", 'drop_guard(row_to_change(cell, "outcome"), GuardKind::after, Milestone::plan);', ""),
    "MT2i relays only after a first step": (
        "protocol/built_in/mt2i_pspme.hpp", "relay.from.none = true;", ""),
    "plan of the same day comes too late": (
        "pathway/expectation.hpp", "at < marks.size() && marks[at].on == marks[i].on; ++at", "at < i; ++at"),
    "something is expected beside what has no effect": (
        "pathway/expectation.hpp",
        "return missed != 0 && detail::bar_of(before, marks[i], protocol) != Bar::none ? std::uint8_t{0} : missed;", "return missed;"),
    # soundness
    "relay without a consent": (
        "protocol/built_in/common_core.hpp", "same_stage, {needs_consent_by_recipient()}, aist63_source});", "same_stage, {}, aist63_source});"),
    "stage that nothing leads to": (
        "protocol/built_in/common_core.hpp", "to(Stage::suspended), {}, core_source});", "same_stage, {}, core_source});"),
}

QUANTILES = "maintien/indicators/beta_gamma.hpp"


def compile_quantiles(arguments, folder: pathlib.Path) -> pathlib.Path:
    """The quantiles of distributions, compiled once: no fault is planted in them, and their headers take half of the time."""
    source, made = folder / "quantiles.cpp", folder / "quantiles.o"
    source.write_text((ROOT / "include" / QUANTILES).read_text(encoding="utf-8").replace("#pragma once", "").replace("inline double", "double"), encoding="utf-8")
    includes = [f"-I{path}" for path in (ROOT / "include", *arguments.include)]
    subprocess.run([arguments.compiler, "-std=c++20", "-O1", "-c", *includes, source, "-o", made], check=True)
    return made


def declare_quantiles(include: pathlib.Path) -> None:
    """Leaves of the quantiles in a copy of the headers their declarations alone."""
    header = include / QUANTILES
    signatures = re.findall(r"^inline (double \w+\([^)]*\)) \{", header.read_text(encoding="utf-8"), re.MULTILINE)
    lines = ["#pragma once", '#include "maintien/indicators/estimate.hpp"', "namespace maintien {", *(f"{signature};" for signature in signatures), "}", ""]
    header.write_text("\n".join(lines), encoding="utf-8")


def build(arguments, program: pathlib.Path, include: pathlib.Path, optimise: str) -> subprocess.CompletedProcess:
    """Compiles the comparison: one source, since its headers take most of the time; a fault shows early, without optimisation."""
    source = program.with_suffix(".cpp")
    source.write_text('#include "faults/compare.cpp"\n#include "support/engine_register.cpp"\n', encoding="utf-8")
    includes = [f"-I{path}" for path in (include, *arguments.include, ROOT / "tests", ROOT / "tests/support")]
    command = [arguments.compiler, "-std=c++20", optimise, "-pthread", *includes, source, arguments.quantiles, arguments.support, "-lrapidcheck", "-o", program]
    return subprocess.run(command, capture_output=True, text=True)


def planted(include: pathlib.Path, fault) -> None:
    header, there, instead = fault
    path = include / "maintien" / header
    path.write_text(path.read_text(encoding="utf-8").replace(there, instead), encoding="utf-8")


def without_place() -> list[str]:
    """The faults whose header does not hold once what they replace."""
    return [name for name, (header, there, _) in FAULTS.items()
            if (ROOT / "include/maintien" / header).read_text(encoding="utf-8").count(there) != 1]


def verdict_on(arguments, built: subprocess.CompletedProcess, program: pathlib.Path) -> tuple[str, bool]:
    """What became of the comparison, and whether something was noticed: by it, by an assertion, or before by the checks the protocols are
    compiled with."""
    if built.returncode == 0:
        ran = subprocess.run([program, str(arguments.registers)], capture_output=True, text=True, timeout=600)
        if ran.returncode == -signal.SIGABRT and "Assertion" in ran.stderr:
            return "an assertion of the engine fails", True
        if ran.returncode not in (0, 1):
            raise SystemExit(f"the comparison failed: {ran.returncode} {ran.stderr}")
        return ran.stdout.strip(), ran.returncode == 1
    if not re.search(r"static.assert(ion)? failed", built.stderr):
        raise SystemExit(built.stderr)
    return "does not compile", True


def try_fault(arguments, name: str) -> str:
    """The name of a fault that nobody noticed, else nothing; without a fault the engine as it is, of which nothing must be noticed."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        include = folder / "include"
        shutil.copytree(ROOT / "include", include)
        declare_quantiles(include)
        if name:
            planted(include, FAULTS[name])
        program = folder / "compare"
        said, noticed = verdict_on(arguments, build(arguments, program, include, "-O0" if name else "-O1"), program)
    print(f"{name or 'no fault'}: {said}", flush=True)
    return "" if noticed == bool(name) else (name or "no fault")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--places", action="store_true", help="only check that every fault finds the text it replaces")
    parser.add_argument("--compiler", default="c++")
    parser.add_argument("--include", action="append", default=[])
    parser.add_argument("--support")
    parser.add_argument("--registers", type=int, default=2000)
    parser.add_argument("--only", nargs="*")
    arguments = parser.parse_args()
    for name in (lost := without_place()):
        print(f"the text of this fault does not stand once in its header: {name}", file=sys.stderr)
    if lost or arguments.places:
        return 1 if lost else 0
    names = arguments.only if arguments.only else ["", *FAULTS]
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        arguments.quantiles = compile_quantiles(arguments, pathlib.Path(folder))
        unnoticed = [verdict for verdict in pool.map(lambda name: try_fault(arguments, name), names) if verdict]
    print(f"{len(names) - len(unnoticed)} passed, {len(unnoticed)} failed")
    for name in unnoticed:
        print(f"not noticed: {name}", file=sys.stderr)
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
