#include "maintien/pathway/laid_entry.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>

#include "support/case_stories.hpp"
#include "support/random_file.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

bool same_marks(const std::vector<Mark>& a, const std::vector<Mark>& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const Mark& x, const Mark& y) { return std::memcmp(&x, &y, sizeof x) == 0; });
}

TEST(LaidEntry, GoesToItsCanonicalPlaceAndIsTakenAwayAgain) {
    History history = whole_history_of(file_of(qualified("2024-01-01")));
    const auto before = marks_of(history);
    const std::size_t at = lay(history, packed(on("2024-01-06", visit(Origin::return_visit)), history.names));
    EXPECT_EQ(at, 1u) << "a visit comes before the contact of its day";
    EXPECT_EQ(history.marks.size(), 4u);
    take_back(history, at);
    EXPECT_TRUE(same_marks(marks_of(history), before));
}

TEST(LaidEntry, IsTriedAmongWhatIsDatedUpToItsDay) {
    const auto tried = tried_in(file_of(supported("2024-01-01")), on("2024-01-11", review()));
    EXPECT_EQ(tried.marks.size(), 4u);
    EXPECT_EQ(tried.at, 3u);
}

TEST(LaidEntry, CountsTheYearOfBirthItSaysItself) {
    auto late = on("2024-02-01", interview()), next = on("2024-01-20", review());
    late.about.birth_year = 1960;
    EXPECT_EQ(tried_in(file_of({late}), next).birth_year, 0) << "that was said later";
    next.about.birth_year = 1970;
    EXPECT_EQ(tried_in(file_of({late}), next).birth_year, 1970);
}

RC_GTEST_PROP(LaidEntry, IsTriedTheSameInPassingAndInFull, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    const auto hot = slow::hot_days(dice);
    const CaseFile file = file_of_register(random_case(dice, hot));
    for (int i = 0; i < 5; ++i) {
        const Entry proposed = typed(random_proposal(dice, hot));
        History history = whole_history_of(file);
        const auto in_full = tried_at(history, lay(history, packed(proposed, history.names)));
        const auto tried = tried_in(file, proposed);
        RC_ASSERT(same_marks(tried.marks, in_full.marks));
        RC_ASSERT(tried.birth_year == in_full.birth_year);
        RC_ASSERT(std::memcmp(&tried.marks[tried.at], &in_full.marks[in_full.at], sizeof(Mark)) == 0);
    }
}

}  // namespace
