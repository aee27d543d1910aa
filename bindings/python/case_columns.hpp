#pragma once
// The columns of a case table: one row an episode.

#include <string>
#include <vector>

#include "frame_columns.hpp"
#include "handles.hpp"

namespace maintien::python {

/// Every column, in order: the key, where the episode stands, its milestone days, its referral, its case, its follow-ups. They keep the cases alive.
std::vector<FrameColumn> case_columns(const Cases& cases);

}  // namespace maintien::python
