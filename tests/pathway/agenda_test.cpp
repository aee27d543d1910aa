#include "maintien/pathway/agenda.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

TEST(AgendaOfACase, OfACaseOfWhichNothingIsKnownIsEmpty) {
    EXPECT_TRUE(items_on("2024-03-11", {}).empty());
    EXPECT_TRUE(items_on("2024-03-11", {on("2024-04-01", referral())}).empty()) << "what is dated later is masked";
}

TEST(AgendaOfACase, BearsItsKeyAndItsManager) {
    auto story = std::vector<Entry>{on("2024-03-01", referral())};
    story[0].about.manager = {"m1"};
    CaseFile file = file_of(story);
    file.service = {"s1"};
    const auto items = agenda_of(file, common_core, {.as_of = day("2024-03-11")});
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].service + "/" + items[0].case_id + " " + items[0].manager, "s1/c1 m1");
}

TEST(AgendaOfACase, StandsLateFirst) {
    const auto story = then(supported("2024-01-01"), {on("2024-01-20", Action{.measure = Measure::job_study, .due = day("2024-03-20")}), on("2024-02-01", relay(Partner::cap_emploi)),
                                                      on("2024-03-10", review())});
    Lines rules;
    for (const auto& item : items_on("2024-03-11", story)) rules.push_back(item.rule + " " + line_of(item));
    EXPECT_EQ(rules, (Lines{"relay_unanswered due 2024-03-02 late 9", "action_due due 2024-03-20"}));
}

TEST(AgendaOfACase, OfSomebodyKnownDeadAsksOnlyToCloseTheFile) {
    const auto dead = then(left("2020-09-01", "2021-03-10"), {on("2021-05-03", reopening()), on("2021-05-04", booking("2021-06-20", 3)), on("2021-06-10", answer(Answer::deceased))});
    const auto items = items_on("2021-06-12", dead);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].rule + " " + line_of(items[0]), "file_to_close due 2021-06-10 late 2");
    EXPECT_TRUE(items_on("2021-06-12", then(left("2020-09-01", "2021-03-10"), {on("2021-06-10", answer(Answer::deceased))})).empty()) << "there is no file to close";
}

TEST(AgendaOfACase, OfACaseThatWasLostAndCameBackSpeaksOfTheNewEpisode) {
    // Lost in February, back in September: interview, entry and plan on one day.
    const auto story = then(left("2024-01-01", "2024-02-20", Outcome::lost_contact), {on("2024-09-10", reopening()), on("2024-09-10", interview()), on("2024-09-10", entry()), on("2024-09-10", plan())});
    EXPECT_TRUE(items_on("2024-09-10", story, 0).empty());
    EXPECT_EQ(agenda_lines("follow_up", "2025-02-20", story), Lines{"due 2025-02-20 opens 2025-01-21"}) << "the first exit is still followed";
    EXPECT_EQ(agenda_lines("dormant_30_days", "2024-10-10", story), Lines{"due 2024-10-10"});
}

TEST(AgendaOfACase, IsTheSameWhateverTheOrderOfItsEntries) {
    auto story = then(supported("2024-01-01"), {on("2024-01-20", suspension()), on("2024-02-20", resumption()), on("2024-03-01", booking("2024-03-20", 1))});
    const auto in_lines = [](const std::vector<AgendaItem>& items) {
        Lines lines;
        for (const auto& item : items) lines.push_back(item.rule + line_of(item) + item.title.fr + item.computation.fr);
        return lines;
    };
    const auto expected = in_lines(items_on("2024-03-11", story));
    std::reverse(story.begin(), story.end());
    EXPECT_EQ(in_lines(items_on("2024-03-11", story)), expected);
}

TEST(AgendaOfACase, ReadsWhatAmendmentsPutRight) {
    const std::vector<Entry> story{called("r", on("2024-02-01", referral())), on("2024-02-20", replacement_of("r", on("2024-02-10", referral())))};
    EXPECT_EQ(agenda_lines("contact_within_15_days", "2024-02-20", story), Lines{"due 2024-02-25 opens 2024-02-20"});
}

