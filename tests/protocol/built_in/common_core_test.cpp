#include "maintien/protocol/built_in/common_core.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "support/protocol_words.hpp"

namespace {

using namespace maintien;
using maintien::test::guards_in_words;
using maintien::test::in_words;

using Words = std::vector<std::string>;

/// One line of the table of transitions, typed from the description of the domain.
struct DomainRow {
    std::string event, codes, from, to;  // codes and stages separated by spaces; no code: every variant
    Words guards{};
};

const std::string open = "referred contacted qualified in_support suspended";
const std::string any = "none " + open + " declined redirected exited closed";
const std::string positive =
    "same_post adapted_post internal_redeployment external_post permanent_hire fixed_term_hire business_creation retraining "
    "training other_insertion";
const std::string followed =
    positive + " unfitness invalidity dismissal mutual_termination resignation drop_out other_outcome contract_end "
               "prolonged_leave no_further_need handed_over moved_away lost_contact";
const std::string physician_unless_himself = "consent employer_contact of occupational_physician implied by occupational_physician";

const std::vector<DomainRow> ways_in = {
    {"referral", "", "none", "referred", {"consent referral of worker"}},
    {"referral", "", "contacted", "contacted", {"consent referral of worker", "not after referral"}},
    {"reopening", "", "declined redirected exited closed", "contacted", {"consent referral of worker"}},
    {"first_contact", "", "none referred", "contacted"},
    {"appointment", "held", "referred", "contacted"},
    {"appointment", "held", "contacted qualified in_support suspended exited", "same"},
    {"appointment", "planned missed cancelled", open + " exited", "same"},
    {"contact_attempt", "", open + " exited", "same"},
    {"team_review", "", open + " exited", "same"},
    {"qualification_interview", "accepted", "referred contacted", "qualified", {"after referral"}},
    {"qualification_interview", "deferred", "referred contacted", "contacted"},
    {"qualification_interview", "redirected not_eligible", "referred contacted", "redirected"},
    {"entry", "", "qualified", "in_support", {"after referral"}},
    {"refusal", "", "referred contacted qualified suspended", "declined", {"not after entry"}},
    {"refusal", "", "in_support suspended", "exited", {"after entry"}}};

const std::vector<DomainRow> support = {
    {"action_plan", "", "contacted qualified in_support", "same"},
    {"action", "", "contacted qualified in_support suspended", "same",
     {"after plan", "consent by recipient", "consent employer_contact of worker when actor: employer",
      physician_unless_himself + " when actor: employer", "consent employer_contact of worker when measure: employer_meeting",
      physician_unless_himself + " when measure: employer_meeting", "on sick leave when measure: supervised_trial",
      "consent supervised_trial of general_practitioner when measure: supervised_trial",
      "consent supervised_trial of insurance_physician when measure: supervised_trial",
      "consent supervised_trial of occupational_physician when measure: supervised_trial"}},
    {"employer_contact", "", "contacted qualified in_support suspended", "same",
     {"consent employer_contact of worker when incoming: false", physician_unless_himself + " when incoming: false"}},
    {"relay", "", open + " declined redirected exited", "same", {"consent by recipient"}},
    {"suspension", "", "referred contacted qualified in_support", "suspended"},
    {"resumption", "", "suspended", "before"}};

const std::vector<DomainRow> ways_out = {
    {"outcome", followed, "in_support suspended", "exited", {"after entry", "after plan when outcome: " + positive}},
    {"outcome", "retirement transferred death", "in_support suspended", "closed", {"after entry"}},
    {"outcome", "", "referred contacted qualified suspended", "closed", {"not after entry"}},
    {"outcome", "", "declined", "declined", {"not after outcome"}},
    {"follow_up", "", any, "same", {"anchored"}},
    {"sick_leave", "", any, "same"},
    {"visit", "", any, "same"},
    {"unfitness_opinion", "", any, "same"},
    {"consent", "", any, "same"},
    {"amendment", "", any, "same"}};

std::vector<DomainRow> domain_rows() {
    std::vector<DomainRow> rows = ways_in;
    rows.insert(rows.end(), support.begin(), support.end());
    rows.insert(rows.end(), ways_out.begin(), ways_out.end());
    return rows;
}

bool names(const std::string& words, const std::string& word) {
    std::istringstream in(words);
    for (std::string each; in >> each;)
        if (each == word) return true;
    return false;
}

std::string outcome_of_step(std::string to, Words guards) {
    std::sort(guards.begin(), guards.end());
    for (const auto& guard : guards) to += " | " + guard;
    return to;
}

/// What the domain says of an event with a code at a stage ("none" before the first).
Words said_by_domain(const std::string& event, const std::string& code, const std::string& stage) {
    Words said;
    for (const auto& row : domain_rows())
        if (row.event == event && (row.codes.empty() || names(row.codes, code)) && names(row.from, stage))
            said.push_back(outcome_of_step(row.to, row.guards));
    std::sort(said.begin(), said.end());
    return said;
}

/// What the core says of it.
Words said_by_core(Event event, const std::string& code, const std::string& stage) {
    Words said;
    for (const auto& row : rows_of(common_core, event)) {
        bool for_this_code = true;
        for (const auto& clause : row.when) for_this_code = for_this_code && names(in_words(clause), code);
        if (for_this_code && names(in_words(row.from), stage)) said.push_back(outcome_of_step(in_words(row.move), guards_in_words(row)));
    }
    std::sort(said.begin(), said.end());
    return said;
}

/// The codes by which the table tells variants of an event apart.
Words variants_of(Event event) {
    Words codes;
    const auto add = [&](const auto& terms) {
        for (const auto& term : terms) codes.emplace_back(term.code);
    };
    if (event == Event::outcome) add(terms_of<Outcome>);
    if (event == Event::appointment) add(terms_of<AppointmentState>);
    if (event == Event::qualification_interview) add(terms_of<Decision>);
    if (codes.empty()) codes.emplace_back("");
    return codes;
}

TEST(CommonCore, HasTheTransitionsOfTheDomainForEveryEventCodeAndStage) {
    Words stages{"none"};
    for (const auto& term : terms_of<Stage>) stages.emplace_back(term.code);
    for (const auto& event : terms_of<Event>)
        for (const auto& code : variants_of(event.value))
            for (const auto& stage : stages)
                EXPECT_EQ(said_by_core(event.value, code, stage), said_by_domain(std::string(event.code), code, stage))
                    << event.code << " " << code << " at " << stage;
}

TEST(CommonCore, SaysSomethingOfEveryEvent) {
    for (const auto& event : terms_of<Event>) EXPECT_NE(rows_of(common_core, event.value).begin(), rows_of(common_core, event.value).end());
}

TEST(CommonCore, NamesEachRuleOnceAndItsSource) {
    for (const auto& row : common_core.transitions) {
        EXPECT_EQ(row_named(common_core, row.id), &row) << row.id;
        EXPECT_FALSE(row.source.empty()) << row.id;
    }
}

TEST(CommonCore, AsksForContactWithinFifteenDaysAndAnInterviewWithinThirty) {
    ASSERT_EQ(common_core.time_limits.size(), 2u);
    const auto* contact = limit_between(common_core, Milestone::referral, Milestone::contact);
    const auto* interview = limit_between(common_core, Milestone::contact, Milestone::interview);
    ASSERT_TRUE(contact && interview);
    EXPECT_EQ(contact->length, 15);
    EXPECT_EQ(contact->who, Actor::worker) << "the worker calls the cell";
    EXPECT_EQ(interview->length, 30);
    for (const auto* limit : {contact, interview}) {
        EXPECT_EQ(limit->unit, LimitUnit::days);
        EXPECT_TRUE(limit->holds) << "a suspension stops the clock";
        EXPECT_FALSE(limit->source.empty() || limit->title.fr.empty() || limit->title.en.empty());
    }
}

TEST(CommonCore, AsksAgainAfterTwelveAndTwentyFourMonthsUnlessTheExitClosesTheFile) {
    ASSERT_EQ(common_core.follow_up.horizons.size(), 2u);
    EXPECT_EQ(common_core.follow_up.horizons[0], 12);
    EXPECT_EQ(common_core.follow_up.horizons[1], 24);
    EXPECT_EQ(common_core.follow_up.opens_before_days, 30);
    EXPECT_EQ(common_core.follow_up.closes_after_days, 90);
    EXPECT_EQ(common_core.follow_up.except, (CodeSet<Outcome>{Outcome::death, Outcome::retirement, Outcome::transferred}));
}

TEST(CommonCore, HasTheElevenActorsOfTheTeam) {
    for (const auto& term : terms_of<Actor>)
        EXPECT_EQ(common_core.team.contains(term.value),
                  names("occupational_physician occupational_nurse field_assistant case_manager coordinator referent_physician "
                        "social_worker ergonomist prevention_specialist psychologist assistant",
                        std::string(term.code)))
            << term.code;
}

TEST(CommonCore, IsValidSince2014AndCountsRefusalsNeitherAsEntriesNorAsExits) {
    EXPECT_EQ(common_core.name, "common_core");
    EXPECT_EQ(common_core.version, 1);
    EXPECT_EQ(common_core.valid_from, make_day(2014, 1, 1));
    EXPECT_FALSE(known(common_core.valid_until));
    EXPECT_EQ(common_core.base, "");
    EXPECT_TRUE(common_core.relaxes.empty());
    EXPECT_TRUE(common_core.targets.empty());
    EXPECT_EQ(common_core.profile, (Profile{.refusal_is_entry = false, .refusal_is_exit = false, .decimals = 2}));
    EXPECT_EQ(common_core.outcomes, default_outcomes());
}

}  // namespace
