#pragma once
/// @file
/// Reference populations: the frozen mix of ages and sectors that rates are standardised on.

#include <array>
#include <string>

#include "maintien/indicators/mix_cells.hpp"

namespace maintien {

/// A population to standardise on, the same for all services and years that are compared.
struct ReferencePopulation {
    std::string title{};                    ///< what it is, for people
    std::array<double, mix_size> weights{};  ///< the size of each age band and sector in any unit; 0 where it has nobody
};

}  // namespace maintien
