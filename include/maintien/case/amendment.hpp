#pragma once
/// @file
/// Amendments: how a file is corrected without losing what was known.

#include <tuple>
#include <vector>

#include "maintien/case/field.hpp"
#include "maintien/vocabulary/identifier.hpp"

namespace maintien {

struct Entry;

/// A correction of an earlier entry: it withdraws the entry, or replaces it wholly. Exactly one of the two is given.
struct Amendment {
    EntryId amends{};                  ///< the entry that is corrected
    bool withdraw = false;             ///< whether the entry is withdrawn
    std::vector<Entry> replacement;  ///< the entry that stands instead; one at most, its case and id are inherited
};

template <>
inline constexpr auto fields_of<Amendment> = std::tuple{
    required_field(Attribute::amends, &Amendment::amends),
    optional_field(Attribute::withdraw, &Amendment::withdraw),
    optional_field(Attribute::entry, &Amendment::replacement)};

}  // namespace maintien
