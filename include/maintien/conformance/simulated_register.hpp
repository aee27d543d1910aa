#pragma once
/// @file
/// Simulated registers: invented cases to try a program on, from one to ten million.

#include <cstdint>
#include <functional>
#include <iosfwd>

#include "maintien/io/source.hpp"
#include "maintien/protocol/protocol.hpp"
#include "maintien/register/event_table.hpp"

namespace maintien {

/// Which register is invented. The same protocol, number of cases, seed and last day give the same register on every platform,
/// compiler and number of threads.
struct Simulation {
    std::uint64_t cases = 1000;              ///< how many cases
    std::uint64_t seed = 1;                  ///< which of the many registers
    Day until = make_day(2024, 12, 31);      ///< the day the register is extracted: nothing later is in it
    unsigned threads = 0;                    ///< how many threads work; 0 for all cores
};

/// The most cases a register is invented with.
inline constexpr std::uint64_t most_simulated_cases = 100'000'000;

// What is invented, for all of it [decided by us; nothing here is estimated from real files]:
// Cases come in between the protocol's first day and `until`, some ten events each, and mostly follow the protocol: contact, interview,
// entry, plan, actions, outcome, follow-up at the protocol's horizons with some non-response. A few cases reopen, pause, or are
// corrected by amendments; a few workers have two cases, and two services use the same case numbers. The noise of real
// files is there too: about one case in ten lacks a recorded consent, one in two hundred its referral, and about one in a hundred
// breaks a rule. All events of the vocabulary occur in a register of some thousand cases.

/// Called now and then while a register is invented, with the number of cases done.
using SimulationProgress = std::function<void(std::uint64_t)>;

/// An invented register in memory.
EventTable simulated_register(const Protocol& protocol, const Simulation& simulation, const SimulationProgress& progress = {});

/// Writes an invented register as an event file, by JSON Lines unless `dialect` is CSV. Cases go to the stream in blocks, each in the order
/// of recording, so that memory stays the same whatever the number of cases.
void write_simulated_register(std::ostream& out, const Protocol& protocol, const Simulation& simulation, io::Dialect dialect,
                              const SimulationProgress& progress = {});

}  // namespace maintien
