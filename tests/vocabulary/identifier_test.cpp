#include "maintien/vocabulary/identifier.hpp"

#include <gtest/gtest.h>

#include <concepts>
#include <string>
#include <type_traits>
#include <unordered_set>

namespace {

using namespace maintien;

/// Whether two identifiers can be mixed up: compared, converted, or built one from the other.
template <class One, class Other>
constexpr bool mix = std::equality_comparable_with<One, Other> || std::is_convertible_v<One, Other> ||
                     std::is_constructible_v<Other, One> || std::is_assignable_v<Other&, One>;

static_assert(!mix<PhysicianId, ManagerId>);
static_assert(!mix<CaseId, WorkerId>);
static_assert(!mix<ServiceId, CentreId>);
static_assert(!mix<EmployerId, ServiceId>);
static_assert(!mix<EntryId, CaseId>);
static_assert(!std::is_convertible_v<std::string, CaseId>, "a text is made an identifier by name");
static_assert(!std::is_convertible_v<const char*, CaseId>);
static_assert(!std::is_convertible_v<CaseId, std::string>);

TEST(Identifier, OfOneKindComparesByteByByte) {
    EXPECT_EQ(CaseId{"7"}, CaseId{"7"});
    EXPECT_NE(CaseId{"7"}, CaseId{"07"});
    EXPECT_NE(CaseId{"a"}, CaseId{"A"});
    EXPECT_LT(CaseId{"10"}, CaseId{"9"});
    EXPECT_LT(WorkerId{"z"}, WorkerId{"é"});
}

TEST(Identifier, IsUnknownUnlessGiven) {
    EXPECT_FALSE(known(ServiceId{}));
    EXPECT_TRUE(known(ServiceId{"sst-demo"}));
}

TEST(Identifier, IsAKeyOfHashedContainers) {
    const std::unordered_set<WorkerId> workers{{"w1"}, {"w2"}, {"w1"}};
    EXPECT_EQ(workers.size(), 2U);
}

}  // namespace
