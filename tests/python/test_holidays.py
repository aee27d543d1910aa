"""The public holidays 2000 to 2040 that the library computes are those of the package `holidays`.

tests/golden/holidays.csv is what the library computes (a C++ test holds it against the code); here it is held against the package. Where the two differ on
purpose, the difference is listed below: the package knows customary days beside those of the labour code, and leaves out Whit Monday in the three years in
which the solidarity day stood on it, although the law went on listing it.
"""

import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

holidays = pytest.importorskip("holidays")

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "holidays.csv"
YEARS = range(2000, 2041)
SUBDIVISIONS = {
    "metropolitan": [None],
    "alsace_moselle": ["6AE", "57"],
    "guadeloupe": ["971"],
    "martinique": ["972"],
    "guyane": ["973"],
    "reunion": ["974"],
    "mayotte": ["976"],
    "saint_barthelemy": ["BL"],
    "saint_martin": ["MF"],
}


def computed() -> dict[str, set[date]]:
    found: dict[str, set[date]] = defaultdict(set)
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["region"]].add(date.fromisoformat(row["day"]))
    return {region: days | found["metropolitan"] for region, days in found.items()}


def easter_monday(year: int) -> date:
    return next(day for day, name in holidays.France(years=year, language="fr").items() if "Lundi de Pâques" in name)


def customary(region: str) -> set[date]:
    """What the package lists and the labour code does not."""
    days = set()
    for year in YEARS:
        easter = easter_monday(year) - timedelta(days=1)
        if region == "guadeloupe":
            days |= {easter - timedelta(days=2), easter - timedelta(days=24)}
        if region in ("guadeloupe", "martinique") or (region == "saint_martin" and year >= 2012):
            days.add(date(year, 7, 21))
    return days


def whit_mondays_of_solidarity() -> set[date]:
    return {easter_monday(year) + timedelta(days=49) for year in (2005, 2006, 2007)}


@pytest.mark.parametrize("region, subdivision", [(region, one) for region, several in SUBDIVISIONS.items() for one in several])
def test_forty_years_agree_with_the_package(region, subdivision):
    package = set(holidays.France(years=YEARS, subdiv=subdivision))
    ours = computed()[region]
    assert ours - package == whit_mondays_of_solidarity()
    assert package - ours == customary(region) - ours


def test_every_region_is_compared():
    assert set(computed()) == set(SUBDIVISIONS)
