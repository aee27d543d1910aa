#include "maintien/io/state_document.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>

#include "maintien/indicators/make_report.hpp"
#include "maintien/indicators/merge_states.hpp"
#include "maintien/io/errors.hpp"
#include "support/register_stories.hpp"

namespace maintien {
namespace {

using StateJson = nlohmann::ordered_json;

State aist43_state(std::vector<StateSource> sources = {{"sst-demo", 1, 1}}, std::vector<StratumKey> by = {StratumKey::origin, StratumKey::month}) {
    const stories::Aist43 cell;
    return state_of(cell.events, cell.table, aist43_cme, {.as_of = make_day(2020, 11, 12), .by = std::move(by), .threads = 1}, "aist43_cme", std::move(sources));
}

/// What is said about a state in which something was changed; empty when it is taken.
std::string faults_of(const StateJson& document) {
    try {
        (void)io::parse_state(document.dump(), "s.json");
    } catch (const io::DocumentError& error) {
        return error.what();
    }
    return {};
}

std::string faults_after(const std::function<void(StateJson&)>& change) {
    auto document = StateJson::parse(io::state_json(aist43_state()));
    change(document);
    return faults_of(document);
}

testing::AssertionResult says(const std::string& text, const std::string& part) {
    if (text.find(part) != std::string::npos) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "\"" << part << "\" is not in \"" << text << "\"";
}

TEST(StateDocument, AStateReadAgainIsTheSameToTheByte) {
    for (const auto& sources : {std::vector<StateSource>{{"sst-demo", 1, 1}}, {{"a", 2, 3}}, {{"a", 1, 1}, {"b", 1, 2}}, {{"", 1, 1}}}) {
        const auto text = io::state_json(aist43_state(sources));
        const auto loaded = io::parse_state(text, "s.json");
        EXPECT_EQ(io::state_json(loaded.state), text);
        EXPECT_FALSE(conflict_between(aist43_state({{"z", 1, 1}}), loaded.state)) << "the protocol is the very same";
    }
}

TEST(StateDocument, TheKeysStandInTheOrderOfTheFormat) {
    const auto document = StateJson::parse(io::state_json(aist43_state()));
    std::vector<std::string> keys;
    for (const auto& [key, value] : document.items()) keys.push_back(key);
    EXPECT_EQ(keys, (std::vector<std::string>{"format", "definitions", "protocol", "as_of", "known_on", "period", "level", "interval", "by", "rules", "sources", "input", "without_referral", "whole", "strata"}));
    EXPECT_EQ(document["sources"][0].dump(), R"({"service":"sst-demo","from":"2020-06-01","to":"2020-11-12","as_of":"2020-11-12","part":1,"parts":1})");
    EXPECT_EQ(document["whole"]["cells"]["referrals"], 103);
    EXPECT_EQ(document["whole"]["cells"]["status"]["positive"], 9);
    EXPECT_EQ(document["whole"]["persons"], 103);
    EXPECT_FALSE(document["whole"]["cells"].contains("re_referrals")) << "zeros are left out";
}

TEST(StateDocument, NoCaseAndNoWorkerIsInIt) {
    EventTable events;
    auto entries = stories::exited(make_day(2024, 1, 8), make_day(2024, 1, 20), make_day(2024, 5, 1), Outcome::adapted_post);
    entries.front().about.worker = {"worker-pseudonym"};
    stories::add_case(events, {"sst", "case-pseudonym"}, entries);
    const auto table = replay(events, common_core, {make_day(2024, 12, 31), no_day, 1});
    const auto text = io::state_json(state_of(events, table, common_core, {.as_of = make_day(2024, 12, 31), .by = {StratumKey::service}, .threads = 1}, "common_core", sources_of(events)));
    EXPECT_EQ(text.find("pseudonym"), std::string::npos);
    EXPECT_NE(text.find("\"sst\""), std::string::npos);
}

TEST(StateDocument, WhatIsNotOfTheFormatIsRefusedAtItsPlace) {
    EXPECT_EQ(faults_after([](StateJson&) {}), "");
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["extra"] = 1; }), "s.json: /extra: found an unknown field"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d.erase("level"); }), "s.json: /level: found nothing"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["level"] = 1; }), "/level"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["definitions"] = "2"; }), "s.json: /definitions: found \"2\" expected \"1\""));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["interval"] = "wald"; }), "/interval"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["by"][0] = "colour"; }), "/by/0"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["by"][0] = "month"; }), "/by/1: found \"month\" expected each key once"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["whole"]["cells"]["referals"] = 3; }), "/whole/cells/referals: found an unknown field"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["whole"]["cells"]["status"]["happy"] = 3; }), "/whole/cells/status/happy"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["rules"]["outcomes"]["unfitness"]["polarity"] = "bad"; }), "/rules/outcomes/unfitness/polarity"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["whole"]["by"].push_back("x"); }), "/whole/by"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["strata"][0]["by"].erase(0); }), "/strata/0/by"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["strata"][0]["by"][1] = "2020-13"; }), "/strata/0/by/1"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["strata"][0]["by"][1] = nullptr; }), "/strata/0/by/1"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["strata"][0]["by"][0] = "chance"; }), "/strata/0/by/0"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { std::swap(d["strata"][0], d["strata"][1]); }), "strata in the order"));
}

