#include "maintien/pathway/blocked.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"
#include "support/random_file.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// What a word blocks, one line each: event, actor or partner, number of codes or the code, why.
Lines lines(const std::vector<Blocked>& blocked) {
    Lines all;
    for (const auto& one : blocked) {
        std::string line(code_of(one.event));
        if (one.actor) line += " by " + std::string(code_of(*one.actor));
        if (one.partner) line += " with " + std::string(code_of(*one.partner));
        line += " " + (one.codes.size() == 1 ? std::string(one.codes[0]) : std::to_string(one.codes.size()));
        for (const auto& reason : one.verdict.reasons) line += " " + std::string(reason.why);
        all.push_back(line);
    }
    return all;
}

const auto no_longer = ConsentState::withdrawn;

TEST(Blocked, ByTheWithdrawalOfTheConsentToTheEmployer) {
    const auto story = then(supported("2024-01-01"), {on("2024-02-01", consent(ConsentScope::employer_contact)),
                                                      on("2024-02-01", consent_of(Actor::occupational_physician, ConsentScope::employer_contact))});
    EXPECT_EQ(lines(blocked_by(file_of(story), on("2024-03-01", consent(ConsentScope::employer_contact, no_longer)), common_core)),
              (Lines{"action by employer 33 withdrawn", "action employer_meeting withdrawn", "employer_contact 6 withdrawn"}));
}

TEST(Blocked, ByTheWithdrawalOfAConsentThatNamesAPartnerIsThatPartnerAlone) {
    const auto story = then(supported("2024-01-01"), {on("2024-02-01", consent(ConsentScope::insurance_exchange))});
    const Consent no_msa{.scope = ConsentScope::insurance_exchange, .state = no_longer, .partner = Partner::msa};
    EXPECT_EQ(lines(blocked_by(file_of(story), on("2024-03-01", no_msa), common_core)), (Lines{"action with msa 33 withdrawn", "relay msa withdrawn"}));
}

TEST(Blocked, ByAWithdrawalOfWhatNobodyUsedIsNothing) {
    EXPECT_EQ(lines(blocked_by(file_of(supported("2024-01-01")), on("2024-03-01", consent(ConsentScope::statistics, no_longer)), common_core)), Lines{});
    EXPECT_EQ(lines(blocked_by(file_of(supported("2024-01-01")), on("2024-03-01", consent(ConsentScope::employer_contact, no_longer)), common_core)), Lines{});
}

TEST(Blocked, ByTheWithdrawalOfTheReferralIsTheNextReopening) {
    EXPECT_EQ(lines(blocked_by(file_of(left("2024-01-01", "2024-06-01")), on("2024-07-01", consent(ConsentScope::referral, no_longer)), common_core)),
              (Lines{"reopening 5 withdrawn"}));
}

TEST(Blocked, ByAnExitIsTheSupport) {
    const auto blocked = lines(blocked_by(file_of(supported("2024-01-01")), on("2024-06-01", outcome(Outcome::adapted_post)), common_core));
    EXPECT_TRUE(std::find(blocked.begin(), blocked.end(), "suspension 5 not_at_this_stage") != blocked.end());
}

TEST(Blocked, NowAreTheEventsThatCannotHappenAtAllWithTheirPaths) {
    const auto blocked = blocked_now(file_of({on("2024-01-01", referral())}), common_core, day("2024-02-01"));
    const auto entry = std::find_if(blocked.begin(), blocked.end(), [](const BlockedEvent& one) { return one.event == Event::entry; });
    ASSERT_NE(entry, blocked.end());
    EXPECT_EQ(entry->verdict.kind, VerdictKind::not_at_this_stage);
    ASSERT_TRUE(entry->path);
    EXPECT_EQ(event_of(entry->path->steps.at(0).entry), Event::qualification_interview);
    EXPECT_EQ(blocked.back().event, Event::amendment);
    EXPECT_FALSE(blocked.back().path);
}

