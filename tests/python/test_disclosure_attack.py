"""An outsider who has the published documents, the rule, k and all labels never bounds what a hidden figure protects to a range narrower than
[1, k − 1]. The relations between rows are written down here from the definitions (docs/indicators.md), not read from the library; SciPy's branch and
bound does the rest. Figures that were hidden for others' sake are revealed one by one until one makes the outsider succeed; how many it takes is
printed: the check can fail. `./dev test --all` installs SciPy; without it the tests are skipped."""

import json
import subprocess
from collections import defaultdict

import pytest

optimize = pytest.importorskip("scipy.optimize", reason="scipy is not installed: ./dev test --all installs it")
import numpy  # noqa: E402  (SciPy brings it)
from scipy.sparse import csr_array  # noqa: E402

STATUSES = ["ongoing", "refused", "positive", "negative", "neutral"]
LEAST = 5
# Follow-up: those who should have answered and did not, and all whose window is over.
SILENT = ["refused", "no_contact", "lost", "other_non_response", "not_sent"]
ELIGIBLE = ["answered", *SILENT]
MATURE = [*ELIGIBLE, "deceased", "retired"]
ENDS = [*MATURE, "pending"]
# Answers that say whether the worker is in work; the first six are in work, the first four with the same employer.
ANSWERS = ["same_post", "adapted_post", "other_post_same_employer", "on_leave_with_contract", "other_employer", "self_employed",
           "in_training", "job_seeking", "invalidity", "unfit_retired", "out_of_work_other"]  # fmt: skip
# The measures that are recommendations of the physician.
RECOMMENDED = ["job_adjustment", "working_time_adjustment", "therapeutic_part_time", "telework", "technical_aid", "job_study", "ergonomic_study"]
ENTRY_DAYS, EXIT_DAYS = ["30", "60", "90"], ["90", "180", "365"]
OF_REFERRALS = ["referral_to_contact", "referral_to_entry", "referral_to_exit"]


def name_of(row):
    return row["indicator"], row["variant"] or "", row["category"] or ""


def stratum_of(row):
    return tuple(sorted(row["by"].items()))


def exits(cohort):
    return [f"{kind}:{cohort}" for kind in ("positive", "negative", "refused")]


def until(kind, days, last=None):
    """The counts of a course by horizon, up to one of them; without it all, those after the last horizon too."""
    bins = [f"{kind}:{day}" for day in days] + [f"{kind}:later"]
    return bins[: days.index(last) + 1] if last else bins


def ends(horizon, which, of="end"):
    return [f"{of}:{horizon}:{end}" for end in which]


def said(horizon, answers):
    return [f"answer:{horizon}:{answer}" for answer in answers]


def follow_up_counts(indicator, variant, category):
    """Follow-up, response and retention."""
    if indicator == "follow_up":
        over = ends(variant, MATURE)
        return (over, None) if category == "due" else (ends(variant, [category]), None if category == "pending" else over)
    if indicator == "response_rate":
        return ends(variant, ["answered", "retired"]), ends(variant, [*ELIGIBLE, "retired"])
    answered, eligible = ends(category, ["answered"]), ends(category, ELIGIBLE)
    if variant.startswith("after_positive_exit"):
        return [f"positive_employed:{category}"], ends(category, ELIGIBLE if variant.endswith("bounds") else ["answered"], "positive_end")
    of_answers = {"same_employer": ANSWERS[:4], "same_post": ANSWERS[:1], "at_work": ANSWERS[:3] + ANSWERS[4:6], "employed_or_training": ANSWERS[:7]}
    return said(category, of_answers.get(variant, ANSWERS[:6])), eligible if variant == "bounds" else answered


