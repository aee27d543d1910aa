#include "maintien/protocol/consent_cover.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/common_core.hpp"

namespace {

using namespace maintien;

EventForm relay_to(Partner partner) {
    EventForm form{Event::relay};
    form.at(FormSlot::code) = static_cast<std::uint8_t>(index_of(partner));
    return form;
}

EventForm action_by(Actor actor) {
    EventForm form{Event::action};
    form.at(FormSlot::code) = 0;
    form.at(FormSlot::actor) = static_cast<std::uint8_t>(index_of(actor));
    return form;
}

Transition with_guards(std::string_view id, FixedList<Guard, 12> guards) {
    Transition row = *row_named(common_core, id);
    row.guards = guards;
    return row;
}

TEST(ConsentCover, IsCompleteInTheCore) {
    EXPECT_EQ(uncovered_scope(*row_named(common_core, "relay"), relay_to(Partner::mdph), common_core.team), std::nullopt);
    EXPECT_EQ(uncovered_scope(*row_named(common_core, "action"), action_by(Actor::employer), common_core.team), std::nullopt);
}

TEST(ConsentCover, NamesTheConsentThatIsMissing) {
    const auto relay = with_guards("relay", {});
    EXPECT_EQ(uncovered_scope(relay, relay_to(Partner::mdph), common_core.team), ConsentScope::partner_exchange);
    EXPECT_EQ(uncovered_scope(relay, relay_to(Partner::cpam), common_core.team), ConsentScope::insurance_exchange);
    const auto action = with_guards("action", {needs_consent_by_recipient()});
    EXPECT_EQ(uncovered_scope(action, action_by(Actor::employer), common_core.team), ConsentScope::employer_contact);
    EXPECT_EQ(uncovered_scope(action, action_by(Actor::ergonomist), common_core.team), std::nullopt) << "of the team";
}

TEST(ConsentCover, IsNotGivenByAGeneralConsentWhereAPartnerCanBeRefusedByName) {
    const Guard general = needs_consent(ConsentScope::partner_exchange);
    EXPECT_EQ(uncovered_scope(with_guards("relay", {general}), relay_to(Partner::mdph), common_core.team), ConsentScope::partner_exchange);
    EXPECT_EQ(uncovered_scope(with_guards("action", {general}), action_by(Actor::staff_representative), common_core.team), std::nullopt)
        << "no consent can name him";
}

TEST(ConsentCover, IsNotNeededWhenTheEmployerCalls) {
    EventForm call{Event::employer_contact};
    call.at(FormSlot::incoming) = 1;
    const auto row = with_guards("employer_contact", {});
    EXPECT_EQ(uncovered_scope(row, call, common_core.team), std::nullopt);
    call.at(FormSlot::incoming) = 0;
    EXPECT_EQ(uncovered_scope(row, call, common_core.team), ConsentScope::employer_contact);
}

TEST(ConsentCover, IsNotImpliedBySomebodyElse) {
    const auto row = with_guards("employer_contact", {needs_consent_unless_by(ConsentScope::employer_contact, Actor::worker, Actor::case_manager)});
    EventForm call{Event::employer_contact};
    call.at(FormSlot::incoming) = 0;
    EXPECT_EQ(uncovered_scope(row, call, common_core.team), std::nullopt);
    call.at(FormSlot::by) = static_cast<std::uint8_t>(index_of(Actor::case_manager));
    EXPECT_EQ(uncovered_scope(row, call, common_core.team), ConsentScope::employer_contact);
}

}  // namespace
