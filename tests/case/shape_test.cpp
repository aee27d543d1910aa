#include "maintien/case/shape.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>

namespace {

using namespace maintien;

using Set = std::set<std::string>;

Set words(const std::string& text) {
    std::istringstream in(text);
    Set found;
    for (std::string word; in >> word;) found.insert(word);
    return found;
}

/// The attributes in a set of bits.
Set named(std::uint64_t bits) {
    Set found;
    for (const auto& term : terms_of<Attribute>)
        if ((bits & bit_of(term.value)) != 0) found.insert(std::string(term.code));
    return found;
}

struct Attributes {
    std::string required, optional;
};

/// The attributes of each event as the domain lists them, typed by hand; the case attributes and `by` stand on any event.
const std::map<std::string, Attributes> of_the_domain = {
    {"sick_leave", {"leave_state", "leave_cause until"}},
    {"visit", {"visit_kind", ""}},
    {"unfitness_opinion", {"", "examination redeployment_possible"}},
    {"consent", {"scope state", "party partner until"}},
    {"reopening", {"reopening_reason", ""}},
    {"referral", {"origin", "cause nature consent on_sick_leave sick_leave_since notified_on linked_case"}},
    {"contact_attempt", {"channel", ""}},
    {"first_contact", {"channel", ""}},
    {"appointment", {"appointment_state", "appointment day starts ends channel in_working_time"}},
    {"qualification_interview", {"decision", "needs orientation"}},
    {"entry", {"", ""}},
    {"refusal", {"refusal_reason", ""}},
    {"action_plan", {"aspect", ""}},
    {"action", {"measure", "progress actor partner due starts_on ends_on audience"}},
    {"employer_contact", {"channel", "incoming"}},
    {"relay", {"partner", "relay_state"}},
    {"team_review", {"", ""}},
    {"suspension", {"suspension_reason", ""}},
    {"resumption", {"", ""}},
    {"outcome", {"outcome", ""}},
    {"follow_up", {"answer horizon", "channel attempt"}},
    {"amendment", {"amends", "withdraw entry"}}};

TEST(Shape, RequiresAndAllowsOnEachEventWhatTheDomainLists) {
    ASSERT_EQ(of_the_domain.size(), count_of<Event>);
    for (const auto& event : terms_of<Event>) {
        const auto& expected = of_the_domain.at(std::string(event.code));
        EXPECT_EQ(named(shape_of(event.value).required), words(expected.required)) << event.code;
        EXPECT_EQ(named(shape_of(event.value).allowed), words(expected.required + " " + expected.optional)) << event.code;
    }
}

TEST(Shape, TakesTheCaseAttributesAndWhoActedOnAnyEvent) {
    for (const auto& event : terms_of<Event>) {
        EXPECT_TRUE(takes(event.value, Attribute::by));
        EXPECT_TRUE(takes(event.value, Attribute::manager));
        EXPECT_TRUE(takes(event.value, Attribute::birth_year));
    }
    EXPECT_TRUE(takes(Event::referral, Attribute::origin));
    EXPECT_FALSE(takes(Event::reopening, Attribute::origin));
    EXPECT_FALSE(takes(Event::referral, Attribute::outcome));
}

/// The kind of value of each attribute, by hand: a closed list by its name, else the kind.
const std::map<std::string, std::string> kinds = {
    {"worker", "name"}, {"centre", "name"}, {"physician", "name"}, {"manager", "name"}, {"employer", "name"},
    {"sex", "sex"}, {"birth_year", "number"}, {"sector", "sector"}, {"workforce", "workforce"},
    {"occupation", "occupation"}, {"disabled_worker", "boolean"}, {"by", "actor"}, {"leave_state", "leave_state"},
    {"leave_cause", "cause"}, {"until", "day"}, {"visit_kind", "origin"}, {"examination", "number"},
    {"redeployment_possible", "boolean"}, {"scope", "consent_scope"}, {"state", "consent_state"}, {"party", "actor"},
    {"partner", "partner"}, {"reopening_reason", "reopening_reason"}, {"origin", "origin"}, {"cause", "cause"},
    {"nature", "nature"}, {"consent", "boolean"}, {"on_sick_leave", "boolean"}, {"sick_leave_since", "day"},
    {"notified_on", "day"}, {"linked_case", "name"}, {"channel", "channel"}, {"appointment_state", "appointment_state"},
    {"appointment", "number"}, {"day", "day"}, {"starts", "time"}, {"ends", "time"}, {"in_working_time", "boolean"},
    {"decision", "decision"}, {"needs", "list of aspect"}, {"orientation", "orientation"},
    {"refusal_reason", "refusal_reason"}, {"aspect", "list of aspect"}, {"measure", "measure"},
    {"progress", "progress"}, {"actor", "actor"}, {"due", "day"}, {"starts_on", "day"}, {"ends_on", "day"},
    {"audience", "list of audience_role"}, {"incoming", "boolean"}, {"relay_state", "relay_state"},
    {"suspension_reason", "suspension_reason"}, {"outcome", "outcome"}, {"answer", "answer"}, {"horizon", "number"},
    {"attempt", "number"}, {"amends", "name"}, {"withdraw", "boolean"}, {"entry", "entry"}};

std::string kind_in_words(const AttributeShape& shape) {
    switch (shape.kind) {
        case ValueKind::code: return std::string(shape.list);
        case ValueKind::code_set: return "list of " + std::string(shape.list);
        case ValueKind::day: return "day";
        case ValueKind::boolean: return "boolean";
        case ValueKind::number: return "number";
        case ValueKind::time: return "time";
        case ValueKind::name: return "name";
        case ValueKind::entry: return "entry";
    }
    return "";
}

TEST(Shape, HoldsInEachAttributeTheKindOfValueTheDomainSays) {
    ASSERT_EQ(kinds.size(), count_of<Attribute>);
    for (const auto& attribute : terms_of<Attribute>)
        EXPECT_EQ(kind_in_words(shape_of(attribute.value)), kinds.at(std::string(attribute.code))) << attribute.code;
}

TEST(Shape, BoundsNumbers) {
    const auto range = [](Attribute attribute) { return std::pair(shape_of(attribute).least, shape_of(attribute).most); };
    EXPECT_EQ(range(Attribute::examination), std::pair(1, 2));
    EXPECT_EQ(range(Attribute::birth_year), std::pair(1900, 2100));
    EXPECT_EQ(range(Attribute::horizon).first, 1);
    EXPECT_LE(range(Attribute::horizon).second, 255) << "a mark keeps it in one byte";
}

TEST(Shape, SpellsAndReadsTheCodesOfAnAttribute) {
    EXPECT_EQ(shape_of(Attribute::outcome).codes, count_of<Outcome>);
    for (const auto& term : terms_of<Outcome>) {
        EXPECT_EQ(code_position(Attribute::outcome, term.code), static_cast<int>(index_of(term.value)));
        EXPECT_EQ(shape_of(Attribute::outcome).code(static_cast<std::uint32_t>(index_of(term.value))), term.code);
    }
    EXPECT_EQ(code_position(Attribute::outcome, "adapted"), -1);
    EXPECT_EQ(code_position(Attribute::due, "2024-01-31"), -1) << "a day is no code";
}

TEST(Shape, TakesAsTheKindOfAVisitOnlyAnOriginThatNamesOne) {
    EXPECT_GE(code_position(Attribute::visit_kind, "pre_return_visit"), 0);
    EXPECT_GE(code_position(Attribute::visit_kind, "on_request_employer"), 0);
    EXPECT_EQ(code_position(Attribute::visit_kind, "liaison_meeting"), -1);
    EXPECT_GE(code_position(Attribute::origin, "liaison_meeting"), 0);
}

}  // namespace