def course_counts(indicator, variant, category):
    """Cumulative incidences, Kaplan-Meier figures and restricted means: ended (by then) / followed."""
    positive, otherwise = until("left_positively", EXIT_DAYS), until("left_otherwise", EXIT_DAYS)
    followed = [*positive, *otherwise, "still_in_cell"]
    if indicator == "entry_rate":
        return until("entered", ENTRY_DAYS, category), [*until("entered", ENTRY_DAYS), "entry_not_come"]
    if indicator == "positive_exit_rate":
        return until("left_positively", EXIT_DAYS, category), followed
    if indicator == "stage_delay":
        return [f"over:{variant}"], [f"over:{variant}", f"running:{variant}"]
    if variant == "rmst":
        return until("left_positively", EXIT_DAYS, category) + until("left_otherwise", EXIT_DAYS, category), followed
    return positive + otherwise, followed


def is_course(row):
    indicator, variant, category = name_of(row)
    return variant == "cumulative_incidence" or category == "km_median" or (indicator == "days_in_cell" and variant in ("km_median", "km_q1", "km_q3", "rmst"))


def is_quantile(row):
    indicator, variant, category = name_of(row)
    return indicator == "stage_delay" and category in ("q1", "median", "q3") or variant.startswith("closed_median")


def counts_of(row):
    """Numerator and denominator of a row as sums of named counts, as the definitions say; None for what is no number of people."""
    indicator, variant, category = name_of(row)
    cohort = "period" if variant.endswith("of_period") or variant == "exits_of_period" else "entry"
    numerator, denominator = [f"{indicator}/{variant}/{category}"], None
    if is_course(row):
        return course_counts(indicator, variant, category)
    if indicator in ("follow_up", "response_rate", "retention"):
        return follow_up_counts(indicator, variant, category)
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
             "all_mean": "broad", "open_mean_age": "n:open"}.get(variant, f"over:{variant}")  # fmt: skip
        return None, [n]
    elif indicator == "recommendations":
        issued = [f"measures//{measure}" for measure in RECOMMENDED]
        return (issued, None) if variant == "issued" else (numerator, issued)
    elif indicator == "standardised_rate":
        return (["entered"], ["referrals"]) if variant == "entry_rate" else (["positive:entry"], exits("entry"))
    elif indicator == "service_comparison" and variant == "positive_exit_rate":
        return [f"service_positive:{category}"], [f"service_left:{category}"]
    elif indicator == "service_comparison":
        return ["positive:entry"], exits("entry")
    elif indicator not in ("stage_delay", "appointments", "measures", "partners") or (indicator, variant) == ("appointments", "per_person"):
        return None, None
    return numerator, denominator


def left_out(row):
    """What a row leaves out, reason by reason, as named counts."""
    indicator, variant, category = name_of(row)
    if indicator in ("follow_up", "response_rate", "retention"):
        horizon, of = (category, "positive_end" if variant.startswith("after_positive_exit") else "end") if indicator == "retention" else (variant, "end")
        reasons = {"not_mature": ends(horizon, ["pending"], of)}
        if indicator != "follow_up":
            reasons["deceased"] = ends(horizon, ["deceased"], of)
        if indicator == "retention":
            reasons["retired"] = ends(horizon, ["retired"], of)
        if indicator == "retention" and "bounds" not in variant and variant != "weighted":
            reasons["non_response"] = ends(horizon, SILENT, of)
        return {} if category in ("due", "pending") else reasons
    if (indicator, variant) == ("positive_exit_rate", "mature"):
        return {"not_mature": [f"not_mature:{category}"]}
    if (indicator, variant) == ("entry_rate", "cumulative_incidence"):
        return {"negative": ["before_referral"]}
    if indicator == "stage_delay" and category != "pending":
        return {"negative": [f"{'backwards' if category == 'km_median' else 'negative'}:{variant}"]}
    if (indicator, variant) == ("contact_within_limit", "mature"):
        return {"not_mature": ["contact_not_mature"], "closed_without_contact": ["closed_without_contact"]}
    return {}


