#include "maintien/indicators/mix_cells.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace maintien;

TEST(MixCells, EveryAgeBandAndSectorHasAPlaceOfItsOwnUnknownAmongThem) {
    std::set<std::size_t> places;
    for (std::size_t age = 0; age <= count_of<AgeBand>; ++age)
        for (std::size_t sector = 0; sector <= count_of<Sector>; ++sector) places.insert(mix_place(age, sector));
    EXPECT_EQ(places.size(), mix_size);
    EXPECT_EQ(*places.rbegin(), mix_size - 1);
}

TEST(MixCells, APositionPastTheCodesIsUnknown) { EXPECT_EQ(mix_place(255, 255), mix_place(count_of<AgeBand>, count_of<Sector>)); }
