#include "maintien/pathway/path.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"
#include "support/random_file.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// A path in words: "2024-03-01 consent worker, 2024-03-01 action_plan case_manager => 2024-03-01".
std::string told(const std::vector<Entry>& story, const Entry& wanted, const Protocol& protocol = common_core) {
    const auto path = path_to(file_of(story), wanted, protocol);
    if (!path) return "none";
    std::string words;
    for (const auto& step : path->steps) words += iso(step.entry.on) + " " + std::string(code_of(event_of(step.entry))) + " " + std::string(code_of(step.by)) + ", ";
    return words + "=> " + iso(path->day);
}

TEST(Path, SaysWhatHasToComeFirst) {
    EXPECT_EQ(told({on("2024-01-01", referral())}, on("2024-03-01", entry())), "2024-03-01 qualification_interview case_manager, => 2024-03-01");
    EXPECT_EQ(told(supported("2024-01-01"), on("2024-03-01", action(Measure::employer_meeting))),
              "2024-03-01 consent worker, 2024-03-01 consent occupational_physician, => 2024-03-01");
    EXPECT_EQ(told(then(qualified("2024-01-01"), {on("2024-01-20", entry())}), on("2024-03-01", outcome(Outcome::same_post))),
              "2024-03-01 action_plan case_manager, => 2024-03-01");
}

TEST(Path, FollowsTheProtocol) { EXPECT_EQ(told({on("2024-01-01", referral())}, on("2024-03-01", entry()), aist43_cme), "=> 2024-03-01"); }

TEST(Path, WaitsWhereOnlyTimeIsToPass) {
    EXPECT_EQ(told(left("2024-01-01", "2024-03-01"), on("2024-05-01", answer(Answer::same_post))), "=> 2025-01-30");
    EXPECT_EQ(told(left("2024-01-01", "2024-03-01"), on("2024-03-01", answer(Answer::deceased))), "=> 2024-03-02");
}

TEST(Path, TakesTheNextDayForWhatComesEarlierInTheDay) {
    EXPECT_EQ(told(supported("2024-01-01"), on("2024-03-01", interview())),
              "2024-03-01 outcome case_manager, 2024-03-01 reopening case_manager, => 2024-03-02");
}

TEST(Path, GivesEachStepTheCodesThatWouldDoAsWell) {
    const auto path = path_to(file_of({on("2024-01-01", referral())}), on("2024-03-01", entry()), common_core);
    ASSERT_TRUE(path);
    EXPECT_EQ(path->steps.at(0).codes, (std::vector<std::string_view>{"accepted"}));
    const auto follow_up = path_to(file_of(supported("2024-01-01")), on("2024-03-01", answer(Answer::same_post)), common_core);
    ASSERT_TRUE(follow_up);
    EXPECT_EQ(follow_up->steps.at(0).codes.size(), 23u) << "every outcome whose exit is followed";
}

TEST(Path, IsNotThereForWhatNothingLeadsTo) {
    EXPECT_EQ(told(supported("2024-01-01"), on("2024-03-01", referral())), "none") << "its episode has its referral, and the next would have a reopening";
    EXPECT_EQ(told(supported("2024-01-01"), on("2024-03-01", withdrawal_of("e1"))), "none");
    EXPECT_EQ(told({called("e1", on("2024-01-01", referral()))}, called("e1", on("2024-03-01", entry()))), "none");
}

TEST(Path, IsNotThereForAnAgeThatIsTooLow) {
    Protocol elders = common_core;
    row_to_change(elders, "interview_accepted").guards.push_back({.kind = GuardKind::age_at_least, .age = 50});
    Entry form = on("2024-01-01", referral()), seen = on("2024-01-01", visit(Origin::return_visit));
    form.about.birth_year = 1990;
    seen.about.birth_year = 1975;
    EXPECT_EQ(told({form}, on("2024-03-01", interview()), elders), "none") << "nobody closes a file and waits sixteen years";
    EXPECT_EQ(told({seen}, on("2024-03-01", interview()), elders), "2025-01-01 referral occupational_physician, => 2025-01-01");
}

// ---- random files ----------------------------------------------------------------------------------------------------

/// A refused entry on a random file.
struct Refused {
    CaseFile file;
    Entry wanted;
    Verdict verdict;
};

std::optional<Refused> refused_somewhere(slow::Dice& dice) {
    const auto hot = slow::hot_days(dice);
    const CaseFile file = file_of_register(random_case(dice, hot));
    for (int attempt = 0; attempt < 20; ++attempt) {
        const Entry wanted = typed(random_proposal(dice, hot));
        if (auto verdict = verdict_on(file, wanted, common_core); !verdict) return Refused{file, wanted, verdict};
    }
    return std::nullopt;
}

/// Whether the steps are admitted one after the other and then the wanted entry on its day.
bool walks(CaseFile file, const Path& path, const Entry& wanted) {
    for (const auto& step : path.steps)
        if (!admit(file, step.entry, common_core)) return false;
    return static_cast<bool>(verdict_on(file, moved(wanted, path.day), common_core));
}

RC_GTEST_PROP(Path, IsAdmittedStepByStep, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    const auto refused = refused_somewhere(dice);
    RC_PRE(refused.has_value());
    const auto path = path_to(refused->file, refused->wanted, common_core);
    if (path) RC_ASSERT(walks(refused->file, *path, refused->wanted));
}

