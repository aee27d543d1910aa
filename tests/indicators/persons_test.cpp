#include "maintien/indicators/persons.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(Persons, AWorkerWithTwoCasesIsOnePersonAndACaseWithoutAWorkerIsOne) {
    const Day monday = make_day(2024, 4, 1);
    EventTable table;
    const auto add = [&](const char* service, const char* number, const char* worker) {
        auto entry = stories::referral(monday);
        entry.about.worker = WorkerId{worker};
        stories::add_case(table, {service, number}, {entry});
    };
    add("a", "1", "w1");
    add("b", "1", "w1");
    add("a", "2", "");
    add("a", "3", "");
    const auto report = make_report(table, common_core, {.as_of = monday + 10, .by = {StratumKey::service}});
    EXPECT_EQ(find_row(report, "referrals", "persons")->value, 3);
    EXPECT_EQ(find_row(report, "referrals", "persons", "", 1)->value, 3);
    EXPECT_EQ(find_row(report, "referrals", "persons", "", 2)->value, 1);
}
