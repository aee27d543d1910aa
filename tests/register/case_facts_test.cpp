#include "maintien/register/case_facts.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;
using stories::on;

namespace {

const Day monday = make_day(2024, 4, 1);

CaseColumns facts_of(std::vector<Entry> entries) {
    EventTable table;
    stories::add_case(table, {"s", "1"}, entries);
    std::vector<DatedMark> marks;
    for (std::uint32_t row = 0; row < table.size(); ++row) marks.push_back(dated_mark_at(table, 0, {row}));
    sort_canonically<EventTable>(marks, table);
    auto cases = unknown_cases(1);
    note_case_facts(cases, marks, table);
    return cases;
}

Entry about(Entry entry, CaseAttributes attributes) {
    entry.about = std::move(attributes);
    return entry;
}

}  // namespace

TEST(CaseFacts, TheFirstValueInCanonicalOrderCountsNotTheFirstInTheFile) {
    const auto cases = facts_of({about(on(monday + 2, TeamReview{}), {.sex = Sex::male, .birth_year = 1980}),
                                 about(on(monday, TeamReview{}), {.sex = Sex::female, .birth_year = 1970})});
    EXPECT_EQ(cases.sex[0], index_of(Sex::female));
    EXPECT_EQ(cases.birth_year[0], 1970);
}

TEST(CaseFacts, ACentreOnAnAppointmentDescribesTheAppointmentNotTheCase) {
    const auto cases = facts_of({about(on(monday, Appointment{}), {.worker = WorkerId{"w"}, .centre = CentreId{"nord"}}),
                                 about(stories::referral(monday + 1), {.centre = CentreId{"sud"}})});
    EventTable names;
    EXPECT_NE(cases.centre[0], 0u);
    EXPECT_NE(cases.worker[0], 0u);
    const auto only_appointment = facts_of({about(on(monday, Appointment{}), {.centre = CentreId{"nord"}})});
    EXPECT_EQ(only_appointment.centre[0], 0u);
}

TEST(CaseFacts, TheLastWordOnStatisticsCounts) {
    const auto word = [](Day day, ConsentState state) { return on(day, Consent{.scope = ConsentScope::statistics, .state = state}); };
    EXPECT_EQ(facts_of({word(monday, ConsentState::refused)}).objected[0], 1);
    EXPECT_EQ(facts_of({word(monday, ConsentState::refused), word(monday + 1, ConsentState::given)}).objected[0], 0);
    EXPECT_EQ(facts_of({word(monday, ConsentState::given), word(monday + 1, ConsentState::withdrawn)}).objected[0], 1);
}

TEST(CaseFacts, OnlyTheWorkersOwnWordOnStatisticsCounts) {
    const Consent by_physician{.scope = ConsentScope::statistics, .state = ConsentState::refused, .party = Actor::occupational_physician};
    const Consent to_one_partner{.scope = ConsentScope::statistics, .state = ConsentState::refused, .partner = Partner::mdph};
    EXPECT_EQ(facts_of({on(monday, by_physician)}).objected[0], 0);
    EXPECT_EQ(facts_of({on(monday, to_one_partner)}).objected[0], 0);
}
