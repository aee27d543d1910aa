#include "maintien/pathway/possible_now.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "maintien/pathway/admission.hpp"
#include "maintien/protocol/built_in/aist43_cme.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

using Codes = std::vector<std::string_view>;

Possibility possibility_of(Event event, const std::vector<Entry>& story, std::string_view on, const Protocol& protocol = common_core) {
    const auto all = possible_now(file_of(story), protocol, day(on));
    return *std::find_if(all.begin(), all.end(), [&](const Possibility& one) { return one.event == event; });
}

bool possible(Event event, const std::vector<Entry>& story, std::string_view on, const Protocol& protocol = common_core) {
    return static_cast<bool>(possibility_of(event, story, on, protocol).verdict);
}

TEST(PossibleNow, SpeaksOfEveryEventButAmendmentsInTheirOrder) {
    const auto all = possible_now(file_of({}), common_core, day("2024-01-01"));
    ASSERT_EQ(all.size(), count_of<Event> - 1);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(index_of(all[i].event), i);
}

TEST(PossibleNow, FollowsTheStage) {
    const auto story = supported("2024-01-01");
    EXPECT_TRUE(possible(Event::first_contact, story, "2024-01-02"));
    EXPECT_FALSE(possible(Event::entry, story, "2024-01-02"));
    EXPECT_FALSE(possible(Event::first_contact, story, "2024-01-12"));
    EXPECT_TRUE(possible(Event::entry, story, "2024-01-12"));
    EXPECT_FALSE(possible(Event::entry, story, "2024-02-01"));
    EXPECT_TRUE(possible(Event::outcome, story, "2024-02-01"));
}

TEST(PossibleNow, FollowsTheProtocol) {
    const std::vector<Entry> story{on("2024-01-01", referral())};
    EXPECT_FALSE(possible(Event::entry, story, "2024-01-02"));
    EXPECT_TRUE(possible(Event::entry, story, "2024-01-02", aist43_cme));
}

TEST(PossibleNow, ListsTheCodesAnEventMayHave) {
    const auto entered = then(qualified("2024-01-01"), {on("2024-01-13", entry())});
    const auto without_plan = possibility_of(Event::outcome, entered, "2024-02-01").codes;
    EXPECT_EQ(without_plan.size(), 16u) << "the ten positive outcomes need a plan";
    EXPECT_EQ(without_plan.front(), "unfitness");
    EXPECT_EQ(possibility_of(Event::outcome, supported("2024-01-01"), "2024-02-01").codes.size(), count_of<Outcome>);
    EXPECT_EQ(possibility_of(Event::visit, entered, "2024-02-01").codes,
              (Codes{"pre_return_visit", "return_visit", "on_request_worker", "on_request_employer", "on_request_physician", "hiring_visit",
                     "periodic_visit", "mid_career_visit"}));
}

TEST(PossibleNow, ListsThePartnersAConsentCovers) {
    const auto story = then(supported("2024-01-01"), {on("2024-01-20", Consent{.scope = ConsentScope::insurance_exchange, .partner = Partner::msa})});
    EXPECT_EQ(possibility_of(Event::relay, story, "2024-02-01").codes, (Codes{"msa"}));
    EXPECT_TRUE(possibility_of(Event::relay, supported("2024-01-01"), "2024-02-01").codes.empty());
}

TEST(PossibleNow, SaysWhyNotWhereNothingIsPossible) {
    const auto relay = possibility_of(Event::relay, supported("2024-01-01"), "2024-02-01");
    EXPECT_EQ(relay.verdict.kind, VerdictKind::conditions_unmet);
    EXPECT_FALSE(relay.verdict.reasons.empty());
    EXPECT_EQ(possibility_of(Event::resumption, supported("2024-01-01"), "2024-02-01").verdict.kind, VerdictKind::not_at_this_stage);
}

TEST(PossibleNow, TakesAFollowUpForWhicheverHorizonIsOpen) {
    const auto story = left("2020-01-01", "2021-03-10");
    EXPECT_FALSE(possible(Event::follow_up, story, "2021-03-10"));
    EXPECT_EQ(possibility_of(Event::follow_up, story, "2021-04-01").codes, (Codes{"retired", "deceased"}));
    EXPECT_EQ(possibility_of(Event::follow_up, story, "2022-02-08").codes.size(), count_of<Answer>) << "at 12 months";
    EXPECT_EQ(possibility_of(Event::follow_up, story, "2023-06-08").codes.size(), count_of<Answer>) << "at 24 months";
    EXPECT_EQ(possibility_of(Event::follow_up, story, "2023-06-09").codes, (Codes{"retired", "deceased"}));
}

/// An entry with one code of its own and nothing else but what is required.
Entry entry_with(Event event, std::string_view code, Day today, int horizon) {
    PackedEntry numbers{.event = event, .on = today};
    if (!code.empty())
        numbers.attributes.push_back({code_attribute(event), static_cast<std::uint32_t>(code_position(code_attribute(event), code))});
    if (event == Event::consent) numbers.attributes.push_back({Attribute::state, 0});
    if (event == Event::follow_up) numbers.attributes.push_back({Attribute::horizon, static_cast<std::uint32_t>(horizon)});
    const NamePool names;
    return unpacked(view_of(numbers), names);
}

RC_GTEST_PROP(PossibleNow, ListsOnlyWhatIsAdmittedTheNextDay, ()) {
    const auto whole = then(left("2020-01-01", "2021-03-10"), {on("2021-09-01", reopening()), on("2021-09-20", refusal())});
    const auto steps = *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(whole.size()) + 1);
    const CaseFile file = file_of({whole.begin(), whole.begin() + steps});
    const Day today = (steps == 0 ? day("2020-01-01") : file.entries.back().on) + *rc::gen::element(1, 10, 340, 700, 900);
    for (const auto& one : possible_now(file, common_core, today)) {
        Codes codes = one.codes;
        if (codes.empty() && one.verdict) codes.push_back("");
        RC_ASSERT(static_cast<bool>(one.verdict) == !codes.empty());
        for (const auto code : codes)
            RC_ASSERT(verdict_on(file, entry_with(one.event, code, today, 12), common_core) || verdict_on(file, entry_with(one.event, code, today, 24), common_core));
    }
}

}  // namespace
