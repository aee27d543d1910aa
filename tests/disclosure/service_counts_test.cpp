#include "maintien/disclosure/service_counts.hpp"

#include <gtest/gtest.h>

#include "maintien/disclosure/counted_report.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

namespace {

/// Two services: three exits, two of them positive, and one.
CountedReport two_services_counted(const std::vector<StratumKey>& by) {
    const Day july = make_day(2023, 7, 1);
    EventTable events;
    for (int i = 0; i < 3; ++i)
        stories::add_case(events, {"b", std::to_string(i)}, stories::exited(july, july + 5, july + 30, i == 0 ? Outcome::unfitness : Outcome::adapted_post));
    stories::add_case(events, {"a", "1"}, stories::exited(july, july + 5, july + 30, Outcome::adapted_post));
    const auto table = replay(events, common_core, {make_day(2024, 7, 1), no_day, 1});
    return counted_report_of(events, table, common_core, {.as_of = make_day(2024, 7, 1), .by = by, .threads = 1}, "common_core");
}

}  // namespace

TEST(ServiceCounts, AddUpToTheExitsOfTheStratum) {
    const auto counted = two_services_counted({});
    CountSystem system;
    add_counts_of(system, counted.state.whole.tally, 4);
    const auto services = add_service_counts(system, counted.state);
    EXPECT_EQ(value_of(services.positive(0, 1), system.truth), 2);
    EXPECT_EQ(value_of(services.left(0, 1), system.truth), 3);
    StratumKnowledge known{.at = {0}};
    know_services(known, services, counted.state, 0);
    EXPECT_EQ(known.always.size(), 4u);
    for (const auto& one : known.always) EXPECT_TRUE(one.holds(system.truth));
}

TEST(ServiceCounts, AStratumThatIsAServiceHasNoOthersExits) {
    const auto counted = two_services_counted({StratumKey::service});
    CountSystem system;
    add_counts_of(system, counted.state.strata[0].tally, 1);
    const auto services = add_service_counts(system, counted.state);
    StratumKnowledge known{.at = {0}};
    know_services(known, services, counted.state, 1);
    EXPECT_EQ(known.always.size(), 5u);
    for (const auto& one : known.always) EXPECT_TRUE(one.holds(system.truth));
    EXPECT_EQ(value_of(services.left(1, 1), system.truth), 0);
}
