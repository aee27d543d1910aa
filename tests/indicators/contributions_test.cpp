#include "maintien/indicators/contributions.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

const Day monday = make_day(2024, 4, 1);

const ReportRow& row(const Report& report, std::string_view indicator, std::string_view variant = {}, std::string_view category = {}) {
    return *find_row(report, indicator, variant, category);
}

Report report_on(const std::vector<std::vector<Entry>>& files, ReportQuestion question, const Protocol& protocol = common_core) {
    EventTable table;
    for (std::size_t i = 0; i < files.size(); ++i) stories::add_case(table, {"s", std::to_string(i)}, files[i]);
    return make_report(table, protocol, question);
}

}  // namespace

TEST(Contributions, ContactOnTheLastDayOfTheLimitIsWithinIt) {
    const auto contacted = [](int days) { return std::vector<Entry>{stories::referral(monday), stories::on(monday + days, FirstContact{})}; };
    const auto report = report_on({contacted(15), contacted(16), contacted(0)}, {.as_of = monday + 60});
    EXPECT_EQ(row(report, "contact_within_limit", "mature").numerator, 2);
    EXPECT_EQ(row(report, "contact_within_limit", "mature").denominator, 3);
}

TEST(Contributions, AContactBeforeTheFormCountsAsWithinTheLimitAndAsANegativeDelay) {
    const auto report = report_on({{stories::on(monday, FirstContact{}), stories::referral(monday + 4)}}, {.as_of = monday + 60});
    EXPECT_EQ(row(report, "contact_within_limit", "all").numerator, 1);
    const auto& delay = row(report, "stage_delay", "referral_to_contact", "mean");
    EXPECT_EQ(delay.denominator, 0);
    EXPECT_EQ(delay.excluded, (std::vector<Exclusion>{{"negative", 1}}));
}

TEST(Contributions, AFileClosedWithoutContactLeavesTheMatureDenominator) {
    const auto closed = std::vector<Entry>{stories::referral(monday), stories::on(monday + 3, OutcomeRecord{Outcome::moved_away})};
    const auto report = report_on({closed}, {.as_of = monday + 60});
    EXPECT_EQ(row(report, "contact_within_limit", "mature").denominator, 0);
    EXPECT_EQ(row(report, "contact_within_limit", "mature").excluded, (std::vector<Exclusion>{{"closed_without_contact", 1}}));
    EXPECT_EQ(row(report, "contact_within_limit", "all").denominator, 1);
}

TEST(Contributions, CaseloadClosesWhatItOpensAndLetsIn) {
    const auto report = report_on({stories::entered(monday, monday + 5), stories::exited(monday, monday + 5, monday + 40, Outcome::same_post),
                                   stories::entered(monday, monday + 35)},
                                  {.as_of = monday + 60, .from = monday + 30, .to = monday + 50});
    EXPECT_EQ(row(report, "caseload", "opening").value, 2);
    EXPECT_EQ(row(report, "caseload", "inflow").value, 1);
    EXPECT_EQ(row(report, "caseload", "outflow").value, 1);
    EXPECT_EQ(row(report, "caseload", "closing").value, 2);
    EXPECT_EQ(row(report, "caseload", "active").value, 3);
}

TEST(Contributions, TheEntryCohortAndTheExitsOfThePeriodAreTwoCohorts) {
    const auto old_file = stories::exited(monday - 200, monday - 190, monday + 10, Outcome::dismissal);
    const auto young_file = stories::exited(monday, monday + 5, monday + 20, Outcome::same_post);
    const auto report = report_on({old_file, young_file}, {.as_of = monday + 60, .from = monday});
    EXPECT_EQ(row(report, "positive_exit_rate", "per_exit").denominator, 1);
    EXPECT_EQ(row(report, "positive_exit_rate", "per_exit_of_period").denominator, 2);
}

TEST(Contributions, AnEntryIsMatureOnceItWasObservedForTheWholeHorizon) {
    const auto file = stories::exited(monday, monday + 5, monday + 95, Outcome::same_post);
    EXPECT_EQ(row(report_on({file}, {.as_of = monday + 5 + 89}), "positive_exit_rate", "mature", "90").null_reason, NullReason::not_mature);
    const auto report = report_on({file}, {.as_of = monday + 5 + 90});
    EXPECT_EQ(row(report, "positive_exit_rate", "mature", "90").value, 1.0);
}

TEST(Contributions, APersonHeldTwiceCountsOnceAmongThePersons) {
    auto file = stories::entered(monday, monday + 5);
    for (const int day : {6, 7, 8}) file.push_back(stories::on(monday + day, Appointment{.state = AppointmentState::held}));
    file.push_back(stories::on(monday + 9, Appointment{.state = AppointmentState::missed}));
    const auto report = report_on({file}, {.as_of = monday + 60});
    EXPECT_EQ(row(report, "appointments", "per_person").numerator, 3);
    EXPECT_EQ(row(report, "appointments", "per_person").denominator, 1);
    EXPECT_EQ(row(report, "appointments", "missed").value, 1);
}
