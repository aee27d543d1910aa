#pragma once
/// @file
/// The file of one case.

#include <vector>

#include "maintien/case/entry.hpp"
#include "maintien/vocabulary/identifier.hpp"

namespace maintien {

/// Everything recorded about one case, in any order. It holds what happened even where today's rules forbid it.
struct CaseFile {
    CaseId case_id{};              ///< the case's number in its service
    ServiceId service{};           ///< the service; (service, case) is the key
    std::vector<Entry> entries{};  ///< the entries
};

}  // namespace maintien
