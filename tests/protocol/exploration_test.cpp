#include "maintien/protocol/exploration.hpp"

#include <gtest/gtest.h>

#include <set>

#include "maintien/protocol/built_in/all.hpp"

namespace {

using namespace maintien;

TEST(Exploration, ReachesEveryStageOfEveryBuiltInProtocol) {
    for (const auto* protocol : built_in_protocols) {
        std::set<int> stages;
        for (const auto& s : explored(*protocol).situations) stages.insert(s.stage.number);
        EXPECT_EQ(stages.size(), count_of<Stage> + 1) << protocol->name;
    }
}

TEST(Exploration, BeginsWithTheEmptyFileAndKnowsTheWayToEachSituation) {
    const Exploration found = explored(common_core);
    EXPECT_EQ(found.came_by[0].from, no_situation);
    for (SituationIndex i = 1; i < found.situations.size(); ++i) {
        ASSERT_LT(found.came_by[i].from, i) << "nearest first";
        EXPECT_EQ(found.came_by[i].to, i);
    }
}

TEST(Exploration, MeetsNoSituationTwice) {
    const Exploration found = explored(aist43_cme);
    for (std::size_t i = 0; i < found.situations.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(found.situations[i] == found.situations[k]);
}

TEST(Exploration, HasEveryConsentFromTheStartWhereAllMayBeGivenAtOnce) {
    const Exploration found = explored(common_core);
    EXPECT_EQ(found.situations[0].consents, (std::uint64_t{1} << found.view.asked.size()) - 1);
}

}  // namespace