def single_counts(row):
    """The named counts that an open row tells one by one."""
    told = {}
    counts = [*zip(counts_of(row), (row["numerator"], row["denominator"])), *((names, row["excluded"].get(reason, 0)) for reason, names in left_out(row).items())]
    for names, number in counts:
        if names and len(names) == 1 and number is not None:
            told[names[0]] = number
    if name_of(row)[::2] == ("stage_delay", "km_median"):
        told[f"running:{row['variant']}"] = row["denominator"] - row["numerator"]
    return told


def as_a_rule():
    """Sums that are the same as a rule, or of which one is a part: whoever has come to a stage has come through those before, and waits for one only."""
    come = lambda delay: [f"over:{delay}", f"negative:{delay}"]  # noqa: E731
    started = lambda delay: [f"over:{delay}", f"running:{delay}", f"backwards:{delay}"]  # noqa: E731
    pending = lambda delay: f"stage_delay/{delay}/pending"  # noqa: E731
    same = [(come("referral_to_contact"), started("contact_to_interview")), (come("contact_to_interview"), started("interview_to_entry")),
            (started("contact_to_interview"), ["referrals"]), (started("interview_to_entry"), ["referrals"]), (come("interview_to_entry"), ["entries"]),
            (come("referral_to_entry"), ["entries"]), (come("referral_to_exit"), ["exits"]),
            ([*come("referral_to_exit"), pending("referral_to_exit")], [*come("referral_to_entry"), pending("referral_to_entry")]),
            ([pending("referral_to_exit")], [pending("referral_to_entry"), "status:ongoing"]),
            ([pending("referral_to_entry")], [pending("referral_to_contact"), pending("contact_to_interview"), pending("interview_to_entry")]),
            (["entries"], ["broad"]), (["positive:entry"], ["positive:period"]), (["negative:entry"], ["negative:period"]),
            (["status:ongoing"], ["closing"]), (["entered"], ["broad"]), (["n:closed"], ["exits"])]  # fmt: skip
    parts = [(come("interview_to_entry"), ["entries"]), (started("interview_to_entry"), started("contact_to_interview")),
             ([pending("entry_to_plan")], ["status:ongoing"])]  # fmt: skip
    return [(a, b, 0) for a, b in same] + [(a, b, -numpy.inf) for a, b in parts]


