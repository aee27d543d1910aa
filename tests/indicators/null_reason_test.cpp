#include "maintien/indicators/null_reason.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace maintien {
namespace {

TEST(NullReason, IsSpeltAsInReports) {
    std::vector<std::string_view> codes;
    for (const auto& term : terms_of<NullReason>) codes.push_back(term.code);
    EXPECT_EQ(codes, (std::vector<std::string_view>{"denominator_zero", "not_mature", "not_reached", "degenerate_variance", "beyond_follow_up",
                                                    "empty_stratum", "not_mergeable", "no_reference", "suppressed"}));
}

TEST(NullReason, IsSaidInBothLanguages) {
    EXPECT_EQ(label_of(NullReason::beyond_follow_up, Language::fr), "au-delà du suivi");
    EXPECT_EQ(label_of(NullReason::beyond_follow_up, Language::en), "beyond follow-up");
}

}  // namespace
}  // namespace maintien
