#pragma once
/// @file
/// The cells of a mix: a rate by age and sector, for comparing it with another population.

#include "maintien/indicators/cell_range.hpp"
#include "maintien/vocabulary/case_attributes.hpp"
#include "maintien/vocabulary/sector.hpp"

namespace maintien {

/// How many parts a mix has: every age band, every sector, `unknown` among each.
inline constexpr std::size_t mix_size = (count_of<AgeBand> + 1) * (count_of<Sector> + 1);

/// The place in a mix of an age band and a sector; a position past the codes is `unknown`.
constexpr std::size_t mix_place(std::size_t age_band, std::size_t sector) {
    const std::size_t age = age_band < count_of<AgeBand> ? age_band : count_of<AgeBand>;
    return age * (count_of<Sector> + 1) + (sector < count_of<Sector> ? sector : count_of<Sector>);
}

/// A rate by age band and sector: both blocks have a cell for each place of the mix.
struct MixCells {
    CellRange counted{};   ///< those that have it
    CellRange measured{};  ///< all
};

namespace detail {

constexpr MixCells deal_mix(CellDealer& dealer) {
    MixCells mix;
    mix.counted = dealer.deal(mix_size);
    mix.measured = dealer.deal(mix_size);
    return mix;
}

}  // namespace detail

}  // namespace maintien
