#include "maintien/case/packing.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "support/arbitrary_entry.hpp"

namespace {

using namespace maintien;
using maintien::test::any_entry;
using maintien::test::same_entry;

RC_GTEST_PROP(Packing, GivesBackEveryEntryOfEveryEvent, ()) {
    NamePool names;
    for (const auto& event : terms_of<Event>) {
        const Entry entry = any_entry(event.value);
        const PackedEntry numbers = packed(entry, names);
        RC_ASSERT(numbers.event == event.value);
        RC_ASSERT(same_entry(unpacked(view_of(numbers), names), entry));
    }
}

RC_GTEST_PROP(Packing, SaysEachAttributeOnceAndOnlyThoseTheEventTakes, ()) {
    NamePool names;
    for (const auto& event : terms_of<Event>) {
        std::set<Attribute> said;
        for (const auto& value : packed(any_entry(event.value), names).attributes) {
            RC_ASSERT(said.insert(value.attribute).second);
            RC_ASSERT(takes(event.value, value.attribute));
        }
    }
}

TEST(Packing, SaysWhatIsRequiredAndNothingThatIsNotGiven) {
    NamePool names;
    const auto numbers = packed(Entry{.on = make_day(2024, 1, 31), .fact = Consent{.scope = ConsentScope::statistics, .state = ConsentState::refused}}, names);
    ASSERT_EQ(numbers.attributes.size(), 2u);
    EXPECT_EQ(value_of(view_of(numbers), Attribute::scope), index_of(ConsentScope::statistics));
    EXPECT_EQ(value_of(view_of(numbers), Attribute::state), index_of(ConsentState::refused));
    EXPECT_FALSE(known(numbers.recorded_on));
    EXPECT_EQ(numbers.id, 0u);
    EXPECT_EQ(names.size(), 1u) << "only the empty text";
}

TEST(Packing, KeepsFalseApartFromNotSaidExceptForWithdrawing) {
    NamePool names;
    const auto contact = packed(Entry{.fact = EmployerContact{Channel::phone, false}}, names);
    EXPECT_EQ(value_of(view_of(contact), Attribute::incoming), 0u);
    const auto amendment = packed(Entry{.fact = Amendment{{"e1"}, false, {Entry{}}}}, names);
    EXPECT_FALSE(value_of(view_of(amendment), Attribute::withdraw));
    ASSERT_EQ(amendment.replacement.size(), 1u);
}

TEST(Packing, KeepsDaysBefore1970) {
    NamePool names;
    const Entry entry{.on = make_day(1969, 12, 31), .fact = SickLeave{.until = make_day(1960, 2, 29)}};
    const auto numbers = packed(entry, names);
    EXPECT_TRUE(same_entry(unpacked(view_of(numbers), names), entry));
}

}  // namespace
