// Replay and report of invented registers, by number of cases and of threads.

#include <benchmark/benchmark.h>

#include "maintien/conformance/simulated_register.hpp"
#include "maintien/indicators/make_report.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/register/check.hpp"

namespace {

using namespace maintien;

constexpr Day as_of = make_day(2024, 12, 31);

EventTable register_of(const benchmark::State& state) { return simulated_register(common_core, {.cases = static_cast<std::uint64_t>(state.range(0))}); }
unsigned threads_of(const benchmark::State& state) { return static_cast<unsigned>(state.range(1)); }

void count_events(benchmark::State& state, const EventTable& events) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(events.size()));
}

void simulate_register(benchmark::State& state) {
    std::int64_t events = 0;
    for (auto _ : state) events += static_cast<std::int64_t>(register_of(state).size());
    state.SetItemsProcessed(events);
}

void replay_register(benchmark::State& state) {
    const auto events = register_of(state);
    for (auto _ : state) benchmark::DoNotOptimize(replay(events, common_core, {as_of, no_day, threads_of(state)}));
    count_events(state, events);
}

void check_register(benchmark::State& state) {
    const auto events = register_of(state);
    for (auto _ : state) benchmark::DoNotOptimize(check(events, common_core, as_of, threads_of(state)));
    count_events(state, events);
}

void report_register(benchmark::State& state) {
    const auto events = register_of(state);
    const auto table = replay(events, common_core, {as_of, no_day, threads_of(state)});
    const ReportQuestion question{.as_of = as_of, .threads = threads_of(state)};
    for (auto _ : state) benchmark::DoNotOptimize(report_of(events, table, common_core, question, "common_core"));
    count_events(state, events);
}

void report_register_by_service_and_year(benchmark::State& state) {
    const auto events = register_of(state);
    const auto table = replay(events, common_core, {as_of, no_day, threads_of(state)});
    const ReportQuestion question{.as_of = as_of, .by = {StratumKey::service, StratumKey::year}, .threads = threads_of(state)};
    for (auto _ : state) benchmark::DoNotOptimize(report_of(events, table, common_core, question, "common_core"));
    count_events(state, events);
}

BENCHMARK(simulate_register)->Args({10'000, 1})->Unit(benchmark::kMillisecond);
BENCHMARK(replay_register)->Args({100'000, 1})->Args({100'000, 2})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(check_register)->Args({100'000, 1})->Args({100'000, 2})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(report_register)->Args({100'000, 1})->Args({100'000, 2})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(report_register_by_service_and_year)->Args({100'000, 2})->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
