#include "maintien/disclosure/report_system.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

TEST(ReportSystem, EveryRowSaysItsNumbersAndTheHeadingItsOwn) {
    const stories::Aist43 cell;
    const auto counted = counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .threads = 1}, "aist43_cme");
    CountSystem system;
    const auto in = add_report(system, counted, 11);
    ASSERT_EQ(system.rows.size(), counted.report.rows.size() + input_parts + 1) << "the last row says one";
    for (std::size_t i = 0; i < counted.report.rows.size(); ++i) {
        const auto& row = counted.report.rows[i];
        if (!row.numerator || row.unit != Unit::proportion) continue;
        const auto& says = system.rows[in.first_row + i].says;
        EXPECT_NE(system.rows[in.first_row + i].hiding, Hiding::withheld) << "it is known how every row hangs together with the others";
        const auto said = [&](double number) {
            return number == 0 || std::any_of(says.begin(), says.end(), [&](std::uint32_t sum) { return static_cast<double>(value_of(system.sums[sum], system.truth)) == number; });
        };
        EXPECT_TRUE(said(*row.numerator) && said(*row.denominator)) << row.indicator << " " << row.variant << " " << row.category;
    }
    EXPECT_EQ(value_of(system.sums[system.rows[in.first_row + counted.report.rows.size()].says[0]], system.truth), 103);
}

TEST(ReportSystem, OfPlainStrataWhatBecameOfThoseWhoLeftIsPublishedOfTheWholeOnly) {
    const Day july = make_day(2022, 7, 1);
    EventTable events;
    for (int month = 0; month < 8; ++month)
        stories::add_case(events, {"a", std::to_string(month)}, stories::exited(july + 30 * month, july + 30 * month + 5, july + 30 * month + 9, Outcome::adapted_post));
    const auto table = replay(events, common_core, {make_day(2024, 12, 31), no_day, 1});
    const auto counted = counted_report_of(events, table, common_core, {.as_of = make_day(2024, 12, 31), .by = {StratumKey::month}, .threads = 1}, "common_core");
    CountSystem system;
    const auto in = add_report(system, counted, 11, PublishedStrata::plain);
    for (std::size_t i = 0; i < counted.report.rows.size(); ++i) {
        const auto& row = counted.report.rows[i];
        const bool withheld = system.rows[in.first_row + i].hiding == Hiding::withheld;
        if (row.indicator == "follow_up") {
            EXPECT_EQ(withheld, row.stratum != 0);
        }
        if (row.category == "km_median" || (row.category == "median" && row.variant == "referral_to_entry")) {
            EXPECT_TRUE(withheld) << "a quantile tells of its curve";
        }
        if (row.indicator == "status" || row.indicator == "service_comparison") {
            EXPECT_FALSE(withheld);
        }
        if (row.category == "km_median" && row.variant == "referral_to_entry" && row.stratum == 0) {
            EXPECT_EQ(system.rows[in.first_row + i].protects.size(), 1u) << "who came to a stage is told elsewhere: eight of eight";
        }
        if (withheld) {
            EXPECT_TRUE(system.rows[in.first_row + i].says.empty());
        }
    }
}

TEST(ReportSystem, AStratumOfACodeHasTheReferralsOfThatCode) {
    const stories::Aist43 cell;
    const auto counted = counted_report_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .by = {StratumKey::origin}, .threads = 1}, "aist43_cme");
    CountSystem system;
    const auto in = add_report(system, counted, 1);
    const auto& by_origin = cells.distribution[static_cast<std::size_t>(Distribution::origin)];
    ASSERT_GT(counted.report.strata.size(), 1u);
    for (std::size_t s = 1; s < counted.report.strata.size(); ++s) {
        const auto code = from_code<Origin>(counted.state.strata[s - 1].by[0]);
        const auto of_the_code = in.stratum(s).cells_in({by_origin.at(code ? index_of(*code) : count_of<Origin>)});
        const auto known = minus(of_the_code, in.stratum(s).cells_in({cells.referrals}));
        EXPECT_TRUE(std::any_of(system.relations.begin(), system.relations.end(), [&](const auto& relation) { return relation.form == known; }));
    }
}
