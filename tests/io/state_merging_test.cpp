// Exactness of merging: the same cases divided any way, merged in any order, give the same bytes and the same report.
#include "maintien/indicators/merge_states.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <sstream>

#include "maintien/indicators/make_report.hpp"
#include "maintien/io/report_document.hpp"
#include "maintien/io/state_document.hpp"
#include "maintien/register/register_part.hpp"
#include "support/engine_register.hpp"
#include "support/random_register.hpp"

namespace maintien {
namespace {

/// A register and the question asked of it, with a period that does not depend on which cases are there.
struct Asked {
    EventTable events;
    ProtocolVersions versions;
    ReportQuestion question;
    CaseTable table;
};

Asked asked_of_seed(std::uint64_t seed) {
    const auto entries = slow::register_of_seed(seed);
    const auto asked = slow::question_of_seed(entries, seed);
    Asked all{engine::table_of(entries), built_in_versions(asked.protocol), engine::question_of(asked), {}};
    all.question.threads = 1;
    all.table = replay(all.events, all.versions, {all.question.as_of, all.question.known_on, 1});
    all.question.from = period_of(all.table, all.question).from;
    return all;
}

State state_of_cases(const Asked& asked, const EventTable& events, std::vector<StateSource> sources) {
    const auto table = replay(events, asked.versions, {asked.question.as_of, asked.question.known_on, 1});
    return state_of(events, table, latest(asked.versions), asked.question, "p", std::move(sources));
}

State whole_state(const Asked& asked) { return state_of_cases(asked, asked.events, sources_of(asked.events)); }

/// The cases divided at random into parts, some of them empty; those of a worker stay together.
std::vector<State> random_parts(const Asked& asked, int parts, std::mt19937_64& random) {
    std::map<std::string, int> part_of_person;
    std::vector<EventTable> tables(static_cast<std::size_t>(parts));
    std::vector<int> part_of(asked.events.cases());
    for (CaseIndex i = 0; i < asked.events.cases(); ++i) {
        const auto worker = asked.events.names.text_of(asked.table.cases.worker[i]);
        const auto person = worker.empty() ? "case " + std::to_string(i) : "worker " + std::string(worker);
        part_of[i] = part_of_person.try_emplace(person, static_cast<int>(random() % static_cast<unsigned>(parts))).first->second;
    }
    for (std::size_t row = 0; row < asked.events.size(); ++row)
        detail::copy_row(tables[static_cast<std::size_t>(part_of[asked.events.case_index[row]])], asked.events, row);
    std::vector<State> states;
    for (int part = 0; part < parts; ++part)
        states.push_back(state_of_cases(asked, tables[static_cast<std::size_t>(part)], sources_of(asked.events, part + 1, parts)));
    return states;
}

/// Merges states in a random tree: any two become one until one is left.
State merged_at_random(std::vector<State> states, std::mt19937_64& random) {
    while (states.size() > 1) {
        std::shuffle(states.begin(), states.end(), random);
        EXPECT_FALSE(conflict_between(states.front(), states.back()));
        merge(states.front(), states.back());
        states.pop_back();
    }
    return std::move(states.front());
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The rows that differ between two reports of the same shape; a row that a state cannot tell says so.
std::size_t rows_not_mergeable(const Report& direct, const Report& finished) {
    const auto expected = lines_of(io::report_json(direct)), found = lines_of(io::report_json(finished));
    EXPECT_EQ(expected.size(), found.size());
    std::size_t differing = 0;
    for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i) {
        if (expected[i] == found[i]) continue;
        ++differing;
        const bool identities = found[i].find("\"re_referrals\"") != std::string::npos || found[i].find("\"persons\"") != std::string::npos;
        EXPECT_TRUE(identities && found[i].find("not_mergeable") != std::string::npos) << expected[i] << "\n" << found[i];
    }
    return differing;
}

TEST(StateMerging, AThousandRandomDivisionsGiveTheWholeToTheByte) {
    std::size_t several = 0, empty_parts = 0, not_mergeable = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937_64 random(seed);
        const auto asked = asked_of_seed(seed);
        const auto whole = whole_state(asked);
        const auto parts = random_parts(asked, 1 + static_cast<int>(random() % 5), random);
        for (const auto& part : parts) empty_parts += part.input.cases == 0;
        const auto merged = merged_at_random(parts, random);
        ASSERT_EQ(io::state_json(merged), io::state_json(whole));
        const auto read = io::parse_state(io::state_json(merged), "all.json");
        ASSERT_EQ(io::state_json(read.state), io::state_json(whole));
        const auto direct = report_of(asked.events, asked.table, latest(asked.versions), asked.question, "p");
        not_mergeable += rows_not_mergeable(direct, report_of(read.state));
        several += from_several_services(whole);
        if (testing::Test::HasFailure()) return;
    }
    EXPECT_GT(several, 100u);
    EXPECT_LT(several, 950u);
    EXPECT_GT(empty_parts, 100u);
    EXPECT_GT(not_mergeable, several);
}

TEST(StateMerging, AStateOfOneServiceLosesNothing) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto asked = asked_of_seed(seed);
        const auto whole = whole_state(asked);
        if (from_several_services(whole)) continue;
        EXPECT_EQ(io::report_json(report_of(whole)), io::report_json(report_of(asked.events, asked.table, latest(asked.versions), asked.question, "p"))) << "seed " << seed;
    }
}

TEST(StateMerging, ServicesApartGiveTheSameAsServicesTogether) {
    int divided = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto asked = asked_of_seed(seed);
        std::vector<State> states;
        for (const auto& source : sources_of(asked.events)) {
            EventTable own;
            for (std::size_t row = 0; row < asked.events.size(); ++row)
                if (key_of(asked.events, asked.events.case_index[row]).service == source.service) detail::copy_row(own, asked.events, row);
            states.push_back(state_of_cases(asked, own, sources_of(own)));
        }
        divided += states.size() > 1;
        if (states.empty()) continue;
        std::mt19937_64 random(seed);
        EXPECT_EQ(io::state_json(merged_at_random(std::move(states), random)), io::state_json(whole_state(asked))) << "seed " << seed;
    }
    EXPECT_GT(divided, 20);
}

TEST(StateMerging, WhatIsInAlreadyIsRefusedWhereverItStands) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto asked = asked_of_seed(seed);
        if (asked.events.cases() == 0) continue;
        std::mt19937_64 random(seed);
        const auto parts = random_parts(asked, 3, random);
        State two = parts[0];
        merge(two, parts[1]);
        for (const auto* again : {&parts[0], &parts[1]}) EXPECT_EQ(conflict_between(two, *again).value().what, "sources") << "seed " << seed;
        EXPECT_FALSE(conflict_between(two, parts[2]));
        EXPECT_TRUE(conflict_between(two, whole_state(asked)));
        EXPECT_TRUE(conflict_between(two, random_parts(asked, 4, random)[3]));
        merge(two, parts[2]);
        EXPECT_TRUE(is_complete(two));
        for (const auto& part : parts) EXPECT_TRUE(conflict_between(two, part));
    }
}

TEST(StateMerging, ThePartsOfARegisterAreMadeByTheCommandsRule) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto asked = asked_of_seed(seed);
        std::vector<State> states;
        for (int part = 1; part <= 3; ++part) states.push_back(state_of_cases(asked, register_part(asked.events, asked.table, part, 3), sources_of(asked.events, part, 3)));
        std::mt19937_64 random(seed);
        EXPECT_EQ(io::state_json(merged_at_random(std::move(states), random)), io::state_json(whole_state(asked))) << "seed " << seed;
    }
}

}  // namespace
}  // namespace maintien
