"""The estimators give on random data what R, SciPy, statsmodels and lifelines give, to 1e-9. `./dev test --all` installs these; without them the tests
are skipped. Where we differ on purpose is in docs/estimators.md, and left out here by name."""

import csv
import math
import random
import shutil
import subprocess
import warnings
from collections import defaultdict
from pathlib import Path

import pytest

from maintien import stats

SCALES = {"log-log": "log_log", "log": "log", "plain": "plain", "logit": "logit", "arcsin": "arcsine"}


def peer(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip(name, reason=f"{name} is not installed: ./dev test --all installs the peers")


def random_episodes(seed, delayed):
    """Days, causes and first days watched of some episodes; few days, so that many are tied."""
    chance = random.Random(seed)
    size, longest = chance.randint(3, 90), chance.choice([8, 30, 200])
    days = [chance.randint(1, longest) for _ in range(size)]
    causes = [chance.choices([0, 1, 2, 3], [3, 4, 2, 1])[0] for _ in days]
    if not any(causes):
        causes[0] = 1
    watched = [chance.randint(1, day - 1) if delayed and day > 1 and chance.random() < 0.3 else 0 for day in days]
    return days, causes, watched


def worker_of(position):
    """Whose episode that is: some workers have one, some up to four."""
    return position * position % 17


EPISODES = {seed: random_episodes(seed, delayed=seed % 4 == 0) for seed in range(1, 61)}


def random_shares():
    chance = random.Random(7)
    for i in range(120):
        n = chance.choice([chance.randint(1, 40), chance.randint(1, 5000)])
        yield {"x": [chance.randint(0, n), 0, n][min(2, max(0, i % 10 - 7))], "n": n, "rate": chance.uniform(0.02, 0.98), "silent": chance.randint(0, n), "weight": chance.randint(1, 500)}


SHARES = list(random_shares())


def near(found, expected):
    return abs(found - expected) <= 1e-9 * max(1.0, abs(expected))


def same_or_both_missing(found, expected):
    return (found is None) == math.isnan(expected) and (found is None or near(found, expected))


# ---- R ---------------------------------------------------------------------------------------------------------------------


def write_rows(path, rows):
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture(scope="module")
def r(tmp_path_factory):
    """What R says: {what: {(set, key): numbers}}."""
    program = shutil.which("Rscript")
    if program is None or subprocess.run([program, "-e", "library(survival)"], capture_output=True).returncode != 0:
        pytest.skip("R with its package survival is not installed: apt-get install r-base-core r-cran-survival, or ./dev test --all")
    folder = tmp_path_factory.mktemp("r")
    rows = [{"set": name, "days": day, "cause": cause, "from": start, "worker": worker_of(i)} for name, columns in EPISODES.items() for i, (day, cause, start) in enumerate(zip(*columns))]
    command = [program, "--vanilla", str(Path(__file__).with_name("estimators.R")), str(write_rows(folder / "episodes.csv", rows)), str(write_rows(folder / "shares.csv", SHARES))]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    answers = defaultdict(dict)
    for what, name, key, *numbers in csv.reader(ran.stdout.splitlines()):
        answers[what][int(name), int(key)] = [math.nan if number == "NA" else float(number) for number in numbers]
    assert len(answers) == 20 and all(answers.values())
    return dict(answers)


@pytest.mark.parametrize("scale", SCALES)
def test_kaplan_meier_is_that_of_r(r, scale):
    for (name, day), (survival, error, lower, upper) in r[f"km_{scale}"].items():
        days, causes, watched = EPISODES[name]
        found = stats.survival(days, causes, day, watched_from=watched, scale=SCALES[scale])
        assert near(found.value, 0.0 if survival < 1e-12 else survival)
        if 0 < found.value < 1:  # elsewhere R prints a standard error of 0, and 1–1 as the interval on some scales; we give none
            assert near(found.standard_error, error) and near(found.lower, lower) and near(found.upper, upper)
        else:
            assert found.lower is found.upper is found.standard_error is None


def test_survival_by_worker_is_that_of_r(r):
    for (name, day), (survival, error, lower, upper) in r["clustered"].items():
        days, causes, watched = EPISODES[name]
        found = stats.clustered_survival([worker_of(i) for i in range(len(days))], days, causes, day, watched_from=watched)
        if found.lower is not None:
            assert near(found.value, survival) and near(found.standard_error, error) and near(found.lower, lower) and near(found.upper, upper), name


def monotone(limit):
    known = [one for one in limit if one is not None]
    return all(a >= b for a, b in zip(known, known[1:]))


def test_quantiles_and_their_limits_are_those_of_r(r):
    compared = 0
    for (name, quarter), (value, lower, upper) in r["quantile"].items():
        days, causes, watched = EPISODES[name]
        found = stats.survival_quantile(days, causes, quarter / 4, watched_from=watched)
        curve = stats.kaplan_meier(days, causes, watched_from=watched)
        assert same_or_both_missing(found.value, value)
        if found.value is None:
            continue  # R goes on to give limits of a quantile that is not reached
        # A limit that rises again: R takes the value next to the one sought, wherever it stands; we take the first day.
        if monotone(curve.lower):
            assert same_or_both_missing(found.lower, lower), name
        if monotone(curve.upper):
            assert same_or_both_missing(found.upper, upper), name
            compared += 1
    assert compared > 60


def test_restricted_means_are_those_of_r(r):
    for (name, tau), (value, error) in r["restricted_mean"].items():
        days, causes, watched = EPISODES[name]
        found = stats.restricted_mean(days, causes, tau, watched_from=watched)
        assert near(found.value, value) and near(found.standard_error or 0.0, error)


@pytest.mark.parametrize("cause", [1, 2, 3])
def test_cumulative_incidences_are_those_of_r(r, cause):
    with_errors = 0
    for (name, day), (value, error, lower, upper) in r[f"incidence_{cause}"].items():
        days, causes, watched = EPISODES[name]
        found = stats.cumulative_incidence(days, causes, cause, day, watched_from=watched)
        assert near(found.value, value)
        if any(watched) or found.lower is None:  # with delayed entries R's variance is the infinitesimal jackknife, ours Greenwood's
            continue
        assert near(found.standard_error, error) and near(found.lower, lower) and near(found.upper, upper)
        with_errors += 1
    assert with_errors > 200


def test_sample_quantiles_are_those_of_r(r):
    for (name, _), quartiles in r["type_7"].items():
        assert [stats.sample_quantile(EPISODES[name][0], p).value for p in (0.25, 0.5, 0.75)] == pytest.approx(quartiles, rel=1e-12)


@pytest.mark.parametrize("method", ["wilson", "clopper_pearson", "jeffreys"])
def test_intervals_of_proportions_are_those_of_r(r, method):
    for (row, _), (lower, upper) in r[method].items():
        found = stats.proportion(SHARES[row - 1]["x"], SHARES[row - 1]["n"], method=method)
        assert near(found.lower, lower) and near(found.upper, upper)


def test_garwood_funnel_and_bounds_are_those_of_r(r):
    for row, share in enumerate(SHARES, 1):
        count, funnel = stats.count(share["x"]), stats.funnel_limits(share["rate"], share["n"], level=0.998)
        bounds = stats.manski_bounds(share["x"], share["n"], share["n"] + share["silent"])
        for found, name in ((count, "garwood"), (funnel, "funnel"), (bounds, "manski")):
            lower, upper = r[name][row, 0]
            assert same_or_both_missing(found.lower, lower) and same_or_both_missing(found.upper, upper), (name, share)


def test_standardisation_and_overdispersion_are_those_of_r(r):
    for (first, _), (value, lower, upper) in r["standardised"].items():
        part = SHARES[first - 1 : first + 3]
        x, n, weights = ([share[key] for share in part] for key in ("x", "n", "weight"))
        found = stats.direct_standardisation(x, n, weights)
        assert near(found.value, value) and near(found.lower, lower) and near(found.upper, upper)
        assert near(stats.overdispersion(x, n).value, r["overdispersion"][first, 0][0])


# ---- Python ----------------------------------------------------------------------------------------------------------------


def test_intervals_of_proportions_are_those_of_scipy_and_statsmodels():
    scipy, proportions = peer("scipy.stats"), peer("statsmodels.stats.proportion")
    for x, n in ((share["x"], share["n"]) for share in SHARES):
        for ours, theirs in (("wilson", "wilson"), ("clopper_pearson", "exact")):
            expected, found = scipy.binomtest(x, n).proportion_ci(method=theirs), stats.proportion(x, n, method=ours)
            assert near(found.lower, expected.low) and near(found.upper, expected.high)
        if 0 < x < n:  # at the edges we open the Jeffreys interval, statsmodels does not
            lower, upper = proportions.proportion_confint(x, n, method="jeffreys")
            found = stats.proportion(x, n, method="jeffreys")
            assert near(found.lower, lower) and near(found.upper, upper)


def test_differences_are_those_of_statsmodels():
    proportions = peer("statsmodels.stats.proportion")
    for one, other in zip(SHARES, SHARES[1:]):
        lower, upper = proportions.confint_proportions_2indep(one["x"], one["n"], other["x"], other["n"], method="newcomb", compare="diff")
        found = stats.difference(one["x"], one["n"], other["x"], other["n"])
        assert near(found.lower, lower) and near(found.upper, upper)


def test_kaplan_meier_is_that_of_scipy_and_statsmodels():
    scipy, duration = peer("scipy.stats"), peer("statsmodels.duration.survfunc")
    for days, causes, watched in EPISODES.values():
        if any(watched):
            continue
        curve = stats.kaplan_meier(days, causes)
        at = {day: (value, error) for day, value, error in zip(curve.days, curve.survival, curve.standard_error)}
        data = scipy.CensoredData(uncensored=[d for d, c in zip(days, causes) if c], right=[d for d, c in zip(days, causes) if not c])
        theirs = scipy.ecdf(data).sf
        assert all(near(at[int(day)][0], value) for day, value in zip(theirs.quantiles, theirs.probabilities))
        right = duration.SurvfuncRight(days, [int(cause > 0) for cause in causes])
        for day, value, error in zip(right.surv_times, right.surv_prob, right.surv_prob_se):
            assert near(at[int(day)][0], value) and (at[int(day)][1] is None or near(at[int(day)][1], error))


@pytest.mark.filterwarnings("ignore")
def test_medians_restricted_means_and_incidences_are_those_of_lifelines_and_statsmodels():
    lifelines, utils, duration = peer("lifelines"), peer("lifelines.utils"), peer("statsmodels.duration.survfunc")
    for days, causes, watched in EPISODES.values():
        fitter = lifelines.KaplanMeierFitter().fit(days, [cause > 0 for cause in causes], entry=watched if any(watched) else None)
        tau = max(days) // 2
        assert near(stats.restricted_mean(days, causes, tau, watched_from=watched).value, utils.restricted_mean_survival_time(fitter, t=tau))
        median, curve = stats.survival_quantile(days, causes, watched_from=watched).value, stats.kaplan_meier(days, causes, watched_from=watched)
        if median is not None and not any(near(value, 0.5) for value in curve.survival):  # lifelines knows no midpoint
            assert median == fitter.median_survival_time_
        if any(watched):
            continue
        incidence, found = duration.CumIncidenceRight(days, causes), stats.aalen_johansen(days, causes)
        for cause, theirs in enumerate(incidence.cinc, 1):
            ours = dict(zip(found.days, found.causes[cause].incidence))
            assert all(near(ours[int(day)], value) for day, value in zip(incidence.times, theirs))


def test_clustered_shares_have_the_standard_error_of_statsmodels():
    regression, numpy = peer("statsmodels.api"), peer("numpy")
    for seed in range(20):
        chance = random.Random(seed)
        workers = [chance.randint(0, 25) for _ in range(chance.randint(10, 80))]
        values = [int(chance.random() < 0.2 + 0.6 * (worker % 2)) for worker in workers]
        found = stats.clustered_share(workers, values)
        if found.standard_error is None:
            continue
        fit = regression.OLS(values, numpy.ones(len(values))).fit(cov_type="cluster", cov_kwds={"groups": numpy.array(workers)})
        # statsmodels also multiplies by (n − 1)/(n − 1) here: one parameter, so the corrections agree.
        assert near(found.standard_error, float(fit.bse[0]))


def test_columns_of_numpy_and_pandas_are_read():
    numpy, pandas = peer("numpy"), peer("pandas")
    days, causes = [min(day, 99) for day in EPISODES[1][0]], EPISODES[1][1]
    expected = stats.kaplan_meier(days, causes)
    for kind in ("int8", "int16", "int32", "int64", "uint8", "float32", "float64"):
        assert stats.kaplan_meier(numpy.array(days, kind), numpy.array(causes, bool)) == expected, kind
    frame = pandas.DataFrame({"days": days, "causes": causes}, index=range(5, 5 + len(days)))
    assert stats.kaplan_meier(frame["days"], frame["causes"] > 0) == expected
    assert stats.kaplan_meier(frame["days"].astype("Int64"), frame["causes"].to_numpy()[::1]) == expected
    with pytest.raises(ValueError, match=r"times\[0\]: found .*, expected a number"):
        stats.kaplan_meier(numpy.array(["2024-01-01"], "datetime64[D]"))
    with pytest.raises(ValueError, match="times: found 2 dimensions, expected a column"):
        stats.kaplan_meier(numpy.ones((2, 2), "int64"))