class Outsider:
    """A system of linear equations over whole numbers from 0."""

    def __init__(self):
        self.columns, self.rows, self.low, self.high = {}, [], [], []
        self.worlds = []  # counts found so far

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

    def read(self, release, report, opened):
        """What a report shows. A point of a curve is taken to tell how many had ended by each horizon, the limits of the funnel the size of
        their service: both could be worked out from it, and are read from the open report."""
        in_the_open = {(name_of(row), stratum_of(row)): row for row in opened["rows"]}
        for row in report["rows"]:
            if row["null_reason"] == "suppressed":
                continue
            self.read_row(release, row)
            for name in told_by(row):
                told = in_the_open.get((name, stratum_of(row)))
                if told and told["indicator"] == "service_comparison":
                    self.say(self.form(release, stratum_of(row), counts_of(told)[1]), told["denominator"], told["denominator"])
                elif told:  # a quantile is about those who came, not about those who wait
                    self.say_counts(release, {**told, "denominator": None} if is_quantile(row) else told)
        for by in {stratum_of(row) for row in report["rows"]}:
            self.know(release, by, report)
        self.guess(release, opened)
        self.add_up(release, report)

    def say_counts(self, release, row):
        for counts, number in zip(counts_of(row), (row["numerator"], row["denominator"])):
            if counts and number is not None:
                self.say(self.form(release, stratum_of(row), counts), number, number)

    def read_row(self, release, row):
        by, (numerator, denominator) = stratum_of(row), counts_of(row)
        self.say_counts(release, row)
        if numerator and denominator and row["unit"] == "proportion":
            self.compare(self.form(release, by, numerator), self.form(release, by, denominator), -numpy.inf, 0)
        for reason, counts in left_out(row).items():
            number = row["excluded"].get(reason, 0)
            self.say(self.form(release, by, counts), number, number)
        if row["indicator"] == "retention" and row["variant"].endswith("bounds") and row["bound_upper"] is not None:
            silent = ends(row["category"], SILENT, "positive_end" if row["variant"].startswith("after") else "end")
            number = round(row["bound_upper"] * row["denominator"])
            self.say(self.form(release, by, numerator + silent), number, number)

    def know(self, release, by, report):
        """The definitions, within one stratum."""
        codes = defaultdict(list)
        for row in report["rows"]:
            if stratum_of(row) == by:
                codes[row["indicator"], row["variant"]].append((row["category"], row["unit"]))
        same = [(["broad"], [f"status:{status}" for status in STATUSES]), (["opening", "entries"], ["closing", "exits"])]
        same += [([f"status:{kind}"], [f"{kind}:entry"]) for kind in ("positive", "negative", "neutral")]
        same += [(["exits"], ["positive:period", "negative:period", "neutral:period"])]
        same += [([f"mature:{days}", f"not_mature:{days}"], ["entries"]) for days in EXIT_DAYS]
        same += [(["contact_mature", "contact_not_mature", "closed_without_contact"], ["referrals"])]
        for cohort, variant in (("entry", "entry_cohort"), ("period", "exits_of_period")):
            rows = [f"outcome/{variant}/{code}" for code, unit in codes["outcome", variant] if unit == "proportion"]
            same += [(exits(cohort), rows)]
        for (indicator, variant), rows in codes.items():
            if indicator == "distribution":
                given = [f"distribution/{variant}/{code}" for code, _ in rows if code != "unknown"]
                same += [([f"given:{variant}"], given), (["referrals"], [f"given:{variant}", f"distribution/{variant}/unknown"])]
        services = [category for category, _ in codes["service_comparison", "positive_exit_rate"]]
        same += [(["positive:entry"], [f"service_positive:{name}" for name in services]), (exits("entry"), [f"service_left:{name}" for name in services])]
        parts = [([f"service_positive:{name}"], [f"service_left:{name}"]) for name in services] + [(["persons"], ["referrals"])]
        same += self.courses()[0] + self.follow_ups(sorted({variant for indicator, variant in codes if indicator == "follow_up"}))[0]
        parts += self.courses()[1] + self.follow_ups(sorted({variant for indicator, variant in codes if indicator == "follow_up"}))[1]
        parts += [(["recommendations/carried_out/"], [f"measures//{measure}" for measure in RECOMMENDED])]
        for a, b in same:
            self.compare(self.form(release, by, a), self.form(release, by, b))
        for a, b in parts:
            self.compare(self.form(release, by, a), self.form(release, by, b), -numpy.inf, 0)

    def guess(self, release, opened):
        """What is so as a rule: known where it is so in every stratum of the open report."""
        strata = defaultdict(dict)
        for row in opened["rows"]:
            strata[stratum_of(row)].update(single_counts(row))
        for a, b, low in as_a_rule():
            counts = [sum(counted.get(name, numpy.nan) for name in a) - sum(counted.get(name, numpy.nan) for name in b) for counted in strata.values()]
            for by in strata if all(low <= count <= 0 for count in counts) else ():
                self.compare(self.form(release, by, a), self.form(release, by, b), low, 0)

    @staticmethod
    def courses():
        """Who is followed from a referral, an entry or a stage on: sums that are the same, parts and their wholes."""
        positive, otherwise = until("left_positively", EXIT_DAYS), until("left_otherwise", EXIT_DAYS)
        same = [([*until("entered", ENTRY_DAYS), "entry_not_come", "before_referral"], ["referrals"]), ([*positive, *otherwise, "still_in_cell"], ["entries"])]
        same += [(positive, ["positive:entry"]), (["still_in_cell"], ["status:ongoing", "outcome/entry_cohort/transferred"])]
        same += [([f"{kind}:{delay}" for kind in ("over", "running", "backwards")], ["referrals"]) for delay in OF_REFERRALS]
        same += [([f"{kind}:entry_to_plan" for kind in ("over", "running", "backwards")], ["entries"])]
        parts = [([f"stage_delay/{delay}/pending"], [f"running:{delay}"]) for delay in OF_REFERRALS + ["entry_to_plan"]]
        parts += [([f"negative:{delay}"], [f"backwards:{delay}"]) for delay in OF_REFERRALS + ["entry_to_plan"]]
        parts += [(until("entered", ENTRY_DAYS), ["entered"]), (["stage_delay/referral_to_entry/pending"], ["entry_not_come"])]
        parts += [([f"positive_exit_rate/mature/{days}"], until("left_positively", EXIT_DAYS, days)) for days in EXIT_DAYS]
        return same, parts

    @staticmethod
    def follow_ups(horizons):
        """What became of the exits of the period that are followed, all but death, retirement and transfer."""
        same, parts = [], []
        apart = [f"outcome/exits_of_period/{code}" for code in ("death", "retirement", "transferred")]
        for i, months in enumerate(horizons):
            positive = ends(months, ENDS, "positive_end")
            same += [(ends(months, ENDS) + apart, ["exits"]), (said(months, ANSWERS), ends(months, ["answered"])), (positive, ["positive:period"])]
            parts += [(ends(months, [end], "positive_end"), ends(months, [end])) for end in ENDS]
            parts += [([f"positive_employed:{months}"], said(months, ANSWERS[:6])), ([f"positive_employed:{months}"], ends(months, ["answered"], "positive_end"))]
            parts += [(ends(months, ["answered"], "positive_end"), [f"positive_employed:{months}"] + said(months, ANSWERS[6:]))]
            if i > 0:
                parts += [(ends(horizons[i - 1], ["pending"], of), ends(months, ["pending"], of)) for of in ("end", "positive_end")]
        return same, parts

    def add_up(self, release, report):
        """Strata add up to the whole, except what counts somebody once; a stratum of one service has no exits of another."""
        strata = {stratum_of(row) for row in report["rows"]} - {()}
        counted = {count for r, _, count in list(self.columns) if r == release}
        for by in strata:
            service = dict(by).get("service")
            for key, code in by:
                for count in counted:
                    if count.startswith(f"distribution/{key}/"):
                        of_the_code = self.form(release, by, ["referrals"] if count.endswith(f"/{code}") else [])
                        self.compare(self.form(release, by, [count]), of_the_code)
            for count in counted:
                if service and count.startswith("service_left:") and count != f"service_left:{service}":
                    self.say(self.form(release, by, [count]), 0, 0)
        for count in counted - {"persons"}:
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

    def matrix(self):
        i, j, times = zip(*[(i, j, times) for i, row in enumerate(self.rows) for j, times in row.items()])
        return csr_array((times, (i, j)), shape=(len(self.rows), len(self.columns)))

    def extreme(self, matrix, form, sense):
        """Counts that fit everything known, in which a sum is least (1) or greatest (-1)."""
        cost = numpy.zeros(len(self.columns))
        for column, value in form.items():
            cost[column] = sense * value
        done = optimize.milp(cost, integrality=numpy.ones(len(cost)), bounds=optimize.Bounds(0, 10000),
                             constraints=optimize.LinearConstraint(matrix, self.low, self.high))  # fmt: skip
        assert done.success, done.message
        return numpy.round(done.x).astype(int)

    def gives_away(self, forms):
        """The first of some sums that cannot be 1 or less, or not k − 1 or more, with its extreme value. Counts found for one sum serve the others, as
        long as they fit what is known."""
        matrix = self.matrix()
        padded = [numpy.pad(world, (0, len(self.columns) - len(world))) for world in self.worlds]
        worlds = [world for world in padded if ((matrix @ world >= self.low) & (matrix @ world <= self.high)).all()]
        for form in forms:
            columns, times = list(form), list(form.values())
            for sense, far_enough in ((1, lambda number: number <= 1), (-1, lambda number: number >= LEAST - 1)):
                if any(far_enough(world[columns] @ times) for world in worlds):
                    continue
                worlds.append(self.extreme(matrix, form, sense))
                self.worlds.append(worlds[-1])
                if not far_enough(worlds[-1][columns] @ times):
                    return {name for name, column in self.columns.items() if column in form}, worlds[-1][columns] @ times
        return None


