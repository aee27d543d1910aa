#include "maintien/protocol/recommendations.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(Recommendations, AreOptInOrOptOutAndNothingElse) {
    EXPECT_EQ(from_code<Recommendations>("opt_in"), Recommendations::opt_in);
    EXPECT_EQ(from_code<Recommendations>("opt_out"), Recommendations::opt_out);
    EXPECT_EQ(from_code<Recommendations>("never"), std::nullopt);
    EXPECT_EQ(label_of(Recommendations::opt_out, Language::en), "unless the worker objects");
}

}  // namespace
