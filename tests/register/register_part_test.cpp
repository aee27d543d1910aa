#include "maintien/register/register_part.hpp"

#include <gtest/gtest.h>

#include <map>

#include "maintien/register/replay.hpp"
#include "support/register_stories.hpp"

namespace maintien {
namespace {

constexpr Day first_day = make_day(2024, 3, 4);

/// Cases of two services; every third is of one worker who comes to both.
EventTable register_of_workers(bool reversed) {
    EventTable table;
    for (int i = 0; i < 60; ++i) {
        const int number = reversed ? 59 - i : i;
        auto entries = stories::entered(first_day, first_day + number);
        if (number % 3 == 0) entries.front().about.worker = {"w"};
        stories::add_case(table, {number % 2 == 0 ? "a" : "b", std::to_string(number)}, entries);
    }
    return table;
}

CaseTable replayed(const EventTable& events) { return replay(events, common_core, {first_day + 100, no_day, 1}); }

TEST(RegisterPart, EveryCaseIsInExactlyOnePart) {
    const auto events = register_of_workers(false);
    const auto table = replayed(events);
    std::size_t cases = 0, rows = 0;
    for (int part = 1; part <= 4; ++part) {
        const auto chosen = register_part(events, table, part, 4);
        cases += chosen.cases();
        rows += chosen.size();
        for (CaseIndex i = 0; i < chosen.cases(); ++i) {
            const auto key = key_of(chosen, i);
            EXPECT_EQ(part_of_case(events, table, cases_named(events, key.case_id, key.service).front(), 4), part);
        }
    }
    EXPECT_EQ(cases, events.cases());
    EXPECT_EQ(rows, events.size());
}

TEST(RegisterPart, TheCasesOfAWorkerAreTogetherWhateverTheService) {
    const auto events = register_of_workers(false);
    const auto table = replayed(events);
    for (const int parts : {2, 3, 7})
        for (CaseIndex i = 0; i < events.cases(); i += 3) EXPECT_EQ(part_of_case(events, table, i, parts), part_of_case(events, table, 0, parts));
}

TEST(RegisterPart, TheOrderOfTheRowsChangesNothing) {
    std::map<std::string, int> parts;
    for (const bool reversed : {false, true}) {
        const auto events = register_of_workers(reversed);
        const auto table = replayed(events);
        for (CaseIndex i = 0; i < events.cases(); ++i) {
            const auto part = part_of_case(events, table, i, 5);
            EXPECT_EQ(parts.try_emplace(std::string(key_of(events, i).case_id), part).first->second, part);
        }
    }
}

TEST(RegisterPart, ThePartsAreStableAcrossVersions) {
    const auto events = register_of_workers(false);
    const auto table = replayed(events);
    EXPECT_EQ(part_of_case(events, table, 0, 1), 1);
    std::map<int, int> sizes;
    for (CaseIndex i = 0; i < events.cases(); ++i) ++sizes[part_of_case(events, table, i, 4)];
    EXPECT_EQ(sizes.size(), 4u) << "no part is left empty by sixty cases";
}

}  // namespace
}  // namespace maintien
