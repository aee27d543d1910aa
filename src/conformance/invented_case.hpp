#pragma once
// One invented case, as a story with its noise.

#include <vector>

#include "conformance/chance.hpp"
#include "maintien/case/packed_entry.hpp"
#include "maintien/conformance/simulated_register.hpp"

namespace maintien::detail {

/// The names a case bears; numbers of a pool.
struct CasePeople {
    NameIndex service = 0, number = 0, worker = 0, centre = 0, physician = 0, manager = 0, employer = 0;
    std::uint64_t employer_number = 0;  ///< the employer among all those of the register
};

/// One invented case.
struct InventedCase {
    CasePeople people{};                  ///< its names
    std::vector<PackedEntry> entries{};   ///< its entries, in the order of the story; none is later than the extraction
};

/// The names of the case with this number in a register.
CasePeople people_of(const Simulation& simulation, std::uint64_t case_number, NamePool& names);

/// What its referral says of the worker and the employer.
std::vector<AttributeValue> description_of(const Simulation& simulation, std::uint64_t case_number, const CasePeople& people);

/// The case with this number in a register.
InventedCase invented_case(const Protocol& protocol, const Simulation& simulation, std::uint64_t case_number, NamePool& names);

}  // namespace maintien::detail
