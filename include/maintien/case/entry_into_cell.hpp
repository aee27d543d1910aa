#pragma once
/// @file
/// Entries: the file is opened in the cell.

#include <tuple>

#include "maintien/case/field.hpp"

namespace maintien {

/// The day the file is opened in the cell.
struct EntryIntoCell {
};

template <>
inline constexpr auto fields_of<EntryIntoCell> = std::tuple<>{};

}  // namespace maintien