RC_GTEST_PROP(Path, TakesEveryCodeItNames, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    const auto refused = refused_somewhere(dice);
    RC_PRE(refused.has_value());
    const auto path = path_to(refused->file, refused->wanted, common_core);
    if (!path || path->steps.empty()) return;
    const auto place = static_cast<std::size_t>(dice.between(0, static_cast<int>(path->steps.size()) - 1));
    const auto& step = path->steps[place];
    NamePool names;
    for (const auto code : own_codes(event_of(step.entry))) {
        if (code == no_code) continue;
        const auto attribute = code_attribute(event_of(step.entry));
        auto numbers = maintien::detail::saying(packed(step.entry, names), {attribute, shape_of(attribute).kind == ValueKind::code_set ? 1u << code : code});
        Path other = *path;
        other.steps[place].entry = unpacked(view_of(numbers), names);
        const bool named = std::find(step.codes.begin(), step.codes.end(), shape_of(attribute).code(code)) != step.codes.end();
        if (named) RC_ASSERT(walks(refused->file, other, refused->wanted));
    }
}

RC_GTEST_PROP(Path, LeavesTheEventRefusedOnEveryDayBeforeTheEarliestAnnounced, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    const auto refused = refused_somewhere(dice);
    RC_PRE(refused.has_value());
    const auto still_refused = [&](Day until) {
        for (Day one = refused->wanted.on; one < until && one < refused->wanted.on + 800; one = one + 1)
            if (verdict_on(refused->file, moved(refused->wanted, one), common_core)) return false;
        return true;
    };
    const auto path = path_to(refused->file, refused->wanted, common_core);
    const bool file_goes_on = std::any_of(refused->file.entries.begin(), refused->file.entries.end(), [&](const Entry& entry) { return entry.on >= refused->wanted.on; });
    for (const auto& reason : refused->verdict.reasons)
        if (known(reason.earliest) && !file_goes_on) {
            RC_ASSERT(still_refused(reason.earliest));
            RC_ASSERT(!path || path->day >= reason.earliest);
        }
    if (path && path->steps.empty()) RC_ASSERT(still_refused(path->day));
}

// ---- no shorter path, searched for in the plainest way ---------------------------------------------------------------

/// Whatever may happen on a day that could matter to what may happen after it, written down from the list of events.
std::vector<Entry> everything_on(Day today) {
    std::vector<Fact> facts{leave(LeaveState::started), reopening(),      referral(),  contact(), appointment(AppointmentState::held), entry(), refusal(), plan(),
                            suspension(),               resumption(),     interview(), interview(Decision::deferred),                  interview(Decision::redirected),
                            outcome(Outcome::same_post), outcome(Outcome::unfitness), outcome(Outcome::death),
                            answer(Answer::same_post, 12), answer(Answer::same_post, 24), answer(Answer::deceased)};
    for (const auto& scope : terms_of<ConsentScope>) facts.push_back(consent(scope.value));
    for (const auto party : {Actor::occupational_physician, Actor::general_practitioner, Actor::insurance_physician})
        for (const auto scope : {ConsentScope::employer_contact, ConsentScope::supervised_trial}) facts.push_back(consent_of(party, scope));
    std::vector<Entry> entries;
    for (auto& fact : facts) entries.push_back(on(today, std::move(fact)));
    return entries;
}

/// Whether at most `length` entries on some of the days lead to the wanted one on some day: every one tried after every other.
bool some_way_leads(CaseFile& file, const Entry& wanted, const std::vector<Day>& days, std::size_t first, int length) {
    for (const Day one : days)
        if (verdict_on(file, moved(wanted, one), common_core)) return true;
    if (length == 0) return false;
    for (std::size_t i = first; i < days.size(); ++i)
        for (const Entry& next : everything_on(days[i])) {
            if (!admit(file, next, common_core)) continue;
            const bool leads = some_way_leads(file, wanted, days, i, length - 1);
            file.entries.pop_back();
            if (leads) return true;
        }
    return false;
}

/// The day of the wanted entry, the days after it, and days far enough for a follow-up.
std::vector<Day> days_from(Day first) {
    std::vector<Day> days;
    for (const int later : {0, 1, 2, 340, 370, 720}) days.push_back(first + later);
    return days;
}

RC_GTEST_PROP(Path, HasNoShorterOne, ()) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    auto refused = refused_somewhere(dice);
    RC_PRE(refused.has_value());
    const auto path = path_to(refused->file, refused->wanted, common_core);
    const int shorter = path ? static_cast<int>(path->steps.size()) - 1 : 1;
    if (shorter < 0) return;
    RC_ASSERT(!some_way_leads(refused->file, refused->wanted, days_from(refused->wanted.on), 0, std::min(shorter, 1)));
}

TEST(Path, HasNoShorterOneOfTwoStepsFromTheBeginning) {
    for (const auto& wanted : {on("2024-03-01", answer(Answer::same_post)), on("2024-03-01", action(Measure::employer_meeting)), on("2024-03-01", relay(Partner::cpam))}) {
        CaseFile file = file_of({});
        const auto path = path_to(file, wanted, common_core);
        ASSERT_TRUE(path);
        const std::vector<Day> days{day("2024-03-01"), day("2024-03-02"), day("2025-03-10")};
        EXPECT_FALSE(some_way_leads(file, wanted, days, 0, std::min(static_cast<int>(path->steps.size()) - 1, 2)));
    }
}

}  // namespace