def told_by(row):
    """The rows whose counts can be worked out from a row, although it does not print them."""
    indicator, variant, category = name_of(row)
    if indicator == "service_comparison" and variant == "limits":
        return [(indicator, "positive_exit_rate", category)]
    if category in ("q1", "median", "q3") and variant == "referral_to_contact":
        return [("contact_within_limit", "all", "")]
    if category in ("q1", "median", "q3") and variant == "referral_to_entry":
        return [("entry_rate", "cumulative_incidence", days) for days in ENTRY_DAYS]
    if variant.startswith("closed_median"):
        return [("days_in_cell", "rmst", days) for days in EXIT_DAYS]
    if not is_course(row) or indicator == "stage_delay":
        return []
    if indicator == "entry_rate":
        return [(indicator, variant, days) for days in ENTRY_DAYS]
    told = [("days_in_cell", "rmst", days) for days in EXIT_DAYS]
    return told + ([(indicator, variant, days) for days in EXIT_DAYS] if indicator == "positive_exit_rate" else [])


def protected(outsider, release, report):
    """What primary figures protect: c, d − c, and what is left out, where they are small."""
    forms = {}
    for row in report["rows"]:
        for reason, counts in left_out(row).items():
            if 1 <= row["excluded"].get(reason, 0) < LEAST:
                form = outsider.form(release, stratum_of(row), counts)
                forms[tuple(sorted(form.items()))] = form
        numerator, denominator = counts_of(row)
        by = stratum_of(row)
        if numerator and row["numerator"] is not None and 1 <= row["numerator"] < LEAST:
            form = outsider.form(release, by, numerator)
            forms[tuple(sorted(form.items()))] = form
        is_share = row["unit"] == "proportion" or is_course(row)
        if numerator and denominator and is_share and 1 <= row["denominator"] - row["numerator"] < LEAST:
            form = outsider.form(release, by, denominator)
            for column, times in outsider.form(release, by, numerator, -1).items():
                form[column] += times
            forms[tuple(sorted(form.items()))] = form
    return list(forms.values())


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


