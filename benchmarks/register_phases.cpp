// How long a report takes, phase by phase: register_phases [--protocol P] [--as-of DAY] [--by KEYS] [--threads N] [EVENTS…]
// Reads the event files, or invents 100,000 cases, then replays and reports once; prints one JSON object with seconds and bytes.

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

#include "maintien/conformance/simulated_register.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/io/events.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "peak_memory.hpp"

namespace {

using namespace maintien;

struct Wanted {
    const Protocol* protocol = &common_core;
    ReportQuestion question{.as_of = make_day(2024, 12, 31)};
    std::vector<io::Source> sources{};
};

void take(Wanted& wanted, const std::string& option, const std::string& value) {
    if (option == "--protocol") wanted.protocol = built_in_protocol(value);
    if (option == "--as-of") wanted.question.as_of = parse_iso(value).value_or(no_day);
    if (option == "--threads") wanted.question.threads = static_cast<unsigned>(std::stoul(value));
    for (std::size_t first = 0; option == "--by" && first < value.size();) {
        const std::size_t last = std::min(value.find(',', first), value.size());
        wanted.question.by.push_back(from_code<StratumKey>(value.substr(first, last - first)).value());
        first = last + 1;
    }
}

Wanted wanted_of(int argc, char** argv) {
    Wanted wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument.starts_with("--") && i + 1 < argc) take(wanted, argument, argv[++i]);
        else wanted.sources.push_back({.name = argument});
    }
    return wanted;
}

/// Seconds since the last call.
double lap(std::chrono::steady_clock::time_point& since) {
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - since).count();
    since = now;
    return seconds;
}

}  // namespace

int main(int argc, char** argv) try {
    const auto wanted = wanted_of(argc, argv);
    const auto& question = wanted.question;
    auto since = std::chrono::steady_clock::now();
    const EventTable events = wanted.sources.empty() ? simulated_register(*wanted.protocol, {.cases = 100'000, .until = question.as_of})
                                                     : io::read_events(wanted.sources, {.threads = question.threads}).table;
    const double read = lap(since);
    const auto read_peak = peak_memory();
    const auto table = replay(events, *wanted.protocol, {question.as_of, question.known_on, question.threads});
    const double replayed = lap(since);
    const auto report = report_of(events, table, *wanted.protocol, question, wanted.protocol->name);
    const double reported = lap(since);
    std::printf("{\"cases\": %zu, \"events\": %zu, \"rows\": %zu, \"read_s\": %.3f, \"replay_s\": %.3f, \"report_s\": %.3f, \"read_peak_bytes\": %lld, \"peak_bytes\": %lld}\n",
                events.cases(), events.size(), report.rows.size(), read, replayed, reported, static_cast<long long>(read_peak), static_cast<long long>(peak_memory()));
    return 0;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
}
