"""An outsider who has the published documents, the rule, k and all labels never bounds what a hidden figure protects to a range narrower than
[1, k − 1]. The relations between rows are written down here from the definitions (docs/indicators.md), not read from the library; SciPy's branch and
bound does the rest. Revealing one figure that was hidden for others' sake must make the outsider succeed in a share of them, which is printed: the
check can fail. `./dev test --all` installs SciPy; without it the tests are skipped."""

import json
import subprocess
from collections import defaultdict

import pytest

optimize = pytest.importorskip("scipy.optimize", reason="scipy is not installed: ./dev test --all installs it")
import numpy  # noqa: E402  (SciPy brings it)
from scipy.sparse import csr_array  # noqa: E402

STATUSES = ["ongoing", "refused", "positive", "negative", "neutral"]
LEAST = 5


def name_of(row):
    return row["indicator"], row["variant"] or "", row["category"] or ""


def stratum_of(row):
    return tuple(sorted(row["by"].items()))


def exits(cohort):
    return [f"{kind}:{cohort}" for kind in ("positive", "negative", "refused")]


def counts_of(row):
    """Numerator and denominator of a row as sums of named counts, as the definitions say; None for what is no number of people."""
    indicator, variant, category = name_of(row)
    cohort = "period" if variant.endswith("of_period") or variant == "exits_of_period" else "entry"
    numerator, denominator = [f"{indicator}/{variant}/{category}"], None
    if indicator == "referrals":
        numerator = ["persons"] if variant else ["referrals"]
    elif indicator == "re_referrals":
        denominator = [f"of:{variant}"] if variant else ["referrals"]
    elif indicator == "entries":
        numerator = ["entries" if variant == "strict" else "broad"]
    elif indicator == "entry_rate":
        numerator, denominator = (["broad"] if variant == "flow_ratio" else ["entered"]), ["referrals"]
    elif indicator == "status":
        numerator, denominator = [f"status:{category}"], ["broad"]
    elif indicator == "outcome":
        denominator = exits(cohort) if row["unit"] == "proportion" else None
    elif indicator == "positive_exit_rate" and variant.startswith("per_exit"):
        numerator, denominator = [f"positive:{cohort}"], exits(cohort)
    elif indicator == "positive_exit_rate" and variant.startswith("per_accompanied"):
        numerator, denominator = [f"positive:{cohort}"], exits(cohort)[:2]
    elif indicator == "positive_exit_rate" and variant == "per_entry":
        numerator, denominator = ["positive:entry"], exits("entry") + ["status:ongoing"]
    elif indicator == "positive_exit_rate" and variant == "mature":
        denominator = [f"mature:{category}"]
    elif indicator in ("kept_in_company", "kept_in_employment"):
        denominator = exits(cohort)
    elif indicator == "neutral_share":
        numerator, denominator = [f"neutral:{cohort}"], [f"neutral:{cohort}"] + exits(cohort)
    elif indicator == "contact_within_limit":
        denominator = ["referrals"] if variant == "all" else ["contact_mature"]
    elif indicator == "refusal_rate":
        numerator, denominator = ["refusals"], ["refusals", "entries"]
    elif indicator == "caseload":
        numerator = {"inflow": ["entries"], "outflow": ["exits"], "active": ["opening", "entries"]}.get(variant, [variant])
    elif indicator == "distribution":
        denominator = None if category == "unknown" else [f"given:{variant}"]
    elif indicator == "days_in_cell" or indicator == "stage_delay" and category != "pending":
        n = {"closed_mean": "n:closed", "closed_median": "n:closed", "closed_mean_of_period": "exits", "closed_median_of_period": "exits",
             "all_mean": "broad", "open_mean_age": "n:open"}.get(variant, f"n:{variant}")  # fmt: skip
        return None, [n]
    elif indicator not in ("stage_delay", "appointments") or (indicator, variant) == ("appointments", "per_person"):
        return None, None
    return numerator, denominator


