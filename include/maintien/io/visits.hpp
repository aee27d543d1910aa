#pragma once
/// @file
/// Reading `visits.csv`: the visits and long absences of a service before any case exists.

#include <cstdint>
#include <vector>

#include "maintien/identification/visit.hpp"
#include "maintien/io/errors.hpp"
#include "maintien/io/source.hpp"

namespace maintien::io {

/// What reading a list of visits gives.
struct VisitList {
    std::vector<VisitRecord> visits{};    ///< the visits and absences, in the order of the file
    std::int64_t skipped_empty_rows = 0;  ///< wholly empty rows
};

/// Reads a list of visits: a table with the columns `visit`, `worker`, `employer`, `physician`, `on`, `kind` in any order, every cell
/// filled, `visit` unique. Delimiters, encodings and days as in event files (docs/formats.md).
/// @throws DocumentError with every fault.
VisitList read_visits(const Source& source);

}  // namespace maintien::io