TEST(AgendaOfACase, OfAnEpisodeKeepsTheLimitsOfTheVersionItBeganUnder) {
    static const Protocol later = [] {
        Protocol protocol = common_core;
        protocol.version = 2;
        protocol.valid_from = make_day(2024, 3, 1);
        protocol.time_limits[0].length = 20;
        return protocol;
    }();
    ProtocolVersions versions(common_core);
    add_version(versions, later);
    const auto due = [&](std::string_view referred) {
        return iso(of_rule("contact_within_15_days", agenda_of(file_of({on(referred, referral())}), versions, {.as_of = day("2024-03-10")})).at(0).due);
    };
    EXPECT_EQ(due("2024-02-29"), "2024-03-15");
    EXPECT_EQ(due("2024-03-01"), "2024-03-21");
}

// ---- an independent, slow computation for random files ---------------------------------------------------------------

/// A file invented for comparison, as plain days: no engine has seen it. -1 is a day that has not come.
struct InventedFile {
    int referral = 0, contact = -1, interview = -1, entry = -1, exit = -1, refusal_of_contact = -1, death = -1;
    std::vector<std::pair<int, int>> pauses{};         // suspended from, resumed on (-1: never)
    std::vector<std::pair<int, int>> answers{};        // day, horizon; all substantive
    std::vector<std::pair<int, int>> silences{};       // day, horizon; nobody reached
};

struct InventedChance {
    std::mt19937 engine;
    int between(int low, int high) { return low + static_cast<int>(engine() % static_cast<unsigned>(high - low + 1)); }
    bool one_in(int n) { return between(1, n) == 1; }
};

InventedFile invented(InventedChance& chance) {
    InventedFile file;
    file.referral = chance.between(0, 40);
    int at = file.referral;
    // Suspensions lie between the referral and whatever comes next; the file goes on after each.
    const auto maybe_pause = [&] {
        if (!chance.one_in(3)) return;
        const int from = at + chance.between(1, 20), to = from + chance.between(0, 40);
        file.pauses.emplace_back(from, to);
        at = to;
    };
    maybe_pause();
    if (chance.one_in(5)) return file;
    file.contact = at = at + chance.between(1, 20);
    maybe_pause();
    maybe_pause();
    if (chance.one_in(5)) {
        if (chance.one_in(2)) file.pauses.emplace_back(at + chance.between(1, 10), -1);
        return file;
    }
    file.interview = at = at + chance.between(1, 30);
    file.entry = at = at + chance.between(1, 30);
    if (chance.one_in(4)) return file;
    file.exit = at = at + chance.between(1, 200);
    for (const int horizon : {12, 24}) {
        if (chance.one_in(3)) file.answers.emplace_back(file.exit + horizon * 30 + chance.between(-10, 60), horizon);
        if (chance.one_in(3)) file.silences.emplace_back(file.exit + horizon * 30 + chance.between(-10, 60), horizon);
    }
    if (chance.one_in(6)) file.refusal_of_contact = file.exit + chance.between(0, 600);
    if (chance.one_in(6)) file.death = file.exit + chance.between(1, 600);
    return file;
}

const Day invented_day_zero = make_day(2022, 12, 20);

std::vector<Entry> story_of(const InventedFile& file) {
    std::vector<Entry> story{on(invented_day_zero + file.referral, referral())};
    const auto add = [&](int day, Fact fact) {
        if (day >= 0) story.push_back(on(invented_day_zero + day, std::move(fact)));
    };
    add(file.contact, contact());
    add(file.interview, interview());
    add(file.entry, entry());
    add(file.exit, outcome(Outcome::unfitness));
    for (const auto& [from, to] : file.pauses) {
        add(from, suspension());
        add(to, resumption());
    }
    for (const auto& [day, horizon] : file.answers) add(day, answer(Answer::job_seeking, horizon));
    for (const auto& [day, horizon] : file.silences) add(day, answer(Answer::no_contact, horizon));
    add(file.refusal_of_contact, consent(ConsentScope::follow_up_contact, ConsentState::refused));
    add(file.death, answer(Answer::deceased));
    return story;
}

