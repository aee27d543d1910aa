#include "maintien/conformance/simulated_register.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "maintien/indicators/make_report.hpp"
#include "maintien/io/events.hpp"
#include "maintien/io/report_document.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "maintien/register/check.hpp"

namespace maintien {
namespace {

std::string text_of(const Protocol& protocol, const Simulation& simulation, io::Dialect dialect) {
    std::ostringstream out;
    write_simulated_register(out, protocol, simulation, dialect);
    return out.str();
}

/// FNV-1a, 64 bits.
std::uint64_t checksum(const std::string& text) {
    std::uint64_t sum = 0xcbf29ce484222325u;
    for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return sum;
}

std::string report_on(const EventTable& table, const Protocol& protocol) {
    return io::report_json(make_report(table, protocol, {.as_of = make_day(2024, 12, 31), .by = {StratumKey::service}, .threads = 1}));
}

// A register that changes makes every published benchmark and every example of the documentation wrong: change these numbers only
// together with a line in the CHANGELOG.
TEST(SimulatedRegister, TheBytesOfASeedNeverChange) {
    const Simulation simulation{.cases = 500, .seed = 42};
    EXPECT_EQ(checksum(text_of(common_core, simulation, io::Dialect::csv)), 16105724159363146859u);
    EXPECT_EQ(checksum(text_of(aist43_cme, simulation, io::Dialect::csv)), 13824524711175955462u);
    EXPECT_EQ(checksum(text_of(common_core, simulation, io::Dialect::json_lines)), 16611181914762483177u);
    EXPECT_EQ(checksum(text_of(aist43_cme, simulation, io::Dialect::json_lines)), 18376858953556030995u);
}

TEST(SimulatedRegister, TheNumberOfThreadsChangesNoByte) {
    const auto expected = text_of(common_core, {.cases = 20000, .threads = 1}, io::Dialect::json_lines);
    for (const unsigned threads : {2u, 5u}) EXPECT_EQ(text_of(common_core, {.cases = 20000, .threads = threads}, io::Dialect::json_lines), expected);
}

TEST(SimulatedRegister, InMemoryItIsWhatItsFileSays) {
    for (const auto* protocol : built_in_protocols) {
        const auto expected = report_on(simulated_register(*protocol, {.cases = 700}), *protocol);
        for (const auto dialect : {io::Dialect::json_lines, io::Dialect::csv}) {
            const io::Source source{.name = "register", .text = text_of(*protocol, {.cases = 700}, dialect), .dialect = dialect};
            EXPECT_EQ(report_on(io::read_events(std::span(&source, 1)).table, *protocol), expected);
        }
    }
}

TEST(SimulatedRegister, ThereAreAsManyCasesAsAskedForWithAboutTenEventsEach) {
    for (const auto* protocol : built_in_protocols)
        for (const std::uint64_t cases : {1u, 2u, 333u, 20000u}) {
            const auto table = simulated_register(*protocol, {.cases = cases});
            EXPECT_EQ(table.cases(), cases);
            if (cases > 300) {
                EXPECT_GT(table.size(), 8 * cases);
                EXPECT_LT(table.size(), 12 * cases);
            }
        }
}

TEST(SimulatedRegister, TwoServicesUseTheSameCaseNumbersAndSomeWorkersHaveTwoCases) {
    const auto table = simulated_register(common_core, {.cases = 5000});
    const std::set<NameIndex> numbers(table.case_number.begin(), table.case_number.end()), services(table.case_service.begin(), table.case_service.end());
    EXPECT_EQ(numbers.size(), 2500u);
    EXPECT_GT(services.size(), 10u);
    const auto cases = replay(table, common_core, {make_day(2024, 12, 31), no_day, 1}).cases;
    std::map<NameIndex, int> often;
    for (const NameIndex worker : cases.worker) ++often[worker];
    const auto twice = std::count_if(often.begin(), often.end(), [](const auto& worker) { return worker.first != 0 && worker.second == 2; });
    EXPECT_GT(twice, 50);
    EXPECT_LT(twice, 400);
}

TEST(SimulatedRegister, NothingIsLaterThanItsLastDay) {
    const Day until = make_day(2021, 3, 31);
    const auto table = simulated_register(aist43_cme, {.cases = 2000, .until = until});
    EXPECT_LE(latest_day(table), until);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.event[row] == Event::referral) {
            EXPECT_GE(table.on[row], aist43_cme.valid_from);
        }
        if (known(table.recorded_on[row])) {
            EXPECT_GE(table.recorded_on[row], table.on[row]);
        }
    }
}

TEST(SimulatedRegister, EveryEventOfTheVocabularyOccurs) {
    for (const auto* protocol : built_in_protocols) {
        const auto table = simulated_register(*protocol, {.cases = 5000});
        EXPECT_EQ(std::set<Event>(table.event.begin(), table.event.end()).size(), count_of<Event>);
    }
}

TEST(SimulatedRegister, TheNoiseIsAsLittleAsItIsSaidToBe) {
    for (const auto* protocol : built_in_protocols) {
        const auto table = simulated_register(*protocol, {.cases = 20000});
        const auto deviations = check(table, *protocol, make_day(2024, 12, 31)).deviations;
        const auto cases_with = [&](Severity severity, std::string_view rule) {
            std::set<std::pair<std::string, std::string>> found;
            for (const auto& one : deviations)
                if (one.severity == severity && (rule.empty() || one.rule == rule)) found.emplace(one.service, one.case_id);
            return found.size();
        };
        EXPECT_GT(cases_with(Severity::violation, ""), 100u);
        EXPECT_LT(cases_with(Severity::violation, ""), 400u);
        EXPECT_GT(cases_with(Severity::unrecorded, ""), 1400u);
        EXPECT_LT(cases_with(Severity::unrecorded, ""), 2600u);
        EXPECT_GT(cases_with(Severity::unrecorded, "referral_missing"), 50u);
        EXPECT_LT(cases_with(Severity::unrecorded, "referral_missing"), 150u);
    }
}

TEST(SimulatedRegister, AReaderIsToldHowFarTheWritingIs) {
    std::ostringstream out;
    std::vector<std::uint64_t> told;
    write_simulated_register(out, common_core, {.cases = 20000, .threads = 1}, io::Dialect::csv, [&](std::uint64_t done) { told.push_back(done); });
    ASSERT_FALSE(told.empty());
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_EQ(told.back(), 20000u);
}

}  // namespace
}  // namespace maintien