class Outsider:
    """A system of linear equations over whole numbers from 0."""

    def __init__(self):
        self.columns, self.rows, self.low, self.high = {}, [], [], []

    def column(self, release, stratum, count):
        return self.columns.setdefault((release, stratum, count), len(self.columns))

    def form(self, release, stratum, counts, sign=1):
        form = defaultdict(int)
        for count in counts:
            form[self.column(release, stratum, count)] += sign
        return form

    def say(self, form, low, high):
        self.rows.append(dict(form)), self.low.append(low), self.high.append(high)

    def compare(self, a, b, low=0, high=0):
        """low ≤ a − b ≤ high."""
        form = defaultdict(int, a)
        for column, times in b.items():
            form[column] -= times
        self.say(form, low, high)

    def read(self, release, report):
        """What a report shows."""
        for row in report["rows"]:
            numerator, denominator = counts_of(row)
            by = stratum_of(row)
            for counts, number in ((numerator, row["numerator"]), (denominator, row["denominator"])):
                if counts and number is not None:
                    self.say(self.form(release, by, counts), number, number)
            if numerator and denominator and row["unit"] == "proportion":
                self.compare(self.form(release, by, numerator), self.form(release, by, denominator), -numpy.inf, 0)
            if row["variant"] == "mature" and row["indicator"] == "positive_exit_rate" and row["null_reason"] != "suppressed":
                number = row["excluded"].get("not_mature", 0)
                self.say(self.form(release, by, [f"not_mature:{row['category']}"]), number, number)
        for by in {stratum_of(row) for row in report["rows"]}:
            self.know(release, by, report)
        self.add_up(release, report)

    def know(self, release, by, report):
        """The definitions, within one stratum."""
        codes = defaultdict(list)
        for row in report["rows"]:
            if stratum_of(row) == by:
                codes[row["indicator"], row["variant"]].append((row["category"], row["unit"]))
        same = [(["broad"], [f"status:{status}" for status in STATUSES]), (["opening", "entries"], ["closing", "exits"])]
        same += [([f"status:{kind}"], [f"{kind}:entry"]) for kind in ("positive", "negative", "neutral")]
        same += [(["exits"], ["positive:period", "negative:period", "neutral:period"])]
        same += [([f"mature:{days}", f"not_mature:{days}"], ["entries"]) for days in ("90", "180", "365")]
        for cohort, variant in (("entry", "entry_cohort"), ("period", "exits_of_period")):
            rows = [f"outcome/{variant}/{code}" for code, unit in codes["outcome", variant] if unit == "proportion"]
            same += [(exits(cohort), rows)]
        for (indicator, variant), rows in codes.items():
            if indicator == "distribution":
                given = [f"distribution/{variant}/{code}" for code, _ in rows if code != "unknown"]
                same += [([f"given:{variant}"], given), (["referrals"], [f"given:{variant}", f"distribution/{variant}/unknown"])]
        for a, b in same:
            self.compare(self.form(release, by, a), self.form(release, by, b))
        self.compare(self.form(release, by, ["persons"]), self.form(release, by, ["referrals"]), -numpy.inf, 0)

    def add_up(self, release, report):
        """Strata add up to the whole, except what counts somebody once."""
        strata = {stratum_of(row) for row in report["rows"]} - {()}
        for count in {count for r, _, count in list(self.columns) if r == release} - {"persons"}:
            if strata:
                parts = defaultdict(int)
                for by in strata:
                    parts[self.column(release, by, count)] += 1
                self.compare(self.form(release, (), [count]), parts)

    def grow(self, earlier, later):
        """Looking on a later day never lowers referrals, entries or exits."""
        for release, by, count in list(self.columns):
            if release == earlier and (later, by, count) in self.columns and count in ("referrals", "entries", "exits", "broad"):
                self.compare(self.form(later, by, [count]), self.form(earlier, by, [count]), 0, numpy.inf)

    def bounds(self, form):
        """The least and the greatest value of a sum."""
        data = [(i, j, times) for i, row in enumerate(self.rows) for j, times in row.items()]
        i, j, times = zip(*data)
        matrix = csr_array((times, (i, j)), shape=(len(self.rows), len(self.columns)))
        found = []
        for sense in (1, -1):
            cost = numpy.zeros(len(self.columns))
            for column, value in form.items():
                cost[column] = sense * value
            done = optimize.milp(cost, integrality=numpy.ones(len(cost)), bounds=optimize.Bounds(0, 10000),
                                 constraints=optimize.LinearConstraint(matrix, self.low, self.high))  # fmt: skip
            assert done.success, done.message
            found.append(sense * round(done.fun))
        return found


