#include "maintien/vocabulary/sector.hpp"

#include <gtest/gtest.h>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;
using maintien::test::expect_closed_list;

TEST(Sector, HasTheTwentyOneSectionsOfTheNomenclature) {
    expect_closed_list<Sector>(
        {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U"});
}

}  // namespace
