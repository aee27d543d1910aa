#include "maintien/indicators/comparison_rows.hpp"

#include <gtest/gtest.h>

#include "maintien/indicators/explain.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

TEST(ComparisonRows, ServicesComeByTheirBytesAndTheUnknownOneLast) {
    EventTable events;
    for (const auto* service : {"é", "b", "", "Z", "b"}) stories::add_case(events, {service, std::to_string(events.cases())}, {stories::referral(make_day(2024, 1, 1))});
    const auto table = replay(events, common_core, {make_day(2024, 2, 1), no_day, 1});
    const auto study = study_of(events, table, common_core, {make_day(2024, 1, 1), make_day(2024, 2, 1)});
    std::vector<std::string_view> names;
    for (const auto& service : services_of(study)) names.push_back(service.name);
    EXPECT_EQ(names, (std::vector<std::string_view>{"Z", "b", "é", "unknown"}));
}

TEST(ComparisonRows, AServiceWhoseNameHoldsASlashIsFound) {
    const std::vector<NamedService> services{{1, "north/east"}};
    const auto catalogue = catalogue_of(common_core, services);
    const auto* rule = rule_named(catalogue, "service_comparison/limits/north/east");
    ASSERT_NE(rule, nullptr);
    EXPECT_EQ(rule->service, 1u);
}