/// A limit as the text of the rule says it, day by day: the clock ticks on every day that is not held; the day before it ticks once too often is the due day.
std::string slow_limit(const InventedFile& file, int start, int length, int today) {
    int ticks = 0, day = start;
    while (ticks <= length) {
        ++day;
        bool held = false;
        for (const auto& [from, to] : file.pauses)
            if (from <= today && day > from && day <= (to >= 0 && to <= today ? to : today)) held = true;
        if (!held) ++ticks;
    }
    const int due = day - 1;
    return iso(invented_day_zero + due) + " late " + std::to_string(std::max(0, today - due)) + " held " + std::to_string(due - start - length);
}

/// The same calendar day so many months later, or the last of its month, counted month by month.
Day slow_months_later(Day from, int months) {
    const auto date = calendar_date(from);
    const int month = static_cast<int>(date.month) - 1 + months;
    for (unsigned day = date.day; day > 0; --day)
        if (const auto found = checked_day(date.year + month / 12, static_cast<unsigned>(month % 12 + 1), day)) return *found;
    return no_day;
}

std::multiset<std::string> slow_agenda(const InventedFile& file, int today) {
    std::multiset<std::string> items;
    const auto came = [&](int day) { return day >= 0 && day <= today; };
    if (!came(file.referral)) return items;
    if (came(file.death)) return items;
    if (!came(file.contact)) items.insert("contact_within_15_days " + slow_limit(file, file.referral, 15, today));
    if (came(file.contact) && !came(file.interview)) items.insert("interview_within_30_days " + slow_limit(file, file.contact, 30, today));
    if (!came(file.exit) || (came(file.refusal_of_contact) && file.refusal_of_contact < today)) return items;
    for (const int horizon : {12, 24}) {
        const Day due = slow_months_later(invented_day_zero + file.exit, horizon), now = invented_day_zero + today;
        bool answered = now < due - 60 || now > due + 90;  // looking thirty days ahead of the opening
        for (const auto& [day, asked] : file.answers) {
            const Day on_day = invented_day_zero + day;
            if (came(day) && asked == horizon && on_day >= due - 30 && on_day <= due + 90) answered = true;
        }
        if (!answered) items.insert("follow_up " + iso(due) + " late " + std::to_string(std::max(0, now - due)) + " held 0");
    }
    return items;
}

TEST(AgendaOfRandomFiles, IsWhatASlowReadingOfTheRulesSays) {
    InventedChance chance{std::mt19937(11)};
    std::map<std::string, int> seen;
    for (int trial = 0; trial < 1500; ++trial) {
        const auto file = invented(chance);
        const auto story = story_of(file);
        for (int look = 0; look < 8; ++look) {
            const int today = look < 4 ? file.referral + chance.between(0, 120) : chance.between(0, 1300);
            std::multiset<std::string> found;
            for (const auto& item : agenda_of(file_of(story), common_core, {.as_of = invented_day_zero + today})) {
                if (item.rule != "follow_up" && !item.rule.ends_with("_days")) continue;
                if (item.rule.starts_with("dormant")) continue;
                found.insert(item.rule + " " + iso(item.due) + " late " + std::to_string(item.late_days) + " held " + std::to_string(item.held_days));
                ++seen[item.rule + (item.held_days > 0 ? " held" : "")];
            }
            ASSERT_EQ(found, slow_agenda(file, today)) << "trial " << trial << ", " << iso(invented_day_zero + today);
        }
    }
    for (const auto* rule : {"contact_within_15_days", "contact_within_15_days held", "interview_within_30_days", "interview_within_30_days held", "follow_up"})
        EXPECT_GT(seen[rule], 100) << rule;
}

}  // namespace
