// The rules at work: cases replayed with every guard, events already grouped; one entry asked for, with every reason.
// build/release/benchmarks/pathway_benchmark --benchmark_repetitions=5

#include <benchmark/benchmark.h>

#include <span>
#include <vector>

#include "maintien/conformance/simulated_register.hpp"
#include "maintien/pathway/path.hpp"
#include "maintien/pathway/severity.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/register/event_table.hpp"

namespace {

using namespace maintien;

/// The marks of an invented register, case after case, in canonical order.
struct GroupedMarks {
    std::vector<Mark> marks{};
    std::vector<std::size_t> ends{};
};

GroupedMarks grouped_register(std::uint64_t cases) {
    const EventTable table = simulated_register(common_core, {.cases = cases});
    std::vector<std::vector<DatedMark>> by_case(table.cases());
    for (std::uint32_t row = 0; row < table.size(); ++row)
        if (table.event[row] != Event::amendment) by_case[table.case_index[row]].push_back(dated_mark_at(table, table.case_index[row], EntryPlace{row}));
    GroupedMarks grouped;
    for (auto& marks : by_case) {
        sort_canonically<EventTable>(marks, table);
        for (const auto& dated : marks) grouped.marks.push_back(dated.mark);
        grouped.ends.push_back(grouped.marks.size());
    }
    return grouped;
}

/// One core replays all cases under all rules and counts what deviates.
void replay_grouped_events(benchmark::State& state) {
    const auto grouped = grouped_register(static_cast<std::uint64_t>(state.range(0)));
    const auto rules = indexed_versions(common_core);
    Position position;
    for (auto _ : state) {
        std::size_t first = 0, deviations = 0;
        for (const std::size_t last : grouped.ends) {
            begin_case(position, 1970);
            replay_one(position, std::span<const Mark>(grouped.marks).subspan(first, last - first), rules,
                       [&](std::size_t, const Judgement& judgement) { deviations += !judgement.allowed(); });
            first = last;
        }
        benchmark::DoNotOptimize(deviations);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * grouped.marks.size()));
}

BENCHMARK(replay_grouped_events)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

Entry on(Day day, Fact fact) { return {.on = day, .fact = std::move(fact)}; }

constexpr Day monday = make_day(2024, 1, 1);

CaseFile supported_case() {
    return {{"c1"},
            {},
            {on(monday, Referral{.origin = Origin::pre_return_visit, .consent = true}), on(monday + 3, FirstContact{Channel::phone}),
             on(monday + 3, Appointment{.state = AppointmentState::planned}), on(monday + 10, Appointment{.state = AppointmentState::held}),
             on(monday + 10, QualificationInterview{.decision = Decision::accepted}), on(monday + 12, EntryIntoCell{}),
             on(monday + 14, ActionPlan{{Aspect::professional}}), on(monday + 20, Action{.measure = Measure::job_study})}};
}

void admit_refused_with_reasons(benchmark::State& state) {
    CaseFile file = supported_case();
    const Entry meeting = on(monday + 30, Action{.measure = Measure::employer_meeting});
    for (auto _ : state) benchmark::DoNotOptimize(admit(file, meeting, common_core));
}

void admit_accepted(benchmark::State& state) {
    CaseFile file = supported_case();
    const Entry review = on(monday + 30, TeamReview{});
    for (auto _ : state) {
        benchmark::DoNotOptimize(admit(file, review, common_core));
        file.entries.pop_back();
    }
}

/// The judgement alone, the case at hand: what a program that keeps the position pays for each question.
void judge_with_reasons(benchmark::State& state) {
    const Position position = position_of(supported_case(), common_core, monday + 30);
    Mark meeting;
    meeting.on = monday + 30;
    meeting.event = Event::action;
    meeting.code = static_cast<std::uint8_t>(index_of(Measure::employer_meeting));
    for (auto _ : state) benchmark::DoNotOptimize(verdict_at(position, meeting, common_core));
}

/// The shortest path to an entry from the referral.
void find_path(benchmark::State& state) {
    const CaseFile file{{"c1"}, {}, {on(monday, Referral{.origin = Origin::pre_return_visit, .consent = true})}};
    const Entry wanted = on(monday + 30, EntryIntoCell{});
    for (auto _ : state) benchmark::DoNotOptimize(path_to(file, wanted, common_core));
}

BENCHMARK(admit_refused_with_reasons);
BENCHMARK(admit_accepted);
BENCHMARK(judge_with_reasons);
BENCHMARK(find_path)->Unit(benchmark::kMicrosecond);

}  // namespace