def protected(outsider, release, report):
    """What primary figures protect: c, and d − c, where they are small."""
    forms = {}
    for row in report["rows"]:
        numerator, denominator = counts_of(row)
        by = stratum_of(row)
        if numerator and row["numerator"] is not None and 1 <= row["numerator"] < LEAST:
            form = outsider.form(release, by, numerator)
            forms[tuple(sorted(form.items()))] = form
        if numerator and denominator and row["unit"] == "proportion" and 1 <= row["denominator"] - row["numerator"] < LEAST:
            form = outsider.form(release, by, denominator)
            for column, times in outsider.form(release, by, numerator, -1).items():
                form[column] += times
            forms[tuple(sorted(form.items()))] = form
    return list(forms.values())


def is_narrow(bounds):
    return bounds[0] > 1 or bounds[1] < LEAST - 1


def releases_of(program, folder, seed):
    """Two successive releases of one register, in the open and as published, with their audits."""
    events, ledger = folder / f"{seed}.jsonl", folder / f"{seed}.ledger.json"
    run = lambda *words: subprocess.run([program, *map(str, words)], check=True, capture_output=True).stdout  # noqa: E731
    run("simulate", "--cases", 60, "--seed", seed, "--protocol", "common_core", "--until", "2024-12-31", "-o", events)
    for as_of, by in (("2024-06-30", ["--by", "sex"]), ("2024-12-31", [])):
        question = ["report", events, "--protocol", "common_core", "--as-of", as_of, "--format", "json", *by]
        audit = folder / f"{seed}.{as_of}.audit.json"
        published = json.loads(run(*question, "--min-count", LEAST, "--ledger", ledger, "--audit", audit))
        yield json.loads(run(*question)), published, json.loads(audit.read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", range(1, 3))
def test_an_outsider_learns_nothing_of_small_numbers(program, tmp_path, seed, capsys):
    releases = list(releases_of(program, tmp_path, seed))
    outsider = Outsider()
    for i, (_, published, _) in enumerate(releases):
        outsider.read(i, published)
    outsider.grow(0, 1)
    forms = [form for i, (opened, _, _) in enumerate(releases) for form in protected(outsider, i, opened)]
    assert forms
    narrow = [bounds for bounds in map(outsider.bounds, forms) if is_narrow(bounds)]
    assert not narrow

    tried = succeeded = 0
    for i, (opened, _, audit) in enumerate(releases):
        rows = {(name_of(row), stratum_of(row)): row for row in opened["rows"]}
        for hidden in [row for row in audit["rows"] if row["hiding"] == "secondary"][:2]:
            row = rows[name_of(hidden), stratum_of(hidden)]
            size = len(outsider.rows)
            for counts, number in zip(counts_of(row), (row["numerator"], row["denominator"])):
                if counts and number is not None:
                    outsider.say(outsider.form(i, stratum_of(row), counts), number, number)
            tried += 1
            succeeded += any(is_narrow(outsider.bounds(form)) for form in forms)
            for part in (outsider.rows, outsider.low, outsider.high):
                del part[size:]
    with capsys.disabled():
        print(f"\nregister {seed}: {len(forms)} small numbers held; {succeeded} of {tried} hidden figures, revealed, give one away")
    assert succeeded > 0
