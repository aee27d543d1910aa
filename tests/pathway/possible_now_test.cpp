#include "maintien/pathway/possible_now.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "maintien/pathway/admission.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"
#include "support/random_file.hpp"

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

TEST(PossibleNow, SpeaksOfEveryEventInTheirOrder) {
    const auto all = possible_now(file_of({}), common_core, day("2024-01-01"));
    ASSERT_EQ(all.size(), count_of<Event>);
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

TEST(PossibleNow, KnowsThatTheFormMayGiveTheConsentAndThatTheEmployerMayCall) {
    EXPECT_EQ(possibility_of(Event::referral, {}, "2024-01-01").codes.size(), count_of<Origin>);
    EXPECT_EQ(possibility_of(Event::employer_contact, supported("2024-01-01"), "2024-02-01").codes.size(), count_of<Channel>);
}

TEST(PossibleNow, PutsAnEventInItsPlaceOfTheDay) {
    const auto entered = then(qualified("2024-01-01"), {on("2024-01-13", entry())});
    EXPECT_FALSE(possible(Event::entry, qualified("2024-01-01"), "2024-01-10"));
    EXPECT_TRUE(possible(Event::entry, qualified("2024-01-01"), "2024-01-11")) << "the interview comes before it";
    EXPECT_TRUE(possible(Event::first_contact, {on("2024-01-01", referral())}, "2024-01-01"));
    EXPECT_FALSE(possible(Event::refusal, then(entered, {on("2024-01-20", plan())}), "2024-01-20")) << "the plan of that day would come after it";
    EXPECT_TRUE(possible(Event::reopening, left("2024-01-01", "2024-06-01"), "2024-06-01"));
}

TEST(PossibleNow, ListsTheAspectsOfAPlanAndTheStatesOfALeave) {
    EXPECT_EQ(possibility_of(Event::action_plan, supported("2024-01-01"), "2024-02-01").codes, (Codes{"medical", "social", "professional"}));
    EXPECT_EQ(possibility_of(Event::sick_leave, {}, "2024-02-01").codes, (Codes{"started", "extended", "ended"}));
}

TEST(PossibleNow, LetsAnEntryWithAnIdBeAmended) {
    EXPECT_FALSE(possible(Event::amendment, {on("2024-01-01", referral())}, "2024-01-02"));
    EXPECT_TRUE(possible(Event::amendment, {called("e1", on("2024-01-01", referral()))}, "2024-01-02"));
}

// ---- exactly what is admitted ----------------------------------------------------------------------------------------

/// Entries of an event and a code that say all sorts of things beside, told without the rules.
std::vector<slow::Event> sorts_of(const std::string& event, const std::string& code, const std::string& today) {
    slow::Event plain{.service = {}, .case_id = "c1", .event = event, .on = today, .recorded_on = {}, .id = {}, .attributes = {}, .entry = {}};
    const auto own = slow::code_attribute_of(event).first;
    if (!code.empty()) plain.attributes[event == "action_plan" ? "aspect" : event == "sick_leave" ? "leave_state" : event == "visit" ? "visit_kind" : own] = code;
    if (event == "consent") plain.attributes["state"] = "given";
    std::vector<slow::Event> sorts;
    const auto add = [&](slow::Attributes said) {
        sorts.push_back(plain);
        for (const auto& [name, value] : said) sorts.back().attributes[name] = value;
    };
    if (event == "referral") add({{"consent", "true"}}), add({}), add({{"consent", "false"}});
    else if (event == "employer_contact") add({{"incoming", "true"}}), add({}), add({{"by", "occupational_physician"}}), add({{"by", "case_manager"}});
    else if (event == "follow_up") add({{"horizon", "12"}}), add({{"horizon", "24"}}), add({{"horizon", "6"}});
    else if (event == "action")
        for (const std::string by : {"occupational_physician", "case_manager"})
            for (const std::string actor : {"worker", "employer", "ergonomist", "cap_emploi"}) add({{"by", by}, {"actor", actor}}), add({{"by", by}, {"partner", "cpam"}});
    else if (event == "qualification_interview") add({{"birth_year", "1940"}}), add({});
    else add({{"by", "case_manager"}}), add({});  // among entries of one day, what an entry says decides which comes first
    return sorts;
}

/// What the reference says of an event, a code and a day: whether it takes an entry of some sort.
bool some_sort_is_taken(const slow::Register& entries, const Possibility& one, const std::string& code, Day today, const std::string& cell) {
    const auto sorts = sorts_of(std::string(code_of(one.event)), code, iso(today));
    return std::any_of(sorts.begin(), sorts.end(), [&](const slow::Event& sort) { return slow::admits(entries, sort, cell); });
}

RC_GTEST_PROP(PossibleNow, IsExactlyWhatTheReferenceTakes, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    for (const auto& cell : {every_cell.front(), dice.pick(every_cell)}) {
        const auto hot = slow::hot_days(dice);
        const auto entries = random_case(dice, hot);
        const Day today = day(slow::iso_of(hot.any(dice)));
        for (const auto& one : possible_now(file_of_register(entries), built_in_versions(cell), today)) {
            if (one.event == Event::amendment || !dice.chance(30)) continue;
            for (const auto code : own_codes(one.event)) {
                const std::string spelt(code == no_code ? "" : shape_of(code_attribute(one.event)).code(code));
                const bool listed = code == no_code ? static_cast<bool>(one.verdict) : std::find(one.codes.begin(), one.codes.end(), spelt) != one.codes.end();
                if (listed != some_sort_is_taken(entries, one, spelt, today, cell))
                    RC_FAIL(slow::to_json_lines(entries) + cell + " " + std::string(code_of(one.event)) + " " + spelt + " on " + iso(today));
            }
        }
    }
}

}  // namespace