TEST(StateDocument, NumbersThatCannotBeAreRefused) {
    const auto faults_with = [](const char* number) { return faults_after([&](StateJson& d) { d["whole"]["cells"]["referrals"] = StateJson::parse(number); }); };
    for (const auto* number : {"-1", "1.5", "1e3", "9007199254740992", "9223372036854775808", "99999999999999999999", "true", "null", "\"3\""})
        EXPECT_TRUE(says(faults_with(number), "s.json: /whole/cells/referrals: found ")) << number;
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["whole"]["cells"]["referrals"] = 2; }), "more counted than there are cases"));
    for (const auto* pair : {"entered_mix", "positive_mix"}) {
        const auto counted = std::string(pair) + "/counted", measured = std::string(pair) + "/measured";
        EXPECT_TRUE(says(faults_after([&](StateJson& d) { d["whole"]["cells"][counted]["30_39/A"] = 1 + d["whole"]["cells"][measured].value("30_39/A", 0); }), "more counted than there are cases in standardised_rate")) << pair;
    }
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["whole"]["services"][0][1] = 1 + d["whole"]["services"][0][2].get<int>(); }), "/whole/services/0"));
    const auto days = [](const char* table) { return faults_after([&](StateJson& d) { d["whole"]["days"]["open_age"] = StateJson::parse(table); }); };
    EXPECT_EQ(days("[[1, 2], [3, 4]]"), "");
    EXPECT_TRUE(says(days("[[3, 2], [1, 4]]"), "/whole/days/open_age/1/0: found 1 expected more days"));
    EXPECT_TRUE(says(days("[[3, 2], [3, 4]]"), "more days"));
    EXPECT_TRUE(says(days("[[3, 0]]"), "/whole/days/open_age/0/1"));
    EXPECT_TRUE(says(days("[[-3, 1]]"), "/whole/days/open_age/0/0"));
    EXPECT_TRUE(says(days("[[3, 1, 1]]"), "[days, cases]"));
    EXPECT_TRUE(says(days("[[3000000, 9007199254740]]"), "sums are too large"));
}

TEST(StateDocument, SourcesStandInOrderAndOnceAndSayWhatTheStateSays) {
    const auto sources = [](const char* list) {
        return faults_after([&](StateJson& d) {
            auto wanted = StateJson::array();
            for (const auto& short_form : StateJson::parse(list))
                wanted.push_back({{"service", short_form[0]}, {"from", "2020-06-01"}, {"to", "2020-11-12"}, {"as_of", "2020-11-12"}, {"part", short_form[1]}, {"parts", short_form[2]}});
            d["sources"] = wanted;
        });
    };
    EXPECT_EQ(sources(R"([["a", 1, 3], ["a", 3, 3]])"), "");
    EXPECT_TRUE(says(sources(R"([["a", 3, 3], ["a", 1, 3]])"), "/sources/1: found an object expected sources in the order"));
    EXPECT_TRUE(says(sources(R"([["a", 1, 3], ["a", 1, 3]])"), "/sources/1: found a, part 1 of 3"));
    EXPECT_TRUE(says(sources(R"([["a", 1, 2], ["a", 2, 3]])"), "cases divided as those of"));
    EXPECT_TRUE(says(sources(R"([["a", 1, 2], ["a", 2, 2]])"), "in place of a complete set"));
    EXPECT_TRUE(says(sources(R"([["a", 3, 2]])"), "/sources/0/part"));
    EXPECT_TRUE(says(sources(R"([["a", 1, 1], ["b", 1, 1]])"), "/whole/persons: found 103 expected null"));
    EXPECT_TRUE(says(faults_after([](StateJson& d) { d["sources"][0]["as_of"] = "2020-11-13"; }), "/sources/0/as_of"));
}

