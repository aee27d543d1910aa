#include "maintien/pathway/path.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <initializer_list>

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
              "2024-03-01 outcome case_manager, 2024-03-02 reopening case_manager, => 2024-03-02");
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

// ---- random files, under the rules of every cell ----------------------------------------------------------------------

/// A refused entry on a random file.
struct Refused {
    ProtocolVersions protocol;
    CaseFile file;
    Entry wanted;
    Verdict verdict;
};

Refused refused_somewhere(slow::Dice& dice, const std::string& cell) {
    const auto protocol = built_in_versions(cell);
    for (;;) {
        const auto hot = slow::hot_days(dice);
        const CaseFile file = file_of_register(random_case(dice, hot));
        const Entry wanted = typed(random_proposal(dice, hot));
        if (auto verdict = verdict_on(file, wanted, protocol); !verdict) return {protocol, file, wanted, verdict};
    }
}

/// Calls `act(refused, path, dice)` with refused entries on random files, under the core and under one of the cells.
template <class Act>
void under_two_protocols(const Act& act) {
    slow::Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    for (const auto& cell : {every_cell.front(), dice.pick(every_cell)}) {
        const auto refused = refused_somewhere(dice, cell);
        act(refused, path_to(refused.file, refused.wanted, refused.protocol), dice);
    }
}

/// Whether the steps are admitted one after the other and then the wanted entry on its day.
bool walks(Refused refused, const Path& path) {
    for (const auto& step : path.steps)
        if (!admit(refused.file, step.entry, refused.protocol)) return false;
    return static_cast<bool>(admit(refused.file, moved(refused.wanted, path.day), refused.protocol));
}

/// Whether a path leads there with another code for one of its steps.
bool walks_with(const Refused& refused, Path path, std::size_t place, std::string_view code) {
    NamePool names;
    auto& entry = path.steps[place].entry;
    const auto own = code_attribute(event_of(entry));
    const auto& shape = shape_of(own);
    std::uint32_t number = 0;
    while (shape.code(static_cast<std::uint8_t>(number)) != code) ++number;
    const auto numbers = maintien::detail::saying(packed(entry, names), {own, shape.kind == ValueKind::code_set ? 1u << number : number});
    entry = unpacked(view_of(numbers), names);
    return walks(refused, path);
}

RC_GTEST_PROP(Path, IsAdmittedStepByStepWithEveryCodeItNames, ()) {
    under_two_protocols([](const Refused& refused, const std::optional<Path>& path, slow::Dice& dice) {
        if (!path) return;
        RC_ASSERT(walks(refused, *path));
        if (path->steps.empty()) return;
        const auto place = static_cast<std::size_t>(dice.between(0, static_cast<int>(path->steps.size()) - 1));
        for (const auto code : path->steps[place].codes) RC_ASSERT(walks_with(refused, *path, place, code));
    });
}

/// Whether the wanted entry is refused on every day from its own up to another, that one not included.
bool refused_until(const Refused& refused, Day until) {
    for (Day one = refused.wanted.on; one < until && one < refused.wanted.on + 800; one = one + 1)
        if (verdict_on(refused.file, moved(refused.wanted, one), refused.protocol)) return false;
    return true;
}

RC_GTEST_PROP(Path, LeavesTheEventRefusedOnEveryDayBeforeTheEarliestAnnounced, ()) {
    under_two_protocols([](const Refused& refused, const std::optional<Path>& path, slow::Dice&) {
        for (const auto& reason : refused.verdict.reasons) {
            if (!known(reason.earliest)) continue;
            RC_ASSERT(refused_until(refused, reason.earliest));
            RC_ASSERT(!path || path->day >= reason.earliest);
        }
        if (path && path->steps.empty()) RC_ASSERT(refused_until(refused, path->day));
    });
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
bool some_way_leads(Refused& refused, const std::vector<Day>& days, std::size_t first, int length) {
    for (const Day one : days)
        if (verdict_on(refused.file, moved(refused.wanted, one), refused.protocol)) return true;
    if (length == 0) return false;
    for (std::size_t i = first; i < days.size(); ++i)
        for (const Entry& next : everything_on(days[i])) {
            if (!admit(refused.file, next, refused.protocol)) continue;
            const bool leads = some_way_leads(refused, days, i, length - 1);
            refused.file.entries.pop_back();
            if (leads) return true;
        }
    return false;
}

std::vector<Day> days_from(Day first, std::initializer_list<int> later) {
    std::vector<Day> days;
    for (const int number : later) days.push_back(first + number);
    return days;
}

/// Whether fewer steps than a path has lead there, as far as is looked: one step on days far enough for a follow-up, two steps within
/// three days. Where there is no path, one step.
bool has_a_shorter_one(Refused refused, const std::optional<Path>& path) {
    const int fewer = path ? static_cast<int>(path->steps.size()) - 1 : 1;
    const Day first = refused.wanted.on;
    if (fewer >= 0 && some_way_leads(refused, days_from(first, {0, 1, 2, 340, 370, 720}), 0, std::min(fewer, 1))) return true;
    return fewer >= 2 && some_way_leads(refused, days_from(first, {0, 1, 2}), 0, 2);
}

RC_GTEST_PROP(Path, HasNoShorterOne, ()) {
    under_two_protocols([](const Refused& refused, const std::optional<Path>& path, slow::Dice&) { RC_ASSERT(!has_a_shorter_one(refused, path)); });
}

TEST(Path, HasNoShorterOneFromTheBeginning) {
    for (const auto& wanted : {on("2024-03-01", answer(Answer::same_post)), on("2024-03-01", action(Measure::employer_meeting)), on("2024-03-01", relay(Partner::cpam))})
        for (const auto& cell : every_cell) {
            const Refused refused{built_in_versions(cell), file_of({}), wanted, {}};
            const auto path = path_to(refused.file, wanted, refused.protocol);
            ASSERT_TRUE(path) << cell;
            EXPECT_FALSE(has_a_shorter_one(refused, path)) << cell;
        }
}

}  // namespace
