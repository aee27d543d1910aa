#include "maintien/register/agenda.hpp"

#include <gtest/gtest.h>

#include "support/engine_register.hpp"
#include "support/random_register.hpp"
#include "support/register_stories.hpp"

namespace {

using namespace maintien;

/// A referral with a worker and a manager.
Entry referred(Day on, std::string worker, std::string manager) {
    Entry entry = stories::referral(on);
    entry.about.worker = {std::move(worker)};
    entry.about.manager = {std::move(manager)};
    return entry;
}

std::vector<std::string> titles(const Agenda& agenda, std::string_view rule) {
    std::vector<std::string> found;
    for (const auto& item : agenda.items)
        if (item.rule == rule) found.push_back((item.service.empty() ? "" : item.service + "/") + item.case_id + " " + item.manager + " " + item.title.en + " | " + item.computation.en);
    return found;
}

const Day march = make_day(2024, 3, 11);

EventTable small_register() {
    EventTable table;
    stories::add_case(table, {"s1", "1"}, {referred(march - 3, "w1", "m1")});
    stories::add_case(table, {"s1", "2"}, {referred(march - 4, "w2", "m1"), stories::on(march - 1, Suspension{SuspensionReason::hospital})});
    stories::add_case(table, {"s1", "3"}, {referred(march - 90, "w1", "m2"), stories::on(march - 80, Refusal{})});
    stories::add_case(table, {"s2", "1"}, {referred(march - 20, "w2", "")});
    return table;
}

TEST(RegisterAgenda, CountsTheFilesOfEachManager) {
    EXPECT_EQ(titles(agenda_of(small_register(), common_core, {.as_of = march}), "caseload"),
              (std::vector<std::string>{"s1/ m1 Files under way, m1: 2, of which suspended: 1 | Files under way on 11 March 2024", "s2/  Files under way, without a case manager: 1 | Files under way on 11 March 2024"}));
}

TEST(RegisterAgenda, FindsWorkersWithSeveralFilesUnderWay) {
    EXPECT_EQ(titles(agenda_of(small_register(), common_core, {.as_of = march}), "duplicate"),
              (std::vector<std::string>{"s1/2 m1 Same worker, several files under way | Also under way: s2/1", "s2/1  Same worker, several files under way | Also under way: s1/2"}))
        << "the other file of w1 has ended";
}

TEST(RegisterAgenda, HasTheItemsOfEveryCaseLateFirst) {
    const auto agenda = agenda_of(small_register(), common_core, {.as_of = march});
    ASSERT_FALSE(agenda.items.empty());
    EXPECT_EQ(agenda.items[0].service + "/" + agenda.items[0].case_id + " " + agenda.items[0].rule, "s2/1 contact_within_15_days");
    EXPECT_EQ(agenda.items[0].late_days, 5);
    EXPECT_TRUE(std::is_sorted(agenda.items.begin(), agenda.items.end(), agenda_before));
    EXPECT_EQ(agenda.protocol, "common_core");
}

/// Everything an agenda says.
std::string whole(const Agenda& agenda) {
    std::string text;
    for (const auto& item : agenda.items)
        text += item.service + "/" + item.case_id + " " + item.rule + " " + iso(item.due) + " " + iso(item.opens) + " " + std::to_string(item.late_days) + " " + std::to_string(item.held_days) + " " +
                item.manager + " " + item.place + " " + item.title.fr + item.title.en + item.computation.fr + item.computation.en + "\n";
    return text;
}

TEST(RegisterAgenda, OfRandomRegistersDependsNeitherOnThreadsNorOnTheOrderOfRows) {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        const slow::Register reversed(entries.rbegin(), entries.rend());
        const Day as_of = *parse_iso(slow::question_of_seed(entries, seed).as_of);
        const auto expected = whole(agenda_of(engine::table_of(entries), common_core, {.as_of = as_of}, 1));
        ASSERT_EQ(whole(agenda_of(engine::table_of(reversed), common_core, {.as_of = as_of}, 3)), expected) << "seed " << seed;
    }
}

TEST(RegisterAgenda, OfRandomRegistersOwesStepsWhereTheSlowReplayHasNotSeenThem) {
    int owed = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto entries = slow::register_of_seed(seed);
        auto question = slow::question_of_seed(entries, seed);
        question.known_on.clear();
        std::map<std::string, slow::Episode> last;
        std::set<std::string> expected, found, dead;
        for (const auto& episode : slow::replay(entries, question)) last[episode.service + "/" + episode.case_id] = episode;
        for (const auto& [key, e] : last) {
            const bool ended = e.refusal || e.exit || e.closing;
            if (ended || e.stage.empty()) continue;
            if (e.referral && !e.contact) expected.insert(key + " contact_within_15_days");
            if (e.contact && !e.interview && !e.entry) expected.insert(key + " interview_within_30_days");
        }
        for (const auto& item : agenda_of(engine::table_of(entries), common_core, {.as_of = *parse_iso(question.as_of), .within = 4000}, 1).items) {
            if (item.rule == "file_to_close") dead.insert(item.service + "/" + item.case_id);
            if (item.rule.find("_within_") != std::string::npos) found.insert(item.service + "/" + item.case_id + " " + item.rule);
        }
        for (const auto& line : found) ASSERT_TRUE(expected.contains(line)) << line << ", seed " << seed;
        for (const auto& line : expected) ASSERT_TRUE(found.contains(line) || dead.contains(line.substr(0, line.find(' ')))) << line << ", seed " << seed;
        owed += static_cast<int>(found.size());
    }
    EXPECT_GT(owed, 100);
}

}  // namespace