def hidden_for_others(releases):
    """A dozen figures that are hidden for others' sake, as they stand in the open, with their release."""
    for i, (opened, _, audit) in enumerate(releases):
        rows = {(name_of(row), stratum_of(row)): row for row in opened["rows"]}
        for hidden in [row for row in audit["rows"] if row["hiding"] == "secondary"][:6]:
            yield i, rows[name_of(hidden), stratum_of(hidden)]


@pytest.mark.parametrize("seed", range(1, 3))
def test_an_outsider_learns_nothing_of_small_numbers(program, tmp_path, seed, capsys):
    releases = list(releases_of(program, tmp_path, seed))
    outsider = Outsider()
    for i, (opened, published, _) in enumerate(releases):
        outsider.read(i, published, opened)
    outsider.grow(0, 1)
    forms = [form for i, (opened, _, _) in enumerate(releases) for form in protected(outsider, i, opened)]
    assert forms
    assert outsider.gives_away(forms) is None

    tried = 0
    for i, row in hidden_for_others(releases):
        size = len(outsider.rows)
        outsider.read_row(i, row)
        tried += 1
        if outsider.gives_away(forms):
            break
        for part in (outsider.rows, outsider.low, outsider.high):
            del part[size:]
    else:
        pytest.fail(f"none of {tried} hidden figures, revealed, gives a small number away")
    with capsys.disabled():
        print(f"\nregister {seed}: {len(forms)} small numbers held; 1 of {tried} hidden figures, revealed, gives one away")