/// Changes one place of a document at random: a value, a key, an item.
void mutate(StateJson& node, std::mt19937_64& random) {
    if (!node.is_structured() || node.empty() || random() % 6 == 0) {
        static const std::vector<StateJson> odd{nullptr, true, -1, 0, 1, 2.5, 1e300, 9223372036854775807, "", "x", "2020-06-01", StateJson::array(), StateJson::object(), {{"by", 1}}, {1, 2}};
        node = odd[random() % odd.size()];
        return;
    }
    auto at = node.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(random() % node.size()));
    const auto act = random() % 8;
    if (act == 0) node.erase(at);
    else if (act == 1 && node.is_array()) node.push_back(*at);
    else mutate(*at, random);
}

TEST(StateDocument, AMutatedDocumentIsRefusedOrReadAsWhatItSays) {
    const auto original = StateJson::parse(io::state_json(aist43_state()));
    int refused = 0, taken = 0;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        std::mt19937_64 random(seed);
        auto document = original;
        for (auto times = 1 + random() % 3; times > 0; --times) mutate(!document.is_object() || random() % 3 == 0 ? document : document[random() % 2 == 0 ? "whole" : "strata"], random);
        try {
            const auto loaded = io::parse_state(document.dump(), "s.json");
            const auto text = io::state_json(loaded.state);
            EXPECT_EQ(io::state_json(io::parse_state(text, "s.json").state), text) << "seed " << seed;
            for (const auto& row : report_of(loaded.state).rows) EXPECT_TRUE(row.value || row.null_reason || row.unit == Unit::cases) << "seed " << seed;
            ++taken;
        } catch (const io::DocumentError& error) {
            EXPECT_FALSE(error.problems.empty());
            ++refused;
        }
    }
    EXPECT_GT(refused, 500);
    EXPECT_GT(taken, 50);
}

TEST(StateDocument, ATextCutOrBrokenAnywhereIsRefused) {
    const auto text = io::state_json(aist43_state({{"a", 1, 1}}, {}));
    std::mt19937_64 random(7);
    for (int i = 0; i < 300; ++i) EXPECT_THROW((void)io::parse_state(text.substr(0, random() % (text.size() - 2)), "s.json"), io::DocumentError);
    for (int i = 0; i < 300; ++i) {
        auto broken = text;
        broken[random() % broken.size()] = static_cast<char>(random() % 256);
        try {
            (void)io::parse_state(broken, "s.json");
        } catch (const io::DocumentError& error) {
            EXPECT_FALSE(error.problems.empty());
        }
    }
}

TEST(StateDocument, StatesThatDoNotAddUpAreRefusedByFileAndFact) {
    auto into = io::parse_state(io::state_json(aist43_state()), "a.json");
    const auto refusal = [&](const State& added) {
        try {
            io::merge_loaded(into, io::parse_state(io::state_json(added), "b.json"), "a.json", "b.json");
        } catch (const io::DocumentError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_TRUE(says(refusal(aist43_state()), "b.json: /sources: found sst-demo expected a source that is not in already: sst-demo is (in a.json)\n"));
    EXPECT_TRUE(says(refusal(aist43_state({{"b", 1, 1}}, {StratumKey::sex})), "b.json: /by: found sex expected origin,month (in a.json)"));
    auto vast = aist43_state({{"b", 1, 1}});
    vast.input.events = greatest_state_count;
    EXPECT_TRUE(says(refusal(vast), "too large"));
}

}  // namespace
}  // namespace maintien
