#pragma once
/// @file
/// Reading collective actions: `maintien-outreach/1`.

#include <vector>

#include "maintien/io/errors.hpp"
#include "maintien/io/source.hpp"
#include "maintien/outreach/collective_action.hpp"

namespace maintien::io {

/// Reads collective actions, one JSON object a line; the first line may be `{"format": "maintien-outreach/1"}`.
///
/// Strict: `action` (unique in the file), `title`, `outreach_kind` and `on` are required; unknown and repeated keys, unknown codes,
/// empty texts, days the calendar lacks and numbers of participants that are no whole numbers from 0 are faults. `deliverable` is the
/// name of what was produced, or `true`. `null` means absent. Documented in docs/formats.md.
/// @throws DocumentError with every fault.
std::vector<CollectiveAction> read_outreach(const Source& source);

}  // namespace maintien::io
