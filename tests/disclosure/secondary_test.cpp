#include "maintien/disclosure/secondary.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "disclosure/small_table.hpp"

namespace maintien {
namespace {

std::vector<Hiding> hiding_of(const CountSystem& system) {
    std::vector<Hiding> hiding;
    for (const auto& row : system.rows) hiding.push_back(row.hiding);
    return hiding;
}

/// Whether hiding some `size` of the shown rows from `first` on protects everything.
bool some_choice_protects(CountSystem& system, std::size_t first, std::size_t size) {
    if (size == 0) return is_protected(system);
    for (std::size_t i = first; i < system.rows.size(); ++i) {
        if (system.rows[i].hiding != Hiding::shown) continue;
        system.rows[i].hiding = Hiding::secondary;
        const bool protects = some_choice_protects(system, i + 1, size - 1);
        system.rows[i].hiding = Hiding::shown;
        if (protects) return true;
    }
    return false;
}

std::vector<std::vector<std::int64_t>> any_table() {
    const auto lines = *rc::gen::inRange<std::size_t>(2, 4), columns = *rc::gen::inRange<std::size_t>(2, 4);
    return *rc::gen::container<std::vector<std::vector<std::int64_t>>>(lines, rc::gen::container<std::vector<std::int64_t>>(columns, rc::gen::inRange<std::int64_t>(0, 30)));
}

TEST(Secondary, APairInARowDoesNotProtectItself) {
    // Lines 3 + 40 + 50 and 30 + 60 + 70: hiding 3 and 40 in their line leaves both to be read off their columns.
    auto system = table_with_margins({{3, 40, 50}, {30, 60, 70}}, 5);
    system.rows[1].hiding = Hiding::secondary;
    EXPECT_FALSE(is_protected(system));
    const auto protection = protect(system);
    EXPECT_TRUE(is_protected(system));
    EXPECT_GE(secondaries(system), 3u);
    EXPECT_TRUE(protection.proofs[0].protects());
}

TEST(Secondary, NothingIsHiddenWhereNothingIsSmall) {
    auto system = table_with_margins({{0, 40}, {30, 60}}, 5);
    protect(system);
    EXPECT_EQ(secondaries(system), 0u);
}

TEST(Secondary, TwoSmallNumbersInALineCanStandForEachOtherWhenTheirSumAllowsIt) {
    CountSystem system;
    system.truth = {3, 4, 50};
    for (const std::uint32_t i : {0u, 1u, 2u}) add_plain_row(system, {{i, 1}}, 5);
    add_plain_row(system, {{0, 1}, {1, 1}, {2, 1}}, 5);
    protect(system);
    EXPECT_EQ(secondaries(system), 0u);
    // 1 + 1 tells both, although both are hidden.
    CountSystem ones;
    ones.truth = {1, 1, 50};
    for (const std::uint32_t i : {0u, 1u, 2u}) add_plain_row(ones, {{i, 1}}, 5);
    add_plain_row(ones, {{0, 1}, {1, 1}, {2, 1}}, 5);
    protect(ones);
    EXPECT_EQ(secondaries(ones), 1u);
}

TEST(Secondary, WhatWasPublishedBeforeCannotBeHiddenAndIsSaid) {
    CountSystem system;
    system.truth = {3, 40};
    add_plain_row(system, {{0, 1}}, 5);
    add_plain_row(system, {{1, 1}}, 5);
    add_plain_row(system, {{0, 1}, {1, 1}}, 5);
    system.rows[1].fixed = system.rows[2].fixed = true;
    const auto protection = protect(system);
    EXPECT_EQ(secondaries(system), 0u);
    EXPECT_FALSE(protection.proofs[0].protects());
}

TEST(Secondary, ARelationEverybodyKnowsIsPartOfTheSystem) {
    CountSystem system;
    system.truth = {3, 40, 43};
    relate_equal(system, {{0, 1}, {1, 1}}, {{2, 1}});
    for (const std::uint32_t i : {0u, 1u, 2u}) add_plain_row(system, {{i, 1}}, 5);
    protect(system);
    EXPECT_EQ(secondaries(system), 1u);
}

RC_GTEST_PROP(Secondary, NeverLeavesASmallNumberOpenAndProvesItInWholeNumbers, ()) {
    auto system = table_with_margins(any_table(), 5);
    const auto protection = protect(system);
    const Outlook outlook(system);
    for (std::size_t i = 0; i < system.protected_counts.size(); ++i) {
        const auto& count = system.protected_counts[i];
        RC_ASSERT(protection.proofs[i].protects());
        for (const auto& [index, value] : {std::pair(*protection.proofs[i].least, std::int64_t{1}), std::pair(*protection.proofs[i].most, count.limit - 1)}) {
            const auto& world = protection.worlds[index];
            RC_ASSERT(can_be(outlook, world) && looks_the_same(outlook, world));
            RC_ASSERT(count.value + change_of(count.form, world) == value);
        }
    }
}

RC_GTEST_PROP(Secondary, HidesAtMostTwiceTheLeastThatProtects, ()) {
    auto system = table_with_margins(any_table(), 5);
    const auto before = hiding_of(system);
    protect(system);
    const auto hidden = secondaries(system);
    for (std::size_t i = 0; i < before.size(); ++i) system.rows[i].hiding = before[i];
    for (std::size_t size = 0; 2 * size < hidden && size < 4; ++size) RC_ASSERT(!some_choice_protects(system, 0, size));
}

RC_GTEST_PROP(Secondary, HidesNothingInVain, ()) {
    auto system = table_with_margins(any_table(), 5);
    protect(system);
    for (auto& row : system.rows) {
        if (row.hiding != Hiding::secondary) continue;
        row.hiding = Hiding::shown;
        RC_ASSERT(!is_protected(system));
        row.hiding = Hiding::secondary;
    }
}

}  // namespace
}  // namespace maintien
