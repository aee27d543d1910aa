#include "maintien/indicators/stratum_key.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

const Day monday = make_day(2024, 4, 1);

std::vector<std::string> strata_by(StratumKey key, const std::vector<Entry>& referrals) {
    EventTable table;
    for (std::size_t i = 0; i < referrals.size(); ++i) stories::add_case(table, {"s", std::to_string(i)}, {referrals[i]});
    std::vector<std::string> found;
    for (const auto& stratum : make_report(table, common_core, {.as_of = monday + 400, .by = {key}}).strata)
        if (!stratum.empty()) found.push_back(stratum.front().value);
    return found;
}

Entry with(Day day, CaseAttributes about) {
    auto entry = stories::referral(day);
    entry.about = std::move(about);
    return entry;
}

}  // namespace

TEST(StratumKey, CodesComeInTheOrderOfTheirListAndUnknownLast) {
    EXPECT_EQ(strata_by(StratumKey::sex, {with(monday, {}), with(monday, {.sex = Sex::male}), with(monday, {.sex = Sex::female})}),
              (std::vector<std::string>{"female", "male", "unknown"}));
}

TEST(StratumKey, NamesComeInTheOrderOfTheirBytes) {
    EXPECT_EQ(strata_by(StratumKey::centre, {with(monday, {.centre = CentreId{"nord"}}), with(monday, {.centre = CentreId{"Est"}}), with(monday, {})}),
              (std::vector<std::string>{"Est", "nord", "unknown"}));
}

TEST(StratumKey, SpansOfTimeAreSpeltAsPeopleSortThem) {
    const std::vector<Entry> referrals{stories::referral(make_day(2024, 12, 31)), stories::referral(make_day(2024, 4, 1)), stories::referral(make_day(2025, 1, 1))};
    EXPECT_EQ(strata_by(StratumKey::year, referrals), (std::vector<std::string>{"2024", "2025"}));
    EXPECT_EQ(strata_by(StratumKey::quarter, referrals), (std::vector<std::string>{"2024-Q2", "2024-Q4", "2025-Q1"}));
    EXPECT_EQ(strata_by(StratumKey::month, referrals), (std::vector<std::string>{"2024-04", "2024-12", "2025-01"}));
}

TEST(StratumKey, TheAgeIsThatOfTheReferral) {
    EXPECT_EQ(strata_by(StratumKey::age_band, {with(monday, {.birth_year = 1974}), with(monday, {.birth_year = 1969})}),
              (std::vector<std::string>{"50_54", "55_and_over"}));
}
