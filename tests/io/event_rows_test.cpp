#include "maintien/io/event_rows.hpp"

#include <gtest/gtest.h>

#include <array>

#include "maintien/vocabulary/actor.hpp"
#include "maintien/vocabulary/aspect.hpp"
#include "maintien/vocabulary/origin.hpp"

namespace maintien::io {
namespace {

constexpr std::array columns{Attribute::origin, Attribute::consent, Attribute::needs, Attribute::starts, Attribute::birth_year,
                             Attribute::employer, Attribute::sick_leave_since, Attribute::amends, Attribute::entry};

std::string row_of(const PackedEntry& entry, const NamePool& names) {
    std::string row;
    append_event_row(row, {"s", "1"}, view_of(entry), names, columns);
    return row;
}

TEST(EventRows, TheHeaderNamesTheEventThenItsAttributes) {
    EXPECT_EQ(event_header(columns), "service,case,event,on,recorded_on,id,origin,consent,needs,starts,birth_year,employer,sick_leave_since,amends,entry\n");
    EXPECT_EQ(event_header({}), "service,case,event,on,recorded_on,id\n");
}

TEST(EventRows, EveryKindOfValueHasItsSpelling) {
    NamePool names;
    PackedEntry entry{.event = Event::referral, .on = make_day(2024, 2, 29), .recorded_on = make_day(2024, 3, 1), .id = names.index_of("e1")};
    entry.attributes = {{Attribute::origin, static_cast<std::uint32_t>(index_of(Origin::return_visit))},
                        {Attribute::consent, 0},
                        {Attribute::needs, 5},
                        {Attribute::starts, 8 * 60 + 5},
                        {Attribute::birth_year, 1970},
                        {Attribute::sick_leave_since, packed_day(make_day(2023, 12, 31))}};
    EXPECT_EQ(row_of(entry, names), "s,1,referral,2024-02-29,2024-03-01,e1,return_visit,false,medical|professional,08:05,1970,,2023-12-31,,\n");
}

TEST(EventRows, WhatIsNotSaidIsAnEmptyCell) {
    EXPECT_EQ(row_of({.event = Event::entry, .on = make_day(2024, 1, 2)}, {}), "s,1,entry,2024-01-02,,,,,,,,,,,\n");
}

TEST(EventRows, NamesWithDelimitersQuotesOrLineEndsAreQuoted) {
    NamePool names;
    for (const auto& [name, cell] : {std::pair{"a,b", "\"a,b\""}, {"a;b", "\"a;b\""}, {"a\"b", "\"a\"\"b\""}, {"a\nb", "\"a\nb\""}, {"été", "été"}}) {
        const PackedEntry entry{.event = Event::entry, .on = make_day(2024, 1, 2), .attributes = {{Attribute::employer, names.index_of(name)}}};
        EXPECT_EQ(row_of(entry, names), "s,1,entry,2024-01-02,,,,,,,," + std::string(cell) + ",,,\n");
    }
}

TEST(EventRows, AReplacingEntryIsJsonWithoutItsId) {
    NamePool names;
    PackedEntry amendment{.event = Event::amendment, .on = make_day(2024, 1, 9), .attributes = {{Attribute::amends, names.index_of("e1")}}};
    amendment.replacement.push_back({.event = Event::entry, .on = make_day(2024, 1, 3), .id = names.index_of("e1")});
    EXPECT_EQ(row_of(amendment, names), "s,1,amendment,2024-01-09,,,,,,,,,,e1,\"{\"\"event\"\":\"\"entry\"\",\"\"on\"\":\"\"2024-01-03\"\"}\"\n");
}

}  // namespace
}  // namespace maintien::io
