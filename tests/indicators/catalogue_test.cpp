#include "maintien/indicators/catalogue.hpp"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "maintien/protocol/built_in/all.hpp"

using namespace maintien;

TEST(Catalogue, NoTwoRowsHaveTheSameNames) {
    for (const auto* protocol : built_in_protocols) {
        std::set<std::tuple<std::string_view, std::string_view, std::string_view>> names;
        for (const auto& row : catalogue_of(*protocol)) EXPECT_TRUE(names.insert({row.indicator, row.variant, row.category}).second) << row.indicator << ' ' << row.variant << ' ' << row.category;
    }
}

TEST(Catalogue, TheIndicatorsComeInTheOrderOfTheirDefinitions) {
    std::vector<std::string_view> order;
    for (const auto& row : catalogue_of(aist43_cme))
        if (order.empty() || order.back() != row.indicator) order.push_back(row.indicator);
    EXPECT_EQ(order, (std::vector<std::string_view>{"referrals", "re_referrals", "entries", "entry_rate", "status", "outcome", "positive_exit_rate", "kept_in_company",
                                                    "kept_in_employment", "neutral_share", "days_in_cell", "stage_delay", "contact_within_limit", "follow_up", "response_rate", "retention",
                                                    "objective", "refusal_rate",
                                                    "caseload", "distribution", "recommendations", "measures", "partners", "appointments", "standardised_rate", "service_comparison"}));
}

TEST(Catalogue, OnlyAProtocolWithTargetsHasObjectives) {
    const auto count = [](const Protocol& protocol) {
        int found = 0;
        for (const auto& row : catalogue_of(protocol)) found += row.indicator == "objective";
        return found;
    };
    EXPECT_EQ(count(common_core), 0);
    EXPECT_EQ(count(aist43_cme), 3);
}

TEST(Catalogue, ANeutralOutcomeHasNoDenominator) {
    for (const auto& row : catalogue_of(common_core))
        if (row.indicator == "outcome" && row.category == "retirement") {
            EXPECT_TRUE(row.denominator.empty());
        }
}
