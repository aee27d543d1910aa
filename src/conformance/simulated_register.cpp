#include "maintien/conformance/simulated_register.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include "conformance/invented_case.hpp"
#include "maintien/io/event_rows.hpp"
#include "maintien/io/events_document.hpp"
#include "maintien/register/parallel.hpp"

namespace maintien {
namespace {

/// How many cases go to the stream together. It decides the order of the rows, and nothing else: never the machine or its threads.
constexpr std::uint64_t cases_of_block = 8192;

/// The attributes that invented events have, in the order of their columns.
constexpr auto columns_written = std::to_array<Attribute>(
    {Attribute::leave_state, Attribute::leave_cause, Attribute::until, Attribute::visit_kind, Attribute::examination, Attribute::redeployment_possible,
     Attribute::scope, Attribute::state, Attribute::party, Attribute::partner, Attribute::reopening_reason, Attribute::origin, Attribute::cause, Attribute::nature,
     Attribute::consent, Attribute::on_sick_leave, Attribute::sick_leave_since, Attribute::notified_on, Attribute::channel, Attribute::appointment_state,
     Attribute::appointment, Attribute::day, Attribute::starts, Attribute::ends, Attribute::in_working_time, Attribute::decision, Attribute::needs,
     Attribute::orientation, Attribute::refusal_reason, Attribute::aspect, Attribute::measure, Attribute::progress, Attribute::actor, Attribute::due,
     Attribute::starts_on, Attribute::ends_on, Attribute::audience, Attribute::incoming, Attribute::relay_state, Attribute::suspension_reason, Attribute::outcome,
     Attribute::answer, Attribute::horizon, Attribute::attempt, Attribute::amends, Attribute::withdraw, Attribute::entry, Attribute::by, Attribute::worker,
     Attribute::centre, Attribute::physician, Attribute::manager, Attribute::employer, Attribute::sex, Attribute::birth_year, Attribute::sector,
     Attribute::workforce, Attribute::occupation, Attribute::disabled_worker});

/// The number of blocks of a register.
std::uint64_t blocks_of(const Simulation& simulation) { return (simulation.cases + cases_of_block - 1) / cases_of_block; }

/// An event on its way into the order of recording.
struct InventedRow {
    Day known_since{};
    std::uint32_t case_in_block = 0, place = 0;
    auto operator<=>(const InventedRow&) const = default;
};

/// Calls `use(case, entry)` for the events of one block, in the order of recording.
template <class Use>
void for_block(const Protocol& protocol, const Simulation& simulation, std::uint64_t block, NamePool& names, Use&& use) {
    const std::uint64_t first = block * cases_of_block, last = std::min(first + cases_of_block, simulation.cases);
    std::vector<detail::InventedCase> cases;
    std::vector<InventedRow> rows;
    for (std::uint64_t number = first; number < last; ++number) {
        cases.push_back(detail::invented_case(protocol, simulation, number, names));
        for (std::uint32_t i = 0; i < cases.back().entries.size(); ++i)
            rows.push_back({known_since(view_of(cases.back().entries[i])), static_cast<std::uint32_t>(number - first), i});
    }
    std::sort(rows.begin(), rows.end());
    for (const auto& row : rows) use(cases[row.case_in_block].people, view_of(cases[row.case_in_block].entries[row.place]));
}

/// One block as text.
std::string block_text(const Protocol& protocol, const Simulation& simulation, std::uint64_t block, io::Dialect dialect) {
    NamePool names;
    std::string text;
    for_block(protocol, simulation, block, names, [&](const detail::CasePeople& people, const EntryView& entry) {
        const CaseKey key{names.text_of(people.service), names.text_of(people.number)};
        if (dialect == io::Dialect::csv) io::append_event_row(text, key, entry, names, columns_written);
        else io::append_event_line(text, key, entry, names);
    });
    return text;
}

}  // namespace

EventTable simulated_register(const Protocol& protocol, const Simulation& simulation, const SimulationProgress& progress) {
    EventTable table;
    for (std::uint64_t block = 0; block < blocks_of(simulation); ++block) {
        for_block(protocol, simulation, block, table.names, [&](const detail::CasePeople& people, const EntryView& entry) {
            add_row(table, case_of(table, people.service, people.number), entry);
        });
        if (progress) progress(std::min((block + 1) * cases_of_block, simulation.cases));
    }
    return table;
}

void write_simulated_register(std::ostream& out, const Protocol& protocol, const Simulation& simulation, io::Dialect dialect, const SimulationProgress& progress) {
    if (dialect == io::Dialect::csv) out << io::event_header(columns_written);
    else out << io::events_heading << '\n';
    const unsigned threads = thread_count(simulation.threads);
    std::vector<std::string> texts(threads);
    const std::uint64_t blocks = blocks_of(simulation);
    for (std::uint64_t first = 0; first < blocks && out; first += threads) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(threads, blocks - first));
        in_parallel(count, threads, [&](std::size_t i, unsigned) { texts[i] = block_text(protocol, simulation, first + i, dialect); });
        for (std::size_t i = 0; i < count; ++i) out << texts[i];
        if (progress) progress(std::min((first + count) * cases_of_block, simulation.cases));
    }
}

}  // namespace maintien
