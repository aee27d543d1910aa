#include "maintien/case/action.hpp"

#include <gtest/gtest.h>

#include "support/entry_json.hpp"

namespace {

using namespace maintien;
using maintien::test::said_by;

TEST(Action, SaysWhatWhoWithWhomByWhenAndWhoMayKnow) {
    const Action trial{.measure = Measure::supervised_trial,
                       .progress = Progress::under_way,
                       .actor = Actor::case_manager,
                       .partner = Partner::cpam,
                       .due = make_day(2024, 3, 1),
                       .starts_on = make_day(2024, 2, 5),
                       .ends_on = make_day(2024, 2, 16),
                       .audience = {AudienceRole::employer, AudienceRole::worker}};
    EXPECT_EQ(said_by(trial), R"("actor":"case_manager","audience":["employer","worker"],"due":"2024-03-01","ends_on":"2024-02-16",)"
                              R"("event":"action","measure":"supervised_trial","partner":"cpam","progress":"under_way",)"
                              R"("starts_on":"2024-02-05")");
}

TEST(Action, NeedsOnlyItsMeasure) {
    EXPECT_EQ(said_by(Action{.measure = Measure::job_study}), R"("event":"action","measure":"job_study")");
}

}  // namespace
