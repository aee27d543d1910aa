#include "maintien/protocol/event_form.hpp"

#include <gtest/gtest.h>

#include "maintien/case/shape.hpp"

namespace {

using namespace maintien;

TEST(EventForm, SaysAnAttributeOnlyWhereTheEventCarriesIt) {
    for (const auto& event : terms_of<Event>)
        for (const auto& attribute : terms_of<Attribute>)
            EXPECT_TRUE(!slot_of(event.value, attribute.value) || takes(event.value, attribute.value)) << event.code << " " << attribute.code;
    EXPECT_FALSE(slot_of(Event::team_review, Attribute::partner));
    EXPECT_EQ(slot_of(Event::relay, Attribute::partner), FormSlot::code);
}

TEST(EventForm, MayLeaveOutExactlyWhatTheEventMayLeaveOut) {
    for (const auto& event : terms_of<Event>) {
        const auto attribute = code_attribute(event.value);
        if (attribute == Attribute::by) continue;
        EXPECT_EQ(range_of(event.value, FormSlot::code).optional, (shape_of(event.value).required & bit_of(attribute)) == 0) << event.code;
    }
}

TEST(EventForm, IsOneForEachKindThatIsToldApart) {
    Distinctions distinctions{};
    std::vector<EventForm> forms;
    add_forms(forms, Event::outcome, distinctions);
    ASSERT_EQ(forms.size(), 1u) << "nothing is told apart";
    EXPECT_TRUE(forms[0].says(FormSlot::code, Outcome::same_post));
    distinctions[0] = {CodeSet<Outcome>{Outcome::same_post, Outcome::death}.bits, CodeSet<Outcome>{Outcome::death}.bits};
    forms.clear();
    add_forms(forms, Event::outcome, distinctions);
    ASSERT_EQ(forms.size(), 3u) << "death, same post, all the others";
    EXPECT_TRUE(forms[2].says(FormSlot::code, Outcome::death));
}

TEST(EventForm, HoldsForAConditionAsItsEventDoes) {
    EventForm form{Event::employer_contact};
    form.at(FormSlot::incoming) = 0;
    EXPECT_TRUE(holds_for(when(Attribute::incoming, false), form));
    EXPECT_FALSE(holds_for(when(Attribute::by, CodeSet<Actor>{Actor::case_manager}), form)) << "nobody is named";
    EXPECT_TRUE(holds_for({}, form));
}

}  // namespace