/// The events of the path to a blocked event, as the file looks on a day.
std::vector<Event> path_now(const CaseFile& file, Event event, std::string_view as_of) {
    std::vector<Event> events;
    for (const auto& one : blocked_now(file, common_core, day(as_of)))
        if (one.event == event && one.path)
            for (const auto& step : one.path->steps) events.push_back(event_of(step.entry));
    return events;
}

TEST(Blocked, NowHaveNoPathThroughWhatIsToldOfLaterDays) {
    const auto supported_file = supported("2024-01-01");
    EXPECT_EQ(path_now(file_of(then(supported_file, {on("2024-06-10", consent(ConsentScope::partner_exchange))})), Event::relay, "2024-06-01"),
              path_now(file_of(supported_file), Event::relay, "2024-06-01"));
    const std::vector<Entry> accepted{on("2024-01-01", referral()), on("2024-01-03", contact()), on("2024-01-04", interview())};
    EXPECT_EQ(path_now(file_of(then(accepted, {on("2024-02-10", entry())})), Event::follow_up, "2024-01-20"), path_now(file_of(accepted), Event::follow_up, "2024-01-20"));
    EXPECT_EQ(path_now(file_of(supported_file), Event::relay, "2024-06-01"), std::vector{Event::consent});
}

/// The entries of some events that tell a consent's coverage, with the event, code, actor and partner they are listed under.
std::vector<Blocked> told_entries() {
    std::vector<Blocked> all;
    for (const auto& term : terms_of<Partner>) all.push_back({.event = Event::relay, .codes = {term.code}});
    for (const auto& term : terms_of<Channel>) all.push_back({.event = Event::employer_contact, .codes = {term.code}});
    for (const auto measure : {"employer_meeting", "supervised_trial", "job_study"}) {
        all.push_back({.event = Event::action, .codes = {measure}});
        for (const auto& term : terms_of<Partner>) all.push_back({.event = Event::action, .codes = {measure}, .partner = term.value});
        for (const auto& term : terms_of<Actor>) all.push_back({.event = Event::action, .codes = {measure}, .actor = term.value});
    }
    return all;
}

Entry entry_of(const Blocked& told, Day day) {
    const auto code = told.codes.front();
    if (told.event == Event::relay) return on(day, Relay{*from_code<Partner>(code), {}});
    if (told.event == Event::employer_contact) return on(day, EmployerContact{*from_code<Channel>(code), {}});
    return on(day, Action{.measure = *from_code<Measure>(code), .actor = told.actor, .partner = told.partner});
}

/// Whether a list names an entry, with its actor and partner.
bool names(const std::vector<Blocked>& list, const Blocked& told) {
    return std::any_of(list.begin(), list.end(), [&](const Blocked& one) {
        const bool has_code = std::find(one.codes.begin(), one.codes.end(), told.codes.front()) != one.codes.end();
        return has_code && one.event == told.event && one.actor == told.actor && one.partner == told.partner;
    });
}

RC_GTEST_PROP(Blocked, IsWhatTheWithdrawalMadeImpossibleAndNothingElse, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    const auto hot = slow::hot_days(dice);
    const CaseFile file = file_of_register(random_case(dice, hot));
    const Day said = day(slow::iso_of(hot.any(dice)));
    const Entry word = on(said, *rc::gen::element(consent(ConsentScope::partner_exchange, no_longer), consent(ConsentScope::insurance_exchange, no_longer),
                                                  consent(ConsentScope::employer_contact, no_longer),
                                                  consent_of(Actor::occupational_physician, ConsentScope::employer_contact, no_longer)));
    const auto protocol = built_in_versions(dice.pick(every_cell));
    CaseFile after = file;
    after.entries.push_back(word);
    const auto blocked = blocked_by(file, word, protocol);
    for (const auto& told : told_entries()) {
        const Entry next = entry_of(told, said + 1);
        const bool lost = verdict_on(file, next, protocol) && !verdict_on(after, next, protocol);
        const bool named_alone = names(blocked, {.event = told.event, .codes = told.codes});
        if (names(blocked, told)) RC_ASSERT(lost);
        if (lost) RC_ASSERT(names(blocked, told) || named_alone);
    }
}

}  // namespace
