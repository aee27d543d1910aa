#include "maintien/sharing/retention.hpp"

#include <gtest/gtest.h>

#include "support/case_stories.hpp"

namespace maintien {
namespace {

using namespace test;

Retention retained(std::vector<Entry> story, std::string_view asked_on = "2024-06-01") { return retention_of(file_of(std::move(story)), day(asked_on)); }

TEST(Retention, KeepsMedicalItemsFortyYearsAfterTheLastVisit) {
    const auto retention = retained({on("2020-01-01", visit(Origin::return_visit)), on("2020-02-29", visit(Origin::return_visit)), on("2020-03-01", UnfitnessOpinion{}), on("2020-03-02", contact())});
    EXPECT_EQ(retention.kept, (std::vector<bool>{true, true, true, false}));
    EXPECT_EQ(retention.until, day("2060-02-29"));
}

TEST(Retention, EndsAtMostTenYearsAfterADeath) {
    const Entry seen = on("2020-01-01", visit(Origin::return_visit));
    EXPECT_EQ(retained({seen, on("2022-05-05", outcome(Outcome::death))}).until, day("2032-05-05"));
    EXPECT_EQ(retained({seen, on("2022-05-05", answer(Answer::deceased))}).until, day("2032-05-05"));
}

TEST(Retention, CountsFromTheLastMedicalItemWhereNoVisitIsRecorded) {
    EXPECT_EQ(retained({on("2020-03-01", UnfitnessOpinion{})}).until, day("2060-03-01"));
}

TEST(Retention, KeepsNothingOfAFileWithoutMedicalItemsNorAfterTheTime) {
    EXPECT_EQ(retained(supported("2024-01-01")).kept, std::vector<bool>(5, false));
    EXPECT_EQ(retained(supported("2024-01-01")).until, no_day);
    const std::vector<Entry> seen{on("1984-06-01", visit(Origin::return_visit))};
    EXPECT_EQ(retained(seen, "2024-06-01").kept, std::vector<bool>{true});
    EXPECT_EQ(retained(seen, "2024-06-02").kept, std::vector<bool>{false});
}

TEST(Retention, KeepsAnItemWithItsAmendmentsWhole) {
    const Entry corrected = on("2024-01-02", contact());
    const auto retention = retained({called("a", on("2024-01-01", visit(Origin::return_visit))), called("b", on("2024-01-03", replacement_of("a", corrected))),
                                     on("2024-01-04", withdrawal_of("b")), called("c", on("2024-01-05", contact())), on("2024-01-06", withdrawal_of("c"))});
    EXPECT_EQ(retention.kept, (std::vector<bool>{true, true, true, false, false}));
}

TEST(Retention, KeepsACellItemThatAnAmendmentTurnedIntoAMedicalOne) {
    const auto retention = retained({called("a", on("2024-01-01", contact())), on("2024-01-03", replacement_of("a", on("2024-01-01", visit(Origin::return_visit))))});
    EXPECT_EQ(retention.kept, (std::vector<bool>{true, true}));
}

}  // namespace
}  // namespace maintien
